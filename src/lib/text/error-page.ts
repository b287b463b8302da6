// The words of the page that stands in place of another.

export const errorPageWords = {
	missing: 'Sidan finns inte. Adressen kan vara felskriven, eller så har sidan flyttat.',
	fault: 'Sidan kunde inte visas. Inget har ändrats i data. Försök igen om en stund.',
	titles: { 401: 'Du är utloggad', 403: 'Ingen tillgång', 404: 'Sidan finns inte' } as Readonly<
		Record<number, string>
	>,
	faultTitle: 'Det blev fel på servern',
	toStart: 'Till översikten',
	toSignIn: 'Logga in'
} as const;
