// Meetings: who sees and changes which, agendas that two people edit, decisions that stand, and papers that go on saying what
// they said after a new edition is published.
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Right, Role } from '$lib/domain/access';
import { parseIsoDay, type Day } from '$lib/domain/day';
import type { Meeting } from '$lib/domain/meeting';
import { standingVerdicts } from '$lib/domain/review';
import { contractCost } from '$lib/queries/contract-cost';
import { contractList } from '$lib/queries/contract-list';
import { contractYear } from '$lib/queries/contract-year';
import { latestYear } from '$lib/queries/latest-year';
import { ask } from '$lib/queries/query';
import { accessOf, createUser } from '$lib/server/accounts/user';
import { auditPage } from '$lib/server/audit';
import { meetingDecision, post, thread, verdict as verdictTable } from '$lib/server/database/review-schema';
import { currentEdition } from '$lib/server/editions/edition';
import { removeImport } from '$lib/server/editions/imports';
import { publishEdition } from '$lib/server/editions/publish';
import { saveAgenda, type WantedItem } from '$lib/server/meetings/agenda';
import { callMeetings, cancelMeeting, changeMeeting } from '$lib/server/meetings/change-meetings';
import { saveDecision } from '$lib/server/meetings/decisions';
import { readDecision, readNewMeetings } from '$lib/server/meetings/meeting-request';
import { meetingAccess, onMeetingSlice } from '$lib/server/meetings/meeting-slice';
import { keptPapers, makePapers } from '$lib/server/meetings/papers';
import { listMeetings, meetingById } from '$lib/server/meetings/read-meetings';
import type { Reader } from '$lib/server/reader';
import { addVerdict, listVerdicts } from '$lib/server/review/verdicts';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
let maja: Reader;
let schools: Reader;
let emil: Reader;
let registerFile: number;

const ledgerHead = 'datum;namnd;konto;leverantor;organisationsnummer;belopp;avtals_id';
const registerHead =
	'avtals_id;benamning;leverantor;organisationsnummer;namnd;avtalsstart;avtalsslut;uppsagningstid_manader;forlangningssatt;takvolym;ramavtal_ref';
const lines = [
	'A-1;Lärplattform;Nordvinge Data AB;559900-0014;Utbildningsnämnden;2022-01-01;2027-06-30;6;automatisk;100000;',
	'A-1b;Avrop kurs;Nordvinge Data AB;559900-0014;Utbildningsnämnden;2025-01-01;2026-12-31;;ingen;;A-1',
	'A-2;Journalsystem;Vårdprogram Väst AB;559900-0022;Äldrenämnden;2021-01-01;2026-12-31;3;option;;'
];

beforeAll(async () => {
	installation = await openInstallation();
	const ledger = csv(
		ledgerHead,
		'2026-03-02;Utbildningsnämnden;74310;Nordvinge Data AB;559900-0014;1000,11;A-1',
		'2025-11-05;Kulturnämnden;74310;Nordvinge Data AB;559900-0014;200,07;A-1',
		'2024-11-05;Utbildningsnämnden;74310;Nordvinge Data AB;559900-0014;50,05;A-1',
		'2026-05-05;Utbildningsnämnden;74310;Nordvinge Data AB;559900-0014;30,03;A-1b',
		'2026-01-15;Äldrenämnden;74312;Vårdprogram Väst AB;559900-0022;2000,50;A-2'
	);
	accepted(await installation.receive('kostnader.csv', ledger));
	registerFile = accepted(await installation.receive('avtal.csv', csv(registerHead, ...lines))).id;
	await publish();
	maja = await person('maja.l', 'controller', ['kalla']);
	schools = await person('skola', 'controller', ['kalla'], ['Utbildningsnämnden']);
	emil = await person('emil', 'reader', []);
});
afterAll(() => installation.close());

const publish = () => publishEdition({ user: installation.controller }, installation.where);

