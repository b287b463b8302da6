import { describe, expect, it } from 'vitest';
import { dateShape, monthInName, parseDate } from '$lib/import/cells/date';
import { countDate, dayOrderFrom, noDates } from '$lib/import/recognise/date-evidence';

describe('dates in files', () => {
	it.each([
		['2026-01-31', '2026-01-31'],
		['2026-01-31 00:00:00', '2026-01-31'],
		['2026-01-31T10:15:00Z', '2026-01-31'],
		['20260131', '2026-01-31'],
		['2026/1/31', '2026-01-31'],
		['31/01/2026', '2026-01-31'],
		['31.01.2026', '2026-01-31'],
		['31-Jan-2026', '2026-01-31'],
		['3 maj 2026', '2026-05-03'],
		['46053', '2026-01-31'],
		['210512', '2021-05-12']
	])('%s is the day %s', (text, day) => {
		expect(parseDate(text, 'dag_manad')).toEqual({ day, isPeriod: false });
	});

	it.each([
		['202601', '2026-01-01'],
		['2026-01', '2026-01-01'],
		['jan 2026', '2026-01-01']
	])('%s is a month and stays a period', (text, day) => {
		expect(parseDate(text, 'dag_manad')).toEqual({ day, isPeriod: true });
	});

	it.each(['2026-02-31', '2026-13-01', '00/00/2026', 'igår', '', '0000-00-00'])('%j is no date', (text) => {
		expect(parseDate(text, 'dag_manad')).toBeNull();
	});

	it('reads 03/04/2026 by the order of its column', () => {
		expect(parseDate('03/04/2026', 'dag_manad')?.day).toBe('2026-04-03');
		expect(parseDate('03/04/2026', 'manad_dag')?.day).toBe('2026-03-04');
	});

	it('reads six digits that fit both a month and a day by the order of their column, else not at all', () => {
		expect(parseDate('200312', 'ar_manad')).toEqual({ day: '2003-12-01', isPeriod: true });
		expect(parseDate('200312', 'ar_manad_dag')).toEqual({ day: '2020-03-12', isPeriod: false });
		expect(parseDate('200312', 'dag_manad')).toBeNull();
		expect(parseDate(200312, 'ar_manad')).toEqual({ day: '2003-12-01', isPeriod: true });
	});

	it.each([
		['202601', 'six_month'],
		['201313', 'not_a_date'],
		['200313', 'six_day'],
		['260131', 'six_day'],
		['200312', 'six_either'],
		['201212', 'six_either'],
		['201312', 'six_month']
	])('%s tells %s of its column', (text, shape) => {
		expect(dateShape(text)).toBe(shape);
	});

	it('knows which dates tell the order', () => {
		expect(dateShape('31/01/2026')).toBe('day_first');
		expect(dateShape('01/31/2026')).toBe('month_first');
		expect(dateShape('03/04/2026')).toBe('either');
		expect(dateShape('04/04/2026')).toBe('certain');
	});
});

describe('the month in a file name', () => {
	it.each([
		['orebro_2016-03_faktura.csv', '2016-03'],
		['fakturor201603.csv', '2016-03'],
		['huvudbok_2026-10_v2.csv', '2026-10'],
		['uttag_2026-08-31.csv', null],
		['2026-01_till_2026-03.csv', null],
		['digg_2024-Q3.csv', null],
		['faktura_12026031.csv', null],
		['kostnader_2026.csv', null]
	])('%s gives %s', (name, month) => {
		expect(monthInName(name)).toBe(month);
	});
});

describe('years of two digits', () => {
	const orderOf = (...cells: string[]) => {
		const evidence = noDates();
		for (const cell of cells) countDate(evidence, cell);
		return dayOrderFrom(evidence);
	};

	it('stand first or last as a date shows that can be read in one way only', () => {
		expect(orderOf('05-03-26', '85-03-26')).toBe('ar_manad_dag');
		expect(orderOf('05-03-26', '31-12-99')).toBe('dag_manad');
		expect(orderOf('05/03/26', '12/31/26')).toBe('manad_dag');
		expect(parseDate('05-03-26', 'ar_manad_dag')?.day).toBe('2005-03-26');
		expect(parseDate('05-03-26', 'dag_manad')?.day).toBe('2026-03-05');
		expect(parseDate('3.5.26', 'dag_manad')?.day).toBe('2026-05-03');
	});

	it('stand where they give one or two years and not many', () => {
		expect(orderOf('26-01-05', '26-02-17', '26-03-09', '26-04-28')).toBe('ar_manad_dag');
		expect(orderOf('05-01-26', '17-02-26', '09-03-26', '28-04-26')).toBe('dag_manad');
	});

	it('are asked about where nothing shows it, and where some dates show each', () => {
		expect(orderOf('05-03-26')).toBeNull();
		expect(orderOf('05-03-26', '85-03-26', '31-12-99')).toBeNull();
	});
});
