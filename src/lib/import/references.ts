// What the loaded registers know, so that a reference that points nowhere is told.

/** Names and ids that are known; null where no such register is loaded, and then nothing can be said. */
export interface KnownReferences {
	/** Names of nämnder, as they are written. */
	units: readonly string[] | null;
	contracts: readonly string[] | null;
	systems: readonly string[] | null;
}
