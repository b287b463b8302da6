import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetDimensions, type BudgetLeaf, type BudgetPlace } from '$lib/domain/budget-leaf';
import {
	leavesSeen,
	placeKey,
	restatedFigures,
	type FigureFile,
	type FilePart,
	type FrozenFollowUp
} from '$lib/domain/budget-lock';
import {
	correctionCount,
	restated,
	restatement,
	restatementLines,
	restatementSeen
} from '$lib/domain/budget-restatement';

const place = (more: Partial<BudgetPlace> = {}): BudgetPlace => ({
	unit: 'Skolnämnden',
	costKind: 'Drift',
	orientation: null,
	system: null,
	...more
});
const part = (file: number, outcome: number, more: Partial<FilePart> = {}): FilePart => ({
	...place(),
	file,
	outcome,
	budgetToDate: 0,
	budgetYear: 0,
	forecast: 0,
	...more
});

/** Figures whose leaves are the sums of what their files gave. */
function figures(files: readonly FigureFile[], perFile: readonly FilePart[], versions = ['KF-budget']) {
	const leaves = new Map<string, BudgetLeaf>();
	for (const { file: _file, ...one } of perFile) {
		const known = leaves.get(placeKey(one));
		leaves.set(placeKey(one), {
			...place(one),
			budgetRows: 1,
			baseRows: 1,
			rowsWithoutMonth: 0,
			forecastRows: 1,
			outcomeRows: 1,
			outcomeYearBefore: 0,
			outcomeWholeYearBefore: 0,
			outcome: (known?.outcome ?? 0) + one.outcome,
			budgetToDate: (known?.budgetToDate ?? 0) + one.budgetToDate,
			budgetYear: (known?.budgetYear ?? 0) + one.budgetYear,
			forecast: (known?.forecast ?? 0) + one.forecast
		});
	}
	return {
		format: 1,
		versions,
		forecast: 'T1-prognos',
		covered: true,
		reconciled: true,
		yearBeforeCovered: true,
		leaves: [...leaves.values()],
		files,
		perFile
	} satisfies FrozenFollowUp;
}

const file = (id: number, first = id): FigureFile => ({ id, name: `fil-${id}.csv`, first });

describe('what has changed since a follow-up was locked', () => {
	it('is nothing when the files give what they gave', () => {
		const same = figures([file(1)], [part(1, 500)]);
		expect(restatement(same, same)).toEqual([]);
	});

	it('knows a corrected file as the successor of the one that it replaced', () => {
		const changes = restatement(figures([file(1)], [part(1, 500)]), figures([file(7, 1)], [part(7, 380)]));
		expect(changes).toEqual([
			{
				...place(),
				cause: 'replaced',
				outcome: -120,
				budgetToDate: 0,
				budgetYear: 0,
				forecast: 0,
				then: [file(1)],
				now: [file(7, 1)]
			}
		]);
	});

	it('tells a file that has come from one that has gone, and mended rows from the file they mend', () => {
		const then = figures([file(1), file(2)], [part(1, 500), part(2, 70)]);
		const now = figures([file(1), file(3), file(4, 1)], [part(1, 500), part(3, 30), part(4, 9)]);
		expect(
			restatement(then, now).map(({ cause, outcome, then: were, now: are }) => [
				cause,
				outcome,
				were.map(({ id }) => id),
				are.map(({ id }) => id)
			])
		).toEqual([
			['removed', -70, [2], []],
			['added', 30, [], [3]],
			['added', 9, [], [4]]
		]);
	});

	it('knows the corrected file that takes the place of a file and of its mended rows', () => {
		const then = figures([file(1), file(2, 1)], [part(1, 500), part(2, 70)]);
		const [only, ...rest] = restatement(then, figures([file(5, 1)], [part(5, 575)]));
		expect(rest).toEqual([]);
		expect(only).toMatchObject({ cause: 'replaced', outcome: 5 });
		expect(only?.then.map(({ id }) => id)).toEqual([1, 2]);
	});

	it('tells money that has moved between systems from money that is judged otherwise', () => {
		const then = figures(
			[file(1)],
			[part(1, 500), part(1, 80, { costKind: 'Konsult' }), part(1, 10, { unit: 'Miljönämnden' })]
		);
		const now = figures(
			[file(1)],
			[
				part(1, 200),
				part(1, 300, { system: 'S-1' }),
				part(1, 80, { costKind: 'Licens/SaaS' }),
				part(1, 10, { unit: 'Miljönämnden' })
			]
		);
		expect(restatement(then, now).map(({ cause, costKind, outcome }) => [cause, costKind, outcome])).toEqual([
			['moved', 'Drift', -300],
			['moved', 'Drift', 300],
			['judged', 'Licens/SaaS', 80],
			['judged', 'Konsult', -80]
		]);
	});

	it('says that other versions of the budget are counted, of a file that has not changed', () => {
		const own = [part(1, 0, { budgetYear: 900, budgetToDate: 300 })];
		const [change] = restatement(
			figures([file(1)], own, ['nämndbudget']),
			figures([file(1), file(2)], [part(2, 0, { budgetYear: 800, budgetToDate: 200 })], ['KF-budget'])
		);
		expect(change).toMatchObject({ cause: 'versions', budgetYear: -900, budgetToDate: -300 });
	});

	it('is listed per cause, file and nämnd, with most kronor first', () => {
		const then = figures([file(1)], [part(1, 500), part(1, 40, { unit: 'Miljönämnden' })]);
		const now = figures(
			[file(2, 1)],
			[part(2, 450), part(2, 20, { costKind: 'Konsult' }), part(2, 140, { unit: 'Miljönämnden' })]
		);
		expect(
			restatementLines(restatement(then, now), 'unit').map((line) => [line.value, line.outcome])
		).toEqual([
			['Miljönämnden', 100],
			['Skolnämnden', -30]
		]);
		expect(correctionCount(restatement(then, now))).toBe(1);
	});
});

