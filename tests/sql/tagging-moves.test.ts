// What a draft of the rules moves, and that no krona is lost on the way.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMonth, type Month } from '$lib/domain/period';
import { ask } from '$lib/queries/query';
import { taggingMovedRows } from '$lib/queries/tagging-moved-rows';
import { taggingMoves, taggingMoveTotals, type MovesInput } from '$lib/queries/tagging-moves';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { emptyDatabase, fillJudged, judgedRow, judgedRows, type JudgedRow } from './judged-rows';

let database: NativeDatabase;
beforeAll(async () => {
	database = await emptyDatabase();
});
afterAll(() => database.close());

function month(text: string): Month {
	const parsed = parseMonth(text);
	if (!parsed) throw new Error(`${text} is no month`);
	return parsed;
}

const byRule = (position: number, tags: Partial<JudgedRow> = {}): Partial<JudgedRow> => ({
	it_cost: 'ja',
	tag_source: 'regel',
	rule_position: position,
	...tags
});

describe('what a draft moves', () => {
	const locked = [month('2026-01'), month('2026-02')];
	const input: MovesInput = {
		table: 'judged',
		draft: 'draft',
		version: 1,
		draftVersion: 2,
		lockedMonths: locked
	};

	it('tells from where and to where, per year, apart for locked months', async () => {
		const before = judgedRows([
			{ amount: 1_000, day: '2026-03-01', candidate: true, rule_position: 5 },
			{ amount: -300, day: '2026-03-02', candidate: true, rule_position: 5, currency: 'SEK' },
			{ amount: 500, day: '2026-02-28', candidate: true, rule_position: 5, rule_version: 0 },
			{ amount: 70, day: '2025-12-31', ...byRule(2, { cost_kind: 'Drift' }) },
			// The same rule at its new place, and the same tags by another rule.
			{ amount: 9_000, day: '2026-03-01', ...byRule(3, { cost_kind: 'Drift' }) },
			{ amount: 60, day: '2026-03-01', ...byRule(2, { cost_kind: 'Moln' }) },
			{ amount: 40, currency: 'EUR', day: '2026-04-01' },
			// A locked month keeps its tags: where its rule stood in another version says nothing.
			{ amount: 800, day: '2026-01-31', ...byRule(4, { cost_kind: 'Moln' }), rule_version: 0 }
		]);
		const konsult = byRule(0, { cost_kind: 'Konsult', candidate: false });
		const after = before.map((row) => ({ ...row, rule_version: 2 }));
		[0, 1, 2, 3, 6].forEach((index) => Object.assign(after[index] ?? {}, konsult));
		Object.assign(after[4] ?? {}, { rule_position: 4 });
		Object.assign(after[5] ?? {}, { rule_position: 0 });
		Object.assign(after[7] ?? {}, { rule_position: 1 });
		await fillJudged(database, 'judged', before);
		await fillJudged(database, 'draft', after);
		const moves = { ...input, savedPositions: [null, 0, 1, 2, 3, 4, 5] };
		const rows = await ask(database, taggingMoves, { ...moves, limit: 10 });
		expect(
			rows.map((row) => [
				row.year,
				row.locked,
				row.tags_differ,
				row.before_judged,
				row.before_cost_kind,
				row.before_rule,
				row.before_version,
				row.after_cost_kind,
				row.after_rule,
				row.row_count,
				row.ore,
				row.absolute_ore
			])
		).toEqual([
			[2026, false, true, 'kandidat', null, 5, 1, 'Konsult', 0, 2, 700, 1_300],
			[2026, true, true, 'kandidat', null, 5, 0, 'Konsult', 0, 1, 500, 500],
			[2025, false, true, 'ja', 'Drift', 2, 1, 'Konsult', 0, 1, 70, 70],
			[2026, false, true, null, null, null, 1, 'Konsult', 0, 1, 0, 0],
			[2026, false, false, 'ja', 'Moln', 2, 1, 'Moln', 0, 1, 60, 60]
		]);
		expect(await ask(database, taggingMoveTotals, moves)).toEqual([
			{
				row_count: 5,
				ore: 1_270,
				absolute_ore: 1_870,
				locked_rows: 1,
				locked_ore: 500,
				locked_absolute_ore: 500
			}
		]);
		const [first] = rows;
		if (!first) throw new Error('Nothing moves');
		const page = { limit: 10, offset: 0 };
		const ids = async (selection: Parameters<typeof taggingMovedRows.statement>[0]) =>
			(await ask(database, taggingMovedRows, selection)).map(({ row_id }) => row_id);
		expect(await ids({ ...moves, ...page, group: first, locked: false })).toEqual([1, 2]);
		expect(await ids({ ...moves, ...page, locked: true })).toEqual([3]);
		expect(await ids({ ...moves, limit: 2, offset: 1 })).toEqual([3, 2]);
		const [row] = await ask(database, taggingMovedRows, { ...moves, ...page, locked: true });
		expect(row).toMatchObject({
			day: '2026-02-28',
			unit: 'Norra nämnden',
			amount: 500,
			locked: true,
			before_judged: 'kandidat',
			after_judged: 'ja',
			after_cost_kind: 'Konsult'
		});
	});

	it('moves only what must of a row that is divided anew', async () => {
		const part = (number: number | null, system: string, amount: number): JudgedRow =>
			judgedRow({ row_id: 1, part: number, amount, ...byRule(0, { system_id: system }) });
		const draftOf = (row: JudgedRow): JudgedRow => ({ ...row, rule_version: 2 });
		// 70/30 on A and B becomes 50/20/30 on A, C and B.
		await fillJudged(database, 'judged', [part(1, 'A', -70), part(2, 'B', -30)]);
		await fillJudged(
			database,
			'draft',
			[part(1, 'A', -50), part(2, 'C', -20), part(3, 'B', -30)].map(draftOf)
		);
		const shown = async () =>
			(await ask(database, taggingMoves, { ...input, limit: 10 })).map((row) => [
				row.before_system_id,
				row.after_system_id,
				row.row_count,
				row.ore
			]);
		expect(await shown()).toEqual([['A', 'C', 1, -20]]);
		// A whole row becomes two halves.
		await fillJudged(database, 'judged', [part(null, 'A', 101)]);
		await fillJudged(database, 'draft', [part(1, 'B', 50), part(2, 'C', 51)].map(draftOf));
		expect(await shown()).toEqual([
			['A', 'C', 1, 51],
			['A', 'B', 1, 50]
		]);
		expect(await ask(database, taggingMoveTotals, input)).toMatchObject([{ row_count: 1, ore: 101 }]);
		// The same parts by the same rule are no move, by another rule no change of tags.
		await fillJudged(database, 'judged', [part(1, 'B', 50), part(2, 'C', 51)]);
		expect(await ask(database, taggingMoves, { ...input, limit: 10 })).toEqual([]);
		expect(
			(await ask(database, taggingMoves, { ...input, savedPositions: [null], limit: 10 })).map((row) => [
				row.tags_differ,
				row.before_system_id,
				row.after_system_id,
				row.ore
			])
		).toEqual([
			[false, 'C', 'C', 51],
			[false, 'B', 'B', 50]
		]);
	});

	it('a row of 0 öre that is divided is still a move', async () => {
		const row = { row_id: 1, amount: 0 };
		await fillJudged(database, 'judged', [judgedRow({ ...row, candidate: true })]);
		await fillJudged(
			database,
			'draft',
			[1, 2].map((part) =>
				judgedRow({ ...row, part, rule_version: 2, ...byRule(0, { system_id: `${part}` }) })
			)
		);
		expect(await ask(database, taggingMoves, { ...input, limit: 10 })).toMatchObject([
			{ before_judged: 'kandidat', after_judged: 'ja', row_count: 1, ore: 0 }
		]);
	});

	it('for every combination of tags, what comes less what goes is the difference of the totals', async () => {
		const tagged = fc.record({
			it_cost: fc.constantFrom('ja' as const, 'nej' as const, null),
			candidate: fc.boolean(),
			cost_kind: fc.constantFrom('Drift', 'Konsult', null),
			system_id: fc.constantFrom('A', 'B', null)
		});
		const side = fc.array(fc.record({ tags: tagged, weight: fc.integer({ min: 1, max: 5 }) }), {
			minLength: 1,
			maxLength: 3
		});
		const ledger = fc.array(
			fc.record({ amount: fc.integer({ min: -1_000, max: 1_000 }), before: side, after: side }),
			{ minLength: 1, maxLength: 12 }
		);
		const bucketOf = (row: Pick<JudgedRow, 'it_cost' | 'candidate' | 'cost_kind' | 'system_id'>): string =>
			[row.it_cost ?? (row.candidate ? 'kandidat' : ''), row.cost_kind ?? '', row.system_id ?? ''].join(' ');
		/** The row in parts after their weights, the last taking what is left. */
		const partsOf = (id: number, amount: number, parts: { tags: Partial<JudgedRow>; weight: number }[]) => {
			const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
			let left = amount;
			return parts.map(({ tags, weight }, index) => {
				const own = index === parts.length - 1 ? left : Math.trunc((amount * weight) / whole);
				left -= own;
				return judgedRow({ row_id: id, part: parts.length > 1 ? index + 1 : null, amount: own, ...tags });
			});
		};
		await fc.assert(
			fc.asyncProperty(ledger, async (rows) => {
				const before = rows.flatMap((row, id) => partsOf(id, row.amount, row.before));
				const after = rows.flatMap((row, id) => partsOf(id, row.amount, row.after));
				await fillJudged(database, 'judged', before);
				await fillJudged(database, 'draft', after);
				const difference = new Map<string, number>();
				const add = (bucket: string, amount: number) =>
					difference.set(bucket, (difference.get(bucket) ?? 0) + amount);
				before.forEach((row) => add(bucketOf(row), row.amount));
				after.forEach((row) => add(bucketOf(row), -row.amount));
				const moves = await ask(database, taggingMoves, { ...input, draftVersion: 1, limit: 1_000 });
				for (const move of moves) {
					const from = [move.before_judged, move.before_cost_kind, move.before_system_id];
					const to = [move.after_judged, move.after_cost_kind, move.after_system_id];
					expect(from).not.toEqual(to);
					add(from.map((tag) => tag ?? '').join(' '), -move.ore);
					add(to.map((tag) => tag ?? '').join(' '), move.ore);
				}
				expect([...difference.values()].filter((amount) => amount !== 0)).toEqual([]);
			}),
			{ numRuns: 40 }
		);
	});
});
