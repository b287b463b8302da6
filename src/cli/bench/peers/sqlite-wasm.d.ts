// The package has no types of its own: what the bench uses of it.
declare module '@sqlite.org/sqlite-wasm' {
	export interface SqliteStatement {
		bind(values: readonly number[]): SqliteStatement;
		stepReset(): SqliteStatement;
		finalize(): void;
	}
	export interface SqliteDatabase {
		exec(sql: string): void;
		exec(question: { sql: string; returnValue: 'resultRows' }): unknown[][];
		prepare(sql: string): SqliteStatement;
	}
	export default function sqlite3InitModule(): Promise<{ oo1: { DB: new (path: string) => SqliteDatabase } }>;
}
