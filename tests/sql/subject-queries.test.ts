// The pages of a supplier, a nämnd and a system: what they count, and that every part opens rows that sum to it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noFilters, type Filters } from '$lib/domain/filters';
import { parseMonth, type Period } from '$lib/domain/period';
import type { Subject } from '$lib/domain/subject';
import { costRowTotals, type RowSelection } from '$lib/queries/cost-rows';
import { costSplit, type CostPart } from '$lib/queries/cost-split';
import { latestLicences } from '$lib/queries/latest-licences';
import { ask } from '$lib/queries/query';
import { selectionPerMonth } from '$lib/queries/selection-per-month';
import { partSelection, subjectSelection } from '$lib/queries/subject-selection';
import { supplierFacts } from '$lib/queries/supplier-facts';
import { supplierList } from '$lib/queries/supplier-list';
import { supplierResale } from '$lib/queries/supplier-resale';
import { supplierSystems } from '$lib/queries/supplier-systems';
import { systemFacts } from '$lib/queries/system-facts';
import { systemList } from '$lib/queries/system-list';
import { unheardWords } from '$lib/queries/unheard-words';
import { unitFacts } from '$lib/queries/unit-facts';
import { unitList } from '$lib/queries/unit-list';
import { unitSystems } from '$lib/queries/unit-systems';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { smallEdition } from './small-edition';

const kronor = (amount: number) => amount * 100;

function months(from: string, to: string): Period {
	const [first, last] = [parseMonth(from), parseMonth(to)];
	if (!first || !last) throw new Error(`${from}–${to} is no period`);
	return { from: first, to: last };
}

const period = months('2026-01', '2026-03');
const compared = months('2025-01', '2025-03');
const filters: Filters & { period: Period } = { ...noFilters, period };
const alfa: Subject = { kind: 'supplier', key: '559900-0014' };
const seller: Subject = { kind: 'supplier', key: '559900-0022' };
const school: Subject = { kind: 'unit', key: 'Skolnämnden' };
const learning: Subject = { kind: 'system', key: 'S-1' };

const asked = (subject: Subject) => ({ selection: subjectSelection(subject, filters), compared });

const cost =
	'datum;namnd;konto;leverantor;organisationsnummer;belopp;it_kostnad;kostnadsslag;system_id;avtals_id;verklig leverantör';
let database: NativeDatabase;
beforeAll(async () => {
	database = await smallEdition({
		'kostnader.csv': [
			cost,
			'2025-02-15;Skolnämnden;1;Alfa AB;559900-0014;800,00;ja;Licens/SaaS;S-1;A-1;',
			'2026-01-15;Skolnämnden;1;Alfa AB;559900-0014;1500,00;ja;Licens/SaaS;S-1;A-1;',
			'2026-01-20;Skolnämnden;1;Alfa AB;559900-0014;-200,00;ja;Licens/SaaS;S-1;A-1;',
			'2026-02-15;Kulturnämnden;1;Alfa AB;559900-0014;300,00;ja;Drift;;;',
			'2026-02-16;Kulturnämnden;1;Beta Handel AB;559900-0022;70,00;ja;Licens/SaaS;S-9;A-9;Alfa AB',
			'2026-02-17;Skolnämnden;1;Beta Handel AB;559900-0022;40,00;ja;Licens/SaaS;;;Kontorssviten',
			'2026-03-15;Skolnämnden;1;;;50,00;ja;Intern debitering;;;',
			'2026-03-15;Skolnämnden;1;Mat AB;559900-0030;5000,00;nej;;;;'
		],
		'namnder.csv': [
			'namnd;kod;typ;anstallda',
			'Skolnämnden;SK;nämnd;10',
			'Kulturnämnden;KU;nämnd;5',
			'Bolaget;BO;bolag;'
		],
		'avtal.csv': [
			'avtals_id;benamning;leverantor;organisationsnummer;namnd;avtalsstart;avtalsslut',
			'A-1;Lärplattan;Alfa AB;559900-0014;Skolnämnden;2020-01-01;2027-06-30',
			'A-2;Driften;Alfa AB;559900-0014;Kulturnämnden;2020-01-01;2030-06-30'
		],
		'system.csv': [
			'system_id;namn;namnd;anvands_av;gemensam;leverantor;organisationsnummer;avtals_id;systemagare;dataexport',
			'S-1;Lärstigen;Skolnämnden;Skolnämnden|Kulturnämnden;ja;Alfa AB;559900-0014;A-1;Rektor;ja',
			'S-2;Biljetten;Kulturnämnden;;nej;Gamma AB;559900-0048;A-2|A-7;;okänt',
			'S-3;E-posten;Kulturnämnden;;ja;;;;;'
		],
		'licenser.csv': [
			'produkt;leverantor;organisationsnummer;system_id;namnd;manad;antal_kopta;antal_tilldelade;antal_aktiva;pris_per_licens',
			'Kontor;Alfa AB;559900-0014;S-1;Skolnämnden;2026-02;90;90;80;10,00',
			'Kontor;Alfa AB;559900-0014;S-1;Skolnämnden;2026-03;100;90;80;10,00',
			'Kontor;Alfa AB;559900-0014;S-1;Kulturnämnden;2026-03;40;;;10,00'
		]
	});
});
afterAll(() => database.close());

