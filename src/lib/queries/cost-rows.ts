// The ledger rows behind a figure: the filter bar's conditions and whatever narrows them to the clicked mark.
import type { DimensionCell } from '$lib/domain/dimensions';
import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import type { Spreading } from '$lib/domain/accrual';
import { bookedDay, costTable, lineKey, spreadColumns, spreadingCondition } from './accrued-cost';
import {
	candidateRows,
	costFilter,
	itRows,
	kronorRows,
	possibleContract,
	type Condition
} from './cost-filter';
import { dimensionCondition } from './dimension-sql';
import type { KeyFigurePart } from '$lib/domain/key-figure-part';
import { asBooked, usualRowSort, type RowSort } from '$lib/domain/row-fields';
import type { RowSearch } from '$lib/domain/row-search';
import { rowsOfPart } from './key-figure-sql';
import { defineQuery } from './query';
import { realSupplierRows } from './real-supplier';
import { rowOrder } from './row-order';
import { searchCondition } from './row-search';

/** Which rows: the filters, narrowed further. The rows of a selection sum to the figure that opened it. */
export interface RowSelection {
	filters: Filters;
	/** Rows on this contract or on avrop under it, since its start: what counts against its ceiling. */
	ceilingOf?: string;
	/** Rows on this contract later than its end; of a month only when all of it is later. */
	afterEndOf?: string;
	/** Rows with this contract cover. */
	cover?: 'avtal' | 'antagen' | 'flera' | 'saknas' | 'okänt';
	/** Rows on contracts by competition (as in bids-per-contract); `möjligt` may be on some contract of the supplier's,
	 * `utanför` is on no contract in the register. */
	competition?: 'ett' | 'flera' | 'utan annons' | 'okänt' | 'möjligt' | 'utanför';
	/** Rows that are really paid to this supplier or maker, as `real_key` of invoiced-for says it. */
	realSupplier?: string;
	/** Candidates that nobody has judged, instead of IT rows. */
	candidates?: boolean;
	/** Rows of any tag (used for contracts, whose invoices may lie outside IT). */
	anyTag?: boolean;
	/** Rows joined to this system, by their own tag or through its contract; null is rows joined to none. */
	ofSystem?: string | null;
	/** Rows joined to a system in this way. */
	systemCover?: 'tagg' | 'avtal';
	/** Rows that this rule decides, as it stood in the rule set of a version. */
	rule?: { id: string; version: number };
	/** Rows that a person or the file decides; `ingen` is rows that no rule matches. */
	tagSource?: 'hand' | 'fil' | 'ingen';
	/** Parts of yearly licences that the reconciliation of an accrued figure names. */
	spreading?: Spreading;
	/** Rows of all these, as a cell of a pivot. */
	cells?: readonly DimensionCell[];
	/** Rows that a key figure counts as this part of its numerator or base. */
	keyFigurePart?: KeyFigurePart;
	/** Rows that a search finds among these. A link never holds it. */
	search?: RowSearch;
}

/** What the rows of a selection are read from. */
export function selectionTable({ filters, spreading }: RowSelection): string {
	return costTable(filters, spreading);
}

