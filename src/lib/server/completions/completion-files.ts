// Completions as files to feed back to the register: one that can be read in as a register, one that tells the sources.
import { completedRow, standingByRecord } from '$lib/domain/completed-contract';
import { completableField, standingCompletions, wholeMunicipalityFields } from '$lib/domain/completion';
import { canonicalColumns } from '$lib/export/canonical-columns';
import { toCsv, type ExportColumn } from '$lib/export/csv';
import { exportFileName } from '$lib/export/file-name';
import { installation, type Installation } from '../editions/installation';
import type { Reader } from '../reader';
import { listCompletions } from './completions';
import { seenLines } from './register';

export const completionFileKinds = ['avtal', 'kallor'] as const;
export type CompletionFileKind = (typeof completionFileKinds)[number];

const text = (header: string): ExportColumn => ({ header, format: 'text' });
const day = (header: string): ExportColumn => ({ header, format: 'day' });
const sourceColumns = [
	text('avtals_id'),
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
	const register = await seenLines(reader.access, where);
	if (!standing.length || !register) return null;
	const { edition, ruleVersion, reconciled } = register.meta;
	const stamp = { edition: String(edition), ruleVersion: String(ruleVersion), reconciled };
	if (kind === 'kallor') {
		const rows = standing.map(({ recordId, field, value, source, sourceDay, author, created }) => [
			recordId,
			completableField(field)?.header ?? field,
			value,
			source,
			sourceDay,
			author,
			created
		]);
		const name = exportFileName(['kompletteringar', where.today()]);
		return { name, content: toCsv(sourceColumns, rows, stamp), edition };
	}
	// What is not sent to a person may not look like an empty cell.
	const columns = canonicalColumns('contract').filter(
		({ name }) => reader.access.units === null || !wholeMunicipalityFields.includes(name)
	);
	const byRecord = standingByRecord(standing);
	const completed = register.lines.filter(({ contract_id }) => byRecord.has(String(contract_id)));
	const rows = completed.map((line) => {
		const { row } = completedRow(line, byRecord.get(String(line.contract_id)) ?? []);
		return columns.map(({ name }) => row[name]);
	});
	const name = exportFileName(['avtal', 'kompletterade', where.today()]);
	return { name, content: toCsv(columns, rows, stamp), edition };
}
