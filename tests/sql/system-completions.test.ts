// What people fill in of systems: who may, and what the next edition makes of it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseIsoDay } from '$lib/domain/day';
import { sovereigntyLevel } from '$lib/domain/sovereignty';
import { accessOf, createUser } from '$lib/server/accounts/user';
import { completionFile } from '$lib/server/completions/completion-files';
import { readCompletion } from '$lib/server/completions/completion-request';
import { listCompletions, saveCompletion } from '$lib/server/completions/completions';
import { linesOfRecord } from '$lib/server/completions/register';
import { publishEdition } from '$lib/server/editions/publish';
import { auditPage } from '$lib/server/audit';
import type { Reader } from '$lib/server/reader';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
/** The import of the register. */
let register: number;
let maja: Reader;
let schools: Reader;

beforeAll(async () => {
	installation = await openInstallation();
	register = accepted(
		await installation.receive(
			'system.csv',
			csv(
				'system_id;namn;namnd;anvands_av;leverantor;api',
				'S-1;Portalen;Utbildningsnämnden;;;okänt',
				'S-2;Journalen;Äldrenämnden;;Norr Data AB;ja'
			)
		)
	).id;
	await publish();
	maja = {
		user: installation.controller,
		access: { role: 'controller', rights: ['komplettera'], units: null }
	};
	const user = await createUser(installation.where.database, {
		username: 'skola',
		name: 'skola',
		password: 'tre gröna båtar',
		role: 'reader',
		rights: ['komplettera'],
		units: ['Utbildningsnämnden']
	});
	schools = { user, access: accessOf(user) };
});
afterAll(() => installation.close());

const publish = () => publishEdition({ user: installation.controller }, installation.where);
function today() {
	const day = parseIsoDay('2026-08-31');
	if (!day) throw new Error('Not a day');
	return day;
}
const read = (system: string, field: string, value: string) =>
	readCompletion(
		{
			act: 'save',
			system,
			field,
			value,
			source: 'Systemägaren, möte',
			sourceDay: '2026-08-30',
			after: null
		},
		today()
	);
async function save(reader: Reader, ...what: Parameters<typeof read>) {
	const asked = read(...what);
	if (asked.outcome === 'refused') throw new Error(asked.message);
	return saveCompletion(asked.asked, reader, installation.where);
}
const lineOf = async (id: string) => (await linesOfRecord('system', id, installation.where))[0];

test('a level is one of five, and a request is about one record', () => {
	expect(read('S-1', 'sov_data', '5').outcome).toBe('refused');
	expect(read('S-1', 'sov_data', '3')).toMatchObject({
		outcome: 'asked',
		asked: { kind: 'system', value: '3' }
	});
	expect(read('S-1', 'class_integrity', '3').outcome).toBe('asked');
	expect(read('S-1', 'class_integrity', '4')).toMatchObject({
		outcome: 'refused',
		message: expect.stringContaining('nivå 4 får inte finnas') as unknown
	});
	const both = { act: 'take_back', contract: 'A-1', system: 'S-1', field: 'supplier', after: null };
	expect(readCompletion(both, today()).outcome).toBe('refused');
});

