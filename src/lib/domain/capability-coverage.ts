// Which systems meet a nämnd's need of a förmåga: the one rule that the map, its files, doubles and holes are counted by.
import type { Day } from './day';
import { listedWords } from './listed-words';

/** A förmåga of the register. Lists are words between `|`. */
export interface CapabilityLine {
	capability_id: string;
	name: string;
	parent: string | null;
	needed_by: string | null;
	not_needed_by: string | null;
}

/** What coverage asks of a system of the register. */
export interface CoveringSystem {
	system_id: string;
	unit: string | null;
	used_by: string | null;
	shared: string | null;
	capabilities: string | null;
	life_cycle: string | null;
	in_use_from: Day | null;
	retired_from: Day | null;
}

export const coverageStates = ['täckt', 'överlapp', 'hål', 'okänt', 'inget behov'] as const;
export type CoverageState = (typeof coverageStates)[number];
export type Need = 'behov' | 'inget behov' | 'okänt';

export interface Coverage {
	state: CoverageState;
	need: Need;
	/** Ids of the live systems of the förmåga that the nämnd is said to use, in the order of the register. */
	used: string[];
	/** Ids of shared ones that nobody has said that the nämnd uses, but that it can. */
	available: string[];
	/** Of both, those that the state is counted by. */
	counted: string[];
}

/**
 * Whether the system can be used on a day. One that is planned or ended, by its life cycle or by its days, is not; one whose life
 * cycle nobody has told is, since the register lists it.
 */
export function isLive(
	system: Pick<CoveringSystem, 'life_cycle' | 'in_use_from' | 'retired_from'>,
	today: Day
): boolean {
	if (system.life_cycle === 'planerad' || system.life_cycle === 'avvecklad') return false;
	if (system.in_use_from !== null && system.in_use_from > today) return false;
	return system.retired_from === null || system.retired_from > today;
}

/** The nämnder that are said to use the system: those named, else the one that owns it. */
export function systemUsers(system: Pick<CoveringSystem, 'unit' | 'used_by'>): string[] {
	const named = listedWords(system.used_by);
	return named.length > 0 ? named : system.unit ? [system.unit] : [];
}

/** A shared system is at every nämnd's hand, but one that is being introduced only where somebody has said so. */
export const isAvailableToAll = (system: Pick<CoveringSystem, 'shared' | 'life_cycle'>): boolean =>
	system.shared === 'ja' && system.life_cycle !== 'införs';

/**
 * What nobody has said stays unknown. A need that is stated wins over one that is denied, and who has no need of a förmåga has
 * none of its parts.
 * @param lines from the förmåga up to its root
 */
export function needOf(unit: string, lines: readonly CapabilityLine[]): Need {
	const [own] = lines;
	if (!own) return 'okänt';
	if (listedWords(own.needed_by).includes(unit)) return 'behov';
	return lines.some(({ not_needed_by }) => listedWords(not_needed_by).includes(unit))
		? 'inget behov'
		: 'okänt';
}

/**
 * The state of one förmåga at one nämnd. Two systems that it uses overlap, and so does a system of its own beside a shared one
 * that it could use; two shared ones of which it uses one do not.
 * @param systems live ones of the förmåga
 */
export function coverageOf(
	unit: string,
	need: Need,
	systems: readonly Pick<CoveringSystem, 'system_id' | 'unit' | 'used_by' | 'shared' | 'life_cycle'>[]
): Coverage {
	const using = systems.filter((system) => systemUsers(system).includes(unit));
	const used = using.map(({ system_id }) => system_id);
	const available = systems
		.filter((system) => !using.includes(system) && isAvailableToAll(system))
		.map(({ system_id }) => system_id);
	if (used.length === 0) {
		const state =
			need === 'inget behov' ? need : available.length > 0 ? 'täckt' : need === 'behov' ? 'hål' : 'okänt';
		return { state, need, used, available, counted: state === 'täckt' ? available : [] };
	}
	const counted = using.some(({ shared }) => shared === 'ja') ? used : [...used, ...available];
	return { state: counted.length > 1 ? 'överlapp' : 'täckt', need, used, available, counted };
}
