// What a request about notes asks for, checked.
import * as v from 'valibot';
import { longestNote } from '$lib/domain/note';
import { addressed } from '$lib/domain/organisation-number';
import { subjectKinds, type Subject } from '$lib/domain/subject';
import { noteServerWords as words } from '$lib/text/views-server';
import { readRequest, scanned, type Asked } from '../read-request';

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

const writtenIn = ({ text: written }: { text?: string }) => [written];

/** `?slag=supplier&nyckel=…`: the key of a page that can be addressed. */
export function readSubject(search: URLSearchParams): Asked<Subject> {
	const given = { kind: search.get('slag'), key: search.get('nyckel') };
	return addressable(readRequest(subjectSchema, given, words.broken));
}

/** `{subject: {kind, key}, text, shared}`. */
export function readNewNote(value: unknown): Asked<v.InferOutput<typeof newSchema>> {
	const asked = readRequest(newSchema, value, words.broken);
	if (asked.outcome === 'refused') return asked;
	const subject = addressable({ outcome: 'asked', asked: asked.asked.subject });
	return subject.outcome === 'refused' ? subject : scanned(asked, writtenIn, words.personalText);
}

/** `{text?, shared?}`. */
export function readNoteChange(value: unknown): Asked<v.InferOutput<typeof changeSchema>> {
	return scanned(readRequest(changeSchema, value, words.broken), writtenIn, words.personalText);
}

/** The same rule as for the address of a page. */
function addressable(asked: Asked<Subject>): Asked<Subject> {
	if (asked.outcome === 'refused' || asked.asked.kind !== 'supplier' || addressed(asked.asked.key))
		return asked;
	return { outcome: 'refused', message: words.personalSubject };
}
