import { expect, test } from 'vitest';
import { importFile } from '$lib/import/import-file';
import { numbersInOrder } from '$lib/import/cells/personal-data';
import { bytesSource } from '$lib/read/byte-source';
import { ImportQueue } from '$lib/state/import-queue.svelte';
import { nextKey, QueuedFile } from '$lib/state/queued-file.svelte';
import { readyToSend, stateOf } from '../../../src/routes/(app)/importera/parts/file-state';
import { leadSentence, stepsOf } from '../../../src/routes/(app)/importera/parts/standing';

const ledger =
	'datum;namnd;konto;belopp\n2026-10-01;Kulturnämnden;74310;100,00\n;Kulturnämnden;74310;20,00\n';

async function reviewed(
	name: string,
	bytes: Uint8Array,
	parent: QueuedFile | null = null
): Promise<QueuedFile> {
	const file = new QueuedFile(
		{ key: nextKey(), file: new File([new Uint8Array(bytes)], name), sha256: null },
		parent
	);
	file.result = await importFile(bytesSource(name, bytes), { soleTraders: numbersInOrder() });
	file.phase = { name: 'review' };
	return file;
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

function sent(file: QueuedFile, id: number, outcome: 'accepted' | 'unchanged' = 'accepted'): QueuedFile {
	const stored = {
		id,
		fileName: file.file.name,
		uploadedAt: '2026-11-02T08:00:00.000Z',
		replaces: 4,
		report: {
			kind: 'cost' as const,
			totals: { read: 2, accepted: 1, rejected: 1, empty: 0, sum: 10_000 },
			reconciled: false
		}
	};
	file.phase = { name: 'sent', receipt: { outcome, message: '', import: stored } };
	return file;
}

const outcomes = (file: QueuedFile, reconciled: boolean | null = null): Record<string, string> =>
	Object.fromEntries(stepsOf(file, null, reconciled).map(({ key, outcome }) => [key, outcome]));

test('a photograph has passed no step and says nothing of its interpretation', async () => {
	const photo = await reviewed('foto.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]));
	const steps = stepsOf(photo, null);
	expect(steps.map(({ state }) => state)).toEqual(['look', 'later', 'later', 'later', 'later', 'later']);
	expect(steps.map(({ outcome }) => outcome).join('')).toBe('');
});

test('a replacement that is taken back no longer says that the file is loaded, nor do its mended rows', async () => {
	const queue = new ImportQueue(() => ({ recipes: [], today: undefined }));
	const file = sent(await reviewed('huvudbok.csv', text(ledger)), 8);
	file.replaces = 4;
	const mended = sent(await reviewed('rattade_rader_huvudbok.csv', text(ledger), file), 9);
	queue.files = [file, mended];
	expect(outcomes(file)['file']).toBe('ersätter tidigare fil');
	queue.undone(file, 'Den tidigare filen är aktiv igen.');
	expect([stateOf(file, null), stateOf(mended, null)]).toEqual(['undone', 'undone']);
	expect(leadSentence(file, null)).toBe(
		'Ersättningen är ångrad. Den tidigare filen räknas igen från nästa utgåva.'
	);
	expect(outcomes(file)['file']).toBe('2\u00a0rader lästa');
	expect(readyToSend(queue.files, () => null)).toEqual([]);
	expect(file.replaces).toBeUndefined();
});

test('a file that was loaded already replaces nothing', async () => {
	const file = sent(await reviewed('huvudbok.csv', text(ledger)), 8, 'unchanged');
	file.replaces = 4;
	expect(outcomes(file)['file']).toBe('2\u00a0rader lästa');
});

test('mended rows that are sent later let their file agree with its control total', async () => {
	const file = await reviewed('huvudbok.csv', text(ledger));
	file.controlSum = '120,00';
	sent(file, 8);
	expect(outcomes(file, false)['reconciliation']).toBe('skiljer 20,00\u00a0kr');
	expect(outcomes(file, true)['reconciliation']).toBe('stämmer på servern');
});
