// The indicators of dependence of a slice, in a file beside it: made at publishing, or when first asked for where an earlier
// version of the program made none, so that a trend over editions does not open each of them anew.
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { noFilters } from '$lib/domain/filters';
import { dependenceReading } from '$lib/queries/dependence';
import { editionMeta } from '$lib/queries/edition-meta';
import { keptIndicatorsSchema, type KeptIndicators } from '$lib/queries/indicator-schema';
import { latestYear } from '$lib/queries/latest-year';
import { openNative } from '$lib/server/engine/native-engine';
import { writeDurably } from './durable-file';

/** Raise it when an indicator is counted in another way, or comes or goes. */
const indicatorFormat = 1;

const making = new Map<string, Promise<KeptIndicators>>();

/**
 * The indicators of a slice.
 * @throws EngineError for an edition that is too old to have what they are made of
 */
export async function keptIndicators(slicePath: string): Promise<KeptIndicators> {
	const path = `${slicePath.replace(/\.duckdb$/, '')}.nyckeltal-${indicatorFormat}.json`;
	const text = await readFile(path, 'utf8').catch(() => null);
	if (text !== null) return v.parse(keptIndicatorsSchema, JSON.parse(text) as unknown);
	const made = making.get(path) ?? make(slicePath, path);
	making.set(path, made);
	return made.finally(() => making.delete(path));
}

async function make(slicePath: string, path: string): Promise<KeptIndicators> {
	const engine = await openNative({ path: slicePath, readOnly: true });
	try {
		const meta = await editionMeta(engine);
		const period = latestYear(meta);
		const { indicators } = await dependenceReading(engine, { ...noFilters, period }, meta);
		const kept = { period, indicators };
		await writeDurably(path, JSON.stringify(kept));
		return kept;
	} finally {
		await engine.close();
	}
}
