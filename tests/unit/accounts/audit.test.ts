import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeUser, createUser } from '$lib/server/accounts/user';
import { auditPage, record } from '$lib/server/audit';
import type { Database } from '$lib/server/database/connect';
import { openTestDatabase } from './test-database';

let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
	({ database, close } = await openTestDatabase());
	await record(database, { user: null, action: 'sign_in_failed' }, new Date('2026-01-01T08:00:00Z'));
});
afterAll(() => close());

test.each([
	"UPDATE audit SET action = 'sign_in'",
	'DELETE FROM audit',
	"INSERT OR REPLACE INTO audit (id, at, action) VALUES (1, 0, 'sign_in')",
	"INSERT INTO audit (id, at, action) VALUES (1, 0, 'sign_in') ON CONFLICT (id) DO UPDATE SET action = 'sign_in'"
])('the database refuses %s', async (statement) => {
	await expect(database.$client.execute(statement)).rejects.toThrow(/append-only/);
	const { rows } = await auditPage(database, 1);
	expect(rows.map(({ id, action }) => ({ id, action }))).toEqual([{ id: 1, action: 'sign_in_failed' }]);
});

test('a changed role is logged with what it was and what it became', async () => {
	const admin = await createUser(database, {
		username: 'sofia',
		name: 'Sofia',
		password: 'p',
		role: 'admin'
	});
	const maja = await createUser(database, { username: 'maja', name: 'Maja', password: 'p', role: 'reader' });
	await changeUser(
		database,
		maja,
		{ role: 'controller', rights: [], units: ['Kulturnämnden'], disabled: false },
		admin
	);
	const { rows } = await auditPage(database, 1);
	expect(rows[0]).toMatchObject({
		username: 'sofia',
		action: 'role_changed',
		subject: 'maja',
		detail: {
			before: { role: 'reader', rights: [], units: null },
			after: { role: 'controller', rights: [], units: ['Kulturnämnden'] }
		}
	});
});

test('the log is read 200 rows at a time, the latest first', async () => {
	const before = (await auditPage(database, 1)).total;
	for (let time = 0; time < 201; time += 1) await record(database, { user: null, action: 'export' });
	const [first, second] = [await auditPage(database, 1), await auditPage(database, 2)];
	expect(first).toMatchObject({ total: before + 201, pages: 2 });
	expect(first.rows.length).toBe(200);
	expect(second.rows.length).toBe(before + 1);
	expect(first.rows[199]?.id).toBe((second.rows[0]?.id ?? 0) + 1);
});
