// Locks on reported months: which version they keep, who may take them away, and what then tags the ledger.
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseMonth, type Period } from '$lib/domain/period';
import { auditPage } from '$lib/server/audit';
import { edition } from '$lib/server/database/schema';
import { currentTagging } from '$lib/server/rules/current-tagging';
import {
	activeLocks,
	listLocks,
	lockPeriod,
	unlockPeriod,
	type Locking
} from '$lib/server/rules/period-locks';
import { currentRules, listRuleVersions, ruleSetOf, saveRules } from '$lib/server/rules/rule-versions';
import { defaultRules } from '$lib/tagging/default-rules';
import { lockedMonths } from '$lib/tagging/locked-months';
import { openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
beforeEach(async () => {
	installation = await openInstallation();
});
afterEach(() => installation.close());

const first = defaultRules.version;
const now = new Date('2026-11-21T23:30:00Z');
const later = new Date('2026-11-25T10:00:00Z');

function months(from: string, to: string): Period {
	const [start, end] = [parseMonth(from), parseMonth(to)];
	if (!start || !end) throw new Error('Not months');
	return { from: start, to: end };
}

const lock = (name: string, from: string, to: string) =>
	lockPeriod({ name, period: months(from, to) }, installation.controller, installation.where, now);
const unlock = (id: number, reason: string) =>
	unlockPeriod(id, reason, installation.controller, installation.where, later);

function locked(locking: Locking) {
	if (locking.outcome !== 'locked') throw new Error(locking.message);
	return locking.lock;
}

/** Saves a version that differs only by the name of the set. */
async function saveNext(): Promise<number> {
	const { controller, where } = installation;
	const set = await currentRules(where);
	const saving = await saveRules(
		{ set: { ...set, namn: `Efter version ${set.version}` }, basedOn: set.version, note: null },
		controller,
		where
	);
	if (saving.outcome !== 'saved') throw new Error(`Not saved: ${saving.outcome}`);
	return saving.version;
}

/** Makes an edition the current one, of which only the version of its rules matters here. */
async function publishWith(ruleVersion: number): Promise<void> {
	const { database } = installation.where;
	const locks = await activeLocks(installation.where);
	await database.update(edition).set({ status: 'earlier' });
	const [row] = await database
		.insert(edition)
		.values({ createdAt: now, createdBy: null, status: 'current', directory: '', manifest: {} })
		.returning({ id: edition.id });
	const manifest = {
		edition: row?.id,
		created: now.toISOString(),
		municipality: 'Provköping',
		today: '2026-08-31',
		ruleVersion,
		locks,
		format: 2,
		files: [],
		slices: []
	};
	await database
		.update(edition)
		.set({ manifest })
		.where(eq(edition.id, row?.id ?? 0));
}

test('a lock keeps what is published, also when newer rules are saved already', async () => {
	const { where } = installation;
	const published = await saveNext();
	await publishWith(published);
	await saveNext();
	expect(await lock('T2 2026', '2026-01', '2026-08')).toEqual({
		outcome: 'locked',
		lock: {
			id: 1,
			name: 'T2 2026',
			period: { from: '2026-01', to: '2026-08' },
			version: published,
			by: 'Maja Lindqvist',
			day: '2026-11-22'
		}
	});
	expect(await activeLocks(where)).toHaveLength(1);
	const [event] = (await auditPage(where.database, 1)).rows;
	expect(event).toMatchObject({
		username: 'maja',
		action: 'period_locked',
		subject: 'T2 2026',
		detail: { from: '2026-01', to: '2026-08', version: published }
	});
});

test('before the first edition a lock keeps the current rules, and with them the shipped set', async () => {
	const { where } = installation;
	expect(locked(await lock('T1 2026', '2026-01', '2026-04')).version).toBe(first);
	// Kept in the table now, so that the lock does not follow a later program's shipped set.
	const { rows } = await where.database.$client.execute('SELECT id, created_by FROM rule_version');
	expect(rows.map(({ id, created_by }) => [id, created_by])).toEqual([[first, null]]);
	expect(await ruleSetOf(first, where)).toEqual(defaultRules);
	expect(await saveNext()).toBe(first + 1);
	expect((await listRuleVersions(where)).map(({ version }) => version)).toEqual([first + 1, first]);
});

test('months the wrong way round, months that are locked so already, and a version that is not kept', async () => {
	const { where } = installation;
	expect(await lock('Fel', '2026-08', '2026-01')).toMatchObject({ outcome: 'refused', cause: 'order' });
	locked(await lock('T1 2026', '2026-01', '2026-04'));
	expect(await lock('Tertial 1', '2026-01', '2026-04')).toEqual({
		outcome: 'refused',
		cause: 'identical',
		message: 'Månaderna är redan låsta som T1 2026. Inget är ändrat.'
	});
	await publishWith(77);
	expect(await lock('T2 2026', '2026-01', '2026-08')).toMatchObject({
		outcome: 'refused',
		cause: 'version',
		message: expect.stringContaining('regelversion 77')
	});
	expect((await activeLocks(where)).map(({ name }) => name)).toEqual(['T1 2026']);
});

test('two persons who lock the same months at once make one lock', async () => {
	const outcomes = await Promise.all([
		lock('T1 2026', '2026-01', '2026-04'),
		lock('T1', '2026-01', '2026-04')
	]);
	expect(outcomes.map(({ outcome }) => outcome)).toEqual(['locked', 'refused']);
	expect(await listLocks(installation.where)).toHaveLength(1);
});

test('unlocking demands a reason, keeps the lock for the history, and can be done once', async () => {
	const { where } = installation;
	const { id } = locked(await lock('T1 2026', '2026-01', '2026-04'));
	expect(await unlock(id, '  ')).toMatchObject({ outcome: 'no_reason' });
	expect(await activeLocks(where)).toHaveLength(1);
	expect(await unlock(id, ' Felperiodiserad faktura för 18900101-9802 ')).toEqual({ outcome: 'unlocked' });
	expect(await unlock(id, 'En gång till')).toMatchObject({ outcome: 'missing' });
	expect(await unlock(99, 'Finns inte')).toMatchObject({ outcome: 'missing' });

	expect(await activeLocks(where)).toEqual([]);
	const again = locked(await lock('T1 2026', '2026-01', '2026-04'));
	const reason = 'Felperiodiserad faktura för [personnummer]';
	expect(await listLocks(where)).toMatchObject([
		{ id: again.id, unlocked: null },
		{
			id,
			name: 'T1 2026',
			lockedAt: now.toISOString(),
			unlocked: { at: later.toISOString(), by: 'Maja Lindqvist', reason }
		}
	]);
	const events = (await auditPage(where.database, 1)).rows;
	expect(events.map(({ action }) => action)).toEqual(['period_locked', 'period_unlocked', 'period_locked']);
	expect(events[1]?.detail).toEqual({ from: '2026-01', to: '2026-04', version: first, reason });
});

test.each([
	'DELETE FROM period_lock',
	'UPDATE period_lock SET version = version + 1',
	"UPDATE period_lock SET to_month = '2026-12', unlocked_at = 1, unlocked_by_name = 'x', reason = 'x'",
	'UPDATE period_lock SET unlocked_at = 1',
	`INSERT OR REPLACE INTO period_lock (id, name, from_month, to_month, version, locked_by, locked_by_name, locked_at)
		SELECT id, name, from_month, '2026-12', version, locked_by, locked_by_name, locked_at FROM period_lock`
])('the database refuses %s', async (statement) => {
	const { where } = installation;
	const made = locked(await lock('T1 2026', '2026-01', '2026-04'));
	await expect(where.database.$client.execute(statement)).rejects.toThrow(/kept as it was|CHECK/);
	expect(await activeLocks(where)).toEqual([made]);
});

test('without locks the current rules alone tag', async () => {
	expect(await currentTagging(installation.where)).toEqual({
		rules: defaultRules,
		locks: [],
		earlier: new Map()
	});
});

test('of two locks that overlap the older decides, until it is unlocked', async () => {
	const { where } = installation;
	await publishWith(first);
	const spring = locked(await lock('T1 2026', '2026-01', '2026-04'));
	const second = await saveNext();
	await publishWith(second);
	const summer = locked(await lock('T2 2026', '2026-01', '2026-08'));
	const third = await saveNext();

	const tagging = await currentTagging(where);
	expect(tagging.rules.version).toBe(third);
	expect(tagging.locks).toEqual([spring, summer]);
	expect([...tagging.earlier.keys()].sort()).toEqual([first, second]);
	expect(tagging.earlier.get(first)).toEqual(defaultRules);
	expect(tagging.earlier.get(second)).toEqual(await ruleSetOf(second, where));
	const decided = (found: typeof tagging) =>
		lockedMonths(found).map(({ months: held, rules }) => [rules.version, held[0], held.at(-1)]);
	expect(decided(tagging)).toEqual([
		[first, '2026-01', '2026-04'],
		[second, '2026-05', '2026-08']
	]);

	await unlock(spring.id, 'Rättas i T2');
	const after = await currentTagging(where);
	expect(decided(after)).toEqual([[second, '2026-01', '2026-08']]);
	expect([...after.earlier.keys()]).toEqual([second]);
});

test('a lock that is taken away and put back before anything is published keeps the figures that it kept', async () => {
	await publishWith(first);
	const { id } = locked(await lock('T1 2026', '2026-01', '2026-04'));
	const second = await saveNext();
	await publishWith(second);
	await unlock(id, 'Upplåst av misstag');
	expect(locked(await lock('T1 2026', '2026-01', '2026-04')).version).toBe(first);
});

test('months that are published with several versions are not put under one', async () => {
	await publishWith(first);
	const spring = locked(await lock('T1 2026', '2026-01', '2026-04'));
	const second = await saveNext();
	await publishWith(second);
	await unlock(spring.id, 'Låses med resten');
	expect(await lock('T2 2026', '2026-01', '2026-08')).toEqual({
		outcome: 'refused',
		cause: 'version',
		message: `Månaderna är publicerade med olika versioner av reglerna: jan\u2013apr 2026 med version ${first}, maj\u2013aug 2026 med version ${second}. Lås dem var för sig, så behåller de sina siffror. Inget är ändrat.`
	});
	expect(await activeLocks(installation.where)).toEqual([]);

	locked(await lock('T1 2026', '2026-01', '2026-04'));
	// The older lock decides for its months, so the rest are of one version.
	expect(locked(await lock('T2 2026', '2026-01', '2026-08')).version).toBe(second);

	await unlock((await activeLocks(installation.where))[0]?.id ?? 0, 'Rättas');
	await unlock((await activeLocks(installation.where))[0]?.id ?? 0, 'Rättas');
	await publishWith(second);
	expect(locked(await lock('T2 2026', '2026-01', '2026-08')).version).toBe(second);
});
