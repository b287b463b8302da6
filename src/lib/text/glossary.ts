// The words of the field, explained for somebody who meets them for the first time. The same meanings stand in Ordlista and
// where a word is marked on a page.

import { dependenceEntries } from './glossary-dependence';
import { keyFigureEntries } from './glossary-key-figures';

export const glossaryGroups = ['avtal', 'beroende', 'kostnader', 'budget', 'data'] as const;
export type GlossaryGroup = (typeof glossaryGroups)[number];

export interface GlossaryEntry {
	/** The anchor in Ordlista. */
	slug: string;
	word: string;
	group: GlossaryGroup;
	/** Beginnings of the forms in which the word is met: "takvolym" also marks "takvolymen". Lower case. */
	stems: readonly string[];
	/** One or two main clauses. */
	meaning: string;
	/** How it is counted, or what to mind. */
	more?: string;
	/** Where the rule stands. */
	source?: string;
}

export const glossaryGroupNames: Readonly<Record<GlossaryGroup, string>> = {
	avtal: 'Avtal och upphandling',
	beroende: 'Beroende av leverantörer',
	kostnader: 'Kostnader',
	budget: 'Budget och uppföljning',
	data: 'Data och underlag'
};

export const glossary: readonly GlossaryEntry[] = [
	...dependenceEntries,
	...keyFigureEntries,
	{
		slug: 'data-act',
		word: 'Data Act',
		group: 'avtal',
		stems: ['data act'],
		meaning:
			'EU:s dataförordning. Den ger bland annat rätt att byta molntjänst, och från den 12 januari 2027 får leverantören inte ta betalt för bytet.',
		source: 'Förordning (EU) 2023/2854'
	},
	{
		slug: 'oanvanda-licenser',
		word: 'Oanvända licenser, försiktigt och strängt',
		group: 'kostnader',
		stems: ['försiktigt', 'strängt'],
		meaning:
			'Försiktigt räknat är en licens oanvänd när ingen har fått den. Strängt räknat är den oanvänd när ingen använder den.'
	},
	{
		slug: 'anbud',
		word: 'Anbud',
		group: 'avtal',
		stems: ['anbud'],
		meaning:
			'Ett erbjudande från en leverantör i en upphandling. Kom bara ett anbud in fanns ingen att jämföra med.'
	},
	{
		slug: 'automatisk-forlangning',
		word: 'Automatisk förlängning',
		group: 'avtal',
		stems: ['automatisk förlängning', 'förlängs av sig självt'],
		meaning:
			'Avtalet fortsätter en tid till om ingen säger upp det i tid. Den som inte gör något har då valt att förlänga.'
	},
	{
		slug: 'avrop',
		word: 'Avrop',
		group: 'avtal',
		stems: ['avrop'],
		meaning: 'Ett köp som görs med stöd av ett ramavtal, på de villkor som ramavtalet har.'
	},
	{
		slug: 'avtalsagare',
		word: 'Avtalsägare',
		group: 'avtal',
		stems: ['avtalsägare'],
		meaning: 'Den som svarar för avtalet i kommunen. Det behöver inte vara den nämnd som betalar.'
	},
	{
		slug: 'cpv',
		word: 'CPV',
		group: 'avtal',
		stems: ['cpv'],
		meaning: 'EU:s nummer för vad som köps. 48 är programvara och 72 är it-tjänster.'
	},
	{
		slug: 'direktupphandling',
		word: 'Direktupphandling',
		group: 'avtal',
		stems: ['direktupphandl'],
		meaning:
			'Ett köp utan annonsering. Det är tillåtet upp till en gräns, räknad för hela myndigheten, samma slag av inköp och år.',
		more: 'Gränsen är 700 000 kronor sedan 2022.',
		source: 'Lag (2016:1145) om offentlig upphandling, 19 a kap.'
	},
	{
		slug: 'option',
		word: 'Option',
		group: 'avtal',
		stems: ['option'],
		meaning: 'En rätt för kommunen att förlänga avtalet. Används den inte slutar avtalet.',
		more: 'En option kan behöva meddelas en viss tid före slutet.'
	},
	{
		slug: 'ramavtal',
		word: 'Ramavtal',
		group: 'avtal',
		stems: ['ramavtal'],
		meaning: 'Ett avtal som sätter villkoren för kommande köp. Varje köp under det kallas avrop.'
	},
	{
		slug: 'takvolym',
		word: 'Takvolym',
		group: 'avtal',
		stems: ['takvolym', 'taket är nått'],
		meaning: 'Det mesta som får köpas på ett ramavtal. När taket är nått har ramavtalet ingen verkan längre.',
		more: 'Sidorna varnar vid 80 procent. På ramavtal som flera delar är andras köp okända.',
		source: 'HFD 2022 ref. 4'
	},
	{
		slug: 'trygg-upphandlingsstart',
		word: 'Sista trygga start av upphandling',
		group: 'avtal',
		stems: ['sista trygga start'],
		meaning:
			'Den dag en ny upphandling senast bör börja för att hinna bli klar innan avtalet måste sägas upp.',
		more: 'Tolv månader före sista dag att säga upp, eller före slutet om uppsägningstid saknas.'
	},
	{
		slug: 'uppsagningstid',
		word: 'Uppsägningstid',
		group: 'avtal',
		stems: ['uppsägningstid', 'sista dag att säga upp'],
		meaning: 'Hur lång tid före slutet som avtalet måste sägas upp. Sista dagen räknas fram ur den.',
		more: 'Ett avtal som slutar 30 juni 2027 med sex månaders uppsägningstid ska sägas upp senast 31 december 2026.',
		source: 'Lag (1930:173) om beräkning av lagstadgad tid'
	},
	{
		slug: 'forvaltning-utveckling',
		word: 'Förvaltning och utveckling',
		group: 'kostnader',
		stems: ['förvaltning och utveckling'],
		meaning:
			'Förvaltning återkommer år efter år. Utveckling görs inom budgetåret och ska leda till något nytt.'
	},
	{
		slug: 'intern-debitering',
		word: 'Intern debitering',
		group: 'kostnader',
		stems: ['intern debitering', 'interndebiter'],
		meaning: 'Det som en del av kommunen tar betalt av en annan. Räknas det med syns samma köp två gånger.'
	},
	{
		slug: 'kostnadsslag',
		word: 'Kostnadsslag',
		group: 'kostnader',
		stems: ['kostnadsslag'],
		meaning: 'Vad pengarna gick till: licenser, drift, konsulter, utrustning och så vidare.'
	},
	{
		slug: 'licens',
		word: 'Licens',
		group: 'kostnader',
		stems: ['licens'],
		meaning:
			'Rätten att använda ett program, ofta betald per användare och månad. En licens som ingen använder kostar lika mycket.'
	},
	{
		slug: 'otaggat',
		word: 'Otaggat',
		group: 'kostnader',
		stems: ['otagga'],
		meaning:
			'Kostnader som kan vara it men som ingen har bedömt än. De räknas inte som it förrän någon gör det.'
	},
	{
		slug: 'avvikelse',
		word: 'Avvikelse',
		group: 'budget',
		stems: ['avvikelse'],
		meaning: 'Budget minus utfall. Plus är bättre än budget, minus är sämre.'
	},
	{
		slug: 'kommunbidrag',
		word: 'Kommunbidrag',
		group: 'budget',
		stems: ['kommunbidrag'],
		meaning: 'De pengar som fullmäktige ger en nämnd för året.'
	},
	{
		slug: 'prognos',
		word: 'Prognos',
		group: 'budget',
		stems: ['prognos'],
		meaning: 'Vad hela året väntas kosta, som nämnden själv har räknat.'
	},
	{
		slug: 'tertial',
		word: 'Tertial',
		group: 'budget',
		stems: ['tertial'],
		meaning:
			'En tredjedel av året. T1 är januari till april, T2 januari till augusti och VB (verksamhetsberättelsen) hela året.'
	},
	{
		slug: 'utfall',
		word: 'Utfall',
		group: 'budget',
		stems: ['utfall'],
		meaning: 'Det som har bokförts, alltså vad det blev.'
	},
	{
		slug: 'avstamd',
		word: 'Avstämd',
		group: 'data',
		stems: ['avstämd'],
		meaning: 'Rader och summa är kontrollerade mot ekonomisystemet och stämmer på öret.'
	},
	{
		slug: 'huvudbok',
		word: 'Huvudbok',
		group: 'data',
		stems: ['huvudbok'],
		meaning: 'Listan över allt som är bokfört. Varje siffra om kostnader kan öppnas till raderna där.'
	},
	{
		slug: 'okant',
		word: 'Okänt',
		group: 'data',
		stems: ['okänt svar', 'okända svar'],
		meaning: 'Ingen har svarat. Okänt är varken ja eller nej, och räknas aldrig som noll.'
	},
	{
		slug: 'utgava',
		word: 'Utgåva',
		group: 'data',
		stems: ['utgåva'],
		meaning:
			'Alla siffror så som de såg ut när de publicerades. Varje ny publicering är en ny utgåva, och de gamla går att visa.'
	}
];

