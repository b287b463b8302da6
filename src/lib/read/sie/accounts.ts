// Which accounts of a SIE file are cost, by the first digit, and the names of dimensions and objects.
import type { SieObject } from './fields';

/** Account classes that are cost when nobody has said otherwise. */
export const defaultCostClasses: readonly number[] = [4, 5, 6, 7];

/** The first digit of an account; null for an account without one. */
export function accountClass(account: string): number | null {
	const first = account.charCodeAt(0) - 48;
	return first >= 0 && first <= 9 ? first : null;
}

/** `1–3 och 8`. */
export function classRange(classes: readonly number[]): string {
	const sorted = classes.toSorted((a, b) => a - b);
	const runs: number[][] = [];
	for (const one of sorted) {
		const run = runs.at(-1);
		if (run && run.at(-1) === one - 1) run.push(one);
		else runs.push([one]);
	}
	const parts = runs.map((run) =>
		run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(runs.length > 1 ? ', ' : ' och ')
	);
	const last = parts.pop() ?? '';
	return parts.length ? `${parts.join(', ')} och ${last}` : last;
}

/** A dimension that rows are given as a column. */
export interface DimensionColumn {
	dimension: string;
	header: string;
	/** Cells hold the object's name instead of its number. */
	named: boolean;
}

const standardNames: Readonly<Record<string, string>> = {
	'1': 'Kostnadsställe',
	'2': 'Kostnadsbärare',
	'6': 'Projekt',
	'7': 'Anställd',
	'8': 'Kund',
	'9': 'Leverantör',
	'10': 'Faktura'
};

/** Readers know these by name: the nämnd `Socialnämnden`, not `300`. */
const knownByName = /^(?:nämnd|förvaltning|leverantör|bolag)/i;
/** An employee is a person: the dimension is never read. */
const employees = /^(?:anställd|personal|medarbetare|person\b)/i;

/** What a file says about its dimensions and their objects. */
export class Dimensions {
	private readonly names = new Map<string, string>();
	private readonly parents = new Map<string, string>();
	private readonly objects = new Map<string, Map<string, string>>();
	private readonly counts = new Map<string, Map<string, number>>();

	name(dimension: string, name: string, parent?: string): void {
		if (name) this.names.set(dimension, name);
		if (parent) this.parents.set(dimension, parent);
	}

	object(dimension: string, number: string, name: string): void {
		if (!name || this.isEmployee(dimension)) return;
		const objects = this.objects.get(dimension) ?? new Map<string, string>();
		const counts = this.counts.get(dimension) ?? new Map<string, number>();
		if (!objects.has(number)) counts.set(name, (counts.get(name) ?? 0) + 1);
		objects.set(number, name);
		this.objects.set(dimension, objects);
		this.counts.set(dimension, counts);
	}

	/** Dimension 7, what stands below it, and dimensions that are named for people. */
	isEmployee(dimension: string): boolean {
		return dimension === '7' || this.parents.get(dimension) === '7' || employees.test(this.nameOf(dimension));
	}

	nameOf(dimension: string): string {
		return this.names.get(dimension) ?? standardNames[dimension] ?? `Dimension ${dimension}`;
	}

	/** The columns of the used dimensions, in order; `taken` are headers that rows have already. */
	columns(used: ReadonlySet<string>, taken: readonly string[]): DimensionColumn[] {
		const headers = new Set(taken);
		return [...used]
			.filter((dimension) => !this.isEmployee(dimension))
			.toSorted((a, b) => a.localeCompare(b, 'sv', { numeric: true }))
			.map((dimension) => {
				const name = this.nameOf(dimension);
				const header = headers.has(name.toLowerCase()) ? `${name} (dimension ${dimension})` : name;
				headers.add(header.toLowerCase());
				return { dimension, header, named: knownByName.test(name) };
			});
	}

	/** One cell. A name that two objects share is told with its number, so that they stay two. */
	cell(objects: readonly SieObject[], { dimension, named }: DimensionColumn): string {
		const cells: string[] = [];
		for (const object of objects) {
			if (object.dimension !== dimension) continue;
			const name = named ? this.objects.get(dimension)?.get(object.number) : undefined;
			const shared = name !== undefined && (this.counts.get(dimension)?.get(name) ?? 0) > 1;
			cells.push(name === undefined ? object.number : shared ? `${name} (${object.number})` : name);
		}
		return cells.join(' | ');
	}
}
