// `budgetuppfoljning.csv`: every follow-up whose months the ledger holds, one line per nämnd, kostnadsslag and inriktning.
import {
	countedVersions,
	forecastVersion,
	isCovered,
	monthsOfFollowUp,
	type YearFollowUp
} from '$lib/domain/follow-up';
import { standardFollowUps } from '$lib/domain/follow-up-setting';
import { followUpLines } from '$lib/domain/follow-up-lines';
import type { Engine } from '$lib/engine/engine';
import type { ExportColumn, ExportValue } from '$lib/export/csv';
import { budgetLeaf, budgetLeaves } from '$lib/queries/budget-leaves';
import { budgetVersions } from '$lib/queries/budget-versions';
import { dataPeriod } from '$lib/queries/default-period';
import { editionMeta } from '$lib/queries/edition-meta';
import { ask } from '$lib/queries/query';

export const budgetFollowUpColumns: readonly ExportColumn[] = [
	{ header: 'period', format: 'text' },
	{ header: 'namnd', format: 'text' },
	{ header: 'kostnadsslag', format: 'text' },
	{ header: 'inriktning', format: 'text' },
	{ header: 'budget_period', format: 'amount' },
	{ header: 'utfall', format: 'amount' },
	{ header: 'avvikelse_period', format: 'amount' },
	{ header: 'budget_helar', format: 'amount' },
	{ header: 'prognos', format: 'amount' },
	{ header: 'avvikelse_helar', format: 'amount' }
];

/** The lines of every closed follow-up, the oldest first; amounts in öre, unknown is null. */
export async function budgetFollowUpRows(engine: Engine): Promise<ExportValue[][]> {
	const ledger = dataPeriod(await editionMeta(engine));
	if (!ledger) return [];
	const known = await ask(engine, budgetVersions, undefined);
	const [first, last] = [Number(ledger.from.slice(0, 4)), Number(ledger.to.slice(0, 4))];
	const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
	const closed = years
		.flatMap((year) =>
			standardFollowUps.map(({ name, cut }): YearFollowUp => ({ year, followUp: name, cut }))
		)
		.filter((followUp) => isCovered(monthsOfFollowUp(followUp), ledger));
	const rows: ExportValue[][] = [];
	for (const followUp of closed) {
		const { year, cut } = followUp;
		const versions = countedVersions(
			known.filter((row) => row.year === year).map(({ version }) => version ?? '')
		);
		const asked = { year, cut, versions, forecast: forecastVersion(followUp) };
		const leaves = (await ask(engine, budgetLeaves, asked)).map(budgetLeaf);
		rows.push(
			...followUpLines(leaves, cut).map((line) => [
				`${year}-${followUp.followUp}`,
				line.unit,
				line.costKind,
				line.orientation,
				line.budgetToDate,
				line.outcome,
				line.deviationToDate,
				line.budgetYear,
				line.forecast,
				line.deviationYear
			])
		);
	}
	return rows;
}
