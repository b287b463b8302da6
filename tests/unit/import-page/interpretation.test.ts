import { expect, test } from 'vitest';
import type { Answers } from '$lib/import/answers';
import { importFile, type ImportResult } from '$lib/import/import-file';
import { numbersInOrder } from '$lib/import/cells/personal-data';
import { bytesSource } from '$lib/read/byte-source';
import { answerOf } from '../../../src/routes/(app)/importera/parts/answer-of';
import {
	columnAnswer,
	mappedColumns,
	missingFields
} from '../../../src/routes/(app)/importera/parts/column-mapping';
import { interpretationsOf } from '../../../src/routes/(app)/importera/parts/interpretation';

function read(text: string, answers: Answers = {}, name = 'fil.csv'): Promise<ImportResult> {
	return importFile(bytesSource(name, new TextEncoder().encode(text)), {
		answers,
		soleTraders: numbersInOrder()
	});
}

function planOf(result: ImportResult) {
	if (!result.plan) throw new Error('The file was not recognised');
	return result.plan;
}

const ledger = [
	'Utdrag ur huvudboken',
	'',
	'Bokf.datum;NÄMND;Konto;Levnamn;Leverantör_id;UTFALL;Skapad_av',
	'2026-10-14;Kulturnämnden;74310 Köp av it-tjänster;Norr Data AB;5566778899;1 204,50;abc',
	'2026-10-15;Kulturnämnden;74312 Licenser;Norr Data AB;5566778899;318,00-;abc',
	';Kulturnämnden;74312 Licenser;Norr Data AB;5566778899;100,00;abc'
].join('\r\n');

test('each decision is told with its evidence', async () => {
	const told = Object.fromEntries(
		interpretationsOf(await read(ledger), {}).map(({ key, value, evidence }) => [
			key,
			`${value}: ${evidence}`
		])
	);
	expect(told).toMatchObject({
		tabell: 'Kostnader: 6 av 7\u00a0rubriker känns igen',
		avgransare: 'Semikolon: 7\u00a0kolumner på 3 av 3\u00a0rader',
		rubrikrad: 'Rad 3: 2\u00a0rader före rubriken hoppas över',
		decimaltecken: 'Komma: 3 av 3 belopp har decimalkomma',
		tecken: 'Plus är kostnad: 2 av 3 belopp är positiva, 1 är negativt',
		datumordning: 'År först: 2 av 3 är datum, 1 är tom'
	});
});

test('columns are sure, to be checked, split or left aside', async () => {
	const columns = mappedColumns(planOf(await read(ledger)), {});
	expect(columns.map(({ header, fieldLabel, assessment }) => [header, fieldLabel, assessment])).toEqual([
		['Bokf.datum', 'datum', 'check'],
		['NÄMND', 'namnd', 'sure'],
		['Konto', 'konto + konto_text', 'split'],
		['Levnamn', 'leverantor', 'sure'],
		['Leverantör_id', 'organisationsnummer', 'check'],
		['UTFALL', 'belopp', 'sure'],
		['Skapad_av', '', 'skipped']
	]);
});

test('a column that is given another field leaves its former one', async () => {
	const plan = planOf(await read(ledger));
	const supplier = mappedColumns(plan, {}).find(({ header }) => header === 'Levnamn');
	if (!supplier) throw new Error('No such column');
	expect(columnAnswer(plan, {}, supplier, 'text')).toEqual({
		kolumner: { leverantor: null, text: 'Levnamn' }
	});
	expect(columnAnswer(plan, {}, supplier, '')).toEqual({ kolumner: { leverantor: null } });
});

test('a file that no table fits can be mapped by hand until it is taken', async () => {
	const text = 'Vad;Hur mycket;Vem\nPapper;12,50;Norr AB\n';
	expect(interpretationsOf(await read(text), {}).map(({ key }) => key)).toContain('tabell');
	const mapped = await read(text, { tabell: 'kostnader' });
	expect(mapped.problem?.code).toBe('saknar_kolumn');
	expect(missingFields(planOf(mapped)).rejecting.map(({ header }) => header)).toEqual(['belopp']);
	const answers: Answers = { tabell: 'kostnader', period: '2026-03', kolumner: { belopp: 'Hur mycket' } };
	expect((await read(text, answers)).totals).toMatchObject({ accepted: 1, sum: 1250 });
});

test('a lone column is no table', async () => {
	expect((await read('bara en kolumn\nmed text\n')).problem?.message).toContain('bara en kolumn');
});

test('a personnummer among the examples is masked', async () => {
	const text =
		'datum;namnd;leverantor;organisationsnummer;belopp\n2026-01-01;Kulturnämnden;Bo;811218-9876;10,00\n';
	const [, , , number] = mappedColumns(planOf(await read(text)), {});
	expect(number?.examples).toEqual(['[personnummer]']);
});

test('typed answers are taken only when they say something', () => {
	expect(answerOf('period', '2026-03')).toEqual({ period: '2026-03' });
	expect(answerOf('period', '2026-13')).toBeUndefined();
	expect(answerOf('rubrikrad', '0')).toEqual({ rubrikrad: 0 });
	expect(answerOf('rubrikrad', 'tre')).toBeUndefined();
	expect(answerOf('rubrikrad', '4')).toEqual({ rubrikrad: 4 });
	expect(answerOf('avgransare', '\t')).toEqual({ avgransare: '\t' });
	expect(answerOf('tabell', 'licenser')).toEqual({ tabell: 'licenser' });
	expect(answerOf('ar', '26')).toBeUndefined();
});
