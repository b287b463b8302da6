// Rows divided among parts, rows judged by hand, and months that are locked: over real SQL.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { parseMonth } from '$lib/domain/period';
import { openNative, type NativeDatabase } from '$lib/server/engine/native-engine';
import { lockedMonths, type PeriodLock, type Tagging } from '$lib/tagging/locked-months';
import { fingerprintSql } from '$lib/tagging/row-fingerprint';
import { ruleSetSchema, type HandTag, type Rule, type RuleSet } from '$lib/tagging/rule';
import { taggedLedger, taggedRows } from '$lib/tagging/tagged-rows';

let database: NativeDatabase;
beforeAll(async () => {
	database = await openNative();
	await database.execute(
		`CREATE TABLE ledger (source_row INTEGER, day DATE, account VARCHAR, supplier VARCHAR, text VARCHAR, amount BIGINT,
			it_cost VARCHAR, cost_kind VARCHAR, orientation VARCHAR, system_id VARCHAR, contract_id VARCHAR, maker VARCHAR, account_text VARCHAR,
			organisation_number VARCHAR, unit VARCHAR, responsibility VARCHAR, operation VARCHAR, project VARCHAR, activity VARCHAR,
			object VARCHAR, counterpart VARCHAR, voucher VARCHAR, invoice VARCHAR, currency VARCHAR)`
	);
});
afterAll(() => database.close());

interface Row {
	day?: string;
	account?: string;
	supplier?: string;
	amount: number;
	it?: string;
	system?: string;
}

async function load(rows: readonly Row[]): Promise<void> {
	await database.execute('DELETE FROM ledger');
	await database.appendRows(
		'ledger',
		24,
		rows.map(({ day = '2026-01-15', account = '745', supplier, amount, it, system }, i) => [
			...[
				i,
				day,
				account,
				supplier ?? null,
				null,
				amount,
				it ?? null,
				null,
				null,
				system ?? null,
				null,
				null
			],
			...Array.from({ length: 11 }, () => null),
			'SEK'
		])
	);
}

function ruleSet(regler: Rule[], handtaggar: HandTag[] = [], version = 1): RuleSet {
	const set = {
		format: 1,
		namn: 'Prov',
		version,
		datum: '2026-01-01',
		forfattare: 'Prov',
		regler,
		handtaggar
	};
	return v.parse(ruleSetSchema, set);
}

