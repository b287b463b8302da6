// What a system's consultants cost against employees who would do the same: full-time equivalents, saving, and the hourly
// price at which they cost the same.
import type { OwnSupplierShare } from './own-supplier-share';

/** Null is unknown. */
export interface StaffAssumptions {
	/** Öre an hour of one supplier's consultants. */
	consultantHour: (supplierKey: string | null) => number | null;
	consultantHours: number | null;
	/** Öre. */
	employeeYear: number | null;
}

export interface ConsultantCost {
	supplierKey: string | null;
	/** Öre a year; a credit beyond what was bought counts as nothing. */
	yearly: number;
}

export interface StaffComparison {
	/** Consultants as people on full time. */
	fullTime: number;
	/** Öre a year for as many employees. */
	employees: number;
	/** Öre a year: + is cheaper with employees. */
	saving: number;
}

/** Null where an assumption is unknown or nothing. */
export function staffComparison(
	costs: readonly ConsultantCost[],
	{ consultantHour, consultantHours, employeeYear }: StaffAssumptions
): StaffComparison | null {
	if (!consultantHours || employeeYear === null) return null;
	let fullTime = 0;
	let paid = 0;
	for (const { supplierKey, yearly } of costs) {
		const hour = consultantHour(supplierKey);
		if (!hour) return null;
		fullTime += Math.max(0, yearly) / (hour * consultantHours);
		paid += Math.max(0, yearly);
	}
	const employees = Math.round(fullTime * employeeYear);
	return { fullTime, employees, saving: paid - employees };
}

/** Öre an hour at which a consultant on full time costs as much as an employee; null where that is unknown. */
export function breakevenHour({
	consultantHours,
	employeeYear
}: Pick<StaffAssumptions, 'consultantHours' | 'employeeYear'>): number | null {
	return consultantHours && employeeYear !== null ? employeeYear / consultantHours : null;
}

/** As much work that comes back every year as one person on full time, and a quarter of the consultants from the own supplier. */
export const inHouseRule = { fullTime: 1, ownShare: 0.25 } as const;

/** @param recurring the consultants of förvaltning, which come back every year */
export function isInHouseCandidate(recurring: StaffComparison | null): boolean {
	return recurring !== null && recurring.fullTime >= inHouseRule.fullTime && recurring.saving > 0;
}

/** Whatever the rows without a supplier are. */
export function dependsOnOwnSupplier({ low }: Pick<OwnSupplierShare, 'low'>): boolean {
	return low !== null && low >= inHouseRule.ownShare;
}
