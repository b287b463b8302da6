// The follow-ups that a nightly run writes.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseIsoDay } from '$lib/domain/day';
import type { ByteSource } from '$lib/read/byte-source';
import { runReport } from '$lib/server/report/run-report';
import { csvSource } from '../support/sources';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'genomlys-uppfoljning-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What is written of some files, by header; values are text as they stand. */
async function followUps(...sources: ByteSource[]): Promise<Record<string, string>[]> {
	const today = parseIsoDay('2026-08-31');
	if (!today) throw new Error('No day');
	await runReport({ sources, outputFolder: folder, today, recipe: null, municipality: 'Provköping' });
	const text = (await readFile(join(folder, 'budgetuppfoljning.csv'), 'utf8')).replace(/^\ufeff/, '');
	const options = { header: true, delimiter: ';', skipEmptyLines: true } as const;
	return Papa.parse<Record<string, string>>(text, options).data;
}

test('follows up every tertial that the ledger covers, with the budget as finely as it is divided', async () => {
	const months = ['01', '04', '05', '08', '12'];
	const ledger = csvSource('kostnader.csv', [
		'datum;namnd;konto;leverantor;belopp;it_kostnad;kostnadsslag;inriktning',
		...months.map((month) => `2025-${month}-15;Skolnämnden;74310;Alfa AB;100,50;ja;Drift;förvaltning`),
		'2025-03-01;Skolnämnden;74310;Alfa AB;10,00;ja;Drift;utveckling',
		'2025-03-01;Miljönämnden;74310;Alfa AB;7,00;ja;Drift;förvaltning'
	]);
	const budget = csvSource('budget.csv', [
		'ar;manad;namnd;kostnadsslag;version;belopp',
		'2025;1;Skolnämnden;Drift;KF-budget;200,00',
		'2025;9;Skolnämnden;Drift;KF-budget;300,00',
		'2025;;Skolnämnden;;T1-prognos;520,00'
	]);
	const rows = await followUps(ledger, budget);
	const cells = rows.map((row) =>
		[
			row.period,
			row.namnd,
			row.kostnadsslag,
			row.inriktning,
			row.budget_period,
			row.utfall,
			row.avvikelse_period,
			row.budget_helar,
			row.prognos,
			row.avvikelse_helar
		].join(' ')
	);
	expect(cells).toEqual([
		'2025-T1 Miljönämnden Drift förvaltning  7,00    ',
		'2025-T1 Skolnämnden Drift  200,00 211,00 -11,00 500,00  ',
		'2025-T1 Skolnämnden       520,00 -20,00',
		'2025-T2 Miljönämnden Drift förvaltning  7,00    ',
		'2025-T2 Skolnämnden Drift  200,00 412,00 -212,00 500,00  ',
		'2025-VB Miljönämnden Drift förvaltning  7,00   7,00 ',
		'2025-VB Skolnämnden Drift  500,00 512,50 -12,50 500,00 512,50 -12,50'
	]);
});
