// Every version of the rules, and two of them side by side.
import type { MoneyUnit } from '../domain/filters';
import { formatCount, formatCounted, formatMoneyWithUnit, formatPeriod } from './format';

const rules = (count: number): string => formatCounted(count, 'regel', 'regler');

export const historyWords = {
	title: 'Regelhistorik',
	lead: (version: number, versions: number): string =>
		versions === 1
			? `Regelversion ${version} är den enda som finns. Nya versioner står här när regler sparas.`
			: `Regelversion ${version} gäller. ${versions === 2 ? 'Båda versionerna' : `Alla ${formatCount(versions)} versioner`} finns kvar, och var och en går att återställa.`,
	published: (version: number): string => `Den publicerade utgåvan är taggad med regelversion ${version}.`,
	toRules: 'Till reglerna',
	versions: 'Versioner, den senaste först',
	versionsHint: 'Att återställa en version tar inte bort något: den blir en ny version.',
	version: 'Version',
	saved: 'Sparad',
	by: 'Av',
	note: 'Anteckning',
	changes: 'Ändringar',
	what: 'Gör',
	shipped: 'följer med programmet',
	current: 'gäller nu',
	restores: (version: number): string => `Återställde version ${version}.`,
	holds: (count: number, hands: number): string =>
		`${rules(count)}${hands ? `, ${formatCounted(hands, 'handtagg', 'handtaggar')}` : ''}`,
	counts: (changes: {
		added: number;
		removed: number;
		changed: number;
		moved: number;
		hand: number;
	}): string => {
		const parts = [
			changes.added ? `+${formatCount(changes.added)}` : '',
			changes.removed ? `−${formatCount(changes.removed)}` : '',
			changes.changed
				? `${changes.changed === 1 ? 'ändrad' : 'ändrade'} ${formatCount(changes.changed)}`
				: '',
			changes.moved ? `${changes.moved === 1 ? 'flyttad' : 'flyttade'} ${formatCount(changes.moved)}` : ''
		].filter(Boolean);
		const hand = changes.hand ? `hand ${formatCount(changes.hand)}` : '';
		return [parts.join(' '), hand].filter(Boolean).join(', ') || 'bara namnet på regelsamlingen';
	},
	showChanges: 'Visa ändringar',
	hideChanges: 'Dölj ändringar',
	showChangesOf: (version: number): string => `Visa ändringar i version ${version}`,
	hideChangesOf: (version: number): string => `Dölj ändringar i version ${version}`,
	changesOf: (version: number): string => `Ändringar i version ${version}`,
	restore: 'Återställ',
	restoreVersion: (version: number): string => `Återställ version ${version}`,
	restoreTitle: (version: number): string => `Återställ regelversion ${version}?`,
	restoreText: (version: number, current: number): string =>
		`Innehållet i version ${version} sparas som version ${current + 1} och gäller från nästa publicering. Version ${current} finns kvar och går att återställa. Låsta perioder ändras inte.`,
	restored: (version: number, made: number): string =>
		`Version ${version} är återställd som version ${made}. Publicera för att siffrorna ska följa den.`,
	restoreFailed: 'Versionen kunde inte återställas',
	reading: 'Hämtar reglerna …',
	readFailed: 'Reglerna kunde inte hämtas'
} as const;

export const differenceWords = {
	none: 'Reglerna är desamma.',
	sentence: (counts: {
		added: number;
		removed: number;
		changed: number;
		moved: number;
		hand: number;
	}): string => {
		const parts = [
			counts.added && `${formatCount(counts.added)} ${counts.added === 1 ? 'ny' : 'nya'}`,
			counts.removed && `${formatCount(counts.removed)} ${counts.removed === 1 ? 'borttagen' : 'borttagna'}`,
			counts.changed && `${formatCount(counts.changed)} ${counts.changed === 1 ? 'ändrad' : 'ändrade'}`,
			counts.moved && `${formatCount(counts.moved)} ${counts.moved === 1 ? 'flyttad' : 'flyttade'}`
		].filter(Boolean);
		const hand = counts.hand ? `${formatCounted(counts.hand, 'handtagg', 'handtaggar')} skiljer.` : '';
		return [parts.length ? `Regler: ${parts.join(', ')}.` : '', hand].filter(Boolean).join(' ');
	},
	kinds: { added: 'Ny', removed: 'Borttagen', changed: 'Ändrad', moved: 'Flyttad' },
	rule: (number: number, name: string): string => `Regel ${number}, ${name}`,
	before: 'Var',
	after: 'Blev',
	name: 'Namn',
	condition: 'Villkor',
	sets: 'Sätter',
	parts: 'Delas',
	note: 'Anteckning',
	owner: 'Ägare',
	place: 'Plats',
	nothing: '–',
	handTags: 'Rader satta för hand',
	showAll: (count: number): string => `Visa alla ${formatCount(count)}`,
	it: { ja: 'it', nej: 'inte it', kandidat: 'möjlig it' },
	system: (id: string): string => `system ${id}`,
	contract: (id: string): string => `avtal ${id}`,
	maker: (name: string): string => `avser ${name}`,
	part: (share: string, tags: string): string => `${share} % ${tags}`.trim()
} as const;

