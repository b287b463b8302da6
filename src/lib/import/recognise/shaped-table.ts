// A table as it is read once it is recognised: words for nothing are empty, and debet and kredit are one amount.
import type { SourceRecord } from '$lib/read/record';
import type { SourceTable } from '$lib/read/source-table';
import { debitCreditCell, type DebitCreditPair } from './debit-credit';
import type { Recognition } from './recognise';

/** The same table, with what its recognition says about cells carried out. */
export function shapedTable(table: SourceTable, { profile, pair }: Recognition): SourceTable {
	const nullWord = profile?.nullWord;
	if (!nullWord && !pair) return table;
	return {
		...table,
		async *records() {
			for await (const batch of table.records()) {
				yield batch.map((record) => {
					const blanked = nullWord ? withoutWord(record, nullWord) : record;
					return pair ? withPair(blanked, pair) : blanked;
				});
			}
		}
	};
}

function withoutWord(record: SourceRecord, word: string): SourceRecord {
	return record.cells.includes(word)
		? { ...record, cells: record.cells.map((cell) => (cell === word ? '' : cell)) }
		: record;
}

function withPair(record: SourceRecord, pair: DebitCreditPair): SourceRecord {
	const cells = record.cells.slice(0, pair.at);
	while (cells.length < pair.at) cells.push('');
	return {
		...record,
		cells: [...cells, debitCreditCell(record.cells, pair), ...record.cells.slice(pair.at)]
	};
}
