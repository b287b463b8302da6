// Systems with their answers about sovereignty and what they cost, as the page lists them and writes them to a file.
import {
	sovereigntyLevel,
	sovereigntyObjectives,
	type SovereigntyAnswers,
	type SovereigntyLevel
} from '$lib/domain/sovereignty';
import { sovereigntyHeaders } from '$lib/domain/columns/system';
import type { ExportValue } from '$lib/export/csv';
import type { RegisteredSystem } from '$lib/queries/system-register';
import { exportColumn } from '$lib/state/table-file';

const swedish = new Intl.Collator('sv', { numeric: true });

export interface SovereignSystem {
	id: string;
	name: string;
	owner: string | null;
	/** The nämnd that owns it. */
	unit: string | null;
	/** Only the ledger names it: there is nothing to complete. */
	unlisted: boolean;
	/** Öre of the period, net. */
	amount: number;
	answers: SovereigntyAnswers;
	level: SovereigntyLevel;
}

/** Systems of the register and those that only cost names, the most costly first. @param amounts öre by system_id */
export function sovereignSystems(
	register: readonly RegisteredSystem[],
	amounts: ReadonlyMap<string, number>
): SovereignSystem[] {
	const known = new Set(register.map(({ system_id }) => system_id));
	const lines = [
		...register.map((line) => ({ id: line.system_id, name: line.name, owner: line.system_owner, line })),
		...[...amounts.keys()]
			.filter((id) => !known.has(id))
			.map((id) => ({ id, name: null, owner: null, line: null }))
	];
	return lines
		.map(({ id, name, owner, line }) => {
			const answers = Object.fromEntries(
				sovereigntyObjectives.map((objective) => [objective, line?.[objective] ?? null])
			) as SovereigntyAnswers;
			return {
				id,
				name: name ?? id,
				owner,
				unit: line?.unit ?? null,
				unlisted: line === null,
				amount: amounts.get(id) ?? 0,
				answers,
				level: sovereigntyLevel(answers)
			};
		})
		.sort((a, b) => b.amount - a.amount || swedish.compare(a.name, b.name));
}

export const sovereignColumns = [
	exportColumn('system_id'),
	exportColumn('namn'),
	exportColumn('systemagare'),
	exportColumn('kostnad', 'amount'),
	...sovereigntyObjectives.map((objective) => exportColumn(sovereigntyHeaders[objective], 'count')),
	exportColumn('niva_min', 'count'),
	exportColumn('niva_max', 'count'),
	exportColumn('kanda_svar', 'count')
];

export function sovereignCells(systems: readonly SovereignSystem[]): ExportValue[][] {
	return systems.map(({ id, name, owner, amount, answers, level }) => [
		id,
		name,
		owner,
		amount,
		...sovereigntyObjectives.map((objective) => answers[objective]),
		level.low,
		level.high,
		level.known
	]);
}
