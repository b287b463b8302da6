// What the register of systems lacks, as questions to those who answer for the systems: by the kronor that the answers would explain.
import { isEmptyField, isSentField, type RecordValues, type RegisterReader } from './completion';
import { parseIsoDay, type Day } from './day';

/** What is asked of a system, in the order of a questionnaire. Sovereignty is asked on a page of its own. */
export const askedFields = [
	'unit',
	'system_owner',
	'information_owner',
	'maintenance_lead',
	'supplier',
	'contract_ids',
	'capabilities',
	'used_by',
	'users',
	'life_cycle',
	'operating_form',
	'criticality',
	'data_export',
	'integrations'
] as const;
export type AskedField = (typeof askedFields)[number];

export const askedField = (name: string): AskedField | null =>
	askedFields.find((field) => field === name) ?? null;

/** Who is asked: the first of these that the register names. `none` is nobody known. */
export type OwnerRole = 'system_owner' | 'maintenance_lead' | 'unit' | 'none';

/** Roles such as enhetschef exist in several nämnder, so one who is asked is a name in a nämnd. */
export interface Owner {
	role: OwnerRole;
	/** Null for a nämnd or nobody. */
	name: string | null;
	unit: string | null;
}

/** A line of the register: the first one of its system, with what people have completed. */
export type RegisterLine = RecordValues & { system_id: string };

export interface AskedSystem {
	systemId: string;
	name: string;
	unit: string | null;
	/** The booked IT cost of the period, öre. */
	ore: number;
	rowCount: number;
	missing: readonly AskedField[];
}

export interface OwnerQuestions {
	/** Stands in addresses. */
	key: string;
	owner: Owner;
	/** Those that lack something, the most kronor first. */
	systems: readonly AskedSystem[];
	/** Missing answers of all the systems. */
	answers: number;
	/** Of the systems, each once. */
	ore: number;
}

export interface FieldGap {
	field: AskedField;
	/** Systems that lack it, and what they cost. */
	systems: number;
	ore: number;
	/** Ids of those with rows. */
	paid: string[];
}

export interface WorkList {
	/** The most kronor first. */
	owners: readonly OwnerQuestions[];
	fields: readonly FieldGap[];
	/** Systems that are asked about, whether they lack something or not, and what they cost. */
	asked: number;
	askedOre: number;
	/** Of those, the ones that lack something. */
	lacking: number;
	lackingOre: number;
	/** Systems that have ended, which nobody is asked about. */
	ended: number;
}

/** The first line of each system, by its id. */
export function firstLines<Line extends RecordValues>(
	lines: readonly Line[],
	fill: (line: Line & { system_id: string }) => RegisterLine
): ReadonlyMap<string, RegisterLine> {
	const found = new Map<string, RegisterLine>();
	for (const line of lines) {
		const { system_id: id } = line;
		if (typeof id === 'string' && !found.has(id)) found.set(id, fill({ ...line, system_id: id }));
	}
	return found;
}

/** Öre and rows by system_id; cost on no system is left out. */
export function costBySystem(
	rows: readonly { key: string | null; amount: number; row_count: number }[]
): ReadonlyMap<string, { ore: number; rowCount: number }> {
	return new Map(
		rows.flatMap(({ key, amount, row_count }) =>
			key === null ? [] : [[key, { ore: amount, rowCount: row_count }] as const]
		)
	);
}

const said = (value: string | number | null | undefined): string | null =>
	typeof value === 'string' && value.trim() ? value : null;

export function ownerOf(line: RecordValues): Owner {
	const unit = said(line.unit);
	for (const role of ['system_owner', 'maintenance_lead'] as const) {
		const name = said(line[role]);
		if (name) return { role, name, unit };
	}
	return { role: unit ? 'unit' : 'none', name: null, unit };
}

/** The same for two systems of the same owner. */
export function ownerKey({ role, name, unit }: Owner): string {
	return role === 'none' ? '-' : [name ?? '', unit ?? ''].join(' · ');
}

