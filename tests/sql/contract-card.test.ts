// What a contract's own page shows of the demo city, against the register's list and the rows that it opens.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { monthsOfYear, paidByUnit, paidByYear } from '$lib/domain/contract-payments';
import { noFilters, withoutValue } from '$lib/domain/filters';
import { contractCost } from '$lib/queries/contract-cost';
import { contractList } from '$lib/queries/contract-list';
import { contractSystems } from '$lib/queries/contract-systems';
import { costRowTotals } from '$lib/queries/cost-rows';
import { dataPeriod } from '$lib/queries/default-period';
import { editionMeta } from '$lib/queries/edition-meta';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { demoEdition } from './demo-edition';
import { smallEdition } from './small-edition';

let database: NativeDatabase;
beforeAll(async () => {
	database = await demoEdition();
});
afterAll(() => database.close());

it('every contract of the demo city is paid what its rows sum to, by year and by nämnd', async () => {
	const ledger = dataPeriod(await editionMeta(database));
	if (!ledger) throw new Error('The demo has no months.');
	let opened = 0;
	for (const { contract_id, invoiced } of await ask(database, contractList, undefined)) {
		const payments = await ask(database, contractCost, contract_id);
		expect(
			payments.reduce((sum, { amount }) => sum + amount, 0),
			contract_id
		).toBe(invoiced);
		const base = { ...noFilters, contracts: [contract_id] };
		for (const { year, amount } of paidByYear(payments, ledger)) {
			const filters = { ...base, period: monthsOfYear(year) };
			const [total] = await ask(database, costRowTotals, { filters, anyTag: true });
			expect(total?.amount, `${contract_id} ${year}`).toBe(amount);
			opened++;
		}
		for (const { unit, amount } of paidByUnit(payments)) {
			const filters = { ...base, units: [unit ?? withoutValue] };
			const [total] = await ask(database, costRowTotals, { filters, anyTag: true });
			expect(total?.amount, `${contract_id} ${unit}`).toBe(amount);
			opened++;
		}
	}
	expect(opened).toBeGreaterThan(50);
});

it('systems are found by each of the contracts that their inventory names', async () => {
	const small = await smallEdition({
		'system.csv': [
			'system_id;namn;avtals_id',
			'S-1;Första;A-1 | A-2',
			'S-2;Andra;A-2',
			'S-3;Tredje;A-22',
			'S-4;Fjärde;'
		]
	});
	const named = async (id: string) => (await ask(small, contractSystems, id)).map((row) => row.name);
	expect(await named('A-2')).toEqual(['Andra', 'Första']);
	expect(await named('A-1')).toEqual(['Första']);
	expect(await named('A-3')).toEqual([]);
	small.close();
});
