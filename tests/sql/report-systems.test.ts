// What a nightly run says of systems: those that may do the same thing, and what covers each förmåga at each nämnd.
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
	folder = await mkdtemp(join(tmpdir(), 'genomlys-system-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function report(sources: ByteSource[]): Promise<void> {
	const today = parseIsoDay('2026-08-31');
	if (!today) throw new Error('No day');
	await runReport({ sources, outputFolder: folder, today, recipe: null, municipality: 'Provköping' });
}

async function table(name: string): Promise<Record<string, string>[]> {
	const text = (await readFile(join(folder, name), 'utf8')).replace(/^\ufeff/, '');
	return Papa.parse<Record<string, string>>(text, { header: true, delimiter: ';', skipEmptyLines: true })
		.data;
}

const costs = csvSource('kostnader.csv', [
	'datum;namnd;konto;leverantor;organisationsnummer;belopp;it_kostnad;avtals_id',
	'2026-01-15;UBN;74311;Stor AB;559900-0014;600,00;ja;A1',
	'2026-03-15;KS;74314;Stor AB;559900-0014;100,00;ja;A1'
]);
const contracts = csvSource('avtal.csv', [
	'avtals_id;benamning;leverantor;organisationsnummer;namnd;avtalsstart;avtalsslut',
	'A1;Plattform;Stor AB;559900-0014;UBN;2025-01-01;2027-06-30'
]);

test('systems that may do the same thing are listed, and what covers each förmåga at each nämnd', async () => {
	const systems = csvSource('system.csv', [
		'system_id;namn;namnd;anvands_av;gemensam;formaga;avtals_id;livscykel',
		'S1;Plattformen;UBN;UBN|KUN;ja;F1;A1;drift',
		'S2;Egna plattan;KUN;;nej;F1;;drift',
		'S3;Gamla plattan;KUN;;nej;F1;;avvecklad'
	]);
	const capabilities = csvSource('formagor.csv', [
		'formaga_id;namn;behov_namnder',
		'F1;Lärplattform;UBN|KUN',
		'F2;Arkiv;KUN'
	]);
	await report([costs, contracts, systems, capabilities]);
	const doubles = await table('dubbletter.csv');
	expect(doubles).toMatchObject([
		{
			formaga: 'F1',
			system_id: 'S1',
			namn: 'Plattformen',
			namnd: 'UBN',
			kostnad: '700,00',
			avtalsslut: '2027-06-30'
		},
		{ formaga: 'F1', system_id: 'S2', namn: 'Egna plattan', namnd: 'KUN', kostnad: '', avtalsslut: '' }
	]);
	const map = await table('systemkarta.csv');
	const cell = (formaga: string, namnd: string) =>
		map.find((row) => row.formaga === formaga && row.namnd === namnd);
	expect(cell('F1', 'KUN')).toMatchObject({ lage: 'överlapp', antal_system: '2', system: 'S1|S2' });
	expect(cell('F1', 'UBN')).toMatchObject({
		lage: 'täckt',
		antal_system: '1',
		system: 'S1',
		kostnad: '600,00'
	});
	expect(cell('F2', 'KUN')).toMatchObject({ lage: 'hål', antal_system: '0', system: '', kostnad: '' });
	expect(cell('F2', 'UBN')).toMatchObject({ lage: 'okänt' });
});
