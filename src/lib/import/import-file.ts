// One file from bytes to checked rows: open, recognise, plan, check. The same code runs as preview and on the server.
import { tables, type TableKind } from '$lib/domain/columns';
import type { FileProblem } from '$lib/domain/problem';
import type { ByteSource } from '$lib/read/byte-source';
import { delimiterNames } from '$lib/read/csv-delimiter';
import { encodingNames } from '$lib/read/encoding';
import { openTableFile, type TableFile } from '$lib/read/table-file';
import type { Answers } from './answers';
import { RowChecker, type AcceptedRow, type CheckTotals, type RejectedRow } from './check-rows';
import type { SoleTraderNumbers } from './personal-data';
import { planTable, recogniseTable, type ImportPlan, type OpenQuestion } from './plan';

/** Where accepted and rejected rows go while a file is read. */
export interface RowSink {
	/** Called once before the first row. */
	begin?(plan: ImportPlan): void;
	accept?(row: AcceptedRow, plan: ImportPlan): void;
	reject?(row: RejectedRow, plan: ImportPlan): void;
}

export interface ImportOptions {
	answers?: Answers;
	soleTraders: SoleTraderNumbers;
	sink?: RowSink;
	signal?: AbortSignal;
	/** Rows so far. */
	progress?(rows: number): void | Promise<void>;
}

/** How the file was read, in words for screens and reports. */
export interface ReadingSummary {
	format: 'csv' | 'xlsx';
	/** Swedish names; empty for a workbook. */
	encoding: string;
	delimiter: string;
	/** `,` or `.`, `blandat`, or empty where amounts show none. */
	decimalSign: string;
}

/** Another sheet of the workbook, which was not read. */
export interface UnreadSheet {
	sheet: string;
	rows: number;
	/** It looks like a table of its own, so leaving it out must be said. */
	recognised: boolean;
}

export interface ImportResult {
	fileName: string;
	bytes: number;
	reading: ReadingSummary | null;
	/** What the bytes of a text file said; null for a workbook. */
	text: Pick<NonNullable<TableFile['text']>, 'encoding' | 'delimiter'> | null;
	/** The table it was recognised as, also where it then could not be taken. */
	kind: TableKind | null;
	plan: ImportPlan | null;
	questions: OpenQuestion[];
	totals: CheckTotals | null;
	unreadSheets: UnreadSheet[];
	/** Set when the file as a whole could not be taken. */
	problem: FileProblem | null;
}

/**
 * Reads a file to its end. Faults in the file are values in the result; only engine or disk faults throw.
 * With open questions the rows are checked for preview, and `problem` says that an answer is needed.
 * @throws AbortError when the signal fires
 */
export async function importFile(source: ByteSource, options: ImportOptions): Promise<ImportResult> {
	const result: ImportResult = {
		fileName: source.name,
		bytes: source.size,
		reading: null,
		text: null,
		kind: null,
		plan: null,
		questions: [],
		totals: null,
		unreadSheets: [],
		problem: null
	};
	const answers = options.answers ?? {};
	const file = await openTableFile(source, {
		encoding: answers.teckenkodning,
		delimiter: answers.avgransare
	});
	if ('problem' in file) return { ...result, problem: file.problem };
	result.reading = readingSummary(file);
	result.text = file.text && { encoding: file.text.encoding, delimiter: file.text.delimiter };

	const chosen = await chooseTable(file, answers);
	if (!chosen) {
		return { ...result, problem: (await holdsTable(file)) ? unknownTable(answers) : emptyOfTables(file) };
	}
	const { table, recognition, unread } = chosen;
	result.unreadSheets = unread;
	result.kind = recognition.kind;
	const planned = await planTable(table, recognition, source.name, answers, options.signal);
	const { plan, questions } = planned;
	result.plan = plan;
	result.questions = questions;
	if (planned.problem) return { ...result, problem: planned.problem };
	result.reading.decimalSign = questions.some((open) => open.question === 'decimaltecken')
		? ''
		: decimalSignOf(plan);

	const [first] = questions;
	const sink = first ? undefined : options.sink;
	sink?.begin?.(plan);
	const checker = new RowChecker(plan, options.soleTraders);
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
	result.totals = checker.finish();
	if (first) result.problem = { code: 'fraga', message: first.message, question: first.question };
	return result;
}

type Chosen = {
	table: TableFile['tables'][number];
	recognition: NonNullable<Awaited<ReturnType<typeof recogniseTable>>>;
	unread: UnreadSheet[];
};

/** The table to read: the chosen sheet, else the recognised sheet with most rows. */
async function chooseTable(file: TableFile, answers: Answers): Promise<Chosen | null> {
	const counted: { sheet: string; rows: number; table: TableFile['tables'][number] }[] = [];
	for (const table of file.tables) {
		if (file.tables.length === 1) {
			counted.push({ sheet: table.sheet, rows: 1, table });
			continue;
		}
		let rows = 0;
		for await (const batch of table.records()) rows += batch.length;
		counted.push({ sheet: table.sheet, rows, table });
	}
	counted.sort((a, b) => b.rows - a.rows);
	for (const candidate of counted) {
		if (answers.blad !== undefined && file.format === 'xlsx' && candidate.sheet !== answers.blad) continue;
		const recognition = await recogniseTable(candidate.table, answers);
		if (!recognition) continue;
		const unread: UnreadSheet[] = [];
		for (const other of counted) {
			if (other === candidate) continue;
			const recognised = (await recogniseTable(other.table, {})) !== null;
			unread.push({ sheet: other.sheet, rows: other.rows, recognised });
		}
		return { table: candidate.table, recognition, unread };
	}
	return null;
}

/** Some line has two cells filled, so that there is something to map. */
async function holdsTable(file: TableFile): Promise<boolean> {
	for (const table of file.tables) {
		for await (const batch of table.records()) {
			if (batch.some(({ cells }) => cells.filter((cell) => String(cell).trim() !== '').length >= 2))
				return true;
		}
	}
	return false;
}

function emptyOfTables({ format }: TableFile): FileProblem {
	return format === 'xlsx'
		? {
				code: 'ingen_tabell_i_arbetsboken',
				message:
					'Arbetsboken har ingen tabell: inget blad har en rad med minst två ifyllda celler. Kontrollera att rätt fil är vald.'
			}
		: {
				code: 'okand_tabell',
				message:
					'Filen har bara en kolumn, så den är ingen tabell. Kontrollera att rätt fil är vald, eller välj en annan avgränsare.'
			};
}

function unknownTable(answers: Answers): FileProblem {
	const known = Object.values(tables)
		.map((spec) => spec.label.toLowerCase())
		.join(', ');
	return answers.tabell
		? {
				code: 'okand_tabell',
				message: `Filen har ingen rubrikrad som passar tabellen ${answers.tabell}. Ange vilken rad som är rubrik.`
			}
		: {
				code: 'okand_tabell',
				message: `Kolumnerna känns inte igen som någon av tabellerna ${known}. Välj tabell och koppla kolumnerna, eller använd en mall.`
			};
}

function readingSummary(file: TableFile): ReadingSummary {
	return {
		format: file.format,
		encoding: file.text ? encodingNames[file.text.encoding.encoding] : '',
		delimiter: file.text ? delimiterNames[file.text.dialect.delimiter] : '',
		decimalSign: ''
	};
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
