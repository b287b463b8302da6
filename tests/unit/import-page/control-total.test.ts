import { expect, test } from 'vitest';
import type { CheckTotals } from '$lib/import/checks/check-rows';
import { standingOf, typedRows, typedSum } from '../../../src/routes/(app)/importera/parts/control-total';

const totals: CheckTotals = {
	read: 28,
	accepted: 27,
	rejected: 1,
	empty: 0,
	sum: 3_781_350,
	otherCurrencies: {},
	roundingDifference: null,
	published: null,
	problems: [
		{ kind: 'saknar_datum', effect: 'avvisas', rows: 1, amount: 1_248_000, examples: [] },
		{ kind: 'identisk_rad', effect: 'flaggas', rows: 2, amount: 500, examples: [] }
	]
};

test.each([
	['412 918 598,27', 41_291_859_827],
	['412918598,27', 41_291_859_827],
	['412.918.598,27', 41_291_859_827],
	['450187283.39', 45_018_728_339],
	['−12,50', -1250],
	['100', 10_000]
])('a control total typed as %s is read like the amounts of a file', (text, ore) => {
	expect(typedSum(text)).toEqual({ value: ore, error: null });
});

test('nothing typed is no control total', () => {
	expect(typedSum('  ')).toEqual({ value: null, error: null });
	expect(typedRows('')).toEqual({ value: null, error: null });
});

test('what is no amount, reads in two ways or has parts of an öre is sent back with words', () => {
	expect(typedSum('743l4').error).toContain('är inget belopp');
	expect(typedSum('12.500').error).toContain('kan läsas på två sätt');
	expect(typedSum('12,5055').error).toContain('högst två decimaler');
	expect(typedRows('12 st').error).toContain('bara siffror');
	expect(typedRows('68 021')).toEqual({ value: 68_021, error: null });
});

test('without a control total nothing is said about agreement', () => {
	expect(standingOf(totals, { sum: null, rows: null })).toEqual({
		sum: null,
		rows: null,
		reconciled: null,
		exactlyRejected: false
	});
});

test('an equal sum reconciles the file, and an öre too much does not', () => {
	expect(standingOf(totals, { sum: 3_781_350, rows: null }).reconciled).toBe(true);
	expect(standingOf(totals, { sum: 3_781_351, rows: null })).toMatchObject({ sum: 1, reconciled: false });
	expect(standingOf(totals, { sum: 3_781_350, rows: 28 })).toMatchObject({ rows: 1, reconciled: false });
});

test('a difference that is exactly the rejected rows is told as such', () => {
	expect(standingOf(totals, { sum: 3_781_350 + 1_248_000, rows: 28 }).exactlyRejected).toBe(true);
	expect(standingOf(totals, { sum: 3_781_350 + 1_248_000, rows: 29 }).exactlyRejected).toBe(false);
	expect(standingOf(totals, { sum: 3_781_350, rows: 27 }).exactlyRejected).toBe(false);
});

test('a table without amounts is compared by its rows', () => {
	const contracts = { ...totals, sum: null, problems: [] };
	expect(standingOf(contracts, { sum: null, rows: 27 }).reconciled).toBe(true);
});

test('nobody knows what a row with an unreadable amount comes to, so no difference is exactly it', () => {
	const [rejected, ...others] = totals.problems;
	if (!rejected) throw new Error('No rejected rows');
	const unreadable = { ...totals, problems: [{ ...rejected, kind: 'fel_belopp' as const }, ...others] };
	expect(standingOf(unreadable, { sum: 3_781_350 + 1_248_000, rows: 28 }).exactlyRejected).toBe(false);
});