/**
 * The questions that the register leaves open.
 * @param lines the first line of each system, with what people have completed; a field that a slice does not hold is not asked
 * @param cost by system_id: öre and rows of the period
 * @param today of the edition; null asks about systems whatever their days say
 * @param reader who asks: systems of other nämnder, and what the reader is not sent, are asked about by those who see them
 * @param only asks about this field alone
 */
export function workListOf(
	lines: readonly RegisterLine[],
	cost: ReadonlyMap<string, { ore: number; rowCount: number }>,
	today: Day | null,
	reader: RegisterReader,
	only: AskedField | null = null
): WorkList {
	const { units } = reader;
	const own = lines.filter(
		({ unit }) => units === null || (typeof unit === 'string' && units.includes(unit))
	);
	const open = own.filter((line) => !hasEnded(line, today));
	const asked = open.map((line) => ({ line, system: askedSystem(line, cost, reader) }));
	const byOwner = new Map<string, { owner: Owner; systems: AskedSystem[] }>();
	for (const { line, system } of asked) {
		const missing = only ? system.missing.filter((field) => field === only) : system.missing;
		if (!missing.length) continue;
		const owner = ownerOf(line);
		const key = ownerKey(owner);
		const questions = byOwner.get(key) ?? { owner, systems: [] };
		questions.systems.push({ ...system, missing });
		byOwner.set(key, questions);
	}
	const systems = asked.map(({ system }) => system);
	const lacking = systems.filter(({ missing }) => missing.length > 0);
	return {
		owners: [...byOwner].map(([key, { owner, systems: of }]) => questionsOf(key, owner, of)).sort(mostKronor),
		fields: askedFields
			.map((field) => gapOf(field, systems))
			.filter((gap) => gap.systems > 0)
			.sort((a, b) => b.ore - a.ore || b.systems - a.systems),
		asked: systems.length,
		askedOre: oreOf(systems),
		lacking: lacking.length,
		lackingOre: oreOf(lacking),
		ended: own.length - open.length
	};
}

function askedSystem(
	line: RegisterLine,
	cost: ReadonlyMap<string, { ore: number; rowCount: number }>,
	reader: RegisterReader
): AskedSystem {
	const { ore = 0, rowCount = 0 } = cost.get(line.system_id) ?? {};
	return {
		systemId: line.system_id,
		name: said(line.name) ?? line.system_id,
		unit: said(line.unit),
		ore,
		rowCount,
		missing: askedFields.filter(
			(field) =>
				Object.hasOwn(line, field) &&
				isEmptyField(field, line[field], 'system') &&
				isSentField(field, 'system', reader)
		)
	};
}

function hasEnded(line: RecordValues, today: Day | null): boolean {
	const retired = parseIsoDay(said(line.retired_from) ?? '');
	return line.life_cycle === 'avvecklad' || (today !== null && retired !== null && retired <= today);
}

function questionsOf(key: string, owner: Owner, systems: readonly AskedSystem[]): OwnerQuestions {
	const inOrder = [...systems].sort(
		(a, b) => b.ore - a.ore || b.missing.length - a.missing.length || a.name.localeCompare(b.name, 'sv')
	);
	const answers = inOrder.reduce((count, { missing }) => count + missing.length, 0);
	return { key, owner, systems: inOrder, answers, ore: oreOf(inOrder) };
}

function gapOf(field: AskedField, systems: readonly AskedSystem[]): FieldGap {
	const of = systems.filter(({ missing }) => missing.includes(field));
	const paid = of.filter(({ rowCount }) => rowCount > 0).map(({ systemId }) => systemId);
	return { field, systems: of.length, ore: oreOf(of), paid };
}

const oreOf = (systems: readonly AskedSystem[]): number => systems.reduce((sum, { ore }) => sum + ore, 0);

const mostKronor = (a: OwnerQuestions, b: OwnerQuestions): number =>
	b.ore - a.ore || b.answers - a.answers || a.key.localeCompare(b.key, 'sv');
