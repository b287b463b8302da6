// The batch run: a folder of files in, Swedish CSV tables out, by the same code as the pages.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tableNames } from '$lib/domain/columns';
import type { Day } from '$lib/domain/day';
import { noFilters } from '$lib/domain/filters';
import type { ExportColumn, ExportStamp, ExportValue } from '$lib/export/csv';
import type { Engine } from '$lib/engine/engine';
import type { Answers, Recipe } from '$lib/import/answers';
import { numbersInOrder } from '$lib/import/cells/personal-data';
import { answersByName } from '$lib/import/recipe-match';
import type { ByteSource } from '$lib/read/byte-source';
import { buildEdition } from '$lib/server/editions/build';
import { stagedStandings } from '$lib/server/editions/reconciled';
import { Staging, type StagedFile } from '$lib/server/editions/staging';
import { openNative } from '$lib/server/engine/native-engine';
import { defaultRules } from '$lib/tagging/default-rules';
import { unlocked } from '$lib/tagging/locked-months';
import type { RuleSet } from '$lib/tagging/rule';
import { CsvOutput } from './output';
import {
	writeBudgetFollowUp,
	writeContractGaps,
	writeContracts,
	writeCosts,
	writeIndicators,
	writeLicences,
	writeSupplierDependence,
	writeSuppliers,
	writeSystemBinding,
	writeSystemDoubles,
	writeSystemMap
} from './tables';

export interface ReportOptions {
	sources: readonly ByteSource[];
	outputFolder: string;
	/** "Today" for contracts; never filters rows. */
	today: Day;
	recipe: Recipe | null;
	/** The tagging rules; those that ship when nobody says. */
	rules?: RuleSet;
	municipality: string;
	/** Told as each file is read. */
	onFile?(file: StagedFile): void;
}

export interface ReportOutcome {
	files: number;
	refusedFiles: number;
	rejectedRows: number;
	acceptedRows: number;
}

const column = (header: string, format: ExportColumn['format'] = 'text'): ExportColumn => ({
	header,
	format
});

/** Runs a report and writes its files. @throws on disk and engine faults, never on faults in the files read */
export async function runReport(options: ReportOptions): Promise<ReportOutcome> {
	const { sources, outputFolder, recipe, rules = defaultRules } = options;
	await mkdir(outputFolder, { recursive: true });
	const database = await openNative();
	try {
		const staging = await Staging.create(database);
		const rejected: ExportValue[][] = [];
		const soleTraders = numbersInOrder();
		const digest = createHash('sha256');
		let lastId = 0;
		const add = async (source: ByteSource, answers: Answers): Promise<StagedFile> => {
			const file = await staging.add(source, {
				fileId: ++lastId,
				answers,
				recipes: recipe?.recept,
				today: options.today,
				soleTraders,
				onRejected: (row) =>
					rejected.push([
						source.name,
						row.sheet,
						row.row,
						row.column,
						row.value,
						row.reason,
						row.cells.join(' | ')
					])
			});
			const { problem, plan } = file.result;
			if (problem) rejected.push([source.name, plan?.sheet ?? '', null, '', '', problem.message, '']);
			options.onFile?.(file);
			return file;
		};
		for (const source of sources) {
			for await (const chunk of source.open()) digest.update(chunk);
			const answers = answersByName(recipe, source.name);
			const { result } = await add(source, answers);
			// Every table of a file is read, one after the other, unless a recipe says which one.
			if (answers.blad !== undefined) continue;
			for (const { sheet, kind } of result.unreadSheets) {
				if (kind) await add(source, { ...answers, blad: sheet });
			}
		}
		await database.execute("ATTACH ':memory:' AS edition");
		await buildEdition(staging, {
			edition: 0,
			published: new Date().toISOString(),
			municipality: options.municipality,
			today: options.today,
			tagging: unlocked(rules)
		});
		await database.execute('USE edition');

		// The data version of a run is the fingerprint of what it read.
		const stamp: ExportStamp = {
			edition: digest.digest('hex').slice(0, 12),
			ruleVersion: String(rules.version),
			reconciled: await isReconciled(database)
		};
		await writeImport(outputFolder, staging.files, stamp);
		await writeRejected(outputFolder, rejected, stamp);
		await writeCosts(database, outputFolder, stamp);
		await writeSuppliers(database, outputFolder, noFilters, stamp);
		await writeSupplierDependence(database, outputFolder, noFilters, stamp);
		await writeIndicators(database, outputFolder, noFilters, stamp);
		await writeContracts(database, outputFolder, stamp);
		await writeContractGaps(database, outputFolder, noFilters, stamp);
		await writeLicences(database, outputFolder, stamp);
		await writeSystemBinding(database, outputFolder, stamp);
		await writeSystemMap(database, outputFolder, stamp);
		await writeSystemDoubles(database, outputFolder, stamp);
		await writeBudgetFollowUp(database, outputFolder, stamp);
		await writeExtract(options, staging.files, stamp);
		return outcomeOf(staging.files, rejected.length);
	} finally {
		await database.close();
	}
}

