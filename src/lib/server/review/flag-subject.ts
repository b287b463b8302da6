// What a flag is about, read back from its key.
import * as v from 'valibot';
import type { SeenSubject } from '../editions/seen-subject';

const keySchema = v.pipe(
	v.string(),
	v.parseJson(),
	v.strictTuple([
		v.nullable(v.string()),
		v.nullable(v.string()),
		v.nullable(v.string()),
		v.nullable(v.number())
	])
);

/** The contract and the supplier that a flag is about, as far as it names them. */
export function subjectsOfFlag(key: string): SeenSubject[] {
	const [contractId, supplierKey] = v.parse(keySchema, key);
	return [
		...(contractId === null ? [] : [{ kind: 'contract' as const, key: contractId }]),
		...(supplierKey === null ? [] : [{ kind: 'supplier' as const, key: supplierKey }])
	];
}
