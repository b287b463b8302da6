// The parts of the ledger that key figures are made of. Their conditions stand in queries/key-figure-sql.ts.

/**
 * `unplaced` is neither improved nor developed for sure: its inriktning, or whether its system is in use, is unknown.
 * `operating` and `operatingIt` are rows on cost accounts, all of them and IT; the rest are parts of IT cost. What ends in `Unknown`
 * would belong to a part, or not, if somebody knew.
 */
export const keyFigureParts = [
	'operating',
	'operatingIt',
	'secured',
	'improved',
	'developed',
	'orientationUnknown',
	'unplaced',
	'bought',
	'payeeUnknown',
	'outsourced',
	'outsourcedUnknown',
	'consultants',
	'kindUnknown',
	'staff'
] as const;
export type KeyFigurePart = (typeof keyFigureParts)[number];

/** In addresses. */
export const keyFigurePartWords: Readonly<Record<KeyFigurePart, string>> = {
	operating: 'verksamhet',
	operatingIt: 'it',
	secured: 'sakerstalla',
	improved: 'forbattra',
	developed: 'utveckla',
	orientationUnknown: 'inriktning_okand',
	unplaced: 'oplacerad',
	bought: 'kopt',
	payeeUnknown: 'mottagare_okand',
	outsourced: 'utkontrakterat',
	outsourcedUnknown: 'utkontrakterat_okant',
	consultants: 'konsult',
	kindUnknown: 'slag_okant',
	staff: 'personal'
};

/** Kostnadsslag that are the municipality's own: nobody outside is paid. */
export const ownKinds = ['Personal', 'Kapitalkostnad', 'Intern debitering'] as const;

/** Kostnadsslag that are operation bought from others, whatever system they are for. */
export const operationKinds = ['Drift', 'Moln'] as const;

/** Kostnadsslag that are operation bought from others only on systems that others run. */
export const serviceKinds = ['Licens/SaaS', 'Systemunderhåll'] as const;

/** The driftform of systems that others run, and of those that the municipality runs; hybrid is neither. */
export const operatedByOthers = ['extern', 'SaaS'] as const;
export const operatedHere = 'egen';

/** Livscykel of a system that is not in use yet, and of one that is or has been. */
export const stagesBefore = ['planerad', 'införs'] as const;
export const stagesInUse = ['drift', 'avvecklas', 'avvecklad'] as const;

/**
 * First digits of accounts that are no operating cost, by the account classes of BAS and Kommun-Bas: balance (1, 2), income (3) and
 * financial items (8, 9). Rows without an account are counted: a ledger of costs need not name it.
 */
export const otherAccountClasses = '12389';
