// What the import page says.
import type { TableKind } from '../domain/columns';
import type { ProblemEffect, ProblemKind } from '../domain/problem';
import { capitalised, formatCount, formatCounted, formatOre, numberWord } from './format';

export const importWords = {
	title: 'Importera',
	drop: 'Släpp filer här',
	dropHint:
		'CSV, XLSX, JSON eller SIE, även packade som GZ eller ZIP. En eller flera, eller en hel mapp. Filerna läses i din webbläsare. Inget skickas förrän du har granskat.',
	emptyFolder: 'Mappen har inga filer av de sorter som kan läsas.',
	choose: 'Välj filer',
	chooseMore: 'Välj fler filer',
	files: 'Filer',
	remove: 'Ta bort från listan',
	maybeTwin: 'kan vara en dubblett',
	twin: (name: string, uploadedAt: string | null) =>
		`${name}${uploadedAt ? `, inläst ${uploadedAt.slice(0, 10)},` : ' i listan'} har lika många rader och samma summa. Är det samma rader räknas de två gånger om du läser in ${uploadedAt ? 'filen också' : 'båda'}.`,
	removed: (name: string) => `${name} är borttagen från listan.`,
	removedMended: (name: string) => `${name} är borttagen från listan tillsammans med sina rättade rader.`,
	sendAll: (count: number) => `Läs in ${formatCounted(count, 'granskad fil', 'granskade filer')}`,
	previewFailed:
		'Webbläsaren kunde inte läsa filen till slut, troligen tog minnet slut. Inget är skickat. Stäng andra flikar och försök igen, eller dela filen per månad.',
	sendUnreachable: 'Filen kom inte fram. Kontrollera anslutningen och skicka den igen.',
	sendSignedOut:
		'Du är utloggad, så filen är inte inläst. Logga in i en annan flik och skicka den sedan igen.',
	sendFailed: (status: number) =>
		`Servern tog inte emot filen (svar ${status}). Inget är ändrat. Försök igen om en stund.`,
	sendCancelled: 'Du avbröt. Filen är inte inläst.',
	leaveWhileSending:
		'En fil skickas. Lämnar du sidan avbryts den och filen läses inte in. Vill du lämna sidan?',
	leaveUnsent: (count: number) =>
		`${formatCounted(count, 'fil i listan är inte inläst', 'filer i listan är inte inlästa')}. Lämnar du sidan måste du välja ${count === 1 ? 'den' : 'dem'} igen. Vill du lämna sidan?`,
	sent: 'Inläst',
	unchanged: 'Redan inläst',
	undone: 'Borttagen igen',
	unpublished: 'Publicera ny utgåva',
	reading: 'Läser filen',
	rowsRead: (rows: number, share: string) =>
		[rows ? formatCounted(rows, 'rad', 'rader') : '', share].filter(Boolean).join(' · '),
	bytesSent: (sent: string, all: string) => `${sent} av ${all}`,
	stopReading: 'Avbryt läsningen',
	readingStopped: 'Läsningen är avbruten. Filen ligger kvar i listan.',
	readFile: 'Läs filen',
	sending: 'Skickar filen',
	serverReads: 'Servern läser filen',
	stopSending: 'Avbryt sändningen',
	stopServer: 'Avbryt',
	cancelling: 'Avbryter …',
	afterParent: (name: string) => `Läs in ${name} först. Sedan kan de rättade raderna läggas till.`,
	change: 'Ändra',
	undoChoice: 'Låt filen avgöra',
	chosen: 'Valt av dig',
	notUsed: 'används inte',
	download: 'Hämta avvisade rader (CSV)'
} as const;

/** What a table is called in a sentence, one file of it. */
export const tableWords: Readonly<Record<TableKind, string>> = {
	cost: 'Kostnader',
	budget: 'Budget och prognoser',
	contract: 'Avtal',
	system: 'System',
	licence: 'Licenser',
	unit: 'Nämnder',
	capability: 'Förmågor'
};

export const effectWords: Readonly<Record<ProblemEffect | 'hoppas_over' | 'raknas_inte', string>> = {
	avvisas: 'Avvisas',
	flaggas: 'Behålls, flaggas',
	maskeras: 'Maskeras',
	hoppas_over: 'Hoppas över',
	raknas_inte: 'Läses men räknas inte'
};

