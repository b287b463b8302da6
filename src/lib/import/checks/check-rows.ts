// Records → accepted rows, rejected rows with reasons, or empty ones. The three add up to what was read.
import { tables } from '$lib/domain/columns';
import type { Day } from '$lib/domain/day';
import type { Identity } from '$lib/domain/organisation-number';
import type { ProblemEffect, ProblemKind, RowProblem } from '$lib/domain/problem';
import type { PublishedControl } from '$lib/domain/published-control';
import { isEmptyRecord, type SourceRecord } from '$lib/read/record';
import { AmountCounter } from './check-cost';
import { DayChecker } from './check-days';
import { HeaderWatch } from './header-watch';
import { maskedInText } from './column-reader';
import { identicalRowFinder } from './identical-rows';
import { isBareFigure, mappedField, type MappedField } from './mapped-field';
import { maskPersonalNumbers, type SoleTraderNumbers } from '../cells/personal-data';
import type { ImportPlan, PlannedColumn } from '../recognise/plan';
import { ProblemCounter, type Flag, type ProblemCount } from './problem-count';
import { isBlank, readCell, textOf, type ReadCell, type Value } from '../cells/read-cell';
import { emptyIsZero, PublishedDeviation } from './published-deviation';
import { ReferenceChecker, type KnownReferences } from './references';
import { maskedCells, soleTraderIn } from '../cells/sole-trader';
import { summaryColumn, SummaryRows } from './summary-row';
import { supplierKeyOf } from '../cells/supplier-key';

export interface AcceptedRow {
	row: number;
	/** One value per field of the table, in its order. */
	values: Value[];
	/** The date was a month. */
	isPeriod: boolean;
	/** Organisationsnummer, else the name; null without either. */
	supplierKey: string | null;
}

export interface RejectedRow extends RowProblem {
	/** All cells of the row, masked, so that it can be mended. */
	cells: string[];
}

export interface CheckTotals {
	read: number;
	accepted: number;
	rejected: number;
	empty: number;
	/** Öre in SEK over accepted rows; null for tables without amounts. */
	sum: number | null;
	/** Öre (minor units) per other currency. */
	otherCurrencies: Record<string, number>;
	/**
	 * What rounding to öre did to the sum: the exact sum in SEK minus the sum of the rows, in kronor as decimal text
	 * (`-0.0049`), never more than half an öre; null when nothing was rounded.
	 */
	roundingDifference: string | null;
	problems: ProblemCount[];
	/** What a budget table states of its own deviation; null where it states none. */
	published: PublishedControl | null;
}

const identicalRow: Flag = {
	kind: 'identisk_rad',
	effect: 'flaggas',
	column: -1,
	reason: 'Raden är identisk med en tidigare rad. Den räknas; avgör om den är dubblerad.',
	value: ''
};

export interface CheckOptions {
	soleTraders: SoleTraderNumbers;
	/** What the loaded registers know; nothing is checked against what is not given. */
	references?: KnownReferences;
	/** Dates after it are flagged. */
	today?: Day;
}

type Outcome = { accepted: AcceptedRow } | { rejected: RejectedRow };

/** Checks the records of one table by its plan. */
export class RowChecker {
	readonly totals: CheckTotals;
	private readonly byField: (PlannedColumn | undefined)[];
	private readonly mapped: MappedField[];
	/** The values of a row before its cells are read: what is set for the whole file. */
	private readonly unmapped: Value[];
	private readonly positions: ReadonlyMap<string, number>;
	private readonly accountAt: number;
	private readonly amountAt: number;
	private readonly dayAt: number;
	private readonly organisationAt: number;
	private readonly supplierAt: number;
	private readonly problems = new ProblemCounter();
	private readonly amounts: AmountCounter;
	private readonly published: PublishedDeviation;
	private readonly days: DayChecker;
	private readonly references: ReferenceChecker;
	/** References that another row of the same file may still answer. */
	private readonly openReferences: { name: string; problem: RowProblem; amount: number }[] = [];
	private readonly summaries: SummaryRows;
	private readonly headers: HeaderWatch;
	/** Whether most rows have all their cells, so that one with fewer has lost some. */
	private readonly isFull: boolean;
	private readonly isRepeated = identicalRowFinder();
	private readonly soleTraders: SoleTraderNumbers;

