// Where the cells of a slice lie: in a file beside it, made at publishing, or when first asked for where an earlier version of
// the program made none.
import { stat } from 'node:fs/promises';
import { cellFormat } from '$lib/crossfilter/cell-file';
import { packedCells } from './build-cells';
import { writeDurably } from './durable-file';

const making = new Map<string, Promise<void>>();

/**
 * The file of a slice's cells, compressed with gzip.
 * @throws EngineError for an edition that is too old to have what cells are made of
 */
export async function keptCells(slicePath: string): Promise<{ path: string; bytes: number }> {
	const path = `${slicePath.replace(/\.duckdb$/, '')}.celler-${cellFormat}.gz`;
	const known = await stat(path).catch(() => null);
	if (known) return { path, bytes: known.size };
	const made = making.get(path) ?? packedCells(slicePath).then((cells) => writeDurably(path, cells));
	making.set(path, made);
	await made.finally(() => making.delete(path));
	return { path, bytes: (await stat(path)).size };
}
