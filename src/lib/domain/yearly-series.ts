// A yearly series as people write it: a year and its value on each line.
import type { YearlySeries } from './assumption';

type Points = YearlySeries['points'];
export type ReadSeries =
	{ outcome: 'read'; points: Points } | { outcome: 'broken'; line: number; text: string };

/** Reads `2024 415,51`, one year a line, in any order; empty lines are nothing. A year that stands twice is broken. */
export function readYearlySeries(text: string): ReadSeries {
	const points: { year: number; value: number }[] = [];
	for (const [index, line] of text.split('\n').entries()) {
		if (!line.trim()) continue;
		const match = /^((?:19|20|21)\d\d)[\s;:=]+(\d[\d\s]*(?:[.,]\d+)?)$/u.exec(line.trim());
		const year = Number(match?.[1]);
		const value = Number(match?.[2]?.replace(/\s/gu, '').replace(',', '.'));
		if (!match || !(value > 0) || points.some((point) => point.year === year))
			return { outcome: 'broken', line: index + 1, text: line.trim() };
		points.push({ year, value });
	}
	return { outcome: 'read', points: points.sort((one, other) => one.year - other.year) };
}

/** The same, written so that it is read back alike. */
export function writeYearlySeries(points: Points): string {
	return points.map(({ year, value }) => `${year} ${String(value).replace('.', ',')}`).join('\n');
}
