// Suggestions from what is already judged: on a small ledger, and on a real month where only account rules tag.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { suggestionsByGroup, type TagSuggestion } from '$lib/domain/tag-suggestion';
import { ask } from '$lib/queries/query';
import { taggingSuggestions, taggingTextSuggestions } from '$lib/queries/tagging-suggestions';
import { taggingUntagged } from '$lib/queries/tagging-untagged';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { hasRealFiles, importRows, realSource } from '../support/sources';
import { emptyDatabase, fillJudged, fillTexts, judgedRow, judgedRows, type JudgedRow } from './judged-rows';

let database: NativeDatabase;
beforeAll(async () => {
	database = await emptyDatabase();
});
afterAll(() => database.close());

interface Group {
	supplier_key: string | null;
	account: string | null;
}

async function suggested(groups: readonly Group[]): Promise<(TagSuggestion | undefined)[]> {
	const input = { table: 'judged', groups };
	const evidence = [
		...(await ask(database, taggingSuggestions, input)),
		...(await ask(database, taggingTextSuggestions, input))
	];
	const found = suggestionsByGroup(evidence);
	return groups.map((_, index) => found.get(index));
}

describe('on a small ledger', () => {
	const yes = (cost_kind: string): Partial<JudgedRow> => ({ it_cost: 'ja', cost_kind, tag_source: 'regel' });
	const no: Partial<JudgedRow> = { it_cost: 'nej', tag_source: 'hand' };
	const open: Partial<JudgedRow> = { candidate: true };

	beforeAll(async () => {
		await fillJudged(
			database,
			'judged',
			judgedRows([
				{ supplier: 'Alfa Data AB', account: '74500', amount: 500, ...open },
				{ supplier: 'Alfa Data AB', account: '74500', amount: 100, ...yes('Konsult') },
				{ supplier: 'Alfa Data AB', account: '74500', amount: 100, ...yes('Konsult') },
				{ supplier: 'Alfa Data AB', account: '74310', amount: 90_000, ...yes('Drift') },
				{ supplier: 'Beta AB', account: '74500', amount: 500, ...open },
				{ supplier: 'Beta AB', account: '74510', amount: 300, ...yes('Konsult') },
				{ supplier: 'Beta AB', account: '74520', amount: 300, ...yes('Konsult') },
				{ supplier: 'Gamma AB', account: '74500', amount: 500, ...open },
				{ supplier: 'Gamma AB', account: '50100', amount: 4_000 },
				{ supplier: 'Gamma AB', account: '50200', amount: 4_000 },
				{ supplier: 'Gamma AB', account: '50200', amount: -1_000 },
				{ supplier: 'Gamma AB', account: '50300', amount: 1_000 },
				{ supplier: 'Gamma AB', account: '50300', amount: 1_000 },
				{ supplier: 'Epsilon AB', account: '74500', amount: 500, ...open },
				// Four unjudged rows are too few to say anything of a supplier.
				...Array.from({ length: 4 }, () => ({ supplier: 'Epsilon AB', account: '50100', amount: 4_000 })),
				// Unjudged rows of the group itself say nothing of it.
				{ supplier: 'Delta AB', account: '74500', amount: 500, ...open },
				{ supplier: 'Delta AB', account: '74500', amount: 4_000 },
				{ supplier: 'Delta AB', account: '74500', amount: 4_000 },
				// Arkitekter were judged on the account; a company form or "och" is not what they share.
				{ supplier: 'Vita Arkitekter och Vänner AB', account: '74500', amount: 100, ...no },
				{ supplier: 'Svarta Arkitekter AB', account: '74500', amount: 100, ...no },
				{ supplier: 'Gröna Arkitekter AB', account: '74500', amount: 500, ...open },
				{ supplier: null, account: '63200', amount: 700, ...open },
				{ supplier: 'Skrivare AB', account: '63200', amount: 800, ...yes('Hårdvara') },
				{ supplier: 'Bilar AB', account: '63200', amount: 800, ...no },
				{ supplier: 'Bussar AB', account: '63200', amount: 800, ...no }
			])
		);
		await fillTexts(database, [
			[25, 'Leasing personbil ABC'],
			[26, 'Leasing skrivare'],
			[27, 'Leasing PERSONBIL, kvartal 2'],
			[28, 'Personbil']
		]);
	});

	it('follows the evidence from the nearest to the farthest', async () => {
		const of = (supplier: string) => ({ supplier_key: supplier.toUpperCase(), account: '74500' });
		const found = await suggested([
			of('Alfa Data AB'),
			of('Beta AB'),
			of('Gamma AB'),
			of('Epsilon AB'),
			of('Delta AB'),
			of('Gröna Arkitekter AB'),
			{ supplier_key: null, account: '63200' }
		]);
		expect(
			found.map(
				(one) => one && [one.level, one.word, one.tags.it_cost, one.tags.cost_kind, one.agreeing, one.rows]
			)
		).toEqual([
			['supplier_account', null, 'ja', 'Konsult', 2, 2],
			['supplier_prefix', null, 'ja', 'Konsult', 2, 2],
			['supplier_outside', null, 'nej', null, 5, 5],
			undefined,
			undefined,
			['account_name_word', 'arkitekter', 'nej', null, 2, 2],
			['account_text_word', 'personbil', 'nej', null, 2, 2]
		]);
	});

	it('asks for nothing when no group is shown', async () => {
		expect(await suggested([])).toEqual([]);
	});
});

