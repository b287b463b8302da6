// The table of a follow-up as a file: as shown in an order of columns, as a workbook, or with one figure a row. Each says which view,
// period, edition and rules it is from, so that it can be opened again.
import { levelsWord, type BudgetLevels } from '$lib/domain/budget-levels';
import type { BudgetBranch } from '$lib/domain/budget-lines';
import { noteState, type DeviationLimit } from '$lib/domain/deviation-limit';
import type { ShownNote } from '$lib/domain/deviation-note';
import {
	columnsOf,
	followUpFigures,
	isFigure,
	usualHeaders,
	usualLayout
} from '$lib/domain/follow-up-columns';
import type { LayoutColumn } from '$lib/domain/follow-up-columns';
import { followUpPath, type YearFollowUp } from '$lib/domain/follow-up';
import { budgetDimensions } from '$lib/domain/budget-leaf';
import { notesOnLines } from '$lib/domain/line-notes';
import { wordFor } from '$lib/text/common';
import { noteStateNames } from '$lib/text/deviation-notes';
import { followUpFileWords as words } from '$lib/text/follow-up-file';
import { notesCell } from '$lib/text/note-text';
import { takeOutWords } from '$lib/text/take-out';
import { guardText, toCsv, type ExportColumn, type ExportStamp, type ExportValue } from './csv';
import { deviationNoteCells, deviationNoteColumns } from './deviation-notes';
import type { WorkbookSheet } from './workbook';

export interface FollowUpFile {
	levels: BudgetLevels;
	chosen: YearFollowUp;
	/** The nämnder that the table is limited to; none is all. */
	units: readonly string[];
	systemNames: ReadonlyMap<string, string>;
	/** The municipality's own order; null for the usual one. */
	layout: readonly LayoutColumn[] | null;
	/** What is said of the nämnder shown, and from where something ought to be; null when it could not be fetched. */
	notes: { shown: readonly ShownNote[]; limit: DeviationLimit } | null;
}

/** Stands where the columns would, in the address of a file with one figure a row. */
export const longForm = 'lang';

/** `2026-T2`. */
export function periodWord({ year, followUp }: Pick<YearFollowUp, 'year' | 'followUp'>): string {
	return `${year}-${followUp}`;
}

/** The address of the view within the tool, and which columns the file has, in their order. */
export function viewOfFile(
	{ levels, chosen, units }: Pick<FollowUpFile, 'levels' | 'chosen' | 'units'>,
	columns: readonly string[]
): string {
	const search = new URLSearchParams();
	search.set('per', levelsWord(levels));
	for (const unit of units) search.append('namnd', unit);
	search.set('kolumner', columns.join(','));
	return `${followUpPath(chosen)}?${search}`;
}

interface FileTable {
	columns: ExportColumn[];
	rows: ExportValue[][];
	view: string;
}

const innermost = (table: BudgetBranch) =>
	table.parts.flatMap((line) => (line.parts.length ? line.parts : [line]));

/** Every innermost line in the order shown, and the total last. What is not said is empty. */
function tableOf(table: BudgetBranch, file: FollowUpFile): FileTable {
	const { levels, systemNames, notes } = file;
	const lines = innermost(table);
	// A column of notes that nobody could fetch would say that there are none.
	const columns = columnsOf(file.layout ?? usualLayout, levels).filter(
		({ column }) => column !== 'note' || notes
	);
	const placed = notesOnLines(notes?.shown ?? [], lines, table, levels);
	const noteOf = (line: BudgetBranch) => {
		const own = placed.get(line);
		if (own) return notesCell(own);
		const wanted = notes && line !== table && levels.length === 1 && noteState(line, [], notes.limit);
		return wanted === 'missing' ? noteStateNames.missing : null;
	};
	const firstLevel = columns.findIndex(({ column }) => column === levels[0]);
	const cells = (line: BudgetBranch) =>
		columns.map(({ column }, place): ExportValue => {
			if (column === 'share' || isFigure(column)) return line[column];
			if (column === 'note') return noteOf(line);
			if (!line.values.length) return place === firstLevel ? wordFor.total : null;
			const level = column === 'systemName' ? 'system' : column;
			const value = line.values[levels.findIndex((one) => one === level)] ?? null;
			return column === 'systemName' && value !== null ? (systemNames.get(value) ?? null) : value;
		});
	return {
		columns: columns.map(({ column, header }) => ({
			header: guardText(header),
			format: column === 'share' ? 'share' : isFigure(column) ? 'amount' : 'text'
		})),
		rows: [...lines, table].map(cells),
		view: viewOfFile(
			file,
			columns.map(({ column }) => column)
		)
	};
}

