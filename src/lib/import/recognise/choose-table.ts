// Which table of a file is read: the one that a person names, else the recognised one with most rows.
import type { TableKind } from '$lib/domain/columns';
import type { FileProblem } from '$lib/domain/problem';
import type { SourceTable } from '$lib/read/source-table';
import type { TableFile } from '$lib/read/table-file';
import type { Answers } from '../answers';
import type { Recognition } from './recognise';
import { recogniseTable } from './recognise-table';
import { shapedTable } from './shaped-table';
import { textInsteadOfTable, unknownTable } from './unknown-table';

/** Another table of the file. */
export interface UnreadTable {
	sheet: string;
	rows: number;
	/** What it looks like, and so can be read as; null for none of the seven. */
	kind: TableKind | null;
}

export type Choice = { unread: UnreadTable[] } & (
	{ table: SourceTable; recognition: Recognition } | { problem: FileProblem }
);

/** A table of the file that could be the one to read. */
export interface Candidate {
	table: SourceTable;
	/** Counted only where there is another to compare with. */
	rows: number;
	/** Without any answers; left open where there is only one. */
	recognition: Recognition | null;
}

/** Chooses among the candidates of a file and recognises the chosen one, or says why none can be read. */
export async function chooseTable(
	file: TableFile,
	candidates: readonly Candidate[],
	answers: Answers
): Promise<Choice> {
	const byRows = candidates.toSorted((a, b) => b.rows - a.rows);
	const wanted =
		answers.blad === undefined ? byRows : byRows.filter(({ table }) => table.sheet === answers.blad);
	// A name that the file does not have says nothing about a file with one table.
	const tried = wanted.length || candidates.length > 1 ? wanted : byRows;
	for (const { table } of tried) {
		const recognition = await recogniseTable(table, answers);
		if (recognition) {
			const unread = unreadBeside(candidates, table);
			return { table: shapedTable(table, recognition), recognition, unread };
		}
	}
	const unread = candidates.length > 1 ? unreadBeside(candidates, null) : [];
	if (!candidates.length) return { unread, problem: onlyBalances };
	if (!tried.length) return { unread, problem: noSuchTable(answers.blad ?? '') };
	const [largest] = tried;
	if (!(await holdsTable(file))) {
		const text = largest && (await textInsteadOfTable(largest.table));
		return { unread, problem: text ?? emptyOfTables(file) };
	}
	if (answers.tabell) return { unread, problem: noHeader(answers.tabell) };
	return { unread, problem: largest ? await unknownTable(largest.table) : emptyOfTables(file) };
}

/** The tables of a file as they are without any answers. Reads every row where there are several. */
export async function candidatesOf({ tables: found }: TableFile): Promise<Candidate[]> {
	const candidates: Candidate[] = [];
	for (const table of found) {
		if (found.length === 1) return [{ table, rows: 1, recognition: null }];
		let rows = 0;
		for await (const batch of table.records()) rows += batch.length;
		candidates.push({ table, rows, recognition: await recogniseTable(table, {}) });
	}
	return candidates;
}

function unreadBeside(candidates: readonly Candidate[], chosen: SourceTable | null): UnreadTable[] {
	return candidates
		.filter(({ table }) => table !== chosen)
		.map(({ table, rows, recognition }) => ({ sheet: table.sheet, rows, kind: recognition?.kind ?? null }));
}

/** Some line has two cells filled, so that there is something to map. */
async function holdsTable(file: TableFile): Promise<boolean> {
	for (const table of file.tables) {
		for await (const batch of table.records()) {
			if (batch.some(({ cells }) => cells.filter((cell) => String(cell).trim() !== '').length >= 2))
				return true;
		}
	}
	return false;
}

const onlyBalances: FileProblem = {
	code: 'bara_saldon',
	message:
		'Filen har saldon men inga verifikationer och ingen budget, så den ger inga kostnadsrader. Saldona kan stämma av en annan fil.'
};

function noSuchTable(sheet: string): FileProblem {
	return { code: 'okand_tabell', message: `Filen har ingen del som heter ${sheet}. Välj en av dess delar.` };
}

function emptyOfTables({ tables: [first] }: TableFile): FileProblem {
	return first?.format === 'xlsx'
		? {
				code: 'ingen_tabell_i_arbetsboken',
				message:
					'Arbetsboken har ingen tabell: inget blad har en rad med minst två ifyllda celler. Kontrollera att rätt fil är vald.'
			}
		: {
				code: 'okand_tabell',
				message:
					'Filen har bara en kolumn, så den är ingen tabell. Kontrollera att rätt fil är vald, eller välj en annan avgränsare.'
			};
}

function noHeader(tabell: string): FileProblem {
	return {
		code: 'okand_tabell',
		message: `Filen har ingen rubrikrad som passar tabellen ${tabell}. Ange vilken rad som är rubrik.`
	};
}
