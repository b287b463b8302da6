// The words of a meeting's papers.
import type { Day } from '../domain/day';
import { capitalised, dayOfInstant, formatDayLong, formatMonthLong, numberWord } from './format';

/** "Siffrorna är ur utgåva 12, regler 4, framtagna 2026-11-22 av Maja Lindqvist." */
export function madeLine(made: {
	edition: number;
	ruleVersion: number;
	author: string;
	created: string;
}): string {
	return `Siffrorna är ur utgåva ${made.edition}, regler ${made.ruleVersion}, framtagna ${dayOfInstant(made.created)} av ${made.author}.`;
}

/** "Data till och med augusti 2026, avstämd mot huvudboken. Alla dagar räknas från 31 augusti 2026." */
export function groundLine(meta: { dataTo: string | null; reconciled: boolean; today: string }): string {
	const data = meta.dataTo
		? `Data till och med ${formatMonthLong(meta.dataTo)}, ${meta.reconciled ? 'avstämd' : 'ej avstämd'} mot huvudboken.`
		: 'Inga kostnader är inlästa.';
	return `${data} Alla dagar räknas från ${formatDayLong(meta.today)}.`;
}

/** The answer of the first page. */
export function papersLead(
	meeting: { name: string; day: Day },
	agenda: readonly { kind: 'contract' | 'question' }[]
): string {
	const contracts = agenda.filter(({ kind }) => kind === 'contract').length;
	const questions = agenda.length - contracts;
	const about = [
		contracts && `${numberWord(contracts)} avtal`,
		questions && `${numberWord(questions, 'en')} ${questions === 1 ? 'fråga' : 'frågor'}`
	].filter(Boolean);
	const held = `${meeting.name} möts ${formatDayLong(meeting.day)}.`;
	return about.length ? `${held} ${capitalised(about.join(' och '))} står på dagordningen.` : held;
}

export const papersWords = {
	title: (name: string) => `Handlingar: ${name}`,
	document: (name: string, day: string) => `Handlingar till ${name} ${day}`,
	attachment: (name: string, day: string) => `Avtalskort, bilaga till ${name} ${day}`,
	print: 'Skriv ut',
	back: 'Till mötet',
	newer: 'En nyare utgåva finns.',
	stillShows: (edition: number) => `Handlingarna visar fortfarande utgåva ${edition}.`,
	earlier: (version: number, latest: number) =>
		`Du ser version ${version} av handlingarna. Version ${latest} är senare.`,
	showLatest: 'Visa den senaste',
	versions: 'Versioner av handlingarna',
	version: (version: number, day: string) => `Version ${version}, ${day}`,
	unreadable: 'Handlingarna kan inte visas',
	unreadableMeaning: 'De är sparade på ett sätt som programmet inte känner. Inget är ändrat i dem.',
	scoped: (units: readonly string[]) => `Siffrorna gäller ${units.join(', ')}.`,
	rounding: 'Beloppen är utan moms. Avrundat, summan kan skilja.',
	agenda: 'Dagordning',
	noAgenda: 'Dagordningen är tom.',
	point: 'Punkt',
	matter: 'Ärende',
	kind: 'Typ',
	by: 'Senast',
	yearly: (unit: string) => `${unit}/år`,
	five: 'Fem frågor om kommunens it',
	fiveScoped: 'Fem frågor om it',
	contracts: 'Avtal att ta ställning till',
	gone: (edition: number) => `Avtalet finns inte i registret i utgåva ${edition}.`,
	goneMeaning:
		'Det kan ha tagits bort ur registret, eller bytt nummer. Det stod på dagordningen under det här namnet.',
	questionsOf: 'Nämndens frågor',
	verdict: 'Nämndens bedömning',
	questions: 'Frågor på dagordningen',
	decision: 'Nämndens beslut',
	asked: 'frågade',
	figure: (figure: string) => `Siffran var då ${figure}.`,
	noAnswer: 'Väntar på svar.',
	source: (edition: number, rules: number) => `utgåva ${edition}, regler ${rules}`
} as const;
