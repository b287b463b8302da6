// A follow-up is made ready, reviewed, locked and opened: figures that stay, tagging that stays, and changes that are explained.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Access } from '$lib/domain/access';
import { restatedFigures } from '$lib/domain/budget-lock';
import { restated } from '$lib/domain/budget-restatement';
import type { BudgetStep, LockedFigures } from '$lib/domain/budget-step';
import { assumedEventRates } from '$lib/domain/event-rates';
import { followUpPeriod } from '$lib/domain/period';
import { costForecast, readForecastFacts } from '$lib/queries/cost-forecast';
import { dataPeriod } from '$lib/queries/default-period';
import { editionMeta } from '$lib/queries/edition-meta';
import { createUser, type User } from '$lib/server/accounts/user';
import { auditPage } from '$lib/server/audit';
import { currentFullEdition } from '$lib/server/budget/edition-figures';
import { storeOverride } from '$lib/server/budget/forecast-overrides';
import { readStep } from '$lib/server/budget/step-request';
import { shownFollowUp } from '$lib/server/budget/shown-follow-up';
import { takenSteps, takeStep, type SteppedFollowUp } from '$lib/server/budget/steps';
import { openNative } from '$lib/server/engine/native-engine';
import { publishEdition } from '$lib/server/editions/publish';
import { removeImport } from '$lib/server/editions/imports';
import { activeLocks, listLocks, lockPeriod, unlockPeriod } from '$lib/server/rules/period-locks';
import { currentRules, saveRules } from '$lib/server/rules/rule-versions';
import type { Rule } from '$lib/tagging/rule';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
/** Sees everything, and may take every step. */
let maja: User;
beforeEach(async () => {
	installation = await openInstallation();
	maja = await createUser(installation.where.database, {
		username: 'maja.alla',
		name: 'Maja Alla',
		password: 'tre gröna båtar',
		role: 'controller',
		rights: ['granska', 'lasa']
	});
});
afterEach(() => installation.close());

const t1: SteppedFollowUp = { year: 2026, followUp: 'T1', cut: 4, forecast: 'T1-prognos' };
const t2: SteppedFollowUp = { year: 2026, followUp: 'T2', cut: 8, forecast: 'T2-prognos' };
const everything: Access = { role: 'controller', rights: ['granska', 'lasa'], units: null };
const ofMiljo: Access = { role: 'reader', rights: [], units: ['Miljönämnden'] };

const header = 'datum;namnd;konto;leverantor;belopp';
const ledger = [
	header,
	'2025-01-10;Skolnämnden;74310;Bolaget AB;90,00',
	'2026-01-10;Skolnämnden;74310;Bolaget AB;400,00',
	'2026-02-10;Miljönämnden;74311;Bolaget AB;50,50',
	'2026-03-10;Skolnämnden;74510;Konsulten AB;70,00',
	'2026-08-10;Skolnämnden;74310;Bolaget AB;30,00'
];
const corrected = ledger.map((line) => line.replace('400,00', '380,00').replace('70,00', '75,00'));
const budget = [
	'ar;manad;namnd;kostnadsslag;version;belopp',
	'2026;1;Skolnämnden;Drift;KF-budget;300,00',
	'2026;9;Skolnämnden;Drift;KF-budget;600,00',
	'2026;;Skolnämnden;;T1-prognos;950,00',
	'2026;2;Miljönämnden;Licens/SaaS;KF-budget;60,00'
];

async function load(): Promise<number> {
	const { id } = accepted(await installation.receive('huvudbok.csv', csv(...ledger)));
	await installation.receive('budget.csv', csv(...budget));
	await publish();
	return id;
}
const publish = async () => (await publishEdition({ user: maja }, installation.where)).edition;

