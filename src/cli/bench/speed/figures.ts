// Measured figures beside what is promised of them.

/** One of several times: 0.5 the middle, 0.95 what nineteen of twenty keep within. NaN without times. */
export function quantile(times: readonly number[], part: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? NaN;
}

export interface FigureLine {
	what: string;
	/** As told: "12 / 15 ms". */
	figure: string;
	/** What counts, in the limit's unit; absent where nothing is promised. */
	value?: number;
	/** `atLeast` where more is better. */
	limit?: { value: number; unit: string; atLeast?: boolean };
}

/** "12 / 15 ms": the middle and the 95th percentile. */
export function middleAndTail(times: readonly number[]): string {
	return `${tell(quantile(times, 0.5))} / ${tell(quantile(times, 0.95))} ms`;
}

/** Without more digits than a timer has. */
export function tell(value: number): string {
	return value < 10 ? value.toFixed(1) : value.toFixed(0);
}

export function printFigures(title: string, lines: readonly FigureLine[]): void {
	console.log(`\n${title}`);
	for (const { what, figure, value, limit } of lines) {
		const promised = limit && `${limit.atLeast ? '≥' : '≤'} ${limit.value} ${limit.unit}`;
		const met =
			!limit || value === undefined
				? ''
				: (limit.atLeast ? value >= limit.value : value <= limit.value)
					? 'met'
					: 'NOT MET';
		console.log(`${what.padEnd(66)}${figure.padStart(20)}${(promised ?? '').padStart(14)}  ${met}`.trimEnd());
	}
}
