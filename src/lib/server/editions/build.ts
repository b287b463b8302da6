// Staging → the tables of an edition, in the catalog attached as `edition`.
import { tableKinds } from '$lib/domain/columns';
import type { Tagging } from '$lib/tagging/locked-months';
import { buildBudget } from './build-budget';
import { buildCost, buildSuppliers } from './build-cost';
import { buildRestatements, writeLocks, writeRules } from './build-rules';
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
	/** Today's rules, and what locked months keep. */
	tagging: Tagging;
}

/** Builds every table. The catalog `edition` must be attached and empty. */
export async function buildEdition(staging: Staging, facts: EditionFacts): Promise<void> {
	const { database } = staging;
	await buildSuppliers(database);
	await buildCost(database, facts.tagging);
	await buildRestatements(database, facts.tagging);
	await buildBudget(database, facts.tagging);
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
	await writeRules(database, facts.tagging);
	await writeLocks(database, facts.tagging);
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
		rule_version: String(facts.tagging.rules.version),
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