async function take(
	step: BudgetStep,
	which = t1,
	more: { reason?: string; edition?: number; after?: number | null; access?: Access; user?: User } = {}
) {
	const latest = (await takenSteps(which, installation.where)).at(-1)?.id ?? null;
	const { rows } = await installation.where.database.$client.execute(
		"SELECT id FROM edition WHERE status = 'current'"
	);
	const { reason = step === 'oppnad' ? 'Fel i bokslutet' : '', after = latest } = more;
	const edition = more.edition ?? Number(rows[0]?.id ?? 0);
	const { access = everything, user = maja } = more;
	return takeStep(which, { step, reason, after, edition }, { user, access }, installation.where);
}
async function lockUp(which = t1): Promise<void> {
	for (const step of ['klar', 'granskad', 'last'] as const) {
		expect(await take(step, which)).toEqual({ outcome: 'done', kept: [] });
	}
}

/** "745 is IT" comes into the rules: a consultant of 70 kr in March. */
async function judgeConsultants(): Promise<number> {
	const set = await currentRules(installation.where);
	const rule: Rule = {
		id: 'konsulter',
		namn: 'Konsulter är it',
		om: { falt: 'konto', ar: 'borjar_med', varden: ['745'] },
		satt: { it_kostnad: 'ja', kostnadsslag: 'Konsult' }
	};
	const regler = [rule, ...set.regler];
	const saving = await saveRules(
		{ set: { ...set, regler }, basedOn: set.version, note: null },
		maja,
		installation.where
	);
	if (saving.outcome !== 'saved') throw new Error(`Not saved: ${saving.outcome}`);
	return saving.version;
}

/** What is calculated for Drift of Skolnämnden at T1. */
async function calculatedDrift(): Promise<number> {
	const current = await currentFullEdition(installation.where);
	const engine = await openNative({ path: current?.path ?? '', readOnly: true });
	try {
		const ledger = dataPeriod(await editionMeta(engine));
		if (!ledger) throw new Error('The ledger is empty');
		const facts = await readForecastFacts(engine, { year: 2026, cut: 4, ledger });
		const { lines } = costForecast(facts, assumedEventRates([]));
		return (
			lines.find(({ unit, costKind }) => unit === 'Skolnämnden' && costKind === 'Drift')?.year.likely ?? 0
		);
	} finally {
		await engine.close();
	}
}

async function shown(which = t1, access = everything): Promise<LockedFigures> {
	const { locked } = await shownFollowUp(which, { user: maja, access }, installation.where);
	if (!locked) throw new Error('It is not locked');
	return locked;
}
const outcome = (figures: LockedFigures['then']) =>
	figures.leaves.reduce((sum, leaf) => sum + leaf.outcome, 0);

test('a locked follow-up keeps its figures through new rules and a corrected file, and every öre is explained', async () => {
	const file = await load();
	await lockUp();
	expect(outcome((await shown()).then)).toBe(45_050);
	expect((await shown()).parts).toEqual([]);

	await judgeConsultants();
	await publish();
	// The tagging of the months is locked, so the rule moves nothing.
	expect((await shown()).parts).toEqual([]);

	accepted(await installation.receive('huvudbok-2.csv', csv(...corrected), { replaces: file }));
	const edition = await publish();
	const { then, now, parts, nowEdition } = await shown();
	expect(outcome(then)).toBe(45_050);
	expect(outcome(now)).toBe(43_050);
	expect(nowEdition).toBe(edition);
	expect(parts).toMatchObject([
		{
			cause: 'replaced',
			unit: 'Skolnämnden',
			outcome: -2_000,
			then: [{ name: 'huvudbok.csv' }],
			now: [{ name: 'huvudbok-2.csv' }]
		}
	]);
	for (const figure of restatedFigures) {
		const total = (leaves: LockedFigures['then']['leaves']) =>
			leaves.reduce((sum, leaf) => sum + leaf[figure], 0);
		expect(restated(parts)[figure]).toBe(total(now.leaves) - total(then.leaves));
	}

	// Somebody of one nämnd is told of that nämnd alone, and of nobody's account.
	const own = await shown(t1, ofMiljo);
	expect(JSON.stringify(own)).not.toMatch(/Skolnämnden|huvudbok/);
	expect([outcome(own.then), outcome(own.now), own.parts]).toEqual([5_050, 5_050, []]);
	const { steps } = await shownFollowUp(t1, { user: maja, access: ofMiljo }, installation.where);
	expect(JSON.stringify(steps)).not.toContain(maja.id);

	// Opened, the months follow the rules of the day.
	expect(await take('oppnad')).toEqual({ outcome: 'done', kept: [] });
	await publish();
	await lockUp();
	expect(outcome((await shown()).then)).toBe(43_050 + 7_500);
});

