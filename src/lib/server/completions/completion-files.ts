// Completions as files to feed back to the register: one that can be read in as a register, one that tells the sources.
import { completedRow, completedSystem, standingByRecord } from '$lib/domain/completed-contract';
import {
	completableField,
	idColumns,
	isSentField,
	standingCompletions,
	type CompletedKind
} from '$lib/domain/completion';
import { canonicalColumns } from '$lib/export/canonical-columns';
import { toCsv, type ExportColumn } from '$lib/export/csv';
import { exportFileName } from '$lib/export/file-name';
import { installation, type Installation } from '../editions/installation';
import type { Reader } from '../reader';
import { listCompletions, registerReader } from './completions';
import { seenLines } from './register';

export const completionFileKinds = ['avtal', 'system', 'kallor'] as const;
export type CompletionFileKind = (typeof completionFileKinds)[number];

const text = (header: string): ExportColumn => ({ header, format: 'text' });
const day = (header: string): ExportColumn => ({ header, format: 'day' });
const sourceColumns = [
	text('avtals_id'),
	text('system_id'),
	text('falt'),
	text('varde'),
	text('kalla'),
	day('kalla_datum'),
	text('kompletterad_av'),
	text('kompletterad')
];

/** Null when nothing that the person sees is completed. */
export async function completionFile(
	kind: CompletionFileKind,
	reader: Reader,
	where: Installation = installation()
): Promise<{ name: string; content: string; edition: number } | null> {
	const standing = standingCompletions(await listCompletions(reader, where));
	const register = await seenLines(kind === 'system' ? 'system' : 'contract', reader.access, where);
	if (!standing.length || !register) return null;
	const { edition, ruleVersion, reconciled } = register.meta;
	const stamp = { edition: String(edition), ruleVersion: String(ruleVersion), reconciled };
	if (kind === 'kallor') {
		const rows = standing.map(({ kind: of, recordId, field, value, source, sourceDay, author, created }) => [
			of === 'contract' ? recordId : null,
			of === 'system' ? recordId : null,
			completableField(field, of)?.header ?? field,
			value,
			source,
			sourceDay,
			author,
			created
		]);
		const name = exportFileName(['kompletteringar', where.today()]);
		return { name, content: toCsv(sourceColumns, rows, stamp), edition };
	}
	const of: CompletedKind = kind === 'system' ? 'system' : 'contract';
	// What is not sent to a person may not look like an empty cell.
	const columns = canonicalColumns(of).filter(({ name }) =>
		isSentField(name, of, registerReader(reader.access))
	);
	const byRecord = standingByRecord(standing, of);
	const completed = register.lines.filter((line) => byRecord.has(String(line[idColumns[of]])));
	if (!completed.length) return null;
	const fill = of === 'system' ? completedSystem : completedRow;
	const rows = completed.map((line) => {
		const { row } = fill(line, byRecord.get(String(line[idColumns[of]])) ?? []);
		return columns.map(({ name }) => row[name]);
	});
	const name = exportFileName([kind, 'kompletterade', where.today()]);
	return { name, content: toCsv(columns, rows, stamp), edition };
}
