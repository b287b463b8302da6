// The question of the address with its words: which can be chosen, which are, and the filters that they stand for.
import { keeping, keptWords, noFilters, withoutValue } from '$lib/domain/filters';
import {
	costQuestion,
	filtersOfQuestion,
	lacksWord,
	listSlots,
	slotFilters,
	type ChosenWords,
	type ListSlot,
	type QuestionKey,
	type Slot
} from '$lib/domain/cost-question';
import { costKinds } from '$lib/domain/cost-kind';
import { keyOf, offeredPeriods } from '$lib/domain/question-periods';
import { defaultPeriod } from '$lib/queries/default-period';
import { supplierList } from '$lib/queries/supplier-list';
import { systemList } from '$lib/queries/system-list';
import { unitList } from '$lib/queries/unit-list';
import { createAnswer } from '$lib/state/answer.svelte';
import type { PageContext } from '$lib/state/page-context';
import { questionWords, type ToldWords } from '$lib/text/cost-questions';
import { formatPeriod } from '$lib/text/format';

export interface SlotOption {
	/** Empty is all. */
	key: string;
	label: string;
}

/** Call while the page starts. @param key read as runes are */
export function createQuestion(key: () => QuestionKey, context: PageContext) {
	const { filters, edition, answers } = context;
	const base = $derived({ ...noFilters, period: filters.period, internal: filters.chosen.internal });
	const asks = $derived({ filters: base, compared: null });
	const suppliers = createAnswer(() => ({ query: supplierList, input: asks }), edition);
	const units = createAnswer(() => ({ query: unitList, input: asks }), edition);
	const systems = createAnswer(() => ({ query: systemList, input: asks }), edition);
	const listed = ({ current }: typeof suppliers): SlotOption[] =>
		current.name === 'rows'
			? current.rows.flatMap(({ key: word, name }) =>
					word === null || word === withoutValue ? [] : [{ key: word, label: name ?? word }]
				)
			: [];
	const options = $derived<Record<ListSlot, SlotOption[]>>({
		supplier: listed(suppliers),
		unit: listed(units),
		costKind: costKinds.map((kind) => ({ key: kind, label: kind })),
		system: listed(systems)
	});
	const states = $derived([suppliers.current, units.current, systems.current]);
	const loading = $derived(states.some(({ name }) => name === 'waiting'));
	const failed = $derived(states.find(({ name }) => name === 'error'));

	/** What the address keeps; else what the question starts with, where it must have a word. */
	function wordsOf(question: QuestionKey): ChosenWords {
		const { slots, usualKind } = costQuestion(question);
		const word = (slot: ListSlot): string | null => {
			if (!slots[slot]) return null;
			const [chosen] = keptWords(filters.chosen, slotFilters[slot]);
			if (chosen !== undefined && chosen !== withoutValue) return chosen;
			if (slots[slot] === 'any') return null;
			return (slot === 'costKind' ? usualKind : undefined) ?? options[slot][0]?.key ?? null;
		};
		return {
			supplier: word('supplier'),
			unit: word('unit'),
			costKind: word('costKind'),
			system: word('system')
		};
	}
	const words = $derived(wordsOf(key()));
	const nameOfWord = (slot: ListSlot, word: string) =>
		options[slot].find((option) => option.key === word)?.label ?? word;
	const asked = $derived(filtersOfQuestion(key(), words, base));
	const periods = $derived(
		offeredPeriods(filters.period, defaultPeriod(answers.meta) ?? filters.period, filters.available)
	);

	return {
		get key() {
			return key();
		},
		get words() {
			return words;
		},
		/** What is asked for, with the period filled in. */
		get filters() {
			return asked;
		},
		/** The same months a year before; null where they are not loaded. */
		get compared() {
			return filters.compared;
		},
		get periods() {
			return periods;
		},
		/** The words of a slot, the costliest first. What the address names is there even when it costs nothing. */
		options(slot: ListSlot): SlotOption[] {
			const word = words[slot];
			const listed = options[slot];
			const known = word === null || listed.some((option) => option.key === word);
			const all =
				costQuestion(key()).slots[slot] === 'any' ? [{ key: '', label: questionWords.any[slot] }] : [];
			return [...all, ...(known ? [] : [{ key: word, label: word }]), ...listed];
		},
		/** The question cannot be asked: a word that it must have is not there. */
		get lacks() {
			return !loading && !failed && lacksWord(key(), words);
		},
		/** Nothing is asked before the words are known. */
		get ready() {
			return !loading && !lacksWord(key(), words);
		},
		/** What a slot says in a question, this one or another. */
		nameOf(question: QuestionKey, slot: Slot): string {
			if (slot === 'period') return formatPeriod(filters.period);
			const word = wordsOf(question)[slot];
			return word === null ? questionWords.any[slot] : nameOfWord(slot, word);
		},
		/** The words for telling an answer. */
		get told(): ToldWords {
			const name = (slot: ListSlot) => {
				const word = words[slot];
				return word === null ? null : nameOfWord(slot, word);
			};
			return {
				supplier: name('supplier'),
				unit: name('unit'),
				costKind: name('costKind'),
				system: name('system'),
				period: filters.period,
				compared: filters.compared,
				today: answers.meta.today,
				money: filters.moneyUnit
			};
		},
		/** How one came to the rows of an answer. */
		get path(): string[] {
			return listSlots.flatMap((slot) => {
				const word = words[slot];
				return word === null ? [] : [nameOfWord(slot, word)];
			});
		},
		/** Chooses a word; empty is all. */
		choose(slot: ListSlot, word: string): void {
			void filters.change(keeping(filters.chosen, slotFilters[slot], word === '' ? [] : [word]));
		},
		choosePeriod(chosen: string): void {
			const offered = periods.find(({ period }) => keyOf(period) === chosen);
			if (offered) void filters.change({ period: offered.period });
		}
	};
}
export type AskedQuestion = ReturnType<typeof createQuestion>;
