import { expect, test } from 'vitest';
import * as v from 'valibot';
import { readRequest, scanned } from '$lib/server/read-request';

const schema = v.strictObject({ text: v.pipe(v.string(), v.minLength(1, 'Skriv något.')) });

test('a request is refused by the sentence of its schema, and by the general one where the schema has none', () => {
	const read = (value: unknown) => readRequest(schema, value, 'Uppgifterna gick inte att läsa.');
	expect(read({ text: 'Hej' })).toEqual({ outcome: 'asked', asked: { text: 'Hej' } });
	expect(read({ text: '' })).toEqual({ outcome: 'refused', message: 'Skriv något.' });
	for (const broken of [null, {}, { text: 3 }, { text: 'Hej', more: true }])
		expect(read(broken)).toEqual({ outcome: 'refused', message: 'Uppgifterna gick inte att läsa.' });
});

test('a personnummer in any text refuses the request, and what is not said is passed over', () => {
	const scan = (...texts: (string | null | undefined)[]) =>
		scanned({ outcome: 'asked', asked: texts }, (said) => said, 'Inga personnummer.');
	expect(scan('Fråga', null, undefined).outcome).toBe('asked');
	expect(scan(null, 'Fråga 19121212-1212')).toEqual({ outcome: 'refused', message: 'Inga personnummer.' });
});

test('what is refused already keeps its reason', () => {
	const refused = { outcome: 'refused', message: 'Skriv något.' } as const;
	expect(scanned(refused, () => ['19121212-1212'], 'Inga personnummer.')).toBe(refused);
});
