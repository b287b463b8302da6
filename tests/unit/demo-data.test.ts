// The demo city: its files are what the generator writes, and its stories can be counted from the rows.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cityFiles } from '../../src/cli/demo/city';

const folder = join(import.meta.dirname, '..', '..', 'data', 'demo');
const today = '2026-08-31';

type Row = Record<string, string>;

function rowsOf(name: string): Row[] {
	const text = readFileSync(join(folder, name), 'utf8').replace(/^\ufeff/, '');
	return Papa.parse<Row>(text, { header: true, delimiter: ';', skipEmptyLines: true }).data;
}

/** A cell that must be there. */
function cell(row: Row | undefined, column: string): string {
	const text = row?.[column];
	if (text === undefined) throw new Error(`No column ${column}.`);
	return text;
}

const amount = (text: string) => Number(text.replace(',', '.'));
const ore = (row: Row) => Math.round(amount(cell(row, 'belopp')) * 100);
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

const costs = [2023, 2024, 2025, 2026].flatMap((year) => rowsOf(`kostnader_${year}.csv`));
const contracts = rowsOf('avtal.csv');
const licences = rowsOf('licenser.csv');
const systems = rowsOf('system.csv');
const budget = rowsOf('budget.csv');

const itPrefixes = [
	'40233',
	'40234',
	'40235',
	'654',
	'681',
	...[0, 1, 2, 3, 4, 5, 7].map((last) => `7431${last}`)
];

function isIt(row: Row): boolean {
	if (row.it_kostnad !== '') return row.it_kostnad === 'ja';
	return itPrefixes.some((prefix) => cell(row, 'konto').startsWith(prefix));
}

const itCosts = costs.filter(isIt);

function contract(id: string): Row {
	const found = contracts.find((row) => row.avtals_id === id);
	if (found === undefined) throw new Error(`No contract ${id}.`);
	return found;
}

/** Kronor on a contract and its avrop since its start, over takvolym. */
function ceilingUse(id: string): number {
	const orders = contracts.filter((row) => row.ramavtal_ref === id).map((row) => cell(row, 'avtals_id'));
	const counted = costs.filter(
		(row) =>
			[id, ...orders].includes(cell(row, 'avtals_id')) &&
			cell(row, 'datum') >= cell(contract(id), 'avtalsstart')
	);
	return sum(counted.map(ore)) / 100 / Number(cell(contract(id), 'takvolym'));
}

