// What the import page says about what a file changes, and about mending its rejected rows.
import type { TableKind } from '../domain/columns';
import { tableWords } from './import';
import { formatCount, formatCounted, formatMoneyWithUnit, formatOre, formatPeriod } from './format';

const plus = (ore: number): string => `${ore > 0 ? '+' : ''}${formatOre(ore)}`;
const rowsWord = (count: number): string => formatCounted(count, 'rad', 'rader');

export const effectWords = {
	waiting: 'Vad filen ändrar',
	readingFresh: 'Läser filen för jämförelse …',
	fetching: 'Hämtar den inlästa filen …',
	readingFormer: 'Läser den inlästa filen …',
	comparing: 'Jämför med det inlästa …',
	opening: 'Öppnar utgåvan …',
	stop: 'Avbryt jämförelsen',
	stopped: 'Jämförelsen är avbruten. Filen kan läsas in ändå.',
	compare: 'Jämför',
	failedTitle: 'Jämförelsen gick inte att göra',
	engine:
		'Webbläsaren kunde inte jämföra filerna, troligen tog minnet slut. Stäng andra flikar och försök igen. Filen kan läsas in utan jämförelse.',
	unreachable: 'Den inlästa filen gick inte att hämta. Kontrollera anslutningen och försök igen.',
	noOriginal: (status: number) =>
		`Servern lämnade inte ut den inlästa filen (svar ${status}). Ladda om sidan och försök igen.`,
	formerProblem: (message: string) => `Den inlästa filen går inte att läsa på nytt. ${message}`,
	otherTable: (fresh: TableKind, former: TableKind) =>
		`Filen är tabellen ${tableWords[fresh]} men ersätter tabellen ${tableWords[former]}, så raderna kan inte jämföras. Alla rader i den inlästa filen försvinner.`,
	tooLargeTitle: 'Filen är stor, så den jämförs inte av sig själv',
	tooLarge: (rows: number) =>
		`${rowsWord(rows)} ska läsas och jämföras i webbläsaren. Det kan ta flera minuter.`,
	compareAnyway: 'Jämför ändå',
	same: 'Filen innehåller samma rader som den inlästa. Inget ändras.',
	changes: (rows: number, ore: number | null) => {
		if (ore === null) return `Filen ändrar ${rowsWord(rows)}`;
		return ore === 0
			? `Filen ändrar ${rowsWord(rows)}. Summan är densamma.`
			: `Filen ändrar ${rowsWord(rows)} och summan med ${plus(ore)}`;
	},
	adds: (rows: number, ore: number, it: number) =>
		`Filen lägger till ${rowsWord(rows)}, ${money(ore)}, varav it ${money(it)}`,
	replaces: (name: string, day: string, mended: number) =>
		`Jämfört med ${name}, inläst ${day}. ${
			mended
				? `${mended === 1 ? 'Dess rättade rader' : `Dess ${mended} filer med rättade rader`} ersätts också. `
				: ''
		}Inget är ändrat än.`,
	beside: 'Raderna läggs till bredvid det som redan är inläst. Inget är ändrat än.',
	sort: 'Rader',
	rows: 'Antal',
	before: 'Före, kr',
	after: 'Efter, kr',
	difference: 'Skillnad, kr',
	show: 'Visa',
	sorts: { new: 'Nya', changed: 'Ändrade', gone: 'Borta', same: 'Oförändrade' },
	showSort: { new: 'Visa nya rader', changed: 'Visa ändrade rader', gone: 'Visa rader som är borta' },
	listTitle: {
		new: (rows: number) => (rows === 1 ? '1 ny rad' : `${formatCount(rows)} nya rader`),
		changed: (rows: number) => (rows === 1 ? '1 ändrad rad' : `${formatCount(rows)} ändrade rader`),
		gone: (rows: number) => (rows === 1 ? '1 rad är borta' : `${formatCount(rows)} rader är borta`)
	},
	listSubtitle: (shown: number, all: number) =>
		shown < all
			? `De ${formatCount(shown)} rader som ändrar mest, av ${formatCount(all)}.`
			: 'De rader som ändrar mest står först.',
	freshRow: 'Rad i nya filen',
	formerRow: 'Rad i inlästa filen',
	row: 'Raden',
	what: 'Vad som ändras',
	kronor: 'kr',
	empty: 'tomt',
	period: 'gäller hel månad',
	figures: (edition: number | null) =>
		edition === null ? 'Siffror när filen publiceras' : `Publicerade siffror, utgåva ${edition}`,
	figuresNote: 'Efter: om bara den här filen ändras. Taggregler avgör vad som är it, som vid publicering.',
	notPublished:
		'Den inlästa filen ingår inte i utgåvan, så siffrorna före räknar inte med den. Dess rader dras inte av.',
	noEdition: 'Ingen utgåva är publicerad än, så siffrorna börjar på noll.',
	nothingPublished: 'Inga summor per månad eller nämnd ändras.',
	measure: 'Mått',
	all: 'Alla kostnader',
	it: 'It-kostnad',
	month: 'Månad',
	unit: 'Nämnd',
	months: (count: number) => (count === 1 ? '1 månad ändras' : `${formatCount(count)} månader ändras`),
	units: (count: number) => (count === 1 ? '1 nämnd ändras' : `${formatCount(count)} nämnder ändras`),
	monthName: (month: string) => formatPeriod({ from: month, to: month }, 'short')
} as const;

