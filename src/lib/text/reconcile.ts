// What the reconciliation page says.
import { capitalised, formatCount, formatCounted, numberWord } from './format';

export const reconcileWords = {
	title: 'Avstämning',
	imports: 'Inlästa filer',
	importsSubtitle: 'Det här byggs nästa utgåva av. Siffrorna är serverns egen läsning.',
	none: 'Inga filer är inlästa',
	noneHint: 'Börja med en fil från ekonomisystemet. En månad räcker för att se hur det fungerar.',
	toImport: 'Importera en fil',
	file: 'Fil',
	table: 'Tabell',
	read: 'Lästa',
	accepted: 'Godkända',
	rejected: 'Avvisade',
	empty: 'Tomma',
	sum: 'Summa, kr',
	control: 'Kontroll, kr',
	difference: 'Skillnad, kr',
	stamp: 'Stämpel',
	loaded: 'Inläst',
	notGiven: 'ej angiven',
	rowsApart: (rows: number) => `${formatCounted(rows, 'rad', 'rader')} skiljer`,
	notPublished: 'inte publicerad',
	rejectedOf: (name: string) => `avvisade rader i ${name} som CSV`,
	remove: 'Ta bort',
	removeFile: (name: string) => `Ta bort ${name}`,
	removeTitle: (name: string) => `Ta bort ${name}?`,
	removeText:
		'Filen räknas inte med från nästa utgåva. Den utgåva som gäller nu ändras inte. Originalet sparas, och filen kan återställas.',
	removeWithMended: (names: readonly string[]) =>
		`De rättade raderna i ${names.join(', ')} räknas inte heller med.`,
	removed: (name: string) => `${name} är borttagen. Den räknas inte med från nästa utgåva.`,
	undo: 'Ångra',
	undoRemoval: (name: string) => `Ångra borttagningen av ${name}`,
	restore: 'Återställ',
	restoreFile: (name: string) => `Återställ ${name}`,
	mends: (name: string) => `rättade rader till ${name}`,
	withCorrected: 'räknas med filen',
	past: (count: number) => `Borttagna och ersatta (${formatCount(count)})`,
	pastStatus: { replaced: 'Ersatt', removed: 'Borttagen' },
	editions: 'Utgåvor',
	editionsSubtitle: 'En utgåva ändras aldrig. En gäller; tidigare går att läsa tills de återkallas.',
	noEditions: 'Ingen utgåva är publicerad än',
	noEditionsHint: 'Siffrorna syns för andra först när du publicerar.',
	edition: 'Utgåva',
	published: 'Publicerad',
	by: 'Av',
	byDemo: 'Demon',
	rows: 'Rader',
	costSum: 'Kostnader, kr',
	dataPeriod: 'Data',
	status: 'Status',
	statuses: { current: 'Gäller', earlier: 'Tidigare', withdrawn: 'Återkallad' },
	withdraw: 'Återkalla',
	withdrawEdition: (edition: number) => `Återkalla utgåva ${edition}`,
	withdrawTitle: (edition: number) => `Återkalla utgåva ${edition}?`,
	withdrawEarlier: 'Ingen kan öppna den längre. Den utgåva som gäller ändras inte.',
	withdrawTo: (edition: number) =>
		`Ingen kan öppna den längre, och utgåva ${edition} gäller i stället. Inläsningarna finns kvar.`,
	withdrawLast:
		'Ingen kan öppna den längre, och inga siffror visas förrän du publicerar en ny. Inläsningarna finns kvar.',
	withdrawFinal: 'En återkallad utgåva kan inte tas fram igen. Du kan publicera en ny.',
	withdrawn: (edition: number) => `Utgåva ${edition} är återkallad.`,
	publish: 'Publicera ny utgåva',
	publishTitle: 'Publicering',
	nothingNew: (edition: number) => `Inget är ändrat sedan utgåva ${edition}.`,
	nothingToPublish: 'Läs in minst en fil först.',
	publishedNow: (edition: number) => `Utgåva ${edition} gäller nu.`,
	publishing: 'Publicerar',
	phases: { building: 'Bygger tabellerna', slicing: 'Gör en utgåva för varje roll', saving: 'Sparar' },
	readingFile: (file: number, files: number) => `Läser fil ${formatCount(file)} av ${formatCount(files)}`,
	unreachable: 'Servern svarar inte. Kontrollera anslutningen och försök igen.',
	unchanged: 'Inget är ändrat.'
} as const;

/** What is loaded and what shows: the page's sentence. */
export function reconcileLead(facts: {
	/** The current edition; null before the first. */
	edition: number | null;
	files: number;
	/** Active files that the current edition lacks. */
	added: number;
	/** Files of the current edition that are no longer active. */
	gone: number;
	/** Active cost files, and those of them that agree with a control total. */
	costFiles: number;
	reconciled: number;
}): string {
	const { edition, files, added, gone, costFiles, reconciled } = facts;
	if (!files && edition === null) return 'Inga filer är inlästa.';
	if (edition === null) {
		return `${startOf(files)} är ${files === 1 ? 'inläst' : 'inlästa'}, men ingen utgåva är publicerad.`;
	}
	const applies = `Utgåva ${edition} gäller.`;
	const loaded = `${numberWord(added, 'en')} ${added === 1 ? 'inläst fil' : 'inlästa filer'}`;
	const removed = `${numberWord(gone, 'en')} ${gone === 1 ? 'borttagen fil' : 'borttagna filer'}`;
	if (added && gone) {
		return `${capitalised(loaded)} syns inte i siffrorna, och ${removed} finns kvar, tills du publicerar. ${applies}`;
	}
	if (added) return `${capitalised(loaded)} syns inte i siffrorna förrän du publicerar. ${applies}`;
	if (gone) return `${capitalised(removed)} finns kvar i siffrorna tills du publicerar. ${applies}`;
	const standing = !costFiles
		? ''
		: reconciled === costFiles
			? ' Alla kostnadsfiler är avstämda.'
			: ` ${startOf(costFiles - reconciled, 'kostnadsfil', 'kostnadsfiler')} av ${formatCount(costFiles)} är inte ${costFiles - reconciled === 1 ? 'avstämd' : 'avstämda'}.`;
	return `Utgåva ${edition} gäller och har alla inlästa filer.${standing}`;
}

function startOf(count: number, one = 'fil', many = 'filer'): string {
	return `${capitalised(numberWord(count, 'en'))} ${count === 1 ? one : many}`;
}
