// One table of a file, from bytes to checked rows: open, recognise, plan, check. The same code runs as preview and on the
// server.
import type { TableKind } from '$lib/domain/columns';
import type { Day } from '$lib/domain/day';
import type { FileProblem } from '$lib/domain/problem';
import type { RefusedPart } from '$lib/read/archive/archive';
import type { ByteSource } from '$lib/read/byte-source';
import { delimiterNames } from '$lib/read/csv/delimiter';
import { encodingNames } from '$lib/read/encoding/encoding';
import type { Aside, ControlStatement, SourceTable, TableFormat, TextReading } from '$lib/read/source-table';
import { openTableFile, type Opened, type TableFile } from '$lib/read/table-file';
import type { Answers, RecipeEntry } from './answers';
import { RowChecker, type AcceptedRow, type CheckTotals, type RejectedRow } from './checks/check-rows';
import { monthInName } from './cells/date';
import { candidatesOf, chooseTable, type Candidate, type UnreadTable } from './recognise/choose-table';
import type { SoleTraderNumbers } from './cells/personal-data';
import { signQuestion } from './recognise/plan-questions';
import { pausedTable } from './paused-table';
import { planTable, type ImportPlan, type OpenQuestion } from './recognise/plan';
import { headersOf } from './recognise/header';
import { maskedAnswers, maskedFile, maskedHeaders, maskedProblem } from './masked-file';
import { matchRecipe, type RecipeMatch } from './recipe-match';
import type { Recognition } from './recognise/recognise';
import type { KnownReferences } from './checks/references';

/** Where accepted and rejected rows go while a file is read. */
export interface RowSink {
	/** Called once before the first row. */
	begin?(plan: ImportPlan): void;
	accept?(row: AcceptedRow, plan: ImportPlan): void;
	reject?(row: RejectedRow, plan: ImportPlan): void;
}

export interface ImportOptions {
	answers?: Answers;
	/** Saved recipes, asked when the answers say nothing but which table. */
	recipes?: readonly RecipeEntry[];
	soleTraders: SoleTraderNumbers;
	references?: KnownReferences;
	/** Dates after it are flagged; without it none are. */
	today?: Day;
	sink?: RowSink;
	signal?: AbortSignal;
	/** Rows so far. */
	progress?(rows: number): void | Promise<void>;
	/** Waited for between rows in every pass over a table, so that a server can answer others. What it throws stops all. */
	pause?(): Promise<void>;
}

/** How the file was read, in words for screens and reports. */
export interface ReadingSummary {
	format: TableFormat;
	/** Swedish names; empty where the format has none. */
	encoding: string;
	delimiter: string;
	/** `komma`, `punkt` or `blandat`; empty where amounts show none. */
	decimalSign: string;
}

export interface ImportResult {
	fileName: string;
	bytes: number;
	/** The answers that it was read by: those given, or a recipe's. */
	answers: Answers;
	recipe: RecipeMatch | null;
	reading: ReadingSummary | null;
	/** What the bytes of a text said; null for a workbook. */
	text: Pick<TextReading, 'encoding' | 'delimiter'> | null;
	/** The table it was recognised as, also where it then could not be taken. */
	kind: TableKind | null;
	plan: ImportPlan | null;
	questions: OpenQuestion[];
	totals: CheckTotals | null;
	/** The other tables of the file, which this reading leaves for readings of their own. */
	unreadSheets: UnreadTable[];
	/** What was read but is no row of the table. */
	asides: readonly Aside[];
	/** What the file itself states about the sum of its rows. */
	statedControl: ControlStatement | null;
	/** Whole Swedish sentences that a person should read before trusting the table. */
	notes: readonly string[];
	/** The files of an archive that are no tables. */
	refusedParts: readonly RefusedPart[];
	/** Totals of the file that other files can agree with. */
	controls: readonly ControlStatement[];
	/** Set when the table could not be taken. */
	problem: FileProblem | null;
}

/**
 * Reads one table of a file to its end. Faults in the file are values in the result; only engine or disk faults throw.
 * With open questions the rows are checked for preview, and `problem` says that an answer is needed.
 * @throws AbortError when the signal fires
 */
