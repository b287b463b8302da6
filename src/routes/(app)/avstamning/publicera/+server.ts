// Starts publishing, and tells how far it has come.
import { error, json } from '@sveltejs/kit';
import { startPublishing } from '$lib/server/editions/publish';
import { publishStatus } from '$lib/server/editions/publish-status';
import { accountText } from '$lib/text/accounts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => json(publishStatus());

export const POST: RequestHandler = ({ locals }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const answer = startPublishing({ user: locals.user });
	return answer.started
		? json(answer.status, { status: 202 })
		: json({ ...answer.status, message: answer.message }, { status: 409 });
};
