import { readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/cli/build-if-needed';
import { routePermissions } from '$lib/server/route-permissions';
import { demoServer } from './demo-server';
import { methods, refused, routeLines, type Method, type RouteLine } from './route-lines';
import { bringVisitors, visitors, type Visitor, type Visitors } from './visitors';

const routes = join(projectRoot, 'src', 'routes');
const origin = demoServer().origin;
let people: Visitors;

beforeAll(async () => {
	people = await bringVisitors('matris');
});
afterAll(() => people.close());

/** The ids of the routes on disk, as Kit names them. */
function routesOnDisk(): string[] {
	const files = readdirSync(routes, { recursive: true, encoding: 'utf8' });
	const ids = files
		.filter((file) => /(^|[\\/])\+(server\.ts|page(@.*)?\.svelte|page\.server\.ts)$/.test(file))
		.map((file) => relative('.', dirname(file)).split(sep).join('/'));
	return [...new Set(ids.map((folder) => `/${folder}`))].sort();
}

function send(line: RouteLine, method: Method, visitor: Visitor): Promise<Response> {
	const path = method === 'POST' ? (line.postPath ?? line.path) : line.path;
	return people.request(visitor, path.replace('USER', people.user('reader').id), {
		method,
		headers: { Accept: 'text/html', Origin: origin },
		body: method === 'GET' ? undefined : new URLSearchParams()
	});
}

test('every route on disk has a line in the matrix and in the permissions', () => {
	const onDisk = routesOnDisk();
	expect(onDisk.length).toBeGreaterThan(5);
	expect(onDisk.filter((id) => !(id in routeLines))).toEqual([]);
	expect(onDisk.filter((id) => !(id in routePermissions))).toEqual([]);
	expect(Object.keys(routeLines).filter((id) => !onDisk.includes(id))).toEqual([]);
});

test('only sign-in, sign-out, one-time links, calendar addresses, the accessibility statement and the health check are open', () => {
	const open = Object.entries(routePermissions).filter(([, route]) =>
		Object.values(route.methods).includes('public')
	);
	expect(open.map(([id]) => id).sort()).toEqual([
		'/(public)/inbjudan/[token]',
		'/(public)/logga-in',
		'/(public)/logga-ut',
		'/(public)/nekad/[...path]',
		'/(public)/tillganglighet',
		'/(public)/valkommen/[token]',
		'/halsa',
		'/kalender/[adress]'
	]);
});

test.each(Object.keys(routeLines))('%s answers each method and each role as listed', async (id) => {
	const line = routeLines[id];
	if (!line) throw new Error(`No line for ${id}.`);
	const answered: Record<string, number> = {};
	const expected: Record<string, number> = {};
	for (const method of methods) {
		for (const visitor of visitors) {
			const response = await send(line, method, visitor);
			await response.arrayBuffer();
			const expects = line.allowed[method] ?? ((who: Visitor) => refused(line, who));
			answered[`${method} ${visitor}`] = response.status;
			expected[`${method} ${visitor}`] = expects(visitor);
		}
	}
	expect(answered).toEqual(expected);
});

test('a script without a session gets 401 as JSON, also from a page', async () => {
	const response = await people.request('anonymous', '/konto/__data.json');
	expect(response.status).toBe(401);
	expect(await response.json()).toEqual({ message: expect.stringContaining('utloggad') });
});

test('a path that does not exist says so only to those who are signed in', async () => {
	const headers = { Accept: 'text/html' };
	const anonymous = await people.request('anonymous', '/finns-inte', { headers });
	expect(anonymous.status).toBe(303);
	expect(anonymous.headers.get('Location')).toBe('/logga-in?till=%2Ffinns-inte');
	expect((await people.request('reader', '/finns-inte', { headers })).status).toBe(404);
});

test('a session that is over empties the browser’s store and removes the cookie', async () => {
	const dead = { Cookie: 'genomlys-session=abcdefghijklmnopqrstuvwxyz234567' };
	for (const path of ['/konto', '/konto/__data.json', '/logga-in']) {
		const response = await people.request('anonymous', path, { headers: dead });
		expect(response.headers.get('Clear-Site-Data')).toBe('"storage"');
		expect(response.headers.get('Set-Cookie')).toMatch(/^genomlys-session=; Max-Age=0/);
	}
});

const bodies = {
	'application/json': '{}',
	'text/plain': 'x',
	'application/octet-stream': 'x',
	'application/x-www-form-urlencoded': 'a=b'
};

test.each(Object.keys(bodies))(
	'a request from another site with %s is refused, whatever the method',
	async (type) => {
		const foreign: Record<string, string>[] = [
			{ Origin: 'https://example.org' },
			{ Origin: 'null' },
			{ Origin: origin, 'Sec-Fetch-Site': 'cross-site' },
			{}
		];
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
			for (const headers of foreign) {
				const response = await people.request('reader', '/logga-ut', {
					method,
					headers: { ...headers, 'Content-Type': type },
					body: Object.entries(bodies).find(([name]) => name === type)?.[1]
				});
				expect(response.status, `${method} ${JSON.stringify(headers)}`).toBe(403);
				expect(response.headers.get('Clear-Site-Data')).toBeNull();
			}
		}
	}
);

test('a large body is refused where no file is expected', async () => {
	const response = await people.request('anonymous', '/logga-in', {
		method: 'POST',
		headers: { Origin: origin },
		body: new URLSearchParams({ username: 'x'.repeat(300_000) })
	});
	expect(response.status).toBe(413);
	// The unread rest must not be taken for the next request on the same connection.
	expect(response.headers.get('Connection')).toBe('close');
});

test.each([
	'/tillganglighet',
	'/konto',
	'/finns-inte',
	'/admin',
	'/halsa',
	'/favicon.svg',
	'/konto/__data.json'
])('the security headers are on %s', async (path) => {
	for (const visitor of ['anonymous', 'reader'] as const) {
		const { headers } = await people.request(visitor, path, { headers: { Accept: 'text/html' } });
		expect(Object.fromEntries(headers)).toMatchObject({
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY',
			'referrer-policy': 'same-origin',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin',
			'permissions-policy': expect.stringContaining('camera=()')
		});
		if (path !== '/favicon.svg') expect(headers.get('Cache-Control')).toContain('no-store');
	}
});

test.each(['/logga-in', '/tillganglighet', '/konto', '/finns-inte', '/admin/logg'])(
	'%s allows scripts by nonce only, a new one each time',
	async (path) => {
		const nonces = new Set<string>();
		for (const visitor of ['anonymous', 'reader', 'reader'] as const) {
			const response = await people.request(visitor, path, { headers: { Accept: 'text/html' } });
			if (response.status === 303) continue;
			const policy = response.headers.get('Content-Security-Policy') ?? '';
			const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src ')) ?? '';
			const nonce = /'nonce-([^']+)'/.exec(scripts)?.[1] ?? '';
			expect(scripts).toBe(`script-src 'self' 'nonce-${nonce}'`);
			expect(policy).toContain("default-src 'none'");
			expect(nonces.has(nonce)).toBe(false);
			nonces.add(nonce);
			const inline = (await response.text()).match(/<script(?![^>]*\bsrc=)[^>]*>/g) ?? [];
			expect(inline.every((tag) => tag.includes(`nonce="${nonce}"`))).toBe(true);
		}
		expect(nonces.size).toBeGreaterThan(0);
	}
);
