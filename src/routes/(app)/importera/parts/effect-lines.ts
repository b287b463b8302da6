// What the card about a file's effect says: its title, and its rows as words.
import { tables, type Field, type TableKind } from '$lib/domain/columns';
import { rowKeys } from '$lib/domain/columns/row-key';
import type { FigureChange } from '$lib/state/import-effect-figures';
import type { ChangedRow, Difference } from '$lib/state/import-effect-rows';
import type { ImportEffect } from '$lib/state/import-effect';
import { formatMoney } from '$lib/text/format';
import { effectWords as words } from '$lib/text/import-effect';

type Value = ChangedRow['values'][string];

/** Rows that are not the same, each counted once. */
export function changedRows({ totals }: Difference): number {
	return totals.new.rows + totals.changed.rows + totals.gone.rows;
}

/** Öre that the sum of all rows grows by. */
export function sumChange({ totals }: Difference): number {
	return Object.values(totals).reduce((sum, { before, after }) => sum + after - before, 0);
}

/** The finding, as a title. */
export function effectTitle({ difference, hasAmounts, file }: ImportEffect): string {
	if (!difference) return words.adds(file.row_count, file.amount, file.it);
	const rows = changedRows(difference);
	return rows === 0 ? words.same : words.changes(rows, hasAmounts ? sumChange(difference) : null);
}

export interface Measured {
	key: string;
	before: number;
	after: number;
}

/** The months or nämnder that change in one measure. */
export function measured(changes: readonly FigureChange[], measure: 'all' | 'it'): Measured[] {
	return changes
		.map((change) =>
			measure === 'all'
				? { key: change.key, before: change.before, after: change.after }
				: { key: change.key, before: change.beforeIt, after: change.afterIt }
		)
		.filter(({ before, after }) => before !== after);
}

/** How a row is known: `verifikationsnummer 2, konto 74310, leverantor Alfa AB`. */
export function rowName(kind: TableKind, { values }: ChangedRow): string {
	const { ids, beside, otherwise } = rowKeys[kind];
	const isKnown = ids.some((name) => values[name] !== null && values[name] !== undefined);
	const named = (isKnown ? [...ids, ...beside] : otherwise).map((name) =>
		name === 'supplier_key' ? 'supplier' : name
	);
	const shown = kind === 'cost' ? [...new Set([...named, 'unit'])] : named;
	return shown
		.filter((name) => values[name] !== null && values[name] !== undefined)
		.map((name) => `${headerOf(kind, name)} ${valueWords(kind, name, values[name] ?? null)}`)
		.join(', ');
}

/** Every change of a row: the header in Swedish, what it said and what it says. */
export function changeWords(
	kind: TableKind,
	row: ChangedRow
): { header: string; before: string; after: string }[] {
	return row.changes.map(({ column, before, after }) => ({
		header: headerOf(kind, column),
		before: valueWords(kind, column, before),
		after: valueWords(kind, column, after)
	}));
}

/** A row's öre where its table is summed. */
export function rowAmount({ values }: ChangedRow): number | null {
	const amount = values['amount'];
	return typeof amount === 'number' ? amount : null;
}

function fieldOf(kind: TableKind, name: string): Field | undefined {
	return tables[kind].fields.find((field) => field.name === name);
}

function headerOf(kind: TableKind, name: string): string {
	return fieldOf(kind, name)?.header ?? words.period;
}

function valueWords(kind: TableKind, name: string, value: Value): string {
	if (value === null) return words.empty;
	if (typeof value === 'boolean') return value ? 'ja' : 'nej';
	const type = fieldOf(kind, name)?.type;
	if (typeof value === 'number' && (type === 'amount' || type === 'price'))
		return formatMoney(value, 'kr', { decimals: 2 });
	return String(value).replace('.', typeof value === 'number' ? ',' : '.');
}
