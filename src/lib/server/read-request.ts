// What a request asks for, read by a schema whose own messages are sentences for the person.
import * as v from 'valibot';
import { holdsPersonalNumber } from './personal-number';

/** What a request asks for, or why it is not answered, as a sentence for the person who sent it. */
export type Asked<Value> = { outcome: 'asked'; asked: Value } | { outcome: 'refused'; message: string };

/** @param broken said where the schema has no sentence of its own: valibot's own are English and begin with "Invalid " */
export function readRequest<Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown,
	broken: string
): Asked<v.InferOutput<Schema>> {
	const parsed = v.safeParse(schema, value);
	if (parsed.success) return { outcome: 'asked', asked: parsed.output };
	const [{ message }] = parsed.issues;
	return { outcome: 'refused', message: message.startsWith('Invalid ') ? broken : message };
}

/** Refuses what names somebody by personnummer. @param texts what the person wrote; what is not said is passed over */
export function scanned<Value>(
	asked: Asked<Value>,
	texts: (value: Value) => readonly (string | null | undefined)[],
	refusal: string
): Asked<Value> {
	if (asked.outcome === 'refused') return asked;
	const written = texts(asked.asked).filter((text) => typeof text === 'string');
	return holdsPersonalNumber(...written) ? { outcome: 'refused', message: refusal } : asked;
}
