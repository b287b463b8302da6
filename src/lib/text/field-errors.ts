/** The errors of a form in the order of its fields, for the summary on top. A single one stands by its field only. */
export function fieldErrors(
	errors: Partial<Record<string, string>> | undefined
): { fieldId: string; message: string }[] {
	const all = Object.entries(errors ?? {}).flatMap(([fieldId, message]) =>
		message ? [{ fieldId, message }] : []
	);
	return all.length >= 2 ? all : [];
}
