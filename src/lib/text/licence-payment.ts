// The words of paid against bought.
import type { DifferencePart } from '../domain/licence-payment';
import type { MoneyUnit } from '../domain/filters';
import { formatMoneyWithUnit } from './format';

export const paymentText = {
	failed: 'Betalningarna kunde inte räknas fram',
	paid: 'Betalt enligt huvudboken, Licens/SaaS',
	priced: 'Köpta licenser gånger pris',
	difference: 'Skillnad, huvudbok minus licensuppgifter',
	parts: 'Vad skillnaden består av',
	partsTold:
		'Plus är mer betalt än licensuppgifterna säger, minus mindre. Delarna summerar till skillnaden på öret.',
	suppliers: 'Betalt och köpt per leverantör',
	suppliersTold: 'Leverantörer med licensuppgifter, och andra som fått betalt för deras system eller avtal.',
	notCovered: 'Huvudboken räcker inte över månaderna, så de går inte att jämföra.',
	rule: 'En rad i huvudboken hör till en produkt när den nämner produktens system eller avtal. Alla belopp är utan moms.',
	vat: 'Fördelat på månader är licensuppgifterna 25 % större än det betalda för samma produkter. Priserna kan vara med moms.',
	withoutPrice: (count: string): string =>
		`${count} licensmånader saknar pris. De är inte med i licensuppgifternas kronor, men det som är betalt för dem är med.`,
	tooMany:
		'Det är så många produkter att raderna inte ryms i en länk. Öppna raderna per leverantör i stället.',
	systemRows: 'Rader som nämner ett system med licensuppgifter',
	contractRows: 'Rader som bara nämner ett avtal med licensuppgifter',
	remark: 'Anmärkning',
	part: 'Del',
	meaning: 'Vad den är',
	supplier: 'Leverantör',
	paidShort: 'Betalt',
	pricedShort: 'Licensuppgifter',
	differenceShort: 'Skillnad'
} as const;

interface PartWords {
	name: string;
	meaning: string;
}

export const partWords: Readonly<Record<DifferencePart, PartWords>> = {
	'other-supplier': {
		name: 'Andra leverantörer',
		meaning: 'Betalt till leverantörer som inte finns i licensuppgifterna.'
	},
	'same-supplier': {
		name: 'Annat från samma leverantörer',
		meaning:
			'Betalt till leverantörer i licensuppgifterna, på rader som varken nämner en produkts system eller avtal.'
	},
	uncovered: {
		name: 'Månader utan licensuppgifter',
		meaning: 'Betalt för produkter i månader som licensuppgifterna inte har.'
	},
	later: {
		name: 'Förskott för senare månader',
		meaning: 'Årsfakturor som är bokförda i perioden men gäller senare, fördelade på tolv månader.'
	},
	earlier: {
		name: 'Betalt före perioden',
		meaning: 'Den del av tidigare årsfakturor som gäller perioden.'
	},
	unpaid: {
		name: 'Köpta utan betalning',
		meaning: 'Licenser vars system och avtal ingen rad i huvudboken nämner.'
	},
	rest: {
		name: 'Oförklarat',
		meaning:
			'Antal eller pris som skiljer, krediter, tillägg till licensen eller fel i kodningen. Ingen vet utan att fråga.'
	}
};

export function paymentLead(difference: number, unit: MoneyUnit): string {
	if (difference === 0) return 'Huvudboken och licensuppgifterna stämmer överens på öret.';
	const side = difference > 0 ? 'mer' : 'mindre';
	return `Huvudboken har ${formatMoneyWithUnit(Math.abs(difference), unit)} ${side} för licenser än licensuppgifterna.`;
}

/** "Störst är förskott för senare månader, +14,4 mnkr. 7,6 mnkr är oförklarat." */
export function partsLead(
	largest: { part: DifferencePart; amount: number } | null,
	rest: number,
	unit: MoneyUnit
): string {
	const first = largest
		? `Störst är ${partWords[largest.part].name.toLocaleLowerCase('sv')}, ${formatMoneyWithUnit(largest.amount, unit, { signed: true })}.`
		: '';
	const last =
		rest === 0 ? 'Inget är oförklarat.' : `${formatMoneyWithUnit(Math.abs(rest), unit)} är oförklarat.`;
	return `${first} ${last}`.trim();
}