export const comparisonWords = {
	title: 'Jämför två versioner',
	subtitle:
		'Hela huvudboken räknas om med båda, i din webbläsare. Inget sparas. Så räknas också en gammal period om med dagens regler.',
	left: 'Version',
	right: 'mot version',
	option: (version: number, note: string): string => `${version}${note ? `, ${note}` : ''}`,
	optionCurrent: 'gäller nu',
	optionLocked: (names: readonly string[]): string => `låst ${names.join(', ')}`,
	period: 'Period',
	all: 'Alla månader',
	own: 'Egna månader',
	choice: (follow: string, year: number): string => (follow === 'VB' ? `Helår ${year}` : `${follow} ${year}`),
	from: 'Från månad',
	to: 'Till månad',
	noMonth: 'Skriv månaden som ÅÅÅÅ-MM.',
	wrongOrder: 'Sista månaden ligger före den första.',
	compare: 'Jämför',
	same: 'Välj två olika versioner.',
	needsTwo: 'Det behövs två versioner för att jämföra. Den andra finns när regler har sparats.',
	noEdition:
		'Inget är publicerat än, så det finns inga kronor att jämföra. Reglerna går ändå att jämföra ovan.',
	perLock: 'Räkna om en låst period med dagens regler:',
	lockLink: (name: string, version: number): string => `${name}, version ${version} mot i dag`,
	judging: (left: number, right: number): string => `Räknar huvudboken med version ${left} och ${right} …`,
	failed: 'Jämförelsen kunde inte räknas',
	lead: (
		[left, right]: readonly [number, number],
		change: number,
		period: { from: string; to: string } | null,
		unit: MoneyUnit
	): string => {
		const months = period ? `för ${formatPeriod(period, 'long')}` : 'för alla månader';
		if (change === 0)
			return `It-kostnaden ${months} blir densamma med version ${right} som med version ${left}.`;
		const money = formatMoneyWithUnit(Math.abs(change), unit, { decimals: unit === 'mnkr' ? 2 : undefined });
		const way = change > 0 ? 'högre' : 'lägre';
		return `It-kostnaden ${months} blir ${money} ${way} med version ${right} än med version ${left}.`;
	},
	movesLead: (rows: number, ore: number, unit: MoneyUnit): string =>
		rows === 0
			? 'Ingen rad taggas annorlunda.'
			: `${formatCounted(rows, 'rad', 'rader')} och ${formatMoneyWithUnit(ore, unit, { decimals: unit === 'mnkr' ? 2 : undefined })} taggas annorlunda.`,
	kinds: 'Kronor per kostnadsslag',
	kind: 'Kostnadsslag',
	heaps: { nej: 'Inte it', kandidat: 'Möjlig it', obedömt: 'Inte bedömt' },
	itSum: 'Summa it',
	versionColumn: (version: number, unit: MoneyUnit): string => `Version ${version}, ${unit}`,
	difference: (unit: MoneyUnit): string => `Skillnad, ${unit}`,
	moves: 'Vad som flyttas',
	year: 'År',
	fromSide: 'Från',
	toSide: 'Till',
	rows: 'Rader',
	locked: 'låst månad',
	largestMoves: (count: number): string => `De ${formatCount(count)} största visas.`,
	ruleDifferences: 'Vad som skiljer i reglerna'
} as const;
