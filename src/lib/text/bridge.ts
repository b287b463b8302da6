// The words of Förändring: what a change of cost consists of, told from the figures.
import type { ComparedTo } from '../domain/compared-to';
import type { BridgeStep } from '../domain/cost-bridge';
import type { Move, Place } from '../domain/cost-moves';
import type { Filters, MoneyUnit } from '../domain/filters';
import type { Period } from '../domain/period';
import type { PurchaseTie } from '../domain/purchase';
import { changeWords, earlierWords, isSmall } from './change';
import { unknownWord } from './common';
import { costSubject, type CostLead } from './costs';
import { capitalised, formatCount, formatMoneyWithUnit, formatPeriod } from './format';

export const bridgeWords = {
	title: 'Förändring',
	question: 'Varför ändras kostnaden?',
	all: 'Hela förändringen',
	allBetween: 'Hela skillnaden',
	toCosts: 'Till Kostnader',
	failed: 'Förändringen kunde inte räknas fram',
	leadFailed: 'Förändringen kunde inte räknas fram.',
	now: 'Nu',
	before: 'Före',
	step: 'Del',
	change: 'Förändring',
	purchases: 'Köp',
	more: 'kostar mer',
	less: 'kostar mindre',
	same: 'ingen skillnad',
	unknownShare: 'går inte att dela',
	comparedWith: 'Jämför med',
	firstMonth: 'Från och med',
	unit: 'Nämnd',
	choices: {
		yearBefore: 'Samma månader året innan',
		months: 'Andra månader',
		unit: 'En annan nämnd'
	},
	supplier: 'Leverantör',
	system: 'System',
	tie: 'Avtal eller system',
	kind: 'Kostnadsslag',
	inStep: 'I delen',
	moved: 'Flyttat',
	from: 'Från',
	to: 'Till',
	product: 'Produkt',
	boughtBefore: 'Licenser före',
	boughtNow: 'Licenser nu',
	priceBefore: 'Pris före, kr',
	priceNow: 'Pris nu, kr',
	licenceNote:
		'Licenser är snitt per månad och pris är per licens och månad, ur licensuppgifterna. Leverantörens rader i huvudboken står under Övrig förändring.',
	showStep: 'Visa köpen i',
	noLines: 'Inga köp hör hit.',
	noMoves: 'Inget är flyttat.',
	noSupplier: 'Utan leverantör',
	noSystem: 'Utan känt system',
	noTie: 'Utan avtal och system',
	anyTie: 'Alla licenser',
	increases: 'Största ökningarna',
	decreases: 'Största minskningarna',
	rankBy: 'Visa per',
	noIncreases: 'Inget kostar mer.',
	noDecreases: 'Inget kostar mindre.',
	toCostsColumn: 'Kostnader',
	filterOn: 'Filtrera',
	showFewer: 'Visa färre',
	showMore: (count: number) => `Visa ${formatCount(count)} till`,
	notShown: (count: number) => `${formatCount(count)} till visas inte här.`,
	howCounted: 'Så räknas det',
	noDataTitle: 'Det finns inget att jämföra med',
	chooseMonths: 'Jämför med de första månaderna som är inlästa',
	useYearBefore: 'Jämför med samma månader året innan',
	rowsOf: (name: string, when: string) => `raderna bakom ${name}, ${when}`
} as const;

/** What the page compares, in the words that its headings use. */
export interface ComparedWords {
	/** "samma tid i fjol", "jan–aug 2024", "Kulturnämnden". */
	earlier: string;
	now: string;
	before: string;
	/** Heads of columns: "Nu" and "Före", or the two nämnder. */
	heads: { now: string; before: string };
	/** Null, or the names of the two that stand beside each other. */
	units: { now: string; before: string } | null;
}