const tail: readonly ExportColumn[] = [
	{ header: 'period', format: 'text' },
	{ header: 'vy', format: 'text' }
];

/** The table as shown; amounts in kronor. */
export function followUpCsv(table: BudgetBranch, file: FollowUpFile, stamp: ExportStamp): string {
	const { columns, rows, view } = tableOf(table, file);
	const period = periodWord(file.chosen);
	return toCsv(
		[...columns, ...tail],
		rows.map((row) => [...row, period, view]),
		stamp
	);
}

/** The notes, a row each, with everything that is said in them. */
function notesSheet(shown: readonly ShownNote[], chosen: YearFollowUp): WorkbookSheet {
	return {
		name: words.notes,
		columns: deviationNoteColumns,
		rows: shown.map((note) => deviationNoteCells(note, chosen)),
		heads: deviationNoteColumns.findIndex(({ header }) => header === 'orsak')
	};
}

/** "3, på bladet Kommentarer" */
function notesTold(notes: FollowUpFile['notes']): string {
	if (!notes) return words.notesUnknown;
	return notes.shown.length ? words.notesOn(notes.shown.length) : words.noNotes;
}

/**
 * The sheets of the table: itself, notes where there are any, and what the take-out is.
 * @param about rows of a name and a value, beside what the view itself says; the stamp goes before what they say of the edition
 */
export function followUpSheets(
	table: BudgetBranch,
	file: FollowUpFile,
	{ about, stamp }: { about: readonly string[][]; stamp: ExportStamp }
): WorkbookSheet[] {
	const { columns, rows, view } = tableOf(table, file);
	const stamped = [
		[takeOutWords.edition, stamp.edition],
		[takeOutWords.ruleVersion, stamp.ruleVersion],
		[takeOutWords.reconciled, stamp.reconciled ? takeOutWords.yes : takeOutWords.no]
	];
	const firstFigure = columns.findIndex(({ format }) => format !== 'text');
	return [
		{
			name: words.sheet,
			columns,
			rows,
			isSum: (row) => row === rows.length - 1,
			heads: firstFigure < 0 ? columns.length : firstFigure
		},
		...(file.notes?.shown.length ? [notesSheet(file.notes.shown, file.chosen)] : []),
		{
			name: takeOutWords.sheet,
			columns: [
				{ header: 'uppgift', format: 'text' },
				{ header: 'varde', format: 'text' }
			],
			rows: [
				[words.followUp, periodWord(file.chosen)],
				[takeOutWords.filters, file.units.join(' · ') || takeOutWords.noFilters],
				[takeOutWords.amounts, takeOutWords.amountsMeaning],
				[words.deviation, words.deviationRule],
				[words.notes, notesTold(file.notes)],
				...about.filter(([name]) => !stamped.some(([own]) => own === name)),
				...stamped,
				[words.columns, columns.map(({ header }) => header).join(' · ')],
				[words.view, view]
			]
		}
	];
}

/** One figure a row, for the finance system; a figure that is unknown has no row, and there are no sums. */
export function followUpLongCsv(table: BudgetBranch, file: FollowUpFile, stamp: ExportStamp): string {
	const { levels, chosen } = file;
	const view = viewOfFile(file, [longForm]);
	const rows = innermost(table).flatMap((line) =>
		followUpFigures.flatMap((figure): ExportValue[][] =>
			line[figure] === null
				? []
				: [
						[
							periodWord(chosen),
							...budgetDimensions.map(
								(dimension) => line.values[levels.findIndex((level) => level === dimension)] ?? null
							),
							usualHeaders[figure],
							line[figure],
							view
						]
					]
		)
	);
	const text = (header: string): ExportColumn => ({ header, format: 'text' });
	return toCsv(
		[
			text('period'),
			...budgetDimensions.map((dimension) => text(usualHeaders[dimension])),
			text('matt'),
			{ header: 'belopp', format: 'amount' },
			text('vy')
		],
		rows,
		stamp
	);
}
