// Reported months are tagged as they were when they were locked, whatever later rules say.
import { monthPlus, monthsOf, type Month, type Period } from '$lib/domain/period';
import type { RuleSet } from './rule';

/** A lock: its months keep the tags of one version. */
export interface PeriodLock {
	id: number;
	/** What was reported, `T2 2026`. */
	name: string;
	period: Period;
	/** The version that the months are tagged by. */
	version: number;
	/** Who locked it, and the ISO day. */
	by: string;
	day: string;
}

/** What tags a ledger: today's version, and the versions that locked months keep. */
export interface Tagging {
	rules: RuleSet;
	/** The lock that came first decides for a month that several hold. */
	locks: readonly PeriodLock[];
	/** The rule sets that locks name, by version. */
	earlier: ReadonlyMap<number, RuleSet>;
}

/** Months that one version decides. */
export interface LockedMonths {
	months: Month[];
	rules: RuleSet;
}

/** What an edition was tagged by: a version, and the locks that held then. */
export interface PublishedTagging {
	version: number;
	locks: readonly PeriodLock[];
}

/** Neighbouring months that one version decides. */
export interface VersionRun {
	period: Period;
	version: number;
}

/** Which version decides each locked month: that of the lock that came first. */
function versionOfMonths(locks: readonly PeriodLock[]): ReadonlyMap<Month, number> {
	const versionOf = new Map<Month, number>();
	for (const { period, version } of [...locks].sort((a, b) => a.id - b.id)) {
		for (const month of monthsOf(period)) if (!versionOf.has(month)) versionOf.set(month, version);
	}
	return versionOf;
}

/**
 * The versions that the months of a period are published with, which a lock on them must keep: a lock that is taken away has
 * changed no published figure yet. Months that another lock holds are left out, unless all are.
 */
export function versionsToKeep(
	period: Period,
	held: readonly PeriodLock[],
	{ version, locks }: PublishedTagging
): VersionRun[] {
	const [published, kept] = [versionOfMonths(locks), versionOfMonths(held)];
	const all = monthsOf(period);
	const free = all.filter((month) => !kept.has(month));
	const runs: VersionRun[] = [];
	for (const month of free.length ? free : all) {
		const own = published.get(month) ?? version;
		const last = runs.at(-1);
		if (last?.version === own && monthPlus(last.period.to, 1) === month) last.period.to = month;
		else runs.push({ period: { from: month, to: month }, version: own });
	}
	return runs;
}

/** Whether some month of a period would be tagged otherwise if a lock were taken away. @param held the locks, that one among them */
export function isNeeded(lock: PeriodLock, held: readonly PeriodLock[], period: Period): boolean {
	const decided = versionOfMonths(held);
	const without = versionOfMonths(held.filter(({ id }) => id !== lock.id));
	return monthsOf(period).some((month) => decided.get(month) !== without.get(month));
}

/** Which months are decided by which earlier version. No month is in two. */
export function lockedMonths({ locks, earlier, rules }: Tagging): LockedMonths[] {
	const versionOf = versionOfMonths(locks);
	const versions = [...new Set(versionOf.values())];
	return versions.map((version) => {
		const kept = version === rules.version ? rules : earlier.get(version);
		if (!kept) throw new Error(`Rule version ${version} of a lock is not at hand`);
		return {
			months: [...versionOf].filter(([, own]) => own === version).map(([month]) => month),
			rules: kept
		};
	});
}

/** A tagging without locks. */
export function unlocked(rules: RuleSet): Tagging {
	return { rules, locks: [], earlier: new Map() };
}
