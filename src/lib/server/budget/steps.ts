// What has been done with a follow-up, and the next thing: ready, reviewed, locked, opened again.
import { and, asc, eq, sql } from 'drizzle-orm';
import {
	mayTake,
	nextSteps,
	stateOf,
	type BudgetStep,
	type FollowUpState,
	type TakenStep
} from '$lib/domain/budget-step';
import type { FrozenFollowUp } from '$lib/domain/budget-lock';
import { monthFrom } from '$lib/domain/period';
import { isNeeded } from '$lib/tagging/locked-months';
import { recording } from '../audit';
import { budgetStep } from '../database/budget-schema';
import { user as account } from '../database/schema';
import { installation, type Installation } from '../editions/installation';
import type { Reader } from '../reader';
import { activeLocks, decideLock, unlocking } from '../rules/period-locks';
import { changeRules, keepingShippedRules, type Author } from '../rules/rule-versions';
import { currentFullEdition, editionFigures, type CurrentEdition } from './edition-figures';
import { setForecastsOf } from './set-forecasts';
import { lockedFollowUps } from './locked-follow-ups';

/** A follow-up as the steps know it. */
export interface SteppedFollowUp {
	year: number;
	/** As the setting names it: `T2`. */
	followUp: string;
	/** The last month, 1–12, as the setting has it now. */
	cut: number;
	/** The version that holds its forecasts; null where the year has an outcome instead. */
	forecast: string | null;
}

export interface AskedStep {
	step: BudgetStep;
	reason: string;
	/** The latest step that the person saw; null for none. */
	after: number | null;
	/** The edition whose figures the person saw. */
	edition: number;
}

/** Who takes a step, with the name that locks keep. */
export interface StepTaker extends Reader {
	user: Author;
}

export type StepOutcome =
	/** `kept`: locked follow-ups that still need the lock on the months, so that it stays. */
	| { outcome: 'done'; kept: string[] }
	/** Somebody has taken a step since the person looked. Nothing has changed. */
	| { outcome: 'newer' }
	/** Another edition has been published since. Nothing has changed. */
	| { outcome: 'edition'; current: number }
	| { outcome: 'not_allowed' | 'not_next' | 'no_edition' | 'no_reason' }
	/** The ledger does not hold every month. */
	| { outcome: 'uncovered' }
	/** The months cannot be locked; why, as a sentence. */
	| { outcome: 'lock_refused'; message: string };

export const nameOf = ({ year, followUp }: Pick<SteppedFollowUp, 'year' | 'followUp'>): string =>
	`${followUp} ${year}`;

const ofFollowUp = ({ year, followUp }: Pick<SteppedFollowUp, 'year' | 'followUp'>) =>
	and(eq(budgetStep.year, year), eq(budgetStep.followUp, followUp));

