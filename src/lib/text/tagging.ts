// The words of the tagging workbench.
import type { MoneyUnit } from '../domain/filters';
import { formatCount, formatCounted, formatMoneyWithUnit, formatShare, numberWord } from './format';

export const workbenchWords = {
	title: 'Taggning',
	discarded: 'kasta utkastet',
	whileSaving: 'det som ändrades medan reglerna sparades',
	restored: 'utkastet från förra besöket',
	moved: 'flytta regeln',
	movedRule: (name: string) => `flytta ”${name}”`,
	locksApart:
		'Här räknas alla månader med dagens regler. På de andra sidorna, och överst, följer låsta månader reglerna som de låstes med.',
	copied: (name: string) => `kopiera ”${name}”`,
	copyOf: (name: string) => `${name} (kopia)`,
	removed: (name: string) => `ta bort ”${name}”`,
	addedRule: (name: string) => `ny regel ”${name}”`,
	taggedByHand: (rows: number) => `tagga ${formatCounted(rows, 'rad', 'rader')} för hand`,
	started: 'börja med Kommun-Bas',
	rebasedStep: 'ändringarna ovanpå en kollegas',
	engineLost: 'Motorn stannade och startas om. Försök igen.',
	engineFailed: 'Raderna kunde inte räknas. Inget har ändrats. Försök igen.',
	judging: 'Reglerna prövas på hela huvudboken …',
	judgingFailed: 'Reglerna kunde inte prövas',
	noEdition: 'Reglerna prövas på inlästa rader',
	noEditionHint: 'Läs in en fil från ekonomisystemet och publicera den. Sedan syns vad varje regel träffar.',
	toImport: 'Importera en fil',
	newRule: 'Ny regel',
	history: 'Ångra och historik',
	undo: 'Ångra',
	redo: 'Gör om',
	undoWhat: (what: string) => `Ångra: ${what}`,
	redoWhat: (what: string) => `Gör om: ${what}`,
	shippedVersion: (version: number) => `Regelversion ${version}, följer med Genomlys`,
	savedVersion: (version: number, when: string, author: string) =>
		`Regelversion ${version}, sparad ${when} av ${author}`,
	draft: 'Utkast',
	editor: 'Regel',
	editorTitle: (position: number, name: string) => `Regel ${position}, ${name || 'utan namn'}`,
	writtenBy: (author: string, day: string, version: number) =>
		`Senast ändrad av ${author} ${day}, i version ${version}.`,
	notSaved: 'Ändrad men inte sparad.',
	isNew: 'Ny, inte sparad.',
	nothingChosen: 'Välj en regel i listan, eller skapa en ny',
	nothingChosenHint:
		'Här syns vad den frågar efter, vad den sätter och vilka kronor en ändring flyttar, innan något sparas.',
	draftTitle: 'Utkast till nya regler',
	removedRule: 'Regeln är borttagen i utkastet.',
	saveNote: 'Varför ändrar du?',
	saveNoteHint: 'Syns i historiken.',
	save: 'Spara',
	saveMoving: (amount: string) => `Spara och flytta ${amount}`,
	saving: 'Sparar …',
	discard: 'Kasta utkastet',
	undoLater: 'Går att ångra i historiken',
	saved: (version: number) => `Regelversion ${version} är sparad.`,
	savedMasked: (count: number) =>
		`${formatCounted(count, 'personnummer', 'personnummer')} i reglerna är maskerade.`,
	saveFailed: 'Reglerna sparades inte',
	unreachable: 'Servern svarar inte. Utkastet är kvar här. Försök igen.',
	rebased: (version: number) =>
		`Dina ändringar ligger nu ovanpå version ${version}. Se vad de flyttar, och spara sedan.`,
	rebasedConflicts: (names: readonly string[]) =>
		`Även kollegan har ändrat ${names.join(', ')}. Där gäller kollegans text; gör om din ändring om den ska gälla.`,
	rebase: 'Lägg mina ändringar ovanpå',
	notPublished: (saved: number) => `Regelversion ${saved} är sparad men inte publicerad`,
	notPublishedHint: (published: number) =>
		`Siffrorna på de andra sidorna följer version ${published} tills en ny utgåva är publicerad.`,
	publish: 'Publicera nu',
	published: 'En ny utgåva är publicerad. Alla sidor följer nu de sparade reglerna.',
	publishFailed: 'Publiceringen misslyckades',
	stranded: (day: string, version: number) =>
		`Ett utkast från ${day} är kvar. Det bygger på version ${version}.`,
	strandedOpen: 'Öppna utkastet',
	strandedDrop: 'Kasta det',
	strandedFailed: 'Utkastet kunde inte öppnas',
	leave: 'Utkastet är inte sparat. Det finns kvar i den här webbläsaren. Lämna sidan?'
} as const;

