import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceIndex, purchaseWithoutUse, type UnitMonth } from '../../src/lib/domain/licence-findings';
import { unusedLicences } from '../../src/lib/domain/licence-use';
import { licenceLead, stepFinding } from '../../src/lib/text/licences';

const count = fc.integer({ min: 0, max: 1_000_000 });
const maybeCount = fc.option(count, { nil: null });

describe('unused licences', () => {
	it('604 of 3 480 are unused when 2 876 are assigned and 2 600 active', () => {
		expect(unusedLicences(3480, 2876, 2600)).toBe(604);
	});

	it('counts the larger of assigned and active as used', () => {
		expect(unusedLicences(100, 60, 80)).toBe(20);
	});

	it('uses the one that is known', () => {
		expect(unusedLicences(100, 60, null)).toBe(40);
		expect(unusedLicences(100, null, 80)).toBe(20);
	});

	it('is unknown when neither is known, or when nobody knows what was bought', () => {
		expect(unusedLicences(100, null, null)).toBeNull();
		expect(unusedLicences(null, 60, 80)).toBeNull();
	});

	it('is never below zero, also when more are active than bought', () => {
		expect(unusedLicences(100, 130, 120)).toBe(0);
	});

	it('lies between zero and what was bought, and never grows when more are used', () => {
		fc.assert(
			fc.property(count, maybeCount, maybeCount, (purchased, assigned, active) => {
				const unused = unusedLicences(purchased, assigned, active);
				if (assigned === null && active === null) return unused === null;
				if (unused === null) return false;
				const more = unusedLicences(purchased, (assigned ?? 0) + 1, active);
				return unused >= 0 && unused <= purchased && more !== null && more <= unused;
			})
		);
	});
});

const months = (unit: string, ...counts: [purchased: number | null, active: number | null][]): UnitMonth[] =>
	counts.map(([purchased, active], index) => ({ unit, month: `2026-0${index + 1}`, purchased, active }));

describe('a purchase that nobody came to use', () => {
	it('280 bought in February, and just as many active in March as in January', () => {
		const rows = months('Skolnämnden', [3200, 2747], [3480, 2700], [3480, 2747]);
		expect(purchaseWithoutUse(rows)).toEqual({
			unit: 'Skolnämnden',
			month: '2026-02',
			bought: 280,
			moreActive: 0
		});
		expect(stepFinding(purchaseWithoutUse(rows))).toBe(
			'Skolnämnden köpte 280 licenser till i februari 2026, men inte fler blev aktiva'
		);
	});

	it('is none when the new licences are used, when few were bought, or when the use is unknown', () => {
		expect(purchaseWithoutUse(months('A', [100, 90], [200, 180]))).toBeNull();
		expect(purchaseWithoutUse(months('A', [100, 90], [110, 90]))).toBeNull();
		expect(purchaseWithoutUse(months('A', [100, null], [200, null]))).toBeNull();
		expect(stepFinding(null)).toBe('Köpta och använda licenser per nämnd');
	});

	it('is never read across two nämnder', () => {
		expect(purchaseWithoutUse([...months('A', [100, 90]), ...months('B', [500, 90])])).toBeNull();
	});
});

it('a price of 201,30 kr is index 131 when it began at 153,70 kr', () => {
	expect(priceIndex(20_130, 15_370)).toBeCloseTo(130.97, 2);
	expect(priceIndex(20_130, 0)).toBeNull();
});

describe('the lead sentence of licences', () => {
	const sentence = (...input: Parameters<typeof licenceLead>) =>
		licenceLead(...input)
			.map((part) => (typeof part === 'string' ? part : part.text))
			.join('')
			.replaceAll('\u00a0', ' ');
	const known = {
		unused: 1033,
		strict: 1694,
		strictKnown: 9115,
		known: 9115,
		purchased: 9115,
		yearly: '2,5 mnkr',
		partlyPriced: false
	};

	it('says what is unused, what it costs and how the price has moved', () => {
		expect(sentence(known, { change: 0.3097, since: '2023-01' })).toBe(
			'1 033 av 9 115 köpta licenser är oanvända, försiktigt räknat: ingen har fått dem. De kostar 2,5 mnkr om året, och priset har stigit 31 % sedan januari 2023. Strängt räknat, när ingen använder dem, är det 1 694.'
		);
	});

	it('says how many nobody knows about', () => {
		expect(sentence({ ...known, purchased: 10_000 }, null)).toBe(
			'1 033 av 9 115 köpta licenser är oanvända, försiktigt räknat: ingen har fått dem. De kostar 2,5 mnkr om året. Strängt räknat, när ingen använder dem, är det 1 694. För 885 till är användningen okänd.'
		);
	});

	it('says of how many the strict count is, where fewer are known to be active or not', () => {
		expect(sentence({ ...known, strictKnown: 9000 }, null)).toContain('är det 1 694 av 9 000.');
	});

	it('does not say zero when nothing is known', () => {
		expect(sentence({ ...known, unused: null, strict: null, known: 0, yearly: null }, null)).toBe(
			'Vi vet inte hur många av 9 115 köpta licenser som används.'
		);
	});
});
