// Who is asked about a system and what: by kronor that are counted once, and never about what a slice does not hold.
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Completion, RecordValues } from '$lib/domain/completion';
import { completableFields } from '$lib/domain/completion';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { judgeAnswers, type AnswerJudge, type AnswerRow } from '$lib/domain/owner-answers';
import { askedFields, ownerKey, ownerOf, workListOf, type RegisterLine } from '$lib/domain/owner-questions';
import { readCompletedValue } from '$lib/import/cells/completed-value';
import { answerFate } from '$lib/text/owner-answers';
import { letterOf, mailAddress, ownerQuestion } from '$lib/text/owner-questions';

function day(text: string): Day {
	const found = parseIsoDay(text);
	if (!found) throw new Error(text);
	return found;
}
const today = day('2026-08-31');
/** Who sees the whole municipality and is sent every field. */
const everything = { units: null, freeText: true };
const empty: RecordValues = Object.fromEntries(askedFields.map((field) => [field, null]));
const line = (systemId: string, said: RecordValues = {}): RegisterLine => ({
	...empty,
	name: `System ${systemId}`,
	...said,
	system_id: systemId
});
const cost = (...ore: [string, number][]) =>
	new Map(ore.map(([id, amount]) => [id, { ore: amount, rowCount: 1 }] as const));

describe('who is asked', () => {
	it('is the systemägare, else the förvaltningsansvarig, else the nämnd, else nobody known', () => {
		const said = { unit: 'Socialnämnden', system_owner: 'Enhetschef', maintenance_lead: 'Förvaltare' };
		expect(ownerOf(said)).toEqual({ role: 'system_owner', name: 'Enhetschef', unit: 'Socialnämnden' });
		expect(ownerOf({ ...said, system_owner: null })).toMatchObject({
			role: 'maintenance_lead',
			name: 'Förvaltare'
		});
		expect(ownerOf({ unit: 'Socialnämnden' })).toMatchObject({ role: 'unit', name: null });
		expect(ownerKey(ownerOf({}))).toBe('-');
	});

	it('is not the same for a role in two nämnder', () => {
		const list = workListOf(
			[
				line('A', { unit: 'Socialnämnden', system_owner: 'Enhetschef' }),
				line('B', { unit: 'Kulturnämnden', system_owner: 'Enhetschef' })
			],
			cost(['A', 100], ['B', 300]),
			today,
			everything
		);
		expect(list.owners.map(({ owner, ore }) => [owner.unit, ore])).toEqual([
			['Kulturnämnden', 300],
			['Socialnämnden', 100]
		]);
	});
});

describe('what is asked', () => {
	it('leaves out systems that have ended, what a slice does not hold, and what only the whole municipality can say', () => {
		const { integrations: _, ...held } = line('A', { unit: 'Socialnämnden' });
		const list = workListOf(
			[
				{ ...held, system_id: 'A' },
				line('B', { unit: 'Socialnämnden', life_cycle: 'avvecklad' }),
				line('C', { unit: 'Socialnämnden', retired_from: '2026-08-31' }),
				line('D', { unit: 'Kulturnämnden' })
			],
			cost(['A', 500], ['B', 700], ['D', 900]),
			today,
			{ units: ['Socialnämnden'], freeText: true }
		);
		expect(list).toMatchObject({ asked: 1, askedOre: 500, ended: 2 });
		const [first] = list.owners;
		expect(first?.systems[0]?.missing).not.toContain('integrations');
		expect(first?.systems[0]?.missing).not.toContain('used_by');
		expect(first?.systems[0]?.missing).toContain('system_owner');
	});

	it('takes okänt for no answer, and can be one field alone', () => {
		const lines = [line('A', { data_export: 'okänt' }), line('B', { data_export: 'nej' })];
		const list = workListOf(lines, cost(['A', 5], ['B', 7]), today, everything, 'data_export');
		expect(list.owners.map(({ systems }) => systems.map(({ systemId }) => systemId))).toEqual([['A']]);
	});
});

