// The words of files of a follow-up, of opening one again, and of the municipality's own order of columns.
import { formatCount, formatCounted, formatMoneyWithUnit } from './format';
import type { FollowUpColumn } from '../domain/follow-up-columns';

export const followUpFileWords = {
	export: 'Exportera',
	title: 'Tabellen som den är delad nu',
	failed: 'Filen gick inte att skapa. Försök igen.',
	xlsx: 'Tabellen som Excel (XLSX)',
	xlsxHint: 'Med blad för kommentarer och om uttaget.',
	csv: 'Tabellen som CSV',
	csvHint: 'Med kommentarerna i en kolumn.',
	long: 'En siffra per rad (CSV)',
	longHint: 'För ekonomisystemet, utan summor.',
	print: 'Skriv ut …',
	printHint: 'Tabellen, eller en sida per nämnd.',
	sheet: 'Uppföljning',
	view: 'Vy',
	followUp: 'Uppföljning',
	period: 'Period',
	fromJanuary: (months: string) => `${months}, räknat från januari`,
	levels: 'Delad på',
	budget: 'Budget',
	forecast: 'Prognos',
	setForecast: 'Prognos som är satt',
	atYearEnd: 'Utfallet står för hela året',
	state: 'Läge',
	taken: 'Uttagen',
	columns: 'Kolumner',
	notes: 'Kommentarer',
	notesOn: (count: number) => `${formatCount(count)}, på bladet Kommentarer`,
	noNotes: 'Inga',
	notesUnknown: 'Kunde inte hämtas. De saknas i filen.',
	deviation: 'Avvikelse',
	deviationRule: 'Budget minus utfall eller prognos. Plus är bättre än budget.',
	open: 'Öppna ett underlag',
	reading: 'Läser underlaget …',
	toEdition: (edition: string) => `Visa utgåva ${edition}`,
	otherView: 'Underlaget gäller en annan vy än den som visas.',
	toView: 'Öppna underlagets vy',
	close: 'Stäng jämförelsen',
	line: 'Rad',
	figure: 'Uppgift',
	then: 'I underlaget',
	now: 'Nu',
	difference: 'Skillnad'
} as const;

/** Why a file cannot be opened as an underlag. */
export const extractProblems = {
	not_ours:
		'Filen är inget underlag från Budgetuppföljning: kolumnen vy, eller raden Vy på bladet Om uttaget, saknas. Välj en fil som är exporterad härifrån.',
	changed_columns:
		'Filens kolumner är inte de som exporterades. Öppna originalfilen, eller exportera tabellen på nytt.',
	no_number: (row: number) =>
		`Rad ${row} har ett belopp som inte är ett tal. Rätta det, eller öppna originalfilen.`
} as const;

/** "Underlaget är från utgåva 3, tabellen visar utgåva 4." */
export function extractEditions(then: string, now: string): string {
	return then === now
		? `Underlaget och tabellen är från samma utgåva, ${now}.`
		: `Underlaget är från utgåva ${then}, tabellen visar utgåva ${now}.`;
}

export function equalFigures(count: number): string {
	return `${formatCounted(count, 'siffra', 'siffror')} i underlaget, alla är lika med tabellen.`;
}

export function differingFigures(differing: number, count: number): string {
	return `${differing} av ${formatCounted(count, 'siffra', 'siffror')} skiljer sig från tabellen.`;
}

/** Kronor with öre; what is unknown is said so. */
export function extractMoney(ore: number | null, signed = false): string {
	return ore === null ? 'Okänt' : formatMoneyWithUnit(ore, 'kr', { decimals: 2, signed });
}

/** What columns are called where people choose them. */
export const columnNames: Readonly<Record<FollowUpColumn, string>> = {
	unit: 'Nämnd',
	costKind: 'Kostnadsslag',
	orientation: 'Inriktning',
	system: 'System, id',
	systemName: 'System, namn',
	budgetToDate: 'Budget perioden',
	outcome: 'Utfall perioden',
	deviationToDate: 'Avvikelse perioden',
	budgetYear: 'Budget helår',
	expected: 'Prognos helår',
	deviationYear: 'Avvikelse helår',
	share: 'Avvikelse helår, andel',
	note: 'Kommentar',
	outcomeYearBefore: 'Utfall perioden förra året',
	outcomeWholeYearBefore: 'Utfall helår förra året'
};
