// The words of a follow-up on paper.
import type { YearFollowUp } from '../domain/follow-up';
import { formatCounted } from './format';

/** How a follow-up is laid on paper. */
export type PaperPages = 'table' | 'unit';

export const paperWords = {
	title: 'Utskrift',
	back: 'Till uppföljningen',
	print: 'Skriv ut',
	choose: 'Sidor',
	pages: { table: 'Hela tabellen', unit: 'En sida per nämnd' } satisfies Record<PaperPages, string>,
	lead: (pages: PaperPages, units: number) =>
		pages === 'table'
			? 'Tabellen med kommentarerna under, på liggande A4.'
			: `${formatCounted(units, 'nämnd', 'nämnder')}, var och en på en sida för sig, på liggande A4.`,
	document: ({ followUp, year }: Pick<YearFollowUp, 'followUp' | 'year'>) =>
		`Budgetuppföljning ${followUp} ${year}`,
	allUnits: 'Alla nämnder',
	about: 'Om uttaget',
	edition: (edition: string) => `Utgåva ${edition}`,
	rules: (version: string) => `Regelversion ${version}`,
	dataTo: (month: string) => `Data t.o.m. ${month}`,
	filter: (units: readonly string[]) => `Filter: ${units.length ? units.join(', ') : 'inget'}`,
	printed: (day: string) => `Utskriven ${day}`,
	fromBudget: 'Från budget',
	notes: 'Kommentarer',
	notesFailed: 'Kommentarerna kunde inte hämtas, och saknas på pappret.',
	noNotes: 'Ingen har kommenterat uppföljningen.',
	preparing: 'Hämtar kommentarerna …'
} as const;
