// What a request about notes asks for, checked.
import * as v from 'valibot';
import { longestNote } from '$lib/domain/note';
import { addressed } from '$lib/domain/organisation-number';
import { subjectKinds, type Subject } from '$lib/domain/subject';
import { noteServerWords as words } from '$lib/text/views-server';
import { holdsPersonalNumber } from '../personal-number';

type NoteRequest<Asked> = { outcome: 'asked'; asked: Asked } | { outcome: 'refused'; message: string };

const subjectSchema = v.strictObject({
	kind: v.picklist(subjectKinds),
	key: v.pipe(v.string(), v.minLength(1), v.maxLength(400))
});
const text = v.pipe(
	v.string(words.noText),
	v.trim(),
	v.minLength(1, words.noText),
	v.maxLength(longestNote, words.longText)
);
const newSchema = v.strictObject({ subject: subjectSchema, text, shared: v.boolean() });
const changeSchema = v.strictObject({ text: v.optional(text), shared: v.optional(v.boolean()) });

/** `?slag=supplier&nyckel=…`: the key of a page that can be addressed. */
export function readSubject(search: URLSearchParams): NoteRequest<Subject> {
	return addressable(read(subjectSchema, { kind: search.get('slag'), key: search.get('nyckel') }));
}

/** `{subject: {kind, key}, text, shared}`. */
export function readNewNote(value: unknown): NoteRequest<v.InferOutput<typeof newSchema>> {
	const asked = read(newSchema, value);
	if (asked.outcome === 'refused') return asked;
	const subject = addressable({ outcome: 'asked', asked: asked.asked.subject });
	return subject.outcome === 'refused' ? subject : scanned(asked);
}

/** `{text?, shared?}`. */
export function readNoteChange(value: unknown): NoteRequest<v.InferOutput<typeof changeSchema>> {
	return scanned(read(changeSchema, value));
}

function read<Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown
): NoteRequest<v.InferOutput<Schema>> {
	const parsed = v.safeParse(schema, value);
	if (parsed.success) return { outcome: 'asked', asked: parsed.output };
	const [{ message }] = parsed.issues;
	return { outcome: 'refused', message: message.startsWith('Invalid ') ? words.broken : message };
}

/** The same rule as for the address of a page. */
function addressable(asked: NoteRequest<Subject>): NoteRequest<Subject> {
	if (asked.outcome === 'refused' || asked.asked.kind !== 'supplier' || addressed(asked.asked.key))
		return asked;
	return { outcome: 'refused', message: words.personalSubject };
}

function scanned<Asked extends { text?: string }>(asked: NoteRequest<Asked>): NoteRequest<Asked> {
	if (asked.outcome === 'refused' || !holdsPersonalNumber(asked.asked.text ?? '')) return asked;
	return { outcome: 'refused', message: words.personalText };
}
