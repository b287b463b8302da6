// Deviation from budget per nämnd, worst first. Plus is better than budget; orange and blue, never red and green.
import { signedBars, signedBarsTable, type SignedBars } from './change-bars';
import type { ChartSpec, ChartTable } from './chart-spec';
import type { Palette } from './palette';

/** Builds the drawing. Deviation is budget minus outcome, in öre. */
export function deviationBars(input: SignedBars, palette: Palette): ChartSpec {
	return signedBars(
		withBudgetDecimals(input),
		{
			order: 'smallest first',
			colour: (ore, colours) => (ore < 0 ? colours.neg : colours.pos),
			words: (ore) => (ore < 0 ? 'sämre än budget' : ore > 0 ? 'bättre än budget' : 'precis enligt budget'),
			rowHeight: 18
		},
		palette
	);
}

/** The table twin, in the same order and with the same decimals. */
export function deviationBarsTable(input: SignedBars, first = 'Nämnd'): ChartTable {
	return signedBarsTable(withBudgetDecimals(input), 'smallest first', { first, amount: 'Avvikelse' });
}

/** Budget figures in mnkr have two decimals. */
function withBudgetDecimals(input: SignedBars): SignedBars {
	return { ...input, decimals: input.decimals ?? (input.unit === 'mnkr' ? 2 : 0) };
}
