// The words of Budgetuppföljning. Its sentences are made from the same table that the page shows.
import { fewestBehindOverrun } from '../domain/deviation';
import type { MoneyUnit } from '../domain/filters';
import type { BudgetBranch, BudgetLine } from '../domain/budget-lines';
import { isYearEnd, type YearFollowUp } from '../domain/follow-up';
import type { FollowUpSetting } from '../domain/follow-up-setting';
import type { Period } from '../domain/period';
import {
	capitalised,
	formatCounted,
	formatMoney,
	formatMoneyWithUnit,
	formatMonthLong,
	formatPeriod,
	numberWord
} from './format';
import { monthName } from './follow-up-settings';

/** A piece of the lead sentence: words, or a figure that opens its rows. */
export type LeadPart = string | { text: string; opens: 'expected' | 'outcome' };

export const budgetText = {
	title: 'Budgetuppföljning',
	budget: 'Budget',
	outcome: 'Utfall',
	forecast: 'Prognos',
	deviation: 'Avvikelse',
	yearBefore: (year: number) => `Utfall ${year}`,
	wholeYearBefore: (year: number) => `Helår ${year}`,
	share: 'Av budget',
	unit: 'Nämnd',
	worse: 'sämre',
	better: 'bättre',
	wholeYear: 'Helår',
	signRule: 'plus är bättre än budget',
	loading: 'Räknar på budget och utfall …',
	failed: 'Budgetuppföljningen kunde inte räknas fram',
	failedAdvice: 'Inget har ändrats i data. Försök igen, eller läs in sidan på nytt.',
	noBudget: 'Ingen budget är inläst än',
	noBudgetAdvice: 'Budget och prognoser läses in från en fil med år, nämnd, version och belopp.',
	cannotImport: 'Sidan fylls när en controller har läst in budgeten.',
	importFile: 'Importera en fil',
	noUnitFits: 'Ingen nämnd passar filtret',
	removeUnits: 'Visa alla nämnder',
	rounding: 'Avrundat, summan kan skilja.',
	budgetRows: 'Budgetrader',
	noCost: 'Inga kostnadsrader'
} as const;

/** What a follow-up is, for those who do not know the letters: "januari–april". */
export function followUpExplanation({ name, cut }: FollowUpSetting): string {
	if (cut === 12) return name === 'VB' ? 'Verksamhetsberättelsen, hela året' : 'Hela året';
	const months = cut === 1 ? monthName(1) : `${monthName(1)}–${monthName(cut)}`;
	return `Uppföljning av ${months}`;
}

/** "Den uppföljningen finns inte. Välj T1, T2 eller VB." */
export function noSuchFollowUp(names: readonly string[]): string {
	const [last = ''] = names.slice(-1);
	const choices = names.length > 1 ? `${names.slice(0, -1).join(', ')} eller ${last}` : last;
	return `Den uppföljningen finns inte. Välj ${choices}.`;
}

/** "Utanför står 2 rader, 9 700 kr, vars konto ingen regel räknar som it." Amount in öre. */
export function outsideBudget(rows: number, amount: number, unit: MoneyUnit): string {
	return `Utanför står ${formatCounted(rows, 'budgetrad', 'budgetrader')}, ${formatMoneyWithUnit(amount, unit)}, vars konto ingen regel räknar som it.`;
}

/** "Nämnderna räknar med 209,1 mnkr för helåret, 3,1 mnkr mer än budget. Två nämnder står för mer än hela underskottet." */
export function budgetLead(
	perUnit: BudgetBranch,
	facts: YearFollowUp & { period: Period; covered: boolean; dataTo: string | null },
	unit: MoneyUnit
): LeadPart[] {
	const { parts: rows, ...total } = perUnit;
	const money = (ore: number) => formatMoneyWithUnit(Math.abs(ore), unit);
	const [only] = rows.length === 1 ? rows : [];
	if (!facts.covered) {
		const reaches = facts.dataTo
			? `Huvudboken räcker till ${formatMonthLong(facts.dataTo)}`
			: 'Inga kostnader är inlästa';
		return [`${capitalised(formatPeriod(facts.period, 'long'))} går inte att följa upp än. ${reaches}.`];
	}
	const outcome = total.outcome ?? 0;
	const spent = { text: formatMoneyWithUnit(outcome, unit), opens: 'outcome' } as const;
	if (isYearEnd(facts)) {
		const whose = only ? `${genitive(unitOf(only))} it` : 'It';
		const against =
			total.deviationYear === null
				? '. Budgeten är inte känd för alla'
				: `, ${comparison(total.deviationYear, money)}`;
		return [
			`${whose} kostade `,
			spent,
			` ${facts.year}${against}.${behindOverrun(perUnit, only === undefined)}`
		];
	}
	if (total.expected !== null && total.deviationYear !== null) {
		return [
			`${only ? unitOf(only) : 'Nämnderna'} räknar med `,
			{ text: formatMoneyWithUnit(total.expected, unit), opens: 'expected' },
			` för helåret, ${comparison(total.deviationYear, money)}.${behindOverrun(perUnit, only === undefined)}`
		];
	}
	const left = rows.filter((row) => row.expected !== null).length;
	const who = only
		? `${unitOf(only)} har inte lämnat prognos.`
		: left === 0
			? `Ingen nämnd har lämnat prognos till ${facts.followUp} ${facts.year}.`
			: left < rows.length
				? `${capitalised(numberWord(left, 'en'))} av ${numberWord(rows.length, 'en')} nämnder har lämnat prognos.`
				: 'Budgeten är inte känd för alla nämnder.';
	const against = total.deviationToDate === null ? '' : `, ${comparison(total.deviationToDate, money)}`;
	return [`${who} ${formatPeriod(facts.period, 'heading')} kostade it `, spent, `${against}.`];
}

