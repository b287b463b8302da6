// The words of the rows drawer and of "Varför?".
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

export interface TagOrigin {
	tag_source: string | null;
	rule_id: string | null;
	rule_name: string | null;
	rule_condition: string | null;
	rule_author: string | null;
	rule_day: string | null;
	rule_version: number | null;
}

/** What set the tags, as a heading. */
export function tagHeading({ tag_source, rule_id, rule_name }: TagOrigin): string {
	if (tag_source === 'fil') return 'Taggen står i filen';
	if (tag_source === 'regel') return `Regel ${rule_id ?? ''} ”${rule_name ?? ''}” satte taggarna`;
	return 'Ingen regel har satt någon tagg';
}

/** The rule's condition and who wrote it, as one line; null without a rule. */
export function ruleSentence(origin: TagOrigin): string | null {
	if (origin.tag_source !== 'regel') return null;
	const written = [
		origin.rule_author && `Skriven av ${origin.rule_author}`,
		origin.rule_day,
		origin.rule_version !== null && `version ${origin.rule_version}`
	].filter(Boolean);
	return [origin.rule_condition && `${origin.rule_condition.replace(/\.$/, '')}.`, `${written.join(', ')}.`]
		.filter(Boolean)
		.join(' ');
}

/** "Källa: huvudbok_2026-09.csv, blad Blad1, rad 41806." */
export function sourceSentence(file: string | null, sheet: string | null, row: number): string {
	return `Källa: ${[file ?? 'okänd fil', sheet && `blad ${sheet}`, `rad ${row}`].filter(Boolean).join(', ')}.`;
}
