// Förvaltning, utveckling, avveckling and what nobody has said, year by year and line by line. Öre.
import { incompleteMonths, type LedgerMonth } from './incomplete-months';
import { monthFrom, yearBefore, type Month, type Period } from './period';

/** What cost is divided into here; `okänt` is both the word okänd and no word at all. */
export const orientationParts = ['förvaltning', 'utveckling', 'avveckling', 'okänt'] as const;
export type OrientationPart = (typeof orientationParts)[number];

/** What the table of one year can be divided by, and the words of addresses. */
export const orientationDivisions = { unit: 'namnd', costKind: 'slag', system: 'system' } as const;
export type OrientationDivision = keyof typeof orientationDivisions;

/** The division that an address asks for with `per`; nämnder unless it says another. */
export function divisionFromUrl(search: URLSearchParams): OrientationDivision {
	const word = search.get('per');
	return word === orientationDivisions.costKind
		? 'costKind'
		: word === orientationDivisions.system
			? 'system'
			: 'unit';
}

/** Sums of one value of the division, year and part. Öre. */
export interface OrientationSum {
	/** Nämnd, kostnadsslag or system_id; null is none. */
	value: string | null;
	label: string | null;
	year: number;
	part: OrientationPart;
	/** The whole year, as far as the ledger goes. */
	whole: number;
	/** January to the month of the cut. */
	toCut: number;
}

/** A year as it is shown. */
export interface YearSpan {
	year: number;
	/** The months that are counted. */
	months: Period;
	/** January to December; otherwise the months are named wherever the year is. */
	isWhole: boolean;
	/** The ledger holds the same months a year before. */
	compares: boolean;
}

/** The last month of a ledger that is whole; null when none is. @param today `YYYY-MM-DD` of the edition */
export function lastWholeMonth(ledger: Period, months: readonly LedgerMonth[], today: string): Month | null {
	const gaps = incompleteMonths(months, today);
	const whole = months
		.map(({ month }) => month)
		.filter((month) => month >= ledger.from && month <= ledger.to && !gaps.has(month))
		.at(-1);
	return whole === undefined ? null : monthFrom(Number(whole.slice(0, 4)), Number(whole.slice(5, 7)));
}

/**
 * The years of a ledger, the earliest first: each with all its months, the last one to its last whole month.
 * @param sameMonths every year to the month that the last one ends with
 */
export function yearSpans(ledgerFrom: Month, lastWhole: Month, sameMonths: boolean): YearSpan[] {
	const [first, last] = [Number(ledgerFrom.slice(0, 4)), Number(lastWhole.slice(0, 4))];
	const cut = Number(lastWhole.slice(5, 7));
	const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
	return years.flatMap((year) => {
		const from = year === first ? ledgerFrom : monthFrom(year, 1);
		const to = year === last || sameMonths ? monthFrom(year, cut) : monthFrom(year, 12);
		if (from > to) return [];
		const months = { from, to };
		return [
			{
				year,
				months,
				isWhole: from === monthFrom(year, 1) && to === monthFrom(year, 12),
				compares: yearBefore(months).from >= ledgerFrom
			}
		];
	});
}

/** Kronor of one part on one line. */
export interface OrientationFigure {
	amount: number;
	/** 0–1 of the line; null where credits make it no share. */
	share: number | null;
	/** The same months a year before; null where the ledger does not hold them. */
	before: number | null;
}

/** A year, or a nämnd of a year: its parts and their sum. */
export interface OrientationLine {
	/** A value of the division, also the one that is none of its values; false is the whole year. */
	isOfDivision: boolean;
	value: string | null;
	label: string | null;
	span: YearSpan;
	parts: Readonly<Record<OrientationPart, OrientationFigure>>;
	total: { amount: number; before: number | null };
}

/** One line per year. */
export function linesOfYears(
	sums: readonly OrientationSum[],
	spans: readonly YearSpan[],
	cut: number
): OrientationLine[] {
	return spans.map((span) => lineOf({ isOfDivision: false, value: null, label: null }, sums, span, cut));
}

/** One line per value of the division in a year, the most kronor first. Values without kronor in it or the year before are left out. */
export function linesOfYear(sums: readonly OrientationSum[], span: YearSpan, cut: number): OrientationLine[] {
	const values = new Map<string | null, OrientationSum[]>();
	for (const sum of sums) values.set(sum.value, [...(values.get(sum.value) ?? []), sum]);
	return [...values]
		.map(([value, own]) =>
			lineOf({ isOfDivision: true, value, label: own[0]?.label ?? null }, own, span, cut)
		)
		.filter(({ parts }) =>
			orientationParts.some((part) => parts[part].amount !== 0 || (parts[part].before ?? 0) !== 0)
		)
		.sort((a, b) => b.total.amount - a.total.amount || (a.label ?? '').localeCompare(b.label ?? '', 'sv'));
}

function lineOf(
	name: Pick<OrientationLine, 'isOfDivision' | 'value' | 'label'>,
	sums: readonly OrientationSum[],
	span: YearSpan,
	cut: number
): OrientationLine {
	const toDecember = span.months.to === monthFrom(span.year, 12);
	const sumOf = (year: number, part?: OrientationPart) =>
		sums.reduce(
			(ore, sum) =>
				sum.year === year && (part === undefined || sum.part === part)
					? ore + (toDecember || cut === 12 ? sum.whole : sum.toCut)
					: ore,
			0
		);
	const total = sumOf(span.year);
	const figure = (part: OrientationPart): OrientationFigure => {
		const amount = sumOf(span.year, part);
		const isShare = total > 0 && amount >= 0 && amount <= total;
		return {
			amount,
			share: isShare ? amount / total : null,
			before: span.compares ? sumOf(span.year - 1, part) : null
		};
	};
	return {
		...name,
		span,
		parts: {
			förvaltning: figure('förvaltning'),
			utveckling: figure('utveckling'),
			avveckling: figure('avveckling'),
			okänt: figure('okänt')
		},
		total: { amount: total, before: span.compares ? sumOf(span.year - 1) : null }
	};
}

/** What is booked after the last whole month, and so on no line. Öre. */
export function bookedLater(sums: readonly OrientationSum[], lastWhole: Month): number {
	const last = Number(lastWhole.slice(0, 4));
	return sums.reduce(
		(ore, { year, whole, toCut }) => ore + (year > last ? whole : year === last ? whole - toCut : 0),
		0
	);
}

/** The parts that any line has kronor of, in their order. */
export function partsOf(lines: readonly OrientationLine[]): OrientationPart[] {
	return orientationParts.filter((part) =>
		lines.some(({ parts }) => parts[part].amount !== 0 || (parts[part].before ?? 0) !== 0)
	);
}