const name = <Word extends string | null>(...words: Word[]) => fc.constantFrom(...words);
const anyPart = fc.record({
	file: fc.integer({ min: 1, max: 6 }),
	unit: name('Skolnämnden', 'Miljönämnden', 'Okänt'),
	costKind: name('Drift', 'Konsult', null),
	orientation: name('utveckling', null),
	system: name('S-1', 'S-2', null),
	outcome: fc.integer({ min: -1e12, max: 1e12 }),
	budgetToDate: fc.integer({ min: -1e12, max: 1e12 }),
	budgetYear: fc.integer({ min: -1e12, max: 1e12 }),
	forecast: fc.integer({ min: -1e12, max: 1e12 })
});
const anyFigures = fc
	.record({
		ids: fc.subarray([1, 2, 3, 4, 5, 6]),
		firsts: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 6, maxLength: 6 }),
		parts: fc.array(anyPart, { maxLength: 30 }),
		versions: fc.subarray(['KF-budget', 'tilläggsbudget'])
	})
	.map(({ ids, firsts, parts, versions }) =>
		figures(
			ids.map((id) => file(id, Math.min(id, firsts[id - 1] ?? id))),
			parts.filter((one) => ids.includes(one.file)),
			versions
		)
	);

describe('whatever changes', () => {
	it('the parts sum to now less then, of every place and together, to the öre', () => {
		fc.assert(
			fc.property(anyFigures, anyFigures, (then, now) => {
				const parts = restatement(then, now);
				const keys = new Set([...then.leaves, ...now.leaves].map(placeKey));
				for (const part of parts) expect(keys).toContain(placeKey(part));
				for (const figure of restatedFigures) {
					for (const key of keys) {
						const of = (all: readonly BudgetLeaf[]) =>
							all.find((leaf) => placeKey(leaf) === key)?.[figure] ?? 0;
						const changed = restated(parts.filter((part) => placeKey(part) === key))[figure];
						expect(changed).toBe(of(now.leaves) - of(then.leaves));
					}
					const total = (all: readonly BudgetLeaf[]) => all.reduce((sum, leaf) => sum + leaf[figure], 0);
					for (const dimension of budgetDimensions) {
						const listed = restated(restatementLines(parts, dimension))[figure];
						expect(listed).toBe(total(now.leaves) - total(then.leaves));
					}
				}
			})
		);
	});

	it('somebody of one nämnd gets that nämnd and no system of others, and the parts still sum', () => {
		fc.assert(
			fc.property(anyFigures, anyFigures, (then, now) => {
				const seen = { units: ['Skolnämnden'], sees: (system: string) => system === 'S-1' };
				const [own, ownNow] = [then, now].map(({ leaves }) => leavesSeen(leaves, seen));
				const parts = restatementSeen(restatement(then, now), seen);
				expect(JSON.stringify([own, ownNow, parts])).not.toMatch(/Miljönämnden|Okänt|S-2/);
				const all = [...(own ?? []), ...(ownNow ?? [])];
				for (const figure of restatedFigures) {
					for (const key of new Set([...all, ...parts].map(placeKey))) {
						const at = (leaves: readonly BudgetLeaf[] | undefined) =>
							leaves?.find((leaf) => placeKey(leaf) === key)?.[figure] ?? 0;
						const changed = restated(parts.filter((part) => placeKey(part) === key))[figure];
						expect(changed).toBe(at(ownNow) - at(own));
					}
					const sum = (leaves: readonly BudgetLeaf[]) =>
						leaves.reduce((total, leaf) => total + leaf[figure], 0);
					expect(sum(own ?? [])).toBe(sum(then.leaves.filter(({ unit }) => unit === 'Skolnämnden')));
				}
				expect(new Set(own?.map(placeKey)).size).toBe(own?.length);
			})
		);
	});
});
