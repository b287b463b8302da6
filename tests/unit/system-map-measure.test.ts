// What the map is coloured by: the worst of a cell's systems, with what is unknown of the others told.
import { expect, test } from 'vitest';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { measuredCost, wholeYears, worstOf, type SystemMeasures } from '$lib/domain/system-map-measure';
import { mapLead, measuredLong, measuredShort, shortUnitNames } from '$lib/text/system-map';

const day = (iso: string): Day => {
	const read = parseIsoDay(iso);
	if (!read) throw new Error(`${iso} is no day.`);
	return read;
};
const today = day('2026-08-31');
const unknown: SystemMeasures = { contractEnd: null, lockIn: null, exitReadiness: null, age: null };
const known = new Map<string, SystemMeasures>([
	['A', { contractEnd: day('2028-12-31'), lockIn: 0.5, exitReadiness: { low: 0.5, high: 0.5 }, age: 12 }],
	['B', { contractEnd: day('2026-10-31'), lockIn: 1, exitReadiness: { low: 0.1, high: 0.9 }, age: 2 }],
	['C', { ...unknown, contractEnd: 'open' }],
	['D', unknown]
]);

test('the worst system decides, and those that nothing is known of are counted', () => {
	expect(worstOf(['A', 'B', 'D'], 'contractEnd', known, today)).toEqual({
		value: '2026-10-31',
		step: 6,
		unknown: 1,
		systems: 3
	});
	expect(worstOf(['A', 'C'], 'contractEnd', known, today)).toMatchObject({ value: '2028-12-31', step: 2 });
	expect(worstOf(['C'], 'contractEnd', known, today)).toMatchObject({ value: 'open', step: 1 });
	expect(worstOf(['A', 'B'], 'lockIn', known, today)).toMatchObject({ value: 1, step: 6 });
	expect(worstOf(['A', 'B'], 'exitReadiness', known, today)).toMatchObject({ value: { low: 0.1 }, step: 6 });
	expect(worstOf(['A', 'B'], 'age', known, today)).toMatchObject({ value: 12, step: 4 });
});

test('what is unknown has no colour, and a cell without systems no words', () => {
	const none = worstOf(['D', 'not there'], 'age', known, today);
	expect(none).toEqual({ value: null, step: null, unknown: 2, systems: 2 });
	expect(measuredShort('age', none)).toBe('?');
	expect(measuredLong('age', none)).toBe('Ålder: okänt');
	expect(measuredLong('age', worstOf([], 'age', known, today))).toBeNull();
	expect(measuredCost({ amount: null })).toBeNull();
	expect(measuredCost({ amount: -100 })).toBe(1);
	expect(measuredCost({ amount: 5_000_000 })).toBe(2);
});

test('years are whole years', () => {
	expect(wholeYears(day('2016-09-01'), today)).toBe(9);
	expect(wholeYears(day('2016-08-31'), today)).toBe(10);
});

test('the sentence counts needs and not what nobody needs, and the narrow names stay apart', () => {
	const counts = { täckt: 76, överlapp: 13, hål: 16, okänt: 12, 'inget behov': 50 };
	expect(mapLead(counts).replace(/\s/g, ' ')).toBe(
		'76 av 117 behov är täckta av ett system. 13 är dubbla, 16 saknar system och 12 vet vi inte.'
	);
	expect(mapLead({ ...counts, överlapp: 1, hål: 0, okänt: 0 })).toMatch(/1 är dubbelt\.$/);
	expect([
		...shortUnitNames(['Utbildningsnämnden', 'Äldrenämnden', 'Stadsdelsnämnden Hamn', 'Hamn']).values()
	]).toEqual(['Utbildning', 'Äldre', 'Stadsdelsnämnden Hamn', 'Hamn']);
});