/** The conditions of a selection, for queries on {@link selectionTable}. */
export function selectionCondition(selection: RowSelection): Condition {
	const base = costFilter(
		selection.filters,
		selection.spreading && 'period',
		selection.candidates ? candidateRows : selection.anyTag ? kronorRows : itRows
	);
	const parts = [base.sql];
	const parameters = [...base.parameters];
	if (selection.keyFigurePart) parts.push(rowsOfPart(selection.keyFigurePart));
	if (selection.spreading !== undefined) {
		const spread = spreadingCondition(selection.spreading, selection.filters);
		parts.push(spread.sql);
		parameters.push(...spread.parameters);
	}
	if (selection.ceilingOf !== undefined) {
		parts.push(`contract_ref::VARCHAR IN (SELECT contract_id FROM contract WHERE contract_id = ? OR framework_ref = ?)
			AND coalesce(CASE WHEN is_period THEN last_day(day) ELSE day END
				>= (SELECT min(start_day) FROM contract WHERE contract_id = ?), true)`);
		parameters.push(selection.ceilingOf, selection.ceilingOf, selection.ceilingOf);
	}
	if (selection.afterEndOf !== undefined) {
		parts.push(
			'contract_ref::VARCHAR = ? AND day > (SELECT max(end_day) FROM contract WHERE contract_id = ?)'
		);
		parameters.push(selection.afterEndOf, selection.afterEndOf);
	}
	if (selection.cover !== undefined) {
		parts.push('contract_cover = ?');
		parameters.push(selection.cover);
	}
	if (selection.competition === 'möjligt') parts.push(possibleContract);
	else if (selection.competition === 'utanför') {
		parts.push(`NOT ${possibleContract}
			AND (contract_ref IS NULL OR contract_ref::VARCHAR NOT IN (SELECT contract_id FROM contract))`);
	} else if (selection.competition !== undefined) {
		parts.push(`contract_ref::VARCHAR IN (SELECT contract_id FROM contract GROUP BY contract_id
			HAVING min(CASE WHEN lower(procedure) LIKE 'direktupphandling%' THEN 'utan annons'
				WHEN bids = 1 THEN 'ett' WHEN bids IS NOT NULL THEN 'flera' ELSE 'okänt' END) = ?)`);
		parameters.push(selection.competition);
	}
	if (selection.ofSystem === null) parts.push('system_ref IS NULL');
	else if (selection.ofSystem !== undefined) {
		parts.push('system_ref::VARCHAR = ?');
		parameters.push(selection.ofSystem);
	}
	if (selection.systemCover !== undefined) {
		parts.push('system_cover = ?');
		parameters.push(selection.systemCover);
	}
	if (selection.realSupplier !== undefined) {
		const real = realSupplierRows(selection.realSupplier);
		parts.push(real.sql);
		parameters.push(...real.parameters);
	}
	if (selection.rule !== undefined) {
		parts.push("(tag_source IS NULL OR tag_source = 'regel') AND rule_id = ? AND rule_version = ?");
		parameters.push(selection.rule.id, selection.rule.version);
	}
	if (selection.tagSource === 'ingen') parts.push('tag_source IS NULL AND rule_id IS NULL');
	else if (selection.tagSource !== undefined) {
		parts.push('tag_source = ?');
		parameters.push(selection.tagSource);
	}
	for (const cell of selection.cells ?? []) {
		const condition = dimensionCondition(cell);
		parts.push(condition.sql);
		parameters.push(...condition.parameters);
	}
	if (selection.search) {
		const search = searchCondition(selection.search);
		parts.push(search.sql);
		parameters.push(...search.parameters);
	}
	return { sql: parts.join(' AND '), parameters };
}

/** How many rows a selection has, and their sum in öre. */
export const costRowTotals = defineQuery({
	name: 'cost-row-totals',
	question: 'Hur många rader ligger bakom talet, och vad är deras summa?',
	statement: (selection: RowSelection) => {
		const where = selectionCondition(selection);
		return {
			sql: `SELECT count(*) AS row_count, coalesce(sum(amount), 0)::BIGINT AS amount FROM ${selectionTable(selection)}
				WHERE ${where.sql}`,
			parameters: where.parameters
		};
	},
	row: v.object({ row_count: v.number(), amount: v.number() })
});

const text = v.nullable(v.string());

/**
 * One page of ledger rows, largest first unless told otherwise. `text` exists only in full editions: ask with `freeText`
 * false elsewhere. Rows are put in order by their keys alone, and only those of the page are read in full.
 */
