// The completions that an edition is built with.
import { asc, eq, lte } from 'drizzle-orm';
import { standingByRecord, type StandingByKind } from '$lib/domain/completed-contract';
import type { Completion } from '$lib/domain/completion';
import { parseIsoDay } from '$lib/domain/day';
import { completion } from '../database/review-schema';
import { user as account } from '../database/schema';
import type { Installation } from '../editions/installation';

export interface KnownCompletions {
	/** The last one that was saved; 0 for none. */
	last: number;
	standing: StandingByKind;
}

/** @param until the last one to count; null for all that there are */
export async function completionsUntil(until: number | null, where: Installation): Promise<KnownCompletions> {
	const known = await allCompletions(where, until);
	return {
		last: known.at(-1)?.id ?? 0,
		standing: { contract: standingByRecord(known), system: standingByRecord(known, 'system') }
	};
}

/** Every word that has been saved, in the order that it was. */
export async function allCompletions(
	{ database }: Installation,
	until: number | null = null
): Promise<Completion[]> {
	const rows = await database
		.select({ row: completion, author: account.name })
		.from(completion)
		.innerJoin(account, eq(completion.author, account.id))
		.where(until === null ? undefined : lte(completion.id, until))
		.orderBy(asc(completion.id));
	return rows.map(({ row, author }) => completionOf(row, author));
}

export function completionOf(row: typeof completion.$inferSelect, author: string): Completion {
	const sourceDay = parseIsoDay(row.sourceDay);
	if (!sourceDay) throw new Error(`Completion ${row.id} has a source of no day`);
	const { id, recordKind: kind, recordId, field, value, source } = row;
	return { id, kind, recordId, field, value, source, sourceDay, author, created: row.created.toISOString() };
}
