import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Access } from '$lib/domain/access';
import {
	budgetSteps,
	mayTake,
	mayTakeSome,
	nextSteps,
	reviewedByItself,
	stateOf,
	type BudgetStep,
	type TakenStep
} from '$lib/domain/budget-step';

const access = (more: Partial<Access>): Access => ({ role: 'reader', rights: [], units: null, ...more });
const controller = access({ role: 'controller' });
const reviewer = access({ rights: ['granska'] });
const locker = access({ rights: ['lasa'] });

const taken = (...steps: [BudgetStep, string][]): TakenStep[] =>
	steps.map(([step, account], index) => ({
		id: index + 1,
		step,
		account,
		by: account,
		at: '2026-09-18T08:00:00.000Z',
		reason: '',
		edition: 1,
		version: 1
	}));

describe('a follow-up', () => {
	it('is made ready, reviewed and locked in that order, and opened from any of them', () => {
		expect(nextSteps(stateOf(null))).toEqual(['klar']);
		expect(nextSteps(stateOf('klar'))).toEqual(['granskad', 'oppnad']);
		expect(nextSteps(stateOf('granskad'))).toEqual(['last', 'oppnad']);
		expect(nextSteps(stateOf('last'))).toEqual(['oppnad']);
		expect(nextSteps(stateOf('oppnad'))).toEqual(['klar']);
	});

	it('is never locked but by way of ready and reviewed, whatever is tried', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...budgetSteps)), (tried) => {
				const done: BudgetStep[] = [];
				for (const step of tried) {
					if (nextSteps(stateOf(done.at(-1) ?? null)).includes(step)) done.push(step);
				}
				for (const [index, step] of done.entries()) {
					if (step === 'last') expect(done.slice(index - 2, index)).toEqual(['klar', 'granskad']);
				}
			})
		);
	});

	it('is made ready by controllers, reviewed and locked by those with the right to', () => {
		const who = { controller, reviewer, locker };
		const able = (step: BudgetStep, state: Parameters<typeof mayTake>[1]) =>
			Object.entries(who).flatMap(([name, one]) => (mayTake(step, state, one) ? [name] : []));
		expect(able('klar', 'open')).toEqual(['controller']);
		expect(able('granskad', 'ready')).toEqual(['reviewer']);
		expect(able('last', 'reviewed')).toEqual(['locker']);
		expect(able('oppnad', 'ready')).toEqual(['controller']);
		expect(able('oppnad', 'reviewed')).toEqual(['reviewer']);
		expect(able('oppnad', 'locked')).toEqual(['locker']);
	});

	it('is of the whole municipality, so nobody who sees some nämnder takes a step', () => {
		const scoped = access({ role: 'controller', rights: ['granska', 'lasa'], units: ['Skolnämnden'] });
		expect(mayTakeSome(scoped)).toBe(false);
		expect([controller, reviewer, locker, access({})].map(mayTakeSome)).toEqual([true, true, true, false]);
	});

	it('says when the same person has made it ready and reviewed it, since it was last opened', () => {
		expect(reviewedByItself(taken(['klar', 'maja'], ['granskad', 'maja']))).toBe(true);
		expect(reviewedByItself(taken(['klar', 'maja'], ['granskad', 'erik']))).toBe(false);
		expect(reviewedByItself(taken(['klar', 'maja'], ['granskad', 'maja'], ['oppnad', 'maja']))).toBe(false);
		expect(
			reviewedByItself(
				taken(['klar', 'maja'], ['oppnad', 'erik'], ['klar', 'erik'], ['granskad', 'maja'], ['last', 'maja'])
			)
		).toBe(false);
	});
});
