// The words of Systemkarta: what covers each förmåga at each nämnd, and what nobody has said.
import { coverageStates, type Coverage, type CoverageState } from '../domain/capability-coverage';
import type { Day } from '../domain/day';
import { needCount, type StateCounts } from '../domain/system-map';
import type { MapMeasure, MeasuredCell, SystemMeasure } from '../domain/system-map-measure';
import {
	capitalised,
	formatCount,
	formatCounted,
	formatDay,
	formatShare,
	listed,
	numberWord
} from './format';

export const stateNames: Readonly<Record<CoverageState, string>> = {
	täckt: 'Täckt',
	överlapp: 'Överlapp',
	hål: 'Hål',
	okänt: 'Okänt',
	'inget behov': 'Inget behov'
};

export const stateMeanings: Readonly<Record<CoverageState, string>> = {
	täckt: 'Ett system täcker behovet.',
	överlapp: 'Nämnden har mer än ett system för samma sak.',
	hål: 'Behovet är uttalat, men inget system i drift täcker det.',
	okänt: 'Ingen har sagt om nämnden har behovet.',
	'inget behov': 'Nämnden har sagt att den inte har behovet.'
};

export const measureNames: Readonly<Record<MapMeasure, string>> = {
	coverage: 'Täckning',
	cost: 'Kostnad',
	contractEnd: 'Avtalsslut',
	lockIn: 'Inlåsning',
	exitReadiness: 'Exitberedskap',
	age: 'Ålder'
};

/** As the address says them. */
export const measureWords: Readonly<Record<MapMeasure, string>> = {
	coverage: 'tackning',
	cost: 'kostnad',
	contractEnd: 'avtalsslut',
	lockIn: 'inlasning',
	exitReadiness: 'exitberedskap',
	age: 'alder'
};

/** What the colours mean, from the lightest. */
export const measureLegends: Readonly<
	Record<Exclude<MapMeasure, 'coverage'>, { title: string; steps: readonly string[] }>
> = {
	cost: {
		title: 'Nämndens kostnad för förmågans system i perioden',
		steps: ['under 50 tkr', '50–200 tkr', '200–500 tkr', '0,5–1 mnkr', '1–3 mnkr', '3 mnkr eller mer']
	},
	contractEnd: {
		title: 'Första avtalsslut bland rutans system',
		steps: [
			'mer än 3 år eller tills vidare',
			'2–3 år',
			'1–2 år',
			'6–12 månader',
			'3–6 månader',
			'mindre än 3 månader'
		]
	},
	lockIn: {
		title: 'Så många av systemets köpta delar har en och samma leverantör, mest bundna systemet i rutan',
		steps: ['högst 25 %', '26–39 %', '40–59 %', '60–75 %', '76–98 %', 'alla delar']
	},
	exitReadiness: {
		title: 'Säkra ja av exitfrågorna om systemets avtal, systemet med lägst andel i rutan',
		steps: ['minst 83 %', '66–82 %', '50–65 %', '33–49 %', '16–32 %', 'under 16 %']
	},
	age: {
		title: 'År i drift, äldsta systemet i rutan',
		steps: ['under 3 år', '3–5 år', '6–9 år', '10–14 år', '15–19 år', '20 år eller mer']
	}
};

const systemsOf = (count: number) => formatCounted(count, 'system', 'system');
const were = (count: number, one: string, many: string) =>
	`${formatCount(count)} ${count === 1 ? one : many}`;

/** "76 av 117 behov är täckta av ett system. 13 är dubbla, 16 saknar system och 12 vet vi inte." */
export function mapLead(counts: StateCounts): string {
	const all = needCount(counts);
	if (!all) return 'Ingen nämnd har något behov på kartan än.';
	const rest = [
		...(counts.överlapp ? [were(counts.överlapp, 'är dubbelt', 'är dubbla')] : []),
		...(counts.hål ? [`${formatCount(counts.hål)} saknar system`] : []),
		...(counts.okänt ? [`${formatCount(counts.okänt)} vet vi inte`] : [])
	];
	const covered = `${formatCount(counts.täckt)} av ${formatCounted(all, 'behov är täckt', 'behov är täckta')} av ett system.`;
	return rest.length ? `${covered} ${capitalised(listed(rest))}.` : covered;
}

/** "Utbildning" of Utbildningsnämnden: what stands over a narrow column. Names that would be alike are kept whole. */
export function shortUnitNames(units: readonly string[]): ReadonlyMap<string, string> {
	const short = (name: string) =>
		name.replace(/^Stadsdelsnämnden\s+/i, '').replace(/^(..+?)s?nämnden$/i, '$1');
	const times = new Map<string, number>();
	for (const name of units) times.set(short(name), (times.get(short(name)) ?? 0) + 1);
	return new Map(units.map((name) => [name, times.get(short(name)) === 1 ? short(name) : name]));
}

