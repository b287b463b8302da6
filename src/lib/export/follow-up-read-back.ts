// A file of a follow-up, read again: which view it is from and every figure of it. The columns are known by their order, which the
// file's own view names, since a municipality may call them anything.
import { levelsFromUrl, type BudgetLevels } from '$lib/domain/budget-levels';
import { budgetDimensions } from '$lib/domain/budget-leaf';
import {
	followUpColumns,
	followUpFigures,
	isFigure,
	usualHeaders,
	type FollowUpColumn,
	type FollowUpFigure
} from '$lib/domain/follow-up-columns';
import type { ExtractLine, FollowUpExtract } from '$lib/domain/follow-up-extract';
import { oreFromKronor } from '$lib/domain/money';
import type { ByteSource } from '$lib/read/byte-source';
import { isEmptyRecord, type Cell, type SourceRecord } from '$lib/read/record';
import type { SourceTable } from '$lib/read/source-table';
import { openTableFile } from '$lib/read/table-file';
import { extractProblems, followUpFileWords as words } from '$lib/text/follow-up-file';
import { takeOutWords } from '$lib/text/take-out';
import { longForm } from './follow-up';

export type ReadBack =
	{ outcome: 'read'; extract: FollowUpExtract } | { outcome: 'refused'; message: string };

class Refused extends Error {}

/** Reads a CSV or XLSX file that {@link followUpCsv} and its neighbours wrote; whatever else is refused with what to do. */
export async function readFollowUpFile(source: ByteSource): Promise<ReadBack> {
	const opened = await openTableFile(source);
	if ('problem' in opened) return { outcome: 'refused', message: opened.problem.message };
	try {
		const about = opened.tables.find(({ sheet }) => sheet === takeOutWords.sheet);
		const [first] = opened.tables;
		if (!first) throw new Refused(extractProblems.not_ours);
		return { outcome: 'read', extract: about ? await ofWorkbook(first, about) : await ofCsv(first) };
	} catch (error) {
		if (error instanceof Refused) return { outcome: 'refused', message: error.message };
		throw error;
	}
}

interface Origin {
	view: string;
	edition: string;
	ruleVersion: string;
	reconciled: string;
}

async function recordsOf(table: SourceTable): Promise<SourceRecord[]> {
	const all: SourceRecord[] = [];
	for await (const batch of table.records()) all.push(...batch);
	return all.filter((record) => !isEmptyRecord(record));
}

async function ofWorkbook(table: SourceTable, about: SourceTable): Promise<FollowUpExtract> {
	const said = new Map(
		(await recordsOf(about)).map(({ cells }) => [String(cells[0] ?? ''), String(cells[1] ?? '')])
	);
	const [, ...rows] = await recordsOf(table);
	return extractOf(rows, {
		view: said.get(words.view) ?? '',
		edition: said.get(takeOutWords.edition) ?? '',
		ruleVersion: said.get(takeOutWords.ruleVersion) ?? '',
		reconciled: said.get(takeOutWords.reconciled) === takeOutWords.yes ? 'avstämd' : 'ej avstämd'
	});
}

async function ofCsv(table: SourceTable): Promise<FollowUpExtract> {
	const [head, ...rows] = await recordsOf(table);
	const place = (header: string) => head?.cells.lastIndexOf(header) ?? -1;
	const said = (header: string) => String(rows[0]?.cells[place(header)] ?? '');
	if (!head || place('vy') < 0) throw new Refused(extractProblems.not_ours);
	return extractOf(
		rows.map((row) => ({ ...row, cells: row.cells.map(unguarded) })),
		{
			view: said('vy'),
			edition: unguarded(said('utgava')).toString(),
			ruleVersion: said('regelversion'),
			reconciled: said('avstamd')
		}
	);
}

