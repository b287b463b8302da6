// What a person types or chooses → the answer it stands for.
import { tableKinds, tableNames } from '$lib/domain/columns';
import { encodingChoices, type Answers } from '$lib/import/answers';
import { importWords, interpretationWords as words } from '$lib/text/import';

/** A typed or chosen value as the answer it stands for; undefined where it says nothing that can be used. */
export function answerOf(key: keyof Answers, text: string): Partial<Answers> | undefined {
	const value = text.trim();
	switch (key) {
		case 'rubrikrad':
			return /^[1-9]\d{0,6}$/.test(value) ? { rubrikrad: Number(value) } : undefined;
		case 'ar':
			return /^(?:19|20)\d{2}$/.test(value) ? { ar: Number(value) } : undefined;
		case 'period':
			return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value) ? { period: value } : undefined;
		case 'tecken':
			return value === 'plus' || value === 'minus' ? { tecken: value } : undefined;
		case 'decimaltecken':
			return value === ',' || value === '.' ? { decimaltecken: value } : undefined;
		case 'datumordning':
			return value === 'dag_manad' || value === 'manad_dag' ? { datumordning: value } : undefined;
		case 'teckenkodning':
			return encodingChoice(value);
		case 'avgransare':
			return text === ';' || text === ',' || text === '\t' || text === '|' ? { avgransare: text } : undefined;
		case 'tabell': {
			const kind = tableKinds.find((candidate) => tableNames[candidate] === value);
			return kind && { tabell: tableNames[kind] };
		}
		case 'blad':
			return { blad: text };
		case 'namnd':
			return value ? { namnd: value } : undefined;
		case 'version':
			return value ? { version: value } : undefined;
		case 'gissade_kolumner':
			return value === 'stammer' ? { gissade_kolumner: value } : undefined;
		case 'kolumner':
		case 'varden':
		case 'kurser':
		case 'kontoklasser':
			return undefined;
	}
}

function encodingChoice(value: string): Partial<Answers> | undefined {
	const encoding = encodingChoices.find((candidate) => candidate === value);
	return encoding && { teckenkodning: encoding };
}

/** What stands under a field whose text cannot be used. */
export function answerError(key: keyof Answers): string {
	if (key === 'period') return words.periodFormat;
	if (key === 'ar') return 'Skriv ett år med fyra siffror.';
	if (key === 'rubrikrad') return 'Skriv radens nummer med bara siffror.';
	return `${importWords.change} eller lämna som det är.`;
}
