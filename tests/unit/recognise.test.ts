import { describe, expect, it } from 'vitest';
import { csvSource, hasRealFiles, importRows, realSource } from '../support/sources';

describe('a cloud bill in FOCUS', () => {
	const header = [
		'BilledCost',
		'EffectiveCost',
		'BillingCurrency',
		'ChargePeriodStart',
		'ChargeDescription',
		'InvoiceIssuerName',
		'ServiceName',
		'SubAccountName'
	].join(',');
	const lines = (currency: string) => [
		header,
		`"10.00","8.00","${currency}","2026-01-31 22:00:00","Lagring",NULL,"Objektlager","Skolan"`,
		`"2.505","2.00","${currency}","2026-02-01T00:00:00Z",NULL,"Molnbolaget AB","Databas",NULL`
	];

	it('is known by its columns, and its rows are IT cost of the kind Moln', async () => {
		const { result, accepted } = await importRows(csvSource('faktura.csv', lines('SEK')));
		expect(result.problem).toBeNull();
		expect(result.plan?.profile).toBe('FOCUS 1.0');
		expect(accepted[0]?.by).toMatchObject({
			datum: '2026-01-31',
			leverantor: null,
			konto_text: 'Objektlager',
			projekt: 'Skolan',
			text: 'Lagring',
			belopp: 1000,
			valuta: 'SEK',
			it_kostnad: 'ja',
			kostnadsslag: 'Moln'
		});
		expect(accepted[1]?.by).toMatchObject({ leverantor: 'Molnbolaget AB', text: null, projekt: null });
		expect(result.plan?.implied.map(({ header: name, value }) => [name, value])).toEqual([
			['it_kostnad', 'ja'],
			['kostnadsslag', 'Moln']
		]);
	});

	it('shows the sums of what was billed and of what it cost in effect, and counts the one that is chosen', async () => {
		const billed = await importRows(csvSource('faktura.csv', lines('SEK')));
		expect(billed.result.plan?.amountChoices).toEqual([
			{ header: 'BilledCost', sum: 1251, chosen: true },
			{ header: 'EffectiveCost', sum: 1000, chosen: false }
		]);
		const effective = await importRows(csvSource('faktura.csv', lines('SEK')), {
			answers: { kolumner: { belopp: 'EffectiveCost' } }
		});
		expect(effective.result.totals?.sum).toBe(1000);
	});

	it('lets a person say that it is something else than Moln', async () => {
		const { accepted } = await importRows(csvSource('faktura.csv', lines('SEK')), {
			answers: { varden: { kostnadsslag: 'Drift', it_kostnad: '' } }
		});
		expect(accepted[0]?.by).toMatchObject({ kostnadsslag: 'Drift', it_kostnad: null });
	});

	it('asks for a rate when no row is in kronor, with rows and sum', async () => {
		const { result, accepted } = await importRows(csvSource('faktura.csv', lines('USD')));
		expect(result.problem).toMatchObject({ code: 'fraga', question: 'kurs' });
		expect(result.problem?.message.replace(/\s/g, ' ')).toContain('2 rader är i USD, tillsammans 12,51 USD');
		expect(accepted).toEqual([]);
		const kept = await importRows(csvSource('faktura.csv', lines('USD')), {
			answers: { utan_kurs: ['USD'] }
		});
		expect(kept.result.problem).toBeNull();
		expect(kept.result.totals).toMatchObject({ accepted: 2, sum: 0 });
	});

	it('tells the versions apart by the columns that each of them added', async () => {
		for (const [column, version] of [
			['SkuMeter', '1.1'],
			['InvoiceId', '1.2'],
			['ServiceProviderName', '1.3']
		]) {
			const wider = lines('SEK').map((line, i) => `${line},${i ? 'X' : (column ?? '')}`);
			const { result } = await importRows(csvSource('f.csv', wider));
			expect(result.plan?.profile).toBe(`FOCUS ${version}`);
		}
	});
});