const totalsOf = async (selection: RowSelection) => (await ask(database, costRowTotals, selection))[0];

describe('the cost of a supplier, a nämnd or a system', () => {
	it('is given month by month with the months a year before, credits taken off', async () => {
		const rows = await ask(database, selectionPerMonth, asked(alfa));
		expect(rows.map((row) => [row.month, row.cost_kind, row.amount, row.row_count])).toEqual([
			['2025-02', 'Licens/SaaS', kronor(800), 1],
			['2026-01', 'Licens/SaaS', kronor(1300), 2],
			['2026-02', 'Drift', kronor(300), 1]
		]);
	});

	it('divides into parts that open the rows they sum', async () => {
		const parts: CostPart[] = ['unit', 'supplier', 'system', 'contract'];
		for (const subject of [alfa, seller, school, learning]) {
			const input = asked(subject);
			const whole = await totalsOf(input.selection);
			for (const by of parts) {
				const rows = await ask(database, costSplit, { ...input, by });
				expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(whole?.amount);
				for (const row of rows) {
					const selection = partSelection(input.selection, by, row.key);
					if (!selection) expect([by, row.key]).toEqual(['contract', null]);
					else expect(await totalsOf(selection)).toEqual({ amount: row.amount, row_count: row.row_count });
				}
			}
		}
	});

	it('names its parts, and says what a year before was', async () => {
		expect(await ask(database, costSplit, { ...asked(school), by: 'supplier' })).toEqual([
			{ key: '559900-0014', label: 'Alfa AB', amount: kronor(1300), row_count: 2, before: kronor(800) },
			{ key: null, label: null, amount: kronor(50), row_count: 1, before: 0 },
			{ key: '559900-0022', label: 'Beta Handel AB', amount: kronor(40), row_count: 1, before: 0 }
		]);
		const [first] = await ask(database, costSplit, { ...asked(school), compared: null, by: 'contract' });
		expect(first).toMatchObject({ key: 'A-1', label: 'Lärplattan', before: null });
	});
});

describe('a supplier', () => {
	it('is found by its key, and is nobody where the slice does not hold it', async () => {
		expect(await ask(database, supplierFacts, alfa.key)).toEqual([
			{ supplier_key: alfa.key, supplier: 'Alfa AB', organisation_number: '559900-0014' }
		]);
		expect(await ask(database, supplierFacts, 'Ingen AB')).toEqual([]);
	});

	it('has the systems it supplies, has on contract or is paid for', async () => {
		const rows = await ask(database, supplierSystems, { key: alfa.key, selection: asked(alfa).selection });
		expect(rows.map((row) => [row.name, row.supplied, row.on_contract, row.amount])).toEqual([
			['Lärstigen', true, true, kronor(1300)],
			['Biljetten', false, true, null]
		]);
		const sold = await ask(database, supplierSystems, {
			key: seller.key,
			selection: asked(seller).selection
		});
		expect(sold).toMatchObject([{ system_id: 'S-9', name: null, supplied: false, amount: kronor(70) }]);
	});

	it('sells the products of others, and is sold by others, each with rows that sum to it', async () => {
		const of = (key: string, name: string) => ask(database, supplierResale, { key, name, filters });
		const sells = await of(seller.key, 'Beta Handel AB');
		expect(sells.map((row) => [row.direction, row.other, row.other_key, row.amount])).toEqual([
			['sells', 'Alfa AB', alfa.key, kronor(70)],
			['sells', 'Kontorssviten', null, kronor(40)]
		]);
		const through = await of(alfa.key, 'Alfa AB');
		expect(through).toMatchObject([
			{ direction: 'through', other: 'Beta Handel AB', other_key: seller.key, amount: kronor(70) }
		]);
		for (const row of [...sells, ...through]) {
			const rows = await totalsOf({ filters: { ...asked(seller).selection.filters, makers: [row.maker] } });
			expect(rows).toEqual({ amount: row.amount, row_count: row.row_count });
		}
	});
});

describe('a nämnd', () => {
	it('is what the register says, and is nobody where the slice does not hold it', async () => {
		expect(await ask(database, unitFacts, 'Skolnämnden')).toEqual([
			{ unit: 'Skolnämnden', unit_type: 'nämnd', employees: 10, lines: 1 }
		]);
		expect(await ask(database, unitFacts, 'Bolaget')).toMatchObject([{ employees: null }]);
		expect(await ask(database, unitFacts, 'Ingen')).toEqual([]);
	});

	it('that only owns what others use is not held by a slice of some nämnder, which has none of its cost', async () => {
		const slice = await smallEdition({
			'kostnader.csv': [cost, '2026-01-15;Skolnämnden;1;Alfa AB;559900-0014;10,00;ja;Drift;;;'],
			'system.csv': ['system_id;namn;namnd;systemagare', 'S-1;Lärstigen;Kulturnämnden;Rektor']
		});
		try {
			expect(await ask(slice, unitFacts, 'Kulturnämnden')).toMatchObject([{ lines: 0 }]);
			await slice.execute("INSERT INTO meta VALUES ('units', 'Skolnämnden')");
			expect(await ask(slice, unitFacts, 'Kulturnämnden')).toEqual([]);
			expect(await ask(slice, unitFacts, 'Skolnämnden')).toMatchObject([{ unit: 'Skolnämnden' }]);
		} finally {
			await slice.close();
		}
	});

	it('has the systems it owns, uses, shares with all and pays for', async () => {
		const rows = await ask(database, unitSystems, { key: school.key, selection: asked(school).selection });
		expect(rows.map((row) => [row.name, row.owned, row.used, row.shared, row.amount])).toEqual([
			['Lärstigen', true, true, false, kronor(1300)],
			['E-posten', false, false, true, null]
		]);
	});
});

