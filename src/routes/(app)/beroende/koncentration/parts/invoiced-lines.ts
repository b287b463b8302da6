import type { InvoicedFor } from '$lib/domain/supplier-view';
import type { invoicedFor } from '$lib/queries/invoiced-for';
import type { AnswerState } from '$lib/state/answer.svelte';
import type * as v from 'valibot';

/** What invoiced-for answers, as the views count it; null until it has. */
export function invoicedLines(
	answer: AnswerState<v.InferOutput<typeof invoicedFor.row>>
): InvoicedFor[] | null {
	if (answer.name !== 'rows') return null;
	return answer.rows.map((row) => ({
		supplierKey: row.supplier_key,
		supplier: row.supplier,
		realKey: row.real_key,
		realName: row.real_name,
		makerKnown: row.maker_known,
		amount: row.amount,
		rows: row.row_count
	}));
}
