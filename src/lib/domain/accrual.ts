// Accrued cost: yearly licences spread over the months that they pay for, everything else as it is booked.
//
// A *yearly licence* is the cost in Licens/SaaS of one purchase – supplier, nämnd, account, contract and system – that is
// booked in at most two months of a calendar year, with no cost of the purchase in the three months before the first of
// them or the three months after the last, those three lying within the data; or in at most two months of a year while
// another year of the same purchase is such a year. The quiet months tell a yearly invoice from a subscription that has
// just begun or ended, also over the turn of a year. What cannot be told stays as booked.
//
// Each of its rows is spread evenly over twelve months from the month that it is booked in, by differences of cumulative
// shares, so that the twelve parts are the row to the öre. Months after the last with data are not shown: what falls there
// belongs to later months. A row counts in each month that it has a part in.
import type { CostKind } from './cost-kind';

/** How many months a yearly licence is spread over. */
export const spreadMonths = 12;

/** The most months of a year that a yearly licence is booked in. */
export const mostYearlyMonths = 2;

/** Months without cost of the purchase, before and after. */
export const quietMonths = 3;

export const spreadKind: CostKind = 'Licens/SaaS';

/**
 * Rows of a spread cost that a reconciliation names, of the period of their filters: `later` is what is booked in it and
 * falls after it, or after the data; `earlier` is what falls in it and was booked before.
 */
export const spreadings = ['later', 'earlier'] as const;
export type Spreading = (typeof spreadings)[number];
