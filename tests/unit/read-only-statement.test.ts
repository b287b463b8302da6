// What the SQL window lets through: one statement that reads, however it is dressed.
import { describe, expect, it } from 'vitest';
import { readOnlyStatement } from '$lib/domain/read-only-statement';

const faultOf = (sql: string) => readOnlyStatement(sql).fault?.name ?? 'none';

describe('a statement that reads', () => {
	it.each([
		'SELECT 1',
		'  select sum(amount) from cost;  ',
		'FROM cost',
		'from cost select unit, sum(amount) group by all',
		'VALUES (1), (2)',
		"WITH x AS (SELECT 1 AS a), y AS (FROM x) SELECT * FROM y WHERE a IN ('1; DROP TABLE cost', 'b')",
		'(SELECT 1) UNION ALL (SELECT 2)',
		'DESCRIBE cost',
		'SUMMARIZE SELECT * FROM cost',
		'EXPLAIN SELECT * FROM cost',
		'SELECT \'it\'\'s; -- fine /* and so on\' AS "a;""b" FROM cost',
		"SELECT ';' -- ; DROP TABLE cost",
		'/* ; /* nested ; */ DROP */ SELECT 1;;',
		"SELECT extract(year FROM day), trim('x' FROM supplier::VARCHAR) FROM cost",
		"SELECT * FROM cost WHERE supplier_key IS NOT DISTINCT FROM 'Alfa AB'",
		"SELECT a FROM (VALUES (1, 'x.csv'), (2, 'y')) t(a, b), LATERAL (SELECT b, 'z')",
		"SELECT * FROM cost c JOIN supplier s ON c.supplier_key = s.supplier_key AND s.supplier IN ('a', 'b'), unit",
		"SELECT list_filter(['a', 'b'], x -> x = 'a') FROM cost ORDER BY 1, 'x'",
		'SELECT * FROM range(12) r(month), unnest([1, 2])',
		"SELECT replace(supplier, 'AB', ''), left(account, 2) FROM edition.main.cost",
		'SELECT\u00a0amount\u2003FROM\ufeffcost',
		'SELECT amount FROM cost ORDER BY amount DESC LIMIT 5',
		"SELECT * FROM cost c JOIN supplier s ON c.amount::DECIMAL(18, 2) = 1 AND s.supplier = 'x'",
		'SELECT * FROM (SUMMARIZE cost)',
		'SELECT column_name FROM information_schema.columns',
		'SELECT förvaltning FROM (SELECT 1 AS förvaltning)',
		'SELECT "update", "load" FROM (SELECT 1 AS "update", 2 AS "load")',
		"SELECT count(*) FILTER (cost_kind = 'Drift') FROM cost LIMIT 10 OFFSET 5"
	])('%s', (sql) => {
		expect(readOnlyStatement(sql).fault).toBeUndefined();
	});

	it('is sent without comments and without its end mark, on the same lines', () => {
		const { statement } = readOnlyStatement('-- vad\nSELECT /* a\nb */ 1 -- slut ;\n;\n');
		expect(statement?.sql.replace(/ +/g, ' ')).toBe(' \nSELECT \n 1');
		expect(statement?.kind).toBe('question');
	});

	it('is a plan when it asks how the engine would do it', () => {
		expect(readOnlyStatement('explain from cost').statement?.kind).toBe('plan');
	});
});

describe('a text that is not one statement', () => {
	it.each([
		['', 'empty'],
		[' -- only words', 'empty'],
		[';;', 'empty'],
		['SELECT 1; SELECT 2', 'several'],
		["SELECT ';'; DROP TABLE cost", 'several'],
		['; SELECT 1', 'several'],
		['SELECT 1 /* */; -- \n DROP TABLE cost', 'several'],
		["SELECT 'a", 'unclosed'],
		["SELECT 'a''", 'unclosed'],
		['SELECT "a', 'unclosed'],
		['SELECT 1 /* /* */', 'unclosed'],
		['SELECT (1', 'unclosed'],
		['SELECT 1)', 'unclosed'],
		['SELECT 1) LIMIT 1; DROP TABLE cost; FROM (SELECT 1', 'unclosed'],
		['SELECT [1)', 'unclosed']
	])('%s is %s', (sql, fault) => {
		expect(faultOf(sql)).toBe(fault);
	});

	it('is told by the line where the second begins', () => {
		expect(readOnlyStatement('SELECT 1\n;\n\nSELECT 2').fault).toEqual({ name: 'several', line: 4 });
	});
});

