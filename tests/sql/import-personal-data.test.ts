// No personnummer is kept anywhere outside the original, wherever in a file it stands.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { publishEdition } from '$lib/server/editions/publish';
import { rejectedRows } from '$lib/server/editions/rejected-rows';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
beforeAll(async () => {
	installation = await openInstallation();
});
afterAll(() => installation.close());

// Nobody's: the check digit is right.
const number = '850709-9805';

const header = 'datum;namnd;konto;leverantor;text;belopp';
const line = (text: string, amount = '100,00') =>
	`2026-01-15;Skolnämnden;74310;Nordvinge Data AB;${text};${amount}`;

function json(value: unknown): Uint8Array {
	return strToU8(JSON.stringify(value));
}

const jsonRow = {
	datum: '2026-01-15',
	namnd: 'Skolnämnden',
	konto: '74310',
	leverantor: 'Nordvinge Data AB',
	belopp: '100,00'
};

const sie = (...more: string[]) =>
	[
		'#FLAGGA 0',
		'#SIETYP 4',
		`#FNAMN "Kommunen ${number}"`,
		'#RAR 0 20260101 20261231',
		`#KONTO 6540 "IT ${number}"`,
		'#DIM 1 "Nämnd"',
		`#OBJEKT 1 "10" "Skolnämnden ${number}"`,
		`#VER A 1 20260115 "Resa ${number}"`,
		'{',
		`#TRANS 6540 {1 "10"} 100.00 20260115 "Resa ${number}"`,
		`#TRANS 1930 {} -100.00 20260115 "${number}"`,
		'}',
		...more,
		''
	].join('\r\n');

const ocds = {
	uri: 'https://exempel.se/utdrag',
	publishedDate: '2026-01-01T00:00:00Z',
	version: '1.1',
	publisher: { name: 'Provköping' },
	releases: [
		{
			ocid: `ocds-prov-${number}`,
			id: '1',
			date: '2026-01-01T00:00:00Z',
			tag: ['contract'],
			initiationType: 'tender',
			language: 'sv',
			parties: [
				{
					id: 'K',
					name: 'Provköpings kommun',
					roles: ['buyer'],
					contactPoint: { name: `Sven ${number}`, email: `${number}@exempel.se` }
				},
				{
					id: 'L',
					name: `Sven Firma ${number}`,
					roles: ['supplier'],
					identifier: { scheme: 'SE-ORG', id: number },
					contactPoint: { name: number }
				}
			],
			buyer: { id: 'K', name: 'Provköpings kommun' },
			tender: { id: '1', title: `Upphandling ${number}` },
			awards: [
				{ id: 'A', status: 'active', title: number, suppliers: [{ id: 'L', name: `Sven Firma ${number}` }] }
			],
			contracts: [
				{
					id: `C-${number}`,
					awardID: 'A',
					title: `Avtal ${number}`,
					description: number,
					status: 'active',
					period: { startDate: '2026-01-01T00:00:00Z', endDate: '2027-01-01T00:00:00Z' },
					value: { amount: 100, currency: 'SEK' }
				}
			]
		}
	]
};

