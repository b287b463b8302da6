// A published budget table often states its outcome and its deviation beside the budget. What it states is kept, and held against what
// its own rows give: row by row, and its summary row against the rows.
import type { PublishedControl, PublishedSums } from '$lib/domain/published-control';
import { isEmptyRecord, type SourceRecord } from '$lib/read/record';
import { maskPersonalNumbers } from '../cells/personal-data';
import { isBlank, readCell } from '../cells/read-cell';
import { amountUnit, normaliseHeader, unitScales } from '../recognise/header';
import type { ImportPlan, PlannedColumn } from '../recognise/plan';
import type { Flag } from './problem-count';

const mostExamples = 20;
/** 1: the deviation is the budget less the outcome, as the file writes them. −1: the other way. */
const ways = [1, -1] as const;
type Way = (typeof ways)[number];

interface Columns {
	outcome: PlannedColumn;
	budget: PlannedColumn;
	deviation: PlannedColumn;
}

/** The three columns of a table that states its deviation; null where it does not, or where it cannot be told which they are. */
function columnsOf({ kind, headers, columns }: ImportPlan): Columns | null {
	const amount = columns.find(({ field }) => field.name === 'amount');
	if (kind !== 'budget' || !amount) return null;
	const named = (word: RegExp, not: RegExp) =>
		headers.flatMap((header, column) => {
			const plain = normaliseHeader(header);
			return word.test(plain) && !not.test(plain) ? [column] : [];
		});
	const planned = ([column, ...others]: number[]): PlannedColumn | null => {
		if (column === undefined || others.length) return null;
		if (column === amount.column) return amount;
		const header = headers[column] ?? '';
		const unit = amountUnit(header);
		return { ...amount, column, header, scale: unit ? unitScales[unit] : amount.scale };
	};
	const deviation = planned(named(/avvik|differens/, /procent|andel/));
	const outcome = planned(named(/utfall|redovisat|bokslut/, /avvik|differens|procent|prognos/));
	const budget = planned(named(/budget/, /avvik|differens|procent|utfall|prognos/));
	return deviation && outcome && budget ? { outcome, budget, deviation } : null;
}

/** Of a cell that {@link PublishedDeviation.saysZero}. */
export const emptyIsZero = (column: number): Flag => ({
	kind: 'tomt_belopp',
	effect: 'flaggas',
	column,
	reason: 'Beloppet är tomt. Filens egen avvikelse räknar det som noll, så det läses som 0 kr.',
	value: ''
});

/** Follows what a table states of its deviation while its rows are checked. */
export class PublishedDeviation {
	private readonly columns: Columns | null;
	private readonly rows: PublishedSums = { outcome: 0, budget: 0, deviation: 0 };
	private total: PublishedControl['total'] = null;
	private readonly byWay = new Map<Way, Pick<PublishedControl, 'differing' | 'differingRows'>>(
		ways.map((way) => [way, { differingRows: 0, differing: [] }])
	);
	private compared = 0;
	private uncounted = 0;

	constructor(private readonly plan: ImportPlan) {
		this.columns = columnsOf(plan);
	}

	/**
	 * Whether the table itself counts a row's empty amount as zero: the deviation that it states is all of the row's other figure.
	 * Plus must be better than budget, as everywhere here.
	 */
	saysZero(record: SourceRecord, column: number): boolean {
		const read = this.read(record);
		if (!read || !this.columns || !isBlank(record.cells[column] ?? '')) return false;
		const { outcome, budget, deviation } = read;
		if (!deviation || deviation !== this.plan.sign * ((budget ?? 0) - (outcome ?? 0))) return false;
		return column === this.columns.budget.column
			? budget === null && outcome !== null
			: column === this.columns.outcome.column && outcome === null && budget !== null;
	}

	/** A row of the table, whether it is counted or rejected. */
	addRow(record: SourceRecord): void {
		const read = this.read(record);
		if (!read) return;
		const { outcome, budget, deviation } = read;
		this.rows.outcome += outcome ?? 0;
		this.rows.budget += budget ?? 0;
		this.rows.deviation += deviation ?? 0;
		if (deviation === null) return;
		if (outcome === null && budget === null) {
			this.uncounted++;
			return;
		}
		this.compared++;
		const name = record.cells.find((cell) => typeof cell === 'string' && /\p{L}/u.test(cell));
		for (const [way, found] of this.byWay) {
			const counted = way * ((budget ?? 0) - (outcome ?? 0));
			if (counted === deviation) continue;
			found.differingRows++;
			if (found.differing.length === mostExamples) continue;
			found.differing.push({
				row: record.row,
				name: maskPersonalNumbers(String(name ?? '').slice(0, 120)).text,
				stated: deviation,
				counted
			});
		}
	}

	/** A summary row; the last one stands for the table. */
	addTotal(record: SourceRecord): void {
		const read = this.read(record);
		if (read && (read.outcome !== null || read.budget !== null || read.deviation !== null)) this.total = read;
	}

	/** Null where the table states no deviation. */
	finish(): PublishedControl | null {
		if (!this.columns || !this.compared) return null;
		const { outcome, budget, deviation } = this.columns;
		// The way that most rows agree with; where none does, plus is taken to be better.
		const [way, found] = [...this.byWay].sort(
			([one, a], [, b]) => a.differingRows - b.differingRows || (one === this.plan.sign ? -1 : 1)
		)[0] ?? [1, { differingRows: 0, differing: [] }];
		return {
			headers: { outcome: outcome.header, budget: budget.header, deviation: deviation.header },
			scale: deviation.scale,
			way,
			plusIsBetter: way === this.plan.sign,
			compared: this.compared,
			uncounted: this.uncounted,
			...found,
			rows: { ...this.rows },
			total: this.total
		};
	}

	/** Öre as the file writes them; an empty cell is null. Null where a cell cannot be read. */
	private read(record: SourceRecord): Record<keyof Columns, number | null> | null {
		if (!this.columns || record.broken || isEmptyRecord(record)) return null;
		const value = (planned: PlannedColumn): number | null | undefined => {
			const cell = record.cells[planned.column] ?? '';
			if (isBlank(cell)) return null;
			const { value: amount } = readCell(cell, planned);
			return typeof amount === 'number' ? amount : undefined;
		};
		const [outcome, budget, deviation] = [
			value(this.columns.outcome),
			value(this.columns.budget),
			value(this.columns.deviation)
		];
		return outcome === undefined || budget === undefined || deviation === undefined
			? null
			: { outcome, budget, deviation };
	}
}
