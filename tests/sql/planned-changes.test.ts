// Planned changes on a published edition of two nämnder: who sees and changes which, what two do at once, and what a request must say.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '$lib/domain/access';
import { standingChanges, type PlannedChange } from '$lib/domain/planned-change';
import { accessOf, createUser } from '$lib/server/accounts/user';
import { auditPage } from '$lib/server/audit';
import { readPlannedChange, type AskedChange } from '$lib/server/budget/planned-change-request';
import { listChanges, storeChange } from '$lib/server/budget/planned-changes';
import { publishEdition } from '$lib/server/editions/publish';
import type { Reader } from '$lib/server/reader';
import { planServerWords as words } from '$lib/text/plan-server';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
let maja: Reader;
let schools: Reader;

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

const content: PlannedChange = {
	name: 'Ny lärplattform',
	kind: 'forandring',
	scenarios: ['fornyelse', 'bada'],
	systemId: null,
	costKind: 'Konsult',
	years: [{ year: 2027, ore: 240_000_000 }]
};
const asked = (own: Partial<AskedChange> = {}): AskedChange => ({
	change: null,
	unit: 'Utbildningsnämnden',
	content,
	reason: '',
	after: null,
	...own
});
const store = (what: AskedChange, reader = maja) => storeChange(what, reader, installation.where);
const list = (reader = maja) => listChanges(reader, installation.where);

async function putIn(own: Partial<AskedChange> = {}, reader = maja): Promise<number> {
	const storing = await store(asked(own), reader);
	if (storing.outcome !== 'done') throw new Error(storing.outcome);
	return storing.stored.id;
}

test('a change is put in, changed and taken out, and all of it stays in the history and the log', async () => {
	const id = await putIn();
	const reason = 'Upphandlingen blev dyrare';
	const dearer = { ...content, years: [{ year: 2027, ore: 300_000_000 }] };
	const changed = await store(asked({ change: id, after: id, content: dearer, reason }));
	expect(changed).toMatchObject({ outcome: 'done', stored: { change: id, reason, author: 'malla' } });
	const second = changed.outcome === 'done' ? changed.stored.id : 0;
	expect(standingChanges(await list()).find(({ change }) => change === id)?.content).toEqual(dearer);
	expect(await store(asked({ change: id, after: second, content: null, reason }))).toMatchObject({
		outcome: 'done'
	});
	expect(standingChanges(await list()).some(({ change }) => change === id)).toBe(false);
	expect((await list()).filter(({ change }) => change === id)).toHaveLength(3);
	const [said] = (await auditPage(installation.where.database, 1)).rows;
	expect(said).toMatchObject({ action: 'plan_changed', subject: 'Ny lärplattform, Utbildningsnämnden' });
});

test('of two who change at once the second is told what stands', async () => {
	const id = await putIn();
	await store(asked({ change: id, after: id, reason: 'Först av de två' }));
	const late = await store(asked({ change: id, after: id, content: null, reason: 'Sist av de två' }));
	expect(late).toMatchObject({ outcome: 'newer', standing: { reason: 'Först av de två' } });
});

test('who sees one nämnd sees and changes that one only, and cannot move a change there or away', async () => {
	const elders = await putIn({ unit: 'Äldrenämnden' });
	const own = await putIn({}, schools);
	expect((await list(schools)).every(({ unit }) => unit === 'Utbildningsnämnden')).toBe(true);
	const reason = 'Hör hemma hos oss';
	expect(await store(asked({ unit: 'Äldrenämnden' }), schools)).toEqual({ outcome: 'no_unit' });
	expect(await store(asked({ change: elders, after: elders, reason }), schools)).toEqual({ outcome: 'gone' });
	expect(await store(asked({ change: own, after: own, unit: 'Äldrenämnden', reason }), schools)).toEqual({
		outcome: 'no_unit'
	});
	const hidden = asked({ content: { ...content, systemId: 'S-99' } });
	expect(await store(hidden, schools)).toEqual({ outcome: 'no_system' });
	expect(await store(asked({ change: 9_999, after: 9_999, reason }))).toEqual({ outcome: 'gone' });
});

test.each([
	['no name', asked({ content: { ...content, name: ' ' } }), words.noName],
	['no way', asked({ content: { ...content, scenarios: [] } }), words.noScenario],
	['no year', asked({ content: { ...content, years: [] } }), words.noYears],
	[
		'a year twice',
		asked({ content: { ...content, years: [...content.years, ...content.years] } }),
		words.twiceYears
	],
	['nothing at all', asked({ content: null }), words.broken],
	['too short a reason for a change', asked({ change: 1, after: 1, reason: 'dyrare' }), words.noReason],
	['a personnummer', asked({ content: { ...content, name: 'Konto för 19900112-2396' } }), words.personalText]
])('a request that says %s is refused with a sentence', (_, body, message) => {
	expect(readPlannedChange(body)).toEqual({ outcome: 'refused', message });
});

test('a request keeps both ways together among the scenarios', () => {
	const read = readPlannedChange(asked({ content: { ...content, scenarios: ['fortsatt_forvaltning'] } }));
	expect(read).toMatchObject({ asked: { content: { scenarios: ['fortsatt_forvaltning', 'bada'] } } });
});