const files: [string, string, () => string | Uint8Array | Promise<Uint8Array>, object?][] = [
	[
		'a header',
		'a.csv',
		() => csv(`${header};anm ${number}`, `${line('Drift')};x`, `${line('Drift', 'fel')};x`)
	],
	[
		'a mapped header',
		'a.csv',
		() => csv(header.replace('belopp', `belopp/${number}`), line('Drift'), line('Drift', 'fel'))
	],
	['the text of a row', 'a.csv', () => csv(header, line(`Resa ${number}`), line(`Resa ${number}`, 'fel'))],
	[
		'the text of a row beside other text',
		'a.csv',
		() =>
			csv(
				header,
				line(`Faktura-${number}`),
				line(`Ref_${number}_x`),
				line(`(${number})`),
				line(`pnr:${number}.`),
				line('8507099805'),
				line(`${number}-2`)
			)
	],
	[
		'an amount, a date and too many columns',
		'a.csv',
		() => csv(header, line('x'), line('x', number), `${number};S;1;L;t;1,00`, `${line('x')};${number}`)
	],
	['a text cut at sixty characters', 'a.csv', () => csv(header, line(`${'x'.repeat(52)} ${number}`))],
	[
		'long text in an example',
		'a.csv',
		() => csv(header, line('x'), line('y', `${'x'.repeat(192)} ${number}`))
	],
	['the names', `${number}.csv`, () => csv(header, line('x'))],
	[
		'the name of a sheet',
		'bok.xlsx',
		() =>
			writeXlsxFile(
				[
					[...header.split(';').map((value) => ({ value }))],
					[
						...line('x')
							.split(';')
							.map((value) => ({ value }))
					],
					[
						...line('x', 'fel')
							.split(';')
							.map((value) => ({ value }))
					]
				],
				{ sheet: `Sven ${number}` }
			).toBuffer()
	],
	[
		'the name of an entry',
		'arkiv.zip',
		() =>
			zipSync({
				[`mapp ${number}/${number}.csv`]: strToU8(csv(header, line('x'), line('x', 'fel'))),
				[`${number}.txt`]: strToU8('hej'),
				[`b ${number}.csv`]: strToU8(csv(header, line('y')))
			})
	],
	['a gzip file', 'a.csv.gz', () => new Uint8Array(gzipSync(csv(header, line(number))))],
	[
		'a key and a value of JSON',
		'a.json',
		() =>
			json([
				{ ...jsonRow, [`nyckel ${number}`]: number, text: `u ${number}` },
				{ ...jsonRow, belopp: number }
			])
	],
	[
		'a path of JSON',
		'a.json',
		() => json({ [`svar ${number}`]: { rader: [jsonRow, jsonRow] }, other: [jsonRow] })
	],
	['a ledger', 'bok.se', () => sie()],
	[
		'a damaged ledger',
		'bok.se',
		() =>
			sie(`#VER A 2 20260116 "${number}"`, '{', `#TRANS 6540 {} 100.0x "${number}"`, '}', `#OKÄND ${number}`)
	],
	['a procurement', 'ocds.json', () => json(ocds)],
	[
		'addresses',
		'a.csv',
		() => csv(header, line(`https://exempel.se/?pnr=${number}&x=1`), line(`https://exempel.se/${number}/x`))
	],
	['a currency', 'a.csv', () => csv(`${header};valuta`, `${line('x')};SEK`, `${line('y')};${number}`)],
	[
		'a reference',
		'a.csv',
		() => csv(`${header};avtals_id`, `${line('x')};${number}`, `${line('y')};A-${number}`)
	],
	['a unit', 'a.csv', () => csv(header, `2026-01-15;${number};74310;N;x;1,00`)]
];

const found = (text: string): string | undefined => /.{0,60}850709-?9805.{0,20}/s.exec(text)?.[0];

test.each(files)(
	'%s: its personnummer is in nothing that is told or handed out',
	async (_, name, content) => {
		const receipt = await installation.receive(name, await content());
		expect(found(JSON.stringify(receipt))).toBeUndefined();
		const { id } = accepted(receipt);
		const rejected = await rejectedRows(id, installation.where);
		expect(found(await new Response(rejected?.body).text())).toBeUndefined();
	}
);

test('none of them is in the database or in an edition', async () => {
	await publishEdition({ user: installation.controller }, installation.where);
	const { dataDirectory } = installation.where;
	const kept = await readdir(dataDirectory, { recursive: true, withFileTypes: true });
	const places = kept.filter((entry) => entry.isFile() && !entry.parentPath.endsWith('originals'));
	expect(places.length).toBeGreaterThan(2);
	for (const { parentPath, name } of places) {
		expect([name, found(await readFile(join(parentPath, name), 'latin1'))]).toEqual([name, undefined]);
	}
});

test('two sheets whose names become one when they are masked are both read', async () => {
	const rows = (amount: string) =>
		[header, line('x', amount)].map((text) => text.split(';').map((value) => ({ value })));
	const workbook = await writeXlsxFile([
		{ data: rows('100,00'), sheet: '850709-9805' },
		{ data: rows('23,00'), sheet: '811218-9876' }
	]).toBuffer();
	const read = async (blad: string) =>
		accepted(await installation.receive('bok.xlsx', workbook, { answers: { blad } })).report;
	expect(await read('[personnummer]')).toMatchObject({
		totals: { sum: 10_000 },
		unreadSheets: [{ sheet: '[personnummer] (2)' }]
	});
	expect(await read('[personnummer] (2)')).toMatchObject({ totals: { sum: 2300 } });
});
