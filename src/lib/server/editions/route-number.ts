// Numbers in addresses.

/** A whole number from 1; null for anything else. */
export function routeNumber(text: string | undefined | null): number | null {
	return text && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
