// Where the rows behind a kept figure are: the page of their contract, or Översikt, in the edition that the figure is of.
import { addressOf } from './address';
import { rowsToText, type ShownRows } from './rows-text';

/** @param at the edition and the nämnder that the figure is of. @param moneyUnit as the address has it */
export function keptRowsAddress(
	{ path, selection }: ShownRows,
	at: { edition: number; units: readonly string[] | null },
	moneyUnit: string | null
): string {
	const { filters } = selection;
	const units = filters.units.length ? filters.units : [...(at.units ?? [])];
	const search = new URLSearchParams({ utgava: String(at.edition) });
	if (moneyUnit) search.set('enhet', moneyUnit);
	search.set('rader', rowsToText({ path, selection: { ...selection, filters: { ...filters, units } } }));
	const [contract] = selection.ceilingOf ? [selection.ceilingOf] : filters.contracts;
	return addressOf(contract ? `/avtal/${encodeURIComponent(contract)}` : '/', search);
}
