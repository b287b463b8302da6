import { expect, test } from 'vitest';
import { ore } from '$lib/domain/money';
import { importFile } from '$lib/import/import-file';
import { numbersInOrder } from '$lib/import/cells/personal-data';
import { bytesSource } from '$lib/read/byte-source';
import type { ControlStatement } from '$lib/read/source-table';
import {
	controlFromOf,
	controlSourcesOf,
	fillControl,
	fillStatedControl,
	monthsOf
} from '$lib/state/control-source';
import { controlTotalOf } from '../../../src/routes/(app)/importera/parts/standing';
import { nextKey, QueuedFile } from '$lib/state/queued-file.svelte';
import { typedSum } from '../../../src/routes/(app)/importera/parts/control-total';
import { filePartsOf } from '../../../src/routes/(app)/importera/parts/file-parts';
import {
	namesakeAmong,
	readyToSend,
	stateOf,
	type ActiveImport
} from '../../../src/routes/(app)/importera/parts/file-state';
import { problemLines } from '../../../src/routes/(app)/importera/parts/problem-lines';

const ledger = 'datum;namnd;konto;belopp\n2026-10-01;Kulturnämnden;74310;100,00\n';
const statement: ControlStatement = {
	label: 'Saldon (#RES) för 2026, konto 4–7',
	sum: ore(10_000),
	rows: null,
	from: '2026-01',
	to: '2026-12'
};

async function reviewed(name: string, text = ledger, parent: QueuedFile | null = null): Promise<QueuedFile> {
	const file = new QueuedFile({ key: nextKey(), file: new File([text], name), sha256: null }, parent);
	file.result = await importFile(bytesSource(name, new TextEncoder().encode(text)), {
		soleTraders: numbersInOrder()
	});
	file.phase = { name: 'review' };
	return file;
}

function withResult(file: QueuedFile, change: Partial<NonNullable<QueuedFile['result']>>): QueuedFile {
	if (!file.result) throw new Error('Not read');
	file.result = { ...file.result, ...change };
	return file;
}

const active: ActiveImport = {
	id: 7,
	fileName: 'huvudbok.csv',
	sheet: '',
	kind: 'cost',
	uploadedAt: '2026-10-02T08:00:00.000Z',
	answers: {},
	accepted: 12,
	sum: 120_000,
	corrects: null,
	reconciled: null
};

test('a total that the file states is used from the start, and a typed one wins', async () => {
	const file = withResult(await reviewed('bok.se'), { statedControl: statement });
	fillStatedControl(file);
	expect(typedSum(file.controlSum).value).toBe(10_000);
	expect(controlFromOf(file)?.label).toBe('Saldon (#RES) för 2026, konto 4–7, ur filen själv');
	file.controlSum = '99,00';
	expect(controlFromOf(file)).toBeNull();
	fillStatedControl(file);
	expect(file.controlSum).toBe('99,00');
});

test('where the fields are emptied the total that the file states counts again, as on the server', async () => {
	const file = withResult(await reviewed('bok.se'), { statedControl: statement });
	fillStatedControl(file);
	file.controlSum = '';
	file.controlRows = '';
	expect(controlFromOf(file)?.label).toBe('Saldon (#RES) för 2026, konto 4–7, ur filen själv');
	expect(controlTotalOf(file)).toMatchObject({ sum: 10_000, rows: null });
	file.controlSum = '12,00';
	expect(controlTotalOf(file)).toEqual({ sum: 1_200, rows: null });
});

test('when the file is read otherwise the stated total follows', async () => {
	const file = withResult(await reviewed('bok.se'), { statedControl: statement });
	fillStatedControl(file);
	withResult(file, { statedControl: { ...statement, sum: ore(4_050) } });
	fillStatedControl(file);
	expect(typedSum(file.controlSum).value).toBe(4_050);
	withResult(file, { statedControl: null });
	fillStatedControl(file);
	expect(file.controlSum).toBe('');
});

