// `dubbletter.csv`: systems that may do the same thing, as the page finds them, by the standard assumptions.
import { parseIsoDay } from '$lib/domain/day';
import { noFilters } from '$lib/domain/filters';
import { monthsOf } from '$lib/domain/period';
import { doubledSystem, systemDoubles } from '$lib/domain/system-doubles';
import { capabilityFinder } from '$lib/domain/system-map';
import type { Engine } from '$lib/engine/engine';
import type { ExportValue } from '$lib/export/csv';
import { doublesCells } from '$lib/export/system-doubles';
import { capabilityTree } from '$lib/queries/capability-tree';
import { comparedSystems } from '$lib/queries/compared-systems';
import { contractList } from '$lib/queries/contract-list';
import { describeContracts } from '$lib/queries/described-contract';
import { editionMeta } from '$lib/queries/edition-meta';
import { exitSystems } from '$lib/queries/exit-systems';
import { latestYear } from '$lib/queries/latest-year';
import { ask } from '$lib/queries/query';
import { systemContractCosts } from '$lib/queries/system-contract-costs';
import { systemExitFacts } from '$lib/queries/system-exit-facts';

/** A row a system and group, in the order of the page. */
export async function systemDoublesRows(engine: Engine): Promise<ExportValue[][]> {
	const meta = await editionMeta(engine);
	const today = parseIsoDay(meta.today);
	if (!today) throw new Error(`The edition has no day: ${meta.today}`);
	const period = latestYear(meta);
	const exits = new Map(
		exitSystems({
			facts: await ask(engine, systemExitFacts, undefined),
			costs: period ? await ask(engine, systemContractCosts, { ...noFilters, period }) : [],
			months: period ? monthsOf(period).length : 12,
			contracts: describeContracts(await ask(engine, contractList, undefined), today),
			stored: [],
			today
		}).map((exit) => [exit.systemId, exit])
	);
	const lines = await ask(engine, comparedSystems, { classified: false });
	const find = capabilityFinder(await ask(engine, capabilityTree, undefined));
	const groups = systemDoubles(
		lines.map((line) => doubledSystem(line, exits.get(line.system_id)?.amount ?? null, find)),
		today
	);
	return doublesCells(groups, (id) => exits.get(id)?.contracts ?? []);
}
