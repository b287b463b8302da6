// Recipes: saved by name, known next time by their headers, sent to a neighbour as a file.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as v from 'valibot';
import { parseIsoDay } from '$lib/domain/day';
import { recipeSchema, type RecipeEntry } from '$lib/import/answers';
import { auditPage } from '$lib/server/audit';
import { listRecipes, recipeFile, removeRecipe, saveRecipes } from '$lib/server/recipes';
import { runReport } from '$lib/server/report/run-report';
import { csvSource } from '../support/sources';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
beforeEach(async () => {
	installation = await openInstallation();
});
afterEach(() => installation.close());

const save = (...recept: RecipeEntry[]) =>
	saveRecipes({ format: 1, recept }, installation.controller, installation.where);

const ledger: RecipeEntry = {
	fil: 'huvudbok_*.csv',
	namn: 'Huvudbok, månad',
	rubriker: ['DAG', 'ENHET', 'KTO', 'UTFALL'],
	svar: {
		tabell: 'kostnader',
		tecken: 'minus',
		kolumner: { datum: 'DAG', namnd: 'ENHET', konto: 'KTO', belopp: 'UTFALL' }
	}
};
const lines = ['DAG;ENHET;KTO;UTFALL', '2026-01-15;Skolnämnden;74310;-100,00'];

test('a recipe is saved by name, and written over by the next with that name', async () => {
	expect(await save(ledger)).toEqual({ saved: 1, replaced: 0 });
	expect(await save({ ...ledger, fil: 'hb_*.csv' }, { fil: '*.txt', svar: { avgransare: '|' } })).toEqual({
		saved: 2,
		replaced: 1
	});
	expect(await listRecipes(installation.where)).toMatchObject([
		{ namn: '*.txt', fil: '*.txt', svar: { avgransare: '|' }, used: 0 },
		{ namn: 'Huvudbok, månad', fil: 'hb_*.csv', rubriker: ledger.rubriker, svar: ledger.svar, used: 0 }
	]);
	const [latest] = (await auditPage(installation.where.database, 1)).rows;
	expect(latest).toMatchObject({ action: 'recipe_saved', subject: 'Huvudbok, månad, *.txt' });
});

test('answers about one file alone are not saved, and no personnummer is', async () => {
	await save({
		fil: 'a 18900101-9802.csv',
		namn: 'Källa',
		rubriker: ['Arvode 18900101-9802'],
		svar: {
			tecken: 'plus',
			namnd: 'Skolnämnden',
			period: '2026-05',
			ar: 2026,
			kurser: { USD: '10,55' },
			gissade_kolumner: 'stammer'
		}
	});
	expect(await listRecipes(installation.where)).toMatchObject([
		{ fil: 'a [personnummer].csv', rubriker: ['Arvode [personnummer]'] }
	]);
	expect((await recipeFile(installation.where)).recept[0]?.svar).toEqual({
		tecken: 'plus',
		namnd: 'Skolnämnden'
	});
});

test('a stored file counts its recipe up, and the report says which it was', async () => {
	await save(ledger);
	const receive = (name: string, amount: string) =>
		installation.receive(name, csv('DAG;ENHET;KTO;UTFALL', `2026-01-15;Skolnämnden;74310;${amount}`), {
			answers: ledger.svar,
			recipe: ledger.namn
		});
	const first = accepted(await receive('huvudbok_01.csv', '-100,00'));
	expect(first.report).toMatchObject({ recipe: 'Huvudbok, månad', totals: { sum: 10_000 } });
	await receive('huvudbok_02.csv', '-200,00');
	expect(await receive('huvudbok_02.csv', '-200,00')).toMatchObject({ outcome: 'unchanged' });
	expect(await listRecipes(installation.where)).toMatchObject([{ used: 2 }]);

	const [known] = await listRecipes(installation.where);
	expect(await removeRecipe(known?.id ?? 0, installation.controller, installation.where)).toBe(true);
	expect(await removeRecipe(known?.id ?? 0, installation.controller, installation.where)).toBe(false);
	expect(await listRecipes(installation.where)).toEqual([]);
});

test('a downloaded file of recipes is read by a neighbour and by the nightly command', async () => {
	await save(ledger);
	const text = JSON.stringify(await recipeFile(installation.where));
	const recipe = v.parse(recipeSchema, JSON.parse(text));
	expect(recipe).toEqual({ format: 1, recept: [ledger] });
	expect(await save(...recipe.recept)).toEqual({ saved: 1, replaced: 1 });

	const outputFolder = await mkdtemp(join(tmpdir(), 'genomlys-recept-'));
	const today = parseIsoDay('2026-08-31');
	if (!today) throw new Error('not a day');
	const outcome = await runReport({
		// Another file name: the headers tell.
		sources: [csvSource('utdrag.csv', lines)],
		outputFolder,
		today,
		recipe,
		municipality: 'Provköping'
	});
	expect(outcome).toMatchObject({ refusedFiles: 0, acceptedRows: 1 });
	const [, figures] = (await readFile(join(outputFolder, 'import.csv'), 'utf8')).split('\r\n');
	expect(figures).toMatch(/^utdrag\.csv;kostnader;1;1;0;0;100,00;/);
	await rm(outputFolder, { recursive: true });
});
