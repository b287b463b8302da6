// What the forecasts that controllers have set move the figures of a follow-up by, as they stand when it is locked.
import type { BudgetLeaf } from '$lib/domain/budget-leaf';
import type { FrozenFollowUp } from '$lib/domain/budget-lock';
import { assumedEventRates } from '$lib/domain/event-rates';
import { dataPeriod } from '$lib/queries/default-period';
import { editionMeta } from '$lib/queries/edition-meta';
import { readSetForecastLeaves } from '$lib/queries/set-forecasts';
import { allAssumptions } from '../assumptions/assumptions';
import type { Installation } from '../editions/installation';
import { openNative } from '../engine/native-engine';
import type { CurrentEdition } from './edition-figures';
import { allOverrides } from './forecast-overrides';
import type { SteppedFollowUp } from './steps';

/** Leaves of the whole municipality; none where nothing is set, or where outcomes stand in place of forecasts. Öre. */
export async function setForecastsOf(
	{ path }: CurrentEdition,
	which: SteppedFollowUp,
	{ leaves, forecast }: Pick<FrozenFollowUp, 'leaves' | 'forecast'>,
	where: Installation
): Promise<BudgetLeaf[]> {
	const stored = forecast === null ? [] : await allOverrides(which, where);
	if (!stored.length) return [];
	const engine = await openNative({ path, readOnly: true });
	try {
		const ledger = dataPeriod(await editionMeta(engine));
		if (!ledger) return [];
		const rates = assumedEventRates(await allAssumptions(where));
		const { year, cut } = which;
		return await readSetForecastLeaves(engine, { year, cut, ledger, leaves, stored, rates });
	} finally {
		await engine.close();
	}
}
