// A draft of rules that is kept in the browser.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepDraft, keepStranded, keptDraft, strandedDraft } from '$lib/state/tagging-draft';
import { defaultRules } from '$lib/tagging/default-rules';
import { addRule, emptyRule } from '$lib/tagging/edit-rules';

beforeEach(() => {
	const kept = new Map<string, string>();
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value),
		removeItem: (key: string) => kept.delete(key)
	});
});
afterEach(() => vi.unstubAllGlobals());

it('comes back as it was, unfinished rules with it, for its own account only', () => {
	const draft = addRule(defaultRules, emptyRule('R1'), 0);
	keepDraft('maja', draft);
	expect(keptDraft('maja')).toMatchObject({ basedOn: defaultRules.version, set: draft });
	expect(keptDraft('karin')).toBeNull();
	keepDraft('maja', null);
	expect(keptDraft('maja')).toBeNull();
});

it('does not write over the draft that an earlier version left', () => {
	keepDraft('maja', defaultRules);
	const left = keptDraft('maja');
	keepStranded('maja', left);
	keepDraft('maja', addRule(defaultRules, emptyRule('R1'), 0));
	keepDraft('maja', null);
	expect(left).not.toBeNull();
	expect(strandedDraft('maja')).toEqual(left);
	keepStranded('maja', null);
	expect(strandedDraft('maja')).toBeNull();
});

it.each(['', '{}', '{"basedOn":1,"kept":"x","set":{"regler":[{"id":"A"}]}}', 'null'])(
	'is forgotten when what is kept is no draft: %s',
	(text) => {
		localStorage.setItem('genomlys.taggning.maja', text);
		expect(keptDraft('maja')).toBeNull();
	}
);
