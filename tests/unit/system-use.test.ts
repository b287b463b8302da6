// Who pays beside who uses: nobody is left out, and what nobody has said is not a no.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costPerUser, useDifference, usesAndPayments, type RegisteredUse } from '$lib/domain/system-use';

const paid = (unit: string | null, amount: number) => ({ unit, amount, rowCount: 1 });
const register = (used_by: string | null, shared: string | null = null): RegisteredUse => ({
	unit: 'Service',
	used_by,
	shared
});

test('a named user that pays nothing and a payer that is not named are told apart', () => {
	const line = register('Skola|Äldre', 'nej');
	const lines = usesAndPayments([paid('Skola', 300), paid('Kultur', 500), paid(null, 20)], line);
	expect(lines.map(({ unit, uses }) => [unit, uses])).toEqual([
		['Kultur', 'nej'],
		['Skola', 'ja'],
		[null, 'okänt'],
		['Äldre', 'ja']
	]);
	expect(useDifference(lines, line)).toEqual({
		payers: 2,
		users: 2,
		usersWithoutCost: 1,
		payersWithoutUse: 1,
		ownerPaysNothing: true
	});
});

test('without a word of who uses it nobody is said not to, and a shared system is everybody’s', () => {
	expect(usesAndPayments([paid('Skola', 1)], register(null))[0]?.uses).toBe('okänt');
	expect(usesAndPayments([paid('Skola', 1)], null)[0]?.uses).toBe('okänt');
	expect(usesAndPayments([paid('Skola', 1)], register('Äldre', 'ja'))[0]?.uses).toBe('gemensamt');
});

test('kronor a user are unknown where users or kronor are', () => {
	expect(costPerUser(100_000, 3)).toBe(33_333);
	expect(costPerUser(100_000, null)).toBeNull();
	expect(costPerUser(100_000, 0)).toBeNull();
	expect(costPerUser(-5, 3)).toBeNull();
});

test('every krona and every named user is there once', () => {
	const units = fc.constantFrom('A', 'B', 'C', 'D');
	fc.assert(
		fc.property(
			fc.uniqueArray(units),
			fc.uniqueArray(fc.tuple(units, fc.integer({ min: -9, max: 9 })), { selector: ([unit]) => unit }),
			(users, payments) => {
				const lines = usesAndPayments(
					payments.map(([unit, amount]) => paid(unit, amount)),
					register(users.join('|'))
				);
				expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(
					payments.reduce((sum, [, amount]) => sum + amount, 0)
				);
				expect(new Set(lines.map(({ unit }) => unit)).size).toBe(lines.length);
				expect(lines.filter(({ uses }) => uses === 'ja').length).toBe(users.length);
			}
		)
	);
});
