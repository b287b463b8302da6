// The versions of the rules in a real database: saved, refused, masked, restored, and never changed.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createUser, type User } from '$lib/server/accounts/user';
import { auditPage } from '$lib/server/audit';
import { readRuleRequest } from '$lib/server/rules/rule-request';
import {
	currentRules,
	listRuleVersions,
	restoreRules,
	ruleSetOf,
	saveRules,
	type RuleSaving
} from '$lib/server/rules/rule-versions';
import { defaultRules } from '$lib/tagging/default-rules';
import type { HandTag, Rule, RuleSet } from '$lib/tagging/rule';
import { handTagChanges, ruleChanges } from '$lib/tagging/rule-changes';
import { openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
let elif: User;
beforeEach(async () => {
	installation = await openInstallation();
	elif = await createUser(installation.where.database, {
		username: 'elif',
		name: 'Elif Demir',
		password: 'tre gröna båtar',
		role: 'controller'
	});
});
afterEach(() => installation.close());

const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
	id,
	namn: `Regel ${id}`,
	om: { falt: 'konto', ar: 'borjar_med', varden: ['745'] },
	satt: { it_kostnad: 'ja', kostnadsslag: 'Konsult' },
	...more
});
const handTag = (rad: string, more: Partial<HandTag> = {}): HandTag => ({
	rad: rad.repeat(32),
	belopp: 100_00,
	visas: '2026-03-04 745 Nordvinge Data AB',
	satt: { it_kostnad: 'ja' },
	av: 'Någon annan',
	datum: '1999-01-01',
	...more
});

/** The shipped set with other rules and tags. */
const setOf = (regler: Rule[], handtaggar: HandTag[] = []): RuleSet => ({
	...defaultRules,
	regler,
	handtaggar
});

// Late in the evening in UTC is the next day in Sweden.
const second = new Date('2026-11-21T23:30:00Z');
const third = new Date('2026-11-25T10:00:00Z');
const shippedVersion = defaultRules.version;

const save = (set: RuleSet, basedOn: number, user: User = installation.controller, now = second, note = '') =>
	saveRules({ set, basedOn, note }, user, installation.where, now);

function saved(saving: RuleSaving | { outcome: 'missing' }) {
	if (saving.outcome !== 'saved') throw new Error(`Not saved: ${saving.outcome}`);
	return saving;
}

test('before anything is saved the shipped rules are current, listed and found', async () => {
	const { where } = installation;
	expect(await currentRules(where)).toEqual(defaultRules);
	expect(await ruleSetOf(shippedVersion, where)).toEqual(defaultRules);
	expect(await ruleSetOf(shippedVersion + 1, where)).toBeNull();
	expect(await listRuleVersions(where)).toMatchObject([
		{ version: shippedVersion, created: null, author: 'Genomlys', rules: defaultRules.regler.length }
	]);
});

test('the first save keeps the shipped set too, and each save is the next version', async () => {
	const { where } = installation;
	const base = await currentRules(where);
	const first = saved(
		await save(
			{ ...base, regler: [rule('N1'), ...base.regler] },
			base.version,
			elif,
			second,
			' Brofalk är it '
		)
	);
	expect(first.version).toBe(shippedVersion + 1);
	const next = saved(
		await save({ ...first.set, handtaggar: [handTag('a')] }, first.version, installation.controller, third)
	);

	expect(await listRuleVersions(where)).toEqual([
		{
			version: next.version,
			created: third.toISOString(),
			author: 'Maja Lindqvist',
			note: null,
			restores: null,
			rules: base.regler.length + 1,
			handTags: 1,
			changes: { added: 0, removed: 0, changed: 0, moved: 0, hand: 1 }
		},
		{
			version: first.version,
			created: second.toISOString(),
			author: 'Elif Demir',
			note: 'Brofalk är it',
			restores: null,
			rules: base.regler.length + 1,
			handTags: 0,
			changes: { added: 1, removed: 0, changed: 0, moved: 0, hand: 0 }
		},
		expect.objectContaining({ version: shippedVersion, created: null, author: 'Genomlys' })
	]);
	expect(await ruleSetOf(shippedVersion, where)).toEqual(defaultRules);
	expect(await ruleSetOf(first.version, where)).toEqual(first.set);
	expect(await currentRules(where)).toEqual(next.set);

	const { rows } = await auditPage(where.database, 1);
	expect(rows.map(({ action, username }) => [action, username])).toEqual([
		['rules_saved', 'maja'],
		['rules_saved', 'elif']
	]);
	expect(rows[1]?.detail).toEqual({
		version: first.version,
		added: 1,
		removed: 0,
		changed: 0,
		moved: 0,
		hand: 0,
		note: 'Brofalk är it'
	});
});

