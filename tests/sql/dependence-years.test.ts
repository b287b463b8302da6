// The years of the trend are asked for at once; each must be what that year alone is, whose figures dependence.test.ts counts.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dependenceSpecs, type DependenceIndicator } from '$lib/domain/dependence-indicator';
import { noFilters, type Filters } from '$lib/domain/filters';
import { parseMonth } from '$lib/domain/period';
import { dependenceReading } from '$lib/queries/dependence';
import { dependenceRegister } from '$lib/queries/dependence-register';
import { yearIndicators } from '$lib/queries/dependence-trend';
import { dependenceYears } from '$lib/queries/dependence-years';
import { editionMeta } from '$lib/queries/edition-meta';
import { licencePricesYear } from '$lib/queries/licence-prices-year';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { demoEdition } from './demo-edition';

vi.setConfig({ testTimeout: 60_000 });

let database: NativeDatabase;
beforeAll(async () => {
	database = await demoEdition();
});
afterAll(() => database.close());

const calendar = [2022, 2023, 2024, 2025, 2026].map((year) => {
	const [from, to] = [parseMonth(`${year}-01`), parseMonth(`${year}-12`)];
	if (!from || !to) throw new Error('no months');
	return { year, period: { from, to }, whole: true };
});

/** The trend's years hold what the same indicators are of each year alone, also where there is no cost. */
async function expectYears(database: NativeDatabase, filters: Filters) {
	const meta = await editionMeta(database);
	const register = await dependenceRegister(database, meta);
	const to = calendar.map(({ period }) => period.to);
	const licences = await ask(database, licencePricesYear, { to, units: filters.units });
	const years = yearIndicators(
		calendar,
		await ask(database, dependenceYears, filters),
		register,
		true,
		(month) => licences.filter((row) => row.to === month)
	);
	expect(years).toHaveLength(calendar.length);
	for (const { year, period, indicators } of years) {
		const alone = await dependenceReading(database, { ...filters, period }, meta);
		const expected = alone.indicators.filter(({ key }) => dependenceSpecs[key].perYear);
		expect(indicators.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
		for (const [index, one] of expected.entries())
			expect(rounded(indicators[index]), `${one.key} ${year}`).toEqual(rounded(one));
	}
}

/** Sums of parts are added in another order, which shows far behind the decimal point. */
const rounded = (found: DependenceIndicator | undefined) =>
	Object.fromEntries(
		Object.entries(found ?? {}).map(([name, part]) => [
			name,
			typeof part === 'number' ? Number(part.toPrecision(10)) : part
		])
	);

test.each<[string, Partial<Filters>]>([
	['of everything', {}],
	['of one nämnd without internal rows', { internal: false, units: ['Servicenämnden'] }],
	['of one supplier', { suppliers: ['559900-0014'] }]
])('the years %s are as each year alone', async (_, filters) => {
	await expectYears(database, { ...noFilters, ...filters });
});
