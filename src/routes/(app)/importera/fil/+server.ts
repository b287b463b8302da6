// Receives one file: the body is the file as it is, the query says what it is called and how to read it.
import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { answersSchema, type Answers } from '$lib/import/answers';
import { chunksOf } from '$lib/server/editions/byte-stream';
import { receiveFile, type Receipt } from '$lib/server/editions/receive-file';
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
	ersatter: v.optional(v.pipe(wholeNumber, v.minValue(1)))
});

const statuses: Readonly<Record<Receipt['outcome'], number>> = {
	accepted: 201,
	unchanged: 200,
	refused: 422
};

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
		error(400, { message: 'Filens namn eller kontrollsumma går inte att läsa. Kontrollera talen.' });
	}
	const { namn, svar, kontrollsumma, kontrollrader, ersatter } = query.output;
	const receipt = await receiveFile({
		name: namn,
		body: chunksOf(request.body),
		answers: answersIn(svar),
		controlSum: kontrollsumma,
		controlRows: kontrollrader,
		replaces: ersatter,
		user: locals.user
	});
	return json(receipt, { status: statuses[receipt.outcome] });
};
