// The lines of the register of systems by id, with what people have filled in since the edition.
import type { RecordValues } from '$lib/domain/completion';
import { systemClasses } from '$lib/queries/system-classes';
import { linesById, systemRegister, type RegisteredSystem } from '$lib/queries/system-register';
import { createAnswer, type Answer } from './answer.svelte';
import type { PageContext } from './page-context';
import type { Completions } from './completions.svelte';
import { createSystemCompletions } from './system-completions.svelte';

export interface RegisterLines {
	readonly answer: Answer<RegisteredSystem>;
	readonly completions: Completions;
	/** By system_id; empty until they have come. */
	readonly byId: ReadonlyMap<string, RegisteredSystem & RecordValues>;
}

/** Call while a page starts. @param classified with the classes too, for those who are sent them */
export function createRegisterLines(context: PageContext, classified = false): RegisterLines {
	const answer = createAnswer(() => ({ query: systemRegister, input: undefined }), context.edition);
	const classes = createAnswer(
		() => (classified && context.freeText ? { query: systemClasses, input: undefined } : null),
		context.edition
	);
	const completing = createSystemCompletions();
	const classesById = $derived(
		linesById(classes.current.name === 'rows' ? classes.current.rows : [], (line) => line)
	);
	const byId = $derived(
		linesById(
			answer.current.name === 'rows' ? answer.current.rows : [],
			(line) => completing.filled({ ...line, ...classesById.get(line.system_id) }).row
		)
	);
	return {
		answer,
		completions: completing.completions,
		get byId() {
			return byId;
		}
	};
}
