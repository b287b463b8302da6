// An upload can be followed and stopped by the person who sends it, and by nobody else.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listImports } from '$lib/server/editions/imports';
import { stopUpload, uploadProgress, watchUpload } from '$lib/server/editions/upload-progress';
import { csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
beforeEach(async () => {
	installation = await openInstallation();
});
afterEach(() => installation.close());

const header = 'datum;namnd;konto;text;belopp';
const costs = csv(header, ...Array.from({ length: 3000 }, () => '2026-01-15;Skolnämnden;74310;Drift;1,00'));
const key = 'en-egen-nyckel';

/** Sends the costs in two parts and does something between them. */
async function* stopping(between: () => void) {
	const bytes = new TextEncoder().encode(costs);
	yield bytes.subarray(0, 1000);
	between();
	yield bytes.subarray(1000);
}

test('rows, bytes and phase are told while a file comes in and for a minute after', async () => {
	const { id } = installation.controller;
	let seen = uploadProgress(key, id);
	expect(seen).toBeNull();
	const body = stopping(() => (seen = uploadProgress(key, id)));
	expect(await installation.receive('a.csv', '', { body, key })).toMatchObject({ outcome: 'accepted' });
	expect(seen).toEqual({ rows: 0, bytes: 1000, phase: 'receiving' });
	expect(uploadProgress(key, id)).toEqual({ rows: 3000, bytes: Buffer.byteLength(costs), phase: 'done' });
	expect(uploadProgress(key, 'somebody-else')).toBeNull();
	expect(uploadProgress(key, id, Date.now() + 61_000)).toBeNull();
});

test('a stopped upload is discarded and nothing has changed', async () => {
	const { id } = installation.controller;
	const body = stopping(() => {
		expect(stopUpload(key, 'somebody-else')).toBe(false);
		expect(stopUpload('another-key', id)).toBe(false);
		expect(stopUpload(key, id)).toBe(true);
	});
	expect(await installation.receive('a.csv', '', { body, key })).toMatchObject({
		outcome: 'refused',
		cause: 'stopped',
		message: 'Inläsningen avbröts. Filen är inte sparad och inget har ändrats.'
	});
	expect(await listImports(installation.where)).toEqual([]);
	expect(await readdir(join(installation.where.dataDirectory, 'originals'))).toEqual([]);
});

test('the reading of a file can be stopped too', async () => {
	const { id } = installation.controller;
	const sending = installation.receive('a.csv', costs, { key });
	while (uploadProgress(key, id)?.phase !== 'reading') await new Promise((resolve) => setTimeout(resolve, 1));
	expect(stopUpload(key, id)).toBe(true);
	expect(await sending).toMatchObject({ outcome: 'refused', cause: 'stopped' });
	expect(await listImports(installation.where)).toEqual([]);
	expect(await readdir(join(installation.where.dataDirectory, 'originals'))).toEqual([]);
});

test('others are answered while a document of 20 000 rows is checked, and it can be stopped there', async () => {
	const { id } = installation.controller;
	const rows = Array.from({ length: 20_000 }, () => ({
		datum: '2026-01-15',
		konto: '74310',
		belopp: '1,00'
	}));
	const sending = installation.receive('a.json', JSON.stringify(rows), { key });
	while ((uploadProgress(key, id)?.rows ?? 0) === 0) await new Promise((resolve) => setTimeout(resolve, 1));
	expect(uploadProgress(key, id)?.rows).toBeLessThan(20_000);
	expect(stopUpload(key, id)).toBe(true);
	expect(await sending).toMatchObject({ outcome: 'refused', cause: 'stopped' });
});

test('what is being saved is not stopped halfway', () => {
	const watched = watchUpload(key, 'maja');
	watched.update({ phase: 'saving' });
	expect(stopUpload(key, 'maja')).toBe(false);
	watched.end();
	expect(stopUpload(key, 'maja')).toBe(false);
	expect(watched.signal.aborted).toBe(false);
});
