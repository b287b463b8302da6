// Typing and choosing in one field: what counts when Enter or Tab is pressed.

const movingKeys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'];

/** Whether a key moves the mark in an open list. */
export function movesMark(event: KeyboardEvent): boolean {
	return movingKeys.includes(event.key) && !event.altKey;
}

/** The value of the line that the mark stands on, as the list's combobox says it. */
export function markedValue(input: HTMLInputElement): string | null {
	const line = input.getAttribute('aria-activedescendant');
	return (line && document.getElementById(line)?.dataset.value) || null;
}

/** Values pasted from a sheet or a list, one per cell or line; null when the text is one value. */
export function pastedValues(text: string): string[] | null {
	const values = text
		.split(/[\t\r\n;]+/)
		.map((value) => value.trim())
		.filter(Boolean);
	return values.length > 1 ? [...new Set(values)] : null;
}
