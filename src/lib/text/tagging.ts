// The words of the tagging workbench.

export const workbenchWords = {
	discarded: 'kasta utkastet',
	restored: 'utkastet från förra besöket',
	engineLost: 'Motorn stannade och startas om. Försök igen.',
	engineFailed: 'Raderna kunde inte räknas. Inget har ändrats. Försök igen.'
} as const;
