// Whether a system is a data processing service (EU 2023/2854, the Data Act, article 2.8), and on which side of the day that
// switching charges end its contracts can be left.
import type { Day } from './day';

export type DataProcessing =
	/** By driftform, or by kostnadsslag where nobody has said the driftform. */
	{ is: 'yes'; by: 'form' | 'kinds' } | { is: 'no' } | { is: 'unknown' };

const serviceForms = ['SaaS', 'extern', 'hybrid'];
const serviceKinds = ['Licens/SaaS', 'Moln', 'Drift'];

export function dataProcessing(operatingForm: string | null, costKinds: readonly string[]): DataProcessing {
	if (operatingForm === 'egen') return { is: 'no' };
	if (operatingForm !== null && serviceForms.includes(operatingForm)) return { is: 'yes', by: 'form' };
	return costKinds.some((kind) => serviceKinds.includes(kind))
		? { is: 'yes', by: 'kinds' }
		: { is: 'unknown' };
}

/** When the last of some contracts can be left; null where one does not say, or there is none. */
export function lastExitDay(until: readonly (Day | null)[]): Day | null {
	return until.reduce<Day | null>(
		(last, day, index) =>
			day === null || (last === null && index > 0) ? null : last && last > day ? last : day,
		null
	);
}

/** The charges fall away on the day itself. */
export function exitAgainst(exit: Day | null, chargesEnd: Day | null): 'before' | 'after' | 'unknown' {
	if (!exit || !chargesEnd) return 'unknown';
	return exit < chargesEnd ? 'before' : 'after';
}