const problemSentences: Readonly<Record<ProblemKind, [one: string, many: string]>> = {
	fel_belopp: ['rad har ett belopp som inte går att läsa', 'rader har belopp som inte går att läsa'],
	saknar_belopp: ['rad saknar belopp', 'rader saknar belopp'],
	tomt_belopp: [
		'rad har ett tomt belopp som filen räknar som noll',
		'rader har tomma belopp som filen räknar som noll'
	],
	fel_datum: ['rad har ett datum som inte går att läsa', 'rader har datum som inte går att läsa'],
	saknar_datum: ['rad saknar datum', 'rader saknar datum'],
	saknar_benamning: ['rad saknar benämning', 'rader saknar benämning'],
	saknar_namn: ['rad saknar namn', 'rader saknar namn'],
	summarad: ['rad ser ut som en summarad', 'rader ser ut som summarader'],
	fel_antal_kolumner: [
		'rad har inte lika många värden som rubriken',
		'rader har inte lika många värden som rubriken'
	],
	fel_varde: ['rad har ett värde som inte passar fältet', 'rader har värden som inte passar fältet'],
	klassning_4: [
		'rad har klassning 4, som inte får finnas i filen och inte läses in',
		'rader har klassning 4, som inte får finnas i filen och inte läses in'
	],
	fel_kontrollsiffra: [
		'rad har ett organisationsnummer med fel kontrollsiffra',
		'rader har organisationsnummer med fel kontrollsiffra'
	],
	identisk_rad: ['rad är identisk med en tidigare rad', 'rader är identiska med en tidigare rad'],
	personnummer: ['rad innehåller ett personnummer', 'rader innehåller personnummer'],
	annan_valuta: [
		'rad är i annan valuta och räknas inte in i summan',
		'rader är i annan valuta och räknas inte in i summan'
	],
	avrundat_belopp: [
		'rad har fler än två decimaler och avrundas till ören',
		'rader har fler än två decimaler och avrundas till ören'
	],
	okand_namnd: ['rad har en okänd nämnd', 'rader har en okänd nämnd'],
	flera_nummer: ['rad har flera organisationsnummer', 'rader har flera organisationsnummer'],
	utlandskt_nummer: ['rad har ett utländskt nummer', 'rader har utländska nummer'],
	utanfor_perioden: [
		'rad ligger utanför filens period eller år',
		'rader ligger utanför filens period eller år'
	],
	framtida_datum: ['rad har ett datum efter i dag', 'rader har datum efter i dag'],
	okant_avtal: ['rad pekar på ett avtal som inte är inläst', 'rader pekar på avtal som inte är inlästa'],
	okant_system: ['rad pekar på ett system som inte är inläst', 'rader pekar på system som inte är inlästa'],
	omraknad_valuta: ['rad är omräknad till kronor', 'rader är omräknade till kronor'],
	obalanserat_verifikat: [
		'rad hör till ett verifikat som inte går jämnt upp',
		'rader hör till verifikat som inte går jämnt upp'
	],
	ofullstandig_uppgift: [
		'rad har en uppgift som inte kunde tas med',
		'rader har uppgifter som inte kunde tas med'
	]
};

/** `3 rader saknar datum`; `Tre rader saknar datum` to begin a sentence. */
export function problemSentence(kind: ProblemKind, rows: number, begins = false): string {
	const [one, many] = problemSentences[kind];
	const count = begins ? capitalised(numberWord(rows, 'en')) : formatCount(rows);
	return `${count} ${rows === 1 ? one : many}`;
}

/** A difference in a sentence: `12 480,00 kr och 3 rader`. */
export function differenceWords(sum: number | null, rows: number | null): string {
	const parts = [
		sum ? formatOre(Math.abs(sum)) : '',
		rows ? formatCounted(Math.abs(rows), 'rad', 'rader') : ''
	];
	return parts.filter(Boolean).join(' och ');
}

export const stepWords = {
	file: 'Fil',
	interpretation: 'Tolkning',
	columns: 'Kolumner',
	problems: 'Problem',
	reconciliation: 'Avstämning',
	load: 'Läs in'
} as const;
export type StepKey = keyof typeof stepWords;

