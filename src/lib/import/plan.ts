// The decided way to read one table: kind, header, columns, signs and dates, each with the evidence for it.
import { tables, type Field, type TableKind } from '$lib/domain/columns';
import type { Day } from '$lib/domain/day';
import { monthStart, parseMonth, type Month } from '$lib/domain/period';
import type { FileProblem, Question } from '$lib/domain/problem';
import { isEmptyRecord, type SourceRecord } from '$lib/read/record';
import type { SourceTable } from '$lib/read/source-table';
import type { AmountReading } from './amount';
import { kindOfTable, type Answers } from './answers';
import { monthInName, type DayOrder } from './date';
import {
	amountReadingFrom,
	dayOrderFrom,
	EvidenceGatherer,
	mostlyNegative,
	type DateEvidence,
	type Evidence
} from './evidence';
import { amountScale, normaliseHeader } from './header';
import { readCell, type Value } from './read-cell';
import { mapHeaders, recognise, type Recognition } from './recognise';

export interface PlannedColumn {
	field: Field;
	/** Index in the file's records. */
	column: number;
	/** Header in the file. */
	header: string;
	amount?: AmountReading;
	/** 1 for kronor, 1 000 where the header says tkr. */
	scale: number;
	dayOrder?: DayOrder;
}

export interface ImportPlan {
	kind: TableKind;
	sheet: string;
	headerRow: number;
	headers: string[];
	columns: PlannedColumn[];
	/** The month of every row, where the file has no date column. */
	period: Day | null;
	/** The month that the file says it is about, where its rows have dates of their own to compare with it. */
	statedMonth: Month | null;
	/** SEK for one unit of another currency, by its code, as Swedish decimals. */
	rates: Readonly<Record<string, string>>;
	/** −1 when the file writes cost as negative. */
	sign: 1 | -1;
	/** Values set for the whole file, by field name. */
	constants: Record<string, string | number>;
	evidence: Evidence;
}

export interface OpenQuestion {
	question: Question;
	/** A Swedish sentence: what is unclear, and the evidence. */
	message: string;
}

export interface PlanResult {
	plan: ImportPlan;
	questions: OpenQuestion[];
	/** Set when the table cannot be read by this plan, which then only shows what was found. */
	problem: FileProblem | null;
}

const questionedSigns: readonly TableKind[] = ['cost', 'budget'];

async function firstRecords(table: SourceTable, count: number): Promise<SourceRecord[]> {
	const head: SourceRecord[] = [];
	for await (const batch of table.records()) {
		head.push(...batch.slice(0, count - head.length));
		if (head.length >= count) break;
	}
	return head;
}

function withChosenColumns(recognition: Recognition, answers: Answers): Recognition {
	const mapping = { ...recognition.mapping };
	for (const [header, source] of Object.entries(answers.kolumner ?? {})) {
		const field = tables[recognition.kind].fields.find((candidate) => candidate.header === header);
		if (!field) continue;
		delete mapping[field.name];
		if (source === null) continue;
		const wanted = normaliseHeader(source);
		const column = recognition.headers.findIndex((candidate) => normaliseHeader(candidate) === wanted);
		if (column >= 0) mapping[field.name] = column;
	}
	return { ...recognition, mapping };
}

/** Recognises a table, honouring what a person has chosen; null when it is none of the seven. */
export async function recogniseTable(table: SourceTable, answers: Answers): Promise<Recognition | null> {
	const head = await firstRecords(table, 300);
	if (table.known) return withChosenColumns(recognisedByFormat(table.known.kind, head), answers);
	const kind = answers.tabell ? kindOfTable(answers.tabell) : undefined;
	const found =
		recognise(head, { kind, headerRow: answers.rubrikrad }) ??
		(kind ? recognise(head, { kind, headerRow: answers.rubrikrad ?? firstFilledRow(head) }) : null);
	return found ? withChosenColumns(found, answers) : null;
}

/** The format has said what the table is; its first record names the columns. */
function recognisedByFormat(kind: TableKind, [header, ...rest]: readonly SourceRecord[]): Recognition {
	const headers = (header?.cells ?? []).map(String);
	return { kind, headerRow: 0, headers, mapping: mapHeaders(kind, headers, rest) };
}

function firstFilledRow(head: readonly SourceRecord[]): number {
	return (
		head.find((record) => record.cells.filter((cell) => String(cell).trim() !== '').length >= 2)?.row ?? 1
	);
}

/** Reads the whole table once for evidence and decides how to read it; what only a person can decide is a question. */
export async function planTable(
	table: SourceTable,
	recognition: Recognition,
	fileName: string,
	answers: Answers,
	signal?: AbortSignal
): Promise<PlanResult> {
	const spec = tables[recognition.kind];
	const columns: PlannedColumn[] = spec.fields
		.filter((field) => field.name in recognition.mapping)
		.map((field) => {
			const column = recognition.mapping[field.name] ?? 0;
			const header = recognition.headers[column] ?? '';
			const scale = field.type === 'amount' ? amountScale(header) : 1;
			return { field, column, header, scale };
		});
	const gatherer = new EvidenceGatherer(columns, recognition.headers.length);
	for await (const batch of table.records()) {
		signal?.throwIfAborted();
		for (const record of batch) {
			if (record.row > recognition.headerRow && !record.broken && !isEmptyRecord(record))
				gatherer.add(record);
		}
	}
	const { evidence } = gatherer;
	const decided = decide(recognition, columns, evidence, fileName, answers, table);
	const problem = problemOf(recognition, evidence, answers);
	return problem ? { ...decided, questions: [], problem } : { ...decided, problem };
}

