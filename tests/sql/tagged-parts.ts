// The rows of a small ledger with their tags, as an edition has them and as the workbench judges them, in one form.
import * as v from 'valibot';
import { matchColumns, matchedPositions } from '$lib/domain/rule-matches';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { foundCost, judgeLedger, type Affected } from '$lib/tagging/judged-ledger';
import type { Tagging } from '$lib/tagging/locked-months';
import { fingerprintSql } from '$lib/tagging/row-fingerprint';
import type { RuleSet } from '$lib/tagging/rule';
import { ledgerLines, type KnownRow } from '../support/any-rules';
import { smallEdition } from './small-edition';

/** One row, or one part of it, with its tags and what decided them. */
export interface TaggedPart {
	source_row: number;
	part: number | null;
	amount: number;
	it_cost: string | null;
	candidate: boolean;
	cost_kind: string | null;
	orientation: string | null;
	system_id: string | null;
	contract_id: string | null;
	maker: string | null;
	tag_source: string | null;
	/** Ids of the rules that matched, and first the row judged by hand; the first of all decides. */
	deciders: string[];
}

const files = { 'kostnader.csv': ledgerLines };
/** Rows of the ledger before any is divided. */
export const wholeRows = ledgerLines.length - 1;
/** The edition says in words what of an IT row nobody has said. */
const tagColumns = `it_cost::VARCHAR AS it_cost, candidate,
	CASE WHEN it_cost = 'ja' THEN coalesce(cost_kind::VARCHAR, 'Okänt') ELSE cost_kind::VARCHAR END AS cost_kind,
	CASE WHEN it_cost = 'ja' THEN coalesce(orientation::VARCHAR, 'okänd') ELSE orientation::VARCHAR END AS orientation,
	system_id::VARCHAR AS system_id, contract_id::VARCHAR AS contract_id, maker::VARCHAR AS maker, tag_source::VARCHAR AS tag_source`;
const partSchema = {
	source_row: v.number(),
	part: v.nullable(v.number()),
	amount: v.number(),
	it_cost: v.nullable(v.string()),
	candidate: v.boolean(),
	cost_kind: v.nullable(v.string()),
	orientation: v.nullable(v.string()),
	system_id: v.nullable(v.string()),
	contract_id: v.nullable(v.string()),
	maker: v.nullable(v.string()),
	tag_source: v.nullable(v.string())
};

export const emptySet: RuleSet = {
	format: 1,
	namn: 'Testköping',
	version: 1,
	datum: '2026-04-01',
	forfattare: 'Maja Lindqvist',
	regler: [],
	handtaggar: []
};

/** The rows that a person could judge by hand. */
export async function knownRows(of: NativeDatabase): Promise<KnownRow[]> {
	const found = await of.run(
		`SELECT DISTINCT ${fingerprintSql('found')} AS rad, amount AS belopp FROM ${foundCost} AS found ORDER BY ALL`
	);
	return v.parse(v.array(v.object({ rad: v.string(), belopp: v.number() })), found);
}

/** The rows as an edition has them. */
export async function publishedParts(of: NativeDatabase, set: RuleSet): Promise<TaggedPart[]> {
	const found = await of.run(
		`SELECT source_row, part, amount, ${tagColumns}, rule_id, also_matched FROM edition.cost ORDER BY source_row, part`
	);
	const schema = v.object({
		...partSchema,
		rule_id: v.nullable(v.string()),
		also_matched: v.nullable(v.string())
	});
	return v.parse(v.array(schema), found).map(({ rule_id, also_matched, ...row }) => {
		const hand = /^hand-(\d+)$/.exec(rule_id ?? '')?.[1];
		const first = hand ? [handKey(set, Number(hand) - 1)] : rule_id === null ? [] : [rule_id];
		return { ...row, deciders: [...first, ...(also_matched?.split('|') ?? [])] };
	});
}

function handKey(set: RuleSet, position: number): string {
	return `för hand ${set.handtaggar[position]?.rad}`;
}

/** The rows of the edition as a set judges them. */
export async function judged(
	set: RuleSet,
	of: NativeDatabase,
	affected: Affected = { all: true }
): Promise<TaggedPart[]> {
	const table = 'memory.main.judged_here';
	const { sql, parameters } = judgeLedger(set, table, affected);
	await of.run(sql, parameters);
	const matches = Array.from({ length: matchColumns(set.regler.length) }, (_, column) => `match_${column}`);
	const found = await of.run(
		`SELECT source_row, part, amount, ${tagColumns}, hand_position${matches.map((match) => `, ${match}`).join('')}
		FROM (SELECT own.source_row, judged.* FROM ${table} AS judged JOIN edition.cost AS own USING (row_id))
		ORDER BY source_row, part`
	);
	await of.run(`DROP TABLE ${table}`);
	const schema = v.object({ ...partSchema, hand_position: v.nullable(v.number()) });
	return found.map((cells) => {
		const { hand_position, ...row } = v.parse(schema, cells);
		const ids = matchedPositions(matches.map((match) => Number(cells[match]))).map(
			(position) => set.regler[position]?.id ?? ''
		);
		return { ...row, deciders: [...(hand_position === null ? [] : [handKey(set, hand_position)]), ...ids] };
	});
}

/** Publishes the ledger anew for some work. */
export async function withEdition<Result>(
	tagging: Tagging,
	work: (of: NativeDatabase) => Promise<Result>
): Promise<Result> {
	const own = await smallEdition(files, tagging);
	try {
		return await work(own);
	} finally {
		await own.close();
	}
}

/** What a row is tagged as, all its parts with their öre, whoever decided it. */
export function tagsByRow(parts: readonly TaggedPart[]): Map<number, string> {
	const tags = new Map<number, string>();
	for (const { deciders: _rules, tag_source: _source, source_row, ...own } of parts) {
		tags.set(source_row, `${tags.get(source_row) ?? ''}${JSON.stringify(own)}`);
	}
	return tags;
}