/** @param compared the months compared with */
export function comparedWords(
	against: ComparedTo,
	spans: { period: Period; compared: Period; filters: Filters; today: string }
): ComparedWords {
	if (against.kind === 'unit') {
		const own = spans.filters.excluding.includes('units') ? [] : spans.filters.units;
		const now = own.length === 1 && own[0] ? own[0] : 'urvalet';
		const units = { now, before: against.unit };
		return { earlier: against.unit, ...units, heads: units, units };
	}
	const months = formatPeriod(spans.compared);
	return {
		earlier: against.kind === 'months' ? months : earlierWords(spans.compared, spans.today),
		now: formatPeriod(spans.period),
		before: months,
		heads: { now: bridgeWords.now, before: bridgeWords.before },
		units: null
	};
}

/** The name of a step. */
export function stepName(step: BridgeStep, units: ComparedWords['units']): string {
	if (units) {
		const names: Readonly<Record<BridgeStep, string>> = {
			ended: `Bara hos ${units.before}`,
			endedTie: `Avtal bara hos ${units.before}`,
			new: `Bara hos ${units.now}`,
			newTie: `Avtal bara hos ${units.now}`,
			moved: 'Flyttat',
			volume: 'Antal licenser',
			price: 'Pris på licenser',
			other: 'Övrig skillnad'
		};
		return names[step];
	}
	return plainNames[step];
}

const plainNames: Readonly<Record<BridgeStep, string>> = {
	ended: 'Avslutat',
	endedTie: 'Avslutade avtal och system',
	new: 'Nytt',
	newTie: 'Nya avtal och system',
	moved: 'Flyttat',
	volume: 'Volym, licenser',
	price: 'Pris, licenser',
	other: 'Övrig förändring'
};

/** What a step holds, in one sentence. */
export function stepNote(step: BridgeStep, units: ComparedWords['units']): string {
	if (units && (step === 'new' || step === 'ended'))
		return `Leverantörer som bara ${step === 'new' ? units.now : units.before} betalar.`;
	if (units && (step === 'newTie' || step === 'endedTie'))
		return `Avtal och system som bara ${step === 'newTie' ? units.now : units.before} betalar för, hos leverantörer som båda har.`;
	const notes: Readonly<Record<BridgeStep, string>> = {
		ended: 'Leverantörer som fanns i urvalet då men inte nu.',
		endedTie: 'Avtal och system som fanns då men inte nu, hos leverantörer som är kvar.',
		new: 'Leverantörer som finns i urvalet nu men inte då.',
		newTie: 'Avtal och system som finns nu men inte då, hos leverantörer som redan fanns.',
		moved: 'Samma leverantör och avtal eller system, i en annan nämnd eller på ett annat kostnadsslag.',
		volume: 'Fler eller färre köpta licenser, räknat med priset före.',
		price: 'Dyrare eller billigare licenser, räknat med antalet nu.',
		other: 'Köp som finns i båda och ändras. Det går inte att dela i pris och volym.'
	};
	return notes[step];
}

/** "Avtal A-2023-029, Molntjänster"; `names` gives the register's own name, null where it has none. */
export function tieName(
	tie: PurchaseTie,
	nameOf: (tie: PurchaseTie & { id: string }) => string | null
): string {
	if (tie.of === 'none') return bridgeWords.noTie;
	if (tie.of === 'any') return bridgeWords.anyTie;
	const name = nameOf(tie);
	return name === null ? tie.id : tie.of === 'contract' ? `${tie.id} ${name}` : name;
}

/** Where a move began or ended: the part that differs between the two. */
export function placeName(place: Place, other: Place): string {
	if (place.unit === other.unit) return `${place.kind}, ${place.unit ?? unknownWord}`;
	return place.unit ?? unknownWord;
}

interface LeadStep {
	step: BridgeStep;
	ore: number;
	/** Whose purchase is the largest: a supplier, or the nämnd that it moved from or to. */
	largest: string | null;
}

