// "Varför?" of single rows: what a row of each kind says, and what a role is not told.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { noFilters } from '$lib/domain/filters';
import { monthFrom } from '$lib/domain/period';
import { costRows } from '$lib/queries/cost-rows';
import { ask } from '$lib/queries/query';
import { rulesOfRow } from '$lib/queries/rules-of-row';
import { startAnswers } from '$lib/queries/start-answers';
import { tagCoverage } from '$lib/queries/tag-coverage';
import { buildSlice } from '$lib/server/editions/slice';
import { openNative, type NativeDatabase } from '$lib/server/engine/native-engine';
import { rowsFromText, rowsToText } from '$lib/state/rows-text';
import type { Tagging } from '$lib/tagging/locked-months';
import { foundCost } from '$lib/tagging/judged-ledger';
import { fingerprintSql } from '$lib/tagging/row-fingerprint';
import { ruleSetSchema, type Rule, type RuleSet } from '$lib/tagging/rule';
import {
	deciderName,
	makerSentence,
	partSentence,
	wantedSentence,
	whyHeading,
	whySentences
} from '$lib/text/why-tagged';
import { smallEdition } from './small-edition';

const andrad = { av: 'Maja Lindqvist', datum: '2026-02-03', version: 4 };
const rules: Rule[] = [
	{
		id: 'u',
		namn: 'Utveckling i Lärstigen',
		om: {
			alla: [
				{ falt: 'konto', ar: 'borjar_med', varden: ['74314'] },
				{ falt: 'leverantor', ar: 'ar', varden: ['Skolbjörk'] }
			]
		},
		satt: { it_kostnad: 'ja', kostnadsslag: 'Konsult', inriktning: 'utveckling', system_id: 'S-1' },
		anteckning: 'Enligt beslut',
		andrad
	},
	{
		id: 'd',
		namn: 'Drift',
		om: { falt: 'konto', ar: 'borjar_med', varden: ['743'] },
		satt: { it_kostnad: 'ja', kostnadsslag: 'Drift' },
		andrad
	},
	{
		id: 'p',
		namn: 'Paketet',
		om: { falt: 'text', ar: 'innehaller', varden: ['paket'] },
		satt: { it_kostnad: 'ja', kostnadsslag: 'Licens/SaaS', verklig_leverantor: 'Kontorssviten' },
		dela: [
			{ andel: '70', satt: { system_id: 'S-2' } },
			{ andel: '30', satt: { system_id: 'S-3' } }
		],
		andrad
	},
	{
		id: 'k',
		namn: 'Konsulter',
		om: { falt: 'konto', ar: 'borjar_med', varden: ['745'] },
		satt: { it_kostnad: 'kandidat' },
		andrad
	}
];
const today = v.parse(ruleSetSchema, {
	format: 1,
	namn: 'Prov',
	version: 5,
	datum: '2026-08-01',
	forfattare: 'Elif Demir',
	regler: rules
});
const tagging: Tagging = {
	rules: today,
	locks: [
		{
			id: 2,
			name: 'T1 2026',
			period: { from: monthFrom(2026, 1), to: monthFrom(2026, 1) },
			version: 3,
			by: 'Maja Lindqvist',
			day: '2026-05-10'
		}
	],
	earlier: new Map([[3, { ...today, version: 3, regler: rules.slice(1) }]])
};
const lines = [
	'datum;namnd;konto;leverantor;organisationsnummer;text;belopp;it_kostnad;kostnadsslag',
	'2026-03-01;Skolnämnden;74314;Skolbjörk;;Utveckling;1000,00;;',
	'2026-01-15;Skolnämnden;74314;Skolbjörk;;Utveckling;900,00;;',
	'2026-03-02;Skolnämnden;74510;Brofalk;;Rådgivning;800,00;;',
	'2026-03-03;Skolnämnden;50110;Återförsäljaren;;Kontorspaket;12000,00;;',
	'2026-03-04;Skolnämnden;74314;Skolbjörk;;Annat;700,00;ja;Drift',
	'2026-03-05;Skolnämnden;50110;;;Löner;600,00;;'
];

let folder: string;
let full: NativeDatabase;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'genomlys-why-'));
	full = await smallEdition({ 'kostnader.csv': lines }, tagging);
});
afterAll(async () => {
	await full.close();
	await rm(folder, { recursive: true });
});

async function rowsOf(edition: NativeDatabase) {
	const selection = { filters: noFilters, anyTag: true };
	const rows = await ask(edition, costRows, { selection, freeText: false, limit: 50, offset: 0 });
	return (ore: number) => {
		const found = rows.find(({ amount }) => amount === ore);
		if (!found) throw new Error(`No row of ${ore}`);
		return found;
	};
}

