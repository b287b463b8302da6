// Saved views: who sees, changes, shares and removes which, role by role and with and without the whole municipality.
import { editionFormat } from '$lib/server/editions/manifest';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '$lib/domain/access';
import { viewLimits } from '$lib/domain/saved-view';
import { accessOf, createUser } from '$lib/server/accounts/user';
import { auditPage } from '$lib/server/audit';
import { edition, savedView } from '$lib/server/database/schema';
import type { Reader } from '$lib/server/reader';
import {
	changeView,
	listViews,
	removeView,
	restoreView,
	saveView,
	viewById,
	type NewView
} from '$lib/server/views/saved-views';
import { openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
beforeEach(async () => {
	installation = await openInstallation();
	await installation.where.database.insert(edition).values({
		createdAt: new Date('2026-09-01T08:00:00Z'),
		status: 'current',
		directory: 'e1',
		manifest: { format: editionFormat }
	});
});
afterEach(() => installation.close());

async function person(name: string, role: Role, units: string[] | null = null): Promise<Reader> {
	const user = await createUser(installation.where.database, {
		username: name,
		name,
		password: 'tre gröna båtar',
		role,
		units
	});
	return { user, access: accessOf(user) };
}

const drift: NewView = {
	kind: 'vy',
	name: 'Skolans drift',
	text: 'Till oktobermötet',
	address: '/kostnader?slag=Drift',
	shared: false,
	edition: 1,
	figures: { amount: 16_210_000_000, rowCount: 812, period: null }
};

async function saved(reader: Reader, part: Partial<NewView> = {}) {
	const saving = await saveView({ ...drift, ...part }, reader, installation.where);
	if (saving.outcome !== 'done') throw new Error(saving.outcome);
	return saving.view;
}
const names = async (reader: Reader, path?: string) =>
	(await listViews(reader, { kind: 'vy', path }, installation.where)).map(({ name }) => name);
const change = (id: number, what: Parameters<typeof changeView>[1], reader: Reader) =>
	changeView(id, what, reader, installation.where);

test('a view is kept with its figures and its edition, and is its owner’s alone', async () => {
	const [emil, karin] = [await person('emil', 'reader'), await person('karin', 'member')];
	const view = await saved(emil);
	expect(view).toMatchObject({
		name: 'Skolans drift',
		own: true,
		owner: 'emil',
		figures: drift.figures,
		edition: { number: 1, published: '2026-09-01', readable: true }
	});
	expect(await names(emil)).toEqual(['Skolans drift']);
	expect(await names(karin)).toEqual([]);
	expect(await viewById(view.id, karin, installation.where)).toBeNull();
	expect(await change(view.id, { name: 'Min' }, karin)).toEqual({ outcome: 'missing' });
	expect(await removeView(view.id, karin, installation.where)).toBe('missing');
});

test.each(['reader', 'member', 'controller', 'admin'] as const)(
	'a %s shares with everybody who sees the whole municipality, and with nobody else',
	async (role) => {
		const owner = await person('owner', role);
		await saved(owner, { shared: true });
		for (const other of ['reader', 'member', 'controller', 'admin'] as const) {
			expect(await names(await person(`whole.${other}`, other))).toEqual(['Skolans drift']);
			expect(await names(await person(`part.${other}`, other, ['Kulturnämnden']))).toEqual([]);
		}
	}
);

test('somebody who sees some nämnder saves, but can neither share at once nor later', async () => {
	const scoped = await person('scoped', 'controller', ['Kulturnämnden']);
	expect(await saveView({ ...drift, shared: true }, scoped, installation.where)).toEqual({
		outcome: 'no_sharing'
	});
	const view = await saved(scoped);
	expect(await change(view.id, { shared: true }, scoped)).toEqual({ outcome: 'no_sharing' });
	expect(await change(view.id, { name: 'Kulturens drift' }, scoped)).toMatchObject({ outcome: 'done' });
	expect(await names(scoped)).toEqual(['Kulturens drift']);
});

test('a figure counted over other nämnder than one sees is not told', async () => {
	const scoped = await person('scoped', 'reader', ['Kulturnämnden']);
	const view = await saved(scoped);
	const widened: Reader = { ...scoped, access: { ...scoped.access, units: null } };
	expect(await viewById(view.id, widened, installation.where)).toMatchObject({ figures: null });
	// Saved anew, it is of what is seen now.
	const saving = { address: drift.address, edition: 1, figures: drift.figures };
	await change(view.id, { saved: saving }, widened);
	expect(await viewById(view.id, widened, installation.where)).toMatchObject({ figures: drift.figures });
	expect(await viewById(view.id, scoped, installation.where)).toMatchObject({ figures: null });
});

test('others may only read what is shared, but an administrator may stop the sharing', async () => {
	const owner = await person('owner', 'member');
	const [controller, admin] = [await person('maja2', 'controller'), await person('sofia', 'admin')];
	const view = await saved(owner, { shared: true });
	expect(await change(view.id, { name: 'Annat' }, controller)).toEqual({ outcome: 'not_own' });
	expect(await change(view.id, { shared: false }, controller)).toEqual({ outcome: 'not_own' });
	expect(await removeView(view.id, admin, installation.where)).toBe('not_own');
	expect(await change(view.id, { shared: false, name: 'Annat' }, admin)).toEqual({ outcome: 'not_own' });
	expect(await viewById(view.id, admin, installation.where)).toMatchObject({ mayUnshare: true });
	expect(await change(view.id, { shared: false }, admin)).toMatchObject({ outcome: 'done' });
	expect(await names(admin)).toEqual([]);
	expect(await names(owner)).toEqual(['Skolans drift']);
});

test('what is removed comes back whole within a day, and for its owner only', async () => {
	const [emil, karin] = [await person('emil', 'reader'), await person('karin', 'member')];
	const view = await saved(emil, { shared: true });
	const start = new Date('2026-10-01T08:00:00Z');
	const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
	expect(await removeView(view.id, emil, installation.where, start)).toBe('done');
	expect(await names(emil)).toEqual([]);
	expect(await restoreView(view.id, karin, installation.where, later(1))).toEqual({ outcome: 'missing' });
	expect(await restoreView(view.id, emil, installation.where, later(23))).toMatchObject({
		outcome: 'done',
		view: { id: view.id, shared: true, figures: drift.figures }
	});
	await removeView(view.id, emil, installation.where, start);
	expect(await restoreView(view.id, emil, installation.where, later(25))).toEqual({ outcome: 'missing' });
	// The next view that anybody saves takes it away for good.
	await saveView(drift, karin, installation.where, later(25));
	const left = await installation.where.database.select().from(savedView).where(eq(savedView.id, view.id));
	expect(left).toEqual([]);
});

test('views of one page, and SQL apart from views', async () => {
	const emil = await person('emil', 'controller');
	await saved(emil, { name: 'Pivot', address: '/kostnader/pivot?per=namnd' });
	await saved(emil, { name: 'Kostnader' });
	await saved(emil, { kind: 'sql', name: 'Fråga', address: 'SELECT 1', figures: null });
	expect(await names(emil)).toEqual(['Kostnader', 'Pivot']);
	expect(await names(emil, '/kostnader')).toEqual(['Kostnader']);
	expect(await listViews(emil, { kind: 'sql' }, installation.where)).toMatchObject([{ address: 'SELECT 1' }]);
});

test('SQL that is shared is seen by those who may write rules only, since it may name what their slice alone holds', async () => {
	const [owner, colleague] = [await person('owner', 'controller'), await person('colleague', 'controller')];
	const reader = await person('reader', 'reader');
	const query = {
		kind: 'sql' as const,
		name: 'Fritext',
		address: "SELECT 1 WHERE text = 'x'",
		figures: null
	};
	const { id } = await saved(owner, { ...query, shared: true });
	expect(await listViews(colleague, { kind: 'sql' }, installation.where)).toMatchObject([{ id }]);
	expect(await listViews(reader, { kind: 'sql' }, installation.where)).toEqual([]);
	expect(await viewById(id, reader, installation.where)).toBeNull();
	expect(await saveView({ ...drift, ...query }, reader, installation.where)).toEqual({ outcome: 'missing' });
});

test('an edition that does not exist is refused, one that is withdrawn cannot be read', async () => {
	const emil = await person('emil', 'reader');
	expect(await saveView({ ...drift, edition: 2 }, emil, installation.where)).toEqual({
		outcome: 'no_edition'
	});
	await saved(emil);
	await installation.where.database.update(edition).set({ manifest: { format: 1 } });
	expect(await listViews(emil, { kind: 'vy' }, installation.where)).toMatchObject([
		{ edition: { number: 1, readable: false } }
	]);
	await installation.where.database.update(edition).set({ status: 'withdrawn' });
	expect(await listViews(emil, { kind: 'vy' }, installation.where)).toMatchObject([
		{ edition: { number: 1, readable: false } }
	]);
});

test('nobody has more than the limit', async () => {
	const emil = await person('emil', 'reader');
	const view = await saved(emil);
	const [row] = await installation.where.database.select().from(savedView);
	if (!row) throw new Error('Nothing was saved');
	const { id: _id, ...values } = row;
	await installation.where.database
		.insert(savedView)
		.values(Array.from({ length: viewLimits.perPerson - 1 }, () => values));
	expect(await saveView(drift, emil, installation.where)).toEqual({ outcome: 'full' });
	await removeView(view.id, emil, installation.where);
	expect(await saveView(drift, emil, installation.where)).toMatchObject({ outcome: 'done' });
	expect(await restoreView(view.id, emil, installation.where)).toEqual({ outcome: 'full' });
});

test('the log says what was done, but not what a private view is called', async () => {
	const emil = await person('emil', 'reader');
	const view = await saved(emil);
	await change(view.id, { shared: true }, emil);
	await removeView(view.id, emil, installation.where);
	const { rows } = await auditPage(installation.where.database, 1);
	expect(rows.map(({ action, subject }) => [action, subject])).toEqual([
		['view_removed', 'Skolans drift'],
		['view_changed', 'Skolans drift'],
		['view_saved', null]
	]);
});
