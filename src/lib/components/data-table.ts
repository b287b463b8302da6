// What DataTable needs to know about its columns, and how it sorts.
import type { Snippet } from 'svelte';

export interface Column<Row> {
	key: string;
	label: string;
	align?: 'start' | 'end';
	/** Raw value: what is sorted on and, without `format`, what is printed. */
	value: (row: Row) => string | number | null;
	/** The printed text. */
	format?: (row: Row) => string;
	sortable?: boolean;
	/** Text in the total row. */
	total?: string;
	/** Opens the rows behind the total. */
	onTotal?: () => void;
	/** Makes the cell a button that opens its rows; return undefined from `canOpen` rows to leave them plain. */
	onOpen?: (row: Row) => void;
	/** False leaves this row's cell as plain text. */
	canOpen?: (row: Row) => boolean;
	/** Makes the cell a link. */
	href?: (row: Row) => string | undefined;
	/** Draws the cell instead of text. */
	cell?: Snippet<[Row]>;
	/** A heading shared with neighbouring columns of the same group. */
	group?: string;
	strong?: boolean;
	/** A hairline before the column, where a group starts. */
	ruled?: boolean;
	/** Smallest width, as CSS. */
	width?: string;
	/** Keeps words on one line. Figures always do. */
	nowrap?: boolean;
}

export interface Sort {
	key: string;
	direction: 'ascending' | 'descending';
}

const swedish = new Intl.Collator('sv', { numeric: true });

/** The rows in the order asked for; what has no value comes last either way. */
export function sortRows<Row>(
	rows: readonly Row[],
	columns: readonly Column<Row>[],
	sort: Sort | null
): Row[] {
	const column = sort && columns.find((candidate) => candidate.key === sort.key);
	if (!sort || !column) return [...rows];
	const factor = sort.direction === 'ascending' ? 1 : -1;
	return [...rows].sort((first, second) => {
		const [a, b] = [column.value(first), column.value(second)];
		if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
		if (typeof a === 'number' && typeof b === 'number') return factor * (a - b);
		return factor * swedish.compare(String(a), String(b));
	});
}

/** Neighbouring columns of one group, with how many they are. */
export function columnGroups<Row>(columns: readonly Column<Row>[]): { label: string; span: number }[] {
	const groups: { label: string; span: number }[] = [];
	for (const column of columns) {
		const last = groups.at(-1);
		const label = column.group ?? '';
		if (last && last.label === label) last.span += 1;
		else groups.push({ label, span: 1 });
	}
	return groups;
}
