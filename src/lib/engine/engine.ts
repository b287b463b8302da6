// The engine's only door. Two hosts stand behind it: DuckDB-WASM in a worker, and native DuckDB in Node.

/** A bound value. Identifiers are never values: they come from closed lists. Days are bound as ISO text and cast. */
export type Parameter = string | number | boolean | null;

/** One row as plain values: DATE as ISO text, BIGINT and HUGEINT as number (öre stay exact below 90 billion kronor). */
export type EngineRow = Record<string, string | number | boolean | null>;

export interface Engine {
	/**
	 * Runs one statement with bound values (`?`).
	 * @throws EngineError on SQL faults and lost engines; AbortError when the signal fires first
	 */
	run(sql: string, parameters?: readonly Parameter[], signal?: AbortSignal): Promise<EngineRow[]>;
}

/** A fault in the engine; `lost` when the engine itself must be started again. */
export class EngineError extends Error {
	constructor(
		message: string,
		readonly lost: boolean,
		options?: ErrorOptions
	) {
		super(message, options);
		this.name = 'EngineError';
	}
}
