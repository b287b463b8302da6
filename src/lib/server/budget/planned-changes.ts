// What is planned for the years ahead: who sees which changes, and how one is put in, changed and taken out. Whose cost it is decides:
// who sees some nämnder sees and changes theirs only.
import { asc, eq } from 'drizzle-orm';
import type { StoredChange } from '$lib/domain/planned-change';
import { recording } from '../audit';
import { plannedChange } from '../database/budget-schema';
import { user as account } from '../database/schema';
import { installation, type Installation } from '../editions/installation';
import { seesSubject } from '../editions/seen-subject';
import type { Reader } from '../reader';
import type { AskedChange } from './planned-change-request';

export type ChangeOutcome =
	| { outcome: 'done'; stored: StoredChange }
	/** Somebody has changed it since the person saw it; what stands now. */
	| { outcome: 'newer'; standing: StoredChange }
	| { outcome: 'no_unit' }
	| { outcome: 'no_system' }
	| { outcome: 'gone' };

/** Every one of the nämnder that the person sees, in the order they were saved. */
export async function listChanges(
	{ access }: Reader,
	where: Installation = installation()
): Promise<StoredChange[]> {
	const all = await allChanges(where);
	const { units } = access;
	return units === null ? all : all.filter(({ unit }) => units.includes(unit));
}

/** Puts a change in the plan, changes it, or takes it out. @param asked its words already scanned for personnummer */
export async function storeChange(
	asked: AskedChange,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<ChangeOutcome> {
	const { database } = where;
	const { change, unit, content, reason, after } = asked;
	const { access, user } = reader;
	const sees = (name: string) => access.units === null || access.units.includes(name);
	const latest = change === null ? null : (await allChanges(where)).findLast((one) => one.change === change);
	if (latest === undefined || (latest && !sees(latest.unit))) return { outcome: 'gone' };
	if (latest && latest.id !== after) return { outcome: 'newer', standing: latest };
	if (!sees(unit) || !(await seesSubject({ kind: 'unit', key: unit }, access, where)))
		return { outcome: 'no_unit' };
	const system = content?.systemId ?? null;
	if (system !== null && !(await seesSubject({ kind: 'system', key: system }, access, where)))
		return { outcome: 'no_system' };
	const [[made]] = await database.batch([
		database
			.insert(plannedChange)
			.values({ change, unit, content, reason, author: user.id, created: now })
			.returning({ id: plannedChange.id }),
		recording(
			database,
			{
				user,
				action: 'plan_changed',
				subject: [content?.name ?? latest?.content?.name, unit].filter(Boolean).join(', '),
				detail: { before: latest?.content ?? null, after: content }
			},
			now
		)
	]);
	const stored = (await allChanges(where)).find(({ id }) => id === made?.id);
	if (!stored) throw new Error(`The planned change of ${unit} was not kept`);
	return { outcome: 'done', stored };
}

async function allChanges({ database }: Installation): Promise<StoredChange[]> {
	const rows = await database
		.select({ row: plannedChange, author: account.name })
		.from(plannedChange)
		.innerJoin(account, eq(plannedChange.author, account.id))
		.orderBy(asc(plannedChange.id));
	return rows.map(({ row: { id, change, unit, content, reason, created }, author }) => ({
		id,
		change: change ?? id,
		unit,
		content,
		reason,
		author,
		created: created.toISOString()
	}));
}
