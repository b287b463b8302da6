// Which line is the header, which canonical table the file holds, and which column is which field.
import { tableKinds, tables, type Field, type TableKind } from '$lib/domain/columns';
import { readIdentity, saysNoNumber } from '$lib/domain/organisation-number';
import type { SourceRecord } from '$lib/read/record';
import { amountShape, type DecimalSign } from '../cells/amount';
import { debitCreditHeader, debitCreditMark, debitCreditPair, type DebitCreditPair } from './debit-credit';
import { amountUnit, headersOf, matchHeader, normaliseHeader } from './header';

/** Field name → column index in the file. */
export type Mapping = Record<string, number>;

/** A format that is known by its columns and says more about its rows than they do. */
export interface TableProfile {
	/** `FOCUS 1.0`. */
	name: string;
	/** A Swedish clause: `rubrikerna hör till en molnfaktura enligt FOCUS 1.0`. */
	evidence: string;
	/** Values of every row, by canonical header; a person may say otherwise. */
	values: Readonly<Record<string, string>>;
	/** Columns of money that a person may choose between. */
	amounts: readonly number[];
	/** A word that stands for an empty cell. */
	nullWord: string | null;
	/** The decimal sign that the format prescribes; no other sign divides thousands. */
	decimalSign: DecimalSign;
}

