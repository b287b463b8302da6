// What rows that are already judged say of a group that is not: the best suggestion, and how sure it is. Never applied unasked.

/**
 * What the evidence shares with the group, the best first.
 * - `supplier_account`: the same supplier and account.
 * - `supplier_prefix`: the same supplier, accounts that begin with the same three digits.
 * - `supplier`: the same supplier.
 * - `account_text_word`: the same account, and a word of the rows' free text.
 * - `account_name_word`: the same account, other suppliers with a word of the supplier's name.
 * - `name_word`: other suppliers with a word of the supplier's name, any account.
 * - `supplier_outside`: the supplier's other rows, which no rule touches. Nobody has judged them.
 * - `account`: the same account, other suppliers.
 */
export const suggestionLevels = [
	'supplier_account',
	'supplier_prefix',
	'supplier',
	'account_text_word',
	'account_name_word',
	'name_word',
	'supplier_outside',
	'account'
] as const;
export type SuggestionLevel = (typeof suggestionLevels)[number];

/** Levels that say less than the number of rows makes believe: others' judgements, or nobody's. */
const weakLevels: readonly SuggestionLevel[] = ['name_word', 'supplier_outside', 'account'];

/** Where evidence was found; `supplier_outside` is counted from what the supplier has elsewhere. */
export type EvidenceLevel = Exclude<SuggestionLevel, 'supplier_outside'>;

export interface SuggestedTags {
	it_cost: 'ja' | 'nej';
	cost_kind: string | null;
	orientation: string | null;
	system_id: string | null;
}

/** Rows that are tagged alike. Each row counts at its nearest level only among the three of the supplier. */
export interface TagEvidence {
	/** Which of the asked groups, from 0. */
	group_index: number;
	level: EvidenceLevel;
	/** The word that is shared, at the levels of words. */
	word: string | null;
	/** Null: no rule touches the rows and nobody has judged them. */
	it_cost: 'ja' | 'nej' | null;
	cost_kind: string | null;
	orientation: string | null;
	system_id: string | null;
	row_count: number;
	/** |Öre|. */
	absolute_ore: number;
	/** How many suppliers the rows have. */
	suppliers: number;
}

export interface TagSuggestion {
	level: SuggestionLevel;
	word: string | null;
	/** What the agreeing rows have in common; null where they differ or have none. */
	tags: SuggestedTags;
	/** The lower of the two shares that agree, 0–1. */
	share: number;
	shareOfRows: number;
	shareOfOre: number;
	/** Rows that agree, and all rows that were looked at. */
	agreeing: number;
	rows: number;
	/** Words for a weaker colour: it rests on others' rows, or on rows that nobody has judged. */
	isWeak: boolean;
}

/** Less agreement than this suggests nothing. */
export const leastShare = 0.6;
/** Fewer rows than this suggest nothing. */
export const leastRows = 2;
/** Rows that nobody has judged say little: it takes this many of a supplier's. */
export const leastRowsOutside = 5;
/** An account alone says little: it takes this many rows. */
export const leastRowsOfAccount = 10;

/**
 * The best suggestion for one group, or null. Levels are tried in order. At a level the rows must agree by rows and by
 * |öre|; where they agree on being IT but not on all the tags, the tags that differ are left out.
 * @param evidence of this group only
 */
export function suggestTags(evidence: readonly TagEvidence[]): TagSuggestion | null {
	const near = (...levels: EvidenceLevel[]): TagEvidence[] =>
		evidence.filter(({ level }) => levels.includes(level));
	const ofSupplier = near('supplier_account', 'supplier_prefix', 'supplier');
	for (const level of suggestionLevels) {
		const found = ((): TagSuggestion | null => {
			switch (level) {
				case 'supplier_account':
					return agreed(level, near('supplier_account'));
				case 'supplier_prefix':
					return agreed(level, near('supplier_account', 'supplier_prefix'));
				case 'supplier':
					return agreed(level, ofSupplier);
				case 'supplier_outside':
					return outside(ofSupplier);
				case 'account': {
					const rows = near('account');
					return rowsOf(rows) >= leastRowsOfAccount ? agreed(level, rows) : null;
				}
				default:
					return bestWord(level, near(level));
			}
		})();
		if (found) return found;
	}
	return null;
}

/** The best suggestion of each group that has one, by group index. */
export function suggestionsByGroup(evidence: readonly TagEvidence[]): Map<number, TagSuggestion> {
	const groups = new Map<number, TagEvidence[]>();
	for (const line of evidence) groups.set(line.group_index, [...(groups.get(line.group_index) ?? []), line]);
	const found = new Map<number, TagSuggestion>();
	for (const [group, lines] of groups) {
		const suggestion = suggestTags(lines);
		if (suggestion) found.set(group, suggestion);
	}
	return found;
}

