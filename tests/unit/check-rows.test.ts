import { describe, expect, it } from 'vitest';
import type { Answers } from '$lib/import/answers';
import { RowChecker } from '$lib/import/checks/check-rows';
import { identicalRowFinder } from '$lib/import/checks/identical-rows';
import type { ImportOptions } from '$lib/import/import-file';
import { numbersInOrder } from '$lib/import/cells/personal-data';
import type { Day } from '$lib/domain/day';
import type { RecordRemark } from '$lib/read/record';
import { csvSource, hasRealFiles, importRows, realSource } from '../support/sources';

const header = 'datum;namnd;konto;leverantor;organisationsnummer;text;belopp';

/** A cost file named without a month. */
const costs = (lines: readonly string[], options: Partial<ImportOptions> = {}, name = 'k.csv') =>
	importRows(csvSource(name, lines), options);

const problemsOf = ({ result }: Awaited<ReturnType<typeof costs>>) =>
	(result.totals?.problems ?? []).map(({ kind, rows, amount, examples }) => ({
		kind,
		rows,
		amount,
		reason: examples[0]?.reason
	}));

describe('an organisationsnummer cell', () => {
	const withNumber = async (number: string) => {
		const read = await costs([header, `2026-01-01;UBN;1;Bolaget AB;${number};;10,00`]);
		return { cell: read.accepted[0]?.by.organisationsnummer, problems: problemsOf(read) };
	};

	it('with several numbers is flagged with which, and the row counts on the first', async () => {
		const { cell, problems } = await withNumber('556036-0793, 556016-0680');
		expect(cell).toBe('556036-0793|556016-0680');
		expect(problems).toEqual([
			{
				kind: 'flera_nummer',
				rows: 1,
				amount: 1000,
				reason: 'Cellen har flera nummer: 556036-0793, 556016-0680. Raden räknas på det första.'
			}
		]);
	});

	it('with the same number twice has one number', async () => {
		expect((await withNumber('556036-0793, 5560360793')).problems).toEqual([]);
	});

	it('with a foreign VAT number is flagged', async () => {
		const { cell, problems } = await withNumber('DK 12 34 56 78');
		expect(cell).toBe('DK12345678');
		expect(problems).toMatchObject([{ kind: 'utlandskt_nummer', amount: 1000 }]);
	});

	it('with one wrong number among several is told both', async () => {
		const { problems } = await withNumber('556036-0794, 556016-0680');
		expect(problems.map(({ kind }) => kind).sort()).toEqual(['fel_kontrollsiffra', 'flera_nummer']);
	});

	it.each(['SAKNAS', 'NULL', 'null', '-', 'okänt', '0000000000'])('with %s has no number', async (word) => {
		expect(await withNumber(word)).toEqual({ cell: null, problems: [] });
	});

	it('with prefix 16 is a company, without a flag', async () => {
		expect(await withNumber('165560360793')).toEqual({ cell: '556036-0793', problems: [] });
	});

	it('never shows a personnummer among several numbers', async () => {
		const { cell, problems } = await withNumber('556036-0793, 900101-9802');
		expect(cell).toBe('Enskild firma 1');
		expect(JSON.stringify(problems)).not.toContain('9802');
	});
});

