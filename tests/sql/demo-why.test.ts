// Every row of the demo city answers "Varför?" with what truly decided it, by another reading of the same rules.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { monthFrom } from '$lib/domain/period';
import { noFilters } from '$lib/domain/filters';
import { costRowTotals, type RowSelection } from '$lib/queries/cost-rows';
import { ask } from '$lib/queries/query';
import { rulesOfRow } from '$lib/queries/rules-of-row';
import { tagCoverage } from '$lib/queries/tag-coverage';
import { whyTagged } from '$lib/queries/why-tagged';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import type { Tagging } from '$lib/tagging/locked-months';
import { ruleSetSchema, type HandTag, type Rule } from '$lib/tagging/rule';
import { holds, type ReadRow } from '../support/rule-reading';
import { smallEdition } from './small-edition';

const files = [2023, 2024, 2025, 2026].map((year) => `kostnader_${year}.csv`);
const linesOf = (name: string): string[] =>
	readFileSync(join(import.meta.dirname, '..', '..', 'data', 'demo', name), 'utf8')
		.replace(/^\ufeff/, '')
		.trimEnd()
		.split('\r\n');

const konto = (...varden: string[]): Rule['om'] => ({ falt: 'konto', ar: 'borjar_med', varden });
const supplier = (...varden: string[]): Rule['om'] => ({ falt: 'leverantor', ar: 'innehaller', varden });

const rules: Rule[] = [
	{ id: 'intern', namn: 'Internt', om: supplier('Servicenämnden'), satt: { it_kostnad: 'nej' } },
	{
		id: 'konsult-brofalk',
		namn: 'Konsult, Brofalk',
		om: { alla: [konto('745'), supplier('Brofalk')] },
		satt: { it_kostnad: 'ja', kostnadsslag: 'Konsult', inriktning: 'utveckling' }
	},
	{
		id: 'nat-delat',
		namn: 'Nätet, delat',
		om: { alla: [supplier('Tellunda'), { inte: { falt: 'belopp', ar: 'hogst', varden: ['20000'] } }] },
		satt: { it_kostnad: 'ja', kostnadsslag: 'Tele och datakom', inriktning: 'förvaltning' },
		dela: [
			{ andel: '70', satt: { system_id: 'S-NAT' } },
			{ andel: '30', satt: { system_id: 'S-TEL', kostnadsslag: 'Infrastruktur' } }
		]
	},
	{
		id: 'atersaljare',
		namn: 'Återförsäljare av licenser',
		om: { nagon: [supplier('Kvistrona Licens'), supplier('Molnhamra')] },
		satt: { it_kostnad: 'ja', kostnadsslag: 'Licens/SaaS', verklig_leverantor: 'Kontorssviten' }
	},
	{
		id: 'hardvara',
		namn: 'Hårdvara',
		om: konto('4023'),
		satt: { it_kostnad: 'ja', kostnadsslag: 'Hårdvara' }
	},
	{
		id: 'hylleberga',
		namn: 'Hylleberga',
		om: supplier('hylleberga'),
		satt: { it_kostnad: 'ja', kostnadsslag: 'Drift' }
	},
	{ id: 'forbrukning', namn: 'It-förbrukning', om: konto('654'), satt: { it_kostnad: 'ja' } },
	{
		id: 'tele',
		namn: 'Tele',
		om: { falt: 'konto', ar: 'mellan', varden: ['681', '689'] },
		satt: { it_kostnad: 'ja', kostnadsslag: 'Tele och datakom' }
	},
	{
		id: 'utveckling-i-ar',
		namn: 'Utveckling i år',
		om: { alla: [konto('74314'), { falt: 'period', ar: 'fran', varden: ['2026-01'] }] },
		satt: { it_kostnad: 'ja', kostnadsslag: 'Konsult', inriktning: 'utveckling' }
	},
	{
		id: 'it-konton',
		namn: 'It-konton',
		om: konto('7431'),
		satt: { it_kostnad: 'ja', kostnadsslag: 'Drift', inriktning: 'förvaltning' }
	},
	{ id: 'leasing', namn: 'Leasing', om: konto('632'), satt: { it_kostnad: 'kandidat' } },
	{ id: 'konsulter', namn: 'Konsulter', om: konto('745'), satt: { it_kostnad: 'kandidat' } },
	{
		id: 'skolan',
		namn: 'Skolans utan leverantör',
		om: {
			alla: [
				{ falt: 'namnd', ar: 'ar', varden: ['Utbildningsnämnden'] },
				{ falt: 'leverantor', ar: 'saknas', varden: [] },
				konto('743', '654')
			]
		},
		satt: { it_kostnad: 'ja', kostnadsslag: 'Personal' }
	}
];