/** Millions as `450,2 mnkr`; what is too small for that as kronor. */
function money(ore: number): string {
	return Math.abs(ore) < 10_000_000 ? formatOre(ore) : formatMoneyWithUnit(ore, 'mnkr');
}

export const mendWords = {
	title: (rows: number) => (rows === 1 ? 'Rätta 1 avvisad rad' : `Rätta ${formatCount(rows)} avvisade rader`),
	subtitle: 'Ändra värdena här. De rättade raderna läggs till som en egen fil. Originalet ändras inte.',
	firstOf: (shown: number, all: number) =>
		`De första ${formatCount(shown)} av ${formatCount(all)} avvisade rader kan rättas här. Hämta de andra som CSV och rätta dem i Excel.`,
	loading: 'Hämtar de avvisade raderna …',
	open: 'Rätta raderna här',
	failed: 'De avvisade raderna gick inte att läsa. Försök igen.',
	row: (row: number) => `Rad ${formatCount(row)}`,
	cell: (header: string, row: number) => `${header}, rad ${formatCount(row)}`,
	unnamed: (place: number) => `Kolumn ${place}`,
	extra: (place: number) => `Överskjutande värde ${place}`,
	undo: 'Ångra',
	undoRow: (row: number) => `Ångra ändringarna på rad ${formatCount(row)}`,
	checking: 'Kontrollerar …',
	mended: 'Raden går att läsa in',
	count: (mended: number, all: number) =>
		`${formatCount(mended)} av ${formatCounted(all, 'rad är rättad', 'rader är rättade')}.`,
	add: (rows: number) =>
		rows === 1 ? 'Lägg till 1 rättad rad' : `Lägg till ${formatCount(rows)} rättade rader`,
	added: (rows: number) =>
		rows === 1
			? '1 rättad rad är tillagd i listan.'
			: `${formatCount(rows)} rättade rader är tillagda i listan.`,
	page: (page: number, pages: number) => `Sida ${formatCount(page)} av ${formatCount(pages)}`,
	previous: 'Föregående',
	next: 'Nästa',
	masked: 'Maskerade värden står kvar som de är. Rader med enskild firma får inget eget nummer.'
} as const;

/** The name of the file that mended rows become. */
export function mendedFileName(name: string): string {
	return `rattade_rader_${name.replace(/\.[^.]*$/, '')}.csv`;
}