describe('a row says what decided it', () => {
	test('a rule, with its sentence and who changed it last', async () => {
		const row = (await rowsOf(full))(100_000);
		expect(whyHeading(row)).toBe('Regel 1 ”Utveckling i Lärstigen” satte taggarna');
		expect(whySentences(row)).toEqual([
			'Konto börjar med 74314 och leverantör är ”Skolbjörk”.',
			'Ändrad senast av Maja Lindqvist 2026-02-03, version 4.',
			'Anteckning: Enligt beslut.'
		]);
		const [loser] = await ask(full, rulesOfRow, {
			ids: row.also_matched?.split('|') ?? [],
			version: row.set_version
		});
		expect(loser).toMatchObject({ rule_id: 'd', position: 2, condition: 'Konto börjar med 743' });
		expect(loser && wantedSentence(loser, row)).toBe('Ville sätta Drift.');
	});

	test('an earlier version, where a lock keeps it', async () => {
		const row = (await rowsOf(full))(90_000);
		expect(whyHeading(row)).toBe('Regel 1 ”Drift” satte taggarna');
		expect(whySentences(row).at(-1)).toBe('Månaden är låst (T1 2026), så regelversion 3 gäller.');
	});

	test('a candidate, which no rule has tagged', async () => {
		const row = (await rowsOf(full))(80_000);
		expect(whyHeading(row)).toBe(
			'Möjlig it enligt regel 4 ”Konsulter”: sätter ingen tagg förrän någon bedömt raden'
		);
	});

	test('the file, although a rule matched too', async () => {
		const row = (await rowsOf(full))(70_000);
		expect(whyHeading(row)).toBe('Taggen står i filen');
		expect(whySentences(row)).toEqual([
			'Regel 1 ”Utveckling i Lärstigen” träffade också, men filens egen tagg går först.'
		]);
	});

	test('a person, with what he or she noted, before every rule', async () => {
		const [rule] = await ask(full, rulesOfRow, { ids: ['d'], version: 5 });
		const row = {
			...(await rowsOf(full))(100_000),
			tag_source: 'hand',
			rule_id: 'hand-1',
			rule_author: 'Elif Demir',
			rule_day: '2026-06-01',
			rule_note: 'Fakturan visar moln',
			cost_kind: 'Moln'
		};
		expect([whyHeading(row), ...whySentences(row)]).toEqual([
			'Satt för hand av Elif Demir 2026-06-01',
			'Anteckning: Fakturan visar moln.'
		]);
		expect(rule && wantedSentence(rule, row)).toBe('Ville sätta Drift.');
	});

	test('nothing', async () => {
		const row = (await rowsOf(full))(60_000);
		expect([whyHeading(row), ...whySentences(row)]).toEqual(['Ingen regel har satt någon tagg']);
	});

	test('which part of a divided row it is, and whose product a reseller sold', async () => {
		const row = (await rowsOf(full))(840_000);
		expect(partSentence(row)?.replace(/\u00a0/g, ' ')).toBe('Del 1 av 2, 70 % av 12 000,00 kr');
		expect(makerSentence(row.supplier, row.maker)).toBe('Betalas till Återförsäljaren, avser Kontorssviten.');
	});
});

test('a condition that asks about free text is not told to those who may not read it', async () => {
	const source = join(folder, 'full.duckdb');
	await full.execute(`ATTACH '${source}' AS kept; COPY FROM DATABASE edition TO kept; DETACH kept`);
	const target = join(folder, 'open.duckdb');
	await buildSlice(source, target, { level: 'open', units: null });
	const open = await openNative({ threads: 1 });
	try {
		await open.execute(`ATTACH '${target}' AS slice (READ_ONLY); USE slice`);
		const row = await rowsOf(open);
		expect(whySentences(row(840_000))[0]).toBe('Regelns villkor visas inte för din roll.');
		expect(whySentences(row(100_000))[0]).toBe('Konto börjar med 74314 och leverantör är ”Skolbjörk”.');
		expect(await ask(open, tagCoverage, undefined)).toEqual(await ask(full, tagCoverage, undefined));
	} finally {
		await open.close();
	}
});

