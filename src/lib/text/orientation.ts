// The words of Inriktning: how much is förvaltning and how much utveckling, year by year.
import type { MoneyUnit } from '../domain/filters';
import {
	orientationParts,
	type OrientationDivision,
	type OrientationLine,
	type OrientationPart,
	type YearSpan
} from '../domain/orientation-years';
import { dimensions } from '../domain/dimensions';
import type { Month } from '../domain/period';
import { filterWords } from './filters';
import {
	capitalised,
	formatMoneyWithUnit,
	formatMonthLong,
	formatNumber,
	formatPeriod,
	formatShare,
	listed
} from './format';

export const orientationWords = {
	title: 'Inriktning',
	failed: 'Inriktningen kunde inte räknas fram',
	year: 'År',
	amount: 'Kronor',
	share: 'Andel',
	change: 'Förändring',
	sum: 'Summa',
	partOfYear: 'del av året',
	months: 'Månader som jämförs',
	wholeYears: 'Hela år',
	sameMonths: 'Jämför samma månader',
	dividedBy: 'Delat på',
	yearsTable: 'Inriktning år för år',
	changeMeaning:
		'Andel är av årets it-kostnad. Förändring är i kronor mot samma månader året innan; + är mer än då.',
	divisionMeaning: 'Andel är av radens summa. Förändring är i kronor mot samma månader året innan.',
	unknownTitle: 'Okänd inriktning',
	unknownMeaning:
		'är it-kostnad som ingen har sagt inriktningen på. Regler och handtaggar i Taggning kan ange den.',
	nothingUnknown: 'All it-kostnad i tabellen har en inriktning.',
	notJudged: 'Rader som ingen har bedömt som it räknas inte alls.',
	toTagging: 'Öppna arbetslistan i Taggning',
	budgetTitle: 'Budgetens inriktning',
	budgetFiltered:
		'Budgeten är inte uppdelad på det du har filtrerat på, så dess inriktning visas bara när du filtrerar på nämnd.',
	noBudget: 'Det finns ingen inläst budget.',
	undivided: 'Inte delad',
	toFollowUp: 'Budget mot utfall per inriktning',
	emptyTitle: 'Ingen it-kostnad passar filtret',
	emptyLedger: 'Ingen hel månad än',
	noWholeMonth: 'Huvudboken har ingen månad som är hel än. Sidan fylls när den första månaden är slut.'
} as const;

/** In tables and legends. */
export const partNames: Readonly<Record<OrientationPart, string>> = {
	förvaltning: 'Förvaltning',
	utveckling: 'Utveckling',
	avveckling: 'Avveckling',
	okänt: 'Okänt'
};

/** In the headers of files. */
export const partHeaders: Readonly<Record<OrientationPart, string>> = {
	förvaltning: 'forvaltning',
	utveckling: 'utveckling',
	avveckling: 'avveckling',
	okänt: 'okand'
};

/** "2025"; "jan–jul 2026" where it is not the whole year. */
export function spanWords({ year, months, isWhole }: YearSpan): string {
	return isWhole ? String(year) : formatPeriod(months);
}

/** What a line is called. */
export function lineName(
	{ value, label }: Pick<OrientationLine, 'value' | 'label'>,
	by: OrientationDivision
) {
	if (value !== null) return label ?? value;
	return { unit: filterWords.without.units, costKind: 'Okänt', system: filterWords.without.systems }[by];
}

/** A piece of the lead; with `part` it opens those rows. */
export type LeadPiece = string | { text: string; part: OrientationPart | null };

/** "Av it-kostnaden jan–jul 2026 går 94,5 % till förvaltning och 5,4 % till utveckling. …" */
export function orientationLead(line: OrientationLine, unit: MoneyUnit): LeadPiece[] {
	const { parts, total, span } = line;
	const start: LeadPiece[] = [
		'Av ',
		{ text: formatMoneyWithUnit(total.amount, unit), part: null },
		` it-kostnad ${spanWords(span)} är `
	];
	const told = orientationParts.filter((part) => parts[part].share !== null && parts[part].amount !== 0);
	const pieces = told.flatMap((part, index): LeadPiece[] => [
		...(index === 0 ? [] : [index === told.length - 1 ? ' och ' : ', ']),
		{ text: `${formatShare(parts[part].share)} ${part}`, part }
	]);
	if (!told.length)
		return [
			`It-kostnaden ${spanWords(span)} är `,
			{ text: formatMoneyWithUnit(total.amount, unit), part: null },
			'.'
		];
	return [...start, ...pieces, '. ', developmentChange(line)];
}

