// What is said of a text that is being written and not saved.
export const draftWords = {
	offline:
		'Ingen kontakt med servern. Det du skrev är sparat i den här webbläsaren och skickas inte förrän du trycker igen.',
	restored: 'Det du började skriva ligger kvar. Det är inte sparat på servern.'
} as const;
