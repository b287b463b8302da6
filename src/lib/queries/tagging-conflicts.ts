// Where rules that match the same rows want different tags. Counted from the groups of tagging-rule-figures.
import { matchedPositions } from '$lib/domain/rule-matches';
import { tagColumns } from '$lib/domain/tag-columns';
import { bound, sqlText as sql } from '$lib/engine/sql-text';
import type { Statement } from './query';
import { isOwnTag, matchNames, type RuledTable } from './tagging-table';
import { matchesOf, winnerOf, type MatchGroup, type Winner } from './tagging-rule-figures';

/** The tags that are compared, by the names of the rule file. */
export const conflictFields = [
	'it_kostnad',
	'kostnadsslag',
	'inriktning',
	'system_id',
	'avtals_id',
	'verklig_leverantor'
] as const;
export type ConflictField = (typeof conflictFields)[number];

export type ComparedTags = Partial<Record<ConflictField, string>>;

/** What a rule sets, as the rule file has it. */
export interface ComparedRule {
	satt: ComparedTags;
	dela?: readonly { satt: ComparedTags }[];
}

/** Rows that one decides and another would have tagged otherwise. */
export interface ConflictPair {
	winner: Winner;
	/** Position of the rule that lost. */
	loser: number;
	/** The tags that differ. */
	fields: ConflictField[];
	rows: number;
	absoluteOre: number;
}

export interface RuleConflicts {
	/** Largest first. */
	pairs: ConflictPair[];
	/** Rows and |öre| in conflict, each row once however many rules lost. */
	rows: number;
	absoluteOre: number;
	/** `conflictKey` of each group with a conflict, for tagging-coverage. */
	keys: string[];
}

/** Names a group: who won, which part, and who matched. The same text as `inConflict` makes of a row. */
export function conflictKey(group: MatchGroup): string {
	return [
		group.tag_source ?? '',
		group.rule_position ?? '',
		group.part ?? '',
		...ownTagsOf(group),
		...matchesOf(group)
	].join('\u001f');
}

/**
 * Whether a row of a judged table, or a group of such rows, is in one of the groups that `conflictKey` names.
 * @param keys `keys` of ruleConflicts for the same table
 */
export function inConflict(table: Pick<RuledTable, 'matchColumns'>, keys: readonly string[]): Statement {
	const own = tagColumns.map(
		(tag) => `CASE WHEN ${isOwnTag()} THEN coalesce(${tag}::VARCHAR, '') ELSE '' END`
	);
	const parts = [
		...['tag_source', 'rule_position', 'part'].map((column) => `coalesce(${column}::VARCHAR, '')`),
		...own,
		...matchNames(table).map((match) => `${match}::VARCHAR`)
	];
	return sql`concat_ws(chr(31), ${parts.join(', ')})
		IN (SELECT unnest(string_split(${bound(keys.join('\u001e'))}::VARCHAR, chr(30))))`;
}

function ownTagsOf(group: MatchGroup): string[] {
	return tagColumns.map((tag) => group[tag] ?? '');
}

/**
 * Conflicts of the rules that made the groups. Two disagree where both set a tag and to different values. A judgement above
 * a rule that only names candidates is how candidates are meant to be sorted, and no conflict; a candidate rule that stands
 * above a judgement and hides it is one.
 * @param rules all rules, by position
 */
export function ruleConflicts(groups: readonly MatchGroup[], rules: readonly ComparedRule[]): RuleConflicts {
	const pairs = new Map<string, ConflictPair>();
	const keys: string[] = [];
	let rows = 0;
	let absoluteOre = 0;
	for (const group of groups) {
		const winner = winnerOf(group);
		if (winner === null) continue;
		const winning = tagsOfWinner(group, winner, rules);
		let isConflict = false;
		for (const loser of matchedPositions(matchesOf(group))) {
			const rule = rules[loser];
			if (loser === winner || !rule) continue;
			const fields = disagreements(winning, rule);
			if (!fields.length) continue;
			isConflict = true;
			const key = `${winner} ${loser}`;
			const pair = pairs.get(key) ?? { winner, loser, fields: [], rows: 0, absoluteOre: 0 };
			pair.fields = conflictFields.filter((field) => pair.fields.includes(field) || fields.includes(field));
			pair.rows += group.row_count;
			pair.absoluteOre += group.absolute_ore;
			pairs.set(key, pair);
		}
		if (!isConflict) continue;
		rows += group.row_count;
		absoluteOre += group.absolute_ore;
		keys.push(conflictKey(group));
	}
	return {
		pairs: [...pairs.values()].sort((a, b) => b.absoluteOre - a.absoluteOre || b.rows - a.rows),
		rows,
		absoluteOre,
		keys
	};
}

function tagsOfWinner(group: MatchGroup, winner: Winner, rules: readonly ComparedRule[]): ComparedTags {
	if (typeof winner === 'number') {
		const rule = rules[winner];
		const part = group.part === null ? undefined : rule?.dela?.[group.part - 1];
		return { ...rule?.satt, ...part?.satt };
	}
	const tags = ownTagsOf(group);
	return Object.fromEntries(conflictFields.map((field, index) => [field, tags[index] || undefined]));
}

/** The fields in which the winner's tags are not what the loser would have set on the row, or on any of its parts. */
function disagreements(winning: ComparedTags, { satt, dela }: ComparedRule): ConflictField[] {
	const wanted = dela?.length ? dela.map((part) => ({ ...satt, ...part.satt })) : [satt];
	return conflictFields.filter((field) => wanted.some((tags) => differs(field, winning, tags)));
}

function differs(field: ConflictField, winning: ComparedTags, losing: ComparedTags): boolean {
	const [won, lost] = [winning[field], losing[field]];
	if (won === undefined || lost === undefined || won === lost) return false;
	if (field === 'it_kostnad') return lost !== 'kandidat';
	// The other tags are those of IT rows: what is not IT has none to disagree about.
	return winning.it_kostnad !== 'nej' && losing.it_kostnad !== 'nej';
}
