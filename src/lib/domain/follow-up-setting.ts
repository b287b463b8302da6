// Which follow-ups a municipality has, and the month that each is cut at. Standard is T1, T2 and VB.

export interface FollowUpSetting {
	/** As it is shown, and in small letters in an address: `T1`, `VB`, `Mars`. */
	name: string;
	/** The last month, 1–12; counted from January. With 12 the year's outcome stands in place of a forecast. */
	cut: number;
}

export const standardFollowUps: readonly FollowUpSetting[] = [
	{ name: 'T1', cut: 4 },
	{ name: 'T2', cut: 8 },
	{ name: 'VB', cut: 12 }
];

export const longestFollowUpName = 12;
export const mostFollowUps = 12;

/** What is wrong with a list of follow-ups: `month` two end in the same one, `end` none is the whole year. */
export type FollowUpFault = 'name' | 'sameName' | 'month' | 'sameMonth' | 'end';

/** The first fault of a list; null when it can be kept. Names are letters and digits, so that an address can hold them. */
export function followUpFault(settings: readonly FollowUpSetting[]): FollowUpFault | null {
	const names = settings.map(({ name }) => name.toLocaleLowerCase('sv'));
	const months = settings.map(({ cut }) => cut);
	if (!names.every((name) => /^[\p{L}\p{N}]+$/u.test(name) && name.length <= longestFollowUpName))
		return 'name';
	if (new Set(names).size < names.length) return 'sameName';
	if (!months.every((month) => Number.isInteger(month) && month >= 1 && month <= 12)) return 'month';
	if (new Set(months).size < months.length) return 'sameMonth';
	return months.includes(12) ? null : 'end';
}

/** In the order of the year. */
export function inYearOrder(settings: readonly FollowUpSetting[]): FollowUpSetting[] {
	return [...settings].sort((a, b) => a.cut - b.cut);
}
