import { describe, expect, it, test } from 'vitest';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { cpvClass, frameworkTwins, type TwinCandidate } from '$lib/domain/framework-twin';

function day(text: string): Day {
	const found = parseIsoDay(text);
	if (!found) throw new Error(`${text} is no day.`);
	return found;
}

const today = day('2026-08-31');
type Said = Partial<Omit<TwinCandidate, 'facts'>> & {
	from?: string | null;
	to?: string | null;
	kind?: string;
};

function contract(contractId: string, { from = '2024-03-01', to = '2027-12-31', kind, ...said }: Said = {}) {
	return {
		contractId,
		title: contractId,
		supplier: 'Alfa AB',
		supplierKey: 'ALFA AB',
		unit: 'Servicenämnden',
		contractType: 'kontrakt',
		procedure: 'öppet',
		bids: 1,
		cpv: '72212000-4',
		frameworkRef: null,
		facts: {
			startDay: from === null ? null : day(from),
			endDay: to === null ? null : day(to),
			extensionKind: kind ?? null
		},
		invoiced: null,
		invoicedRows: null,
		...said
	} satisfies TwinCandidate;
}
const framework = (said: Said = {}) =>
	contract('R-1', { contractType: 'ramavtal', bids: 4, from: '2023-01-01', to: '2026-12-31', ...said });

const twinsOf = (...contracts: TwinCandidate[]) =>
	frameworkTwins(contracts, today).map((twin) => twin.contract.contractId);

test.each([
	['72212000-4', '7221'],
	['72212000 Programmering av tillämpningsprogram', '7221'],
	['72200000', '7220'],
	['48000000 Programvara och informationssystem', null],
	['7221', null],
	['', null],
	[null, null]
])('the class of %s is %s', (cpv, expected) => {
	expect(cpvClass(cpv)).toBe(expected);
});

describe('a contract beside a framework', () => {
	it('was bought with one bid, or directly, while the framework was valid', () => {
		expect(frameworkTwins([framework(), contract('A-1')], today)).toMatchObject([
			{
				contract: { contractId: 'A-1' },
				cpvClass: '7221',
				bought: 'one-bid',
				frameworks: [{ contractId: 'R-1' }]
			}
		]);
		const direct = contract('A-1', { procedure: 'direktupphandling', bids: null });
		expect(frameworkTwins([direct, framework()], today)).toMatchObject([{ bought: 'direct' }]);
	});

	it('is none with two bids, or with a number that nobody knows', () => {
		expect(twinsOf(framework(), contract('A-1', { bids: 2 }))).toEqual([]);
		expect(twinsOf(framework(), contract('A-1', { bids: null }))).toEqual([]);
	});

	it('is none when it was called off, whether or not the register says from what', () => {
		expect(twinsOf(framework(), contract('A-1', { frameworkRef: 'R-9' }))).toEqual([]);
		expect(twinsOf(framework(), contract('A-1', { contractType: 'avrop' }))).toEqual([]);
		expect(twinsOf(framework(), contract('A-1', { procedure: 'FKU' }))).toEqual([]);
	});

	it('is of the same class, finer codes included, and a division alone is no class', () => {
		expect(twinsOf(framework({ cpv: '72221000' }), contract('A-1', { cpv: '72212517' }))).toEqual([]);
		expect(twinsOf(framework({ cpv: '72212000' }), contract('A-1', { cpv: '72212517' }))).toEqual(['A-1']);
		expect(twinsOf(framework({ cpv: '72000000' }), contract('A-1', { cpv: '72000000' }))).toEqual([]);
	});

	it.each([
		['the first day of the framework', '2024-03-01', '2026-12-31', ['A-1']],
		['the day before it', '2024-03-02', '2026-12-31', []],
		['the last day of it', '2020-01-01', '2024-03-01', ['A-1']],
		['the day after it', '2020-01-01', '2024-02-29', []],
		['a day when nobody knows if it had begun', null, '2026-12-31', []],
		['a day when nobody knows if it had ended', '2020-01-01', null, []]
	])('that starts on %s', (_, from, to, expected) => {
		expect(twinsOf(framework({ from, to }), contract('A-1'))).toEqual(expected);
	});

	it('counts a framework that runs until further notice', () => {
		expect(twinsOf(framework({ to: null, kind: 'tillsvidare' }), contract('A-1'))).toEqual(['A-1']);
	});

	it('has begun, has not ended, and says when it began', () => {
		expect(twinsOf(framework(), contract('A-1', { to: '2026-08-30' }))).toEqual([]);
		expect(twinsOf(framework(), contract('A-1', { from: '2026-09-01' }))).toEqual([]);
		expect(twinsOf(framework(), contract('A-1', { from: null }))).toEqual([]);
	});

	it('stands once, with each framework once, the most kronor first', () => {
		const register = [
			framework(),
			framework(),
			framework({ contractId: 'R-2', supplier: 'Beta AB' }),
			contract('A-1', { invoiced: 100 }),
			contract('A-1', { invoiced: 100 }),
			contract('A-2', { invoiced: 300 }),
			contract('A-0', { invoiced: null })
		];
		const twins = frameworkTwins(register, today);
		expect(twins.map((twin) => twin.contract.contractId)).toEqual(['A-2', 'A-1', 'A-0']);
		expect(twins[0]?.frameworks.map(({ contractId }) => contractId)).toEqual(['R-1', 'R-2']);
	});

	it('is never a framework', () => {
		expect(twinsOf(framework({ bids: 1 }), framework({ contractId: 'R-2', bids: 1 }))).toEqual([]);
	});
});