test('what is filled in comes with the next edition, and only where the register says nothing', async () => {
	expect((await save(maja, 'S-1', 'supplier', 'Söder System AB')).outcome).toBe('done');
	expect((await save(maja, 'S-1', 'sov_data', '2')).outcome).toBe('done');
	expect((await save(maja, 'S-1', 'used_by', 'Utbildningsnämnden|Äldrenämnden')).outcome).toBe('done');
	expect((await save(schools, 'S-1', 'users', '120')).outcome).toBe('done');
	expect((await save(schools, 'S-1', 'api', 'nej')).outcome).toBe('done');
	expect(await save(schools, 'S-1', 'used_by', 'Äldrenämnden')).toEqual({ outcome: 'withheld' });
	expect(await save(schools, 'S-2', 'users', '5')).toEqual({ outcome: 'missing' });
	expect(await save(maja, 'S-2', 'supplier', 'Annat AB')).toEqual({
		outcome: 'filled',
		value: 'Norr Data AB'
	});
	expect((await lineOf('S-1'))?.completed).toBeNull();

	await publish();
	const line = await lineOf('S-1');
	expect(line).toMatchObject({
		supplier: 'Söder System AB',
		supplier_key: 'SÖDER SYSTEM AB',
		users: 120,
		api: 'nej',
		sov_data: 2,
		completed: 'supplier|sov_data|used_by|users|api'
	});
	expect(sovereigntyLevel(line ?? {})).toMatchObject({ low: 0, high: 2, known: 1 });
	expect(await lineOf('S-2')).toMatchObject({ completed: null, supplier: 'Norr Data AB' });

	// Who sees some nämnder is not told which others use a system.
	const seen = await listCompletions(schools, installation.where);
	expect(seen.map(({ field }) => field)).toEqual(['supplier', 'sov_data', 'users', 'api']);
});

test('the file to feed back to the register holds the completed systems', async () => {
	const file = await completionFile('system', maja, installation.where);
	const [head, ...lines] = (file?.content ?? '').trim().split('\r\n');
	expect(head).toContain('system_id;namn;');
	expect(head).toContain(';suv_data;');
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatch(/^S-1;Portalen;.*Söder System AB/);
	expect(await completionFile('avtal', maja, installation.where)).toBeNull();
	const sources = (await completionFile('kallor', maja, installation.where))?.content ?? '';
	expect(sources).toContain(';S-1;suv_data;2;Systemägaren, möte;2026-08-30;');
});

test('classes and integrations are completed by controllers, and nobody else is told of them', async () => {
	expect((await save(maja, 'S-1', 'class_integrity', '3')).outcome).toBe('done');
	expect((await save(maja, 'S-1', 'integrations', '12')).outcome).toBe('done');
	const member: Reader = { ...maja, access: { role: 'member', rights: ['komplettera'], units: null } };
	for (const field of ['class_integrity', 'integrations'])
		expect(await save(member, 'S-2', field, '1')).toEqual({ outcome: 'for_controllers' });
	const fields = async (reader: Reader) =>
		(await listCompletions(reader, installation.where)).map(({ field }) => field);
	expect(await fields(maja)).toEqual(expect.arrayContaining(['class_integrity', 'integrations']));
	for (const reader of [member, schools]) {
		expect(await fields(reader)).not.toContain('class_integrity');
		expect(await fields(reader)).not.toContain('integrations');
	}

	await publish();
	expect(await lineOf('S-1')).toMatchObject({ class_integrity: 3, integrations: 12 });
	// The log is read by administrators, who are not sent them.
	const logged = (await auditPage(installation.where.database, 1)).rows.filter(
		({ action }) => action === 'completion_saved'
	);
	const detailOf = (field: string) =>
		logged.find(({ detail }) => JSON.stringify(detail).includes(`"${field}"`))?.detail;
	expect(detailOf('klassning_r')).toEqual({ field: 'klassning_r' });
	expect(detailOf('integrationer')).toEqual({ field: 'integrationer' });

	const own = (await completionFile('system', maja, installation.where))?.content ?? '';
	expect(own).toContain(';klassning_r;');
	const theirs = (await completionFile('system', member, installation.where))?.content ?? '';
	expect(theirs).toContain('system_id;namn;');
	expect(theirs).not.toMatch(/klassning_|integrationer|beskrivning/);
	const sources = (await completionFile('kallor', member, installation.where))?.content ?? '';
	expect(sources).not.toMatch(/klassning_|integrationer/);
});

test('what is completed stands when the file is read in again without it', async () => {
	accepted(
		await installation.receive(
			'system.csv',
			csv('system_id;namn;namnd;leverantor;klassning_r', 'S-1;Nya portalen;Utbildningsnämnden;;'),
			{ replaces: register }
		)
	);
	await publish();
	expect(await lineOf('S-1')).toMatchObject({
		name: 'Nya portalen',
		class_integrity: 3,
		integrations: 12,
		users: 120
	});
});
