import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dataProcessing, exitAgainst, lastExitDay } from '$lib/domain/data-processing';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { isHardToLeave } from '$lib/domain/exit-estimate';
import {
	breakevenHour,
	dependsOnOwnSupplier,
	isInHouseCandidate,
	staffComparison,
	type StaffAssumptions
} from '$lib/domain/in-house';

const kr = 100;
const standard: StaffAssumptions = {
	consultantHour: () => 1_150 * kr,
	consultantHours: 1_600,
	employeeYear: 890_000 * kr
};
const day = (text: string): Day => {
	const found = parseIsoDay(text);
	if (!found) throw new Error(text);
	return found;
};

it('3,68 mnkr of consultants are two on full time, whom employees would replace for 1,78', () => {
	expect(staffComparison([{ supplierKey: 'A', yearly: 3_680_000 * kr }], standard)).toEqual({
		fullTime: 2,
		employees: 1_780_000 * kr,
		saving: 1_900_000 * kr
	});
});

it('a supplier with a price of its own is counted by that', () => {
	const found = staffComparison(
		[
			{ supplierKey: 'A', yearly: 1_840_000 * kr },
			{ supplierKey: 'B', yearly: 800_000 * kr },
			{ supplierKey: 'C', yearly: -500 }
		],
		{ ...standard, consultantHour: (key) => (key === 'B' ? 500 : 1_150) * kr }
	);
	expect(found).toMatchObject({ fullTime: 2, saving: (2_640_000 - 1_780_000) * kr });
});

it('at 556,25 kr an hour a consultant costs what an employee does', () => {
	const hour = breakevenHour(standard);
	expect(hour).toBe(55_625);
	const even = { ...standard, consultantHour: () => hour };
	expect(staffComparison([{ supplierKey: 'A', yearly: 890_000 * kr }], even)).toMatchObject({
		fullTime: 1,
		saving: 0
	});
});

it('what is not assumed is not counted', () => {
	const costs = [{ supplierKey: 'A', yearly: 100 }];
	expect(staffComparison(costs, { ...standard, consultantHour: () => null })).toBeNull();
	expect(staffComparison(costs, { ...standard, consultantHours: 0 })).toBeNull();
	expect(staffComparison(costs, { ...standard, employeeYear: null })).toBeNull();
	expect(breakevenHour({ consultantHours: null, employeeYear: 1 })).toBeNull();
});

it('a dearer consultant is fewer people, and so saves more', () => {
	fc.assert(
		fc.property(
			fc.nat(1_000_000_000),
			fc.integer({ min: 1, max: 500_000 }),
			fc.nat(100_000),
			(yearly, hour, more) => {
				const at = (price: number) =>
					staffComparison([{ supplierKey: 'A', yearly }], { ...standard, consultantHour: () => price });
				expect(at(hour + more)?.saving).toBeGreaterThanOrEqual(at(hour)?.saving ?? 0);
			}
		)
	);
});

it('flags rest on what is known', () => {
	expect(isInHouseCandidate({ fullTime: 1, employees: 1, saving: 1 })).toBe(true);
	expect(isInHouseCandidate({ fullTime: 0.99, employees: 1, saving: 1 })).toBe(false);
	expect(isInHouseCandidate({ fullTime: 3, employees: 1, saving: 0 })).toBe(false);
	expect(isInHouseCandidate(null)).toBe(false);
	expect(dependsOnOwnSupplier({ low: 0.25 })).toBe(true);
	expect(dependsOnOwnSupplier({ low: 0.24 })).toBe(false);
	expect(dependsOnOwnSupplier({ low: null })).toBe(false);
	const months = { low: 12, likely: null, high: null };
	expect(isHardToLeave({ months }, { high: 0.5 })).toBe(true);
	expect(isHardToLeave({ months: { ...months, low: 11.9 } }, { high: 0.5 })).toBe(false);
	expect(isHardToLeave({ months }, { high: 0.51 })).toBe(false);
	expect(isHardToLeave({ months: null }, { high: 0 })).toBe(false);
	expect(isHardToLeave({ months }, { high: null })).toBe(false);
});

it('driftform says whether it is a data processing service, else kostnadsslag, else nobody', () => {
	expect(dataProcessing('SaaS', [])).toEqual({ is: 'yes', by: 'form' });
	expect(dataProcessing('egen', ['Licens/SaaS'])).toEqual({ is: 'no' });
	expect(dataProcessing(null, ['Konsult', 'Moln'])).toEqual({ is: 'yes', by: 'kinds' });
	expect(dataProcessing(null, ['Konsult'])).toEqual({ is: 'unknown' });
});

it('the last contract decides when a system can be left; one that does not say leaves it unknown', () => {
	const [early, late] = [day('2026-12-31'), day('2027-06-30')];
	expect(lastExitDay([early, late])).toBe(late);
	expect(lastExitDay([late, early])).toBe(late);
	expect(lastExitDay([late, null])).toBeNull();
	expect(lastExitDay([null, late, early])).toBeNull();
	expect(lastExitDay([])).toBeNull();
	const end = day('2027-01-12');
	expect(exitAgainst(early, end)).toBe('before');
	expect(exitAgainst(end, end)).toBe('after');
	expect(exitAgainst(late, end)).toBe('after');
	expect(exitAgainst(null, end)).toBe('unknown');
});
