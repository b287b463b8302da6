// The key figures of each year that a page shows, of all chosen nämnder and of each.
import type { KeyFigure, KeyFigureKey } from '$lib/domain/key-figure';
import type { YearSpan } from '$lib/domain/key-figure-span';
import { figuresOfUnits, figuresOfYear, type YearGround } from '$lib/queries/key-figures';

export interface KeyFigureYear extends YearSpan {
	figures: KeyFigure[];
	units: { unit: string | null; figures: KeyFigure[] }[];
	ground: YearGround;
}

/** @param usersIn the number of users of a year, null where nobody has said, @param whole all nämnder are counted */
export function keyFigureYearsOf(
	grounds: readonly YearGround[],
	usersIn: (year: number) => number | null,
	whole: boolean
): KeyFigureYear[] {
	return grounds.map((ground) => ({
		year: ground.year,
		period: ground.period,
		figures: figuresOfYear(ground, usersIn(ground.year), whole),
		units: figuresOfUnits(ground),
		ground
	}));
}

/** One of them. */
export function figureOf(
	figures: readonly KeyFigure[] | undefined,
	key: KeyFigureKey
): KeyFigure | undefined {
	return figures?.find((one) => one.key === key);
}

/** True where every year has the same number of employees in each nämnd: a register that says nothing of earlier years. */
export function sameEmployees(years: readonly KeyFigureYear[]): boolean {
	const told = years.map(({ ground }) => JSON.stringify([...ground.employees]));
	return told.length > 1 && new Set(told).size === 1 && years.some(({ ground }) => ground.employees.size > 0);
}
