// What a flag is about, read back from its key.
import * as v from 'valibot';
import type { SeenSubject } from '../editions/seen-subject';

const word = v.nullable(v.string());
const keySchema = v.pipe(
	v.string(),
	v.parseJson(),
	v.union([
		v.strictTuple([word, word, word, v.nullable(v.number())]),
		v.strictTuple([word, word, word, v.nullable(v.number()), word, word]),
		v.strictTuple([word, word, word, v.nullable(v.number()), word, word, word])
	])
);

/** What a flag is about that a slice can hold: the contract, the supplier, the system, the product and the nämnd, as far as it names them. */
export function subjectsOfFlag(key: string): SeenSubject[] {
	const [contract, supplier, , , system, product, unit] = v.parse(keySchema, key);
	const subject = (kind: SeenSubject['kind'], named: string | null | undefined): SeenSubject[] =>
		named === null || named === undefined ? [] : [{ kind, key: named }];
	return [
		...subject('contract', contract),
		...subject('supplier', supplier),
		...subject('system', system),
		...subject('product', product),
		...subject('unit', unit)
	];
}
