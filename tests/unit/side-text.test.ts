// How a moved row is said to be tagged before and after.
import { expect, it } from 'vitest';
import type { MoveSides } from '$lib/queries/tagging-moves';
import { defaultRules } from '$lib/tagging/default-rules';
import { addRule, emptyRule, removeRule } from '$lib/tagging/edit-rules';
import { sideText } from '../../src/routes/(app)/taggning/parts/preview/side-text';

const side = { cost_kind: null, orientation: null, system_id: null, contract_id: null, maker: null };
const prefixed = <Prefix extends string>(prefix: Prefix, of: object) =>
	Object.fromEntries(Object.entries(of).map(([name, value]) => [`${prefix}_${name}`, value]));
const move = {
	...prefixed('before', { ...side, judged: 'kandidat', source: 'regel', rule: 8, version: 1 }),
	...prefixed('after', { ...side, judged: 'nej', source: 'regel', rule: 8, version: 1 })
} as unknown as MoveSides;

it('numbers the rule of each side as the reader sees the rules', () => {
	const draft = addRule(defaultRules, emptyRule('NY'), 8);
	const before = sideText(move, 'before', defaultRules, String, draft);
	expect(before).toContain('(regel 10)');
	expect(sideText(move, 'after', draft, String)).toContain('(regel 9)');
	expect(sideText(move, 'before', defaultRules, String)).toContain('(regel 9)');
});

it('names a rule that the draft has removed', () => {
	const gone = defaultRules.regler[8];
	const draft = removeRule(defaultRules, gone?.id ?? '');
	expect(sideText(move, 'before', defaultRules, String, draft)).toContain(
		`(borttagen regel ”${gone?.namn ?? ''}”)`
	);
});
