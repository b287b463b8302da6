// What a cell of the grid says when it is measured, short in its place and in words, and what stands under a förmåga.
import type { Day } from '$lib/domain/day';
import type { MoneyUnit } from '$lib/domain/filters';
import type { MapCost } from '$lib/domain/system-map';
import {
	measuredCost,
	worstOf,
	type MapMeasure,
	type MapStep,
	type SystemMeasures
} from '$lib/domain/system-map-measure';
import { formatMoney, formatMoneyWithUnit } from '$lib/text/format';
import { measuredLong, measuredShort, systemMapWords as words } from '$lib/text/system-map';
import type { Row } from './map-lines';

interface MeasuredText {
	text: string;
	/** Nothing is known of some of its systems. */
	more: boolean;
	/** Null where there is nothing to tell. */
	long: string | null;
	step: MapStep | null;
}

/** Null where the states are shown. @param systems that the cell is about */
export function cellMeasure(
	measure: MapMeasure,
	systems: readonly string[],
	cost: MapCost,
	{ known, today, unit }: { known: ReadonlyMap<string, SystemMeasures>; today: Day; unit: MoneyUnit }
): MeasuredText | null {
	if (measure === 'coverage') return null;
	if (measure === 'cost') {
		if (cost.amount === null)
			return { text: systems.length ? '?' : '·', more: false, long: null, step: null };
		return {
			text: formatMoney(cost.amount, unit),
			more: false,
			long: formatMoneyWithUnit(cost.amount, unit),
			step: measuredCost(cost)
		};
	}
	const worst = worstOf(systems, measure, known, today);
	return {
		text: measuredShort(measure, worst) || '·',
		more: worst.value !== null && worst.unknown > 0,
		long: measuredLong(measure, worst),
		step: worst.step
	};
}

/** "Kontorspaketet, gemensamt", "Fem system". */
export function systemsLine({ live }: Pick<Row, 'live'>): string {
	const [first] = live;
	if (!first) return words.noSystem;
	const shared = live.find((system) => system.shared === 'ja');
	if (shared) return words.sharedWith(shared.name, live.length > 1);
	return live.length === 1 ? first.name : words.systemCount(live.length);
}
