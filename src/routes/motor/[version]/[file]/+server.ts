// Serves the engine's worker and module from our own origin.
import { error } from '@sveltejs/kit';
import { engineFile } from '$lib/server/engine-files';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, request }) => {
	const acceptsBrotli = /\bbr\b/.test(request.headers.get('Accept-Encoding') ?? '');
	const file = await engineFile(params.version, params.file, acceptsBrotli);
	if (!file) error(404);
	return new Response(file.body, { headers: file.headers });
};