test('the server alone says version, day, author and who changed a rule last', async () => {
	const forged = { av: 'Någon annan', datum: '1999-01-01', version: 99 };
	const first = saved(
		await save(
			{
				...setOf([rule('a', { andrad: forged }), rule('b')], [handTag('a'), handTag('b')]),
				version: 99,
				datum: '1999-01-01',
				forfattare: 'Någon annan'
			},
			shippedVersion
		)
	);
	const byMaja = { av: 'Maja Lindqvist', datum: '2026-11-22', version: shippedVersion + 1 };
	expect(first.set).toMatchObject({
		version: byMaja.version,
		datum: byMaja.datum,
		forfattare: byMaja.av,
		regler: [{ andrad: byMaja }, { andrad: byMaja }],
		handtaggar: [
			{ av: byMaja.av, datum: byMaja.datum },
			{ av: byMaja.av, datum: byMaja.datum }
		]
	});

	// b changes and a only moves, as hand tag b changes and a does not.
	const next = saved(
		await save(
			setOf(
				[rule('b', { agare: 'Elif' }), rule('a', { andrad: forged })],
				[handTag('b', { satt: { it_kostnad: 'nej' } }), handTag('a')]
			),
			first.version,
			elif,
			third
		)
	);
	const byElif = { av: 'Elif Demir', datum: '2026-11-25', version: shippedVersion + 2 };
	expect(next.set.regler.map(({ id, andrad }) => [id, andrad])).toEqual([
		['b', byElif],
		['a', byMaja]
	]);
	expect(next.set.handtaggar.map(({ av, datum }) => [av, datum])).toEqual([
		[byElif.av, byElif.datum],
		[byMaja.av, byMaja.datum]
	]);
});

test('a rule of the shipped set that nobody has changed says nothing about who changed it', async () => {
	const [first, ...rest] = defaultRules.regler.map((each) => ({
		...each,
		andrad: { av: 'Någon annan', datum: '1999-01-01', version: 99 }
	}));
	if (!first) throw new Error('The shipped set is empty');
	const { set } = saved(await save(setOf([{ ...first, namn: 'Nytt namn' }, ...rest]), shippedVersion));
	expect(set.regler[0]?.andrad?.av).toBe('Maja Lindqvist');
	expect(set.regler.slice(1).filter((each) => 'andrad' in each)).toEqual([]);
});

test('the same rules again are no version, and another name of the set is', async () => {
	const first = saved(await save(setOf([rule('a')], [handTag('a')]), shippedVersion));
	expect(await save(first.set, first.version)).toEqual({ outcome: 'unchanged' });
	expect(await save(setOf([rule('a')], [handTag('a')]), first.version, elif)).toEqual({
		outcome: 'unchanged'
	});
	expect(await listRuleVersions(installation.where)).toHaveLength(2);
	expect(saved(await save({ ...first.set, namn: 'Våra regler' }, first.version)).version).toBe(
		first.version + 1
	);
});

test('who began from an older version is told who saved since, and nothing is lost', async () => {
	const { where } = installation;
	// Both at the same time, so that only one can be first.
	const [one, other] = await Promise.all([
		save(setOf([rule('a')]), shippedVersion),
		save(setOf([rule('b')]), shippedVersion, elif, third)
	]);
	expect(one.outcome).toBe('saved');
	expect(other).toEqual({
		outcome: 'conflict',
		current: { version: shippedVersion + 1, author: 'Maja Lindqvist', created: second.toISOString() }
	});
	expect((await currentRules(where)).regler.map(({ id }) => id)).toEqual(['a']);
	expect(await save(setOf([rule('b')]), shippedVersion + 7)).toMatchObject({ outcome: 'conflict' });
});

