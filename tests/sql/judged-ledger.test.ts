// The ledger that the workbench judges from an edition is the ledger that publishing tags, whatever the rules are.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseMonth, type Period } from '$lib/domain/period';
import { createUser, type User } from '$lib/server/accounts/user';
import { database } from '$lib/server/database/connect';
import { migrate } from '$lib/server/database/migrate';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { currentRules, restoreRules, saveRules } from '$lib/server/rules/rule-versions';
import { affectedRows, foundCost, judgeLedger, type Affected } from '$lib/tagging/judged-ledger';
import { unlocked, type Tagging } from '$lib/tagging/locked-months';
import { matchColumns, matchedPositions } from '$lib/domain/rule-matches';
import { fingerprintSql } from '$lib/tagging/row-fingerprint';
import { ruleSetSchema, type Rule, type RuleSet, type RuleTags } from '$lib/tagging/rule';
import { GET as download } from '../../src/routes/(app)/taggning/regler/+server';
import { anyChange, anyRuleSet, ledgerLines, type KnownRow } from '../support/any-rules';
import { smallEdition } from './small-edition';

/** One row, or one part of it, with its tags and what decided them. */
interface TaggedPart {
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

const it: RuleTags = { it_kostnad: 'ja' };
const shares = (one: string, other: string): Rule['dela'] => [
	{ andel: one, satt: { system_id: 'S1' } },
	{ andel: other, satt: { system_id: 'S2' } }
];
const files = { 'kostnader.csv': ledgerLines };
const wholeRows = ledgerLines.length - 1;
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

let edition: NativeDatabase;
let published: RuleSet;
let rows: KnownRow[];

const emptySet: RuleSet = {
	format: 1,
	namn: 'Testköping',
	version: 1,
	datum: '2026-04-01',
	forfattare: 'Maja Lindqvist',
	regler: [],
	handtaggar: []
};

async function knownRows(of: NativeDatabase): Promise<KnownRow[]> {
	const found = await of.run(
		`SELECT DISTINCT ${fingerprintSql('found')} AS rad, amount AS belopp FROM ${foundCost} AS found ORDER BY ALL`
	);
	return v.parse(v.array(v.object({ rad: v.string(), belopp: v.number() })), found);
}

/** The rows as an edition has them. */
async function publishedParts(of: NativeDatabase, set: RuleSet): Promise<TaggedPart[]> {
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
async function judged(
	set: RuleSet,
	of: NativeDatabase = edition,
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
async function withEdition<Result>(
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

beforeAll(async () => {
	rows = await withEdition(unlocked(emptySet), knownRows);
	const [one, other] = rows;
	if (!one || !other) throw new Error('No rows');
	published = v.parse(ruleSetSchema, {
		...emptySet,
		regler: [
			{
				id: 'R1',
				namn: 'Delad drift',
				om: { falt: 'text', ar: 'innehaller', varden: ['drift'] },
				satt: { it_kostnad: 'ja', kostnadsslag: 'Drift' },
				dela: [
					{ andel: '33,33', satt: { system_id: 'S1' } },
					{ andel: '33,33', satt: { system_id: 'S2', inriktning: 'utveckling' } },
					{ andel: '33,34', satt: { it_kostnad: 'nej' } }
				]
			},
			{
				id: 'R2',
				namn: 'Vindrosa',
				om: { falt: 'leverantor', ar: 'innehaller', varden: ['vindrosa'] },
				satt: { it_kostnad: 'ja', verklig_leverantor: 'Kontorssviten' }
			},
			{
				id: 'R3',
				namn: 'It-konton',
				om: { falt: 'konto', ar: 'borjar_med', varden: ['743'] },
				satt: { it_kostnad: 'ja' }
			},
			{
				id: 'R4',
				namn: 'Möjlig it',
				om: { falt: 'konto', ar: 'borjar_med', varden: ['745', '632'] },
				satt: { it_kostnad: 'kandidat' }
			}
		],
		handtaggar: [one, other].map((row, position) => ({
			...row,
			visas: 'Prov',
			satt: position ? { it_kostnad: 'nej' } : { it_kostnad: 'ja', kostnadsslag: 'Moln' },
			av: 'Maja Lindqvist',
			datum: '2026-04-01'
		}))
	});
	edition = await smallEdition(files, unlocked(published));
});
afterAll(() => edition.close());

describe('a ledger judged from an edition', () => {
	test('has the tags of the edition by the same rules, row by row and part by part', async () => {
		const parts = await publishedParts(edition, published);
		expect(await judged(published)).toEqual(parts);
		// All four kinds of decision are there, and divided rows.
		expect(new Set(parts.map(({ tag_source }) => tag_source))).toEqual(
			new Set(['hand', 'fil', 'regel', null])
		);
		expect(parts.filter(({ part }) => part === 3).length).toBeGreaterThan(1);
		expect(parts.filter(({ deciders }) => deciders.length > 2).length).toBeGreaterThan(1);
	});

	test('is the ledger as it was found when no rule judges it: divided rows whole, with the tags of their file', async () => {
		const found = await judged(emptySet);
		expect(found).toHaveLength(wholeRows);
		const inFile = await withEdition(unlocked(emptySet), (of) => publishedParts(of, emptySet));
		expect(found).toEqual(inFile);
	});

	test('has the tags that publishing gives by the same rules, whatever rules the edition was published by', async () => {
		const own = anyRuleSet(rows, 1);
		await fc.assert(
			fc.asyncProperty(own, own, async (before, after) => {
				await withEdition(unlocked(before), async (of) => {
					expect(await judged(before, of)).toEqual(await publishedParts(of, before));
					const fresh = await withEdition(unlocked(after), (later) => publishedParts(later, after));
					expect(await judged(after, of)).toEqual(fresh);
				});
			}),
			{ numRuns: 12 }
		);
	}, 120_000);

	test('is judged alike whatever the number of rules, also past the bits of one column', async () => {
		const regler = Array.from({ length: 130 }, (_, position) => ({
			id: `R${position + 1}`,
			namn: 'Fler',
			om:
				position % 3
					? { falt: 'konto' as const, ar: 'ar' as const, varden: [String(74_200 + position)] }
					: { falt: 'belopp' as const, ar: 'minst' as const, varden: [String(130 - position)] },
			satt: { it_kostnad: 'ja' as const, system_id: `S${position}` }
		}));
		const many = { ...emptySet, regler };
		const fresh = await withEdition(unlocked(many), (of) => publishedParts(of, many));
		expect(await judged(many)).toEqual(fresh);
		expect(new Set(fresh.map(({ system_id }) => system_id)).size).toBeGreaterThan(5);
	});
});

describe('the rows that a change of rules can affect', () => {
	test('are all that are judged otherwise: the others stand as they did, and both together are the whole draft', async () => {
		let partly = 0;
		await fc.assert(
			fc.asyncProperty(anyRuleSet(rows, 1), anyChange(rows), async (saved, change) => {
				const draft = change(saved);
				const affected = affectedRows(saved, draft);
				const [before, after] = [await judged(saved), await judged(draft)];
				if (!affected) {
					expect(after).toEqual(before);
					return;
				}
				const again = await judged(draft, edition, affected);
				const touched = new Set(again.map(({ source_row }) => source_row));
				if (touched.size < wholeRows) partly++;
				const untouched = before.filter(({ source_row }) => !touched.has(source_row));
				const together = [...untouched, ...again].sort(
					(a, b) => a.source_row - b.source_row || (a.part ?? 0) - (b.part ?? 0)
				);
				expect(together).toEqual(after);
			}),
			{ numRuns: 70 }
		);
		expect(partly).toBeGreaterThan(15);
	}, 120_000);

	test('are none when rules and hand tags only change hands, and all when very many rules change', () => {
		const resigned = {
			...published,
			regler: published.regler.map((rule) => ({
				...rule,
				andrad: { av: 'Elif Demir', datum: '2026-05-01', version: 2 }
			})),
			handtaggar: published.handtaggar.map((tag) => ({ ...tag, av: 'Elif Demir' })).toReversed()
		};
		expect(affectedRows(published, resigned)).toBeNull();
		const regler = Array.from({ length: 40 }, (_, position) => ({
			id: `N${position}`,
			namn: 'Ny',
			om: { falt: 'konto' as const, ar: 'ar' as const, varden: [String(position)] },
			satt: { it_kostnad: 'ja' as const }
		}));
		expect(affectedRows(published, { ...published, regler })).toEqual({ all: true });
	});
});

describe('a locked month', () => {
	/** Checks that the restated rows are those whose tags differ, and tells how many do and how many do not. */
	async function restatedExactly(
		locked: RuleSet,
		rules: RuleSet
	): Promise<[restated: number, quiet: number]> {
		const [first, last] = [parseMonth('2026-01'), parseMonth('2026-02')];
		if (!first || !last) throw new Error('Not months');
		const period: Period = { from: first, to: last };
		const today = { ...rules, version: 2 };
		const lock = { id: 1, name: 'Januari och februari', period, version: 1, by: 'Maja', day: '2026-03-02' };
		const tagging: Tagging = { rules: today, locks: [lock], earlier: new Map([[1, locked]]) };
		return withEdition(tagging, async (of) => {
			const restated = await of.run(
				'SELECT own.source_row FROM edition.restatement JOIN edition.cost AS own USING (row_id) ORDER BY ALL'
			);
			const inLock = await of.run(
				"SELECT DISTINCT source_row FROM edition.cost WHERE day < DATE '2026-03-01' ORDER BY ALL"
			);
			const now = tagsByRow(await publishedParts(of, locked));
			const then = tagsByRow(await judged(today, of));
			const differ = inLock.filter(
				({ source_row }) => now.get(Number(source_row)) !== then.get(Number(source_row))
			);
			expect(restated).toEqual(differ);
			return [differ.length, inLock.length - differ.length];
		});
	}

	test('lists exactly the rows that today’s rules would tag otherwise', async () => {
		let [restated, quiet] = [0, 0];
		await fc.assert(
			fc.asyncProperty(anyRuleSet(rows, 1), anyChange(rows), async (locked, change) => {
				const [differ, same] = await restatedExactly(locked, change(locked));
				restated += differ;
				quiet += same;
			}),
			{ numRuns: 25 }
		);
		expect(Math.min(restated, quiet)).toBeGreaterThan(15);
	}, 120_000);

	test.each<[string, Omit<Rule, 'id' | 'namn' | 'om'>, Omit<Rule, 'id' | 'namn' | 'om'>]>([
		[
			'other shares of the same systems',
			{ satt: it, dela: shares('70', '30') },
			{ satt: it, dela: shares('30', '70') }
		],
		[
			'a system that becomes a contract',
			{ satt: { ...it, system_id: 'X1' } },
			{ satt: { ...it, avtals_id: 'X1' } }
		],
		[
			'a kostnadsslag where nobody says whether it is IT',
			{ satt: { kostnadsslag: 'Drift' } },
			{ satt: { kostnadsslag: 'Moln' } }
		]
	])('lists %s', async (_, before, after) => {
		const about = {
			id: 'R1',
			namn: 'Allt',
			om: { falt: 'konto' as const, ar: 'borjar_med' as const, varden: ['7', '4', '6'] }
		};
		const [restated] = await restatedExactly(
			{ ...emptySet, regler: [{ ...about, ...before }] },
			{ ...emptySet, regler: [{ ...about, ...after }] }
		);
		expect(restated).toBeGreaterThan(5);
	});
});

/** What a row is tagged as, all its parts with their öre, whoever decided it. */
function tagsByRow(parts: readonly TaggedPart[]): Map<number, string> {
	const tags = new Map<number, string>();
	for (const { deciders: _rules, tag_source: _source, source_row, ...own } of parts) {
		tags.set(source_row, `${tags.get(source_row) ?? ''}${JSON.stringify(own)}`);
	}
	return tags;
}

describe('rules that are kept on the server', () => {
	let folder: string;
	let user: User;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'genomlys-judged-'));
		process.env.DATA_DIR = folder;
		await migrate(database());
		user = await createUser(database(), {
			username: 'maja',
			name: 'Maja Lindqvist',
			password: 'tre gröna båtar',
			role: 'controller'
		});
	});
	afterAll(async () => {
		database().$client.close();
		await rm(folder, { recursive: true });
	});

	/** The version that a set is kept as. */
	async function kept(set: RuleSet): Promise<number> {
		const current = await currentRules();
		const saving = await saveRules({ set, basedOn: current.version, note: null }, user);
		if (saving.outcome === 'conflict') throw new Error('Nobody else saves here');
		return saving.outcome === 'saved' ? saving.version : current.version;
	}

	test('give every row its tags back when an earlier version is restored', async () => {
		let undone = 0;
		await fc.assert(
			fc.asyncProperty(anyRuleSet(rows, 1), anyChange(rows), async (set, change) => {
				const version = await kept(set);
				const before = await judged(await currentRules());
				const changed = await kept(change(set));
				const between = await judged(await currentRules());
				const answer = await restoreRules(version, changed, user);
				expect(['saved', 'unchanged']).toContain(answer.outcome);
				expect(await judged(await currentRules())).toEqual(before);
				expect(before).toEqual(await judged(set));
				if (JSON.stringify(between) !== JSON.stringify(before)) undone++;
			}),
			{ numRuns: 40 }
		);
		expect(undone).toBeGreaterThan(10);
	}, 120_000);

	test('tag alike after they have been a file for a neighbour', async () => {
		await fc.assert(
			fc.asyncProperty(anyRuleSet(rows, 1), async (set) => {
				await kept(set);
				for (const [query, own] of [
					['', { ...set, handtaggar: [] }],
					['?allt=ja', set]
				] as const) {
					const url = new URL(`http://localhost/taggning/regler${query}`);
					const response = await download({ locals: { user }, url } as never);
					const sent = v.parse(ruleSetSchema, JSON.parse(await response.text()));
					expect(await judged(sent)).toEqual(await judged(own));
				}
			}),
			{ numRuns: 40 }
		);
	}, 120_000);
});
