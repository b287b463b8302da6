// What the routes of rules and locks answer: statuses, files and sentences. Who may ask is for the route matrix.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isHttpError } from '@sveltejs/kit';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUser, type User } from '$lib/server/accounts/user';
import { auditPage } from '$lib/server/audit';
import { database } from '$lib/server/database/connect';
import { migrate } from '$lib/server/database/migrate';
import { defaultRules } from '$lib/tagging/default-rules';
import { ruleSetSchema, type RuleSet } from '$lib/tagging/rule';
import { POST as lockMonths } from '../../../src/routes/(app)/taggning/las/+server';
import { DELETE as unlockMonths } from '../../../src/routes/(app)/taggning/las/[id]/+server';
import { GET as download, POST as send } from '../../../src/routes/(app)/taggning/regler/+server';

let folder: string;
let user: User;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'genomlys-taggning-'));
	process.env.DATA_DIR = folder;
	await migrate(database());
	user = await createUser(database(), {
		username: 'maja',
		name: 'Maja Lindqvist',
		password: 'tre gröna båtar',
		role: 'controller'
	});
});
afterAll(async () => {
	database().$client.close();
	await rm(folder, { recursive: true });
});

interface Answer {
	status: number;
	body: unknown;
	headers: Headers;
}

/** Asks a route's own function as the server would, signed in. */
async function ask(
	handler: (event: never) => Response | Promise<Response>,
	path: string,
	method: 'GET' | 'POST' | 'DELETE',
	body?: unknown,
	params: Record<string, string> = {}
): Promise<Answer> {
	const url = new URL(path, 'http://localhost');
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const request = new Request(url, { method, body: method === 'GET' ? undefined : text });
	const event = { locals: { user }, url, request, params };
	try {
		const response = await handler(event as never);
		const sent = await response.text();
		return { status: response.status, body: sent ? JSON.parse(sent) : null, headers: response.headers };
	} catch (refusal) {
		if (!isHttpError(refusal)) throw refusal;
		return { status: refusal.status, body: refusal.body, headers: new Headers() };
	}
}

const get = (query = '') => ask(download, `/taggning/regler${query}`, 'GET');
const post = (body: unknown) => ask(send, '/taggning/regler', 'POST', body);
const lock = (body: unknown) => ask(lockMonths, '/taggning/las', 'POST', body);
const unlock = (id: string, body: unknown) =>
	ask(unlockMonths, `/taggning/las/${id}`, 'DELETE', body, { id });

const handTag = {
	rad: 'a'.repeat(32),
	belopp: 100_00,
	visas: '2026-03-04 745 Nordvinge Data AB',
	satt: { it_kostnad: 'ja' as const },
	av: '',
	datum: '2026-03-05'
};
const changed: RuleSet = {
	...defaultRules,
	regler: defaultRules.regler.map((rule, place) => (place === 0 ? { ...rule, agare: 'Maja' } : rule)),
	handtaggar: [handTag]
};
const first = defaultRules.version;

test('rules are saved, downloaded for a neighbour or whole, and restored', async () => {
	expect(await post({ basedOn: first, note: 'Ägare', set: changed })).toMatchObject({
		status: 200,
		body: { version: first + 1, masked: 0 }
	});
	expect(await post({ basedOn: first + 1, set: changed })).toMatchObject({ body: { version: first + 1 } });

	const file = await get();
	expect(file.headers.get('Content-Disposition')).toBe(
		`attachment; filename="taggregler-v${first + 1}.json"`
	);
	expect(JSON.stringify(file.body)).not.toMatch(/andrad|handtaggar/);
	const read = v.parse(ruleSetSchema, file.body);
	expect(read.regler).toEqual(changed.regler);

	const whole = v.parse(ruleSetSchema, (await get('?allt=ja')).body);
	expect(whole.handtaggar).toMatchObject([{ rad: handTag.rad, av: 'Maja Lindqvist' }]);
	expect(whole.regler[0]?.andrad?.version).toBe(first + 1);
	expect((await get(`?version=${first}`)).body).toMatchObject({ version: first, forfattare: 'Genomlys' });
	const [event] = (await auditPage(database(), 1)).rows;
	expect(event).toMatchObject({ action: 'export', subject: `taggregler-v${first}.json` });

	expect(await post({ basedOn: first + 1, restore: first })).toMatchObject({
		status: 200,
		body: { version: first + 2 }
	});
	expect(v.parse(ruleSetSchema, (await get()).body).regler).toEqual(defaultRules.regler);
});

