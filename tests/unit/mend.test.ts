import { expect, test } from 'vitest';
import type { Answers } from '$lib/import/answers';
import type { AcceptedRow, RejectedRow } from '$lib/import/checks/check-rows';
import { importFile, type ImportResult } from '$lib/import/import-file';
import { editableCells, faultyCell, mendedAnswers, mendedCsv } from '$lib/import/mend';
import { numbersInOrder } from '$lib/import/cells/personal-data';
import { rejectedHeader, rejectedLine } from '$lib/import/rejected-csv';
import { bytesSource } from '$lib/read/byte-source';

interface Read {
	result: ImportResult;
	accepted: AcceptedRow[];
	rejected: RejectedRow[];
	/** As the page and the server hand them out. */
	rejectedCsv: string;
}

async function read(name: string, content: string | Uint8Array, answers: Answers = {}): Promise<Read> {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const accepted: AcceptedRow[] = [];
	const rejected: RejectedRow[] = [];
	let rejectedCsv = '';
	const result = await importFile(bytesSource(name, bytes), {
		answers,
		soleTraders: numbersInOrder(),
		sink: {
			begin: (plan) => (rejectedCsv += rejectedHeader(plan.headers)),
			accept: (row) => accepted.push(row),
			reject: (row) => {
				rejected.push(row);
				rejectedCsv += rejectedLine(row);
			}
		}
	});
	return { result, accepted, rejected, rejectedCsv };
}

function planOf({ result }: Read) {
	if (!result.plan) throw new Error(result.problem?.message);
	return result.plan;
}

/** Mends each rejected row by its place in the file, and reads the file that this gives. */
async function mend(
	parent: Read,
	name: string,
	mended: Record<number, (cells: string[]) => void>
): Promise<Read> {
	const plan = planOf(parent);
	const rows = parent.rejected.map((row) => {
		const cells = editableCells(row, plan);
		mended[row.row]?.(cells);
		return cells;
	});
	return read(`rattade_rader_${name}`, mendedCsv(plan, rows), mendedAnswers(parent.result.answers, plan));
}

const csv = (...lines: string[]): string => `${lines.join('\r\n')}\r\n`;
const amounts = ({ accepted }: Read): unknown[] => accepted.map(({ values }) => values[15]);

const ledger = csv(
	'Bokf.datum;Nämnd;Konto;Levnamn;Ver.nr;Utfall',
	'2026-01-10;Norra nämnden;74310;Alfa AB;1;1 000,50',
	'2026-01-11;Norra nämnden;74310;Åke & Söner;2;tusen',
	';Södra nämnden;50100;Beta AB;3;−12,00',
	'2026-01-12;Södra nämnden;50100;Gamma; Delta AB;4;70,00'
);

test('three rejected rows are mended and read by the answers of their file', async () => {
	const parent = await read('kostnader.csv', ledger);
	const plan = planOf(parent);
	expect(parent.rejected.map((row) => [row.row, plan.headers[faultyCell(row, plan)] ?? 'beyond'])).toEqual([
		[3, 'Utfall'],
		[4, 'Bokf.datum'],
		[5, 'beyond']
	]);
	const mended = await mend(parent, 'kostnader.csv', {
		3: (cells) => (cells[5] = '1 234,50'),
		4: (cells) => (cells[0] = '2026-01-31'),
		5: (cells) => cells.splice(3, 4, 'Gamma; Delta AB', '4', '70,00')
	});
	expect(mended.result.problem).toBeNull();
	expect(mended.result.totals).toMatchObject({
		read: 3,
		accepted: 3,
		rejected: 0,
		sum: 123_450 - 1_200 + 7_000
	});
	expect(mended.accepted.map(({ values }) => values[10])).toEqual([
		'Åke & Söner',
		'Beta AB',
		'Gamma; Delta AB'
	]);
});

