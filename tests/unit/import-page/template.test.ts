import { expect, test } from 'vitest';
import { tableKinds, tables } from '$lib/domain/columns';
import { importFile } from '$lib/import/import-file';
import { numbersInOrder } from '$lib/import/cells/personal-data';
import { bytesSource } from '$lib/read/byte-source';
import { templateCsv, templateName } from '../../../src/routes/(app)/importera/parts/template';

test.each(tableKinds)('the template of %s is taken as it is, without questions or problems', async (kind) => {
	const bytes = new TextEncoder().encode(templateCsv(kind));
	const result = await importFile(bytesSource(templateName(kind), bytes), { soleTraders: numbersInOrder() });
	expect(result.problem).toBeNull();
	expect(result.kind).toBe(kind);
	expect(result.questions).toEqual([]);
	expect(result.totals).toMatchObject({ read: 1, accepted: 1, rejected: 0, empty: 0, problems: [] });
	expect(result.plan?.columns.map(({ field }) => field.name)).toEqual(
		tables[kind].fields.map((field) => field.name)
	);
});
