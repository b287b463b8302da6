// The words of Frågor: each question as a sentence with slots, and its answer told in one or two sentences.
import { increaseOf, type AnswerPart, type CostAnswer } from '../domain/cost-answer';
import { costQuestion, type Lead, type QuestionKey, type Slot } from '../domain/cost-question';
import type { MoneyUnit } from '../domain/filters';
import { shareOf } from '../domain/indicator';
import type { FollowUp, Period } from '../domain/period';
import { changeWords, earlierWords, kindSubject } from './change';
import {
	capitalised,
	formatCount,
	formatCounted,
	formatMoneyWithUnit,
	formatPeriod,
	formatShare,
	listed,
	numberWord
} from './format';
import { dimensionFacts } from '../domain/dimensions';
import { headingName } from './pivot';

export const questionWords = {
	title: 'Frågor',
	lead: 'Välj en fråga och byt de understrukna orden.',
	all: 'Fler frågor',
	toPivot: 'Pivot',
	toSql: 'SQL',
	asked: 'Frågan',
	failed: 'Svaret kunde inte räknas fram',
	nothing: 'Det finns inget att välja på: inga it-kostnader är inlästa.',
	noContracts: 'Inga avtal är inlästa, så det går inte att säga.',
	noLicences: 'Inga licenser är inlästa för det som är valt.',
	noYearBefore: 'Samma tid året innan är inte inläst, så ingen ökning går att räkna.',
	leads: 'Gå vidare',
	sum: 'Summa',
	amount: 'Kostnad',
	before: 'Året före',
	change: 'Förändring',
	product: 'Produkt',
	month: 'Månad',
	purchased: 'Köpta',
	unused: 'Oanvända, försiktigt',
	without: 'Utan känt avtal',
	wholeMunicipality: 'hela kommunen',
	slots: {
		supplier: 'Leverantör',
		unit: 'Nämnd',
		costKind: 'Kostnadsslag',
		system: 'System',
		period: 'Period'
	} satisfies Record<Slot, string>,
	/** What a slot says when it keeps all. */
	any: {
		supplier: 'alla leverantörer',
		unit: 'hela kommunen',
		costKind: 'it',
		system: 'alla system'
	} satisfies Record<Exclude<Slot, 'period'>, string>
} as const;

type Piece = string | { slot: Slot };
const supplier = { slot: 'supplier' } as const;
const unit = { slot: 'unit' } as const;
const kind = { slot: 'costKind' } as const;
const system = { slot: 'system' } as const;
const period = { slot: 'period' } as const;

/** Each question in the order that it is read. */
export const questionSentences: Readonly<Record<QuestionKey, readonly Piece[]>> = {
	kostar: ['Vad kostar ', supplier, ' för ', unit, ' ', period, '?'],
	okar: ['Vilka leverantörer ökar mest hos ', unit, ' ', period, ' jämfört med året före?'],
	system: ['Vad kostar ', system, ' ', period, ', och vem betalar?'],
	kopare: ['Vilka nämnder köper av ', supplier, ' ', period, '?'],
	kop: ['Till vilka leverantörer går ', kind, ' hos ', unit, ' ', period, '?'],
	avtal: ['Hur mycket av kostnaden för ', supplier, ' saknar avtal ', period, '?'],
	ifjol: ['Vad kostar ', kind, ' för ', unit, ' ', period, ' mot samma tid året före?'],
	konton: ['Vilka konton ligger ', supplier, ' på ', period, '?'],
	inriktning: ['Hur delar sig kostnaden för ', unit, ' ', period, ' mellan förvaltning och utveckling?'],
	dyrast: ['Vilka system kostar ', unit, ' mest ', period, '?'],
	manad: ['Vilken månad kostar it mest för ', unit, ' ', period, '?'],
	licenser: ['Vilka licenser har ', unit, ' ', period, ', och används de?']
};

/** The question as plain words. @param wordOf what a slot says */
export function questionText(key: QuestionKey, wordOf: (slot: Slot) => string): string {
	return questionSentences[key]
		.map((piece) => (typeof piece === 'string' ? piece : wordOf(piece.slot)))
		.join('');
}