describe('a system', () => {
	it('has what the register says, and one empty line when only the ledger names it', async () => {
		expect(await ask(database, systemFacts, 'S-1')).toMatchObject([
			{
				name: 'Lärstigen',
				system_owner: 'Rektor',
				contract_ids: 'A-1',
				file_name: 'system.csv',
				source_row: 2
			}
		]);
		expect(await ask(database, systemFacts, 'S-9')).toMatchObject([{ asked: 'S-9', system_id: null }]);
		expect(await ask(database, systemFacts, 'S-77')).toEqual([]);
	});
});

describe('licences', () => {
	it('are those of the last month with rows, never summed over months', async () => {
		const span = { product: null, units: [], from: '2026-01', to: '2026-03' };
		for (const part of [{ suppliers: [alfa.key] }, { system: 'S-1' }]) {
			expect(await ask(database, latestLicences, { ...span, ...part })).toMatchObject([
				{ product: 'Kontor', month: '2026-03', purchased: 140, unused: 10, unused_base: 100, row_count: 2 }
			]);
		}
		expect(await ask(database, latestLicences, { ...span, suppliers: [seller.key] })).toEqual([]);
	});
});

describe('the lists', () => {
	const lists = { supplierList, unitList, systemList };

	it('sum to the IT cost of the period, with what names none apart', async () => {
		const whole = await totalsOf({ filters });
		for (const list of Object.values(lists)) {
			const rows = await ask(database, list, { filters, compared });
			expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(whole?.amount);
			expect(rows.reduce((sum, row) => sum + row.row_count, 0)).toBe(whole?.row_count);
			expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
		}
	});

	it('leave out suppliers that have nothing to do with it, and keep those on a register only', async () => {
		const rows = await ask(database, supplierList, { filters, compared });
		expect(rows.map((row) => [row.name, row.amount, row.before, row.contracts, row.systems])).toEqual([
			['Alfa AB', kronor(1600), kronor(800), 2, 1],
			['Beta Handel AB', kronor(110), 0, 0, 0],
			[null, kronor(50), 0, 0, 0],
			['Gamma AB', 0, 0, 0, 1]
		]);
	});

	it('show nämnder without cost and systems that no register names', async () => {
		const units = await ask(database, unitList, { filters, compared: null });
		expect(units.map((row) => [row.name, row.about, row.amount, row.before, row.systems])).toEqual([
			['Skolnämnden', 'nämnd', kronor(1390), null, 1],
			['Kulturnämnden', 'nämnd', kronor(370), null, 2],
			['Bolaget', 'bolag', 0, null, 0]
		]);
		const systems = await ask(database, systemList, { filters, compared: null });
		expect(systems.map((row) => [row.key, row.name, row.amount, row.contracts])).toEqual([
			['S-1', 'Lärstigen', kronor(1300), 1],
			[null, null, kronor(390), 0],
			['S-9', null, kronor(70), 0],
			['S-2', 'Biljetten', 0, 2],
			['S-3', 'E-posten', 0, 0]
		]);
	});

	it('say unknown, not none, of registers that are not loaded', async () => {
		const empty = await smallEdition({
			'kostnader.csv': [cost, '2026-01-15;Skolnämnden;1;Alfa AB;559900-0014;10,00;ja;Drift;;;']
		});
		try {
			const [row] = await ask(empty, supplierList, { filters, compared: null });
			expect(row).toMatchObject({ name: 'Alfa AB', contracts: null, systems: null });
		} finally {
			await empty.close();
		}
	});
});

it('an address names only what the edition has something of', async () => {
	const words = {
		supplier: ['559900-0014', 'zzz', '559900-0030'],
		unit: ['Skolnämnden', 'Zznämnden'],
		system: ['S-1', 'S-9', 'S-404'],
		product: ['Kontorssviten 9']
	};
	const unheard = await ask(database, unheardWords, words);
	expect(unheard.map(({ kind, word }) => `${kind} ${word}`).sort()).toEqual([
		'product Kontorssviten 9',
		'supplier zzz',
		'system S-404',
		'unit Zznämnden'
	]);
	expect(await ask(database, unheardWords, { supplier: [], unit: [], system: [], product: [] })).toEqual([]);
});
