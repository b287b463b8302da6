// Words that stand on many screens, in one place so that they are the same everywhere.

export const unknownWord = 'Okänt';

/** Of what only some roles are sent. */
export const withheldWord = 'visas inte för din roll';

export const stampWords = {
	reconciled: 'Avstämd',
	unreconciled: 'Ej avstämd',
	none: 'Ingen data'
} as const;
export type StampState = keyof typeof stampWords;

export const viewWords = {
	chart: 'Diagram',
	table: 'Tabell',
	showTable: 'Visa som tabell',
	showChart: 'Visa som diagram'
} as const;

export const wordFor = {
	all: 'Alla',
	cancel: 'Avbryt',
	clear: 'Rensa',
	clearFilters: 'Rensa filter',
	close: 'Stäng',
	csv: 'CSV',
	noCost: 'ingen kostnad',
	other: 'Övrigt',
	print: 'Skriv ut',
	retry: 'Försök igen',
	rows: 'Rader',
	search: 'Sök',
	skipToContent: 'Hoppa till innehållet',
	total: 'Summa',
	tryAgainCode: 'Ange den om du hör av dig.',
	why: 'Varför?'
} as const;

/** Stands on every page that shows a deviation. */
export const deviationRule = 'Plus är bättre än budget.';

/** Stands under tables whose parts are rounded one by one. */
export const roundingNote = 'Avrundat, summan kan skilja.';

/** Heads a column of flags. */
export const flagWord = 'Flagga';

/** Stands under everything that flags. */
export const flagNote = 'En flagga är ett skäl att öppna ärendet, aldrig en dom.';

/** A part of a page that is fetched when it is asked for did not come. */
export const partFailed = 'Det här kunde inte hämtas. Ladda om sidan och försök igen.';