describe.skipIf(!hasRealFiles)('on a real month of 68 021 rows without free text', () => {
	it('sorts what the supplier is known for, and says what it rests on', { timeout: 60_000 }, async () => {
		const { accepted } = await importRows(
			realSource('invoices/orebro_2016-03_semikolon_cp1252_decimalkomma.csv')
		);
		const isIt = /^(4023[345]|654|681|7431[0-57])/;
		const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
		const ledger = accepted.map(({ by }, index) => {
			const account = text(by.konto);
			const supplier = text(by.leverantor);
			return judgedRow({
				row_id: index + 1,
				amount: Number(by.belopp),
				unit: text(by.namnd) ?? 'Okänt',
				account,
				account_text: text(by.konto_text),
				supplier,
				supplier_key: text(by.organisationsnummer) ?? supplier?.toUpperCase() ?? null,
				...(account !== null && isIt.test(account)
					? { it_cost: 'ja' as const, tag_source: 'regel' as const, rule_position: 0 }
					: { candidate: account !== null && /^(745|632)/.test(account) })
			});
		});
		await fillJudged(database, 'judged', ledger);
		await fillTexts(database, []);
		const groups = await ask(database, taggingUntagged, {
			table: 'judged',
			by: 'supplier_account',
			which: 'candidates',
			limit: 500,
			offset: 0
		});
		const found = await suggested(groups);
		const of = (name: string, account: string) => {
			const index = groups.findIndex(
				(group) => group.supplier?.startsWith(name) && group.account === account
			);
			return found[index];
		};
		expect(of('VISMA ENTERPRISE', '74500')).toMatchObject({
			level: 'supplier',
			tags: { it_cost: 'ja' },
			rows: 3
		});
		expect(of('WSP SVERIGE', '74500')).toMatchObject({
			level: 'supplier_outside',
			tags: { it_cost: 'nej' },
			share: 1,
			rows: 5
		});
		expect(of('REGION ÖREBRO', '74503')).toMatchObject({ tags: { it_cost: 'nej' }, isWeak: true });
		// Nothing is known of an architect who has no other rows.
		expect(of('WHITE ARKITEKTER', '74500')?.tags.it_cost).not.toBe('ja');
		const all = groups.reduce((sum, { absolute_ore }) => sum + absolute_ore, 0);
		const helped = groups.reduce(
			(sum, { absolute_ore }, index) => sum + (found[index] ? absolute_ore : 0),
			0
		);
		expect(helped / all).toBeGreaterThan(0.3);

		// One judgement of three rows is evidence for the next supplier of the group.
		const sweco = (name: string) =>
			groups.find((group) => group.supplier === name && group.account === '74500') ?? {
				account: '74500',
				supplier_key: ''
			};
		expect(of('SWECO ENVIRONMENT', '74500')).toBeUndefined();
		const judged = ledger.map((row): JudgedRow =>
			row.supplier === 'SWECO TRANSPORTSYSTEM AB'
				? { ...row, it_cost: 'nej', candidate: false, tag_source: 'hand' }
				: row
		);
		await fillJudged(database, 'judged', judged);
		expect(await suggested([sweco('SWECO ENVIRONMENT AB')])).toMatchObject([
			{ level: 'account_name_word', word: 'sweco', tags: { it_cost: 'nej' }, rows: 3, isWeak: false }
		]);
	});
});
