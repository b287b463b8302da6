// The register of systems with what people have filled in, also since the edition.
import { page } from '$app/state';
import { completedSystem, type CompletedRow } from '$lib/domain/completed-contract';
import type { RecordValues } from '$lib/domain/completion';
import { supplierKeyOf } from '$lib/import/cells/supplier-key';
import { createCompletions, type Completions } from './completions.svelte';

export interface SystemCompletions {
	readonly completions: Completions;
	/** A line of the register with what fills it; as it is while completions are fetched. */
	filled<Row extends RecordValues & { system_id: string | null }>(line: Row): CompletedRow<Row>;
}

const supplierFields: readonly string[] = ['supplier', 'organisation_number'];
const textOf = (value: string | number | null | undefined) => (typeof value === 'string' ? value : null);

/** Call while a page starts. */
export function createSystemCompletions(): SystemCompletions {
	// An earlier edition is shown as it was.
	const completions = createCompletions(() => page.data.now === null, 'system');
	return {
		completions,
		filled(line) {
			if (!completions.all) return { row: line, filled: [], agreed: [], conflicts: [] };
			const result = completedSystem(line, completions.standing.get(line.system_id ?? '') ?? []);
			const isNewSupplier = result.filled.some(({ field }) => supplierFields.includes(field));
			if (!isNewSupplier) return result;
			const { organisation_number: number, supplier: name }: RecordValues = result.row;
			return { ...result, row: { ...result.row, supplier_key: supplierKeyOf(textOf(number), textOf(name)) } };
		}
	};
}