/** The sentence of a cell for who hears it. */
export function cellHeard(
	place: { capability: string; unit: string },
	{ state, counted, need, used }: Pick<Coverage, 'state' | 'counted' | 'need' | 'used'>,
	nameOf: (systemId: string) => string,
	money: string | null
): string {
	const named = listed(counted.map(nameOf));
	const said = {
		täckt: `täckt av ${named}`,
		överlapp: `överlapp, ${systemsOf(counted.length)}: ${named}`,
		hål: 'hål, behovet är uttalat men inget system täcker det',
		okänt: 'okänt, ingen har sagt om behovet finns',
		'inget behov': 'inget behov'
	}[state];
	const denied = need === 'inget behov' && used.length ? '. Nämnden har sagt att behovet inte finns' : '';
	return `${place.capability}, ${place.unit}: ${said}${denied}${money === null ? '' : `. ${money}`}`;
}

/** A closed förmåga at a nämnd: "4 täckt, 1 hål". */
export function countsHeard(place: { capability: string; unit: string }, counts: StateCounts): string {
	const said = coverageStates
		.filter((state) => counts[state] > 0)
		.map((state) => `${formatCount(counts[state])} ${stateNames[state].toLocaleLowerCase('sv')}`);
	return `${place.capability}, ${place.unit}: ${said.length ? `av delarna är ${listed(said)}` : 'inga delar'}`;
}

/** A measured cell in its narrow place; '' without systems. */
export function measuredShort(measure: SystemMeasure, { value, systems }: MeasuredCell): string {
	if (systems === 0) return '';
	return value === null ? '?' : shortValue(measure, value);
}

function shortValue(measure: SystemMeasure, value: NonNullable<MeasuredCell['value']>): string {
	if (typeof value === 'string') return value === 'open' ? 't.v.' : value.slice(2, 7);
	if (typeof value === 'object') return formatCount(Math.floor(value.low * 100 + 1e-9));
	return measure === 'age' ? formatCount(value) : formatCount(Math.round(value * 100));
}

/** The same in words. */
export function measuredLong(
	measure: SystemMeasure,
	{ value, unknown, systems }: MeasuredCell
): string | null {
	if (systems === 0) return null;
	const name = measureNames[measure];
	if (value === null) return `${name}: okänt`;
	const rest = unknown ? `, okänt för ${formatCount(unknown)} av ${systemsOf(systems)}` : '';
	return `${name}: ${longValue(measure, value)}${rest}`;
}

function longValue(measure: SystemMeasure, value: NonNullable<MeasuredCell['value']>): string {
	if (typeof value === 'string') return endWords(value);
	if (typeof value === 'object')
		return value.low === value.high
			? formatShare(value.low, 0)
			: `${formatShare(value.low, 0)}–${formatShare(value.high, 0)}`;
	return measure === 'age' ? `${formatCount(value)} år i drift` : `${formatShare(value, 0)} av delarna`;
}

/** When a contract ends. */
export function endWords(end: Day | 'open' | null): string {
	return end === null ? 'avtalsslut okänt' : end === 'open' ? 'tills vidare' : formatDay(end);
}

/** What stands on top of a chosen cell. */
export function cellTitle({ state, counted, need }: Coverage): string {
	switch (state) {
		case 'täckt':
			return 'Ett system täcker behovet';
		case 'överlapp':
			return `${capitalised(numberWord(counted.length))} system gör samma sak`;
		case 'hål':
			return 'Inget system täcker behovet';
		case 'okänt':
			return need === 'okänt' ? 'Ingen har sagt om behovet finns' : 'Okänt';
		case 'inget behov':
			return 'Nämnden har inte behovet';
	}
}

/** "3 överlapp, 1 hål" of a förmåga. */
export function troubleWords(counts: StateCounts): string {
	return [
		...(counts.överlapp ? [formatCounted(counts.överlapp, 'överlapp', 'överlapp')] : []),
		...(counts.hål ? [formatCounted(counts.hål, 'hål', 'hål')] : []),
		...(counts.okänt ? [formatCounted(counts.okänt, 'okänt', 'okända')] : [])
	].join(', ');
}

