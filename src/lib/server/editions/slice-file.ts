// A finished slice: its file named by its content, and the answers that are delivered with it.
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Slice } from '$lib/domain/access';
import { startAnswers, type StartAnswers } from '$lib/queries/start-answers';
import { openNative } from '$lib/server/engine/native-engine';
import { flushFile, hashFile } from './durable-file';
import { answersFormat, type SliceFile } from './manifest';

/** The answers of the start page, on a slice's own file. */
export async function answersOf(path: string): Promise<StartAnswers> {
	const engine = await openNative({ path, readOnly: true });
	try {
		return await startAnswers(engine);
	} finally {
		await engine.close();
	}
}

/** Names a newly built slice by its content, in the folder where it lies. */
export async function finishSlice(path: string, slice: Slice): Promise<SliceFile> {
	const answers = await answersOf(path);
	const { hash, bytes } = await hashFile(path);
	const file = `${slice.level}-${hash.slice(0, 32)}.duckdb`;
	const named = join(dirname(path), file);
	await rename(path, named);
	await flushFile(named);
	const units = slice.units === null ? null : [...slice.units];
	return { level: slice.level, units, hash, bytes, file, answersFormat, answers };
}
