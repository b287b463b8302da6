// Work that must not overlap: reading one upload after another, and changing which imports count.

/** Does work in the order that it is asked for, each piece when the one before it is over, well or not. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function oneAtATime(): InTurn {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const mine = last.then(work);
		last = mine.catch(() => undefined);
		return mine;
	};
}

/**
 * What is decided from the imports that are active, and then changes which are, is done here: two persons who restore,
 * remove or replace versions of one file at the same time must not leave both counted.
 */
export const changeImports = oneAtATime();
