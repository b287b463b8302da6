// A hand-made edition for tests: CSV texts go the whole way through import, staging and building.
import { bytesSource, type ByteSource } from '$lib/read/byte-source';
import { buildEdition } from '$lib/server/editions/build';
import { Staging } from '$lib/server/editions/staging';
import { type NativeDatabase, openNative } from '$lib/server/engine/native-engine';
import { numbersInOrder } from '$lib/import/cells/personal-data';
import { defaultRules } from '$lib/tagging/default-rules';
import { unlocked, type Tagging } from '$lib/tagging/locked-months';

/**
 * Opens an edition built from files.
 * @param files file name → its lines, the header first
 */
export async function smallEdition(
	files: Record<string, readonly string[]>,
	tagging: Tagging = unlocked(defaultRules)
): Promise<NativeDatabase> {
	const encoder = new TextEncoder();
	const sources = Object.entries(files).map(([name, lines]) =>
		bytesSource(name, encoder.encode(`\ufeff${lines.join('\r\n')}\r\n`))
	);
	return editionOf(sources, tagging);
}

/** Opens an edition built from sources, each accepted whole. */
export async function editionOf(
	sources: readonly ByteSource[],
	tagging: Tagging = unlocked(defaultRules)
): Promise<NativeDatabase> {
	const database = await openNative({ threads: 1 });
	const staging = await Staging.create(database);
	const soleTraders = numbersInOrder();
	for (const [index, source] of sources.entries()) {
		const { result } = await staging.add(source, { fileId: index + 1, soleTraders });
		if (result.problem) throw new Error(`${source.name}: ${result.problem.message}`);
		const rejected = result.totals?.rejected ?? 0;
		if (rejected) throw new Error(`${source.name}: ${rejected} rows were rejected.`);
	}
	await database.execute("ATTACH ':memory:' AS edition");
	await buildEdition(staging, {
		edition: 1,
		published: '2026-09-01T08:00:00.000Z',
		municipality: 'Testköping',
		today: '2026-08-31',
		tagging
	});
	await database.execute('USE edition');
	return database;
}
