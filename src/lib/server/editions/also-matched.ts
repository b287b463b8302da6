// Which rule tagged a row, and which others matched it: named once per combination of matches, not once per row.
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { lockedMonths, type Tagging } from '$lib/tagging/locked-months';
import { matchColumns, matchedPositions } from '$lib/domain/rule-matches';
import type { RuleSet } from '$lib/tagging/rule';
import { handTagId } from './build-rules';

/** Divides the rule ids in `also_matched`. */
const between = '|';

/** Every rule set that tags a row. */
function setsOf(tagging: Tagging): RuleSet[] {
	return [tagging.rules, ...lockedMonths(tagging).map(({ rules }) => rules)];
}

/** SQL of what decides a row's rules: the version, the hand tag and the matches. Reads the columns of tagged rows. */
export function matchKeySql(tagging: Tagging): string {
	const columns = Math.max(...setsOf(tagging).map(({ regler }) => matchColumns(regler.length)));
	const matches = Array.from({ length: columns }, (_, column) => `match_${column}`);
	const parts = ['rule_version', 'hand_position', ...matches].map((part) => `coalesce(${part}, -1)`);
	return `concat_ws(',', ${parts.join(', ')})`;
}

/**
 * Makes the table `rule_of_matches` for the table `tagged`: `match_key` → `rule_id` (of the hand tag, else of the first rule
 * that matched) and `also_matched` (ids of the others in their order, NULL when there are none).
 */
export async function nameRules(database: NativeDatabase, tagging: Tagging): Promise<void> {
	const sets = setsOf(tagging);
	const found = await database.run('SELECT DISTINCT match_key FROM tagged');
	await database.execute(
		'CREATE TEMP TABLE rule_of_matches (match_key VARCHAR, rule_id VARCHAR, also_matched VARCHAR)'
	);
	await database.appendRows(
		'rule_of_matches',
		3,
		found.map(({ match_key }) => {
			const [version, hand = -1, ...own] = String(match_key).split(',').map(Number);
			const set = sets.find((candidate) => candidate.version === version);
			const ids = matchedPositions(own.slice(0, matchColumns(set?.regler.length ?? 0))).map(
				(position) => set?.regler[position]?.id ?? ''
			);
			const [first, ...rest] = hand >= 0 ? [handTagId(hand), ...ids] : ids;
			return [String(match_key), first ?? null, rest.length ? rest.join(between) : null];
		})
	);
}
