// The words of the pages of a supplier, a nämnd and a system, and of their lists.
import type { MoneyUnit } from '../domain/filters';
import type { Period } from '../domain/period';
import type { SubjectKind } from '../domain/subject';
import { changeExplained, changeWords, earlierWords, type KindChange } from './change';
import { formatCount, formatCounted, formatMoneyWithUnit, formatPeriod, formatShare } from './format';

export const subjectWords = {
	one: { supplier: 'Leverantör', unit: 'Nämnd', system: 'System' },
	many: { supplier: 'Leverantörer', unit: 'Nämnder', system: 'System' },
	none: { supplier: 'Utan leverantör', unit: 'Utan nämnd', system: 'Utan känt system' },
	/** Over the column that tells them apart in a list. */
	about: { supplier: 'Organisationsnummer', unit: 'Typ', system: 'Ägs av' },
	headers: { supplier: 'leverantor', unit: 'namnd', system: 'system' },
	search: {
		supplier: 'Sök leverantör eller nummer',
		unit: 'Sök nämnd',
		system: 'Sök system, id eller nämnd'
	},
	open: 'Öppna',
	missing: 'Finns inte i de siffror du får se',
	missingMeaning: {
		supplier:
			'Leverantören kan ha fakturerat nämnder som du inte har tillgång till, eller finns i en annan utgåva.',
		unit: 'Nämnden kan stavas på ett annat sätt, eller höra till dem som du inte har tillgång till.',
		system: 'Systemet kan höra till nämnder som du inte har tillgång till, eller finns i en annan utgåva.'
	},
	toList: { supplier: 'Visa alla leverantörer', unit: 'Visa alla nämnder', system: 'Visa alla system' },
	failed: 'Det här kunde inte räknas fram',
	neutralLead: {
		supplier: 'Vad köps av leverantören, och på vilka avtal?',
		unit: 'Vad kostar nämndens it, och vem får pengarna?',
		system: 'Vad kostar systemet, och vad vet vi om det?'
	},
	trend: 'Kostnad per månad',
	amount: 'It-kostnad',
	share: 'Andel',
	change: 'Mot',
	rows: 'Rader',
	sum: 'Summa',
	contracts: 'Avtal',
	systems: 'System',
	organisationNumber: (number: string) => `org.nr ${number}`,
	whole: 'Hela kostnaden',
	noContract: 'Utan känt avtal',
	showMore: (count: number) => `Visa ${formatCount(count)} till`,
	unknownName: (key: string) => `${key}, inte i registret`
} as const;

/** The nämnd's rows, what a supplier's are for: titles of the cards that divide the cost. */
export const splitWords = {
	unit: { title: 'Nämnder som betalar', column: 'Nämnd', header: 'namnd', none: 'Utan nämnd' },
	supplier: {
		title: 'Leverantörer som får betalt',
		column: 'Leverantör',
		header: 'leverantor',
		none: 'Utan leverantör'
	},
	system: { title: 'System', column: 'System', header: 'system', none: 'Utan känt system' },
	contract: { title: 'Avtal', column: 'Avtal', header: 'avtal', none: 'Utan känt avtal' },
	empty: 'Ingen it-kostnad i perioden.'
} as const;

export const contractCardWords = {
	title: 'Avtal',
	subtitle: (period: Period) =>
		`Registrets avtal, och det som har bokförts på dem ${formatPeriod(period)}. Även antagna avtal räknas.`,
	contract: 'Avtal',
	supplier: 'Leverantör',
	unit: 'Ägs av',
	step: 'Nästa steg',
	day: 'Senast',
	end: 'Slutar',
	inForce: 'Gäller i dag',
	notInForce: 'Gäller inte i dag',
	unlisted: 'Inte i avtalsregistret',
	openEnded: 'tills vidare',
	none: 'Inget avtal är känt.',
	notLoaded: 'Inga avtal är inlästa än. Det går inte att säga vilka som finns.',
	caveat: 'Avtalsregistret är inte heltäckande.'
} as const;

export const systemCardWords = {
	title: 'System',
	system: 'System',
	owner: 'Ägs av',
	relation: 'Samband',
	supplied: 'levererar',
	onContract: 'på avtal',
	owned: 'äger',
	used: 'använder',
	shared: 'gemensamt för alla',
	paid: 'betalar',
	invoiced: 'fakturerar',
	none: 'Inget system är känt.',
	notLoaded: 'Ingen systemlista är inläst än, och inga kostnader är märkta med system.'
} as const;

