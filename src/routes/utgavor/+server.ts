// The editions that can be compared with the current one, the latest first. What is in them is asked for one at a time.
import { error, json } from '@sveltejs/kit';
import { listEditions } from '$lib/server/editions/edition';
import { accountText } from '$lib/text/accounts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	if (!locals.access) error(401, { message: accountText.refused.signedOut });
	const editions = (await listEditions()).filter(
		({ status, readable }) => status !== 'withdrawn' && readable
	);
	return json(
		editions.map(({ edition, created, dataTo, ruleVersion }) => ({ edition, created, dataTo, ruleVersion })),
		{ headers: { 'Cache-Control': 'private, no-store' } }
	);
};