/** "Utvecklingens andel är 0,4 procentenheter högre än samma månader 2025." */
function developmentChange({ parts, total, span }: OrientationLine): string {
	const { share, before } = parts.utveckling;
	if (share === null || before === null || total.before === null || total.before <= 0 || before < 0)
		return '';
	const points = (share - before / total.before) * 100;
	const than = span.isWhole ? String(span.year - 1) : `samma månader ${span.year - 1}`;
	const size = formatNumber(Math.abs(points), 1);
	if (size === formatNumber(0, 1)) return `Utvecklingens andel är lika stor som ${than}.`;
	return `Utvecklingens andel är ${size}\u00a0procentenheter ${points > 0 ? 'högre' : 'lägre'} än ${than}.`;
}

/** Over the chart: "Utveckling har gått från 5,9 % 2023 till 5,3 % jan–jul 2026". */
export function yearsFinding(lines: readonly OrientationLine[]): string {
	const [first, last] = [lines[0], lines.at(-1)];
	const [from, to] = [first?.parts.utveckling.share ?? null, last?.parts.utveckling.share ?? null];
	if (!first || !last || first === last || from === null || to === null) return 'It-kostnad per inriktning';
	const [then, now] = [formatShare(from), formatShare(to)];
	return then === now
		? `Utvecklingens andel är ${now}, lika stor som ${spanWords(first.span)}`
		: `Utvecklingens andel har gått från ${then} ${spanWords(first.span)} till ${now} ${spanWords(last.span)}`;
}

export function yearsSubtitle(
	lines: readonly OrientationLine[],
	sameMonths: boolean,
	unit: MoneyUnit
): string {
	const parts = lines.filter(({ span }) => !span.isWhole);
	const only = parts.length === 1 ? parts[0] : undefined;
	const note = sameMonths
		? ' Samma månader varje år.'
		: only
			? ` ${only.span.year} är bara ${formatPeriod(only.span.months)}, och är ritad ljusare.`
			: '';
	return `Bokförd it-kostnad, ${unit}.${note}`;
}

/** "Augusti 2026 och senare är inte hela månader: 21,3 mnkr är bokförda där och räknas inte här." */
export function laterNote(lastWhole: Month, dataTo: Month, later: number, unit: MoneyUnit): string {
	if (dataTo <= lastWhole) return '';
	return `Den sista hela månaden i huvudboken är ${formatMonthLong(lastWhole)}. ${formatMoneyWithUnit(later, unit)} är bokfört efter den, i månader som inte är hela, och räknas inte på sidan.`;
}

/** "Inget är bokfört som avveckling eller okänt." for parts that no year has. */
export function missingParts(shown: readonly OrientationPart[]): string {
	const missing = orientationParts
		.filter((part) => !shown.includes(part))
		.map((part) => (part === 'okänt' ? 'okänd inriktning' : part));
	return missing.length ? `Inget är bokfört på ${listed(missing).replace(' och ', ' eller ')}.` : '';
}

export function divisionTitle(by: OrientationDivision, span: YearSpan): string {
	return `Inriktning per ${dimensions[by].noun} ${spanWords(span)}`;
}

/** The nämnd that develops most, by share of kronor. */
export function divisionFinding(
	lines: readonly OrientationLine[],
	by: OrientationDivision,
	span: YearSpan
): string {
	const all = lines.reduce((sum, { parts }) => sum + parts.utveckling.amount, 0);
	const most = lines.reduce<OrientationLine | null>(
		(top, line) => (line.parts.utveckling.amount > (top?.parts.utveckling.amount ?? 0) ? line : top),
		null
	);
	if (!most || all <= 0 || most.parts.utveckling.amount > all) return divisionTitle(by, span);
	const share = formatShare(most.parts.utveckling.amount / all, 0);
	return most.parts.utveckling.amount === all
		? `${lineName(most, by)} har all utveckling ${spanWords(span)}`
		: `${lineName(most, by)} har mest utveckling ${spanWords(span)}, ${share} av all utveckling`;
}

/** Where the budget file is not divided: said, and what it comes to. */
export function undividedBudget(year: number, amount: number, unit: MoneyUnit): string {
	return `Budgeten är inte delad på inriktning i filen. Hela budgeten ${year}, ${formatMoneyWithUnit(amount, unit)}, saknar inriktning och ställs därför inte mot utfallet här.`;
}

/** Under the table of a year before which there is none to compare with. */
export function notCompared(lines: readonly OrientationLine[]): string {
	const years = [...new Set(lines.filter(({ span }) => !span.compares).map(({ span }) => String(span.year)))];
	return years.length
		? `${listed(years)} har ingen förändring: huvudboken har inte samma månader året innan.`
		: '';
}

/** What a bar says when it is pointed at. */
export function barSentence(line: OrientationLine, unit: MoneyUnit): string {
	const parts = orientationParts
		.filter((part) => line.parts[part].amount !== 0)
		.map(
			(part) =>
				`${part} ${formatMoneyWithUnit(line.parts[part].amount, unit)} (${line.parts[part].share === null ? '–' : formatShare(line.parts[part].share)})`
		);
	return `${capitalised(spanWords(line.span))}: ${formatMoneyWithUnit(line.total.amount, unit)}, varav ${listed(parts)}.`;
}
