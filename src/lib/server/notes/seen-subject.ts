// Whether somebody who sees some nämnder sees a supplier, a nämnd or a system: as its page answers it, on the same slice.
import type { Access } from '$lib/domain/access';
import type { Subject } from '$lib/domain/subject';
import type { Engine } from '$lib/engine/engine';
import { ask } from '$lib/queries/query';
import { supplierFacts } from '$lib/queries/supplier-facts';
import { systemFacts } from '$lib/queries/system-facts';
import { unitFacts } from '$lib/queries/unit-facts';
import { currentEdition, editionFile } from '../editions/edition';
import type { Installation } from '../editions/installation';
import { openNative } from '../engine/native-engine';

/** The rows that a page starts from: none where the slice does not hold its subject. */
function factsOf(engine: Engine, { kind, key }: Subject): Promise<readonly unknown[]> {
	if (kind === 'supplier') return ask(engine, supplierFacts, key);
	return kind === 'unit' ? ask(engine, unitFacts, key) : ask(engine, systemFacts, key);
}

/** Always true for the whole municipality, also for what has left the ledger. */
export async function seesSubject(subject: Subject, access: Access, where: Installation): Promise<boolean> {
	if (access.units === null) return true;
	if (subject.kind === 'unit' && !access.units.includes(subject.key)) return false;
	const offered = await currentEdition(access, where);
	const file = offered && (await editionFile(offered.edition, offered.hash, access, where));
	if (!file) return false;
	const engine = await openNative({ path: file.path, readOnly: true });
	try {
		return (await factsOf(engine, subject)).length > 0;
	} finally {
		await engine.close();
	}
}
