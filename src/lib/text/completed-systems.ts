// The fields of a system in words, where people fill them in.
import { sovereigntyObjectives } from '../domain/sovereignty';
import { objectiveNames } from './sovereignty';
import { systemFactNames } from './subjects';

/** A column of the register of systems: "Antal användare", "SOV-2 Rättslig". */
export function completedSystemFieldName(name: string): string {
	const objective = sovereigntyObjectives.find((one) => one === name);
	if (objective) return `${objectiveNames[objective].code} ${objectiveNames[objective].name}`;
	if (name === 'name') return 'Namn';
	if (name === 'organisation_number') return 'Organisationsnummer';
	return systemFactNames[name as keyof typeof systemFactNames] ?? name;
}
