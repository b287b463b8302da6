// Notes on deviations, on a published edition of two nämnder: who sees and writes which, what two do at once, and the limit.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '$lib/domain/access';
import { standardDeviationLimit } from '$lib/domain/deviation-limit';
import { accessOf, createUser } from '$lib/server/accounts/user';
import { auditPage } from '$lib/server/audit';
import { deviationLimit, readDeviationLimit, storeDeviationLimit } from '$lib/server/budget/deviation-limit';
import { readDeviationNote, type AskedNote } from '$lib/server/budget/deviation-note-request';
import { listDeviationNotes, storeDeviationNote } from '$lib/server/budget/deviation-notes';
import { publishEdition } from '$lib/server/editions/publish';
import type { Reader } from '$lib/server/reader';
import { deviationServerWords as words } from '$lib/text/deviation-notes';
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

const body = {
	note: null,
	after: null,
	year: 2026,
	followUp: 'T1',
	unit: 'Utbildningsnämnden',
	costKind: null,
	cause: 'Priset höjdes',
	measure: 'Licenser sägs upp',
	effect: '',
	responsible: 'Anna Berglund',
	due: '2026-12-15',
	closed: null
};
function asked(change: Partial<Record<keyof typeof body, unknown>> = {}): AskedNote {
	const read = readDeviationNote({ ...body, ...change });
	if (read.outcome === 'refused') throw new Error(read.message);
	return read.asked;
}
const refusal = (change: Partial<Record<keyof typeof body, unknown>>) => {
	const read = readDeviationNote({ ...body, ...change });
	return read.outcome === 'refused' ? read.message : null;
};
const store = (note: AskedNote, reader = maja) => storeDeviationNote(note, reader, installation.where);
async function stored(note: AskedNote, reader = maja) {
	const storing = await store(note, reader);
	if (storing.outcome !== 'done') throw new Error(storing.outcome);
	return storing.stored;
}
const list = (reader: Reader) => listDeviationNotes(reader, installation.where);

test('a note keeps every version with its author, and its latest one stands', async () => {
	const first = await stored(asked());
	expect(first).toMatchObject({ note: first.id, author: 'malla', due: '2026-12-15', closed: null });
	const second = await stored(
		asked({ note: first.id, after: first.id, followUp: 'T2', measure: 'Uppsagda' }),
		schools
	);
	expect((await list(maja)).filter(({ note }) => note === first.id)).toEqual([first, second]);
	expect(second).toMatchObject({ note: first.id, author: 'skola', followUp: 'T2' });
});

test('who did not see the latest version is told what it is, and stores nothing', async () => {
	const first = await stored(asked());
	const second = await stored(asked({ note: first.id, after: first.id, cause: 'Fler elever' }));
	const before = (await list(maja)).length;
	expect(await store(asked({ note: first.id, after: first.id }))).toEqual({
		outcome: 'newer',
		standing: second
	});
	expect(await list(maja)).toHaveLength(before);
});

test('a note is not taken further in a follow-up before the one that it has come to', async () => {
	const first = await stored(asked({ followUp: 'T2' }));
	const again = asked({ note: first.id, after: first.id, followUp: 'T1' });
	expect(await store(again)).toMatchObject({ outcome: 'earlier' });
	expect(await store({ ...again, year: 2027 })).toMatchObject({ outcome: 'done' });
});

test('closing is logged as closing, without what was written', async () => {
	const first = await stored(asked());
	await stored(asked({ note: first.id, after: first.id, closed: 'Kostnaden sjönk hemligt' }));
	const { rows } = await auditPage(installation.where.database, 1);
	expect(rows[0]).toMatchObject({ action: 'deviation_closed', subject: 'Utbildningsnämnden' });
	expect(JSON.stringify(rows)).not.toContain('hemligt');
});

test('somebody of one nämnd sees and writes the notes of that nämnd only', async () => {
	const elders = await stored(asked({ unit: 'Äldrenämnden', cause: 'Trygghetslarm' }));
	const seen = await list(schools);
	expect(seen.length).toBeGreaterThan(0);
	expect(new Set(seen.map(({ unit }) => unit))).toEqual(new Set(['Utbildningsnämnden']));
	expect(await store(asked({ unit: 'Äldrenämnden' }), schools)).toEqual({ outcome: 'no_unit' });
	const change = asked({ unit: 'Äldrenämnden', note: elders.id, after: elders.id });
	expect(await store(change, schools)).toEqual({ outcome: 'missing' });
	// Nor by calling another nämnd's note one of the own.
	expect(await store({ ...change, unit: 'Utbildningsnämnden' }, schools)).toEqual({ outcome: 'missing' });
});

test('a note of a kostnadsslag stays with it', async () => {
	const first = await stored(asked({ costKind: 'Drift' }));
	expect(first.costKind).toBe('Drift');
	expect(await store(asked({ note: first.id, after: first.id }))).toEqual({ outcome: 'missing' });
});

test('a follow-up that the municipality does not have takes no notes', async () => {
	expect(await store(asked({ followUp: 'T9' }))).toEqual({ outcome: 'no_follow_up' });
});

test('what lacks words, has no such day or names a person by number is refused', () => {
	expect(refusal({ cause: '  ' })).toBe(words.noCause);
	expect(refusal({ responsible: '' })).toBe(words.noResponsible);
	expect(refusal({ due: '2026-02-30' })).toBe(words.noDay);
	expect(refusal({ closed: ' ' })).toBe(words.noClosed);
	expect(refusal({ measure: 'Ring 19811218-9876' })).toBe(words.personal);
	expect(refusal({ responsible: '811218-9876' })).toBe(words.personal);
	expect(refusal({ note: 4 })).toBe(words.broken);
	expect(refusal({})).toBeNull();
});

test('the limit is standard until it is changed, and the change is logged', async () => {
	expect(await deviationLimit(installation.where)).toEqual(standardDeviationLimit);
	const limit = { percent: 3.5, amount: 50_000_000, better: true };
	await storeDeviationLimit(limit, maja, installation.where);
	expect(await deviationLimit(installation.where)).toEqual(limit);
	const { rows } = await auditPage(installation.where.database, 1);
	expect(rows[0]).toMatchObject({
		action: 'deviation_limit_changed',
		detail: { before: standardDeviationLimit, after: limit }
	});
	expect(readDeviationLimit({ ...limit, percent: 101 }).outcome).toBe('refused');
	expect(readDeviationLimit({ ...limit, amount: -1 }).outcome).toBe('refused');
});
