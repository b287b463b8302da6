// The förmågeträd that the app hands out: it imports as it is, hangs together, and says of no nämnd what only the nämnd knows.
import { expect, test } from 'vitest';
import { startingCapabilities } from '$lib/components/starting-capabilities';
import { numbersInOrder } from '$lib/import/cells/personal-data';
import { importFile } from '$lib/import/import-file';
import { bytesSource } from '$lib/read/byte-source';

const file = await startingCapabilities();
const [header = '', ...lines] = (await file.content.text()).trimEnd().split('\r\n');
const rows = lines.map((line) => line.split(';'));

test('it is taken as it is, without questions or problems', async () => {
	const bytes = new Uint8Array(await file.content.arrayBuffer());
	const result = await importFile(bytesSource(file.name, bytes), { soleTraders: numbersInOrder() });
	expect(result.kind).toBe('capability');
	expect(result.questions).toEqual([]);
	expect(result.totals).toMatchObject({
		read: rows.length,
		accepted: rows.length,
		rejected: 0,
		empty: 0,
		problems: []
	});
});

test('each förmåga has a number and a name of its own, and belongs to an area of the tree', () => {
	expect(header.replace('\ufeff', '')).toBe('formaga_id;namn;overordnad;behov_namnder;utan_behov_namnder');
	const ids = rows.map(([id]) => id);
	expect(new Set(ids).size).toBe(rows.length);
	expect(new Set(rows.map(([, name]) => name)).size).toBe(rows.length);
	const areas = new Set(rows.filter(([, , parent]) => parent === '').map(([id]) => id));
	expect(areas.size).toBe(13);
	for (const [, , parent] of rows) expect(parent === '' || areas.has(parent)).toBe(true);
});

test('it says of no nämnd that it has a need, nor that it has none', () => {
	expect(rows.filter(([, , , needed, notNeeded]) => needed || notNeeded)).toEqual([]);
});