export const costRows = defineQuery({
	name: 'cost-rows',
	question: 'Vilka rader i huvudboken ligger bakom talet?',
	statement: ({
		selection,
		freeText,
		sort = usualRowSort,
		limit,
		offset
	}: {
		selection: RowSelection;
		freeText: boolean;
		sort?: RowSort;
		limit: number;
		offset: number;
	}) => {
		const where = selectionCondition(selection);
		const order = rowOrder(selection.filters.basis === 'accrued' ? sort : asBooked(sort));
		const table = selectionTable(selection);
		const line = lineKey(selection.filters);
		// The parts of a row in the order of their months.
		const keys = `${order.keys}, ${line}`;
		return {
			sql: `WITH ${[...order.tables, ''].join(', ')}page AS MATERIALIZED (SELECT ${line} AS line FROM ${table} ${order.join}
				WHERE ${where.sql} ORDER BY ${keys} LIMIT ? OFFSET ?)
			SELECT ${line} AS line, row_id, cost.day AS day, is_period, unit::VARCHAR AS unit, responsibility::VARCHAR AS responsibility,
				operation::VARCHAR AS operation, project::VARCHAR AS project, activity::VARCHAR AS activity,
				object::VARCHAR AS object, counterpart::VARCHAR AS counterpart, account::VARCHAR AS account,
				account_text::VARCHAR AS account_text, supplier::VARCHAR AS supplier, supplier_key::VARCHAR AS supplier_key,
				organisation_number::VARCHAR AS organisation_number, voucher::VARCHAR AS voucher, invoice::VARCHAR AS invoice, ${freeText ? 'text' : 'NULL::VARCHAR AS text'}, amount, currency::VARCHAR AS currency,
				cost.cost_kind::VARCHAR AS cost_kind, cost.orientation::VARCHAR AS orientation,
				cost.system_id::VARCHAR AS system_id, cost.system_ref::VARCHAR AS system_ref,
				cost.system_cover::VARCHAR AS system_cover, cost.maker::VARCHAR AS maker, cost.candidate, cost.it_cost::VARCHAR AS it_cost,
				cost.contract_id::VARCHAR AS contract_id, cost.part, cost.whole_amount, ${spreadColumns(selection.filters)}, rule.parts AS rule_parts,
				contract_ref::VARCHAR AS contract_ref, contract_cover::VARCHAR AS contract_cover,
				tag_source::VARCHAR AS tag_source, cost.rule_id, rule.name AS rule_name, rule.condition AS rule_condition,
				rule.author AS rule_author, rule.day AS rule_day, rule.version AS rule_version,
				rule.note AS rule_note, rule.owner AS rule_owner, rule.position AS rule_position,
				cost.rule_version AS set_version,
				-- The lock that came first decides for a month that several hold.
				CASE WHEN cost.rule_version <> (SELECT max(value)::INTEGER FROM meta WHERE key = 'rule_version') THEN
					(SELECT min_by(held.name, held.lock_id) FROM period_lock held
						WHERE ${bookedDay(selection.filters)} BETWEEN held.from_day AND held.to_day) END AS lock_name,
				cost.also_matched::VARCHAR AS also_matched,
				file.name AS file_name, cost.sheet::VARCHAR AS sheet, source_row
			FROM (SELECT * FROM ${table} WHERE ${line} IN (SELECT line FROM page)) cost
			LEFT JOIN rule ON rule.rule_id = cost.rule_id AND rule.rule_version = cost.rule_version
			LEFT JOIN file ON file.file_id = cost.file_id ${order.join}
			ORDER BY ${keys}`,
			parameters: [...where.parameters, limit, offset]
		};
	},
	row: v.object({
		/** Of each line alone: a row that is spread has one for each part. */
		line: v.number(),
		row_id: v.number(),
		day: v.string(),
		is_period: v.boolean(),
		unit: text,
		responsibility: text,
		operation: text,
		project: text,
		activity: text,
		object: text,
		counterpart: text,
		account: text,
		account_text: text,
		supplier: text,
		supplier_key: text,
		organisation_number: text,
		voucher: text,
		invoice: text,
		text,
		amount: v.number(),
		currency: text,
		cost_kind: text,
		orientation: text,
		/** As tagged; `system_ref` may be found through the contract. */
		system_id: text,
		system_ref: text,
		system_cover: text,
		/** As tagged; `contract_ref` may be assumed. */
		contract_id: text,
		contract_ref: text,
		contract_cover: text,
		tag_source: text,
		rule_id: text,
		rule_name: text,
		rule_condition: text,
		rule_author: text,
		rule_day: text,
		rule_version: v.nullable(v.number()),
		rule_note: text,
		rule_owner: text,
		rule_position: v.nullable(v.number()),
		/** The version of the rule set that tagged the row. */
		set_version: v.number(),
		/** The lock that keeps an earlier version for the row's month; null when today's rules decide. */
		lock_name: text,
		also_matched: text,
		maker: text,
		candidate: v.boolean(),
		it_cost: text,
		part: v.nullable(v.number()),
		whole_amount: v.nullable(v.number()),
		/** From 1, of a row that is spread over months: its amount is the part's. 0 of a row that is whole. */
		spread_part: v.number(),
		/** Of the row that is spread, as it is booked. */
		booked_day: text,
		/** Öre. */
		booked_amount: v.nullable(v.number()),
		rule_parts: v.nullable(v.number()),
		file_name: text,
		sheet: text,
		source_row: v.number()
	})
});

export type CostRow = v.InferOutput<typeof costRows.row>;
