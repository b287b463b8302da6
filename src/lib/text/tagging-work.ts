// The words of the work lists of the tagging page: what nobody has judged, conflicts, split suppliers, coverage, and their rows.
import {
	capitalised,
	formatCount,
	formatCounted,
	formatMoney,
	formatMoneyWithUnit,
	formatShare,
	numberWord
} from './format';
import type { MoneyUnit } from '../domain/filters';

const nbsp = '\u00a0';
const rowsWord = (rows: number): string => formatCounted(rows, 'rad', 'rader');

/** Work is done on single suppliers, whose kronor are lost in millions: the lists are a step finer than the page. */
export const workUnit = (unit: MoneyUnit): MoneyUnit => (unit === 'mnkr' ? 'tkr' : unit);
/** The kronor of a list, without their unit. Less than a thousand is told too, for 0 would be no kronor. */
export const workMoney = (ore: number, unit: MoneyUnit): string =>
	formatMoney(ore, workUnit(unit), workUnit(unit) === 'tkr' ? { decimals: 1 } : {});

export const workWords = {
	withoutSupplier: 'Utan leverantör',
	withoutAccount: 'Utan konto',
	withoutUnit: 'Utan nämnd',
	openRows: (what: string) => `raderna hos ${what}`,
	ruleAdded: (name: string) => `Regeln ”${name}” finns nu i utkastet.`,
	failed: 'Listan kunde inte räknas fram',
	makingFailed: 'Regeln kunde inte skapas. Inget har ändrats. Försök igen.',
	credits: 'Krediteringar räknas som plus.',
	more: 'Visa fler'
} as const;

export const untaggedWords = {
	title: 'Otaggat, störst först',
	subtitle: (rows: number, ore: number, unit: MoneyUnit) =>
		`${rowsWord(rows)}, ${formatMoneyWithUnit(ore, unit)}. Förslag räknas på kommunens egna bedömda rader.`,
	group: 'Grupp',
	groupings: {
		supplier_account: 'Leverantör och konto',
		supplier: 'Leverantör',
		account: 'Konto',
		unit: 'Nämnd',
		account_unit: 'Konto och nämnd'
	},
	which: 'Vilka rader',
	whichChoices: { candidates: 'Möjlig it', unjudged: 'Inte bedömt', all: 'Alla' },
	search: 'Sök leverantör eller konto',
	prefix: 'Konto börjar med',
	year: 'År',
	allYears: 'Alla år',
	columns: {
		choose: 'Välj',
		supplier: 'Leverantör',
		account: 'Konto',
		unit: 'Nämnd',
		rows: 'Rader',
		suggestion: 'Förslag',
		actions: 'Åtgärd'
	},
	choose: (name: string) => `Välj ${name}`,
	chooseAll: 'Markera alla visade',
	chooseNone: 'Avmarkera alla',
	runHint: 'Skift och klick, eller skift och mellanslag, markerar alla rader emellan.',
	make: 'Skapa regel',
	makeFor: (name: string) => `Skapa regel för ${name}`,
	tag: 'Tagga',
	tagFor: (name: string) => `Tagga raderna hos ${name}`,
	use: 'Använd förslaget',
	useFor: (name: string) => `Använd förslaget för ${name}`,
	noSuggestion: 'Inget förslag',
	masked: 'maskerad leverantör',
	others: (groups: number) => (groups === 1 ? 'En grupp till' : `Övriga ${formatCount(groups)} grupper`),
	chosen: (groups: number, amount: string) => `${formatCounted(groups, 'vald', 'valda')}, ${amount}`,
	makeChosen: (groups: number) =>
		groups === 1 ? 'Skapa en regel för den valda' : 'Skapa en regel för de valda',
	notIt: 'Inte it (regel)',
	isIt: 'It (regel)',
	isItMenu: 'Kostnadsslag för de valda',
	useSeveral: (groups: number) =>
		groups === 1 ? 'Använd förslaget' : `Använd ${formatCount(groups)} förslag`,
	unchoose: 'Avmarkera',
	rest: (prefix: string) => `Resten av konto ${prefix} → inte it`,
	restHint: (prefix: string) =>
		`Gör en regel för allt som är kvar på konto ${prefix}. Den läggs efter de andra om kontot.`,
	restName: (prefix: string) => `Inte it, resten av konto ${prefix}`,
	rulesAdded: (rules: number) => `${formatCount(rules)} regler finns nu i utkastet.`,
	undoAdded: 'Ångra',
	toDraft: 'Visa utkastet och spara',
	followsDraft: 'Listan räknas med utkastet: det som utkastet bedömer är borta ur den.',
	awaitsDraft: 'En regel i utkastet är inte färdig. Listan räknas om när den är det.',
	done: 'Allt är bedömt',
	doneHint: 'Inga rader är märkta som möjlig it utan att någon har bedömt dem.',
	noneFound: 'Inga obedömda rader passar',
	noneFoundHint: 'Ändra sökningen, kontot eller året, eller visa alla rader.',
	clear: 'Rensa sökningen'
} as const;

