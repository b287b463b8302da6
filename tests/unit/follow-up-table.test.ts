import { describe, expect, it } from 'vitest';
import { followUpTable, type FollowUpFacts } from '../../src/lib/domain/follow-up-table';
import type { FollowUp } from '../../src/lib/domain/period';
import { followUpPeriod } from '../../src/lib/domain/period';
import { budgetLead, kindFinding, nameList } from '../../src/lib/text/budget';

const mnkr = (amount: number) => amount * 100_000_000;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function unitFacts(unit: string, part: Partial<FollowUpFacts> = {}): FollowUpFacts {
	return {
		unit,
		budgetToDate: mnkr(6),
		budgetYear: mnkr(9),
		forecast: mnkr(9),
		outcome: mnkr(6),
		hasOutcome: true,
		...part
	};
}

function tableOf(facts: FollowUpFacts[], followUp: FollowUp = 'T2', covered = true) {
	return followUpTable(facts, [], { followUp, covered });
}

function lead(facts: FollowUpFacts[], followUp: FollowUp = 'T2', covered = true): string {
	const parts = budgetLead(
		tableOf(facts, followUp, covered),
		{ year: 2026, followUp, period: followUpPeriod(2026, followUp), covered, dataTo: '2026-03' },
		'mnkr'
	);
	return plain(parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''));
}

describe('the follow-up table', () => {
	it('puts the largest overrun first and the unknown last', () => {
		const table = tableOf([
			unitFacts('Bättre', { forecast: mnkr(8) }),
			unitFacts('Okänd', { forecast: null }),
			unitFacts('Sämre', { forecast: mnkr(11) })
		]);
		expect(table.rows.map((row) => [row.unit, row.deviationYear])).toEqual([
			['Sämre', mnkr(-2)],
			['Bättre', mnkr(1)],
			['Okänd', null]
		]);
	});

	it('has no total of half a set, and names who is missing', () => {
		const table = tableOf([unitFacts('A'), unitFacts('B', { forecast: null })]);
		expect(table.total.expected).toBeNull();
		expect(table.total.deviationYear).toBeNull();
		expect(table.total.budgetYear).toBe(mnkr(18));
		expect(table.total.deviationToDate).toBe(0);
		expect(table.withoutForecast.map((row) => row.unit)).toEqual(['B']);
	});

	it('names who has no budget, and whose budget cannot be cut at the month', () => {
		const table = tableOf([
			unitFacts('Utan', { budgetToDate: null, budgetYear: null }),
			unitFacts('Helår', { budgetToDate: null }),
			unitFacts('Båda')
		]);
		expect(table.withoutBudget.map((row) => row.unit)).toEqual(['Utan']);
		expect(table.withoutMonths.map((row) => row.unit)).toEqual(['Helår']);
		expect(table.total.budgetYear).toBeNull();
	});

	it('compares with no outcome when the ledger ends before the period', () => {
		const table = tableOf([unitFacts('A')], 'T2', false);
		expect(table.rows[0]).toMatchObject({ outcome: null, deviationToDate: null, deviationYear: 0 });
	});

	it('sets the outcome against the year’s budget at VB', () => {
		const table = tableOf(
			[unitFacts('A', { budgetToDate: mnkr(9), outcome: mnkr(10), forecast: null })],
			'VB'
		);
		expect(table.rows[0]).toMatchObject({ expected: mnkr(10), deviationYear: mnkr(-1) });
		expect(table.withoutForecast).toEqual([]);
	});

	it('says how far last year’s forecast lay from the outcome', () => {
		const met = [
			{ unit: 'A', forecast: mnkr(10), outcome: mnkr(10.3) },
			{ unit: 'B', forecast: mnkr(10), outcome: mnkr(9.5) }
		];
		const table = followUpTable([unitFacts('A'), unitFacts('B')], met, { followUp: 'T2', covered: true });
		expect(table.rows.find((row) => row.unit === 'A')?.forecastError).toBeCloseTo(-0.03);
		expect(table.total.forecastError).toBeCloseTo(0.01);
	});
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
	expect(kindFinding(bars, 'T2')).toBe('Licens/SaaS står för det mesta av överskridandet hittills');
	expect(kindFinding([...bars, { label: 'Moln', ore: 20 }], 'T2')).toBe(
		'Avvikelse per kostnadsslag hittills'
	);
	expect(kindFinding([{ label: 'Drift', ore: 5 }], 'VB')).toBe('Avvikelse per kostnadsslag under året');
});

it('lists names in full, and counts the rest', () => {
	expect(nameList(['A'])).toBe('A');
	expect(nameList(['A', 'B', 'C'])).toBe('A, B och C');
	expect(nameList(['A', 'B', 'C', 'D'], 2)).toBe('A, B och två till');
});
