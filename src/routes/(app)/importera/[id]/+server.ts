// Takes an import out of use. Its original stays, since earlier editions were built from it.
import { error } from '@sveltejs/kit';
import { removeImport } from '$lib/server/editions/imports';
import { routeNumber } from '$lib/server/editions/route-number';
import { accountText } from '$lib/text/accounts';
import type { RequestHandler } from './$types';

export const DELETE: RequestHandler = async ({ locals, params }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const id = routeNumber(params.id);
	if (id === null || !(await removeImport(id, locals.user))) {
		error(404, { message: 'Filen är redan borttagen eller ersatt.' });
	}
	return new Response(null, { status: 204 });
};
