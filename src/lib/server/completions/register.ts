// What the registers of contracts and systems say in the current edition, to those who complete it.
import type { Access } from '$lib/domain/access';
import type { CompletedKind, RecordValues } from '$lib/domain/completion';
import { editionMeta, type EditionMeta } from '$lib/queries/edition-meta';
import { ask } from '$lib/queries/query';
import { contractRegister } from '$lib/queries/contract-register';
import { systemLines } from '$lib/queries/system-lines';
import { currentEdition, editionFile } from '../editions/edition';
import type { Installation } from '../editions/installation';
import { openNative } from '../engine/native-engine';

/** What is asked before a completion is kept: of the whole register, whatever the person is sent. */
const wholeRegister: Access = { role: 'controller', rights: [], units: null };

const registers = { contract: contractRegister, system: systemLines } as const;

/** The lines of one record as all of the register has them. Empty when it is not there. */
export async function linesOfRecord(
	kind: CompletedKind,
	id: string,
	where: Installation
): Promise<RecordValues[]> {
	return (await register(kind, id, wholeRegister, where))?.lines ?? [];
}

/** All lines of a register. Empty before anything is published. */
export async function wholeRegisterLines(kind: CompletedKind, where: Installation): Promise<RecordValues[]> {
	return (await register(kind, null, wholeRegister, where))?.lines ?? [];
}

/** The lines of the person's own slice, with what that slice is; null before anything is published. */
export async function seenLines(
	kind: CompletedKind,
	access: Access,
	where: Installation
): Promise<{ lines: RecordValues[]; meta: EditionMeta } | null> {
	return register(kind, null, access, where);
}

async function register(
	kind: CompletedKind,
	id: string | null,
	access: Access,
	where: Installation
): Promise<{ lines: RecordValues[]; meta: EditionMeta } | null> {
	const offered = await currentEdition(access, where);
	const file = offered && (await editionFile(offered.edition, offered.hash, access, where));
	if (!file) return null;
	const engine = await openNative({ path: file.path, readOnly: true });
	try {
		return { lines: await ask(engine, registers[kind], id), meta: await editionMeta(engine) };
	} finally {
		await engine.close();
	}
}
