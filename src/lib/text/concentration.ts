// The words of Koncentration: who counts as a supplier, the matrix, koncern, what-if and the flag of few suppliers.
import { shortestReason } from '../domain/reason';
import type { SupplierView } from '../domain/supplier-view';
import { capitalised, formatCount, formatCounted, formatShare, numberWord } from './format';

export const viewNames: Readonly<Record<SupplierView, string>> = {
	invoiced: 'Den som fakturerar',
	group: 'Koncernen',
	maker: 'Verklig leverantör'
};

/** In a sentence: "Räknat per koncern är HHI …". */
const countedBy: Readonly<Record<SupplierView, string>> = {
	invoiced: 'Räknat per fakturerande leverantör',
	group: 'Räknat per koncern',
	maker: 'Räknat per verklig leverantör'
};

export const hhiText = (hhi: number | null) => formatCount(hhi);
const suppliersText = (count: number) => formatCounted(count, 'leverantör', 'leverantörer');
/** Two figures that print alike are told as the same. */
const alike = (one: number | null, other: number | null) => hhiText(one) === hhiText(other);

/** What a view changes beside the invoices, in words. */
export function viewDifference(view: SupplierView, hhi: number | null, invoiced: number | null): string {
	if (view === 'invoiced') return `${countedBy.invoiced} är HHI ${hhiText(hhi)}.`;
	if (alike(hhi, invoiced)) return `${countedBy[view]} är HHI ${hhiText(hhi)}, samma som på fakturorna.`;
	return `${countedBy[view]} är HHI ${hhiText(hhi)} i stället för ${hhiText(invoiced)}.`;
}

/** What of the kronor nobody has said anything about. */
export function assumedWords(view: SupplierView, amount: string, all: boolean): string {
	if (view === 'group')
		return all
			? 'Ingen av leverantörerna har en känd koncern. Alla räknas var för sig.'
			: `${amount} går till leverantörer utan känd koncern. De räknas var för sig.`;
	return all
		? 'Ingen har sagt vems produkter som faktureras. Alla kronor räknas på den som fakturerar. En regel i Taggning kan säga det.'
		: `${amount} saknar uppgift om vems produkten är. De räknas på den som fakturerar.`;
}

/** The page's answer. @param alone cells with one supplier, of `cells`; amount and largest in words */
export function concentrationLead(alone: number, cells: number, period: string): string {
	if (!cells) return 'Det finns ingen it-kostnad med leverantör i urvalet.';
	if (!alone) return `Ingen leverantör är ensam om ett kostnadsslag i en nämnd ${period}.`;
	return `I ${numberWord(alone, 'en')} av ${formatCount(cells)} rutor är en leverantör ensam om ett kostnadsslag i en nämnd ${period}.`;
}

export function gridTitle(suppliers: number, hhi: number | null): string {
	if (hhi === null) return 'Koncentration per kostnadsslag och nämnd';
	return `${capitalised(suppliersText(suppliers))} ger HHI ${hhiText(hhi)} för hela kostnaden`;
}

export function lossTitle(name: string, before: number | null, after: number | null): string {
	if (after === null) return `Utan ${name} finns ingen leverantör kvar`;
	return `Utan ${name} går HHI från ${hhiText(before)} till ${hhiText(after)}`;
}

export function splitTitle(name: string, share: number, before: number | null, after: number | null): string {
	const parts =
		share === 0.5 ? 'två lika delar' : `${formatShare(1 - share, 0)} och ${formatShare(share, 0)}`;
	return `Delas ${name} i ${parts} går HHI från ${hhiText(before)} till ${hhiText(after)}`;
}

export function fewTitle(flags: number, amount: string): string {
	if (!flags) return 'Ingen ruta har så få leverantörer att det är en flagga';
	return `${capitalised(numberWord(flags, 'en'))} ${flags === 1 ? 'ruta' : 'rutor'} med en eller två leverantörer, ${amount}`;
}

/** What a cell says to the ear. */
export function cellHeard(cell: {
	name: string;
	hhi: string;
	suppliers: number;
	top: string;
	amount: string;
	little: boolean;
}): string {
	return `${cell.name}: HHI ${cell.hhi}, ${suppliersText(cell.suppliers)}, störst ${cell.top}, ${cell.amount}${cell.little ? `, ${concentrationWords.little}` : ''}`;
}

