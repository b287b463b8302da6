import { createAccountFromLink } from '$lib/server/accounts/new-account-form';
import { openInvitation } from '$lib/server/accounts/invitation';
import { shortestPassword } from '$lib/server/accounts/password';
import { database } from '$lib/server/database/connect';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => ({
	invitation: await openInvitation(database(), 'first_admin', params.token),
	shortestPassword
});

export const actions: Actions = {
	default: (event) => createAccountFromLink(event, 'first_admin', event.params.token)
};