/** Under which name the address of a lead stands. */
export function leadText(lead: Lead): string {
	switch (lead.page) {
		case 'costs':
			return 'Se i Kostnader';
		case 'pivot':
			return `Dela upp per ${dimensionFacts(lead.pivot.rows?.[0] ?? 'unit').noun} i Pivot`;
		case 'subject':
			return { supplier: 'Leverantörens sida', unit: 'Nämndens sida', system: 'Systemets sida' }[lead.slot];
		case 'lockIn':
			return 'Se avtalsluckor i Inlåsning';
		case 'licences':
			return 'Se i Licenser';
	}
}

/** A sentence with one figure in it. Which rows the figure opens: the whole, or one part of the answer. */
export interface ToldAnswer {
	before: string;
	/** Null where there is none. */
	figure: string | null;
	after: string;
	opens: 'whole' | AnswerPart;
}

export interface ToldWords {
	/** Null where all are kept. */
	supplier: string | null;
	unit: string | null;
	costKind: string | null;
	system: string | null;
	period: Period;
	/** Null where the year before is not loaded. */
	compared: Period | null;
	today: string;
	money: MoneyUnit;
}

const plainTold = (before: string): ToldAnswer => ({ before, figure: null, after: '', opens: 'whole' });
const share = (part: number, whole: number) => {
	const found = shareOf(part, whole);
	return found === null ? null : formatShare(found);
};

/** What a part is called, as in the pivot. */
export function partName(key: QuestionKey, { value, label }: Pick<AnswerPart, 'value' | 'label'>): string {
	const { answer } = costQuestion(key);
	const dimension = 'by' in answer ? answer.by : 'unit';
	return headingName({ dimension, value, label, gathers: null });
}

/** Tells the answer of a question that is counted by parts. */
export function tellAnswer(key: QuestionKey, answer: CostAnswer, words: ToldWords): ToldAnswer {
	const { whole, parts } = answer;
	const when = formatPeriod(words.period);
	const money = (ore: number) => formatMoneyWithUnit(ore, words.money);
	const who = words.unit ?? 'Kommunen';
	const name = (part: AnswerPart) => partName(key, part);
	const change = changeSentence(whole, words);
	const spent = parts.filter(({ rowCount }) => rowCount > 0);
	const [first, second] = spent;
	const part = (of: AnswerPart) => {
		const found = share(of.amount, whole.amount);
		return found === null ? money(of.amount) : `${money(of.amount)} (${found})`;
	};
	if (costQuestion(key).answer.kind === 'increase') return tellIncrease(key, answer, words);
	if (!first) return plainTold(nothingTold(words, when));
	const fromWhole = (before: string, after: string): ToldAnswer => ({
		before,
		figure: money(whole.amount),
		after,
		opens: 'whole'
	});
	const single = spent.length === 1;
	switch (key) {
		case 'kostar':
			return fromWhole(
				`${words.supplier ?? ''} kostar ${words.unit ?? 'kommunen'} `,
				` ${when}${change} ${single ? `Allt är ${name(first)}.` : `Mest är ${name(first)}, ${part(first)}.`}`
			);
		case 'system':
			return fromWhole(
				`${words.system ?? ''} kostar `,
				` ${when}${change} ${single ? `${name(first)} betalar allt.` : `${name(first)} betalar mest, ${part(first)}.`}`
			);
		case 'kopare':
			return fromWhole(
				`${capitalised(numberWord(spent.length, 'en'))} ${single ? 'nämnd' : 'nämnder'} köper av ${words.supplier ?? ''} för `,
				` ${when}. ${single ? `Det är ${name(first)}.` : `${name(first)} köper mest, ${part(first)}.`}`
			);
		case 'kop':
			return fromWhole(
				`${who} köper ${kindNoun(words.costKind)} för `,
				` ${when} av ${formatCounted(spent.length, 'leverantör', 'leverantörer')}. Störst är ${name(first)}, ${part(first)}${second ? `, sedan ${name(second)}, ${part(second)}` : ''}.`
			);
		case 'ifjol':
			return fromWhole(
				`${words.costKind === null ? 'It' : kindSubject(words.costKind)} kostar ${words.unit ?? 'kommunen'} `,
				` ${when}${against(whole, words)}`
			);
		case 'konton':
			return {
				before: single
					? `${words.supplier ?? ''} ligger på ett konto ${when}, ${name(first)}: `
					: `${words.supplier ?? ''} ligger på ${numberWord(spent.length)} konton ${when}. Mest ligger på ${name(first)}: `,
				figure: money(first.amount),
				after: single ? '.' : shareAfter(first, whole.amount),
				opens: first
			};
		case 'inriktning': {
			const told = spent.map(
				(of) => `${share(of.amount, whole.amount) ?? money(of.amount)} ${name(of).toLocaleLowerCase('sv')}`
			);
			return fromWhole(
				`Av it-kostnaden för ${words.unit ?? questionWords.wholeMunicipality}, `,
				` ${when}, är ${listed(told)}.`
			);
		}
		case 'dyrast': {
			const known = spent.filter(({ value }) => value !== null);
			const [largest, next] = known;
			const without = spent.find(({ value }) => value === null);
			const rest = without ? ` ${part(without)} har inget känt system.` : '';
			if (!largest)
				return fromWhole(
					`Inget känt system står på ${words.unit ? `${words.unit}${words.unit.endsWith('s') ? '' : 's'}` : 'kommunens'} rader ${when}, `,
					'.'
				);
			return {
				before: `Dyrast är ${name(largest)}: `,
				figure: money(largest.amount),
				after: ` ${when}${next ? `. Sedan kommer ${name(next)}, ${money(next.amount)}` : ''}.${rest}`,
				opens: largest
			};
		}
		case 'manad': {
			const last = spent.at(-1);
			return {
				before: `Mest kostar it för ${words.unit ?? questionWords.wholeMunicipality} i ${name(first)}: `,
				figure: money(first.amount),
				after: last && last !== first ? `. Minst i ${name(last)}, ${money(last.amount)}.` : '.',
				opens: first
			};
		}
		default:
			return fromWhole(`${who} `, ` ${when}.`);
	}
}

