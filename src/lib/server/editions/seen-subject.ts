// Whether somebody who sees some nämnder sees a supplier, a nämnd, a system, a contract or a licence product: as its page answers it, on the
// same slice.
import type { Access } from '$lib/domain/access';
import type { SubjectKind } from '$lib/domain/subject';
import type { Engine } from '$lib/engine/engine';
import { contractOwner } from '$lib/queries/contract-owner';
import { licenceProductKnown } from '$lib/queries/licence-product-known';
import { ask } from '$lib/queries/query';
import { supplierFacts } from '$lib/queries/supplier-facts';
import { systemFacts } from '$lib/queries/system-facts';
import { unitFacts } from '$lib/queries/unit-facts';
import { openNative } from '../engine/native-engine';
import { currentEdition, editionFile } from './edition';
import type { Installation } from './installation';

/** What has a page of its own, and licence products. */
export interface SeenSubject {
	kind: SubjectKind | 'contract' | 'product';
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
		case 'product':
			return ask(engine, licenceProductKnown, key);
	}
}

/** What has been asked of a slice, by its hash: its file never changes. */
const answered = new Map<string, Map<string, boolean>>();
/** Slices, and subjects of one slice, that are remembered; the oldest slice is forgotten first. */
const remembered = { slices: 50, subjects: 5_000 };

const nameOf = ({ kind, key }: SeenSubject) => `${kind} ${key}`;

/** Always true for the whole municipality, also for what has left the ledger. */
export async function seesSubject(
	subject: SeenSubject,
	access: Access,
	where: Installation
): Promise<boolean> {
	return (await seenSubjects([subject], access, where))(subject);
}

/** As {@link seesSubject}, for many at once. The answer knows the subjects that were asked for, and says no to others. */
export async function seenSubjects(
	subjects: readonly SeenSubject[],
	access: Access,
	where: Installation
): Promise<(subject: SeenSubject) => boolean> {
	const { units } = access;
	if (units === null) return () => true;
	const possible = subjects.filter(({ kind, key }) => kind !== 'unit' || units.includes(key));
	if (!possible.length) return () => false;
	const offered = await currentEdition(access, where);
	if (!offered) return () => false;
	const known = rememberedOf(offered.hash);
	if (known.size > remembered.subjects) known.clear();
	const unknown = possible.filter((subject) => !known.has(nameOf(subject)));
	if (unknown.length) {
		const file = await editionFile(offered.edition, offered.hash, access, where);
		if (!file) return () => false;
		const engine = await openNative({ path: file.path, readOnly: true });
		try {
			for (const subject of unknown) known.set(nameOf(subject), (await factsOf(engine, subject)).length > 0);
		} finally {
			await engine.close();
		}
	}
	const seen = new Set(possible.map(nameOf).filter((name) => known.get(name)));
	return (subject) => seen.has(nameOf(subject));
}

function rememberedOf(hash: string): Map<string, boolean> {
	const known = answered.get(hash) ?? new Map<string, boolean>();
	answered.delete(hash);
	answered.set(hash, known);
	const [oldest] = answered.keys();
	if (answered.size > remembered.slices && oldest !== undefined) answered.delete(oldest);
	return known;
}
