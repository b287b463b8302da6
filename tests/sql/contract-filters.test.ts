import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseIsoDay } from '$lib/domain/day';
import { contractList } from '$lib/queries/contract-list';
import { describeContracts } from '$lib/queries/described-contract';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import {
	activeFilters,
	contractFacets,
	contractFiltersFrom,
	contractFiltersTo,
	facetWords,
	facets,
	matches,
	usualFilters,
	withoutFilter,
	type ContractFilters
} from '../../src/routes/(app)/avtal/parts/contract-filters';
import {
	groupContracts,
	listContracts,
	type ListedContract
} from '../../src/routes/(app)/avtal/parts/listed-contract';
import { smallEdition } from './small-edition';

const register = [
	'avtals_id;benamning;leverantor;namnd;avtalsagare;avtalstyp;antal_anbud;avtalsstart;avtalsslut;forlangningssatt;forlangning_antal;forlangning_nyttjad;uppsagningstid_manader;avtalsvarde;takvolym',
	'R-1;Servrar;Alfa AB;Servicenämnden;It-chefen;ramavtal;3;2024-02-10;2028-08-31;ingen;;;6;;60000000,00',
	'O-1;Karta;Beta AB;Byggnämnden;Kartchefen;kontrakt;1;2022-01-01;2026-12-31;option;2;1;6;5000000,00;',
	'T-1;Växel;Gamma AB;Servicenämnden;;kontrakt;;2016-01-01;;tillsvidare;;;3;900000,00;',
	'U-1;Förråd;Alfa AB;Byggnämnden;;;;2016-01-01;2024-12-31;;;;;;',
	// One contract on two lines of the register.
	'S-1;Skrivare;Delta AB;Servicenämnden;It-chefen;avrop;2;2024-01-01;2029-12-31;ingen;;;3;20000000,00;',
	'S-1;Skrivare, del två;Delta AB;Servicenämnden;It-chefen;avrop;2;2024-01-01;2029-12-31;ingen;;;3;20000000,00;'
];
const today = parseIsoDay('2026-08-31');

let database: NativeDatabase;
let contracts: ListedContract[];
beforeAll(async () => {
	if (!today) throw new Error('No today.');
	database = await smallEdition({ 'avtal.csv': register });
	const described = describeContracts(await ask(database, contractList, undefined), today);
	const costs = [
		{ contract_id: 'O-1', amount: 300, assumed: 0 },
		{ contract_id: 'S-1', amount: 1000, assumed: 0 }
	];
	contracts = listContracts(described, costs, { today, seen: null, hasCost: true });
});
afterAll(() => database.close());

const found = (address: string) =>
	contracts
		.filter((contract) => matches(contract, contractFiltersFrom(new URLSearchParams(address))))
		.map(({ key }) => key);

