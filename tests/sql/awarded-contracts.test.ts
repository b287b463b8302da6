// A real list of awarded IT contracts as a register: it says who, what and how, but no day, no value and no term. The page
// has to be of use then, and guess nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseIsoDay } from '$lib/domain/day';
import { contractList } from '$lib/queries/contract-list';
import { contractWork, describeContracts } from '$lib/queries/described-contract';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { stepLabel, stepSentence, termFacts } from '$lib/text/contracts';
import { facetWords, matches, usualFilters } from '../../src/routes/(app)/avtal/parts/contract-filters';
import {
	groupContracts,
	listContracts,
	type ListedContract
} from '../../src/routes/(app)/avtal/parts/listed-contract';
import { hasRealFiles, realSource } from '../support/sources';
import { editionOf } from './small-edition';

describe.skipIf(!hasRealFiles)('the Swedish IT contracts awarded in 2021', () => {
	let database: NativeDatabase;
	let contracts: ListedContract[];
	beforeAll(async () => {
		const file = realSource('procurement/uhm_2021_kontrakterade_anbud_leverantor_IT.csv');
		database = await editionOf([file]);
		const today = parseIsoDay('2026-08-31');
		if (!today) throw new Error('No today.');
		const described = describeContracts(await ask(database, contractList, undefined), today);
		contracts = listContracts(described, [], { today, seen: null, hasCost: false });
	});
	afterAll(() => database.close());

	it('are 1 275 rows, all of them kept', () => {
		expect(contracts).toHaveLength(1275);
		expect(new Set(contracts.map(({ key }) => key)).size).toBe(1275);
	});

	it('all lack their end, and nobody knows what to decide or by when', () => {
		for (const { facts, step, term, statuses } of contracts) {
			expect(facts).toMatchObject({
				startDay: null,
				endDay: null,
				noticeDay: null,
				optionCallDay: null,
				latestEnd: null,
				lastSafeStart: null,
				ceilingShare: null
			});
			expect(step).toEqual({ kind: 'unknown', group: 'unknown', day: null, startPassed: false });
			expect(stepLabel(step, facts)).toBe('Slutdag saknas');
			expect(term).toMatchObject({ start: null, end: null, options: [], notice: null });
			// Nothing shows that they have ended, so they count as in force, and as nothing more.
			expect(statuses).toEqual(['in-force']);
		}
		const [first] = contracts;
		if (!first) throw new Error('No contract.');
		expect(stepSentence(first.step, first.facts)).toMatch(/^Registret saknar slutdag\./);
		expect(termFacts(first.row, first.facts).every(({ value }) => value === null)).toBe(true);
	});

	it('ask for no decision', () => {
		const distinct = new Set(contracts.map(({ row }) => row.contract_id)).size;
		expect(contractWork(contracts)).toEqual({
			inForce: distinct,
			decideSoon: 0,
			ceilingReached: 0,
			startPassed: 0,
			startSoon: 0,
			unknown: distinct
		});
		expect(groupContracts(contracts)).toMatchObject([{ group: 'unknown', count: distinct, yearly: null }]);
	});

	it('say what they lack, and are found by it', () => {
		const counted = Object.fromEntries(
			facetWords('missing', contracts, usualFilters).map(({ word, count }) => [word, count])
		);
		const distinct = new Set(contracts.map(({ row }) => row.contract_id)).size;
		expect(counted).toMatchObject({
			slutdag: distinct,
			uppsagningstid: distinct,
			forlangningssatt: distinct,
			avtalsagare: distinct,
			exitplan: distinct
		});
		const ofMissing = (word: string) =>
			contracts.filter((contract) => matches(contract, { ...usualFilters, missing: [word] }));
		expect(ofMissing('slutdag')).toHaveLength(1275);
		// The list says how each was bought, so that is not missing; only frameworks lack a ceiling.
		expect(ofMissing('forfarande').length).toBeLessThan(1275);
		expect(ofMissing('takvolym').every(({ row }) => row.contract_type === 'ramavtal')).toBe(true);
	});

	it('have no known value, and are divided by buyer, type and supplier', () => {
		expect(facetWords('values', contracts, usualFilters).map(({ word }) => word)).toEqual(['okant']);
		expect(
			facetWords('types', contracts, usualFilters)
				.map(({ word }) => word)
				.sort()
		).toEqual(['kontrakt', 'ramavtal']);
		expect(facetWords('suppliers', contracts, usualFilters).length).toBeGreaterThan(300);
		expect(facetWords('units', contracts, usualFilters).length).toBeGreaterThan(200);
	});
});
