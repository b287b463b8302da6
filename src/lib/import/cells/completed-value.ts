// What somebody has typed into a field, or answered in a file, read as a register would be and kept as a canonical file has it.
import { textOfValue } from '$lib/domain/completed-contract';
import { isEmptyField, longestCompletion, type CompletedKind } from '$lib/domain/completion';
import type { Field } from '$lib/domain/columns';
import { completedFieldName, completionServerWords as words } from '$lib/text/completions';
import { completedSystemFieldName } from '$lib/text/completed-systems';
import { answerQuestions } from '$lib/text/contracts';
import { maskPersonalNumbers } from './personal-data';
import { readCell } from './read-cell';

export type ReadValue = { outcome: 'read'; value: string } | { outcome: 'refused'; message: string };

const refused = (message: string): ReadValue => ({ outcome: 'refused', message });

export function readCompletedValue(field: Field, typed: string, kind: CompletedKind = 'contract'): ReadValue {
	if (!typed.trim()) return refused(words.noValue);
	if (typed.length > longestCompletion) return refused(words.longValue);
	if (maskPersonalNumbers(typed).found > 0) return refused(words.personal);
	const read = readCell(typed, {
		field,
		column: 0,
		header:
			kind === 'system'
				? completedSystemFieldName(field.name)
				: completedFieldName(field.name, answerQuestions),
		amount: { sign: 'var_for_sig', longDecimals: false },
		scale: 1
	});
	if (read.problem) return refused(read.problem.reason);
	if (read.isPeriod) return refused(words.wholeDay);
	if (read.identities?.some(({ kind }) => kind === 'person')) return refused(words.personal);
	const { value } = read;
	if (value === null || isEmptyField(field.name, value, kind)) return refused(words.unknownIsNone);
	if (typeof value === 'number' && value < 0) return refused(words.negative);
	if (field.choices && !field.choices.includes(String(value)))
		return refused(words.notListed(field.choices.filter((choice) => choice !== 'okänt')));
	return { outcome: 'read', value: textOfValue(field, value) };
}
