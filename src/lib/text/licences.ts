// The words of Licenser.
import type { PurchaseStep } from '../domain/licence-findings';
import type { Period } from '../domain/period';
import {
	capitalised,
	formatCount,
	formatMonthLong,
	formatPeriod,
	formatShare,
	formatMoney,
	numberWord
} from './format';

export const licenceText = {
	title: 'Licenser',
	allProducts: 'Alla produkter',
	product: 'Produkt',
	unit: 'Nämnd',
	supplier: 'Leverantör',
	month: 'Månad',
	purchased: 'Köpta',
	assigned: 'Tilldelade',
	active: 'Aktiva',
	use: 'Utnyttjande',
	careful: 'Försiktigt',
	strict: 'Strängt',
	counts: 'Antal licenser',
	unused: 'Oanvända',
	span: 'försiktigt till strängt',
	known: 'Känt',
	exportShown: 'Exportera CSV',
	loading: 'Räknar på licenserna …',
	failed: 'Licenserna kunde inte räknas fram',
	failedAdvice: 'Inget har ändrats i data. Försök igen, eller läs in sidan på nytt.',
	none: 'Inga licensuppgifter är inlästa än',
	noneAdvice:
		'Läs in en fil med produkt, nämnd, månad och antal köpta, gärna även tilldelade, aktiva och pris.',
	cannotImport: 'Sidan fylls när en controller har läst in licenserna.',
	importFile: 'Importera en fil',
	definitions:
		'Försiktigt: köpta minus det större av tilldelade och aktiva. Strängt: köpta minus aktiva. Räknas rad för rad, aldrig mellan nämnder, och bara där användningen är känd. Köpta är alla.',
	onlyKnown: 'Bara rader med känd användning är med, så köpta kan vara fler i tabellen.',
	yearly: 'Kronor per år är månadens tal gånger pris gånger tolv.',
	rows: 'Licensrader',
	scale: 'Varje ruta har egen skala från noll.',
	neutralFinding: 'Köpta och använda licenser per nämnd',
	ledger: 'Licenser i huvudboken',
	table: 'Köpta licenser gånger pris',
	difference: 'Skillnad'
} as const;

/** A piece of the lead sentence: words, or a figure that opens its rows. */
export type LicenceLeadPart = string | { text: string; opens: 'unused' | 'unusedAmount' | 'strict' };

interface Unused {
	/** Bought, and neither assigned nor active. */
	unused: number | null;
	/** Not active, where that is known. */
	strict: number | null;
	/** Of how many bought it is known whether they are active. */
	strictKnown: number;
	/** Of how many bought the unused are known. */
	known: number;
	purchased: number;
	/** "2,5 mnkr", a year; null when no price is known. */
	yearly: string | null;
	/** Some of the unused licences have no price. */
	partlyPriced: boolean;
}

/** "1 033 av 9 115 köpta licenser är oanvända, försiktigt räknat: ingen har fått dem. De kostar 2,5 mnkr om året, och priset har stigit 31 % sedan januari 2023." */
export function licenceLead(
	facts: Unused,
	price: { change: number; since: string } | null
): LicenceLeadPart[] {
	const { unused, strict, strictKnown, known, purchased, yearly } = facts;
	const rise = price && priceChange(price);
	if (unused === null) {
		const nobody = `Vi vet inte hur många av ${formatCount(purchased)} köpta licenser som används`;
		return [rise ? `${nobody}, men ${rise}.` : `${nobody}.`];
	}
	const parts: LicenceLeadPart[] = [
		{ text: `${formatCount(unused)} av ${formatCount(known)}`, opens: 'unused' },
		unused > 0
			? ' köpta licenser är oanvända, försiktigt räknat: ingen har fått dem.'
			: ' köpta licenser är oanvända, försiktigt räknat.'
	];
	if (yearly !== null && unused > 0) {
		parts.push(
			facts.partlyPriced ? ' De med känt pris kostar ' : ' De kostar ',
			{ text: yearly, opens: 'unusedAmount' },
			rise ? ` om året, och ${rise}.` : ' om året.'
		);
	} else if (rise) parts.push(` ${rise.charAt(0).toLocaleUpperCase('sv')}${rise.slice(1)}.`);
	if (strict !== null && strict !== unused)
		parts.push(
			' Strängt räknat, när ingen använder dem, är det ',
			{
				text:
					strictKnown < known ? `${formatCount(strict)} av ${formatCount(strictKnown)}` : formatCount(strict),
				opens: 'strict'
			},
			'.'
		);
	if (known < purchased) parts.push(` För ${formatCount(purchased - known)} till är användningen okänd.`);
	return parts;
}