describe('the filters of the contract list', () => {
	it.each([
		['', ['R-1', 'O-1', 'T-1', 'S-1', 'S-1#2']],
		['galler=alla', ['R-1', 'O-1', 'T-1', 'U-1', 'S-1', 'S-1#2']],
		['status=uppsagningsbart', ['R-1', 'T-1', 'S-1', 'S-1#2']],
		['status=passerat', ['O-1']],
		['status=optionsar', ['O-1']],
		['status=passerat&status=uppsagningsbart&namnd=Byggn%C3%A4mnden', ['O-1']],
		['galler=alla&status=utganget', ['U-1']],
		['status=utganget', []],
		['agare=It-chefen', ['R-1', 'S-1', 'S-1#2']],
		['agare=-', ['T-1']],
		['varde=over-50', ['R-1']],
		['varde=1-10&varde=under-1', ['O-1', 'T-1']],
		['galler=alla&varde=okant', ['U-1']],
		['leverantor=ALFA%20AB', ['R-1']],
		['saknas=slutdag', []],
		['saknas=anbud', ['T-1']],
		['galler=alla&saknas=forlangningssatt', ['U-1']],
		['saknas=exitplan', ['R-1', 'O-1', 'T-1', 'S-1', 'S-1#2']],
		['sok=växel', ['T-1']],
		// A word that no list knows holds nothing back.
		['status=hittepå&steg=', ['R-1', 'O-1', 'T-1', 'S-1', 'S-1#2']]
	])('%s shows %j', (address, expected) => {
		expect(found(address)).toEqual(expected);
	});

	it('count contracts, not lines, and kronor of each once, under the other filters', () => {
		expect(facetWords('units', contracts, usualFilters)).toEqual([
			{ word: 'Servicenämnden', count: 3, ore: 1000 },
			{ word: 'Byggnämnden', count: 1, ore: 300 }
		]);
		const servers = { ...usualFilters, search: 'servrar' };
		expect(facetWords('units', contracts, servers)).toEqual([{ word: 'Servicenämnden', count: 1, ore: 0 }]);
		// A list does not narrow itself, and what it names can always be taken away.
		const chosen = { ...usualFilters, values: ['over-50', 'okant'] };
		expect(facetWords('values', contracts, chosen).map(({ word, count }) => [word, count])).toEqual([
			['over-50', 1],
			['10-50', 1],
			['1-10', 1],
			['under-1', 1],
			['okant', 0]
		]);
	});

	it('say what each word would show: choosing it shows as many contracts', () => {
		for (const facet of contractFacets)
			for (const { word, count } of facetWords(facet, contracts, usualFilters)) {
				const shown = contracts.filter((contract) => matches(contract, { ...usualFilters, [facet]: [word] }));
				expect(new Set(shown.map(({ row }) => row.contract_id)).size).toBe(count);
			}
	});

	it('stand in the address, and are read back as they were', () => {
		const word = fc.string({ minLength: 1, maxLength: 12 });
		const chosen = (facet: (typeof contractFacets)[number]) => {
			const { closed } = facets[facet];
			return closed ? fc.subarray([...closed]) : fc.uniqueArray(word, { maxLength: 3 });
		};
		const any = fc.record({
			search: word.map((text) => text.trim()),
			inForce: fc.boolean(),
			...Object.fromEntries(contractFacets.map((facet) => [facet, chosen(facet)]))
		}) as fc.Arbitrary<ContractFilters>;
		fc.assert(
			fc.property(any, (filters) => {
				const address = contractFiltersTo(filters, new URLSearchParams('vy=tabell&status=passerat'));
				expect(address.get('vy')).toBe('tabell');
				expect(contractFiltersFrom(new URLSearchParams(address.toString()))).toEqual(filters);
			})
		);
		expect(contractFiltersTo(usualFilters, new URLSearchParams()).toString()).toBe('');
	});

	it('can each be taken away', () => {
		const all = contractFiltersFrom(
			new URLSearchParams(
				'sok=a&namnd=a&typ=a&steg=slutar&status=galler&leverantor=a&agare=a&varde=okant&saknas=anbud'
			)
		);
		const active = activeFilters(all);
		expect(active).toHaveLength(10);
		for (const name of active) expect(activeFilters({ ...all, ...withoutFilter[name] })).not.toContain(name);
	});
});

describe('the order of the contract list', () => {
	it.each([
		['cost', ['S-1', 'S-1#2', 'O-1']],
		['end', ['U-1', 'O-1', 'R-1']],
		['supplier', ['R-1', 'U-1', 'O-1']]
	] as const)('by %s begins with %j, in one group', (order, first) => {
		const [group, ...others] = groupContracts(contracts, order);
		expect(others).toEqual([]);
		expect(group?.contracts.slice(0, 3).map(({ key }) => key)).toEqual(first);
		expect(group).toMatchObject({ group: order, count: 5, yearly: 1300 });
	});

	it('by end puts what has no end last', () => {
		expect(groupContracts(contracts, 'end')[0]?.contracts.at(-1)?.key).toBe('T-1');
	});

	it('by next step divides the list, each contract in one group', () => {
		const groups = groupContracts(contracts);
		expect(groups.flatMap((group) => group.contracts.map(({ key }) => key)).sort()).toEqual(
			contracts.map(({ key }) => key).sort()
		);
		expect(groups.map(({ group }) => group)).toEqual(['start-soon', 'later', 'passed', 'expired']);
	});
});
