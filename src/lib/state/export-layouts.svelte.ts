// The municipality's own orders of columns: fetched once a page, kept as they are stored.
import * as v from 'valibot';
import { standingLayouts, type StoredLayout } from '$lib/domain/export-layout';
import { followUpColumns, type LayoutColumn } from '$lib/domain/follow-up-columns';
import { askServer } from './ask-server';

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
	readonly standing: ReturnType<typeof standingLayouts>;
	/** Saves under a name, or takes it away. Tells why it could not be done, `newer` when somebody was quicker, or nothing. */
	store(name: string, columns: readonly LayoutColumn[] | null): Promise<string>;
}

/** Fetches what is stored. @param newer said when somebody was quicker */
export function createExportLayouts(newer: string): ExportLayouts {
	let stored = $state.raw<readonly StoredLayout[]>([]);
	void askServer(path, listSchema).then((told) => {
		if (told.outcome === 'done') stored = told.value.layouts;
		else console.error('layouts:', told.message);
	});
	return {
		get standing() {
			return standingLayouts(stored);
		},
		async store(name, columns) {
			const after = stored.findLast((one) => one.name === name)?.id ?? null;
			const told = await askServer(path, outcomeSchema, { method: 'POST', body: { name, columns, after } });
			if (told.outcome === 'failed') return told.message;
			const { stored: made, standing } = told.value;
			if (standing && !stored.some(({ id }) => id === standing.id)) stored = [...stored, standing];
			return made ? '' : newer;
		}
	};
}