interface BridgeLeadInput {
	now: number;
	before: number;
	steps: readonly LeadStep[];
	filters: Filters;
	period: Period;
	words: ComparedWords;
	today: string;
	unit: MoneyUnit;
}

/** How small a part of the change may be and still be said, and how many parts are. */
const smallestShare = 0.1;
const mostParts = 3;

/**
 * "It kostar 162,1 mnkr jan–aug 2026, 9,4 mnkr mer än samma tid i fjol. Nytt är 5,1 mnkr, mest Nordvinge Data AB." At most
 * three parts, the largest first, each at least a tenth of the change; where that prints as nothing, of all that changed.
 */
export function bridgeLead(input: BridgeLeadInput): CostLead {
	const { now, before, filters, period, words, today, unit } = input;
	const verb = period.to.slice(0, 4) === today.slice(0, 4) ? 'kostar' : 'kostade';
	return {
		before: `${costSubject(filters)} ${verb} `,
		figure: formatMoneyWithUnit(now, unit),
		after: ` ${formatPeriod(period)}, ${changeWords(now, before, unit, words.earlier)}.${namedOnce(
			saidSteps(input)
		)
			.map((step) => ` ${stepSentence(step, words, unit)}`)
			.join('')}`
	};
}

/** The steps worth saying, the largest first. */
export function saidSteps({ now, before, steps, unit }: BridgeLeadInput): readonly LeadStep[] {
	const change = Math.abs(now - before);
	const base = isSmall(change, unit) ? steps.reduce((sum, { ore }) => sum + Math.abs(ore), 0) : change;
	return steps
		.filter(({ ore }) => !isSmall(ore, unit) && Math.abs(ore) >= base * smallestShare)
		.sort((first, second) => Math.abs(second.ore) - Math.abs(first.ore))
		.slice(0, mostParts);
}

/** A name is said once: after that, who it is goes without saying. */
function namedOnce(steps: readonly LeadStep[]): LeadStep[] {
	return steps.map((step, index) => {
		const said = steps.slice(0, index).some(({ largest }) => largest === step.largest);
		return said ? { ...step, largest: null } : step;
	});
}

function stepSentence({ step, ore, largest }: LeadStep, { units }: ComparedWords, unit: MoneyUnit): string {
	const size = formatMoneyWithUnit(Math.abs(ore), unit);
	const most = largest === null ? '' : `, mest ${largest}`;
	const more = ore > 0;
	switch (step) {
		case 'new':
			return units ? `Leverantörer som bara ${units.now} har är ${size}${most}.` : `Nytt är ${size}${most}.`;
		case 'ended':
			return units
				? `Leverantörer som bara ${units.before} har är ${size}${most}.`
				: `Avslutat är ${size}${most}.`;
		case 'newTie':
			return units
				? `Avtal och system som bara ${units.now} har är ${size}${most}.`
				: `Nya avtal och system hos kända leverantörer är ${size}${most}.`;
		case 'endedTie':
			return units
				? `Avtal och system som bara ${units.before} har är ${size}${most}.`
				: `Avslutade avtal och system hos kvarvarande leverantörer är ${size}${most}.`;
		case 'moved':
			return more
				? `${size} är flyttat hit${largest === null ? '' : `, mest från ${largest}`}.`
				: `${size} är flyttat härifrån${largest === null ? '' : `, mest till ${largest}`}.`;
		case 'volume':
			return `${more ? 'Fler' : 'Färre'} licenser ${more ? 'förklarar' : 'sänker kostnaden med'} ${size}${most}.`;
		case 'price':
			return `${more ? 'Högre' : 'Lägre'} priser på licenser ${more ? 'förklarar' : 'sänker kostnaden med'} ${size}${most}.`;
		case 'other':
			return `${units ? 'En skillnad' : more ? 'En ökning' : 'En minskning'} på ${size} går inte att dela i pris och volym${most}.`;
	}
}

