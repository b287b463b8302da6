// Forecasts that controllers set, on a published edition of two nämnder: who sees and sets which, what two do at once, and that what is
// taken back stays in the history.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '$lib/domain/access';
import { standingOverride } from '$lib/domain/forecast-override';
import { accessOf, createUser } from '$lib/server/accounts/user';
import { auditPage } from '$lib/server/audit';
import { readOverride, type AskedOverride } from '$lib/server/budget/forecast-request';
import { listOverrides, storeOverride } from '$lib/server/budget/forecast-overrides';
import { budgetStep } from '$lib/server/database/budget-schema';
import { edition, ruleVersion } from '$lib/server/database/schema';
import { publishEdition } from '$lib/server/editions/publish';
import type { Reader } from '$lib/server/reader';
import { forecastServerWords as words } from '$lib/text/forecast-server';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
let maja: Reader;
let malin: Reader;
let schools: Reader;

const t2 = { year: 2026, followUp: 'T2' };
beforeAll(async () => {
	installation = await openInstallation();
	const ledger = csv(
		'datum;namnd;konto;leverantor;belopp',
		'2026-03-02;Utbildningsnämnden;74310;Nordvinge Data AB;1000,00',
		'2026-01-15;Äldrenämnden;74312;Vårdprogram Väst AB;2000,50'
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

const asked = (amount: number | null, after: number | null, unit = 'Utbildningsnämnden'): AskedOverride => ({
	unit,
	costKind: '',
	amount,
	reason: 'Upphandlingen blev dyrare',
	after
});
const store = (what: AskedOverride, reader = maja, of = t2) =>
	storeOverride(of, what, reader, installation.where);
const list = (reader = maja, of = t2) => listOverrides(of, reader, installation.where);

test('a forecast is set with its reason and author, held to its follow-up, and told in the log', async () => {
	const storing = await store(asked(123_456_789_00, null));
	expect(storing).toMatchObject({ outcome: 'done', stored: { amount: 123_456_789_00, author: 'malla' } });
	expect(await list()).toHaveLength(1);
	expect(await list(maja, { year: 2026, followUp: 'T1' })).toEqual([]);
	const [said] = (await auditPage(installation.where.database, 1)).rows;
	expect(said).toMatchObject({ action: 'forecast_set', subject: 'T2 2026, Utbildningsnämnden' });
});

test('who sees one nämnd sees and sets that one only', async () => {
	const elders = await store(asked(500, null, 'Äldrenämnden'));
	expect(elders.outcome).toBe('done');
	expect((await list(schools)).map(({ unit }) => unit)).toEqual(['Utbildningsnämnden']);
	expect(JSON.stringify(await list(schools))).not.toContain('Äldre');
	expect(await store(asked(1, null, 'Äldrenämnden'), schools)).toEqual({ outcome: 'no_unit' });
	const own = (await list(schools)).at(-1)?.id ?? null;
	expect((await store(asked(600, own), schools)).outcome).toBe('done');
});

test('somebody who was not quickest stores nothing, and what is taken back stays in the history', async () => {
	const late = await store(asked(700, null), malin);
	expect(late).toMatchObject({ outcome: 'newer', standing: { amount: 600, author: 'skola' } });
	const latest = (await list()).findLast(({ unit }) => unit === 'Utbildningsnämnden');
	const taken = await store(asked(null, latest?.id ?? null), malin);
	expect(taken).toMatchObject({ outcome: 'done', stored: { amount: null } });
	expect(standingOverride(await list(), 'Utbildningsnämnden', '')).toBeNull();
	const last = (await list()).at(-1)?.id ?? null;
	expect(await store(asked(null, last))).toEqual({ outcome: 'nothing' });
	expect((await list(schools)).map(({ amount }) => amount)).toEqual([123_456_789_00, 600, null]);
});

test('a locked follow-up takes no forecast until it is opened', async () => {
	const { database } = installation.where;
	const [published] = await database.select().from(edition).limit(1);
	const [rules] = await database.select().from(ruleVersion).limit(1);
	if (!published || !rules) throw new Error('Nothing is published');
	const step = (name: 'last' | 'oppnad') =>
		database.insert(budgetStep).values({
			year: 2026,
			followUp: 'T1',
			cut: 4,
			step: name,
			reason: '',
			edition: published.id,
			version: rules.id,
			author: maja.user.id,
			created: new Date()
		});
	const t1 = { year: 2026, followUp: 'T1' };
	await step('last');
	expect(await store(asked(1, null), maja, t1)).toEqual({ outcome: 'locked' });
	await step('oppnad');
	expect((await store(asked(1, null), maja, t1)).outcome).toBe('done');
});

test('a request says which nämnd, how much and why, and names nobody by personnummer', () => {
	const body = { ...asked(100, null), costKind: 'Drift' };
	expect(readOverride(body)).toEqual({ outcome: 'asked', asked: body });
	const refusals = [
		{ ...body, reason: ' ' },
		{ ...body, amount: 1.5 },
		{ ...body, amount: 1e15 },
		{ ...body, reason: 'Gäller 811218-9876' },
		{ ...body, costKind: 'Kaffe' }
	].map((wrong) => readOverride(wrong));
	expect(refusals.map((read) => read.outcome === 'refused' && read.message)).toEqual([
		words.noReason,
		words.noAmount,
		words.tooLarge,
		words.personalText,
		words.broken
	]);
});
