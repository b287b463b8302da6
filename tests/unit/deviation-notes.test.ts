import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsoDay } from '$lib/domain/day';
import { noteState, passesLimit, standardDeviationLimit } from '$lib/domain/deviation-limit';
import {
	daysLeft,
	nextFollowUp,
	notesIn,
	notesOf,
	openNotes,
	type NoteVersion
} from '$lib/domain/deviation-note';
import { standardFollowUps } from '$lib/domain/follow-up-setting';
import { daysLeftText, limitSentence } from '$lib/text/deviation-notes';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const version = (id: number, followUp: string, more: Partial<NoteVersion> = {}): NoteVersion => ({
	id,
	note: 1,
	year: 2026,
	followUp,
	unit: 'Skolnämnden',
	costKind: null,
	cause: 'Priset höjdes',
	measure: 'Säger upp licenser',
	effect: '',
	responsible: 'Anna',
	due: null,
	closed: null,
	author: 'Maja',
	created: '2026-05-10T08:00:00.000Z',
	...more
});
const shown = (versions: NoteVersion[], year: number, followUp: string) =>
	notesIn(notesOf(versions), { year, followUp }, standardFollowUps);

describe('a note', () => {
	it('is not shown before the follow-up that it was written in', () => {
		expect(shown([version(1, 'T2')], 2026, 'T1')).toEqual([]);
		expect(shown([version(1, 'T2')], 2025, 'VB')).toEqual([]);
	});

	it('is carried to every later follow-up until it is closed, across the year', () => {
		for (const [year, followUp] of [
			[2026, 'T2'],
			[2026, 'VB'],
			[2027, 'T1']
		] as const) {
			const [note] = shown([version(1, 'T1')], year, followUp);
			expect(note).toMatchObject({ from: { year: 2026, followUp: 'T1' }, untouched: true });
		}
	});

	it('is taken further where it is updated, and stands in the earlier follow-up as it stood then', () => {
		const versions = [version(1, 'T1'), version(2, 'T2', { measure: 'Har sagt upp licenser' })];
		expect(shown(versions, 2026, 'T2')).toMatchObject([
			{ standing: { measure: 'Har sagt upp licenser' }, untouched: false, later: null }
		]);
		expect(shown(versions, 2026, 'T1')).toMatchObject([
			{ standing: { measure: 'Säger upp licenser' }, from: null, later: { id: 2 } }
		]);
	});

	it('shows what came of it where it was closed, and nowhere after', () => {
		const versions = [version(1, 'T1'), version(2, 'T2', { closed: 'Kostnaden sjönk' })];
		expect(shown(versions, 2026, 'T2')).toMatchObject([{ standing: { closed: 'Kostnaden sjönk' } }]);
		expect(shown(versions, 2026, 'VB')).toEqual([]);
		expect(openNotes(notesOf(versions))).toEqual([]);
	});

	it('of a follow-up that the municipality no longer has is shown from the start of its year', () => {
		expect(shown([version(1, 'Mars')], 2026, 'T1')).toHaveLength(1);
		expect(shown([version(1, 'Mars')], 2025, 'VB')).toEqual([]);
	});

	it('that is late stands first among the open ones, and one without a day last', () => {
		const versions = [
			version(1, 'T1'),
			version(2, 'T1', { note: 2, due: parseIsoDay('2026-12-15') }),
			version(3, 'T1', { note: 3, due: parseIsoDay('2026-06-30') })
		];
		expect(openNotes(notesOf(versions)).map(({ id }) => id)).toEqual([3, 2, 1]);
	});

	it('says how many days are left', () => {
		const today = parseIsoDay('2026-11-22');
		if (!today) throw new Error('no day');
		expect(plain(daysLeftText(daysLeft({ due: parseIsoDay('2026-12-15') }, today) ?? 0))).toBe(
			'23 dagar kvar'
		);
		expect(plain(daysLeftText(daysLeft({ due: parseIsoDay('2026-11-21') }, today) ?? 0))).toBe(
			'Försenad 1 dag'
		);
	});
});

it('the follow-up after the last of a year is the first of the next', () => {
	expect(nextFollowUp({ year: 2026, cut: 8 }, standardFollowUps)).toEqual({ year: 2026, followUp: 'VB' });
	expect(nextFollowUp({ year: 2026, cut: 12 }, standardFollowUps)).toEqual({ year: 2027, followUp: 'T1' });
});

describe('the limit', () => {
	const line = (deviationYear: number | null, budgetYear: number | null) => ({ deviationYear, budgetYear });
	const tkr = 100_000;

	it('is passed only when both the share and the amount are', () => {
		const limit = standardDeviationLimit;
		expect(passesLimit(line(-101 * tkr, 5_000 * tkr), limit)).toBe(true);
		expect(passesLimit(line(-100 * tkr, 5_000 * tkr), limit)).toBe(false);
		expect(passesLimit(line(-101 * tkr, 6_000 * tkr), limit)).toBe(false);
		expect(passesLimit(line(-300 * tkr, 15_000 * tkr), limit)).toBe(false);
	});

	it('concerns what is better than budget only when it is set to', () => {
		expect(passesLimit(line(500 * tkr, 5_000 * tkr), standardDeviationLimit)).toBe(false);
		expect(passesLimit(line(500 * tkr, 5_000 * tkr), { ...standardDeviationLimit, better: true })).toBe(true);
	});

	it('says that it does not know where the deviation is unknown', () => {
		expect(noteState(line(null, 5_000), [], standardDeviationLimit)).toBe('unknown');
	});

	it('goes by the amount alone where nothing is budgeted', () => {
		expect(passesLimit(line(-101 * tkr, 0), standardDeviationLimit)).toBe(true);
	});

	it('is never passed by less than what it passes', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -1e12, max: 0 }),
				fc.integer({ min: 1, max: 1e12 }),
				(deviation, budget) => {
					const passed = passesLimit(line(deviation, budget), standardDeviationLimit);
					if (passed) expect(passesLimit(line(deviation - 1, budget), standardDeviationLimit)).toBe(true);
					if (passed) expect(-deviation * 50).toBeGreaterThan(budget);
				}
			)
		);
	});

	it('asks for a note, and tells a carried note from one of this follow-up', () => {
		const beyond = line(-900 * tkr, 5_000 * tkr);
		expect(noteState(beyond, [], standardDeviationLimit)).toBe('missing');
		expect(noteState(beyond, shown([version(1, 'T1')], 2026, 'T2'), standardDeviationLimit)).toBe('carried');
		expect(noteState(beyond, shown([version(1, 'T2')], 2026, 'T2'), standardDeviationLimit)).toBe('noted');
		expect(noteState(line(0, 5_000 * tkr), [], standardDeviationLimit)).toBe('under');
	});

	it('is said in words', () => {
		expect(plain(limitSentence({ percent: 2.5, amount: 10_000_000, better: false }))).toBe(
			'En nämnd som går mer än 2,5 % och mer än 100 tkr över sin årsbudget ska ha en kommentar.'
		);
	});
});
