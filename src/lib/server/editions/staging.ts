// Accepted rows of all files, in staging tables of a native database; rejected rows beside them.
import { tableKinds, tables, type TableKind } from '$lib/domain/columns';
import {
	clockColumns,
	completedRow,
	completedSystem,
	type StandingByKind,
	type StandingByRecord
} from '$lib/domain/completed-contract';
import type { Day } from '$lib/domain/day';
import { unusedLicences } from '$lib/domain/licence-use';
import type { Answers, RecipeEntry } from '$lib/import/answers';
import type { AcceptedRow, RejectedRow } from '$lib/import/checks/check-rows';
import { importFile, type ImportResult } from '$lib/import/import-file';
import type { SoleTraderNumbers } from '$lib/import/cells/personal-data';
import type { ImportPlan } from '$lib/import/recognise/plan';
import type { Value } from '$lib/import/cells/read-cell';
import type { KnownReferences } from '$lib/import/checks/references';
import { supplierKeyOf } from '$lib/import/cells/supplier-key';
import { fillUnknown } from '$lib/import/cells/unknown-values';
import type { ByteSource } from '$lib/read/byte-source';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { answerOthers } from './durable-file';
import { stagingColumns } from './columns';
import { derivedId } from './derived-id';
import { statedTotal } from './reconciled';

type Cell = string | number | boolean | null;

export interface StagedFile {
	fileId: number;
	result: ImportResult;
	controlSum: number | null;
	controlRows: number | null;
	/** The file whose rejected rows this one holds, mended. */
	corrects?: number | null;
}

export interface AddOptions {
	fileId: number;
	answers?: Answers;
	recipes?: readonly RecipeEntry[];
	references?: KnownReferences;
	today?: Day;
	soleTraders: SoleTraderNumbers;
	controlSum?: number | null;
	controlRows?: number | null;
	corrects?: number | null;
	/** What people have filled in where the registers say nothing. */
	completions?: StandingByKind;
	signal?: AbortSignal;
	onRejected?(row: RejectedRow): void;
}

/** The staging area of one run. */
export class Staging {
	readonly files: StagedFile[] = [];

	private constructor(readonly database: NativeDatabase) {}

	/** Creates empty staging tables in the database's own catalog. */
	static async create(database: NativeDatabase): Promise<Staging> {
		for (const kind of tableKinds) {
			const columns = stagingColumns(kind).map(({ name, type }) => `"${name}" ${type}`);
			await database.execute(`CREATE TABLE staged_${kind} (${columns.join(', ')})`);
		}
		return new Staging(database);
	}

	/** Reads a file into staging. A refused file leaves nothing there; its reason is in the result. */
	async add(source: ByteSource, options: AddOptions): Promise<StagedFile> {
		let waiting: Cell[][] = [];
		let kind: TableKind | null = null;
		const flush = async (): Promise<void> => {
			if (!kind || !waiting.length) return;
			const rows = waiting;
			waiting = [];
			await this.database.appendRows(`staged_${kind}`, stagingColumns(kind).length, rows);
		};
		const result = await importFile(source, {
			answers: options.answers,
			recipes: options.recipes,
			references: options.references,
			today: options.today,
			soleTraders: options.soleTraders,
			signal: options.signal,
			progress: flush,
			pause: answerOthers,
			sink: {
				begin: (plan) => {
					kind = plan.kind;
				},
				accept: (row, plan) => {
					waiting.push(stagedRow(row, plan, options));
				},
				reject: (row) => options.onRejected?.(row)
			}
		});
		await flush();
		const isStated = options.controlSum != null || options.controlRows != null;
		const control = isStated ? null : statedTotal(result);
		const staged: StagedFile = {
			fileId: options.fileId,
			result,
			controlSum: options.controlSum ?? control?.sum ?? null,
			controlRows: options.controlRows ?? control?.rows ?? null,
			corrects: options.corrects ?? null
		};
		this.files.push(staged);
		return staged;
	}