export const concentrationWords = {
	title: 'Koncentration',
	supplierFilter:
		'Filtret på leverantörer ändrar inget här: koncentration räknas på alla. Den valda är förvald under Tänk om.',
	groupsFailed: 'Koncernerna kunde inte hämtas. Vyn Koncernen visar tills vidare det som står på fakturorna.',
	largest: (name: string) => `Störst är ${name}, med`,
	viewLabel: 'Vem räknas som leverantör',
	all: 'Alla',
	allKinds: 'Alla kostnadsslag',
	allUnits: 'Alla nämnder',
	withoutKind: 'Okänt kostnadsslag',
	withoutUnit: 'Utan nämnd',
	grid: 'Koncentration per nämnd och kostnadsslag',
	gridSubtitle: (unit: string, period: string) =>
		`HHI, antal leverantörer, störst med sin andel, och ${unit}. ${capitalised(period)}.`,
	keys: 'Piltangenter flyttar, Enter väljer rutan, Skift+Enter öppnar raderna.',
	unitHead: 'Nämnd',
	legend: 'HHI',
	legendSteps: ['högst 1 000', '1 800', '2 500', '5 000', 'mer', 'en ensam'],
	little: 'under 100 tkr, litet underlag',
	littleShort: 'litet underlag',
	few: (count: number) => `bara ${formatCount(count)} lev.`,
	suppliersShort: (count: number) => `${formatCount(count)} lev.`,
	noSupplier: 'utan leverantör',
	nothing: 'ingen kostnad',
	borrowed:
		'HHI är lånat från konkurrensrätten, där det mäter marknader: 10 000 är en enda leverantör, 10 000 delat med antalet är det lägsta. Läs det alltid med antalet leverantörer.',
	sortByTotal: 'Sorterat efter kronor.',
	chosen: 'Vald ruta',
	chooseWhole: 'Visa hela kostnaden',
	openRows: 'Öppna raderna',
	columns: {
		unit: 'Nämnd',
		kind: 'Kostnadsslag',
		hhi: 'HHI',
		suppliers: 'Leverantörer',
		top: 'Störst',
		topShare: 'Störstas andel',
		invoicedHhi: 'HHI, fakturerat',
		view: 'Räknat på',
		effective: 'Lika stora',
		supplier: 'Leverantör',
		group: 'Koncern',
		share: 'Andel',
		rows: 'Rader',
		companies: 'Bolag'
	},
	viewsTitle: 'Tre sätt att räkna samma kronor',
	viewsSubtitle: (cell: string, period: string) => `${cell}, ${period}`,
	suppliersTitle: (cell: string) => `Leverantörerna: ${cell}`,
	suppliersSubtitle: 'Kronor netto per leverantör. Under noll räknas som noll i HHI.',
	noGroup: 'Okänt',
	setGroup: 'Ange',
	changeGroup: 'Ändra',
	setElsewhere: 'Koncern anges i vyn Den som fakturerar.',
	setGroupNamed: (name: string) => `Ange koncern för ${name}`,
	changeGroupNamed: (name: string, group: string) => `Ändra koncern för ${name}, nu ${group}`,
	personal: 'enskild firma',
	grounds: {
		floored: 'Räknat som noll',
		nameless: 'Utan leverantör',
		formula: 'Σ (andel i %)²',
		assumed: 'Räknat på fakturan'
	}
} as const;

export const groupWords = {
	title: (name: string) => `Koncern för ${name}`,
	text: 'Den koncern som leverantören hör till. Bolag med samma koncernnamn räknas ihop i vyn Koncernen. Inga rader ändras.',
	name: 'Koncernens namn',
	reason: 'Var kommer uppgiften från?',
	reasonHint: 'Till exempel årsredovisning, allabolag.se eller leverantörens webbplats.',
	save: 'Spara koncern',
	takeBack: 'Ta bort koncernen',
	noName: 'Skriv koncernens namn.',
	noReason: `Skriv var uppgiften kommer från, med minst ${numberWord(shortestReason)} tecken.`,
	saved: (name: string, group: string) => `${name} räknas nu till ${group}.`,
	takenBack: (name: string) => `${name} räknas åter för sig.`,
	newer: 'Någon annan hann ändra. Det som sparades då visas nu. Spara igen om du vill ändra det.',
	history: 'Tidigare uppgifter',
	historyLine: (day: string, author: string, group: string, reason: string) =>
		`${day}, ${author}: ${group}. ${reason}`,
	removed: 'ingen koncern',
	lost: 'Det gick inte att nå servern. Det du skrivit står kvar.'
} as const;

export const whatIfWords = {
	title: 'Tänk om',
	question: 'Vad händer med koncentrationen',
	gone: 'Leverantören försvinner',
	split: 'Leverantören delas',
	supplier: 'Leverantör',
	share: 'Den nya delens andel, procent',
	note: 'Räknat på kronorna i rutan. De andra leverantörerna behåller vad de har. Det är ingen prognos.',
	before: 'I dag',
	after: 'Efteråt',
	measure: 'Mått',
	remaining: 'Kronor kvar',
	lost: 'Kronor som berörs',
	effective: 'Motsvarar lika stora',
	top: 'Störst',
	reach: {
		title: 'Det som berörs i dag',
		system: 'System',
		unit: 'Nämnder',
		contract: 'Avtal',
		none: 'Inga kända',
		missing: { system: 'utan känt system', unit: 'utan nämnd', contract: 'utan känt avtal' },
		possible: 'flera möjliga avtal'
	},
	more: (count: number) => `och ${formatCount(count)} till`
} as const;

export const fewWords = {
	name: (kind: string, unit: string) => `${kind}, ${unit}`,
	subtitle:
		'En eller två leverantörer, räknat på den som fakturerar, och minst 700 000 kr: gränsen för direktupphandling, så att det fanns något att konkurrera om.',
	none: 'Alla rutor med minst 700 000 kr har tre leverantörer eller fler.',
	partOfYear: 'Gränsen gäller ett år. Perioden är kortare, så fler rutor kan komma till.',
	list: 'Rutor med en eller två leverantörer',
	dismissed: (count: number) => `${formatCount(count)} avfärdade`,
	failed: 'Vad som är avfärdat kunde inte hämtas.'
} as const;
