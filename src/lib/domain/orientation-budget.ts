// The budget of each year by inriktning, as far as its file is divided so. Öre.
import { countedVersions } from './follow-up';

export interface OrientationBudget {
	year: number;
	/** What is said of each inriktning. */
	parts: ReadonlyMap<string, number>;
	/** What no inriktning is said of. */
	undivided: number;
	total: number;
}

/** Each year's counted versions, the earliest year first. A null inriktning is what is not divided. */
export function budgetByOrientation(
	rows: readonly { year: number; version: string; orientation: string | null; amount: number }[]
): OrientationBudget[] {
	const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
	return years.flatMap((year) => {
		const own = rows.filter((row) => row.year === year);
		const versions = countedVersions([...new Set(own.map(({ version }) => version))]);
		const counted = own.filter(({ version }) => versions.includes(version));
		if (!counted.length) return [];
		const parts = new Map<string, number>();
		for (const { orientation, amount } of counted)
			if (orientation !== null) parts.set(orientation, (parts.get(orientation) ?? 0) + amount);
		const total = counted.reduce((sum, { amount }) => sum + amount, 0);
		const divided = [...parts.values()].reduce((sum, ore) => sum + ore, 0);
		return [{ year, parts, undivided: total - divided, total }];
	});
}
