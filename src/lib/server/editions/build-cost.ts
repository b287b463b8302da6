// Staged cost rows → the edition's `cost` table: suppliers named, rows tagged, contracts found.
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import type { Tagging } from '$lib/tagging/locked-months';
import { tagColumns } from '$lib/domain/tag-columns';
import { listedTypes } from '$lib/tagging/listed-types';
import { taggedLedger } from '$lib/tagging/tagged-rows';
import { matchKeySql, nameRules } from './also-matched';
import { stagingColumns } from './columns';
import { enumCast } from './enum-cast';

/** Columns whose words are a closed list. */
const listedTags = ['it_cost', 'cost_kind', 'orientation'];

/**
 * One row per supplier key, named by the name with most kronor.
 * A row that gives a name but no number belongs to the supplier with that number, if only one supplier has the name.
 */
export async function buildSuppliers(database: NativeDatabase): Promise<void> {
	await database.execute(`
		CREATE TEMP TABLE supplier_mention AS
		SELECT supplier_key, supplier, organisation_number, abs(amount) AS weight FROM staged_cost
		UNION ALL SELECT supplier_key, supplier, organisation_number, 0 FROM staged_contract
		UNION ALL SELECT supplier_key, supplier, organisation_number, 0 FROM staged_system
		UNION ALL SELECT supplier_key, supplier, organisation_number, 0 FROM staged_licence`);
	await database.execute(`
		CREATE TEMP TABLE numbered_name AS
		SELECT upper(trim(supplier)) AS name_key, min(supplier_key) AS supplier_key
		FROM supplier_mention
		WHERE supplier IS NOT NULL AND supplier_key <> upper(trim(supplier))
		GROUP BY 1 HAVING count(DISTINCT supplier_key) = 1`);
	for (const table of [
		'staged_cost',
		'staged_contract',
		'staged_system',
		'staged_licence',
		'supplier_mention'
	]) {
		await database.execute(`
			UPDATE ${table} SET supplier_key = numbered_name.supplier_key FROM numbered_name
			WHERE ${table}.supplier_key = numbered_name.name_key AND ${table}.supplier_key = upper(trim(${table}.supplier))`);
	}
	await database.execute(`
		CREATE TABLE edition.supplier AS
		WITH named AS (
			SELECT supplier_key, supplier, sum(weight) AS weight, count(*) AS mentions
			FROM supplier_mention WHERE supplier_key IS NOT NULL AND supplier IS NOT NULL GROUP BY ALL
		)
		SELECT supplier_key,
			coalesce(first(supplier ORDER BY weight DESC, mentions DESC, supplier), supplier_key) AS supplier,
			CASE WHEN regexp_full_match(supplier_key, '[0-9]{6}-[0-9]{4}|[A-Z]{2}[0-9A-Z]{5,}|Enskild firma [0-9]+')
				AND (regexp_matches(supplier_key, '[0-9]{4}') OR supplier_key LIKE 'Enskild firma %')
				THEN supplier_key END AS organisation_number
		FROM named GROUP BY supplier_key
		UNION ALL BY NAME
		SELECT DISTINCT supplier_key, supplier_key AS supplier, supplier_key AS organisation_number
		FROM supplier_mention WHERE supplier_key IS NOT NULL
			AND supplier_key NOT IN (SELECT supplier_key FROM named)`);
}

/**
 * Builds `edition.cost`, sorted by day, with the rows as they count: locked months by the version of their lock. Needs
 * `edition.supplier` and the staged contracts. Leaves `tagged`, the rows with everything that tagging says of them.
 */
export async function buildCost(database: NativeDatabase, tagging: Tagging): Promise<void> {
	const tagged = taggedLedger(tagging, 'staged_cost');
	await database.run(
		`CREATE TEMP TABLE tagged AS SELECT *, ${matchKeySql(tagging)} AS match_key FROM (${tagged.sql})`,
		tagged.parameters
	);
	await nameRules(database, tagging);
	await findContracts(database);
	await findSystems(database);
	const columns = stagingColumns('cost').filter((column) => !listedTags.includes(column.name));
	const casts: string[] = [];
	for (const column of columns) {
		casts.push(
			column.repeated
				? await enumCast(database, 'tagged', column.name, `t.${column.name}`)
				: `t.${column.name}`
		);
	}
	const own: string[] = [];
	for (const column of tagColumns) {
		own.push(await enumCast(database, 'tagged', `own_${column}`, `t.own_${column}`));
	}
	const systemRef = await enumCast(database, 'joined', 'system_ref', 't.system_ref');
	const also = await enumCast(database, 'rule_of_matches', 'also_matched', 'named.also_matched');
	await database.execute(`
		CREATE TABLE edition.cost AS
		SELECT (row_number() OVER (ORDER BY t.day, t.file_id, t.source_row, t.part))::INTEGER AS row_id,
			${casts.join(', ')},
			t.it_cost::${listedTypes.it_cost} AS it_cost,
			CASE WHEN t.it_cost = 'ja' THEN coalesce(t.cost_kind, 'Okänt') ELSE t.cost_kind END::${listedTypes.cost_kind} AS cost_kind,
			CASE WHEN t.it_cost = 'ja' THEN coalesce(t.orientation, 'okänd') ELSE t.orientation END::${listedTypes.orientation} AS orientation,
			t.candidate,
			t.tag_source::${listedTypes.tag_source} AS tag_source,
			named.rule_id, t.rule_version, ${also}, t.part, t.whole_amount, ${own.join(', ')},
			coalesce(lower(trim(t.counterpart)) IN (SELECT name FROM own_unit), false) AS internal,
			t.cover::ENUM('avtal', 'antagen', 'flera', 'saknas', 'okänt') AS contract_cover,
			t.contract_ref, ${systemRef}, t.system_cover::ENUM('tagg', 'avtal') AS system_cover
		FROM joined t LEFT JOIN rule_of_matches named ON named.match_key = t.match_key
		ORDER BY t.day, t.file_id, t.source_row, t.part`);
}

