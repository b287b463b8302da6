// Every form of file is read by the preview in a real browser, under the policy that the server sets, and stays there.
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { tables } from '$lib/domain/columns';
import { demoServer } from './demo-server';
import { choose, fileNamed, header, visitImport, type ChosenFile } from './import-page';
import { bringVisitors, type Visitors } from './visitors';

const openPage = visitImport();
const origin = demoServer().origin;
let people: Visitors;
beforeAll(async () => {
	people = await bringVisitors('format');
});
afterAll(() => people.close());

const line = (day: string, amount: string) => `${day};Kulturnämnden;74310;Norr Data AB;${amount}`;
const text = (...lines: string[]) => `${lines.join('\r\n')}\r\n`;
const file = (name: string, content: string | Uint8Array): ChosenFile => ({
	name,
	mimeType: '',
	buffer: Buffer.from(content)
});
const object = (day: string, amount: string) => ({
	datum: day,
	namnd: 'Kulturnämnden',
	konto: '74310',
	leverantor: 'Norr Data AB',
	belopp: amount
});

const procurement = {
	releases: [
		{
			ocid: 'ocds-prov-1',
			id: '1',
			date: '2026-01-01T00:00:00Z',
			tag: ['contract'],
			parties: [{ id: 'L', name: 'Norr Data AB', roles: ['supplier'] }],
			buyer: { id: 'K', name: 'Lindskärs kommun' },
			awards: [{ id: 'T', status: 'active', suppliers: [{ id: 'L', name: 'Norr Data AB' }] }],
			contracts: [
				{
					id: 'C',
					awardID: 'T',
					title: 'Drift av nät',
					status: 'active',
					period: { startDate: '2026-01-01T00:00:00Z', endDate: '2027-01-01T00:00:00Z' },
					value: { amount: 100, currency: 'SEK' }
				}
			]
		}
	]
};

async function formats(): Promise<[ChosenFile, string[]][]> {
	const january = text(header, line('2026-01-02', '1 204,50'));
	const [first, second] = [january.slice(0, 40), january.slice(40)];
	const cells = [header, line('2026-01-02', '7')].map((row) => row.split(';').map((value) => ({ value })));
	return [
		[file('en.csv.gz', gzipSync(january)), ['1\u00a0204,50']],
		[file('flera.csv.gz', Buffer.concat([gzipSync(first), gzipSync(second)])), ['1\u00a0204,50']],
		[
			file(
				'arkiv.zip',
				zipSync({
					'jan.csv': strToU8(january),
					'feb.csv': strToU8(text(header, line('2026-02-02', '20,00'))),
					'mar.json': strToU8(JSON.stringify([object('2026-03-02', '30,00')]))
				})
			),
			['jan.csv', 'feb.csv', 'mar.json']
		],
		[file('bok.xlsx', await writeXlsxFile(cells).toBuffer()), ['7,00']],
		[file('rader.json', JSON.stringify([object('2026-01-02', '8,00')])), ['8,00']],
		[
			file(
				'rader.ndjson',
				text(JSON.stringify(object('2026-01-02', '9,00')), JSON.stringify(object('2026-01-03', '1,00')))
			),
			['10,00']
		],
		[
			file(
				'bok.se',
				text(
					'#FLAGGA 0',
					'#SIETYP 4',
					'#FNAMN "Lindskär"',
					'#RAR 0 20260101 20261231',
					'#KONTO 6540 "IT"',
					'#VER A 1 20260115 "Drift"',
					'{',
					'#TRANS 6540 {} 55.00',
					'#TRANS 1930 {} -55.00',
					'}'
				)
			),
			['55,00']
		],
		[file('utdrag.json', JSON.stringify(procurement)), ['Avtal']]
	];
}

test('packed files, workbooks, JSON, ledgers and procurements are previewed, and nothing leaves the browser', async () => {
	const { page, sent } = await openPage();
	const faults: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') faults.push(message.text());
	});
	page.on('pageerror', (fault) => faults.push(fault.message));
	for (const [chosen, shown] of await formats()) {
		await choose(page, chosen);
		await fileNamed(page, chosen.name).first().click();
		for (const words of shown) {
			await page
				.locator('main')
				.getByText(words)
				.first()
				.waitFor()
				.catch(() => expect.fail(`${chosen.name} does not show ${words}`));
		}
	}
	expect(faults).toEqual([]);
	expect(sent).toEqual([]);
});

/** Sends answers and a file as the page does. */
async function send(name: string, answers: string | Buffer, content: string) {
	const bytes = Buffer.from(answers);
	const query = new URLSearchParams({ namn: name, svarsbyte: String(bytes.length) });
	const response = await people.request('controller', `/importera/fil?${query}`, {
		method: 'POST',
		headers: { Origin: origin, 'Content-Type': 'application/octet-stream' },
		body: Buffer.concat([bytes, Buffer.from(content)])
	});
	return { status: response.status, body: await response.json() };
}

test('answers that no address has room for are sent: every column of avtal under a header of 150 letters', async () => {
	const { fields } = tables.contract;
	const headers = fields.map((_, place) => `${'å'.repeat(147)}${100 + place}`);
	const example = { title: 'Drift', supplier: 'Norr Data AB', unit: 'Kulturnämnden', contract_id: 'BRED-1' };
	const values = fields.map(
		(field) => Object.entries(example).find(([name]) => name === field.name)?.[1] ?? ''
	);
	const answers = JSON.stringify({
		tabell: 'avtal',
		rubrikrad: 1,
		kolumner: Object.fromEntries(fields.map((field, place) => [field.header, headers[place]]))
	});
	expect(encodeURIComponent(answers).length).toBeGreaterThan(16_384);
	const { status, body } = await send('bred.csv', answers, text(headers.join(';'), values.join(';')));
	expect([status, body.message]).toEqual([201, expect.stringMatching(/^Filen är inläst/)]);
	expect(body.import.report).toMatchObject({ kind: 'contract', totals: { accepted: 1 } });
	expect(body.import.report.columns).toHaveLength(fields.length);
	const removed = await people.request('controller', `/importera/${body.import.id}`, {
		method: 'DELETE',
		headers: { Origin: origin }
	});
	expect(removed.status).toBe(204);
});

test.each(['{"tecken":"x"}', '{"tecken":', '{"__proto__":{"tecken":"minus"}}', Buffer.from([0xff, 0xfe])])(
	'answers %s are refused in words, whatever file follows them',
	async (answers) => {
		const rows = text(header, ...Array.from({ length: 20_000 }, () => line('2026-01-02', '1,00')));
		const { status, body } = await send('a.csv', answers, rows);
		expect([status, body.message]).toEqual([
			400,
			expect.stringMatching(/^Svaren om filen går inte att läsa/)
		]);
	}
);