describe('days', () => {
	const row = (day: string, amount = '10,00') => `${day};UBN;1;A;;;${amount}`;
	const today = '2026-11-22' as Day;

	it('after today are flagged with kronor; today is not', async () => {
		const read = await costs([header, row('2026-11-22'), row('2026-11-23', '7,50')], { today });
		expect(problemsOf(read)).toEqual([
			{
				kind: 'framtida_datum',
				rows: 1,
				amount: 750,
				reason: '2026-11-23 är efter i dag, 2026-11-22. Kontrollera datumet.'
			}
		]);
	});

	it('outside the month in the file name are flagged', async () => {
		const read = await costs([header, row('2026-03-31'), row('2026-04-01')], { today }, 'k_2026-03.csv');
		expect(problemsOf(read)).toEqual([
			{
				kind: 'utanfor_perioden',
				rows: 1,
				amount: 1000,
				reason: '2026-04-01 ligger utanför 2026-03, som filen gäller. Kontrollera datumet eller perioden.'
			}
		]);
	});

	it('of another year than nine rows of ten are flagged; one row of five says nothing', async () => {
		const ten = Array.from({ length: 9 }, (_, i) => row(`2026-01-0${i + 1}`));
		const read = await costs([header, ...ten, row('2025-12-31', '99,00')], { today });
		expect(problemsOf(read)).toEqual([
			{
				kind: 'utanfor_perioden',
				rows: 1,
				amount: 9900,
				reason: 'Raden är från 2025, men nästan alla rader i filen är från 2026. Kontrollera datumet.'
			}
		]);
		const five = await costs([header, ...ten.slice(0, 4), row('2025-12-31', '99,00')], { today });
		expect(problemsOf(five)).toEqual([]);
	});

	it('of another age are flagged as read, with the reason', async () => {
		const read = await costs([header, row('1925-01-02'), row('2032-01-01'), row('2031-12-31')], { today });
		expect(problemsOf(read)).toMatchObject([
			{ kind: 'fel_datum', rows: 2, reason: expect.stringContaining('Året är orimligt') },
			{ kind: 'framtida_datum', rows: 1 }
		]);
	});

	it('a contract may end far ahead', async () => {
		const { result } = await importRows(
			csvSource('avtal.csv', ['avtals_id;benamning;avtalsslut', '1;Fiber;2045-12-31']),
			{ today }
		);
		expect(result.totals?.problems).toEqual([]);
	});
});

describe('six digits that are a month or a day', () => {
	const dates = async (days: readonly string[], answers: Answers = {}) => {
		const lines = days.map((day, i) => `${day};UBN;1;A;;;${i + 1},00`);
		const { result, accepted } = await costs([header, ...lines], { answers });
		return { question: result.problem?.question, days: accepted.map(({ by }) => by.datum) };
	};

	it('are days where another can only be a day', async () => {
		expect(await dates(['200312', '200313'])).toEqual({
			question: undefined,
			days: ['2020-03-12', '2020-03-13']
		});
	});

	it('are months where another can only be a month', async () => {
		expect(await dates(['200312', '201601'])).toEqual({
			question: undefined,
			days: ['2003-12-01', '2016-01-01']
		});
	});

	it('are asked about where none can tell, or where the column tells both', async () => {
		expect((await dates(['200312', '200311'])).question).toBe('datumordning');
		expect((await dates(['200312', '200313', '201601'])).question).toBe('datumordning');
	});

	it('are read as answered', async () => {
		expect(await dates(['200312'], { datumordning: 'ar_manad' })).toEqual({
			question: undefined,
			days: ['2003-12-01']
		});
		expect(await dates(['200312'], { datumordning: 'ar_manad_dag' })).toEqual({
			question: undefined,
			days: ['2020-03-12']
		});
	});
});

describe('references', () => {
	const references = {
		units: ['Kulturnämnden', 'Utbildningsnämnden'],
		contracts: ['A-0007'],
		systems: ['S1', 'S2']
	};
	const head = 'datum;namnd;konto;leverantor;belopp;avtals_id;system_id';

	it('that point nowhere are flagged with kronor, and the nearest nämnd is named', async () => {
		const read = await costs(
			[
				head,
				'2026-01-01;KULTUR NÄMNDEN;1;A;10,00;a-0007;s1',
				'2026-01-01;Kulturnämden;1;A;20,00;;',
				'2026-01-01;Fritid;1;A;40,00;A7;S9'
			],
			{ references }
		);
		expect(problemsOf(read)).toEqual([
			{
				kind: 'okand_namnd',
				rows: 2,
				amount: 6000,
				reason: 'Nämnden ”Kulturnämden” finns inte bland de inlästa nämnderna. Menade du Kulturnämnden?'
			},
			{
				kind: 'okant_avtal',
				rows: 1,
				amount: 4000,
				reason: 'Avtalet ”A7” finns inte bland de inlästa avtalen. Menade du A-0007?'
			},
			{
				kind: 'okant_system',
				rows: 1,
				amount: 4000,
				reason: 'Systemet ”S9” finns inte bland de inlästa systemen.'
			}
		]);
	});

	it('are not checked against a register that is not loaded', async () => {
		const read = await costs([head, '2026-01-01;Fritid;1;A;40,00;A7;S9'], {
			references: { units: null, contracts: null, systems: null }
		});
		expect(problemsOf(read)).toEqual([]);
	});

	it('between rows of one file hold, whichever stands first', async () => {
		const { result } = await importRows(
			csvSource('system.csv', [
				'system_id;namn;avtals_id;ersatts_av',
				'S1;Gamla;A-0007|A-0008;S10',
				'S10;Nya;;S11'
			]),
			{ references }
		);
		expect(result.totals?.problems).toMatchObject([
			{ kind: 'okant_avtal', rows: 1, examples: [{ row: 2, value: 'A-0008' }] },
			{ kind: 'okant_system', rows: 1, examples: [{ row: 3, value: 'S11' }] }
		]);
	});
});

