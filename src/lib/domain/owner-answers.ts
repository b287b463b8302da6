// Answers that have come back in a questionnaire's file, each held against what the register and others have said.
import { isEmptyField, type Completion, type RecordValues } from './completion';
import { textOfValue } from './completed-contract';
import type { Field } from './columns/field';
import { parseIsoDay, type Day } from './day';

/** A row of the file. Texts are trimmed; what is left empty is ''. */
export interface AnswerRow {
	/** As a spreadsheet counts, the header included. */
	row: number;
	systemId: string;
	/** Header of the field, as in a register. */
	header: string;
	answer: string;
	source: string;
	sourceDay: string;
}

export type AnswerFault =
	| 'no_system'
	| 'unknown_system'
	| 'unknown_field'
	| 'not_own'
	| 'withheld'
	| 'for_controllers'
	| 'unreadable'
	| 'twice'
	| 'no_source'
	| 'no_source_day'
	| 'later_source_day';

interface Judged {
	row: AnswerRow;
	/** Null where no such system or field is known. */
	systemName: string | null;
	field: Field | null;
}

export type JudgedAnswer = Judged &
	(
		| { state: 'rejected'; fault: AnswerFault; /** What a reader of the cell says. */ reason?: string }
		/** Somebody has said the same, or the register does. */
		| { state: 'same' }
		/** The register says something else, which only the register can mend. */
		| { state: 'register'; value: string; known: string }
		/** Somebody else has answered something else: a person chooses. */
		| { state: 'differs'; value: string; source: string; sourceDay: Day; standing: Completion }
		| { state: 'new'; value: string; source: string; sourceDay: Day }
	);

export interface AnswerJudge {
	/** The first line of each system with what people have completed; `completed` names what they have. */
	lines: ReadonlyMap<string, RecordValues>;
	standing: (systemId: string, field: string) => Completion | null;
	/** The field that a header of the file means; null where it cannot be answered. */
	fieldOf: (header: string) => Field | null;
	/** Fields that this person cannot complete. */
	withheld: readonly string[];
	/** Those that only controllers are sent, and complete. */
	forControllers: readonly string[];
	/** The nämnder that the person sees; null is the whole municipality. */
	units: readonly string[] | null;
	read: (
		field: Field,
		text: string
	) => { outcome: 'read'; value: string } | { outcome: 'refused'; message: string };
	today: Day;
	/** What holds for rows that name no source. */
	source: string;
	sourceDay: string;
}

/** Judges the rows that have an answer, in the order of the file. Two rows that answer the same question differently are both refused. */
export function judgeAnswers(rows: readonly AnswerRow[], judge: AnswerJudge): JudgedAnswer[] {
	const answered = rows.filter(({ answer }) => answer !== '');
	const question = ({ systemId, header }: AnswerRow) => JSON.stringify([systemId, header]);
	const said = new Map<string, Set<string>>();
	for (const row of answered) said.set(question(row), (said.get(question(row)) ?? new Set()).add(row.answer));
	const seen = new Set<string>();
	return answered.map((row) => {
		const judged = judgeAnswer(row, judge);
		const key = question(row);
		if (judged.state === 'rejected') return judged;
		if ((said.get(key)?.size ?? 0) > 1) return { ...judged, state: 'rejected', fault: 'twice' };
		if (seen.has(key)) return { row, systemName: judged.systemName, field: judged.field, state: 'same' };
		seen.add(key);
		return judged;
	});
}

function judgeAnswer(row: AnswerRow, judge: AnswerJudge): JudgedAnswer {
	const line = judge.lines.get(row.systemId);
	const field = judge.fieldOf(row.header);
	const name = line?.name;
	const about = { row, systemName: typeof name === 'string' ? name : null, field };
	const rejected = (fault: AnswerFault, reason?: string): JudgedAnswer => ({
		...about,
		state: 'rejected',
		fault,
		...(reason === undefined ? {} : { reason })
	});
	if (!row.systemId) return rejected('no_system');
	if (!line) return rejected('unknown_system');
	if (!field) return rejected('unknown_field');
	const { units } = judge;
	if (units && !(typeof line.unit === 'string' && units.includes(line.unit))) return rejected('not_own');
	if (judge.forControllers.includes(field.name)) return rejected('for_controllers');
	if (judge.withheld.includes(field.name)) return rejected('withheld');
	const read = judge.read(field, row.answer);
	if (read.outcome === 'refused') return rejected('unreadable', read.message);
	const { value } = read;
	const standing = judge.standing(row.systemId, field.name);
	const known = line[field.name];
	if (standing?.value === value) return { ...about, state: 'same' };
	if (!standing && known !== null && known !== undefined && !isEmptyField(field.name, known, 'system')) {
		const text = textOfValue(field, known);
		return text === value ? { ...about, state: 'same' } : { ...about, state: 'register', value, known: text };
	}
	const source = row.source || judge.source;
	if (!source) return rejected('no_source');
	const sourceDay = parseIsoDay(row.sourceDay || judge.sourceDay);
	if (!sourceDay) return rejected('no_source_day');
	if (sourceDay > judge.today) return rejected('later_source_day');
	const answer = { ...about, value, source, sourceDay };
	return standing ? { ...answer, state: 'differs', standing } : { ...answer, state: 'new' };
}
