import { expect, test } from 'vitest';
import { importFile } from '$lib/import/import-file';
import { numbersInOrder } from '$lib/import/cells/personal-data';
import type { ByteSource } from '$lib/read/byte-source';
import { csvSource } from '../support/sources';

const file = csvSource('huvudbok.csv', [
	'DATUM;NÄMND;KONTO;UTFALL',
	'2026-01-15;Kulturnämnden;74310;100,00',
	'2026-01-16;Kulturnämnden;74310;-20,50'
]);

/** How many times the bytes are gone through, with what came of it. */
async function passes(svar: object) {
	let count = 0;
	const counted: ByteSource = {
		...file,
		open() {
			count++;
			return file.open();
		}
	};
	const rubriker = ['DATUM', 'NÄMND', 'KONTO', 'UTFALL'];
	const recipes = [{ fil: '*', namn: 'Huvudbok', rubriker, svar }];
	const result = await importFile(counted, { soleTraders: numbersInOrder(), recipes });
	return { count, result };
}

test('a recipe that reads the bytes as they were found lets the file be opened once', async () => {
	const plain = await passes({ tecken: 'plus' });
	const told = await passes({ tecken: 'plus', avgransare: ';' });
	expect(plain.result.recipe?.name).toBe('Huvudbok');
	expect(plain.result.totals).toMatchObject({ read: 2, accepted: 2, sum: 7_950 });
	expect(told.result.totals).toEqual(plain.result.totals);
	expect(plain.count).toBeLessThan(told.count);
});