describe('a summary row', () => {
	const row = (amount: string, day = '2026-01-01') => `${day};UBN;1;A;;;${amount}`;
	const sum = (amount: string) => `Summa;;;;;;${amount}`;
	const reasons = async (lines: readonly string[]) =>
		(await costs([header, ...lines])).rejected
			.filter(({ kind }) => kind === 'summarad')
			.map(({ reason }) => reason.replace('Raden är en summarad och räknas inte som en egen kostnad. ', ''));

	it('that agrees with the rows above it says so', async () => {
		expect(await reasons([row('10,00'), row('2,50'), sum('12,50')])).toEqual([
			'Den stämmer med raderna ovanför: 12,50\u00a0kr.'
		]);
	});

	it('that does not agree says both figures, and what is not among them', async () => {
		expect(await reasons([row('10,00'), row('2,50'), row('5,00', 'igår'), sum('17,50')])).toEqual([
			'Summaraden säger 17,50\u00a0kr, raderna ovanför ger 12,50\u00a0kr. Då är en avvisad rad inte med.'
		]);
	});

	it('may sum the rows since the one before, or all', async () => {
		const agrees = (amount: string) => `Den stämmer med raderna ovanför: ${amount}\u00a0kr.`;
		expect(
			await reasons([row('10,00'), sum('10,00'), row('1,00'), row('2,00'), sum('3,00'), sum('13,00')])
		).toEqual([agrees('10,00'), agrees('3,00'), agrees('13,00')]);
	});

	it.skipIf(!hasRealFiles)('of a real driftredovisning in tkr differs from its rows', async () => {
		const { rejected } = await importRows(realSource('budget/simrishamn_kfn_driftredovisning_2025_tkr.csv'), {
			answers: {
				tabell: 'budget',
				rubrikrad: 1,
				kolumner: { belopp: 'utfall_2025_tkr' },
				ar: 2025,
				tecken: 'plus'
			}
		});
		expect(rejected.at(-1)?.reason.replaceAll('\u00a0', ' ')).toContain(
			'Summaraden säger −62 079 tkr, raderna ovanför ger −62 051 tkr.'
		);
	});
});

describe('what the format remarks on', () => {
	it('is a flag with the kronor of its row', async () => {
		const { result } = await costs([header, '2026-01-01;UBN;1;A;;;10,00']);
		const plan = result.plan;
		expect(plan).not.toBeNull();
		if (!plan) return;
		const checker = new RowChecker(plan, { soleTraders: numbersInOrder() });
		const remarks: RecordRemark[] = [
			{ kind: 'obalanserat_verifikat', reason: 'Verifikatet A 1 balanserar inte.' }
		];
		checker.check({ row: 2, cells: ['2026-01-01', 'UBN', '1', 'A', '', '', '10,00'], remarks });
		expect(checker.finish().problems).toMatchObject([
			{
				kind: 'obalanserat_verifikat',
				effect: 'flaggas',
				rows: 1,
				amount: 1000,
				examples: [{ row: 2, column: '' }]
			}
		]);
	});
});

describe('identical rows', () => {
	it('are found among many, and only those', () => {
		const isRepeated = identicalRowFinder();
		const repeated = Array.from({ length: 200_000 }, (_, i) => isRepeated(['UBN', i % 150_000, null]));
		expect(repeated.indexOf(true)).toBe(150_000);
		expect(repeated.filter(Boolean)).toHaveLength(50_000);
	});

	it('a value that moves to the next field makes another row', () => {
		const isRepeated = identicalRowFinder();
		expect([isRepeated(['a', null]), isRepeated([null, 'a']), isRepeated(['a', null])]).toEqual([
			false,
			false,
			true
		]);
	});
});