test('a forecast that somebody has set is frozen with the rest, and a corrected forecast explains itself', async () => {
	await load();
	const set = async (costKind: string, amount: number) => {
		const said = await storeOverride(
			{ year: 2026, followUp: 'T1' },
			{ unit: 'Skolnämnden', costKind, amount, reason: 'Avtalet sades upp i mars', after: null },
			{ user: maja, access: everything },
			installation.where
		);
		expect(said.outcome).toBe('done');
	};
	const forecast = (figures: LockedFigures['then']) =>
		figures.leaves.reduce((sum, leaf) => sum + leaf.forecast, 0);
	await set('', 99_000);
	await lockUp();
	expect(forecast((await shown()).then)).toBe(99_000);
	expect((await shown()).parts).toEqual([]);
	expect(JSON.stringify(await shown(t1, ofMiljo))).not.toContain('Skolnämnden');

	await installation.receive('prognos-till.csv', csv(budget[0] ?? '', '2026;;Skolnämnden;;T1-prognos;10,00'));
	await publish();
	const { now, parts } = await shown();
	expect(forecast(now)).toBe(100_000);
	expect(parts.map((part) => [part.cause, part.forecast])).toEqual([['added', 1_000]]);
});

test('a forecast that is set for a kostnadsslag is frozen as what it moves the calculated one by', async () => {
	await load();
	const asked = { unit: 'Skolnämnden', costKind: 'Drift', reason: 'Avtalet sades upp i mars', after: null };
	const reader = { user: maja, access: everything };
	await storeOverride(
		{ year: 2026, followUp: 'T1' },
		{ ...asked, amount: 90_000 },
		reader,
		installation.where
	);
	await lockUp();
	const { then } = await shown();
	const moved = then.leaves.filter((leaf) => leaf.outcomeRows === 0 && leaf.budgetRows === 0);
	const facts = await calculatedDrift();
	expect(moved.reduce((sum, leaf) => sum + leaf.forecast, 0)).toBe(95_000 + 90_000 - facts);
	expect(facts).toBeGreaterThan(0);
});

test('a budget that is added, and a file that is taken away, are changes of their own', async () => {
	await load();
	const other = accepted(
		await installation.receive('rest.csv', csv(header, '2026-04-02;Miljönämnden;74310;Bolaget AB;11,00'))
	);
	await publish();
	await lockUp();
	await removeImport(other.id, maja, installation.where);
	await installation.receive(
		'till.csv',
		csv(budget[0] ?? '', '2026;3;Skolnämnden;Drift;tilläggsbudget;25,00')
	);
	await publish();
	expect((await shown()).parts.map((part) => [part.cause, part.unit, part.outcome, part.budgetYear])).toEqual(
		[
			['removed', 'Miljönämnden', -1_100, 0],
			['added', 'Skolnämnden', 0, 2_500]
		]
	);
});

