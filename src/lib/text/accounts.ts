// The words of sign-in, invitations, the account page, and administration.
import type { Right, Role } from '../domain/access';

export const roleNames: Readonly<Record<Role, string>> = {
	admin: 'Administratör',
	controller: 'Controller',
	member: 'Ledamot',
	reader: 'Läsare'
};

export const roleExplanations: Readonly<Record<Role, string>> = {
	admin: 'Sköter användare och inställningar och ser loggen. Läser som en läsare, utan fritext.',
	controller: 'Läser in filer, stämmer av, taggar och publicerar. Ser även fritext.',
	member: 'Läser allt utom fritext, ställer frågor och lämnar bedömningar.',
	reader: 'Läser och hämtar ut allt utom fritext.'
};

export const rightNames: Readonly<Record<Right, string>> = {
	komplettera: 'Komplettera uppgifter om avtal och system',
	granska: 'Granska budgetperioder',
	lasa: 'Låsa budgetperioder',
	kalla: 'Kalla till möte och lägga upp handlingar'
};

const actionNames: Readonly<Record<string, string>> = {
	sign_in: 'Loggade in',
	sign_in_failed: 'Misslyckad inloggning',
	sign_out: 'Loggade ut',
	password_changed: 'Bytte lösenord',
	invitation_created: 'Skapade inbjudan',
	user_created: 'Konto skapat',
	role_changed: 'Ändrade roll eller behörighet',
	user_disabled: 'Stängde av konto',
	user_enabled: 'Öppnade konto',
	import: 'Läste in fil',
	import_removed: 'Tog bort inläsning',
	import_restored: 'Återställde inläsning',
	recipe_saved: 'Sparade recept',
	recipe_removed: 'Tog bort recept',
	rules_saved: 'Sparade taggregler',
	rules_restored: 'Återställde taggregler',
	period_locked: 'Låste period',
	period_unlocked: 'Låste upp period',
	publish: 'Publicerade utgåva',
	withdraw: 'Drog tillbaka utgåva',
	view_saved: 'Sparade vy',
	view_changed: 'Ändrade vy',
	view_removed: 'Tog bort vy',
	view_restored: 'Återställde vy',
	note_saved: 'Skrev anteckning',
	note_changed: 'Ändrade anteckning',
	note_removed: 'Tog bort anteckning',
	note_restored: 'Återställde anteckning',
	completion_saved: 'Kompletterade uppgift',
	completion_taken_back: 'Tog tillbaka komplettering',
	system_added: 'Lade till system',
	system_add_taken_back: 'Tog tillbaka tillagt system',
	assumption_saved: 'Ändrade antagande',
	assumption_taken_back: 'Tog tillbaka antagande',
	thread_opened: 'Skrev fråga eller anteckning',
	thread_answered: 'Svarade i en fråga',
	thread_closed: 'Avslutade fråga',
	thread_reopened: 'Öppnade fråga igen',
	verdict_saved: 'Sparade bedömning',
	flag_dismissed: 'Avfärdade flagga',
	flag_taken_up: 'Tog upp flagga igen',
	meeting_saved: 'Sparade möte',
	meeting_cancelled: 'Ställde in möte',
	agenda_changed: 'Ändrade dagordning',
	papers_made: 'Tog fram handlingar',
	decision_saved: 'Antecknade beslut',
	calendar_opened: 'Skapade kalenderadress',
	calendar_closed: 'Stängde kalenderadress',
	follow_up_ready: 'Klarmarkerade uppföljning',
	follow_up_reviewed: 'Granskade uppföljning',
	follow_up_locked: 'Låste uppföljning',
	follow_up_opened: 'Öppnade uppföljning igen',
	follow_ups_changed: 'Ändrade uppföljningsperioder',
	deviation_noted: 'Kommenterade avvikelse',
	deviation_closed: 'Avslutade kommentar',
	deviation_limit_changed: 'Ändrade gränsen för kommentar',
	forecast_set: 'Satte prognos',
	forecast_taken_back: 'Tog tillbaka prognos',
	plan_changed: 'Ändrade flerårsplan',
	system_judged: 'Bedömde system',
	layout_saved: 'Sparade uttagsmall',
	layout_removed: 'Tog bort uttagsmall',
	export: 'Hämtade ut data'
};

export function actionName(action: string): string {
	return actionNames[action] ?? action;
}

/** "Hela kommunen" or the nämnder. */
export function scopeText(units: readonly string[] | null): string {
	return units === null ? 'Hela kommunen' : units.join(', ');
}

/** A wait in whole seconds or minutes, rounded up: "40 sekunder", "2 minuter". */
export function waitText(milliseconds: number): string {
	const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
	if (seconds < 90) return seconds === 1 ? '1 sekund' : `${seconds} sekunder`;
	return `${Math.ceil(seconds / 60)} minuter`;
}

const passwordProblems = {
	short: (shortest: number) =>
		`Lösenordet är för kort. Använd minst ${shortest} tecken, gärna flera ord efter varandra.`,
	long: (longest: number) => `Lösenordet är för långt. Använd högst ${longest} tecken.`,
	username: 'Lösenordet innehåller användarnamnet. Välj ett som inte gör det.',
	repeated: 'Lösenordet är samma tecken om och om igen. Välj ett som är svårare att gissa.'
} as const;

