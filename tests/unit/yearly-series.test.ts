import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYearlySeries, writeYearlySeries } from '$lib/domain/yearly-series';

describe('an index written a year a line', () => {
	it('is read with decimal comma or point, in any order', () => {
		expect(readYearlySeries('2024 415,51\n\n2023: 403.70\n2025;1 418\n')).toEqual({
			outcome: 'read',
			points: [
				{ year: 2023, value: 403.7 },
				{ year: 2024, value: 415.51 },
				{ year: 2025, value: 1418 }
			]
		});
	});

	it.each(['2024', 'KPI 2024 415', '2024 -3', '2024 0', '24 415'])('refuses "%s" with its line', (text) => {
		expect(readYearlySeries(`2023 400\n${text}`)).toEqual({ outcome: 'broken', line: 2, text });
	});

	it('refuses a year that stands twice', () => {
		expect(readYearlySeries('2024 1\n2024 2')).toMatchObject({ outcome: 'broken', line: 2 });
	});

	it('is read back as it was written', () => {
		const points = fc.uniqueArray(
			fc.record({
				year: fc.integer({ min: 1900, max: 2199 }),
				value: fc.integer({ min: 1, max: 1e9 }).map((n) => n / 100)
			}),
			{ selector: ({ year }) => year, maxLength: 30 }
		);
		fc.assert(
			fc.property(points, (own) => {
				const sorted = own.toSorted((one, other) => one.year - other.year);
				expect(readYearlySeries(writeYearlySeries(sorted))).toEqual({ outcome: 'read', points: sorted });
			})
		);
	});
});
