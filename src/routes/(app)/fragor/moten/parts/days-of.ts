// Several days as somebody writes or pastes them: one a line.
import { parseIsoDay, type Day } from '$lib/domain/day';

/** The days in order, each once, and the lines that are none. */
export function daysOf(text: string): { days: Day[]; bad: string[] } {
	const lines = text
		.split(/[\n,;]/)
		.map((line) => line.trim())
		.filter(Boolean);
	const read = lines.map((line) => ({ line, day: parseIsoDay(line) }));
	return {
		days: [...new Set(read.flatMap(({ day }) => day ?? []))].sort(),
		bad: read.filter(({ day }) => day === null).map(({ line }) => line)
	};
}