/** The rows that are judged by hand: two that a rule matches, one that none does. */
const handPlaces: { file: number; line: number }[] = [];

/** What the ledger says of a row, as hand tags know it; written here anew. */
function fingerprintOf(line: string): string {
	const cells = line.split(';');
	const at = (place: number): string => cells[place] ?? '';
	const ore = Math.round(Number(at(15).replace(',', '.')) * 100);
	const known = [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map(at);
	return createHash('md5')
		.update([...known, ore, at(16) || 'SEK'].join('\u001f'))
		.digest('hex');
}

function handTagsOf(texts: readonly string[][]): HandTag[] {
	const wanted = [';74510;', ';74310;', ';65110;'].map((account) => {
		for (const [file, lines] of texts.entries()) {
			const line = lines.findIndex((text) => text.includes(account));
			if (line > 0) return { file, line };
		}
		throw new Error(`No row on ${account}`);
	});
	handPlaces.push(...wanted);
	return wanted.map(({ file, line }, place) => {
		const text = texts[file]?.[line] ?? '';
		return {
			rad: fingerprintOf(text),
			belopp: Math.round(Number((text.split(';')[15] ?? '').replace(',', '.')) * 100),
			visas: `Rad ${line}`,
			satt: place === 1 ? { it_kostnad: 'nej' } : { it_kostnad: 'ja', kostnadsslag: 'Moln' },
			av: 'Maja Lindqvist',
			datum: '2026-08-20'
		};
	});
}

const texts = files.map(linesOf);
const today = v.parse(ruleSetSchema, {
	format: 1,
	namn: 'Demostadens regler',
	version: 5,
	datum: '2026-08-30',
	forfattare: 'Maja Lindqvist',
	regler: rules,
	handtaggar: handTagsOf(texts)
});
/** What the first third of 2025 was reported with: the same rules in another order, without hand tags. */
const reported = { ...today, version: 3, regler: rules.toReversed(), handtaggar: [] };
const locked = { from: monthFrom(2025, 1), to: monthFrom(2025, 4) };
const tagging: Tagging = {
	rules: today,
	locks: [{ id: 1, name: 'T1 2025', period: locked, version: 3, by: 'Maja Lindqvist', day: '2025-05-20' }],
	earlier: new Map([[3, reported]])
};

interface Row extends ReadRow {
	file_id: number;
	source_row: number;
	part: number | null;
	whole_amount: number | null;
	rule_id: string | null;
	rule_version: number;
	also_matched: string | null;
	tag_source: string | null;
	it_cost: string | null;
	candidate: boolean;
	own_it_cost: string | null;
	own_cost_kind: string | null;
	own_orientation: string | null;
	own_system_id: string | null;
}

let edition: NativeDatabase;
let rows: Row[];
beforeAll(async () => {
	edition = await smallEdition(Object.fromEntries(files.map((name, i) => [name, texts[i] ?? []])), tagging);
	rows = (await edition.run(
		`SELECT file_id, source_row, part, whole_amount, amount, day::VARCHAR AS day, account::VARCHAR AS account,
			supplier::VARCHAR AS supplier, organisation_number::VARCHAR AS organisation_number, text, unit::VARCHAR AS unit,
			rule_id, rule_version, also_matched::VARCHAR AS also_matched, tag_source::VARCHAR AS tag_source,
			it_cost::VARCHAR AS it_cost, candidate, own_it_cost::VARCHAR AS own_it_cost, own_cost_kind::VARCHAR AS own_cost_kind,
			own_orientation::VARCHAR AS own_orientation, own_system_id::VARCHAR AS own_system_id
		FROM cost ORDER BY row_id`
	)) as unknown as Row[];
});
afterAll(() => edition.close());

const handId = (row: Row): string | null => {
	const place = handPlaces.findIndex(
		({ file, line }) => row.file_id === file + 1 && row.source_row === line + 1
	);
	return place < 0 || row.rule_version !== today.version ? null : `hand-${place + 1}`;
};

test('each row names the first rule that holds of it, and exactly the others that do', () => {
	expect(rows.length).toBeGreaterThan(39_000);
	const seen = { hand: 0, fil: 0, regel: 0, delad: 0, forlorare: 0, kandidat: 0, ingen: 0, last: 0 };
	const wrong: unknown[] = [];
	for (const row of rows) {
		const inLock = row.day.slice(0, 7) >= locked.from && row.day.slice(0, 7) <= locked.to;
		const set = inLock ? reported : today;
		const read = { ...row, amount: row.whole_amount ?? row.amount };
		const matching = set.regler.filter((rule) => holds(rule.om, read));
		const hand = handId(row);
		const named = [...(hand ? [hand] : []), ...matching.map(({ id }) => id)];
		const isOwn = row.own_it_cost !== null || row.own_cost_kind !== null || row.own_orientation !== null;
		const first = matching[0];
		const sets =
			first !== undefined &&
			Object.keys(first.satt).some((tag) => first.satt[tag as 'system_id'] !== 'kandidat');
		const source = hand ? 'hand' : isOwn ? 'fil' : sets ? 'regel' : null;
		const expected = {
			rule_version: set.version,
			rule_id: named[0] ?? null,
			also_matched: named.length > 1 ? named.slice(1).join('|') : null,
			tag_source: source
		};
		const { rule_version, rule_id, also_matched, tag_source } = row;
		const found = { rule_version, rule_id, also_matched, tag_source };
		if (JSON.stringify(found) !== JSON.stringify(expected)) wrong.push({ row, expected });
		if (row.it_cost !== null && row.tag_source === null) wrong.push({ row, expected: 'a source of its tag' });
		seen.hand += Number(source === 'hand');
		seen.fil += Number(source === 'fil');
		seen.regel += Number(source === 'regel');
		seen.delad += Number(row.part !== null);
		seen.forlorare += Number(row.also_matched !== null);
		seen.kandidat += Number(row.candidate);
		seen.ingen += Number(row.rule_id === null);
		seen.last += Number(inLock);
	}
	expect(wrong.slice(0, 3)).toEqual([]);
	// The rules overlap, and every way to be decided is there.
	expect(Object.entries(seen).filter(([, count]) => count === 0)).toEqual([]);
	expect(seen.hand).toBe(handPlaces.length);
	expect(new Set(rows.map(({ rule_id }) => rule_id)).size).toBeGreaterThan(10);
});

test('every rule that a row names can be told: its place, its sentence, who wrote it and when', async () => {
	for (const { version, regler } of [today, reported]) {
		const ofVersion = rows.filter((row) => row.rule_version === version);
		const ids = [
			...new Set(ofVersion.flatMap((row) => [row.rule_id, ...(row.also_matched?.split('|') ?? [])]))
		].filter((id) => id !== null);
		const told = await ask(edition, rulesOfRow, { ids, version });
		expect(told.map(({ rule_id }) => rule_id).sort()).toEqual(ids.sort());
		for (const rule of told) {
			expect(rule.condition).toBeTruthy();
			expect([rule.author, rule.day]).not.toContain(null);
			const place = regler.findIndex(({ id }) => id === rule.rule_id);
			expect(rule.position).toBe(place < 0 ? null : place + 1);
		}
	}
});

test('the kronor of any selection divide among what decided them, and each line opens its own rows', async () => {
	const selections: RowSelection[] = [
		{ filters: noFilters },
		{ filters: noFilters, anyTag: true },
		{ filters: noFilters, candidates: true },
		{ filters: { ...noFilters, period: { from: monthFrom(2025, 3), to: monthFrom(2025, 6) } } }
	];
	for (const selection of selections) {
		const decided = await ask(edition, whyTagged, selection);
		const [total] = await ask(edition, costRowTotals, selection);
		expect(decided.length).toBeGreaterThan(1);
		expect({
			row_count: decided.reduce((sum, { row_count }) => sum + row_count, 0),
			amount: decided.reduce((sum, { amount }) => sum + amount, 0)
		}).toEqual(total);
		for (const { decider, rule_id, rule_version, row_count, amount } of decided) {
			const narrowed: RowSelection =
				decider === 'regel'
					? { ...selection, rule: { id: rule_id ?? '', version: rule_version ?? 0 } }
					: { ...selection, tagSource: decider };
			expect(await ask(edition, costRowTotals, narrowed)).toEqual([{ row_count, amount }]);
		}
	}
});

test('coverage counts every krona once, and conflicts as a plain reading of the same rules finds them', async () => {
	const [coverage] = await ask(edition, tagCoverage, undefined);
	const [whole] = await edition.run(
		"SELECT sum(abs(amount))::BIGINT AS amount FROM cost WHERE currency = 'SEK'"
	);
	expect(coverage).toBeDefined();
	if (!coverage) return;
	const { by_file, by_rule, by_hand, it_amount, not_it, candidate_amount, unjudged_amount } = coverage;
	expect(by_file + by_rule + by_hand).toBe(it_amount);
	expect(it_amount + not_it + candidate_amount + unjudged_amount).toBe(whole?.amount);
	expect(Math.min(by_file, by_rule, by_hand, not_it, candidate_amount, unjudged_amount)).toBeGreaterThan(0);

	const tagged = await edition.run(
		`SELECT row_id, abs(amount) AS ore, it_cost::VARCHAR AS it_kostnad, cost_kind::VARCHAR AS kostnadsslag,
			orientation::VARCHAR AS inriktning, system_id::VARCHAR AS system_id, contract_id::VARCHAR AS avtals_id,
			maker::VARCHAR AS verklig_leverantor FROM cost ORDER BY row_id`
	);
	const fields = ['kostnadsslag', 'inriktning', 'system_id', 'avtals_id', 'verklig_leverantor'] as const;
	let inConflict = 0;
	rows.forEach((row, place) => {
		if (row.rule_version !== today.version) return;
		const decidedByRow = row.tag_source === 'hand' || row.tag_source === 'fil' || row.part !== null;
		const winning: Record<string, unknown> =
			(decidedByRow ? tagged[place] : rules.find(({ id }) => id === row.rule_id)?.satt) ?? {};
		const losing = [
			...(row.tag_source === 'fil' ? [row.rule_id] : []),
			...(row.also_matched?.split('|') ?? [])
		].map((id) => rules.find((rule) => rule.id === id)?.satt ?? {});
		const differs = (won: unknown, lost: unknown): boolean =>
			won !== undefined && won !== null && lost !== undefined && won !== lost;
		const disputed = losing.some(
			(satt) =>
				(satt.it_kostnad !== 'kandidat' && differs(winning.it_kostnad, satt.it_kostnad)) ||
				(winning.it_kostnad !== 'nej' &&
					satt.it_kostnad !== 'nej' &&
					fields.some((field) => differs(winning[field], satt[field])))
		);
		if (disputed) inConflict += Number(tagged[place]?.ore);
	});
	expect(inConflict).toBeGreaterThan(0);
	expect(coverage.conflict_amount).toBe(inConflict);
});
