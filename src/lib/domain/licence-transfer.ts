// What moves between nämnder when licences are paid centrally: each nämnd gives up kommunbidrag by a key, and the central
// owner pays for all. Everything sums to zero to the öre.
import { allocate } from './allocation';

export const transferKeys = ['licences', 'employees', 'grant'] as const;
/** What the kommunbidrag is moved by: the number of licences, the employees, or an equal share of each nämnd's kommunbidrag. */
export type TransferKey = (typeof transferKeys)[number];

export interface TransferUnit {
	unit: string;
	/** Öre a year that it pays for licences today. */
	cost: number;
	licences: number | null;
	employees: number | null;
	/** Öre. */
	grant: number | null;
	/** Licences in real use, weighted by their price: öre a year. Null where the use is unknown. */
	used: number | null;
}

export interface TransferLine extends TransferUnit {
	/** Öre of kommunbidrag that goes to the central owner; null for those that the key cannot count. */
	moved: number | null;
	/** Öre a year: today's cost − what is moved. Above zero the nämnd wins. */
	result: number;
	/** Öre of the same cost, divided by what is in real use; null where nobody knows. */
	byUse: number | null;
	/** Öre: by real use − what is moved. Above zero it gives up less than it uses. */
	againstUse: number | null;
}

export interface Transfer {
	lines: TransferLine[];
	/** Öre a year of the nämnder that the key counts. */
	total: number;
	/** Half of all differences: öre that end with another nämnd than today's. */
	misplaced: number;
	/** Nämnder that the key cannot count: they keep paying for themselves. */
	outside: TransferLine[];
}

/**
 * Null when the key counts nobody. The central owner gives up its own part to itself, so it is a line like the others.
 */
export function transferOf(units: readonly TransferUnit[], key: TransferKey): Transfer | null {
	const weightOf = (unit: TransferUnit) => unit[key];
	const inside = units.filter((unit) => (weightOf(unit) ?? 0) > 0);
	const total = inside.reduce((sum, { cost }) => sum + cost, 0);
	const moved = allocate(
		total,
		inside.map((unit) => weightOf(unit) ?? 0)
	);
	if (!moved) return null;
	const knownUse = inside.filter(({ used }) => used !== null);
	// The cost of those whose use is known, divided among them: the others have nothing to be compared with.
	const byUse = allocate(
		knownUse.reduce((sum, { cost }) => sum + cost, 0),
		knownUse.map(({ used }) => used ?? 0)
	);
	const lines = units.map((unit): TransferLine => {
		const place = inside.indexOf(unit);
		const part = place < 0 ? null : (moved[place] ?? 0);
		const usePlace = knownUse.indexOf(unit);
		const ownUse = usePlace < 0 ? null : (byUse?.[usePlace] ?? null);
		return {
			...unit,
			moved: part,
			result: part === null ? 0 : unit.cost - part,
			byUse: ownUse,
			againstUse: ownUse === null || part === null ? null : ownUse - part
		};
	});
	return {
		lines,
		total,
		misplaced: lines.reduce((sum, { result }) => sum + Math.max(0, result), 0),
		outside: lines.filter(({ moved: part }) => part === null)
	};
}

export interface OwnerFlow {
	unit: string;
	/** Öre of kommunbidrag: below zero it gives up so much, above it gets it. */
	grant: number;
	/** Öre of licence cost: below zero it no longer pays so much, above it pays it. */
	cost: number;
}

/** What moves when one nämnd pays for all: both columns sum to zero, and a line's result is its grant − its cost. */
export function ownerFlows({ lines }: Transfer, owner: string): OwnerFlow[] {
	const others = lines.filter(({ unit, moved }) => unit !== owner && moved !== null);
	const grant = others.reduce((sum, { moved }) => sum + (moved ?? 0), 0);
	const cost = others.reduce((sum, line) => sum + line.cost, 0);
	return lines.map((line) => {
		if (line.unit === owner) return { unit: line.unit, grant, cost };
		if (line.moved === null) return { unit: line.unit, grant: 0, cost: 0 };
		return { unit: line.unit, grant: 0 - line.moved, cost: 0 - line.cost };
	});
}
