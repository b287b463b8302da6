import { expect, test } from 'vitest';
import { importFile } from '$lib/import/import-file';
import { numbersInOrder } from '$lib/import/cells/personal-data';
import { bytesSource } from '$lib/read/byte-source';
import { nextKey, QueuedFile } from '$lib/state/queued-file.svelte';
import type { ActiveImport } from '../../../src/routes/(app)/importera/parts/file-state';
import { twinOf } from '../../../src/routes/(app)/importera/parts/twin';

const rows = [
	'2026-10-01;Kulturnämnden;100,00',
	'2026-10-02;Kulturnämnden;50,00',
	'2026-10-03;Kulturnämnden;2,50'
];

async function reviewed(name: string, separator = ';', lines = rows): Promise<QueuedFile> {
	const text = ['datum;namnd;belopp', ...lines].join('\n').replaceAll(';', separator);
	const file = new QueuedFile({ key: nextKey(), file: new File([text], name), sha256: null });
	file.result = await importFile(bytesSource(name, new TextEncoder().encode(text)), {
		soleTraders: numbersInOrder()
	});
	file.phase = { name: 'review' };
	return file;
}

const loaded: ActiveImport = {
	id: 7,
	fileName: 'huvudbok.xlsx',
	sheet: 'Blad1',
	kind: 'cost',
	uploadedAt: '2026-11-02T08:00:00.000Z',
	answers: {},
	accepted: 3,
	sum: 15_250,
	corrects: null,
	reconciled: null
};

test('three rows of 152,50 kr that are loaded from a workbook already are told when the CSV comes', async () => {
	const file = await reviewed('huvudbok.csv');
	expect(twinOf(file, [loaded], [file])).toEqual({
		fileName: 'huvudbok.xlsx',
		uploadedAt: '2026-11-02T08:00:00.000Z'
	});
	expect(twinOf(file, [{ ...loaded, sum: 15_251 }], [file])).toBeNull();
	expect(twinOf(file, [{ ...loaded, accepted: 4 }], [file])).toBeNull();
	expect(twinOf(file, [{ ...loaded, kind: 'budget' }], [file])).toBeNull();
});

test('the import that the file replaces is no twin', async () => {
	const file = await reviewed('huvudbok.csv');
	file.replaces = 7;
	expect(twinOf(file, [loaded], [file])).toBeNull();
});

test('two files of the list with the same rows tell of each other, one row alone does not', async () => {
	const [file, tabbed] = [await reviewed('huvudbok.csv'), await reviewed('huvudbok.txt', '\t')];
	expect(twinOf(file, [], [file, tabbed])).toEqual({ fileName: 'huvudbok.txt', uploadedAt: null });
	expect(twinOf(tabbed, [], [file, tabbed])).toEqual({ fileName: 'huvudbok.csv', uploadedAt: null });
	const [one, same] = [
		await reviewed('a.csv', ';', rows.slice(2)),
		await reviewed('b.csv', ';', rows.slice(2))
	];
	expect(twinOf(one, [], [one, same])).toBeNull();
});
