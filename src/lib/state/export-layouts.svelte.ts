// The municipality's own orders of columns: fetched once a page, kept as they are stored.
import * as v from 'valibot';
import { standingLayouts, type StoredLayout } from '$lib/domain/export-layout';
import { followUpColumns, type LayoutColumn } from '$lib/domain/follow-up-columns';
import { askServer } from './ask-server';
import { createKeptRows } from './kept-rows.svelte';

const storedSchema = v.object({
	id: v.number(),
	name: v.string(),
	columns: v.nullable(v.array(v.object({ column: v.picklist(followUpColumns), header: v.string() }))),
	author: v.string(),
	created: v.string()
}) satisfies v.GenericSchema<unknown, StoredLayout>;
const listSchema = v.object({ layouts: v.array(storedSchema) });
const outcomeSchema = v.object({ stored: v.nullable(storedSchema), standing: v.nullable(storedSchema) });
const path = '/budget/kolumner';

export interface ExportLayouts {
	/** Why they could not be fetched; empty otherwise. */
	readonly failure: string;
	readonly standing: ReturnType<typeof standingLayouts>;
	/** Saves under a name, or takes it away. Tells why it could not be done, `newer` when somebody was quicker, or nothing. */
	store(name: string, columns: readonly LayoutColumn[] | null): Promise<string>;
}

/** Fetches what is stored. @param newer said when somebody was quicker */
export function createExportLayouts(newer: string): ExportLayouts {
	const kept = createKeptRows(path, listSchema, ({ layouts }): StoredLayout[] => layouts);
	return {
		get failure() {
			return kept.failure;
		},
		get standing() {
			return standingLayouts(kept.rows);
		},
		async store(name, columns) {
			const after = kept.rows.findLast((one) => one.name === name)?.id ?? null;
			const told = await askServer(path, outcomeSchema, { method: 'POST', body: { name, columns, after } });
			if (told.outcome === 'failed') return told.message;
			kept.take(told.value.standing);
			return told.value.stored ? '' : newer;
		}
	};
}
