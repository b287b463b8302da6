// Completeness of the register of systems, by kronor and by number.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	missingAnswers,
	registerCompleteness,
	registerQuestions,
	type CostedSystem
} from '$lib/domain/register-completeness';

const system = (systemId: string, amount: number, line: CostedSystem['line'] = {}): CostedSystem => ({
	systemId,
	amount,
	line
});
const owned = { system_owner: 'It-chef' };
const ownersOf = (systems: readonly CostedSystem[]) => {
	const found = registerCompleteness(systems).questions.find(({ question }) => question === 'system_owner');
	if (!found) throw new Error('Nobody asks for the owner.');
	return found;
};

test('a known owner of 71 of 100 kronor is 71 %, though it is one system of three', () => {
	const found = ownersOf([system('S-1', 7100, owned), system('S-2', 1900), system('S-3', 1000)]);
	expect(found).toMatchObject({ known: 1, knownAmount: 7100, share: 0.71, lackingAmount: 2900 });
	expect(found.lacking.map(({ systemId }) => systemId)).toEqual(['S-2', 'S-3']);
});

test('one that only the ledger names lacks every answer, and okänt is no answer', () => {
	expect(missingAnswers(null)).toEqual([...registerQuestions]);
	expect(missingAnswers({ ...owned, users: 0, life_cycle: 'okänt' })).not.toContain('users');
	expect(missingAnswers({ ...owned, users: 0, life_cycle: 'okänt' })).toContain('life_cycle');
});

test('a system below zero counts as nothing, and what that leaves out is told', () => {
	const found = registerCompleteness([system('S-1', 500, owned), system('S-2', -200)]);
	expect(found).toMatchObject({ systems: 2, amount: 500, floored: 200 });
	expect(ownersOf([system('S-1', 500, owned), system('S-2', -200)])).toMatchObject({ share: 1, known: 1 });
});

test('without kronor there is no share, and systems are still counted', () => {
	expect(ownersOf([system('S-1', 0, owned), system('S-2', 0)])).toMatchObject({ share: null, known: 1 });
});

test('one that has ended is asked about only while it costs', () => {
	const ended = { life_cycle: 'avvecklad' };
	expect(registerCompleteness([system('S-1', 0, ended), system('S-2', 10, ended)]).systems).toBe(1);
});

const anySystems = fc.uniqueArray(
	fc.record({
		systemId: fc.string({ minLength: 1, maxLength: 4 }),
		amount: fc.integer({ min: -1_000_000, max: 1_000_000 }),
		line: fc.option(
			fc.record({
				system_owner: fc.option(fc.constantFrom('It-chef', 'okänt', '')),
				users: fc.option(fc.nat(9)),
				life_cycle: fc.option(fc.constantFrom('drift', 'avvecklad'))
			})
		)
	}),
	{ selector: ({ systemId }) => systemId }
);

test('known and lacking are the whole, by number and to the öre, and the costliest gap comes first', () => {
	fc.assert(
		fc.property(anySystems, (systems) => {
			const { questions, ...whole } = registerCompleteness(systems);
			for (const one of questions) {
				expect(one.known + one.lacking.length).toBe(whole.systems);
				expect(one.knownAmount + one.lackingAmount).toBe(whole.amount);
				expect(one.lacking.reduce((ore, { amount }) => ore + Math.max(0, amount), 0)).toBe(one.lackingAmount);
				const amounts = one.lacking.map(({ amount }) => amount);
				expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
				if (one.share !== null) expect(one.share).toBeGreaterThanOrEqual(0);
				if (one.share !== null) expect(one.share).toBeLessThanOrEqual(1);
			}
		})
	);
});

test('an answer moves its question by exactly the kronor of its system', () => {
	fc.assert(
		fc.property(anySystems, fc.nat(), (systems, pick) => {
			const chosen = systems[pick % Math.max(1, systems.length)];
			fc.pre(chosen !== undefined && chosen.amount !== 0);
			const answered = systems.map((one) =>
				one === chosen ? { ...one, line: { ...one.line, capabilities: 'F-1' } } : one
			);
			const knownOf = (some: readonly CostedSystem[]) =>
				registerCompleteness(some).questions.find(({ question }) => question === 'capabilities')
					?.knownAmount ?? 0;
			expect(knownOf(answered) - knownOf(systems)).toBe(Math.max(0, chosen.amount));
		})
	);
});