/** The definitions, as the page tells them. */
export function howCounted(units: ComparedWords['units'], followed: boolean): string[] {
	return [
		'Ett köp är en leverantör, ett avtal (annars ett system) och ett kostnadsslag. Delarna är hela förändringen på öret.',
		...(units
			? [
					`Leverantörer, avtal och system räknas som ”bara hos” när den andra inte har en enda rad i samma månader.`
				]
			: [
					'Nytt är leverantörer som saknar rader i urvalet under månaderna före, Avslutat de som saknar rader nu. Nya och avslutade avtal och system gäller leverantörer som finns i båda. Ett köp utan leverantör kallas aldrig nytt.',
					'Flyttat är det som sjunkit på ett ställe och stigit på ett annat, för samma leverantör och avtal eller system. På ett av ställena ska köpet bara finnas i den ena perioden, annars kan det vara en slump. För hela kommunen tar flyttar ut varandra. Flytt syns bara mellan nämnder som du får se.'
				]),
		...(followed
			? [
					'Volym är skillnaden i antal köpta licenser gånger priset före. Pris är skillnaden i pris gånger antalet nu. De kommer ur licensuppgifterna, månad för månad, och räknas aldrig om för att passa huvudboken.'
				]
			: ['Licensuppgifterna kan inte följa filtren på sidan. Pris och volym går därför inte att visa.']),
		'Övrig förändring är resten, och går inte att dela i pris och volym. Utan licensuppgifter är det hela förändringen av köp som fortsätter.'
	];
}

/** Why nothing is compared, and what there is. */
export function nothingToCompare(asked: Period, available: Period): string {
	return `${formatPeriod(asked)} är inte inläst. Det finns data för ${formatPeriod(available)}. Välj en kortare period eller andra månader att jämföra med.`;
}

/** A comparison that this page does not make. */
export function notCompared(kind: ComparedTo['kind']): string | null {
	if (kind === 'budget')
		return 'Sidan kan inte dela upp skillnaden mot budget. Den visar samma månader året innan. Skillnaden mot budget står i Budgetuppföljning.';
	if (kind === 'edition')
		return 'Sidan kan inte jämföra med en tidigare utgåva. Den visar samma månader året innan.';
	if (kind === 'nothing') return 'Sidan måste jämföra med något. Den visar samma månader året innan.';
	return null;
}

/** "3 flyttar inom urvalet tar ut varandra." */
export function movedInside(moves: readonly Move[]): string | null {
	const count = moves.filter(({ from, to }) => from.inside && to.inside).length;
	if (count === 0) return null;
	return `${formatCount(count)} ${count === 1 ? 'flytt' : 'flyttar'} inom urvalet ändrar inte summan. De står under Flyttat.`;
}

/** "mnkr. Plus kostar mer än jan–aug 2025." */
export function chartSubtitle(unit: MoneyUnit, words: ComparedWords): string {
	return `${words.now} mot ${words.before}, ${unit}. Plus kostar mer.`;
}

/** "Från 155,5 till 162,1 mnkr. Störst: Övrig förändring, +3,5 mnkr." */
export function chartSummary(
	totals: { now: number; before: number },
	largest: { name: string; ore: number } | null,
	unit: MoneyUnit
): string {
	const size = largest && `${largest.name}, ${formatMoneyWithUnit(largest.ore, unit, { signed: true })}`;
	return `Från ${formatMoneyWithUnit(totals.before, unit)} till ${formatMoneyWithUnit(totals.now, unit)}.${size ? ` Störst: ${size}.` : ''}`;
}

export function rankedSubtitle(words: ComparedWords, unit: MoneyUnit): string {
	return `${words.now} mot ${words.before}, ${unit}. Talen öppnar sina rader.`;
}

/** "6,6 mnkr mer än samma tid i fjol". */
export function chartTitle(
	{ now, before }: { now: number; before: number },
	words: ComparedWords,
	unit: MoneyUnit
): string {
	return capitalised(changeWords(now, before, unit, words.earlier));
}
