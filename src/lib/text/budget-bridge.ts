// The words of the bridge from budget to forecast.
import type { BridgePart, BudgetBridge } from '../domain/budget-bridge';
import type { MoneyUnit } from '../domain/filters';
import { isYearEnd, type YearFollowUp } from '../domain/follow-up';
import { formatMoney, formatMoneyWithUnit } from './format';

export const budgetBridgeWords = {
	budget: 'Budget',
	part: 'Del',
	deviation: 'Avvikelse',
	others: 'Övriga',
	failed: 'Licensernas pris och antal kunde inte hämtas. De står i Licens/SaaS.',
	unknownTitle: 'Vägen från budget går inte att visa än',
	unknown: 'Varken årets eller månadernas avvikelse är känd för alla nämnder som visas.',
	licenceNote:
		'Pris och antal är licensernas kostnad mot samma månader året innan, ur licensuppgifterna, för budgeten säger varken pris eller antal. Det som budgeten redan räknat upp, och det som licensuppgifterna inte förklarar, står i Licenser, övrigt.',
	worse: 'sämre än budget',
	better: 'bättre än budget',
	unknownShare: 'går inte att dela'
} as const;

/** The name of a part. */
export function bridgePartName({ name, costKind }: Pick<BridgePart, 'name' | 'costKind'>): string {
	switch (name) {
		case 'kind':
			return costKind ?? 'Utan kostnadsslag';
		case 'price':
			return 'Pris, licenser';
		case 'volume':
			return 'Antal, licenser';
		case 'licenceRest':
			return 'Licenser, övrigt';
		case 'toDate':
			return 'Hittills';
		case 'ahead':
			return 'Resten av året';
		case 'undivided':
			return 'Går inte att dela';
	}
}

/** The name of the last bar. */
export function bridgeGoal({ reach }: BudgetBridge, chosen: Pick<YearFollowUp, 'cut'>): string {
	return reach === 'year' && !isYearEnd(chosen) ? 'Prognos' : 'Utfall';
}

/** A bridge below a million says nothing in mnkr. */
export function bridgeUnit(bridge: BudgetBridge | null, unit: MoneyUnit): MoneyUnit {
	return unit === 'mnkr' && bridge?.parts.every(({ ore }) => Math.abs(ore) < 100_000_000) ? 'tkr' : unit;
}

const decimalsOf = (unit: MoneyUnit) => (unit === 'mnkr' ? 2 : 0);

/** The finding: which parts make more than the whole overrun, or the largest of them; neutral where nothing does. */
export function bridgeFinding(bridge: BudgetBridge, chosen: Pick<YearFollowUp, 'cut'>): string {
	const neutral = `Från budget till ${bridgeGoal(bridge, chosen).toLocaleLowerCase('sv')}`;
	const { parts, total } = bridge;
	const [worst, second] = [...parts].sort((a, b) => a.ore - b.ore);
	if (total >= 0 || !worst || parts.length < 3 || worst.name === 'undivided') return neutral;
	const named = (part: BridgePart) =>
		part.name === 'ahead' ? 'Det som väntas resten av året' : bridgePartName(part);
	if (worst.ore <= total) return `${named(worst)} förklarar mer än hela underskottet`;
	if (second && second.name !== 'ahead' && worst.name !== 'ahead' && worst.ore + second.ore <= total)
		return `${named(worst)} och ${named(second)} förklarar mer än hela underskottet`;
	return worst.ore * 2 <= total ? `${named(worst)} förklarar mer än hälften av underskottet` : neutral;
}

/** Every part in one sentence. */
export function bridgeSummary(
	bridge: BudgetBridge,
	chosen: Pick<YearFollowUp, 'cut'>,
	unit: MoneyUnit
): string {
	const figure = (ore: number) => formatMoney(ore, unit, { signed: true, decimals: decimalsOf(unit) });
	const parts = bridge.parts.map((part) => `${bridgePartName(part)} ${figure(part.ore)}`).join(', ');
	const money = (ore: number) => formatMoneyWithUnit(ore, unit, { decimals: decimalsOf(unit) });
	return `Från budget, ${money(bridge.budget)}, till ${bridgeGoal(bridge, chosen).toLocaleLowerCase('sv')}, ${money(bridge.spent)}. ${parts ? `${parts}. ` : ''}Tillsammans ${figure(bridge.total)} ${unit}.`;
}
