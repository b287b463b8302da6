// What tagged the rows of an edition: rules, hand tags, locks, and what today's rules would change in locked months.
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { testsIn, type Condition } from '$lib/tagging/condition';
import { conditionSentence } from '$lib/tagging/condition-sentence';
import { lockedMonths, unlocked, type Tagging } from '$lib/tagging/locked-months';
import type { RuleSet } from '$lib/tagging/rule';
import { taggedLedger } from '$lib/tagging/tagged-rows';
import { monthEnd, monthStart } from '$lib/domain/period';

/** The id that a hand tag has among the rules of an edition. */
export function handTagId(position: number): string {
	return `hand-${position + 1}`;
}

/** Who may read a rule's condition: it names what it asks for. */
type ConditionReach = 'alla' | 'hela kommunen' | 'controller';

const codes = new Set([
	'konto',
	'konto_text',
	'ansvar',
	'verksamhet',
	'projekt',
	'aktivitet',
	'objekt',
	'belopp',
	'period'
]);

/** Free text is for controllers, and suppliers of other nämnder are not for those who see some nämnder only. */
function reachOf(condition: Condition): ConditionReach {
	const fields = testsIn(condition).map(({ falt }) => falt);
	if (fields.includes('text')) return 'controller';
	return fields.every((field) => codes.has(field)) ? 'alla' : 'hela kommunen';
}

/** Writes `edition.rule`: the rules and hand tags of every version that tags a row of the edition. */
export async function writeRules(database: NativeDatabase, tagging: Tagging): Promise<void> {
	await database.execute(
		`CREATE TABLE edition.rule (rule_id VARCHAR, rule_version INTEGER, position INTEGER, name VARCHAR, condition VARCHAR,
			reach VARCHAR, note VARCHAR, owner VARCHAR, author VARCHAR, day DATE, version INTEGER, it_cost VARCHAR,
			cost_kind VARCHAR, orientation VARCHAR, system_id VARCHAR, contract_id VARCHAR, maker VARCHAR, parts INTEGER)`
	);
	const sets = new Map(
		[tagging.rules, ...lockedMonths(tagging).map(({ rules }) => rules)].map((set) => [set.version, set])
	);
	await database.appendRows('edition.main.rule', 18, [...sets.values()].flatMap(ruleRows));
}

function ruleRows(set: RuleSet): (string | number | null)[][] {
	const rules = set.regler.map((rule, position) => [
		rule.id,
		set.version,
		position + 1,
		rule.namn,
		conditionSentence(rule.om),
		reachOf(rule.om),
		rule.anteckning ?? null,
		rule.agare ?? null,
		rule.andrad?.av ?? set.forfattare,
		rule.andrad?.datum ?? set.datum,
		rule.andrad?.version ?? set.version,
		rule.satt.it_kostnad ?? null,
		rule.satt.kostnadsslag ?? null,
		rule.satt.inriktning ?? null,
		rule.satt.system_id ?? null,
		rule.satt.avtals_id ?? null,
		rule.satt.verklig_leverantor ?? null,
		rule.dela?.length ?? null
	]);
	const hands = set.handtaggar.map((tag, position) => [
		handTagId(position),
		set.version,
		null,
		'Satt för hand',
		tag.visas,
		'controller' satisfies ConditionReach,
		tag.anteckning ?? null,
		null,
		tag.av,
		tag.datum,
		set.version,
		tag.satt.it_kostnad ?? null,
		tag.satt.kostnadsslag ?? null,
		tag.satt.inriktning ?? null,
		tag.satt.system_id ?? null,
		tag.satt.avtals_id ?? null,
		tag.satt.verklig_leverantor ?? null,
		null
	]);
	return [...rules, ...hands];
}

/** Writes `edition.period_lock`: one row per lock. */
export async function writeLocks(database: NativeDatabase, { locks }: Tagging): Promise<void> {
	await database.execute(
		`CREATE TABLE edition.period_lock (lock_id INTEGER, name VARCHAR, from_day DATE, to_day DATE, rule_version INTEGER,
			locked_by VARCHAR, locked_day DATE)`
	);
	await database.appendRows(
		'edition.main.period_lock',
		7,
		locks.map(({ id, name, period, version, by, day }) => [
			...[id, name, monthStart(period.from), monthEnd(period.to), version, by, day]
		])
	);
}

