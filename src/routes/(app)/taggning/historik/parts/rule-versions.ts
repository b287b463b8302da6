// Rule sets by version, fetched when they are first asked for. A version never changes.
import * as v from 'valibot';
import { fetchRules } from '$lib/state/save-rules';
import { ruleSetSchema, type RuleSet } from '$lib/tagging/rule';

export type FetchedSets =
	{ name: 'ready'; before: RuleSet; after: RuleSet } | { name: 'failed'; message: string };

export class RuleVersions {
	readonly #sets = new Map<number, RuleSet>();

	/** @throws Error with a Swedish message when it cannot be had */
	async get(version: number): Promise<RuleSet> {
		const known = this.#sets.get(version);
		if (known) return known;
		const found = await fetchRules(version, (value) => v.parse(ruleSetSchema, value));
		if ('message' in found) throw new RuleFetchError(found.message);
		this.#sets.set(version, found.set);
		return found.set;
	}

	/** Two versions; null before the first one is a set without rules. */
	async pair(before: number | null, after: number): Promise<FetchedSets> {
		try {
			const later = await this.get(after);
			const former = before === null ? { ...later, regler: [], handtaggar: [] } : await this.get(before);
			return { name: 'ready', before: former, after: later };
		} catch (error) {
			if (error instanceof RuleFetchError) return { name: 'failed', message: error.message };
			throw error;
		}
	}
}

/** The message is for the person. */
export class RuleFetchError extends Error {}
