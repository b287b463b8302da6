// The list of tagging rules.
import { formatCount, formatCounted, formatPeriod } from './format';

const ruleCount = (count: number): string => formatCounted(count, 'regel', 'regler');

export const ruleListWords = {
	title: 'Regler, uppifrån och ned: första träff gäller',
	subtitle: (rules: number, period: { from: string; to: string } | null): string =>
		`${ruleCount(rules)}${period ? `, ${formatPeriod(period)}` : ''}. Dra eller Alt+↑/↓ för att byta ordning.`,
	/** For those who hear the table. */
	keys: 'Piltangenterna går mellan reglerna. Enter öppnar regeln. Alt och piltangent flyttar den.',
	search: 'Sök regel',
	found: (shown: number, of: number): string => `${formatCount(shown)} av ${ruleCount(of)}.`,
	onlyToLookAt: 'Bara regler att se över',
	number: 'Nr',
	rule: 'Regel',
	rows: 'Rader',
	state: 'Skick',
	menu: 'Mer',
	unnamed: 'Regel utan namn',
	noCondition: 'Villkoret är inte klart',
	open: (number: number, name: string): string => `Öppna regel ${number}, ${name}`,
	drag: (number: number, name: string): string =>
		`Flytta regel ${number}, ${name}. Alt och pil upp eller ned.`,
	rowsOf: (name: string): string => `raderna som ${name} avgör`,
	lastHit: 'Senaste träff',
	today: 'i dag',
	dead: 'Träffar inget',
	shadowed: 'Skuggas',
	shadowedBy: (number: number): string => `Skuggas av ${number}`,
	shadowedByHand: 'Skuggas av handtaggar',
	shadowedByFile: 'Skuggas av filens taggar',
	matches: (rows: number): string => `matchar ${formatCounted(rows, 'rad', 'rader')}`,
	added: 'Ny',
	changed: 'Ändrad',
	moved: 'Flyttad',
	counting: 'Räknas',
	savedFigures: 'Rader, kronor och skick gäller de sparade reglerna.',
	shown: (from: number, to: number, of: number): string =>
		`Visar ${formatCount(from)}–${formatCount(to)} av ${formatCount(of)}`,
	previous: 'Tidigare',
	next: 'Nästa',
	/** `3 regler träffar inget, 2 skuggas`; empty when all rules win rows. */
	toLookAt: (dead: number, shadowed: number): string => {
		if (!dead && !shadowed) return '';
		if (!dead) return `${ruleCount(shadowed)} skuggas`;
		const first = `${ruleCount(dead)} träffar inget`;
		return shadowed ? `${first}, ${formatCount(shadowed)} skuggas` : first;
	},
	showThem: 'Visa bara dem',
	showAll: 'Visa alla regler',
	nothingFound: 'Ingen regel stämmer med sökningen.',
	nothingToLookAt: 'Ingen regel behöver ses över.',
	emptyTitle: 'Det finns inga regler än.',
	emptyText:
		'Utan regler är bara de rader taggade där filen själv säger vad som är it. Börja med reglerna för Kommun-Bas, eller skriv en egen.',
	start: 'Börja med Kommun-Bas',
	newRule: 'Ny regel',
	undo: 'Ångra',
	movedTo: (name: string, number: number, of: number): string =>
		`${name} står nu på plats ${formatCount(number)} av ${formatCount(of)}.`,
	isFirst: (name: string): string => `${name} står redan först.`,
	isLast: (name: string): string => `${name} står redan sist.`,
	removed: (name: string): string => `${name} är borttagen ur utkastet.`,
	copied: (name: string): string => `${name} är kopierad.`
} as const;

export const ruleMenuWords = {
	open: (number: number, name: string): string => `Mer om regel ${number}, ${name}`,
	title: (number: number): string => `Regel ${number}`,
	moveTo: 'Flytta till plats',
	move: 'Flytta',
	outside: (last: number): string => `Skriv ett tal från 1 till ${formatCount(last)}.`,
	first: 'Flytta först',
	last: 'Flytta sist',
	copy: 'Kopiera',
	remove: 'Ta bort'
} as const;
