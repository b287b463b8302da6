// The completions that a person sees, as a file to feed back to the register. `?som=avtal` is read in again as a register,
// `?som=kallor` tells where each answer stands.
import { error } from '@sveltejs/kit';
import { record } from '$lib/server/audit';
import { completionFile, completionFileKinds } from '$lib/server/completions/completion-files';
import { database } from '$lib/server/database/connect';
import { readerOf } from '$lib/server/request-body';
import { completionServerWords as words } from '$lib/text/completions';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const reader = readerOf(locals);
	const kind = completionFileKinds.find((known) => known === (url.searchParams.get('som') ?? 'avtal'));
	const file = kind && (await completionFile(kind, reader));
	if (!file) error(404, { message: words.noFile });
	await record(database(), {
		user: reader.user,
		action: 'export',
		subject: file.name,
		detail: { edition: file.edition }
	});
	return new Response(file.content, {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': `attachment; filename="${file.name}"`,
			'Cache-Control': 'private, no-store'
		}
	});
};
