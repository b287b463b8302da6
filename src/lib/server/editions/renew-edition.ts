// A new version of the program may ask what an edition of the old one cannot answer. The current edition is then built anew
// when the server starts, from the very imports, rules, locks, completions and added systems that it was built from.
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { edition } from '../database/schema';
import { log } from '../log';
import { taggingBy } from '../rules/current-tagging';
import { activeLocks } from '../rules/period-locks';
import { currentRules, ruleSetOf } from '../rules/rule-versions';
import { importById } from './imports';
import { installation, type Installation } from './installation';
import { editionFormat, manifestSchema } from './manifest';
import { publishEdition } from './publish';
import { PublishProblem } from './publish-status';

export type Renewal =
	| { outcome: 'current' }
	| { outcome: 'renewed'; edition: number }
	/** The old edition stays; `message` is a Swedish sentence for whoever starts the server. */
	| { outcome: 'failed'; message: string };

/** Builds the current edition anew where its format is older than the program's. Files not yet published stay so. */
export async function renewOutdatedEdition(where: Installation = installation()): Promise<Renewal> {
	const [current] = await where.database.select().from(edition).where(eq(edition.status, 'current'));
	if (!current) return { outcome: 'current' };
	const manifest = v.parse(manifestSchema, current.manifest);
	if (manifest.format >= editionFormat) return { outcome: 'current' };
	const imports = [];
	for (const file of manifest.files) {
		const known = await importById(file.import, where);
		if (!known) return failed(current.id, `Filen ${file.name} finns inte i databasen.`);
		imports.push(known);
	}
	try {
		const rules = (await ruleSetOf(manifest.ruleVersion, where)) ?? (await currentRules(where));
		const tagging = await taggingBy(rules, manifest.locks ?? (await activeLocks(where)), where);
		const renewed = await publishEdition(
			{ user: null, imports, tagging, completion: manifest.completion, added: manifest.added },
			where
		);
		return { outcome: 'renewed', edition: renewed.edition };
	} catch (error) {
		if (error instanceof PublishProblem) return failed(current.id, error.message);
		log.error({ err: error, edition: current.id }, 'an edition of an older format could not be built anew');
		return failed(current.id, 'Felet står i loggen.');
	}
}

function failed(number: number, reason: string): Renewal {
	return {
		outcome: 'failed',
		message: `Utgåva ${number} är byggd av en äldre version och kunde inte byggas om: ${reason} Sidor kan sakna siffror tills en ny utgåva är publicerad.`
	};
}
