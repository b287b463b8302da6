// An installation of its own for a test: a migrated database, a data folder and one controller.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createUser, type User } from '$lib/server/accounts/user';
import { connect, databaseFile } from '$lib/server/database/connect';
import { migrate } from '$lib/server/database/migrate';
import type { Installation } from '$lib/server/editions/installation';
import { receiveFile } from '$lib/server/editions/receive-file';
import type { Receipt } from '$lib/server/editions/receipt';
import type { Upload } from '$lib/server/editions/upload';

export interface TestInstallation {
	where: Installation;
	controller: User;
	/** Receives a file of these bytes or this text, in two chunks. */
	receive(name: string, content: string | Uint8Array, more?: Partial<Upload>): Promise<Receipt>;
	close(): Promise<void>;
}

export async function openInstallation(): Promise<TestInstallation> {
	const dataDirectory = await mkdtemp(join(tmpdir(), 'genomlys-editions-'));
	const database = connect(databaseFile(dataDirectory));
	await migrate(database);
	const controller = await createUser(database, {
		username: 'maja',
		name: 'Maja Lindqvist',
		password: 'tre gröna båtar',
		role: 'controller'
	});
	const where: Installation = {
		database,
		dataDirectory,
		municipality: 'Provköping',
		today: () => '2026-08-31'
	};
	return {
		where,
		controller,
		receive(name, content, more) {
			const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
			return receiveFile({ name, body: inTwo(bytes), user: controller, ...more }, where);
		},
		async close() {
			database.$client.close();
			await rm(dataDirectory, { recursive: true, force: true });
		}
	};
}

async function* inTwo(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	const middle = Math.floor(bytes.length / 2);
	yield bytes.subarray(0, middle);
	yield bytes.subarray(middle);
}

/** Lines as a CSV file. */
export function csv(...lines: string[]): string {
	return `${lines.join('\r\n')}\r\n`;
}

/** The import of a receipt. @throws Error when the file was refused */
export function accepted(receipt: Receipt) {
	if (receipt.outcome === 'refused') throw new Error(receipt.message);
	return receipt.import;
}
