// A controller's own question: what is learnt of its columns, what cannot be held, and the examples that the page offers.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readOnlyStatement } from '$lib/domain/read-only-statement';
import { editionSchema } from '$lib/queries/edition-schema';
import { answerKind, ownQuestionColumns, ownQuestionCount, ownQuestionRows } from '$lib/queries/own-question';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { columnText } from '$lib/text/edition-columns';
import { exampleQuestions, engineFaultText } from '$lib/text/sql-window';
import { smallEdition } from './small-edition';

let database: NativeDatabase;
beforeAll(async () => {
	database = await smallEdition({
		'kostnader.csv': [
			'datum;namnd;konto;leverantor;organisationsnummer;belopp;it_kostnad;kostnadsslag;fakturanummer',
			'2026-01-15;Skolnämnden;1;Alfa AB;559900-0014;1500,50;ja;Drift;F1',
			'2026-01-20;Skolnämnden;1;Alfa AB;559900-0014;1500,50;ja;Drift;F1',
			'2026-02-15;Kulturnämnden;1;Beta AB;559900-0022;300,00;ja;Moln;F2'
		],
		'avtal.csv': [
			'avtals_id;benamning;leverantor;organisationsnummer;namnd;avtalsstart;avtalsslut',
			'A-1;Gammalt;Gamma AB;559900-0048;Skolnämnden;2020-01-01;2027-06-30'
		]
	});
});
afterAll(() => database.close());

async function answerTo(text: string, limit = 10) {
	const { statement } = readOnlyStatement(text);
	if (!statement) throw new Error(`${text} was refused`);
	const columns = await ask(database, ownQuestionColumns, statement.sql);
	const rows = await ask(database, ownQuestionRows, { sql: statement.sql, columns, limit });
	const [counted] = await ask(database, ownQuestionCount, statement.sql);
	return { columns, rows, count: counted?.row_count };
}

it('keeps order, names that stand twice, and no more rows than asked for', async () => {
	const answer = await answerTo(
		'SELECT unit AS a, amount AS a FROM cost ORDER BY amount DESC, row_id -- ;',
		2
	);
	expect(answer.columns.map(({ type }) => type)).toEqual([expect.stringMatching(/^ENUM/), 'BIGINT']);
	expect(answer.rows).toEqual([
		{ k1: 'Skolnämnden', k2: '150050' },
		{ k1: 'Skolnämnden', k2: '150050' }
	]);
	expect(answer.count).toBe(3);
});

it.each([
	['SELECT sum(amount) FROM cost', '330100', 'number'],
	[
		'SELECT 170141183460469231731687303715884105727::HUGEINT',
		'170141183460469231731687303715884105727',
		'number'
	],
	['SELECT 9007199254740993', '9007199254740993', 'number'],
	['SELECT 12345678901234567.89::DECIMAL(38, 2)', '12345678901234567.89', 'number'],
	['SELECT [1, 2]', '[1, 2]', 'text'],
	["SELECT {'a': 1, 'b': NULL}", "{'a': 1, 'b': NULL}", 'text'],
	["SELECT MAP {'a': 1}", '{a=1}', 'text'],
	["SELECT TIMESTAMP '2026-01-02 03:04:05'", '2026-01-02 03:04:05', 'text'],
	["SELECT DATE '2026-01-02'", '2026-01-02', 'text'],
	["SELECT 'infinity'::DATE", 'infinity', 'text'],
	['SELECT INTERVAL 1 MONTH', '1 month', 'text'],
	["SELECT TIME '10:00'", '10:00:00', 'text'],
	["SELECT '\\xAA'::BLOB", '\\xAA', 'text'],
	['SELECT true', true, 'yes_no'],
	['SELECT NULL', null, 'number']
])('%s is held exactly', async (text, value, kind) => {
	const { columns, rows } = await answerTo(text);
	expect(rows).toEqual([{ k1: value }]);
	expect(columns.map(answerKind)).toEqual([kind]);
});

it.each(['DESCRIBE cost', 'SUMMARIZE cost', 'VALUES (1), (2)', 'FROM unit', '(SELECT 1) UNION (SELECT 2)'])(
	'%s stands inside a question of its own',
	async (text) => {
		const { rows, count } = await answerTo(text, 1000);
		expect(rows).toHaveLength(count ?? -1);
	}
);

it.each(exampleQuestions.map(({ name, sql }) => [name, sql]))('the example %s runs', async (_, sql) => {
	const { columns } = await answerTo(sql);
	expect(columns.length).toBeGreaterThan(1);
});

it('knows what the columns of the files are called in Swedish', async () => {
	const schema = await ask(database, editionSchema, undefined);
	const of = (table: string, column: string) =>
		schema.find((row) => row.table === table && row.column === column);
	expect(of('cost', 'unit')?.type).toBe('ENUM');
	expect(of('cost', 'amount')?.type).toBe('BIGINT');
	expect(columnText('cost', 'amount')).toBe('belopp, öre');
	const unnamed = schema
		.filter(({ table }) => table === 'cost')
		.filter(({ table, column }) => !columnText(table, column));
	expect(unnamed).toEqual([]);
});

it.each([
	['SELECT amout FROM cost', /Kolumnen amout.* finns inte .*Menar du amount\?/],
	['SELECT * FROM costs', /Tabellen costs.* finns inte i utgåvan\. Menar du cost\?/],
	['SELECT summ(amount) FROM cost', /Funktionen summ.* finns inte\. Menar du sum\?/],
	['SELECT FROM WHERE', /Motorn förstår inte frågan vid/],
	['SELECT unit, sum(amount) FROM cost', /Kolumnen unit måste stå i GROUP BY/],
	["SELECT 'tolv'::INTEGER", /Texten ”tolv” går inte att läsa/],
	['SELECT supplier FROM cost, supplier', /Kolumnen supplier finns i flera tabeller/]
])('%s is told in Swedish', async (text, told) => {
	const failed = answerTo(text).then(
		() => 'no fault',
		(error: unknown) => engineFaultText(String(error))
	);
	expect(await failed).toMatch(told);
});

it.each(['SELECT 1 LIMIT 1', 'SELECT 1 OFFSET 0'])('%s may limit itself', async (text) => {
	expect((await answerTo(text)).count).toBe(1);
});
