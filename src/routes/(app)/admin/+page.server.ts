import { error, fail } from '@sveltejs/kit';
import { readAccessForm } from '$lib/server/accounts/access-form';
import { formText } from '$lib/server/accounts/form-text';
import { invitationDays, invite } from '$lib/server/accounts/invitation';
import { allUsers } from '$lib/server/accounts/user';
import { database } from '$lib/server/database/connect';
import { accountText } from '$lib/text/accounts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ users: await allUsers(database()), invitationDays });

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		if (!locals.user) error(401, { message: accountText.refused.signedOut });
		const form = await request.formData();
		const name = formText(form, 'name').trim().slice(0, 100);
		const access = readAccessForm(form);
		const units = formText(form, 'units');

		const errors: { name?: string; role?: string } = {};
		if (!name) errors.name = accountText.admin.missingName;
		if (!access) errors.role = accountText.admin.badRole;
		if (!name || !access) return fail(400, { name, units, access, errors, link: null });

		const token = await invite(database(), { name, ...access }, locals.user);
		return { name, units: '', access: null, errors, link: `${url.origin}/inbjudan/${token}` };
	}
};