/** The nämnd of a line per nämnd. */
export function unitOf({ values: [unit] }: Pick<BudgetLine, 'values'>): string {
	return unit ?? 'Okänt';
}

/** "3,1 mnkr mer än budget". Plus is better, so a minus is more than budget. */
function comparison(deviationOre: number, money: (ore: number) => string): string {
	if (deviationOre === 0) return 'precis som budget';
	return `${money(deviationOre)} ${deviationOre < 0 ? 'mer' : 'mindre'} än budget`;
}

/** " Två nämnder står för mer än hela underskottet." Nothing when it is no finding. */
function behindOverrun({ parts: rows, deviationYear }: BudgetBranch, several: boolean): string {
	if (!several || deviationYear === null) return '';
	const count = fewestBehindOverrun(rows.map((row) => row.deviationYear ?? 0));
	const over = rows.filter((row) => (row.deviationYear ?? 0) < 0).length;
	if (count === null || count > 3 || count >= over) return '';
	const [worst] = rows;
	if (count === 1 && worst) return ` ${unitOf(worst)} står för mer än hela underskottet.`;
	return ` ${capitalised(numberWord(count, 'en'))} nämnder står för mer än hela underskottet.`;
}

/** "Utbildningsnämndens", "Kommunstyrelsens". */
/** Whose: "Kulturnämndens". */
export function genitive(name: string): string {
	return /[sxz]$/i.test(name) ? name : `${name}s`;
}

/** The finding of the deviation chart; a neutral title where there is none. */
export function deviationFinding(
	{ parts }: BudgetBranch,
	followUp: Pick<YearFollowUp, 'cut'>,
	unit: MoneyUnit
): string {
	const [worst, second] = parts;
	if (!worst || worst.deviationYear === null || worst.deviationYear >= 0)
		return 'Avvikelse mot årsbudget per nämnd';
	const money = formatMoneyWithUnit(-worst.deviationYear, unit, { decimals: unit === 'mnkr' ? 2 : 0 });
	const verb = isYearEnd(followUp) ? 'gick' : 'väntas gå';
	const clear = !second || (second.deviationYear ?? 0) > worst.deviationYear;
	return clear
		? `${unitOf(worst)} ${verb} ${money} över sin budget, mest av alla`
		: 'Avvikelse mot årsbudget per nämnd';
}

/** What the deviation chart shows, in one sentence. */
export function deviationSummary({ parts }: BudgetBranch, unit: MoneyUnit): string {
	const known = parts.filter((row) => row.deviationYear !== null);
	const over = known.filter((row) => (row.deviationYear ?? 0) < 0).length;
	const worst = known[0];
	const best = known.at(-1);
	if (!worst || !best) return 'Ingen nämnd har både budget och prognos.';
	const figure = (ore: number | null) =>
		formatMoney(ore, unit, { signed: true, decimals: unit === 'mnkr' ? 2 : 0 });
	return `${capitalised(numberWord(over, 'en'))} av ${numberWord(known.length, 'en')} nämnder ligger över budget. ${unitOf(worst)} ${figure(worst.deviationYear)}, ${unitOf(best)} ${figure(best.deviationYear)} ${unit}.`;
}

/** The finding of the kostnadsslag chart, about the months of the follow-up. */
export function kindFinding(
	bars: readonly { label: string; ore: number }[],
	followUp: Pick<YearFollowUp, 'cut'>
): string {
	const when = isYearEnd(followUp) ? 'under året' : 'hittills';
	const [worst] = [...bars].sort((first, second) => first.ore - second.ore);
	const over = bars.filter((bar) => bar.ore < 0).reduce((sum, bar) => sum + bar.ore, 0);
	const net = bars.reduce((sum, bar) => sum + bar.ore, 0);
	// Without an overrun in all, its largest part is no finding.
	if (!worst || net >= 0) return `Avvikelse per kostnadsslag ${when}`;
	return worst.ore <= over / 2
		? `${worst.label} står för det mesta av överskridandet ${when}`
		: `${worst.label} ligger mest över budget ${when}`;
}

/** "KF-budget och tilläggsbudget". */
export function versionList(versions: readonly string[]): string {
	return versions.join(' och ');
}

/** Names in full, at most so many of them. */
export function nameList(names: readonly string[], most = 6): string {
	const shown = names.slice(0, most);
	const rest = names.length - shown.length;
	if (rest > 0) return `${shown.join(', ')} och ${numberWord(rest, 'en')} till`;
	return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} och ${shown.at(-1)}` : (shown[0] ?? '');
}