/** How cost comes to systems; said only where some of it comes through contracts. */
export const joinedWords = {
	byTag: 'är taggat med system på raden.',
	byContract:
		'hör till system genom avtalet: raden saknar egen tagg, och bara ett system i registret har avtalet.',
	tagPath: 'Taggat med system',
	contractPath: 'System genom avtalet'
} as const;

export const licenceCardWords = {
	title: 'Licenser',
	subtitle: (period: Period) => `Sista månaden med uppgifter ${formatPeriod(period)}, per produkt.`,
	product: 'Produkt',
	month: 'Månad',
	purchased: 'Köpta',
	active: 'Aktiva',
	unused: 'Oanvända, försiktigt',
	purchase: 'Köpta gånger pris, kr i månaden',
	none: 'Inga licensuppgifter i perioden.'
} as const;

export const supplierPageWords = {
	bought: 'Vad nämnderna köper',
	boughtSubtitle: (unit: MoneyUnit) => `Nämnd och kostnadsslag, ${unit}. Varje tal öppnar sina rader.`,
	resale: 'Verklig leverantör',
	resaleSubtitle: 'Fakturan kommer från återförsäljaren, produkten från någon annan.',
	sells: 'Säljer andras produkter',
	through: 'Betalas genom återförsäljare',
	maker: 'Produkt från',
	seller: 'Återförsäljare',
	noResale: 'Ingen rad säger att fakturan avser någon annans produkt, eller att någon annan säljer den här.',
	without: 'Utan känt avtal',
	/** @param several kronor that may be on either of several contracts */
	withoutContext: (share: number | null, several: string | null) =>
		`${formatShare(share)} av kostnaden${several ? `. Därtill ${several} med flera möjliga avtal` : ''}. Registret är inte heltäckande.`,
	noRegister: 'Inga avtal är inlästa',
	inForce: 'Avtal som gäller i dag',
	inForceContext: (count: number) => `av ${formatCounted(count, 'känt avtal', 'kända avtal')}`
} as const;

export const unitPageWords = {
	budget: (year: number) => `Avvikelse från budget ${year}`,
	noBudget: 'Ingen budget är inläst för nämnden',
	budgetContext: (budget: string, version: string | null, forecast: string) =>
		`Budget ${budget}, ${version ?? 'prognos'} ${forecast}. Plus är bättre än budget.`,
	noForecast: (budget: string) => `Budget ${budget}. Ingen prognos är lämnad.`,
	owned: 'Avtal som nämnden äger',
	employees: (count: number | null) =>
		count === null ? 'okänt antal anställda' : formatCounted(count, 'anställd', 'anställda')
} as const;

export const systemPageWords = {
	facts: 'Uppgifter om systemet',
	completeness: (filled: number, asked: number) => `${filled} av ${asked} uppgifter ifyllda`,
	unlisted: 'Systemet finns i kostnader eller licenser men inte i systemlistan.',
	lines: (count: number) => `Systemet står på ${count} rader i systemlistan. Den första visas.`,
	source: 'Källa'
} as const;

/** What the fields of the register are called on the page, in its order. */
export const systemFactNames: Readonly<Record<string, string>> = {
	unit: 'Ägs av',
	system_owner: 'Systemägare',
	information_owner: 'Informationsägare',
	maintenance_lead: 'Förvaltningsansvarig',
	supplier: 'Leverantör',
	contract_ids: 'Avtal',
	shared: 'Gemensamt',
	users: 'Antal användare',
	user_rating: 'Användarbetyg, 1–5',
	capabilities: 'Förmågor',
	layer: 'Lager',
	operating_form: 'Driftform',
	life_cycle: 'Livscykel',
	in_use_from: 'I drift från',
	criticality: 'Kritikalitet',
	class_confidentiality: 'Konfidentialitet, 0–3',
	class_integrity: 'Riktighet, 0–3',
	class_availability: 'Tillgänglighet, 0–3',
	personal_data: 'Personuppgifter',
	licence: 'Licens',
	api: 'API',
	data_export: 'Dataexport',
	integrations: 'Antal integrationer',
	retired_from: 'Avvecklas',
	replaced_by: 'Ersätts av',
	used_by: 'Används av',
	description: 'Beskrivning'
};

