// Each figure of Återbetalning against the rows that it opens, in the demo city and in one that is added by hand.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { choiceFromUrl, countDevelopment, developments, endedFirst } from '$lib/domain/development';
import { monthFrom } from '$lib/domain/period';
import { costRowTotals, type RowSelection } from '$lib/queries/cost-rows';
import { readDevelopments } from '$lib/queries/developments';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import {
	costRowsOf,
	developmentRowsOf,
	runningRowsOf
} from '../../src/routes/(app)/budget/inriktning/aterbetalning/parts/development-rows';
import { demoEdition } from './demo-edition';
import { smallEdition } from './small-edition';

const ledger = { from: monthFrom(2023, 1), to: monthFrom(2026, 7) };
const choice = (search = '') => choiceFromUrl(new URLSearchParams(search));

let demo: NativeDatabase;
beforeAll(async () => {
	demo = await demoEdition();
});
afterAll(() => demo.close());

async function sumOf(engine: NativeDatabase, selection: RowSelection) {
	const [rows] = await ask(engine, costRowTotals, selection);
	return rows?.amount;
}

it.each([
	['project', 'P2410', '', []],
	['project', 'P2410', 'pa=S-008', []],
	['project', 'P2412', 'start=2024-03&slut=2024-06', []],
	['project', 'P2412', 'pa=S-007', ['Äldrenämnden']],
	['system', 'S-008', 'start=2024-01&slut=2024-12', ['Kommunstyrelsen']]
] as const)('%s %s %s is its rows, before and after', async (kind, key, search, units) => {
	const facts = await readDevelopments(demo, { units, ledger });
	const development = developments(facts.costs, kind).find((each) => each.key === key);
	if (!development) throw new Error(`${key} is not in the demo.`);
	const counted = countDevelopment(development, choice(search), facts);
	const { result, before, after, cost } = counted.payback;
	if (result.state !== 'dearer' && result.state !== 'saves') throw new Error(result.state);
	expect(await sumOf(demo, costRowsOf(counted, units))).toBe(cost);
	expect(await sumOf(demo, runningRowsOf(counted, before, units))).toBe(result.before);
	expect(await sumOf(demo, runningRowsOf(counted, after, units))).toBe(result.after);
	expect(await sumOf(demo, developmentRowsOf(counted, units))).toBe(counted.allDevelopment);
	expect(cost + counted.leftOut).toBe(development.cost);
	expect(Math.abs(result.before)).toBeGreaterThan(0);
});

it('the demo city’s projects of 2024 come first, and this year’s go on', async () => {
	const facts = await readDevelopments(demo, { units: [], ledger });
	const listed = endedFirst(
		developments(facts.costs, 'project').map((each) => countDevelopment(each, choice(), facts))
	);
	expect(listed).toHaveLength(28);
	expect(listed.slice(0, 7).every(({ development }) => development.key.startsWith('P24'))).toBe(true);
	expect(listed.slice(-7).every(({ payback }) => payback.result.state === 'goingOn')).toBe(true);
	const early = listed.find(({ development }) => development.key === 'P2512');
	expect(early?.payback.result).toMatchObject({ state: 'tooEarly', knownAfter: '2026-12' });
	const portal = listed.find(({ development }) => development.key === 'P2419');
	expect(portal?.replaced).toEqual(['S-034']);
});

it('a new system takes an old one’s place, and pays for itself', async () => {
	const monthly = (year: number, system: string, amount: string) =>
		Array.from(
			{ length: 12 },
			(_, month) =>
				`${year}-${String(month + 1).padStart(2, '0')}-05;Kulturnämnden;12345;A AB;${amount};ja;förvaltning;${system};`
		);
	const edition = await smallEdition({
		'kostnader.csv': [
			'datum;namnd;konto;leverantor;belopp;it_kostnad;inriktning;system_id;projekt',
			...monthly(2023, 'S-OLD', '100,00'),
			'2024-03-05;Kulturnämnden;12345;A AB;600,00;ja;utveckling;S-NEW;P1',
			'2024-04-05;Kulturnämnden;12345;B AB;300,00;ja;utveckling;S-NEW;P1',
			'2024-04-05;Kulturnämnden;12345;B AB;5,00;ja;förvaltning;S-NEW;P1',
			...monthly(2025, 'S-NEW', '25,00')
		],
		'system.csv': [
			'system_id;namn;namnd;ersatts_av',
			'S-OLD;Gamla;Kulturnämnden;S-NEW',
			'S-NEW;Nya;Kulturnämnden;'
		]
	});
	const facts = await readDevelopments(edition, {
		units: [],
		ledger: { from: monthFrom(2023, 1), to: monthFrom(2025, 12) }
	});
	const [development] = developments(facts.costs, 'project');
	if (!development) throw new Error('P1 is a development.');
	expect(development).toMatchObject({ key: 'P1', cost: 90_000, suppliers: ['A AB', 'B AB'] });
	// March 2023 to February 2024 had ten months of the old; May 2024 to April 2025 had four of the new.
	const { result } = countDevelopment(development, choice(), facts).payback;
	expect(result).toMatchObject({
		state: 'saves',
		before: 100_000,
		after: 10_000,
		yearlySaving: 90_000,
		years: 1
	});
	edition.close();
});
