// The demo map, cell by cell and to the öre, against a plain reading of the files that it is made of.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { noFilters } from '$lib/domain/filters';
import { monthFrom } from '$lib/domain/period';
import type { SystemMap } from '$lib/domain/system-map';
import { costRowTotals } from '$lib/queries/cost-rows';
import { editionMeta } from '$lib/queries/edition-meta';
import { ask } from '$lib/queries/query';
import { readSystemMap, type MappedSystem } from '$lib/queries/system-map';
import { buildSlice } from '$lib/server/editions/slice';
import { openNative, type NativeDatabase } from '$lib/server/engine/native-engine';
import { demoEdition } from './demo-edition';

const folder = join(import.meta.dirname, '..', '..', 'data', 'demo');
const readTable = (name: string): Record<string, string>[] => {
	const [head = '', ...lines] = readFileSync(join(folder, name), 'utf8')
		.replace(/^\ufeff/, '')
		.trim()
		.split('\r\n');
	const headers = head.split(';');
	return lines.map((line) =>
		Object.fromEntries(line.split(';').map((cell, place) => [headers[place] ?? '', cell]))
	);
};
const list = (cell: string | undefined) => (cell ? cell.split('|') : []);

const filters = { ...noFilters, period: { from: monthFrom(2025, 9), to: monthFrom(2026, 8) } };
let database: NativeDatabase;
let map: SystemMap<MappedSystem>;
let today: Day;

beforeAll(async () => {
	database = await demoEdition();
	const read = parseIsoDay((await editionMeta(database)).today);
	if (!read) throw new Error('The edition has no day of today');
	today = read;
	map = await readSystemMap(database, filters, today);
});
afterAll(() => database.close());

it('has every förmåga of the file, and the nämnder that are no companies', () => {
	const lines = readTable('formagor.csv');
	expect(map.rows.map(({ capability }) => capability.capability_id)).toEqual(
		lines.map((line) => line.formaga_id)
	);
	const boards = readTable('namnder.csv').filter(({ typ }) => typ !== 'bolag');
	expect(map.units.map(({ unit }) => unit).slice(0, boards.length)).toEqual(boards.map(({ namnd }) => namnd));
	expect(map.units).toHaveLength(boards.length);
});

it('has each cell in the state that the files say', () => {
	const lines = readTable('formagor.csv');
	const systems = readTable('system.csv').filter(
		(system) =>
			system.livscykel !== 'planerad' &&
			system.livscykel !== 'avvecklad' &&
			!(system.idrift && system.idrift > today) &&
			!(system.avveckling && system.avveckling <= today)
	);
	const stateOf = (line: Record<string, string>, namnd: string): string => {
		const own = systems.filter((system) => list(system.formaga).includes(line.formaga_id ?? ''));
		const users = (system: Record<string, string>) =>
			system.anvands_av ? list(system.anvands_av) : list(system.namnd);
		const used = own.filter((system) => users(system).includes(namnd));
		const offered = own.filter(
			(system) => !users(system).includes(namnd) && system.gemensam === 'ja' && system.livscykel !== 'införs'
		);
		const above = lines.filter(({ formaga_id: id }) => id === line.overordnad);
		const denied = [line, ...above].some((one) => list(one.utan_behov_namnder).includes(namnd));
		if (used.length > 1) return 'överlapp';
		if (used.length === 1) return used[0]?.gemensam !== 'ja' && offered.length ? 'överlapp' : 'täckt';
		if (list(line.behov_namnder).includes(namnd)) return offered.length ? 'täckt' : 'hål';
		if (denied) return 'inget behov';
		return offered.length ? 'täckt' : 'okänt';
	};
	const wrong = map.rows.flatMap((row) => {
		const line = lines.find(({ formaga_id: id }) => id === row.capability.capability_id);
		if (!line) return [row.capability.capability_id];
		return row.cells
			.filter(({ unit, coverage }) => coverage.state !== stateOf(line, unit))
			.map(({ unit, coverage }) => `${line.namn} · ${unit}: ${coverage.state}, not ${stateOf(line, unit)}`);
	});
	expect(wrong).toEqual([]);
	const counted = lines.filter(({ formaga_id: id }) => !lines.some(({ overordnad }) => overordnad === id));
	const all = counted.flatMap((line) => map.units.map(({ unit }) => stateOf(line, unit)));
	const counts = { täckt: 0, överlapp: 0, hål: 0, okänt: 0, 'inget behov': 0 } as Record<string, number>;
	for (const state of all) counts[state] = (counts[state] ?? 0) + 1;
	expect(map.counts).toEqual(counts);
	expect(Math.min(...Object.values(map.counts))).toBeGreaterThan(0);
});

it('has the kronor of each row and the total to the öre as the ledger rows that they open', async () => {
	const rowsOf = async (systems: string[]) => {
		const [found] = await ask(database, costRowTotals, { filters: { ...filters, systems } });
		return found;
	};
	for (const row of map.rows.filter(({ systems }) => systems.length > 0)) {
		const found = await rowsOf(row.systems.map(({ system_id }) => system_id));
		expect([row.capability.name, row.amount ?? 0, row.rowCount]).toEqual([
			row.capability.name,
			found?.amount ?? 0,
			found?.row_count ?? 0
		]);
	}
	const [plain] = await database.run(
		`SELECT sum(amount)::BIGINT AS amount FROM cost WHERE it_cost = 'ja' AND currency = 'SEK' AND system_ref IS NOT NULL
			AND day BETWEEN DATE '2025-09-01' AND DATE '2026-08-31'`
	);
	expect(map.total.amount).toBe(Number(plain?.amount));
});

it('shows who sees one nämnd the same cells of it as the whole map, shared systems that others use included', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'genomlys-map-'));
	try {
		const whole = join(folder, 'whole.duckdb');
		await database.execute(`ATTACH '${whole}' AS kept; COPY FROM DATABASE edition TO kept; DETACH kept`);
		for (const unit of ['Kulturnämnden', 'Stadsdelsnämnden Hamnstaden', 'Överförmyndarnämnden']) {
			const part = join(folder, `${unit}.duckdb`);
			await buildSlice(whole, part, { level: 'open', units: [unit] });
			const slice = await openNative({ path: part, readOnly: true });
			try {
				const own = await readSystemMap(slice, filters, today);
				const cellsOf = (from: SystemMap<MappedSystem>) =>
					from.rows
						.flatMap(({ capability, cells }) =>
							cells
								.filter((cell) => cell.unit === unit)
								.map(({ coverage }) => [capability.name, coverage.state, coverage.counted].join(' · '))
						)
						.sort();
				expect(cellsOf(own)).toEqual(cellsOf(map));
			} finally {
				await slice.close();
			}
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});