/** Suggested tags in a few words: "Konsult, utveckling?", "Inte it?". */
export function suggestionTitle(
	tags: {
		it_cost: 'ja' | 'nej';
		cost_kind: string | null;
		orientation: string | null;
		system_id: string | null;
	},
	systemName: (id: string) => string
): string {
	if (tags.it_cost === 'nej') return 'Inte it?';
	const parts = [
		tags.cost_kind === 'Okänt' ? null : tags.cost_kind,
		tags.orientation === 'okänd' ? null : tags.orientation,
		tags.system_id && systemName(tags.system_id)
	].filter(Boolean);
	return `${parts.join(', ') || 'It'}?`;
}

interface Evidence {
	level: string;
	word: string | null;
	share: number;
	rows: number;
}

/** What a suggestion rests on: "96 % lika, 51 rader på kontot"; longer where others' rows are the evidence. */
export function suggestionGround({ level, word, share, rows }: Evidence): string {
	const part = formatShare(share, 0);
	const count = rowsWord(rows);
	const others: Record<string, string> = {
		supplier_account: `${part} lika, ${count} på kontot`,
		supplier_prefix: `${part} lika, ${count} på nära konton`,
		supplier: `${part} lika, ${count} på andra konton`,
		supplier_outside: `${part} av ${count} rörs inte av någon it-regel`,
		account: `${part} lika, andras ${count} på kontot`,
		account_text_word: `${part} lika, ${count} på kontot med ”${word ?? ''}” i texten`,
		account_name_word: `${part} lika, andras ${count} på kontot med ”${word ?? ''}” i namnet`,
		name_word: `${part} lika, andras ${count} med ”${word ?? ''}” i namnet`
	};
	return others[level] ?? `${part} lika, ${count}`;
}

/** A rule's name: "Konsult, Vindrosa Teknik och 3 till". @param what what it sets, empty when nothing yet */
export function nameOfRule(what: string, whom: readonly string[]): string {
	const [first = '', second] = whom;
	const who = whom.length === 2 ? `${first} och ${second ?? ''}` : first;
	const rest = whom.length > 2 ? ` och ${formatCount(whom.length - 1)} till` : '';
	return [what, `${who}${rest}`].filter(Boolean).join(', ');
}