function problemOf(recognition: Recognition, evidence: Evidence, answers: Answers): FileProblem | null {
	if (evidence.records === 0) {
		return {
			code: 'bara_rubrik',
			message: 'Filen har en rubrikrad men inga rader. Kontrollera urvalet i källsystemet.'
		};
	}
	const missing = tables[recognition.kind].fields.filter(
		(field) =>
			((field.required === 'row' && field.type !== 'day_or_month') ||
				// Money without a year would stand in no figure.
				(recognition.kind === 'budget' && field.name === 'year' && answers.ar === undefined)) &&
			!(field.name in recognition.mapping)
	);
	const [first] = missing;
	if (first) {
		return {
			code: 'saknar_kolumn',
			message: `Filen saknar en kolumn för ${first.header}. Koppla en kolumn till fältet eller lägg till den i filen.`
		};
	}
	return null;
}

/** Values for the whole file by canonical header → by field; a column of the file says it better. */
function valuesForAll(
	{ kind, mapping }: Recognition,
	values: Readonly<Record<string, string>>
): Record<string, NonNullable<Value>> {
	const constants: Record<string, NonNullable<Value>> = {};
	for (const field of tables[kind].fields) {
		const said = values[field.header];
		if (said === undefined || field.name in mapping) continue;
		const { value } = readCell(said, { field, column: -1, header: field.header, scale: 1 });
		if (value !== null) constants[field.name] = value;
	}
	return constants;
}

/** The order of a column's dates: as answered, where the answer is about such dates, else by evidence; null asks. */
function orderOfDates(field: Field, dates: DateEvidence, { datumordning }: Answers): DayOrder | null {
	const isAboutSixDigits = datumordning === 'ar_manad' || datumordning === 'ar_manad_dag';
	if (datumordning && isAboutSixDigits === dates.sixAsEither > 0) return datumordning;
	const order = dayOrderFrom(dates);
	// A column of months never holds days, so six digits there are ÅÅÅÅMM.
	return field.type === 'month' && order !== 'manad_dag' ? 'ar_manad' : order;
}

function decide(
	recognition: Recognition,
	columns: PlannedColumn[],
	evidence: Evidence,
	fileName: string,
	answers: Answers,
	{ sheet, known }: SourceTable
): Omit<PlanResult, 'problem'> {
	const questions: OpenQuestion[] = [];
	for (const planned of columns) {
		const amounts = evidence.amounts[planned.field.name];
		if (amounts) {
			const reading = answers.decimaltecken
				? { sign: answers.decimaltecken, longDecimals: true }
				: amountReadingFrom(amounts);
			planned.amount = reading ?? { sign: 'var_for_sig', longDecimals: false };
			if (!reading) {
				const unclear = amounts.ambiguousComma + amounts.ambiguousPoint;
				const example = amounts.ambiguousComma ? '12,500' : '12.500';
				questions.push({
					question: 'decimaltecken',
					message: `${unclear} av ${amounts.filled} belopp i kolumnen ${planned.header} kan läsas på två sätt, som ${example}. Ange om punkt eller komma är decimaltecken.`
				});
			}
		}
		const dates = evidence.dates[planned.field.name];
		if (dates) {
			const order = orderOfDates(planned.field, dates, answers);
			planned.dayOrder = order ?? 'dag_manad';
			if (!order) {
				questions.push({
					question: 'datumordning',
					message: `${dates.sixAsEither} av ${dates.filled} datum i kolumnen ${planned.header} kan läsas på två sätt: 200312 är december 2003 eller 12 mars 2020. Ange om datumen skrivs ÅÅÅÅMM eller ÅÅMMDD.`
				});
			}
		}
	}

	const amounts = evidence.amounts['amount'];
	const asksSign =
		questionedSigns.includes(recognition.kind) && amounts !== undefined && mostlyNegative(amounts);
	if (asksSign && amounts && !answers.tecken) {
		questions.push({
			question: 'tecken',
			message: `${amounts.negative} av ${amounts.filled} belopp är negativa. Ange om kostnader skrivs med minus eller plus i filen.`
		});
	}

	const hasDay = columns.some((planned) => planned.field.name === 'day');
	const named = monthInName(fileName);
	const month = answers.period ?? named;
	let period: Day | null = null;
	if (recognition.kind === 'cost' && !hasDay) {
		const parsed = month ? parseMonth(month) : null;
		if (parsed) period = monthStart(parsed);
		else {
			questions.push({
				question: 'period',
				message:
					'Filen har ingen datumkolumn och filnamnet anger ingen månad (ÅÅÅÅ-MM). Ange vilken månad raderna gäller.'
			});
		}
	}
	const constants = valuesForAll(recognition, { ...known?.values, ...answers.varden });
	if (answers.namnd) constants['unit'] = answers.namnd;
	if (answers.ar) constants['year'] = answers.ar;
	if (answers.version) constants['version'] = answers.version;
	return {
		plan: {
			kind: recognition.kind,
			sheet,
			headerRow: recognition.headerRow,
			headers: recognition.headers,
			columns,
			period,
			statedMonth: hasDay && month ? parseMonth(month) : null,
			rates: answers.kurser ?? {},
			sign: answers.tecken === 'minus' ? -1 : 1,
			constants,
			evidence
		},
		questions
	};
}
