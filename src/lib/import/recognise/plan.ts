// The decided way to read one table: kind, header, columns, signs and dates, each with the evidence for it.
import { tables, type Field, type TableKind } from '$lib/domain/columns';
import type { Day } from '$lib/domain/day';
import type { Ore } from '$lib/domain/money';
import { monthStart, parseMonth, type Month } from '$lib/domain/period';
import type { FileProblem, Question } from '$lib/domain/problem';
import { isEmptyRecord } from '$lib/read/record';
import type { SourceTable } from '$lib/read/source-table';
import type { AmountReading, DecimalSign } from '../cells/amount';
import { amountChoicesOf, type AmountChoice } from './amount-choices';
import type { Answers } from '../answers';
import { asideColumnsOf, formerCurrency, type AsideColumn } from './aside-columns';
import { currencyCode } from './currency';
import { asksShortYear, dayOrderFrom, type DateEvidence } from './date-evidence';
import { monthInName, type DayOrder } from '../cells/date';
import {
	amountReadingFrom,
	EvidenceGatherer,
	mostlyNegative,
	type AmountEvidence,
	type Evidence
} from './evidence';
import { columnSums } from '../cells/exact-sum';
import { looksLike, type GuessableField } from './guess-columns';
import { amountUnit, unitScales } from './header';
import { impliedValues, type ImpliedValue } from './implied-values';
import {
	amountQuestion,
	dateQuestion,
	decimalQuestion,
	guessQuestion,
	missingColumn,
	periodQuestion,
	rateQuestion,
	signQuestion,
	vatQuestion,
	unitQuestion,
	yearQuestion
} from './plan-questions';
import { readCell, type Value } from '../cells/read-cell';
import { amountColumns, type Recognition } from './recognise';
import { vatEvidenceOf } from './vat-evidence';

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
	/** Only its values say what it is; a person must confirm it. */
	guessed?: true;
}

