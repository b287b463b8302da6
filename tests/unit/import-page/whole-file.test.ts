import { expect, test } from 'vitest';
import type { Answers } from '$lib/import/answers';
import { importFile } from '$lib/import/import-file';
import { numbersInOrder } from '$lib/import/cells/personal-data';
import { bytesSource } from '$lib/read/byte-source';
import {
	answerFor,
	answerOf,
	outsideAnswer,
	rateAnswer,
	withoutAnswer
} from '../../../src/routes/(app)/importera/parts/answer-of';
import { interpretationsOf } from '../../../src/routes/(app)/importera/parts/interpretation';
import { roundingWords } from '../../../src/routes/(app)/importera/parts/control-total';

const bill = 'datum;leverantor;belopp;valuta\n2026-10-01;Moln AB;100,00;USD\n2026-10-02;Moln AB;20,50;USD\n';

async function told(answers: Answers) {
	const result = await importFile(bytesSource('moln.csv', new TextEncoder().encode(bill)), {
		answers,
		soleTraders: numbersInOrder()
	});
	const lines = interpretationsOf(result, answers).map(({ label, value, sure }) => [label, value, sure]);
	return { lines, result };
}

test('a currency without a rate has a row that says it stays outside the sums', async () => {
	const { lines, result } = await told({});
	expect(lines).toContainEqual(['Kurs USD', 'USD utanför summorna', false]);
	expect(result.totals?.otherCurrencies).toEqual({ USD: 12_050 });
});

test('a rate makes the bill kronor: 120,50 dollar at 10,00 is 1 205,00 kr', async () => {
	const { lines, result } = await told({ kurser: { USD: '10,00' } });
	expect(lines).toContainEqual(['Kurs USD', '10,00 kr', true]);
	expect(result.totals?.sum).toBe(120_500);
});

test('a missing required field can be set for the whole file, and taken back', async () => {
	const { lines } = await told({ kurser: { USD: '10,00' } });
	expect(lines).toContainEqual(['Konto', 'Inte angivet', false]);
	const konto = { key: 'varden', entry: 'konto' } as const;
	const said = answerFor(konto, '74310', { varden: { kostnadsslag: 'Moln' } });
	expect(said).toEqual({ varden: { kostnadsslag: 'Moln', konto: '74310' } });
	expect((await told({ ...said, kurser: { USD: '10,00' } })).lines).toContainEqual(['Konto', '74310', true]);
	expect(withoutAnswer(konto, { varden: { konto: '74310' } })).toEqual({ varden: undefined });
});

test('a rate is typed with comma or point, and zero or words are none', () => {
	expect(rateAnswer('USD', '10,55', {})).toEqual({ kurser: { USD: '10,55' }, utan_kurs: undefined });
	expect(rateAnswer('USD', '10.55', { kurser: { EUR: '11,2' } })).toEqual({
		kurser: { EUR: '11,2', USD: '10,55' },
		utan_kurs: undefined
	});
	expect(rateAnswer('USD', '0', {})).toBeUndefined();
	expect(rateAnswer('USD', 'tio', {})).toBeUndefined();
});

test('a currency has a rate or stays outside, never both', () => {
	expect(outsideAnswer('USD', { kurser: { USD: '10,55', EUR: '11,2' } })).toEqual({
		utan_kurs: ['USD'],
		kurser: { EUR: '11,2' }
	});
	expect(rateAnswer('USD', '10,55', { utan_kurs: ['NOK', 'USD'] })).toMatchObject({ utan_kurs: ['NOK'] });
});

test('account classes are chosen as digits, and none is no answer', () => {
	expect(answerOf('kontoklasser', '7 4 5')).toEqual({ kontoklasser: [4, 5, 7] });
	expect(answerOf('kontoklasser', '')).toBeUndefined();
});

test('what rounding did to the sum is told in kronor', () => {
	expect(roundingWords('0.0043')).toContain('skiljer 0,0043 kr');
	expect(roundingWords('0')).toContain('filens exakta summa, avrundad en gång');
});

test('what a value is taken from is a whole sentence, and dollars are not called kronor', async () => {
	const budget = 'verksamhet;budget_2025_tkr\nStöd;120\nKultur;80\n';
	const result = await importFile(bytesSource('stod.csv', new TextEncoder().encode(budget)), {
		soleTraders: numbersInOrder()
	});
	const evidence = (key: string, of = result) =>
		interpretationsOf(of, {}).find((line) => line.key === key)?.evidence;
	expect(evidence('ar')).toBe('Rubriken budget_2025_tkr säger det. Gäller alla rader');
	expect(evidence('version')).toBe('Varken kolumn, rubrik eller filnamn säger version. Gäller alla rader');
	expect(evidence('decimaltecken')).toBe('2 av 2 belopp är heltal');
	expect(evidence('enhet', (await told({})).result)).toBe('Beloppen läses som de står, i radens egen valuta');
});
