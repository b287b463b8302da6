// The words of the rows drawer. Those of "Varför?" are in why-tagged.ts.
import type { Filters } from '../domain/filters';
import { formatCounted, formatPeriod } from './format';

export const rowWords = {
	counting: 'Räknar …',
	waiting: 'Hämtar raderna …',
	failed: 'Raderna kunde inte hämtas',
	failedMeaning: 'Inget har ändrats i data. Försök igen, eller stäng och välj färre rader.',
	none: 'Inga rader finns bakom talet',
	noneMeaning: 'Länken kan vara gjord med en tidigare utgåva av siffrorna.',
	download: 'CSV',
	downloadLabel: 'Hämta alla rader som CSV',
	making: 'Skapar filen …',
	fileFailed: 'Filen kunde inte skapas. Försök igen.',
	freeText: 'Fritext visas för controllers. Personuppgifter är maskerade vid importen.',
	noFreeText: 'Fakturatext visas inte för din roll. Summor och antal är desamma som för controllers.'
} as const;

/** Under the sum: "23 rader, jan–okt 2026. Raderna summerar till siffran du klickade på." */
export function rowsSubtitle(rowCount: number, filters: Filters, anyTag: boolean): string {
	const period = filters.period ? formatPeriod(filters.period) : 'alla månader';
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

/** "Källa: huvudbok_2026-09.csv, blad Blad1, rad 41806." */
export function sourceSentence(file: string | null, sheet: string | null, row: number): string {
	return `Källa: ${[file ?? 'okänd fil', sheet && `blad ${sheet}`, `rad ${row}`].filter(Boolean).join(', ')}.`;
}
