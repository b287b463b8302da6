// Mended rows as a file of their own: the headers of the file that they were rejected from, read by its answers.
import Papa from 'papaparse';
import { tables, tableNames } from '$lib/domain/columns';
import type { Answers } from './answers';
import type { RejectedRow } from './checks/check-rows';
import { normaliseHeader } from './recognise/header';
import type { ImportPlan, PlannedColumn } from './recognise/plan';

const units = new Map<number, Answers['enhet']>([
	[0.01, 'öre'],
	[1, 'kr'],
	[1000, 'tkr'],
	[1_000_000, 'mnkr']
]);

/**
 * A masked cell as another reading may have it. A reading in the browser numbers persons from one, so that its number
 * names somebody else on the server.
 */
export function withoutPersonNumber(cell: string): string {
	return /^Enskild firma \d+$/.test(cell) ? 'Enskild firma' : cell;
}

/** The cells of a rejected row as they are edited: one for every header, then what the row has too many. */
export function editableCells(row: RejectedRow, { headers }: Pick<ImportPlan, 'headers'>): string[] {
	const cells = row.cells.map(withoutPersonNumber);
	const width = Math.max(headers.length, cells.findLastIndex((cell) => cell !== '') + 1);
	return Array.from({ length: width }, (_, place) => cells[place] ?? '');
}

/** Where among the cells the fault lies. */
export function faultyCell(row: RejectedRow, { headers }: Pick<ImportPlan, 'headers'>): number {
	if (row.kind === 'fel_antal_kolumner') return headers.length;
	return Math.max(0, headers.indexOf(row.column));
}

/**
 * Rows as CSV: UTF-8 with a byte order mark, `;`, the file's own headers. A mapped column whose header is empty or
 * stands twice is called by its field, so that the answers can point at it.
 */
export function mendedCsv(plan: Pick<ImportPlan, 'headers' | 'columns'>, rows: readonly string[][]): string {
	const filled = rows.map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1));
	const lines = [mendedHeaders(plan), ...filled.map((cells) => padded(cells, plan.headers.length))];
	return `\ufeff${Papa.unparse(lines, { delimiter: ';', newline: '\r\n' })}\r\n`;
}

function padded(cells: readonly string[], width: number): string[] {
	return Array.from({ length: Math.max(width, cells.length) }, (_, place) => cells[place] ?? '');
}

/**
 * The answers that read mended rows as their file was read: period, signs, columns, values for the whole file. What only
 * concerns the file's own bytes is left out. Everything that was decided on the whole file is said, since a few rows are
 * no evidence.
 */
export function mendedAnswers(answers: Answers, plan: ImportPlan): Answers {
	const {
		teckenkodning: _encoding,
		avgransare: _delimiter,
		rubrikrad: _header,
		blad: _part,
		kontoklasser: _classes,
		namnd: _unit,
		ar: _year,
		version: _version,
		...kept
	} = answers;
	const headers = mendedHeaders(plan);
	const columns: Record<string, string | null> = {};
	const values: Record<string, string> = {};
	for (const field of tables[plan.kind].fields) {
		const planned = plan.columns.find((candidate) => candidate.field.name === field.name);
		columns[field.header] = planned ? (headers[planned.column] ?? null) : null;
		const constant = plan.constants[field.name];
		if (constant !== undefined) values[field.header] = String(constant);
	}
	const amount = plan.columns.find(({ field }) => field.name === 'amount');
	return {
		...kept,
		tabell: tableNames[plan.kind],
		avgransare: ';',
		rubrikrad: 1,
		kolumner: columns,
		gissade_kolumner: 'stammer',
		tecken: plan.sign === -1 ? 'minus' : 'plus',
		...(Object.keys(values).length ? { varden: { ...kept.varden, ...values } } : {}),
		...(plan.period ? { period: plan.period.slice(0, 7) } : {}),
		...decided('decimaltecken', decimalSign(plan, kept)),
		...decided('datumordning', kept.datumordning ?? plan.columns.find(({ dayOrder }) => dayOrder)?.dayOrder),
		...decided('enhet', amount && units.get(amount.scale))
	};
}

function decided<Key extends keyof Answers>(
	key: Key,
	value: Answers[Key] | undefined
): Pick<Answers, Key> | object {
	return value === undefined ? {} : { [key]: value };
}

function decimalSign({ columns }: ImportPlan, { decimaltecken }: Answers): Answers['decimaltecken'] {
	if (decimaltecken) return decimaltecken;
	const signs = new Set(columns.flatMap(({ amount }) => (amount ? [amount.sign] : [])));
	const [sign] = signs;
	return signs.size === 1 && (sign === ',' || sign === '.') ? sign : undefined;
}

function mendedHeaders({ headers, columns }: Pick<ImportPlan, 'headers' | 'columns'>): string[] {
	const names = headers.map((header) => header.replace(/\s+/g, ' '));
	const isFirst = ({ column }: PlannedColumn): boolean => {
		const wanted = normaliseHeader(names[column] ?? '');
		return wanted !== '' && names.findIndex((name) => normaliseHeader(name) === wanted) === column;
	};
	const renamed = columns.filter((planned) => !isFirst(planned));
	for (const { column, field } of renamed) names[column] = field.header;
	// A column that nobody uses must not bear the name that a mapped one was given.
	for (const { column, field } of renamed) {
		names.forEach((name, place) => {
			if (place !== column && normaliseHeader(name) === normaliseHeader(field.header))
				names[place] = `${name} (${place + 1})`;
		});
	}
	return names;
}
