// The words of planned changes: the list of them, and the form that puts one in the plan.
import type { ChangeWay, PlannedChange } from '../domain/planned-change';
import { shortestReason } from '../domain/reason';
import { dayOfInstant, formatMoneyWithUnit, numberWord } from './format';

export const changeText = {
	title: 'Planerade ändringar',
	subtitle:
		'Förändring är pengar under en tid, drift är det som blir kvar. Alla ändringar räknas i sättet Båda.',
	none: 'Inga ändringar är planerade för de här åren.',
	name: 'Ändring',
	unit: 'Nämnd',
	kind: 'Slag av ändring',
	costKind: 'Kostnadsslag',
	ways: 'Räknas i',
	by: 'Senast skrivet av',
	add: 'Lägg till ändring',
	change: 'Ändra',
	show: 'Visa',
	undo: 'Ångra',
	tryAgain: 'Försök igen',
	undone: 'Ångrat, som det var innan.',
	newer: 'Någon annan har ändrat sedan dess. Inget ångrades.',
	notDivided: 'Inte delad'
} as const;

export const kindNames: Readonly<Record<PlannedChange['kind'], string>> = {
	forandring: 'Förändring',
	drift: 'Drift'
};

/** "Maja Lindqvist, 2026-09-01". */
export function changedBy({ author, created }: { author: string; created: string }): string {
	return `${author}, ${dayOfInstant(created)}`;
}

/** Where a change is counted, besides in Båda, which has everything. */
export const wayNames: Readonly<Record<ChangeWay, string>> = {
	fornyelse: 'Förnyelse',
	fortsatt_forvaltning: 'Fortsatt förvaltning',
	bagge: 'Förnyelse och fortsatt förvaltning',
	bara_bada: 'Bara när båda görs'
};

export const changeFormText = {
	newTitle: 'Lägg till i planen',
	about:
		'Ändringen räknas i planen för alla som ser nämnden. Driften i dag, prisökningen och avtalen räknas redan.',
	name: 'Vad ska ändras',
	nameHint: 'Till exempel Ny lärplattform, införande. Skriv inga personnummer.',
	noName: 'Skriv vad som ska ändras.',
	unit: 'Nämnd som betalar',
	system: 'System',
	noSystem: 'Inget system i registret',
	costKind: 'Kostnadsslag',
	kind: 'Slag av ändring',
	kinds: {
		forandring: 'Förändring, pengar under en tid',
		drift: 'Drift, blir kvar'
	} satisfies Record<PlannedChange['kind'], string>,
	way: 'Räknas i',
	years: 'Kronor per år',
	yearsHint:
		'Det som ändras mot i dag. Minus är en besparing, tomt är inget. Till exempel 1\u00a0200\u00a0000, eller 1,2\u00a0mnkr.',
	yearLabel: (year: number) => `${year}, kronor`,
	noAmount: 'Skriv ett belopp i kronor, eller lämna tomt.',
	noYears: 'Skriv ett belopp för minst ett år.',
	reason: 'Varför',
	reasonHint: `Minst ${numberWord(shortestReason)} tecken. Skälet syns för alla som ser nämnden. Skriv inga personnummer.`,
	noReason: `Skriv varför, med minst ${numberWord(shortestReason)} tecken.`,
	save: 'Spara ändringen',
	saving: 'Sparar',
	takeOut: 'Ta ur planen',
	history: 'Vad som har sagts',
	nothingSaid: 'Inget har sagts än.',
	onlyControllers: 'Controllers lägger till och ändrar för de nämnder de ser.',
	putIn: (name: string) => `${name} är inlagd i planen.`,
	changed: (name: string) => `${name} är ändrad.`,
	takenOut: (name: string) => `${name} är uttagen ur planen.`,
	newerBy: (author: string, isOut: boolean, reason: string) =>
		`${author} hann före${isOut ? ' och tog ur ändringen' : ''}. Skäl: ${reason} Det du skrev ligger kvar. Spara igen om det ska gälla.`
} as const;

/** "2026-09-01, Maja Lindqvist: lades in, 2027 300 000 kr, 2028 −40 000 kr". */
export function changeLine(
	{ author, created }: { author: string; created: string },
	content: PlannedChange | null,
	isFirst: boolean
): string {
	const what = content === null ? 'togs ur planen' : isFirst ? 'lades in' : 'ändrades till';
	const years = (content?.years ?? []).map(({ year, ore }) => `${year} ${formatMoneyWithUnit(ore, 'kr')}`);
	return `${dayOfInstant(created)}, ${author}: ${[what, ...years].join(', ')}`;
}
