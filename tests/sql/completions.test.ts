// Completions of the register, on a published edition of two nämnder: who may, what is kept, and what an edition makes of it.
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as v from 'valibot';
import type { Role } from '$lib/domain/access';
import { parseIsoDay } from '$lib/domain/day';
import { accessOf, createUser } from '$lib/server/accounts/user';
import { auditPage } from '$lib/server/audit';
import { readCompletion } from '$lib/server/completions/completion-request';
import { completionFile } from '$lib/server/completions/completion-files';
import { listCompletions, saveCompletion } from '$lib/server/completions/completions';
import { linesOfRecord, seenLines } from '$lib/server/completions/register';
import { edition } from '$lib/server/database/schema';
import { listImports } from '$lib/server/editions/imports';
import { manifestSchema } from '$lib/server/editions/manifest';
import { publishEdition } from '$lib/server/editions/publish';
import { renewOutdatedEdition } from '$lib/server/editions/renew-edition';
import type { Reader } from '$lib/server/reader';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

// Most of these publish twice.
vi.setConfig({ testTimeout: 30_000 });

let installation: TestInstallation;
let maja: Reader;
let schools: Reader;

const header =
	'avtals_id;benamning;leverantor;namnd;avtalsstart;avtalsslut;uppsagningstid_manader;takvolym;upphandlingsforfarande;exitplan';
const portal = 'A-1;Portalen;Norr Data AB;Utbildningsnämnden;2022-07-01;2027-06-30;;;okänt;';
const care = 'A-2;Journalen;Norr Data AB;Äldrenämnden;2022-07-01;;;;öppet;ja';

beforeEach(async () => {
	installation = await openInstallation();
	await newRegister(portal, care);
	await publish();
	maja = {
		user: installation.controller,
		access: { role: 'controller', rights: ['komplettera'], units: null }
	};
	schools = await person('skola', 'reader', ['Utbildningsnämnden']);
});
afterEach(() => installation.close());

async function person(name: string, role: Role, units: string[] | null): Promise<Reader> {
	const user = await createUser(installation.where.database, {
		username: name,
		name,
		password: 'tre gröna båtar',
		role,
		rights: ['komplettera'],
		units
	});
	return { user, access: accessOf(user) };
}

/** Reads in the register, in the place of the one before. */
async function newRegister(...lines: string[]) {
	const [before] = (await listImports(installation.where)).filter(({ status }) => status === 'active');
	accepted(await installation.receive('avtal.csv', csv(header, ...lines), { replaces: before?.id }));
}

const publish = () => publishEdition({ user: installation.controller }, installation.where);

function today() {
	const day = parseIsoDay('2026-08-31');
	if (!day) throw new Error('Not a day');
	return day;
}

function asked(contract: string, field: string, value: string, after: number | null = null) {
	const body = {
		act: 'save',
		contract,
		field,
		value,
		source: 'Avtalet, bilaga 4',
		sourceDay: '2026-08-30',
		after
	};
	const read = readCompletion(body, today());
	if (read.outcome === 'refused') throw new Error(read.message);
	return read.asked;
}
const save = (reader: Reader, ...what: Parameters<typeof asked>) =>
	saveCompletion(asked(...what), reader, installation.where);
function takeBack(reader: Reader, contract: string, field: string, after: number | null) {
	const read = readCompletion({ act: 'take_back', contract, field, after }, today());
	if (read.outcome === 'refused') throw new Error(read.message);
	return saveCompletion(read.asked, reader, installation.where);
}
async function saved(...what: Parameters<typeof save>) {
	const saving = await save(...what);
	if (saving.outcome !== 'done') throw new Error(saving.outcome);
	return saving.completion;
}
const lineOf = async (contract: string) => (await linesOfRecord('contract', contract, installation.where))[0];

