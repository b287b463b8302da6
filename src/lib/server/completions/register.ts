// What the register of contracts says in the current edition, to those who complete it.
import type { Access } from '$lib/domain/access';
import type { ContractValues } from '$lib/domain/completion';
import { editionMeta, type EditionMeta } from '$lib/queries/edition-meta';
import { ask } from '$lib/queries/query';
import { contractRegister } from '$lib/queries/contract-register';
import { currentEdition, editionFile } from '../editions/edition';
import type { Installation } from '../editions/installation';
import { openNative } from '../engine/native-engine';

/** What is asked before a completion is kept: of the whole register, whatever the person is sent. */
const wholeRegister: Access = { role: 'controller', rights: [], units: null };

/** The lines of one contract as all of the register has them. Empty when it is not there. */
export async function linesOfContract(contractId: string, where: Installation): Promise<ContractValues[]> {
	return (await register(contractId, wholeRegister, where))?.lines ?? [];
}

/** The lines of the person's own slice, with what that slice is; null before anything is published. */
export async function seenLines(
	access: Access,
	where: Installation
): Promise<{ lines: ContractValues[]; meta: EditionMeta } | null> {
	return register(null, access, where);
}

async function register(
	contractId: string | null,
	access: Access,
	where: Installation
): Promise<{ lines: ContractValues[]; meta: EditionMeta } | null> {
	const offered = await currentEdition(access, where);
	const file = offered && (await editionFile(offered.edition, offered.hash, access, where));
	if (!file) return null;
	const engine = await openNative({ path: file.path, readOnly: true });
	try {
		return { lines: await ask(engine, contractRegister, contractId), meta: await editionMeta(engine) };
	} finally {
		await engine.close();
	}
}
