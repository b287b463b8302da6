// A purchase: what one supplier is paid for on one contract or system, of one kostnadsslag.

/** What ties a cost to something bought: a contract, else a system. `any` is all that the supplier sells of the kostnadsslag. */
export type PurchaseTie =
	{ of: 'contract'; id: string } | { of: 'system'; id: string } | { of: 'none' } | { of: 'any' };

/** What the ledger says of one supplier, contract, system, kostnadsslag and nämnd in two spans of months. Amounts are öre. */
export interface ComparedCell {
	/** Null: the rows name no supplier. */
	supplier: string | null;
	contract: string | null;
	system: string | null;
	kind: string;
	unit: string | null;
	/** The filters on nämnd and kostnadsslag keep it; other cells only tell where cost moved from or to. */
	inside: boolean;
	now: number;
	before: number;
	/** How many rows. A cost is there when it has rows, even where they sum to zero. */
	rowsNow: number;
	rowsBefore: number;
}

/** A purchase in one nämnd. */
export type PurchaseCell = Omit<ComparedCell, 'contract' | 'system'> & { tie: PurchaseTie };

/** Cells of the same supplier, tie, kostnadsslag and nämnd as one, in the order of their names. */
export function purchaseCells(cells: readonly ComparedCell[]): PurchaseCell[] {
	const found = new Map<string, PurchaseCell>();
	for (const { contract, system, ...cell } of cells) {
		const tie = tieOf(contract, system);
		const key = textKey([cell.supplier, tieText(tie), cell.kind, cell.unit]);
		const held = found.get(key);
		found.set(key, held ? { ...held, ...added(held, cell) } : { ...cell, tie });
	}
	return [...found].sort(([first], [second]) => (first < second ? -1 : 1)).map(([, cell]) => cell);
}

/** Öre and rows of both spans. */
export type ComparedSums = Pick<ComparedCell, 'now' | 'before' | 'rowsNow' | 'rowsBefore'>;

export const noSums: ComparedSums = { now: 0, before: 0, rowsNow: 0, rowsBefore: 0 };

export function added(first: ComparedSums, second: ComparedSums): ComparedSums {
	return {
		now: first.now + second.now,
		before: first.before + second.before,
		rowsNow: first.rowsNow + second.rowsNow,
		rowsBefore: first.rowsBefore + second.rowsBefore
	};
}

function tieOf(contract: string | null, system: string | null): PurchaseTie {
	if (contract !== null) return { of: 'contract', id: contract };
	return system === null ? { of: 'none' } : { of: 'system', id: system };
}

/** A tie as text, for keys. */
export function tieText(tie: PurchaseTie): string {
	return 'id' in tie ? `${tie.of}:${tie.id}` : tie.of;
}

/** Several words as one key, so that no two lists of words share one. */
export function textKey(words: readonly (string | null)[]): string {
	return JSON.stringify(words);
}
