// What can be chosen while a value is typed.
import type { RuleFieldName } from '$lib/tagging/condition';
import type { KnownValues } from '$lib/tagging/known-values';

/** A known value. */
export interface Suggestion {
	/** What the rule holds. */
	value: string;
	/** What is shown, when it is another. */
	label?: string;
	/** Beside it: the text of an account. */
	note?: string;
}

const plain = (values: readonly string[]): Suggestion[] => values.map((value) => ({ value }));

/** The known values of a field. */
export function suggestionsOf(field: RuleFieldName, known: KnownValues): Suggestion[] {
	switch (field) {
		case 'konto':
			return known.accounts.map(({ code, text }) => ({ value: code, note: text ?? undefined }));
		case 'konto_text':
			return plain([...new Set(known.accounts.flatMap(({ text }) => text ?? []))]);
		case 'leverantor':
			return plain(known.suppliers);
		case 'organisationsnummer':
			return plain(known.organisationNumbers);
		case 'namnd':
			return plain(known.units);
		case 'ansvar':
			return plain(known.responsibilities);
		case 'verksamhet':
			return plain(known.operations);
		case 'projekt':
			return plain(known.projects);
		case 'aktivitet':
			return plain(known.activities);
		case 'objekt':
			return plain(known.objects);
		case 'motpart':
			return plain(known.counterparts);
		case 'period':
			return plain(known.months);
		case 'text':
		case 'belopp':
			return [];
	}
}

/** How many suggestions are drawn at most. */
export const shownSuggestions = 30;

const lower = (text: string) => text.toLocaleLowerCase('sv');

/** A line of the list that opens under a field. */
export interface SuggestionLine extends Suggestion {
	/** What is typed, offered as it stands. */
	isTyped?: boolean;
}

/**
 * The lines under a field: what is typed, unless it is a known value, and the first known values that contain every typed word,
 * those that begin so first. What is chosen already is left out.
 */
export function suggestionLines(
	suggestions: readonly Suggestion[],
	typed: string,
	chosen: readonly string[] = []
): { lines: SuggestionLine[]; hasMore: boolean } {
	const text = typed.trim();
	const same = text ? meant(suggestions, text) : undefined;
	const first: SuggestionLine[] = text ? [same ?? { value: text, isTyped: true }] : [];
	const taken = new Set([...chosen, ...first.map(({ value }) => value)]);
	const words = lower(text).split(/\s+/).filter(Boolean);
	const beginning: Suggestion[] = [];
	const others: Suggestion[] = [];
	for (const suggestion of suggestions) {
		if (taken.has(suggestion.value)) continue;
		const { label, value, note } = suggestion;
		const known = lower([label, value, note].filter(Boolean).join(' '));
		if (!words.every((word) => known.includes(word))) continue;
		taken.add(value);
		(known.startsWith(words.join(' ')) ? beginning : others).push(suggestion);
		if (beginning.length > shownSuggestions) break;
	}
	const found = [...beginning, ...others];
	return {
		lines: [...first.filter(({ value }) => !chosen.includes(value)), ...found.slice(0, shownSuggestions)],
		hasMore: found.length > shownSuggestions
	};
}

/** The known value that a text means, whatever its letters' case: by what the rule holds, or by what is shown. */
export function meant(suggestions: readonly Suggestion[], typed: string): Suggestion | undefined {
	const wanted = lower(typed.trim());
	if (wanted === '') return undefined;
	return (
		suggestions.find(({ value }) => lower(value) === wanted) ??
		suggestions.find(
			(known) => known.label && (lower(known.label) === wanted || lower(shownAs(known)) === wanted)
		)
	);
}

/** `Lärstigen (S-014)`, or the value alone. */
export function shownAs({ value, label }: Suggestion): string {
	return label && label !== value ? `${label} (${value})` : value;
}
