import { error, fail } from '@sveltejs/kit';
import { readAccessForm } from '$lib/server/accounts/access-form';
import { changeUser, userById, type User, type UserChange } from '$lib/server/accounts/user';
import { database } from '$lib/server/database/connect';
import { accountText } from '$lib/text/accounts';
import type { Actions, PageServerLoad } from './$types';

const words = accountText.admin;

async function personWith(id: string): Promise<User> {
	const person = await userById(database(), id);
	if (!person) error(404, { message: words.noUser });
	return person;
}

/** Carries out the change and answers with the sentence to show. */
async function apply(person: User, change: UserChange, by: User | null, done: string) {
	const outcome = await changeUser(database(), person, change, by);
	return outcome === 'last_admin' ? fail(400, { error: words.lastAdmin, done: '' }) : { error: '', done };
}

export const load: PageServerLoad = async ({ params }) => ({ person: await personWith(params.id) });

export const actions: Actions = {
	access: async ({ locals, params, request }) => {
		const person = await personWith(params.id);
		const access = readAccessForm(await request.formData());
		if (!access) return fail(400, { error: words.badRole, done: '' });
		return apply(person, { ...access, disabled: person.disabled }, locals.user, words.saved(person.name));
	},

	disable: async ({ locals, params }) => {
		const person = await personWith(params.id);
		return apply(person, { ...access(person), disabled: true }, locals.user, words.disabledDone(person.name));
	},

	enable: async ({ locals, params }) => {
		const person = await personWith(params.id);
		return apply(person, { ...access(person), disabled: false }, locals.user, words.enabledDone(person.name));
	}
};

function access({ role, rights, units }: User) {
	return { role, rights, units };
}
