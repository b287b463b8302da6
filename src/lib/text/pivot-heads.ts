// The words of kronor per anställd and per användare.
import type { Heads } from '../domain/headcount';
import type { MoneyUnit } from '../domain/filters';
import { monthEnd, type Period } from '../domain/period';
import { formatCount, formatCounted, formatDayLong, formatMoneyWithUnit } from './format';

interface HeadWords {
	/** After a figure: "kr per anställd". */
	unit: string;
	count: string;
	one: string;
	many: string;
	covered: string;
	leftOut: string;
	unknown: string;
}

const words: Readonly<Record<'unit' | 'system', HeadWords>> = {
	unit: {
		unit: 'kr per anställd',
		count: 'Nämnare: anställda',
		one: 'nämnd',
		many: 'nämnder',
		covered: 'Täljare: kronor hos nämnder med känt antal anställda',
		leftOut: 'Inte med: kronor utan känt antal anställda',
		unknown: 'Antalet anställda är okänt.'
	},
	system: {
		unit: 'kr per användare',
		count: 'Nämnare: användare',
		one: 'system',
		many: 'system',
		covered: 'Täljare: kronor för system med känt antal användare',
		leftOut: 'Inte med: kronor utan känt antal användare',
		unknown: 'Antalet användare är okänt.'
	}
};

export const headWords = {
	of: words,
	coverage: 'Täckning',
	partialMark: '*',
	partialHeard: ', delvis',
	/** After the name of the measure, where it cannot be chosen. */
	needsSystem:
		'Kronor per användare kräver System som rad, kolumn eller filter, för användare räknas per system.',
	needsSystemShort: 'kräver System'
} as const;

/** "13 av 15 nämnder har känt antal. Okänt: Valnämnden och Jävsnämnden." */
export function coverageText({ known, unknown }: Heads, of: 'unit' | 'system'): string {
	const all = known.length + unknown.length;
	const first = `${formatCount(known.length)} av ${formatCounted(all, words[of].one, words[of].many)} har känt antal.`;
	return unknown.length ? `${first} Okänt: ${namedFew(unknown.map(({ name }) => name))}.` : first;
}

/** The first few by name, the rest as a number. */
function namedFew(names: readonly string[]): string {
	const few = names.slice(0, 4);
	const rest = names.length - few.length;
	return few.join(', ') + (rest > 0 ? ` och ${formatCount(rest)} till` : '');
}

/** What a reader must know under a table of kronor per person. @param leftOut öre whose people are unknown */
export function headNotes(
	of: 'unit' | 'system',
	heads: Heads,
	leftOut: number,
	period: Period,
	unit: MoneyUnit
): string[] {
	const source =
		of === 'unit'
			? `Anställda är nämndregistrets den ${formatDayLong(monthEnd(period.to))}. Där nämnden inte är rad, kolumn eller filter delas med alla nämnders anställda.`
			: 'Användare är systemregistrets. Den som använder flera system räknas i varje.';
	const partial = heads.unknown.length > 0 || leftOut !== 0;
	return [
		source,
		...(partial
			? [
					`* Delvis: ${coverageText(heads, of)} ${formatMoneyWithUnit(leftOut, unit)} är därför inte med i summor per person.`
				]
			: [])
	];
}
