// A system that somebody has added to the register because no list names it. It stands until a list does.

export interface AddedSystem {
	name: string;
	unit: string;
	/** Words between `|`; null when nobody has said. */
	capabilities: string | null;
	supplier: string | null;
	organisationNumber: string | null;
}

/** One word about one system; the latest stands. */
export interface StoredAddedSystem {
	/** Ascending in the order they were saved. */
	id: number;
	/** As an import derives it from the name and the nämnd, so that a list that names both knows the same system. */
	systemId: string;
	/** Null takes it back. */
	content: AddedSystem | null;
	/** Why it is a system. */
	reason: string;
	author: string;
	/** ISO instant. */
	created: string;
}

export const longestSystemName = 200;
export const longestAddReason = 1_000;

/** What stands of each system, the first added first. */
export function standingAddedSystems(
	stored: readonly StoredAddedSystem[]
): (StoredAddedSystem & { content: AddedSystem })[] {
	const latest = new Map<string, StoredAddedSystem>();
	for (const one of [...stored].sort((a, b) => a.id - b.id)) latest.set(one.systemId, one);
	return [...latest.values()].flatMap((one) => (one.content ? [{ ...one, content: one.content }] : []));
}

/** The line of a register, by its columns. */
export function addedSystemLine({
	systemId,
	content
}: {
	systemId: string;
	content: AddedSystem;
}): Record<string, string | null> {
	return {
		system_id: systemId,
		name: content.name,
		unit: content.unit,
		capabilities: content.capabilities,
		supplier: content.supplier,
		organisation_number: content.organisationNumber
	};
}
