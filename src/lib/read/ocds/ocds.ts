// Open Contracting Data Standard 1.0 and 1.1: release packages and record packages → the table avtal.
import type { JsonValue } from '../json/parse';
import { contractHeaders, contractRows } from './contract';
import { latestStates } from './merge';
import type { SourceRecord } from '../record';
import type { Aside, TextReading } from '../source-table';
import type { Opened } from '../table-file';

export { isOcds } from './merge';

/** Opens releases or records: one row per contract or award without contract, in the latest state of each process. */
export function openOcds(elements: Iterable<JsonValue>, text: TextReading): Opened {
	const { states, linked } = latestStates(elements);
	const records: SourceRecord[] = [{ row: 0, cells: [...contractHeaders] }];
	let withoutAward = 0;
	let undecided = 0;
	let cancelled = 0;
	for (const state of states) {
		const found = contractRows(state);
		undecided += found.undecided;
		cancelled += found.cancelled;
		if (found.rows.length + found.undecided + found.cancelled === 0) withoutAward++;
		for (const { cells, remarks } of found.rows) records.push({ row: records.length, cells, remarks });
	}
	const aside = (what: string, rows: number): Aside[] => (rows ? [{ what, rows, sum: null }] : []);
	return {
		controls: [],
		tables: [
			{
				sheet: '',
				format: 'ocds',
				text,
				known: {
					kind: 'contract',
					values: {},
					control: null,
					asides: [
						...aside('upphandlingar utan tilldelning eller avtal är inga rader', withoutAward),
						...aside(
							'tilldelningar som inte är beslutade, eller som har avbrutits, är inga rader',
							undecided
						),
						...aside('avbrutna avtal är inga rader', cancelled),
						...aside('poster som bara länkar till uppgifter på annat håll är inga rader', linked)
					]
				},
				async *records() {
					yield records;
				}
			}
		]
	};
}
