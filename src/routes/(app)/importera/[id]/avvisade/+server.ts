// The rejected rows of an import, to be mended and imported again.
import { error } from '@sveltejs/kit';
import { record } from '$lib/server/audit';
import { database } from '$lib/server/database/connect';
import { rejectedRows } from '$lib/server/editions/rejected-rows';
import { routeNumber } from '$lib/server/editions/route-number';
import { accountText } from '$lib/text/accounts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const id = routeNumber(params.id);
	const rejected = id === null ? null : await rejectedRows(id);
	if (!rejected) error(404, { message: 'Filen finns inte.' });
	await record(database(), {
		user: locals.user,
		action: 'export',
		subject: 'avvisade rader',
		detail: { import: id, file: rejected.import.fileName }
	});
	return new Response(rejected.body, {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': `attachment; filename="${rejected.fileName}"`,
			'Cache-Control': 'private, no-store'
		}
	});
};
