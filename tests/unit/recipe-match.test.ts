import { describe, expect, it } from 'vitest';
import type { RecipeEntry } from '$lib/import/answers';
import { matchRecipe } from '$lib/import/recipe-match';
import { csvSource, importRows, workbookSource } from '../support/sources';

const ledger: RecipeEntry = {
	fil: 'huvudbok*.csv',
	namn: 'Huvudbok, månad',
	rubriker: ['DATUM', 'NÄMND', 'KONTO', 'UTFALL'],
	svar: { tecken: 'minus', kolumner: { namnd: 'NÄMND' } }
};

describe('a saved recipe', () => {
	it('is known by its headers in any order, whatever the file is called', () => {
		const match = matchRecipe([ledger], 'annat.csv', ['Konto', 'Utfall', 'Nämnd', 'Datum']);
		expect(match).toEqual({
			name: 'Huvudbok, månad',
			file: 'huvudbok*.csv',
			difference: null,
			answers: { tecken: 'minus', kolumner: { namnd: 'NÄMND' } }
		});
	});

	it('tells which columns are gone and new, and no longer points at one that is gone', () => {
		const match = matchRecipe([ledger], 'huvudbok-02.csv', ['DATUM', 'FÖRVALTNING', 'KONTO', 'UTFALL']);
		expect(match?.difference).toEqual({ missing: ['NÄMND'], added: ['FÖRVALTNING'] });
		expect(match?.answers).toEqual({ tecken: 'minus' });
	});

	it('is left alone when another file shares too few headers, or changed headers come under another name', () => {
		expect(matchRecipe([ledger], 'huvudbok-02.csv', ['Datum', 'Belopp', 'Text'])).toBeNull();
		expect(matchRecipe([ledger], 'annat.csv', ['DATUM', 'FÖRVALTNING', 'KONTO', 'UTFALL'])).toBeNull();
	});

	it('of two for one file name is the one with most headers in common', () => {
		const invoices: RecipeEntry = {
			fil: 'huvudbok*.csv',
			namn: 'Fakturor',
			rubriker: ['DATUM', 'KONTO', 'LEVERANTÖR', 'TEXT'],
			svar: {}
		};
		const headers = ['DATUM', 'NÄMND', 'KONTO', 'UTFALL', 'TEXT'];
		for (const entries of [
			[ledger, invoices],
			[invoices, ledger]
		]) {
			expect(matchRecipe(entries, 'huvudbok-03.csv', headers)?.name).toBe('Huvudbok, månad');
		}
	});

	it('is for the sheet that it was saved for', () => {
		const ofSheet = (blad: string): RecipeEntry => ({ ...ledger, namn: blad, svar: { blad } });
		const entries = [ofSheet('Januari'), ofSheet('Februari')];
		const headers = ledger.rubriker ?? [];
		expect(matchRecipe(entries, 'huvudbok.xlsx', headers, 'Januari')?.name).toBe('Januari');
		expect(matchRecipe(entries, 'huvudbok.xlsx', headers, 'Mars')).toBeNull();
	});

	it('for a file without a header is known by the file name too', () => {
		const bare: RecipeEntry = {
			fil: 'bank*.csv',
			rubriker: ['Kolumn 1', 'Kolumn 2'],
			svar: { gissade_kolumner: 'stammer' }
		};
		expect(matchRecipe([bare], 'annan.csv', ['Kolumn 1', 'Kolumn 2'])).toBeNull();
		expect(matchRecipe([bare], 'bank-02.csv', ['Kolumn 1', 'Kolumn 2'])?.answers).toEqual({
			gissade_kolumner: 'stammer'
		});
	});
});

describe('a file that a recipe knows', () => {
	it('is read by it without a question', async () => {
		const { result } = await importRows(
			csvSource('huvudbok-01.csv', ['DATUM;NÄMND;KONTO;UTFALL', '2026-01-02;KN;74310;-10,00']),
			{ recipes: [ledger] }
		);
		expect(result.problem).toBeNull();
		expect(result.recipe?.name).toBe('Huvudbok, månad');
		expect(result.totals?.sum).toBe(1000);
	});

	it('is read although its headers say nothing to the program', async () => {
		const lines = ['Fält X;Fält Y;Fält Z', '2026-01-02;Bolaget;10'];
		const entry: RecipeEntry = {
			fil: 'export*.csv',
			rubriker: ['Fält X', 'Fält Y', 'Fält Z'],
			svar: {
				tabell: 'kostnader',
				rubrikrad: 1,
				kolumner: { datum: 'Fält X', leverantor: 'Fält Y', belopp: 'Fält Z' }
			}
		};
		expect((await importRows(csvSource('export-02.csv', lines))).result.problem?.code).toBe('okand_tabell');
		const { result } = await importRows(csvSource('export-02.csv', lines), { recipes: [entry] });
		expect(result.problem).toBeNull();
		expect(result.totals?.sum).toBe(1000);
	});

	it('is read also when its sheet has a new name this month', async () => {
		const table = (amount: number) => [
			['DATUM', 'NÄMND', 'KONTO', 'UTFALL'],
			['2026-02-02', 'KN', '74310', amount]
		];
		const book = await workbookSource('huvudbok.xlsx', {
			Februari: table(-10),
			Om: [['Källa'], ['Ekonomisystemet']]
		});
		const entry: RecipeEntry = { ...ledger, svar: { blad: 'Januari', tecken: 'minus' } };
		const { result } = await importRows(book, { recipes: [entry] });
		expect(result.problem).toBeNull();
		expect(result.plan?.sheet).toBe('Februari');
		expect(result.totals?.sum).toBe(1000);
	});

	it('is found by a pattern of many stars at once, without trying every way to share the name out', () => {
		const stars = { ...ledger, fil: `${'*a'.repeat(30)}*b.csv` };
		const others = ['DATUM', 'KONTO', 'UTFALL', 'TEXT'];
		const started = performance.now();
		expect(matchRecipe([stars], `${'a'.repeat(190)}.csv`, others)).toBeNull();
		expect(matchRecipe([stars], `${'a'.repeat(190)}b.csv`, others)?.name).toBe('Huvudbok, månad');
		expect(performance.now() - started).toBeLessThan(1000);
	});

	it.each([
		['HB_*.csv', 'hb_2026-03.CSV', true],
		['*', 'vad som helst', true],
		['a*a.csv', 'a.csv', false],
		['a*b*b.csv', 'ab.csv', false],
		['(a+)+.csv', 'aaaa.csv', false]
	])('with the pattern %s and a file %s: %s', (fil, name, fits) => {
		const others = ['DATUM', 'KONTO', 'UTFALL', 'TEXT'];
		expect(matchRecipe([{ ...ledger, fil }], name, others) !== null).toBe(fits);
	});
});
