// Which line is the header, which canonical table the file holds, and which column is which field.
import { tableKinds, tables, type Field, type TableKind } from '$lib/domain/columns';
import { readIdentity, saysNoNumber } from '$lib/domain/organisation-number';
import type { SourceRecord } from '$lib/read/record';
import { matchHeader } from './header';

/** Field name → column index in the file. */
export type Mapping = Record<string, number>;

export interface Recognition {
	kind: TableKind;
	/** Line of the header, from 1. */
	headerRow: number;
	headers: string[];
	mapping: Mapping;
}

/** The share of values that are organisation numbers of some form, among those that say something. */
function looksLikeOrganisations(records: readonly SourceRecord[], column: number): boolean {
	let said = 0;
	let matching = 0;
	for (const { cells } of records) {
		const text = String(cells[column] ?? '').trim();
		if (!text || saysNoNumber(text)) continue;
		said++;
		if (readIdentity(text).kind !== 'other') matching++;
	}
	return said > 0 && matching / said >= 0.5;
}

/** Maps the headers of a file to one table. A field takes the column that names it best. */
export function mapHeaders(
	kind: TableKind,
	headers: readonly string[],
	sample: readonly SourceRecord[]
): Mapping {
	const best = new Map<Field, { column: number; rank: number }>();
	headers.forEach((header, column) => {
		const match = matchHeader(kind, header);
		if (!match) return;
		if (match.needsShape && !looksLikeOrganisations(sample, column)) return;
		const known = best.get(match.field);
		if (!known || match.rank < known.rank) best.set(match.field, { column, rank: match.rank });
	});
	return Object.fromEntries([...best].map(([field, { column }]) => [field.name, column]));
}

function score(kind: TableKind, mapping: Mapping, headers: readonly string[]): number {
	const recognised = tables[kind].recognisedBy.some((names) => names.every((name) => name in mapping));
	if (!recognised) return 0;
	const mapped = Object.keys(mapping).length;
	const filled = headers.filter((header) => header.trim() !== '').length;
	const exact = Object.entries(mapping).filter(([name, column]) => {
		const field = tables[kind].fields.find((candidate) => candidate.name === name);
		return field !== undefined && headers[column]?.trim().toLowerCase() === field.header;
	}).length;
	return mapped / Math.max(filled, 1) + exact / 10 + mapped / 100;
}

/**
 * Recognises a table by its header among the first lines; junk lines before it are allowed.
 * `only` limits the search to a kind or a header row that a person has chosen.
 */
export function recognise(
	head: readonly SourceRecord[],
	only: { kind?: TableKind; headerRow?: number } = {}
): Recognition | null {
	let best: { recognition: Recognition; score: number } | null = null;
	for (const [at, record] of head.slice(0, 40).entries()) {
		if (only.headerRow !== undefined && record.row !== only.headerRow) continue;
		const headers = record.cells.map((cell) =>
			String(cell)
				.replace(/^\ufeff/, '')
				.trim()
		);
		if (headers.filter(Boolean).length < 2) continue;
		const sample = head.slice(at + 1, at + 201);
		for (const kind of only.kind ? [only.kind] : tableKinds) {
			const mapping = mapHeaders(kind, headers, sample);
			// A header row chosen by a person together with the kind stands even where nothing is recognised.
			const forced = only.kind !== undefined && only.headerRow !== undefined ? 0.001 : 0;
			const points = Math.max(score(kind, mapping, headers), forced);
			if (points > (best?.score ?? 0)) {
				best = { recognition: { kind, headerRow: record.row, headers, mapping }, score: points };
			}
		}
	}
	return best?.recognition ?? null;
}