describe('a file where a few rows are in another currency', () => {
	it('asks nothing and keeps them outside', async () => {
		const { result } = await importRows(
			csvSource('k.csv', [
				'datum;leverantor;belopp;valuta',
				'2026-01-01;A;10,00;SEK',
				'2026-01-01;B;99,00;NOK'
			])
		);
		expect(result.problem).toBeNull();
		expect(result.totals).toMatchObject({ sum: 1000, otherCurrencies: { NOK: 9900 } });
	});
});

describe('a published budget table', () => {
	const lines = ['verksamhet;utfall_2025_tkr;budget_2025_tkr;avvikelse_tkr', 'Bibliotek;13;12,5;-1'];

	it('takes year and unit from its headers, and shows where the year comes from', async () => {
		const { result, accepted } = await importRows(csvSource('drift.csv', lines));
		expect(result.problem).toBeNull();
		expect(accepted[0]?.by).toMatchObject({ ar: 2025, namnd: null, version: 'Okänt', belopp: 1_250_000 });
		expect(result.plan?.implied).toContainEqual({
			header: 'ar',
			value: '2025',
			evidence: 'rubriken budget_2025_tkr säger det'
		});
	});

	it('takes the year from the file name where no header says it, and a person may say another', async () => {
		const unnamed = ['namnd;Budget tkr', 'Kulturnämnden;100'];
		const named = await importRows(csvSource('nämndbudget_2027.csv', unnamed));
		expect(named.accepted[0]?.by).toMatchObject({ ar: 2027, version: 'nämndbudget', belopp: 10_000_000 });
		const said = await importRows(csvSource('nämndbudget_2027.csv', unnamed), { answers: { ar: 2028 } });
		expect(said.accepted[0]?.by).toMatchObject({ ar: 2028 });
	});

	it('asks for the unit when only the file name or a line above the header says tkr', async () => {
		const named = await importRows(csvSource('budget_2026_tkr.csv', ['namnd;Budget 2026', 'KN;100']));
		expect(named.result.problem).toMatchObject({ question: 'enhet' });
		const above = await importRows(csvSource('budget.csv', ['Belopp i tkr;', 'namnd;Budget 2026', 'KN;100']));
		expect(above.result.problem).toMatchObject({ question: 'enhet' });
		const answered = await importRows(
			csvSource('budget.csv', ['Belopp i tkr;', 'namnd;Budget 2026', 'KN;100']),
			{ answers: { enhet: 'tkr' } }
		);
		expect(answered.accepted[0]?.by.belopp).toBe(10_000_000);
	});

	it('asks which column to count when it holds two years', async () => {
		const { result } = await importRows(csvSource('b.csv', ['namnd;Budget 2026;Budget 2027', 'KN;100;110']));
		expect(result.problem).toMatchObject({ question: 'kolumner' });
		expect(result.problem?.message).toContain('Budget 2026 och Budget 2027');
		const { accepted } = await importRows(
			csvSource('b.csv', ['namnd;Budget 2026;Budget 2027', 'KN;100;110']),
			{ answers: { kolumner: { belopp: 'Budget 2027' } } }
		);
		expect(accepted[0]?.by).toMatchObject({ ar: 2027, belopp: 11000 });
	});
});

