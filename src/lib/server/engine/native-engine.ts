// Native DuckDB in Node, behind the same door as the browser's. The server, the command line and the tests use it.
import {
	type DuckDBAppender,
	type DuckDBConnection,
	DuckDBDateValue,
	DuckDBDecimalValue,
	DuckDBInstance,
	type DuckDBType,
	DuckDBTypeId,
	type DuckDBValue,
	BOOLEAN,
	DOUBLE,
	VARCHAR
} from '@duckdb/node-api';
import { abortError, rejectedOnAbort } from '$lib/engine/cancel';
import { type Engine, EngineError, type EngineRow, type Parameter } from '$lib/engine/engine';
import { exactNumber } from '$lib/engine/exact-number';

type Cell = string | number | boolean | null;

export interface NativeOptions {
	/** The database file; in memory when absent. */
	path?: string;
	readOnly?: boolean;
	threads?: number;
}

export interface NativeDatabase extends Engine {
	/** Runs one or several statements, separated by `;`, without values and without rows. */
	execute(sql: string): Promise<void>;
	/**
	 * Appends rows to an existing table. Text goes into VARCHAR, ENUM and, as ISO text, DATE columns.
	 * @param table a name from a closed list: `table`, or `catalog.schema.table`
	 * @param columns how many columns the table and every row have
	 */
	appendRows(
		table: string,
		columns: number,
		rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
	): Promise<void>;
	/**
	 * Runs one statement and hands over its answer a part at a time, column by column, for answers too long to hold as rows.
	 * @param take gets each column's values; they must be numbers
	 */
	readNumbers(sql: string, take: (columns: readonly (readonly number[])[]) => void): Promise<void>;
	/** Closes the file. Work that is still running is interrupted first. */
	close(): Promise<void>;
}

/** Opens a database file, or one in memory. Statements run one at a time, in the order they were asked. */
export async function openNative(options: NativeOptions = {}): Promise<NativeDatabase> {
	const instance = await DuckDBInstance.create(options.path ?? ':memory:', {
		// The same rule as in the browser: nothing is fetched or loaded beyond what is built in.
		autoload_known_extensions: 'false',
		autoinstall_known_extensions: 'false',
		...(options.readOnly ? { access_mode: 'READ_ONLY' } : {}),
		...(options.threads ? { threads: String(options.threads) } : {})
	});
	const connection = await instance.connect();
	return new NativeEngine(instance, connection);
}

class NativeEngine implements NativeDatabase {
	#instance: DuckDBInstance;
	#connection: DuckDBConnection;
	#last: Promise<unknown> = Promise.resolve();
	#closed = false;

	constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
		this.#instance = instance;
		this.#connection = connection;
	}

	run(sql: string, parameters: readonly Parameter[] = [], signal?: AbortSignal): Promise<EngineRow[]> {
		return this.#inTurn(async () => {
			const result = await this.#connection.run(sql, [...parameters], parameters.map(parameterType));
			const names = result.deduplicatedColumnNames();
			const types = result.columnTypes();
			const rows: EngineRow[] = [];
			for (const chunk of await result.fetchAllChunks()) {
				for (const values of chunk.getRows()) {
					const row: EngineRow = {};
					names.forEach((name, index) => (row[name] = plainValue(values[index] ?? null, types[index], name)));
					rows.push(row);
				}
			}
			return rows;
		}, signal);
	}

	readNumbers(sql: string, take: (columns: readonly (readonly number[])[]) => void): Promise<void> {
		return this.#inTurn(async () => {
			const result = await this.#connection.stream(sql);
			const names = result.deduplicatedColumnNames();
			for (let part = 0; ; part++) {
				const chunk = await result.fetchChunk();
				if (!chunk || chunk.rowCount === 0) return;
				take(names.map((name, index) => chunk.getColumnValues(index).map((value) => numberOf(value, name))));
				if (part % 50 === 49) await new Promise(setImmediate);
			}
		});
	}

	execute(sql: string): Promise<void> {
		return this.#inTurn(async () => {
			await this.#connection.run(sql);
		});
	}

	appendRows(
		table: string,
		columns: number,
		rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
	): Promise<void> {
		return this.#inTurn(async () => {
			const [name, schema, catalog] = table.split('.').reverse();
			const appender = await this.#connection.createAppender(name ?? table, schema, catalog);
			try {
				if (appender.columnCount !== columns)
					throw new EngineError(`${table} has ${appender.columnCount} columns, not ${columns}`, false);
				const types = Array.from({ length: columns }, (_, index) => appender.columnType(index));
				let count = 0;
				for await (const row of rows) {
					if (row.length !== columns)
						throw new EngineError(`A row for ${table} has ${row.length} values, not ${columns}`, false);
					types.forEach((type, index) => appendCell(appender, row[index] ?? null, type));
					appender.endRow();
					// Appending is synchronous work: let the server answer others now and then.
					if (++count % 5000 === 0) await new Promise(setImmediate);
				}
				appender.flushSync();
			} catch (error) {
				appender.clear();
				throw error;
			} finally {
				appender.closeSync();
			}
		});
	}

	async close(): Promise<void> {
		if (this.#closed) return;
		this.#closed = true;
		const interrupting = setInterval(() => this.#connection.interrupt(), 10);
		await this.#last.catch(() => undefined);
		clearInterval(interrupting);
		this.#connection.closeSync();
		this.#instance.closeSync();
	}

	/** Runs the work when earlier work is done, so that an interrupt only ever hits the statement it is meant for. */
	#inTurn<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
		const earlier = this.#last.catch(() => undefined);
		const result = earlier.then(async () => {
			if (this.#closed) throw new EngineError('The database is closed', true);
			if (signal?.aborted) throw abortError();
			let interrupting: NodeJS.Timeout | undefined;
			// Repeated, since an interrupt before the statement has begun to execute is forgotten.
			const stop = () => (interrupting ??= setInterval(() => this.#connection.interrupt(), 5));
			signal?.addEventListener('abort', stop);
			try {
				return await work();
			} catch (error) {
				throw signal?.aborted ? abortError() : engineError(error);
			} finally {
				signal?.removeEventListener('abort', stop);
				clearInterval(interrupting);
			}
		});
		this.#last = result;
		return rejectedOnAbort(result, signal);
	}
}

function engineError(error: unknown): EngineError {
	if (error instanceof EngineError) return error;
	const message = error instanceof Error ? error.message : String(error);
	return new EngineError(message, /database has been invalidated/i.test(message), { cause: error });
}

/** Numbers are bound as DOUBLE, as DuckDB-WASM binds them, so that a query means the same in both hosts. */
function parameterType(value: Parameter): DuckDBType {
	if (typeof value === 'number') return DOUBLE;
	return typeof value === 'boolean' ? BOOLEAN : VARCHAR;
}

function plainValue(value: DuckDBValue, type: DuckDBType | undefined, column: string): Cell {
	if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string')
		return value;
	if (typeof value === 'bigint') return exactNumber(value, column);
	if (value instanceof DuckDBDateValue) return value.toString();
	if (value instanceof DuckDBDecimalValue)
		return value.scale === 0 ? exactNumber(value.value, column) : Number(value.toString());
	throw new EngineError(`${column} is ${type}: cast it to text, number or DATE in the query`, false);
}

function numberOf(value: DuckDBValue, column: string): number {
	if (typeof value === 'number') return value;
	if (typeof value === 'bigint') return exactNumber(value, column);
	throw new EngineError(`${column} holds ${String(value)}, which is no number`, false);
}

function appendCell(appender: DuckDBAppender, value: Cell, type: DuckDBType): void {
	if (value === null) return appender.appendNull();
	switch (type.typeId) {
		case DuckDBTypeId.VARCHAR:
			return appender.appendVarchar(String(value));
		case DuckDBTypeId.DATE:
			return appender.appendDate(dateOf(String(value)));
		case DuckDBTypeId.BIGINT:
			return appender.appendBigInt(BigInt(value));
		case DuckDBTypeId.HUGEINT:
			return appender.appendHugeInt(BigInt(value));
		default:
			return appender.appendValue(value, type);
	}
}

function dateOf(isoDay: string): DuckDBDateValue {
	const milliseconds = /^\d{4}-\d{2}-\d{2}$/.test(isoDay) ? Date.parse(`${isoDay}T00:00:00Z`) : NaN;
	if (Number.isNaN(milliseconds)) throw new EngineError(`Not an ISO day: ${isoDay}`, false);
	return new DuckDBDateValue(milliseconds / 86_400_000);
}