const consultants: Rule = {
	id: 'K',
	namn: 'Konsulter',
	om: { falt: 'konto', ar: 'borjar_med', varden: ['745'] },
	satt: { it_kostnad: 'ja', kostnadsslag: 'Konsult' }
};
const share = (hundredths: number): string =>
	`${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;

/** Shares of 2–6 parts, in hundredths of a per cent, 10 000 together. */
const anyShares = fc
	.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 5 })
	.map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), 10_000])
	.map((cuts) => cuts.slice(1).map((cut, i) => cut - (cuts[i] ?? 0)));

describe('a row that its rule divides', () => {
	it('has parts that are the row to the öre, whatever the amounts and shares', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.integer({ min: -90_000_000_000_00, max: 90_000_000_000_00 }), {
					minLength: 1,
					maxLength: 12
				}),
				anyShares,
				async (amounts, shares) => {
					await load(amounts.map((amount) => ({ amount })));
					const dela = shares.map((own, i) => ({ andel: share(own), satt: { system_id: `S-${i}` } }));
					const { sql, parameters } = taggedRows(ruleSet([{ ...consultants, dela }]), 'ledger');
					const found = await database.run(
						`SELECT source_row, part, amount, whole_amount, system_id FROM (${sql}) ORDER BY source_row, part`,
						parameters
					);
					expect(found).toHaveLength(amounts.length * shares.length);
					amounts.forEach((amount, row) => {
						const parts = found.filter(({ source_row }) => source_row === row);
						expect(parts.map(({ system_id }) => system_id)).toEqual(dela.map((part) => part.satt.system_id));
						expect(parts.every(({ whole_amount }) => whole_amount === amount)).toBe(true);
						expect(parts.reduce((sum, part) => sum + BigInt(Number(part.amount)), 0n)).toBe(BigInt(amount));
						parts.forEach((part, i) => {
							const exact = (amount * (shares[i] ?? 0)) / 10_000;
							expect(Math.abs(Number(part.amount) - exact)).toBeLessThan(2);
						});
					});
				}
			),
			{ numRuns: 60 }
		);
	});

	it('stays whole where the file names its system or says that it is not IT', async () => {
		await load([{ amount: 100 }, { amount: 100, system: 'S-9' }, { amount: 100, it: 'nej' }]);
		const dela = [
			{ andel: '70', satt: { system_id: 'S-1' } },
			{ andel: '30', satt: { system_id: 'S-2', it_kostnad: 'nej' as const } }
		];
		const { sql, parameters } = taggedRows(ruleSet([{ ...consultants, dela }]), 'ledger');
		expect(
			await database.run(
				`SELECT source_row, part, amount, it_cost, cost_kind, system_id FROM (${sql}) ORDER BY source_row, part`,
				parameters
			)
		).toEqual([
			{ source_row: 0, part: 1, amount: 70, it_cost: 'ja', cost_kind: 'Konsult', system_id: 'S-1' },
			{ source_row: 0, part: 2, amount: 30, it_cost: 'nej', cost_kind: null, system_id: null },
			{ source_row: 1, part: null, amount: 100, it_cost: 'ja', cost_kind: 'Konsult', system_id: 'S-9' },
			{ source_row: 2, part: null, amount: 100, it_cost: 'nej', cost_kind: null, system_id: null }
		]);
	});

	it('that stays whole has the tags that all parts have alike, and those of the rule itself', async () => {
		await load([{ amount: 100, system: 'S-9' }]);
		const dela = [
			{ andel: '70', satt: { it_kostnad: 'ja' as const, kostnadsslag: 'Drift' as const, system_id: 'S-1' } },
			{ andel: '30', satt: { it_kostnad: 'ja' as const, kostnadsslag: 'Moln' as const, system_id: 'S-2' } }
		];
		for (const [satt, kind] of [
			[{}, null],
			[{ it_kostnad: 'kandidat' as const, kostnadsslag: 'Konsult' as const }, 'Konsult']
		] as const) {
			const { sql, parameters } = taggedRows(ruleSet([{ ...consultants, satt, dela }]), 'ledger');
			expect(
				await database.run(`SELECT part, it_cost, candidate, cost_kind, system_id FROM (${sql})`, parameters)
			).toEqual([{ part: null, it_cost: 'ja', candidate: false, cost_kind: kind, system_id: 'S-9' }]);
		}
	});

	it.each([
		[['70', '20'], /inte 100 procent/],
		[['100'], /minst två delar/],
		[['0', '100'], /Andelen går inte att läsa/]
	])('is refused with the shares %j', (shares, reason) => {
		const dela = shares.map((andel) => ({ andel, satt: { system_id: 'S' } }));
		const set = { ...ruleSet([]), regler: [{ ...consultants, dela }] };
		expect(JSON.stringify(v.safeParse(ruleSetSchema, set).issues)).toMatch(reason);
	});
});

describe('a row judged by hand', () => {
	async function keyOf(row: number): Promise<string> {
		const [found] = await database.run(
			`SELECT ${fingerprintSql('ledger')} AS key FROM ledger WHERE source_row = ?`,
			[row]
		);
		return String(found?.key);
	}
	const byHand = (rad: string, belopp: number, satt: HandTag['satt']): HandTag => ({
		...{ rad, belopp, satt },
		...{ visas: 'Prov', av: 'Maja Lindqvist', datum: '2026-11-22' }
	});

	it('is what the person said, before its file and every rule, and so is each row that is alike in everything', async () => {
		await load([
			{ amount: 500, supplier: 'Brofalk' },
			{ amount: 500, supplier: 'Brofalk' },
			{ amount: 500, supplier: 'Vindrosa' },
			{ amount: 900, it: 'ja' }
		]);
		const tags = [
			byHand(await keyOf(0), 500, { it_kostnad: 'nej' }),
			byHand(await keyOf(3), 900, { it_kostnad: 'nej' })
		];
		const { sql, parameters } = taggedRows(ruleSet([consultants], tags), 'ledger');
		expect(
			await database.run(
				`SELECT it_cost, cost_kind, tag_source, hand_position FROM (${sql}) ORDER BY source_row`,
				parameters
			)
		).toEqual([
			{ it_cost: 'nej', cost_kind: null, tag_source: 'hand', hand_position: 0 },
			{ it_cost: 'nej', cost_kind: null, tag_source: 'hand', hand_position: 0 },
			{ it_cost: 'ja', cost_kind: 'Konsult', tag_source: 'regel', hand_position: null },
			{ it_cost: 'nej', cost_kind: null, tag_source: 'hand', hand_position: 1 }
		]);
	});
});

describe('a locked month', () => {
	const month = (text: string) => parseMonth(text) ?? expect.fail(text);
	const lock = (id: number, from: string, to: string, version: number): PeriodLock => ({
		...{ id, version, name: `Lås ${id}`, by: 'Maja Lindqvist', day: '2026-05-10' },
		period: { from: month(from), to: month(to) }
	});
	const none = ruleSet([], [], 1);
	const all = ruleSet([consultants], [], 2);

	it('keeps the tags of its own version, and the others follow the rules of today', async () => {
		await load([
			{ amount: 1, day: '2026-01-31' },
			{ amount: 2, day: '2026-02-01' },
			{ amount: 3, day: '2025-12-31' }
		]);
		const tagging: Tagging = {
			rules: all,
			locks: [lock(1, '2026-01', '2026-01', 1)],
			earlier: new Map([[1, none]])
		};
		const { sql, parameters } = taggedLedger(tagging, 'ledger');
		expect(
			await database.run(`SELECT amount, it_cost, rule_version FROM (${sql}) ORDER BY source_row`, parameters)
		).toEqual([
			{ amount: 1, it_cost: null, rule_version: 1 },
			{ amount: 2, it_cost: 'ja', rule_version: 2 },
			{ amount: 3, it_cost: 'ja', rule_version: 2 }
		]);
	});

	it('belongs to the lock that came first', () => {
		const locks = [lock(2, '2026-01', '2026-03', 2), lock(1, '2026-01', '2026-02', 1)];
		const decided = lockedMonths({ rules: all, locks, earlier: new Map([[1, none]]) });
		expect(decided.map(({ months, rules }) => [months, rules.version])).toEqual([
			[['2026-01', '2026-02'], 1],
			[['2026-03'], 2]
		]);
	});
});
