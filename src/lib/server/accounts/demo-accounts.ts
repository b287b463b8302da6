// The fictional people of the demo. They exist only in a database that was started as the demo.
import { eq } from 'drizzle-orm';
import { configuration } from '../configuration';
import type { Database } from '../database/connect';
import { user } from '../database/schema';
import { createUser, type NewUser } from './user';

export const demoPassword = 'lindskar-demo-2026';

export const demoAccounts: readonly Omit<NewUser, 'password'>[] = [
	{
		username: 'maja.lindqvist',
		name: 'Maja Lindqvist',
		role: 'controller',
		rights: ['komplettera', 'granska', 'lasa', 'kalla']
	},
	{ username: 'karin.sundvall', name: 'Karin Sundvall', role: 'member', rights: ['kalla'] },
	{ username: 'emil.norberg', name: 'Emil Norberg', role: 'reader' },
	{ username: 'sofia.ekvik', name: 'Sofia Ekvik', role: 'admin' }
];

export async function createDemoAccounts(database: Database): Promise<void> {
	if (configuration().mode !== 'demo') throw new Error('Demo accounts are only for the demo.');
	for (const account of demoAccounts) {
		const [known] = await database
			.select({ id: user.id })
			.from(user)
			.where(eq(user.username, account.username));
		if (!known) await createUser(database, { ...account, password: demoPassword });
	}
}
