import * as v from 'valibot';
import type { Engine } from '$lib/engine/engine';
import { ask, defineQuery } from './query';

const metaQuery = defineQuery({
	name: 'edition-meta',
	question: 'Vilken utgåva är det, och till och med när räcker den?',
	statement: () => ({ sql: 'SELECT key, value FROM meta', parameters: [] }),
	row: v.object({ key: v.string(), value: v.nullable(v.string()) })
});

/** What an edition says about itself. Months are `YYYY-MM`, `today` an ISO day. */
export interface EditionMeta {
	edition: number;
	published: string;
	ruleVersion: number;
	dataFrom: string | null;
	dataTo: string | null;
	today: string;
	municipality: string;
	reconciled: boolean;
	level: 'full' | 'open';
}

/** Reads the edition's own facts. */
export async function editionMeta(engine: Engine): Promise<EditionMeta> {
	const rows = await ask(engine, metaQuery, undefined);
	const meta = new Map(rows.map(({ key, value }) => [key, value]));
	return {
		edition: Number(meta.get('edition') ?? 0),
		published: meta.get('published') ?? '',
		ruleVersion: Number(meta.get('rule_version') ?? 0),
		dataFrom: meta.get('data_from') ?? null,
		dataTo: meta.get('data_to') ?? null,
		today: meta.get('today') ?? '',
		municipality: meta.get('municipality') ?? '',
		reconciled: meta.get('reconciled') === 'ja',
		level: meta.get('level') === 'open' ? 'open' : 'full'
	};
}
