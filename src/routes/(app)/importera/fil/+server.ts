// Receives one file: the query says what it is called and belongs to, the body is how to read it and then the file as it is.
import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { answersSchema, type Answers } from '$lib/import/answers';
import { chunksOf, splitBody } from '$lib/server/editions/byte-stream';
import { receiveFile } from '$lib/server/editions/receive-file';
import type { Receipt } from '$lib/server/editions/receipt';
import { accountText } from '$lib/text/accounts';
import type { RequestHandler } from './$types';

const wholeNumber = v.pipe(v.string(), v.regex(/^-?\d{1,15}$/), v.transform(Number));

const querySchema = v.object({
	namn: v.pipe(v.string(), v.minLength(1)),
	/** So many bytes at the start of the body are JSON of Answers: those of a wide file are too long for an address. */
	svarsbyte: v.optional(v.pipe(wholeNumber, v.minValue(0), v.maxValue(1 << 20))),
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

/** Null when they cannot be read. */
function answersIn(bytes: Uint8Array): Answers | null {
	if (!bytes.length) return {};
	let value: unknown;
	try {
		value = JSON.parse(Buffer.from(bytes).toString('utf8'));
	} catch {
		return null;
	}
	const parsed = v.safeParse(answersSchema, value);
	return parsed.success ? parsed.output : null;
}

/** A browser shows an answer only when it has sent everything. */
async function readToEnd(body: AsyncGenerator<Uint8Array>): Promise<void> {
	for await (const _ of body);
}

export const POST: RequestHandler = async ({ locals, request, url }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const query = v.safeParse(querySchema, Object.fromEntries(url.searchParams));
	if (!query.success) {
		error(400, {
			message: 'Uppgifterna om filen går inte att läsa. Kontrollera kontrollsumman och ladda om sidan.'
		});
	}
	const { first, rest } = await splitBody(chunksOf(request.body), query.output.svarsbyte ?? 0);
	const answers = answersIn(first);
	if (!answers) {
		await readToEnd(rest);
		error(400, { message: 'Svaren om filen går inte att läsa. Ladda om sidan och försök igen.' });
	}
	const { namn, kontrollsumma, kontrollrader, kontrollkalla, ersatter, rattar } = query.output;
	const receipt = await receiveFile({
		name: namn,
		body: rest,
		original: query.output.original,
		answers,
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