export interface SubjectLead {
	/** Before and after the figure; without a figure nothing costs anything, and `before` is the sentence. */
	before: string;
	figure: string | null;
	after: string;
}

/**
 * "Nordvinge Data AB kostar 33,1 mnkr, 20,4 % av all it-kostnad. Det är 1,2 mnkr mer än samma tid i fjol."
 * @param facts `share` is of all IT cost in the period; `compared` null when there is nothing to compare with
 */
export function subjectLead(
	facts: {
		kind: SubjectKind;
		name: string;
		kinds: readonly KindChange[];
		rowCount: number;
		share: number | null;
		period: Period;
		compared: Period | null;
		today: string;
	},
	unit: MoneyUnit
): SubjectLead {
	const { kind, name, kinds, share, period, compared, today } = facts;
	const now = kinds.reduce((sum, row) => sum + row.now, 0);
	const before = kinds.reduce((sum, row) => sum + row.before, 0);
	const inPeriod = formatPeriod(period);
	const earlier = compared && before !== 0 ? formatMoneyWithUnit(before, unit) : null;
	if (!facts.rowCount) {
		const nothing = {
			supplier: `Ingen it-kostnad hos ${name} ${inPeriod}`,
			unit: `${name} har ingen it-kostnad ${inPeriod}`,
			system: `Ingen it-kostnad hör till ${name} ${inPeriod}`
		}[kind];
		const last = compared && earlier ? `, mot ${earlier} ${earlierWords(compared, today)}` : '';
		return { before: `${nothing}${last}.`, figure: null, after: '' };
	}
	const current = period.to.slice(0, 4) === today.slice(0, 4);
	const when = current && period.from.endsWith('-01') ? '' : ` ${inPeriod}`;
	const owner = kind === 'unit' ? `${name}${/[sxz]$/.test(name) ? '' : 's'} it` : name;
	const part = share === null ? '' : `, ${formatShare(share)} av all it-kostnad`;
	const explained = compared ? changeExplained(kinds, unit) : null;
	const change = compared
		? ` Det är ${changeWords(now, before, unit, earlierWords(compared, today))}.`
		: ' Samma tid året innan är inte inläst.';
	return {
		before: `${owner} ${current ? 'kostar' : 'kostade'} `,
		figure: formatMoneyWithUnit(now, unit),
		after: `${when}${part}.${change}${explained ? ` ${explained}` : ''}`
	};
}

/** "It kostade 162,1 mnkr jan–aug 2026, hos 117 leverantörer. Störst är Nordvinge Data AB, 18,4 % av all it-kostnad." Amounts are öre. */
export function listLead(
	kind: SubjectKind,
	facts: {
		/** All IT cost of the period. */
		amount: number;
		/** How many the cost names, and their share of it. */
		count: number;
		named: number | null;
		largest: { name: string; share: number } | null;
		period: Period;
	},
	unit: MoneyUnit
): SubjectLead {
	const period = formatPeriod(facts.period);
	const words = {
		supplier: `hos ${formatCounted(facts.count, 'leverantör', 'leverantörer')}`,
		unit: `i ${formatCounted(facts.count, 'nämnd', 'nämnder')}`,
		system: `varav ${formatShare(facts.named)} hör till ${formatCounted(facts.count, 'system', 'system')}`
	}[kind];
	const largest = facts.largest
		? ` Störst är ${facts.largest.name}, ${formatShare(facts.largest.share)} av all it-kostnad.`
		: '';
	if (!facts.amount && !facts.count)
		return { before: `Ingen it-kostnad ${period}.`, figure: null, after: '' };
	return {
		before: 'It kostade ',
		figure: formatMoneyWithUnit(facts.amount, unit),
		after: ` ${period}, ${words}.${largest}`
	};
}

/** "12 av 146 leverantörer passar sökningen." */
export function foundWords(kind: SubjectKind, found: number, all: number): string {
	const noun = { supplier: 'leverantörer', unit: 'nämnder', system: 'system' }[kind];
	return found === 0
		? `Ingen av ${all} ${noun} passar sökningen.`
		: `${found} av ${all} ${noun} passar sökningen.`;
}
