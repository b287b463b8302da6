// What a request about questions, verdicts and dismissals asks for, checked.
import * as v from 'valibot';
import { addressed } from '$lib/domain/organisation-number';
import { isReason } from '$lib/domain/reason';
import { addressWords, figureAddress } from '$lib/domain/saved-view';
import {
	flagKinds,
	longestPost,
	postKinds,
	threadSubjects,
	verdicts,
	type ThreadStatus,
	type ThreadSubject
} from '$lib/domain/review';
import { statusSlugs } from '$lib/text/review';
import { reviewServerWords as words } from '$lib/text/review-server';
import { holdsPersonalNumber } from '../personal-number';
import { readRequest, scanned, type Asked } from '../read-request';

const key = v.pipe(v.string(), v.minLength(1), v.maxLength(8_000));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(400));
const number = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const edition = v.nullable(number);
const sentence = (empty: string) =>
	v.pipe(v.string(empty), v.trim(), v.minLength(1, empty), v.maxLength(longestPost, words.longText));

const explained = v.pipe(sentence(words.shortReason), v.check(isReason, words.shortReason));

const subjectSchema = v.strictObject({ kind: v.picklist(threadSubjects), key, name });
const threadSchema = v.strictObject({
	subject: subjectSchema,
	figure: v.nullable(v.pipe(v.string(), v.maxLength(200))),
	edition,
	kind: v.picklist(['question', 'note']),
	text: sentence(words.noText)
});
const postSchema = v.strictObject({
	kind: v.picklist(postKinds),
	text: sentence(words.noText),
	after: number
});
const verdictSchema = v.strictObject({
	contractId: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
	contractName: name,
	verdict: v.picklist(verdicts),
	reason: sentence(words.noReason),
	meeting: v.nullable(number),
	edition,
	after: number
});
const keyPart = v.nullable(v.pipe(v.string(), v.maxLength(400)));
const dismissalSchema = v.strictObject({
	flag: v.picklist(flagKinds),
	subject: v.strictObject({
		contractId: keyPart,
		supplierKey: keyPart,
		costKind: keyPart,
		year: v.nullable(number),
		systemId: v.optional(keyPart),
		product: v.optional(keyPart),
		unit: v.optional(keyPart)
	}),
	name,
	takenBack: v.boolean(),
	reason: explained,
	amount: v.nullable(v.pipe(v.number(), v.safeInteger())),
	edition,
	after: number
});

export interface ThreadsAsked {
	subject: Pick<ThreadSubject, 'kind' | 'key'> | null;
	status: ThreadStatus | null;
}

/** `?slag=contract&nyckel=…&status=vantar`; all threads without `slag`. */
export function readThreadFilter(search: URLSearchParams): Asked<ThreadsAsked> {
	const slug = search.get('status');
	const status = statusSlugs.find(([, known]) => known === slug)?.[0] ?? null;
	if (slug !== null && status === null) return { outcome: 'refused', message: words.broken };
	if (!search.has('slag')) return { outcome: 'asked', asked: { subject: null, status } };
	const subject = readRequest(
		v.omit(subjectSchema, ['name']),
		{ kind: search.get('slag'), key: search.get('nyckel') },
		words.broken
	);
	return subject.outcome === 'refused'
		? subject
		: { outcome: 'asked', asked: { subject: subject.asked, status } };
}

/** `{subject: {kind, key, name}, figure, edition, kind, text}`. */
export function readNewThread(value: unknown): Asked<v.InferOutput<typeof threadSchema>> {
	const asked = scanned(
		readRequest(threadSchema, value, words.broken),
		({ text, subject, figure }) => [text, subject.name, figure],
		words.personalText
	);
	if (asked.outcome === 'refused') return asked;
	const { subject } = asked.asked;
	if (subject.kind === 'supplier' && !addressed(subject.key))
		return { outcome: 'refused', message: words.personalSubject };
	if (subject.kind !== 'figure') return asked;
	const address = figureAddress(subject.key);
	if (address === null || holdsPersonalNumber(addressWords(address)))
		return { outcome: 'refused', message: words.badAddress };
	return { outcome: 'asked', asked: { ...asked.asked, subject: { ...subject, key: address } } };
}

/** `{kind, text, after}`. */
export function readNewPost(value: unknown): Asked<v.InferOutput<typeof postSchema>> {
	return scanned(readRequest(postSchema, value, words.broken), ({ text }) => [text], words.personalText);
}

/** `{contractId, contractName, verdict, reason, meeting, edition, after}`. */
export function readNewVerdict(value: unknown): Asked<v.InferOutput<typeof verdictSchema>> {
	return scanned(
		readRequest(verdictSchema, value, words.broken),
		({ reason, contractName }) => [reason, contractName],
		words.personalText
	);
}

/** `{flag, subject, name, takenBack, reason, amount, edition, after}`. */
export function readNewDismissal(value: unknown): Asked<v.InferOutput<typeof dismissalSchema>> {
	const asked = scanned(
		readRequest(dismissalSchema, value, words.broken),
		({ reason, name: called }) => [reason, called],
		words.personalText
	);
	if (asked.outcome === 'refused') return asked;
	const { supplierKey } = asked.asked.subject;
	return supplierKey === null || addressed(supplierKey)
		? asked
		: { outcome: 'refused', message: words.personalSubject };
}