async function person(name: string, role: Role, rights: Right[], units: string[] | null = null) {
	const user = await createUser(installation.where.database, {
		username: name,
		name,
		password: 'tre gröna båtar',
		role,
		rights,
		units
	});
	return { user, access: accessOf(user) };
}

function day(text: string): Day {
	const read = parseIsoDay(text);
	if (!read) throw new Error(text);
	return read;
}

async function called(reader: Reader, on = '2026-12-09', name = 'Nämnden'): Promise<Meeting> {
	const [meeting] = await callMeetings({ days: [day(on)], name, place: null }, reader, installation.where);
	if (!meeting) throw new Error('No meeting');
	return meeting;
}

async function withAgenda(reader: Reader, ...items: WantedItem[]): Promise<Meeting> {
	const { id } = await called(reader);
	const saving = await saveAgenda(id, { before: [], items }, reader, installation.where);
	if (saving.outcome !== 'done') throw new Error(saving.outcome);
	return saving.meeting;
}

async function papersOf(id: number, reader = maja, version: number | null = null) {
	const kept = await keptPapers(id, version, reader, installation.where);
	if (!kept?.papers) throw new Error('No papers');
	return { ...kept, papers: kept.papers };
}

const contract = (key: string): WantedItem => ({ kind: 'contract', key });
const names = (meetings: readonly { name: string }[]) => meetings.map(({ name }) => name);

test('a meeting of the whole municipality is seen in full only by those who see all of it', async () => {
	const whole = await called(maja, '2026-10-07', 'Kommunstyrelsen');
	const own = await called(schools, '2026-10-08', 'Skolnämnden');
	expect([whole.units, own.units]).toEqual([null, ['Utbildningsnämnden']]);
	expect(names(await listMeetings(schools.access, installation.where))).toEqual(['Skolnämnden']);
	expect(await meetingById(whole.id, schools.access, installation.where)).toBeNull();
	for (const reader of [maja, emil])
		expect(names(await listMeetings(reader.access, installation.where))).toEqual([
			'Kommunstyrelsen',
			'Skolnämnden'
		]);
	const others = { ...schools, access: { ...schools.access, units: ['Äldrenämnden'] } };
	expect(await meetingById(own.id, others.access, installation.where)).toBeNull();
	for (const refused of [
		await changeMeeting(whole.id, { name: 'Min' }, schools, installation.where),
		await cancelMeeting(whole.id, true, schools, installation.where),
		await saveAgenda(whole.id, { before: [], items: [] }, schools, installation.where),
		await makePapers(whole.id, schools, installation.where),
		await saveDecision(whole.id, { item: 1, text: 'Nej', verdict: null }, schools, installation.where)
	])
		expect(refused).toEqual({ outcome: 'missing' });
});

test('several days give several meetings; one can be moved, cancelled and called again, and the log says so', async () => {
	const days = [day('2027-02-10'), day('2027-03-10')];
	const made = await callMeetings(
		{ days, name: 'It-utskottet', place: 'Rådhuset' },
		maja,
		installation.where
	);
	expect(made.map((meeting) => [meeting.day, meeting.place, meeting.status])).toEqual([
		['2027-02-10', 'Rådhuset', 'planned'],
		['2027-03-10', 'Rådhuset', 'planned']
	]);
	const id = made[0]?.id ?? 0;
	await changeMeeting(id, { day: day('2027-02-17') }, maja, installation.where);
	expect(await cancelMeeting(id, true, maja, installation.where)).toMatchObject({
		meeting: { status: 'cancelled', day: '2027-02-17' }
	});
	expect(await changeMeeting(id, { name: 'X' }, maja, installation.where)).toEqual({ outcome: 'cancelled' });
	expect(await cancelMeeting(id, false, maja, installation.where)).toMatchObject({
		meeting: { status: 'planned' }
	});
	const { rows } = await auditPage(installation.where.database, 1);
	expect(rows.slice(0, 3).map(({ action, subject }) => [action, subject])).toEqual([
		['meeting_saved', 'It-utskottet 2027-02-17'],
		['meeting_cancelled', 'It-utskottet 2027-02-17'],
		['meeting_saved', 'It-utskottet 2027-02-17']
	]);
});

