import { describe, expect, it } from 'vitest';
import { changeBars, changeBarsTable } from '../../src/lib/charts/change-bars';
import { costTrend, costTrendTable, type CostTrend } from '../../src/lib/charts/cost-trend';
import { deviationBars, deviationBarsTable } from '../../src/lib/charts/deviation-bars';
import { knownRuns, licenceSteps, licenceStepsTable } from '../../src/lib/charts/licence-steps';
import { drawnKind, kindCss, kindToken, paletteFrom } from '../../src/lib/charts/palette';

// Each colour is its own token's name, so a drawing tells which token it used.
const palette = paletteFrom((property) => property.slice(2));
const million = 100_000_000;

/** Reads into a drawing that has many shapes. */
function at(value: unknown, ...path: (string | number)[]): unknown {
	return path.reduce<unknown>(
		(inner, key) =>
			typeof inner === 'object' && inner !== null
				? Object.entries(inner).find(([name]) => name === String(key))?.[1]
				: undefined,
		value
	);
}

describe('colours of kostnadsslag', () => {
	it('are the same everywhere, and the small ones share Övrigt', () => {
		expect(kindToken('Licens/SaaS')).toBe('c1');
		expect(kindToken('Moln')).toBe('c7');
		expect(drawnKind('Personal')).toBe('Övrigt');
		expect(kindToken('Intern debitering')).toBe('c8');
	});

	it('never give unknown a colour: it is hatched', () => {
		expect(kindToken(null)).toBeNull();
		expect(kindToken('Okänt')).toBeNull();
		expect(kindCss(null)).toBe('var(--hatch)');
		expect(kindCss('Drift')).toBe('var(--c2)');
	});
});

describe('cost per month', () => {
	const trend: CostTrend = {
		months: ['2026-01', '2026-02'],
		rows: [
			{ month: '2026-01', kind: 'Drift', ore: 2 * million },
			{ month: '2026-01', kind: 'Personal', ore: million },
			{ month: '2026-01', kind: 'Intern debitering', ore: million },
			{ month: '2026-02', kind: null, ore: 3 * million }
		],
		lastYear: [{ month: '2025-01', kind: 'Drift', ore: 5 * million }],
		unit: 'mnkr'
	};

	it('stacks in fixed order, folds small kinds together and hatches the unknown', () => {
		const { option, legend } = costTrend(trend, palette);
		expect(legend.map((item) => item.label)).toEqual(['Drift', 'Övrigt', 'Okänt', 'samma månad i fjol']);
		expect(at(option, 'series', 0, 'itemStyle', 'color')).toBe('c2');
		expect(at(option, 'series', 1, 'data', 0, 'value')).toBe(2 * million);
		expect(at(option, 'series', 2, 'itemStyle', 'decal')).toBeDefined();
		expect(at(option, 'animation')).toBe(false);
	});

	it('draws a tick only where last year has the month', () => {
		const { option } = costTrend(trend, palette);
		expect(at(option, 'series', 3, 'data')).toEqual([[0, 5 * million]]);
	});

	it('says a month, its change and its largest part', () => {
		const [january] = costTrend(trend, palette).marks;
		expect(january?.key).toBe('2026-01');
		expect(january?.label).toBe(
			'Januari 2026: 4,00\u00a0mnkr, 1,00\u00a0mnkr mindre än januari 2025. Störst är Drift, 2,00\u00a0mnkr.'
		);
	});

	it('lists the parts in drawn order, top of the stack first, with the total', () => {
		const tooltip = costTrend(trend, palette).marks[0]?.tooltip;
		expect(tooltip?.rows.map((row) => row.label)).toEqual(['Okänt', 'Övrigt', 'Drift']);
		expect(tooltip?.total).toEqual({ label: 'Summa, mnkr', value: '4,00', compare: '\u22121,00' });
	});

	it('has a table twin whose total is the sum of its months', () => {
		const table = costTrendTable(trend);
		expect(table.head).toEqual(['Månad', 'Kostnad, mnkr', 'I fjol', 'Skillnad']);
		expect(table.rows.map((row) => row.cells[1])).toEqual(['4,00', '3,00']);
		expect(table.total).toEqual(['Summa', '7,00', '5,00', '+2,00']);
	});

	it('compares nothing when last year is not loaded', () => {
		const alone = { ...trend, lastYear: null };
		expect(costTrendTable(alone).head).toEqual(['Månad', 'Kostnad, mnkr']);
		expect(costTrend(alone, palette).marks[1]?.label).toBe(
			'Februari 2026: 3,00\u00a0mnkr. Störst är Okänt, 3,00\u00a0mnkr.'
		);
	});

	it('frames a month that is not whole in dashes, and says why in label, tooltip and table', () => {
		const trended = { ...trend, gaps: new Map([['2026-02', 'månaden är inte slut']]) };
		const { option, marks, legend } = costTrend(trended, palette);
		expect(legend.map((item) => item.label)).toContain('ofullständig');
		expect(at(option, 'series', 0, 'data', 1, 'itemStyle', 'opacity')).toBeLessThan(1);
		expect(at(option, 'series', 3, 'data')).toEqual([[1, 0, 3 * million]]);
		expect(marks[1]?.label).toMatch(/^Februari 2026, ofullständig \(månaden är inte slut\): 3,00/);
		expect(marks[1]?.tooltip.title).toBe('Februari 2026, ofullständig');
		expect(marks[1]?.tooltip.note).toMatch(/^Månaden är inte slut\./);
		expect(costTrendTable(trended).rows[1]?.cells[0]).toBe('Februari 2026, ofullständig');
	});

	it('draws years, and compares none whose year before is not loaded', () => {
		const years = {
			months: ['2025', '2026'],
			rows: [
				{ month: '2025', kind: 'Drift', ore: 5 * million },
				{ month: '2026', kind: 'Drift', ore: 4 * million }
			],
			lastYear: [{ month: '2025', kind: 'Drift', ore: 3 * million }],
			unit: 'mnkr' as const,
			grain: 'year' as const,
			notCompared: new Set(['2025']),
			gaps: new Map([['2026', 'saknar sep–dec']])
		};
		const { marks, option } = costTrend(years, palette);
		expect(at(option, 'xAxis', 'data')).toEqual(['2025', '2026']);
		expect(marks[0]?.label).toBe('2025: 5,00\u00a0mnkr. Störst är Drift, 5,00\u00a0mnkr.');
		expect(marks[1]?.label).toContain('1,00\u00a0mnkr mer än samma månader 2025');
		const table = costTrendTable(years);
		expect(table.head).toEqual(['År', 'Kostnad, mnkr', 'Året före', 'Skillnad']);
		expect(table.rows[0]?.cells).toEqual(['2025', '5,00', '–', '–']);
		expect(table.total).toEqual(['Summa', '9,00', '–', '–']);
	});

	it('turns months that a filter leaves out into ghosts', () => {
		const { option } = costTrend({ ...trend, chosen: ['2026-02'] }, palette);
		expect(at(option, 'series', 0, 'data', 0, 'itemStyle', 'color')).toBe('ghost');
		expect(at(option, 'series', 0, 'data', 1, 'itemStyle')).toBeUndefined();
	});
});

