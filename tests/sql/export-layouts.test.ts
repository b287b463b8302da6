// The municipality's own orders of columns: saved by name, changed and taken away without losing what was, and told in the log.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '$lib/domain/access';
import { standingLayouts } from '$lib/domain/export-layout';
import { accessOf, createUser } from '$lib/server/accounts/user';
import { auditPage } from '$lib/server/audit';
import { listLayouts, storeLayout } from '$lib/server/budget/export-layouts';
import { readLayout } from '$lib/server/budget/layout-request';
import type { Reader } from '$lib/server/reader';
import { layoutWords as words } from '$lib/text/export-layout';
import { openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
let maja: Reader;

beforeAll(async () => {
	installation = await openInstallation();
	maja = await person('malla', 'controller');
});
afterAll(() => installation.close());

async function person(name: string, role: Role): Promise<Reader> {
	const user = await createUser(installation.where.database, {
		username: name,
		name,
		password: 'tre gröna båtar',
		role,
		units: null
	});
	return { user, access: accessOf(user) };
}

const outcomeFirst = [
	{ column: 'outcome', header: 'Utfall' },
	{ column: 'unit', header: 'Ansvar' }
] as const;
const asked = (
	after: number | null,
	columns: readonly (typeof outcomeFirst)[number][] | null = outcomeFirst
) => ({
	name: 'Tertialtabell KS',
	columns: columns && [...columns],
	after
});
const store = (what: ReturnType<typeof asked>) => storeLayout(what, maja, installation.where);
const standing = async () => standingLayouts(await listLayouts(installation.where));

test('a layout is saved in its order, replaced only by who has seen it, and taken away', async () => {
	const first = await store(asked(null));
	if (first.outcome !== 'done') throw new Error(first.outcome);
	expect(await standing()).toMatchObject([
		{ name: 'Tertialtabell KS', columns: outcomeFirst, author: 'malla' }
	]);
	expect(await store(asked(null))).toMatchObject({ outcome: 'newer', standing: { id: first.stored.id } });
	const second = await store(asked(first.stored.id, [outcomeFirst[1]]));
	if (second.outcome !== 'done') throw new Error(second.outcome);
	expect((await standing()).map(({ columns }) => columns)).toEqual([[outcomeFirst[1]]]);
	const gone = await store(asked(second.stored.id, null));
	if (gone.outcome !== 'done') throw new Error(gone.outcome);
	expect(await standing()).toEqual([]);
	expect(await store(asked(gone.stored.id, null))).toEqual({ outcome: 'nothing' });
	expect(await listLayouts(installation.where)).toHaveLength(3);
	const { rows } = await auditPage(installation.where.database, 1);
	expect(rows.filter(({ action }) => action.startsWith('layout_')).map(({ action }) => action)).toEqual([
		'layout_removed',
		'layout_saved',
		'layout_saved'
	]);
});

test.each([
	['no name', { name: ' ', columns: outcomeFirst, after: null }, words.noName],
	[
		'a header that is empty',
		{ name: 'A', columns: [{ column: 'unit', header: '' }], after: null },
		words.noHeader
	],
	['no columns', { name: 'A', columns: [], after: null }, words.noColumns],
	['a column twice', { name: 'A', columns: [outcomeFirst[0], outcomeFirst[0]], after: null }, words.broken],
	[
		'a column that there is not',
		{ name: 'A', columns: [{ column: 'lön', header: 'Lön' }], after: null },
		words.broken
	],
	['a personnummer', { name: 'A 19121212-1212', columns: outcomeFirst, after: null }, words.personalText]
])('%s is refused', (_, body, message) => {
	expect(readLayout(body)).toEqual({ outcome: 'refused', message });
});