	constructor(
		private readonly plan: ImportPlan,
		options: CheckOptions
	) {
		const { fields } = tables[plan.kind];
		this.soleTraders = options.soleTraders;
		this.byField = fields.map((field) => plan.columns.find((planned) => planned.field === field));
		this.mapped = this.byField.flatMap((planned, position) =>
			planned ? [mappedField(planned, position, plan)] : []
		);
		this.positions = new Map(fields.map((field, i) => [field.name, i]));
		this.unmapped = fields.map((field) => plan.constants[field.name] ?? null);
		this.accountAt = this.at('account');
		this.dayAt = this.at('day');
		this.organisationAt = this.at('organisation_number');
		this.supplierAt = this.at('supplier');
		if (plan.kind === 'cost' && plan.period) this.unmapped[this.dayAt] = plan.period;
		this.amountAt = plan.kind === 'cost' || plan.kind === 'budget' ? this.at('amount') : -1;
		this.totals = {
			read: 0,
			accepted: 0,
			rejected: 0,
			empty: 0,
			sum: this.amountAt >= 0 ? 0 : null,
			otherCurrencies: {},
			roundingDifference: null,
			problems: [],
			published: null
		};
		this.published = new PublishedDeviation(plan);
		this.amounts = new AmountCounter(plan, this.totals, this.amountAt, this.at('currency'));
		this.days = new DayChecker(plan, options.today);
		this.references = new ReferenceChecker(plan.kind, options.references);
		this.headers = new HeaderWatch(plan.kind, plan.headers);
		this.isFull = plan.evidence.fullWidth * 2 > plan.evidence.records;
		this.summaries = new SummaryRows(this.byField[this.amountAt]?.scale ?? 1);
	}

	/** Checks one record after the header; null for an empty one. */
	check(record: SourceRecord): Outcome | null {
		this.totals.read++;
		if (isEmptyRecord(record)) {
			this.totals.empty++;
			return null;
		}
		const outcome = this.asHeader(record, this.judge(record));
		if ('rejected' in outcome && outcome.rejected.kind === 'summarad') this.published.addTotal(record);
		else this.published.addRow(record);
		if ('rejected' in outcome) {
			this.totals.rejected++;
			if (outcome.rejected.kind !== 'summarad') this.summaries.skip();
			this.problems.add(outcome.rejected, this.statedAmount(record, true) ?? 0);
		} else {
			this.totals.accepted++;
		}
		return outcome;
	}

	/** The totals, with the problems sorted: rejections first, then by rows. */
	finish(): CheckTotals {
		for (const { name, problem, amount } of this.openReferences.splice(0)) {
			if (!this.references.isInFile(name)) this.problems.add(problem, amount);
		}
		const otherYears = this.days.takeRowsOfOtherYears();
		if (otherYears) this.problems.addAll(otherYears);
		this.totals.roundingDifference = this.amounts.roundingDifference();
		this.totals.problems = this.problems.sorted();
		this.totals.published = this.published.finish();
		return this.totals;
	}

	/** A rejected row that is a header says so. */
	private asHeader(record: SourceRecord, outcome: Outcome): Outcome {
		const reason = 'rejected' in outcome ? this.headers.reasonFor(record) : null;
		return reason === null ? outcome : this.reject(record, 'fel_varde', -1, reason, '');
	}

	private judge(record: SourceRecord): Outcome {
		const { cells } = record;
		const below = this.headers.reasonBelow();
		if (below !== null) return this.reject(record, 'fel_antal_kolumner', -1, below, '');
		if (record.broken) return this.reject(record, 'fel_varde', 0, record.broken);
		const width = this.plan.headers.length;
		const summary = summaryColumn(cells, width);
		if (summary >= 0) {
			const reason = this.summaries.reasonFor(this.statedAmount(record, false), this.slack);
			return this.reject(record, 'summarad', summary, reason);
		}
		if (cells.length > width && !cells.slice(width).every(isBlank)) {
			return this.reject(
				record,
				'fel_antal_kolumner',
				width,
				`Raden har ${cells.length} värden men rubriken har ${width}. Sätt citattecken runt värden som innehåller avgränsaren.`
			);
		}
		return this.readFields(record);
	}

