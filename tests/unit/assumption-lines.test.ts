import { expect, it } from 'vitest';
import { assumptionKeys, type AssumptionSubject, type StoredAssumption } from '$lib/domain/assumption';
import { assumptionGroups } from '$lib/text/assumption-values';
import { assumptionLines } from '../../src/routes/(app)/beroende/antaganden/parts/assumption-lines';

const stored = (id: number, subject: AssumptionSubject, figure: number | null): StoredAssumption => ({
	id,
	key: 'consultant_hour',
	subject,
	value: figure === null ? null : { kind: 'figure', figure },
	reason: 'Avtalet',
	author: 'Maja',
	created: '2026-11-01T10:00:00.000Z'
});
const supplier = { kind: 'supplier', key: '559900-0014' } as const;
const municipality = { kind: 'municipality', key: '' } as const;

it('every assumption stands in one group of the page', () => {
	expect(assumptionGroups.flatMap(({ keys }) => keys).sort()).toEqual([...assumptionKeys].sort());
});

it('what is said of a supplier stands under what is said of the municipality', () => {
	const lines = assumptionLines(
		[stored(1, supplier, 100_000), stored(2, municipality, 120_000), stored(3, supplier, 105_000)],
		['consultant_hour']
	);
	expect(lines.map(({ subject, value, stored: said }) => [subject.kind, value, said?.id])).toEqual([
		['municipality', { kind: 'figure', figure: 120_000 }, 2],
		['supplier', { kind: 'figure', figure: 105_000 }, 3]
	]);
});

it('what was taken back of a supplier stays with the municipality’s value, so that its history can be read', () => {
	const [, line] = assumptionLines(
		[stored(1, supplier, 100_000), stored(2, municipality, 120_000), stored(3, supplier, null)],
		['consultant_hour']
	);
	expect(line).toMatchObject({ subject: supplier, value: { kind: 'figure', figure: 120_000 }, stored: null });
});

it('what is only said of suppliers has no line until somebody says it', () => {
	expect(assumptionLines([], ['corporate_group'])).toEqual([]);
});
