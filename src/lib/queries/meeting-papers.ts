// The papers of a meeting: the answers of the pages on one edition, kept as they were when the papers were made. They hold
// rows and öre, never words, so that the same parts that draw the pages draw the papers.
import * as v from 'valibot';
import { completedRow, type StandingByRecord } from '$lib/domain/completed-contract';
import { agendaKinds } from '$lib/domain/meeting';
import { postKinds, threadSubjects } from '$lib/domain/review';
import type { Engine } from '$lib/engine/engine';
import { contractCost } from './contract-cost';
import { contractLicencePrices } from './contract-licence-prices';
import { contractList } from './contract-list';
import { contractSystems } from './contract-systems';
import { contractYear } from './contract-year';
import { latestYear } from './latest-year';
import { ask } from './query';
import { startAnswers } from './start-answers';
import { startAnswersSchema } from './start-answers-schema';

/**
 * Raise it when papers are kept in another shape, and go on reading the earlier ones: papers are handed out, and must open
 * for as long as the meeting is remembered.
 */
export const papersFormat = 1;

const contractSchema = v.object({
	/** avtals_id. */
	id: v.string(),
	/** Its lines of the register, and those of contracts called off under it; none when it is not in the register. */
	register: v.array(contractList.row),
	/** Öre of the latest twelve months on it and on what is called off under it. */
	year: v.array(contractYear.row),
	payments: v.array(contractCost.row),
	systems: v.array(contractSystems.row),
	licences: v.array(contractLicencePrices.row)
});
export type PapersContract = v.InferOutput<typeof contractSchema>;

const threadSchema = v.object({
	id: v.number(),
	subject: v.object({ kind: v.picklist(threadSubjects), key: v.string(), name: v.string() }),
	/** What the figure said when it was asked about. */
	figure: v.nullable(v.string()),
	posts: v.array(
		v.object({
			kind: v.picklist(postKinds),
			text: v.string(),
			author: v.string(),
			/** ISO instant. */
			created: v.string()
		})
	)
});
export type PapersThread = v.InferOutput<typeof threadSchema>;

export const papersSchema = v.object({
	format: v.literal(papersFormat),
	/** The nämnder that the figures are of; null is the whole municipality. */
	units: v.nullable(v.array(v.string())),
	/** In the order of the agenda. */
	agenda: v.array(
		v.object({ item: v.number(), kind: v.picklist(agendaKinds), key: v.string(), name: v.string() })
	),
	/** The five questions of Översikt. */
	start: startAnswersSchema,
	contracts: v.array(contractSchema),
	/** Questions on the agenda, and open ones on its contracts. */
	threads: v.array(threadSchema)
});
export type Papers = v.InferOutput<typeof papersSchema>;

/**
 * The figures of the papers, asked as the pages ask them.
 * @param contractIds of the agenda
 * @param completions what people have filled in since the edition too, as the pages show it
 */
export async function papersFigures(
	engine: Engine,
	contractIds: readonly string[],
	completions: StandingByRecord
): Promise<Pick<Papers, 'start' | 'contracts'>> {
	const start = await startAnswers(engine);
	const found = await ask(engine, contractList, undefined);
	const register = found.map((row) => completedRow(row, completions.get(row.contract_id) ?? []).row);
	const year = latestYear(start.meta);
	const yearly = year ? await ask(engine, contractYear, year) : [];
	const contracts: PapersContract[] = [];
	for (const id of contractIds) {
		const lines = register.filter((row) => row.contract_id === id || row.framework_ref === id);
		const known = lines.some((row) => row.contract_id === id);
		const counted = new Set(lines.map((row) => row.contract_id));
		contracts.push({
			id,
			register: known ? lines : [],
			year: known ? yearly.filter((row) => counted.has(row.contract_id)) : [],
			payments: await ask(engine, contractCost, id),
			systems: await ask(engine, contractSystems, id),
			licences: await ask(engine, contractLicencePrices, id)
		});
	}
	return { start, contracts };
}
