// Sovereignty of systems by the European Commission's Cloud Sovereignty Framework (DG DIGIT, version 1.2.1, October 2025):
// eight objectives, SOV-1 to SOV-8, each on one of the five levels SEAL-0 to SEAL-4.
import { sovereigntyHeaders } from './columns/system';

/** The columns of the register that hold a level, in the framework's order. */
export const sovereigntyObjectives = [
	'sov_strategic',
	'sov_legal',
	'sov_data',
	'sov_operational',
	'sov_supply_chain',
	'sov_technology',
	'sov_security',
	'sov_environment'
] as const satisfies readonly (keyof typeof sovereigntyHeaders)[];
export type SovereigntyObjective = (typeof sovereigntyObjectives)[number];

export const highestLevel = 4;
export const sovereigntyLevels = [0, 1, 2, 3, 4] as const;

/** One answer a system and objective: 0–4, null while nobody has answered. */
export type SovereigntyAnswers = Readonly<Record<SovereigntyObjective, number | null>>;

export interface SovereigntyLevel {
	/** The level is the lowest of the eight: it lies between these, and is known where they are the same. */
	low: number;
	high: number;
	/** Objectives that are answered. */
	known: number;
	/** The objectives on the lowest known level. */
	lowest: SovereigntyObjective[];
}

const isLevel = (level: unknown): level is number =>
	typeof level === 'number' && Number.isInteger(level) && level >= 0 && level <= highestLevel;

/**
 * The level of a system: its weakest objective. The framework weighs objectives into a score too; a sum would hide the
 * weakest. The lowest known answer is the most that the level can be, and while one is unknown it can be as low as 0.
 * @param answers a line of the register, or levels by objective
 */
export function sovereigntyLevel(answers: Readonly<Record<string, unknown>>): SovereigntyLevel {
	const known = sovereigntyObjectives.filter((objective) => isLevel(answers[objective]));
	const levels = known.map((objective) => Number(answers[objective]));
	const high = levels.length ? Math.min(...levels) : highestLevel;
	const low = known.length === sovereigntyObjectives.length ? high : 0;
	return { low, high, known: known.length, lowest: known.filter((objective) => answers[objective] === high) };
}

export function isKnownLevel({ low, high }: Pick<SovereigntyLevel, 'low' | 'high'>): boolean {
	return low === high;
}

/** Öre of systems by level. */
export interface SovereigntyShares {
	/** Of systems whose level is known, by level 0–4. */
	at: number[];
	/** Of systems with some answers, by the most that their level can be, 0–4. */
	atMost: number[];
	/** Of systems without any answer. */
	unknown: number;
	/** Joined to no system. */
	outside: number;
	/** The sum of all. */
	total: number;
}

/** Kronor per level; each öre is counted once. Net amounts below zero count as nothing. */
export function sovereigntyShares(
	systems: readonly { level: SovereigntyLevel; amount: number }[],
	outside: number
): SovereigntyShares {
	const shares: SovereigntyShares = {
		at: sovereigntyLevels.map(() => 0),
		atMost: sovereigntyLevels.map(() => 0),
		unknown: 0,
		outside: Math.max(0, outside),
		total: Math.max(0, outside)
	};
	for (const { level, amount } of systems) {
		const counted = Math.max(0, amount);
		shares.total += counted;
		if (isKnownLevel(level)) shares.at[level.high] = (shares.at[level.high] ?? 0) + counted;
		else if (level.known) shares.atMost[level.high] = (shares.atMost[level.high] ?? 0) + counted;
		else shares.unknown += counted;
	}
	return shares;
}
