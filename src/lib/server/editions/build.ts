// Staging → the tables of an edition, in the catalog attached as `edition`.
import { tableKinds } from '$lib/domain/columns';
import { conditionSentence } from '$lib/tagging/condition-sentence';
import type { RuleSet } from '$lib/tagging/rule';
import { buildBudget } from './build-budget';
import { buildCost, buildSuppliers } from './build-cost';
import { stagingColumns } from './columns';
import { enumCast } from './enum-cast';
import { stagedStandings } from './reconciled';
import type { Staging } from './staging';

export interface EditionFacts {
	/** Number of the edition, or 0 for a run that publishes nothing. */
	edition: number;
	/** ISO instant. */
	published: string;
	municipality: string;
	/** "Today" for contracts, ISO day. */
	today: string;
	rules: RuleSet;
}

/** Builds every table. The catalog `edition` must be attached and empty. */
export async function buildEdition(staging: Staging, facts: EditionFacts): Promise<void> {
	const { database } = staging;
	await buildSuppliers(database);
	await buildCost(database, facts.rules);
	await buildBudget(database, facts.rules);
	for (const kind of tableKinds) {
		if (kind === 'cost' || kind === 'budget') continue;
		const casts: string[] = [];
		for (const column of stagingColumns(kind)) {
			casts.push(column.repeated ? await enumCast(database, `staged_${kind}`, column.name) : column.name);
		}
		await database.execute(
			`CREATE TABLE edition.${kind} AS SELECT ${casts.join(', ')} FROM staged_${kind} ORDER BY file_id, source_row`
		);
	}
	await writeFiles(staging);
	await writeRules(staging, facts.rules);
	await writeMeta(staging, facts);
}

async function writeFiles({ database, files }: Staging): Promise<void> {
	await database.execute(
		`CREATE TABLE edition.file (file_id INTEGER, name VARCHAR, kind VARCHAR, rows_read INTEGER, accepted INTEGER,
			rejected INTEGER, empty INTEGER, sum BIGINT, control_sum BIGINT, control_rows INTEGER, reconciled BOOLEAN)`
	);
	const standings = stagedStandings(files);
	const rows = files
		.filter((file) => file.result.problem === null)
		.map((file) => {
			const { totals, plan, fileName } = file.result;
			return [
				file.fileId,
				fileName,
				plan?.kind ?? null,
				totals?.read ?? 0,
				totals?.accepted ?? 0,
				totals?.rejected ?? 0,
				totals?.empty ?? 0,
				totals?.sum ?? null,
				file.controlSum,
				file.controlRows,
				standings.get(file.fileId)?.reconciled ?? null
			];
		});
	await database.appendRows('edition.main.file', 11, rows);
}

async function writeRules({ database }: Staging, rules: RuleSet): Promise<void> {
	await database.execute(
		`CREATE TABLE edition.rule (rule_id VARCHAR, position INTEGER, name VARCHAR, condition VARCHAR, author VARCHAR,
			day DATE, version INTEGER, it_cost VARCHAR, cost_kind VARCHAR, orientation VARCHAR)`
	);
	await database.appendRows(
		'edition.main.rule',
		10,
		rules.regler.map((rule, position) => [
			rule.id,
			position + 1,
			rule.namn,
			conditionSentence(rule.om),
			rules.forfattare,
			rules.datum,
			rules.version,
			rule.satt.it_kostnad ?? null,
			rule.satt.kostnadsslag ?? null,
			rule.satt.inriktning ?? null
		])
	);
}

async function writeMeta({ database, files }: Staging, facts: EditionFacts): Promise<void> {
	// A row dated after today is kept, but one mistyped year must not move every page's period there.
	const [span] = await database.run(
		`SELECT strftime(min(day), '%Y-%m') AS first,
			strftime(coalesce(max(day) FILTER (day <= ?::DATE), max(day)), '%Y-%m') AS last FROM edition.cost`,
		[facts.today]
	);
	const costFiles = files.filter((file) => file.result.problem === null && file.result.plan?.kind === 'cost');
	const standings = stagedStandings(files);
	const reconciled =
		costFiles.length > 0 && costFiles.every((file) => standings.get(file.fileId)?.reconciled === true);
	const meta: Record<string, string | null> = {
		edition: String(facts.edition),
		published: facts.published,
		rule_version: String(facts.rules.version),
		data_from: span?.first === undefined ? null : (span.first as string | null),
		data_to: span?.last === undefined ? null : (span.last as string | null),
		today: facts.today,
		municipality: facts.municipality,
		reconciled: reconciled ? 'ja' : 'nej',
		level: 'full'
	};
	await database.execute('CREATE TABLE edition.meta (key VARCHAR, value VARCHAR)');
	await database.appendRows('edition.main.meta', 2, Object.entries(meta));
}
