// What the workbench asked of an edition, asked of native DuckDB on one thread; and what it saves to ask each word once.
import { bound, joined, sqlText, type SqlText } from '$lib/engine/sql-text';
import { openNative, type NativeDatabase } from '$lib/server/engine/native-engine';
import { ruleField } from '$lib/tagging/condition';
import { conditionSql, testSql } from '$lib/tagging/condition-sql';
import { foundCost } from '$lib/tagging/judged-ledger';
import { rowMatches } from '$lib/tagging/matches';
import { benchRules, type TaggingTimes } from './tagging';
import { median, timed } from './timing';
import type { AskedQuestion } from './watch-engine';

/** One statement, or several, in the browser and natively on one thread. */
interface Compared {
	browser: number;
	native: number;
}

export interface NativeTagging {
	/** The whole ledger by all rules. */
	judging: Compared;
	/** The rows that an edit can change. */
	affected: Compared;
	/** Every statement of the opening, and of an edit. */
	opening: Compared;
	edit: Compared;
	/** Which rule each row has, by values asked once and by every rule asked of each row: milliseconds. */
	valuesOnce: number;
	eachRow: number;
	/** The same where each row has a text of its own, as in many a real ledger. */
	valuesOnceOwnTexts: number;
	eachRowOwnTexts: number;
}

/** Asks native DuckDB, on one thread, what the page asked of the same edition. */
export async function measureNative(
	slice: string,
	{ asked: { opening, edits: changes } }: TaggingTimes
): Promise<NativeTagging> {
	const native = await openNative({ threads: 1 });
	try {
		await native.execute(`ATTACH '${slice}' AS edition (READ_ONLY); USE edition`);
		const [warm] = opening.filter(isJudging);
		if (warm) await native.run(warm.sql.replace(/judged_\d+/, 'judged_warm'), warm.values);
		const ofOpening = await replayed(native, opening);
		const ofEdits: Replay[] = [];
		for (const asked of changes) ofEdits.push(await replayed(native, asked));
		const middle = (of: (replay: Replay) => number): number => median(ofEdits.map(of));
		return {
			judging: { browser: ofOpening.judgingInBrowser, native: ofOpening.judging },
			affected: { browser: middle((own) => own.judgingInBrowser), native: middle((own) => own.judging) },
			opening: { browser: ofOpening.allInBrowser, native: ofOpening.all },
			edit: { browser: middle((own) => own.allInBrowser), native: middle((own) => own.all) },
			...(await waysCompared(native))
		};
	} finally {
		await native.close();
	}
}

const isJudging = ({ sql }: AskedQuestion): boolean => /^\s*CREATE TABLE memory\.main\.judged_/.test(sql);

interface Replay {
	judging: number;
	judgingInBrowser: number;
	all: number;
	allInBrowser: number;
}

async function replayed(native: NativeDatabase, asked: readonly AskedQuestion[]): Promise<Replay> {
	const replay: Replay = { judging: 0, judgingInBrowser: 0, all: 0, allInBrowser: 0 };
	for (const question of asked) {
		const milliseconds = await timed(() => native.run(question.sql, question.values));
		replay.all += milliseconds;
		replay.allInBrowser += question.milliseconds;
		if (!isJudging(question)) continue;
		replay.judging += milliseconds;
		replay.judgingInBrowser += question.milliseconds;
	}
	return replay;
}

type Ways = Pick<NativeTagging, 'valuesOnce' | 'eachRow' | 'valuesOnceOwnTexts' | 'eachRowOwnTexts'>;

/** The position of each row's rule, found in both ways, which must be the same. */
async function waysCompared(native: NativeDatabase): Promise<Ways> {
	const own = 'memory.main.own_texts';
	await native.execute(
		`CREATE TABLE ${own} AS SELECT * REPLACE (text::VARCHAR || ' ' || row_id AS text) FROM ${foundCost}`
	);
	const [valuesOnce, eachRow] = await bothWays(native, foundCost);
	const [valuesOnceOwnTexts, eachRowOwnTexts] = await bothWays(native, own);
	return { valuesOnce, eachRow, valuesOnceOwnTexts, eachRowOwnTexts };
}

async function bothWays(native: NativeDatabase, table: string): Promise<[once: number, each: number]> {
	const times: number[] = [];
	const answers: string[] = [];
	for (const statement of [askedOnce(table), askedOfEachRow(table)]) {
		const rounds: number[] = [];
		for (let round = 0; round < 3; round++) {
			rounds.push(
				await timed(async () => {
					const sums = await native.run(
						`SELECT count(rule_position) AS won, sum(rule_position * (row_id % 1009))::BIGINT AS sum FROM (${statement.sql})`,
						statement.parameters
					);
					answers.push(JSON.stringify(sums));
				})
			);
		}
		times.push(median(rounds));
	}
	if (new Set(answers).size !== 1) throw new Error('The two ways found different rules.');
	const [once = NaN, each = NaN] = times;
	return [once, each];
}

function askedOnce(table: string): SqlText {
	const source = { sql: table, parameters: [] };
	const { values, joins, columns, first } = rowMatches(benchRules, source);
	return sqlText`${values ? sqlText`WITH ${values}` : ''} SELECT row_id, ${first} AS rule_position
		FROM (SELECT found.row_id, ${columns} FROM ${source} AS found ${joins})`;
}

/** One CASE with a branch per rule, which stops at the first that matches. */
function askedOfEachRow(table: string): SqlText {
	const branches = benchRules.map(
		({ om }, position) =>
			sqlText`WHEN ${conditionSql(om, (test) => testSql(test, `found.${ruleField(test.falt).column}`))} THEN ${bound(position)}::INTEGER`
	);
	return sqlText`SELECT row_id, CASE ${joined(branches, ' ')} END AS rule_position FROM ${table} AS found`;
}
