// Addresses within the app: a path and a query string.

/** The path with its query string, if it has any. */
export function addressOf(path: string, search: URLSearchParams): string {
	const text = search.toString();
	return text ? `${path}?${text}` : path;
}

/** The same address with one parameter set, or taken away when the value is null. */
export function addressWith(url: URL, name: string, value: string | null): string {
	const search = new URLSearchParams(url.searchParams);
	if (value === null) search.delete(name);
	else search.set(name, value);
	return addressOf(url.pathname, search);
}

/** The same address with several parameters set, those without a value taken away. */
export function addressWithAll(url: URL, values: Readonly<Record<string, string>>): string {
	const search = new URLSearchParams(url.searchParams);
	for (const [name, value] of Object.entries(values)) {
		if (value) search.set(name, value);
		else search.delete(name);
	}
	return addressOf(url.pathname, search);
}
