// The indicators that a year of the ledger has, for each of several years, and those of the filters' own period.
import {
	dependenceIndicators,
	dependenceSpecs,
	type DependenceIndicator,
	type LicenceYear
} from '$lib/domain/dependence-indicator';
import { shareOf } from '$lib/domain/indicator';
import type { Period } from '$lib/domain/period';
import { contractBids } from './dependence';
import type { DependenceRegister } from './dependence-register';
import type { DependenceYear } from './dependence-years';

/** One calendar year of the ledger, or the months of it that there are. */
export interface CalendarYear {
	year: number;
	period: Period;
	whole: boolean;
}

export interface YearIndicators extends CalendarYear {
	/** Those that are made of kronor of a period. */
	indicators: DependenceIndicator[];
}

/**
 * The indicators of each year as the same indicators are made for a period alone.
 * @param licencesAt the licences in the last month that is not after a month
 */
export function yearIndicators(
	years: readonly CalendarYear[],
	found: readonly DependenceYear[],
	register: DependenceRegister,
	hasLedger: boolean,
	licencesAt: (month: string) => readonly LicenceYear[]
): YearIndicators[] {
	return years.map((one) => {
		const row = found.find(({ year }) => year === one.year) ?? noCost;
		const indicators = dependenceIndicators({
			hasLedger,
			hasContracts: register.lines.length > 0,
			suppliers: (row.amounts?.split(' ') ?? []).map((ore) => ({
				amount: Number(ore),
				age: { years: null }
			})),
			withoutSupplier: row.nameless,
			bids: contractBids(register, {
				ett: row.one,
				flera: row.several,
				'utan annons': row.direct,
				okänt: row.unknown
			}),
			coverage: { without: row.uncovered, undecided: row.undecided, amount: row.amount, size: row.size },
			contracts: [],
			consultants: { all: row.consult, known: row.known, own: row.own },
			held: {
				systems: row.systems,
				divisible: row.divisible,
				whole: row.held_whole,
				known: shareOf(row.joined, row.whole)
			},
			licences: licencesAt(one.period.to),
			leaving: null,
			untagged: { candidates: 0, it: 0 }
		});
		return { ...one, indicators: indicators.filter(({ key }) => dependenceSpecs[key].perYear) };
	});
}

const noCost: Omit<DependenceYear, 'year'> = {
	amounts: null,
	nameless: 0,
	amount: 0,
	size: 0,
	one: 0,
	several: 0,
	direct: 0,
	unknown: 0,
	uncovered: 0,
	undecided: 0,
	joined: 0,
	whole: 0,
	systems: 0,
	divisible: 0,
	held_whole: 0,
	consult: 0,
	known: 0,
	own: 0
};
