// How near the forecast of the year comes: the demo city rolled back to T1 and T2 of each year that is over, with nothing known after
// the cut, beside the two forecasts that anybody makes by hand.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorsOf, rollBack, withinSpan, type Rollback } from '$lib/domain/forecast-rollback';
import { monthFrom } from '$lib/domain/period';
import { numbersInOrder } from '$lib/import/cells/personal-data';
import { readForecastFacts, type ForecastFacts } from '$lib/queries/cost-forecast';
import { bytesSource } from '$lib/read/byte-source';
import { buildEdition } from '$lib/server/editions/build';
import { Staging } from '$lib/server/editions/staging';
import { openNative } from '$lib/server/engine/native-engine';
import { defaultRules } from '$lib/tagging/default-rules';
import { unlocked } from '$lib/tagging/locked-months';
import { projectRoot } from '../build-if-needed';
import { timed } from './timing';

const files = [
	'kostnader_2023.csv',
	'kostnader_2024.csv',
	'kostnader_2025.csv',
	'kostnader_2026.csv',
	'budget.csv'
];
const ledger = { from: monthFrom(2023, 1), to: monthFrom(2026, 8) };
const cuts = [
	{ name: 'T1', cut: 4 },
	{ name: 'T2', cut: 8 }
] as const;

async function demoFacts(): Promise<{ facts: ForecastFacts; milliseconds: number }> {
	const database = await openNative({ threads: 1 });
	try {
		const staging = await Staging.create(database);
		const soleTraders = numbersInOrder();
		for (const [index, name] of files.entries()) {
			const bytes = await readFile(join(projectRoot, 'data', 'demo', name));
			const { result } = await staging.add(bytesSource(name, bytes), { fileId: index + 1, soleTraders });
			if (result.problem) throw new Error(`${name}: ${result.problem.message}`);
		}
		await database.execute("ATTACH ':memory:' AS edition");
		await buildEdition(staging, {
			edition: 1,
			published: '2026-09-01T08:00:00.000Z',
			municipality: 'Lindskärs kommun',
			today: '2026-08-31',
			tagging: unlocked(defaultRules)
		});
		await database.execute('USE edition');
		const asked = { year: 2026, cut: 8, ledger };
		const facts = await readForecastFacts(database, asked);
		return { facts, milliseconds: await timed(() => readForecastFacts(database, asked)) };
	} finally {
		database.close();
	}
}

const mnkr = (ore: number) => (ore / 100_000_000).toFixed(2);

/** Prints the errors, and how they compare with the nearer of the two naive ones. */
export async function measureForecast(): Promise<void> {
	const { facts, milliseconds } = await demoFacts();
	console.log('\n=== The forecast of the year, rolled back in the demo city ===');
	console.log(
		`its four questions took ${milliseconds.toFixed(0)} ms; errors in mnkr, summed over nämnder / of the total`
	);
	for (const withBudget of [true, false]) {
		console.log(
			withBudget
				? '\nas it is (the demo’s budget is made from its outcome, which flatters 2023, the year that has only the budget)'
				: '\nwithout the budget: the first year has no season, and is carried straight on'
		);
		const rolled = facts.wholeYears.flatMap((year) =>
			cuts.map(({ name, cut }) => ({
				name: `${name} ${year}`,
				back: rollBack({ ...facts, year, cut, budget: withBudget ? facts.budget : [] })
			}))
		);
		for (const { name, back } of rolled) printRollback(name, back);
	}
}

function printRollback(name: string, back: Rollback): void {
	const calculated = errorsOf(back, ({ range }) => range.likely);
	const lastYear = errorsOf(back, (unit) => unit.lastYear);
	const straight = errorsOf(back, (unit) => unit.straight);
	const told = (errors: typeof calculated) =>
		errors ? `${mnkr(errors.units)} / ${mnkr(errors.total)}` : 'no such year';
	const nearest = Math.min(...[lastYear, straight].flatMap((errors) => errors?.units ?? []));
	const ratio = calculated && nearest > 0 ? (calculated.units / nearest).toFixed(2) : '–';
	const worse = calculated && calculated.units > nearest ? '  WORSE THAN THE NEARER' : '';
	const { range, outcome } = back.total;
	console.log(
		`${name}: calculated ${told(calculated)}; last year ${told(lastYear)}; straight line ${told(straight)}; ratio to the nearer ${ratio}${worse}; within the span ${withinSpan(back)} of ${back.units.length}; total ${mnkr(range.low)}–${mnkr(range.high)}, became ${mnkr(outcome)}`
	);
}