export const glossaryWords = {
	title: 'Ordlista',
	lead: 'Orden som sidorna använder, förklarade i korta meningar.',
	search: 'Sök ett ord',
	nothing: (typed: string) => `Inget ord i listan innehåller ”${typed}”.`,
	clear: 'Visa alla ord',
	open: 'Läs i ordlistan',
	source: 'Källa',
	explain: (word: string) => `Vad betyder ${word}?`
} as const;

/** A stretch of a text; `entry` where it is a word of the glossary. */
export interface GlossedPart {
	text: string;
	entry: GlossaryEntry | null;
}

const byStem = glossary
	.flatMap((entry) => entry.stems.map((stem) => ({ stem, entry })))
	.toSorted((one, other) => other.stem.length - one.stem.length);
// A word begins after anything that is no letter, and a form of it goes on to the end of its last word.
const anyStem = new RegExp(`(?<![\\p{L}\\d])(?:${byStem.map(({ stem }) => stem).join('|')})\\p{L}*`, 'giu');

/**
 * Divides a text at the words of the glossary, each at its first place only.
 * @param wanted answers false for words that are not to be marked
 */
export function glossedParts(text: string, wanted: (entry: GlossaryEntry) => boolean): GlossedPart[] {
	const parts: GlossedPart[] = [];
	const marked = new Set<string>();
	let from = 0;
	for (const match of text.matchAll(anyStem)) {
		const lower = match[0].toLocaleLowerCase('sv');
		const entry = byStem.find(({ stem }) => lower.startsWith(stem))?.entry;
		if (!entry || marked.has(entry.slug) || !wanted(entry)) continue;
		marked.add(entry.slug);
		if (match.index > from) parts.push({ text: text.slice(from, match.index), entry: null });
		parts.push({ text: match[0], entry });
		from = match.index + match[0].length;
	}
	if (from < text.length) parts.push({ text: text.slice(from), entry: null });
	return parts;
}