describe('a statement that changes something', () => {
	it.each([
		'DROP TABLE cost',
		'iNsErT INTO cost VALUES (1)',
		'-- SELECT\nUPDATE cost SET amount = 0',
		'/* SELECT */ DELETE FROM cost',
		"ATTACH 'x.db'",
		'DETACH edition',
		"COPY cost TO 'x.csv'",
		'INSTALL httpfs',
		'LOAD httpfs',
		'SET memory_limit = 1',
		'RESET memory_limit',
		'PRAGMA version',
		'CREATE TABLE x AS SELECT 1',
		'CALL duckdb_settings()',
		'USE memory',
		'BEGIN',
		'EXPORT DATABASE x',
		'EXPLAIN ANALYZE SELECT 1',
		'EXPLAIN DROP TABLE cost',
		'EXPLAIN (FORMAT json) SELECT 1',
		'PIVOT cost ON unit USING sum(amount)',
		'WITH x AS (SELECT 1) INSERT INTO cost FROM x',
		'WITH x AS (DELETE FROM cost RETURNING *) SELECT * FROM x',
		'WITH x AS (SELECT 1)\u00a0/**/uPdAtE cost SET amount = 0',
		'\u200bDROP TABLE cost',
		'"select" 1'
	])('%s', (sql) => {
		expect(faultOf(sql)).toBe('changes');
	});
});

describe('a statement that reaches outside the edition', () => {
	it.each([
		"SELECT * FROM read_csv('x.csv')",
		"SELECT * FROM Read_CSV_auto ('x.csv')",
		'SELECT * FROM "read_text"(\'x\')',
		"SELECT * FROM system.main.read_blob('x')",
		"SELECT (FROM parquet_scan('x'))",
		"SELECT * FROM cost, glob('*')",
		"SELECT * FROM cost JOIN LATERAL read_json('x') ON true",
		"SELECT * FROM query('DROP TABLE cost')",
		"SELECT * FROM query_table('x')",
		'SELECT * FROM duckdb_secrets()',
		"SELECT getvariable('bound')",
		"SELECT 'x'.getenv()",
		"WITH x AS (FROM read_parquet /* */ ('x')) FROM x",
		"DESCRIBE read_csv('x')"
	])('%s names a function', (sql) => {
		expect(faultOf(sql)).toBe('function');
	});

	it.each([
		"SELECT * FROM 'x.csv'",
		"FROM 'https://example.org/x.parquet'",
		'SELECT * FROM "x.csv"',
		'FROM "https://example.org/x"',
		'FROM rows.csv',
		"SELECT * FROM cost, 'x.csv'",
		"SELECT * FROM cost c JOIN supplier s ON c.a = s.a, 'x.csv'",
		"SELECT * FROM cost JOIN 'x.csv' USING (a)",
		"SELECT * FROM ('x.csv')",
		"SELECT * FROM (cost JOIN 'x.csv' ON true)",
		"SELECT (SELECT 1 FROM 'x')",
		"SUMMARIZE 'x.csv'",
		"SELECT * FROM (SUMMARIZE 'x.csv')",
		"SELECT * FROM (PIVOT 'x.csv' ON a USING sum(b))",
		"SELECT * FROM f : 'https://example.org/x'",
		"SELECT 1FROM 'x.csv'"
	])('%s names a file', (sql) => {
		expect(faultOf(sql)).toBe('file');
	});

	it.each(['SELECT ?', 'SELECT $1', 'SELECT $$a$$', 'SELECT $a$x$a$', "SELECT E'a\\'; DROP TABLE cost'"])(
		'%s has a sign that nobody fills in',
		(sql) => {
			expect(faultOf(sql)).toBe('sign');
		}
	);
});
