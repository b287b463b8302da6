// What the server answers about rule versions and period locks.
import { formatCount, listed } from './format';
import { lockWords } from './tagging-locks';

const nothingChanged = 'Inget är ändrat.';

export const taggingServerText = {
	rules: {
		missingVersion: (version: string) => `Regelversion ${version} finns inte.`,
		broken: `Reglerna går inte att läsa: det som skickades är inte giltig JSON. ${nothingChanged}`,
		tooLarge: `Reglerna är större än 4 MB. Dela upp dem eller ta bort handtaggar. ${nothingChanged}`,
		tooMany: (rules: number, most: number) =>
			`Det är ${formatCount(rules)} regler. Högst ${formatCount(most)} kan sparas. ${nothingChanged}`,
		tooManyHandTags: (tags: number, most: number) =>
			`Det är ${formatCount(tags)} handtaggar. Högst ${formatCount(most)} kan sparas. ${nothingChanged}`,
		tooDeep: (levels: number) =>
			`Ett villkor har grupper i fler än ${levels} nivåer. Dela upp det i flera regler. ${nothingChanged}`,
		longNote: (most: number) => `Anteckningen är längre än ${formatCount(most)} tecken.`,
		personalId: (place: string) =>
			`${place}: id innehåller ett personnummer. Ge regeln ett annat id. ${nothingChanged}`,
		conflict: (author: string, version: number) =>
			`${author} har sparat regelversion ${version} sedan du började. Läs in den och gör om din ändring. ${nothingChanged}`,
		fault: (place: string, fault: string) => `${place}: ${fault} ${nothingChanged}`
	},
	/** Where in what was sent a fault lies, and what it is. */
	place: {
		rule: (position: number, name: string) => `Regel ${position}${name ? ` ”${name}”` : ''}`,
		handTag: (position: number, shown: string) => `Handtagg ${position}${shown ? ` ”${shown}”` : ''}`,
		set: 'Regelfilen',
		request: 'Begäran',
		parts: {
			om: 'villkoret',
			satt: 'taggarna',
			dela: 'delningen',
			andrad: 'senaste ändring'
		} as Readonly<Record<string, string>>
	},
	fault: {
		missing: (field: string) => `${field} saknas.`,
		unknown: (field: string) => `${field} är inget som kan anges där.`,
		unreadable: (field: string) => `${field} har ett värde som inte går att läsa.`
	},
	locks: {
		broken: `Låset går inte att läsa. Ladda om sidan och försök igen. ${nothingChanged}`,
		noName: `Skriv vad som är rapporterat, till exempel T2 2026. ${nothingChanged}`,
		longText: (most: number) =>
			`Texten är längre än ${formatCount(most)} tecken. Korta den. ${nothingChanged}`,
		noMonth: `Skriv första och sista månaden som ÅÅÅÅ-MM. ${nothingChanged}`,
		wrongOrder: `Sista månaden ligger före den första. ${nothingChanged}`,
		identical: (name: string) => `Månaderna är redan låsta som ${name}. ${nothingChanged}`,
		versionGone: (edition: number, version: number) =>
			`Utgåva ${edition} är taggad med regelversion ${version}, som inte är sparad. Publicera en ny utgåva och lås sedan. ${nothingChanged}`,
		severalVersions: (runs: Parameters<typeof lockWords.severalVersions>[0]) =>
			`${lockWords.severalVersions(runs)} ${nothingChanged}`,
		missing: 'Låset finns inte, eller är redan upplåst.',
		noReason: `Skriv varför perioden låses upp. ${nothingChanged}`,
		needed: (followUps: readonly string[]) =>
			`Uppföljningen ${listed(followUps)} är låst och behöver låset. Öppna den igen i Budgetuppföljning, så tas låset bort. ${nothingChanged}`
	}
} as const;