describe('a file whose headers say nothing', () => {
	const rows = [
		'2026-01-02;74310;Exempelbolaget AB;559900-0014;1 204,50',
		'2026-01-03;74310;Exempelbolaget AB;559900-0014;318,25',
		'2026-01-04;74311;Provbolaget AB;559900-0022;99,00'
	];

	it('is only offered a guess by its values, with the evidence', async () => {
		const { result, accepted } = await importRows(csvSource('uttag.csv', ['A;B;C;D;E', ...rows]));
		expect(result.problem).toMatchObject({ code: 'fraga', question: 'kolumner' });
		expect(result.problem?.message).toContain('E ser ut som belopp (3 av 3 värden är decimaltal)');
		expect(result.plan?.columns.every(({ guessed }) => guessed)).toBe(true);
		expect(accepted).toEqual([]);
	});

	it('is read by the guess when a person says that it is right', async () => {
		const { accepted } = await importRows(csvSource('uttag.csv', ['A;B;C;D;E', ...rows]), {
			answers: { gissade_kolumner: 'stammer' }
		});
		expect(accepted.map(({ by }) => [by.datum, by.konto, by.leverantor, by.belopp])).toEqual([
			['2026-01-02', '74310', 'Exempelbolaget AB', 120450],
			['2026-01-03', '74310', 'Exempelbolaget AB', 31825],
			['2026-01-04', '74311', 'Provbolaget AB', 9900]
		]);
	});

	it('keeps the first row where there is no header at all', async () => {
		const { result, accepted } = await importRows(csvSource('uttag.csv', rows), {
			answers: { gissade_kolumner: 'stammer' }
		});
		expect(result.plan?.headerRow).toBe(0);
		expect(result.plan?.headers).toEqual(['Kolumn 1', 'Kolumn 2', 'Kolumn 3', 'Kolumn 4', 'Kolumn 5']);
		expect(result.totals).toMatchObject({ read: 3, accepted: 3, sum: 162175 });
		expect(accepted[0]?.row).toBe(1);
	});

	it('counts by the columns that a person names, and forgets the other guesses', async () => {
		const { accepted } = await importRows(csvSource('uttag.csv', ['A;B;C;D;E', ...rows]), {
			answers: { kolumner: { belopp: 'E', datum: 'A' } }
		});
		expect(accepted[0]?.by).toMatchObject({ datum: '2026-01-02', belopp: 120450, konto: null });
	});

	it('guesses no amount when two columns could be it', async () => {
		const { result } = await importRows(
			csvSource('uttag.csv', ['A;B;C', '2026-01-02;10,50;1,25', '2026-01-03;11,50;1,35'])
		);
		expect(result.problem?.code).toBe('saknar_kolumn');
	});
});

describe('headers of real exports', () => {
	it('leaves amounts that include VAT aside, and says why', async () => {
		const { result } = await importRows(
			csvSource('k.csv', [
				'Bokföringsdatum;Leverantör;Belopp inkl moms;Belopp exkl moms',
				'2026-01-02;A AB;125,00;100,00'
			])
		);
		expect(result.totals?.sum).toBe(10000);
		expect(result.plan?.asideColumns).toEqual([
			{
				header: 'Belopp inkl moms',
				reason: 'Beloppet är inklusive moms. Alla belopp räknas exklusive moms.'
			}
		]);
		const only = await importRows(
			csvSource('k.csv', ['datum;namnd;konto;leverantor;Belopp inkl moms', '2026-01-02;K;74310;A AB;125,00']),
			{ answers: { tabell: 'kostnader' } }
		);
		expect(only.result.problem?.message).toContain('Belopp inkl moms är inklusive moms');
	});

	it('makes one amount of debet and kredit', async () => {
		const { result, accepted } = await importRows(
			csvSource('huvudbok.csv', [
				'Datum;Konto;Ver nr;Debet;Kredit',
				'2026-01-02;74310;1;1 200,50;',
				'2026-01-03;74310;2;0,00;200,00',
				'2026-01-04;74310;3;10,00;5,00'
			])
		);
		expect(accepted.map(({ by }) => by.belopp)).toEqual([120050, -20000]);
		expect(result.totals).toMatchObject({ accepted: 2, rejected: 1, sum: 100050 });
	});

	it('reads a header on two lines, and a unit on a line of its own', async () => {
		const two = await importRows(
			csvSource('k.csv', [
				'Leverantör;;Faktura;;Belopp',
				'Namn;Orgnr;Nummer;Datum;exkl moms',
				'A AB;559900-0014;17;2026-01-02;100,50'
			])
		);
		expect(two.accepted[0]?.by).toMatchObject({
			leverantor: 'A AB',
			organisationsnummer: '559900-0014',
			fakturanummer: '17',
			datum: '2026-01-02',
			belopp: 10050
		});
		const unit = await importRows(
			csvSource('b_2026.csv', ['Nämnd;Version;Budget', ';;tkr', 'KN;KF-budget;12'])
		);
		expect(unit.accepted[0]?.by.belopp).toBe(1_200_000);
		expect(unit.result.totals).toMatchObject({ read: 1, accepted: 1 });
	});

	it.each([
		['Body Name,Payment Date,Beneficiary Name,Net Amount £', 'A council,02/01/2026,Supplier Ltd,"1,200.50"'],
		[
			'Vendor Name,Cost Element,SAP Document No,Amount £,Clearing Date',
			'Supplier Ltd,74310,17,1200.50,2 Jan 2026'
		],
		[
			'Företagsnamn;Förvaltning;Konto;Konterat belopp exkl. moms;Bokf.datum',
			'A AB;Kultur;74310;1200,50;2026-01-02'
		],
		[
			'Levnr;Leverantörens namn;Konto;Kontobenämning;Ansvar;Nettobelopp SEK;Verdatum',
			'1;A AB;74310;IT;1;1200,50;20260102'
		]
	])('%s', async (header, row) => {
		// A header in pounds asks for a rate.
		const answers = header.includes('£') ? { kurser: { GBP: '1' } } : {};
		const { result, accepted } = await importRows(csvSource('k.csv', [header, row]), { answers });
		expect(result.problem).toBeNull();
		expect(accepted[0]?.by).toMatchObject({ datum: '2026-01-02', belopp: 120050 });
	});
});

