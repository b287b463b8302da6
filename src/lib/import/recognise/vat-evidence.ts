// Whether the chosen amounts hold VAT, which no amount here may: the figures of a VAT column beside them tell.
import type { Ore } from '$lib/domain/money';
import { isEmptyRecord, type Cell } from '$lib/read/record';
import type { SourceTable } from '$lib/read/source-table';
import { amountFromNumber, parseAmount } from '../cells/amount';
import { normaliseHeader } from './header';
import type { PlannedColumn } from './plan';

export interface VatEvidence {
	/** Header of the VAT column. */
	header: string;
	/** Rows whose VAT is the part of an amount that already holds it. */
	including: number;
	/** Rows with VAT at a Swedish rate, on top of the amount or in it. */
	rows: number;
}

const vatHeader =
	/^(?:varav )?(?:ingaende )?(?:moms|momsbelopp|vat|vat amount|mervardesskatt)(?: belopp| kr| sek)?$/;
const rates = [0.25, 0.12, 0.06];
/** VAT is rounded to öre, and on small bills to kronor. */
const tolerance = 0.004;

/** What the VAT column of a table says about an amount column; null where there is none, or it says nothing. */
export async function vatEvidenceOf(
	table: SourceTable,
	{ headerRow, headers }: { headerRow: number; headers: readonly string[] },
	amount: PlannedColumn,
	signal?: AbortSignal
): Promise<VatEvidence | null> {
	const column = headers.findIndex((header) => vatHeader.test(normaliseHeader(header)));
	if (column < 0) return null;
	const evidence: VatEvidence = { header: headers[column] ?? '', including: 0, rows: 0 };
	for await (const batch of table.records()) {
		signal?.throwIfAborted();
		for (const record of batch) {
			if (record.row <= headerRow || record.broken || isEmptyRecord(record)) continue;
			const [whole, vat] = [amount.column, column].map((at) => oreOf(record.cells[at] ?? '', amount));
			if (!whole || !vat) continue;
			const share = vat / whole;
			const isNear = (wanted: number): boolean => Math.abs(share - wanted) < wanted * tolerance;
			const including = rates.some((rate) => isNear(rate / (1 + rate)));
			if (including) evidence.including++;
			if (including || rates.some(isNear)) evidence.rows++;
		}
	}
	return evidence.rows ? evidence : null;
}

function oreOf(cell: Cell, { amount = { sign: ',', longDecimals: true } }: PlannedColumn): Ore | null {
	const read = typeof cell === 'number' ? amountFromNumber(cell) : parseAmount(cell, amount);
	return 'amount' in read ? read.amount : null;
}
