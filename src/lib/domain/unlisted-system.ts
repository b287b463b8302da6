// Cost on no system that looks like a system nobody has listed, and what of it may belong to one that somebody has.
import { listedWords } from './listed-words';

/** Kostnadsslag that systems are paid as. */
export const systemCostKinds = ['Licens/SaaS', 'Systemunderhåll', 'Drift', 'Moln'] as const;

/** What a supplier has been paid as one kostnadsslag, on no system, internal rows left out. Lists are words between `|`. */
export interface UnlistedCost {
	supplier_key: string;
	supplier: string | null;
	organisation_number: string | null;
	cost_kind: (typeof systemCostKinds)[number];
	/** Null where rows differ. */
	orientation: string | null;
	accounts: string | null;
	units: string | null;
	/** Öre of the period. */
	amount: number;
	row_count: number;
	/** Months of the period with rows, and of the same months a year before. */
	months: number;
	months_before: number;
	/** The texts of most kronor, without figures; null where the slice has no free text. */
	texts: string | null;
}

export interface ListedSystem {
	systemId: string;
	name: string;
	supplierKey: string | null;
}

/**
 * - `unlisted`: nothing in the list of systems explains it.
 * - `text`: a text of the rows names a listed system.
 * - `supplier`: its supplier is that of one listed system, `several` of more.
 */
export type Likeness = 'unlisted' | 'text' | 'supplier' | 'several';

export interface UnlistedCandidate extends UnlistedCost {
	likeness: Likeness;
	/** Systems of the list that it may belong to. */
	systems: ListedSystem[];
	/** What it could be called: from its texts, else null. */
	guess: string | null;
	/** It was there in at least three months, or also the year before: a subscription comes back. */
	returns: boolean;
}

const leastMonths = 3;
/** Shorter names of systems are found in too many texts. */
const leastLetters = 4;

/** Each with what it is like, those that nothing explains first, then the most kronor. */
export function unlistedCandidates(
	costs: readonly UnlistedCost[],
	systems: readonly ListedSystem[]
): UnlistedCandidate[] {
	const bySupplier = new Map<string, ListedSystem[]>();
	for (const system of systems) {
		if (system.supplierKey === null) continue;
		bySupplier.set(system.supplierKey, [...(bySupplier.get(system.supplierKey) ?? []), system]);
	}
	return costs
		.map((cost): UnlistedCandidate => {
			const named = systems.filter(({ name }) => isNamed(name, cost.texts));
			const supplied = bySupplier.get(cost.supplier_key) ?? [];
			const likeness = named.length
				? 'text'
				: supplied.length > 1
					? 'several'
					: supplied.length
						? 'supplier'
						: 'unlisted';
			return {
				...cost,
				likeness,
				systems: named.length ? named : supplied,
				guess: guessedName(cost.texts),
				returns: cost.months >= leastMonths || cost.months_before > 0
			};
		})
		.sort(
			(a, b) =>
				Number(a.likeness !== 'unlisted') - Number(b.likeness !== 'unlisted') ||
				b.amount - a.amount ||
				a.supplier_key.localeCompare(b.supplier_key, 'sv')
		);
}

/** As whole words: "Arkivlådan, licens" names Arkivlådan, and "Arkivlådans" does not. */
function isNamed(name: string, texts: string | null): boolean {
	const wanted = name.trim().toLocaleLowerCase('sv');
	if (wanted.length < leastLetters || texts === null) return false;
	const letter = /[\p{L}\p{N}]/u;
	return listedWords(texts.toLocaleLowerCase('sv')).some((text) => {
		for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
			const [before, after] = [text[at - 1] ?? ' ', text[at + wanted.length] ?? ' '];
			if (!letter.test(before) && !letter.test(after)) return true;
		}
		return false;
	});
}

/** "Jobbspåret, abonnemang" → "Jobbspåret". */
function guessedName(texts: string | null): string | null {
	const [first = ''] = listedWords(texts);
	return first.split(/[,;:–]| - /u)[0]?.trim() || null;
}
