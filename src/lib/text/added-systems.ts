// The words of systems that people add because no list names them.
import type { StoredAddedSystem } from '../domain/added-system';
import { dayOfInstant } from './format';

export const addedSystemWords = {
	title: 'Tillagda i Genomlys',
	lead: 'System som någon här har lagt till. De följer med i nästa utgåva, och gäller tills en systemlista har dem.',
	name: 'System',
	unit: 'Nämnd',
	by: 'Tillagt av',
	reason: 'Varför',
	state: 'Läge',
	states: {
		waiting: 'Kommer med nästa utgåva',
		published: 'I utgåvan',
		listed: 'Systemlistan har det nu, och den gäller'
	},
	takeBack: 'Ta tillbaka',
	takeBackNamed: (name: string) => `Ta tillbaka ${name}`,
	takenBack: (name: string) =>
		`${name} är tillbakataget och följer inte med i nästa utgåva. En taggregel för det tas bort i Taggning.`,
	csv: 'Tillagda system, CSV',
	source: 'Tillagt i Genomlys, inte i systemlistan.',
	failed: 'De tillagda systemen kunde inte hämtas.'
} as const;

/** "Maja Lindqvist, 2026-08-31". */
export const addedBy = ({ author, created }: StoredAddedSystem): string =>
	`${author}, ${dayOfInstant(created)}`;

export const addSystemWords = {
	title: 'Lägg till systemet',
	lead: (supplier: string) =>
		`Kontrollera uppgifterna. Systemet läggs till i listan, och ett utkast till taggregel för raderna från ${supplier} öppnas i Taggning, där du ser vilka kronor den flyttar innan den sparas.`,
	name: 'Systemets namn',
	unit: 'Nämnd som äger det',
	capabilities: 'Förmåga',
	capabilitiesHint: 'Namn eller nummer, flera skiljs med |',
	supplier: 'Leverantör',
	organisationNumber: 'Organisationsnummer',
	reason: 'Varför är det ett system?',
	reasonHint: 'Till exempel ”Står på fakturan som abonnemang varje månad”. Inga personnummer.',
	text: 'Bara rader vars text innehåller',
	textHint: 'Lämna tomt om alla rader hör till systemet.',
	save: 'Lägg till och öppna taggregeln',
	saving: 'Lägger till',
	missing: 'Fyll i namn, nämnd och varför.',
	added: (name: string) => `${name} är tillagt.`,
	noRule: 'Systemet är tillagt, men taggregeln kunde inte göras. Gör den i Taggning.',
	ruleName: (name: string) => `${name} är ett system`
} as const;

export const addedSystemServerWords = {
	broken: 'Begäran kunde inte läsas. Ladda om sidan och försök igen.',
	noName: 'Skriv vad systemet heter.',
	noUnit: 'Välj nämnden som äger systemet.',
	longLine: 'Texten är för lång. Använd högst 200 tecken.',
	noReason: 'Skriv varför det är ett system, med minst några ord.',
	longReason: 'Skälet är för långt. Använd högst 1 000 tecken.',
	personal: 'Det ser ut att finnas ett personnummer. Ta bort det och försök igen. Inget är sparat.',
	listed: 'Systemlistan har redan ett system med det namnet i nämnden.',
	added: 'Någon har redan lagt till ett system med det namnet i nämnden.',
	not_own: 'Nämnden hör inte till dem som du ser.',
	missing: 'Systemet är inte tillagt, eller redan tillbakataget.'
} as const;
