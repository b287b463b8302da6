// What the demo needs before its first visitor. Does nothing the second time.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { createDemoAccounts } from './accounts/demo-accounts';
import { assumeDemoKoncern } from './demo-assumptions';
import { planDemoYears } from './demo-plan';
import { edition, user as account } from './database/schema';
import { installation, type Installation } from './editions/installation';
import { publishEdition } from './editions/publish';
import { receiveFile } from './editions/receive-file';

/** Rows and öre per file, counted with awk and not by the import, so that the reconciliation is a real one. */
const controlTotals = v.record(v.string(), v.object({ rows: v.number(), sum: v.nullable(v.number()) }));

/** Makes the demo's accounts, and publishes its files as the controller Maja would, if nothing is published. */
export async function publishDemoIfMissing(): Promise<void> {
	const where = installation();
	await createDemoAccounts(where.database);
	const [published] = await where.database.select({ id: edition.id }).from(edition).limit(1);
	if (!published) await publishDemo(where);
	await assumeDemoKoncern(where);
	await planDemoYears(where);
}

async function publishDemo(where: Installation): Promise<void> {
	const [maja] = await where.database
		.select({ id: account.id, username: account.username })
		.from(account)
		.where(eq(account.username, 'maja.lindqvist'));
	if (!maja) throw new Error('The demo has no controller.');
	const folder = join(process.cwd(), 'data', 'demo');
	const files = v.parse(
		controlTotals,
		JSON.parse(await readFile(join(folder, 'kontrollsummor.json'), 'utf8'))
	);
	for (const [name, control] of Object.entries(files)) {
		const receipt = await receiveFile(
			{
				name,
				body: createReadStream(join(folder, name)),
				controlRows: control.rows,
				controlSum: control.sum,
				user: maja
			},
			where
		);
		if (receipt.outcome === 'refused') throw new Error(`${name}: ${receipt.message}`);
	}
	await publishEdition({ user: maja }, where);
}
