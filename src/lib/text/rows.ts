// The words of the rows drawer. Those of "Varför?" are in why-tagged.ts.
import type { Filters } from '../domain/filters';
import type { RowField } from '../domain/row-fields';
import type { Spreading } from '../domain/accrual';
import { accruedRowsSubtitle } from './accrual';
import { formatCount, formatCounted, formatOre, formatPeriod } from './format';

const nbsp = '\u00a0';

export const rowWords = {
	counting: 'Räknar …',
	waiting: 'Hämtar raderna …',
	failed: 'Raderna kunde inte hämtas',
	failedMeaning: 'Inget har ändrats i data. Försök igen, eller stäng och välj färre rader.',
	none: 'Inga rader finns bakom talet',
	noneMeaning: 'Länken kan vara gjord med en tidigare utgåva av siffrorna.',
	download: 'CSV',
	downloadFound: 'CSV, hittade rader',
	downloadLabel: 'Hämta alla rader som CSV',
	making: 'Skapar filen …',
	fileFailed: 'Filen kunde inte skapas. Försök igen.',
	freeText: 'Fritext visas för controllers. Personuppgifter är maskerade vid importen.',
	label: 'Rader',
	search: 'Sök i raderna',
	searchHint: 'Leverantör, konto, verifikat, avtal eller belopp',
	clearSearch: 'Rensa sökningen',
	searching: 'Söker …',
	notFoundMeaning:
		'Sökningen läser leverantör, organisationsnummer, konto, kontotext, verifikat, faktura, nämnd, projekt, avtal, system och belopp. Varje ord ska finnas på raden. Skriv färre ord eller en del av ett ord.',
	notFoundText: ' Fritexten läses också.',
	columns: 'Kolumner',
	chooseColumns: 'Välj kolumner',
	usualColumns: 'Återställ kolumnerna',
	columnsKept: 'Valet gäller under besöket. Datum och belopp visas alltid.',
	allFields: 'Alla fält',
	amountHead: 'Belopp, kr',
	fetching: 'Hämtas',
	lacking: 'Saknas',
	noFreeText: 'Fakturatext visas inte för din roll. Summor och antal är desamma som för controllers.'
} as const;

/** Under the sum: "23 rader, jan–okt 2026. Raderna summerar till siffran du klickade på." */
export function rowsSubtitle(
	rowCount: number,
	filters: Filters,
	{ anyTag = false, spreading }: { anyTag?: boolean; spreading?: Spreading }
): string {
	const period = filters.period ? formatPeriod(filters.period) : 'alla månader';
	if (filters.basis === 'accrued') return accruedRowsSubtitle(rowCount, period, spreading);
	const scope = anyTag ? ' Även rader utanför it är med.' : '';
	return `${formatCounted(rowCount, 'rad', 'rader')}, ${period}. Raderna summerar till siffran du klickade på.${scope}`;
}

export const coverWords: Readonly<Record<string, string>> = {
	avtal: 'Raden har avtalets nummer.',
	antagen: 'Antaget: leverantörens enda avtal som gällde då.',
	flera: 'Okänt: leverantören hade flera avtal som gällde då.',
	saknas: 'Inget känt avtal hos leverantören gällde då.',
	okänt: 'Okänt: leverantörens avtal saknar startdag.'
};

/** How a row is joined to its system; nothing is said of a row that is joined to none. */
export const systemCoverWords: Readonly<Record<string, string>> = {
	tagg: 'Systemet är radens egen tagg.',
	avtal:
		'Systemet kommer från avtalet: raden har ingen egen systemtagg, och bara ett system i registret har avtalet.'
};

/** "Källa: huvudbok_2026-09.csv, blad Blad1, rad 41806." */
export function sourceSentence(file: string | null, sheet: string | null, row: number): string {
	return `Källa: ${[file ?? 'okänd fil', sheet && `blad ${sheet}`, `rad ${row}`].filter(Boolean).join(', ')}.`;
}

/** What a field of a row is called, as a column's head and in the list of all fields. */
export const rowFieldWords: Readonly<Record<RowField, string>> = {
	day: 'Datum',
	booked_day: 'Bokförd',
	voucher: 'Verifikat',
	unit: 'Nämnd',
	responsibility: 'Ansvar',
	operation: 'Verksamhet',
	project: 'Projekt',
	activity: 'Aktivitet',
	object: 'Objekt',
	account: 'Konto',
	account_text: 'Kontotext',
	counterpart: 'Motpart',
	supplier: 'Leverantör',
	organisation_number: 'Organisationsnummer',
	maker: 'Verklig leverantör',
	invoice: 'Fakturanummer',
	text: 'Text',
	amount: 'Belopp',
	booked_amount: 'Hela raden',
	currency: 'Valuta',
	cost_kind: 'Kostnadsslag',
	orientation: 'Inriktning',
	system_ref: 'System',
	contract_ref: 'Avtal',
	tag: 'Taggat av',
	file_name: 'Fil',
	sheet: 'Blad',
	source_row: 'Rad i filen'
};

/** What set a row's tags, in a word or two: "Regel 12", "Filen", "För hand". */
export function taggedByWords(row: {
	tag_source: string | null;
	rule_id: string | null;
	rule_position: number | null;
	candidate: boolean;
}): string {
	if (row.tag_source === 'hand') return 'För hand';
	if (row.tag_source === 'fil') return 'Filen';
	if (row.rule_id === null) return 'Ingen regel';
	return `Regel${nbsp}${row.rule_position ?? row.rule_id}${row.candidate ? ', möjlig it' : ''}`;
}

interface CountedRows {
	row_count: number;
	/** Öre. */
	amount: number;
}

/** Beside a search: "3 av 514 rader, 1 234,50 kr av 17 748 913,00 kr hittade". */
export function foundSentence(found: CountedRows, whole: CountedRows): string {
	const rows = `${formatCount(found.row_count)} av ${formatCounted(whole.row_count, 'rad', 'rader')}`;
	return `${rows}, ${formatOre(found.amount)} av ${formatOre(whole.amount)} hittade`;
}

export function notFoundTitle(typed: string): string {
	return `Ingen rad innehåller ”${typed.trim()}”`;
}

/** The total row; the drawer's title says the whole sum. */
export function totalWords(rowCount: number, isSearch: boolean): string {
	return isSearch
		? `Summa ${formatCounted(rowCount, 'hittad rad', 'hittade rader')}`
		: `Summa ${formatCounted(rowCount, 'rad', 'rader')}`;
}

/** On paper: how much is not there. Null when every row is. */
export function notPrintedSentence(printed: CountedRows, whole: CountedRows): string | null {
	const left = whole.row_count - printed.row_count;
	if (left <= 0) return null;
	const missing = `${formatCounted(left, 'rad', 'rader')}, ${formatOre(whole.amount - printed.amount)}, är inte utskrivna`;
	return `${formatCount(printed.row_count)} av ${formatCounted(whole.row_count, 'rad', 'rader')} är utskrivna. ${missing}. Alla rader finns i CSV-filen.`;
}

/** The end of an exported file's name when it holds only what a search found. */
export function searchedFilePart(typed: string): string {
	return `sökt ${typed.trim()}`;
}
