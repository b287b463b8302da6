// Which follow-ups a municipality has, and the month that each is cut at. Standard is T1, T2 and VB.

export interface FollowUpSetting {
	/** As it is shown, and in an address in small letters: `T1`, `VB`, `Mars`. */
	name: string;
	/** The last month, 1–12; counted from January. 12 has the outcome in place of a forecast. */
	cut: number;
}

export const standardFollowUps: readonly FollowUpSetting[] = [
	{ name: 'T1', cut: 4 },
	{ name: 'T2', cut: 8 },
	{ name: 'VB', cut: 12 }
];