export async function importFile(source: ByteSource, options: ImportOptions): Promise<ImportResult> {
	const answers = maskedAnswers(options.answers ?? {});
	const { problem, questions, ...result } = await readOneTable(source, { ...options, answers });
	return {
		...result,
		questions: questions.map(maskedProblem),
		problem: problem && maskedProblem(problem)
	};
}

async function readOneTable(source: ByteSource, options: ImportOptions): Promise<ImportResult> {
	const result: ImportResult = {
		fileName: source.name,
		bytes: source.size,
		answers: options.answers ?? {},
		recipe: null,
		reading: null,
		text: null,
		kind: null,
		plan: null,
		questions: [],
		totals: null,
		unreadSheets: [],
		asides: [],
		statedControl: null,
		notes: [],
		refusedParts: [],
		controls: [],
		problem: null
	};
	const opened = await openWithAnswers(source, options);
	if ('problem' in opened) return { ...result, problem: opened.problem };
	const { file, candidates, answers, recipe } = opened;
	Object.assign(result, { answers, recipe, controls: file.controls });
	result.refusedParts = file.refused ?? [];

	const choice = await chooseTable(file, candidates, answers);
	result.unreadSheets = choice.unread;
	if ('problem' in choice) {
		const [only] = file.tables.length === 1 ? file.tables : [];
		if (only) setReading(result, only);
		return { ...result, problem: choice.problem };
	}
	const { table, recognition } = choice;
	setReading(result, table);
	result.kind = recognition.kind;
	result.asides = table.known?.asides ?? [];
	result.statedControl = table.known?.control ?? table.stated ?? null;
	result.notes = [...(table.notes ?? []), ...notesOn(recognition)];

	const named = table.fileName !== undefined && monthInName(table.fileName) ? table.fileName : source.name;
	const planned = await planTable(table, recognition, named, answers, options.signal);
	const { plan, questions } = planned;
	if (recipe) questions.push(...againstRecipe(plan, answers));
	result.plan = plan;
	result.questions = questions;
	if (result.text?.delimiter) {
		// Every row has been read by now, so the evidence is over the whole file.
		const { records, fullWidth } = plan.evidence;
		const columns = recognition.headers.length - (recognition.pair ? 1 : 0);
		result.text.delimiter = { ...result.text.delimiter, columns, agreeing: fullWidth, lines: records };
	}
	if (planned.problem) return { ...result, problem: planned.problem };
	if (result.reading && !questions.some((open) => open.question === 'decimaltecken')) {
		result.reading.decimalSign = decimalSignOf(plan);
	}
	result.totals = await checkRows(table, plan, questions.length > 0, options);
	const [first] = questions;
	if (first) result.problem = { code: 'fraga', message: first.message, question: first.question };
	return result;
}

/** A recipe for costs below zero turns the sign of this file, whose amounts are above: only a person can say. */
function againstRecipe({ evidence }: ImportPlan, { tecken }: Answers): OpenQuestion[] {
	const amounts = evidence.amounts['amount'];
	if (tecken !== 'minus' || !amounts || amounts.positive <= amounts.negative) return [];
	const { message } = signQuestion(amounts);
	return [{ question: 'tecken', message: `Receptet läser kostnader som minus. ${message}` }];
}

function notesOn({ tableAbove, headerRow, headers, mapping }: Recognition): string[] {
	const amount = headers[mapping['amount'] ?? -1] ?? '';
	const notes = /\back(?:\b|um)/i.test(amount)
		? [
				`Rubriken ${amount} säger att beloppen är ackumulerade från årets början. Läses flera månader in räknas samma kostnad flera gånger: välj i så fall månadens utfall.`
			]
		: [];
	return tableAbove
		? [
				...notes,
				`Rad ${tableAbove} är också en rubrikrad. Raderna ${tableAbove}–${headerRow - 1} är en egen tabell och är inte inlästa: lägg dem i en egen fil.`
			]
		: notes;
}

async function checkRows(
	table: SourceTable,
	plan: ImportPlan,
	isPreviewOnly: boolean,
	options: ImportOptions
): Promise<CheckTotals> {
	const sink = isPreviewOnly ? undefined : options.sink;
	sink?.begin?.(plan);
	const checker = new RowChecker(plan, options);
	for await (const batch of table.records()) {
		options.signal?.throwIfAborted();
		for (const record of batch) {
			if (record.row <= plan.headerRow) continue;
			const outcome = checker.check(record);
			if (!outcome || !sink) continue;
			if ('accepted' in outcome) sink.accept?.(outcome.accepted, plan);
			else sink.reject?.(outcome.rejected, plan);
		}
		await options.progress?.(checker.totals.read);
	}
	return checker.finish();
}