/** Every cost file agrees with a control total, which in a run is one that the file states itself. */
async function isReconciled(engine: Engine): Promise<boolean> {
	const [found] = await engine.run("SELECT value FROM meta WHERE key = 'reconciled'");
	return found?.value === 'ja';
}

function outcomeOf(files: readonly StagedFile[], rejectedLines: number): ReportOutcome {
	const refusedFiles = files.filter((file) => file.result.problem !== null).length;
	return {
		files: files.length,
		refusedFiles,
		rejectedRows: rejectedLines - refusedFiles,
		acceptedRows: files.reduce(
			(sum, file) => sum + (file.result.problem ? 0 : (file.result.totals?.accepted ?? 0)),
			0
		)
	};
}

/** A refused file accepts nothing: all its rows that are not empty count as rejected. */
function importRow({ result }: StagedFile): ExportValue[] {
	const { totals, kind, reading, problem } = result;
	const read = totals?.read ?? null;
	const empty = totals?.empty ?? null;
	const refused = problem !== null;
	const tabell = kind ? tableNames[kind] : 'okänd';
	return [
		result.fileName,
		tabell,
		read ?? 0,
		refused ? 0 : (totals?.accepted ?? 0),
		refused ? (read ?? 0) - (empty ?? 0) : (totals?.rejected ?? 0),
		empty ?? 0,
		refused ? null : (totals?.sum ?? null),
		reading?.encoding ?? '',
		reading?.delimiter ?? '',
		reading?.decimalSign ?? ''
	];
}

async function writeImport(folder: string, files: readonly StagedFile[], stamp: ExportStamp): Promise<void> {
	const output = new CsvOutput(
		folder,
		'import.csv',
		[
			column('fil'),
			column('tabell'),
			column('rader_lasta', 'count'),
			column('rader_godkanda', 'count'),
			column('rader_avvisade', 'count'),
			column('tomma_rader', 'count'),
			column('summa', 'amount'),
			column('teckenkodning'),
			column('avgransare'),
			column('decimaltecken'),
			column('andra_valutor'),
			column('blad'),
			column('kontrollsumma', 'amount'),
			column('kontroll')
		],
		stamp
	);
	const standings = stagedStandings(files);
	await output.rows(
		files.map((file) => [
			...importRow(file),
			otherCurrencies(file),
			file.result.plan?.sheet ?? '',
			file.result.problem ? null : file.controlSum,
			controlWord(standings.get(file.fileId)?.reconciled ?? null)
		])
	);
	await output.finish();
}

/** Empty where there is nothing to agree with. */
function controlWord(reconciled: boolean | null): string {
	if (reconciled === null) return '';
	return reconciled ? 'stämmer' : 'stämmer inte';
}

function otherCurrencies({ result }: StagedFile): string {
	return Object.entries(result.totals?.otherCurrencies ?? {})
		.map(([currency, amount]) => `${currency} ${(amount / 100).toFixed(2).replace('.', ',')}`)
		.join(' | ');
}

async function writeRejected(
	folder: string,
	rejected: readonly ExportValue[][],
	stamp: ExportStamp
): Promise<void> {
	const output = new CsvOutput(
		folder,
		'avvisade_rader.csv',
		[
			column('fil'),
			column('blad'),
			column('rad', 'count'),
			column('kolumn'),
			column('varde'),
			column('orsak'),
			column('hela_raden')
		],
		stamp
	);
	for (let from = 0; from < rejected.length; from += 5000)
		await output.rows(rejected.slice(from, from + 5000));
	await output.finish();
}

/** `uttag.json`: what the figures are of. */
async function writeExtract(
	options: ReportOptions,
	files: readonly StagedFile[],
	stamp: ExportStamp
): Promise<void> {
	const extract = {
		utgava: stamp.edition,
		regelversion: stamp.ruleVersion,
		avstamd: stamp.reconciled ? 'avstämd' : 'ej avstämd',
		per: options.today,
		filter: 'inget: alla rader i katalogen räknas',
		skapad: new Date().toISOString(),
		filer: files.map(({ result }) => ({
			fil: result.fileName,
			inlast: result.problem === null,
			orsak: result.problem?.message,
			fraga: result.problem?.question,
			olasta_blad: result.unreadSheets.map(({ sheet }) => sheet),
			anmarkningar: (result.totals?.problems ?? []).map(({ kind, effect, rows, amount }) => ({
				sort: kind,
				verkan: effect,
				rader: rows,
				kronor: amount / 100
			}))
		}))
	};
	await writeFile(join(options.outputFolder, 'uttag.json'), JSON.stringify(extract, null, '\t') + '\n');
}