function tellIncrease(key: QuestionKey, { parts }: CostAnswer, words: ToldWords): ToldAnswer {
	const when = formatPeriod(words.period);
	const { compared } = words;
	if (!compared) return plainTold(questionWords.noYearBefore);
	const growing = parts.filter((part) => (increaseOf(part) ?? 0) > 0);
	const [first, ...others] = growing;
	const earlier = earlierWords(compared, words.today);
	const money = (ore: number) => formatMoneyWithUnit(ore, words.money);
	const who = words.unit ?? questionWords.wholeMunicipality;
	if (!first) return plainTold(`Ingen leverantör ökar hos ${who} ${when} jämfört med ${earlier}.`);
	const next = others
		.slice(0, 2)
		.map(
			(part) =>
				`${partName(key, part)} (${formatMoneyWithUnit(increaseOf(part), words.money, { signed: true })})`
		);
	return {
		before: `Mest ökar ${partName(key, first)} hos ${who}: `,
		figure: money(first.amount),
		after: ` ${when}, ${changeWords(first.amount, first.before ?? 0, words.money, earlier)}.${next.length ? ` Sedan kommer ${listed(next)}.` : ''}`,
		opens: first
	};
}

/** ", 2,8 mnkr mer än samma tid i fjol.", or that there is nothing to compare with. */
function changeSentence({ amount, before }: CostAnswer['whole'], words: ToldWords): string {
	if (before === null || !words.compared) return '. Samma tid året innan är inte inläst.';
	return `, ${changeWords(amount, before, words.money, earlierWords(words.compared, words.today))}.`;
}

