// Where the signed-in person's own slice of one edition is, so that it can be compared with the current one.
import { error, json } from '@sveltejs/kit';
import { editionById } from '$lib/server/editions/edition';
import { routeNumber } from '$lib/server/editions/route-number';
import { accountText } from '$lib/text/accounts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	if (!locals.access) error(401, { message: accountText.refused.signedOut });
	const id = routeNumber(params.edition);
	const offered = id === null ? null : await editionById(id, locals.access);
	if (!offered) error(404, { message: 'Utgåvan finns inte längre.' });
	const { edition, hash, cells } = offered;
	return json({ edition, hash, cells }, { headers: { 'Cache-Control': 'private, no-store' } });
};
