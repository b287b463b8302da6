// A nightly run over files that state their own totals.
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
	folder = await mkdtemp(join(tmpdir(), 'genomlys-kontroll-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A ledger of one voucher of 1 500 kronor that says its year's result. */
function ledger(name: string, result: string): ByteSource {
	return csvSource(name, [
		'#FLAGGA 0',
		'#FORMAT PC8',
		'#SIETYP 4',
		'#RAR 0 20260101 20261231',
		'#KONTO 6540 "It"',
		`#RES 0 6540 ${result}`,
		'#VER A 1 20260115 "Faktura"',
		'{',
		'#TRANS 6540 {} 1500.00',
		'#TRANS 2440 {} -1500.00',
		'}'
	]);
}

async function run(...sources: ByteSource[]): Promise<{ files: Record<string, string>[]; stamp: unknown }> {
	const today = parseIsoDay('2026-08-31');
	if (!today) throw new Error('No day');
	await runReport({
		sources,
		outputFolder: folder,
		today,
		recipe: null,
		municipality: 'Provköping'
	});
	const text = (await readFile(join(folder, 'import.csv'), 'utf8')).replace(/^\ufeff/, '');
	const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
	const extract: unknown = JSON.parse(await readFile(join(folder, 'uttag.json'), 'utf8'));
	return {
		files: data,
		stamp: typeof extract === 'object' && extract && 'avstamd' in extract ? extract.avstamd : null
	};
}

test('a ledger that agrees with its own balances is reconciled, and so is the run', async () => {
	const { files, stamp } = await run(ledger('bok.se', '1500.00'));
	expect(files).toMatchObject([
		{
			fil: 'bok.se',
			blad: 'Verifikationer',
			kontrollsumma: '1500,00',
			kontroll: 'stämmer',
			avstamd: 'avstämd'
		}
	]);
	expect(stamp).toBe('avstämd');
});

test('one ledger that does not agree leaves the run not reconciled', async () => {
	const { files, stamp } = await run(ledger('a.se', '1500.00'), ledger('b.se', '1600.00'));
	expect(files.map(({ fil, kontroll, avstamd }) => [fil, kontroll, avstamd])).toEqual([
		['a.se', 'stämmer', 'ej avstämd'],
		['b.se', 'stämmer inte', 'ej avstämd']
	]);
	expect(stamp).toBe('ej avstämd');
});

test('a file without a total of its own has nothing to agree with', async () => {
	const { files, stamp } = await run(
		csvSource('k.csv', [
			'datum;namnd;konto;leverantor;belopp',
			'2026-01-15;Kulturnämnden;74310;Norr AB;10,00'
		])
	);
	expect(files).toMatchObject([{ kontrollsumma: '', kontroll: '', avstamd: 'ej avstämd' }]);
	expect(stamp).toBe('ej avstämd');
});
