// Records → accepted rows, rejected rows with reasons, or empty ones. The three add up to what was read.
import { tables, type Field } from '$lib/domain/columns';
import type { Day } from '$lib/domain/day';
import type { Identity } from '$lib/domain/organisation-number';
import type { ProblemEffect, ProblemKind, RowProblem } from '$lib/domain/problem';
import { isEmptyRecord, type SourceRecord } from '$lib/read/record';
import { AmountCounter } from './check-cost';
import { identicalRowFinder } from './identical-rows';
import { identitiesIn } from './identities';
import { maskPersonalNumbers, type SoleTraderNumbers } from './personal-data';
import type { ImportPlan, PlannedColumn } from './plan';
import { ProblemCounter, type Flag, type ProblemCount } from './problem-count';
import { readCell, textOf, type ReadCell, type Value } from './read-cell';
import type { KnownReferences } from './references';
import { summaryColumn } from './summary-row';
import { supplierKeyOf } from './supplier-key';

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
	problems: ProblemCount[];
}

const identicalRow: Flag = {
	kind: 'identisk_rad',
	effect: 'flaggas',
	column: 0,
	reason: 'Raden är identisk med en tidigare rad. Den räknas; avgör om den är dubblerad.',
	value: ''
};

const personalNumberInText = {
	kind: 'personnummer',
	effect: 'maskeras',
	reason: 'Ett personnummer i texten är maskerat.'
} as const;

/** Fields whose cells are text of the file's own. */
const textTypes: readonly Field['type'][] = ['text', 'id', 'choice', 'list'];

interface MappedField {
	/** Place among the values of an accepted row. */
	position: number;
	planned: PlannedColumn;
	/** A row without a value is rejected. */
	required: boolean;
	hasText: boolean;
}

function mappedField(planned: PlannedColumn, position: number, plan: ImportPlan): MappedField {
	const { field } = planned;
	return {
		position,
		planned,
		required: field.required === 'row' || (plan.kind === 'budget' && field.name === 'year'),
		hasText: textTypes.includes(field.type)
	};
}

export interface CheckOptions {
	soleTraders: SoleTraderNumbers;
	/** What the loaded registers know; nothing is checked against what is not given. */
	references?: KnownReferences;
	/** Dates after it are flagged. */
	today?: Day;
}

/** Checks the records of one table by its plan. */
export class RowChecker {
	readonly totals: CheckTotals;
	private readonly fields: readonly Field[];
	private readonly byField: (PlannedColumn | undefined)[];
	private readonly mapped: MappedField[];
	/** The values of a row before its cells are read: what is set for the whole file. */
	private readonly unmapped: Value[];
	private readonly amountAt: number;
	private readonly at: (name: string) => number;
	private readonly problems = new ProblemCounter();
	private readonly amounts: AmountCounter;
	private readonly isRepeated = identicalRowFinder();

	private readonly soleTraders: SoleTraderNumbers;

	constructor(
		private readonly plan: ImportPlan,
		{ soleTraders }: CheckOptions
	) {
		this.soleTraders = soleTraders;
		this.fields = tables[plan.kind].fields;
		this.byField = this.fields.map((field) => plan.columns.find((planned) => planned.field === field));
		this.mapped = this.byField.flatMap((planned, position) =>
			planned ? [mappedField(planned, position, plan)] : []
		);
		this.unmapped = this.fields.map((field) => plan.constants[field.name] ?? null);
		const positions = new Map(this.fields.map((field, i) => [field.name, i]));
		this.at = (name) => positions.get(name) ?? -1;
		if (plan.kind === 'cost' && plan.period) this.unmapped[this.at('day')] = plan.period;
		this.amountAt = plan.kind === 'cost' || plan.kind === 'budget' ? this.at('amount') : -1;
		this.totals = {
			read: 0,
			accepted: 0,
			rejected: 0,
			empty: 0,
			sum: this.amountAt >= 0 ? 0 : null,
			otherCurrencies: {},
			problems: []
		};
		const currencyAt = plan.kind === 'cost' ? this.at('currency') : -1;
		this.amounts = new AmountCounter(plan, this.totals, this.amountAt, currencyAt);
	}

	/** Checks one record after the header; null for an empty one. */
	check(record: SourceRecord): { accepted: AcceptedRow } | { rejected: RejectedRow } | null {
		this.totals.read++;
		if (isEmptyRecord(record)) {
			this.totals.empty++;
			return null;
		}
		const outcome = this.judge(record);
		if ('rejected' in outcome) {
			this.totals.rejected++;
			this.problems.add(outcome.rejected, this.statedAmount(record));
		} else {
			this.totals.accepted++;
		}
		return outcome;
	}

	/** The totals, with the problems sorted: rejections first, then by rows. */
	finish(): CheckTotals {
		this.totals.problems = this.problems.sorted();
		return this.totals;
	}

