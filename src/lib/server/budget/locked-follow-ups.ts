// The follow-ups that are locked now, and the months that each rests on.
import { and, eq, inArray, max } from 'drizzle-orm';
import { monthFrom, type Period } from '$lib/domain/period';
import { budgetStep } from '../database/budget-schema';
import type { Installation } from '../editions/installation';

export interface LockedFollowUp {
	year: number;
	/** As the setting names it: `T2`. */
	followUp: string;
	period: Period;
	/** The lock on the tagging of the months. */
	periodLock: number | null;
}

export async function lockedFollowUps({ database }: Installation): Promise<LockedFollowUp[]> {
	const latest = database
		.select({ id: max(budgetStep.id) })
		.from(budgetStep)
		.groupBy(budgetStep.year, budgetStep.followUp);
	const rows = await database
		.select({
			year: budgetStep.year,
			followUp: budgetStep.followUp,
			cut: budgetStep.cut,
			periodLock: budgetStep.periodLock
		})
		.from(budgetStep)
		.where(and(inArray(budgetStep.id, latest), eq(budgetStep.step, 'last')));
	return rows.map(({ cut, ...row }) => ({
		...row,
		period: { from: monthFrom(row.year, 1), to: monthFrom(row.year, cut) }
	}));
}
