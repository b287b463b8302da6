// The answers of a contract's own page: when its ceiling is reached, what it costs, who pays.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilingReached } from '$lib/domain/ceiling-pace';
import { paidByUnit, paidByYear, type ContractPayment } from '$lib/domain/contract-payments';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { parseMonth, type Period } from '$lib/domain/period';
import { costTitle, whatTitle, whoTitle } from '$lib/text/contract-card';

function day(text: string): Day {
	const found = parseIsoDay(text);
	if (!found) throw new Error(`${text} is no day.`);
	return found;
}
const today = day('2026-08-31');
const ledger = { from: parseMonth('2024-01'), to: parseMonth('2026-08') } as Period;

describe('the month in which a ceiling is reached', () => {
	it.each([
		[50, 100, 60, '2027-06'],
		[50, 100, 600, '2026-09'],
		[99, 100, 12, '2026-09'],
		[100, 100, 12, null],
		[0, 100, 0, null],
		[0, 100, -5, null],
		[0, 1000, 12, null],
		[null, 100, 12, null],
		[0, null, 12, null],
		[0, 100, null, null]
	])('of %s used of %s with %s a year is %s', (used, ceiling, yearly, expected) => {
		expect(ceilingReached({ used, ceiling, yearly }, today)).toBe(expected);
	});

	it('is the first month by whose end the pace has filled it', () => {
		const ore = fc.integer({ min: 1, max: 1_000_000_000 });
		fc.assert(
			fc.property(ore, ore, ore, (used, ceiling, yearly) => {
				const month = ceilingReached({ used, ceiling, yearly }, today);
				if (month === null) {
					expect(used >= ceiling || used * 12 + yearly * 120 < ceiling * 12).toBe(true);
					return;
				}
				const months = (Number(month.slice(0, 4)) - 2026) * 12 + Number(month.slice(5)) - 8;
				expect(used * 12 + yearly * months).toBeGreaterThanOrEqual(ceiling * 12);
				expect(used * 12 + yearly * (months - 1)).toBeLessThan(ceiling * 12);
			})
		);
	});
});

describe('what has been paid', () => {
	const payment: fc.Arbitrary<ContractPayment> = fc.record({
		year: fc.integer({ min: 2023, max: 2026 }),
		unit: fc.constantFrom(null, 'Kulturnämnden', 'Kommunstyrelsen'),
		amount: fc.integer({ min: -1_000_000, max: 1_000_000 })
	});

	it('is the same sum by nämnd as by year, to the öre', () => {
		fc.assert(
			fc.property(fc.array(payment, { maxLength: 30 }), (payments) => {
				const sum = (rows: readonly { amount: number }[]) =>
					rows.reduce((ore, { amount }) => ore + amount, 0);
				expect(sum(paidByUnit(payments))).toBe(sum(payments));
				expect(sum(paidByYear(payments, ledger))).toBe(sum(payments));
			})
		);
	});

	it('is compared between the two latest whole years, and a part of a year is never called one', () => {
		const years = paidByYear(
			[
				{ year: 2024, unit: null, amount: 100_000_00 },
				{ year: 2025, unit: null, amount: 150_000_00 },
				{ year: 2026, unit: null, amount: 20_000_00 },
				{ year: 2023, unit: null, amount: 1_00 }
			],
			ledger
		);
		expect(years.map(({ year, whole }) => [year, whole])).toEqual([
			[2023, false],
			[2024, true],
			[2025, true],
			[2026, false]
		]);
		expect(costTitle(years, 0, 'kr').replace(/\s/g, ' ')).toBe(
			'Kostnaden ändrades +50,0 % från 2024 till 2025'
		);
		expect(costTitle(years.slice(3), 1_234_500, 'kr').replace(/\s/g, ' ')).toBe(
			'12 345 kr de senaste tolv månaderna'
		);
		expect(costTitle([], 0, 'kr')).toBe('Inget är fakturerat de senaste tolv månaderna');
		expect(costTitle([], null, 'kr')).toBe('Vad det kostar är okänt');
	});
});

it('says how it was bought, and says unknown where the register does not', () => {
	expect(whatTitle({ contract_type: 'licensavtal', procedure: 'öppet', bids: 1 })).toBe(
		'Licensavtal, köpt i öppet förfarande med ett anbud'
	);
	expect(whatTitle({ contract_type: null, procedure: null, bids: null })).toBe(
		'Avtal av okänd typ, köpt i okänt förfarande med okänt antal anbud'
	);
	expect(whatTitle({ contract_type: 'tillägg', procedure: 'direktupphandling', bids: 1 })).toBe(
		'Tillägg, direktupphandlat'
	);
});

it('tells who owns from who pays', () => {
	expect(whoTitle('Kulturnämnden', ['Kulturnämnden'])).toBe('Kulturnämnden äger och betalar');
	expect(whoTitle('Kulturnämnden', ['Kommunstyrelsen'])).toBe('Kulturnämnden äger, Kommunstyrelsen betalar');
	expect(whoTitle('Kulturnämnden', ['Kommunstyrelsen', null, 'Kulturnämnden'])).toBe(
		'Kulturnämnden äger, tre nämnder betalar'
	);
	expect(whoTitle(null, [])).toBe('Ägaren är okänd');
});
