// What a signed-in person may do and see, as one value that every route and every edition slice asks.

export const roles = ['admin', 'controller', 'member', 'reader'] as const;
export type Role = (typeof roles)[number];

/** Rights beside the role. */
export const rights = ['komplettera', 'granska', 'lasa', 'kalla'] as const;
export type Right = (typeof rights)[number];

/**
 * What can be asked of an Access. Reading is for all four roles; the rest is listed per role, but completing and convening,
 * which are rights of a person.
 */
export type Permission =
	| 'read'
	| 'import'
	| 'tag'
	| 'publish'
	| 'administer'
	| 'see_free_text'
	/** Ask, answer, and dismiss flags. */
	| 'discuss'
	/** Say what ought to be done with a contract. */
	| 'judge'
	/** Say whether two systems are doubles, and what to do with a system. */
	| 'judge_systems'
	/** Fill in what registers lack. */
	| 'complete'
	/** Call meetings, make their papers and write down what they decide. */
	| 'convene'
	/** Say what estimates rest on: prices, hours, groups of suppliers. */
	| 'assume'
	/** Write why a nämnd deviates, set forecasts and plans, and say that a follow-up is ready. */
	| 'follow_up'
	/** Say that a follow-up is reviewed, or is not. */
	| 'review_follow_up'
	/** Lock a follow-up and open it again. */
	| 'lock_follow_up';

/** One person's access. `units` is null for the whole municipality, else the only nämnder that may be seen. */
export interface Access {
	role: Role;
	rights: readonly Right[];
	units: readonly string[] | null;
}

const permissions: Readonly<Record<Role, readonly Permission[]>> = {
	admin: ['read', 'administer'],
	controller: [
		'read',
		'import',
		'tag',
		'publish',
		'see_free_text',
		'discuss',
		'assume',
		'follow_up',
		'judge_systems'
	],
	member: ['read', 'discuss', 'judge'],
	reader: ['read']
};

const permissionsOfRights: Readonly<Partial<Record<Right, readonly Permission[]>>> = {
	komplettera: ['complete'],
	kalla: ['convene'],
	granska: ['review_follow_up', 'judge_systems'],
	lasa: ['lock_follow_up']
};

const wholeMunicipality: readonly Permission[] = [
	'import',
	'tag',
	'publish',
	'assume',
	'review_follow_up',
	'lock_follow_up'
];

/**
 * Whether the access covers a permission. What concerns every nämnd needs the whole municipality: a scoped
 * controller would otherwise decide figures for nämnder that he or she cannot see.
 */
export function may(access: Access | null, permission: Permission): boolean {
	if (!access) return false;
	if (wholeMunicipality.includes(permission) && access.units !== null) return false;
	return (
		permissions[access.role].includes(permission) ||
		access.rights.some((right) => permissionsOfRights[right]?.includes(permission))
	);
}

/** The part of an edition that an access may be sent. */
export interface Slice {
	/** `full` has free text and row-level personal data already masked at import; `open` has no free text at all. */
	level: 'full' | 'open';
	units: readonly string[] | null;
}

/** The slice that belongs to an access. */
export function sliceOf(access: Access): Slice {
	return {
		level: may(access, 'see_free_text') ? 'full' : 'open',
		units: access.units === null ? null : [...access.units].sort()
	};
}

/**
 * Whether somebody who sees these nämnder sees all that something is about.
 * @param seen null is the whole municipality, as for `about`
 */
export function coversUnits(seen: readonly string[] | null, about: readonly string[] | null): boolean {
	return seen === null || (about?.every((unit) => seen.includes(unit)) ?? false);
}
