// What the loaded registers know, so that a reference that points nowhere is told.
import { saysNoNumber } from '$lib/domain/organisation-number';
import { tables, type TableKind } from '$lib/domain/columns';
import type { ProblemKind } from '$lib/domain/problem';
import type { Value } from '../cells/read-cell';

/** Names and ids that are known; null where no such register is loaded, and then nothing can be said. */
export interface KnownReferences {
	/** Names of nämnder, as they are written. */
	units: readonly string[] | null;
	contracts: readonly string[] | null;
	systems: readonly string[] | null;
}

type Register = keyof KnownReferences;

/** Which fields point into which register. */
const referringFields: Readonly<Record<Register, Partial<Record<TableKind, readonly string[]>>>> = {
	units: {
		cost: ['unit'],
		budget: ['unit'],
		contract: ['unit'],
		system: ['unit', 'used_by'],
		licence: ['unit'],
		capability: ['needed_by', 'not_needed_by']
	},
	contracts: {
		cost: ['contract_id'],
		contract: ['framework_ref'],
		system: ['contract_ids'],
		licence: ['contract_id']
	},
	systems: { cost: ['system_id'], budget: ['system_id'], system: ['replaced_by'], licence: ['system_id'] }
};

/** The field by which a table is itself such a register: its rows may point at each other. */
const ownIds: Readonly<Partial<Record<TableKind, { register: Register; field: string }>>> = {
	contract: { register: 'contracts', field: 'contract_id' },
	system: { register: 'systems', field: 'system_id' }
};

const kinds: Readonly<Record<Register, ProblemKind>> = {
	units: 'okand_namnd',
	contracts: 'okant_avtal',
	systems: 'okant_system'
};

/** A reference that points nowhere. */
export interface LooseReference {
	kind: ProblemKind;
	/** Place of the field among the values of the table. */
	position: number;
	/** The name or id that is not known. */
	value: string;
	/** A whole Swedish sentence, with the nearest known name where one is near. */
	reason: string;
}

interface Checked {
	position: number;
	register: Register;
	/** May point at a row of the same file, which may stand below. */
	isOwn: boolean;
	isList: boolean;
}

/** So many distinct names are remembered with their verdict. */
const rememberedNames = 20_000;

/** Checks the references of one table. */
export class ReferenceChecker {
	private readonly checked: Checked[] = [];
	private readonly known: Partial<Record<Register, Map<string, string>>> = {};
	private readonly verdicts: Record<Register, Map<string, string | null>> = {
		units: new Map(),
		contracts: new Map(),
		systems: new Map()
	};
	private readonly ownIdAt: number;
	private readonly ids = new Set<string>();

	constructor(kind: TableKind, references: KnownReferences | undefined) {
		const { fields } = tables[kind];
		const own = ownIds[kind];
		this.ownIdAt = fields.findIndex((field) => field.name === own?.field);
		for (const register of ['units', 'contracts', 'systems'] as const) {
			const names = references?.[register];
			if (!names) continue;
			this.known[register] = new Map(names.map((name) => [keyOf(name), name]));
			for (const name of referringFields[register][kind] ?? []) {
				const position = fields.findIndex((field) => field.name === name);
				const isList = fields[position]?.type === 'list';
				this.checked.push({ position, register, isOwn: own?.register === register, isList });
			}
		}
	}

	/** References of an accepted row that point nowhere; those into the file itself are told by `isOwn`, to be asked again last. */
	looseIn(values: readonly Value[]): { reference: LooseReference; isOwn: boolean }[] {
		if (!this.checked.length) return none;
		const id = this.ownIdAt < 0 ? null : values[this.ownIdAt];
		if (typeof id === 'string') this.ids.add(keyOf(id));
		const loose: { reference: LooseReference; isOwn: boolean }[] = [];
		for (const { position, register, isOwn, isList } of this.checked) {
			const value = values[position];
			if (typeof value !== 'string') continue;
			for (const name of isList ? value.split('|') : [value]) {
				const reason = this.verdict(register, name);
				if (reason !== null) {
					loose.push({ reference: { kind: kinds[register], position, value: name, reason }, isOwn });
				}
			}
		}
		return loose;
	}

	/** Whether a row of the file itself has this id: to be asked when all rows are read. */
	isInFile(id: string): boolean {
		return this.ids.has(keyOf(id));
	}

	private verdict(register: Register, name: string): string | null {
		const verdicts = this.verdicts[register];
		const remembered = verdicts.get(name);
		if (remembered !== undefined) return remembered;
		const known = this.known[register];
		const reason =
			!known || saysNoNumber(name) || known.has(keyOf(name)) ? null : reasonFor(register, name, known);
		if (verdicts.size < rememberedNames) verdicts.set(name, reason);
		return reason;
	}
}

const none: never[] = [];

/** Case and blanks make no difference. */
function keyOf(name: string): string {
	return name.normalize('NFC').toLocaleLowerCase('sv').replace(/\s+/g, '');
}

const sentences: Readonly<Record<Register, (name: string) => string>> = {
	units: (name) => `Nämnden ”${name}” finns inte bland de inlästa nämnderna.`,
	contracts: (name) => `Avtalet ”${name}” finns inte bland de inlästa avtalen.`,
	systems: (name) => `Systemet ”${name}” finns inte bland de inlästa systemen.`
};

function reasonFor(register: Register, name: string, known: ReadonlyMap<string, string>): string {
	const near = register === 'units' ? nearestName(name, known) : sameButForSigns(name, known);
	const sentence = sentences[register](name);
	return near === null ? sentence : `${sentence} Menade du ${near}?`;
}

/** An id that differs only by signs and leading zeros: `A-7` and `a007`. */
function sameButForSigns(id: string, known: ReadonlyMap<string, string>): string | null {
	const bare = (text: string) =>
		keyOf(text)
			.replace(/[^a-z0-9åäö]/g, '')
			.replace(/(?<!\d)0+(?=\d)/g, '');
	const wanted = bare(id);
	const found = [...known.values()].filter((candidate) => bare(candidate) === wanted);
	return found.length === 1 ? (found[0] ?? null) : null;
}

/** The known name that is fewest letters away, where that is a slip of the pen: one letter in six, at most three. */
function nearestName(name: string, known: ReadonlyMap<string, string>): string | null {
	const wanted = keyOf(name);
	const limit = Math.min(3, Math.floor(wanted.length / 6) + (wanted.length >= 4 ? 1 : 0));
	let nearest: string | null = null;
	let best = limit + 1;
	for (const [key, candidate] of known) {
		if (Math.abs(key.length - wanted.length) >= best) continue;
		const distance = lettersBetween(wanted, key);
		if (distance < best) [best, nearest] = [distance, candidate];
	}
	return nearest;
}

/** Levenshtein distance. */
function lettersBetween(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, i) => i);
	for (let i = 1; i <= from.length; i++) {
		const next = [i];
		for (let j = 1; j <= to.length; j++) {
			const same = from[i - 1] === to[j - 1] ? 0 : 1;
			next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
		}
		row = next;
	}
	return row[to.length] ?? 0;
}