export const conflictWords = {
	title: (pairs: number, ore: number, unit: MoneyUnit) =>
		`${capitalised(numberWord(pairs, 'en'))} ${pairs === 1 ? 'konflikt' : 'konflikter'} rör ${formatMoneyWithUnit(ore, unit)}`,
	none: 'Inga konflikter',
	noneHint: 'Där flera regler träffar samma rad vill de sätta samma taggar.',
	subtitle: `Rader där två regler vill olika. Regeln högst upp gäller. ${workWords.credits}`,
	wins: 'Gäller',
	loses: 'Förlorar',
	differs: 'Vad skiljer',
	hand: 'Taggat för hand',
	fil: 'Filens tagg',
	total: (share: string) => `Summa, ${share} av kronorna`,
	fields: {
		it_kostnad: 'It eller inte',
		kostnadsslag: 'Kostnadsslag',
		inriktning: 'Inriktning',
		system_id: 'System',
		avtals_id: 'Avtal',
		verklig_leverantor: 'Verklig leverantör'
	},
	openRule: (name: string) => `Öppna regel ${name}`,
	rowsOf: (winner: string, loser: string) => `raderna där ${winner} gäller före ${loser}`,
	table: 'Konflikter mellan regler',
	more: (pairs: number) => `Visa ${formatCount(pairs)} till`,
	onceEach: 'En rad som flera regler förlorar räknas en gång i summan.'
} as const;

export const splitSupplierWords = {
	title: 'Leverantörer med både it och annat',
	subtitle: `De vars mindre sida är störst först. ${workWords.credits}`,
	supplier: 'Leverantör',
	it: 'It',
	notIt: 'Inte it',
	unjudged: 'Ej bedömt',
	share: 'It-andel',
	rest: 'Skapa regel för resten',
	restFor: (name: string) => `Skapa regel för resten hos ${name}`,
	restName: (name: string) => `Inte it, resten hos ${name}`,
	none: 'Ingen leverantör har både it och annat',
	noneHint: 'Varje leverantörs rader är antingen alla it, eller ingen.',
	side: { it: 'it', not_it: 'inte it', unjudged: 'ej bedömt' },
	more: (count: number) => `Visa ${formatCount(count)} till`
} as const;

export const coverageWords = {
	title: 'Täckning per nämnd och år',
	/** "Socialnämnden har mest otaggat, 1,2 mnkr." */
	most: (unit: string, amount: string) => `${unit} har mest otaggat, ${amount}`,
	allTagged: 'All möjlig it är bedömd i alla nämnder',
	subtitle: (unit: string) =>
		`Med de sparade reglerna, ${unit}. ${workWords.credits} Konflikt är en del av de andra.`,
	sentence: (share: string, amount: string, year: string) =>
		`${share} av kronorna som är eller kan vara it ${year} är bedömda. ${amount} är otaggat.`,
	inAllYears: 'alla år',
	ofYear: (year: number) => `år${nbsp}${year}`,
	year: 'År',
	unit: 'Nämnd',
	base: 'Stapeln visar',
	bases: { it: 'It och möjlig it', all: 'Alla kronor' },
	bar: 'Fördelning',
	barOf: (unit: string) => `Fördelning, ${unit}`,
	shares: {
		by_file: 'Av fil',
		by_rule: 'Av regel',
		by_hand: 'För hand',
		not_it: 'Inte it',
		candidates: 'Otaggat',
		unjudged: 'Inte bedömt',
		in_conflict: 'Konflikt'
	},
	itBy: 'Taggat som it',
	allUnits: 'Alla nämnder',
	download: 'CSV',
	fileName: 'taggtäckning',
	none: 'Inga rader finns att räkna på'
} as const;