/** Every step of a follow-up, in the order they were taken. */
export async function takenSteps(
	which: Pick<SteppedFollowUp, 'year' | 'followUp'>,
	{ database }: Installation = installation()
): Promise<TakenStep[]> {
	const rows = await database
		.select({
			id: budgetStep.id,
			step: budgetStep.step,
			account: budgetStep.author,
			by: account.name,
			at: budgetStep.created,
			reason: budgetStep.reason,
			edition: budgetStep.edition,
			version: budgetStep.version
		})
		.from(budgetStep)
		.innerJoin(account, eq(budgetStep.author, account.id))
		.where(ofFollowUp(which))
		.orderBy(asc(budgetStep.id));
	return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** The figures that a step froze, and the last month then; null where it froze none. */
export async function frozenFigures(
	step: number,
	{ database }: Installation
): Promise<{ figures: FrozenFollowUp; cut: number } | null> {
	const [row] = await database
		.select({ figures: budgetStep.figures, cut: budgetStep.cut })
		.from(budgetStep)
		.where(eq(budgetStep.id, step));
	return row?.figures ? { figures: row.figures, cut: row.cut } : null;
}

/**
 * Takes a step. Locking freezes the figures of the current edition and locks the tagging of the months in the same change;
 * opening takes that lock away, unless another locked follow-up needs it.
 * @param asked its reason already scanned for personnummer
 */
export function takeStep(
	which: SteppedFollowUp,
	asked: AskedStep,
	taker: StepTaker,
	where: Installation = installation(),
	now = new Date()
): Promise<StepOutcome> {
	return changeRules(() => take(which, asked, taker, where, now));
}

async function take(
	which: SteppedFollowUp,
	asked: AskedStep,
	taker: StepTaker,
	where: Installation,
	now: Date
): Promise<StepOutcome> {
	const latest = (await takenSteps(which, where)).at(-1);
	const state = stateOf(latest?.step ?? null);
	// Somebody who is behind is told so before anything else: what is allowed is said of what stands.
	if ((latest?.id ?? null) !== asked.after) return { outcome: 'newer' };
	if (!mayTake(asked.step, state, taker.access)) return { outcome: 'not_allowed' };
	if (!nextSteps(state).includes(asked.step)) return { outcome: 'not_next' };
	const current = await currentFullEdition(where);
	if (!current) return { outcome: 'no_edition' };
	const change: Change = { which, asked, state, user: taker.user, current, where, now };
	if (asked.step === 'oppnad') return open(change);
	if (current.id !== asked.edition) return { outcome: 'edition', current: current.id };
	const figures = await editionFigures(current, which, where);
	if (!figures.covered) return { outcome: 'uncovered' };
	if (asked.step !== 'last') return say(change);
	return lock(change, { ...figures, set: await setForecastsOf(current, which, figures, where) });
}

interface Change {
	which: SteppedFollowUp;
	asked: AskedStep;
	state: FollowUpState;
	user: Author;
	current: CurrentEdition;
	where: Installation;
	now: Date;
}

const actions = {
	klar: 'follow_up_ready',
	granskad: 'follow_up_reviewed',
	last: 'follow_up_locked',
	oppnad: 'follow_up_opened'
} as const;

/** The statements that write a step and what the log says of it. */
function writing(
	{ which, asked, user, current, where: { database }, now }: Change,
	more: {
		version?: number;
		periodLock?: number | typeof newestLock;
		figures?: FrozenFollowUp;
		cut?: number;
	} = {}
) {
	const { step, reason } = asked;
	const { cut = which.cut, version = current.manifest.ruleVersion, figures, periodLock } = more;
	return [
		database.insert(budgetStep).values({
			year: which.year,
			followUp: which.followUp,
			cut,
			step,
			reason,
			edition: current.id,
			version,
			periodLock: periodLock ?? null,
			figures: figures ?? null,
			author: user.id,
			created: now
		}),
		recording(
			database,
			{
				user,
				action: actions[step],
				subject: nameOf(which),
				detail: { edition: current.id, version, ...(reason ? { reason } : {}) }
			},
			now
		)
	] as const;
}

/** The lock that the batch has just made. */
const newestLock = sql<number>`(SELECT max(id) FROM period_lock)`;

async function say(change: Change): Promise<StepOutcome> {
	const { where } = change;
	const [step, event] = writing(change);
	// The rules that figures rest on are kept, whatever a later version of the program ships.
	await where.database.batch([event, ...(await keepingShippedRules(where)), step]);
	return { outcome: 'done', kept: [] };
}

async function lock(change: Change, figures: FrozenFollowUp): Promise<StepOutcome> {
	const { which, user, where, now } = change;
	const period = { from: monthFrom(which.year, 1), to: monthFrom(which.year, which.cut) };
	const decided = await decideLock({ name: nameOf(which), period }, user, where, now);
	if (decided.outcome === 'refused') return { outcome: 'lock_refused', message: decided.message };
	// Somebody may have published while the figures were counted: they and the lock must be of one edition.
	const still = await currentFullEdition(where);
	if (still?.id !== change.current.id) return { outcome: 'edition', current: still?.id ?? 0 };
	const [known, version, made] =
		decided.outcome === 'identical'
			? [decided.lock.id, decided.lock.version, await keepingShippedRules(where)]
			: [newestLock, decided.version, decided.statements];
	const [step, event] = writing(change, { version, periodLock: known, figures });
	await where.database.batch([event, ...made, step]);
	return { outcome: 'done', kept: [] };
}

async function open(change: Change): Promise<StepOutcome> {
	const { which, asked, state, user, where, now } = change;
	if (!asked.reason) return { outcome: 'no_reason' };
	const writes = writing(change);
	if (state !== 'locked') {
		await where.database.batch([...writes]);
		return { outcome: 'done', kept: [] };
	}
	const others = (await lockedFollowUps(where)).filter(
		({ year, followUp }) => year !== which.year || followUp !== which.followUp
	);
	const held = await activeLocks(where);
	const own = await locksOfFollowUps(where);
	const kept = new Set<string>();
	// Also locks of follow-ups opened before, which only this one still needed.
	const loose = held.filter(({ id }) => own.has(id));
	const leaving: typeof held = [];
	for (const one of loose) {
		const standing = held.filter((lock) => !leaving.includes(lock));
		const needing = others.filter(({ period }) => isNeeded(one, standing, period));
		const isOwn = own.get(one.id)?.has(nameOf(which)) ?? false;
		if (!needing.length && !others.some(({ periodLock }) => periodLock === one.id)) leaving.push(one);
		else if (isOwn) for (const other of needing) kept.add(nameOf(other));
	}
	await where.database.batch([
		writes[1],
		...leaving.flatMap((one) => [...unlocking(one, asked.reason, user, where, now)]),
		writes[0]
	]);
	return { outcome: 'done', kept: [...kept] };
}

/** The follow-ups that were locked with each lock, also those opened since. */
async function locksOfFollowUps({ database }: Installation): Promise<ReadonlyMap<number, Set<string>>> {
	const rows = await database
		.select({ id: budgetStep.periodLock, year: budgetStep.year, followUp: budgetStep.followUp })
		.from(budgetStep)
		.where(eq(budgetStep.step, 'last'));
	const found = new Map<number, Set<string>>();
	for (const { id, ...which } of rows) {
		if (id === null) continue;
		const names = found.get(id) ?? new Set<string>();
		found.set(id, names.add(nameOf(which)));
	}
	return found;
}