/** ", mot 155,5 mnkr samma tid i fjol. Skillnaden är +6,6 mnkr." */
function against({ amount, before }: CostAnswer['whole'], words: ToldWords): string {
	const { compared, today, money } = words;
	if (before === null || !compared) return changeSentence({ amount, before, rowCount: 0 }, words);
	const difference = formatMoneyWithUnit(amount - before, money, { signed: true });
	return `, mot ${formatMoneyWithUnit(before, money)} ${earlierWords(compared, today)}. Skillnaden är ${difference}.`;
}

function shareAfter(part: AnswerPart, whole: number): string {
	const found = share(part.amount, whole);
	return found === null ? '.' : `, ${found} av kostnaden.`;
}

function nothingTold(words: ToldWords, when: string): string {
	const what = [
		words.supplier && `av ${words.supplier}`,
		words.system && `på ${words.system}`,
		words.costKind && `av slaget ${words.costKind}`,
		`för ${words.unit ?? questionWords.wholeMunicipality}`
	].filter(Boolean);
	return `Inga it-kostnader ${what.join(' ')} är bokförda ${when}.`;
}

/** "köper konsult för 4,2 mnkr". */
function kindNoun(costKind: string | null): string {
	return costKind === null ? 'it' : costKind.toLocaleLowerCase('sv');
}

export interface CoverFigures {
	/** Contracts loaded. */
	contracts: number;
	/** Öre; null where none is without. */
	without: number | null;
	undecided: number | null;
	whole: number;
	rowCount: number;
}

/** How much lacks a contract. Its figure opens the rows without one. */
export function tellCover(found: CoverFigures, words: ToldWords): ToldAnswer {
	const when = formatPeriod(words.period);
	const money = (ore: number) => formatMoneyWithUnit(ore, words.money);
	if (!found.contracts) return plainTold(questionWords.noContracts);
	if (!found.rowCount) return plainTold(nothingTold(words, when));
	const of = words.supplier ?? 'alla leverantörer';
	const unsure = found.undecided
		? ` För ${money(found.undecided)} vet vi inte, eftersom avtalen saknar startdag.`
		: '';
	if (!found.without)
		return plainTold(`Ingen känd kostnad för ${of} saknar avtal ${when}, av ${money(found.whole)}.${unsure}`);
	const part = share(found.without, found.whole);
	return {
		before: `Av ${money(found.whole)} för ${of} ${when} saknar `,
		figure: money(found.without),
		after: ` känt avtal${part === null ? '' : `, ${part}`}.${unsure}`,
		opens: 'whole'
	};
}

export interface LicenceFigures {
	products: number;
	purchased: number;
	/** Null where no use is known. */
	unused: number | null;
	/** Bought licences whose use is known. */
	unusedBase: number;
	/** Öre a month; null where no price is known. */
	unusedAmount: number | null;
}

/** "Kulturnämnden har 1 240 licenser av 7 produkter." with how many are not used. */
export function tellLicences(found: LicenceFigures, words: ToldWords): ToldAnswer {
	if (!found.products) return plainTold(questionWords.noLicences);
	const cost = found.unusedAmount ? `, ${formatMoneyWithUnit(found.unusedAmount, 'tkr')} i månaden` : '';
	const base =
		found.unusedBase < found.purchased ? ` av ${formatCount(found.unusedBase)} vars användning är känd` : '';
	const use =
		found.unused === null || !found.unusedBase
			? ' Hur många som används vet vi inte.'
			: ` ${formatCount(found.unused)}${base} är oanvända, försiktigt räknat${cost}.`;
	return {
		before: `${words.unit ?? 'Kommunen'} har `,
		figure: formatCounted(found.purchased, 'licens', 'licenser'),
		after: ` av ${formatCounted(found.products, 'produkt', 'produkter')}.${use}`,
		opens: 'whole'
	};
}

/** After a period in the select: " (T2)". */
export function followUpWord(followUp: FollowUp | null): string {
	return followUp === null ? '' : ` (${followUp === 'VB' ? 'helår' : followUp})`;
}

/** "Övriga 34 leverantörer". */
export function othersName(key: QuestionKey, count: number): string {
	const { answer } = costQuestion(key);
	const dimension = 'by' in answer ? answer.by : 'unit';
	return headingName({ dimension, value: null, label: null, gathers: count });
}
