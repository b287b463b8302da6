// The words of every chart: how to use it, and what is chosen along its axis.

export const chartWords = {
	view: 'Visa som',
	keys: 'Piltangenter går mellan värdena, T visar tabellen.',
	rangeKeys: 'Skift och högerpil eller vänsterpil väljer flera.',
	tableOf: (title: string) => `Tabell: ${title}`,
	/** A range that is not applied yet, as it is heard. */
	choosing: (range: string) => `${range}. Enter väljer, Escape ångrar.`,
	chosen: (range: string) => `Valt: ${range}.`,
	givenBack: 'Urvalet är som förut.'
} as const;

/** What a click and the keys do, under a tooltip: "Enter filtrerar, Skift+Enter öppnar raderna." */
export function chartHint({ selects, opens }: { selects: boolean; opens: boolean }): string {
	const parts = [
		...(selects ? ['Enter filtrerar'] : []),
		...(opens ? [`${selects ? 'Skift+Enter' : 'Enter'} öppnar raderna`] : [])
	];
	return parts.length ? `${parts.join(', ')}.` : '';
}
