// A side of a move, in words: how the rows are tagged, and by which rule.
import type { MoveSides } from '$lib/queries/tagging-moves';
import type { Rule, RuleSet } from '$lib/tagging/rule';
import { previewWords, tagsInWords, type TagsOfSide } from '$lib/text/tagging';

type Side = 'before' | 'after';

export function sideTags(move: MoveSides, side: Side): TagsOfSide {
	return side === 'before'
		? {
				judged: move.before_judged,
				cost_kind: move.before_cost_kind,
				orientation: move.before_orientation,
				system_id: move.before_system_id,
				contract_id: move.before_contract_id,
				maker: move.before_maker
			}
		: {
				judged: move.after_judged,
				cost_kind: move.after_cost_kind,
				orientation: move.after_orientation,
				system_id: move.after_system_id,
				contract_id: move.after_contract_id,
				maker: move.after_maker
			};
}

/**
 * "Konsult, utveckling (regel 12)"; "(hand)" and "(filen)" where no rule decides.
 * @param rules the set that the side was judged by
 * @param numbered the set whose numbers the reader sees, if it is another
 */
export function sideText(
	move: MoveSides,
	side: Side,
	rules: RuleSet,
	systemName: (id: string) => string,
	numbered: RuleSet = rules
): string {
	const position = side === 'before' ? move.before_rule : move.after_rule;
	const source = side === 'before' ? move.before_source : move.after_source;
	const rule = position === null ? undefined : rules.regler[position];
	const who = source === 'hand' ? 'hand' : source === 'fil' ? 'filen' : rule && ruleText(rule, numbered);
	return `${tagsInWords(sideTags(move, side), systemName)}${who ? ` (${who})` : ''}`;
}

function ruleText({ id, namn }: Rule, { regler }: RuleSet): string {
	const position = regler.findIndex((rule) => rule.id === id);
	return position < 0 ? previewWords.removedRule(namn) : `regel ${position + 1}`;
}
