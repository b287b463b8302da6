// A line of the register with what people have filled in: only where the register says nothing, and never silently.
import {
	completableField,
	isEmptyField,
	standingCompletions,
	type Completion,
	type CompletedKind,
	type RecordValues
} from './completion';
import type { Field } from './columns/field';
import { contractClock } from './contract-clock';
import { parseIsoDay } from './day';
import { decimalText } from './money';

type Value = string | number | null;

export interface CompletedRow<Row> {
	row: Row;
	/** What the row says by these. */
	filled: Completion[];
	/** The register has come to say the same. */
	agreed: Completion[];
	/** The register has come to say something else, and its word stands. */
	conflicts: Completion[];
}

/** Standing completions of one kind by the record that they are about. */
export type StandingByRecord = ReadonlyMap<string, readonly Completion[]>;
export type StandingByKind = Readonly<Record<CompletedKind, StandingByRecord>>;

export function standingByRecord(
	completions: readonly Completion[],
	kind: CompletedKind = 'contract'
): StandingByRecord {
	const records = new Map<string, Completion[]>();
	for (const completion of standingCompletions(completions.filter((known) => known.kind === kind)))
		records.set(completion.recordId, [...(records.get(completion.recordId) ?? []), completion]);
	return records;
}

/** What a row holds for a canonical text: öre, a number, or the text itself. */
export function valueOfText(field: Field, text: string): Value {
	switch (field.type) {
		case 'amount':
		case 'price':
			return Math.round(Number(text.replace(',', '.')) * 100);
		case 'integer':
		case 'decimal':
			return Number(text.replace(',', '.'));
		default:
			return text;
	}
}

/** How a canonical file writes what a row holds. */
export function textOfValue(field: Field, value: string | number): string {
	if (typeof value === 'string') return value;
	return field.type === 'amount' || field.type === 'price'
		? decimalText(value, ',')
		: String(value).replace('.', ',');
}

/** The fields that the edition has filled in already, as the row's own `completed` tells. */
export function completedBefore(row: RecordValues): string[] {
	return typeof row.completed === 'string' && row.completed ? row.completed.split('|') : [];
}

/**
 * Fills the empty fields of a row. A row that an edition has filled is emptied first, so that what has been taken back since
 * is gone and what has been changed since is new.
 * @param standing of this record
 */
function filledRow<Row extends RecordValues>(
	row: Row,
	standing: readonly Completion[],
	kind: CompletedKind
): CompletedRow<Row> {
	const before = completedBefore(row);
	const result: CompletedRow<Row> = { row, filled: [], agreed: [], conflicts: [] };
	if (!before.length && !standing.length) return result;
	const values: Record<string, Value> = {};
	for (const name of before) values[name] = null;
	for (const completion of standing) {
		const field = completableField(completion.field, kind);
		if (!field || completion.value === null) continue;
		const value = valueOfText(field, completion.value);
		const known = before.includes(field.name) ? null : row[field.name];
		if (isEmptyField(field.name, known, kind)) {
			values[field.name] = value;
			result.filled.push(completion);
		} else (known === value ? result.agreed : result.conflicts).push(completion);
	}
	if (!before.length && !result.filled.length) return result;
	const completed = result.filled.map(({ field }) => field).join('|') || null;
	result.row = { ...row, ...values, completed };
	return result;
}

/** A contract with its empty fields filled, and its clock computed anew. @param standing of this record, by its avtals_id */
export function completedRow<Row extends RecordValues>(
	row: Row,
	standing: readonly Completion[]
): CompletedRow<Row> {
	const result = filledRow(row, standing, 'contract');
	return result.row === row ? result : { ...result, row: { ...result.row, ...clockColumns(result.row) } };
}

/** A system with its empty fields filled. @param standing of this record, by its system_id */
export function completedSystem<Row extends RecordValues>(
	row: Row,
	standing: readonly Completion[]
): CompletedRow<Row> {
	return filledRow(row, standing, 'system');
}

/** The days that a line's own terms give, as an edition has them. */
export function clockColumns(row: RecordValues) {
	const text = (name: string) => {
		const value = row[name];
		return typeof value === 'string' ? value : null;
	};
	const number = (name: string) => {
		const value = row[name];
		return typeof value === 'number' ? value : null;
	};
	const clock = contractClock({
		endDay: parseIsoDay(text('end_day') ?? ''),
		extensionKind: text('extension_kind'),
		extensionCount: number('extension_count'),
		extensionMonths: number('extension_months'),
		extensionsUsed: number('extensions_used'),
		extensionCallMonths: number('extension_call_months'),
		noticeMonths: number('notice_months')
	});
	return { notice_day: clock.noticeDay, latest_end: clock.latestEnd, last_safe_start: clock.lastSafeStart };
}