test('what is sent to controllers only is not asked of others', () => {
	const lines = [line('A', { unit: 'Socialnämnden' })];
	const fields = (freeText: boolean) =>
		workListOf(lines, cost(), today, { units: null, freeText }).fields.map(({ field }) => field);
	expect(fields(true)).toContain('integrations');
	expect(fields(false)).not.toContain('integrations');
	expect(fields(false)).toContain('users');
});

test('whatever is missing, owners share the kronor of the systems that lack something, each once', () => {
	const lines = fc.array(
		fc.record({
			unit: fc.constantFrom(null, 'X', 'Y'),
			system_owner: fc.constantFrom(null, 'Chef', 'Ledare'),
			users: fc.constantFrom(null, 0, 12),
			ore: fc.integer({ min: -1000, max: 100_000 })
		}),
		{ maxLength: 30 }
	);
	fc.assert(
		fc.property(lines, (drawn) => {
			const register = drawn.map(({ ore: _, ...said }, index) => line(`S-${index}`, said));
			const spent = cost(...drawn.map(({ ore }, index): [string, number] => [`S-${index}`, ore]));
			const list = workListOf(register, spent, today, everything);
			const all = drawn.reduce((sum, { ore }) => sum + ore, 0);
			expect(list.owners.reduce((sum, { ore }) => sum + ore, 0)).toBe(all);
			expect(list.lackingOre).toBe(all);
			for (const { field, ore } of list.fields) {
				const without = register.filter((one) => one[field] === null);
				expect(ore).toBe(without.reduce((sum, { system_id: id }) => sum + (spent.get(id)?.ore ?? 0), 0));
			}
		})
	);
});

