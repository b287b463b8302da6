import { expect, test } from 'vitest';
import { monthFrom } from '$lib/domain/period';
import { emptyForecast, forecastFinding, methodName, methodShares, spanText } from '$lib/text/forecast';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');
const mnkr = (amount: number) => amount * 100_000_000;
const calculated = { low: mnkr(203), likely: mnkr(209), high: mnkr(216) };
const finding = {
	unit: '',
	year: 2026,
	known: '2026-08',
	calculated,
	budget: mnkr(205.9),
	left: mnkr(209.1)
};

test('the lead says where the year lands, between what, against the budget and what the nämnder say', () => {
	expect(plain(forecastFinding(finding, 'mnkr'))).toBe(
		'Året väntas landa på 209 mnkr, mellan 203 och 216 mnkr. Det är 3,1 mnkr mer än budget. Nämnderna räknar själva med 209 mnkr.'
	);
	expect(plain(forecastFinding({ ...finding, budget: null, left: null }, 'mnkr'))).toBe(
		'Året väntas landa på 209 mnkr, mellan 203 och 216 mnkr.'
	);
	expect(
		plain(
			forecastFinding(
				{ ...finding, unit: 'Kommunstyrelsen', calculated: { low: 1, likely: 2, high: mnkr(8) } },
				'mnkr'
			)
		)
	).toMatch(/^Kommunstyrelsens it väntas landa på 0,00 mnkr, mellan 0,00 och 8,00 mnkr\./);
	expect(plain(forecastFinding({ ...finding, known: null }, 'mnkr'))).toMatch(
		/^It kostade 209 mnkr 2026\. Året är slut/
	);
});

test('a span is one figure where both ends print alike', () => {
	expect(plain(spanText(calculated, 'mnkr'))).toBe('203–216 mnkr');
	expect(plain(spanText({ low: 100, likely: 100, high: 100 }, 'kr'))).toBe('1 kr');
});

test('a method is named with the years it rests on, and how much of the rest it has', () => {
	expect(methodName({ kind: 'season', years: [2024, 2025] })).toBe('säsong från 2024–2025');
	expect(methodName({ kind: 'season', years: [2025] })).toBe('säsong från 2025');
	const line = (likely: number, kind: 'straight' | 'budget') => ({
		unit: 'A',
		costKind: kind,
		outcome: 100,
		year: { low: likely, likely, high: likely },
		months: [],
		method: { kind }
	});
	expect(plain(methodShares([line(400, 'straight'), line(200, 'budget')]))).toBe(
		'Resten av året bygger till 75 % på rak framskrivning och 25 % på budgetens fördelning.'
	);
});

test('what is missing is told by its name', () => {
	const ledger = { from: monthFrom(2024, 3), to: monthFrom(2026, 8) };
	expect(emptyForecast(2027, ledger, []).title).toBe('2027 har inte börjat i huvudboken');
	expect(emptyForecast(2024, ledger, []).title).toBe('Huvudboken har inte hela början av 2024');
	expect(emptyForecast(2026, ledger, ['Ingen']).title).toBe('Ingen nämnd passar filtret');
});
