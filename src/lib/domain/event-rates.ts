// How much prices are assumed to rise when contracts are adjusted or prolonged.
import { assumedRange, municipality, type StoredAssumption } from './assumption';
import type { EventRates } from './forecast-events';

const none = { low: 0, likely: 0, high: 0 };

/** @param stored every assumption that somebody has stored, in order */
export function assumedEventRates(stored: readonly StoredAssumption[]): EventRates {
	return {
		yearly: (key) =>
			assumedRange(stored, 'yearly_price_rise', key === null ? municipality : { kind: 'supplier', key }) ??
			none,
		extension: assumedRange(stored, 'extension_price_rise', municipality) ?? none
	};
}
