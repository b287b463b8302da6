// A questionnaire that has been filled in, as rows with answers. Known by its headers, in any order, as CSV or XLSX.
import type { AnswerRow } from '$lib/domain/owner-answers';
import type { ByteSource } from '$lib/read/byte-source';
import { isEmptyRecord, type Cell } from '$lib/read/record';
import { openTableFile } from '$lib/read/table-file';
import { answerFileWords } from '$lib/text/owner-answers';
import { parseDate } from './cells/date';
import { textOf, withoutFormulaGuard } from './cells/read-cell';

export type ReadAnswers = { outcome: 'read'; rows: AnswerRow[] } | { outcome: 'refused'; message: string };

const columns = ['system_id', 'falt', 'svar', 'kalla', 'kalldatum'] as const;

export async function readAnswerFile(source: ByteSource): Promise<ReadAnswers> {
	const opened = await openTableFile(source);
	if ('problem' in opened) return { outcome: 'refused', message: opened.problem.message };
	for (const table of opened.tables) {
		let places: Map<string, number> | null = null;
		const rows: AnswerRow[] = [];
		for await (const batch of table.records()) {
			for (const record of batch) {
				if (isEmptyRecord(record)) continue;
				if (!places) {
					places = placesIn(record.cells.map((cell) => plain(cell).toLocaleLowerCase('sv')));
					continue;
				}
				const cell = (name: (typeof columns)[number]) => plain(record.cells[places?.get(name) ?? -1]);
				rows.push({
					row: record.row,
					systemId: cell('system_id'),
					header: cell('falt').toLocaleLowerCase('sv'),
					answer: cell('svar'),
					source: cell('kalla'),
					sourceDay: dayIn(record.cells[places.get('kalldatum') ?? -1])
				});
			}
		}
		if (places?.size) return { outcome: 'read', rows };
	}
	return { outcome: 'refused', message: answerFileWords.notOurs };
}

const plain = (cell: Cell | undefined): string =>
	cell === undefined ? '' : withoutFormulaGuard(textOf(cell)).trim();

/** As ISO where it is a day: a spreadsheet may have written it otherwise. */
function dayIn(cell: Cell | undefined): string {
	const parsed = cell === undefined ? null : parseDate(cell, 'dag_manad');
	return parsed && !parsed.isPeriod ? parsed.day : plain(cell);
}

/** Empty where the line is no header of a questionnaire. */
function placesIn(heads: readonly string[]): Map<string, number> {
	const places = new Map(columns.map((name) => [name, heads.indexOf(name)]));
	const isOurs = (['system_id', 'falt', 'svar'] as const).every((name) => (places.get(name) ?? -1) >= 0);
	return isOurs ? places : new Map();
}
