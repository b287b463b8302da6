// The part of a form that says what somebody may do: role, rights and nämnder.
import { rights, roles, type Right, type Role } from '$lib/domain/access';
import * as v from 'valibot';
import { formText } from './form-text';

const roleSchema = v.picklist(roles);
const rightsSchema = v.array(v.picklist(rights));
const unitsSchema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(100));

interface AccessForm {
	role: Role;
	rights: Right[];
	units: string[] | null;
}

/** Null when the form holds something that the page cannot have sent. */
export function readAccessForm(form: FormData): AccessForm | null {
	const lines = formText(form, 'units')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const role = v.safeParse(roleSchema, form.get('role'));
	const chosen = v.safeParse(rightsSchema, form.getAll('rights'));
	const units = v.safeParse(unitsSchema, [...new Set(lines)]);
	if (!role.success || !chosen.success || !units.success) return null;
	return {
		role: role.output,
		rights: [...new Set(chosen.output)],
		units: units.output.length === 0 ? null : units.output
	};
}
