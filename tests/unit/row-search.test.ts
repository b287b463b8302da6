// What is typed in the rows drawer, and the order that a press on a head asks for.
import { describe, expect, it } from 'vitest';
import { inOrder, nextRowSort, usualRowFields, usualRowSort } from '$lib/domain/row-fields';
import { readRowSearch } from '$lib/domain/row-search';

const amountOf = (text: string) => readRowSearch(text, true)?.amount;

describe('what is typed', () => {
	it('is nothing when only blanks are typed', () => {
		expect(readRowSearch(' \u00a0 ', true)).toBeNull();
	});

	it('is words in lower case, each once', () => {
		expect(readRowSearch('Örnen  AB örnen', false)).toEqual({
			words: ['örnen', 'ab'],
			amount: null,
			freeText: false
		});
	});

	it.each([
		['1 234,50', 123_450, 123_450, false],
		['1\u00a0234,5', 123_450, 123_450, false],
		['1.234,50 kr', 123_450, 123_450, false],
		['-99', 9_900, 9_999, true],
		['\u2212 12 000,00', 1_200_000, 1_200_000, true],
		['74310', 7_431_000, 7_431_099, false],
		['0,05', 5, 5, false]
	])('%s is also an amount', (text, from, to, onlyNegative) => {
		expect(amountOf(text)).toEqual({ from, to, onlyNegative });
		expect(readRowSearch(text, true)?.words).toHaveLength(1);
	});

	it.each(['1 23', '1,234', '12.50', '559900-0014', 'v12', '2026-01-09', '1234567890123'])(
		'%s is no amount',
		(text) => {
			expect(amountOf(text)).toBeNull();
		}
	);
});

describe('columns and order', () => {
	it('a head is pressed once for its usual way and again for the other', () => {
		const words = nextRowSort(usualRowSort, 'supplier');
		expect(words).toEqual({ field: 'supplier', descending: false });
		expect(nextRowSort(words, 'supplier')).toEqual({ field: 'supplier', descending: true });
		expect(nextRowSort(words, 'day')).toEqual({ field: 'day', descending: true });
	});

	it('what all rows share has no column, and there is always a day and an amount', () => {
		expect(usualRowFields({ oneUnit: true, oneSupplier: false, freeText: false })).toEqual([
			'day',
			'voucher',
			'account',
			'supplier',
			'amount'
		]);
		expect(inOrder(['sheet', 'no such field'])).toEqual(['day', 'amount', 'sheet']);
	});
});