export const accountText = {
	signIn: {
		title: 'Logga in',
		username: 'Användarnamn',
		password: 'Lösenord',
		button: 'Logga in',
		missingUsername: 'Skriv ditt användarnamn.',
		missingPassword: 'Skriv ditt lösenord.',
		wrong: 'Användarnamnet eller lösenordet stämmer inte. Kontrollera stavningen och försök igen.',
		wait: (milliseconds: number) =>
			`För många försök har misslyckats. Vänta ${waitText(milliseconds)} och försök sedan igen.`,
		forgotten: 'Har du glömt lösenordet? Be administratören om hjälp.',
		signedOut: 'Du är utloggad. Uppgifterna som sparades i webbläsaren är borttagna.'
	},
	firstAdmin: {
		title: 'Skapa administratören',
		lead: 'Det här är första starten. Skapa kontot som ska sköta användare och inställningar.',
		button: 'Skapa kontot och logga in'
	},
	invitation: {
		title: 'Skapa ditt konto',
		lead: (role: string, scope: string) => `Du får rollen ${role.toLowerCase()} för ${scope}.`,
		wholeTown: 'hela kommunen',
		button: 'Skapa kontot och logga in'
	},
	deadLink: {
		title: 'Länken gäller inte',
		firstAdmin:
			'Länken är redan använd eller för gammal. En ny skrivs ut när servern startas om, så länge inget konto finns.',
		invitation: 'Länken är redan använd eller för gammal. Be administratören om en ny.'
	},
	newAccount: {
		name: 'Namn',
		username: 'Användarnamn',
		usernameHint: 'Till exempel fornamn.efternamn. Små bokstäver, siffror, punkt och bindestreck.',
		password: 'Lösenord',
		passwordHint: (shortest: number) => `Minst ${shortest} tecken. Långt är bättre än krångligt.`,
		repeat: 'Lösenordet en gång till',
		missingName: 'Skriv ditt namn.',
		badUsername:
			'Användarnamnet ska ha 2–64 tecken: små bokstäver, siffror, punkt, bindestreck, understreck eller @.',
		takenUsername: 'Användarnamnet är upptaget. Välj ett annat.',
		notSame: 'Lösenorden är inte lika. Skriv samma lösenord i båda fälten.',
		passwordProblems
	},
	account: {
		title: 'Konto',
		lead: (name: string) => `Du är inloggad som ${name}.`,
		whatYouMay: 'Det här får du göra',
		role: 'Roll',
		rights: 'Rättigheter',
		noRights: 'Inga utöver rollen',
		scope: 'Omfattning',
		changed: 'Lösenordet är bytt. Du är utloggad på alla andra enheter.',
		changePassword: 'Byt lösenord',
		current: 'Nuvarande lösenord',
		next: 'Nytt lösenord',
		wrongCurrent: 'Det nuvarande lösenordet stämmer inte.',
		changeButton: 'Byt lösenord',
		devices: 'Andra enheter',
		devicesText: 'Om du glömde logga ut någonstans kan du logga ut överallt, även här.',
		everywhereButton: 'Logga ut överallt'
	},
	admin: {
		title: 'Administration',
		lead: (users: number, disabled: number) =>
			`${users === 1 ? 'Ett konto' : `${users} konton`} finns${disabled > 0 ? `, varav ${disabled} avstängda` : ''}.`,
		users: 'Användare',
		log: 'Logg',
		toLog: 'Visa loggen',
		columns: {
			name: 'Namn',
			username: 'Användarnamn',
			role: 'Roll',
			rights: 'Rättigheter',
			scope: 'Omfattning',
			status: 'Status'
		},
		active: 'Aktivt',
		disabled: 'Avstängt',
		change: (name: string) => `Ändra ${name}`,
		personLead: (name: string, role: string, units: readonly string[] | null) =>
			`${name} är ${role.toLowerCase()} för ${units === null ? 'hela kommunen' : units.join(', ')}.`,
		invite: 'Bjud in en person',
		inviteText: (days: number) =>
			`Länken gäller en gång, i ${days} dagar. Skicka den till personen på ett säkert sätt.`,
		inviteButton: 'Skapa länk',
		inviteName: 'Namn',
		missingName: 'Skriv namnet på den som ska bjudas in.',
		linkReady: (name: string) => `Länken till ${name} är klar. Den visas bara nu.`,
		role: 'Roll',
		rights: 'Rättigheter utöver rollen',
		units: 'Nämnder',
		unitsHint: 'En nämnd per rad, som den heter i filerna. Tomt är hela kommunen.',
		saveButton: 'Spara och logga ut personen',
		disableButton: 'Stäng av kontot',
		enableButton: 'Öppna kontot igen',
		saved: (name: string) =>
			`Ändringen är sparad. ${name} är utloggad och loggar in med den nya behörigheten.`,
		disabledDone: (name: string) => `Kontot är avstängt. ${name} är utloggad.`,
		enabledDone: (name: string) => `Kontot är öppet. ${name} kan logga in igen.`,
		badRole: 'Välj en roll i listan.',
		lastAdmin: 'Det måste finnas minst en aktiv administratör. Ge någon annan rollen först.',
		noUser: 'Kontot finns inte.',
		status: 'Kontot',
		back: 'Alla användare'
	},
	log: {
		title: 'Logg',
		lead: (total: number) => `${total === 1 ? 'En händelse' : `${total} händelser`}, den senaste först.`,
		columns: { at: 'Tid', who: 'Vem', action: 'Händelse', subject: 'Gäller', detail: 'Detaljer' },
		nobody: 'Inte inloggad',
		page: (page: number, pages: number) => `Sida ${page} av ${pages}`,
		newer: 'Senare händelser',
		older: 'Tidigare händelser'
	},
	refused: {
		signedOut: 'Du är utloggad. Logga in och försök igen.',
		notAllowed:
			'Din roll ger inte tillgång till det här. Siffrorna på de andra sidorna är desamma för alla roller.',
		otherSite: (origin: string) =>
			`Begäran kom från en annan adress än ${origin} och är stoppad. Öppna sidan på den adressen och försök igen.`,
		tooLarge: 'Det som skickades är för stort för den här sidan. Inget har ändrats.'
	}
} as const;