export const systemMapWords = {
	title: 'Systemkarta',
	neutralLead: 'Vad täcker systemen, och var finns hål?',
	loading: 'Lägger kartan …',
	failed: 'Kartan kunde inte läggas',
	grid: 'Förmågor och nämnder',
	capability: 'Förmåga',
	unit: 'Nämnd',
	colour: 'Vad rutorna visar',
	search: 'Sök förmåga eller system',
	noneFound: (wanted: string) => `Ingen förmåga och inget system heter något med ”${wanted}”.`,
	openAll: 'Visa alla delar',
	closeAll: 'Visa bara överst',
	whole: 'Hela förmågan',
	shared: 'gemensamt',
	sharedWith: (name: string, more: boolean) => `${name}${more ? ' m.fl.' : ''}, gemensamt`,
	systemCount: (count: number) => `${capitalised(numberWord(count))} system`,
	noSystem: 'inget system',
	parts: (count: number) => formatCounted(count, 'del', 'delar'),
	closed: 'I en förmåga med delar står hur många delar som är i varje läge.',
	keys: 'Pilar flyttar, Enter öppnar',
	unknownAmong: 'Ett ? under ett tal betyder att något av rutans system är okänt.',
	unknownColour: 'okänt',
	foot: (systems: number, placed: number) =>
		`${formatCounted(placed, 'system', 'system')} av ${formatCount(systems)} på kartan`,
	sums: (money: string) =>
		`Ett system som har flera förmågor räknas i var och en av raderna, men en gång i summan ${money}.`,
	asOf: (day: string) => `Systemen som de är ${formatDay(day)}.`,
	table: 'Tabell',
	map: 'Karta',
	export: 'Exportera',
	exportTitle: 'Kartans rutor',
	csv: 'CSV',
	xlsx: 'Excel',
	exportFailed: 'Filen kunde inte skapas. Försök igen.',
	cost: 'Kronorna är it-kostnad i huvudboken på systemen, av nämnden i rutan.',
	columns: {
		state: 'Läge',
		count: 'Antal system',
		systems: 'System',
		need: 'Behov'
	},
	needs: { behov: 'uttalat', 'inget behov': 'nekat', okänt: 'ingen har sagt' },
	panel: {
		choose: 'Välj en ruta för att se systemen i den.',
		closePanel: 'Stäng',
		noSupplier: 'leverantör okänd',
		noContract: 'inget känt avtal',
		noMoney: 'inga rader',
		ended: 'ej i drift, räknas inte',
		available: 'gemensamt, ingen har sagt att nämnden använder det',
		denied: 'Nämnden har sagt att den inte har behovet, men använder ett system för det.',
		others: (count: number) =>
			`${capitalised(numberWord(count, 'en'))} ${count === 1 ? 'nämnd' : 'nämnder'} till har samma behov`,
		noOthers: 'Ingen annan nämnd har uttalat samma behov.',
		uses: (systems: string) => `använder ${systems}`,
		hasNone: 'har inget system',
		unsaid: 'Ingen har sagt',
		unsaidOf: (name: string, what: readonly string[]) => `${name}: ${listed(what)}`,
		supplier: 'leverantör',
		contract: 'avtal',
		contractEnd: 'avtalsslut',
		users: 'vilka som använder det',
		sharedUnsaid: 'om det är gemensamt',
		lifeCycle: 'livscykel',
		money: (name: string) => `raderna för ${name}`,
		allUnits: 'Alla nämnder',
		local: 'Ett överlapp är ett skäl att titta, aldrig en dom. Lokala system kan ha goda skäl.'
	},
	first: {
		title: 'Att titta på först',
		none: 'Inga hål, överlapp eller okända rutor.',
		note: 'Flest hål först, sedan överlapp och okända. Överlapp är ett skäl att öppna ärendet, aldrig en dom. Lokala system kan ha goda skäl.'
	},
	outside: {
		title: 'Utanför kartan',
		unplaced: (count: number) => `${formatCounted(count, 'system', 'system')} utan förmåga på kartan`,
		unlisted: 'Förmågor som trädet saknar',
		unregistered: (count: number) =>
			`${formatCounted(count, 'system', 'system')} i huvudboken som systemlistan saknar`,
		named: (count: number) => systemsOf(count)
	},
	noTree: {
		title: 'Inget förmågeträd är inläst',
		meaning:
			'Kartan behöver en fil med kommunens förmågor och vilka nämnder som har behoven. Ta startträdet, ändra det och läs in det. Tills dess visas systemen per nämnd.',
		starting: 'Hämta startträdet',
		import: 'Läs in förmågor',
		ask: 'En controller kan läsa in filen.',
		systems: 'System per nämnd',
		noSystems: 'Ingen systemlista är inläst.',
		noUnit: 'Ingen har sagt',
		owns: 'Äger',
		uses: 'Använder'
	},
	noUnits: {
		title: 'Ingen nämnd är känd',
		meaning: 'Läs in nämndregistret, eller säg i förmågorna vilka nämnder som har behoven.'
	},
	scoped: 'Du ser dina nämnder, deras system och de gemensamma.'
} as const;
