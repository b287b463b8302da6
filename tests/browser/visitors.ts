// One person per role, written straight into the demo server's database, and requests in their name.
import { join } from 'node:path';
import { createSession } from '$lib/server/accounts/session';
import { createUser, type NewUser, type User } from '$lib/server/accounts/user';
import { connect, databaseFile, type Database } from '$lib/server/database/connect';
import { demoServer } from './demo-server';

export const visitors = [
	'anonymous',
	'reader',
	'entitled',
	'member',
	'controller',
	'scoped',
	'admin'
] as const;
/** `scoped` is a controller who may see one nämnd only, `entitled` a reader with every right. */
export type Visitor = (typeof visitors)[number];

const people: Record<Exclude<Visitor, 'anonymous'>, Pick<NewUser, 'role' | 'rights' | 'units'>> = {
	reader: { role: 'reader' },
	entitled: { role: 'reader', rights: ['komplettera', 'granska', 'lasa', 'kalla'] },
	member: { role: 'member' },
	controller: { role: 'controller' },
	scoped: { role: 'controller', units: ['Utbildningsnämnden'] },
	admin: { role: 'admin' }
};

export interface Visitors {
	database: Database;
	user: (visitor: Exclude<Visitor, 'anonymous'>) => User;
	/** A request with a session of its own, so that one that signs out disturbs no other. Redirects are not followed. */
	request: (visitor: Visitor, path: string, init?: RequestInit) => Promise<Response>;
	close: () => void;
}

/** `prefix` keeps the usernames of two test files apart. */
export async function bringVisitors(prefix: string): Promise<Visitors> {
	const origin = demoServer().origin;
	const database = connect(databaseFile(join(demoServer().dataDirectory)));
	const users = new Map<Visitor, User>();
	for (const visitor of visitors) {
		if (visitor === 'anonymous') continue;
		const person = {
			...people[visitor],
			username: `${prefix}.${visitor}`,
			name: visitor,
			password: 'tre gröna båtar'
		};
		users.set(visitor, await createUser(database, person));
	}
	const user = (visitor: Visitor): User => {
		const found = users.get(visitor);
		if (!found) throw new Error(`${visitor} has no account.`);
		return found;
	};
	return {
		database,
		user,
		request: async (visitor, path, init = {}) => {
			const headers = new Headers(init.headers);
			if (visitor !== 'anonymous') {
				const { token } = await createSession(database, user(visitor).id);
				headers.set('Cookie', `genomlys-session=${token}`);
			}
			return fetch(origin + path, { ...init, headers, redirect: 'manual' });
		},
		close: () => database.$client.close()
	};
}
