// Reported months are tagged as they were when they were locked, whatever later rules say.
import { monthsOf, type Month, type Period } from '$lib/domain/period';
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

/** Which months are decided by which earlier version. No month is in two. */
export function lockedMonths({ locks, earlier, rules }: Tagging): LockedMonths[] {
	const versionOf = new Map<Month, number>();
	for (const { period, version } of [...locks].sort((a, b) => a.id - b.id)) {
		for (const month of monthsOf(period)) if (!versionOf.has(month)) versionOf.set(month, version);
	}
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
