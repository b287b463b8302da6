// A controller's own question: a statement that only reads, put inside a SELECT that keeps the answer within bounds.
import * as v from 'valibot';
import type { EngineRow } from '$lib/engine/engine';
import { defineQuery } from './query';

/** What a column of an answer is, as far as showing it goes. */
export type AnswerKind = 'number' | 'yes_no' | 'text';

export interface AnswerColumn {
	name: string;
	/** The engine's own type: `DECIMAL(18,2)`. */
	type: string;
}

/** The columns of an answer, learnt without running it. Input: SQL that `readOnlyStatement` has let through. */
export const ownQuestionColumns = defineQuery({
	name: 'own-question-columns',
	question: 'Vilka kolumner har svaret på den egna frågan?',
	statement: (sql: string) => ({
		sql: `SELECT column_name AS name, column_type AS type FROM (DESCRIBE SELECT * FROM (${sql}\n))`,
		parameters: []
	}),
	row: v.object({ name: v.string(), type: v.string() })
});

/** How many rows the whole answer has. */
export const ownQuestionCount = defineQuery({
	name: 'own-question-count',
	question: 'Hur många rader har svaret på den egna frågan?',
	statement: (sql: string) => ({
		sql: `SELECT count(*) AS row_count FROM (${sql}\n)`,
		parameters: []
	}),
	row: v.object({ row_count: v.number() })
});

const cell = v.nullable(v.union([v.string(), v.number(), v.boolean()]));

/**
 * The first rows of an answer, their columns named `k1`, `k2` … in order, since an answer may name two alike. What the
 * engine has no plain value for, and whole numbers that may be too large to hold exactly, come as text.
 */
export const ownQuestionRows = defineQuery({
	name: 'own-question-rows',
	question: 'Vad är svaret på den egna frågan?',
	statement: ({ sql, columns, limit }: { sql: string; columns: readonly AnswerColumn[]; limit: number }) => {
		const keys = columns.map((_, index) => answerKey(index));
		const shown = columns.map(({ type }, index) => {
			const key = answerKey(index);
			return plainTypes.test(type) ? key : `CAST(${key} AS VARCHAR) AS ${key}`;
		});
		return {
			// The person's own lines come first, so that a fault names the line that was written.
			sql: `SELECT ${shown.join(', ')} FROM (${sql}\n) AS answer(${keys.join(', ')}) LIMIT ${Math.trunc(limit)}`,
			parameters: []
		};
	},
	row: v.record(v.string(), cell) satisfies v.GenericSchema<unknown, EngineRow>
});

export function answerKey(index: number): string {
	return `k${index + 1}`;
}

const plainTypes = /^(BOOLEAN|U?TINYINT|U?SMALLINT|U?INTEGER|FLOAT|DOUBLE|VARCHAR)$/;
const numberTypes =
	/^(U?TINYINT|U?SMALLINT|U?INTEGER|U?BIGINT|U?HUGEINT|BIGNUM|FLOAT|DOUBLE|DECIMAL(\(.*\))?)$/;

export function answerKind({ type }: AnswerColumn): AnswerKind {
	if (type === 'BOOLEAN') return 'yes_no';
	return numberTypes.test(type) ? 'number' : 'text';
}
