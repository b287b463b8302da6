// A supplier that is a private person becomes "Enskild firma n": number and name, in accepted and rejected rows alike.
import type { Identity } from '$lib/domain/organisation-number';
import type { SourceRecord } from '$lib/read/record';
import { identitiesIn } from './identities';
import { maskPersonalNumbers, type SoleTraderNumbers } from './personal-data';
import { textOf } from './read-cell';

/** What stands for the private person among the identities of a row; null when there is none. */
export function soleTraderIn(identities: readonly Identity[], soleTraders: SoleTraderNumbers): string | null {
	const person = identities.find((identity) => identity.kind === 'person');
	return person?.kind === 'person' ? `Enskild firma ${soleTraders.numberOf(person.digits)}` : null;
}

/**
 * A rejected row's cells: personnummer masked, and a sole trader's number and name as in accepted rows.
 * @param columns where number and name stand in the file, where they do
 */
export function maskedCells(
	record: SourceRecord,
	columns: { organisation: number | undefined; supplier: number | undefined },
	soleTraders: SoleTraderNumbers
): string[] {
	const cells = record.cells.map((cell) => maskPersonalNumbers(textOf(cell)).text);
	if (columns.organisation === undefined) return cells;
	const identities = identitiesIn(textOf(record.cells[columns.organisation] ?? ''));
	const name = soleTraderIn(identities, soleTraders);
	if (name === null) return cells;
	cells[columns.organisation] = name;
	if (columns.supplier !== undefined) cells[columns.supplier] = name;
	return cells;
}
