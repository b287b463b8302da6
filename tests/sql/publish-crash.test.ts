// kill -9 at ten moments of publishing: the site has the old edition or the new one, never neither, and no original
// is lost.
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Access } from '$lib/domain/access';
import { hashFile } from '$lib/server/editions/durable-file';
import { currentEdition, editionById, editionFile, listEditions } from '$lib/server/editions/edition';
import { listImports } from '$lib/server/editions/imports';
import { originalIsIntact } from '$lib/server/editions/original';
import { publishEdition } from '$lib/server/editions/publish';
import { openNative } from '$lib/server/engine/native-engine';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

const controller: Access = { role: 'controller', rights: [], units: null };
const reader: Access = { role: 'reader', rights: [], units: null };
const root = join(import.meta.dirname, '..', '..');

let installation: TestInstallation;

beforeAll(async () => {
	installation = await openInstallation();
	for (const year of [2024, 2025, 2026]) {
		const rows = Array.from(
			{ length: 1000 },
			(_, i) =>
				`${year}-0${1 + (i % 8)}-01;Nämnd ${i % 7};743${10 + (i % 5)};Leverantör ${i % 40} AB;Text ${i};${i},50`
		);
		const content = csv('datum;namnd;konto;leverantor;text;belopp', ...rows);
		accepted(await installation.receive(`kostnader_${year}.csv`, content));
	}
});
afterAll(() => installation.close());

/** Publishes in a process of its own. Killed after some time from its beginning, or left alone. */
function publishInChild(killAfter?: number): Promise<{ published: boolean; milliseconds: number }> {
	return new Promise((resolve, reject) => {
		const child = spawn(
			process.execPath,
			['--import', 'tsx', join(root, 'tests', 'sql', 'publish-child.ts')],
			{
				cwd: root,
				env: {
					...process.env,
					DATA_DIR: installation.where.dataDirectory,
					GENOMLYS_MODE: 'real',
					NODE_ENV: 'production',
					TSX_TSCONFIG_PATH: join(root, 'src', 'cli', 'tsconfig.json')
				},
				stdio: ['ignore', 'pipe', 'inherit']
			}
		);
		let output = '';
		let began = 0;
		child.stdout.on('data', (chunk: Buffer) => {
			output += chunk.toString();
			if (began || !output.includes('begins')) return;
			began = performance.now();
			if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
		});
		child.once('error', reject);
		child.once('exit', () =>
			resolve({ published: output.includes('published'), milliseconds: performance.now() - began })
		);
	});
}

/** Everything that a person could ask for is there and whole. */
async function expectWhole(edition: number): Promise<void> {
	for (const access of [controller, reader]) {
		const offered = await editionById(edition, access, installation.where);
		const file = await editionFile(edition, offered?.hash ?? '', access, installation.where);
		expect(await hashFile(file?.path ?? '')).toEqual({ hash: offered?.hash, bytes: offered?.bytes });
		const database = await openNative({ path: file?.path, readOnly: true });
		expect(await database.run("SELECT value FROM meta WHERE key = 'edition'")).toEqual([
			{ value: String(edition) }
		]);
		expect(await database.run('SELECT count(*) AS rows FROM cost')).toEqual([{ rows: 3000 }]);
		await database.close();
	}
}

test('ten kills while publishing leave the old or the new edition, whole, and every original', async () => {
	const first = await publishInChild();
	expect(first.published).toBe(true);
	const outcomes: string[] = [];
	for (let kill = 0; kill < 10; kill++) {
		const before = (await currentEdition(reader, installation.where))?.edition ?? 0;
		// One random moment in each tenth of the time that publishing took.
		const { published } = await publishInChild(((kill + Math.random()) / 10) * first.milliseconds);
		const after = (await currentEdition(reader, installation.where))?.edition ?? 0;
		expect([before, before + 1]).toContain(after);
		if (published) expect(after).toBe(before + 1);
		outcomes.push(after === before ? 'old' : 'new');

		const editions = await listEditions(installation.where);
		expect(editions.filter(({ status }) => status === 'current')).toHaveLength(1);
		expect(editions.filter(({ status }) => status !== 'withdrawn').length).toBe(after);
		await expectWhole(after);
		for (const { sha256 } of await listImports(installation.where)) {
			expect(await originalIsIntact(installation.where.dataDirectory, sha256)).toBe(true);
		}
	}
	expect(outcomes).toContain('old');

	const manifest = await publishEdition({ user: installation.controller }, installation.where);
	for (const { edition } of await listEditions(installation.where)) await expectWhole(edition);
	expect((await currentEdition(reader, installation.where))?.edition).toBe(manifest.edition);
	const left = await readdir(join(installation.where.dataDirectory, 'editions'));
	expect(left.filter((name) => !/^\d+-[0-9a-f]{12}$/.test(name))).toEqual(['.publishing.duckdb']);
	expect(left).toHaveLength(manifest.edition + 1);
}, 300_000);
