// Takes back that an import was removed or replaced.
import { error, json } from '@sveltejs/kit';
import { restoreImport } from '$lib/server/editions/restore-import';
import { routeNumber } from '$lib/server/editions/route-number';
import { accountText } from '$lib/text/accounts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, params }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const id = routeNumber(params.id);
	if (id === null) error(404, { message: 'Filen finns inte.' });
	const answer = await restoreImport(id, locals.user);
	if (answer.outcome !== 'restored') {
		error(answer.outcome === 'missing' ? 404 : 409, { message: answer.message });
	}
	return json({ message: answer.message });
};
