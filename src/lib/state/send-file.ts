// Sends one file as it is, and reads the server's answer about it.
import * as v from 'valibot';
import { tableKinds } from '$lib/domain/columns';
import type { Answers } from '$lib/import/answers';
import { importWords } from '$lib/text/import';

export interface FileToSend {
	file: File;
	/** SHA-256 of the file where the server has it already: then no bytes are sent. */
	original: string | null;
	answers: Answers;
	/** Öre. */
	controlSum: number | null;
	controlRows: number | null;
	/** Where the control total comes from; null when it is typed. */
	controlSource: string | null;
	/** The import that this file takes the place of. */
	replaces: number | null;
	/** The import whose rejected rows this file holds, mended. */
	corrects: number | null;
	/** Name of the recipe that it is read by. */
	recipe: string | null;
	/** Names this sending, to ask how far the server has come. */
	key: string;
	signal: AbortSignal;
	/** 0–1 of the bytes. At 1 the server reads. */
	onProgress(share: number): void;
}

const storedSchema = v.object({
	id: v.number(),
	fileName: v.string(),
	uploadedAt: v.string(),
	sha256: v.optional(v.string()),
	/** The import that it took the place of. */
	replaces: v.optional(v.nullable(v.number()), null),
	report: v.object({
		kind: v.picklist(tableKinds),
		totals: v.object({
			read: v.number(),
			accepted: v.number(),
			rejected: v.number(),
			empty: v.number(),
			sum: v.nullable(v.number())
		}),
		reconciled: v.nullable(v.boolean())
	})
});

const keptEntries = { message: v.string(), sha256: v.optional(v.string()), import: storedSchema };

const receiptSchema = v.variant('outcome', [
	v.object({ outcome: v.literal('accepted'), ...keptEntries }),
	v.object({ outcome: v.literal('unchanged'), ...keptEntries }),
	v.object({ outcome: v.literal('refused'), message: v.string() })
]);
export type Receipt = v.InferOutput<typeof receiptSchema>;
/** What the server says about a file that it has. */
export type KeptReceipt = Exclude<Receipt, { outcome: 'refused' }>;

const messageSchema = v.object({ message: v.string() });

/** The file did not get there, with a Swedish sentence for the person. */
export class SendFailure extends Error {
	override readonly name = 'SendFailure';

	constructor(
		message: string,
		/** HTTP status; 0 without an answer. */
		readonly status = 0
	) {
		super(message);
	}

	/** The server does not have the original that was pointed at. */
	get isUnknownOriginal(): boolean {
		return this.status === 404 || this.status === 410;
	}
}

function address(order: FileToSend, answers: Blob): string {
	const query = new URLSearchParams({
		namn: order.file.name,
		svarsbyte: String(answers.size),
		nyckel: order.key
	});
	const { controlSum, controlRows, controlSource, replaces, corrects, recipe, original } = order;
	if (controlSum !== null) query.set('kontrollsumma', String(controlSum));
	if (controlRows !== null) query.set('kontrollrader', String(controlRows));
	if (controlSource !== null) query.set('kontrollkalla', controlSource);
	if (replaces !== null) query.set('ersatter', String(replaces));
	if (corrects !== null) query.set('rattar', String(corrects));
	if (recipe !== null) query.set('recept', recipe);
	if (original !== null) query.set('original', original);
	return `/importera/fil?${query}`;
}

/** By XMLHttpRequest, since fetch does not tell how much has been sent. @throws SendFailure, or the signal's reason */
export function sendFile(order: FileToSend): Promise<Receipt> {
	const { signal } = order;
	return new Promise<Receipt>((resolve, reject) => {
		if (signal.aborted) return reject(signal.reason);
		const request = new XMLHttpRequest();
		const onAbort = (): void => request.abort();
		signal.addEventListener('abort', onAbort);
		const settle = (action: () => void) => () => {
			signal.removeEventListener('abort', onAbort);
			action();
		};
		request.upload.addEventListener('progress', ({ loaded, total }) =>
			order.onProgress(total > 0 ? loaded / total : 0)
		);
		request.upload.addEventListener('load', () => order.onProgress(1));
		request.addEventListener(
			'abort',
			settle(() => reject(signal.reason))
		);
		request.addEventListener(
			'error',
			settle(() => reject(new SendFailure(importWords.sendUnreachable)))
		);
		request.addEventListener(
			'load',
			settle(() => {
				const receipt = v.safeParse(receiptSchema, jsonOf(request.responseText));
				if (receipt.success) resolve(receipt.output);
				else reject(new SendFailure(failureOf(request), request.status));
			})
		);
		// The answers go first in the body: those of a file with many columns are too long for an address.
		const answers = new Blob([JSON.stringify(order.answers)]);
		request.open('POST', address(order, answers));
		request.setRequestHeader('Content-Type', 'application/octet-stream');
		if (order.original !== null) order.onProgress(1);
		request.send(new Blob(order.original === null ? [answers, order.file] : [answers]));
	});
}

function failureOf(request: XMLHttpRequest): string {
	if (request.status === 401) return importWords.sendSignedOut;
	const told = v.safeParse(messageSchema, jsonOf(request.responseText));
	return told.success ? told.output.message : importWords.sendFailed(request.status);
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
