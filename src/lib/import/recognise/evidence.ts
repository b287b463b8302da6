// What a whole column says about how it should be read.
import type { Field } from '$lib/domain/columns';
import type { Cell, SourceRecord } from '$lib/read/record';
import { amountShape, isNegativeAmount, type AmountReading, type DecimalSign } from '../cells/amount';
import { countDate, noDates, type DateEvidence } from './date-evidence';
import { maskPersonalNumbers } from '../cells/personal-data';

export interface AmountEvidence {
	filled: number;
	/** Cells that the file format itself holds as numbers. */
	native: number;
	whole: number;
	comma: number;
	point: number;
	ambiguousComma: number;
	ambiguousPoint: number;
	longDecimals: { ',': number; '.': number };
	/** By decimal sign: amounts where the other sign is seen to divide thousands. */
	grouped: { ',': number; '.': number };
	negative: number;
	positive: number;
	notNumbers: number;
}

/** One column of the file, mapped or not. */
export interface ColumnEvidence {
	/** Cells that say something. */
	filled: number;
	/** The first values that differ, masked. */
	examples: string[];
}

export interface Evidence {
	amounts: Record<string, AmountEvidence>;
	dates: Record<string, DateEvidence>;
	/** By place in the file's records. */
	columns: ColumnEvidence[];
	/** Records after the header that are not empty. */
	records: number;
	/** How many of those have as many cells as the header. */
	fullWidth: number;
	/** Rows by what the currency column says, as it is written. */
	currencies: Record<string, number>;
}

const exampleLimit = 3;
const longestExample = 60;

/** Gathers evidence over the mapped columns, record by record. */
export class EvidenceGatherer {
	readonly evidence: Evidence = {
		amounts: {},
		dates: {},
		columns: [],
		records: 0,
		fullWidth: 0,
		currencies: {}
	};
	private readonly currencyColumn: number | undefined;
	private readonly amountColumns: [string, number, AmountEvidence][] = [];
	private readonly dateColumns: [string, number, DateEvidence][] = [];

	/** `width`: how many columns the header has. */
	constructor(
		fields: readonly { field: Field; column: number }[],
		private readonly width: number
	) {
		this.currencyColumn = fields.find(({ field }) => field.name === 'currency')?.column;
		this.evidence.columns = Array.from({ length: width }, () => ({ filled: 0, examples: [] }));
		for (const { field, column } of fields) {
			if (['amount', 'price', 'decimal'].includes(field.type)) {
				const amounts: AmountEvidence = {
					filled: 0,
					native: 0,
					whole: 0,
					comma: 0,
					point: 0,
					ambiguousComma: 0,
					ambiguousPoint: 0,
					longDecimals: { ',': 0, '.': 0 },
					grouped: { ',': 0, '.': 0 },
					negative: 0,
					positive: 0,
					notNumbers: 0
				};
				this.evidence.amounts[field.name] = amounts;
				this.amountColumns.push([field.name, column, amounts]);
			} else if (['day', 'day_or_month', 'month'].includes(field.type)) {
				const dates = noDates();
				this.evidence.dates[field.name] = dates;
				this.dateColumns.push([field.name, column, dates]);
			}
		}
	}

	add(record: SourceRecord): void {
		this.evidence.records++;
		if (record.cells.length === this.width) this.evidence.fullWidth++;
		if (this.currencyColumn !== undefined) {
			const word = maskPersonalNumbers(String(record.cells[this.currencyColumn] ?? '').trim()).text;
			this.evidence.currencies[word] = (this.evidence.currencies[word] ?? 0) + 1;
		}
		this.evidence.columns.forEach((column, i) => countCell(column, record.cells[i] ?? ''));
		for (const [, column, amounts] of this.amountColumns) countAmount(amounts, record.cells[column] ?? '');
		for (const [, column, dates] of this.dateColumns) countDate(dates, record.cells[column] ?? '');
	}
}

function countCell(column: ColumnEvidence, cell: Cell): void {
	if (cell === '') return;
	if (column.examples.length === exampleLimit) {
		if (typeof cell === 'number' || cell.trim() !== '') column.filled++;
		return;
	}
	const text = typeof cell === 'number' ? String(cell).replace('.', ',') : cell.trim();
	if (text === '') return;
	column.filled++;
	// Cut before it is masked, a personnummer would lose the digits that it is known by.
	const example = maskPersonalNumbers(text).text.slice(0, longestExample);
	if (!column.examples.includes(example)) column.examples.push(example);
}

function countAmount(evidence: AmountEvidence, cell: Cell): void {
	if (typeof cell === 'number') {
		evidence.filled++;
		evidence.native++;
		if (cell < 0) evidence.negative++;
		if (cell > 0) evidence.positive++;
		return;
	}
	const shape = amountShape(cell);
	if (shape.shape === 'empty') return;
	evidence.filled++;
	if (shape.shape === 'not_a_number') {
		evidence.notNumbers++;
		return;
	}
	if (shape.shape === 'whole') evidence.whole++;
	else if (shape.shape === 'ambiguous') {
		if (shape.sign === ',') evidence.ambiguousComma++;
		else evidence.ambiguousPoint++;
	} else {
		if (shape.sign === ',') evidence.comma++;
		else evidence.point++;
		if (shape.long) evidence.longDecimals[shape.sign]++;
		if (shape.grouped) evidence.grouped[shape.sign]++;
	}
	if (isNegativeAmount(cell)) evidence.negative++;
	else if (/[1-9]/.test(cell)) evidence.positive++;
}

/** How the evidence says that amounts should be read, or null when only a person can say. */
export function amountReadingFrom(evidence: AmountEvidence): AmountReading | null {
	const { comma, point, ambiguousComma, ambiguousPoint, longDecimals, grouped } = evidence;
	const ambiguous = ambiguousComma + ambiguousPoint;
	if (comma && point) return ambiguous ? null : { sign: 'var_for_sig', longDecimals: false };
	if (comma || point) {
		const sign: DecimalSign = comma ? ',' : '.';
		const long = longDecimals[sign] * 2 > comma + point;
		const [unclear, otherUnclear] =
			sign === ',' ? [ambiguousComma, ambiguousPoint] : [ambiguousPoint, ambiguousComma];
		// `12.500` among `1 234,50` is twelve thousand only if a `1.234,50` shows that points divide thousands here.
		if (otherUnclear && !grouped[sign]) return null;
		// A column where the unclear amounts outnumber the clear ones has no clear majority to go by.
		if (unclear > comma + point && !long) return null;
		return { sign, longDecimals: long };
	}
	return ambiguous ? null : { sign: ',', longDecimals: false };
}

/** Whether most amounts are below zero, which in a cost file asks which sign is cost. */
export function mostlyNegative(evidence: AmountEvidence): boolean {
	return evidence.negative > evidence.positive;
}
