// What stands where a cost row does not say: the same words in the preview's staging as in the edition.
import { tables, type TableKind } from '$lib/domain/columns';
import type { Value } from './read-cell';

const places = new Map(tables.cost.fields.map((field, place) => [field.name, place]));

/** Fills in Okänt where a cost row has no nämnd or konto, and forgets an `okänt` that nobody has judged. Changes `values`. */
export function fillUnknown(kind: TableKind, values: Value[]): void {
	if (kind !== 'cost') return;
	for (const name of ['unit', 'account']) {
		const place = places.get(name);
		if (place !== undefined) values[place] ??= 'Okänt';
	}
	const it = places.get('it_cost');
	if (it !== undefined && values[it] === 'okänt') values[it] = null;
}