test('no personnummer is kept, in whichever text it stands', async () => {
	const number = '18900101-9802';
	const first = saved(
		await save(
			{
				...setOf(
					[
						rule('a', {
							namn: `Enskild firma ${number}`,
							anteckning: `Ring ${number}`,
							agare: number,
							om: {
								alla: [
									{ falt: 'organisationsnummer', ar: 'ar', varden: [number, '556677-8899'] },
									{ inte: { nagon: [{ falt: 'text', ar: 'innehaller', varden: [number] }] } },
									{ falt: 'belopp', ar: 'minst', varden: ['1000,00'] }
								]
							},
							satt: { it_kostnad: 'ja', system_id: number, avtals_id: number, verklig_leverantor: number },
							dela: [
								{ andel: '50', satt: { verklig_leverantor: number } },
								{ andel: '50', satt: { system_id: number } }
							]
						})
					],
					[
						handTag('a', {
							visas: `2026-03-04 745 ${number}`,
							anteckning: number,
							satt: { avtals_id: number }
						})
					]
				),
				namn: `Regler för ${number}`
			},
			shippedVersion,
			installation.controller,
			second,
			`Efter samtal med ${number}`
		)
	);
	expect(first.masked).toBe(14);
	const { rows } = await installation.where.database.$client.execute('SELECT * FROM rule_version');
	const { rows: log } = await installation.where.database.$client.execute('SELECT * FROM audit');
	const kept = JSON.stringify([rows, log]);
	expect(kept).not.toContain('890101');
	expect(kept).toContain('556677-8899');
	expect(kept).toContain('1000,00');
	expect(first.set.regler[0]?.namn).toBe('Enskild firma [personnummer]');
	// Sent once more as it was, it is masked to what is there.
	expect(await save(first.set, first.version)).toEqual({ outcome: 'unchanged' });
});

test('an earlier version comes back as a new one with the same content', async () => {
	const { where } = installation;
	const first = saved(await save(setOf([rule('a'), rule('b')], [handTag('a')]), shippedVersion));
	const next = saved(
		await save(setOf([rule('b', { agare: 'Elif' }), rule('c')]), first.version, elif, third)
	);
	const back = saved(await restoreRules(first.version, next.version, installation.controller, where, third));
	expect(back.version).toBe(next.version + 1);
	expect(ruleChanges(first.set, back.set)).toEqual([]);
	expect(handTagChanges(first.set, back.set)).toEqual([]);
	expect(back.set.regler.map(({ andrad }) => andrad?.version)).toEqual([back.version, back.version]);
	const [latest] = await listRuleVersions(where);
	expect(latest).toMatchObject({
		version: back.version,
		restores: first.version,
		changes: { added: 1, removed: 1, changed: 1, moved: 0, hand: 1 }
	});
	const [event] = (await auditPage(where.database, 1)).rows;
	expect(event).toMatchObject({ action: 'rules_restored', detail: { restores: first.version } });

	expect(await restoreRules(first.version, back.version, elif, where)).toEqual({ outcome: 'unchanged' });
	expect(await restoreRules(99, back.version, elif, where)).toEqual({ outcome: 'missing' });
	expect(await restoreRules(shippedVersion, next.version, elif, where)).toMatchObject({
		outcome: 'conflict'
	});
	const shipped = saved(await restoreRules(shippedVersion, back.version, elif, where));
	expect(ruleChanges(defaultRules, shipped.set)).toEqual([]);
});

test.each([
	"UPDATE rule_version SET rule_set = '{}'",
	'UPDATE rule_version SET note = NULL',
	'DELETE FROM rule_version',
	`INSERT OR REPLACE INTO rule_version (id, author, rules, hand_tags, changes, rule_set)
		VALUES (${shippedVersion}, 'x', 0, 0, '{}', '{}')`
])('the database refuses %s', async (statement) => {
	const { where } = installation;
	const { set } = saved(await save(setOf([rule('a')]), shippedVersion));
	await expect(where.database.$client.execute(statement)).rejects.toThrow(/append-only/);
	expect(await currentRules(where)).toEqual(set);
	expect(await ruleSetOf(shippedVersion, where)).toEqual(defaultRules);
});

