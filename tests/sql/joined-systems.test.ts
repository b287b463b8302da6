// Which system a row is joined to: its own tag, else the only system whose register names its contract.
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noFilters } from '$lib/domain/filters';
import { costRowTotals } from '$lib/queries/cost-rows';
import { ask } from '$lib/queries/query';
import { systemSupplierCosts } from '$lib/queries/system-supplier-costs';
import { buildSlice } from '$lib/server/editions/slice';
import { openNative, type NativeDatabase } from '$lib/server/engine/native-engine';
import { rowsFromText, rowsToText } from '$lib/state/rows-text';
import { smallEdition } from './small-edition';

const files = {
	'kostnader.csv': [
		'datum;namnd;konto;leverantor;belopp;it_kostnad;kostnadsslag;system_id;avtals_id',
		'2026-01-10;Kulturnämnden;7431;Norrvik AB;100,00;ja;Drift;S-1;',
		'2026-01-11;Kulturnämnden;7431;Norrvik AB;200,00;ja;Konsult;;A-1',
		'2026-01-12;Kulturnämnden;7431;Norrvik AB;400,00;ja;Konsult;;A-2',
		'2026-01-13;Kulturnämnden;7431;Sjöbo AB;800,00;ja;Drift;;',
		'2026-01-14;Kulturnämnden;7431;Norrvik AB;1600,00;ja;Drift;S-9;A-1',
		'2026-01-15;Socialnämnden;7431;Holmö AB;3200,00;ja;Drift;;A-3',
		'2026-01-16;Kulturnämnden;7431;Holmö AB;6400,00;ja;Drift;;A-3'
	],
	'avtal.csv': [
		'avtals_id;benamning;leverantor;namnd;avtalsstart',
		'A-1;Ett;Norrvik AB;Kulturnämnden;2025-01-01',
		'A-2;Två;Norrvik AB;Kulturnämnden;2025-01-01',
		'A-3;Tre;Holmö AB;Socialnämnden;2025-01-01'
	],
	'system.csv': [
		'system_id;namn;namnd;anvands_av;gemensam;avtals_id',
		'S-1;Ett;Kulturnämnden;Kulturnämnden;nej;A-1|A-2',
		'S-2;Två;Kulturnämnden;Kulturnämnden;nej;A-2',
		'S-3;Tre;Socialnämnden;Socialnämnden;nej;A-3'
	]
};

let edition: NativeDatabase;
let folder: string;
beforeAll(async () => {
	edition = await smallEdition(files);
	folder = mkdtempSync(join(tmpdir(), 'joined-systems-'));
});
afterAll(async () => {
	await edition.close();
	rmSync(folder, { recursive: true });
});

const joined = async (engine: NativeDatabase) =>
	(
		await engine.run(
			`SELECT amount / 100 AS kronor, system_ref::VARCHAR AS system_ref, system_cover::VARCHAR AS system_cover
			FROM cost ORDER BY amount`
		)
	).map(({ kronor, system_ref, system_cover }) => [kronor, system_ref, system_cover]);

describe('a row', () => {
	it('belongs to its own system, else to the only one on its contract', async () => {
		expect(await joined(edition)).toEqual([
			[100, 'S-1', 'tagg'],
			[200, 'S-1', 'avtal'],
			// Two systems name A-2.
			[400, null, null],
			[800, null, null],
			// A tag stands, though the contract names another.
			[1600, 'S-9', 'tagg'],
			[3200, 'S-3', 'avtal'],
			[6400, 'S-3', 'avtal']
		]);
	});
	it('opens with the sum that it is counted in', async () => {
		const found = await ask(edition, systemSupplierCosts, noFilters);
		const systems = [...new Set(found.map(({ system_ref }) => system_ref))];
		expect(systems).toEqual(['S-1', 'S-3', 'S-9', null]);
		for (const ofSystem of systems) {
			const rows = found.filter(({ system_ref }) => system_ref === ofSystem);
			const { selection } = rowsFromText(
				rowsToText({ path: [], selection: { filters: noFilters, ofSystem } })
			);
			const [totals] = await ask(edition, costRowTotals, selection);
			expect(totals?.amount).toBe(rows.reduce((sum, { amount }) => sum + amount, 0));
		}
		const byContract = { filters: noFilters, ofSystem: 'S-1', systemCover: 'avtal' as const };
		const [totals] = await ask(
			edition,
			costRowTotals,
			rowsFromText(rowsToText({ path: [], selection: byContract })).selection
		);
		expect(totals).toEqual({ row_count: 1, amount: 20_000 });
	});
});

it('a slice of one nämnd names no system that it does not hold', async () => {
	const full = join(folder, 'full.duckdb');
	const part = join(folder, 'part.duckdb');
	await edition.execute(`ATTACH '${full}' AS kept; COPY FROM DATABASE edition TO kept; DETACH kept`);
	await buildSlice(full, part, { level: 'open', units: ['Kulturnämnden'] });
	const slice = await openNative({ path: part, readOnly: true });
	try {
		expect((await slice.run('SELECT system_id FROM system ORDER BY 1')).map((row) => row.system_id)).toEqual([
			'S-1',
			'S-2'
		]);
		expect((await joined(slice)).slice(-2)).toEqual([
			[1600, 'S-9', 'tagg'],
			[6400, null, null]
		]);
		const words = await slice.run(
			'SELECT unnest(enum_range((SELECT any_value(system_ref) FROM cost)))::VARCHAR AS word'
		);
		expect(words.map(({ word }) => word)).toEqual(['S-1', 'S-9']);
	} finally {
		await slice.close();
	}
});
