// "Text till rapporten": what a follow-up says, in plain paragraphs, from the same figures as the page. Every amount is rounded from öre
// by itself; a nämnd within the limit is not named; what is unknown is said to be.
import type { BudgetBranch } from '../domain/budget-lines';
import { passesLimit, type DeviationLimit } from '../domain/deviation-limit';
import { daysLeft, type ShownNote } from '../domain/deviation-note';
import type { Day } from '../domain/day';
import type { MoneyUnit } from '../domain/filters';
import { isYearEnd, monthsOfFollowUp, type YearFollowUp } from '../domain/follow-up';
import { monthFrom } from '../domain/period';
import { nameList, unitOf } from './budget';
import { withinLimit } from './deviation-notes';
import {
	capitalised,
	formatDayLong,
	formatMoneyWithUnit,
	formatMonthLong,
	formatPeriod,
	formatShare,
	numberWord
} from './format';

export interface ReportInput {
	/** One part per nämnd; those shown. */
	perUnit: BudgetBranch;
	/** The notes that this follow-up shows, of the nämnder shown. */
	notes: readonly ShownNote[];
	limit: DeviationLimit;
	chosen: YearFollowUp;
	unit: MoneyUnit;
	/** The as-of day of the data; null when it is unknown. */
	today: Day | null;
	dataTo: string | null;
}

export const reportWords = {
	title: 'Text till rapporten',
	subtitle:
		'Gjord av samma tal som tabellen, för de nämnder som visas. Läs igenom den innan du använder den.',
	copy: 'Kopiera texten',
	copied: 'Texten är kopierad.',
	notCopied: 'Texten gick inte att kopiera. Markera den och kopiera den själv.'
} as const;

/** The paragraphs. */
export function reportParagraphs(input: ReportInput): string[] {
	const { perUnit, chosen, dataTo } = input;
	if (perUnit.outcome === null) {
		const reaches = dataTo
			? `Huvudboken räcker till ${formatMonthLong(dataTo)}`
			: 'Inga kostnader är inlästa';
		return [`${formatPeriod(monthsOfFollowUp(chosen), 'heading')} går inte att följa upp än. ${reaches}.`];
	}
	return [result(input, perUnit.outcome), forecast(input), ...deviations(input), carried(input)].filter(
		Boolean
	);
}

const money = (ore: number, unit: MoneyUnit) =>
	formatMoneyWithUnit(Math.abs(ore), unit, { decimals: unit === 'mnkr' ? 2 : 0 });

/** "2,44 mnkr mer än budget" */
function against(deviationOre: number, unit: MoneyUnit): string {
	if (deviationOre === 0) return 'lika mycket som budget';
	return `${money(deviationOre, unit)} ${deviationOre < 0 ? 'mer' : 'mindre'} än budget`;
}

function shareText(share: number | null): string {
	return share === null ? '' : ` (${formatShare(Math.abs(share))} av årsbudgeten)`;
}

function whose({ perUnit }: ReportInput): string {
	const [only] = perUnit.parts.length === 1 ? perUnit.parts : [];
	return only ? `${unitOf(only)}: it` : 'It';
}

function result(input: ReportInput, outcome: number): string {
	const { perUnit, chosen, unit } = input;
	if (isYearEnd(chosen)) {
		const cost = `${whose(input)} kostade ${money(outcome, unit)} ${chosen.year}`;
		return perUnit.deviationYear === null
			? `${cost}. ${unknownBudget(input)}`
			: `${cost}. Det är ${against(perUnit.deviationYear, unit)}${shareText(perUnit.share)}.`;
	}
	const cost = `${whose(input)} kostade ${money(outcome, unit)} till och med ${formatMonthLong(monthFrom(chosen.year, chosen.cut))}`;
	if (perUnit.deviationToDate !== null) {
		return `${cost}. Det är ${against(perUnit.deviationToDate, unit)} för samma månader.`;
	}
	return `${cost}. ${
		perUnit.uncut
			? 'Avvikelsen hittills är okänd, för all budget är inte delad på månader.'
			: unknownBudget(input)
	}`;
}

function unknownBudget({ perUnit }: ReportInput): string {
	const without = perUnit.parts.filter(({ budgetGap }) => budgetGap === 'missing');
	return without.length
		? `Avvikelsen är okänd, för ${nameList(without.map(unitOf))} har ingen budget.`
		: 'Avvikelsen är okänd.';
}