	private judge(record: SourceRecord): { accepted: AcceptedRow } | { rejected: RejectedRow } {
		const { cells } = record;
		if (record.broken) return this.reject(record, 'fel_varde', 0, record.broken);
		const summary = summaryColumn(cells, this.plan.headers.length);
		if (summary >= 0) {
			return this.reject(
				record,
				'summarad',
				summary,
				'Raden är en summarad och räknas inte som en egen kostnad.'
			);
		}
		const width = this.plan.headers.length;
		if (cells.length > width && cells.slice(width).some((cell) => textOf(cell) !== '')) {
			return this.reject(
				record,
				'fel_antal_kolumner',
				width,
				`Raden har ${cells.length} värden men rubriken har ${width}. Sätt citattecken runt värden som innehåller avgränsaren.`
			);
		}
		return this.readFields(record);
	}

	private readFields(record: SourceRecord): { accepted: AcceptedRow } | { rejected: RejectedRow } {
		const values = this.unmapped.slice();
		const flags: Flag[] = [];
		let isPeriod = this.plan.period !== null;
		let organisation: ReadCell | null = null;
		for (const { position, planned, required, hasText } of this.mapped) {
			const { field, column } = planned;
			const cell = record.cells[column] ?? '';
			const read = readCell(cell, planned);
			if (required && read.value === null)
				return this.rejectMissing(record, field, column, read, textOf(cell));
			if (read.problem) flags.push({ ...read.problem, effect: 'flaggas', column, value: textOf(cell) });
			if (read.isPeriod) isPeriod = true;
			if (read.identities) organisation = read;
			let { value } = read;
			if (hasText && typeof value === 'string') {
				const masked = maskPersonalNumbers(value);
				value = masked.text;
				if (masked.found) flags.push({ ...personalNumberInText, column, value });
			}
			values[position] = value;
		}
		this.splitAccount(values);
		this.maskSoleTrader(values, organisation, flags);
		const amount = this.amounts.count(values, flags);
		const supplierKey = supplierKeyOf(
			this.textAt(values, 'organisation_number'),
			this.textAt(values, 'supplier')
		);
		if (this.plan.kind === 'cost' && this.isRepeated(values)) flags.push(identicalRow);
		const seen = new Set<ProblemKind>();
		for (const flag of flags) {
			if (seen.has(flag.kind)) continue;
			seen.add(flag.kind);
			this.problems.add(
				this.problem(record, flag.kind, flag.effect, flag.column, flag.value, flag.reason),
				amount
			);
		}
		return { accepted: { row: record.row, values, isPeriod, supplierKey } };
	}

	private textAt(values: readonly Value[], name: string): string | null {
		const value = values[this.at(name)];
		return typeof value === 'string' ? value : null;
	}

	/** `74310 Köp IT-tjänster` in one cell is a code and its text. */
	private splitAccount(values: Value[]): void {
		const account = this.textAt(values, 'account');
		const match = account ? /^(\d{3,8})[\s:–-]+(\D.*)$/.exec(account) : null;
		if (!match?.[1]) return;
		values[this.at('account')] = match[1];
		if (values[this.at('account_text')] === null) values[this.at('account_text')] = match[2] ?? null;
	}

	/** What stands for the private person among the identities of a row; null when there is none. */
	private soleTraderIn(identities: readonly Identity[]): string | null {
		const person = identities.find((identity) => identity.kind === 'person');
		return person?.kind === 'person' ? `Enskild firma ${this.soleTraders.numberOf(person.digits)}` : null;
	}

	/** A supplier that is a private person becomes "Enskild firma n": number and name. */
	private maskSoleTrader(values: Value[], organisation: ReadCell | null, flags: Flag[]): void {
		const name = this.soleTraderIn(organisation?.identities ?? []);
		if (name === null) return;
		values[this.at('organisation_number')] = name;
		if (this.at('supplier') >= 0) values[this.at('supplier')] = name;
		flags.push({
			kind: 'personnummer',
			effect: 'maskeras',
			column: this.byField[this.at('organisation_number')]?.column ?? 0,
			reason: 'Leverantören är en enskild firma. Nummer och namn är maskerade.',
			value: name
		});
	}

	private rejectMissing(record: SourceRecord, field: Field, column: number, read: ReadCell, text: string) {
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
		const cells = this.maskedCells(record);
		const problem = this.problem(record, kind, 'avvisas', column, value ?? cells[column] ?? '', reason);
		return { rejected: { ...problem, cells } };
	}

	/** A rejected row's cells: personnummer masked, and a sole trader's number and name as in accepted rows. */
	private maskedCells(record: SourceRecord): string[] {
		const cells = record.cells.map((cell) => maskPersonalNumbers(textOf(cell)).text);
		const organisation = this.byField[this.at('organisation_number')];
		if (!organisation) return cells;
		const name = this.soleTraderIn(identitiesIn(textOf(record.cells[organisation.column] ?? '')));
		if (name === null) return cells;
		cells[organisation.column] = name;
		const supplier = this.byField[this.at('supplier')];
		if (supplier) cells[supplier.column] = name;
		return cells;
	}

	/** Öre that a rejected row states, where that can be read at all. */
	private statedAmount(record: SourceRecord): number {
		const planned = this.byField[this.amountAt];
		if (!planned || record.broken) return 0;
		const { value } = readCell(record.cells[planned.column] ?? '', planned);
		return typeof value === 'number' ? value * this.plan.sign || 0 : 0;
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