test('what is written with a personnummer or on a day that does not exist is refused', () => {
	const meeting = { days: ['2026-12-09'], name: 'Nämnden', place: null };
	expect(readNewMeetings(meeting)).toMatchObject({ outcome: 'asked' });
	expect(readNewMeetings({ ...meeting, days: ['2026-02-30'] })).toMatchObject({
		message: expect.stringContaining('Ange en dag som finns')
	});
	for (const request of [
		readNewMeetings({ ...meeting, name: 'Möte om 19121212-1212' }),
		readDecision({ item: 1, text: 'Enligt 19121212-1212', verdict: null })
	])
		expect(request).toMatchObject({ message: expect.stringContaining('personnummer') });
	expect(readDecision({ item: 1, text: '  ', verdict: null })).toMatchObject({
		message: 'Skriv vad mötet beslutade.'
	});
});

test('an agenda keeps its order, and whoever saw another one must look again', async () => {
	const meeting = await withAgenda(maja, contract('A-1'), contract('A-2'));
	expect(names(meeting.items)).toEqual(['Lärplattform', 'Journalsystem']);
	const [first, second] = meeting.items.map(({ id }) => id);
	if (!first || !second) throw new Error('No items');
	const turned = { before: [first, second], items: [{ id: second }, { id: first }] };
	const saving = await saveAgenda(meeting.id, turned, maja, installation.where);
	expect(saving.outcome === 'done' && names(saving.meeting.items)).toEqual(['Journalsystem', 'Lärplattform']);
	expect(await saveAgenda(meeting.id, turned, maja, installation.where)).toMatchObject({
		outcome: 'changed'
	});
	const before = [second, first];
	const twice = { before, items: [{ id: second }, { id: first }, contract('A-1')] };
	expect(await saveAgenda(meeting.id, twice, maja, installation.where)).toEqual({ outcome: 'twice' });
	const unheard = { before, items: [{ id: second }, { id: first }, contract('A-99')] };
	expect(await saveAgenda(meeting.id, unheard, maja, installation.where)).toEqual({ outcome: 'unknown' });
	await saveDecision(meeting.id, { item: first, text: 'Bordlagt', verdict: null }, maja, installation.where);
	const without = { before, items: [{ id: second }] };
	expect(await saveAgenda(meeting.id, without, maja, installation.where)).toEqual({ outcome: 'decided' });
	// Two who save at the same time: one of them has seen an agenda that is no more.
	const both = await Promise.all(
		[1, 2].map(() =>
			saveAgenda(meeting.id, { before, items: [{ id: first }, { id: second }] }, maja, installation.where)
		)
	);
	expect(both.map(({ outcome }) => outcome)).toEqual(['done', 'changed']);
});

test('somebody of one nämnd puts nothing on the agenda that the nämnd does not see', async () => {
	const meeting = await called(schools);
	const foreign = await saveAgenda(
		meeting.id,
		{ before: [], items: [contract('A-2')] },
		schools,
		installation.where
	);
	expect(foreign).toEqual({ outcome: 'unknown' });
	const asked = await asking('A-2', 'Vem ser journalerna?', null);
	const question = { kind: 'question' as const, key: String(asked) };
	expect(
		await saveAgenda(meeting.id, { before: [], items: [question] }, schools, installation.where)
	).toEqual({ outcome: 'unknown' });
	const flytten = await asking('A-1', 'Vad kostar flytten?', null);
	const own = await withAgenda(schools, contract('A-1'));
	await makePapers(own.id, schools, installation.where);
	const { papers } = await papersOf(own.id, schools);
	expect(papers.units).toEqual(['Utbildningsnämnden']);
	// 200,07 kr that Kulturnämnden paid is not among them; a question about their own contract is, whoever asked it.
	expect(papers.contracts[0]?.payments.map(({ amount }) => amount)).toEqual([50_05, 1000_11]);
	expect(papers.threads.map(({ id }) => id)).toEqual([flytten]);
	expect(JSON.stringify(papers)).not.toContain('journaler');
	expect(JSON.stringify(papers)).not.toContain('Journalsystem');
});