test('what is completed comes with the next edition, its days computed anew, and tells that it is completed', async () => {
	expect(await lineOf('A-1')).toMatchObject({ notice_months: null, notice_day: null, completed: null });
	await saved(maja, 'A-1', 'notice_months', '6 mån');
	await saved(maja, 'A-1', 'procedure', 'Öppet');
	await saved(maja, 'A-1', 'ceiling', '12 000 000,50');
	await publish();
	expect(await lineOf('A-1')).toMatchObject({
		notice_months: 6,
		notice_day: '2026-12-31',
		last_safe_start: '2025-12-31',
		procedure: 'öppet',
		ceiling: 12_000_000_50,
		completed: 'notice_months|procedure|ceiling'
	});
	expect(await lineOf('A-2')).toMatchObject({ completed: null });
});

test('whoever sees some nämnder completes what they own, and neither sees nor sets a ceiling', async () => {
	expect((await save(schools, 'A-1', 'bids', '3')).outcome).toBe('done');
	expect(await save(schools, 'A-2', 'bids', '3')).toEqual({ outcome: 'missing' });
	expect(await save(schools, 'A-1', 'ceiling', '1000')).toEqual({ outcome: 'withheld' });
	await saved(maja, 'A-1', 'ceiling', '1000');
	await saved(maja, 'A-2', 'bids', '2');
	const seen = await listCompletions(schools, installation.where);
	expect(seen.map(({ recordId, field }) => [recordId, field])).toEqual([['A-1', 'bids']]);
	await publish();
	const [line, ...others] = (await seenLines('contract', schools.access, installation.where))?.lines ?? [];
	expect(others).toEqual([]);
	expect(line).toMatchObject({ contract_id: 'A-1', bids: 3, ceiling: null, completed: 'bids' });
});

test('a contract that is used but owned by another nämnd is seen and not completed', async () => {
	const ledger = csv(
		'datum;namnd;konto;leverantor;belopp;avtals_id',
		'2026-03-02;Utbildningsnämnden;74310;Norr Data AB;1000,00;A-2'
	);
	accepted(await installation.receive('kostnader.csv', ledger));
	await publish();
	expect(await save(schools, 'A-2', 'bids', '3')).toEqual({ outcome: 'not_own' });
});

test('a field that the register has is refused with what it says', async () => {
	expect(await save(maja, 'A-1', 'end_day', '2028-06-30')).toEqual({
		outcome: 'filled',
		value: '2027-06-30'
	});
	expect(await save(maja, 'A-2', 'exit_plan', 'nej')).toEqual({ outcome: 'filled', value: 'ja' });
});

test('of two who complete at the same time the second is told of the first, and nothing is lost', async () => {
	const [one, other] = await Promise.all([
		save(maja, 'A-1', 'notice_months', '6'),
		save(schools, 'A-1', 'notice_months', '3')
	]);
	expect(one.outcome).toBe('done');
	expect(other).toMatchObject({
		outcome: 'newer',
		standing: { value: '6', author: 'Maja Lindqvist', source: 'Avtalet, bilaga 4' }
	});
	const first = one.outcome === 'done' ? one.completion.id : null;
	expect((await save(schools, 'A-1', 'notice_months', '3', first)).outcome).toBe('done');
	const all = await listCompletions(maja, installation.where);
	expect(all.map(({ value, author }) => [value, author])).toEqual([
		['6', 'Maja Lindqvist'],
		['3', 'skola']
	]);
});

test('what is taken back is gone from the next edition and stays in the history', async () => {
	const { id } = await saved(maja, 'A-1', 'notice_months', '6');
	await publish();
	expect((await takeBack(maja, 'A-1', 'notice_months', null)).outcome).toBe('newer');
	expect((await takeBack(maja, 'A-1', 'notice_months', id)).outcome).toBe('done');
	expect((await takeBack(maja, 'A-1', 'notice_months', null)).outcome).toBe('nothing');
	await publish();
	expect(await lineOf('A-1')).toMatchObject({ notice_months: null, notice_day: null, completed: null });
	expect((await listCompletions(maja, installation.where)).map(({ value }) => value)).toEqual(['6', null]);
});

