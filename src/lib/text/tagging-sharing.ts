// Rules taken out as a file, and read in from one.
import { formatCount, formatCounted } from './format';

const unchanged = 'Dina regler är som de var.';
const ruleCount = (count: number): string => formatCounted(count, 'regel', 'regler');

export const sharingWords = {
	title: 'Dela regler',
	subtitle: 'Reglerna kan hämtas som en fil och användas av en annan kommun, eller av er senare.',
	download: 'Hämta reglerna som JSON',
	downloadHint: 'Den sparade versionen. Handtaggar följer inte med.',
	downloadWhole: 'Hämta med handtaggar',
	draftNotIncluded: 'Utkastet är inte med förrän det är sparat.',
	read: 'Läs in regler',
	dropHint:
		'Välj eller släpp en JSON-fil som hämtats här eller av en annan kommun. Inget sparas förrän du sparar utkastet.',
	shipped: 'Kommun-Bas startregler',
	found: (name: string, rules: number): string => `${name} har ${ruleCount(rules)}.`,
	handTags: (count: number): string =>
		`Filen har också ${formatCounted(count, 'handtagg', 'handtaggar')}. De gäller enskilda rader och utelämnas.`,
	keepHandTags: 'Filen är vår egen: ta med handtaggarna',
	how: 'Vad ska hända med dina regler?',
	ways: {
		replace: 'Ersätt mina',
		last: 'Lägg till sist',
		first: 'Lägg till först'
	},
	wayHints: {
		replace: 'Filens regler blir de enda.',
		last: 'Dina regler går före.',
		first: 'Filens regler går före.'
	},
	apply: 'Lägg i utkastet',
	tooMany: (rules: number, most: number): string =>
		`Det blir ${ruleCount(rules)}. Högst ${formatCount(most)} kan sparas. Välj Ersätt mina, eller ta bort regler ur filen. ${unchanged}`,
	applied: (added: number, already: number): string => {
		const skipped = already
			? ` ${already === 1 ? 'En regel fanns' : `${formatCount(already)} regler fanns`} redan och lades inte till.`
			: '';
		return `${added ? `${ruleCount(added)} ligger i utkastet` : 'Inga nya regler lades till'}.${skipped} Inget är sparat.`;
	},
	what: (name: string): string => `läsa in ${name}`,
	notJson: (name: string): string =>
		`${name} är ingen giltig JSON-fil. Välj en fil som hämtats med Hämta reglerna som JSON. ${unchanged}`,
	notRules: (name: string): string =>
		`${name} är JSON men ingen regelfil: den har inga regler. Välj en fil som hämtats med Hämta reglerna som JSON. ${unchanged}`,
	tooLarge: (name: string): string => `${name} är större än 4 MB, som är det mesta som läses. ${unchanged}`,
	tooDeep: (name: string, levels: number): string =>
		`${name} har ett villkor med grupper i fler än ${levels} nivåer. Dela upp det i flera regler. ${unchanged}`,
	fault: (name: string, place: string, fault: string): string =>
		`${name}, ${place}: ${fault} Rätta filen och läs in den igen. ${unchanged}`,
	unreadable: (name: string): string => `${name} gick inte att läsa från datorn. Försök igen. ${unchanged}`
} as const;
