// How many licences a nämnd needs: the most that it has used in the window, a margin, and whole packages.

/** What a nämnd has and uses of a product. Null is unknown. */
export interface UnitUse {
	unit: string;
	/** In the last month. */
	purchased: number | null;
	/** In the last month. */
	used: number | null;
	/** The most in any month of the window. */
	mostUsed: number | null;
	/** In the same month a year before. */
	usedYearBefore: number | null;
	/** Öre per licence and month, in the last month. */
	price: number | null;
}

export interface NeedRules {
	/** Share above the most used, 0–1. */
	margin: number;
	/** Licences in a package. */
	packageSize: number;
}

export interface LicenceNeed extends UnitUse {
	/** Licences, in whole packages; null where the use is unknown. */
	need: number | null;
	/** Bought beyond the need; below zero so many are missing. */
	surplus: number | null;
	/** Öre a year that the surplus costs; below zero the missing would cost. */
	saving: number | null;
	overUse: OverUse | null;
}

/** More used than bought, now or, as it grows, before the day that the number can be changed. */
export interface OverUse {
	when: 'now' | 'before';
	/** So many more used than bought, then. */
	over: number;
}

/** Whole packages of the most used with its margin. */
export function neededLicences(mostUsed: number, { margin, packageSize }: NeedRules): number {
	// 100 × 1.05 is held as 105.00000000000001, which would need a licence more.
	const withMargin = Math.ceil(Number((mostUsed * (1 + margin)).toFixed(6)));
	const size = Math.max(1, Math.round(packageSize));
	return Math.ceil(withMargin / size) * size;
}

/** @param monthsAhead from the last month to the day that the number can be changed */
export function overUse(
	{ purchased, used, usedYearBefore }: Pick<UnitUse, 'purchased' | 'used' | 'usedYearBefore'>,
	monthsAhead: number
): OverUse | null {
	if (purchased === null || used === null) return null;
	if (used > purchased) return { when: 'now', over: used - purchased };
	if (usedYearBefore === null || used <= usedYearBefore) return null;
	const then = Math.floor(used + ((used - usedYearBefore) / 12) * Math.max(0, monthsAhead));
	return then > purchased ? { when: 'before', over: then - purchased } : null;
}

export function unitNeed(use: UnitUse, rules: NeedRules, monthsAhead: number): LicenceNeed {
	const need = use.mostUsed === null ? null : neededLicences(use.mostUsed, rules);
	const surplus = need === null || use.purchased === null ? null : use.purchased - need;
	return {
		...use,
		need,
		surplus,
		saving: surplus === null || use.price === null ? null : Math.round(surplus * use.price * 12),
		overUse: overUse(use, monthsAhead)
	};
}

export interface ProductNeed {
	/** Per nämnd. */
	units: LicenceNeed[];
	/** Over the nämnder whose use and purchase are known. */
	known: number;
	purchased: number;
	/** Sum of what each nämnd needs by itself. */
	apart: number;
	/** What one shared pool of theirs needs: the most used together in any month. */
	pooled: number;
	/** Öre a year; null when no price is known. */
	savingApart: number | null;
	savingPooled: number | null;
	/** Nämnder whose use or purchase is unknown. */
	unknown: number;
	/** Licences of theirs. */
	unknownPurchased: number;
	overUse: OverUse | null;
}

/**
 * @param pooledMost the most used together in any month of the window, over the nämnder whose use is known; null when none is
 */
export function productNeed(
	uses: readonly UnitUse[],
	pooledMost: number | null,
	rules: NeedRules,
	monthsAhead: number
): ProductNeed {
	const units = uses.map((use) => unitNeed(use, rules, monthsAhead));
	const known = units.filter(({ need, purchased }) => need !== null && purchased !== null);
	const unknown = units.filter((unit) => !known.includes(unit));
	const sum = (value: (unit: LicenceNeed) => number | null) =>
		known.reduce((all, unit) => all + (value(unit) ?? 0), 0);
	const [purchased, apart] = [sum((unit) => unit.purchased), sum((unit) => unit.need)];
	// Together never need more than apart; a month when one is unknown is filled with its most.
	const pooled = known.length && pooledMost !== null ? Math.min(apart, neededLicences(pooledMost, rules)) : 0;
	const priced = known.filter(({ price }) => price !== null);
	const pricedPurchased = priced.reduce((all, unit) => all + (unit.purchased ?? 0), 0);
	const price = priced.length
		? pricedPurchased > 0
			? priced.reduce((all, unit) => all + (unit.purchased ?? 0) * (unit.price ?? 0), 0) / pricedPurchased
			: (priced[0]?.price ?? null)
		: null;
	const over = units.filter(({ overUse }) => overUse !== null);
	const now = over.some(({ overUse }) => overUse?.when === 'now');
	return {
		units,
		known: known.length,
		purchased,
		apart,
		pooled,
		savingApart: priced.length ? priced.reduce((all, unit) => all + (unit.saving ?? 0), 0) : null,
		savingPooled: price === null ? null : Math.round((purchased - pooled) * price * 12),
		unknown: unknown.length,
		unknownPurchased: unknown.reduce((all, unit) => all + (unit.purchased ?? 0), 0),
		overUse: over.length
			? { when: now ? 'now' : 'before', over: over.reduce((all, unit) => all + (unit.overUse?.over ?? 0), 0) }
			: null
	};
}

/** A product is flagged for unused licences when so large a share is bought beyond the need, and it costs at least so much. */
export const unusedFlag = { share: 0.05, savingOre: 5_000_000 } as const;

export function hasUnusedFlag({ purchased, apart, savingApart }: ProductNeed): boolean {
	return (
		purchased > 0 &&
		(purchased - apart) / purchased >= unusedFlag.share &&
		(savingApart ?? 0) >= unusedFlag.savingOre
	);
}