/**
 * Which contract a row belongs to. Its own avtals_id first; else the supplier's only contract valid on that day
 * (any day of the month for period rows), marked as assumed.
 */
async function findContracts(database: NativeDatabase): Promise<void> {
	await database.execute(`
		CREATE TEMP TABLE own_unit AS
		SELECT DISTINCT lower(trim(word)) AS name FROM (
			SELECT unit AS word FROM staged_unit UNION ALL SELECT code FROM staged_unit
		) WHERE word IS NOT NULL AND trim(word) <> ''`);
	const [loaded] = await database.run('SELECT count(*) AS contracts FROM staged_contract');
	if (!loaded || loaded.contracts === 0) {
		await database.execute(
			'CREATE TEMP TABLE covered AS SELECT *, NULL::VARCHAR AS cover, contract_id AS contract_ref FROM tagged'
		);
		return;
	}
	await database.execute(`
		CREATE TEMP TABLE cover AS
		WITH asked AS (
			SELECT DISTINCT supplier_key, day, is_period FROM tagged
			WHERE contract_id IS NULL AND supplier_key IN (SELECT supplier_key FROM staged_contract)
		)
		SELECT a.supplier_key, a.day, a.is_period,
			count(DISTINCT c.contract_id) FILTER (c.start_day IS NOT NULL) AS valid,
			min(c.contract_id) FILTER (c.start_day IS NOT NULL) AS contract_id,
			count(*) FILTER (c.contract_id IS NOT NULL AND c.start_day IS NULL) AS undated
		FROM asked a LEFT JOIN staged_contract c
			ON c.supplier_key = a.supplier_key
			AND (c.start_day IS NULL OR c.start_day <= CASE WHEN a.is_period THEN last_day(a.day) ELSE a.day END)
			AND (c.end_day IS NULL OR c.end_day >= a.day)
		GROUP BY ALL`);
	await database.execute(`
		CREATE TEMP TABLE covered AS
		SELECT t.*,
			CASE WHEN t.contract_id IS NOT NULL THEN 'avtal'
				WHEN cover.valid = 1 THEN 'antagen'
				WHEN cover.valid > 1 THEN 'flera'
				WHEN cover.undated > 0 THEN 'okänt'
				ELSE 'saknas' END AS cover,
			coalesce(t.contract_id, CASE WHEN cover.valid = 1 THEN cover.contract_id END) AS contract_ref
		FROM tagged t LEFT JOIN cover
			ON t.contract_id IS NULL AND t.supplier_key = cover.supplier_key AND t.day = cover.day AND t.is_period = cover.is_period`);
}

/**
 * Which system a row is joined to. Its own tag first; else the system whose register names the row's contract, where only
 * one does: kronor on a contract of several systems are not divided by guess.
 */
async function findSystems(database: NativeDatabase): Promise<void> {
	await database.execute(`
		CREATE TEMP TABLE contract_system AS
		SELECT contract_id, min(system_id) AS system_id FROM (
			SELECT system_id, trim(unnest(string_split(contract_ids, '|'))) AS contract_id FROM staged_system
			WHERE contract_ids IS NOT NULL AND system_id IS NOT NULL
		) WHERE contract_id <> '' GROUP BY contract_id HAVING count(DISTINCT system_id) = 1`);
	await database.execute(`
		CREATE TEMP VIEW joined AS
		SELECT t.*, coalesce(t.system_id, s.system_id) AS system_ref,
			CASE WHEN t.system_id IS NOT NULL THEN 'tagg' WHEN s.system_id IS NOT NULL THEN 'avtal' END AS system_cover
		FROM covered t LEFT JOIN contract_system s ON t.system_id IS NULL AND s.contract_id = t.contract_ref`);
}
