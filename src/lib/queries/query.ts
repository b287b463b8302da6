// One question, one file: its SQL, its bound values and the shape of its rows. The same file runs everywhere.
import * as v from 'valibot';
import type { Engine, Parameter } from '$lib/engine/engine';

/** SQL text with the values of its `?`, in order. */
export interface Statement {
	sql: string;
	parameters: Parameter[];
}

export interface Query<Input, Row> {
	/** Stable name, for logs and the bench. */
	name: string;
	/** The question it answers, in Swedish, as "Så räknades talet" shows it. */
	question: string;
	statement(input: Input): Statement;
	row: v.GenericSchema<unknown, Row>;
}

/** Declares a query; the row type follows from its schema. */
export function defineQuery<Input, Row>(query: Query<Input, Row>): Query<Input, Row> {
	return query;
}

/**
 * Asks a question and checks the rows against its schema.
 * @throws ValiError when the engine's rows do not fit, EngineError from the engine
 */
export async function ask<Input, Row>(
	engine: Engine,
	query: Query<Input, Row>,
	input: Input,
	signal?: AbortSignal
): Promise<Row[]> {
	const { sql, parameters } = query.statement(input);
	const rows = await engine.run(sql, parameters, signal);
	return v.parse(v.array(query.row), rows);
}
