// The files as LibreOffice opens them: converted there to CSV again, with the columns, numbers and letters that were written.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseIsoDay } from '$lib/domain/day';
import { standardDeviationLimit } from '$lib/domain/deviation-limit';
import { followUpCsv, followUpSheets, type FollowUpFile } from '$lib/export/follow-up';
import { readFollowUpFile } from '$lib/export/follow-up-read-back';
import { compareExtract } from '$lib/domain/follow-up-extract';
import { workbook } from '$lib/export/workbook';
import { bytesSource } from '$lib/read/byte-source';
import { branch, fileOf, shownNote } from '../support/follow-up-table';

function hasLibreOffice(): boolean {
	try {
		execFileSync('soffice', ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

const stamp = { edition: '7', ruleVersion: '3', reconciled: true };
const table = branch([], { outcome: 123456789, deviationYear: -50 }, [
	branch(['Äldrenämnden; "Öster"', 'Drift'], { outcome: 123456700, deviationYear: -100 }),
	branch(['Kulturnämnden å', null], { outcome: 89, deviationYear: 50 })
]);
const file: FollowUpFile = {
	...fileOf(['unit', 'costKind']),
	layout: [
		{ column: 'outcome', header: 'Utfall åäö' },
		{ column: 'unit', header: 'Nämnd' },
		{ column: 'costKind', header: 'Slag' },
		{ column: 'deviationYear', header: 'Avvikelse' }
	]
};

describe.skipIf(!hasLibreOffice())('a file of a follow-up in LibreOffice', () => {
	let folder = '';
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'genomlys-office-'));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	/** Converts as a Swedish office does. @param filter what LibreOffice calls the form of the file */
	function convert(
		name: string,
		to: string,
		filter?: string,
		made = name.replace(/\.\w+$/, `.${to.replace(/:.*$/, '')}`)
	): Buffer {
		execFileSync(
			'soffice',
			[
				`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
				'--headless',
				...(filter ? [`--infilter=${filter}`] : []),
				'--convert-to',
				to,
				'--outdir',
				join(folder, 'out'),
				join(folder, name)
			],
			{ stdio: 'ignore', timeout: 100_000 }
		);
		return readFileSync(join(folder, 'out', made));
	}

	// Separator ; (59), quote " (34), UTF-8 (76), from line 1. Text is in quotes and a number is not (true).
	const asShown = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,true';

	it('as a workbook has its columns, numbers as numbers, Swedish letters, and a sheet of notes', async () => {
		const note = shownNote('Kulturnämnden å', null, {
			cause: 'Två rader:\nden här är nummer två',
			measure: '=1+1 räknas aldrig',
			due: parseIsoDay('2026-12-15')
		});
		const notes = { shown: [note], limit: standardDeviationLimit };
		const sheets = followUpSheets(table, { ...file, notes }, { about: [], stamp });
		const blob = await workbook(sheets);
		writeFileSync(join(folder, 'uttag.xlsx'), new Uint8Array(await blob.arrayBuffer()));
		const lines = convert('uttag.xlsx', asShown)
			.toString('utf8')
			.replace(/^\ufeff/, '')
			.trim()
			.split(/\r?\n/);
		expect(lines).toEqual([
			'"Utfall åäö";"Nämnd";"Slag";"Avvikelse"',
			'1,234,567.00;"Äldrenämnden; ""Öster""";"Drift";-1.00',
			'0.89;"Kulturnämnden å";;0.50',
			'1,234,567.89;"Summa";;-0.50'
		]);
		// The last token: every sheet a file of its own.
		convert('uttag.xlsx', `${asShown},true,false,false,false,-1`, undefined, 'uttag-Kommentarer.csv');
		const said = readFileSync(join(folder, 'out', 'uttag-Kommentarer.csv'), 'utf8');
		expect(said).toContain('"orsak";"atgard";"effekt";"ansvarig";"klart";"status"');
		expect(said).toContain(
			'"Två rader:\nden här är nummer två";"=1+1 räknas aldrig";;"Åsa Öberg";"2026-12-15";"öppen"'
		);
	});

	it('as CSV has its columns, numbers as numbers, and Swedish letters, and is read back when saved as a workbook', async () => {
		writeFileSync(join(folder, 'tabell.csv'), followUpCsv(table, file, stamp));
		// Separator ;, quote ", UTF-8, from line 1, and Swedish (1053) for what a decimal comma is.
		const opened = convert('tabell.csv', 'xlsx', 'Text - txt - csv (StarCalc):59,34,76,1,,1053');
		writeFileSync(join(folder, 'sparad.xlsx'), opened);
		const lines = convert('sparad.xlsx', asShown)
			.toString('utf8')
			.replace(/^\ufeff/, '')
			.trim()
			.split(/\r?\n/);
		expect(lines[0]).toBe(
			'"Utfall åäö";"Nämnd";"Slag";"Avvikelse";"period";"vy";"utgava";"regelversion";"avstamd"'
		);
		expect(lines[1]).toMatch(/^1234567;"Äldrenämnden; ""Öster""";"Drift";-1;"2026-T2";/);
		expect(lines[3]).toMatch(/^1234567\.89;"Summa";;-0\.5;"2026-T2";/);
		const back = await readFollowUpFile(bytesSource('sparad.xlsx', new Uint8Array(opened)));
		if (back.outcome === 'refused') throw new Error(back.message);
		expect(back.extract.edition).toBe('7');
		expect(compareExtract(back.extract, table).differing).toEqual([]);
	});
});