async function asking(key: string, text: string, units: string[] | null): Promise<number> {
	const { database } = installation.where;
	const now = new Date('2026-08-30T08:00:00Z');
	const [made] = await database
		.insert(thread)
		.values({
			subjectKind: 'contract',
			subjectKey: key,
			subjectName: 'Lärplattform',
			units,
			author: maja.user.id,
			created: now
		})
		.returning({ id: thread.id });
	const id = made?.id ?? 0;
	await database
		.insert(post)
		.values({ thread: id, kind: 'question', text, author: maja.user.id, created: now });
	return id;
}

test('a decision stands until a later one, both are kept, and a verdict follows with its contract', async () => {
	const { database } = installation.where;
	const meeting = await withAgenda(maja, contract('A-1'));
	const item = meeting.items[0]?.id ?? 0;
	await saveDecision(
		meeting.id,
		{ item, text: 'Förläng ett år', verdict: 'forlang' },
		maja,
		installation.where
	);
	// Sent twice, since the answer was lost: it is one decision.
	for (const _ of [1, 2])
		await saveDecision(meeting.id, { item, text: 'Säg upp', verdict: 'sag_upp' }, maja, installation.where);
	const saved = await meetingById(meeting.id, emil.access, installation.where);
	expect(saved?.status).toBe('decided');
	expect(saved?.items[0]?.decisions.map(({ text, verdict }) => [text, verdict])).toEqual([
		['Säg upp', 'sag_upp'],
		['Förläng ett år', 'forlang']
	]);
	const verdicts = await database
		.select()
		.from(verdictTable)
		.where(eq(verdictTable.meeting, meeting.id))
		.orderBy(asc(verdictTable.id));
	expect(verdicts.map(({ contractId, verdict, reason }) => [contractId, verdict, reason])).toEqual([
		['A-1', 'forlang', 'Förläng ett år'],
		['A-1', 'sag_upp', 'Säg upp']
	]);
	// What somebody holds later does not replace what the meeting decided.
	const held = {
		contractId: 'A-1',
		contractName: 'Nät',
		reason: 'Mer underlag',
		meeting: null,
		edition: null
	};
	await addVerdict({ ...held, verdict: 'avvakta', after: 0 }, maja, installation.where);
	const standing = standingVerdicts(await listVerdicts('A-1', maja, installation.where));
	expect([standing.decision?.verdict, standing.held.map(({ verdict }) => verdict)]).toEqual([
		'sag_upp',
		['avvakta']
	]);
	await expect(database.update(meetingDecision).set({ text: 'Annat' })).rejects.toThrow();
	const question = { kind: 'question' as const, key: String(await asking('A-1', 'Varför?', null)) };
	const other = await withAgenda(maja, question);
	expect(
		await saveDecision(
			other.id,
			{ item: other.items[0]?.id ?? 0, text: 'Ja', verdict: 'forlang' },
			maja,
			installation.where
		)
	).toEqual({ outcome: 'no_contract' });
});

