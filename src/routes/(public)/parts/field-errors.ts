/** The errors of a form in the order of its fields, for the summary on top. */
export function fieldErrors(
	errors: Partial<Record<string, string>> | undefined
): { field: string; text: string }[] {
	return Object.entries(errors ?? {}).flatMap(([field, text]) => (text ? [{ field, text }] : []));
}
