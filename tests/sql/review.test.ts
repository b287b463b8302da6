// Questions, verdicts and dismissals on a published edition of two nämnder: who sees which, what two do at once, and that what
// is said stays.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '$lib/domain/access';
import { standingDismissals, threadStatus, type ThreadSubject } from '$lib/domain/review';
import { accessOf, createUser } from '$lib/server/accounts/user';
import { auditPage } from '$lib/server/audit';
import { publishEdition } from '$lib/server/editions/publish';
import type { Reader } from '$lib/server/reader';
import { reviewServerWords } from '$lib/text/review-server';
import { addDismissal, listDismissals, type NewDismissal } from '$lib/server/review/dismissals';
import {
	addPost,
	listThreads,
	oneThread,
	openThread,
	waitingQuestions,
	type NewPost,
	type NewThread
} from '$lib/server/review/threads';
import { addVerdict, listVerdicts, type NewVerdict } from '$lib/server/review/verdicts';
import {
	readNewDismissal,
	readNewPost,
	readNewThread,
	readNewVerdict
} from '$lib/server/review/review-request';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
let karin: Reader;
let lars: Reader;
let maja: Reader;
let schools: Reader;

beforeAll(async () => {
	installation = await openInstallation();
	const ledger = csv(
		'datum;namnd;konto;leverantor;organisationsnummer;text;belopp;avtals_id',
		'2026-03-02;Utbildningsnämnden;74310;Nordvinge Data AB;559900-0014;Drift;1000,00;A-1',
		'2026-01-15;Äldrenämnden;74312;Vårdprogram Väst AB;559900-0022;Licens;2000,50;A-2'
	);
	const register = csv(
		'avtals_id;benamning;leverantor;organisationsnummer;namnd;avtalsstart;avtalsslut',
		'A-1;Skoldrift;Nordvinge Data AB;559900-0014;Utbildningsnämnden;2025-01-01;2027-12-31',
		'A-2;Vårdprogram;Vårdprogram Väst AB;559900-0022;Äldrenämnden;2025-01-01;2027-12-31'
	);
	accepted(await installation.receive('kostnader.csv', ledger));
	accepted(await installation.receive('avtal.csv', register));
	await publishEdition({ user: installation.controller }, installation.where);
	karin = await person('karin', 'member');
	lars = await person('lars', 'member');
	maja = await person('malin', 'controller');
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

const contract = (key: string): ThreadSubject => ({ kind: 'contract', key, name: `Avtal ${key}` });
const figure: ThreadSubject = { kind: 'figure', key: '/kostnader?enhet=kr', name: 'It-kostnad' };
let numbered = 0;

async function opened(reader: Reader, subject: ThreadSubject, draft: Partial<NewThread> = {}, now?: Date) {
	const words: NewThread = {
		subject,
		figure: null,
		edition: null,
		kind: 'question',
		text: `Fråga ${++numbered}`,
		...draft
	};
	const opening = await openThread(words, reader, installation.where, now);
	if (opening.outcome !== 'done') throw new Error(opening.outcome);
	return opening.thread;
}
async function said(reader: Reader, id: number, draft: NewPost, now?: Date) {
	const saying = await addPost(id, draft, reader, installation.where, now);
	if (saying.outcome !== 'done') throw new Error(saying.outcome);
	return saying;
}
const thread = (id: number, reader = karin) => oneThread(id, reader, installation.where);
const verdictOf = (contractId: string, draft: Partial<NewVerdict> = {}): NewVerdict => ({
	contractId,
	contractName: `Avtal ${contractId}`,
	verdict: 'forlang',
	reason: 'Det fungerar.',
	meeting: null,
	edition: null,
	after: 0,
	...draft
});
async function judged(reader: Reader, draft: NewVerdict) {
	const saving = await addVerdict(draft, reader, installation.where);
	if (saving.outcome !== 'done') throw new Error(saving.outcome);
	return saving;
}
const ofSupplier = (supplierKey: string) => ({ contractId: null, supplierKey, costKind: null, year: null });
const flag = (supplierKey: string, draft: Partial<NewDismissal> = {}): NewDismissal => ({
	flag: 'uncovered',
	subject: ofSupplier(supplierKey),
	name: 'Leverantören',
	takenBack: false,
	reason: 'Avtalet finns i pärmen.',
	amount: 100_000,
	edition: null,
	after: 0,
	...draft
});
async function dismissed(reader: Reader, draft: NewDismissal) {
	const saving = await addDismissal(draft, reader, installation.where);
	if (saving.outcome !== 'done') throw new Error(saving.outcome);
	return saving;
}

test('a question waits until it is answered, closes with a decision and opens again', async () => {
	const { id, posts } = await opened(karin, contract('A-1'), { text: 'Vad kostar flytten?' });
	const waiting = await waitingQuestions(karin, installation.where);
	expect(threadStatus(posts)).toBe('waiting');
	const statuses: string[] = [];
	for (const kind of ['answer', 'decision', 'reopening'] as const) {
		const { thread: told } = await said(maja, id, { kind, text: `Om ${kind}`, after: 0 });
		statuses.push(threadStatus(told.posts));
	}
	expect(statuses).toEqual(['answered', 'closed', 'waiting']);
	expect(await waitingQuestions(karin, installation.where)).toBe(waiting);
	await said(maja, id, { kind: 'answer', text: 'Så här', after: 0 });
	expect(await waitingQuestions(karin, installation.where)).toBe(waiting - 1);
	expect((await thread(id))?.posts.map(({ author, role, own }) => [author, role, own]).at(0)).toEqual([
		'karin',
		'member',
		true
	]);
});

test('an answer is kept also where a colleague wrote meanwhile, and both learn of the other', async () => {
	const { id, posts } = await opened(karin, contract('A-1'));
	const seen = posts.at(-1)?.id ?? 0;
	const [one, other] = await Promise.all([
		said(maja, id, { kind: 'answer', text: 'Från Maja', after: seen }),
		said(lars, id, { kind: 'answer', text: 'Från Lars', after: seen })
	]);
	expect((await thread(id))?.posts.map(({ text }) => text).slice(1)).toEqual(['Från Maja', 'Från Lars']);
	expect(one.meanwhile).toEqual([]);
	expect(other.meanwhile.map(({ author, text }) => [author, text])).toEqual([['malin', 'Från Maja']]);
});

test('what is sent again after a lost answer is said once, and what is said anew later is said twice', async () => {
	const start = new Date('2026-11-20T10:00:00Z');
	const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
	const first = await opened(karin, contract('A-1'), { text: 'Samma' }, start);
	expect((await opened(karin, contract('A-1'), { text: 'Samma' }, later(2))).id).toBe(first.id);
	expect((await opened(karin, contract('A-1'), { text: 'Samma' }, later(20))).id).not.toBe(first.id);
	expect((await opened(lars, contract('A-1'), { text: 'Samma' }, later(2))).id).not.toBe(first.id);

	const [asked] = first.posts;
	const answer: NewPost = { kind: 'answer', text: 'Ja', after: asked?.id ?? 0 };
	await said(maja, first.id, answer, later(3));
	await said(lars, first.id, { kind: 'question', text: 'Säkert?', after: 0 }, later(4));
	// The answer was lost: the page has not shown the own post.
	const retried = await said(maja, first.id, answer, later(5));
	expect(retried.thread.posts.map(({ text }) => text)).toEqual(['Samma', 'Ja', 'Säkert?']);
	expect(retried.meanwhile.map(({ author }) => author)).toEqual(['lars']);
	// All has been read, and the same words answer a new question.
	const again = { ...answer, after: retried.thread.posts.at(-1)?.id ?? 0 };
	expect((await said(maja, first.id, again, later(6))).thread.posts).toHaveLength(4);
	expect((await said(maja, first.id, again, later(7))).thread.posts).toHaveLength(4);
	expect((await said(maja, first.id, again, later(30))).thread.posts).toHaveLength(5);
});

test('two clicks at once open one thread', async () => {
	const before = (await listThreads(contract('A-2'), karin, installation.where)).length;
	await Promise.all([1, 2].map(() => opened(karin, contract('A-2'), { text: 'Dubbelklick' })));
	expect(await listThreads(contract('A-2'), karin, installation.where)).toHaveLength(before + 1);
});

test('somebody of one nämnd reads what is said about its contracts and nothing about others’', async () => {
	const own = await opened(karin, contract('A-1'));
	const foreign = await opened(karin, contract('A-2'));
	expect((await thread(own.id, schools))?.posts[0]?.author).toBe('karin');
	expect(await thread(foreign.id, schools)).toBeNull();
	expect(
		await addPost(foreign.id, { kind: 'answer', text: 'Hej', after: 0 }, schools, installation.where)
	).toEqual({ outcome: 'missing' });
	const words: NewThread = {
		subject: contract('A-2'),
		figure: null,
		edition: null,
		kind: 'note',
		text: 'Min'
	};
	expect(await openThread(words, schools, installation.where)).toEqual({ outcome: 'no_subject' });
	const seen = await listThreads(null, schools, installation.where);
	expect(seen.map(({ subject }) => subject.key)).not.toContain('A-2');
	expect(await waitingQuestions(schools, installation.where)).toBe(
		seen.filter(({ posts }) => threadStatus(posts) === 'waiting').length
	);
});

test('a figure that somebody of the whole municipality asks about is not told to one nämnd, but the other way', async () => {
	const whole = await opened(karin, figure, { figure: '173,3 mnkr' });
	const part = await opened(schools, figure, { figure: '48,1 mnkr' });
	expect(await thread(whole.id, schools)).toBeNull();
	expect((await thread(part.id, schools))?.figure).toBe('48,1 mnkr');
	expect((await thread(part.id))?.figure).toBe('48,1 mnkr');
	const moved: Reader = { ...schools, access: { ...schools.access, units: ['Äldrenämnden'] } };
	expect(await thread(part.id, moved)).toBeNull();
});

test('on a contract that has left the register all stands for the whole municipality', async () => {
	const gone = await opened(karin, contract('A-9'), { text: 'Vart tog det vägen?' });
	await judged(karin, verdictOf('A-9'));
	expect((await listThreads(contract('A-9'), lars, installation.where)).map(({ id }) => id)).toEqual([
		gone.id
	]);
	expect(await listVerdicts('A-9', lars, installation.where)).toHaveLength(1);
	expect(await listThreads(contract('A-9'), schools, installation.where)).toEqual([]);
	expect(await listVerdicts('A-9', schools, installation.where)).toEqual([]);
});

test('of two verdicts saved at once both are kept and the later one stands', async () => {
	const [one, other] = await Promise.all([
		judged(karin, verdictOf('A-1')),
		judged(lars, verdictOf('A-1', { verdict: 'sag_upp', reason: 'För dyrt.' }))
	]);
	expect(one.meanwhile).toEqual([]);
	expect(other.meanwhile.map(({ author, verdict }) => [author, verdict])).toEqual([['karin', 'forlang']]);
	const saved = await listVerdicts('A-1', maja, installation.where);
	expect(saved.map(({ author, verdict }) => [author, verdict])).toEqual([
		['lars', 'sag_upp'],
		['karin', 'forlang']
	]);
	const after = saved[0]?.id ?? 0;
	expect(
		(await judged(lars, verdictOf('A-1', { verdict: 'sag_upp', reason: 'För dyrt.' }))).verdicts
	).toHaveLength(2);
	expect((await judged(karin, verdictOf('A-1', { after }))).verdicts[0]?.author).toBe('karin');
	expect(
		(await listVerdicts(null, schools, installation.where)).map(({ contractId }) => contractId)
	).not.toContain('A-9');
	expect(await addVerdict(verdictOf('A-1', { meeting: 99 }), karin, installation.where)).toEqual({
		outcome: 'no_meeting'
	});
	expect(await addVerdict(verdictOf('A-1', { edition: 99 }), karin, installation.where)).toEqual({
		outcome: 'no_edition'
	});
});

test('a dismissed flag stands with its reason until it is taken up again', async () => {
	const { dismissals } = await dismissed(karin, flag('559900-0014'));
	expect([...standingDismissals(dismissals).values()].map(({ author, reason }) => [author, reason])).toEqual([
		['karin', 'Avtalet finns i pärmen.']
	]);
	await dismissed(karin, flag('559900-0014'));
	expect(await listDismissals(karin, installation.where)).toHaveLength(1);
	await dismissed(lars, flag('559900-0014', { takenBack: true, reason: 'Pärmen var tom.' }));
	const all = await listDismissals(maja, installation.where);
	expect(all.map(({ reason }) => reason)).toEqual(['Avtalet finns i pärmen.', 'Pärmen var tom.']);
	expect(standingDismissals(all).size).toBe(0);
});

test('what one nämnd dismisses still stands for the whole, and it is not told what the whole came to', async () => {
	await dismissed(schools, flag('559900-0014', { reason: 'Vår del är avtalad.', amount: 40_000 }));
	const whole = await listDismissals(karin, installation.where);
	expect(whole.at(-1)).toMatchObject({ covers: false, units: ['Utbildningsnämnden'], amount: 40_000 });
	expect(standingDismissals(whole).size).toBe(0);
	expect(standingDismissals(await listDismissals(schools, installation.where)).size).toBe(1);

	await dismissed(karin, flag('559900-0014', { reason: 'Hela är avtalad.', amount: 900_000 }));
	const part = await listDismissals(schools, installation.where);
	expect(part.at(-1)).toMatchObject({ reason: 'Hela är avtalad.', covers: true, units: null, amount: null });

	await dismissed(karin, flag('559900-0022', { reason: 'En annan nämnds.' }));
	expect((await listDismissals(schools, installation.where)).map(({ reason }) => reason)).not.toContain(
		'En annan nämnds.'
	);
	expect(await addDismissal(flag('559900-0022'), schools, installation.where)).toEqual({
		outcome: 'no_subject'
	});
});

test.each(['thread', 'post', 'verdict', 'dismissal'])(
	'what stands in %s is neither changed nor removed',
	async (table) => {
		const { $client } = installation.where.database;
		for (const statement of [`UPDATE ${table} SET author = author`, `DELETE FROM ${table}`])
			await expect($client.execute(statement)).rejects.toThrow(/append-only/);
	}
);

test('a personnummer is refused in every text, and the log holds none of the texts', async () => {
	const number = '19811218-9876';
	const about = { subject: contract('A-1'), figure: null, edition: null, kind: 'question' };
	const requests = [
		readNewThread({ ...about, text: `Gäller ${number}` }),
		readNewPost({ kind: 'answer', text: number, after: 0 }),
		readNewVerdict(verdictOf('A-1', { reason: `Ring ${number}` })),
		readNewDismissal(flag('559900-0014', { reason: number }))
	];
	for (const request of requests)
		expect(request).toMatchObject({ outcome: 'refused', message: expect.stringContaining('personnummer') });
	// Nine letters tell nobody why a flag is put aside; a tenth may.
	expect(readNewDismissal(flag('559900-0014', { reason: 'Vet redan.' }))).toMatchObject({ outcome: 'asked' });
	expect(readNewDismissal(flag('559900-0014', { reason: ' Vet redan ' }))).toEqual({
		outcome: 'refused',
		message: reviewServerWords.shortReason
	});
	expect(readNewThread({ ...about, text: '   ' })).toMatchObject({ outcome: 'refused' });
	expect(readNewThread({ ...about, text: 'x'.repeat(4_001) })).toMatchObject({ outcome: 'refused' });
	expect(readNewThread({ ...about, text: 'Vad?' })).toMatchObject({ outcome: 'asked' });

	const { rows } = await auditPage(installation.where.database, 1);
	const told = JSON.stringify(rows);
	for (const text of ['Vad kostar flytten?', 'Det fungerar.', 'Pärmen var tom.'])
		expect(told).not.toContain(text);
	expect(rows.map(({ action }) => action)).toEqual(
		expect.arrayContaining([
			'thread_opened',
			'thread_closed',
			'thread_reopened',
			'verdict_saved',
			'flag_taken_up'
		])
	);
});

test('a figure is known by the address of one of our own pages, with the rows that lie open', () => {
	const ask = (key: string) =>
		readNewThread({
			subject: { ...figure, key },
			figure: '1 kr',
			edition: 1,
			kind: 'question',
			text: 'Varför?'
		});
	expect(ask('/kostnader?enhet=kr&utgava=3&rader=%7B%22a%22%3A1%7D')).toMatchObject({
		asked: { subject: { key: '/kostnader?enhet=kr&rader=%7B%22a%22%3A1%7D' } }
	});
	for (const key of [
		'https://annan.se/kostnader',
		'//annan.se',
		'/admin',
		'kostnader',
		'/kostnader?rader=198112189876'
	])
		expect(ask(key)).toMatchObject({ outcome: 'refused' });
});
