// What is chosen in a list, as a set that is never changed but made anew.

/** The keys with some more, or without them. */
export function withKeys<Key>(
	chosen: ReadonlySet<Key>,
	keys: readonly Key[],
	isChosen: boolean
): ReadonlySet<Key> {
	const next = new Set(chosen);
	for (const key of keys) {
		if (isChosen) next.add(key);
		else next.delete(key);
	}
	return next;
}

/** From one key of a list to another, both with; the last alone when the first is not in the list. */
export function runOf<Key>(keys: readonly Key[], from: Key, to: Key): Key[] {
	const [start, end] = [keys.indexOf(from), keys.indexOf(to)];
	return start < 0 || end < 0 ? [to] : keys.slice(Math.min(start, end), Math.max(start, end) + 1);
}
