// Withdraws an edition.
import { error } from '@sveltejs/kit';
import { withdrawEdition } from '$lib/server/editions/edition';
import { routeNumber } from '$lib/server/editions/route-number';
import { accountText } from '$lib/text/accounts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, params }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const id = routeNumber(params.id);
	if (id === null || !(await withdrawEdition(id, locals.user))) {
		error(404, { message: 'Utgåvan finns inte eller är redan återkallad.' });
	}
	return new Response(null, { status: 204 });
};
