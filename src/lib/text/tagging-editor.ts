// What the form of a rule says.

/** Each comparison, and the same denied. */
export const comparisonWords = {
	borjar_med: ['börjar med', 'börjar inte med'],
	ar: ['är', 'är inte'],
	innehaller: ['innehåller', 'innehåller inte'],
	mellan: ['är mellan', 'är inte mellan'],
	minst: ['är minst', 'är lägre än'],
	hogst: ['är högst', 'är högre än'],
	fran: ['är från och med', 'är före'],
	till: ['är till och med', 'är efter'],
	saknas: ['saknas', 'finns']
} as const;

/** One value of each field, with its article. */
export const oneOfField = {
	konto: 'ett konto',
	konto_text: 'en text',
	leverantor: 'en leverantör',
	organisationsnummer: 'ett organisationsnummer',
	text: 'en text',
	namnd: 'en nämnd',
	ansvar: 'ett ansvar',
	verksamhet: 'en verksamhet',
	projekt: 'ett projekt',
	aktivitet: 'en aktivitet',
	objekt: 'ett objekt',
	motpart: 'en motpart',
	belopp: 'ett belopp',
	period: 'en månad'
} as const;

export const joinWords = {
	/** Before the first row of all, and before the others of a group. */
	first: 'Om',
	alla: 'och',
	nagon: 'eller',
	choice: { alla: 'Alla villkor', nagon: 'Något av villkoren' },
	choiceLabel: (number: string) => (number ? `Vad som ska stämma i grupp ${number}` : 'Vad som ska stämma'),
	notGroup: 'Inte',
	notGroupHint: 'Stämmer när gruppen inte gör det'
} as const;

export const conditionWords = {
	title: 'Villkor',
	row: (number: string) => `Villkor ${number}`,
	group: (number: string) => `Grupp ${number}`,
	field: (number: string) => `Fält, villkor ${number}`,
	comparison: (number: string) => `Jämförelse, villkor ${number}`,
	values: (field: string, number: string) => `${field}, villkor ${number}`,
	from: (field: string, number: string) => `${field} från, villkor ${number}`,
	to: (field: string, number: string) => `${field} till, villkor ${number}`,
	/** Between the two ends. */
	and: 'och',
	or: 'eller',
	kronor: 'kr',
	monthForm: 'ÅÅÅÅ-MM',
	/** In a field that takes several values. */
	several: 'Skriv och tryck Enter',
	another: 'Lägg till',
	addTest: 'Villkor',
	addTestTo: (number: string) => (number ? `Nytt villkor i grupp ${number}` : 'Nytt villkor'),
	addGroup: 'Grupp',
	addGroupTo: (number: string) => (number ? `Ny grupp i grupp ${number}` : 'Ny grupp'),
	removeTest: (number: string) => `Ta bort villkor ${number}`,
	removeGroup: (number: string) => `Ta bort grupp ${number}`,
	testRemoved: (number: string) => `Villkor ${number} är borttaget.`,
	groupRemoved: (number: string) => `Grupp ${number} är borttagen.`,
	removeValue: (value: string) => `Ta bort ${value}`,
	valueAdded: (value: string) => `${value} är tillagt.`,
	valueRemoved: (value: string) => `${value} är borttaget.`,
	/** The first line of the suggestions: what is typed, as it is typed. */
	asTyped: 'som det står',
	suggestions: (label: string) => `Förslag: ${label}`,
	more: 'Skriv mer för att se fler förslag.'
} as const;

export const tagWords = {
	title: 'Sätt',
	it_kostnad: 'It-kostnad',
	kostnadsslag: 'Kostnadsslag',
	inriktning: 'Inriktning',
	system_id: 'System',
	avtals_id: 'Avtal',
	verklig_leverantor: 'Verklig leverantör',
	makerHint: 'När fakturan kommer från en återförsäljare: vems produkt det är.',
	makerShown: (maker: string) => `Betalas till återförsäljaren, avser ${maker}.`,
	itChoices: { ja: 'Ja', nej: 'Nej', kandidat: 'Möjlig it' },
	nothing: '–',
	onlyForIt: (tags: string) => `Gäller bara it-rader: ${tags}.`,
	removeOnlyForIt: 'Ta bort dem'
} as const;

export const splitWords = {
	title: 'Delning',
	turnOn: 'Dela beloppet',
	explained: 'Varje rad delas i delar med egna taggar. Det som en del inte sätter tar den från regeln.',
	part: (number: number) => `Del ${number}`,
	share: 'Andel, procent',
	shareOf: (number: number) => `Andel av del ${number}, procent`,
	addPart: 'Del',
	addPartLabel: 'Ny del',
	removePart: (number: number) => `Ta bort del ${number}`,
	partRemoved: (number: number) => `Del ${number} är borttagen.`,
	equalParts: 'Lika delar',
	made: (shares: string) => `Andelarna är nu ${shares} procent.`,
	sum: (share: string) => `Summa ${share}\u00a0%`,
	sumWrong: (share: string) => `Summa ${share}\u00a0%. Delarna ska bli 100\u00a0% tillsammans.`,
	sumUnknown: 'Summan går inte att räkna förrän alla andelar är skrivna.'
} as const;

export const aboutWords = {
	more: 'Delning, ägare och anteckning',
	title: 'Om regeln',
	name: 'Namn',
	note: 'Anteckning',
	noteHint: 'Varför regeln är som den är.',
	owner: 'Ägare',
	useSuggested: (name: string) => `Använd förslaget ”${name}”`
} as const;

/** What is wrong in a rule, each with what to do. The place comes first: "Villkor 2: skriv minst ett konto." */
export const ruleProblemWords = {
	inTest: (number: string, message: string) => `Villkor ${number}: ${message}`,
	inGroup: (number: string, message: string) => `Grupp ${number}: ${message}`,
	inPart: (number: number, message: string) => `Del ${number}: ${message}`,
	inTag: (tag: string, message: string) => `${tag}: ${message}`,
	noTests: 'Villkor: lägg till minst ett villkor.',
	noTestsInGroup: 'lägg till minst ett villkor.',
	valueMissing: (one: string) => `skriv minst ${one}.`,
	oneMissing: (one: string) => `skriv ${one}.`,
	endMissing: 'skriv både från och till.',
	noAmount: (text: string) => `”${text}” är inget belopp. Skriv till exempel 1000,00.`,
	noMonth: (text: string) => `”${text}” är ingen månad. Skriv ÅÅÅÅ-MM.`,
	blankValue: 'ett värde är tomt. Ta bort det.',
	tooManyValues: 'jämförelsen tar färre värden. Ta bort några.',
	comparison: 'fältet kan inte jämföras så. Välj en annan jämförelse.',
	name: 'Namn: skriv ett namn på regeln.',
	nothingSet: 'Sätt: välj minst en tagg, eller dela beloppet.',
	badTag: 'värdet går inte att använda. Välj ett annat.',
	badShare: 'skriv andelen i procent, till exempel 70 eller 33,33.',
	tooFewParts: 'Delning: en delning har minst två delar.',
	sum: 'Delning: delarna ska bli 100\u00a0% tillsammans.'
} as const;

/** Words that names of rules are suggested from. */
export const suggestedNameWords = {
	ja: 'It',
	nej: 'Inte it',
	kandidat: 'Möjlig it',
	shared: 'Delad',
	account: (code: string) => `konto ${code}`
} as const;
