// Where a thread stands, whichever way its posts came, and which verdict stands.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { postKinds, standingVerdict, threadStatus, type PostKind } from '$lib/domain/review';
import { reviewLead } from '$lib/text/review';

const status = (...kinds: PostKind[]) => threadStatus(kinds.map((kind) => ({ kind })));

test.each<[string, PostKind[]]>([
	['waiting', ['question']],
	['answered', ['question', 'answer']],
	['waiting', ['question', 'answer', 'question']],
	['answered', ['question', 'answer', 'note']],
	['closed', ['question', 'decision']],
	['closed', ['question', 'answer', 'decision', 'note']],
	['waiting', ['question', 'answer', 'decision', 'reopening']],
	['answered', ['question', 'decision', 'reopening', 'answer']],
	['closed', ['question', 'decision', 'reopening', 'decision']],
	['note', ['note']],
	['note', ['note', 'answer']],
	['waiting', ['note', 'question']],
	['closed', ['note', 'decision']]
])('a thread is %s after %j', (expected, kinds) => {
	expect(status(...kinds)).toBe(expected);
});

test('an answer that comes while somebody closes leaves the thread closed, a question opens it again', () => {
	expect(status('question', 'decision', 'answer')).toBe('closed');
	expect(status('question', 'decision', 'question')).toBe('waiting');
});

test('whatever came before, a question at the end waits and a decision at the end closes', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...postKinds)), (kinds) => {
			expect(status(...kinds, 'question')).toBe('waiting');
			expect(status(...kinds, 'decision')).toBe('closed');
			const before = status(...kinds, 'question');
			expect(status(...kinds, 'question', 'note')).toBe(before);
		})
	);
});

test('the verdict that was saved last stands, in whatever order they are listed', () => {
	expect(standingVerdict([])).toBeNull();
	fc.assert(
		fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), (ids) => {
			expect(standingVerdict(ids.map((id) => ({ id })))?.id).toBe(Math.max(...ids));
		})
	);
});

test.each([
	[0, 0, 'Ingen fråga väntar på svar. Inget avtal har fått en bedömning i november.'],
	[1, 1, 'En fråga väntar på svar. Ett avtal fick en bedömning i november.'],
	[5, 2, 'Fem frågor väntar på svar. Två avtal fick en bedömning i november.']
])('the page says that %i questions wait and %i contracts were judged', (waiting, judged, sentence) => {
	expect(reviewLead(waiting, judged, '2026-11-22')).toBe(sentence);
});
