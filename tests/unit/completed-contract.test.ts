// Filling in what a line of the register lacks: never over what it says, the same twice as once, and gone when taken back.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completedRow, standingByRecord, textOfValue, valueOfText } from '$lib/domain/completed-contract';
import {
	completableField,
	completableFields,
	isEmptyField,
	type Completion,
	type RecordValues
} from '$lib/domain/completion';
import { parseIsoDay } from '$lib/domain/day';

let last = 0;
function completion(field: string, value: string | null, id = ++last): Completion {
	const sourceDay = parseIsoDay('2026-08-30');
	if (!sourceDay) throw new Error('Not a day');
	const created = '2026-08-31T08:00:00.000Z';
	return {
		id,
		kind: 'contract',
		recordId: 'A-1',
		field,
		value,
		source: 'Avtalet',
		sourceDay,
		author: 'Maja',
		created
	};
}
const standing = (...completions: Completion[]) => standingByRecord(completions).get('A-1') ?? [];

const terms = { contract_id: 'A-1', end_day: '2027-06-30', notice_months: null, notice_day: null };

test('a notice period that is filled in gives the last day to give notice', () => {
	const { row, filled } = completedRow(terms, standing(completion('notice_months', '6')));
	expect(row).toMatchObject({ notice_months: 6, notice_day: '2026-12-31', completed: 'notice_months' });
	expect(filled).toHaveLength(1);
});

test('a register that says something else stands, and the difference is told', () => {
	const result = completedRow({ ...terms, notice_months: 3 }, standing(completion('notice_months', '6')));
	expect(result.row).toMatchObject({ notice_months: 3 });
	expect(result.conflicts.map(({ value }) => value)).toEqual(['6']);
	expect([result.filled, result.agreed]).toEqual([[], []]);
});

test('a register that has come to say the same is told too', () => {
	const result = completedRow({ ...terms, ceiling: 100_50 }, standing(completion('ceiling', '100,50')));
	expect(result.agreed).toHaveLength(1);
	expect([result.filled, result.conflicts]).toEqual([[], []]);
});

test('what an edition has filled in goes when it is taken back, and its day with it', () => {
	const first = completion('notice_months', '6');
	const { row } = completedRow(terms, standing(first));
	const back = completedRow(row, standing(first, completion('notice_months', null)));
	expect(back.row).toMatchObject({ notice_months: null, notice_day: null, completed: null });
});

test('an answer that is okänt is filled, a text that says okänt is not', () => {
	const row: RecordValues = { contract_id: 'A-1', exit_plan: 'okänt', procedure: 'okänt', owner: 'okänt' };
	const said = ['exit_plan', 'procedure', 'owner'].map((field) =>
		completion(field, field === 'exit_plan' ? 'ja' : 'öppet')
	);
	expect(completedRow(row, standing(...said)).row).toMatchObject({
		exit_plan: 'ja',
		procedure: 'öppet',
		owner: 'okänt'
	});
});

const texts: Readonly<Record<string, fc.Arbitrary<string>>> = {
	day: fc.constantFrom('2026-12-31', '2028-02-29', '2030-06-30'),
	amount: fc.integer({ min: 0, max: 10 ** 12 }).map((ore) => textOfValue(fieldOf('ceiling'), ore)),
	integer: fc.integer({ min: 0, max: 100 }).map(String),
	yes_no: fc.constantFrom('ja', 'nej')
};
function fieldOf(name: string) {
	const field = completableField(name);
	if (!field) throw new Error(name);
	return field;
}
const textFor = (name: string) => texts[fieldOf(name).type] ?? fc.constantFrom('ord', 'andra ord');
const names = completableFields.contract.map(({ name }) => name);
/** A line where some fields are said, some empty and some okänt. */
const anyRow = fc
	.tuple(
		...names.map((name) =>
			fc.oneof(
				fc.constant(null),
				fc.constant(isEmptyField(name, 'okänt') ? 'okänt' : null),
				textFor(name).map((text) => valueOfText(fieldOf(name), text))
			)
		)
	)
	.map((values): RecordValues => ({
		contract_id: 'A-1',
		...Object.fromEntries(names.map((name, place) => [name, values[place] ?? null]))
	}));
const anyCompletions = fc
	.array(
		fc
			.constantFrom(...names)
			.chain((name) => fc.option(textFor(name), { freq: 4 }).map((value) => ({ name, value }))),
		{ maxLength: 30 }
	)
	.map((said) => said.map(({ name, value }, id) => completion(name, value, id + 1)));

test('what the register says is never overwritten', () => {
	fc.assert(
		fc.property(anyRow, anyCompletions, (row, completions) => {
			const { row: filled } = completedRow(row, standing(...completions));
			for (const name of names) if (!isEmptyField(name, row[name])) expect(filled[name]).toEqual(row[name]);
		})
	);
});

test('filling twice is as filling once, and each completion is told as filled, agreed or in conflict', () => {
	fc.assert(
		fc.property(anyRow, anyCompletions, (row, completions) => {
			const said = standing(...completions);
			const once = completedRow(row, said);
			expect(completedRow(once.row, said)).toEqual(once);
			expect(once.filled.length + once.agreed.length + once.conflicts.length).toBe(said.length);
		})
	);
});

test('when all is taken back every field is as empty as the register left it', () => {
	fc.assert(
		fc.property(anyRow, anyCompletions, (row, completions) => {
			const { row: filled } = completedRow(row, standing(...completions));
			const { row: back } = completedRow(filled, []);
			for (const name of names) expect(isEmptyField(name, back[name])).toBe(isEmptyField(name, row[name]));
		})
	);
});
