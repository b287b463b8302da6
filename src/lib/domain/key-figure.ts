// Key figures of IT cost, each by itself with what it was made of: a share of a base or kronor a head. There is no sum of them. What
// nobody knows makes a share an interval, and a figure that cannot be told is null with its reason.
import { shareOf } from './indicator';
import type { KeyFigurePart } from './key-figure-part';

export const keyFigureKeys = [
	'it_andel',
	'kronor_per_anstalld',
	'kronor_per_anvandare',
	'sakerstalla_andel',
	'forbattra_andel',
	'utveckla_andel',
	'kopt_andel',
	'utkontrakterad_andel',
	'konsult_andel',
	'inhyrd_andel'
] as const;
export type KeyFigureKey = (typeof keyFigureKeys)[number];

export type KeyFigureUnit = 'andel' | 'kr';

/** What a sum is of: a part, all IT cost, candidates that nobody has judged, and what is not IT or not judged. */
export type KeyFigureSumName = KeyFigurePart | 'it' | 'candidates' | 'other';

/** Öre, absolute öre and rows. */
export interface KeyFigureSum {
	amount: number;
	size: number;
	rows: number;
}

/** The sums of one nämnd (null: rows without one) in the months of one year; a sum without rows is left out. */
export interface UnitSums {
	unit: string | null;
	sums: Readonly<Partial<Record<KeyFigureSumName, KeyFigureSum>>>;
}

interface KeyFigureSpec {
	unit: KeyFigureUnit;
	/** What is counted, what it is divided by (kronor figures are divided by heads), and what might belong to it. */
	numerator: KeyFigureSumName;
	base: readonly KeyFigureSumName[] | 'employees' | 'users';
	unknown: readonly KeyFigureSumName[];
}

const ofIt = (numerator: KeyFigurePart, ...unknown: KeyFigurePart[]): KeyFigureSpec => ({
	unit: 'andel',
	numerator,
	base: ['it'],
	unknown
});

/** What each key figure is made of. Their words stand in text/key-figures.ts. */
export const keyFigureSpecs: Readonly<Record<KeyFigureKey, KeyFigureSpec>> = {
	it_andel: { unit: 'andel', numerator: 'operatingIt', base: ['operating'], unknown: ['candidates'] },
	kronor_per_anstalld: { unit: 'kr', numerator: 'it', base: 'employees', unknown: [] },
	kronor_per_anvandare: { unit: 'kr', numerator: 'it', base: 'users', unknown: [] },
	sakerstalla_andel: ofIt('secured', 'orientationUnknown'),
	forbattra_andel: ofIt('improved', 'unplaced'),
	utveckla_andel: ofIt('developed', 'unplaced'),
	kopt_andel: ofIt('bought', 'payeeUnknown'),
	utkontrakterad_andel: ofIt('outsourced', 'outsourcedUnknown'),
	konsult_andel: ofIt('consultants', 'kindUnknown'),
	inhyrd_andel: {
		unit: 'andel',
		numerator: 'consultants',
		base: ['consultants', 'staff'],
		unknown: ['kindUnknown']
	}
};

/**
 * Why a figure cannot be told: no IT cost in these months; a ledger of IT rows alone; nobody's employees known; the number of users
 * not said, or said of the whole municipality; no IT staff in the ledger; a base that is not above zero.
 */
export type KeyFigureGap =
	'noCost' | 'onlyIt' | 'noEmployees' | 'noUsers' | 'usersOfWhole' | 'noStaff' | 'noBase';

export interface KeyFigure {
	key: KeyFigureKey;
	unit: KeyFigureUnit;
	/** A share 0–1, or öre a head; null where it is an interval or cannot be told. */
	value: number | null;
	/** Both ends of a share that is partly unknown; of `it_andel` beside its value, if candidates were IT. */
	low: number | null;
	high: number | null;
	/** Öre; the denominator of kronor figures is heads. */
	numerator: number | null;
	denominator: number | null;
	/** Öre that may belong to the numerator; of a figure per employee what nämnder without a number pay. */
	unknown: number;
	/** Share of the base that is known, 0–1. */
	known: number | null;
	gap: KeyFigureGap | null;
	/** Nämnder that are left out of both sides (null: rows without a nämnd). */
	leftOut: readonly (string | null)[];
}

export interface KeyFigureGround {
	units: readonly UnitSums[];
	/** Employees by nämnd on the last day of the months; a nämnd that is not there, or null, is unknown. */
	employees: ReadonlyMap<string, number | null>;
	/** Of the year, in the whole municipality; null is unknown. */
	users: number | null;
	/** All nämnder are counted. */
	whole: boolean;
}

const nothing: KeyFigureSum = { amount: 0, size: 0, rows: 0 };

/** One sum over nämnder. */
export function sumOf(units: readonly UnitSums[], ...names: readonly KeyFigureSumName[]): KeyFigureSum {
	let { amount, size, rows } = nothing;
	for (const { sums } of units)
		for (const name of names) {
			const one = sums[name] ?? nothing;
			amount += one.amount;
			size += one.size;
			rows += one.rows;
		}
	return { amount, size, rows };
}

