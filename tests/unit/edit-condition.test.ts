// The editor's rows and groups say the same as the condition that they are made of.
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { comparisonsOf, conditionSchema, ruleFields, type Condition } from '$lib/tagging/condition';
import {
	comparisonChoices,
	conditionOfGroup,
	conditionOfRow,
	editedCondition,
	emptyGroup,
	emptyTest,
	withComparison,
	withField,
	withValueAt,
	type EditedGroup,
	type EditedPart,
	type EditedTest
} from '$lib/tagging/edit-condition';

const konto: Condition = { falt: 'konto', ar: 'borjar_med', varden: ['745'] };
const konsult: Condition = { falt: 'text', ar: 'innehaller', varden: ['konsult'] };

/** Answers by a table of truths, one per distinct test. */
function holds(condition: Condition, truths: ReadonlyMap<string, boolean>): boolean {
	if ('alla' in condition) return condition.alla.every((part) => holds(part, truths));
	if ('nagon' in condition) return condition.nagon.some((part) => holds(part, truths));
	if ('inte' in condition) return !holds(condition.inte, truths);
	return truths.get(condition.varden.join()) ?? false;
}

const names = ['a', 'b', 'c', 'd'];
const truthTables = Array.from(
	{ length: 16 },
	(_, table) => new Map(names.map((name, at) => [name, Boolean(table & (1 << at))]))
);

const anyCondition = fc.letrec<{ condition: Condition }>((tie) => ({
	condition: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		fc.constantFrom(...names).map((name): Condition => ({ falt: 'text', ar: 'innehaller', varden: [name] })),
		fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((alla): Condition => ({ alla })),
		fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((nagon): Condition => ({ nagon })),
		tie('condition').map((inte): Condition => ({ inte }))
	)
})).condition;

const anyTest: fc.Arbitrary<EditedPart> = fc.constantFrom(...ruleFields).chain(({ name, nature }) =>
	fc.record({
		kind: fc.constant('test' as const),
		field: fc.constant(name),
		comparison: fc.constantFrom(...comparisonsOf[nature]),
		isNegated: fc.boolean(),
		values: fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 })
	})
);
const anyPart = fc.letrec<{ part: EditedPart }>((tie) => ({
	part: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		anyTest,
		fc.record({
			kind: fc.constant('group' as const),
			joins: fc.constantFrom('alla' as const, 'nagon' as const),
			isNegated: fc.boolean(),
			parts: fc.array(tie('part'), { maxLength: 3 })
		})
	)
})).part;
const anyOutermost: fc.Arbitrary<EditedGroup> = fc.record({
	kind: fc.constant('group' as const),
	joins: fc.constantFrom('alla' as const, 'nagon' as const),
	isNegated: fc.constant(false),
	parts: fc.array(anyPart, { maxLength: 3 })
});

describe('a condition and the editor', () => {
	it('a condition means the same after a round through the editor, whatever its nesting', () => {
		fc.assert(
			fc.property(anyCondition, (condition) => {
				const after = conditionOfGroup(editedCondition(condition));
				expect(v.is(conditionSchema, after)).toBe(true);
				for (const truths of truthTables) expect(holds(after, truths)).toBe(holds(condition, truths));
			})
		);
	});

	it('what the editor shows is shown the same after it is saved and opened, finished or not', () => {
		fc.assert(
			fc.property(anyOutermost, (group) => {
				expect(editedCondition(conditionOfGroup(group))).toEqual(group);
			})
		);
	});

	it('a lone test is one row of an "alla" group, and is saved as the lone test', () => {
		const shown = editedCondition({ inte: konto });
		expect(shown).toEqual({
			kind: 'group',
			joins: 'alla',
			isNegated: false,
			parts: [{ kind: 'test', field: 'konto', comparison: 'borjar_med', isNegated: true, values: ['745'] }]
		});
		expect(conditionOfGroup(shown)).toEqual({ inte: konto });
	});

	it('a negated outermost group is shown as a group inside "alla", and saved as it was', () => {
		const condition: Condition = { inte: { nagon: [konto, konsult] } };
		const shown = editedCondition(condition);
		expect(shown).toMatchObject({ joins: 'alla', parts: [{ joins: 'nagon', isNegated: true }] });
		expect(conditionOfGroup(shown)).toEqual(condition);
	});

	it('not of not is not shown, since it says nothing', () => {
		expect(conditionOfGroup(editedCondition({ inte: { inte: { alla: [konto, konsult] } } }))).toEqual({
			alla: [konto, konsult]
		});
	});

	it('a lone row of "någon" keeps the word that was chosen', () => {
		expect(conditionOfGroup({ ...editedCondition(konto), joins: 'nagon' })).toEqual({ nagon: [konto] });
	});

	it('a new group takes the other word than the one it stands in', () => {
		expect(emptyGroup('alla').joins).toBe('nagon');
		expect(emptyGroup('nagon').joins).toBe('alla');
	});
});