export const workRowWords = {
	untagged: 'Otaggat',
	conflict: 'Konflikt',
	rule: 'Regel',
	coverage: 'Täckning',
	subtitle: (rows: number, foreign: number, credits: string | null) =>
		[
			`${rowsWord(rows)}. Raderna summerar till siffran du klickade på.`,
			credits,
			foreign > 0 && `${rowsWord(foreign)} i annan valuta räknas inte in.`
		]
			.filter(Boolean)
			.join(' '),
	creditsAsPlus: (net: string) => `Krediteringar räknas som plus i den; netto är ${net}.`,
	creditsAsMinus: (absolute: string) =>
		`Krediteringar räknas som minus i den; utan tecken är summan ${absolute}.`,
	label: 'Rader',
	day: 'Datum',
	account: 'Konto',
	unit: 'Nämnd',
	supplier: 'Leverantör',
	text: 'Text',
	amount: 'Belopp, kr',
	tag: 'Tagg nu',
	actions: 'Åtgärd',
	choose: (row: string) => `Välj ${row}`,
	chooseAll: 'Markera alla visade',
	why: 'Varför?',
	tagRow: 'Tagga',
	tagThis: (row: string) => `Tagga ${row}`,
	likeThis: 'Tagga alla som den',
	likeThisFor: (row: string) => `Tagga alla som ${row}`,
	whyFor: (row: string) => `Varför är ${row} taggad så?`,
	chosen: (rows: number, amount: string) => `${formatCounted(rows, 'rad vald', 'rader valda')}, ${amount}`,
	tagChosen: 'Tagga de valda för hand',
	total: (rows: number) => `Summa ${rowsWord(rows)}, belopp utan tecken`,
	plainTotal: (rows: number) => `Summa ${rowsWord(rows)}`,
	netTotal: 'Netto',
	more: (rows: number) => `Visa ${rowsWord(rows)} till`,
	drafted: 'enligt utkastet',
	locked: 'Låst månad',
	lockedHint: 'De rapporterade siffrorna för månaden ändras inte. En ny tagg blir en rättelsepost.',
	gone: 'Inga rader är kvar här',
	goneHint: 'Utkastet har bedömt dem. Stäng och fortsätt i listan.',
	handAdded: (rows: number) =>
		`${formatCounted(rows, 'rad är taggad', 'rader är taggade')} för hand i utkastet.`
} as const;

export const rowWhyWords = {
	hand: (author: string, day: string) => `Satt för hand av ${author} ${day}`,
	handDraft: 'Satt för hand i utkastet',
	fil: 'Taggen står i filen. Den går före alla regler.',
	regel: (position: number, name: string) => `Regel ${position} ”${name}” gäller`,
	candidate: (position: number, name: string) =>
		`Möjlig it enligt regel ${position} ”${name}”. Ingen har bedömt raden.`,
	nothing: 'Ingen regel träffar raden',
	written: (author: string, day: string, version: number) =>
		`Ändrad av ${author} ${day}, i version ${version}.`,
	also: 'Träffade också men förlorade',
	wants: (tags: string) => `ville sätta ${tags}`,
	wantsSame: 'sätter samma sak',
	note: 'Anteckning',
	open: 'Öppna regeln',
	openRule: (name: string) => `Öppna regel ${name}`,
	locked: 'Månaden är låst: de rapporterade siffrorna har den tagg som gällde när den låstes.',
	voucher: (number: string) => `Verifikat ${number}`,
	part: (part: number) => `Raden är delad. Detta är del ${part}.`
} as const;

export const handTagWords = {
	title: (rows: number) => (rows === 1 ? 'Tagga raden för hand' : `Tagga ${rowsWord(rows)} för hand`),
	hint: 'En tagg för hand går före filens tagg och alla regler, och följer raden när filen läses in på nytt.',
	note: 'Anteckning',
	alike: (rows: number) =>
		`${formatCounted(rows, 'rad till är lik den valda i allt och får', 'rader till är lika de valda i allt och får')} samma tagg.`,
	keysFailed: 'Radernas nycklar kunde inte räknas fram. Försök igen.',
	nothing: 'Välj minst en tagg.',
	save: (rows: number) => `Tagga ${rowsWord(rows)}`,
	cancel: 'Avbryt',
	whole: 'Delade rader taggas hela.'
} as const;

export const likeThisWords = {
	title: 'Regel för alla som den här raden',
	legend: 'Vad som ska vara lika',
	textLabel: 'Ord i texten',
	empty: 'saknas',
	nothing: 'Välj minst en sak som ska vara lika.',
	noText: 'Skriv ett ord ur texten.',
	make: 'Skapa regel',
	ownTag: 'Raden är taggad i filen eller för hand. En regel ändrar inte den, men rader som liknar den.'
} as const;
