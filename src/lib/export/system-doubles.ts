// `dubbletter.csv`: systems that may do the same thing, one row a system and group, alike on the page and in the batch command.
import type { DoubleGroup } from '../domain/system-doubles';
import type { ExportColumn, ExportValue } from './csv';

/** The columns before the stamp. `formaga` is empty where only names or products join the systems. */
export const doublesColumns: readonly ExportColumn[] = [
	{ header: 'formaga', format: 'text' },
	{ header: 'system_id', format: 'text' },
	{ header: 'namn', format: 'text' },
	{ header: 'namnd', format: 'text' },
	{ header: 'kostnad', format: 'amount' },
	{ header: 'avtalsslut', format: 'text' }
];

/** What is asked of a contract in force; null where the register of contracts does not have it. */
interface EndingContract {
	contract: { facts: { endDay: string | null } } | null;
}

/** The last end among contracts in force; null where there is none, or one of them has no known end. */
export function lastEnd(contracts: readonly EndingContract[]): string | null {
	const days = contracts.map(({ contract }) => contract?.facts.endDay ?? null);
	const known = days.filter((day) => day !== null).sort();
	return known.length === days.length ? (known.at(-1) ?? null) : null;
}

/** Rows in the order of the groups. `kostnad` is öre in the latest twelve months with data; null is unknown. */
export function doublesCells(
	groups: readonly DoubleGroup[],
	contractsOf: (systemId: string) => readonly EndingContract[]
): ExportValue[][] {
	return groups.flatMap(({ capability, systems }) =>
		systems.map(({ system_id: id, name, unit, amount }) => [
			capability ?? '',
			id,
			name,
			unit,
			amount,
			lastEnd(contractsOf(id))
		])
	);
}
