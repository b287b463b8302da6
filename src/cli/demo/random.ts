// Seeded chance for the demo city: the same label gives the same numbers on every machine.

export interface Chance {
	/** At least 0, below 1. */
	next(): number;
	between(low: number, high: number): number;
	/** Both ends included. */
	integer(low: number, high: number): number;
	pick<Item>(items: readonly Item[]): Item;
	happens(probability: number): boolean;
}

function seedOf(label: string): number {
	let seed = 2166136261;
	for (const character of label) seed = Math.imul(seed ^ (character.codePointAt(0) ?? 0), 16777619);
	return seed >>> 0;
}

/**
 * mulberry32, seeded by a label. Each concern of the city has its own label, so a change in one table
 * leaves the others as they were.
 */
export function chanceFor(label: string): Chance {
	let state = seedOf(label);
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
	return {
		next,
		integer,
		between: (low, high) => low + next() * (high - low),
		happens: (probability) => next() < probability,
		pick: (items) => {
			const item = items[integer(0, items.length - 1)];
			if (item === undefined) throw new Error('Nothing to pick from.');
			return item;
		}
	};
}
