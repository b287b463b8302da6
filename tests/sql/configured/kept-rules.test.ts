// Rules that have been on the server, restored there or sent on as a file, tag every row as they did.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUser, type User } from '$lib/server/accounts/user';
import { database } from '$lib/server/database/connect';
import { migrate } from '$lib/server/database/migrate';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { currentRules, restoreRules, saveRules } from '$lib/server/rules/rule-versions';
import { unlocked } from '$lib/tagging/locked-months';
import { ruleSetSchema, type RuleSet } from '$lib/tagging/rule';
import { GET as download } from '../../../src/routes/(app)/taggning/regler/+server';
import { anyChange, anyRuleSet, ledgerLines, type KnownRow } from '../../support/any-rules';
import { smallEdition } from '../small-edition';
import { emptySet, judged, knownRows } from '../tagged-parts';

let edition: NativeDatabase;
let rows: KnownRow[];
let folder: string;
let user: User;
beforeAll(async () => {
	edition = await smallEdition({ 'kostnader.csv': ledgerLines }, unlocked(emptySet));
	rows = await knownRows(edition);
	folder = await mkdtemp(join(tmpdir(), 'genomlys-judged-'));
	process.env.DATA_DIR = folder;
	await migrate(database());
	user = await createUser(database(), {
		username: 'maja',
		name: 'Maja Lindqvist',
		password: 'tre gröna båtar',
		role: 'controller'
	});
});
afterAll(async () => {
	await edition.close();
	database().$client.close();
	await rm(folder, { recursive: true });
});

/** The version that a set is kept as. */
async function kept(set: RuleSet): Promise<number> {
	const current = await currentRules();
	const saving = await saveRules({ set, basedOn: current.version, note: null }, user);
	if (saving.outcome === 'conflict') throw new Error('Nobody else saves here');
	return saving.outcome === 'saved' ? saving.version : current.version;
}

test('give every row its tags back when an earlier version is restored', async () => {
	let undone = 0;
	await fc.assert(
		fc.asyncProperty(anyRuleSet(rows, 1), anyChange(rows), async (set, change) => {
			const version = await kept(set);
			const before = await judged(await currentRules(), edition);
			const changed = await kept(change(set));
			const between = await judged(await currentRules(), edition);
			const answer = await restoreRules(version, changed, user);
			expect(['saved', 'unchanged']).toContain(answer.outcome);
			expect(await judged(await currentRules(), edition)).toEqual(before);
			expect(before).toEqual(await judged(set, edition));
			if (JSON.stringify(between) !== JSON.stringify(before)) undone++;
		}),
		{ numRuns: 30 }
	);
	expect(undone).toBeGreaterThan(10);
});

test('tag alike after they have been a file for a neighbour', async () => {
	await fc.assert(
		fc.asyncProperty(anyRuleSet(rows, 1), async (set) => {
			await kept(set);
			const files: [query: string, own: RuleSet][] = [
				['', { ...set, handtaggar: [] }],
				['?allt=ja', set]
			];
			for (const [query, own] of files) {
				const url = new URL(`http://localhost/taggning/regler${query}`);
				const response = await download({ locals: { user }, url } as never);
				const sent = v.parse(ruleSetSchema, JSON.parse(await response.text()));
				expect(await judged(sent, edition)).toEqual(await judged(own, edition));
			}
		}),
		{ numRuns: 30 }
	);
});
