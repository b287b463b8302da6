// Everything that tags the ledger now: the current rules, and what locked months keep.
import { inArray } from 'drizzle-orm';
import * as v from 'valibot';
import type { Tagging } from '$lib/tagging/locked-months';
import { ruleSetSchema } from '$lib/tagging/rule';
import { ruleVersion } from '../database/schema';
import { installation, type Installation } from '../editions/installation';
import { activeLocks } from './period-locks';
import { currentRules } from './rule-versions';

/** The current rules, the locks that hold, and the earlier rule sets that they name. */
export async function currentTagging(where: Installation = installation()): Promise<Tagging> {
	const locks = await activeLocks(where);
	const rules = await currentRules(where);
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
