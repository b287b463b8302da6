// What a person types or chooses → the answer it stands for.
import { tableKinds, tableNames } from '$lib/domain/columns';
import { encodingChoices, type Answers } from '$lib/import/answers';
import { importWords, interpretationWords as words } from '$lib/text/import';
import { accountClassWords, rateWords } from '$lib/text/import-parts';
import type { Interpretation } from './interpretation';

/** A typed or chosen value as the answer it stands for; undefined where it says nothing that can be used. */
export function answerOf(key: keyof Answers, text: string): Partial<Answers> | undefined {
	const value = text.trim();
	switch (key) {
		case 'rubrikrad':
			return /^(?:0|[1-9]\d{0,6})$/.test(value) ? { rubrikrad: Number(value) } : undefined;
		case 'ar':
			return /^(?:19|20)\d{2}$/.test(value) ? { ar: Number(value) } : undefined;
		case 'period':
			return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value) ? { period: value } : undefined;
		case 'tecken':
			return value === 'plus' || value === 'minus' ? { tecken: value } : undefined;
		case 'decimaltecken':
			return value === ',' || value === '.' ? { decimaltecken: value } : undefined;
		case 'datumordning':
			return dayOrder(value);
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
		case 'kontoklasser': {
			const classes = value.split(' ').filter(Boolean).map(Number).sort();
			return classes.length && classes.every((digit) => digit >= 1 && digit <= 9)
				? { kontoklasser: classes }
				: undefined;
		}
		case 'enhet':
			return value === 'öre' || value === 'kr' || value === 'tkr' || value === 'mnkr'
				? { enhet: value }
				: undefined;
		case 'kolumner':
		case 'varden':
		case 'kurser':
		case 'utan_kurs':
			return undefined;
	}
}

/** What a decision becomes in the answers when a person types or chooses; undefined where that says nothing. */
export function answerFor(
	{ key, entry }: Pick<Interpretation, 'key' | 'entry'>,
	text: string,
	answers: Answers
): Partial<Answers> | undefined {
	if (entry === undefined) return answerOf(key, text);
	const value = text.trim();
	if (key === 'kurser') return rateAnswer(entry, value, answers);
	if (key === 'kolumner') return value ? { kolumner: { ...answers.kolumner, [entry]: text } } : undefined;
	return value === '' ? undefined : { varden: { ...answers.varden, [entry]: value } };
}

/** A typed rate, SEK for one unit of a currency; undefined for what is no rate above zero. */
export function rateAnswer(currency: string, text: string, answers: Answers): Partial<Answers> | undefined {
	const rate = text.replace(/\s/g, '').replace('.', ',');
	if (!/^(?=.*[1-9])\d{1,6}(?:,\d{1,6})?$/.test(rate)) return undefined;
	return { kurser: { ...answers.kurser, [currency]: rate }, utan_kurs: outsideBut(currency, answers) };
}

/** The answer that keeps a currency outside the sums. */
export function outsideAnswer(currency: string, answers: Answers): Partial<Answers> {
	return {
		utan_kurs: [...(outsideBut(currency, answers) ?? []), currency],
		kurser: ratesBut(currency, answers)
	};
}

function outsideBut(currency: string, { utan_kurs = [] }: Answers): Answers['utan_kurs'] {
	const others = utan_kurs.filter((other) => other !== currency);
	return others.length ? others : undefined;
}

function ratesBut(currency: string, { kurser = {} }: Answers): Answers['kurser'] {
	return without(kurser, currency);
}

function without(
	values: Readonly<Record<string, string>>,
	entry: string
): Record<string, string> | undefined {
	const rest = Object.entries(values).filter(([other]) => other !== entry);
	return rest.length ? Object.fromEntries(rest) : undefined;
}

/** The answers without what a person has decided about one thing: the file decides it again. */
export function withoutAnswer(
	{ key, entry }: Pick<Interpretation, 'key' | 'entry'>,
	answers: Answers
): Partial<Answers> {
	if (entry === undefined) return { [key]: undefined };
	if (key === 'kolumner') {
		const rest = Object.entries(answers.kolumner ?? {}).filter(([field]) => field !== entry);
		return { kolumner: rest.length ? Object.fromEntries(rest) : undefined };
	}
	return key === 'kurser'
		? { kurser: ratesBut(entry, answers), utan_kurs: outsideBut(entry, answers) }
		: { varden: without(answers.varden ?? {}, entry) };
}

function dayOrder(value: string): Partial<Answers> | undefined {
	const orders = ['dag_manad', 'manad_dag', 'ar_manad', 'ar_manad_dag'] as const;
	const order = orders.find((candidate) => candidate === value);
	return order && { datumordning: order };
}

function encodingChoice(value: string): Partial<Answers> | undefined {
	const encoding = encodingChoices.find((candidate) => candidate === value);
	return encoding && { teckenkodning: encoding };
}

/** What stands under a field whose text cannot be used. */
export function answerError(key: keyof Answers): string {
	if (key === 'period') return words.periodFormat;
	if (key === 'kurser') return rateWords.wrong;
	if (key === 'kontoklasser') return accountClassWords.none;
	if (key === 'ar') return 'Skriv ett år med fyra siffror.';
	if (key === 'rubrikrad') return 'Skriv radens nummer med bara siffror.';
	return `${importWords.change} eller lämna som det är.`;
}
