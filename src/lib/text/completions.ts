// What pages and the server say of fields that the register lacks and people fill in.
import { longestCompletion, longestSource, type Completion } from '../domain/completion';
import { completableField } from '../domain/completion';
import { dayOfInstant, formatCounted, formatDay, formatDayLong } from './format';
import { levelNames } from './sovereignty';

/** Fields in words, where they are no question with an answer of their own. */
const fieldNames: Readonly<Record<string, string>> = {
	contract_id: 'Avtalsnummer',
	registry_number: 'Diarienummer',
	title: 'Benämning',
	supplier: 'Leverantör',
	organisation_number: 'Organisationsnummer',
	unit: 'Nämnd',
	owner: 'Avtalsägare',
	contract_type: 'Avtalstyp',
	procedure: 'Upphandlingsförfarande',
	bids: 'Antal anbud',
	cpv: 'CPV-kod',
	start_day: 'Avtalet börjar',
	end_day: 'Avtalet slutar',
	extension_kind: 'Förlängningssätt',
	extension_count: 'Antal förlängningar',
	extension_months: 'Varje förlängning, månader',
	extensions_used: 'Förlängningar som är nyttjade',
	extension_call_months: 'Förlängning meddelas före slut, månader',
	notice_months: 'Uppsägningstid, månader',
	value: 'Avtalsvärde, kr',
	ceiling: 'Takvolym, kr',
	price_adjustment: 'Prisjustering',
	framework_ref: 'Ramavtalets avtalsnummer',
	data_location: 'Data finns i'
};

/** @param questions labels of the questions that are answered ja or nej, by their column */
export function completedFieldName(
	name: string,
	questions: readonly { name: string; label: string }[]
): string {
	return questions.find((question) => question.name === name)?.label ?? fieldNames[name] ?? name;
}

/** A value as people read it: "12 000 000 kr", "6", "2027-06-30". */
export function completedValueText(field: string, value: string | null): string {
	if (value === null) return 'ingen uppgift';
	const spec = completableField(field);
	if (spec?.type !== 'amount') return value;
	const [kronor = '', decimals = ''] = value.split(',');
	const grouped = kronor.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
	return `${grouped}${decimals && decimals !== '00' ? `,${decimals}` : ''}\u00a0kr`;
}

/** "Maja Lindqvist, 2026-08-31". */
export function completedBy({ author, created }: Completion): string {
	return `${author}, ${dayOfInstant(created)}`;
}

export const completionWords = {
	complete: (missing: number) =>
		missing ? `Komplettera ${formatCounted(missing, 'uppgift', 'uppgifter')}` : 'Komplettera uppgifter',
	completeField: (name: string) => `Komplettera ${name}`,
	title: 'Komplettera uppgifter',
	lead: 'Fyll i det du vet och lämna resten. Skriv var svaret står, så att andra kan kontrollera det.',
	others: (count: number) => `${formatCounted(count, 'uppgift', 'uppgifter')} till som saknas`,
	nothingMissing: 'Registret saknar ingen uppgift.',
	/** A level of sovereignty is told with what it means. */
	choice: (field: string, choice: string) =>
		field.startsWith('sov_') ? `${choice}, ${levelNames[Number(choice)] ?? ''}` : choice,
	yes: 'ja',
	no: 'nej',
	notSaid: 'Vet inte',
	source: 'Källa',
	sourceHint: 'Var svaret står, till exempel ”Avtalet, bilaga 4” eller ett diarienummer. Inga personnummer.',
	sourceDay: 'Källans datum',
	noSource: 'Skriv var svaret står.',
	noSourceDay: 'Ange vilken dag källan är från.',
	laterSourceDay: 'Källan kan inte vara från en senare dag än i dag.',
	noSuchDay: 'Dagen finns inte. Skriv en dag som finns i kalendern.',
	nothingTyped: 'Fyll i minst en uppgift innan du sparar.',
	hints: {
		amount: 'I kronor, till exempel 12 000 000',
		integer: 'Ett heltal',
		organisation: 'NNNNNN-NNNN'
	} as Readonly<Partial<Record<string, string>>>,
	save: 'Spara',
	saving: 'Sparar',
	saved: (count: number) => `${formatCounted(count, 'uppgift är sparad', 'uppgifter är sparade')}.`,
	kept: 'Det du har skrivit är kvar här. Försök igen.',
	completed: 'kompletterat',
	completedNamed: (name: string) => `${name}, kompletterat. Visa källa`,
	detail: (name: string) => `Kompletteringen av ${name}`,
	by: 'Av',
	sourceLabel: 'Källa',
	sourceOf: ({ source, sourceDay }: Completion) => `${source}, ${formatDay(sourceDay)}`,
	takeBack: 'Ta tillbaka',
	takeBackNamed: (name: string) => `Ta tillbaka ${name}`,
	takenBack: (name: string) => `Kompletteringen av ${name} är tillbakatagen.`,
	undo: 'Ångra',
	change: 'Ändra',
	listTitle: 'Kompletterat av kommunen',
	listLead: 'Registret saknar de här uppgifterna. De står tills registret själv har dem.',
	history: (count: number) => `Historik, ${formatCounted(count, 'steg', 'steg')}`,
	historyStep: (completion: Completion) =>
		completion.value === null
			? `${completedBy(completion)}: tog tillbaka`
			: `${completedBy(completion)}: ${completedValueText(completion.field, completion.value)} (${completionWords.sourceOf(completion)})`,
	conflict: (name: string, register: string, completed: string) =>
		`${name}: registret säger nu ${register}, kompletteringen säger ${completed}. Registret gäller.`,
	agreed: (name: string) => `${name}: registret säger numera samma sak som kompletteringen.`,
	registerLacks: (value: string) => `Okänt i registret, kompletterat: ${value}`,
	removeOld: 'Ta bort kompletteringen',
	showsHere: 'Kompletteringar syns här direkt. I andra sidors siffror kommer de med nästa utgåva.',
	loadFailed: 'Kompletteringarna kunde inte hämtas. Sidan visar bara registret.',
	exportRegister: { contract: 'Kompletterade avtal, CSV', system: 'Kompletterade system, CSV' },
	exportSources: 'Kompletteringarnas källor, CSV',
	exportLead: (count: number) =>
		`${formatCounted(count, 'uppgift är kompletterad', 'uppgifter är kompletterade')}. Filer att föra tillbaka till registret:`
} as const;

