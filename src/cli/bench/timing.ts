// Times, and how they are told.

/** Milliseconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

/** The middle of several times. */
export function median(times: readonly number[]): number {
	const sorted = [...times].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2
		? (sorted[middle] ?? NaN)
		: ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

export interface Measure {
	what: string;
	milliseconds: number;
	/** Native single thread for the same questions; absent where there is nothing to compare with. */
	native?: number;
}

/** Prints measures as a table. */
export function printMeasures(title: string, measures: readonly Measure[]): void {
	console.log(`\n${title}`);
	console.log(`${'what'.padEnd(52)}${'ms'.padStart(10)}${'native ms'.padStart(12)}${'ratio'.padStart(9)}`);
	for (const { what, milliseconds, native } of measures) {
		const compared =
			native === undefined ? ['', ''] : [native.toFixed(0), (milliseconds / native).toFixed(2)];
		console.log(
			`${what.padEnd(52)}${milliseconds.toFixed(0).padStart(10)}${(compared[0] ?? '').padStart(12)}${(compared[1] ?? '').padStart(9)}`
		);
	}
}
