// Locks on reported months. A lock keeps the version that its months were published with, and is kept when it is unlocked.
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { maskPersonalNumbers } from '$lib/import/cells/personal-data';
import { parseMonth, type Month, type Period } from '$lib/domain/period';
import { versionsToKeep, type PeriodLock, type PublishedTagging } from '$lib/tagging/locked-months';
import { taggingServerText } from '$lib/text/tagging-server';
import { recording } from '../audit';
import { edition, periodLock } from '../database/schema';
import { installation, swedishDay, type Installation } from '../editions/installation';
import { manifestSchema } from '../editions/manifest';
import { changeRules, currentRules, keepingShippedRules, ruleSetOf, type Author } from './rule-versions';

const { locks: words } = taggingServerText;

export type Locking =
	| { outcome: 'locked'; lock: PeriodLock }
	/** Nothing has changed. */
	| { outcome: 'refused'; cause: 'order' | 'identical' | 'version'; message: string };

export type Unlocking = { outcome: 'unlocked' } | { outcome: 'missing' | 'no_reason'; message: string };

/** A lock as its history shows it. */
export interface ListedLock extends PeriodLock {
	/** ISO instant. */
	lockedAt: string;
	/** Null while it holds. `at` is an ISO instant. */
	unlocked: { at: string; by: string; reason: string } | null;
}

/**
 * Locks months with the version that the current edition tags them by, since what was reported is what is published; before
 * the first edition with the current rules. Months that an older lock holds keep that lock's version (`lockedMonths`).
 * Refused where the months are published with several versions: a lock keeps one.
 */
export function lockPeriod(
	request: { name: string; period: Period },
	user: Author,
	where: Installation = installation(),
	now = new Date()
): Promise<Locking> {
	return changeRules(() => lock(request, user, where, now));
}

/** Takes a lock away from now on. Its row is kept with the reason. */
export function unlockPeriod(
	id: number,
	reason: string,
	user: Author,
	where: Installation = installation(),
	now = new Date()
): Promise<Unlocking> {
	return changeRules(() => unlock(id, reason, user, where, now));
}

/** The locks that hold, the oldest first. */
export async function activeLocks({ database }: Installation = installation()): Promise<PeriodLock[]> {
	const rows = await database
		.select()
		.from(periodLock)
		.where(isNull(periodLock.unlockedAt))
		.orderBy(asc(periodLock.id));
	return rows.map(lockOf);
}

/** Every lock there has been, the newest first. */
export async function listLocks({ database }: Installation = installation()): Promise<ListedLock[]> {
	const rows = await database.select().from(periodLock).orderBy(desc(periodLock.id));
	return rows.map((row) => ({
		...lockOf(row),
		lockedAt: row.lockedAt.toISOString(),
		unlocked: row.unlockedAt
			? { at: row.unlockedAt.toISOString(), by: row.unlockedByName ?? '', reason: row.reason ?? '' }
			: null
	}));
}

async function lock(
	{ name: sent, period }: { name: string; period: Period },
	user: Author,
	where: Installation,
	now: Date
): Promise<Locking> {
	const { database } = where;
	if (period.from > period.to) return { outcome: 'refused', cause: 'order', message: words.wrongOrder };
	const held = await activeLocks(where);
	const same = held.find((known) => known.period.from === period.from && known.period.to === period.to);
	if (same) return { outcome: 'refused', cause: 'identical', message: words.identical(same.name) };

	const published = await publishedTagging(where);
	const runs = published ? versionsToKeep(period, held, published) : [];
	const version = runs[0]?.version ?? (await currentRules(where)).version;
	if (runs.some((run) => run.version !== version)) {
		return { outcome: 'refused', cause: 'version', message: words.severalVersions(runs) };
	}
	if (published && !(await ruleSetOf(version, where))) {
		const message = words.versionGone(published.edition, version);
		return { outcome: 'refused', cause: 'version', message };
	}
	const name = masked(sent);
	await database.batch([
		recording(
			database,
			{ user, action: 'period_locked', subject: name, detail: { ...period, version } },
			now
		),
		// The lock needs the shipped set even when a later program ships another one.
		...(await keepingShippedRules(where)),
		database.insert(periodLock).values({
			name,
			fromMonth: period.from,
			toMonth: period.to,
			version,
			lockedBy: user.id,
			lockedByName: user.name,
			lockedAt: now
		})
	]);
	const made = (await activeLocks(where)).at(-1);
	if (!made) throw new Error('The lock was not kept');
	return { outcome: 'locked', lock: made };
}

async function unlock(
	id: number,
	reason: string,
	user: Author,
	where: Installation,
	now: Date
): Promise<Unlocking> {
	const { database } = where;
	const isActive = and(eq(periodLock.id, id), isNull(periodLock.unlockedAt));
	const [found] = await database.select().from(periodLock).where(isActive);
	if (!found) return { outcome: 'missing', message: words.missing };
	const why = masked(reason.trim());
	if (!why) return { outcome: 'no_reason', message: words.noReason };
	await database.batch([
		database
			.update(periodLock)
			.set({ unlockedAt: now, unlockedByName: user.name, reason: why })
			.where(isActive),
		recording(
			database,
			{
				user,
				action: 'period_unlocked',
				subject: found.name,
				detail: { from: found.fromMonth, to: found.toMonth, version: found.version, reason: why }
			},
			now
		)
	]);
	return { outcome: 'unlocked' };
}

/** What the current edition was tagged by; null before the first one. */
export async function publishedTagging(
	{ database }: Installation = installation()
): Promise<(PublishedTagging & { edition: number }) | null> {
	const [row] = await database
		.select({ manifest: edition.manifest })
		.from(edition)
		.where(eq(edition.status, 'current'));
	if (!row) return null;
	const manifest = v.parse(manifestSchema, row.manifest);
	return { edition: manifest.edition, version: manifest.ruleVersion, locks: manifest.locks ?? [] };
}

function lockOf(row: typeof periodLock.$inferSelect): PeriodLock {
	return {
		id: row.id,
		name: row.name,
		period: { from: monthIn(row.fromMonth), to: monthIn(row.toMonth) },
		version: row.version,
		by: row.lockedByName,
		day: swedishDay(row.lockedAt)
	};
}

function monthIn(text: string): Month {
	const month = parseMonth(text);
	if (!month) throw new Error(`A lock holds ${text}, which is no month`);
	return month;
}

function masked(text: string): string {
	return maskPersonalNumbers(text).text;
}
