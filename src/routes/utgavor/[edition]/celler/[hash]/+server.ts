// Hands out the cells of the signed-in person's own slice of an edition. They are kept and deleted as the slice itself is, so
// no cache may hold them.
import { error } from '@sveltejs/kit';
import { fileStream } from '$lib/server/editions/byte-stream';
import { editionCells } from '$lib/server/editions/edition';
import { routeNumber } from '$lib/server/editions/route-number';
import { accountText } from '$lib/text/accounts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	if (!locals.access) error(401, { message: accountText.refused.signedOut });
	const id = routeNumber(params.edition);
	const file = id === null ? null : await editionCells(id, params.hash, locals.access);
	if (!file) error(404, { message: 'Utgåvan finns inte. Ladda om sidan för att hämta den som gäller.' });
	return new Response(await fileStream(file.path), {
		headers: {
			'Content-Type': 'application/octet-stream',
			'Content-Encoding': 'gzip',
			'Content-Length': String(file.bytes),
			'Cache-Control': 'private, no-store'
		}
	});
};