interface OpenedFile {
	file: TableFile;
	candidates: Candidate[];
	answers: Answers;
	recipe: RecipeMatch | null;
}

/** Opens the file by the answers given; where they say nothing, by those of the recipe that knows its headers. */
async function openWithAnswers(
	source: ByteSource,
	options: ImportOptions
): Promise<OpenedFile | { problem: FileProblem }> {
	const answers = options.answers ?? {};
	const opened = await open(source, answers, options);
	if ('problem' in opened) return opened;
	const candidates = await candidatesOf(opened);
	const asked = Object.keys(answers).every((key) => key === 'blad') ? (options.recipes ?? []) : [];
	const asGiven: OpenedFile = { file: opened, candidates, answers, recipe: null };
	if (!asked.length) return asGiven;
	const choice = await chooseTable(opened, candidates, answers);
	const recipe =
		'problem' in choice
			? await recipeOfUnrecognised(opened, answers, asked, source.name)
			: matchRecipe(asked, source.name, choice.recognition.headers, answers.blad);
	if (!recipe) return asGiven;
	const known: Answers = { ...maskedAnswers(recipe.answers), ...answers };
	// A recipe saved for another month's sheet holds for the sheet that has its headers.
	if (known.blad !== undefined && !opened.tables.some(({ sheet }) => sheet === known.blad)) {
		known.blad = 'table' in choice ? choice.table.sheet : undefined;
	}
	// The bytes are gone through anew only for a recipe that reads them in another way.
	const saysHowToRead = Object.values(choicesOf(known)).some((choice) => choice !== undefined);
	if (!saysHowToRead) return { ...asGiven, answers: known, recipe };
	const again = await open(source, known, options);
	if ('problem' in again) return again;
	return { file: again, candidates: await candidatesOf(again), answers: known, recipe };
}

async function open(source: ByteSource, answers: Answers, { pause }: ImportOptions): Promise<Opened> {
	const opened = await openTableFile(source, choicesOf(answers));
	if ('problem' in opened) return opened;
	const file = maskedFile(opened);
	return pause ? { ...file, tables: file.tables.map((table) => pausedTable(table, pause)) } : file;
}

/** How far down a header is looked for. */
const headLines = 40;

/** The recipe for a table that only its recipe can read: one of its first lines has the recipe's very headers. */
async function recipeOfUnrecognised(
	{ tables }: TableFile,
	{ blad }: Answers,
	recipes: readonly RecipeEntry[],
	fileName: string
): Promise<RecipeMatch | null> {
	for (const table of tables) {
		if (blad !== undefined && tables.length > 1 && table.sheet !== blad) continue;
		let left = headLines;
		for await (const batch of table.records()) {
			for (const record of batch.slice(0, left)) {
				const recipe = matchRecipe(recipes, fileName, maskedHeaders(headersOf(record)));
				if (recipe?.difference === null) return recipe;
			}
			left -= batch.length;
			if (left <= 0) break;
		}
	}
	return null;
}

function choicesOf(answers: Answers) {
	return {
		encoding: answers.teckenkodning,
		delimiter: answers.avgransare,
		accountClasses: answers.kontoklasser
	};
}

function setReading(result: ImportResult, { format, text }: SourceTable): void {
	result.reading = {
		format,
		encoding: text ? encodingNames[text.encoding.encoding] : '',
		delimiter: text?.dialect ? delimiterNames[text.dialect.delimiter] : '',
		decimalSign: ''
	};
	result.text = text && { encoding: text.encoding, delimiter: text.delimiter };
}

function decimalSignOf(plan: ImportPlan): string {
	for (const planned of plan.columns) {
		const evidence = plan.evidence.amounts[planned.field.name];
		if (!evidence || !planned.amount) continue;
		if (planned.amount.sign === 'var_for_sig') return 'blandat';
		if (evidence.comma + evidence.point + evidence.ambiguousComma + evidence.ambiguousPoint > 0) {
			return planned.amount.sign === ',' ? 'komma' : 'punkt';
		}
	}
	return '';
}