export const completionServerWords = {
	broken: 'Kompletteringen kunde inte läsas. Ladda om sidan och försök igen.',
	noField: 'Uppgiften kan inte kompletteras.',
	noValue: 'Skriv en uppgift.',
	longValue: `Uppgiften är för lång. Använd högst ${longestCompletion} tecken.`,
	wholeDay: 'Skriv en hel dag, till exempel 2027-06-30.',
	unknownIsNone: 'Okänt fyller inte i något. Lämna uppgiften tom tills du vet.',
	negative: 'Uppgiften kan inte vara mindre än noll.',
	notListed: (choices: readonly string[]) => `Välj något av ${choices.join(', ')}.`,
	noSource: 'Skriv var svaret står.',
	longSource: `Källan är för lång. Använd högst ${longestSource} tecken.`,
	noSourceDay: 'Ange vilken dag källan är från.',
	laterSourceDay: 'Källan kan inte vara från en senare dag än i dag.',
	personal: 'Det ser ut att finnas ett personnummer. Ta bort det och spara igen. Inget är sparat.',
	personalSource:
		'Källan ser ut att innehålla ett personnummer. Ta bort det och spara igen. Inget är sparat.',
	missing: {
		contract: 'Avtalet finns inte i registret som du ser.',
		system: 'Systemet finns inte i registret som du ser.'
	},
	not_own: {
		contract: 'Avtalet ägs av en nämnd som du inte kompletterar för.',
		system: 'Systemet ägs av en nämnd som du inte kompletterar för.'
	},
	withheld: {
		contract: 'Takvolymen gäller hela kommunen. Den som ser hela kommunen kan komplettera den.',
		system: 'Vilka som använder systemet gäller hela kommunen. Den som ser hela kommunen kan komplettera det.'
	},
	forControllers:
		'Klassning, integrationer och beskrivning kan vara känsliga. Bara controller ser dem och kompletterar dem.',
	nothing: 'Kompletteringen är redan tillbakatagen.',
	filled: (value: string) => `Registret har redan uppgiften: ${value}. Rätta den i registret om den är fel.`,
	newer: (standing: Completion | null) =>
		standing
			? `${standing.author} har kompletterat uppgiften sedan du öppnade sidan: ${completedValueText(standing.field, standing.value)} (${standing.source}, ${formatDayLong(standing.sourceDay)}). Spara igen om ditt ska gälla i stället.`
			: 'Kompletteringen har tagits tillbaka sedan du öppnade sidan. Spara igen om din ska gälla.',
	noFile: 'Inget är kompletterat än.'
} as const;
