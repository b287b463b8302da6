// Notes on suppliers, nämnder and systems: who sees which, on a published edition of two nämnder.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '$lib/domain/access';
import type { Subject } from '$lib/domain/subject';
import { accessOf, createUser } from '$lib/server/accounts/user';
import { auditPage } from '$lib/server/audit';
import { publishEdition } from '$lib/server/editions/publish';
import { addNote, changeNote, listNotes, removeNote, restoreNote } from '$lib/server/notes/notes';
import type { Reader } from '$lib/server/reader';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
let schools: Reader;
let karin: Reader;
let emil: Reader;
let sofia: Reader;

beforeAll(async () => {
	installation = await openInstallation();
	const ledger = csv(
		'datum;namnd;konto;leverantor;organisationsnummer;text;belopp;system_id',
		'2026-03-02;Utbildningsnämnden;74310;Nordvinge Data AB;559900-0014;Drift;1000,00;S-1',
		'2026-01-15;Äldrenämnden;74312;Vårdprogram Väst AB;559900-0022;Licens;2000,50;S-2'
	);
	accepted(await installation.receive('kostnader.csv', ledger));
	await publishEdition({ user: installation.controller }, installation.where);
	schools = await person('skola', 'controller', ['Utbildningsnämnden']);
	karin = await person('karin', 'member');
	emil = await person('emil', 'reader');
	sofia = await person('sofia', 'admin');
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

const nordvinge: Subject = { kind: 'supplier', key: '559900-0014' };
const own: Subject[] = [
	nordvinge,
	{ kind: 'unit', key: 'Utbildningsnämnden' },
	{ kind: 'system', key: 'S-1' }
];
const foreign: Subject[] = [
	{ kind: 'supplier', key: '559900-0022' },
	{ kind: 'unit', key: 'Äldrenämnden' },
	{ kind: 'system', key: 'S-2' }
];

async function added(subject: Subject, reader: Reader, text: string, shared = false) {
	const adding = await addNote({ subject, text, shared }, reader, installation.where);
	if (adding.outcome !== 'done') throw new Error(adding.outcome);
	return adding.note;
}
const texts = async (subject: Subject, reader: Reader) =>
	(await listNotes(subject, reader, installation.where))?.map(({ text }) => text) ?? null;

test('a private note is its author’s, a shared one everybody’s who sees the whole municipality', async () => {
	await added(nordvinge, karin, 'Privat');
	await added(nordvinge, karin, 'Delad', true);
	expect(await texts(nordvinge, karin)).toEqual(['Delad', 'Privat']);
	for (const reader of [emil, sofia]) expect(await texts(nordvinge, reader)).toEqual(['Delad']);
	expect(await texts(nordvinge, schools)).toEqual([]);
});

test.each(own)('somebody of one nämnd writes privately on what that nämnd has: $kind', async (subject) => {
	expect(await addNote({ subject, text: 'Delad', shared: true }, schools, installation.where)).toEqual({
		outcome: 'no_sharing'
	});
	const { id } = await added(subject, schools, 'Min');
	expect(await texts(subject, schools)).toEqual(['Min']);
	expect(await texts(subject, karin)).not.toContain('Min');
	expect(await changeNote(id, { shared: true }, schools, installation.where)).toEqual({
		outcome: 'no_sharing'
	});
});

test.each(foreign)('and neither reads nor writes on what it has not: $kind', async (subject) => {
	await added(subject, karin, 'Delad', true);
	expect(await texts(subject, schools)).toBeNull();
	expect(await addNote({ subject, text: 'Min', shared: false }, schools, installation.where)).toEqual({
		outcome: 'no_subject'
	});
});

test('own notes on a nämnd that one no longer sees are out of reach', async () => {
	const moved = await person('flyttad', 'reader');
	const subject: Subject = { kind: 'unit', key: 'Äldrenämnden' };
	const { id } = await added(subject, moved, 'Skriven före flytten');
	const scoped: Reader = { ...moved, access: { ...moved.access, units: ['Utbildningsnämnden'] } };
	expect(await texts(subject, scoped)).toBeNull();
	expect(await changeNote(id, { text: 'Ny' }, scoped, installation.where)).toEqual({ outcome: 'missing' });
	expect(await removeNote(id, scoped, installation.where)).toBe('missing');
});

test('the author changes, removes and brings back; an administrator may only stop the sharing', async () => {
	const subject: Subject = { kind: 'system', key: 'S-2' };
	const { id } = await added(subject, karin, 'Först', true);
	expect(await changeNote(id, { text: 'Kapad' }, emil, installation.where)).toEqual({ outcome: 'not_own' });
	expect(await removeNote(id, sofia, installation.where)).toBe('not_own');
	const changed = await changeNote(id, { text: 'Sedan' }, karin, installation.where);
	expect(changed).toMatchObject({ outcome: 'done', note: { text: 'Sedan', author: 'karin' } });
	expect(changed.outcome === 'done' && changed.note.changed).not.toBeNull();
	expect(await removeNote(id, karin, installation.where)).toBe('done');
	expect(await texts(subject, emil)).not.toContain('Sedan');
	expect(await restoreNote(id, emil, installation.where)).toEqual({ outcome: 'missing' });
	expect(await restoreNote(id, karin, installation.where)).toMatchObject({ outcome: 'done', note: { id } });
	expect(await changeNote(id, { shared: false }, sofia, installation.where)).toMatchObject({
		outcome: 'done'
	});
	expect(await texts(subject, emil)).not.toContain('Sedan');
	expect(await texts(subject, karin)).toContain('Sedan');
});

test('the log never holds what a note says, nor what a private one is about', async () => {
	await added(nordvinge, emil, 'Hemligt om Nordvinge');
	const [latest] = (await auditPage(installation.where.database, 1)).rows;
	expect(latest).toMatchObject({
		action: 'note_saved',
		subject: null,
		detail: { kind: 'supplier', shared: false }
	});
	expect(JSON.stringify((await auditPage(installation.where.database, 1)).rows)).not.toContain('Hemligt');
});
