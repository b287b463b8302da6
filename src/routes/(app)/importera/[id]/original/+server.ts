// The original of an import, byte for byte: to keep, and to compare a corrected file with.
import { stat } from 'node:fs/promises';
import { error } from '@sveltejs/kit';
import { record } from '$lib/server/audit';
import { database } from '$lib/server/database/connect';
import { fileStream } from '$lib/server/editions/byte-stream';
import { importById } from '$lib/server/editions/imports';
import { installation } from '$lib/server/editions/installation';
import { originalPath } from '$lib/server/editions/original';
import { routeNumber } from '$lib/server/editions/route-number';
import { accountText } from '$lib/text/accounts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const where = installation();
	const id = routeNumber(params.id);
	const found = id === null ? null : await importById(id, where);
	if (!found) error(404, { message: 'Filen finns inte.' });
	const path = originalPath(where.dataDirectory, found.sha256);
	const kept = await stat(path).catch(() => null);
	if (kept?.size !== found.bytes) {
		error(410, { message: `Originalet till ${found.fileName} saknas eller är skadat.` });
	}
	await record(database(), {
		user: locals.user,
		action: 'export',
		subject: 'original',
		detail: { import: found.id, file: found.fileName }
	});
	return new Response(await fileStream(path), {
		headers: {
			'Content-Type': 'application/octet-stream',
			'Content-Length': String(found.bytes),
			'Content-Disposition': `attachment; filename*=UTF-8''${encodeName(found.fileName)}`,
			'Content-Security-Policy': "default-src 'none'; sandbox",
			'X-Content-Type-Options': 'nosniff',
			'Cache-Control': 'private, no-store'
		}
	});
};

/** As a header's value may hold it (RFC 8187). */
function encodeName(name: string): string {
	return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
