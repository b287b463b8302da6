// What the ledger shows was paid for licences against what the licence table says they cost, and the difference in parts
// that sum to it to the öre.

/** Where a ledger row of Licens/SaaS belongs. */
export const paymentKinds = ['product', 'same-supplier', 'other-supplier'] as const;
export type PaymentKind = (typeof paymentKinds)[number];

export interface PaidGroup {
	kind: PaymentKind;
	/** Of a product's row: its system or contract has licence rows in the months that the row counts in. */
	covered: boolean;
	/** Öre booked in the period. */
	booked: number;
	/** Öre that falls in the period when yearly invoices are spread over their twelve months. */
	accrued: number;
	/** Öre booked in the period that belongs to later months. */
	later: number;
	/** Öre that belongs to the period and was booked before it. */
	earlier: number;
}

/** What the licence table says a product costs in the period, in kronor that are known. */
export interface PricedGroup {
	/** Some ledger row names its system or contract. */
	paid: boolean;
	/** Öre: purchased × price. */
	amount: number;
}

export const differenceParts = [
	'other-supplier',
	'same-supplier',
	'uncovered',
	'later',
	'earlier',
	'unpaid',
	'rest'
] as const;
export type DifferencePart = (typeof differenceParts)[number];

export interface PaymentDifference {
	/** Öre booked. */
	paid: number;
	/** Öre by the licence table. */
	priced: number;
	/** paid − priced. */
	difference: number;
	/** They sum to the difference. `rest` is what nobody can explain: number, price or credits that differ. */
	parts: Record<DifferencePart, number>;
	/** Öre of the products' rows, accrued, in months with licence rows: what `rest` is counted from. */
	comparedPaid: number;
	comparedPriced: number;
}

export function paymentDifference(
	paid: readonly PaidGroup[],
	priced: readonly PricedGroup[]
): PaymentDifference {
	const sum = <Row>(rows: readonly Row[], value: (row: Row) => number) =>
		rows.reduce((all, row) => all + value(row), 0);
	const ofKind = (kind: PaymentKind) => paid.filter((group) => group.kind === kind);
	const products = ofKind('product');
	const compared = products.filter(({ covered }) => covered);
	const comparedPaid = sum(compared, ({ accrued }) => accrued);
	const comparedPriced = sum(
		priced.filter((group) => group.paid),
		({ amount }) => amount
	);
	const [all, table] = [sum(paid, ({ booked }) => booked), sum(priced, ({ amount }) => amount)];
	const parts: Record<DifferencePart, number> = {
		'other-supplier': sum(ofKind('other-supplier'), ({ booked }) => booked),
		'same-supplier': sum(ofKind('same-supplier'), ({ booked }) => booked),
		uncovered: sum(
			products.filter(({ covered }) => !covered),
			({ accrued }) => accrued
		),
		later: sum(products, ({ later }) => later),
		earlier: 0 - sum(products, ({ earlier }) => earlier),
		unpaid:
			0 -
			sum(
				priced.filter((group) => !group.paid),
				({ amount }) => amount
			),
		rest: comparedPaid - comparedPriced
	};
	return { paid: all, priced: table, difference: all - table, parts, comparedPaid, comparedPriced };
}

/** The share that VAT adds. A price with VAT makes the table as much larger than the ledger, which has none. */
const vat = 0.25;
const vatTolerance = 0.005;

/** The table looks as if its prices held VAT. */
export function looksLikeVat(paid: number, priced: number): boolean {
	return paid > 0 && Math.abs(priced / paid - (1 + vat)) <= vatTolerance;
}
