// Completions of the registers: who sees which, and the changes that each may make.
import { completedBefore, textOfValue } from '$lib/domain/completed-contract';
import {
	completedKinds,
	controllersFields,
	idColumns,
	isEmptyField,
	isSentField,
	standingCompletions,
	wholeMunicipalityFields,
	type Completion,
	type CompletedKind,
	type RecordValues,
	type RegisterReader
} from '$lib/domain/completion';
import { may } from '$lib/domain/access';
import type { Field } from '$lib/domain/columns';
import { recording } from '../audit';
import { completion } from '../database/review-schema';
import { installation, type Installation } from '../editions/installation';
import { oneAtATime } from '../editions/one-at-a-time';
import type { Reader } from '../reader';
import type { AskedCompletion } from './completion-request';
import { linesOfRecord, seenLines } from './register';
import { allCompletions, completionOf } from './standing';

export type CompletionOutcome =
	| { outcome: 'done'; completion: Completion }
	/** Nothing has changed. `missing` also for what the person may not know of. */
	| { outcome: 'missing' | 'not_own' | 'withheld' | 'for_controllers' | 'nothing' }
	/** The register says it already. */
	| { outcome: 'filled'; value: string }
	/** Somebody else has completed it since; null when they took it back. */
	| { outcome: 'newer'; standing: Completion | null };

/** What a person sees of all that has been saved, what is replaced and taken back included; oldest first. */
export async function listCompletions(
	{ access }: Reader,
	where: Installation = installation()
): Promise<Completion[]> {
	const all = (await allCompletions(where)).filter(({ kind, field }) =>
		isSentField(field, kind, registerReader(access))
	);
	if (access.units === null || !all.length) return all;
	const seen = await Promise.all(completedKinds.map((kind) => seenIds(kind, access, where)));
	return all.filter(({ kind, recordId }) => seen[completedKinds.indexOf(kind)]?.has(recordId));
}

/** What of the registers an access is sent. */
export function registerReader(access: Reader['access']): RegisterReader {
	return { units: access.units, freeText: may(access, 'see_free_text') };
}

/** The ids of the person's own slice. */
async function seenIds(
	kind: CompletedKind,
	access: Reader['access'],
	where: Installation
): Promise<ReadonlySet<unknown>> {
	const seen = await seenLines(kind, access, where);
	return new Set(seen?.lines.map((line) => line[idColumns[kind]]));
}

/** What is decided from the standing completion, and then replaces it, is done here. */
const completeInTurn = oneAtATime();

/** Saves a completion, or takes one back. @param asked checked and scanned for personnummer */
export function saveCompletion(
	asked: AskedCompletion,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<CompletionOutcome> {
	return completeInTurn(() => save(asked, reader, where, now));
}

async function save(
	asked: AskedCompletion,
	reader: Reader,
	where: Installation,
	now: Date
): Promise<CompletionOutcome> {
	const { database } = where;
	const { units } = reader.access;
	const { kind, recordId, field, value } = asked;
	const { freeText } = registerReader(reader.access);
	const isForControllers = controllersFields[kind].includes(field.name);
	if (isForControllers && !freeText) return { outcome: 'for_controllers' };
	if (units && wholeMunicipalityFields[kind].includes(field.name)) return { outcome: 'withheld' };
	const lines = await linesOfRecord(kind, recordId, where);
	if (!lines.length) return { outcome: 'missing' };
	if (units && !lines.every(({ unit }) => typeof unit === 'string' && units.includes(unit))) {
		const isSeen = (await seenIds(kind, reader.access, where)).has(recordId);
		return { outcome: isSeen ? 'not_own' : 'missing' };
	}
	const known = value === null ? null : registerValue(lines, field, kind);
	if (known !== null) return { outcome: 'filled', value: known };
	const standing = standingCompletions(await allCompletions(where)).find(
		(other) => other.kind === kind && other.recordId === recordId && other.field === field.name
	);
	if ((standing?.id ?? null) !== asked.after) return { outcome: 'newer', standing: standing ?? null };
	if (value === null && !standing) return { outcome: 'nothing' };
	const [[made]] = await database.batch([
		database
			.insert(completion)
			.values({
				recordKind: kind,
				recordId,
				field: field.name,
				value,
				source: asked.source,
				sourceDay: asked.sourceDay,
				author: reader.user.id,
				created: now
			})
			.returning(),
		recording(
			database,
			{
				user: reader.user,
				action: value === null ? 'completion_taken_back' : 'completion_saved',
				subject: recordId,
				// The log is read by those who may not see what is for controllers.
				detail: isForControllers
					? { field: field.header }
					: { field: field.header, before: standing?.value ?? null, after: value }
			},
			now
		)
	]);
	if (!made) throw new Error(`A completion of ${recordId} was not kept`);
	const author = (await allCompletions(where)).find(({ id }) => id === made.id)?.author ?? '';
	return { outcome: 'done', completion: completionOf(made, author) };
}

/** What the register itself says on every line of the record, as a canonical file has it; null where a line says nothing. */
function registerValue(lines: readonly RecordValues[], field: Field, kind: CompletedKind): string | null {
	const said = lines.map((line) => {
		const value = completedBefore(line).includes(field.name) ? null : line[field.name];
		return isEmptyField(field.name, value, kind) || value === null || value === undefined
			? null
			: textOfValue(field, value);
	});
	return said.includes(null) ? null : [...new Set(said)].join(', ');
}
