// Saved recipes as one file, out and in.
import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { recipeSchema } from '$lib/import/answers';
import { record } from '$lib/server/audit';
import { database } from '$lib/server/database/connect';
import { recipeFile, saveRecipes } from '$lib/server/recipes';
import { readSmallJson } from '$lib/server/small-json';
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

export const POST: RequestHandler = async ({ locals, request }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const body = await readSmallJson(request, largestBytes);
	if (body.outcome === 'too_large') {
		error(413, { message: 'Filen är för stor för att vara recept. Välj en annan fil.' });
	}
	if (body.outcome === 'broken') {
		error(400, { message: 'Filen är inget recept: den är inte giltig JSON. Välj en annan fil.' });
	}
	const parsed = v.safeParse(recipeSchema, body.value);
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
