// What the import page says about files with several tables, and about totals that files state.
import { formatCount, formatCounted } from './format';

export const partWords = {
	title: 'Filens delar',
	subtitle: (tables: number) =>
		`${formatCounted(tables, 'tabell', 'tabeller')} i filen. Varje tabell granskas och läses in för sig.`,
	part: 'Del',
	table: 'Tabell',
	rows: 'Rader',
	standing: 'Läge',
	shownHere: 'Visas här',
	open: 'Öppna',
	openNamed: (name: string) => `Öppna ${name}`,
	notTable: 'Känns inte igen',
	leftAside: 'Läses inte',
	takenOff: 'Borttagen från listan',
	readAnyway: 'Läs ändå',
	readAgain: 'Lägg till igen',
	readNamed: (name: string) => `Läs ${name}`,
	refused: 'Kan inte läsas'
} as const;

export const balanceWords = {
	state: 'Kontrollsaldon',
	lead: 'Filen har saldon men inga rader. Den läses inte in, men kan stämma av en annan fil i listan.',
	title: 'Kontrollsaldon i filen',
	subtitle: 'Välj saldot under Avstämning i kostnadsfilen som det ska jämföras med.',
	what: 'Saldo',
	period: 'Månader',
	kronor: 'kr',
	rows: 'Rader',
	noPeriod: 'Inte angivet'
} as const;

export const controlWords = {
	label: 'Kontrollsumma ur',
	typed: 'Skriv själv',
	own: (label: string) => `${label}, ur filen själv`,
	other: (label: string, fileName: string) => `${label}, ur ${fileName}`,
	from: (label: string) => `Kontrollsumman kommer från: ${label}.`,
	rowsOnly: (rows: number) => formatCounted(rows, 'rad', 'rader'),
	rounding: (kronor: string) =>
		`Beloppen har fler än två decimaler. Avrundningen till ören skiljer ${kronor} kr från filens exakta summa.`,
	roundedNothing: 'Beloppen har fler än två decimaler. Summan är ändå filens exakta summa, avrundad en gång.'
} as const;

export const rateWords = {
	legend: (currency: string) => `Hur mycket är 1 ${currency} i kronor?`,
	field: (currency: string) => `Kurs för ${currency}`,
	hint: 'Till exempel 10,55. Ta kursen för fakturans dag eller periodens snitt, till exempel från Riksbanken, och samma källa varje gång.',
	wrong: 'Skriv kursen med siffror och komma, till exempel 10,55. Den måste vara större än noll.',
	apply: 'Räkna om till kronor',
	keepOutside: (currency: string) => `Håll rader i ${currency} utanför summorna`,
	outside: (currency: string) => `${currency} utanför summorna`,
	outsideEvidence: 'Raderna behålls och visas, men räknas inte',
	row: (currency: string) => `Kurs ${currency}`,
	value: (rate: string) => `${rate} kr`,
	evidence: 'Beloppen räknas om till kronor, rad för rad',
	notSaid: 'Ingen kurs: raderna räknas inte in i summan'
} as const;

export const accountClassWords = {
	label: 'Kontoklasser',
	value: (classes: readonly number[]) => `Konto ${spans(classes)} räknas som kostnad`,
	evidence: 'Övriga konton läses och redovisas, men räknas inte',
	legend: 'Första siffran i de konton som är kostnad',
	option: (digit: number) => `${digit}`,
	none: 'Välj minst en kontoklass.'
} as const;

/** `4–7 och 9` of sorted digits. */
function spans(digits: readonly number[]): string {
	const sorted = [...digits].sort((a, b) => a - b);
	const runs: [number, number][] = [];
	for (const digit of sorted) {
		const run = runs.at(-1);
		if (run && digit === run[1] + 1) run[1] = digit;
		else runs.push([digit, digit]);
	}
	const texts = runs.map(([from, to]) => (from === to ? formatCount(from) : `${from}–${to}`));
	return texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} och ${texts.at(-1) ?? ''}`;
}

export const undoWords = {
	undo: 'Ångra ersättningen',
	title: 'Ångra ersättningen?',
	text: (former: string, now: string) =>
		`${former} räknas igen från nästa utgåva, och ${now} tas bort tillsammans med sina rättade rader. Den utgåva som gäller nu ändras inte.`,
	done: (former: string) => `${former} är aktiv igen. Filen som ersatte den är borttagen.`,
	lead: 'Ersättningen är ångrad. Den tidigare filen räknas igen från nästa utgåva.',
	formerFile: (day: string) => `Den tidigare filen${day ? ` från ${day}` : ''}`,
	failed: 'Servern svarar inte. Inget är ändrat. Försök igen.'
} as const;
