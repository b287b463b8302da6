// FOCUS cloud bills, known by their columns and never by the file's name.
import { tables } from '$lib/domain/columns';
import {
	focusAmounts,
	focusColumns,
	focusDemanded,
	focusFields,
	focusValues,
	type FocusVersion
} from '$lib/domain/columns/focus';
import type { SourceRecord } from '$lib/read/record';
import { headersOf } from './header';
import type { Mapping, Recognition } from './recognise';

const versions: readonly FocusVersion[] = ['1.3', '1.2', '1.1', '1.0'];

/** The FOCUS bill that these records are, or null. `headerRow` limits the search to a line that a person has chosen. */
export function recogniseFocus(head: readonly SourceRecord[], headerRow?: number): Recognition | null {
	for (const record of head.slice(0, 40)) {
		if (headerRow !== undefined && record.row !== headerRow) continue;
		const headers = headersOf(record);
		const places = new Map(headers.map((header, column) => [header.toLowerCase(), column]));
		const has = (name: string): boolean => places.has(name.toLowerCase());
		if (!focusDemanded.every(has)) continue;
		const version = versions.find((candidate) => focusColumns[candidate].some(has)) ?? '1.0';
		const mapping: Mapping = {};
		for (const { name } of tables.cost.fields) {
			const column = focusFields[name]?.find(has);
			const at = column === undefined ? undefined : places.get(column.toLowerCase());
			if (at !== undefined) mapping[name] = at;
		}
		return {
			kind: 'cost',
			headerRow: record.row,
			headers,
			mapping,
			profile: {
				name: `FOCUS ${version}`,
				evidence: `rubrikerna hör till en molnfaktura enligt FOCUS ${version}`,
				values: focusValues,
				amounts: focusAmounts.flatMap((name) => places.get(name.toLowerCase()) ?? []),
				nullWord: 'NULL',
				decimalSign: '.'
			}
		};
	}
	return null;
}
