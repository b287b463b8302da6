// The number n of "Enskild firma n", the same for the same person in every import. The personnummer itself is never
// stored: only its HMAC under a key that lies outside the database.
import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SoleTraderNumbers } from '$lib/import/cells/personal-data';
import { soleTrader } from '../database/schema';
import type { Installation } from './installation';

const keyBytes = 32;

export interface KeptSoleTraderNumbers extends SoleTraderNumbers {
	/** Stores the numbers given since they were loaded. Call it before anything that shows them is kept. */
	save(): Promise<void>;
}

/** Every known number. Load them anew for each run, so that two runs after each other never give the same number twice. */
export async function loadSoleTraders(where: Installation): Promise<KeptSoleTraderNumbers> {
	const { database } = where;
	const key = await installationKey(where.dataDirectory);
	const known = new Map<string, number>();
	let highest = 0;
	for (const { hash, number } of await database.select().from(soleTrader)) {
		known.set(hash, number);
		highest = Math.max(highest, number);
	}
	let added: { hash: string; number: number }[] = [];
	return {
		numberOf(digits) {
			const hash = createHmac('sha256', key).update(digits).digest('hex');
			const found = known.get(hash);
			if (found !== undefined) return found;
			highest += 1;
			known.set(hash, highest);
			added.push({ hash, number: highest });
			return highest;
		},
		async save() {
			const rows = added;
			added = [];
			const statements = [];
			// A statement takes a limited number of values; the batch is still one transaction.
			for (let at = 0; at < rows.length; at += 500) {
				statements.push(database.insert(soleTrader).values(rows.slice(at, at + 500)));
			}
			const [first, ...rest] = statements;
			if (first) await database.batch([first, ...rest]);
		}
	};
}

/** Made at first use, readable only by the server's own account. Back it up with the database. */
async function installationKey(dataDirectory: string): Promise<Buffer> {
	const path = join(dataDirectory, 'sole-trader.key');
	await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
	try {
		const handle = await open(path, 'wx', 0o600);
		try {
			await handle.writeFile(randomBytes(keyBytes).toString('hex'));
			await handle.sync();
		} finally {
			await handle.close();
		}
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	}
	const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'hex');
	if (key.length !== keyBytes) {
		throw new Error('Nyckeln sole-trader.key i DATA_DIR är skadad. Hämta den ur säkerhetskopian.');
	}
	return key;
}
