// The ledger as booked: IT and the rest in order of day, with credits, repeated rows and voucher numbers.
import type { CostRow } from './cost-row';
import { itRows } from './it-ledger';
import { asOf } from './months';
import { otherRows } from './other-ledger';
import { chanceFor } from './random';

const chance = chanceFor('ledger');

/** A wrongly invoiced amount comes back on the same account; only a small one comes back whole. */
function withCredit(row: CostRow): CostRow[] {
	if (row.invoice === '' || !chance.happens(0.012)) return [row];
	const ore = -Math.round(row.ore * (row.ore > 100_000_00 ? 0.05 : chance.pick([0.1, 0.25, 1])));
	return [row, { ...row, ore, text: `Kredit ${row.text}` }];
}

/** A real repeated kontering: the same voucher twice with the same cells. */
function withRepeat(row: CostRow): CostRow[] {
	return row.ore > 0 && row.ore < 50_000_00 && chance.happens(0.0016) ? [row, row] : [row];
}

function booked(): CostRow[] {
	const rows = [...itRows.filter((row) => row.day <= asOf).flatMap(withCredit), ...otherRows];
	const order = rows.map((row, index) => ({ row, index }));
	order.sort((one, other) =>
		one.row.day === other.row.day ? one.index - other.index : one.row.day < other.row.day ? -1 : 1
	);
	return order
		.map(({ row }, index) => ({ ...row, voucher: String(3_000_000 + index * 11) }))
		.flatMap(withRepeat);
}

/** In order of day, up to the as-of date. */
export const ledger: CostRow[] = booked();

/** Öre booked on the contracts from a day on. */
export function bookedOn(contracts: readonly string[], from: string): number {
	return ledger
		.filter((row) => contracts.includes(row.contract) && row.day >= from)
		.reduce((sum, row) => sum + row.ore, 0);
}