test('balances of another file in the list can be chosen, with where they come from', async () => {
	const file = await reviewed('huvudbok.csv');
	const balances = withResult(await reviewed('saldon.se'), {
		plan: null,
		totals: null,
		controls: [statement],
		problem: { code: 'bara_saldon', message: 'Filen har saldon.' }
	});
	expect(stateOf(balances, null)).toBe('balances');
	const [source] = controlSourcesOf(file, [file, balances]);
	expect(source).toMatchObject({
		label: 'Saldon (#RES) för 2026, konto 4–7, ur saldon.se',
		months: 'jan–dec 2026',
		sum: 10_000
	});
	if (source) fillControl(file, source);
	expect(typedSum(file.controlSum)).toEqual({ value: 10_000, error: null });
	expect(controlSourcesOf(balances, [file])).toHaveLength(1);
});

test('months are told as a span, one month alone, or not at all', () => {
	expect(monthsOf('2026-03', '2026-03')).toBe('mar 2026');
	expect(monthsOf(null, '2026-03')).toBe('mar 2026');
	expect(monthsOf(null, null)).toBe('');
});

test('a file with the name of a loaded one is asked about, and mended rows are not', async () => {
	const file = await reviewed('huvudbok.csv');
	expect(namesakeAmong([active], file)).toBe(active);
	expect(stateOf(file, active)).toBe('question');
	file.replaces = 7;
	expect(stateOf(file, active)).toBe('ready');
	expect(namesakeAmong([active], await reviewed('huvudbok.csv', ledger, file))).toBeNull();
});

test('two tables of one file have namesakes of their own', async () => {
	const file = await reviewed('bok.xlsx');
	file.sheet = 'Budget';
	const kostnader = { ...active, fileName: 'bok.xlsx', sheet: 'Kostnader' };
	const budget = { ...active, id: 8, fileName: 'bok.xlsx', sheet: 'Budget' };
	expect(namesakeAmong([kostnader, budget], file)?.id).toBe(8);
	expect(namesakeAmong([kostnader], file)).toBeNull();
});

test('a single table whose sheet has a new name is still the same file', async () => {
	const file = await reviewed('bok.xlsx');
	const former = { ...active, fileName: 'bok.xlsx', sheet: 'Oktober' };
	expect(namesakeAmong([former], file)).toBe(former);
	expect(namesakeAmong([former, { ...former, id: 9, sheet: 'November' }], file)).toBeNull();
});

test('mended rows wait for their own file and go with it', async () => {
	const parent = await reviewed('huvudbok.csv');
	const mended = await reviewed('rattade_rader_huvudbok.csv', ledger, parent);
	expect(stateOf(mended, null)).toBe('afterParent');
	expect(readyToSend([parent, mended], () => null)).toEqual([parent, mended]);
	withResult(parent, { questions: [{ question: 'tecken', message: 'Vilket tecken?' }] });
	expect(readyToSend([parent, mended], () => null)).toEqual([]);
});

test('a changed source waits until the change has been seen', async () => {
	const file = await reviewed('huvudbok.csv');
	file.recipe = { name: 'Huvudbok', file: '*', difference: { missing: ['Text'], added: [] }, answers: {} };
	expect(stateOf(file, null)).toBe('question');
	file.differenceSeen = true;
	expect(stateOf(file, null)).toBe('ready');
});

test('the parts of a file are listed with the entries that read them, and the rest as left aside', async () => {
	const file = withResult(await reviewed('bok.xlsx'), {
		unreadSheets: [
			{ sheet: 'Budget', rows: 4, kind: 'budget' },
			{ sheet: 'Försättsblad', rows: 2, kind: null }
		],
		asides: [{ what: 'transaktioner på konto 1–3', rows: 2, sum: ore(5_000) }]
	});
	file.sheet = 'Kostnader';
	const budget = new QueuedFile(file.origin);
	budget.sheet = 'Budget';
	expect(filePartsOf(file, [file, budget]).map(({ sheet, kind, rows }) => [sheet, kind, rows])).toEqual([
		['Kostnader', 'cost', 1],
		['Budget', 'budget', 4],
		['Försättsblad', null, 2]
	]);
	expect(budget.title).toBe('bok.xlsx · Budget');
	budget.result = (await reviewed('budget.csv')).result;
	// The lines counted were four with the header; the list says the rows that were read.
	expect(filePartsOf(file, [file, budget])[1]?.rows).toBe(1);
	const result = file.result;
	if (!result) throw new Error('Not read');
	expect(
		problemLines(result, new Set(['Budget'])).map(({ effect, rows, amount }) => [effect, rows, amount])
	).toEqual([
		['raknas_inte', 2, 5_000],
		['hoppas_over', 2, null]
	]);
});