describe('a row that is changed', () => {
	const row: EditedTest = {
		kind: 'test',
		field: 'leverantor',
		comparison: 'innehaller',
		isNegated: true,
		values: ['Skolbjörk', 'Brofalk', 'Telvarp']
	};

	it('keeps its words and its comparison in a field that has them', () => {
		expect(withField(row, 'text')).toEqual({ ...row, field: 'text' });
	});

	it('takes the first comparison, not negated, in a field that lacks its own', () => {
		expect(withField(row, 'konto')).toMatchObject({
			comparison: 'borjar_med',
			isNegated: false,
			values: row.values
		});
	});

	it('drops words that can be no amount', () => {
		expect(withField(row, 'belopp')).toMatchObject({ comparison: 'minst', isNegated: false, values: [] });
	});

	it('keeps no more values than the comparison takes', () => {
		const codes = { ...emptyTest('konto'), values: ['743', '745', '748'] };
		expect(withComparison(codes, 'mellan', false).values).toEqual(['743', '745']);
		expect(withComparison(codes, 'saknas', true)).toMatchObject({ isNegated: true, values: [] });
		expect(withComparison(codes, 'ar', false).values).toEqual(['743', '745', '748']);
	});

	it('holds both ends of a span in their places while one is still empty', () => {
		const span = { ...emptyTest('belopp'), comparison: 'mellan' as const };
		const upper = withValueAt(span, 1, '5000');
		expect(upper.values).toEqual(['', '5000']);
		expect(withValueAt(upper, 0, '100').values).toEqual(['100', '5000']);
		expect(withValueAt(upper, 1, '').values).toEqual([]);
	});

	test.each(ruleFields.map(({ name }) => name))(
		'of %s can be compared in each way or its opposite',
		(name) => {
			const choices = comparisonChoices(name);
			expect(choices.filter(({ isNegated }) => isNegated).map(({ comparison }) => comparison)).toEqual(
				choices.filter(({ isNegated }) => !isNegated).map(({ comparison }) => comparison)
			);
			expect(choices[0]).toEqual({ comparison: emptyTest(name).comparison, isNegated: false });
		}
	);
});

describe('all rows like this one', () => {
	const cells = {
		account: '745',
		supplier: 'Brofalk Konsult AB',
		organisation_number: '556000-0001|556000-0002',
		text: ' Konsulttid v. 34 ',
		project: null,
		amount: -125_050,
		day: '2026-03-04'
	};

	it('ask for account and supplier as they are and the text as a part, in the order of the fields', () => {
		expect(conditionOfRow(cells, ['text', 'konto', 'leverantor'])).toEqual({
			alla: [
				{ falt: 'konto', ar: 'ar', varden: ['745'] },
				{ falt: 'leverantor', ar: 'ar', varden: ['Brofalk Konsult AB'] },
				{ falt: 'text', ar: 'innehaller', varden: ['Konsulttid v. 34'] }
			]
		});
	});

	it('ask for the exact amount, the month of the day and any of several numbers', () => {
		expect(conditionOfRow(cells, ['belopp', 'period', 'organisationsnummer'])).toEqual({
			alla: [
				{ falt: 'organisationsnummer', ar: 'ar', varden: ['556000-0001', '556000-0002'] },
				{ falt: 'belopp', ar: 'mellan', varden: ['-1250,50', '-1250,50'] },
				{ falt: 'period', ar: 'mellan', varden: ['2026-03', '2026-03'] }
			]
		});
	});

	it('ask that an empty cell is empty, and need no group for a lone cell', () => {
		expect(conditionOfRow(cells, ['projekt'])).toEqual({ falt: 'projekt', ar: 'saknas', varden: [] });
		expect(conditionOfRow(cells, [])).toBeNull();
	});

	it('are a condition that a rule file can hold, whichever fields are chosen', () => {
		fc.assert(
			fc.property(
				fc.subarray(
					ruleFields.map(({ name }) => name),
					{ minLength: 1 }
				),
				(fields) => {
					expect(v.is(conditionSchema, conditionOfRow(cells, fields))).toBe(true);
				}
			)
		);
	});
});
