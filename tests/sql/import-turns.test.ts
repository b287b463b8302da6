// Two persons at the same time: whatever they do to the versions of a file, at most one of them counts, and mended rows
// never count without the file that they belong to.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { activeImports, removeImport } from '$lib/server/editions/imports';
import { restoreImport } from '$lib/server/editions/restore-import';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
beforeEach(async () => {
	installation = await openInstallation();
});
afterEach(() => installation.close());

const costs = (amount: string) =>
	csv('datum;namnd;konto;text;belopp', `2026-01-15;Skolnämnden;74310;Drift;${amount}`);
const restore = (id: number) => restoreImport(id, installation.controller, installation.where);
const remove = (id: number) => removeImport(id, installation.controller, installation.where);

async function activeSums(): Promise<(number | null)[]> {
	return (await activeImports(installation.where)).map(({ report }) => report.totals.sum);
}

/** Three versions of a file, of 1, 2 and 3 kr, each in place of the one before. */
async function threeVersions(): Promise<[number, number, number]> {
	const first = accepted(await installation.receive('a.csv', costs('1,00'))).id;
	const second = accepted(await installation.receive('b.csv', costs('2,00'), { replaces: first })).id;
	const third = accepted(await installation.receive('c.csv', costs('3,00'), { replaces: second })).id;
	expect(await activeSums()).toEqual([300]);
	return [first, second, third];
}

test('two versions restored at once leave one of them', async () => {
	const [first, second] = await threeVersions();
	await Promise.all([restore(first), restore(second)]);
	expect(await activeSums()).toEqual([200]);
});

test('a version restored while another takes its place leaves one of them', async () => {
	const [first, , third] = await threeVersions();
	await Promise.all([installation.receive('d.csv', costs('4,00'), { replaces: third }), restore(first)]);
	expect(await activeSums()).toHaveLength(1);
});

test('mended rows that come while their file is removed do not count alone', async () => {
	const parent = accepted(await installation.receive('a.csv', costs('1,00'))).id;
	const [receipt] = await Promise.all([
		installation.receive('rattade.csv', costs('2,00'), { corrects: parent }),
		remove(parent)
	]);
	expect(await activeSums()).toEqual([]);
	expect(['accepted', 'refused']).toContain(receipt.outcome);
});

test('the oldest of three versions comes back, goes, and the latest comes back after it', async () => {
	const [first, , third] = await threeVersions();
	await restore(first);
	expect(await activeSums()).toEqual([100]);
	await remove(first);
	expect(await activeSums()).toEqual([]);
	await restore(third);
	expect(await activeSums()).toEqual([300]);
});
