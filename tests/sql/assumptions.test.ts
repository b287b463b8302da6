// What the municipality assumes, on a published edition of two nämnder: who sees which, what two do at once, and that what is taken
// back stays in the history.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '$lib/domain/access';
import { municipality, type AssumptionSubject } from '$lib/domain/assumption';
import { supplierGroups } from '$lib/domain/supplier-group';
import { accessOf, createUser } from '$lib/server/accounts/user';
import type { AskedAssumption } from '$lib/server/assumptions/assumption-request';
import { listAssumptions, storeAssumption } from '$lib/server/assumptions/assumptions';
import { auditPage } from '$lib/server/audit';
import { publishEdition } from '$lib/server/editions/publish';
import type { Reader } from '$lib/server/reader';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
let maja: Reader;
let malin: Reader;
let schools: Reader;

beforeAll(async () => {
	installation = await openInstallation();
	const ledger = csv(
		'datum;namnd;konto;leverantor;organisationsnummer;belopp;system_id',
		'2026-03-02;Utbildningsnämnden;74310;Nordvinge Data AB;559900-0014;1000,00;S-1',
		'2026-01-15;Äldrenämnden;74312;Vårdprogram Väst AB;559900-0022;2000,50;S-2'
	);
	accepted(await installation.receive('kostnader.csv', ledger));
	await publishEdition({ user: installation.controller }, installation.where);
	maja = await person('malla', 'controller');
	malin = await person('malin', 'controller');
	schools = await person('skola', 'controller', ['Utbildningsnämnden']);
});
afterAll(() => installation.close());

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

const supplier = (key: string): AssumptionSubject => ({ kind: 'supplier', key });
const koncern = (key: string, text: string | null, after: number | null): AskedAssumption => ({
	key: 'corporate_group',
	subject: supplier(key),
	value: text === null ? null : { kind: 'text', text },
	reason: 'Årsredovisning 2025',
	after
});
const list = (reader: Reader) => listAssumptions(reader, installation.where);
const store = (asked: AskedAssumption, reader = maja) => storeAssumption(asked, reader, installation.where);
async function stored(asked: AskedAssumption, reader = maja) {
	const storing = await store(asked, reader);
	if (storing.outcome !== 'done') throw new Error(storing.outcome);
	return storing.stored;
}

test('what is stored is listed with its reason and author, in the order it was saved', async () => {
	const first = await stored(koncern('559900-0014', 'Nordgruppen', null));
	const second = await stored({
		key: 'working_hour',
		subject: municipality,
		value: { kind: 'figure', figure: 50_000 },
		reason: 'Löneavtalet',
		after: null
	});
	expect((await list(malin)).map(({ id, author, reason }) => [id, author, reason])).toEqual([
		[first.id, 'malla', 'Årsredovisning 2025'],
		[second.id, 'malla', 'Löneavtalet']
	]);
	const [said] = (await auditPage(installation.where.database, 1)).rows;
	expect(said).toMatchObject({ action: 'assumption_saved', subject: 'working_hour' });
});

test('somebody who was not quickest stores nothing, and is shown what stands', async () => {
	const mine = await stored(koncern('559900-0022', 'Vårdkoncernen', null));
	const late = await store(koncern('559900-0022', 'Västgruppen', null), malin);
	expect(late).toMatchObject({ outcome: 'newer', standing: { id: mine.id, author: 'malla' } });
	expect(supplierGroups(await list(maja)).get('559900-0022')?.name).toBe('Vårdkoncernen');
	const changed = await stored(koncern('559900-0022', 'Västgruppen', mine.id), malin);
	expect(changed.id).toBeGreaterThan(mine.id);
	expect(supplierGroups(await list(maja)).get('559900-0022')?.name).toBe('Västgruppen');
});

test('what is taken back holds no longer but stays in the history, and cannot be taken back twice', async () => {
	const before = (await list(maja)).filter(({ subject }) => subject.key === '559900-0014');
	const last = before.at(-1)?.id ?? null;
	const taken = await stored(koncern('559900-0014', null, last));
	expect(taken.value).toBeNull();
	expect(supplierGroups(await list(maja)).has('559900-0014')).toBe(false);
	expect((await list(maja)).filter(({ subject }) => subject.key === '559900-0014')).toHaveLength(2);
	expect(await store(koncern('559900-0014', null, taken.id))).toEqual({ outcome: 'nothing' });
	// A new one comes after what was taken back, not after nothing.
	expect(await store(koncern('559900-0014', 'Nordgruppen', null))).toMatchObject({ outcome: 'newer' });
	await stored(koncern('559900-0014', 'Nordgruppen', taken.id));
	expect(supplierGroups(await list(maja)).get('559900-0014')?.name).toBe('Nordgruppen');
});

test('of suppliers of other nämnder nothing is sent, and what is of the municipality is', async () => {
	const seen = await list(schools);
	expect(seen.map(({ key, subject }) => `${key} ${subject.key}`)).toEqual([
		'corporate_group 559900-0014',
		'working_hour ',
		'corporate_group 559900-0014',
		'corporate_group 559900-0014'
	]);
	expect(JSON.stringify(seen)).not.toMatch(/Vårdkoncernen|Västgruppen|559900-0022/);
	expect(await store(koncern('559900-0022', 'Skolkoncernen', null), schools)).toEqual({
		outcome: 'no_subject'
	});
	expect(await store(koncern('559900-9999', 'Ingens', null), schools)).toEqual({ outcome: 'no_subject' });
});