	/** Adds systems of no file, those that no file lists. @param lines by the columns of the register */
	async addSystems(
		lines: readonly Readonly<Record<string, string | null>>[],
		completions: StandingByKind
	): Promise<void> {
		if (!lines.length) return;
		const listed = await this.database.run('SELECT DISTINCT system_id FROM staged_system');
		const ids = new Set(listed.map(({ system_id: id }) => id));
		const rows = lines
			.filter(({ system_id: id }) => !ids.has(id ?? null))
			.map((line): Cell[] => {
				const values = tables.system.fields.map(({ name }) => line[name] ?? null);
				const supplierKey = supplierKeyOf(line.organisation_number ?? null, line.supplier ?? null);
				return [...systemCells(values, supplierKey, completions.system), null, null, null];
			});
		if (rows.length) await this.database.appendRows('staged_system', stagingColumns('system').length, rows);
	}
}

function stagedRow(row: AcceptedRow, plan: ImportPlan, { fileId, completions }: AddOptions): Cell[] {
	const { kind } = plan;
	const { values } = row;
	const fields = tables[kind].fields;
	const at = (name: string): Value => values[fields.findIndex((field) => field.name === name)] ?? null;
	const set = (name: string, value: Value): void => {
		values[fields.findIndex((field) => field.name === name)] = value;
	};
	const origin: Cell[] = [fileId, plan.sheet, row.row];
	if (kind === 'cost') {
		fillUnknown(kind, values);
		return [...values, row.isPeriod, row.supplierKey, ...origin];
	}
	if (kind === 'contract') {
		if (at('contract_id') === null) {
			set(
				'contract_id',
				derivedId('A', [at('registry_number'), at('title'), at('supplier'), at('start_day')])
			);
		}
		return [...contractCells(values, row.supplierKey, completions?.contract), ...origin];
	}
	if (kind === 'system') {
		if (at('system_id') === null) set('system_id', derivedId('S', [at('name'), at('unit')]));
		return [...systemCells(values, row.supplierKey, completions?.system), ...origin];
	}
	if (kind === 'licence') {
		const unused = unusedLicences(number(at('purchased')), number(at('assigned')), number(at('active')));
		const price = number(at('price'));
		const amount = unused === null || price === null ? null : unused * price;
		return [...values, row.supplierKey, unused, amount, ...origin];
	}
	if (kind === 'capability' && at('capability_id') === null)
		set('capability_id', derivedId('F', [at('name')]));
	return [...values, ...origin];
}

/** The fields of a row by their names. */
function byName(fields: readonly { name: string }[], values: readonly Value[]): Record<string, Value> {
	return Object.fromEntries(fields.map(({ name }, place) => [name, values[place] ?? null]));
}

/** The supplier's key as the filled row has it: anew where its name or number is filled in. */
function keyOfFilled(
	row: Record<string, Value>,
	names: readonly string[],
	supplierKey: string | null
): string | null {
	return names.includes('supplier') || names.includes('organisation_number')
		? supplierKeyOf(text(row.organisation_number ?? null), text(row.supplier ?? null))
		: supplierKey;
}

/** A contract with what is filled in, and the days that follow from both. Nothing of a row is changed but what is empty. */
function contractCells(
	values: readonly Value[],
	supplierKey: string | null,
	completions: StandingByRecord | undefined
): Cell[] {
	const { fields } = tables.contract;
	const known = byName(fields, values);
	const { row, filled } = completedRow(known, completions?.get(String(known.contract_id)) ?? []);
	const names = filled.map(({ field }) => field);
	const { notice_day, latest_end, last_safe_start } = clockColumns(row);
	return [
		...fields.map(({ name }) => row[name] ?? null),
		keyOfFilled(row, names, supplierKey),
		notice_day,
		latest_end,
		last_safe_start,
		names.join('|') || null
	];
}

/** A system with what is filled in. */
function systemCells(
	values: readonly Value[],
	supplierKey: string | null,
	completions: StandingByRecord | undefined
): Cell[] {
	const { fields } = tables.system;
	const known = byName(fields, values);
	const { row, filled } = completedSystem(known, completions?.get(String(known.system_id)) ?? []);
	const names = filled.map(({ field }) => field);
	return [
		...fields.map(({ name }) => row[name] ?? null),
		keyOfFilled(row, names, supplierKey),
		names.join('|') || null
	];
}

function text(value: Value): string | null {
	return typeof value === 'string' ? value : null;
}

function number(value: Value): number | null {
	return typeof value === 'number' ? value : null;
}
