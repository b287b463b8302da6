// Locked periods, and what today's rules would say of them.
import type { MoneyUnit } from '../domain/filters';
import type { Period } from '../domain/period';
import { formatCounted, formatDay, formatMoneyWithUnit, formatPeriod } from './format';

const rows = (count: number): string => formatCounted(count, 'rad', 'rader');

export const lockWords = {
	title: 'Låsta perioder',
	subtitle:
		'En rapporterad period låses, så att nya regler inte ändrar det som redan är redovisat. Vad de skulle ha ändrat står i rättelseposten.',
	none: 'Ingen period är låst. När ni rapporterar T1, T2 eller året: lås månaderna här.',
	table: 'Låsta perioder',
	period: 'Period',
	months: 'Månader',
	keeps: 'Behåller regler',
	version: (version: number): string => `version ${version}`,
	locked: 'Låst',
	lockedBy: (by: string, day: string): string => `${formatDay(day)} av ${by}`,
	what: 'Gör',
	compare: 'Jämför med i dag',
	compareNamed: (name: string): string => `Jämför ${name} med dagens regler`,
	isCurrent: 'Samma regler som i dag',
	unlock: 'Lås upp',
	unlockNamed: (name: string): string => `Lås upp ${name}`,
	ofFollowUp: (name: string): string => `Öppnas med uppföljningen ${name}`,
	former: (count: number): string => `Tidigare lås (${count})`,
	formerLine: (name: string, months: string, version: number): string =>
		`${name}, ${months}, regelversion ${version}`,
	unlockedLine: (by: string, day: string, reason: string): string =>
		`Upplåst ${formatDay(day)} av ${by}: ${reason}`,
	lockPeriod: 'Lås period',
	year: 'År',
	follow: 'Period',
	follows: { T1: 'T1', T2: 'T2', VB: 'Helår', own: 'Egna månader' },
	from: 'Från månad',
	to: 'Till månad',
	monthHint: 'ÅÅÅÅ-MM',
	name: 'Vad som är rapporterat',
	nameOf: (follow: 'T1' | 'T2' | 'VB' | 'own', year: string, months: string): string =>
		follow === 'own' ? months : `${follow} ${year}`,
	noMonth: 'Skriv månaden som ÅÅÅÅ-MM, till exempel 2026-01.',
	wrongOrder: 'Sista månaden ligger före den första.',
	noName: 'Skriv vad som är rapporterat, till exempel T2 2026.',
	noYear: 'Skriv året med fyra siffror.',
	meaning: (months: string, version: number): string =>
		`${months} behåller taggarna enligt regelversion ${version}. Regler som sparas senare ändrar inte siffrorna för månaderna.`,
	severalVersions: (runs: readonly { period: Period; version: number }[]): string =>
		`Månaderna är publicerade med olika versioner av reglerna: ${runs.map(({ period, version }) => `${formatPeriod(period)} med version ${version}`).join(', ')}. Lås dem var för sig, så behåller de sina siffror.`,
	publishedMeaning: 'Det är den version som den publicerade utgåvan är taggad med.',
	unpublishedMeaning: 'Ingen utgåva är publicerad, så det är den version som är sparad nu.',
	overlap: (names: readonly string[]): string =>
		`Månader som redan är låsta som ${names.join(' och ')} behåller den versionen.`,
	confirm: 'Lås',
	working: 'Låser …',
	done: (name: string): string => `${name} är låst.`,
	undone: (name: string): string =>
		`${name} är upplåst. Dagens regler gäller månaderna från nästa publicering.`,
	unlockTitle: (name: string): string => `Lås upp ${name}?`,
	unlockText: (months: string): string =>
		`När nästa utgåva publiceras taggas ${months} med dagens regler, eller som ett annat lås säger, och siffror som redan är rapporterade kan ändras. Låset och skälet står kvar i historiken.`,
	reason: 'Skäl',
	reasonHint: 'Varför perioden låses upp. Syns i historiken.',
	noReason: 'Skriv varför perioden låses upp.',
	unlocking: 'Låser upp …',
	unreachable: 'Servern svarar inte. Kontrollera anslutningen och försök igen. Inget är ändrat.'
} as const;

export const restatementWords = {
	title: 'Rättelsepost för låsta perioder',
	none: 'Dagens publicerade regler skulle inte tagga någon rad i låsta månader annorlunda.',
	noLocks: 'Ingen period är låst, så det finns inget att rätta.',
	lead: (count: number, changeOre: number, unit: MoneyUnit): string => {
		const change = formatMoneyWithUnit(changeOre, unit, {
			signed: true,
			decimals: unit === 'mnkr' ? 2 : undefined
		});
		const sum =
			changeOre === 0 ? 'Summan it-kostnad skulle vara densamma' : `It-kostnaden skulle ändras med ${change}`;
		return `${rows(count)} i låsta månader skulle taggas annorlunda med dagens regler. ${sum}. De rapporterade siffrorna står kvar.`;
	},
	version: (version: number): string => `Enligt den publicerade utgåvan, regelversion ${version}.`,
	notPublished: (saved: number): string =>
		`Regelversion ${saved} är sparad men inte publicerad. Rättelseposten räknas om när den publiceras.`,
	perLock: 'Rättelsepost per låst period',
	lock: 'Låst period',
	unknownLock: 'Inte längre låst',
	allLocks: 'Alla låsta perioder',
	rows: 'Rader',
	before: 'It, rapporterat',
	after: 'It, dagens regler',
	change: 'Skillnad',
	list: 'Raderna, störst ändring först',
	day: 'Datum',
	unit: 'Nämnd',
	account: 'Konto',
	supplier: 'Leverantör',
	amount: 'Belopp',
	tagsBefore: 'Tagg, rapporterat',
	tagsAfter: 'Tagg, dagens regler',
	show: 'Visa period',
	shown: (from: number, to: number, of: number): string => `Visar ${from}–${to} av ${rows(of)}`,
	previous: 'Tidigare',
	next: 'Nästa',
	csv: 'Exportera CSV',
	failed: 'Rättelseposten kunde inte räknas fram',
	fileName: 'rättelsepost'
} as const;

/** `januari–augusti 2026`, or as the start of a sentence. */
export function lockedMonthsText(
	period: { from: string; to: string },
	style: 'long' | 'heading' = 'long'
): string {
	return formatPeriod(period, style);
}
