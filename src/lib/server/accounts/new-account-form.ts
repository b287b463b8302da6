// The form that makes an account from a link: read, checked and carried out. Used by both kinds of link.
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { accountText } from '$lib/text/accounts';
import { database } from '../database/connect';
import { formText } from './form-text';
import { acceptInvitation } from './invitation';
import { longestPassword, passwordProblem, shortestPassword } from './password';
import { signIn } from './sign-in';
import { normalUsername, usernameFits } from './user';

type Field = 'name' | 'username' | 'password' | 'repeat';

const words = accountText.newAccount;

/** What to say about a new password, or null. */
export function passwordProblemText(password: string, username: string): string | null {
	const problem = passwordProblem(password, username);
	if (problem === 'short') return words.passwordProblems.short(shortestPassword);
	if (problem === 'long') return words.passwordProblems.long(longestPassword);
	return problem && words.passwordProblems[problem];
}

/** Makes the account and signs in, or answers with the errors per field. Passwords are never sent back. */
export async function createAccountFromLink(
	event: RequestEvent,
	purpose: 'first_admin' | 'invitation',
	token: string
) {
	const form = await event.request.formData();
	const name = formText(form, 'name').trim().slice(0, 100);
	const username = normalUsername(formText(form, 'username'));
	const password = formText(form, 'password');

	const errors: Partial<Record<Field, string>> = {};
	if (!name) errors.name = words.missingName;
	if (!usernameFits(username)) errors.username = words.badUsername;
	const problem = passwordProblemText(password, username);
	if (problem) errors.password = problem;
	else if (formText(form, 'repeat') !== password) errors.repeat = words.notSame;
	if (Object.keys(errors).length > 0) return fail(400, { name, username, errors });

	const accepted = await acceptInvitation(database(), purpose, token, { name, username, password });
	if (accepted.outcome === 'username_taken') {
		errors.username = words.takenUsername;
		return fail(400, { name, username, errors });
	}
	// The page itself says that the link no longer works.
	if (accepted.outcome === 'link_used') redirect(303, event.url.pathname);
	await signIn(event, accepted.user);
	redirect(303, '/');
}
