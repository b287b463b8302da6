// What nobody can read from a ledger but every estimate needs: prices, hours, months and dated rules, each of which the
// municipality can replace by its own with a reason.
import { parseIsoDay, type Day } from './day';
import { oreFromKronor } from './money';

/** What an assumption is about: the whole municipality, or one of its systems, suppliers or licence products. */
export const assumptionSubjects = ['municipality', 'system', 'supplier', 'product'] as const;
export type AssumptionSubjectKind = (typeof assumptionSubjects)[number];

export interface AssumptionSubject {
	kind: AssumptionSubjectKind;
	/** A system_id, a supplier's key or a product's name; empty for the municipality. */
	key: string;
}

export const municipality: AssumptionSubject = { kind: 'municipality', key: '' };

/** How a figure is counted: `ore` whole öre, `share` 0–1, the rest as they say. */
export type AssumptionUnit = 'ore' | 'hours' | 'months' | 'share' | 'count' | 'years';

/** Low ≤ likely ≤ high. */
export interface Range {
	low: number;
	likely: number;
	high: number;
}

/** A series that a price is compared with, such as an index: one value a year. */
export interface YearlySeries {
	name: string;
	/** By year, ascending. */
	points: readonly { year: number; value: number }[];
}

export type AssumptionValue =
	| { kind: 'range'; range: Range }
	| { kind: 'figure'; figure: number }
	| { kind: 'day'; day: Day }
	| { kind: 'text'; text: string }
	| { kind: 'series'; series: YearlySeries };
export type AssumptionValueKind = AssumptionValue['kind'];

interface AssumptionSpec {
	/** What it holds until somebody says otherwise; null is unknown. */
	standard: AssumptionValue | null;
	valueKind: AssumptionValueKind;
	unit: AssumptionUnit | null;
	/** The highest value that makes sense; none below 0 does. */
	most?: number;
	/** What it may be said of. The more particular one wins over the municipality's. */
	of: readonly AssumptionSubjectKind[];
}

const range = (
	unit: AssumptionUnit,
	low: number,
	likely: number,
	high: number,
	of: readonly AssumptionSubjectKind[] = ['municipality', 'system']
): AssumptionSpec => ({
	standard: { kind: 'range', range: { low, likely, high } },
	valueKind: 'range',
	unit,
	of
});

const figure = (
	unit: AssumptionUnit,
	value: number | null,
	of: readonly AssumptionSubjectKind[] = ['municipality']
): AssumptionSpec => ({
	standard: value === null ? null : { kind: 'figure', figure: value },
	valueKind: 'figure',
	unit,
	of
});

const dated = (day: string): AssumptionSpec => {
	const read = parseIsoDay(day);
	return {
		standard: read && { kind: 'day', day: read },
		valueKind: 'day',
		unit: null,
		of: ['municipality']
	};
};

/** Every assumption there is. Their words stand in text/assumptions.ts. */
export const assumptions = {
	// Leaving a system
	migration_per_user: range('ore', oreFromKronor(300), oreFromKronor(900), oreFromKronor(2_500)),
	migration_fixed: range('ore', oreFromKronor(150_000), oreFromKronor(400_000), oreFromKronor(1_200_000)),
	integration: range('ore', oreFromKronor(60_000), oreFromKronor(150_000), oreFromKronor(350_000)),
	training_hours_per_user: range('hours', 1, 3, 8),
	working_hour: figure('ore', oreFromKronor(420)),
	parallel_months: range('months', 1, 3, 6),
	procurement: range('ore', oreFromKronor(250_000), oreFromKronor(500_000), oreFromKronor(1_000_000)),
	// Five years
	yearly_price_rise: range('share', 0.02, 0.03, 0.05, ['municipality', 'system', 'supplier']),
	extension_price_rise: range('share', 0.01, 0.02, 0.04),
	new_system_cost: range('share', 0.8, 1, 1.2),
	own_operation_cost: range('share', 0.6, 0.85, 1.2),
	// Own staff
	consultant_hour: figure('ore', oreFromKronor(1_150), ['municipality', 'supplier']),
	consultant_hours_a_year: figure('hours', 1_600),
	employee_a_year: figure('ore', oreFromKronor(890_000)),
	// The Data Act (EU 2023/2854): applies, and from when switching may not be charged for
	data_act_applies: dated('2025-09-12'),
	switching_charges_end: dated('2027-01-12'),
	// Suppliers and licences
	corporate_group: { standard: null, valueKind: 'text', unit: null, of: ['supplier'] },
	package_size: { ...figure('count', 1, ['municipality', 'product']), most: 1_000_000 },
	licence_margin: { ...figure('share', 0.05, ['municipality', 'product']), most: 1 },
	price_index: { standard: null, valueKind: 'series', unit: null, of: ['municipality', 'product'] },
	// The life cycle of systems: from which rating 1–5, age, share of known yes about leaving, and öre a year
	life_cycle_rating: {
		standard: { kind: 'figure', figure: 3 },
		valueKind: 'figure',
		unit: null,
		most: 5,
		of: ['municipality']
	},
	life_cycle_age: { ...figure('years', 10), most: 100 },
	life_cycle_readiness: { ...figure('share', 0.3), most: 1 },
	life_cycle_small: figure('ore', oreFromKronor(300_000)),
	// Key figures: how many use IT, a number a year
	it_users: { standard: null, valueKind: 'series', unit: null, of: ['municipality'] }
} as const satisfies Readonly<Record<string, AssumptionSpec>>;
export type AssumptionKey = keyof typeof assumptions;