	private readFields(record: SourceRecord): Outcome {
		const values = this.unmapped.slice();
		const flags: Flag[] = [];
		let isPeriod = this.plan.period !== null;
		let identities: readonly Identity[] = [];
		let exact: bigint | undefined;
		for (const { position, planned, reader, required, hasDay } of this.mapped) {
			const cell = record.cells[planned.column] ?? '';
			const read = reader.read(cell);
			const isZero = position === this.amountAt && this.published.saysZero(record, planned.column);
			if (isZero) flags.push(emptyIsZero(planned.column));
			else if (required && read.value === null)
				return this.rejectMissing(record, planned, read, textOf(cell));
			if (read.problem || read.remarks) flagCell(read, planned, textOf(cell), flags);
			if (read.isPeriod) isPeriod = true;
			if (read.identities) identities = read.identities;
			if (position === this.amountAt) exact = read.exact;
			if (hasDay && typeof read.value === 'string') {
				const flag = this.days.flagFor(read.value, planned, cell);
				if (flag) flags.push(flag);
			}
			values[position] = isZero ? 0 : read.value;
		}
		const stated = this.amountAt < 0 ? null : values[this.amountAt];
		if (typeof stated === 'number') {
			const isBare = isBareFigure(record, this.mapped, values);
			const suspicion = this.summaries.suspicionOf(record.cells, stated, isBare, this.slack);
			if (suspicion?.isSummary) return this.reject(record, 'summarad', suspicion.column, suspicion.reason);
			if (suspicion) flags.push({ kind: 'summarad', effect: 'flaggas', value: '', ...suspicion });
		}
		if (this.isFull && record.cells.length < this.plan.headers.length) {
			const reason = `Raden har ${record.cells.length} värden men rubriken har ${this.plan.headers.length}. Saknas ett värde inne i raden står resten i fel kolumn.`;
			flags.push({ kind: 'fel_antal_kolumner', effect: 'flaggas', column: -1, value: '', reason });
		}
		this.splitAccount(values);
		this.maskSoleTrader(values, identities, flags);
		this.amounts.settle(values);
		if (this.plan.kind === 'cost' && this.isRepeated(values, exact?.toString())) flags.push(identicalRow);
		const amount = this.amounts.count(values, exact, flags);
		this.summaries.add(this.amounts.isOutside(values) ? null : amount * this.plan.sign);
		for (const { kind, reason } of record.remarks ?? []) {
			flags.push({ kind, effect: 'flaggas', column: -1, value: '', reason });
		}
		this.flagReferences(record, values, amount, flags);
		if (this.days.countsYears) this.countYear(record, values, amount);
		if (flags.length) this.addFlags(record, flags, amount);
		const supplierKey = supplierKeyOf(textIn(values, this.organisationAt), textIn(values, this.supplierAt));
		return { accepted: { row: record.row, values, isPeriod, supplierKey } };
	}

	/** Öre that rounding may have moved the sum by. */
	private get slack(): number {
		return this.amounts.roundingDifference() === null ? 0 : 1;
	}

	private at(name: string): number {
		return this.positions.get(name) ?? -1;
	}

	private columnAt(position: number): number {
		return this.byField[position]?.column ?? -1;
	}

	/** One flag of a kind is enough for a row. */
	private addFlags(record: SourceRecord, flags: readonly Flag[], amount: number): void {
		const seen = new Set<ProblemKind>();
		for (const { kind, effect, column, value, reason } of flags) {
			if (seen.has(kind)) continue;
			seen.add(kind);
			this.problems.add(this.problem(record, kind, effect, column, value, reason), amount);
		}
	}

	private flagReferences(
		record: SourceRecord,
		values: readonly Value[],
		amount: number,
		flags: Flag[]
	): void {
		for (const { reference, isOwn } of this.references.looseIn(values)) {
			const { kind, position, value, reason } = reference;
			const column = this.columnAt(position);
			if (isOwn) {
				const problem = this.problem(record, kind, 'flaggas', column, value, reason);
				this.openReferences.push({ name: value, problem, amount });
			} else {
				flags.push({ kind, effect: 'flaggas', column, value, reason });
			}
		}
	}

