// A group of untagged rows as the list shows it, and the rules that are made of such groups.
import { costKinds, findListed, orientations } from '$lib/domain/cost-kind';
import type { SuggestedTags } from '$lib/domain/tag-suggestion';
import type { Engine } from '$lib/engine/engine';
import { ask } from '$lib/queries/query';
import { taggingSpellings } from '$lib/queries/tagging-rows';
import { untaggedGroupings, type UntaggedGrouping } from '$lib/queries/tagging-untagged';
import type { Rule, RuleTags } from '$lib/tagging/rule';
import { ruleFromGroups } from '$lib/tagging/rule-from-group';
import { suggestedNameWords } from '$lib/text/tagging-editor';
import { nameOfRule, workWords } from '$lib/text/tagging-work';

/** What the list knows of a group. */
export interface ListedGroup {
	supplier_key: string | null;
	supplier: string | null;
	account: string | null;
	account_text: string | null;
	unit: string | null;
	row_count: number;
	absolute_ore: number;
}

/** Names a group among those of a list. */
export function groupKey({ supplier_key, account, unit }: ListedGroup): string {
	return JSON.stringify([supplier_key, account, unit]);
}

export function supplierName({
	supplier,
	supplier_key
}: Pick<ListedGroup, 'supplier' | 'supplier_key'>): string {
	return supplier ?? supplier_key ?? workWords.withoutSupplier;
}

export function accountName({
	account,
	account_text
}: Pick<ListedGroup, 'account' | 'account_text'>): string {
	return account === null ? workWords.withoutAccount : [account, account_text].filter(Boolean).join(' ');
}

/** The group in words: "Vindrosa Teknik AB, 745 Konsulter". */
export function groupName(by: UntaggedGrouping, group: ListedGroup): string {
	return untaggedGroupings[by]
		.map((key) => {
			if (key === 'supplier_key') return supplierName(group);
			return key === 'account' ? accountName(group) : (group.unit ?? workWords.withoutUnit);
		})
		.join(', ');
}

/** A name that was masked at import stands for many suppliers: no rule can be about one of them. */
export function isMasked({ supplier }: Pick<ListedGroup, 'supplier'>): boolean {
	return supplier !== null && /^(\[innehåller personuppgifter\]|\*{3,})$/i.test(supplier.trim());
}

/** Suggested tags as a rule sets them; what is unknown is not set. */
export function tagsOfSuggestion({ it_cost, cost_kind, orientation, system_id }: SuggestedTags): RuleTags {
	const tags: RuleTags = { it_kostnad: it_cost };
	const kind = findListed(costKinds, cost_kind ?? '');
	const aim = findListed(orientations, orientation ?? '');
	if (kind && kind !== 'Okänt') tags.kostnadsslag = kind;
	if (aim && aim !== 'okänd') tags.inriktning = aim;
	if (system_id) tags.system_id = system_id;
	return tags;
}

/** What a rule sets, in a word or two; empty when nothing yet. */
export function whatIsSet({ it_kostnad, kostnadsslag }: RuleTags): string {
	if (it_kostnad === 'nej' || it_kostnad === 'kandidat') return suggestedNameWords[it_kostnad];
	return kostnadsslag ?? (it_kostnad ? suggestedNameWords[it_kostnad] : '');
}

interface RuleWanted {
	id: string;
	by: UntaggedGrouping;
	groups: readonly ListedGroup[];
	/** The list is held to accounts that begin so. */
	accountPrefix: string;
	satt: RuleTags;
}

/** The rule of some groups, with the names that the ledger has for their suppliers. @throws what the engine throws */
export async function ruleOfGroups(
	engine: Engine,
	{ id, by, groups, accountPrefix, satt }: RuleWanted
): Promise<Rule> {
	const columns: readonly string[] = untaggedGroupings[by];
	const [asksSupplier, asksAccount] = [columns.includes('supplier_key'), columns.includes('account')];
	const keys = asksSupplier ? [...new Set(groups.map(({ supplier_key }) => supplier_key))] : [];
	const names = groups.map((group) => {
		if (asksSupplier) return supplierName(group);
		if (!asksAccount) return group.unit ?? workWords.withoutUnit;
		return group.account === null ? workWords.withoutAccount : suggestedNameWords.account(group.account);
	});
	return ruleFromGroups({
		id,
		namn: nameOfRule(whatIsSet(satt), [...new Set(names)]),
		groups: groups.map(({ supplier_key, account, unit }) => ({
			...(asksSupplier ? { supplier_key } : {}),
			...(asksAccount ? { account } : {}),
			...(columns.includes('unit') ? { unit } : {})
		})),
		spellings: keys.length ? await ask(engine, taggingSpellings, { keys }) : [],
		...(accountPrefix ? { accountPrefix } : {}),
		satt
	});
}

/** Groups that one rule is made of, and what it sets. */
export interface RuleLot {
	groups: readonly ListedGroup[];
	satt: RuleTags;
}

/** One lot for each kind of suggestion, in the order that they come; groups without a suggestion are left out. */
export function suggestedLots(
	groups: readonly { group: ListedGroup; suggestion: { tags: SuggestedTags } | undefined }[]
): RuleLot[] {
	const lots = new Map<string, { groups: ListedGroup[]; satt: RuleTags }>();
	for (const { group, suggestion } of groups) {
		if (!suggestion) continue;
		const satt = tagsOfSuggestion(suggestion.tags);
		const lot = lots.get(JSON.stringify(satt)) ?? { groups: [], satt };
		lot.groups.push(group);
		lots.set(JSON.stringify(satt), lot);
	}
	return [...lots.values()];
}
