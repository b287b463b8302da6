// The indicators of dependence of each edition that can be read, of the signed-in person's own slices, the earliest first.
import { error, json } from '@sveltejs/kit';
import { editionIndicators } from '$lib/server/editions/edition';
import { accountText } from '$lib/text/accounts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	if (!locals.access) error(401, { message: accountText.refused.signedOut });
	return json(await editionIndicators(locals.access), { headers: { 'Cache-Control': 'private, no-store' } });
};