function forecast(input: ReportInput): string {
	const { perUnit, chosen, unit } = input;
	if (isYearEnd(chosen)) return '';
	const { expected, budgetYear, deviationYear, share } = perUnit;
	if (expected !== null && budgetYear !== null && deviationYear !== null) {
		return `Prognosen för helåret är ${money(expected, unit)} mot en budget på ${money(budgetYear, unit)}. Det är ${against(deviationYear, unit)}${shareText(share)}.`;
	}
	const without = perUnit.parts.filter((line) => line.expected === null);
	if (!without.length)
		return `${expected === null ? '' : `Prognosen för helåret är ${money(expected, unit)}. `}Helårets avvikelse är okänd, för budgeten är inte känd för alla.`;
	const who =
		without.length === perUnit.parts.length
			? `Ingen prognos är lämnad till ${chosen.followUp}`
			: `Prognos saknas för ${nameList(without.map(unitOf))}`;
	return `${who}. Helårets avvikelse är därför okänd.`;
}

/** One paragraph for each nämnd beyond the limit, and one for the others together. */
function deviations(input: ReportInput): string[] {
	const { perUnit, notes, limit, chosen, unit } = input;
	const known = perUnit.parts.filter((line) => passesLimit(line, limit) !== null);
	const beyond = known
		.filter((line) => passesLimit(line, limit))
		.sort((a, b) => (a.deviationYear ?? 0) - (b.deviationYear ?? 0));
	const verb = isYearEnd(chosen) ? 'kostade' : 'väntas kosta';
	const told = beyond.map((line) => {
		const own = notes.filter((note) => note.unit === unitOf(line) && !note.untouched);
		const said = own.length
			? own.map((note) => noteText(note)).join(' ')
			: notes.some((note) => note.unit === unitOf(line))
				? 'Kommentaren från en tidigare uppföljning är inte uppdaterad.'
				: 'Orsaken är inte angiven.';
		return `${unitOf(line)} ${verb} ${against(line.deviationYear ?? 0, unit)}${shareText(line.share)}. ${said}`;
	});
	const within = known.length - beyond.length;
	if (!known.length || perUnit.parts.length === 1) return told;
	const others = within
		? beyond.length
			? `${capitalised(numberWord(within, 'en'))} ${within === 1 ? 'annan nämnd' : 'andra nämnder'} är ${withinLimit(limit)}.`
			: `${known.length === perUnit.parts.length ? 'Alla nämnder' : capitalised(`${numberWord(within, 'en')} ${within === 1 ? 'nämnd' : 'nämnder'}`)} är ${withinLimit(limit)}.`
		: '';
	return [...told, others];
}

/** "Orsak: … Åtgärd: … Ansvarig: …, klart 15 december 2026." */
function noteText({ standing, costKind }: ShownNote): string {
	const { cause, measure, effect, responsible, due, closed } = standing;
	return [
		`${costKind ? `${costKind}. ` : ''}Orsak: ${ended(cause)}`,
		`Åtgärd: ${ended(measure)}`,
		effect && `Effekt: ${ended(effect)}`,
		closed === null
			? `Ansvarig: ${responsible}${due === null ? '' : `, klart ${formatDayLong(due)}`}.`
			: `Avslutad: ${ended(closed)}`
	]
		.filter(Boolean)
		.join(' ');
}

/** With a full stop, where somebody left it out. */
function ended(text: string): string {
	const one = text.trim().replace(/\s+/g, ' ');
	return /[.!?…]$/.test(one) ? one : `${one}.`;
}

/** "Tre åtgärder följs upp från tidigare uppföljningar. En är försenad." */
function carried({ notes, today }: ReportInput): string {
	const open = notes.filter((note) => note.from !== null && note.standing.closed === null);
	if (!open.length) return '';
	const late =
		today === null ? 0 : open.filter(({ standing }) => (daysLeft(standing, today) ?? 0) < 0).length;
	const count = `${capitalised(numberWord(open.length, 'en'))} ${open.length === 1 ? 'åtgärd' : 'åtgärder'} följs upp från tidigare uppföljningar.`;
	return late
		? `${count} ${capitalised(numberWord(late, 'en'))} är ${late === 1 ? 'försenad' : 'försenade'}.`
		: count;
}