test('what is told of some nämnder has no hand tag of others, also where versions number them alike', async () => {
	const judged = (version: number, row: object, system_id: string): RuleSet => {
		const tag = { ...row, visas: system_id, satt: { system_id }, av: 'Maja', datum: '2026-05-01' };
		return v.parse(ruleSetSchema, { ...today, version, regler: [], handtaggar: [tag] });
	};
	const [march] = await full.run(
		`SELECT ${fingerprintSql('found')} AS rad, amount AS belopp FROM ${foundCost} AS found WHERE amount = 100000`
	);
	const elsewhere = { rad: 'b'.repeat(32), belopp: 1 };
	const source = join(folder, 'units.duckdb');
	const target = join(folder, 'schools.duckdb');
	const own = await smallEdition(
		{ 'kostnader.csv': lines },
		{
			...tagging,
			rules: judged(5, march ?? {}, 'S-Skola'),
			earlier: new Map([[3, judged(3, elsewhere, 'S-Vård')]])
		}
	);
	await own.execute(`ATTACH '${source}' AS kept; COPY FROM DATABASE edition TO kept; DETACH kept`);
	await own.close();
	await buildSlice(source, target, { level: 'open', units: ['Skolnämnden'] });
	const schools = await openNative({ threads: 1 });
	try {
		await schools.execute(`ATTACH '${target}' AS slice (READ_ONLY); USE slice`);
		expect(await schools.run('SELECT rule_id, rule_version, system_id FROM rule')).toEqual([
			{ rule_id: 'hand-1', rule_version: 5, system_id: 'S-Skola' }
		]);
	} finally {
		await schools.close();
	}
});

test('the header is told what tagged the kronor', async () => {
	const { untagged, coverage } = await startAnswers(full);
	expect(untagged).toEqual({ share: 80_000 / (80_000 + 1_460_000), amount: 80_000, rows: 1 });
	expect(coverage).toEqual({
		it_amount: 1_460_000,
		by_file: 70_000,
		by_hand: 0,
		by_rule: 1_390_000,
		not_it: 0,
		candidate_amount: 80_000,
		unjudged_amount: 60_000,
		candidate_rows: 1,
		// Konsult or Drift: the first row by its rules, the file's own by what the first rule wanted. Locked months are settled.
		conflict_amount: 170_000
	});
});

test('the rows of one rule or source are in the address and back', () => {
	for (const narrowed of [
		{ rule: { id: 'S 1&2', version: 12 } },
		{ tagSource: 'hand' as const },
		{ tagSource: 'ingen' as const, anyTag: true }
	]) {
		const shown = { path: ['It-kostnad', 'Regel 1'], selection: { filters: noFilters, ...narrowed } };
		expect(rowsFromText(rowsToText(shown))).toEqual(shown);
	}
	expect(rowsFromText('regel=S1&regelversion=x&taggkalla=gud').selection).toEqual({ filters: noFilters });
});

test.each([
	[
		{ part: 1, rule_parts: 3, amount: 4_000_13, whole_amount: 12_000_39 },
		'Del 1 av 3, 33,33 % av 12 000,39 kr'
	],
	[{ part: 2, rule_parts: 2, amount: 100_00, whole_amount: 1_000_00 }, 'Del 2 av 2, 10 % av 1 000,00 kr'],
	[{ part: 2, rule_parts: 2, amount: 1, whole_amount: 3 }, 'Del 2 av 2, av 0,03 kr'],
	[{ part: null, rule_parts: null, amount: 1, whole_amount: null }, null]
])('a part is told by its share where that is certain: %j', (row, told) => {
	expect(partSentence(row)?.replace(/\u00a0/g, ' ') ?? null).toBe(told);
});

test('what a losing rule wanted is told by what differs', () => {
	const row = {
		it_cost: 'ja',
		cost_kind: 'Drift',
		orientation: 'förvaltning',
		system_id: 'S-1',
		contract_id: null,
		maker: null,
		part: null
	};
	const rule = { ...row, parts: null };
	expect(wantedSentence(rule, row)).toBe('Ville sätta detsamma.');
	expect(wantedSentence({ ...rule, cost_kind: 'Moln', system_id: 'S-2' }, row)).toBe(
		'Ville sätta Moln och system S-2.'
	);
	expect(wantedSentence({ ...rule, it_cost: 'nej' }, row)).toBe('Ville sätta Inte it.');
	expect(wantedSentence({ ...rule, it_cost: 'kandidat' }, row)).toBe('Ville bara märka raden som möjlig it.');
	expect(wantedSentence({ ...rule, parts: 2 }, row)).toBe('Ville dela raden i två delar.');
	const group = { decider: 'regel' as const, rule_id: 'd', position: 2, name: 'Drift', rule_version: 3 };
	expect(deciderName(group, 5)).toBe('Regel 2 ”Drift”, regelversion 3');
	expect(deciderName(group, 3)).toBe('Regel 2 ”Drift”');
});
