// The words of what a follow-up is divided by.
import type { BudgetDimension } from '../domain/budget-leaf';
import type { BudgetBranch } from '../domain/budget-lines';
import type { BudgetLevels } from '../domain/budget-levels';
import { dimensions } from '../domain/dimensions';
import type { Period } from '../domain/period';
import { formatPeriod, formatShare } from './format';

export const levelNames: Readonly<Record<BudgetDimension, string>> = {
	unit: dimensions.unit.label,
	costKind: dimensions.costKind.label,
	orientation: dimensions.orientation.label,
	system: dimensions.system.label
};

/** "Nämnd och kostnadsslag". */
export function levelsName([outer, inner]: BudgetLevels): string {
	return inner ? `${levelNames[outer]} och ${dimensions[inner].noun}` : levelNames[outer];
}

/** What a line is called that names no value. */
export function unsaid(dimension: BudgetDimension): string {
	return dimension === 'system' ? 'Utan system' : `Inte delat på ${dimensions[dimension].noun}`;
}

/** What a line is called; a system by its name. */
export function lineName(
	{ values }: Pick<BudgetBranch, 'values'>,
	levels: BudgetLevels,
	systemNames: ReadonlyMap<string, string>
): string {
	const level = levels[values.length - 1];
	const value = values.at(-1) ?? null;
	if (!level) return '';
	if (value === null) return unsaid(level);
	return level === 'system' ? (systemNames.get(value) ?? value) : value;
}

export const levelWords = {
	choose: 'Delat på',
	open: (name: string) => `Visa delarna av ${name}`,
	close: (name: string) => `Dölj delarna av ${name}`,
	openAll: 'Visa alla delar',
	closeAll: 'Dölj alla delar',
	unknownLevels: 'Adressen delar tabellen på något som inte finns. Tabellen visas per nämnd.',
	undividedBudget: (noun: string) =>
		`Budgeten är inte delad på ${noun} i filen. Det som inte är delat står på en egen rad, eller bara i summan, och raderna bredvid har därför ingen avvikelse.`,
	undividedForecast: (noun: string) =>
		`Nämndernas prognos är inte delad på ${noun}. Den står på en egen rad, eller bara i summan, så raderna har ingen avvikelse för helåret.`
} as const;

/** Of the card that shows the outcome by what the table is divided by. */
export const outcomeCardWords = {
	/** "Serverdrift är 21 % av utfallet". */
	title: (
		level: BudgetDimension,
		[largest]: readonly { label: string; ore: number }[],
		outcome: number
	): string =>
		largest && largest.ore > 0 && outcome > 0
			? `${largest.label} är ${formatShare(largest.ore / outcome)} av utfallet`
			: `Utfall per ${dimensions[level].noun}`,
	subtitle: (level: BudgetDimension, period: Period, yearBefore: boolean): string =>
		`Utfall per ${dimensions[level].noun}, ${formatPeriod(period)}.${yearBefore ? ' Strecket är samma månader året före.' : ''}`,
	label: (level: BudgetDimension) => levelNames[level],
	before: 'samma månader året före'
} as const;
