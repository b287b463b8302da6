// The batch command: `npm run genomlys -- rapport --data KATALOG --ut KATALOG [--per ÅÅÅÅ-MM-DD] [--recept FIL] [--regler FIL]`.
// Exit 0: all accepted. 1: finished with rejected rows or files. 2: could not run.
import { readFile, realpath, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { recipeSchema, type Recipe } from '$lib/import/answers';
import type { ImportResult } from '$lib/import/import-file';
import { folderSources } from '$lib/server/report/folder';
import { runReport } from '$lib/server/report/run-report';
import { ruleSetSchema, type RuleSet } from '$lib/tagging/rule';

const usage = `Användning: npm run genomlys -- rapport --data KATALOG --ut KATALOG [--per ÅÅÅÅ-MM-DD] [--recept FIL] [--regler FIL]

  --data    katalogen med filer, som känns igen på sitt innehåll
  --ut      katalogen för resultatet, skapas om den saknas
  --per     ”i dag” för avtalen; utan den gäller dagens datum. Filtrerar inga rader
  --recept  svar på det en fil inte säger själv (JSON, se README)
  --regler  taggreglerna (JSON, se README); utan den gäller de förvalda för Kommun-Bas`;

class CannotRun extends Error {}

interface Request {
	data: string;
	output: string;
	today: Day;
	recipe: Recipe | null;
	/** Undefined: the rules that ship. */
	rules: RuleSet | undefined;
}

function todayInSweden(): Day {
	const text = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' }).format(
		new Date()
	);
	const day = parseIsoDay(text);
	if (!day) throw new CannotRun(`Dagens datum kunde inte läsas: ${text}`);
	return day;
}

/** A JSON file that a schema describes. `what` is what messages call it: `Receptet`. */
async function readJson<Output>(
	path: string,
	what: string,
	schema: v.GenericSchema<unknown, Output>
): Promise<Output> {
	const text = await readFile(path, 'utf8').catch(() => {
		throw new CannotRun(`${what} ${path} går inte att läsa.`);
	});
	let json: unknown;
	try {
		json = JSON.parse(text.replace(/^\ufeff/, ''));
	} catch (error) {
		throw new CannotRun(
			`${what} ${path} är inte giltig JSON: ${error instanceof Error ? error.message : String(error)}`
		);
	}
	const parsed = v.safeParse(schema, json);
	if (parsed.success) return parsed.output;
	const [issue] = parsed.issues;
	throw new CannotRun(`${what} ${path} stämmer inte vid ${v.getDotPath(issue) ?? 'roten'}: ${issue.message}`);
}

/** Links and relative paths looked through; a folder that is not made yet is no other. */
async function isSameFolder(first: string, second: string): Promise<boolean> {
	const [a, b] = await Promise.all([first, second].map((path) => realpath(path).catch(() => null)));
	return a !== null && a === b;
}

async function readRequest(): Promise<Request> {
	let parsed;
	try {
		parsed = parseArgs({
			allowPositionals: true,
			options: {
				data: { type: 'string' },
				ut: { type: 'string' },
				per: { type: 'string' },
				recept: { type: 'string' },
				regler: { type: 'string' },
				help: { type: 'boolean', short: 'h' }
			}
		});
	} catch (error) {
		throw new CannotRun(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
	}
	const { values, positionals } = parsed;
	if (values.help) {
		console.log(usage);
		process.exit(0);
	}
	if (positionals[0] !== 'rapport' || positionals.length > 1) throw new CannotRun(usage);
	if (!values.data || !values.ut) throw new CannotRun(`Ange både --data och --ut.\n\n${usage}`);
	const folder = await stat(values.data).catch(() => null);
	if (!folder?.isDirectory()) throw new CannotRun(`Katalogen ${values.data} finns inte.`);
	if (await isSameFolder(values.data, values.ut)) {
		throw new CannotRun(
			'--ut är samma katalog som --data. Resultatet skulle skriva över filerna och räknas med nästa gång: välj en annan.'
		);
	}
	const today = values.per === undefined ? todayInSweden() : parseIsoDay(values.per);
	if (!today) throw new CannotRun(`--per ${values.per} är inget datum. Skriv ÅÅÅÅ-MM-DD.`);
	return {
		data: values.data,
		output: values.ut,
		today,
		recipe: values.recept === undefined ? null : await readJson(values.recept, 'Receptet', recipeSchema),
		rules:
			values.regler === undefined ? undefined : await readJson(values.regler, 'Regelfilen', ruleSetSchema)
	};
}

/** `bok.xlsx · Kostnader` where a file has several tables. */
function nameOfPart({ fileName, plan, answers, unreadSheets }: ImportResult): string {
	const part = unreadSheets.length || answers.blad !== undefined ? (plan?.sheet ?? answers.blad) : '';
	return part ? `${fileName} · ${part}` : fileName;
}

/** Which recipe was used, and what is not as it was when the recipe was saved. */
function recipeWords({ recipe }: ImportResult): string {
	if (!recipe) return '';
	const changes = [
		recipe.difference?.missing.length ? `saknas: ${recipe.difference.missing.join(', ')}` : '',
		recipe.difference?.added.length ? `nya: ${recipe.difference.added.join(', ')}` : ''
	].filter(Boolean);
	const changed = changes.length ? ` Kolumnerna är ändrade (${changes.join('; ')}).` : '';
	return ` Recept: ${recipe.name}.${changed}`;
}

async function main(): Promise<number> {
	const request = await readRequest();
	const sources = await folderSources(request.data, request.output);
	if (!sources.length) throw new CannotRun(`Katalogen ${request.data} har inga filer.`);
	const outcome = await runReport({
		sources,
		outputFolder: request.output,
		today: request.today,
		recipe: request.recipe,
		rules: request.rules,
		municipality: process.env.GENOMLYS_KOMMUN ?? '',
		onFile: ({ result }) => {
			const { totals, problem } = result;
			const name = nameOfPart(result);
			console.log(
				problem
					? `${name}: inte inläst. ${problem.message}`
					: `${name}: ${totals?.accepted} godkända, ${totals?.rejected} avvisade, ${totals?.empty} tomma rader.${recipeWords(result)}`
			);
		}
	});
	console.log(
		`${outcome.files} tabeller ur ${sources.length} filer lästa, ${outcome.refusedFiles} inte inlästa, ${outcome.acceptedRows} rader godkända, ${outcome.rejectedRows} avvisade. Resultatet ligger i ${request.output}.`
	);
	return outcome.refusedFiles || outcome.rejectedRows ? 1 : 0;
}

main().then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		console.error(error instanceof CannotRun ? error.message : error);
		process.exitCode = 2;
	}
);
