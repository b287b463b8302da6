// The ledger that the workbench judges from an edition is the ledger that publishing tags, whatever the rules are.
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseMonth, type Period } from '$lib/domain/period';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { affectedRows } from '$lib/tagging/judged-ledger';
import { unlocked, type Tagging } from '$lib/tagging/locked-months';
import { ruleSetSchema, type Rule, type RuleSet, type RuleTags } from '$lib/tagging/rule';
import { anyChange, anyRuleSet, ledgerLines, type KnownRow } from '../support/any-rules';
import { smallEdition } from './small-edition';
import {
	emptySet,
	judged,
	knownRows,
	publishedParts,
	tagsByRow,
	wholeRows,
	withEdition
} from './tagged-parts';

const it: RuleTags = { it_kostnad: 'ja' };
const shares = (one: string, other: string): Rule['dela'] => [
	{ andel: one, satt: { system_id: 'S1' } },
	{ andel: other, satt: { system_id: 'S2' } }
];
let edition: NativeDatabase;
let published: RuleSet;
let rows: KnownRow[];

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
	edition = await smallEdition({ 'kostnader.csv': ledgerLines }, unlocked(published));
});
afterAll(() => edition.close());

describe('a ledger judged from an edition', () => {
	test('has the tags of the edition by the same rules, row by row and part by part', async () => {
		const parts = await publishedParts(edition, published);
		expect(await judged(published, edition)).toEqual(parts);
		// All four kinds of decision are there, and divided rows.
		expect(new Set(parts.map(({ tag_source }) => tag_source))).toEqual(
			new Set(['hand', 'fil', 'regel', null])
		);
		expect(parts.filter(({ part }) => part === 3).length).toBeGreaterThan(1);
		expect(parts.filter(({ deciders }) => deciders.length > 2).length).toBeGreaterThan(1);
	});

	test('is the ledger as it was found when no rule judges it: divided rows whole, with the tags of their file', async () => {
		const found = await judged(emptySet, edition);
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
	});

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
		expect(await judged(many, edition)).toEqual(fresh);
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
				const [before, after] = [await judged(saved, edition), await judged(draft, edition)];
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
	});

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
	});

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
