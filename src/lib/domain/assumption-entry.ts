// An assumption as it is written in a form: kronor and percent as people write them, and what of it cannot be read.
import { assumptionSpec, type AssumptionKey, type AssumptionUnit, type AssumptionValue } from './assumption';
import { parseIsoDay } from './day';
import { decimalText, oreFromKronor } from './money';

/** The fields of a form, by what the value is: low, likely and high; value; name and points. */
export type EntryFields = Record<string, string>;

export type EntryFault =
	'no-figure' | 'negative' | 'not-whole' | 'too-large' | 'unordered' | 'no-day' | 'no-text' | 'no-years';

export type ReadEntry =
	| { outcome: 'read'; value: AssumptionValue }
	/** By field. */
	| { outcome: 'faults'; faults: Record<string, EntryFault> };

export const rangeEnds = ['low', 'likely', 'high'] as const;

/** The fields of a key, in the order they stand; empty ones where there is no value. */
export function entryFields(key: AssumptionKey, value: AssumptionValue | null): EntryFields {
	const { valueKind, unit } = assumptionSpec(key);
	switch (valueKind) {
		case 'range':
			return Object.fromEntries(
				rangeEnds.map((end) => [end, value?.kind === 'range' ? writtenFigure(value.range[end], unit) : ''])
			);
		case 'series':
			return {
				name: value?.kind === 'series' ? value.series.name : '',
				points:
					value?.kind === 'series'
						? value.series.points.map(({ year, value: one }) => `${year} ${comma(one)}`).join('\n')
						: ''
			};
		case 'figure':
			return { value: value?.kind === 'figure' ? writtenFigure(value.figure, unit) : '' };
		case 'day':
			return { value: value?.kind === 'day' ? value.day : '' };
		case 'text':
			return { value: value?.kind === 'text' ? value.text : '' };
	}
}

/** Reads what somebody wrote. */
export function readEntry(key: AssumptionKey, fields: EntryFields): ReadEntry {
	const { valueKind } = assumptionSpec(key);
	const written = (field: string) => (fields[field] ?? '').trim();
	const one = (value: AssumptionValue | EntryFault): ReadEntry =>
		typeof value === 'string' ? { outcome: 'faults', faults: { value: value } } : { outcome: 'read', value };
	switch (valueKind) {
		case 'range':
			return readRange(key, fields);
		case 'figure': {
			const figure = readFigure(key, written('value'));
			return one(typeof figure === 'string' ? figure : { kind: 'figure', figure });
		}
		case 'day': {
			const day = parseIsoDay(written('value'));
			return one(day ? { kind: 'day', day } : 'no-day');
		}
		case 'text':
			return one(written('value') ? { kind: 'text', text: written('value') } : 'no-text');
		case 'series': {
			const points = readPoints(written('points'));
			const faults: Record<string, EntryFault> = {
				...(written('name') ? {} : { name: 'no-text' }),
				...(points ? {} : { points: 'no-years' })
			};
			return points && written('name')
				? { outcome: 'read', value: { kind: 'series', series: { name: written('name'), points } } }
				: { outcome: 'faults', faults };
		}
	}
}

function readRange(key: AssumptionKey, fields: EntryFields): ReadEntry {
	const read = rangeEnds.map((end) => [end, readFigure(key, (fields[end] ?? '').trim())] as const);
	const faults: Record<string, EntryFault> = {};
	for (const [end, figure] of read) if (typeof figure === 'string') faults[end] = figure;
	if (Object.keys(faults).length) return { outcome: 'faults', faults };
	const [low = 0, likely = 0, high = 0] = read.map(([, figure]) => Number(figure));
	if (likely < low) return { outcome: 'faults', faults: { likely: 'unordered' } };
	if (high < likely) return { outcome: 'faults', faults: { high: 'unordered' } };
	return { outcome: 'read', value: { kind: 'range', range: { low, likely, high } } };
}

/** "1 250,50", with spaces or points between thousands nowhere but in threes, as a number in the unit that is stored. */
function readFigure(key: AssumptionKey, text: string): number | EntryFault {
	const { unit, most } = assumptionSpec(key);
	const bare = text.replace(/[\s\u00a0\u202f]/g, '').replace(/(kr|%)$/i, '');
	const plain = bare.replace('\u2212', '-').replace(',', '.');
	if (!/^-?\d+(\.\d+)?$/.test(plain)) return 'no-figure';
	const figure = Number(plain);
	if (figure < 0) return 'negative';
	if (figure > 1e12) return 'too-large';
	if (unit === 'count' && !Number.isInteger(figure)) return 'not-whole';
	const stored = unit === 'ore' ? oreFromKronor(figure) : unit === 'share' ? percentAsShare(figure) : figure;
	return most !== undefined && stored > most ? 'too-large' : stored;
}

/** Twelve significant digits, so that 2,9 % is 0,029 and no more. */
function percentAsShare(percent: number): number {
	return Number((percent / 100).toPrecision(12));
}

/** "2024 112,5", a year a line, in order; null where a line is something else. */
function readPoints(text: string): { year: number; value: number }[] | null {
	const lines = text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
	const points = lines.flatMap((line) => {
		const [, year = '', value = ''] = /^(\d{4})[\s:;]+(\d+(?:[.,]\d+)?)$/.exec(line) ?? [];
		const point = { year: Number(year), value: Number(value.replace(',', '.')) };
		return year && point.value > 0 ? [point] : [];
	});
	const ordered = points.toSorted((a, b) => a.year - b.year);
	const twice = ordered.some(({ year }, index) => year === ordered[index + 1]?.year);
	return points.length && points.length === lines.length && !twice ? ordered : null;
}

function writtenFigure(figure: number, unit: AssumptionUnit | null): string {
	if (unit === 'ore') return decimalText(figure, ',').replace(/,00$/, '');
	return comma(unit === 'share' ? Number((figure * 100).toPrecision(12)) : figure);
}

const comma = (figure: number): string => String(figure).replace('.', ',');
