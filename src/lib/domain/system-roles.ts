// Who answers for which systems, and what nobody has said: the three roles, classification, and personal data with its agreements.
import { isEmptyField, type RecordValues } from './completion';
import { listedWords } from './listed-words';
import { isAskedAbout, type CostedSystem } from './register-completeness';

/** The roles of a system, by their columns. */
export const systemRoles = ['system_owner', 'information_owner', 'maintenance_lead'] as const;
export type SystemRole = (typeof systemRoles)[number];

/** Konfidentialitet, riktighet, tillgänglighet. */
export const classFields = ['class_confidentiality', 'class_integrity', 'class_availability'] as const;

/** The agreement on personal data (GDPR article 28.3) of a system's contracts. */
export type ProcessorAgreement =
	/** One of them is said to have it, or all are said not to. */
	| 'ja'
	| 'nej'
	/** Nobody has said, or no contract is known. */
	| 'okänt';

export interface RoledSystem extends CostedSystem {
	name: string;
	/** Null where nobody has said. */
	roles: Readonly<Record<SystemRole, string | null>>;
	missingRoles: readonly SystemRole[];
	/** Null where nobody has said; undefined where the reader is not sent it. */
	classes: readonly (number | null)[] | undefined;
	/** "ja", "nej" or what the register says; null where nobody has. */
	personalData: string | null;
	/** Null where the system is said to hold no personal data. */
	agreement: ProcessorAgreement | null;
}

/** @param answers what the register of contracts says of the agreement, by avtals_id */
export function processorAgreement(
	contractIds: string | null | undefined,
	answers: ReadonlyMap<string, string | null>
): ProcessorAgreement {
	const said = listedWords(contractIds).map((id) => answers.get(id) ?? null);
	if (said.includes('ja')) return 'ja';
	return said.length > 0 && said.every((answer) => answer === 'nej') ? 'nej' : 'okänt';
}

const textOf = (line: RecordValues | null, field: string): string | null => {
	const value = line?.[field];
	return isEmptyField(field, value, 'system') ? null : String(value).trim() || null;
};

/** Systems with their roles, those with a gap first and the costliest of them at the top; ended ones without cost are left out. */
export function roledSystems(
	systems: readonly (CostedSystem & { name: string })[],
	agreements: ReadonlyMap<string, string | null>,
	seesClasses: boolean
): RoledSystem[] {
	return systems
		.filter(isAskedAbout)
		.map((system): RoledSystem => {
			const { line } = system;
			const roles = {
				system_owner: textOf(line, 'system_owner'),
				information_owner: textOf(line, 'information_owner'),
				maintenance_lead: textOf(line, 'maintenance_lead')
			};
			const personalData = textOf(line, 'personal_data');
			const contracts = line?.contract_ids;
			return {
				...system,
				roles,
				missingRoles: systemRoles.filter((role) => roles[role] === null),
				classes: seesClasses
					? classFields.map((field) => (typeof line?.[field] === 'number' ? line[field] : null))
					: undefined,
				personalData,
				agreement:
					personalData === 'nej'
						? null
						: processorAgreement(typeof contracts === 'string' ? contracts : null, agreements)
			};
		})
		.sort(
			(a, b) =>
				Number(a.missingRoles.length === 0) - Number(b.missingRoles.length === 0) ||
				b.amount - a.amount ||
				a.name.localeCompare(b.name, 'sv')
		);
}

export interface Responsible {
	/** As the register has it. */
	name: string;
	/** Systems by role, the most costly first. */
	answersFor: Readonly<Record<SystemRole, readonly RoledSystem[]>>;
	/** Each system once, and their öre net of the period. */
	systems: readonly RoledSystem[];
	amount: number;
}

/** What each of those named answers for, the most kronor first. Names are told apart regardless of case and spaces. */
export function responsiblePeople(systems: readonly RoledSystem[]): Responsible[] {
	const people = new Map<string, { name: string; byRole: Record<SystemRole, RoledSystem[]> }>();
	for (const system of systems)
		for (const role of systemRoles) {
			const name = system.roles[role];
			if (name === null) continue;
			const key = name.toLocaleLowerCase('sv').replace(/\s+/g, ' ');
			const person = people.get(key) ?? {
				name,
				byRole: { system_owner: [], information_owner: [], maintenance_lead: [] }
			};
			person.byRole[role].push(system);
			people.set(key, person);
		}
	return [...people.values()]
		.map(({ name, byRole }) => {
			const own = [...new Set(systemRoles.flatMap((role) => byRole[role]))].sort(
				(a, b) => b.amount - a.amount
			);
			return {
				name,
				answersFor: byRole,
				systems: own,
				amount: own.reduce((ore, { amount }) => ore + amount, 0)
			};
		})
		.sort((a, b) => b.amount - a.amount || a.name.localeCompare(b.name, 'sv'));
}
