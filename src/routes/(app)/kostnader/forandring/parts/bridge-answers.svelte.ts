// The questions of Förändring, and what the page makes of their answers.
import { page } from '$app/state';
import { compareFromUrl, comparedMonths, usualComparison, type ComparedTo } from '$lib/domain/compared-to';
import { bridgeSteps, costBridge, effectsPerSupplier, type CostBridge } from '$lib/domain/cost-bridge';
import type { Period } from '$lib/domain/period';
import { comparedPurchases, type ComparedSpans } from '$lib/queries/compared-purchases';
import { licenceEffects, licencesFollow, type LicenceEffectRow } from '$lib/queries/licence-effects';
import { createAnswer } from '$lib/state/answer.svelte';
import type { PageContext } from '$lib/state/page-context';
import { comparedWords, type ComparedWords } from '$lib/text/bridge';
import type { NamedCell } from './ranked-changes';

/** The answers of one question, with the words that they answer. */
export interface Settled {
	spans: ComparedSpans;
	words: ComparedWords;
	cells: NamedCell[];
	bridge: CostBridge;
	licences: LicenceEffectRow[];
	/** The licence table can follow the filters. */
	followed: boolean;
}

/** Call while the page starts. */
export function createBridgeAnswers({ filters, edition, answers }: PageContext) {
	const asked = $derived(compareFromUrl(page.url.searchParams));
	/** What the page can compare with: the rest is as usual, and the page says so. */
	const against = $derived<ComparedTo>(
		asked.kind === 'months' || asked.kind === 'unit' ? asked : usualComparison
	);
	const months = $derived<Period>(comparedMonths(against, filters.period) ?? filters.period);
	const loaded = $derived(months.from >= filters.available.from && months.to <= filters.available.to);
	const spans = $derived<ComparedSpans | null>(
		loaded
			? { filters: filters.current, compared: months, unit: against.kind === 'unit' ? against.unit : null }
			: null
	);
	const followed = $derived(licencesFollow(filters.current));
	const purchases = createAnswer(() => spans && { query: comparedPurchases, input: spans }, edition);
	const licences = createAnswer(
		() => (spans && followed ? { query: licenceEffects, input: spans } : null),
		edition
	);

	let held: Settled | null = null;
	const settled = $derived.by((): Settled | null => {
		const [rows, effects] = [purchases.current, licences.current];
		if (!spans) return (held = null);
		if (rows.name !== 'rows' || rows.stale) return held;
		if (followed && effects.name !== 'error' && (effects.name !== 'rows' || effects.stale)) return held;
		const found = followed && effects.name === 'rows' ? effects.rows : [];
		const cells = rows.rows.map(({ rows_now, rows_before, ...row }) => ({
			...row,
			rowsNow: rows_now,
			rowsBefore: rows_before
		}));
		const { meta } = answers;
		held = {
			spans,
			words: comparedWords(against, {
				period: spans.filters.period,
				compared: spans.compared,
				filters: spans.filters,
				today: meta.today
			}),
			cells,
			bridge: costBridge(cells, effectsPerSupplier(found), { moves: spans.unit === null }),
			licences: found,
			followed: followed && effects.name === 'rows'
		};
		return held;
	});
	return {
		/** As the address has it. */
		get asked() {
			return asked;
		},
		get against() {
			return against;
		},
		/** The months compared with, loaded or not. */
		get months() {
			return months;
		},
		/** The months compared with are loaded. */
		get loaded() {
			return loaded;
		},
		purchases,
		get settled() {
			return settled;
		}
	};
}

/** The steps that are not zero, in their order. */
export function shownSteps(bridge: CostBridge) {
	return bridgeSteps.filter(
		(step) => bridge.lines[step].length > 0 || (step === 'moved' && bridge.moves.length > 0)
	);
}