/** Takes away the apostrophe that keeps a spreadsheet from running a text. */
function unguarded(cell: Cell): Cell {
	return typeof cell === 'string' && /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function extractOf(rows: readonly SourceRecord[], origin: Origin): FollowUpExtract {
	const url = ownAddress(origin.view);
	const levels = url && levelsFromUrl(url.searchParams);
	const named = url?.searchParams.get('kolumner')?.split(',') ?? [];
	if (!url || !levels) throw new Refused(extractProblems.not_ours);
	url.searchParams.delete('kolumner');
	const from = {
		address: `${url.pathname}?${url.searchParams}`,
		levels,
		edition: origin.edition,
		ruleVersion: origin.ruleVersion,
		reconciled: origin.reconciled
	};
	if (named.length === 1 && named[0] === longForm) {
		return { ...from, figures: followUpFigures, lines: linesOfLong(rows, levels), hasTotal: false };
	}
	const columns = named.flatMap((name) => followUpColumns.find((column) => column === name) ?? []);
	const first = rows[0]?.cells.length ?? 0;
	if (columns.length !== named.length || !levels.every((level) => columns.includes(level)) || first < 1)
		throw new Refused(extractProblems.changed_columns);
	return {
		...from,
		figures: columns.filter(isFigure),
		lines: rows.map((row, index) => lineOf(row, { columns, levels, isTotal: index === rows.length - 1 })),
		hasTotal: true
	};
}

/** Only an address of a follow-up within the tool: a file cannot lead anywhere else. */
function ownAddress(view: string): URL | null {
	if (!/^\/budget\/\d{4}\/[^/?#]+\?/.test(view)) return null;
	try {
		return new URL(view, 'http://genomlys.invalid');
	} catch {
		return null;
	}
}

interface WideFile {
	columns: readonly FollowUpColumn[];
	levels: BudgetLevels;
	isTotal: boolean;
}

function lineOf({ row, cells }: SourceRecord, { columns, levels, isTotal }: WideFile): ExtractLine {
	const figures: Partial<Record<FollowUpFigure, number | null>> = {};
	columns.forEach((column, place) => {
		if (isFigure(column)) figures[column] = amountOf(cells[place], row);
	});
	return { values: isTotal ? [] : levels.map((level) => textOf(cells[columns.indexOf(level)])), figures };
}

/** period; the four dimensions; matt; belopp. */
function linesOfLong(rows: readonly SourceRecord[], levels: BudgetLevels): ExtractLine[] {
	const lines = new Map<string, { values: (string | null)[]; figures: ExtractLine['figures'] }>();
	for (const { row, cells } of rows) {
		const values = levels.map((level) => textOf(cells[1 + budgetDimensions.indexOf(level)]));
		const figure = followUpFigures.find((one) => usualHeaders[one] === cells[1 + budgetDimensions.length]);
		if (!figure) throw new Refused(extractProblems.changed_columns);
		const key = JSON.stringify(values);
		const line = lines.get(key) ?? { values, figures: {} };
		lines.set(key, {
			values,
			figures: { ...line.figures, [figure]: amountOf(cells[2 + budgetDimensions.length], row) }
		});
	}
	return [...lines.values()];
}

function textOf(cell: Cell | undefined): string | null {
	return cell === undefined || cell === '' ? null : String(cell);
}

/** Öre; a file that has been saved by a spreadsheet may group thousands and leave out decimals. */
function amountOf(cell: Cell | undefined, row: number): number | null {
	if (cell === undefined || cell === '') return null;
	if (typeof cell === 'number') return oreFromKronor(cell);
	const text = cell.replace(/[\s\u00a0\u202f]/g, '').replace('\u2212', '-');
	const parts = /^(-?)(\d+)(?:[.,](\d{1,2}))?$/.exec(text);
	if (!parts) throw new Refused(extractProblems.no_number(row));
	const amount = Number(`${parts[2]}${(parts[3] ?? '').padEnd(2, '0')}`);
	return parts[1] && amount ? -amount : amount;
}
