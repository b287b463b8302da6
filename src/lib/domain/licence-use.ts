// Licences that are bought and not used.

/**
 * Unused = max(0, purchased − max(known of assigned, active)), per row and never netted between nämnder; null when
 * both are unknown or nothing is known to be bought.
 */
export function unusedLicences(
	purchased: number | null,
	assigned: number | null,
	active: number | null
): number | null {
	if (purchased === null || (assigned === null && active === null)) return null;
	return Math.max(0, purchased - Math.max(assigned ?? 0, active ?? 0));
}

/** What is unused when all of the unknown is used, and when none of it is. */
export function unusedRange({
	purchased,
	unused,
	unused_base
}: {
	purchased: number | null;
	unused: number | null;
	/** Of how many bought the use is known. */
	unused_base: number;
}): { low: number; high: number } {
	const low = unused ?? 0;
	return { low, high: low + Math.max(0, (purchased ?? 0) - unused_base) };
}