describe('an answer that comes back', () => {
	const standing: Completion = {
		id: 4,
		kind: 'system',
		recordId: 'A',
		field: 'users',
		value: '120',
		source: 'Möte',
		sourceDay: day('2026-05-02'),
		author: 'Karin Sundvall',
		created: '2026-05-03T08:00:00.000Z'
	};
	const judge: AnswerJudge = {
		lines: new Map([
			['A', line('A', { unit: 'Socialnämnden', users: 120, operating_form: 'SaaS' })],
			['B', line('B', { unit: 'Kulturnämnden' })]
		]),
		standing: (id, field) => (id === 'A' && field === 'users' ? standing : null),
		fieldOf: (header) => completableFields.system.find((field) => field.header === header) ?? null,
		withheld: [],
		forControllers: [],
		units: null,
		read: (field, text) => readCompletedValue(field, text, 'system'),
		today,
		source: '',
		sourceDay: ''
	};
	const row = (
		systemId: string,
		header: string,
		answer: string,
		more: Partial<AnswerRow> = {}
	): AnswerRow => ({
		row: 2,
		systemId,
		header,
		answer,
		source: 'Frågeblad',
		sourceDay: '2026-08-30',
		...more
	});
	const judged = (...rows: AnswerRow[]) => judgeAnswers(rows, judge);
	const fate = (one: AnswerRow, with_: Partial<AnswerJudge> = {}) => {
		const [first] = judgeAnswers([one], { ...judge, ...with_ });
		return first && [first.state, first.state === 'rejected' ? first.fault : ''];
	};

	it('fills what is empty, and empty answers are no answers', () => {
		expect(judged(row('B', 'driftform', 'SaaS'), row('B', 'livscykel', ''))).toMatchObject([
			{ state: 'new', value: 'SaaS', source: 'Frågeblad', systemName: 'System B' }
		]);
	});

	it('never replaces what somebody has answered unless a person chooses it', () => {
		const [other] = judged(row('A', 'antal_anvandare', '200'));
		expect(other).toMatchObject({ state: 'differs', value: '200', standing: { id: 4 } });
		expect(other && answerFate(other, false)).toBe(
			'Karin Sundvall, 2026-05-03 svarade 120. Det står kvar om du inte väljer Ersätt.'
		);
		expect(fate(row('A', 'antal_anvandare', '120'))).toEqual(['same', '']);
	});

	it('leaves the register its word', () => {
		expect(judged(row('A', 'driftform', 'egen'))).toMatchObject([{ state: 'register', known: 'SaaS' }]);
		expect(fate(row('A', 'driftform', 'SaaS'))).toEqual(['same', '']);
	});

	it('is refused with what is wrong', () => {
		expect(fate(row('', 'driftform', 'egen'))).toEqual(['rejected', 'no_system']);
		expect(fate(row('Z', 'driftform', 'egen'))).toEqual(['rejected', 'unknown_system']);
		expect(fate(row('B', 'farg', 'blå'))).toEqual(['rejected', 'unknown_field']);
		expect(fate(row('B', 'driftform', 'kanske'))).toEqual(['rejected', 'unreadable']);
		expect(fate(row('B', 'systemagare', '19121212-1212'))).toEqual(['rejected', 'unreadable']);
		expect(fate(row('B', 'driftform', 'egen', { source: '' }))).toEqual(['rejected', 'no_source']);
		expect(fate(row('B', 'driftform', 'egen', { sourceDay: 'i går' }))).toEqual([
			'rejected',
			'no_source_day'
		]);
		expect(fate(row('B', 'driftform', 'egen', { sourceDay: '2027-01-01' }))).toEqual([
			'rejected',
			'later_source_day'
		]);
		expect(fate(row('B', 'driftform', 'egen'), { units: ['Socialnämnden'] })).toEqual([
			'rejected',
			'not_own'
		]);
		expect(fate(row('B', 'anvands_av', 'X'), { withheld: ['used_by'] })).toEqual(['rejected', 'withheld']);
		expect(fate(row('B', 'integrationer', '3'), { forControllers: ['integrations'] })).toEqual([
			'rejected',
			'for_controllers'
		]);
	});

	it('is refused where the file answers the same question in two ways, and counted once where it repeats itself', () => {
		expect(
			judged(row('B', 'driftform', 'egen'), row('B', 'driftform', 'SaaS', { row: 3 })).map(
				({ state }) => state
			)
		).toEqual(['rejected', 'rejected']);
		expect(
			judged(row('B', 'driftform', 'egen'), row('B', 'driftform', 'egen', { row: 3 })).map(
				({ state }) => state
			)
		).toEqual(['new', 'same']);
	});

	it('takes the source of the page where its row has none', () => {
		const named = { source: 'Frågeblad, it-chef', sourceDay: '2026-08-01' };
		expect(fate(row('B', 'driftform', 'egen', { source: '', sourceDay: '' }), named)).toEqual(['new', '']);
	});
});

test('a letter says every question, and is cut with a word about it where an address would be too long', () => {
	const list = workListOf(
		Array.from({ length: 20 }, (_, index) => line(`S-${index}`)),
		new Map(),
		today,
		everything
	);
	const [nobody] = list.owners;
	if (!nobody) throw new Error('Nobody is asked');
	const letter = letterOf(nobody, 'Lindskärs kommun');
	for (const field of askedFields) expect(letter.body).toContain(ownerQuestion(field));
	const address = mailAddress(letter);
	expect(address.startsWith('mailto:?subject=Fr%C3%A5gor%20om%2020%C2%A0it-system')).toBe(true);
	expect(address.length).toBeLessThan(2000);
	expect(decodeURIComponent(address)).toContain('Brevet blev för långt');
	const short = mailAddress({ subject: 'Frågor', body: 'Hej!\n\nEn fråga.' });
	expect(decodeURIComponent(short)).toBe('mailto:?subject=Frågor&body=Hej!\r\n\r\nEn fråga.');
});
