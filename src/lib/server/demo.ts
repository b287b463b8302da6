// What the demo needs before its first visitor. Does nothing the second time.
import { createDemoAccounts } from './accounts/demo-accounts';
import { database } from './database/connect';

export async function publishDemoIfMissing(): Promise<void> {
	await createDemoAccounts(database());
}
