import { expect, test } from 'vitest';
import { reconcileLead } from '$lib/text/reconcile';

const facts = { edition: 3, files: 11, added: 0, gone: 0, costFiles: 4, reconciled: 4 };

test.each([
	[{ ...facts, edition: null, files: 0, costFiles: 0, reconciled: 0 }, 'Inga filer är inlästa.'],
	[{ ...facts, edition: null, files: 1 }, 'En fil är inläst, men ingen utgåva är publicerad.'],
	[{ ...facts, edition: null, files: 2 }, 'Två filer är inlästa, men ingen utgåva är publicerad.'],
	[facts, 'Utgåva 3 gäller och har alla inlästa filer. Alla kostnadsfiler är avstämda.'],
	[
		{ ...facts, reconciled: 2 },
		'Utgåva 3 gäller och har alla inlästa filer. Två kostnadsfiler av 4 är inte avstämda.'
	],
	[{ ...facts, added: 1 }, 'En inläst fil syns inte i siffrorna förrän du publicerar. Utgåva 3 gäller.'],
	[
		{ ...facts, added: 2, gone: 1 },
		'Två inlästa filer syns inte i siffrorna, och en borttagen fil finns kvar, tills du publicerar. Utgåva 3 gäller.'
	],
	[{ ...facts, gone: 2 }, 'Två borttagna filer finns kvar i siffrorna tills du publicerar. Utgåva 3 gäller.']
])('%#: the sentence says what shows', (given, sentence) => {
	expect(reconcileLead(given)).toBe(sentence);
});
