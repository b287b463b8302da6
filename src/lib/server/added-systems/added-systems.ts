// Systems that people have added because no list names them: who sees which, how one is kept, and what an edition is built with.
import { asc, eq, lte } from 'drizzle-orm';
import { standingAddedSystems, type AddedSystem, type StoredAddedSystem } from '$lib/domain/added-system';
import { recording } from '../audit';
import { wholeRegisterLines } from '../completions/register';
import { addedSystem } from '../database/system-schema';
import { user as account } from '../database/schema';
import { derivedId } from '../editions/derived-id';
import { installation, type Installation } from '../editions/installation';
import { oneAtATime } from '../editions/one-at-a-time';
import type { Reader } from '../reader';
import type { AskedAddedSystem } from './added-system-request';

export type AddOutcome =
	| { outcome: 'done'; stored: StoredAddedSystem }
	/** The register has a system of that name in that nämnd, or somebody has added it already. */
	| { outcome: 'listed' | 'added' }
	| { outcome: 'not_own' | 'missing' };

/** Every one of the nämnder that the person sees, in the order they were saved. */
export async function listAddedSystems(
	{ access: { units } }: Reader,
	where: Installation = installation()
): Promise<StoredAddedSystem[]> {
	const all = await allAddedSystems(where);
	if (units === null) return all;
	const own = new Set(
		all.filter(({ content }) => content && units.includes(content.unit)).map(({ systemId }) => systemId)
	);
	return all.filter(({ systemId }) => own.has(systemId));
}

const inTurn = oneAtATime();

/** Adds a system, or takes one back. @param asked its words already scanned for personnummer */
export function storeAddedSystem(
	asked: AskedAddedSystem,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<AddOutcome> {
	return inTurn(() => store(asked, reader, where, now));
}

async function store(
	asked: AskedAddedSystem,
	{ access, user }: Reader,
	where: Installation,
	now: Date
): Promise<AddOutcome> {
	const { database } = where;
	const isAdding = asked.act === 'add';
	const systemId = isAdding ? derivedId('S', [asked.content.name, asked.content.unit]) : asked.systemId;
	const standing = standingAddedSystems(await allAddedSystems(where)).find(
		(one) => one.systemId === systemId
	);
	const unit = isAdding ? asked.content.unit : standing?.content.unit;
	if (unit !== undefined && access.units && !access.units.includes(unit)) return { outcome: 'not_own' };
	if (!isAdding && !standing) return { outcome: 'missing' };
	if (isAdding && standing) return { outcome: 'added' };
	if (isAdding && (await isListed(systemId, asked.content, where))) return { outcome: 'listed' };
	const content = isAdding ? asked.content : null;
	const reason = isAdding ? asked.reason : '';
	const [[made]] = await database.batch([
		database
			.insert(addedSystem)
			.values({ systemId, content, reason, author: user.id, created: now })
			.returning({ id: addedSystem.id }),
		recording(
			database,
			{
				user,
				action: isAdding ? 'system_added' : 'system_add_taken_back',
				subject: content?.name ?? standing?.content.name ?? systemId,
				detail: { before: standing?.content ?? null, after: content }
			},
			now
		)
	]);
	const stored = (await allAddedSystems(where)).find(({ id }) => id === made?.id);
	if (!stored) throw new Error(`The system ${systemId} was not kept`);
	return { outcome: 'done', stored };
}

/** Whether the register has the id, or the name in the nämnd under another id. */
async function isListed(
	systemId: string,
	{ name, unit }: AddedSystem,
	where: Installation
): Promise<boolean> {
	const same = (value: unknown) =>
		typeof value === 'string' && value.toLocaleLowerCase('sv') === name.toLocaleLowerCase('sv');
	const lines = await wholeRegisterLines('system', where);
	return lines.some((line) => line.system_id === systemId || (line.unit === unit && same(line.name)));
}

export interface KnownAddedSystems {
	/** The last word that was saved; 0 for none. */
	last: number;
	standing: ReturnType<typeof standingAddedSystems>;
}

/** What an edition is built with. @param until the last word to count; null for all that there are */
export async function addedSystemsUntil(
	until: number | null,
	where: Installation
): Promise<KnownAddedSystems> {
	const known = await allAddedSystems(where, until);
	return { last: known.at(-1)?.id ?? 0, standing: standingAddedSystems(known) };
}

async function allAddedSystems(
	{ database }: Installation,
	until: number | null = null
): Promise<StoredAddedSystem[]> {
	const rows = await database
		.select({ row: addedSystem, author: account.name })
		.from(addedSystem)
		.innerJoin(account, eq(addedSystem.author, account.id))
		.where(until === null ? undefined : lte(addedSystem.id, until))
		.orderBy(asc(addedSystem.id));
	return rows.map(({ row: { id, systemId, content, reason, created }, author }) => ({
		id,
		systemId,
		content,
		reason,
		author,
		created: created.toISOString()
	}));
}
