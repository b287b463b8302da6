import { describe, expect, it } from 'vitest';
import { worstFirst } from '../../src/lib/domain/budget-levels';
import { budgetLines } from '../../src/lib/domain/budget-lines';
import type { BudgetLeaf } from '../../src/lib/domain/budget-leaf';
import { monthsOfFollowUp } from '../../src/lib/domain/follow-up';
import { metTotal } from '../../src/lib/domain/met-forecast';
import { budgetLead, kindFinding, nameList, unitOf } from '../../src/lib/text/budget';

const mnkr = (amount: number) => amount * 100_000_000;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const cuts = { T2: 8, VB: 12 };

interface Facts {
	forecast?: number | null;
	outcome?: number;
}
const unitFacts = (unit: string, { forecast = mnkr(9), outcome = mnkr(6) }: Facts = {}): BudgetLeaf => ({
	unit,
	costKind: null,
	orientation: null,
	system: null,
	budgetRows: 1,
	baseRows: 1,
	rowsWithoutMonth: 0,
	budgetToDate: mnkr(6),
	budgetYear: mnkr(9),
	forecastRows: forecast === null ? 0 : 1,
	forecast: forecast ?? 0,
	outcome,
	outcomeRows: 1,
	outcomeYearBefore: 0,
	outcomeWholeYearBefore: 0
});

function perUnit(leaves: BudgetLeaf[], followUp: keyof typeof cuts = 'T2', covered = true) {
	const total = budgetLines(leaves, ['unit'], { cut: cuts[followUp], covered, yearBeforeCovered: false });
	return { ...total, parts: worstFirst(total.parts) };
}

function lead(leaves: BudgetLeaf[], followUp: keyof typeof cuts = 'T2', covered = true): string {
	const chosen = { year: 2026, followUp, cut: cuts[followUp] };
	const parts = budgetLead(
		perUnit(leaves, followUp, covered),
		{ ...chosen, period: monthsOfFollowUp(chosen), covered, dataTo: '2026-03' },
		'mnkr'
	);
	return plain(parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''));
}

describe('the lines of a follow-up', () => {
	it('stand with the largest overrun first and the unknown last', () => {
		const { parts } = perUnit([
			unitFacts('Bättre', { forecast: mnkr(8) }),
			unitFacts('Okänd', { forecast: null }),
			unitFacts('Sämre', { forecast: mnkr(11) })
		]);
		expect(parts.map((line) => [unitOf(line), line.deviationYear])).toEqual([
			['Sämre', mnkr(-2)],
			['Bättre', mnkr(1)],
			['Okänd', null]
		]);
	});

	it('have no total of half a set', () => {
		const { expected, deviationYear, budgetYear, deviationToDate } = perUnit([
			unitFacts('A'),
			unitFacts('B', { forecast: null })
		]);
		expect({ expected, deviationYear, budgetYear, deviationToDate }).toEqual({
			expected: null,
			deviationYear: null,
			budgetYear: mnkr(18),
			deviationToDate: 0
		});
	});
});

it('forecasts that have met their outcome are summed where every nämnd left one', () => {
	const met = [
		{ unit: 'A', forecast: mnkr(10), outcome: mnkr(10.3) },
		{ unit: 'B', forecast: mnkr(10), outcome: mnkr(9.5) }
	];
	expect(metTotal(met, ['A', 'B'])).toEqual({ unit: '', forecast: mnkr(20), outcome: mnkr(19.8) });
	expect(metTotal(met, ['A', 'C'])).toBeNull();
	expect(metTotal(met, [])).toBeNull();
});

describe('the lead sentence', () => {
	it('says what the nämnder expect, and who stands behind the overrun', () => {
		const facts = [
			unitFacts('A', { forecast: mnkr(12) }),
			unitFacts('B', { forecast: mnkr(9.5) }),
			unitFacts('C', { forecast: mnkr(8) }),
			unitFacts('D')
		];
		// 38,5 expected of 36: A alone is 3,0 over, more than the whole 2,5.
		expect(lead(facts)).toBe(
			'Nämnderna räknar med 38,5 mnkr för helåret, 2,5 mnkr mer än budget. A står för mer än hela underskottet.'
		);
	});

	it('names a single nämnd', () => {
		expect(lead([unitFacts('Skolnämnden', { forecast: mnkr(8.5) })])).toBe(
			'Skolnämnden räknar med 8,5 mnkr för helåret, 0,5 mnkr mindre än budget.'
		);
	});

	it('says how many forecasts there are instead of adding up half of them', () => {
		expect(lead([unitFacts('A'), unitFacts('B', { forecast: null })])).toBe(
			'En av två nämnder har lämnat prognos. Januari–augusti 2026 kostade it 12,0 mnkr, precis som budget.'
		);
	});

	it('tells the outcome at VB', () => {
		expect(
			lead([unitFacts('A', { outcome: mnkr(10) }), unitFacts('B', { outcome: mnkr(8.8) })], 'VB')
		).toMatch(/^It kostade 18,8 mnkr 2026, 0,8 mnkr mer än budget\./);
	});

	it('says when the period has not been', () => {
		expect(lead([unitFacts('A')], 'T2', false)).toBe(
			'Januari–augusti 2026 går inte att följa upp än. Huvudboken räcker till mars 2026.'
		);
	});
});

it('the kostnadsslag that stands for most of the overrun is named', () => {
	const bars = [
		{ label: 'Drift', ore: 5 },
		{ label: 'Licens/SaaS', ore: -8 },
		{ label: 'Konsult', ore: -2 }
	];
	expect(kindFinding(bars, { cut: 8 })).toBe('Licens/SaaS står för det mesta av överskridandet hittills');
	expect(kindFinding([...bars, { label: 'Moln', ore: 20 }], { cut: 8 })).toBe(
		'Avvikelse per kostnadsslag hittills'
	);
	expect(kindFinding([{ label: 'Drift', ore: 5 }], { cut: 12 })).toBe(
		'Avvikelse per kostnadsslag under året'
	);
});

it('lists names in full, and counts the rest', () => {
	expect(nameList(['A'])).toBe('A');
	expect(nameList(['A', 'B', 'C'])).toBe('A, B och C');
	expect(nameList(['A', 'B', 'C', 'D'], 2)).toBe('A, B och två till');
});
