// Notes in the audit log that somebody has taken figures out: what, with which filters, from which edition.
import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { maskPersonalNumbers } from '$lib/import/cells/personal-data';
import { record } from '$lib/server/audit';
import { database } from '$lib/server/database/connect';
import { accountText } from '$lib/text/accounts';
import type { RequestHandler } from './$types';

/** A search word in a filter may be a personnummer, and the log keeps what it gets for good. */
const words = (longest: number) =>
	v.pipe(
		v.string(),
		v.maxLength(longest),
		v.transform((text) => maskPersonalNumbers(text).text)
	);

const withdrawalSchema = v.object({
	/** What was taken out, such as the name of the file. */
	what: v.pipe(words(200), v.minLength(1)),
	/** The filters as they stand in the address, decoded. */
	filter: words(4000),
	edition: v.pipe(v.number(), v.integer(), v.minValue(0))
});

export const POST: RequestHandler = async ({ locals, request }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const parsed = v.safeParse(withdrawalSchema, await request.json().catch(() => null));
	if (!parsed.success) error(400, { message: 'Uttaget kunde inte noteras.' });
	const { what, filter, edition } = parsed.output;
	await record(database(), {
		user: locals.user,
		action: 'export',
		subject: what,
		detail: { filter, edition }
	});
	return new Response(null, { status: 204 });
};
