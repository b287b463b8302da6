// Frågor: the templates. Each is a question with words to choose, what its answer is counted by, and where it leads.
// Its sentence and the telling of its answer are in text/cost-questions.ts. A new question is a line here and two there.
import type { DimensionKey } from './dimensions';
import { noFilters, type Filters } from './filters';
import { costKinds, findListed, type CostKind } from './cost-kind';
import type { Period } from './period';
import type { Pivot } from './pivot';
import type { SubjectKind } from './subject';

/** The words of a question that are chosen, each a filter of the address. */
export type Slot = 'supplier' | 'unit' | 'costKind' | 'system' | 'period';
export type ListSlot = Exclude<Slot, 'period'>;

/** The filter that holds the word of a slot. */
export const slotFilters = {
	supplier: 'suppliers',
	unit: 'units',
	costKind: 'costKinds',
	system: 'systems'
} as const satisfies Record<ListSlot, keyof Filters>;

export const listSlots = Object.keys(slotFilters) as ListSlot[];

export type Lead =
	| { page: 'costs' }
	| { page: 'pivot'; pivot: Partial<Pivot> }
	| { page: 'subject'; slot: SubjectKind }
	| { page: 'lockIn' }
	| { page: 'licences' };

interface CostQuestion {
	/** `one` must have a word, `any` may be all. */
	slots: Partial<Record<ListSlot, 'one' | 'any'>> & { period: true };
	/** `cost` is divided by a dimension, `increase` the same with what grows most first; the others have questions of their own. */
	answer: { kind: 'cost' | 'increase'; by: DimensionKey } | { kind: 'cover' } | { kind: 'licences' };
	/** The kostnadsslag until another is chosen; otherwise a slot that must have a word starts with the one that costs most. */
	usualKind?: CostKind;
	leads: readonly Lead[];
}

const pivot = (by: DimensionKey, more: Partial<Pivot> = {}): Lead => ({
	page: 'pivot',
	pivot: { rows: [by], columns: null, ...more }
});

export const costQuestions = {
	kostar: {
		slots: { supplier: 'one', unit: 'any', period: true },
		answer: { kind: 'cost', by: 'costKind' },
		leads: [{ page: 'costs' }, { page: 'subject', slot: 'supplier' }]
	},
	okar: {
		slots: { unit: 'any', period: true },
		answer: { kind: 'increase', by: 'supplier' },
		leads: [pivot('supplier', { measure: 'change' }), { page: 'costs' }]
	},
	system: {
		slots: { system: 'one', period: true },
		answer: { kind: 'cost', by: 'unit' },
		leads: [{ page: 'subject', slot: 'system' }, pivot('unit', { columns: 'costKind' })]
	},
	kopare: {
		slots: { supplier: 'one', period: true },
		answer: { kind: 'cost', by: 'unit' },
		leads: [{ page: 'subject', slot: 'supplier' }, pivot('unit', { columns: 'costKind' })]
	},
	kop: {
		slots: { costKind: 'one', unit: 'any', period: true },
		answer: { kind: 'cost', by: 'supplier' },
		usualKind: 'Konsult',
		leads: [{ page: 'costs' }, pivot('supplier', { columns: 'unit' })]
	},
	avtal: {
		slots: { supplier: 'any', period: true },
		answer: { kind: 'cover' },
		leads: [{ page: 'lockIn' }, { page: 'subject', slot: 'supplier' }]
	},
	ifjol: {
		slots: { costKind: 'any', unit: 'any', period: true },
		answer: { kind: 'cost', by: 'unit' },
		leads: [pivot('unit', { measure: 'change' }), { page: 'costs' }]
	},
	konton: {
		slots: { supplier: 'one', period: true },
		answer: { kind: 'cost', by: 'account' },
		leads: [pivot('account', { columns: 'unit' })]
	},
	inriktning: {
		slots: { unit: 'any', period: true },
		answer: { kind: 'cost', by: 'orientation' },
		leads: [pivot('costKind', { columns: 'orientation' }), { page: 'costs' }]
	},
	dyrast: {
		slots: { unit: 'any', period: true },
		answer: { kind: 'cost', by: 'system' },
		leads: [pivot('system'), { page: 'subject', slot: 'unit' }]
	},
	manad: {
		slots: { unit: 'any', period: true },
		answer: { kind: 'cost', by: 'month' },
		leads: [{ page: 'costs' }, pivot('month', { columns: 'costKind' })]
	},
	licenser: {
		slots: { unit: 'any', period: true },
		answer: { kind: 'licences' },
		leads: [{ page: 'licences' }]
	}
} as const satisfies Readonly<Record<string, CostQuestion>>;

export type QuestionKey = keyof typeof costQuestions;
export const questionKeys = Object.keys(costQuestions) as QuestionKey[];

/** The template, whichever it is. */
export function costQuestion(key: QuestionKey): CostQuestion {
	return costQuestions[key];
}

/** The parameter of the address that names the question. The words are filters. */
export const questionParameter = 'fraga';

/** The question that an address names, else the first. */
export function questionFromUrl(search: URLSearchParams): QuestionKey {
	return questionKeys.find((key) => key === search.get(questionParameter)) ?? 'kostar';
}

/** The words that are chosen; null is all, or not known yet. */
export type ChosenWords = Readonly<Record<ListSlot, string | null>>;

/** The filters that a question with its words stands for: its own slots and nothing else. */
export function filtersOfQuestion<P extends Period | null>(
	key: QuestionKey,
	words: ChosenWords,
	{ period, internal }: { period: P; internal: boolean }
): Filters & { period: P } {
	const { slots } = costQuestion(key);
	const kept = (slot: ListSlot) => (slots[slot] && words[slot] !== null ? [words[slot]] : []);
	return {
		...noFilters,
		period,
		internal,
		suppliers: kept('supplier'),
		units: kept('unit'),
		systems: kept('system'),
		costKinds: kept('costKind').flatMap((word) => findListed(costKinds, word) ?? [])
	};
}

/** True when a word that the question must have is not there. */
export function lacksWord(key: QuestionKey, words: ChosenWords): boolean {
	const { slots } = costQuestion(key);
	return listSlots.some((slot) => slots[slot] === 'one' && words[slot] === null);
}
