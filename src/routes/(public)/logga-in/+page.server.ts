import { fail, redirect } from '@sveltejs/kit';
import { formText } from '$lib/server/accounts/form-text';
import { safeReturnPath } from '$lib/server/accounts/return-path';
import { signInWithPassword } from '$lib/server/accounts/sign-in';
import { accountText } from '$lib/text/accounts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.user) redirect(303, safeReturnPath(url.searchParams.get('till')));
	return { signedOut: url.searchParams.has('utloggad') };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const username = formText(form, 'username').slice(0, 200);
		const password = formText(form, 'password');
		const words = accountText.signIn;

		const errors: { username?: string; password?: string } = {};
		if (!username.trim()) errors.username = words.missingUsername;
		if (!password) errors.password = words.missingPassword;
		if (errors.username || errors.password) return fail(400, { username, errors, message: '' });

		const answer = await signInWithPassword(event, username, password);
		if (answer.outcome === 'wait') {
			return fail(429, { username, errors, message: words.wait(answer.milliseconds) });
		}
		if (answer.outcome === 'wrong') return fail(400, { username, errors, message: words.wrong });
		redirect(303, safeReturnPath(event.url.searchParams.get('till')));
	}
};
