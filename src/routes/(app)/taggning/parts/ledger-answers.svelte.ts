// What is asked of the whole ledger once, for the page's sentence, the list of rules and the work lists.
import { ruleConflicts } from '$lib/queries/tagging-conflicts';
import { taggingCoverage } from '$lib/queries/tagging-coverage';
import { taggingRuleFigures } from '$lib/queries/tagging-rule-figures';
import { createAnswer } from '$lib/state/answer.svelte';
import type { EditionState } from '$lib/state/edition.svelte';
import type { JudgedLedger } from '$lib/state/tagging-workbench.svelte';

export type LedgerAnswers = ReturnType<typeof createLedgerAnswers>;

/**
 * Call it while a component starts.
 * @param judged the whole ledger by the saved rules, read as runes are; null while it is being judged
 */
export function createLedgerAnswers(judged: () => JudgedLedger | null, edition: EditionState) {
	const asked = $derived.by(() => {
		const ledger = judged();
		return (
			ledger && { table: ledger.table, matchColumns: ledger.matchColumns, version: ledger.rules.version }
		);
	});
	const figures = createAnswer(() => asked && { query: taggingRuleFigures, input: asked }, edition);
	const conflicts = $derived.by(() => {
		const rules = judged()?.rules.regler;
		if (!rules || figures.current.name !== 'rows' || figures.current.stale) return null;
		return ruleConflicts(figures.current.rows, rules).keys;
	});
	const coverage = createAnswer(
		() => asked && conflicts && { query: taggingCoverage, input: { ...asked, conflicts } },
		edition
	);
	return {
		/** Who wins and who matches. */
		figures,
		/** |Öre| per nämnd and year by what judged them. */
		coverage,
		/** `keys` of the rules that disagree; null while they are counted. */
		get conflicts() {
			return conflicts;
		}
	};
}