export const previewWords = {
	invalid: 'Regeln går inte att pröva än',
	judging: 'Räknar vad som flyttas …',
	countFailed: 'Det gick inte att räkna vad som flyttas',
	nothing: 'Inga rader byter tagg om du sparar',
	nothingHint: 'Ändringen gäller då bara regelns egna ord, eller rader som kommer senare.',
	dead: 'Regeln träffar inga rader i huvudboken.',
	shadowed: (rows: number, taker: string | null) =>
		`Regeln träffar ${formatCounted(rows, 'rad', 'rader')}, men ${taker ?? 'filens eller handens tagg'} går före.`,
	ruleName: (position: number, name: string) => `regel ${position} ”${name}”`,
	removedRule: (name: string) => `borttagen regel ”${name}”`,
	moveAbove: (position: number) => `Flytta ovanför regel ${position}`,
	moves: (amount: string, rows: number) =>
		`Om du sparar flyttas ${amount}, ${formatCounted(rows, 'rad', 'rader')}`,
	from: 'Från',
	to: 'Till',
	year: 'År',
	rows: 'Rader',
	kr: 'kr',
	more: (groups: number) => `${formatCounted(groups, 'mindre flytt', 'mindre flyttar')} till`,
	deciderOnly: (rows: number) =>
		`${formatCounted(rows, 'rad', 'rader')} behåller sina taggar men avgörs av en annan regel.`,
	lockedTitle: (amount: string, rows: number) =>
		`${amount} av flytten, ${formatCounted(rows, 'rad', 'rader')}, ligger i låsta månader`,
	lockedText: (names: string) =>
		`${names} är låst. De rapporterade siffrorna ändras inte. Raderna listas som rättelseposter.`,
	lockedSee: 'Se raderna',
	lockedAgree: 'Jag har sett vad som blir rättelseposter',
	lockedMissing: 'Bekräfta rättelseposterna innan du sparar.',
	lockedUncounted: 'Det finns låsta månader. Vänta tills det är räknat om utkastet rör dem, och spara sedan.',
	unlike: (groups: number) => `${formatCounted(groups, 'grupp', 'grupper')} som inte liknar resten`,
	unlikeReasons: {
		supplier_otherwise: (share: string) =>
			`${share} av leverantörens bedömda kronor i övrigt är bedömda tvärtom`,
		account_otherwise: (share: string) => `${share} av kontots bedömda kronor i övrigt är bedömda tvärtom`,
		supplier_outside: (share: string) => `${share} av leverantörens kronor i övrigt rörs inte av någon regel`,
		account_outside: (share: string) => `${share} av kontots kronor i övrigt rörs inte av någon regel`,
		rare: () => 'under 2 % av regelns kronor'
	},
	examples: 'Exempel på rader',
	movedRowsTitle: 'Rader som flyttas',
	movedRows: (rows: number) => `${formatCounted(rows, 'rad', 'rader')}. Summan är den som du klickade på.`,
	lockedRows: 'Blir rättelseposter'
} as const;

/** How a row, or part of one, is tagged. */
export interface TagsOfSide {
	judged: 'ja' | 'nej' | 'kandidat' | null;
	cost_kind: string | null;
	orientation: string | null;
	system_id: string | null;
	contract_id: string | null;
	maker: string | null;
}

/** "Konsult, utveckling, Lärstigen", "Otaggat, möjlig it", "Inte it", "Inte bedömt". */
export function tagsInWords(side: TagsOfSide, systemName: (id: string) => string = (id) => id): string {
	const { judged, cost_kind, orientation, system_id, contract_id, maker } = side;
	const first =
		judged === 'nej'
			? 'Inte it'
			: judged === 'kandidat'
				? 'Otaggat, möjlig it'
				: (cost_kind ?? (judged === 'ja' ? 'Okänt kostnadsslag' : 'Inte bedömt'));
	return [
		first,
		orientation === 'okänd' ? null : orientation,
		system_id && systemName(system_id),
		contract_id && `avtal ${contract_id}`,
		maker && `avser ${maker}`
	]
		.filter(Boolean)
		.join(', ');
}

export interface UntaggedLead {
	/** |Öre| of possible IT that nobody has judged, and of that and IT together. */
	untagged: number;
	base: number;
	/** The suppliers with most of it: how many hold three quarters; null when they are too many to say. */
	suppliers: number | null;
	unit: MoneyUnit;
}

/** "4,9 mnkr" and what follows it: " är otaggade, 2,7 % av kronorna. Fem leverantörer står för tre fjärdedelar." */
export function untaggedLead({ untagged, base, suppliers, unit }: UntaggedLead): {
	figure: string;
	after: string;
} {
	const share = base > 0 ? `, ${formatShare(untagged / base)} av it-kronorna` : '';
	const who =
		suppliers === null
			? ''
			: suppliers === 1
				? ' En leverantör står för minst tre fjärdedelar.'
				: ` ${capital(numberWord(suppliers, 'en'))} leverantörer står för tre fjärdedelar.`;
	return { figure: formatMoneyWithUnit(untagged, unit), after: ` är otaggade${share}.${who}` };
}

function capital(text: string): string {
	return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}

export const nothingUntagged = 'Allt som kan vara it är bedömt.';

/** "12 regler, 3 ändrade i utkastet". */
export function draftSummary(changed: number, hand: number): string {
	const parts = [
		changed ? formatCounted(changed, 'regel ändras', 'regler ändras') : '',
		hand ? `${formatCount(hand)} ${hand === 1 ? 'rad' : 'rader'} för hand` : ''
	];
	return parts.filter(Boolean).join(', ');
}