	private countYear(record: SourceRecord, values: readonly Value[], amount: number): void {
		const day = textIn(values, this.dayAt);
		if (day === null) return;
		this.days.countYear(day, amount, () =>
			this.problem(record, 'utanfor_perioden', 'flaggas', this.columnAt(this.dayAt), day, '')
		);
	}

	/** `74310 Köp IT-tjänster` in one cell is a code and its text. */
	private splitAccount(values: Value[]): void {
		const account = textIn(values, this.accountAt);
		const match = account && account.length > 4 ? /^(\d{3,8})[\s:–-]+(\D.*)$/.exec(account) : null;
		if (!match?.[1]) return;
		values[this.accountAt] = match[1];
		const textAt = this.at('account_text');
		if (textAt >= 0 && values[textAt] === null) values[textAt] = match[2] ?? null;
	}

	/** A supplier that is a private person becomes "Enskild firma n": number and name. */
	private maskSoleTrader(values: Value[], identities: readonly Identity[], flags: Flag[]): void {
		const name = identities.length ? soleTraderIn(identities, this.soleTraders) : null;
		if (name === null) return;
		values[this.organisationAt] = name;
		if (this.supplierAt >= 0) values[this.supplierAt] = name;
		flags.push({
			kind: 'personnummer',
			effect: 'maskeras',
			column: this.columnAt(this.organisationAt),
			reason: 'Leverantören är en enskild firma. Nummer och namn är maskerade.',
			value: name
		});
	}

	private rejectMissing(
		record: SourceRecord,
		{ field, column }: PlannedColumn,
		read: ReadCell,
		text: string
	) {
		if (read.problem) return this.reject(record, read.problem.kind, column, read.problem.reason);
		const kinds: Partial<Record<string, ProblemKind>> = {
			amount: 'saknar_belopp',
			day: 'saknar_datum',
			year: 'saknar_datum',
			title: 'saknar_benamning',
			name: 'saknar_namn'
		};
		const reason = `Raden saknar ${field.header}. Fyll i värdet i filen och läs in den igen.`;
		return this.reject(record, kinds[field.name] ?? 'fel_varde', column, reason, text);
	}

	private reject(record: SourceRecord, kind: ProblemKind, column: number, reason: string, value?: string) {
		const columns = {
			organisation: this.byField[this.organisationAt]?.column,
			supplier: this.byField[this.supplierAt]?.column
		};
		const cells = maskedCells(record, columns, this.soleTraders);
		const problem = this.problem(record, kind, 'avvisas', column, value ?? cells[column] ?? '', reason);
		return { rejected: { ...problem, cells } };
	}

	/** Öre that a rejected row states: as a cost in SEK, or as the file writes it; null where it says none. */
	private statedAmount(record: SourceRecord, asCost: boolean): number | null {
		const planned = this.byField[this.amountAt];
		if (!planned || record.broken) return null;
		const { value } = readCell(record.cells[planned.column] ?? '', planned);
		if (typeof value !== 'number') return null;
		return asCost ? this.amounts.stated(value, record.cells) : value;
	}

	private problem(
		record: SourceRecord,
		kind: ProblemKind,
		effect: ProblemEffect,
		column: number,
		value: string,
		reason: string
	): RowProblem {
		return {
			kind,
			effect,
			row: record.row,
			sheet: this.plan.sheet,
			column: this.plan.headers[column] ?? '',
			value: maskPersonalNumbers(value).text,
			reason: maskPersonalNumbers(reason).text
		};
	}
}

function textIn(values: readonly Value[], position: number): string | null {
	const value = values[position];
	return typeof value === 'string' ? value : null;
}

function flagCell(
	{ problem, remarks }: ReadCell,
	{ column }: PlannedColumn,
	text: string,
	flags: Flag[]
): void {
	if (problem) {
		const effect = problem === maskedInText ? 'maskeras' : 'flaggas';
		flags.push({ ...problem, effect, column, value: text });
	}
	for (const remark of remarks ?? []) flags.push({ ...remark, effect: 'flaggas', column, value: text });
}
