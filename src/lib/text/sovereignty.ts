// The words of sovereignty: the eight objectives and five levels of the European Commission's framework, in our own words.
import type { SovereigntyLevel, SovereigntyObjective } from '../domain/sovereignty';
import { formatCount, formatCounted, listed } from './format';

/** `code` as the framework numbers them; `about` says in our words what is asked. */
export const objectiveNames: Readonly<
	Record<SovereigntyObjective, { code: string; name: string; short: string; about: string }>
> = {
	sov_strategic: {
		code: 'SOV-1',
		name: 'Strategisk',
		short: 'Strategi',
		about: 'Vem äger och styr leverantören?'
	},
	sov_legal: {
		code: 'SOV-2',
		name: 'Rättslig',
		short: 'Rätt',
		about: 'Vilka länders lagar kan tvinga fram data eller stopp?'
	},
	sov_data: {
		code: 'SOV-3',
		name: 'Data och AI',
		short: 'Data',
		about: 'Vem råder över data, nycklar och AI-tjänster?'
	},
	sov_operational: {
		code: 'SOV-4',
		name: 'Drift',
		short: 'Drift',
		about: 'Kan systemet drivas och flyttas utan leverantörer utanför EU?'
	},
	sov_supply_chain: {
		code: 'SOV-5',
		name: 'Leveranskedja',
		short: 'Kedja',
		about: 'Varifrån kommer programvara, hårdvara och underleverantörer?'
	},
	sov_technology: {
		code: 'SOV-6',
		name: 'Teknik',
		short: 'Teknik',
		about: 'Bygger systemet på öppna standarder och öppen källkod?'
	},
	sov_security: {
		code: 'SOV-7',
		name: 'Säkerhet och regelefterlevnad',
		short: 'Säkerhet',
		about: 'Sköts säkerhet, loggar och tillsyn inom EU?'
	},
	sov_environment: {
		code: 'SOV-8',
		name: 'Miljö',
		short: 'Miljö',
		about: 'Är energi, livslängd och återvinning redovisade?'
	}
};

export const levelNames = [
	'ingen rådighet',
	'EU-rätt gäller på papperet',
	'EU-rätt går att hävda, beroenden utanför EU finns kvar',
	'beroenden utanför EU är få',
	'full rådighet inom EU'
] as const;

/** "2", "0–3", "Okänt". */
export function levelText({ low, high, known }: SovereigntyLevel): string {
	if (!known) return 'Okänt';
	return low === high ? String(low) : `${low}–${high}`;
}

export const sovereigntyWords = {
	title: 'Suveränitet',
	levelOf: (level: string) => `Nivå ${level}`,
	neutralLead: 'Vem råder över systemen?',
	lead: (answered: number, systems: number, known: string) =>
		`${answered} av ${formatCounted(systems, 'system', 'system')} har svar om suveränitet. Nivån är känd för ${known} av it-kostnaden.`,
	noAnswers: (systems: number) =>
		`Inget av ${formatCounted(systems, 'system', 'system')} har svar om suveränitet ännu. Inget går att säga om nivån.`,
	bar: {
		title: (share: string, level: number) => `${share} av kostnaden ligger på högst nivå ${level}`,
		neutral: 'Kostnad efter suveränitetsnivå',
		subtitle: (period: string) =>
			`Nivån är den lägsta av åtta mål, 0–4. ${period}. Med svar som saknas kan nivån vara lägre.`,
		at: (level: number) => `Nivå ${level}, ${levelNames[level] ?? ''}`,
		atMost: (level: number) => `Högst nivå ${level}, svar saknas`,
		unknown: 'System utan svar',
		outside: 'Inte kopplat till något system',
		outsideRows: 'Visa raderna som inte är kopplade till något system',
		part: 'Nivå',
		share: 'Andel'
	},
	map: {
		title: (known: number, asked: number) => `${formatCount(known)} av ${formatCount(asked)} svar är kända`,
		subtitle: (period: string) => `System och mål, störst kostnad först. Streckad ruta: okänt. ${period}.`,
		system: 'System',
		owner: 'Kan svara',
		noOwner: 'Systemägare okänd',
		level: 'Nivå',
		unknown: 'Okänt',
		search: 'Sök system',
		onlyOpen: 'Bara system där svar saknas',
		shown: (shown: number, all: number) => `Visar ${shown} av ${formatCounted(all, 'system', 'system')}`,
		more: (count: number) => `Visa ${formatCounted(count, 'system', 'system')} till`,
		noHit: 'Inget system passar sökningen.',
		cell: (system: string, objective: string, level: number | null) =>
			`${system}, ${objective}: ${level === null ? 'okänt' : `nivå ${level}`}`,
		fill: (system: string, objective: string) => `Fyll i ${objective} för ${system}`
	},
	explanation: {
		answers: 'Kända svar',
		lowest: 'Lägsta svar',
		rule: 'Nivån är det svagaste målets. Ett känt svar är ett tak: okända svar kan bara sänka nivån.',
		ruleLabel: 'Regel',
		source: 'Källa',
		framework: 'EU-kommissionens Cloud Sovereignty Framework, version 1.2.1, oktober 2025'
	},
	lowestOf: (level: number, objectives: readonly string[]) => `${level} för ${listed(objectives)}`,
	framework:
		'Målen och nivåerna följer EU-kommissionens Cloud Sovereignty Framework, version 1.2.1 från oktober 2025: åtta mål, SOV-1 till SOV-8, på nivåerna SEAL-0 till SEAL-4. Formuleringarna är våra. Ramverket gäller molntjänster; för system i egen drift får svaren läsas därefter.',
	noRegister: 'Inget systemregister är inläst. Läs in system för att kunna svara.',
	loading: 'Hämtar system och svar …',
	failed: 'Suveräniteten kunde inte räknas',
	export: 'Exportera CSV'
} as const;
