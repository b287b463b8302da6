import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assumptionKeys, assumptions, assumptionSpec, type AssumptionValue } from '$lib/domain/assumption';
import { entryFields, readEntry } from '$lib/domain/assumption-entry';
import { readAssumption } from '$lib/server/assumptions/assumption-request';
import { assumptionText } from '$lib/text/assumption-values';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');

it('kronor are read as people write them and stored as öre', () => {
	expect(readEntry('working_hour', { value: '1 250,50 kr' })).toEqual({
		outcome: 'read',
		value: { kind: 'figure', figure: 125_050 }
	});
	expect(entryFields('working_hour', { kind: 'figure', figure: 125_050 })).toEqual({ value: '1250,50' });
	expect(entryFields('working_hour', { kind: 'figure', figure: 42_000 })).toEqual({ value: '420' });
});

it('2,9 percent is a share of 0,029', () => {
	expect(readEntry('yearly_price_rise', { low: '2', likely: '2,9 %', high: '5' })).toEqual({
		outcome: 'read',
		value: { kind: 'range', range: { low: 0.02, likely: 0.029, high: 0.05 } }
	});
});

it('each field is told what is wrong with it', () => {
	const faults = (fields: Record<string, string>) => {
		const read = readEntry('integration', fields);
		return read.outcome === 'faults' ? read.faults : {};
	};
	expect(faults({ low: '', likely: '12l', high: '-5' })).toEqual({
		low: 'no-figure',
		likely: 'no-figure',
		high: 'negative'
	});
	expect(faults({ low: '5', likely: '4', high: '9' })).toEqual({ likely: 'unordered' });
	expect(faults({ low: '1', likely: '4', high: '3' })).toEqual({ high: 'unordered' });
	expect(readEntry('licence_margin', { value: '101' })).toEqual({
		outcome: 'faults',
		faults: { value: 'too-large' }
	});
	expect(readEntry('package_size', { value: '2,5' })).toEqual({
		outcome: 'faults',
		faults: { value: 'not-whole' }
	});
	expect(readEntry('switching_charges_end', { value: '2027-02-30' })).toMatchObject({ outcome: 'faults' });
	expect(readEntry('corporate_group', { value: '  ' })).toEqual({
		outcome: 'faults',
		faults: { value: 'no-text' }
	});
});

it('an index has a year and a figure a line, in any order, each year once', () => {
	expect(readEntry('price_index', { name: 'KPI', points: '2025 104,2\n2024: 100' })).toEqual({
		outcome: 'read',
		value: {
			kind: 'series',
			series: {
				name: 'KPI',
				points: [
					{ year: 2024, value: 100 },
					{ year: 2025, value: 104.2 }
				]
			}
		}
	});
	for (const points of ['', '2024', '2024 1\n2024 2', '2024 noll', '2024 0'])
		expect(readEntry('price_index', { name: '', points })).toEqual({
			outcome: 'faults',
			faults: { name: 'no-text', points: 'no-years' }
		});
});

it('values are told in words', () => {
	const text = (key: 'migration_per_user' | 'yearly_price_rise' | 'switching_charges_end') =>
		plain(assumptionText(key, assumptionSpec(key).standard));
	expect(text('migration_per_user')).toBe('300–2 500 kr, troligt 900 kr');
	expect(text('yearly_price_rise')).toBe('2–5 %, troligt 3 %');
	expect(text('switching_charges_end')).toBe('12 januari 2027');
	expect(assumptionText('price_index', null)).toBe('Okänt');
});

it('every standard comes back as it was when its form is sent unchanged, and the server takes it', () => {
	for (const key of assumptionKeys) {
		const { standard, of } = assumptionSpec(key);
		if (!standard) continue;
		const read = readEntry(key, entryFields(key, standard));
		expect(read).toEqual({ outcome: 'read', value: standard });
		const [kind = 'municipality'] = of;
		const asked = readAssumption({
			act: 'save',
			key,
			subject: { kind, key: kind === 'municipality' ? '' : 'X' },
			value: standard,
			reason: 'Ett prov av formuläret',
			after: null
		});
		expect(asked.outcome).toBe('asked');
	}
});

it('any value of a range or a figure survives the form', () => {
	const keys = assumptionKeys.filter((key) => ['range', 'figure'].includes(assumptions[key].valueKind));
	fc.assert(
		fc.property(
			fc.constantFrom(...keys),
			fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000), fc.nat(1_000_000)),
			(key, [one, two, three]) => {
				const { valueKind, unit, most } = assumptionSpec(key);
				const scale = (whole: number) =>
					unit === 'share'
						? Number((whole / 1_000_000).toPrecision(12))
						: unit === 'hours'
							? whole / 4
							: whole;
				const [low = 0, likely = 0, high = 0] = [one, two, three].toSorted((a, b) => a - b).map(scale);
				const value: AssumptionValue =
					valueKind === 'range'
						? { kind: 'range', range: { low, likely, high } }
						: { kind: 'figure', figure: Math.min(high, most ?? high) };
				expect(readEntry(key, entryFields(key, value))).toEqual({ outcome: 'read', value });
			}
		)
	);
});