const tagNames = ['it_cost', 'cost_kind', 'orientation', 'system_id'] as const;

/** The largest combination of tags that enough of the rows have, with as many tags as they agree on. */
function agreed(level: SuggestionLevel, evidence: readonly TagEvidence[]): TagSuggestion | null {
	for (let count = tagNames.length; count > 0; count--) {
		const names = tagNames.slice(0, count);
		const combinations = new Map<string, TagEvidence[]>();
		for (const line of evidence) {
			if (line.it_cost === null) continue;
			const key = names.map((name) => line[name] ?? '').join('\u001f');
			combinations.set(key, [...(combinations.get(key) ?? []), line]);
		}
		for (const lines of combinations.values()) {
			const [first] = lines;
			if (!first || first.it_cost === null) continue;
			const tags: SuggestedTags = {
				it_cost: first.it_cost,
				cost_kind: names.includes('cost_kind') ? first.cost_kind : null,
				orientation: names.includes('orientation') ? first.orientation : null,
				system_id: names.includes('system_id') ? first.system_id : null
			};
			const suggestion = weighed(level, tags, lines, evidence);
			if (suggestion) return suggestion;
		}
	}
	return null;
}

/** Not IT, because next to none of what the supplier has elsewhere is. */
function outside(evidence: readonly TagEvidence[]): TagSuggestion | null {
	if (rowsOf(evidence) < leastRowsOutside) return null;
	const tags = { it_cost: 'nej', cost_kind: null, orientation: null, system_id: null } as const;
	return weighed(
		'supplier_outside',
		tags,
		evidence.filter(({ it_cost }) => it_cost !== 'ja'),
		evidence
	);
}

/** The word whose rows agree most; of equals the one with most rows. Other suppliers must be at least two. */
function bestWord(level: SuggestionLevel, evidence: readonly TagEvidence[]): TagSuggestion | null {
	const words = new Map<string, TagEvidence[]>();
	for (const line of evidence) {
		if (line.word !== null) words.set(line.word, [...(words.get(line.word) ?? []), line]);
	}
	let best: TagSuggestion | null = null;
	for (const [word, lines] of words) {
		if (level === 'name_word' && Math.max(...lines.map(({ suppliers }) => suppliers)) < 2) continue;
		const suggestion = agreed(level, lines);
		if (!suggestion) continue;
		const isBetter =
			!best ||
			suggestion.share > best.share ||
			(suggestion.share === best.share && suggestion.rows > best.rows);
		if (isBetter) best = { ...suggestion, word };
	}
	return best;
}

function weighed(
	level: SuggestionLevel,
	tags: SuggestedTags,
	agreeing: readonly TagEvidence[],
	all: readonly TagEvidence[]
): TagSuggestion | null {
	const rows = rowsOf(all);
	const allOre = oreOf(all);
	const shareOfRows = rows === 0 ? 0 : rowsOf(agreeing) / rows;
	const shareOfOre = allOre === 0 ? shareOfRows : oreOf(agreeing) / allOre;
	const share = Math.min(shareOfRows, shareOfOre);
	if (rowsOf(agreeing) < leastRows || share < leastShare) return null;
	return {
		level,
		word: null,
		tags,
		share,
		shareOfRows,
		shareOfOre,
		agreeing: rowsOf(agreeing),
		rows,
		isWeak: weakLevels.includes(level)
	};
}

function rowsOf(evidence: readonly TagEvidence[]): number {
	return evidence.reduce((sum, { row_count }) => sum + row_count, 0);
}

function oreOf(evidence: readonly TagEvidence[]): number {
	return evidence.reduce((sum, { absolute_ore }) => sum + absolute_ore, 0);
}

/** Words that suppliers and texts share without being alike: company forms, places of business, and masks. */
export const wordsWithoutMeaning: readonly string[] = [
	...[
		'aktiebolag',
		'aktiebolaget',
		'handelsbolag',
		'kommanditbolag',
		'ekonomisk',
		'förening',
		'filial',
		'publ'
	],
	...['enskild', 'firma', 'firman', 'ltd', 'gmbh', 'inc', 'aps', 'the', 'and', 'group', 'company', 'holding'],
	...[
		'sverige',
		'svenska',
		'sweden',
		'nordic',
		'norden',
		'scandinavia',
		'skandinavien',
		'stockholm',
		'kommun'
	],
	...['och', 'för', 'med', 'till', 'från', 'den', 'det', 'samt', 'utan', 'enl', 'enligt', 'per'],
	...['faktura', 'fakt', 'avser', 'period', 'januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli'],
	...['augusti', 'september', 'oktober', 'november', 'december'],
	...['leverantör', 'orgnr', 'innehåller', 'personuppgifter']
];
