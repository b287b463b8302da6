// What pages say about saved views.
import type { MoneyUnit } from '../domain/filters';
import { moneyUnits } from '../domain/filters';
import type { SavedView, ViewFigures } from '../domain/saved-view';
import { formatMoney, formatMoneyWithUnit, formatPeriod, numberWord } from './format';
import { pageNames, underPageNames } from './frame';

/** What is said when the server did not do what was asked. */
export const savingWords = {
	unreachable: 'Servern svarar inte. Kontrollera anslutningen och försök igen. Inget är sparat.',
	refused: (status: number) => `Servern kunde inte göra det (svar ${status}). Ladda om sidan och försök igen.`
} as const;

/** Whether others see what is saved. */
export const sharingWords = {
	legend: 'Vem ser den?',
	private: 'Privat',
	privateHint: 'Bara du.',
	shared: 'Delad',
	sharedHint: 'Alla som ser hela kommunen.',
	cannotShare: 'Bara du ser den. Den som ser hela kommunen kan dela.'
} as const;

export const viewMenuWords = {
	button: 'Vyer',
	title: 'Sparade vyer',
	save: 'Spara vyn',
	saveLead: 'Urval, uppdelning och utgåva sparas.',
	counting: 'Siffrorna räknas. Vänta ett ögonblick.',
	saving: 'Sparar',
	saved: (name: string) => `Vyn ${name} är sparad.`,
	link: 'Länk till det du ser',
	copy: 'Kopiera länken',
	copied: 'Länken är kopierad.',
	copyFailed: 'Länken kunde inte kopieras. Markera den och kopiera själv.',
	mine: 'Mina på den här sidan',
	others: 'Delade av andra',
	none: 'Ingen har sparat en vy av den här sidan än.',
	loading: 'Hämtar vyerna',
	all: 'Alla sparade vyer',
	name: 'Namn',
	nameHint: 'Till exempel Konsulter i skolan.',
	noName: 'Skriv ett namn på vyn.',
	text: 'Egna ord',
	textHint: 'Vad vyn visar, eller vad du vill komma ihåg.'
} as const;

export const viewPageWords = {
	title: 'Sparade vyer',
	lead: (own: number, others: number): string => {
		if (!own && !others) return 'Inga vyer är sparade än.';
		const mine = own ? `Du har ${viewCount(own, 'sparad vy', 'sparade vyer')}` : 'Du har inga sparade vyer';
		if (!others) return `${mine}.`;
		const shared = viewCount(others, 'vy', 'vyer');
		return own ? `${mine}, och andra delar ${shared}.` : `${mine}. Andra delar ${shared}.`;
	},
	empty: 'Spara den första från en sida',
	emptyText: 'Öppna Kostnader, välj det du vill se och tryck på Vyer.',
	toCosts: 'Till Kostnader',
	mine: 'Mina vyer',
	others: 'Delade av andra',
	change: 'Ändra',
	changeNamed: (name: string) => `Ändra vyn ${name}`,
	remove: 'Ta bort',
	removeNamed: (name: string) => `Ta bort vyn ${name}`,
	share: 'Dela',
	shareNamed: (name: string) => `Dela vyn ${name}`,
	shared: (name: string) => `Vyn ${name} är delad.`,
	unshare: 'Sluta dela',
	unshareNamed: (name: string) => `Sluta dela vyn ${name}`,
	unshared: (name: string) => `Vyn ${name} är inte längre delad.`,
	save: 'Spara ändringen',
	changed: (name: string) => `Vyn ${name} är ändrad.`,
	removed: (name: string) => `Vyn ${name} är borttagen.`,
	restored: (name: string) => `Vyn ${name} är tillbaka.`,
	undo: 'Ångra',
	by: (owner: string) => `av ${owner}`
} as const;

export const viewLineWords = {
	label: 'Sparad vy',
	showThen: 'Visa då',
	showNow: 'Visa nu',
	changed: 'Ändrad sedan den sparades.',
	update: 'Uppdatera vyn',
	updating: 'Uppdaterar',
	updated: 'Vyn är uppdaterad.',
	leave: 'Lämna vyn',
	back: 'Tillbaka till vyn',
	seeing: (edition: number) => `Du ser utgåva ${edition}, som den var när vyn sparades.`,
	goneEdition: (edition: number) => `Utgåva ${edition} är tillbakadragen och kan inte visas.`,
	missing: 'Vyn som länken nämner finns inte, eller är inte delad med dig. Sidan visar ändå samma urval.'
} as const;

/** The page that a view is of: "Kostnader", "Kostnader, pivot". */
export function viewPageName(path: string): string {
	const name = pageNames[path.split('/')[1] ?? ''] ?? path;
	const under = underPageNames[path];
	return under ? `${name}, ${under.toLocaleLowerCase('sv')}` : name;
}

/** What a view showed when it was saved: "Sparad på utgåva 41, 162,1 mnkr." The months where they are told. */
export function savedOn(
	{ edition, figures }: Pick<SavedView, 'edition' | 'figures'>,
	unit: MoneyUnit,
	withMonths = false
): string {
	const start = `Sparad på utgåva ${edition.number}`;
	if (!figures) return `${start}.`;
	return `${start}, ${amountText(figures, unit, withMonths)}.`;
}

/** The same view then and now: "… Nu, utgåva 43: 165,0 mnkr, +2,9 mnkr." */
export function thenAndNow(
	view: Pick<SavedView, 'edition' | 'figures'>,
	now: { edition: number; figures: ViewFigures | null },
	unit: MoneyUnit
): string {
	const then = view.figures;
	const months = then !== null && !sameMonths(then, now.figures);
	const before = savedOn(view, unit, months);
	if (now.edition === view.edition.number) return `${before} Det är den utgåva som visas.`;
	const start = `${before} Nu, utgåva ${now.edition}`;
	if (!now.figures) return `${start}.`;
	const after = `${start}: ${amountText(now.figures, unit, months)}`;
	return then ? `${after}, ${differenceText(now.figures.amount - then.amount, unit)}.` : `${after}.`;
}

function viewCount(count: number, one: string, many: string): string {
	return `${numberWord(count, 'en')}\u00a0${count === 1 ? one : many}`;
}

function amountText({ amount, period }: ViewFigures, unit: MoneyUnit, withMonths: boolean): string {
	const money = formatMoneyWithUnit(amount, unit);
	return withMonths && period ? `${money} (${formatPeriod(period)})` : money;
}

/** In the unit of the page, or a smaller one where that would round it away. */
function differenceText(ore: number, unit: MoneyUnit): string {
	if (ore === 0) return 'oförändrat';
	const smaller = moneyUnits.slice(0, moneyUnits.indexOf(unit) + 1).reverse();
	const fits = smaller.find((each) => /[1-9]/.test(formatMoney(ore, each))) ?? 'kr';
	return formatMoneyWithUnit(ore, fits, { signed: true });
}

function sameMonths(one: ViewFigures, other: ViewFigures | null): boolean {
	return other === null || (one.period?.from === other.period?.from && one.period?.to === other.period?.to);
}
