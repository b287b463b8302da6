// What happens to a published edition when a new version of the program asks for another format.
import { rm } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as v from 'valibot';
import { edition } from '$lib/server/database/schema';
import { listEditions } from '$lib/server/editions/edition';
import { removeImport } from '$lib/server/editions/imports';
import { manifestSchema } from '$lib/server/editions/manifest';
import { originalPath } from '$lib/server/editions/original';
import { publishEdition } from '$lib/server/editions/publish';
import { renewOutdatedEdition } from '$lib/server/editions/renew-edition';
import { parseMonth } from '$lib/domain/period';
import { lockPeriod, unlockPeriod } from '$lib/server/rules/period-locks';
import { currentRules, saveRules } from '$lib/server/rules/rule-versions';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
beforeEach(async () => {
	installation = await openInstallation();
});
afterEach(() => installation.close());

const header = 'datum;namnd;konto;leverantor;belopp';
const january = csv(header, '2026-01-15;Kulturnämnden;74310;Norr Data AB;100,00');
const february = csv(header, '2026-02-15;Kulturnämnden;74310;Norr Data AB;200,00');

/** Makes the current edition look as one of an earlier version of the program. */
async function makeOld(): Promise<void> {
	const { database } = installation.where;
	const [current] = await database.select().from(edition).where(eq(edition.status, 'current'));
	if (!current) throw new Error('Nothing is published');
	const { format: _format, ...manifest } = v.parse(manifestSchema, current.manifest);
	await database.update(edition).set({ manifest }).where(eq(edition.id, current.id));
}

test('an edition of an older format is built anew from the very files that it had', async () => {
	const { where, controller } = installation;
	const kept = accepted(await installation.receive('januari.csv', january));
	await publishEdition({ user: controller }, where);
	await makeOld();
	// A file that nobody has published yet, and one that has been removed since.
	await installation.receive('februari.csv', february);
	await removeImport(kept.id, controller, where);

	expect(await renewOutdatedEdition(where)).toEqual({ outcome: 'renewed', edition: 2 });
	const [latest] = await listEditions(where);
	expect(latest).toMatchObject({ edition: 2, status: 'current', createdBy: null, dataTo: '2026-01' });
	expect(latest?.files.map(({ name }) => name)).toEqual(['januari.csv']);

	expect(await renewOutdatedEdition(where)).toEqual({ outcome: 'current' });
});

test('it keeps the locks that it had, also one that is taken away but not published', async () => {
	const { where, controller } = installation;
	const author = { ...controller, name: 'Maja Lindqvist' };
	await installation.receive('januari.csv', january);
	await publishEdition({ user: controller }, where);
	const month = parseMonth('2026-01');
	if (!month) throw new Error('Not a month');
	const locking = await lockPeriod({ name: 'Januari', period: { from: month, to: month } }, author, where);
	if (locking.outcome !== 'locked') throw new Error(locking.message);
	const rules = await currentRules(where);
	await saveRules({ set: { ...rules, regler: [] }, basedOn: rules.version, note: null }, author, where);
	const published = await publishEdition({ user: controller }, where);
	await unlockPeriod(locking.lock.id, 'Rättas i nästa utgåva', author, where);
	await makeOld();

	expect(await renewOutdatedEdition(where)).toEqual({ outcome: 'renewed', edition: 3 });
	const kept = v.parse(
		manifestSchema,
		(await where.database.select().from(edition).where(eq(edition.status, 'current')))[0]?.manifest
	);
	const amount = (of: typeof kept) => of.slices.find(({ level }) => level === 'full')?.answers.cost?.amount;
	expect(kept.locks).toEqual([locking.lock]);
	expect(amount(published)).toBe(100_00);
	expect(amount(kept)).toBe(100_00);
});

test('nothing is built where nothing is published', async () => {
	await installation.receive('januari.csv', january);
	expect(await renewOutdatedEdition(installation.where)).toEqual({ outcome: 'current' });
	expect(await listEditions(installation.where)).toEqual([]);
});

test('an edition whose original is gone stays, and whoever starts the server is told', async () => {
	const { where, controller } = installation;
	const stored = accepted(await installation.receive('januari.csv', january));
	await publishEdition({ user: controller }, where);
	await makeOld();
	await rm(originalPath(where.dataDirectory, stored.sha256));

	const renewal = await renewOutdatedEdition(where);
	expect(renewal).toMatchObject({
		outcome: 'failed',
		message: expect.stringMatching(/^Utgåva 1 .+ Originalet till januari\.csv saknas/)
	});
	expect((await listEditions(where)).map(({ edition, status }) => [edition, status])).toEqual([
		[1, 'current']
	]);
});
