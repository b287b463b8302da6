// What is said while the figures are fetched, and when they cannot be.

export const editionWords = {
	signedOut: 'Du är utloggad. Logga in igen.',
	withdrawn: 'Siffrorna du hade öppna gäller inte längre. Läs in sidan igen.',
	unreachable: 'Siffrorna kunde inte hämtas. Kontrollera anslutningen och försök igen.',
	engine: 'Beräkningarna kunde inte startas i webbläsaren. Försök igen, eller läs in sidan på nytt.'
} as const;

/** While an earlier edition is shown. */
export const thenWords = {
	title: (edition: number, day: string) => `Du ser utgåva ${edition}, som den publicerades ${day}.`,
	meaning: 'Alla tal, rader och uttag på sidan är från den utgåvan.',
	showNow: (edition: number) => `Visa nu, utgåva ${edition}`,
	missing: 'Den utgåvan går inte att visa längre. Du ser den som gäller nu.',
	understood: 'Visa utan den'
} as const;
