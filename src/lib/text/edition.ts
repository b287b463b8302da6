// What is said while the figures are fetched, and when they cannot be.

export const editionWords = {
	signedOut: 'Du är utloggad. Logga in igen.',
	withdrawn: 'Siffrorna du hade öppna gäller inte längre. Läs in sidan igen.',
	unreachable: 'Siffrorna kunde inte hämtas. Kontrollera anslutningen och försök igen.',
	engine: 'Beräkningarna kunde inte startas i webbläsaren. Försök igen, eller läs in sidan på nytt.'
} as const;
