// The versions of the rules. Saving appends a version; none is ever changed or removed. The set that ships with the program
// is the first one, and is written into the table when something is first built upon it.
import { count, desc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { maskPersonalNumbers } from '$lib/import/cells/personal-data';
import { defaultRules } from '$lib/tagging/default-rules';
import { ruleSetSchema, type RuleSet } from '$lib/tagging/rule';
import { handTagChanges, ruleChanges } from '$lib/tagging/rule-changes';
import { recording } from '../audit';
import { ruleVersion } from '../database/schema';
import type { Person } from '../editions/imports';
import { installation, swedishDay, type Installation } from '../editions/installation';
import { oneAtATime } from '../editions/one-at-a-time';
import { maskedRuleSet } from './masked-rule-set';

/** Who saves, with the name that rules and locks keep. */
export interface Author extends Person {
	name: string;
}

const changeCountsSchema = v.object({
	added: v.number(),
	removed: v.number(),
	/** Rules with another content, whether or not they have moved too. */
	changed: v.number(),
	/** Rules that have only moved. */
	moved: v.number(),
	/** Hand tags added, removed or changed. */
	hand: v.number()
});
/** How many rules and hand tags differ from the version before. */
export type RuleChangeCounts = v.InferOutput<typeof changeCountsSchema>;

export interface RuleVersionLine {
	version: number;
	/** ISO instant; null for the set that ships. */
	created: string | null;
	author: string;
	note: string | null;
	/** The earlier version whose content it took back. */
	restores: number | null;
	/** How many rules and hand tags it has. */
	rules: number;
	handTags: number;
	/** Against the version before; the first one is compared with nothing. */
	changes: RuleChangeCounts;
}

export interface RuleSaveRequest {
	set: RuleSet;
	/** The version that the person began to change. */
	basedOn: number;
	/** Why, in the person's words. */
	note: string | null;
	/** The earlier version whose content the set is. */
	restores?: number;
}

export type RuleSaving =
	/** `masked` personnummer were found in it and are not kept. */
	| { outcome: 'saved'; version: number; set: RuleSet; masked: number }
	/** Somebody else has saved since. Nothing has changed. */
	| { outcome: 'conflict'; current: { version: number; author: string; created: string | null } }
	| { outcome: 'unchanged' };

/** Versions and locks are decided from what stands, and one by one, so that two persons never overwrite each other. */
export const changeRules = oneAtATime();

/** The latest version of the rules; the ones that ship before any are saved. */
export async function currentRules({ database }: Installation = installation()): Promise<RuleSet> {
	const [row] = await database
		.select({ ruleSet: ruleVersion.ruleSet })
		.from(ruleVersion)
		.orderBy(desc(ruleVersion.id))
		.limit(1);
	return row ? v.parse(ruleSetSchema, row.ruleSet) : defaultRules;
}

/** One version of the rules; null when there is none with that number. */
export async function ruleSetOf(
	version: number,
	where: Installation = installation()
): Promise<RuleSet | null> {
	const [row] = await where.database
		.select({ ruleSet: ruleVersion.ruleSet })
		.from(ruleVersion)
		.where(eq(ruleVersion.id, version));
	if (row) return v.parse(ruleSetSchema, row.ruleSet);
	return version === defaultRules.version && !(await somethingIsKept(where)) ? defaultRules : null;
}

/** Every version, newest first. */
export async function listRuleVersions(where: Installation = installation()): Promise<RuleVersionLine[]> {
	const rows = await where.database
		.select({
			version: ruleVersion.id,
			created: ruleVersion.createdAt,
			author: ruleVersion.author,
			note: ruleVersion.note,
			restores: ruleVersion.restores,
			rules: ruleVersion.rules,
			handTags: ruleVersion.handTags,
			changes: ruleVersion.changes
		})
		.from(ruleVersion)
		.orderBy(desc(ruleVersion.id));
	const kept = rows.map((row) => ({
		...row,
		created: row.created?.toISOString() ?? null,
		changes: v.parse(changeCountsSchema, row.changes)
	}));
	return kept.length ? kept : [shippedLine()];
}

/** Saves a set as the next version, unless it is no change or is based on another version than the current one. */
export function saveRules(
	request: RuleSaveRequest,
	user: Author,
	where: Installation = installation(),
	now = new Date()
): Promise<RuleSaving> {
	return changeRules(() => save(request, user, where, now));
}

/** Saves the content of an earlier version as a new one: what came between is undone, and is kept. */
export async function restoreRules(
	version: number,
	basedOn: number,
	user: Author,
	where: Installation = installation(),
	now = new Date()
): Promise<RuleSaving | { outcome: 'missing' }> {
	const set = await ruleSetOf(version, where);
	if (!set) return { outcome: 'missing' };
	return saveRules({ set, basedOn, note: null, restores: version }, user, where, now);
}

/** The statements that write the shipped set where no version is kept yet, for the batch that builds upon it. */
export async function keepingShippedRules(where: Installation) {
	if (await somethingIsKept(where)) return [];
	const { version, created: _never, changes, ...line } = shippedLine();
	return [
		where.database.insert(ruleVersion).values({
			id: version,
			...line,
			createdAt: null,
			createdBy: null,
			changes: { ...changes },
			ruleSet: { ...defaultRules }
		})
	];
}

async function save(
	{ set: sent, basedOn, note, restores }: RuleSaveRequest,
	user: Author,
	where: Installation,
	now: Date
): Promise<RuleSaving> {
	const { database } = where;
	const current = await currentRules(where);
	if (basedOn !== current.version) return { outcome: 'conflict', current: await authorOfCurrent(where) };

	const { set: clean, found: masked } = maskedRuleSet(sent);
	const changes = countsOf(current, clean);
	const isChanged = clean.namn !== current.namn || Object.values(changes).some((number) => number > 0);
	if (!isChanged) return { outcome: 'unchanged' };

	const version = current.version + 1;
	const set = signed(clean, current, version, user.name, swedishDay(now));
	const ownNote = note?.trim() ? maskPersonalNumbers(note.trim()).text : null;
	await database.batch([
		recording(
			database,
			{
				user,
				action: restores === undefined ? 'rules_saved' : 'rules_restored',
				subject: String(version),
				detail: {
					version,
					...changes,
					...(ownNote === null ? {} : { note: ownNote }),
					...(restores === undefined ? {} : { restores }),
					...(masked ? { masked } : {})
				}
			},
			now
		),
		...(await keepingShippedRules(where)),
		database.insert(ruleVersion).values({
			id: version,
			createdAt: now,
			createdBy: user.id,
			author: user.name,
			note: ownNote,
			restores: restores ?? null,
			rules: set.regler.length,
			handTags: set.handtaggar.length,
			changes: { ...changes },
			ruleSet: { ...set }
		})
	]);
	return { outcome: 'saved', version, set, masked };
}

/** The set with what the server alone decides: its version, day and author, and who changed each rule and tag last. */
function signed(set: RuleSet, current: RuleSet, version: number, author: string, day: string): RuleSet {
	const formerRules = new Map(current.regler.map((rule) => [rule.id, rule]));
	const newContent = new Set(
		ruleChanges(current, set).flatMap(({ kind, id }) => (kind === 'added' || kind === 'changed' ? [id] : []))
	);
	const formerTags = new Map(current.handtaggar.map((tag) => [tag.rad, tag]));
	const newTags = new Set(handTagChanges(current, set).map(({ rad }) => rad));
	return {
		...set,
		version,
		datum: day,
		forfattare: author,
		regler: set.regler.map(({ andrad: _sent, ...rule }) => {
			const andrad = newContent.has(rule.id)
				? { av: author, datum: day, version }
				: formerRules.get(rule.id)?.andrad;
			return andrad ? { ...rule, andrad } : rule;
		}),
		handtaggar: set.handtaggar.map((tag) => {
			const former = newTags.has(tag.rad) ? undefined : formerTags.get(tag.rad);
			return { ...tag, av: former?.av ?? author, datum: former?.datum ?? day };
		})
	};
}

function countsOf(before: RuleSet, after: RuleSet): RuleChangeCounts {
	const kinds = ruleChanges(before, after).map(({ kind }) => kind);
	const counted = (wanted: (typeof kinds)[number]) => kinds.filter((kind) => kind === wanted).length;
	return {
		added: counted('added'),
		removed: counted('removed'),
		changed: counted('changed'),
		moved: counted('moved'),
		hand: handTagChanges(before, after).length
	};
}

function shippedLine(): RuleVersionLine {
	return {
		version: defaultRules.version,
		created: null,
		author: defaultRules.forfattare,
		note: null,
		restores: null,
		rules: defaultRules.regler.length,
		handTags: defaultRules.handtaggar.length,
		changes: countsOf({ ...defaultRules, regler: [], handtaggar: [] }, defaultRules)
	};
}

async function authorOfCurrent(where: Installation) {
	const [latest] = await listRuleVersions(where);
	const { version, author, created } = latest ?? shippedLine();
	return { version, author, created };
}

async function somethingIsKept({ database }: Installation): Promise<boolean> {
	const [kept] = await database.select({ versions: count() }).from(ruleVersion);
	return (kept?.versions ?? 0) > 0;
}
