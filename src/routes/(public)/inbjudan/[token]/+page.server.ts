import { createAccountFromLink } from '$lib/server/accounts/new-account-form';
import { openInvitation } from '$lib/server/accounts/invitation';
import { shortestPassword } from '$lib/server/accounts/password';
import { database } from '$lib/server/database/connect';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => ({
	invitation: await openInvitation(database(), 'invitation', params.token),
	shortestPassword
});

export const actions: Actions = {
	default: (event) => createAccountFromLink(event, 'invitation', event.params.token)
};
