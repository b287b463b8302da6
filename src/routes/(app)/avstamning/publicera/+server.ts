// Starts publishing, and tells how far it has come.
import { error, json } from '@sveltejs/kit';
import { currentEditionNumber } from '$lib/server/editions/edition';
import { startPublishing } from '$lib/server/editions/publish';
import { publishStatus } from '$lib/server/editions/publish-status';
import { routeNumber } from '$lib/server/editions/route-number';
import { accountText } from '$lib/text/accounts';
import type { RequestHandler } from './$types';

const overtaken =
	'En annan utgåva har publicerats under tiden. Ladda om sidan och se om det finns något kvar.';

export const GET: RequestHandler = () => json(publishStatus());

/**
 * `efter`, when given, is the edition that the person saw as current, 0 before the first: two who press at once then
 * publish once.
 */
export const POST: RequestHandler = async ({ locals, url }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const text = url.searchParams.get('efter');
	const after = text === '0' ? 0 : routeNumber(text);
	if (text !== null && after !== (await currentEditionNumber())) {
		return json({ ...publishStatus(), message: overtaken }, { status: 409 });
	}
	const answer = startPublishing({ user: locals.user });
	return answer.started
		? json(answer.status, { status: 202 })
		: json({ ...answer.status, message: answer.message }, { status: 409 });
};
