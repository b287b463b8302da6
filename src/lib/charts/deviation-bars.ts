// Deviation from budget per nämnd, worst first. Plus is better than budget; orange and blue, never red and green.
import { signedBars, type SignedBars } from './change-bars';
import type { ChartSpec } from './chart-spec';
import type { Palette } from './palette';

/** Builds the drawing. Deviation is budget minus outcome, in öre. */
export function deviationBars(input: SignedBars, palette: Palette): ChartSpec {
	return signedBars(
		{ ...input, decimals: input.decimals ?? (input.unit === 'mnkr' ? 2 : 0) },
		{
			order: 'smallest first',
			colour: (ore, colours) => (ore < 0 ? colours.neg : colours.pos),
			words: (ore) => (ore < 0 ? 'sämre än budget' : ore > 0 ? 'bättre än budget' : 'precis enligt budget'),
			rowHeight: 18
		},
		palette
	);
}
