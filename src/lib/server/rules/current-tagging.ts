// Everything that tags the ledger now: the current rules, and what locked months keep.
import { inArray } from 'drizzle-orm';
import * as v from 'valibot';
import type { PeriodLock, Tagging } from '$lib/tagging/locked-months';
import { ruleSetSchema, type RuleSet } from '$lib/tagging/rule';
import { ruleVersion } from '../database/schema';
import { installation, type Installation } from '../editions/installation';
import { activeLocks } from './period-locks';
import { currentRules } from './rule-versions';

/** The current rules, the locks that hold, and the earlier rule sets that they name. */
export async function currentTagging(where: Installation = installation()): Promise<Tagging> {
	const locks = await activeLocks(where);
	return taggingBy(await currentRules(where), locks, where);
}

/** A rule set and locks, with the earlier rule sets that the locks name. */
export async function taggingBy(
	rules: RuleSet,
	locks: readonly PeriodLock[],
	where: Installation
): Promise<Tagging> {
	const named = [...new Set(locks.map(({ version }) => version))].filter(
		(version) => version !== rules.version
	);
	if (!named.length) return { rules, locks, earlier: new Map() };
	const rows = await where.database
		.select({ version: ruleVersion.id, ruleSet: ruleVersion.ruleSet })
		.from(ruleVersion)
		.where(inArray(ruleVersion.id, named));
	const earlier = new Map(rows.map(({ version, ruleSet }) => [version, v.parse(ruleSetSchema, ruleSet)]));
	return { rules, locks, earlier };
}