test('locking locks the tagging under the name of the follow-up, and opening takes the lock away with the reason', async () => {
	const { where } = installation;
	await load();
	await lockUp();
	const [lock] = await listLocks(where);
	expect(lock).toMatchObject({
		name: 'T1 2026',
		period: { from: '2026-01', to: '2026-04' },
		followUps: [{ year: 2026, followUp: 'T1' }],
		unlocked: null
	});
	expect(await unlockPeriod(lock?.id ?? 0, 'Av misstag', maja, where)).toMatchObject({ outcome: 'needed' });
	expect(await take('oppnad', t1, { reason: 'Fel periodiserat' })).toEqual({ outcome: 'done', kept: [] });
	expect(await listLocks(where)).toMatchObject([
		{ unlocked: { by: 'Maja Alla', reason: 'Fel periodiserat' } }
	]);
	const events = (await auditPage(where.database, 1)).rows.map(({ action }) => action);
	expect(events.slice(0, 5).sort()).toEqual([
		'follow_up_locked',
		'follow_up_opened',
		'follow_up_reviewed',
		'period_locked',
		'period_unlocked'
	]);
});

test('a lock that another locked follow-up rests on stays, until that one is opened too', async () => {
	const { where } = installation;
	await load();
	await lockUp(t1);
	await judgeConsultants();
	await publish();
	await lockUp(t2);
	expect((await activeLocks(where)).map(({ name }) => name)).toEqual(['T1 2026', 'T2 2026']);
	// T2 has the first months by the rules of T1.
	expect(await take('oppnad', t1)).toEqual({ outcome: 'done', kept: ['T2 2026'] });
	expect((await activeLocks(where)).map(({ name }) => name)).toEqual(['T1 2026', 'T2 2026']);
	await publish();
	expect((await shown(t2)).parts).toEqual([]);
	expect(await take('oppnad', t2)).toEqual({ outcome: 'done', kept: [] });
	expect(await activeLocks(where)).toEqual([]);
});

test('a lock made in Taggning on the same months is used', async () => {
	const { where } = installation;
	await load();
	await lockPeriod({ name: 'Tertial 1', period: followUpPeriod(2026, 'T1') }, maja, where);
	await lockUp();
	expect((await activeLocks(where)).map(({ name }) => name)).toEqual(['Tertial 1']);
});

test('who is behind, not allowed, out of turn or ahead of the ledger changes nothing', async () => {
	const { where } = installation;
	expect(await take('klar')).toEqual({ outcome: 'no_edition' });
	await load();
	expect(await take('last')).toEqual({ outcome: 'not_next' });
	expect(await take('klar', t1, { edition: 99 })).toEqual({ outcome: 'edition', current: 1 });
	expect(await take('klar', t1, { access: ofMiljo })).toEqual({ outcome: 'not_allowed' });
	expect(await take('klar', { year: 2026, followUp: 'VB', cut: 12, forecast: null })).toEqual({
		outcome: 'uncovered'
	});
	expect(await take('klar', t1, { after: 5 })).toEqual({ outcome: 'newer' });
	expect(await takenSteps(t1, where)).toEqual([]);

	const both = await Promise.all([take('klar'), take('klar')]);
	expect(both.map(({ outcome: told }) => told).sort()).toEqual(['done', 'newer']);
	expect(await take('granskad', t1, { access: { ...everything, rights: [] } })).toEqual({
		outcome: 'not_allowed'
	});
	await expect(where.database.$client.execute('DELETE FROM budget_step')).rejects.toThrow(/append-only/);
});

test('a request without a reason, or with a personnummer, is refused', () => {
	const asked = { step: 'oppnad', reason: '', after: 1, edition: 1 };
	expect(readStep(asked)).toMatchObject({ outcome: 'refused', message: expect.stringContaining('varför') });
	expect(readStep({ ...asked, reason: 'Gäller 18900101-9802' })).toMatchObject({
		outcome: 'refused',
		message: expect.stringContaining('personnummer')
	});
	expect(readStep({ ...asked, step: 'radera' })).toMatchObject({ outcome: 'refused' });
	expect(readStep({ ...asked, step: 'klar' })).toMatchObject({ outcome: 'asked' });
});