export interface ImportPlan {
	kind: TableKind;
	sheet: string;
	/** 0 when the file has no header. */
	headerRow: number;
	headers: string[];
	columns: PlannedColumn[];
	/** The month of every row, where the file has no date column. */
	period: Day | null;
	/** The month that the file says it is about, where its rows have dates of their own to compare with it. */
	statedMonth: Month | null;
	/** −1 when the file writes cost as negative. */
	sign: 1 | -1;
	/** Values set for the whole file, by field name. */
	constants: Record<string, string | number>;
	/** Which of those the file itself implies, as it was before a person said anything. */
	implied: ImpliedValue[];
	/** SEK for one unit of another currency, by its code, as Swedish decimals. */
	rates: Readonly<Record<string, string>>;
	/** Where several columns are amounts: each with its sum. Empty where there is nothing to choose. */
	amountChoices: AmountChoice[];
	asideColumns: AsideColumn[];
	/** The format that the columns are known by, such as `FOCUS 1.0`; empty for none. */
	profile: string;
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

interface Gathered {
	evidence: Evidence;
	/** By column, for the amount columns that were not chosen. */
	otherAmounts: Record<string, AmountEvidence>;
	guesses: Record<string, { matching: number; filled: number }>;
}

/** Reads the whole table once for evidence and decides how to read it; what only a person can decide is a question. */
export async function planTable(
	table: SourceTable,
	recognition: Recognition,
	fileName: string,
	answers: Answers,
	signal?: AbortSignal
): Promise<PlanResult> {
	const columns = plannedColumns(recognition, answers);
	const choices = amountCandidates(recognition);
	const gathered = await gather(table, recognition, columns, choices, signal);
	const { evidence } = gathered;
	const questions: OpenQuestion[] = [];
	decideReadings(columns, evidence, answers, recognition.profile?.decimalSign, questions);
	askAboutAmounts(recognition, columns, evidence, { fileName, sheet: table.sheet }, answers, questions);

	const amount = columns.find(({ field }) => field.name === 'amount');
	const mayHoldVat = amount && recognition.kind === 'cost' && !recognition.profile && !table.known;
	const isConfirmed = answers.kolumner?.['belopp'] !== undefined;
	const vat = mayHoldVat && !isConfirmed ? await vatEvidenceOf(table, recognition, amount, signal) : null;
	const holdsVat = vat !== null && vat.including * 2 > vat.rows;
	if (amount && vat && holdsVat) questions.push(vatQuestion(amount.header, vat));

	const implied = impliedValues(recognition, fileName);
	const constants = constantsOf(recognition, implied, answers, table);
	if (recognition.kind === 'budget' && !columns.some(({ field }) => field.name === 'year')) {
		if (constants['year'] === undefined) questions.push(yearQuestion);
	}
	const month = parsedMonth(answers.period ?? monthInName(fileName));
	const lacksDay = recognition.kind === 'cost' && !columns.some(({ field }) => field.name === 'day');
	if (lacksDay && !month) questions.push(periodQuestion);
	const plan: ImportPlan = {
		kind: recognition.kind,
		sheet: table.sheet,
		headerRow: recognition.headerRow,
		headers: recognition.headers,
		columns,
		period: lacksDay && month ? monthStart(month) : null,
		statedMonth: recognition.kind === 'cost' && !lacksDay ? month : null,
		sign: answers.tecken === 'minus' ? -1 : 1,
		constants,
		implied,
		rates: answers.kurser ?? {},
		amountChoices: await amountChoicesOf(
			table,
			recognition,
			columns,
			choices,
			gathered.otherAmounts,
			signal,
			holdsVat ? 1 : 2
		),
		asideColumns: asideColumnsOf(recognition, answers),
		profile: recognition.profile?.name ?? '',
		evidence
	};
	if (columns.some(({ guessed }) => guessed) && answers.gissade_kolumner === undefined) {
		questions.push(guessQuestion(columns, gathered.guesses));
	}
	const rate = await openRate(table, plan, answers, signal);
	if (rate) questions.push(rate);
	const problem = problemOf(plan, table);
	return { plan, questions: problem ? [] : questions, problem };
}

function plannedColumns(recognition: Recognition, answers: Answers) {
	const { kind, mapping, headers, guessed } = recognition;
	const former = formerCurrency(recognition, answers);
	return tables[kind].fields
		.filter((field) => field.name in mapping && !(field.name === 'currency' && former !== null))
		.map((field): PlannedColumn => {
			const column = mapping[field.name] ?? 0;
			const header = headers[column] ?? '';
			const isAmount = field.name === 'amount' && field.type === 'amount';
			const unit = (isAmount ? answers.enhet : undefined) ?? amountUnit(header) ?? 'kr';
			return {
				field,
				column,
				header,
				scale: field.type === 'amount' ? unitScales[unit] : 1,
				...(guessed?.includes(field.name) ? { guessed: true } : {})
			};
		});
}

/** The columns that could be the amount, by header or by the format. */
function amountCandidates({ kind, headers, profile }: Recognition): number[] {
	if (profile) return [...profile.amounts];
	return kind === 'cost' || kind === 'budget' ? amountColumns(kind, headers).columns : [];
}

async function gather(
	table: SourceTable,
	recognition: Recognition,
	columns: readonly PlannedColumn[],
	choices: readonly number[],
	signal?: AbortSignal
): Promise<Gathered> {
	const gatherer = new EvidenceGatherer(columns, recognition.headers.length);
	const amountField = tables[recognition.kind].fields.find(({ name }) => name === 'amount');
	const others = choices.filter((choice) => choice !== recognition.mapping['amount']);
	const otherGatherer = new EvidenceGatherer(
		amountField ? others.map((column) => ({ field: { ...amountField, name: String(column) }, column })) : [],
		0
	);
	const guessed = columns.filter((planned) => planned.guessed);
	const guesses: Gathered['guesses'] = Object.fromEntries(
		guessed.map(({ field }) => [field.name, { matching: 0, filled: 0 }])
	);
	for await (const batch of table.records()) {
		signal?.throwIfAborted();
		for (const record of batch) {
			if (record.row <= recognition.headerRow || record.broken || isEmptyRecord(record)) continue;
			gatherer.add(record);
			if (others.length) otherGatherer.add(record);
			for (const { field, column } of guessed) {
				const cell = record.cells[column] ?? '';
				const count = guesses[field.name];
				if (!count || String(cell).trim() === '') continue;
				count.filled++;
				if (looksLike(field.name as GuessableField, cell)) count.matching++;
			}
		}
	}
	return { evidence: gatherer.evidence, otherAmounts: otherGatherer.evidence.amounts, guesses };
}

function decideReadings(
	columns: readonly PlannedColumn[],
	evidence: Evidence,
	answers: Answers,
	prescribed: DecimalSign | undefined,
	questions: OpenQuestion[]
): void {
	for (const planned of columns) {
		const amounts = evidence.amounts[planned.field.name];
		if (amounts) {
			const sign = answers.decimaltecken ?? prescribed;
			const reading = sign ? { sign, longDecimals: true } : amountReadingFrom(amounts);
			planned.amount = reading ?? { sign: 'var_for_sig', longDecimals: false };
			if (!reading) questions.push(decimalQuestion(planned.header, amounts));
		}
		const dates = evidence.dates[planned.field.name];
		if (!dates) continue;
		const order = orderOfDates(planned.field, dates, answers);
		planned.dayOrder = order ?? 'dag_manad';
		if (!order) questions.push(dateQuestion(planned.header, dates));
	}
}

/** The order of a column's dates: as answered, where the answer is about such dates, else by evidence; null asks. */
function orderOfDates(field: Field, dates: DateEvidence, { datumordning }: Answers): DayOrder | null {
	if (datumordning && isOrderOf(dates, datumordning)) return datumordning;
	const order = dayOrderFrom(dates);
	// A column of months never holds days, so six digits there are ÅÅÅÅMM.
	return field.type === 'month' && order !== 'manad_dag' ? 'ar_manad' : order;
}

/** Whether an answer is about dates such as the column has. */
function isOrderOf(dates: DateEvidence, order: DayOrder): boolean {
	if (dates.sixAsEither > 0) return order === 'ar_manad' || order === 'ar_manad_dag';
	if (asksShortYear(dates)) return order !== 'ar_manad';
	return order === 'dag_manad' || order === 'manad_dag';
}

/** The sign, the unit and which column, where they are open. */
function askAboutAmounts(
	recognition: Recognition,
	columns: readonly PlannedColumn[],
	evidence: Evidence,
	{ fileName, sheet }: { fileName: string; sheet: string },
	answers: Answers,
	questions: OpenQuestion[]
): void {
	const { kind, headers } = recognition;
	const amounts = evidence.amounts['amount'];
	if (!questionedSigns.includes(kind) || !amounts) return;
	if (mostlyNegative(amounts) && !answers.tecken) questions.push(signQuestion(amounts));
	const header = columns.find(({ field }) => field.name === 'amount')?.header ?? '';
	if (!answers.enhet && !amountUnit(header)) {
		const above = amountUnit(recognition.preamble ?? '');
		const named = amountUnit(fileName.replace(/\.\w+$/, ''));
		const onSheet = amountUnit(sheet);
		if (above && above !== 'kr') questions.push(unitQuestion(above, 'Texten ovanför rubriken'));
		else if (onSheet && onSheet !== 'kr') questions.push(unitQuestion(onSheet, 'Bladets namn'));
		else if (named && named !== 'kr') questions.push(unitQuestion(named, 'Filnamnet'));
	}
	const { tied } = amountColumns(kind, headers);
	if (tied.length > 1 && !recognition.profile && answers.kolumner?.['belopp'] === undefined) {
		questions.push(amountQuestion(tied.map((column) => headers[column] ?? '')));
	}
}

function parsedMonth(text: string | null): Month | null {
	return text ? parseMonth(text) : null;
}

/** Values for the whole file by canonical header → by field; a column of the file says it better. */
function constantsOf(
	{ kind, mapping }: Recognition,
	implied: readonly ImpliedValue[],
	answers: Answers,
	{ known }: SourceTable
): Record<string, NonNullable<Value>> {
	const said: Readonly<Record<string, string>> = {
		...Object.fromEntries(implied.map(({ header, value }) => [header, value])),
		...known?.values,
		...answers.varden
	};
	const constants: Record<string, NonNullable<Value>> = {};
	for (const field of tables[kind].fields) {
		const word = said[field.header];
		if (word === undefined || field.name in mapping) continue;
		const { value } = readCell(word, { field, column: -1, header: field.header, scale: 1 });
		if (value !== null) constants[field.name] = value;
	}
	if (answers.namnd) constants['unit'] = answers.namnd;
	if (answers.ar) constants['year'] = answers.ar;
	if (answers.version) constants['version'] = answers.version;
	return constants;
}

/** Asks for a rate where not a single row is in kronor; a few foreign rows among others stay outside and are flagged. */
async function openRate(
	table: SourceTable,
	plan: ImportPlan,
	answers: Answers,
	signal?: AbortSignal
): Promise<OpenQuestion | null> {
	const amount = plan.columns.find(({ field }) => field.name === 'amount');
	if (plan.kind !== 'cost' || !amount?.amount) return null;
	const column = plan.columns.find(({ field }) => field.name === 'currency')?.column;
	const rows: Record<string, number> = {};
	if (column === undefined) {
		const constant = currencyCode(String(plan.constants['currency'] ?? ''));
		rows[constant] = plan.evidence.records;
	} else {
		for (const [word, count] of Object.entries(plan.evidence.currencies)) {
			const currency = currencyCode(word);
			rows[currency] = (rows[currency] ?? 0) + count;
		}
	}
	const unanswered = Object.keys(rows).filter(
		(currency) => !(currency in plan.rates) && !answers.utan_kurs?.includes(currency)
	);
	if ('SEK' in rows || !unanswered.length) return null;
	const { column: amountColumn, amount: reading, scale } = amount;
	const [sums = new Map()] = await columnSums(
		table,
		plan.headerRow,
		[{ column: amountColumn, reading, scale }],
		(cells) =>
			currencyCode(String(column === undefined ? (plan.constants['currency'] ?? '') : (cells[column] ?? ''))),
		signal
	);
	return rateQuestion(unanswered, rows, sums as ReadonlyMap<string, Ore>);
}

function problemOf(plan: ImportPlan, { known }: SourceTable): FileProblem | null {
	if (plan.evidence.records === 0) {
		const beside = (known?.asides ?? []).map(({ rows, what }) => `${rows} ${what}`);
		if (beside.length) {
			return {
				code: 'bara_rubrik',
				message: `Filen har inga rader som räknas: ${beside.join('; ')}. Kontrollera urvalet i källsystemet.`
			};
		}
		return {
			code: 'bara_rubrik',
			message: 'Filen har en rubrikrad men inga rader. Kontrollera urvalet i källsystemet.'
		};
	}
	return missingColumn(plan.kind, plan, plan.headers);
}
