// Removes a saved recipe. Files that were read by it stay as they are.
import { error } from '@sveltejs/kit';
import { routeNumber } from '$lib/server/editions/route-number';
import { removeRecipe } from '$lib/server/recipes';
import { accountText } from '$lib/text/accounts';
import type { RequestHandler } from './$types';

export const DELETE: RequestHandler = async ({ locals, params }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const id = routeNumber(params.id);
	if (id === null || !(await removeRecipe(id, locals.user))) {
		error(404, { message: 'Receptet är redan borttaget.' });
	}
	return new Response(null, { status: 204 });
};