describe('what a browser sends', () => {
	const refusal = (value: unknown) => {
		const read = readRuleRequest(value);
		return read.outcome === 'refused' ? read.message : read.outcome;
	};
	const sending = (...regler: unknown[]) => ({ basedOn: 1, set: { ...defaultRules, regler } });

	test('a set, and a version to restore', () => {
		expect(readRuleRequest({ basedOn: 1, note: 'Varför', set: defaultRules })).toEqual({
			outcome: 'save',
			basedOn: 1,
			note: 'Varför',
			set: defaultRules
		});
		expect(readRuleRequest({ basedOn: 4, restore: 2 })).toEqual({
			outcome: 'restore',
			basedOn: 4,
			version: 2
		});
	});

	test('a fault is named by the rule that it is in', () => {
		const wrongCount = rule('b', {
			namn: 'Telia',
			om: { falt: 'period', ar: 'mellan', varden: ['2026-01'] }
		});
		expect(refusal(sending(rule('a'), wrongCount))).toBe(
			'Regel 2 ”Telia”, villkoret: Villkoret har fel antal värden. Inget är ändrat.'
		);
		expect(refusal(sending(rule('a', { namn: ' ' })))).toBe(
			'Regel 1 ” ”: Regeln har inget namn. Inget är ändrat.'
		);
		const { om: _none, ...withoutCondition } = rule('a');
		expect(refusal(sending(withoutCondition))).toMatch(/^Regel 1 ”Regel a”, villkoret: /);
		expect(refusal(sending({ ...rule('a'), farg: 'röd' }))).toBe(
			'Regel 1 ”Regel a”: farg är inget som kan anges där. Inget är ändrat.'
		);
		expect(refusal(sending({ ...rule('a'), satt: { it_kostnad: 'kanske' } }))).toBe(
			'Regel 1 ”Regel a”, taggarna: it_kostnad har ett värde som inte går att läsa. Inget är ändrat.'
		);
		expect(refusal(sending(rule('a'), rule('a')))).toBe(
			'Regelfilen: Två regler har samma id. Ge varje regel ett eget. Inget är ändrat.'
		);
		const tagged = { basedOn: 1, set: setOf([rule('a')], [handTag('a', { satt: {} })]) };
		expect(refusal(tagged)).toBe(
			'Handtagg 1 ”2026-03-04 745 Nordvinge Data AB”: Handtaggen sätter inget. Inget är ändrat.'
		);
	});

	test('a request that is none is refused', () => {
		expect(refusal({ set: defaultRules })).toBe('Begäran: basedOn saknas. Inget är ändrat.');
		expect(refusal({ basedOn: 1, restore: 'två' })).toMatch(/^Begäran: restore har ett värde/);
		expect(refusal([])).toMatch(/^Begäran: /);
		expect(refusal(null)).toMatch(/^Begäran: /);
		expect(refusal({ basedOn: 1, note: 'x'.repeat(2001), set: defaultRules })).toMatch(
			/^Begäran: Anteckningen/
		);
		expect(refusal(sending(rule('18900101-9802')))).toMatch(/^Regel 1: id innehåller ett personnummer/);
	});

	test('too many rules, too many hand tags and conditions without end are refused', () => {
		const many = (count: number) => Array.from({ length: count }, (_, n) => rule(`r${n}`));
		expect(refusal(sending(...many(2000)))).toBe('save');
		expect(refusal(sending(...many(2001)))).toMatch(/^Det är 2.001 regler\. Högst 2.000 kan sparas/);
		const tags = Array.from({ length: 20_001 }, (_, n) => handTag('a', { rad: String(n).padStart(32, '0') }));
		expect(refusal({ basedOn: 1, set: setOf([rule('a')], tags) })).toMatch(/^Det är 20.001 handtaggar/);

		const nested = (levels: number) => {
			let om: unknown = rule('a').om;
			for (let level = 0; level < levels; level++) om = { alla: [om] };
			return sending({ ...rule('a'), om });
		};
		expect(refusal(nested(50))).toBe('save');
		expect(refusal(nested(60))).toMatch(/^Ett villkor har grupper i fler än 50 nivåer/);
		expect(refusal(nested(100_000))).toMatch(/^Ett villkor har grupper i fler än 50 nivåer/);
	});
});
