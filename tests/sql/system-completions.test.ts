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
import type { Reader } from '$lib/server/reader';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
let maja: Reader;
let schools: Reader;

beforeAll(async () => {
	installation = await openInstallation();
	accepted(
		await installation.receive(
			'system.csv',
			csv(
				'system_id;namn;namnd;anvands_av;leverantor;api',
				'S-1;Portalen;Utbildningsnämnden;;;okänt',
				'S-2;Journalen;Äldrenämnden;;Norr Data AB;ja'
			)
		)
	);
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
	expect(read('S-1', 'class_integrity', '3').outcome).toBe('refused');
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
