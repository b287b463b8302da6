// Where a row or group stands in the form: its number on screen, and the name that ids of controls are made of.

/** The control of a row or group that a place can name; `nytt` is the button that adds a row. */
export type PlacedControl = 'falt' | 'jamforelse' | 'varden' | 'fel' | 'nytt' | 'ord' | 'bort';

/** `2` for the second row of all, `2.1` for the first one inside the second; empty for the outermost group. */
export function numberOf(indexes: readonly number[]): string {
	return indexes.map((index) => index + 1).join('.');
}

/** `om-1-0-varden`: the values of row 2.1. */
export function placeOf(indexes: readonly number[], control: PlacedControl): string {
	return ['om', ...indexes, control].join('-');
}