test('one mended credit raises no question about signs, since its file has answered', async () => {
	const parent = await read('kostnader.csv', ledger);
	const plan = planOf(parent);
	const [, credit] = parent.rejected;
	const cells = credit ? editableCells(credit, plan) : [];
	cells[0] = '2026-01-31';
	const one = await read(
		'rattade_rader_kostnader.csv',
		mendedCsv(plan, [cells]),
		mendedAnswers(parent.result.answers, plan)
	);
	expect([one.result.questions, amounts(one)]).toEqual([[], [-1_200]]);
});

test('what was decided on the whole file holds for one row: minus is cost, point, month of the file, tkr', async () => {
	const parent = await read(
		'utfall_2026-03.csv',
		csv(
			'namnd;konto;leverantor;belopp (tkr)',
			'A;74310;Alfa AB;-1.250',
			'A;74310;Alfa AB;-22.5',
			'A;74310;Beta AB;x'
		),
		{ tecken: 'minus', decimaltecken: '.' }
	);
	expect(parent.result.totals?.sum).toBe(2_375_000);
	const mended = await mend(parent, 'utfall.csv', { 4: (cells) => (cells[3] = '-1.250') });
	expect(mended.result.totals).toMatchObject({ accepted: 1, sum: 125_000 });
	expect(mended.accepted[0]?.values[0]).toBe('2026-03-01');
});

test('masked cells stay masked, and a number of one reading never names a person in another', async () => {
	const parent = await read(
		'kostnader.csv',
		csv(
			'datum;namnd;konto;leverantor;organisationsnummer;text;belopp',
			'2026-01-10;A;74310;Alfa AB;556000-0001;Drift;10,00',
			'2026-01-10;A;74310;Eva Ek;850101-1234;Arvode 850101-1234;tio'
		)
	);
	const mended = await mend(parent, 'kostnader.csv', { 3: (cells) => (cells[6] = '10,00') });
	expect(mended.accepted[0]?.values.slice(10, 12)).toEqual(['Enskild firma', 'Enskild firma']);
	expect(JSON.stringify(mended.accepted)).not.toContain('850101');
});

test('columns with one name twice, or none, are pointed at all the same', async () => {
	const answers: Answers = { kolumner: { belopp: 'Belopp' } };
	const parent = await read(
		'kostnader.csv',
		csv('datum;namnd;konto;;Belopp;Belopp', '2026-01-10;A;74310;x;10,00;1', '2026-01-10;A;74310;x;tio;2'),
		answers
	);
	const plan = planOf(parent);
	const mended = await mend(parent, 'kostnader.csv', { 3: (cells) => (cells[4] = '20,00') });
	expect(plan.columns.find(({ field }) => field.name === 'amount')?.column).toBe(4);
	expect(amounts(mended)).toEqual([2_000]);
});

test('the downloaded rows, mended in Excel, are read again whatever Excel saved them as', async () => {
	const parent = await read('kostnader.csv', ledger);
	expect(parent.rejectedCsv.split('\r\n')[1]).toBe(
		'3;Utfall;tusen;”tusen” är inget belopp. Skriv bara siffror, decimaltecken och minus.;2026-01-11;Norra nämnden;74310;Åke & Söner;2;tusen'
	);
	const mended = csv(
		...parent.rejectedCsv
			.replace('2;tusen\r\n', '2;1234,50\r\n')
			.replace(';;Södra', ';2026-01-31;Södra')
			.split('\r\n')
			.slice(0, 3)
	).replaceAll('\u2212', '-');
	const windows = Uint8Array.from(mended.replace('\ufeff', '').replaceAll('”', '\u0094'), (sign) =>
		sign.charCodeAt(0)
	);
	for (const content of [mended, mended.replace('\ufeff', ''), windows]) {
		const again = await read('avvisade_rader_kostnader.csv', content);
		expect(again.result.problem).toBeNull();
		expect(again.result.totals).toMatchObject({ read: 2, accepted: 2, sum: 122_250 });
		expect(again.accepted.map(({ values }) => [values[0], values[1], values[10]])).toEqual([
			['2026-01-11', 'Norra nämnden', 'Åke & Söner'],
			['2026-01-31', 'Södra nämnden', 'Beta AB']
		]);
	}
});
