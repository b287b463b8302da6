// How far the server has come with an upload, and a way to stop it before anything has changed.
import { error, json } from '@sveltejs/kit';
import { stopUpload, uploadProgress } from '$lib/server/editions/upload-progress';
import { accountText } from '$lib/text/accounts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const progress = uploadProgress(params.nyckel, locals.user.id);
	if (!progress) error(404, { message: 'Servern tar inte emot någon sådan fil.' });
	return json(progress);
};

export const DELETE: RequestHandler = ({ locals, params }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	if (!stopUpload(params.nyckel, locals.user.id)) {
		error(404, { message: 'Filen är redan inläst eller avbruten.' });
	}
	return new Response(null, { status: 204 });
};
