// What has been done with a follow-up, fetched when its page opens, and which of its figures the page shows: of a locked one
// those that were locked, unless the address asks for today's (`siffror=nu`).
import { page } from '$app/state';
import * as v from 'valibot';
import { budgetDimensions, type BudgetLeaf } from '$lib/domain/budget-leaf';
import { restatementCauses } from '$lib/domain/budget-restatement';
import {
	budgetSteps,
	type BudgetStep,
	type LockedFigures,
	type ShownFigures,
	type ShownFollowUp
} from '$lib/domain/budget-step';
import { askServer } from './ask-server';

const place = {
	unit: v.string(),
	costKind: v.nullable(v.string()),
	orientation: v.nullable(v.string()),
	system: v.nullable(v.string())
} satisfies Record<(typeof budgetDimensions)[number], v.GenericSchema>;
const amount = v.number();
const leafSchema = v.object({
	...place,
	budgetRows: amount,
	baseRows: amount,
	rowsWithoutMonth: amount,
	budgetYear: amount,
	budgetToDate: amount,
	forecastRows: amount,
	forecast: amount,
	outcome: amount,
	outcomeRows: amount,
	outcomeYearBefore: amount,
	outcomeWholeYearBefore: amount
}) satisfies v.GenericSchema<unknown, BudgetLeaf>;
const figuresSchema = v.object({
	versions: v.array(v.string()),
	forecast: v.nullable(v.string()),
	covered: v.boolean(),
	reconciled: v.boolean(),
	yearBeforeCovered: v.boolean(),
	leaves: v.array(leafSchema)
}) satisfies v.GenericSchema<unknown, ShownFigures>;
const files = v.array(v.object({ id: v.number(), name: v.string(), first: v.number() }));
const lockedSchema = v.object({
	cut: v.number(),
	edition: v.number(),
	version: v.number(),
	by: v.string(),
	at: v.string(),
	then: figuresSchema,
	now: figuresSchema,
	nowEdition: v.number(),
	nowVersion: v.number(),
	parts: v.array(
		v.object({
			...place,
			cause: v.picklist(restatementCauses),
			then: files,
			now: files,
			outcome: amount,
			budgetToDate: amount,
			budgetYear: amount,
			forecast: amount
		})
	)
}) satisfies v.GenericSchema<unknown, LockedFigures>;
const shownSchema = v.object({
	state: v.picklist(['open', 'ready', 'reviewed', 'locked']),
	steps: v.array(
		v.object({
			id: v.number(),
			step: v.picklist(budgetSteps),
			by: v.string(),
			at: v.string(),
			reason: v.nullable(v.string()),
			edition: v.number(),
			version: v.number()
		})
	),
	selfReviewed: v.boolean(),
	locked: v.nullable(lockedSchema)
}) satisfies v.GenericSchema<unknown, ShownFollowUp>;
const takenSchema = v.object({ taken: v.boolean(), kept: v.array(v.string()), standing: shownSchema });

/** `newer`: somebody was quicker, and what stands is what they did. */
export type Taking =
	| { outcome: 'taken'; kept: readonly string[] }
	| { outcome: 'newer' }
	| { outcome: 'failed'; message: string };

export interface FollowUpSteps {
	/** Null until it has come. */
	readonly standing: ShownFollowUp | null;
	/** Why it could not be fetched; empty otherwise. */
	readonly failure: string;
	/** What was locked, and what has changed since; null unless the follow-up is locked. */
	readonly locked: LockedFigures | null;
	/** The figures that were locked, when the page is to show those; null when it shows those of the edition. */
	readonly frozen: ShownFigures | null;
	/** @param edition the one whose figures the person sees */
	take(step: BudgetStep, reason: string, edition: number): Promise<Taking>;
	retry(): void;
}

/** The parameter that asks for today's figures of a locked follow-up. */
export const figuresParameter = 'siffror';
export const todaysFigures = 'nu';

/** Fetches what has been done. @param path of the follow-up's page */
export function createFollowUpSteps(path: string): FollowUpSteps {
	const address = `${path}/steg`;
	let standing = $state.raw<ShownFollowUp | null>(null);
	let failure = $state('');
	const locked = $derived(standing?.locked ?? null);
	const frozen = $derived(
		page.url.searchParams.get(figuresParameter) === todaysFigures ? null : (locked?.then ?? null)
	);

	async function load(): Promise<void> {
		failure = '';
		const told = await askServer(address, shownSchema);
		if (told.outcome === 'failed') failure = told.message;
		else standing = told.value;
	}

	void load();
	return {
		get standing() {
			return standing;
		},
		get failure() {
			return failure;
		},
		get locked() {
			return locked;
		},
		get frozen() {
			return frozen;
		},
		async take(step, reason, edition) {
			const after = standing?.steps.at(-1)?.id ?? null;
			const body = { step, reason, after, edition };
			const told = await askServer(address, takenSchema, { method: 'POST', body });
			if (told.outcome === 'failed') return { outcome: 'failed', message: told.message };
			standing = told.value.standing;
			return told.value.taken ? { outcome: 'taken', kept: told.value.kept } : { outcome: 'newer' };
		},
		retry: () => void load()
	};
}
