// Locks on reported months. A lock keeps the version that its months were published with, and is kept when it is unlocked.
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import * as v from 'valibot';
import { maskPersonalNumbers } from '$lib/import/cells/personal-data';
import { parseMonth, type Month, type Period } from '$lib/domain/period';
import { isNeeded, versionsToKeep, type PeriodLock, type PublishedTagging } from '$lib/tagging/locked-months';
import { taggingServerText } from '$lib/text/tagging-server';
import { recording } from '../audit';
import { lockedFollowUps } from '../budget/locked-follow-ups';
import { edition, periodLock } from '../database/schema';
import { installation, swedishDay, type Installation } from '../editions/installation';
import { manifestSchema } from '../editions/manifest';
import { changeRules, currentRules, keepingShippedRules, ruleSetOf, type Author } from './rule-versions';

const { locks: words } = taggingServerText;

export type Locking =
	| { outcome: 'locked'; lock: PeriodLock }
	/** Nothing has changed. */
	| { outcome: 'refused'; cause: 'order' | 'identical' | 'version'; message: string };

export type Unlocking =
	| { outcome: 'unlocked' }
	/** `needed`: a locked follow-up rests on it. */
	| { outcome: 'missing' | 'no_reason' | 'needed'; message: string };

/** What a lock would do, before it is made. `identical` months are locked so already, as that lock. */
export type DecidedLock =
	| { outcome: 'ready'; name: string; version: number; statements: readonly BatchItem<'sqlite'>[] }
	| { outcome: 'identical'; lock: PeriodLock }
	| { outcome: 'refused'; cause: 'order' | 'version'; message: string };

/** A lock as its history shows it. */
export interface ListedLock extends PeriodLock {
	/** ISO instant. */
	lockedAt: string;
	/** Locked follow-ups that rest on it: it is taken away when they are opened. */
	followUps: { year: number; followUp: string }[];
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
export async function listLocks(where: Installation = installation()): Promise<ListedLock[]> {
	const rows = await where.database.select().from(periodLock).orderBy(desc(periodLock.id));
	const held = rows.filter(({ unlockedAt }) => unlockedAt === null).map(lockOf);
	const followUps = await lockedFollowUps(where);
	return rows.map((row) => ({
		...lockOf(row),
		lockedAt: row.lockedAt.toISOString(),
		followUps: row.unlockedAt
			? []
			: followUps
					.filter(({ period }) => isNeeded(lockOf(row), held, period))
					.map(({ year, followUp }) => ({ year, followUp })),
		unlocked: row.unlockedAt
			? { at: row.unlockedAt.toISOString(), by: row.unlockedByName ?? '', reason: row.reason ?? '' }
			: null
	}));
}

async function lock(
	request: { name: string; period: Period },
	user: Author,
	where: Installation,
	now: Date
): Promise<Locking> {
	const decided = await decideLock(request, user, where, now);
	if (decided.outcome === 'refused') return decided;
	if (decided.outcome === 'identical') {
		return { outcome: 'refused', cause: 'identical', message: words.identical(decided.lock.name) };
	}
	const [first, ...rest] = decided.statements;
	if (first) await where.database.batch([first, ...rest]);
	const made = (await activeLocks(where)).at(-1);
	if (!made) throw new Error('The lock was not kept');
	return { outcome: 'locked', lock: made };
}

/** Which version a lock would keep, and the statements that make it: the lock's row is the last one. Only within {@link changeRules}. */
export async function decideLock(
	{ name: sent, period }: { name: string; period: Period },
	user: Author,
	where: Installation,
	now: Date
): Promise<DecidedLock> {
	const { database } = where;
	if (period.from > period.to) return { outcome: 'refused', cause: 'order', message: words.wrongOrder };
	const held = await activeLocks(where);
	const same = held.find((known) => known.period.from === period.from && known.period.to === period.to);
	if (same) return { outcome: 'identical', lock: same };

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
	const statements = [
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
	];
	return { outcome: 'ready', name, version, statements };
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
	const held = await activeLocks(where);
	const resting = (await lockedFollowUps(where)).filter(({ period }) =>
		isNeeded(lockOf(found), held, period)
	);
	if (resting.length) {
		const message = words.needed(resting.map(({ year, followUp }) => `${followUp} ${year}`));
		return { outcome: 'needed', message };
	}
	await database.batch(unlocking(lockOf(found), why, user, where, now));
	return { outcome: 'unlocked' };
}

/** The statements that take a lock away. @param why its personnummer are masked already */
export function unlocking(
	{ id, name, period: { from, to }, version }: PeriodLock,
	why: string,
	user: Author,
	{ database }: Installation,
	now: Date
) {
	return [
		database
			.update(periodLock)
			.set({ unlockedAt: now, unlockedByName: user.name, reason: why })
			.where(and(eq(periodLock.id, id), isNull(periodLock.unlockedAt))),
		recording(
			database,
			{ user, action: 'period_unlocked', subject: name, detail: { from, to, version, reason: why } },
			now
		)
	] as const;
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
