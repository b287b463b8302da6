// Staged budget rows → the edition's `budget` table. A budget of a whole ledger says konto: the tagging rules then say which
// rows are IT, as they do for cost. A row without konto comes from an IT budget, and is.
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { ruleFields } from '$lib/tagging/condition';
import type { Tagging } from '$lib/tagging/locked-months';
import type { RuleSet } from '$lib/tagging/rule';
import { taggedLedger } from '$lib/tagging/tagged-rows';
import { stagingColumns } from './columns';
import { enumCast } from './enum-cast';

/**
 * Builds `edition.budget`: every row stays, and `it_cost` is 'ja', 'nej' or NULL where no rule has judged the konto. A locked
 * month keeps its budget as it keeps its cost; the budget of a whole year is kept when the last month is locked.
 */
export async function buildBudget(database: NativeDatabase, tagging: Tagging): Promise<void> {
	const known = new Set(stagingColumns('budget').map(({ name }) => name));
	// A rule may ask what a budget does not say, such as the supplier: the answer is then no.
	const unsaid = ruleFields
		.filter(({ column }) => !known.has(column) && column !== 'day')
		.map(({ column }) => `NULL::VARCHAR AS ${column}`);
	await database.execute(
		`CREATE TEMP VIEW unjudged_budget AS SELECT *, NULL::VARCHAR AS it_cost, NULL::VARCHAR AS contract_id,
			NULL::VARCHAR AS maker, make_date(year, coalesce(month, 1), 1) AS day,
			make_date(year, coalesce(month, 12), 1) AS last_month, ${unsaid.join(', ')} FROM staged_budget`
	);
	// A person judges rows of cost; and a budget is not divided, since its rows are no purchases.
	const tagged = taggedLedger(
		{
			...tagging,
			rules: withoutHandTags(tagging.rules),
			earlier: new Map([...tagging.earlier].map(([version, set]) => [version, withoutHandTags(set)]))
		},
		'unjudged_budget',
		{ divide: false, lockedBy: 'last_month' }
	);
	await database.run(
		`CREATE TEMP TABLE tagged_budget AS
		SELECT * REPLACE (CASE WHEN account IS NULL THEN 'ja' ELSE it_cost END AS it_cost) FROM (${tagged.sql})`,
		tagged.parameters
	);
	const casts: string[] = [];
	for (const column of stagingColumns('budget')) {
		casts.push(column.repeated ? await enumCast(database, 'tagged_budget', column.name) : column.name);
	}
	await database.execute(
		`CREATE TABLE edition.budget AS SELECT ${casts.join(', ')}, it_cost::ENUM('ja', 'nej') AS it_cost
		FROM tagged_budget ORDER BY file_id, source_row`
	);
}

function withoutHandTags(set: RuleSet): RuleSet {
	return { ...set, handtaggar: [] };
}
