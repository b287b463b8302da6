// What may be bought without competition. LOU counts per authority, kind of purchase and year (19 a kap. lag 2016:1145).

/** The limit in öre from each year on, newest first (Konkurrensverket, tröskelvärden och direktupphandlingsgränser). */
const limits: readonly { fromYear: number; ore: number }[] = [
	{ fromYear: 2022, ore: 700_000_00 },
	{ fromYear: 2020, ore: 615_312_00 },
	{ fromYear: 2018, ore: 586_907_00 }
];

/** The limit of a year in öre; null for years before those that are known here. */
export function directAwardLimit(year: number): number | null {
	return limits.find(({ fromYear }) => year >= fromYear)?.ore ?? null;
}