/** YYYY-MM-DD plus months, keeping the day number or the last of the month. */
function monthsLater(day: string, months: number): string {
	const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
	const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The latest day from which the notice months end no later than the contract. */
function noticeDay(row: Row): string {
	const end = cell(row, 'avtalsslut');
	const months = cell(row, 'uppsagningstid_manader');
	if (end === '' || months === '') return '';
	let day = end;
	while (monthsLater(day, Number(months)) > end) {
		day = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
	}
	return day;
}

function luhnHolds(digits: string): boolean {
	const total = [...digits].reverse().reduce((running, digit, place) => {
		const doubled = Number(digit) * (place % 2 === 1 ? 2 : 1);
		return running + (doubled > 9 ? doubled - 9 : doubled);
	}, 0);
	return total % 10 === 0;
}

describe('the committed files', () => {
	it('are byte for byte what the generator writes', () => {
		for (const [name, text] of cityFiles()) {
			expect(readFileSync(join(folder, name)).equals(Buffer.from(text)), name).toBe(true);
		}
		const committed = readdirSync(folder).filter((name) => name.endsWith('.csv'));
		expect(committed.sort()).toEqual([...cityFiles().keys()].sort());
	});

	it('weigh less than 6 MB together', () => {
		expect(sum(readdirSync(folder).map((name) => statSync(join(folder, name)).size))).toBeLessThan(6_000_000);
	});

	it('have a BOM, semicolons, CRLF and no thousands separator', () => {
		for (const text of cityFiles().values()) {
			expect(text.startsWith('\ufeff')).toBe(true);
			expect(text.endsWith('\r\n')).toBe(true);
			expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		}
		for (const row of costs) {
			if (!/^-?\d+,\d\d$/.test(cell(row, 'belopp'))) expect.fail(cell(row, 'belopp'));
			if (!/^\d{4}-\d\d-\d\d$/.test(cell(row, 'datum'))) expect.fail(cell(row, 'datum'));
		}
	});

	it('hold about 40 000 cost rows, 70 contracts and 150 systems, up to the as-of date', () => {
		expect(costs.length).toBeGreaterThan(38_000);
		expect(costs.length).toBeLessThan(42_000);
		expect(contracts).toHaveLength(70);
		expect(systems).toHaveLength(150);
		expect(rowsOf('namnder.csv')).toHaveLength(25);
		const days = costs.map((row) => cell(row, 'datum'));
		expect(days.every((day) => day >= '2023-01-01' && day <= today)).toBe(true);
	});

	it('refer only to contracts, systems and nämnder that exist', () => {
		const contractIds = new Set(contracts.map((row) => row.avtals_id));
		const systemIds = new Set(systems.map((row) => row.system_id));
		const unitNames = new Set(rowsOf('namnder.csv').map((row) => row.namnd));
		expect(contractIds.size).toBe(contracts.length);
		for (const row of [...costs, ...licences]) {
			if (row.avtals_id !== '' && !contractIds.has(row.avtals_id)) expect.fail(row.avtals_id);
			if (row.system_id !== '' && !systemIds.has(row.system_id)) expect.fail(row.system_id);
			if (!unitNames.has(row.namnd)) expect.fail(row.namnd);
		}
	});
});

describe('identity numbers', () => {
	const numbers = new Set(
		[...costs, ...contracts, ...systems, ...licences].map((row) => cell(row, 'organisationsnummer'))
	);
	numbers.delete('');
	const persons = [...numbers].filter((number) => number.length === 12);

	it('pass Luhn and lie in the unused range of companies', () => {
		for (const number of numbers) {
			if (persons.includes(number)) continue;
			expect(number).toMatch(/^55990[01]-\d{4}$/);
			expect(luhnHolds(number.replace('-', '')), number).toBe(true);
		}
	});

	it('of sole traders are birth dates in the 1890s', () => {
		expect(persons.length).toBeGreaterThanOrEqual(5);
		for (const number of persons) {
			expect(number).toMatch(/^189\d(0[1-9]|1[0-2])([0-2]\d|3[01])98\d\d$/);
			expect(luhnHolds(number.slice(2)), number).toBe(true);
		}
	});

	it('belong to one supplier each', () => {
		const names = new Map<string, string>();
		for (const row of costs) {
			const number = cell(row, 'organisationsnummer');
			if (number === '') continue;
			const name = names.get(number) ?? cell(row, 'leverantor');
			if (name !== row.leverantor) expect.fail(`${number}: ${name} and ${row.leverantor}`);
			names.set(number, name);
		}
	});
});

describe('the ledger', () => {
	it('has an IT cost that rises from about 185 to 200 mnkr, two to six percent of all cost', () => {
		const perYear = [2023, 2024, 2025].map((year) => {
			const inYear = (row: Row) => cell(row, 'datum').startsWith(String(year));
			const all = sum(costs.filter(inYear).map(ore));
			const it = sum(itCosts.filter(inYear).map(ore));
			expect(it / all).toBeGreaterThan(0.02);
			expect(it / all).toBeLessThan(0.06);
			return it / 100_000_000;
		});
		expect(perYear).toEqual([...perYear].sort((one, other) => one - other));
		expect(perYear[0]).toBeGreaterThan(175);
		expect(perYear[2]).toBeLessThan(210);
	});

	it('leaves two to five percent of the kronor untagged each year', () => {
		for (const year of [2023, 2024, 2025, 2026]) {
			const inYear = (row: Row) => cell(row, 'datum').startsWith(String(year));
			const waiting = costs.filter(
				(row) => inYear(row) && row.it_kostnad === '' && /^(745|632)/.test(cell(row, 'konto'))
			);
			const unjudged = sum(waiting.map((row) => Math.abs(ore(row))));
			const known = sum(itCosts.filter(inYear).map((row) => Math.abs(ore(row))));
			expect(unjudged / (unjudged + known)).toBeGreaterThan(0.02);
			expect(unjudged / (unjudged + known)).toBeLessThan(0.05);
		}
	});

	it('has a system on some 60 percent and a contract on some 80 percent of the IT kronor', () => {
		const share = (column: string) =>
			sum(itCosts.filter((row) => row[column] !== '').map(ore)) / sum(itCosts.map(ore));
		expect(share('system_id')).toBeGreaterThan(0.55);
		expect(share('system_id')).toBeLessThan(0.7);
		expect(share('avtals_id')).toBeGreaterThan(0.75);
		expect(share('avtals_id')).toBeLessThan(0.87);
	});

	it('has credits, repeated rows, rows without supplier and masked texts', () => {
		expect(costs.some((row) => ore(row) < 0)).toBe(true);
		const whole = costs.map((row) => Object.values(row).join(';'));
		expect(whole.length - new Set(whole).size).toBeGreaterThan(20);
		expect(costs.some((row) => row.leverantor === '')).toBe(true);
		expect(costs.some((row) => cell(row, 'text').includes('***'))).toBe(true);
	});
});

describe('the stories', () => {
	it('one framework has used 92 to 94 percent of its ceiling, one more than all of it', () => {
		expect(ceilingUse('A-2022-117')).toBeGreaterThan(0.92);
		expect(ceilingUse('A-2022-117')).toBeLessThan(0.94);
		expect(ceilingUse('A-2023-041')).toBeGreaterThan(1);
	});

	it('Elevregistret is past its notice day and renews itself', () => {
		const row = contract('A-2020-052');
		expect(noticeDay(row)).toBe('2026-06-30');
		expect(row.forlangningssatt).toBe('automatisk');
		expect(cell(row, 'avtalsslut') > today).toBe(true);
	});

	it('three contracts have their notice day within seven months', () => {
		const due = contracts.filter((row) => noticeDay(row) >= today && noticeDay(row) <= '2027-03-31');
		expect(due.map((row) => row.avtals_id)).toEqual(['A-2020-071', 'A-2021-114', 'A-2022-117']);
	});

	it('the core system Omsorgsjournalen had one bid and takes over ten mnkr a year', () => {
		expect(contract('A-2022-090').antal_anbud).toBe('1');
		const paid = itCosts.filter(
			(row) => row.avtals_id === 'A-2022-090' && cell(row, 'datum').startsWith('2025')
		);
		expect(sum(paid.map(ore))).toBeGreaterThan(10_000_000_00);
	});

	it('Utbildningsnämnden has 604 unused licences of 3 480', () => {
		const row = licences.find(
			(licence) =>
				licence.produkt === 'Kontorspaketet' &&
				licence.namnd === 'Utbildningsnämnden' &&
				licence.manad === '2026-08'
		);
		const purchased = Number(cell(row, 'antal_kopta'));
		const used = Math.max(Number(cell(row, 'antal_tilldelade')), Number(cell(row, 'antal_aktiva')));
		expect([purchased, purchased - used]).toEqual([3480, 604]);
	});

	it('the price of Kontorspaketet rises 31 percent in small steps, the others at most 13', () => {
		const rise = (product: string) => {
			const prices = licences.filter((row) => row.produkt === product);
			return amount(cell(prices.at(-1), 'pris_per_licens')) / amount(cell(prices[0], 'pris_per_licens')) - 1;
		};
		expect(rise('Kontorspaketet')).toBeCloseTo(0.31, 2);
		for (const product of new Set(licences.map((row) => cell(row, 'produkt')))) {
			if (product !== 'Kontorspaketet') expect(rise(product), product).toBeLessThan(0.13);
		}
	});

	it('one supplier takes a fifth of the IT cost, and a reseller hides the maker of the next', () => {
		const share = (supplier: string) =>
			sum(itCosts.filter((row) => row.leverantor === supplier).map(ore)) / sum(itCosts.map(ore));
		expect(share('Nordvinge Data AB')).toBeGreaterThan(0.18);
		expect(share('Nordvinge Data AB')).toBeLessThan(0.23);
		expect(share('Kvistrona Licens AB')).toBeGreaterThan(0.1);
		const resold = itCosts.filter((row) => row.leverantor === 'Kvistrona Licens AB');
		expect(resold.every((row) => cell(row, 'text').includes('tillv. Svenorra'))).toBe(true);
	});

	it('Elevguiden in a stadsdelsnämnd doubles Lärstigen, which serves it too', () => {
		const named = (name: string) => systems.find((row) => row.namn === name);
		const owner = cell(named('Elevguiden'), 'namnd');
		expect(cell(named('Elevguiden'), 'formaga')).toBe(cell(named('Lärstigen'), 'formaga'));
		expect(cell(named('Lärstigen'), 'anvands_av').split('|')).toContain(owner);
	});

	it('the T2 forecast for 2026 is some 3 mnkr worse than budget, Utbildningsnämnden the worst', () => {
		const deviation = new Map<string, number>();
		for (const row of budget.filter(({ ar }) => ar === '2026')) {
			const sign = row.version === 'KF-budget' ? 1 : row.version === 'T2-prognos' ? -1 : 0;
			const unit = cell(row, 'namnd');
			deviation.set(unit, (deviation.get(unit) ?? 0) + sign * ore(row));
		}
		const total = sum([...deviation.values()]) / 100_000_000;
		expect(total).toBeGreaterThan(-3.5);
		expect(total).toBeLessThan(-2.5);
		const worst = [...deviation].sort((one, other) => one[1] - other[1])[0];
		expect(worst?.[0]).toBe('Utbildningsnämnden');
	});
});
