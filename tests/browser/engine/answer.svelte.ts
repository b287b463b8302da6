// One edition and one answer in a page, as a component would have them.
import * as v from 'valibot';
import type { EditionFile } from '$lib/engine/browser';
import { defineQuery } from '$lib/queries/query';
import { type Answer, type AnswerState, createAnswer } from '$lib/state/answer.svelte';
import { EditionState } from '$lib/state/edition.svelte';

interface Input {
	sql: string;
	values: number[];
}

const asked = defineQuery({
	name: 'asked',
	question: 'Vad svarar motorn?',
	statement: (input: Input) => ({ sql: input.sql, parameters: input.values }),
	row: v.object({ n: v.number() })
});

let input = $state.raw<Input>({ sql: 'SELECT ?::INTEGER AS n', values: [1] });
const edition = new EditionState();
const phases: string[] = [];
const states: string[] = [];
let answer: Answer<{ n: number }> | null = null;

$effect.root(() => {
	answer = createAnswer(() => ({ query: asked, input }), edition);
	$effect(() => void phases.push(edition.phase.name));
	$effect(() => {
		if (answer) states.push(sentence(answer.current));
	});
});

function sentence(state: AnswerState<{ n: number }>): string {
	if (state.name === 'rows') return `${state.rows.map(({ n }) => n).join(' ')}${state.stale ? ' stale' : ''}`;
	return state.name;
}

export const answerSteps = {
	open: (file: EditionFile) => edition.open(file),
	retryEdition: () => edition.retry(),
	retry: () => answer?.retry(),
	ask: (sql: string, values: number[]) => void (input = { sql, values }),
	phase: () => edition.phase,
	phases: () => phases.filter((phase, index) => phase !== phases[index - 1]),
	/** The states since the last call. */
	states: () => states.splice(0),
	latest: () => (answer ? sentence(answer.current) : null)
};
