// The words of price against index.
import { formatCount, formatMoneyWithUnit, formatNumber } from './format';

export const licencePriceText = {
	failed: 'Priserna kunde inte räknas fram',
	table: 'Pris per licens och index',
	first: 'Första pris',
	now: 'Pris nu',
	change: 'Ändring',
	priceIndex: 'Pris',
	index: 'Index',
	indexGroup: 'Första året med index = 100',
	above: 'Över index',
	year: 'År',
	noIndex: 'Inget index är angivet. Då går det inte att säga om priset stiger mer än priser i allmänhet.',
	noIndexCan: 'Lägg in ett index, till exempel årsmedel för KPI eller LCI.',
	noIndexOther: 'En controller för hela kommunen kan lägga in ett, till exempel årsmedel för KPI.',
	told: 'Pris per licens och månad, vägt med köpta. Över index: årets köpta licenser gånger det som priset ligger över det första årets pris uppräknat med index.',
	rule: `Flaggas när priset ligger minst en indexenhet över index.`,
	aboveIndex: 'Så mycket över index',
	assumed: 'Index som priset jämförs med'
} as const;

interface RisenFacts {
	products: number;
	/** Products whose price has risen since their first month. */
	risen: number;
	/** Products that an index can be set beside. */
	compared: number;
	aboveIndex: number;
	/** Öre; of the products above. */
	amount: number;
	/** The years that the kronor are of. */
	years: readonly number[];
	index: string | null;
}

export function priceLead(facts: RisenFacts): string {
	const { products, risen, compared, aboveIndex, amount, years, index } = facts;
	const rise = `Priset per licens har stigit för ${formatCount(risen)} av ${formatCount(products)} produkter.`;
	if (index === null) return `${rise} ${licencePriceText.noIndex}`;
	if (!compared) return `${rise} Indexet har inget år gemensamt med priserna efter det första.`;
	if (!aboveIndex) return `${rise} Ingen av de ${formatCount(compared)} jämförda har stigit mer än ${index}.`;
	const when = years.length === 1 ? `under ${years[0]}` : `under det senaste året med index`;
	return `${formatCount(aboveIndex)} av ${formatCount(compared)} jämförda produkter har stigit mer än ${index}. Det kostar ${formatMoneyWithUnit(amount, amount < 100_000_000 ? 'tkr' : 'mnkr')} ${when}.`;
}

/** "Priset har gått 12,3 indexenheter över KPI. Det motsvarar 1,2 mnkr 2026." */
export function aboveIndexSentence(
	year: {
		year: number;
		priceIndex: number;
		index: number;
		above: number;
	},
	name: string
): string {
	const units = year.priceIndex - year.index;
	if (units < 0) return `Årets medelpris har stigit mindre än ${name} till ${year.year}.`;
	return `I medel under ${year.year} ligger priset ${formatNumber(units, 1)} indexenheter över ${name}. Det motsvarar ${formatMoneyWithUnit(year.above, year.above < 100_000_000 ? 'tkr' : 'mnkr')} det året och är ett skäl att läsa prisklausulen.`;
}