test('papers say the same figures as the pages, to the öre, and still do after a new edition is published', async () => {
	const { database, ...where } = installation.where;
	await asking('A-1', 'Hur många använder plattformen?', null);
	const meeting = await withAgenda(maja, contract('A-1'), contract('A-2'));
	expect(await makePapers(meeting.id, maja, { database, ...where })).toMatchObject({
		outcome: 'done',
		meeting: { status: 'papers', papers: [{ version: 1 }] }
	});
	const first = await papersOf(meeting.id, emil);

	// The same questions as Översikt and the contract cards ask, on the slice that a reader is sent.
	const offered = await currentEdition(meetingAccess(null), installation.where);
	expect(first.papers.start).toEqual(offered?.answers);
	const { ruleVersion, reconciled } = first.papers.start.meta;
	expect(first.made).toMatchObject({ ruleVersion, reconciled });
	await onMeetingSlice(null, installation.where, async (engine) => {
		const register = await ask(engine, contractList, undefined);
		const period = latestYear(first.papers.start.meta);
		if (!period) throw new Error('No costs');
		const year = await ask(engine, contractYear, period);
		const [learning, journal] = first.papers.contracts;
		expect(learning?.register).toEqual(register.filter(({ contract_id }) => contract_id !== 'A-2'));
		expect(learning?.year).toEqual(year.filter(({ contract_id }) => contract_id !== 'A-2'));
		expect(learning?.payments).toEqual(await ask(engine, contractCost, 'A-1'));
		expect(journal?.register).toEqual(register.filter(({ contract_id }) => contract_id === 'A-2'));
	});
	// And by hand: 1 000,11 + 200,07 kr the latest twelve months, 50,05 kr before; 30,03 kr on the call-off counts on the ceiling.
	const [learning] = first.papers.contracts;
	expect(learning?.year.map(({ contract_id, amount }) => [contract_id, amount]).toSorted()).toEqual([
		['A-1', 1200_18],
		['A-1b', 30_03]
	]);
	expect(learning?.register[0]).toMatchObject({ invoiced: 1250_23, ceiling_used: 1280_26 });
	expect(first.papers.threads.flatMap(({ posts }) => posts.map(({ text }) => text))).toContain(
		'Hur många använder plattformen?'
	);

	// More costs, and a contract that has left the register.
	const kept = await contentOf(meeting.id);
	const more = csv(ledgerHead, '2026-06-02;Utbildningsnämnden;74310;Nordvinge Data AB;559900-0014;99,99;A-1');
	accepted(await installation.receive('juni.csv', more));
	await removeImport(registerFile, installation.controller, installation.where);
	accepted(await installation.receive('avtal-2.csv', csv(registerHead, ...lines.slice(0, 2))));
	await publish();

	expect(await contentOf(meeting.id)).toEqual(kept);
	expect(await papersOf(meeting.id, emil)).toEqual(first);
	await makePapers(meeting.id, maja, installation.where);
	const second = await papersOf(meeting.id);
	expect([second.made.version, second.made.edition]).toEqual([2, first.made.edition + 1]);
	expect(second.papers.contracts[0]?.year.find(({ contract_id }) => contract_id === 'A-1')?.amount).toBe(
		1300_17
	);
	// What is no longer in the register stays on the agenda under its name, and its papers say that it is not there.
	expect(second.papers.agenda.map(({ name }) => name)).toEqual(['Lärplattform', 'Journalsystem']);
	expect(second.papers.contracts[1]?.register).toEqual([]);
	expect(await papersOf(meeting.id, emil, 1)).toMatchObject({ papers: first.papers, made: first.made });
	expect(await keptPapers(meeting.id, 3, maja, installation.where)).toBeNull();
});

/** The very text that is stored of the first papers. */
async function contentOf(meeting: number): Promise<unknown> {
	const { rows } = await installation.where.database.$client.execute({
		sql: 'SELECT content FROM meeting_papers WHERE meeting = ? ORDER BY id LIMIT 1',
		args: [meeting]
	});
	return rows[0]?.content;
}

test('a cancelled meeting gets neither papers nor decisions', async () => {
	const meeting = await withAgenda(maja, contract('A-1'));
	await cancelMeeting(meeting.id, true, maja, installation.where);
	const item = meeting.items[0]?.id ?? 0;
	expect(await makePapers(meeting.id, maja, installation.where)).toEqual({ outcome: 'cancelled' });
	expect(
		await saveDecision(meeting.id, { item, text: 'Ja', verdict: null }, maja, installation.where)
	).toEqual({ outcome: 'cancelled' });
});
