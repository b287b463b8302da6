// The follow-ups of the demo city against sums made another way.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BudgetLeaf } from '$lib/domain/budget-leaf';
import { levelChoices } from '$lib/domain/budget-levels';
import { budgetLines, type BudgetBranch } from '$lib/domain/budget-lines';
import { followUpLines } from '$lib/domain/follow-up-lines';
import { forecastVersion } from '$lib/domain/follow-up';
import { standardFollowUps } from '$lib/domain/follow-up-setting';
import { budgetLeaf, budgetLeaves } from '$lib/queries/budget-leaves';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { demoEdition } from './demo-edition';

const years = [2023, 2024, 2025, 2026];
const closed = years
	.flatMap((year) => standardFollowUps.map(({ name, cut }) => ({ year, followUp: name, cut })))
	.filter(({ year, cut }) => year < 2026 || cut <= 8);

interface LedgerMonth {
	year: number;
	month: number;
	amount: number;
}

let database: NativeDatabase;
let leavesOf: Map<string, BudgetLeaf[]>;
let ledger: LedgerMonth[];
beforeAll(async () => {
	database = await demoEdition();
	const rows = await database.run(
		"SELECT day::VARCHAR AS day, amount::VARCHAR AS amount FROM cost WHERE it_cost = 'ja' AND currency = 'SEK'"
	);
	ledger = rows.map((row) => {
		const [year, month] = String(row.day).split('-').map(Number);
		return { year: year ?? 0, month: month ?? 0, amount: Number(row.amount) };
	});
	leavesOf = new Map();
	for (const followUp of closed) {
		const asked = {
			year: followUp.year,
			cut: followUp.cut,
			versions: ['KF-budget'],
			forecast: forecastVersion(followUp)
		};
		leavesOf.set(
			`${followUp.year} ${followUp.followUp}`,
			(await ask(database, budgetLeaves, asked)).map(budgetLeaf)
		);
	}
});
afterAll(() => database.close());

const file = Papa.parse<Record<string, string>>(
	readFileSync(join(import.meta.dirname, '../../data/demo/budget.csv'), 'utf8').replace(/^\ufeff/, ''),
	{ header: true, delimiter: ';', skipEmptyLines: true }
).data;
const ore = (text = '') => Number(text.replace(',', ''));
function budgeted(year: number, version: string | null, cut = 12): number {
	return file
		.filter((row) => row.ar === String(year) && row.version === version && Number(row.manad || 1) <= cut)
		.reduce((sum, row) => sum + ore(row.belopp), 0);
}
function spent(year: number, cut: number): number {
	return ledger
		.filter((row) => row.year === year && row.month <= cut)
		.reduce((sum, row) => sum + row.amount, 0);
}

describe.each(closed)('$followUp $year of the demo city', ({ year, followUp, cut }) => {
	const leaves = () => leavesOf.get(`${year} ${followUp}`) ?? [];
	const basis = { cut, covered: true, yearBeforeCovered: true };

	it('is its ledger and its budget file to the öre, whatever it is divided by', () => {
		const forecast = forecastVersion({ followUp, cut });
		for (const levels of levelChoices) {
			const table = budgetLines(leaves(), levels, basis);
			expect(table).toMatchObject({
				outcome: spent(year, cut),
				budgetYear: budgeted(year, 'KF-budget'),
				budgetToDate: budgeted(year, 'KF-budget', cut),
				expected: forecast ? budgeted(year, forecast) : spent(year, cut),
				outcomeYearBefore: spent(year - 1, cut),
				outcomeWholeYearBefore: spent(year - 1, 12)
			});
			const holds = (branch: BudgetBranch): void => {
				if (!branch.parts.length) return;
				const sum = branch.parts.reduce((total, { outcome }) => total + (outcome ?? NaN), 0);
				expect(sum).toBe(branch.outcome);
				branch.parts.forEach(holds);
			};
			holds(table);
		}
	});

	it('is the same in the file', () => {
		const lines = followUpLines(leaves(), cut);
		const total = (value: (line: (typeof lines)[number]) => number | null) =>
			lines.reduce((sum, line) => sum + (value(line) ?? 0), 0);
		expect(total((line) => line.outcome)).toBe(spent(year, cut));
		expect(total((line) => line.budgetYear)).toBe(budgeted(year, 'KF-budget'));
		expect(total((line) => line.budgetToDate)).toBe(budgeted(year, 'KF-budget', cut));
		expect(total((line) => line.deviationToDate)).toBe(budgeted(year, 'KF-budget', cut) - spent(year, cut));
		expect(total((line) => line.deviationYear)).toBe(
			budgeted(year, 'KF-budget') - total((line) => line.forecast)
		);
	});
});