export interface Recognition {
	kind: TableKind;
	/** Line of the header, from 1; 0 when the first line is data. */
	headerRow: number;
	/** As in the file; `Kolumn 1` where it has none. A column made of debet and kredit stands last. */
	headers: string[];
	mapping: Mapping;
	profile?: TableProfile;
	pair?: DebitCreditPair;
	/** Fields whose column was only guessed by its values. */
	guessed?: readonly string[];
	/** Lines above the header, as text. */
	preamble?: string;
	/** The row of a header above this one, whose table is not read. */
	tableAbove?: number;
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

/** The columns whose headers name the amount of a table, and whether another one names it as well as the best does. */
export function amountColumns(kind: TableKind, headers: readonly string[]) {
	const found = headers.flatMap((header, column) => {
		const match = matchHeader(kind, header);
		return match?.field.name === 'amount' ? [{ column, rank: match.rank }] : [];
	});
	const best = Math.min(...found.map(({ rank }) => rank));
	return {
		columns: found.map(({ column }) => column),
		tied: found.filter(({ rank }) => rank === best).map(({ column }) => column)
	};
}

function isRecognised(
	kind: TableKind,
	mapping: Mapping,
	headers: readonly string[],
	sample: readonly SourceRecord[]
): boolean {
	const { recognisedBy, recognisedByWord } = tables[kind];
	if (recognisedBy.some((names) => names.every((name) => name in mapping))) return true;
	return (recognisedByWord ?? []).some(({ field, word }) => {
		const column = mapping[field];
		return (
			column !== undefined &&
			word.test(normaliseHeader(headers[column] ?? '')) &&
			holdsAmounts(sample, column)
		);
	});
}

/** At least half of what a column says is amounts: one word in a header is little to go by. */
function holdsAmounts(sample: readonly SourceRecord[], column: number): boolean {
	const shapes = sample.map(({ cells }) => {
		const cell = cells[column] ?? '';
		return typeof cell === 'number' ? 'whole' : amountShape(cell).shape;
	});
	const filled = shapes.filter((shape) => shape !== 'empty');
	return filled.filter((shape) => shape !== 'not_a_number').length * 2 > filled.length;
}

function score(
	kind: TableKind,
	mapping: Mapping,
	headers: readonly string[],
	sample: readonly SourceRecord[]
): number {
	if (!isRecognised(kind, mapping, headers, sample)) return 0;
	const mapped = Object.keys(mapping).length;
	const filled = headers.filter((header) => header.trim() !== '').length;
	const exact = Object.entries(mapping).filter(([name, column]) => {
		const field = tables[kind].fields.find((candidate) => candidate.name === name);
		return field !== undefined && headers[column]?.trim().toLowerCase() === field.header;
	}).length;
	return mapped / Math.max(filled, 1) + exact / 10 + mapped / 100;
}

export interface RecogniseOnly {
	kind?: TableKind;
	headerRow?: number;
}

/**
 * Recognises a table by its header among the first lines; junk lines before it are allowed, and a header may stand on two
 * lines. `only` limits the search to a kind or a header row that a person has chosen.
 */
export function recognise(head: readonly SourceRecord[], only: RecogniseOnly = {}): Recognition | null {
	const one = bestOf(head, only, oneLine);
	const two = bestOf(head, only, twoLines);
	if (!one || !two) return one ?? two;
	// Data under a header names no columns, so only a real second line adds some.
	const fieldsOf = ({ mapping }: Recognition): number => Object.keys(mapping).length;
	return two.headerRow === one.headerRow + 1 && fieldsOf(two) > fieldsOf(one) ? two : one;
}

type HeaderLine = (head: readonly SourceRecord[], at: number) => { headers: string[]; lines: number } | null;

const oneLine: HeaderLine = (head, at) => {
	const record = head[at];
	if (!record) return null;
	const headers = headersOf(record);
	const units = unitLine(head[at + 1]);
	if (!units) return { headers, lines: 1 };
	return { headers: headers.map((header, i) => `${header} ${units[i] ?? ''}`.trim()), lines: 2 };
};

/** A line below the header that says nothing but units: `;;;tkr`. */
function unitLine(record: SourceRecord | undefined): string[] | null {
	const cells = record ? headersOf(record) : [];
	const filled = cells.filter(Boolean);
	return filled.length && filled.every((cell) => cell.length <= 12 && amountUnit(cell) && !/\d/.test(cell))
		? cells
		: null;
}

/** `Leverantör` over `Namn` and `Orgnr`: a cell of the upper line names all below it until the next one. */
const twoLines: HeaderLine = (head, at) => {
	const [upper, lower] = [head[at], head[at + 1]];
	if (!upper || !lower) return null;
	const below = headersOf(lower);
	if (below.some((cell) => /\d/.test(cell))) return null;
	let group = '';
	const headers = below.map((cell, i) => {
		group = headersOf(upper)[i] || group;
		return `${group} ${cell}`.trim();
	});
	return { headers, lines: 2 };
};

function bestOf(head: readonly SourceRecord[], only: RecogniseOnly, line: HeaderLine): Recognition | null {
	let best: { recognition: Recognition; score: number } | null = null;
	let first: number | undefined;
	for (const [at, record] of head.slice(0, 40).entries()) {
		const read = line(head, at);
		const headerRow = head[at + (read?.lines ?? 1) - 1]?.row ?? record.row;
		if (!read || read.headers.filter(Boolean).length < 2) continue;
		if (only.headerRow !== undefined && only.headerRow !== record.row && only.headerRow !== headerRow)
			continue;
		const sample = head.slice(at + read.lines, at + read.lines + 200);
		for (const kind of only.kind ? [only.kind] : tableKinds) {
			const { headers, mapping, pair } = withAmount(kind, read.headers, sample);
			// A header row chosen by a person together with the kind stands even where nothing is recognised.
			const forced = line === oneLine && only.kind !== undefined && only.headerRow !== undefined ? 0.001 : 0;
			const points = Math.max(score(kind, mapping, headers, sample), forced);
			if (points >= 0.1 && line === oneLine) first ??= record.row;
			if (points > (best?.score ?? 0)) {
				const preamble = head
					.slice(0, at)
					.map((above) => headersOf(above).join(' '))
					.join(' ');
				best = { recognition: { kind, headerRow, headers, mapping, pair, preamble }, score: points };
			}
		}
	}
	if (!best) return null;
	const { recognition } = best;
	// A header over two lines is no table above itself.
	return first !== undefined && first < recognition.headerRow - 1
		? { ...recognition, tableAbove: first }
		: recognition;
}

/** The mapping of a line; where no column is the amount but a pair of debet and kredit is, a column made of them. */
function withAmount(kind: TableKind, headers: string[], sample: readonly SourceRecord[]) {
	const mapping = mapHeaders(kind, headers, sample);
	const asked = kind === 'cost' && !('amount' in mapping);
	const pair = asked ? debitCreditPair(headers, sample) : undefined;
	const mark =
		kind === 'cost' && mapping['amount'] !== undefined
			? debitCreditMark(headers, mapping['amount'], sample)
			: undefined;
	if (mark) {
		const made = `${headers[mark.debit] ?? ''} (${headers[mark.credit] ?? ''})`;
		return { headers: [...headers, made], mapping: { ...mapping, amount: mark.at }, pair: mark };
	}
	if (!pair) return { headers, mapping };
	return { headers: [...headers, debitCreditHeader], mapping: { ...mapping, amount: pair.at }, pair };
}