/** "priset har stigit 31 % sedan januari 2023". Null when it has hardly moved. */
function priceChange({ change, since }: { change: number; since: string }): string | null {
	if (Math.abs(change) < 0.005) return null;
	return `priset har ${change > 0 ? 'stigit' : 'sjunkit'} ${formatShare(Math.abs(change), 0)} sedan ${formatMonthLong(since)}`;
}

/** The finding of the price chart. */
export function priceFinding(price: { change: number; since: string }): string {
	const words = priceChange(price);
	return words
		? `${words.charAt(0).toLocaleUpperCase('sv')}${words.slice(1)}`
		: 'Priset är i stort sett oförändrat';
}

/** The finding of the small drawings. */
export function stepFinding(step: PurchaseStep | null): string {
	if (!step) return licenceText.neutralFinding;
	const use =
		step.moreActive <= 0
			? 'men inte fler blev aktiva'
			: `men bara ${formatCount(step.moreActive)} fler blev aktiva`;
	return `${step.unit} köpte ${formatCount(step.bought)} licenser till i ${formatMonthLong(step.month)}, ${use}`;
}

/** Kronor per licence with öre: `201,30 kr`. */
export function formatPrice(ore: number): string {
	return `${formatMoney(ore, 'kr', { decimals: 2 })}\u00a0kr`;
}

/** "Övriga nio nämnder". */
export function otherUnits(count: number): string {
	return `Övriga ${numberWord(count, 'en')} nämnder`;
}

/** What drawers call each figure, and how they say its sum. */
export const measureNames = {
	purchased: 'Köpta',
	assigned: 'Tilldelade',
	active: 'Aktiva',
	unused: 'Oanvända, försiktigt',
	strict: 'Oanvända, strängt',
	unusedAmount: 'Oanvända kronor per år, försiktigt',
	strictAmount: 'Oanvända kronor per år, strängt',
	purchaseAmount: 'Köpta licenser gånger pris'
} as const;
export type LicenceMeasure = keyof typeof measureNames;

interface DimensionWords {
	/** Of the choice: "Per produkt". */
	per: string;
	/** In the address. */
	address: string;
	/** Head of the first column, on screen and in the file. */
	first: string;
	header: 'produkt' | 'leverantor' | 'namnd' | 'manad';
	title: string;
	told: (shown: Period) => string;
}

const inMonth = ({ to }: Period): string => capitalised(formatMonthLong(to));

/** The ways to divide the licences. */
export const dimensionWords = {
	label: 'Visa licenserna',
	product: {
		per: 'Per produkt',
		address: 'produkt',
		first: 'Produkt',
		header: 'produkt',
		title: 'Köpta och oanvända licenser per produkt',
		told: (shown) => `${inMonth(shown)}. Öppna en produkt för att se nämnder, månader och pris.`
	},
	supplier: {
		per: 'Per leverantör',
		address: 'leverantor',
		first: 'Leverantör',
		header: 'leverantor',
		title: 'Köpta och oanvända licenser per leverantör',
		told: (shown) => `${inMonth(shown)}. Öppna en leverantör för att se dess produkter.`
	},
	unit: {
		per: 'Per nämnd',
		address: 'namnd',
		first: 'Nämnd',
		header: 'namnd',
		title: 'Köpta och oanvända licenser per nämnd',
		told: (shown) => `${inMonth(shown)}. Öppna en nämnd för att se dess produkter.`
	},
	month: {
		per: 'Per månad',
		address: 'manad',
		first: 'Månad',
		header: 'manad',
		title: 'Köpta och oanvända licenser månad för månad',
		told: (shown) =>
			`${formatPeriod(shown)}. Kronor är månadens, och summan är de tolv månadernas. Öppna en månad för att se dess produkter.`
	}
} as const satisfies Record<'product' | 'supplier' | 'unit' | 'month', DimensionWords> & { label: string };

/** At most this many names in a sentence. */
const mostNames = 12;

/** "Kartvy, Ritpaletten och 4 till". */
export function listedShortly(names: readonly string[]): string {
	if (names.length <= mostNames) return names.join(', ');
	return `${names.slice(0, mostNames).join(', ')} och ${formatCount(names.length - mostNames)} till`;
}

/** What is unused counts between, while some use is unknown. */
export function unusedRangeWords({ low, high }: { low: number; high: number }): string {
	return `Räknas det okända åt båda hållen är mellan ${formatCount(low)} och ${formatCount(high)} licenser oanvända.`;
}
