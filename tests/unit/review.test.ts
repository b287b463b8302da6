// Where a thread stands, whichever way its posts came, and which verdict stands.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { flagKey, postKinds, standingVerdicts, threadStatus, type PostKind } from '$lib/domain/review';
import { subjectsOfFlag } from '$lib/server/review/flag-subject';
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

const saved = (id: number, author: string, decided = false) => ({ id, author, decided });

test('each person holds the latest of his or her own, and nobody replaces what a meeting has decided', () => {
	expect(standingVerdicts([])).toEqual({ decision: null, held: [], replaced: [] });
	const [karin, lars, meeting, later] = [
		saved(1, 'Karin'),
		saved(2, 'Lars'),
		saved(3, 'Karin', true),
		saved(4, 'Karin')
	];
	expect(standingVerdicts([karin, lars])).toEqual({ decision: null, held: [lars, karin], replaced: [] });
	expect(standingVerdicts([karin, lars, meeting, later])).toEqual({
		decision: meeting,
		held: [later, lars],
		replaced: [karin]
	});
	const again = saved(5, 'Lars', true);
	expect(standingVerdicts([meeting, again])).toEqual({ decision: again, held: [], replaced: [meeting] });
});

test('every verdict is decided, held or replaced, in whatever order they are listed', () => {
	const some = fc.uniqueArray(
		fc.record({ id: fc.nat(), author: fc.constantFrom('Karin', 'Lars'), decided: fc.boolean() }),
		{ selector: ({ id }) => id }
	);
	fc.assert(
		fc.property(some, (verdicts) => {
			const { decision, held, replaced } = standingVerdicts(verdicts);
			const all = [...(decision ? [decision] : []), ...held, ...replaced];
			expect(all.map(({ id }) => id).toSorted()).toEqual(verdicts.map(({ id }) => id).toSorted());
			expect(standingVerdicts(verdicts.toReversed())).toEqual({ decision, held, replaced });
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

test('a flag about a nämnd’s part is another than that of the whole, and is about the nämnd for who sees it', () => {
	const subject = { contractId: null, supplierKey: 'A', costKind: 'Drift', year: 2026 };
	const keys = [flagKey(subject), flagKey({ ...subject, unit: 'X' }), flagKey({ ...subject, unit: 'Y' })];
	expect(new Set(keys).size).toBe(3);
	// What was put aside before flags could be of a nämnd keeps its key.
	expect(flagKey({ ...subject, unit: null })).toBe('[null,"A","Drift",2026]');
	expect(subjectsOfFlag(flagKey({ ...subject, unit: 'X' }))).toEqual([
		{ kind: 'supplier', key: 'A' },
		{ kind: 'unit', key: 'X' }
	]);
});
