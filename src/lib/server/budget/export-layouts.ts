// The orders of columns of exported tables: everybody may choose among them, and they are only added to.
import { asc, eq } from 'drizzle-orm';
import type { StoredLayout } from '$lib/domain/export-layout';
import { followUpColumns } from '$lib/domain/follow-up-columns';
import { recording } from '../audit';
import { exportLayout } from '../database/budget-schema';
import { user as account } from '../database/schema';
import { installation, type Installation } from '../editions/installation';
import type { Reader } from '../reader';
import type { AskedLayout } from './layout-request';

export type LayoutOutcome =
	| { outcome: 'done'; stored: StoredLayout }
	/** Somebody has saved one under the name since the person saw it; what stands now. */
	| { outcome: 'newer'; standing: StoredLayout | null }
	| { outcome: 'nothing' };

/** Every one that was ever saved, in order. A column that there is no longer is left out. */
export async function listLayouts({ database }: Installation = installation()): Promise<StoredLayout[]> {
	const rows = await database
		.select({ layout: exportLayout, author: account.name })
		.from(exportLayout)
		.innerJoin(account, eq(exportLayout.author, account.id))
		.orderBy(asc(exportLayout.id));
	return rows.map(({ layout: { id, name, columns, created }, author }) => ({
		id,
		name,
		columns:
			columns?.flatMap(({ column: asked, header }) => {
				const column = followUpColumns.find((one) => one === asked);
				return column ? [{ column, header }] : [];
			}) ?? null,
		author,
		created: created.toISOString()
	}));
}

/** Saves one, or takes it away. @param asked its words already scanned for personnummer */
export async function storeLayout(
	{ name, columns, after }: AskedLayout,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<LayoutOutcome> {
	const { database } = where;
	const standing = (await listLayouts(where)).findLast((one) => one.name === name) ?? null;
	if ((standing?.id ?? null) !== after) return { outcome: 'newer', standing };
	if (!columns && !standing?.columns) return { outcome: 'nothing' };
	const [[made]] = await database.batch([
		database
			.insert(exportLayout)
			.values({ name, columns, author: reader.user.id, created: now })
			.returning({ id: exportLayout.id }),
		recording(
			database,
			{
				user: reader.user,
				action: columns ? 'layout_saved' : 'layout_removed',
				subject: name,
				detail: { columns: columns?.map(({ header }) => header) ?? null }
			},
			now
		)
	]);
	const stored = (await listLayouts(where)).find(({ id }) => id === made?.id);
	if (!stored) throw new Error(`The layout ${name} was not kept`);
	return { outcome: 'done', stored };
}
