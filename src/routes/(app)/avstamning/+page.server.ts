// What is loaded, what is published, and whether somebody publishes right now.
import { listEditions } from '$lib/server/editions/edition';
import { listImports, mendedFrom } from '$lib/server/editions/imports';
import { publishStatus } from '$lib/server/editions/publish-status';
import type { PageServerLoad } from './$types';
import type { EditionLine, ImportLine } from './parts/lines';

export const load: PageServerLoad = async () => {
	const imports = await listImports();
	const active = imports.filter(({ status }) => status === 'active');
	const costSums = new Map(
		imports.map(({ id, report }) => [id, report.kind === 'cost' ? (report.totals.sum ?? 0) : 0])
	);
	const importLines: ImportLine[] = imports.map((stored) => {
		const { totals, kind, sheet, controlSource } = stored.report;
		const { standing } = stored;
		return {
			id: stored.id,
			fileName: stored.fileName,
			sheet,
			kind,
			status: stored.status,
			published: stored.published,
			uploadedAt: stored.uploadedAt,
			uploadedBy: stored.uploadedBy,
			read: totals.read,
			accepted: totals.accepted,
			rejected: totals.rejected,
			empty: totals.empty,
			sum: totals.sum,
			controlSum: stored.control.sum,
			controlRows: stored.control.rows,
			ownDeviation: totals.published,
			controlSource,
			corrects: imports.find(({ id }) => id === stored.corrects)?.fileName ?? null,
			familyAccepted: standing.accepted,
			familySum: standing.sum,
			mended: mendedFrom(stored.id, active).map(({ fileName }) => fileName),
			reconciled: standing.reconciled
		};
	});
	const editionLines: EditionLine[] = (await listEditions()).map(({ files, ...edition }) => ({
		edition: edition.edition,
		created: edition.created,
		createdBy: edition.createdBy,
		status: edition.status,
		reconciled: edition.reconciled,
		dataFrom: edition.dataFrom,
		dataTo: edition.dataTo,
		rows: files.reduce((rows, file) => rows + file.accepted, 0),
		costSum: files.reduce((sum, file) => sum + (costSums.get(file.import) ?? 0), 0)
	}));
	return { imports: importLines, editions: editionLines, publishing: publishStatus() };
};