export const interpretationWords = {
	title: 'Så tolkade vi filen',
	subtitle: 'Avgjort på hela filen. Du kan ändra varje rad.',
	rereading: 'Läser om filen med ditt svar …',
	table: 'Tabell',
	part: 'Del av filen',
	encoding: 'Teckentabell',
	delimiter: 'Avgränsare',
	headerRow: 'Rubrikrad',
	decimal: 'Decimaltecken',
	sign: 'Kostnadens tecken',
	dates: 'Datum',
	period: 'Period',
	unit: 'Nämnd',
	year: 'År',
	version: 'Version',
	plusIsCost: 'Plus är kostnad',
	minusIsCost: 'Minus är kostnad',
	dayFirst: 'Dag före månad',
	monthFirst: 'Månad före dag',
	yearFirst: 'År först',
	notSaid: 'Inte angivet',
	comma: 'Komma',
	point: 'Punkt',
	oneByOne: 'Båda, vart belopp för sig',
	noDecimals: 'Inga decimaler',
	workbookNumbers: 'Tal i arbetsboken',
	formatSays: 'Filformatet säger vilken tabell det är',
	noHeaderRow: 'Ingen',
	firstRowIsData: 'Filens första rad är data',
	headerRowHint: 'Radens nummer i filen. 0 om filen saknar rubrikrad.',
	implied: (evidence: string) => `${capitalised(evidence)}. Gäller alla rader`,
	amountColumn: 'Belopp ur',
	otherAmounts: (others: string) => `Räknas inte: ${others}`,
	unitOfAmounts: 'Beloppen är i',
	units: { öre: 'Ören', kr: 'Kronor', tkr: 'Tusental kronor', mnkr: 'Miljoner kronor' },
	unitPlain: 'Beloppen läses som de står',
	unitOfEachRow: 'Beloppen läses som de står, i radens egen valuta',
	unitScaled: 'Beloppen räknas om till kronor',
	unitInHeader: (header: string) => `Rubriken ${header} säger det. Beloppen räknas om till kronor`,
	/** What a person calls the fields that a whole file can have one value of. */
	wholeFile: {
		leverantor: 'Leverantör',
		it_kostnad: 'It-kostnad',
		avtals_id: 'Avtals-id',
		system_id: 'System-id',
		benamning: 'Benämning',
		manad: 'Månad',
		antal_kopta: 'Antal köpta'
	} as Readonly<Record<string, string>>,
	saidByFormat: 'Filformatet säger det. Gäller alla rader i filen',
	allRows: 'Gäller alla rader i filen',
	periodFormat: 'Skriv ÅÅÅÅ-MM, till exempel 2026-03.'
} as const;

export const columnWords = {
	title: 'Kolumner i filen blir fält i Genomlys',
	subtitle: (mapped: number, all: number, required: string) =>
		`${formatCount(mapped)} av ${formatCount(all)} kolumner är kopplade. Obligatoriska fält: ${required}.`,
	column: 'Kolumn i filen',
	field: 'Fält',
	examples: 'Exempel',
	assessment: 'Bedömning',
	fieldFor: (header: string) => `Fält för kolumnen ${header}`,
	sure: 'Säker',
	check: 'Kontrollera',
	split: 'Delas i två',
	skipped: 'Hoppas över',
	empty: 'Kolumnen är tom.',
	unnamed: (place: number) => `(utan rubrik, kolumn ${place})`,
	guessed: 'Gissad efter värdena.',
	cannotMap: 'Ge kolumnen en egen rubrik i filen om den ska användas.',
	missing: (headers: string) =>
		`Saknas i filen: ${headers}. Koppla en kolumn eller ange värdet för hela filen.`,
	missingUnknown: (headers: string) => `Saknas i filen: ${headers}. Raderna får Okänt.`
} as const;

export const problemWords = {
	title: 'Problem i filen',
	subtitle: 'Inget tas bort i tysthet. Avvisade rader sparas och kan hämtas.',
	none: 'Inga problem hittades.',
	effect: 'Åtgärd',
	what: 'Vad',
	rows: 'Rader',
	kronor: 'kr',
	show: 'Visa',
	showFor: (sentence: string) => `Visa: ${sentence}`,
	empty: (rows: number) => `${formatCounted(rows, 'tom rad', 'tomma rader')}`,
	unreadPart: (sheet: string) => `Delen ${sheet} känns inte igen som en tabell och läses inte`,
	unreadTable: (sheet: string) => `Delen ${sheet} är en egen tabell och läses inte`,
	refusedPart: (sheet: string, message: string) => `Delen ${sheet} kan inte läsas. ${message}`,
	mend: 'Rätta här',
	row: 'Rad',
	column: 'Kolumn',
	value: 'Värde',
	reason: 'Skäl',
	someOf: (shown: number, all: number) =>
		shown < all
			? `De första ${formatCount(shown)} av ${formatCount(all)} rader.`
			: `${formatCounted(all, 'rad', 'rader')}.`
} as const;

