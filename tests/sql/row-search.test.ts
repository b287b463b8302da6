// The rows drawer asks for its rows a page at a time, in any order and by any words, on a ledger to count by hand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noFilters } from '$lib/domain/filters';
import { rowFields, usualRowSort, type RowSort } from '$lib/domain/row-fields';
import { readRowSearch } from '$lib/domain/row-search';
import { costRows, costRowTotals, type RowSelection } from '$lib/queries/cost-rows';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { smallEdition } from './small-edition';

let database: NativeDatabase;
beforeAll(async () => {
	database = await smallEdition({
		'kostnader.csv': [
			'datum;namnd;konto;konto_text;leverantor;organisationsnummer;verifikationsnummer;fakturanummer;text;projekt;belopp;it_kostnad;kostnadsslag;system_id;avtals_id',
			'2026-01-10;Skolnämnden;6420;Datalicenser;Örnens Data AB;559900-0014;V1;F-100;Licens 50% rabatt;P1;1234,50;ja;Licens/SaaS;lar;A-1',
			'2026-01-11;Skolnämnden;6420;Datalicenser;Zeta AB;559900-0022;V2;F-101;Licens 50 kronor;P1;1234,00;ja;Licens/SaaS;lar;A-1',
			'2026-01-12;Kulturnämnden;6550;Konsulter;Åkes Konsult;559900-0030;V3;F_102;Arkiv A_B;P2;-1234,50;ja;Konsult;;',
			'2026-01-13;Kulturnämnden;6550;Konsulter;Ärans Moln;559900-0048;V4;FX102;Arkiv AxB;;500,00;ja;Moln;;',
			'2026-01-14;Kulturnämnden;6550;Konsulter;;;V5;;;;500,00;ja;Konsult;;',
			'2026-01-15;Kulturnämnden;6550;Konsulter;alfa ab;559900-0055;V6;F-103;Möte;;500,00;ja;Konsult;;',
			'2026-01-16;Kulturnämnden;6550;Konsulter;Zeta AB;559900-0022;V7;F-104;Mer;;99,00;nej;;;'
		],
		'system.csv': ['system_id;namn', 'lar;Lärstigen'],
		'namnder.csv': ['namnd;kod;typ;anstallda', 'Skolnämnden;SK;nämnd;10', 'Kulturnämnden;KU;nämnd;5']
	});
});
afterAll(() => database.close());

const whole: RowSelection = { filters: noFilters };
const searched = (text: string, freeText = true): RowSelection => {
	const search = readRowSearch(text, freeText);
	return search ? { ...whole, search } : whole;
};
const page = (selection: RowSelection, sort: RowSort, offset = 0, limit = 100) =>
	ask(database, costRows, { selection, freeText: true, sort, offset, limit });
const vouchers = async (text: string, freeText = true) =>
	(await page(searched(text, freeText), { field: 'voucher', descending: false })).map((row) => row.voucher);

describe('rows in order', () => {
	it.each(rowFields.flatMap((field) => [false, true].map((descending) => ({ field, descending }))))(
		'by $field, descending $descending: pages share no row and are the selection together',
		async (sort) => {
			const pages = await Promise.all([0, 2, 4].map((offset) => page(whole, sort, offset, 2)));
			const rows = pages.flat();
			const [total] = await ask(database, costRowTotals, whole);
			expect(rows).toHaveLength(6);
			expect(new Set(rows.map((row) => row.row_id)).size).toBe(total?.row_count);
			expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(total?.amount);
			expect(rows).toEqual(await page(whole, sort));
		}
	);

	it('puts å, ä and ö last, takes no heed of capitals, and unknown after all, whichever way', async () => {
		const suppliers = async (descending: boolean) =>
			(await page(whole, { field: 'supplier', descending })).map((row) => row.supplier);
		const order = ['alfa ab', 'Zeta AB', 'Åkes Konsult', 'Ärans Moln', 'Örnens Data AB'];
		expect(await suppliers(false)).toEqual([...order, null]);
		expect(await suppliers(true)).toEqual([...order.toReversed(), null]);
	});

	it('puts equal amounts in the order of the ledger', async () => {
		const rows = await page(whole, usualRowSort);
		expect(rows.map((row) => row.voucher)).toEqual(['V1', 'V2', 'V4', 'V5', 'V6', 'V3']);
	});
});

describe('rows found', () => {
	it.each([
		['zeta', ['V2'], 'a supplier, among it rows only'],
		['ÖRNENS', ['V1'], 'whatever the capitals'],
		['datalic', ['V1', 'V2'], 'the text of an account'],
		['6550', ['V3', 'V4', 'V5', 'V6'], 'an account'],
		['f-101', ['V2'], 'an invoice'],
		['v5', ['V5'], 'a voucher'],
		['kulturn', ['V3', 'V4', 'V5', 'V6'], 'a nämnd'],
		['p2', ['V3'], 'a project'],
		['a-1', ['V1', 'V2'], 'a contract'],
		['lärstig', ['V1', 'V2'], 'a system by its name'],
		['lar', ['V1', 'V2'], 'a system by its id'],
		['559900-0048', ['V4'], 'an organisationsnummer'],
		['möte', ['V6'], 'free text'],
		['skolnämnden zeta', ['V2'], 'words of different fields, all of them'],
		['skolnämnden åkes', [], 'nothing when a word is missing']
	])('%s: %j (%s)', async (text, found) => {
		expect(await vouchers(text)).toEqual(found);
	});

	it('takes % and _ as they are written', async () => {
		expect(await vouchers('50%')).toEqual(['V1']);
		expect(await vouchers('a_b')).toEqual(['V3']);
		expect(await vouchers('f_102')).toEqual(['V3']);
		expect(await vouchers("'")).toEqual([]);
	});

	it('finds an amount as Swedish writes it, credits too unless a minus says which', async () => {
		expect(await vouchers('1 234,50')).toEqual(['V1', 'V3']);
		expect(await vouchers('1234,5 kr')).toEqual(['V1', 'V3']);
		expect(await vouchers('1 234')).toEqual(['V1', 'V2', 'V3']);
		expect(await vouchers('−1 234,50')).toEqual(['V3']);
		expect(await vouchers('1 234,51')).toEqual([]);
	});

	it('does not look in free text where the slice has none', async () => {
		expect(await vouchers('möte', false)).toEqual([]);
	});

	it('tells how many there are and their sum, which their rows sum to', async () => {
		const [found] = await ask(database, costRowTotals, searched('kulturnämnden konsult'));
		expect(found).toEqual({ row_count: 4, amount: 26_550 });
		const rows = await page(searched('kulturnämnden konsult'), usualRowSort);
		expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(26_550);
	});
});
