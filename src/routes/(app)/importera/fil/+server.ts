// Receives one file: the body is the file as it is, the query says what it is called and how to read it.
import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { answersSchema, type Answers } from '$lib/import/answers';
import { chunksOf } from '$lib/server/editions/byte-stream';
import { receiveFile } from '$lib/server/editions/receive-file';
import type { Receipt } from '$lib/server/editions/receipt';
import { accountText } from '$lib/text/accounts';
import type { RequestHandler } from './$types';

const wholeNumber = v.pipe(v.string(), v.regex(/^-?\d{1,15}$/), v.transform(Number));

const querySchema = v.object({
	namn: v.pipe(v.string(), v.minLength(1)),
	/** JSON of Answers. */
	svar: v.optional(v.string()),
	/** Öre. */
	kontrollsumma: v.optional(wholeNumber),
	kontrollrader: v.optional(v.pipe(wholeNumber, v.minValue(0))),
	/** Where the control total comes from, when it is not typed. */
	kontrollkalla: v.optional(v.pipe(v.string(), v.maxLength(300))),
	/** The import that the file takes the place of. */
	ersatter: v.optional(v.pipe(wholeNumber, v.minValue(1))),
	/** The import whose rejected rows the file holds, mended. */
	rattar: v.optional(v.pipe(wholeNumber, v.minValue(1))),
	/** Name of the recipe that the answers come from. */
	recept: v.optional(v.pipe(v.string(), v.maxLength(300))),
	/** What the page calls this upload, to ask how far it has come. */
	nyckel: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/))),
	/** SHA-256 of an original that the server has; then the body is empty. */
	original: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)))
});

function statusOf(receipt: Receipt): number {
	if (receipt.outcome === 'accepted') return 201;
	if (receipt.outcome === 'unchanged') return 200;
	return receipt.cause === 'state' ? 409 : receipt.cause === 'broken' ? 400 : 422;
}

function answersIn(text: string | undefined): Answers {
	if (text === undefined) return {};
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		value = null;
	}
	const parsed = v.safeParse(answersSchema, value);
	if (!parsed.success)
		error(400, { message: 'Svaren om filen går inte att läsa. Ladda om sidan och försök igen.' });
	return parsed.output;
}

export const POST: RequestHandler = async ({ locals, request, url }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const query = v.safeParse(querySchema, Object.fromEntries(url.searchParams));
	if (!query.success) {
		error(400, {
			message: 'Uppgifterna om filen går inte att läsa. Kontrollera kontrollsumman och ladda om sidan.'
		});
	}
	const { namn, svar, kontrollsumma, kontrollrader, kontrollkalla, ersatter, rattar } = query.output;
	const receipt = await receiveFile({
		name: namn,
		body: chunksOf(request.body),
		original: query.output.original,
		answers: answersIn(svar),
		controlSum: kontrollsumma,
		controlRows: kontrollrader,
		controlSource: kontrollkalla,
		replaces: ersatter,
		corrects: rattar,
		recipe: query.output.recept,
		key: query.output.nyckel,
		user: locals.user
	});
	if (receipt.outcome === 'refused') {
		if (receipt.cause === 'original') error(404, { message: receipt.message });
		return json(receipt, { status: statusOf(receipt) });
	}
	// The names of a register are for the server's own use, and may be many.
	const { report, ...known } = receipt.import;
	return json(
		{ ...receipt, import: { ...known, report: { ...report, keys: null } } },
		{ status: statusOf(receipt) }
	);
};
