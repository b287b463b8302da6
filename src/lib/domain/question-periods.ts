// The periods that a question of Frågor offers.
import { sharedMonths } from './dimension-months';
import { followUpPeriod, monthsOf, type FollowUp, type Period } from './period';

export interface OfferedPeriod {
	period: Period;
	/** Null for what is neither a follow-up period nor a year. */
	followUp: FollowUp | null;
}

const followUps: readonly FollowUp[] = ['VB', 'T2', 'T1'];
/** Single months that are offered. */
const lastMonths = 12;

/**
 * The chosen and the usual period, then each year's follow-up periods that are loaded in full, latest first, and the last months.
 * @param available the months with data
 */
export function offeredPeriods(chosen: Period, usual: Period, available: Period): OfferedPeriod[] {
	const offered: OfferedPeriod[] = [];
	const offer = (period: Period, followUp: FollowUp | null) => {
		const same = offered.find((other) => keyOf(other.period) === keyOf(period));
		if (same) same.followUp ??= followUp;
		else offered.push({ period, followUp });
	};
	offer(usual, null);
	offer(chosen, null);
	for (let year = yearOf(available.to); year >= yearOf(available.from); year--) {
		for (const followUp of followUps) {
			const period = followUpPeriod(year, followUp);
			const loaded = sharedMonths(period, available);
			if (loaded && keyOf(loaded) === keyOf(period)) offer(period, followUp);
		}
	}
	for (const month of monthsOf(available).slice(-lastMonths).reverse())
		offer({ from: month, to: month }, null);
	return offered;
}

/** As an option of a select holds it. */
export function keyOf({ from, to }: Period): string {
	return `${from}/${to}`;
}

function yearOf(month: string): number {
	return Number(month.slice(0, 4));
}