describe('a file that is no table of ours', () => {
	it.each([
		[
			'a chart of accounts with sums',
			['konto,namn,antal,summa', '40210,Inköp bilar,8,4696.25', '74310,IT-tjänster,2,100.50'],
			'kontoplan med en summa per konto'
		],
		['a list of codes', ['cpv,namn', '03000000-1,Jordbruk', '48000000-8,Program'], 'CPV-kod per rad'],
		['settings', ['name: Prov', 'url: "https://exempel.se"', 'tags:', '- a, b', '- c'], 'YAML'],
		['metadata', ['@prefix dcat: <http://exempel.se/> .', '<x> a dcat:Catalog ;', '  dcat:y "z" .'], 'Turtle']
	])('%s is refused for what it is', async (_, lines, reason) => {
		const { result } = await importRows(csvSource('fil.csv', lines));
		expect(result.problem?.message).toContain(reason);
	});
});

describe.skipIf(!hasRealFiles)('real files', () => {
	it('a cloud bill of 1 000 rows in USD: 20,52 billed, 14,98 in effect', async () => {
		const { result } = await importRows(realSource('focus/focus_1.0_sample_1000.csv'));
		expect(result.plan?.evidence.records).toBe(1000);
		expect(result.plan?.amountChoices).toEqual([
			{ header: 'BilledCost', sum: 2052, chosen: true },
			{ header: 'EffectiveCost', sum: 1498, chosen: false }
		]);
		expect(result.problem?.question).toBe('kurs');
	});

	it('the same bill at 10,55 kr: 216,49 kr, which 1 000 roundings to whole öre would not give', async () => {
		const { result } = await importRows(realSource('focus/focus_1.0_sample_1000.csv'), {
			answers: { kurser: { USD: '10,55' } }
		});
		expect(result.problem).toBeNull();
		expect(result.totals).toMatchObject({ accepted: 1000, rejected: 0, sum: 21649 });
	});

	it('a published budget: 2025 and tkr from its headers, and a question about the sign', async () => {
		const file = 'budget/simrishamn_kfn_driftredovisning_2025_tkr.csv';
		const asked = await importRows(realSource(file));
		expect(asked.result.problem?.question).toBe('tecken');
		const { result } = await importRows(realSource(file), { answers: { tecken: 'minus' } });
		expect(result.totals).toMatchObject({ accepted: 12, rejected: 1, sum: 63_119_000_00 });
	});
});
