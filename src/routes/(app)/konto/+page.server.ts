import { error, fail, redirect } from '@sveltejs/kit';
import { formText } from '$lib/server/accounts/form-text';
import { passwordProblemText } from '$lib/server/accounts/new-account-form';
import { shortestPassword, verifyPassword } from '$lib/server/accounts/password';
import { createSession, endSessionsOf } from '$lib/server/accounts/session';
import { deleteSessionCookie, setSessionCookie } from '$lib/server/accounts/session-cookie';
import { attemptSucceeded, beginAttempt } from '$lib/server/accounts/throttle';
import { changePassword, userForSignIn, type User } from '$lib/server/accounts/user';
import { record } from '$lib/server/audit';
import { database } from '$lib/server/database/connect';
import { accountText } from '$lib/text/accounts';
import type { Actions, PageServerLoad } from './$types';

function signedIn(user: User | null): User {
	if (!user) error(401, { message: accountText.refused.signedOut });
	return user;
}

export const load: PageServerLoad = ({ locals }) => {
	const { name, username, role, rights, units } = signedIn(locals.user);
	return { account: { name, username, role, rights, units }, shortestPassword };
};

export const actions: Actions = {
	password: async (event) => {
		const user = signedIn(event.locals.user);
		const form = await event.request.formData();
		const current = formText(form, 'current');
		const next = formText(form, 'next');

		const errors: { current?: string; next?: string; repeat?: string } = {};
		// A session left open must not be a way to guess the password.
		const attempt = { username: user.username, address: event.getClientAddress() };
		const milliseconds = await beginAttempt(database(), attempt);
		if (milliseconds > 0) {
			errors.current = accountText.signIn.wait(milliseconds);
			return fail(429, { errors, changed: false });
		}
		const known = await userForSignIn(database(), user.username);
		if (await verifyPassword(known?.passwordHash ?? null, current)) {
			await attemptSucceeded(database(), attempt);
		} else {
			errors.current = accountText.account.wrongCurrent;
		}
		const problem = passwordProblemText(next, user.username);
		if (problem) errors.next = problem;
		else if (formText(form, 'repeat') !== next) errors.repeat = accountText.newAccount.notSame;
		if (errors.current || errors.next || errors.repeat) return fail(400, { errors, changed: false });

		await changePassword(database(), user, next);
		const { token, expires } = await createSession(database(), user.id);
		setSessionCookie(event, token, expires);
		return { errors, changed: true };
	},

	everywhere: async (event) => {
		const user = signedIn(event.locals.user);
		await endSessionsOf(database(), user.id);
		await record(database(), {
			user,
			action: 'sign_out',
			subject: user.username,
			detail: { everywhere: true }
		});
		deleteSessionCookie(event);
		event.setHeaders({ 'Clear-Site-Data': '"storage"' });
		redirect(303, '/logga-in?utloggad');
	}
};