test('a register that is read in again keeps every completion on its contract, also one that was away', async () => {
	await saved(maja, 'A-1', 'notice_months', '6');
	await saved(maja, 'A-2', 'end_day', '2028-12-31');
	await newRegister(care.replace('Journalen', 'Journalen och mer'));
	await publish();
	expect(await lineOf('A-1')).toBeUndefined();
	expect(await lineOf('A-2')).toMatchObject({ end_day: '2028-12-31', completed: 'end_day' });
	await newRegister(care, portal);
	await publish();
	expect(await lineOf('A-1')).toMatchObject({ notice_months: 6, completed: 'notice_months' });
	expect(await lineOf('A-2')).toMatchObject({ end_day: '2028-12-31', notice_months: null });
});

test('when the register gets a word of its own it stands, and the completion is kept beside it', async () => {
	await saved(maja, 'A-1', 'notice_months', '6');
	await newRegister(portal.replace(';;;okänt', ';3;;okänt'), care);
	await publish();
	expect(await lineOf('A-1')).toMatchObject({ notice_months: 3, notice_day: '2027-03-31', completed: null });
	expect(await save(maja, 'A-1', 'notice_months', '6')).toEqual({ outcome: 'filled', value: '3' });
});

test('an edition that is built anew has the completions that it had', async () => {
	const { where } = installation;
	const { id } = await saved(maja, 'A-1', 'notice_months', '6');
	await publish();
	await saved(maja, 'A-1', 'bids', '4');
	const [current] = await where.database.select().from(edition).where(eq(edition.status, 'current'));
	const manifest = v.parse(manifestSchema, current?.manifest);
	expect(manifest.completion).toBe(id);
	await where.database
		.update(edition)
		.set({ manifest: { ...manifest, format: 3 } })
		.where(eq(edition.id, manifest.edition));
	expect((await renewOutdatedEdition(where)).outcome).toBe('renewed');
	expect(await lineOf('A-1')).toMatchObject({ completed: 'notice_months', bids: null });
});

test('the file of completed contracts is read in as a register, and says what was completed', async () => {
	await saved(maja, 'A-1', 'notice_months', '6');
	await saved(maja, 'A-1', 'ceiling', '12000000,5');
	expect(await completionFile('avtal', schools, installation.where)).toMatchObject({
		content: expect.not.stringContaining('takvolym')
	});
	const file = await completionFile('avtal', maja, installation.where);
	if (!file) throw new Error('No file');
	expect(file.content).not.toContain('A-2');
	accepted(await installation.receive(file.name, file.content));
	await publish();
	const lines = await linesOfRecord('contract', 'A-1', installation.where);
	expect(lines).toHaveLength(2);
	expect(lines[1]).toMatchObject({
		title: 'Portalen',
		notice_months: 6,
		ceiling: 12_000_000_50,
		notice_day: '2026-12-31',
		completed: expect.not.stringContaining('notice')
	});
});

test('the file of sources tells each standing answer, its source and who completed it', async () => {
	await saved(maja, 'A-2', 'bids', '2');
	const gone = await saved(maja, 'A-1', 'notice_months', '6');
	await takeBack(maja, 'A-1', 'notice_months', gone.id);
	const lines =
		(await completionFile('kallor', maja, installation.where))?.content.trim().split('\r\n') ?? [];
	expect(lines).toHaveLength(2);
	expect(lines[0]).toContain('avtals_id;system_id;falt;varde;kalla;kalla_datum;kompletterad_av;kompletterad');
	expect(lines[1]).toContain('A-2;;antal_anbud;2;Avtalet, bilaga 4;2026-08-30;Maja Lindqvist;');
});

test('who completed what is in the log', async () => {
	const { id } = await saved(maja, 'A-1', 'notice_months', '6');
	await takeBack(maja, 'A-1', 'notice_months', id);
	const [back, first] = (await auditPage(installation.where.database, 1)).rows;
	expect(first).toMatchObject({
		action: 'completion_saved',
		subject: 'A-1',
		detail: { field: 'uppsagningstid_manader', before: null, after: '6' }
	});
	expect(back).toMatchObject({ action: 'completion_taken_back', detail: { before: '6', after: null } });
});
