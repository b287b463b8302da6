// The store of originals: whole under their hash, or not there at all.
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
	originalIsIntact,
	originalPath,
	receiveOriginal,
	removeAbandonedUploads,
	type Arrived
} from '$lib/server/editions/original';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'genomlys-original-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function arrive(bytes: Uint8Array, chunkSize: number): Promise<Arrived> {
	const arrived = await receiveOriginal(folder, 'a.csv', chunks(bytes, chunkSize));
	if ('problem' in arrived) throw new Error(arrived.problem.message);
	return arrived;
}

const stored = () => readdir(join(folder, 'originals'));
const text = new TextEncoder().encode('datum;belopp\n'.repeat(5000));

test.each([1, 1000, 16_384, 1_000_000])('bytes in chunks of %i are kept as they came', async (size) => {
	const bytes = size === 1 ? text.subarray(0, 2000) : text;
	const arrived = await arrive(bytes, size);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	expect(arrived).toMatchObject({ sha256, bytes: bytes.length });
	expect(await stored()).toEqual([expect.stringMatching(/^\.incoming-/)]);
	await arrived.keep();
	await arrived.discard();
	expect(await stored()).toEqual([sha256]);
	expect((await readFile(originalPath(folder, sha256))).equals(bytes)).toBe(true);
});

test('keeping the same bytes once more mends an original that was damaged', async () => {
	const { sha256, keep } = await arrive(text, 4096);
	await keep();
	await writeFile(originalPath(folder, sha256), 'something else');
	expect(await originalIsIntact(folder, sha256)).toBe(false);
	await (await arrive(text, 4096)).keep();
	expect(await originalIsIntact(folder, sha256)).toBe(true);
	expect(await originalIsIntact(folder, '0'.repeat(64))).toBe(false);
});

test('what is discarded leaves nothing', async () => {
	await (await arrive(text, 4096)).discard();
	expect(await stored()).toEqual([]);
});

test('only uploads that were broken off long ago are removed', async () => {
	await arrive(text, 4096);
	const kept = await arrive(text, 4096);
	await kept.keep();
	const old = (await stored()).find((name) => name.startsWith('.incoming-')) ?? '';
	await arrive(text, 4096);
	const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
	await utimes(join(folder, 'originals', old), twoDaysAgo, twoDaysAgo);
	await removeAbandonedUploads(folder);
	const left = await stored();
	expect(left).not.toContain(old);
	expect(left).toHaveLength(2);
	expect(left).toContain(kept.sha256);
});