/** Every key figure of some nämnder in the months of one year. */
export function keyFigures(ground: KeyFigureGround): KeyFigure[] {
	return keyFigureKeys.map((key) => keyFigure(key, ground));
}

/** One key figure of some nämnder in the months of one year. */
export function keyFigure(key: KeyFigureKey, ground: KeyFigureGround): KeyFigure {
	const { base, numerator } = keyFigureSpecs[key];
	if (!sumOf(ground.units, 'it').rows) return untold(key, 'noCost');
	if (base === 'employees') return perEmployee(ground);
	if (base === 'users') return perUser(ground);
	if (key === 'it_andel') return shareOfOperation(ground.units);
	if (key === 'inhyrd_andel' && !sumOf(ground.units, 'staff').rows)
		return { ...untold(key, 'noStaff'), numerator: sumOf(ground.units, numerator).amount };
	return share(key, ground.units, base, []);
}

function untold(key: KeyFigureKey, gap: KeyFigureGap): KeyFigure {
	return {
		key,
		unit: keyFigureSpecs[key].unit,
		value: null,
		low: null,
		high: null,
		numerator: null,
		denominator: null,
		unknown: 0,
		known: null,
		gap,
		leftOut: []
	};
}

/** A nämnd whose rows are all IT says nothing of what the rest of it costs. */
function shareOfOperation(units: readonly UnitSums[]): KeyFigure {
	const telling = units.filter(({ sums }) => (sums.other?.rows ?? 0) > 0);
	const leftOut = units.filter((one) => !telling.includes(one) && sumOf([one], 'it').rows > 0);
	if (!telling.length) return untold('it_andel', 'onlyIt');
	const found = share(
		'it_andel',
		telling,
		['operating'],
		leftOut.map(({ unit }) => unit)
	);
	if (found.gap) return found;
	// Judged rows are what IT cost is everywhere; what nobody has judged is told beside it.
	const value = shareOf(found.numerator, found.denominator);
	const judged = shareOf(
		sumOf(telling, 'operatingIt').size,
		sumOf(telling, 'operatingIt', 'candidates').size
	);
	return { ...found, value, known: judged };
}

function share(
	key: KeyFigureKey,
	units: readonly UnitSums[],
	base: readonly KeyFigureSumName[],
	leftOut: readonly (string | null)[]
): KeyFigure {
	const spec = keyFigureSpecs[key];
	const numerator = sumOf(units, spec.numerator).amount;
	const denominator = sumOf(units, ...base);
	const unknown = sumOf(units, ...spec.unknown);
	const made = { ...untold(key, 'noBase'), numerator, denominator: denominator.amount, leftOut };
	if (denominator.amount <= 0) return made;
	// What is unknown lies in the base of a share of all, and beside that of staff: it may be staff, consultants or neither.
	const beside = base.includes(spec.numerator) ? unknown : nothing;
	const size = denominator.size + beside.size;
	const known = shareOf(Math.max(0, size - unknown.size), size);
	const told = { ...made, gap: null, unknown: unknown.amount, known };
	if (unknown.size === 0) return { ...told, value: numerator / denominator.amount };
	const whole = denominator.amount + beside.amount;
	const ends = [numerator / whole, (numerator + unknown.amount) / whole];
	return whole > 0 ? { ...told, low: Math.min(...ends), high: Math.max(...ends) } : made;
}

function perEmployee({ units, employees }: KeyFigureGround): KeyFigure {
	const paying = units.filter((one) => sumOf([one], 'it').rows > 0);
	const heads = (unit: string | null) => (unit === null ? null : (employees.get(unit) ?? null));
	const counted = paying.filter(({ unit }) => heads(unit) !== null);
	const others = paying.filter((one) => !counted.includes(one));
	const leftOut = others.map(({ unit }) => unit);
	const known = shareOf(sumOf(counted, 'it').size, sumOf(paying, 'it').size);
	const people = counted.reduce((sum, { unit }) => sum + (heads(unit) ?? 0), 0);
	if (people <= 0) return { ...untold('kronor_per_anstalld', 'noEmployees'), leftOut, known };
	const found = perHead('kronor_per_anstalld', sumOf(counted, 'it').amount, people, known, leftOut);
	return { ...found, unknown: sumOf(others, 'it').amount };
}

function perUser({ units, users, whole }: KeyFigureGround): KeyFigure {
	if (!whole) return untold('kronor_per_anvandare', 'usersOfWhole');
	if (users === null || users <= 0) return untold('kronor_per_anvandare', 'noUsers');
	return perHead('kronor_per_anvandare', sumOf(units, 'it').amount, users, 1, []);
}

function perHead(
	key: KeyFigureKey,
	numerator: number,
	denominator: number,
	known: number | null,
	leftOut: readonly (string | null)[]
): KeyFigure {
	const value = numerator / denominator;
	return { ...untold(key, 'noBase'), gap: null, value, numerator, denominator, known, leftOut };
}

/** The change of a figure between two years; null where either is an interval or unknown. A share's is in shares. */
export function keyFigureChange(now: KeyFigure | undefined, before: KeyFigure | undefined): number | null {
	const [to, from] = [now?.value ?? null, before?.value ?? null];
	return to === null || from === null ? null : to - from;
}
