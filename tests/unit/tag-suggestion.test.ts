// What judged rows say of rows that are not.
import { describe, expect, it } from 'vitest';
import { suggestionsByGroup, suggestTags, type TagEvidence } from '$lib/domain/tag-suggestion';

function evidence(lines: readonly Partial<TagEvidence>[]): TagEvidence[] {
	return lines.map((line) => ({
		group_index: 0,
		level: 'supplier',
		word: null,
		it_cost: 'ja',
		cost_kind: null,
		orientation: null,
		system_id: null,
		row_count: 1,
		absolute_ore: 100,
		suppliers: 1,
		...line
	}));
}

describe('a suggestion', () => {
	it('comes from the nearest level that agrees', () => {
		const lines = evidence([
			{ level: 'supplier_account', it_cost: 'nej', row_count: 1 },
			{ level: 'supplier_prefix', cost_kind: 'Konsult', row_count: 4, absolute_ore: 400 },
			{ level: 'supplier', it_cost: 'nej', row_count: 90, absolute_ore: 90_000 }
		]);
		// One row is too few, and five on the same three digits agree to four fifths.
		expect(suggestTags(lines)).toEqual({
			level: 'supplier_prefix',
			word: null,
			tags: { it_cost: 'ja', cost_kind: 'Konsult', orientation: null, system_id: null },
			share: 0.8,
			shareOfRows: 0.8,
			shareOfOre: 0.8,
			agreeing: 4,
			rows: 5,
			isWeak: false
		});
	});

	it('needs agreement by rows and by kronor, six of ten', () => {
		const side = (row_count: number, absolute_ore: number) =>
			suggestTags(
				evidence([
					{ row_count, absolute_ore },
					{ it_cost: 'nej', row_count: 10 - row_count, absolute_ore: 1_000 - absolute_ore }
				])
			);
		expect(side(6, 600)).toMatchObject({ tags: { it_cost: 'ja' }, share: 0.6 });
		expect(side(9, 590)).toBeNull();
		expect(side(5, 990)).toBeNull();
		expect(side(1, 10)).toMatchObject({ tags: { it_cost: 'nej' }, share: 0.9 });
	});

	it('leaves out the tags that the rows do not agree on', () => {
		const lines = evidence([
			{ cost_kind: 'Drift', orientation: 'förvaltning', system_id: 'A' },
			{ cost_kind: 'Drift', orientation: 'förvaltning', system_id: 'B' },
			{ cost_kind: 'Konsult', orientation: 'utveckling' }
		]);
		expect(suggestTags(lines)?.tags).toEqual({
			it_cost: 'ja',
			cost_kind: 'Drift',
			orientation: 'förvaltning',
			system_id: null
		});
		expect(suggestTags(lines)?.agreeing).toBe(2);
	});

	it('a few IT rows do not make a supplier of other things IT', () => {
		const lines = evidence([
			{ row_count: 24, absolute_ore: 142_320 },
			{ it_cost: null, row_count: 274, absolute_ore: 13_014_875 }
		]);
		expect(suggestTags(lines)).toMatchObject({
			level: 'supplier_outside',
			tags: { it_cost: 'nej' },
			agreeing: 274,
			rows: 298,
			isWeak: true
		});
	});

	it('says nothing of a supplier with few rows elsewhere that nobody has judged', () => {
		const elsewhere = (row_count: number) =>
			suggestTags(evidence([{ level: 'supplier', it_cost: null, row_count, absolute_ore: 10_000 }]));
		expect(elsewhere(4)).toBeNull();
		expect(elsewhere(5)).toMatchObject({ level: 'supplier_outside', tags: { it_cost: 'nej' } });
	});

	it('of several words the one that agrees most decides', () => {
		const words = evidence([
			{ level: 'account_text_word', word: 'projekt', row_count: 6, absolute_ore: 600 },
			{ level: 'account_text_word', word: 'projekt', it_cost: 'nej', row_count: 4, absolute_ore: 400 },
			{ level: 'account_text_word', word: 'tolk', it_cost: 'nej', row_count: 3, absolute_ore: 30 }
		]);
		expect(suggestTags(words)).toMatchObject({ word: 'tolk', tags: { it_cost: 'nej' }, share: 1, rows: 3 });
	});

	it('a word in the name of one other supplier alone says nothing', () => {
		const line = { level: 'name_word', word: 'software', row_count: 8 } as const;
		expect(suggestTags(evidence([line]))).toBeNull();
		expect(suggestTags(evidence([{ ...line, suppliers: 2 }]))).toMatchObject({
			word: 'software',
			isWeak: true
		});
	});

	it('an account alone needs ten rows', () => {
		const line = { level: 'account', it_cost: 'nej' } as const;
		expect(suggestTags(evidence([{ ...line, row_count: 9 }]))).toBeNull();
		expect(suggestTags(evidence([{ ...line, row_count: 10 }]))).toMatchObject({
			level: 'account',
			isWeak: true
		});
	});

	it('is null without evidence, and each group has its own', () => {
		expect(suggestTags([])).toBeNull();
		const found = suggestionsByGroup(
			evidence([
				{ group_index: 2, row_count: 3 },
				{ group_index: 5, row_count: 1 },
				{ group_index: 7, row_count: 2, it_cost: 'nej' }
			])
		);
		expect([...found].map(([group, { tags }]) => [group, tags.it_cost])).toEqual([
			[2, 'ja'],
			[7, 'nej']
		]);
	});
});
