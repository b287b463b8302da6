// A ledger of any size, the same bytes every time: months, nämnder, accounts and suppliers in a municipality's proportions.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { chanceFor } from '../demo/random';

export const accounts = [
	'74310 Köp IT-tjänster',
	'74311 Licenser',
	'74313 Systemunderhåll',
	'40233 Datorer',
	'68110 Telefoni'
];
export const otherAccounts = [
	'50110 Löner',
	'46362 Köp av vård',
	'60110 Hyra',
	'74510 Konsulter',
	'57110 Livsmedel'
];

/** How the ledger's characters are written: as new systems do, or as most municipal ones do. */
export type LedgerEncoding = 'utf-8' | 'windows-1252';

/** Writes a CSV ledger of so many rows, a tenth of them IT, and returns when it is on disk. */
export async function writeLedger(
	path: string,
	rows: number,
	encoding: LedgerEncoding = 'utf-8'
): Promise<void> {
	const { next: random } = chanceFor('bench-ledger');
	const below = (limit: number) => Math.floor(random() * limit);
	const file = createWriteStream(path);
	// Every letter of the ledger has the same byte in Latin-1 as in Windows-1252.
	const written = encoding === 'utf-8' ? 'utf8' : 'latin1';
	if (encoding === 'utf-8') file.write('\ufeff');
	file.write('datum;namnd;konto;leverantor;organisationsnummer;verifikationsnummer;text;belopp\r\n', written);
	for (let row = 0; row < rows; row++) {
		const isIt = below(10) === 0;
		const month = 1 + below(44);
		const day = `${2023 + Math.floor((month - 1) / 12)}-${two(((month - 1) % 12) + 1)}-${two(1 + below(28))}`;
		// A few suppliers get much, most get little.
		const supplier = Math.floor(random() ** 3 * 4000);
		const account = isIt ? accounts[below(accounts.length)] : otherAccounts[below(otherAccounts.length)];
		const amount = `${below(90) === 0 ? '-' : ''}${1 + below(90_000)},${two(below(100))}`;
		const line = `${day};Nämnd ${two(1 + below(25))};${account};Leverantör ${supplier} AB;;${400_000 + row};Faktura ${below(5000)};${amount}\r\n`;
		if (!file.write(line, written)) await once(file, 'drain');
	}
	file.end();
	await once(file, 'close');
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}
