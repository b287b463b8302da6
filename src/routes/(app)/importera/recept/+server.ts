// Saved recipes as one file, out and in.
import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { recipeSchema } from '$lib/import/answers';
import { record } from '$lib/server/audit';
import { database } from '$lib/server/database/connect';
import { chunksOf } from '$lib/server/editions/byte-stream';
import { recipeFile, saveRecipes } from '$lib/server/recipes';
import { accountText } from '$lib/text/accounts';
import type { RequestHandler } from './$types';

const largestBytes = 1 << 20;
const mostRecipes = 500;

export const GET: RequestHandler = async ({ locals }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const file = await recipeFile();
	await record(database(), {
		user: locals.user,
		action: 'export',
		subject: 'recept.json',
		detail: { rows: file.recept.length }
	});
	return new Response(`${JSON.stringify(file, null, '\t')}\n`, {
		headers: {
			'Content-Type': 'application/json; charset=utf-8',
			'Content-Disposition': 'attachment; filename="recept.json"',
			'Cache-Control': 'private, no-store'
		}
	});
};

/** The body as text; null when it is larger than any file of recipes. */
async function smallText(request: Request): Promise<string | null> {
	const parts: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of chunksOf(request.body)) {
		bytes += chunk.length;
		if (bytes > largestBytes) return null;
		parts.push(chunk);
	}
	return Buffer.concat(parts).toString('utf8');
}

function jsonIn(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		return error(400, { message: 'Filen är inget recept: den är inte giltig JSON. Välj en annan fil.' });
	}
}

export const POST: RequestHandler = async ({ locals, request }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const text = await smallText(request);
	if (text === null) error(413, { message: 'Filen är för stor för att vara recept. Välj en annan fil.' });
	const parsed = v.safeParse(recipeSchema, jsonIn(text));
	if (!parsed.success) {
		const [issue] = parsed.issues;
		const place = v.getDotPath(issue);
		error(422, {
			message: `Filen är inget recept som Genomlys kan läsa. ${place ? `Felet finns vid ${place}.` : 'Den ska ha format och recept.'} Inget är sparat.`
		});
	}
	if (parsed.output.recept.length > mostRecipes) {
		error(422, { message: `Filen har fler än ${mostRecipes} recept. Dela den och läs in delarna.` });
	}
	return json(await saveRecipes(parsed.output, locals.user));
};
