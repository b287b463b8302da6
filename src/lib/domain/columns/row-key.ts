// What makes two rows of two files the same row, so that a corrected one is told from a new one.
import { tables, type TableKind } from './index';

export interface RowKey {
	/** The row's own identity: one of these must be filled. */
	ids: readonly string[];
	/** What must agree as well, filled or not. */
	beside: readonly string[];
	/** The key of a row without any of the ids. */
	otherwise: readonly string[];
}

/** By engine column; `supplier_key` is the organisationsnummer, else the name. */
export const rowKeys: Readonly<Record<TableKind, RowKey>> = {
	cost: {
		ids: ['voucher', 'invoice'],
		beside: ['account', 'supplier_key'],
		otherwise: ['day', 'unit', 'account', 'supplier_key']
	},
	budget: {
		ids: ['year'],
		// What the money is for: everything that a row says but how much.
		beside: tables.budget.fields
			.map(({ name }) => name)
			.filter((name) => name !== 'year' && name !== 'amount'),
		otherwise: []
	},
	contract: { ids: ['contract_id'], beside: [], otherwise: ['title', 'supplier_key', 'start_day'] },
	system: { ids: ['system_id'], beside: [], otherwise: ['name', 'unit'] },
	licence: { ids: ['product'], beside: ['supplier_key', 'unit', 'month'], otherwise: [] },
	unit: { ids: ['unit'], beside: ['valid_from'], otherwise: [] },
	capability: { ids: ['capability_id'], beside: [], otherwise: ['name'] }
};
