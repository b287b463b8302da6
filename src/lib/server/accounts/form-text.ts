// One text field of a submitted form. A file or a missing field is an empty text.
export function formText(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}
