// Whether somebody who sees some nämnder sees a supplier, a nämnd, a system or a contract: as its page answers it, on the
// same slice.
import type { Access } from '$lib/domain/access';
import type { SubjectKind } from '$lib/domain/subject';
import type { Engine } from '$lib/engine/engine';
import { contractOwner } from '$lib/queries/contract-owner';
import { ask } from '$lib/queries/query';
import { supplierFacts } from '$lib/queries/supplier-facts';
import { systemFacts } from '$lib/queries/system-facts';
import { unitFacts } from '$lib/queries/unit-facts';
import { openNative } from '../engine/native-engine';
import { currentEdition, editionFile } from './edition';
import type { Installation } from './installation';

/** What has a page of its own. */
interface SeenSubject {
	kind: SubjectKind | 'contract';
	key: string;
}

/** The rows that a page starts from: none where the slice does not hold its subject. */
function factsOf(engine: Engine, { kind, key }: SeenSubject): Promise<readonly unknown[]> {
	switch (kind) {
		case 'supplier':
			return ask(engine, supplierFacts, key);
		case 'unit':
			return ask(engine, unitFacts, key);
		case 'system':
			return ask(engine, systemFacts, key);
		case 'contract':
			return ask(engine, contractOwner, key);
	}
}

/** Always true for the whole municipality, also for what has left the ledger. */
export async function seesSubject(
	subject: SeenSubject,
	access: Access,
	where: Installation
): Promise<boolean> {
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