test('a version that does not exist is not found', async () => {
	for (const version of ['999', '0', 'två', '']) {
		expect(await get(`?version=${version}`)).toMatchObject({
			status: 404,
			body: { message: `Regelversion ${version} finns inte.` }
		});
	}
	const { body } = await get();
	expect(await post({ basedOn: v.parse(ruleSetSchema, body).version, restore: 999 })).toMatchObject({
		status: 404,
		body: { message: 'Regelversion 999 finns inte.' }
	});
});

test('what cannot be saved is answered with why', async () => {
	expect(await post({ basedOn: first + 77, set: changed })).toMatchObject({
		status: 409,
		body: {
			message: expect.stringMatching(/^Maja Lindqvist har sparat regelversion \d+ sedan du började/),
			current: { author: 'Maja Lindqvist', created: expect.stringMatching(/^\d{4}-/) }
		}
	});
	expect(await post('inte json')).toMatchObject({ status: 400 });
	expect(await post('')).toMatchObject({ status: 400 });
	const nameless = { ...changed, regler: [{ ...changed.regler[0], satt: {} }] };
	expect(await post({ basedOn: first, set: nameless })).toMatchObject({
		status: 422,
		body: { message: expect.stringMatching(/^Regel 1 ”.+”: Regeln sätter inget/) }
	});
	expect(await post({ basedOn: first, note: 'x'.repeat(5 << 20), set: changed })).toMatchObject({
		status: 413
	});
});

test('months are locked, and unlocked with a reason', async () => {
	const made = await lock({ name: ' T2 2026 ', from: '2026-01', to: '2026-08' });
	expect(made).toMatchObject({
		status: 201,
		body: { lock: { name: 'T2 2026', period: { from: '2026-01', to: '2026-08' }, by: 'Maja Lindqvist' } }
	});
	expect(await lock({ name: 'Igen', from: '2026-01', to: '2026-08' })).toMatchObject({ status: 409 });
	expect(await unlock('1', { reason: ' ' })).toMatchObject({
		status: 422,
		body: { message: 'Skriv varför perioden låses upp. Inget är ändrat.' }
	});
	expect(await unlock('1', { reason: 'Rättas' })).toMatchObject({ status: 204, body: null });
	expect(await unlock('1', { reason: 'Rättas' })).toMatchObject({ status: 404 });
	expect(await unlock('ett', { reason: 'Rättas' })).toMatchObject({ status: 404 });
	expect(await unlock('1', '')).toMatchObject({ status: 400 });
});

test.each<[string, unknown, RegExp]>([
	['no name', { name: ' ', from: '2026-01', to: '2026-08' }, /^Skriv vad som är rapporterat/],
	['no month', { name: 'T2', from: '2026-1', to: '2026-08' }, /^Skriv första och sista månaden/],
	['a month less', { name: 'T2', from: '2026-01' }, /^Skriv första och sista månaden|^Låset går inte/],
	[
		'months the wrong way round',
		{ name: 'T2', from: '2026-08', to: '2026-01' },
		/^Sista månaden ligger före/
	],
	[
		'a long name',
		{ name: 'T'.repeat(101), from: '2026-01', to: '2026-08' },
		/^Texten är längre än 100 tecken/
	],
	['a list', [], /^Låset går inte att läsa/]
])('a lock with %s is refused', async (_what, body, message) => {
	expect(await lock(body)).toMatchObject({
		status: 422,
		body: { message: expect.stringMatching(message) }
	});
});
