/** The words of a list cell, "A|B": trimmed, each once, in their order. Null and empty hold none. */
export function listedWords(list: string | null | undefined): string[] {
	return [...new Set((list ?? '').split('|').map((word) => word.trim()))].filter(Boolean);
}