export const assumptionKeys = Object.keys(assumptions) as AssumptionKey[];

/** What is declared of an assumption. */
export function assumptionSpec(key: AssumptionKey): AssumptionSpec {
	return assumptions[key];
}

/** Null for what is no assumption. */
export function assumptionKey(name: string): AssumptionKey | null {
	return assumptionKeys.find((key) => key === name) ?? null;
}

/** One that somebody has stored. */
export interface StoredAssumption {
	/** Ascending in the order they were saved. */
	id: number;
	key: AssumptionKey;
	subject: AssumptionSubject;
	/** Null takes it back to what applied before anybody said anything. */
	value: AssumptionValue | null;
	/** Where it comes from, or why. */
	reason: string;
	author: string;
	/** ISO instant. */
	created: string;
}

export interface StandingAssumption {
	value: AssumptionValue | null;
	/** What was stored, of the subject or of the municipality; null where the standard applies. */
	stored: StoredAssumption | null;
}

/** What applies to a subject: its own, else the municipality's, else the standard. Of two stored, the later. */
export function standingAssumption(
	stored: readonly StoredAssumption[],
	key: AssumptionKey,
	subject: AssumptionSubject = municipality
): StandingAssumption {
	const latest = ({ kind, key: of }: AssumptionSubject): StoredAssumption | null =>
		stored.reduce<StoredAssumption | null>(
			(found, one) =>
				one.key === key && one.subject.kind === kind && one.subject.key === of && one.id > (found?.id ?? 0)
					? one
					: found,
			null
		);
	for (const asked of subject.kind === 'municipality' ? [municipality] : [subject, municipality]) {
		const found = latest(asked);
		if (found?.value) return { value: found.value, stored: found };
	}
	return { value: assumptionSpec(key).standard, stored: null };
}

/** The figures of a range, or of one figure as a range without width; null where it is unknown. */
export function assumedRange(
	stored: readonly StoredAssumption[],
	key: AssumptionKey,
	subject: AssumptionSubject = municipality
): Range | null {
	const { value } = standingAssumption(stored, key, subject);
	if (value?.kind === 'range') return value.range;
	return value?.kind === 'figure' ? { low: value.figure, likely: value.figure, high: value.figure } : null;
}

/** One figure; null where it is unknown. */
export function assumedFigure(
	stored: readonly StoredAssumption[],
	key: AssumptionKey,
	subject: AssumptionSubject = municipality
): number | null {
	const { value } = standingAssumption(stored, key, subject);
	return value?.kind === 'figure' ? value.figure : null;
}

/** The value of a year in a series; null where it is unknown. */
export function assumedInYear(
	stored: readonly StoredAssumption[],
	key: AssumptionKey,
	year: number
): number | null {
	const { value } = standingAssumption(stored, key);
	const points = value?.kind === 'series' ? value.series.points : [];
	return points.find((point) => point.year === year)?.value ?? null;
}

/** A dated setting; null where it is unknown. */
export function assumedDay(stored: readonly StoredAssumption[], key: AssumptionKey): Day | null {
	const { value } = standingAssumption(stored, key);
	return value?.kind === 'day' ? value.day : null;
}
