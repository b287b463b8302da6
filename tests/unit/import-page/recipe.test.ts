import { expect, test } from 'vitest';
import type { Answers, RecipeEntry } from '$lib/import/answers';
import { importFile, type ImportResult } from '$lib/import/import-file';
import { numbersInOrder } from '$lib/import/cells/personal-data';
import { bytesSource } from '$lib/read/byte-source';
import { interpretationsOf } from '../../../src/routes/(app)/importera/parts/interpretation';
import {
	nameFor,
	patternFor,
	recipeContents,
	recipeOf
} from '../../../src/routes/(app)/importera/parts/recipe';
import { differenceLines } from '../../../src/routes/(app)/importera/parts/schema-difference';

interface Reading {
	answers?: Answers;
	recipes?: RecipeEntry[];
	name?: string;
}

async function read(text: string, { answers, recipes, name = 'huvudbok_2026-10.csv' }: Reading = {}) {
	const result = await importFile(bytesSource(name, new TextEncoder().encode(text)), {
		answers,
		recipes,
		soleTraders: numbersInOrder()
	});
	if (!result.plan) throw new Error('The file was not recognised');
	return { ...result, plan: result.plan } satisfies ImportResult;
}

test.each([
	['huvudbok_2026-10_v2.csv', 'huvudbok_*_v*.csv', 'Huvudbok v'],
	['leverantörsfakturor mars 2026.xlsx', 'leverantörsfakturor *.xlsx', 'Leverantörsfakturor'],
	['202610.csv', '*.csv', 'Recept'],
	['marsipan.csv', 'marsipan.csv', 'Marsipan']
])('for %s the file name %s and the name %s are proposed', (fileName, pattern, name) => {
	expect(patternFor(fileName)).toBe(pattern);
	expect(nameFor(fileName)).toBe(name);
});

const october = [
	'Bokf.datum;NÄMND;Konto;UTFALL;Skapad_av',
	'2026-10-14;Kulturnämnden;74310;−204,50;abc',
	'2026-10-15;Kulturnämnden;74312;−318,00;abc'
].join('\n');

test('a recipe keeps what holds for the source and leaves out what is about one file', async () => {
	const answers: Answers = { tecken: 'minus', period: '2026-10', blad: 'Blad1', kurser: { USD: '10,55' } };
	const result = await read(october, { answers });
	const entry = recipeOf(result.plan, answers, 'Huvudbok, månad', 'huvudbok_*.csv');
	expect(entry).toEqual({
		fil: 'huvudbok_*.csv',
		namn: 'Huvudbok, månad',
		rubriker: ['Bokf.datum', 'NÄMND', 'Konto', 'UTFALL', 'Skapad_av'],
		svar: {
			tabell: 'kostnader',
			tecken: 'minus',
			kolumner: { datum: 'Bokf.datum', namnd: 'NÄMND', konto: 'Konto', belopp: 'UTFALL' }
		}
	});
});

test('what is saved is told, and what is not', async () => {
	const answers: Answers = { tecken: 'minus', kurser: { USD: '10,55' } };
	const { holds, leftOut } = recipeContents(interpretationsOf(await read(october, { answers }), answers));
	expect(holds).toEqual(['Kostnadens tecken: Minus är kostnad']);
	expect(leftOut).toEqual(['Kurs USD: 10,55 kr']);
});

test('the next month is read by the recipe, and its decisions are told as the recipe’s', async () => {
	const first = await read(october, { answers: { tecken: 'minus' } });
	const entry = recipeOf(first.plan, { tecken: 'minus' }, 'Huvudbok', 'huvudbok_*.csv');
	const next = await read(october.replaceAll('2026-10', '2026-11'), {
		recipes: [entry],
		name: 'huvudbok_2026-11.csv'
	});
	expect(next.questions).toEqual([]);
	expect(next.totals?.sum).toBe(52_250);
	const sign = interpretationsOf(next, next.answers, next.recipe).find(({ key }) => key === 'tecken');
	expect(sign).toMatchObject({ chosen: true, fromRecipe: true });
});

test('a renamed, a lost and a new column are told by name with what became of them', async () => {
	const first = await read(october, { answers: { tecken: 'minus' } });
	const entry = recipeOf(first.plan, { tecken: 'minus' }, 'Huvudbok', 'huvudbok_*.csv');
	const changed = october
		.replace('NÄMND', 'Förvaltning')
		.replace('Skapad_av', 'Leverantör')
		.replaceAll('abc', 'Norr Data AB');
	const next = await read(changed, { recipes: [entry] });
	if (!next.recipe) throw new Error('The recipe was not recognised');
	expect(differenceLines(next.recipe, entry, next.plan)).toEqual([
		'NÄMND heter nu Förvaltning och blir namnd.',
		'Skapad_av finns inte längre. Den användes inte.',
		'Leverantör är ny och blir leverantor.'
	]);
});
