// What a request about a layout of exported tables asks for, checked.
import * as v from 'valibot';
import { longestHeader, longestLayoutName } from '$lib/domain/export-layout';
import { followUpColumns, type LayoutColumn } from '$lib/domain/follow-up-columns';
import { layoutWords as words } from '$lib/text/export-layout';
import { readRequest, scanned, type Asked } from '../read-request';

export interface AskedLayout {
	name: string;
	/** Null takes it away. */
	columns: LayoutColumn[] | null;
	/** What was last saved under the name when the person began; null for nothing. */
	after: number | null;
}

const line = (missing: string, longest: number) =>
	v.pipe(v.string(missing), v.trim(), v.minLength(1, missing), v.maxLength(longest, words.tooLong));

const requestSchema = v.strictObject({
	name: line(words.noName, longestLayoutName),
	columns: v.nullable(
		v.pipe(
			v.array(
				v.strictObject({ column: v.picklist(followUpColumns), header: line(words.noHeader, longestHeader) })
			),
			v.minLength(1, words.noColumns),
			v.check((columns) => new Set(columns.map(({ column }) => column)).size === columns.length, words.broken)
		)
	),
	after: v.nullable(v.pipe(v.number(), v.integer()))
});

/** `{name, columns: [{column, header}], after}`; null columns take the layout away. */
export function readLayout(body: unknown): Asked<AskedLayout> {
	return scanned(
		readRequest(requestSchema, body, words.broken),
		({ name, columns }) => [name, ...(columns ?? []).map(({ header }) => header)],
		words.personalText
	);
}