/** The tags of a row, or of one part of it, in words. */
const tagWords = `concat_ws(' · ', CASE WHEN it_cost = 'ja' THEN coalesce(cost_kind, 'Okänt') WHEN it_cost = 'nej' THEN 'Inte it'
	WHEN candidate THEN 'Möjlig it' ELSE 'Inte bedömt' END, CASE WHEN it_cost IS DISTINCT FROM 'ja' THEN cost_kind END,
	orientation, system_id, 'avtal ' || contract_id, 'avser ' || maker)`;
const kronor = `replace(printf('%.2f kr', amount / 100.0), '.', ',')`;
/** The same exactly: tags that read alike may still differ, as in their öre. What nobody has said of an IT row is as the edition has it. */
const tagKey = `to_base64(encode(concat_ws(chr(31), part, amount, coalesce(it_cost, ''), candidate,
	coalesce(cost_kind, CASE WHEN it_cost = 'ja' THEN 'Okänt' ELSE '' END), coalesce(orientation, CASE WHEN it_cost = 'ja' THEN 'okänd' ELSE '' END),
	coalesce(system_id, ''), coalesce(contract_id, ''), coalesce(maker, ''))))`;

const perRow = (
	table: string
): string => `SELECT file_id, sheet, source_row, any_value(rule_version) AS rule_version,
	coalesce(sum(amount) FILTER (it_cost = 'ja'), 0)::BIGINT AS it_amount,
	string_agg(${tagWords}, ' + ' ORDER BY part) AS tags,
	string_agg(${tagWords} || ' ' || ${kronor}, ' + ' ORDER BY part) AS tags_and_kronor,
	string_agg(${tagKey}, ' ' ORDER BY part) AS tag_key FROM ${table} GROUP BY ALL`;

/**
 * Writes `edition.restatement`: the rows of locked months that today's rules would tag otherwise, with what they count as IT
 * now and would count then (öre). Needs `tagged` and `edition.cost`.
 */
export async function buildRestatements(database: NativeDatabase, tagging: Tagging): Promise<void> {
	await database.execute(
		`CREATE TABLE edition.restatement (row_id INTEGER, it_before BIGINT, it_after BIGINT, tags_before VARCHAR, tags_after VARCHAR,
			version_before INTEGER, version_after INTEGER)`
	);
	if (!lockedMonths(tagging).length) return;
	const { version } = tagging.rules;
	await database.execute(
		`CREATE TEMP TABLE locked_row AS SELECT * FROM tagged WHERE rule_version <> ${version}`
	);
	await database.execute(
		'CREATE TEMP VIEW locked_cost AS SELECT * FROM staged_cost SEMI JOIN locked_row USING (file_id, sheet, source_row)'
	);
	const now = taggedLedger(unlocked(tagging.rules), 'locked_cost');
	await database.run(`CREATE TEMP TABLE judged_anew AS ${now.sql}`, now.parameters);
	await database.execute(`
		INSERT INTO edition.restatement
		SELECT own.row_id, before.it_amount, after.it_amount,
			CASE WHEN before.tags = after.tags THEN before.tags_and_kronor ELSE before.tags END,
			CASE WHEN before.tags = after.tags THEN after.tags_and_kronor ELSE after.tags END,
			before.rule_version, after.rule_version
		FROM (${perRow('locked_row')}) before
		JOIN (${perRow('judged_anew')}) after ON after.file_id = before.file_id
			AND after.sheet IS NOT DISTINCT FROM before.sheet AND after.source_row = before.source_row
		JOIN (SELECT file_id, sheet::VARCHAR AS sheet, source_row, min(row_id) AS row_id FROM edition.cost GROUP BY ALL) own
			ON own.file_id = before.file_id AND own.sheet IS NOT DISTINCT FROM before.sheet AND own.source_row = before.source_row
		WHERE before.tag_key <> after.tag_key ORDER BY own.row_id`);
}
