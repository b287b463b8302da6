import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	assumedFigure,
	assumedRange,
	assumptionKeys,
	assumptionSpec,
	municipality,
	standingAssumption,
	type AssumptionSubject,
	type StoredAssumption
} from '$lib/domain/assumption';
import { readAssumption } from '$lib/server/assumptions/assumption-request';
import { assumptionServerWords as words } from '$lib/text/assumptions';

const system: AssumptionSubject = { kind: 'system', key: 'S-007' };

function stored(id: number, figure: number | null, subject: AssumptionSubject): StoredAssumption {
	return {
		id,
		key: 'integration',
		subject,
		value: figure === null ? null : { kind: 'range', range: { low: figure, likely: figure, high: figure } },
		reason: 'Offert',
		author: 'Maja',
		created: '2026-11-01T10:00:00.000Z'
	};
}

const save = (change: Record<string, unknown>) =>
	readAssumption({
		act: 'save',
		key: 'integration',
		subject: municipality,
		value: { kind: 'range', range: { low: 1, likely: 2, high: 3 } },
		reason: 'Offert 2026-10-02',
		after: null,
		...change
	});

test('the standard applies until somebody says otherwise', () => {
	expect(standingAssumption([], 'integration', system)).toEqual({
		value: assumptionSpec('integration').standard,
		stored: null
	});
});

test("a system's own assumption wins over the municipality's, whichever came last", () => {
	fc.assert(
		fc.property(fc.boolean(), fc.nat(1_000_000), fc.nat(1_000_000), (ownFirst, own, all) => {
			const rows = ownFirst
				? [stored(1, own, system), stored(2, all, municipality)]
				: [stored(1, all, municipality), stored(2, own, system)];
			expect(assumedRange(rows, 'integration', system)?.likely).toBe(own);
			expect(assumedRange(rows, 'integration', { kind: 'system', key: 'S-001' })?.likely).toBe(all);
			expect(assumedRange(rows, 'integration')?.likely).toBe(all);
		})
	);
});

test('one that is taken back leaves what applied before', () => {
	const rows = [stored(1, 700, municipality), stored(2, 900, system), stored(3, null, system)];
	expect(assumedRange(rows, 'integration', system)?.likely).toBe(700);
	expect(assumedRange([...rows, stored(4, null, municipality)], 'integration', system)).toEqual({
		low: 6_000_000,
		likely: 15_000_000,
		high: 35_000_000
	});
});

test('what nobody knows is unknown, not nothing', () => {
	expect(
		standingAssumption([], 'corporate_group', { kind: 'supplier', key: '559900-0014' }).value
	).toBeNull();
	expect(assumedFigure([], 'price_index')).toBeNull();
});

test('every standard is one that could be stored', () => {
	for (const key of assumptionKeys) {
		const { standard, of } = assumptionSpec(key);
		if (standard === null) continue;
		const subject = of.includes('municipality') ? municipality : { kind: of[0], key: 'S-007' };
		expect(save({ key, subject, value: standard }), key).toMatchObject({ outcome: 'asked' });
	}
});

test.each([
	[
		'a low above the likely',
		{ value: { kind: 'range', range: { low: 3, likely: 2, high: 4 } } },
		words.unordered
	],
	[
		'a figure below nothing',
		{ value: { kind: 'range', range: { low: -1, likely: 2, high: 4 } } },
		words.negative
	],
	['half an öre', { value: { kind: 'range', range: { low: 1, likely: 1.5, high: 2 } } }, words.notWhole],
	['no reason', { reason: ' ' }, words.noReason],
	['one letter as the reason', { reason: 'x' }, words.noReason],
	['spaces that make nine letters ten', { reason: 'enligt  ja' }, words.noReason],
	['a personnummer', { reason: 'Enligt 19121212-1212' }, words.personalText],
	[
		'a supplier where only systems are',
		{ subject: { kind: 'supplier', key: '559900-0014' } },
		words.notOfThat
	],
	['a name that is no assumption', { key: 'annat' }, words.broken],
	['another kind of value', { value: { kind: 'figure', figure: 3 } }, words.broken],
	[
		'a day that does not exist',
		{ key: 'switching_charges_end', value: { kind: 'day', day: '2027-02-30' } },
		words.noDay
	],
	['an empty package', { key: 'package_size', value: { kind: 'figure', figure: 0 } }, words.noPackage]
])('%s is refused with what is wrong', (_, change, message) => {
	expect(save(change)).toEqual({ outcome: 'refused', message });
});
