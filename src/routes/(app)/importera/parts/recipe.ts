// How a file was read, as a recipe: what it is called, which files it fits, and which answers belong to it.
import { tableNames } from '$lib/domain/columns';
import type { Answers, RecipeEntry } from '$lib/import/answers';
import { normaliseHeader } from '$lib/import/recognise/header';
import type { ImportResult } from '$lib/import/import-file';
import type { ImportPlan } from '$lib/import/recognise/plan';
import { recipeWords } from '$lib/text/import-recipes';
import type { Interpretation } from './interpretation';

const monthWords =
	'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec';
const changing = new RegExp(`\\d+(?:[-_. ]?\\d+)*|(?<![\\p{L}])(?:${monthWords})(?![\\p{L}])`, 'giu');

/** `huvudbok_2026-10_v2.csv` → `huvudbok_*_v*.csv`: digits and months stand for others of their kind. */
export function patternFor(fileName: string): string {
	return fileName
		.normalize('NFC')
		.replace(changing, '*')
		.replace(/\*(?:[-_. ]\*)+/g, '*');
}

/** `huvudbok_2026-10.csv` → `Huvudbok`. */
export function nameFor(fileName: string): string {
	const words = patternFor(fileName)
		.replace(/(?:\.[a-z0-9]{1,6}){1,2}$/i, '')
		.replace(/[*_.\s-]+/g, ' ')
		.trim();
	return words ? words.charAt(0).toLocaleUpperCase('sv') + words.slice(1) : recipeWords.title;
}

/** Answers that are about one file and not about its source: another month, year, rate or part would be read wrong. */
const ofOneFile = [
	'blad',
	'period',
	'ar',
	'kurser',
	'utan_kurs',
	'gissade_kolumner'
] as const satisfies readonly (keyof Answers)[];

/** The recipe of a file as it is now read: every column of a field by name, and the answers that hold for its source. */
export function recipeOf(plan: ImportPlan, answers: Answers, name: string, pattern: string): RecipeEntry {
	const svar: Answers = { ...answers };
	for (const key of ofOneFile) delete svar[key];
	svar.tabell = tableNames[plan.kind];
	svar.kolumner = { ...unusedColumns(answers), ...pointedColumns(plan) };
	return { fil: pattern, namn: name, rubriker: plan.headers.filter((header) => header.trim() !== ''), svar };
}

function unusedColumns({ kolumner = {} }: Answers): Record<string, null> {
	return Object.fromEntries(
		Object.entries(kolumner)
			.filter(([, source]) => source === null)
			.map(([field]) => [field, null])
	);
}

/** A column can be pointed at by its header, if no other column has the same. */
function pointedColumns({ columns, headers }: ImportPlan): Record<string, string> {
	const times = (header: string): number =>
		headers.filter((other) => normaliseHeader(other) === normaliseHeader(header)).length;
	return Object.fromEntries(
		columns
			.filter(({ header }) => normaliseHeader(header) !== '' && times(header) === 1)
			.map(({ field, header }) => [field.header, header])
	);
}

/** What a recipe of this file holds and what it leaves out, each as `Decimaltecken: komma`. */
export function recipeContents(interpretations: readonly Interpretation[]): {
	holds: string[];
	leftOut: string[];
} {
	const decided = interpretations.filter(({ chosen }) => chosen);
	const line = ({ label, value }: Interpretation): string => `${label}: ${value}`;
	const isOfOne = ({ key }: Interpretation): boolean => ofOneFile.some((one) => one === key);
	return {
		holds: decided.filter((each) => !isOfOne(each) && each.key !== 'tabell').map(line),
		leftOut: decided.filter((each) => isOfOne(each) && each.key !== 'blad').map(line)
	};
}

/** True where a recipe can be made: the columns are settled. */
export function canBeRecipe({ plan, problem, questions }: ImportResult): boolean {
	return plan !== null && problem === null && questions.length === 0;
}