describe('bars around zero', () => {
	const input = {
		unit: 'mnkr' as const,
		bars: [
			{ key: 'h', label: 'Hårdvara', ore: -130_000_000 },
			{ key: 'l', label: 'Licens/SaaS', ore: 550_000_000 }
		]
	};

	it('put the largest increase first and sign every figure', () => {
		const { option, marks } = changeBars(input, palette);
		expect(at(option, 'yAxis', 'data')).toEqual(['Licens/SaaS', 'Hårdvara']);
		expect(at(option, 'series', 0, 'data', 0, 'label', 'formatter')).toBe('+5,5');
		expect(at(option, 'series', 0, 'data', 1, 'label', 'position')).toBe('left');
		expect(marks[1]?.label).toBe('Hårdvara: \u22121,3\u00a0mnkr, mindre än i fjol.');
		expect(changeBarsTable(input, 'Kostnadsslag').rows.map((row) => row.key)).toEqual(['l', 'h']);
	});

	it('put the worst deviation first, orange, with two decimals in mnkr', () => {
		const { option, marks } = deviationBars(input, palette);
		expect(at(option, 'yAxis', 'data', 0)).toBe('Hårdvara');
		expect(at(option, 'series', 0, 'data', 0, 'itemStyle', 'color')).toBe('neg');
		expect(at(option, 'series', 0, 'data', 1, 'itemStyle', 'color')).toBe('pos');
		expect(marks[0]?.label).toBe('Hårdvara: \u22121,30\u00a0mnkr, sämre än budget.');
		expect(deviationBarsTable(input).rows[0]?.cells).toEqual(['Hårdvara', '\u22121,30']);
	});

	it('always include zero, so that no bar is cut', () => {
		const { option } = changeBars({ unit: 'mnkr', bars: [{ key: 'a', label: 'A', ore: million }] }, palette);
		expect(at(option, 'xAxis', 'min')).toBe(0);
		expect(at(option, 'xAxis', 'max')).toBe(million);
	});
});

describe('licences over time', () => {
	const months = [
		{ month: '2026-01', purchased: 100, assigned: 90, active: 80 },
		{ month: '2026-02', purchased: 100, assigned: null, active: null },
		{ month: '2026-03', purchased: 120, assigned: 95, active: 85 }
	];

	it('shade the gap only where the number of active is known', () => {
		expect(knownRuns(months).map((run) => run.map((row) => row.index))).toEqual([[0], [2]]);
	});

	it('say what is unknown instead of drawing zero', () => {
		const { option, marks } = licenceSteps(months, palette);
		expect(at(option, 'series', 3, 'data', 1, 'value')).toBe('-');
		expect(marks[1]?.label).toBe(
			'Februari 2026: 100 köpta, okänt antal tilldelade, okänt antal aktiva, okänt antal oanvända.'
		);
		expect(licenceStepsTable(months).rows[2]?.cells).toEqual(['Mars 2026', '120', '95', '85', '35']);
	});
});
