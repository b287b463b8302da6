// Slices for people who may see some nämnder only. They are built when first asked for, and lie in the edition's folder
// from then on, each with a small description beside it.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Slice } from '$lib/domain/access';
import { moveIntoPlace, unfinishedName, writeDurably } from './durable-file';
import { editionsFolder, slicingPrefix } from './edition-folder';
import type { Installation } from './installation';
import { manifestSchema, sliceFileSchema, type SliceFile } from './manifest';
import { buildSlice } from './slice';
import { finishSlice } from './slice-file';

export interface FoundSlice {
	path: string;
	slice: SliceFile;
}

const building = new Map<string, Promise<FoundSlice>>();

/** The slice of some nämnder, built if nobody has asked for it before. */
export function scopedSlice(
	editionFolder: string,
	manifest: unknown,
	slice: Slice,
	where: Installation
): Promise<FoundSlice> {
	const key = createHash('sha256').update(JSON.stringify(slice)).digest('hex').slice(0, 32);
	const folder = join(editionFolder, 'scoped');
	const description = join(folder, `${key}.json`);
	const known = building.get(description);
	if (known) return known;
	const found = readOrBuild({ editionFolder, folder, description, manifest, slice, where });
	building.set(description, found);
	found.finally(() => building.delete(description)).catch(() => undefined);
	return found;
}

interface Order {
	editionFolder: string;
	folder: string;
	description: string;
	manifest: unknown;
	slice: Slice;
	where: Installation;
}

async function readOrBuild(order: Order): Promise<FoundSlice> {
	const { folder, description } = order;
	const text = await readFile(description, 'utf8').catch(() => null);
	const slice = text === null ? await build(order) : v.parse(sliceFileSchema, JSON.parse(text) as unknown);
	return { path: join(folder, slice.file), slice };
}

async function build({ editionFolder, folder, description, manifest, slice, where }: Order) {
	const full = v.parse(manifestSchema, manifest).slices.find((known) => known.level === 'full');
	if (!full) throw new Error('The edition has no full slice');
	const aside = join(editionsFolder(where.dataDirectory), unfinishedName(slicingPrefix));
	await mkdir(aside, { mode: 0o700 });
	try {
		const path = join(aside, 'slice.duckdb');
		await buildSlice(join(editionFolder, full.file), path, slice);
		const finished = await finishSlice(path, slice);
		await mkdir(folder, { recursive: true, mode: 0o700 });
		await moveIntoPlace(join(aside, finished.file), join(folder, finished.file));
		await writeDurably(description, JSON.stringify(finished, null, '\t'));
		return finished;
	} finally {
		await rm(aside, { recursive: true, force: true });
	}
}