export const reconciliationWords = {
	title: 'Avstämning',
	subtitleCost: 'Jämför med summan i ekonomisystemet.',
	subtitleRows: 'Tabellen har inga belopp att summera. Jämför antalet rader.',
	sum: 'Kontrollsumma, kr',
	sumHint: 'Till exempel 412 918 598,27. Kan lämnas tomt.',
	rows: 'Kontrollrader',
	rowsHint: 'Antal rader enligt källan. Kan lämnas tomt.',
	rowsColumn: 'Rader',
	kronorColumn: 'kr',
	control: 'Kontroll',
	accepted: 'Godkända rader i filen',
	difference: 'Skillnad',
	notGiven: 'Inte angiven',
	withParent: (file: string) =>
		`De rättade raderna stäms av tillsammans med ${file}, mot den filens kontrollsumma.`,
	exactlyRejected: (rows: number) =>
		`Skillnaden är exakt ${rows === 1 ? 'den avvisade raden' : `de ${formatCount(rows)} avvisade raderna`}.`,
	otherCurrency: (amount: string, currency: string) => `${amount} ${currency} ligger utanför summan.`,
	load: 'Läs in',
	loadUnreconciled: 'Läs in som ej avstämd',
	notYet: 'Svara på frågan ovan först.',
	noWay: 'Filen kan inte läsas in som den är.',
	notANumber: (text: string) => `”${text}” är inget belopp. Skriv bara siffror, decimaltecken och minus.`,
	ambiguous: (text: string) => `”${text}” kan läsas på två sätt. Skriv beloppet med två decimaler.`,
	tooManyDecimals: 'Skriv beloppet med högst två decimaler.',
	tooLarge: 'Beloppet är orimligt stort. Kontrollera siffran.',
	notACount: 'Skriv antalet rader med bara siffror.'
} as const;

export const questionWords = {
	title: 'Frågor som bara du kan svara på',
	subtitle: 'Filen kan inte läsas in förrän de är besvarade.',
	sign: 'Hur skriver filen en kostnad?',
	signPlus: 'Med plus',
	signMinus: 'Med minus',
	decimal: 'Vilket är decimaltecknet?',
	decimalComma: 'Komma: 12,500 är tolv och en halv krona',
	decimalPoint: 'Punkt: 12.500 är tolv och en halv krona',
	period: 'Vilken månad gäller raderna?',
	answer: 'Svara och läs om',
	dates: 'I vilken ordning står dag och månad?',
	dayFirst: 'Dag före månad: 03/04 är den 3 april',
	monthFirst: 'Månad före dag: 03/04 är den 4 mars',
	sixDigits: 'Vad är de sex siffrorna i datumet?',
	yearMonth: 'År och månad: 200312 är december 2003',
	yearMonthDay: 'År, månad och dag: 200312 är den 12 mars 2020',
	shortYear: 'Var står året i datumet?',
	shortYearFirst: 'Året först: 05-03-26 är den 26 mars 2005',
	shortDayFirst: 'Dagen först: 05-03-26 är den 5 mars 2026',
	shortMonthFirst: 'Månaden först: 05-03-26 är den 3 maj 2026',
	whichAmount: 'Vilken kolumn är beloppet?',
	amountOption: (header: string, sum: string) => (sum ? `${header}, totalt ${sum}` : header),
	unit: 'Vad är beloppen i?',
	columns: 'Stämmer kolumnerna?',
	columnsRight: 'Ja, kolumnerna stämmer',
	columnsWrong: 'Stämmer de inte: välj rätt fält i listan Kolumner i filen.',
	year: 'Vilket år gäller budgeten?',
	yearHint: 'Till exempel 2026. Filen har ingen kolumn för år.',
	namesake: (day: string) => `En fil med samma namn lästes in ${day}. Ska den här ersätta den?`,
	namesakeHeld: (rows: number, kronor: string) =>
		`Den har ${formatCounted(rows, 'rad', 'rader')}${kronor ? `, ${kronor}` : ''}.`,
	replace: 'Ja, ersätt den. Den gamla räknas inte med i nästa utgåva.',
	addBeside: 'Nej, lägg till. Båda filernas rader räknas.'
} as const;

export const sentWords = {
	title: 'Serverns egen läsning',
	subtitle: 'Servern har läst originalet på nytt. Det är den läsningen som gäller.',
	subtitleUnchanged: 'Servern hade filen redan. Så här lästes den då.',
	agrees: 'Servern läste filen likadant som din webbläsare.',
	differs:
		'Servern läste filen annorlunda än din webbläsare. Serverns läsning gäller. Kontrollera raderna nedan.',
	preview: 'Förhandsvisning',
	server: 'Servern',
	read: 'Lästa rader',
	accepted: 'Godkända',
	rejected: 'Avvisade',
	empty: 'Tomma',
	sum: 'Summa, kr',
	toReconcile: 'Publicera ny utgåva'
} as const;

export const templateWords = {
	title: 'Mallar',
	subtitle:
		'CSV-filer med rätt rubriker. Exempelraden visar hur fälten fylls i. Den läses in som alla andra rader: ta bort den innan du läser in din fil.',
	fields: (count: number, required: string) =>
		`${formatCounted(count, 'fält', 'fält')}, obligatoriska: ${required}`,
	withExample: 'Mall med exempel',
	empty: 'Tom mall',
	startingCapabilities: 'Förmågeträd att börja med',
	forTable: (label: string, table: string) => `${label}: ${table}`
} as const;
