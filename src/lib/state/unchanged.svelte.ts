// What is read from the address is made anew at every step of it, though most of it says the same as before.

/**
 * A derived value that stays the same object while it says the same, so that nothing that hangs on it is made anew.
 * Call while a component starts.
 * @param read gives plain data, and reads as runes are
 */
export function unchanged<Value>(read: () => Value): { readonly current: Value } {
	let latest: { text: string; value: Value } | null = null;
	const current = $derived.by(() => {
		const value = read();
		const text = JSON.stringify(value);
		if (latest?.text !== text) latest = { text, value };
		return latest.value;
	});
	return {
		get current() {
			return current;
		}
	};
}
