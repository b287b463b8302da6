// All that is not IT: wages, rents, food, transport and the rest of a municipality's ledger.
import { responsibilityOf, type CostRow } from './cost-row';
import { closedMonths, dayOf, growthFrom2026, type Month } from './months';
import { chanceFor, type Chance } from './random';
import { otherSuppliers, soleTraders, type Trade } from './suppliers';
import { textTable } from './text-table';
import { boards } from './units';

/**
 * Parts of a nämnd's cost, in per mille, by what kind of nämnd it is; `rows` is how often the account is used.
 * supplier: a trade, `bolag`, or empty for rows without a supplier.
 */
const accounts = textTable(
	['account', 'text', 'rows', 'supplier', 'skola', 'omsorg', 'teknik', 'kultur', 'stab'] as const,
	`
	50110;Löner;9;;495;500;230;400;480
	50310;Timlöner;4;;38;75;12;48;20
	56110;Sociala avgifter;4;;168;182;78;142;155
	60110;Lokalhyra;6;fastighet;118;58;60;138;66
	60120;Lokalhyra bolag;2;bolag;24;22;18;30;20
	46310;Köp av verksamhet;6;omsorg;92;104;230;52;60
	45210;Bidrag till enskild;3;;0;24;0;6;24
	64610;Livsmedel;12;mat;26;14;1;3;2
	64110;Läromedel;7;läromedel;9;0;0;1;1
	64510;Förbrukningsmaterial;12;material;5;8;9;9;5
	65110;Kontorsmaterial;5;material;1;1;1;2;2
	40231;Inventarier;3;material;4;3;6;9;4
	62110;El;5;bolag;5;3;52;22;6
	62310;Fjärrvärme;3;bolag;3;2;31;14;3
	69110;Transporter;7;transport;11;9;20;5;3
	66210;Reparation;7;bygg;3;3;140;24;6
	74510;Konsulter;3;rådgivning;2;2;26;5;21
	63220;Leasing bilar;2;leasing;1;6;10;2;2
	74610;Städning;5;städ;9;7;10;16;6
	76410;Kurser;4;kurs;2;3;3;3;5
	70510;Resor;3;transport;1;2;1;2;3
	79110;Avskrivningar;1;;8;6;120;40;12
	`
);

type Character = 'skola' | 'omsorg' | 'teknik' | 'kultur' | 'stab';
const characters: Record<string, Character> = {
	UBN: 'skola',
	HSD: 'skola',
	NSD: 'skola',
	LSD: 'skola',
	ÖSD: 'skola',
	ÄN: 'omsorg',
	SN: 'omsorg',
	SEN: 'teknik',
	SBN: 'teknik',
	TN: 'teknik',
	MN: 'teknik',
	FAN: 'teknik',
	KN: 'kultur',
	FRN: 'kultur'
};

/** How many rows a nämnd has, beside the others. */
const busyness: Record<string, number> = { UBN: 3.1, ÄN: 2.1, SN: 1.9, KS: 1.2, ÖFN: 0.3, MN: 0.5 };

const operations: Record<Character, readonly string[]> = {
	skola: ['407', '425', '440', '450', '453'],
	omsorg: ['510', '513', '520', '552', '570'],
	teknik: ['215', '240', '249', '263', '910'],
	kultur: ['300', '310', '320', '330', '340'],
	stab: ['100', '130', '600', '610', '920']
};

const utilities: Record<string, string> = {
	'62110': 'Lindskärs Energi AB',
	'62310': 'Lindskärs Energi AB',
	'60120': 'Lindskärs Bostäder AB'
};

const privateTexts = ['Bistånd ***', '***', 'Arvode ***', '[innehåller personuppgifter]'] as const;

function supplierOf(account: string, trade: string, chance: Chance): string {
	const company = utilities[account];
	if (company !== undefined) return company;
	const suppliers = otherSuppliers.get(trade as Trade);
	if (suppliers === undefined) return '';
	// Now and then an invoice has lost its supplier, or a sole trader was hired.
	if (chance.happens(0.006)) return '';
	if (['66210', '76410', '74610'].includes(account) && chance.happens(0.03)) {
		return chance.pick(
			soleTraders.filter((trader) => !trader.name.includes('hjälp') && !trader.name.includes('Data'))
		).name;
	}
	// A few suppliers take most of the trade.
	return suppliers[Math.floor(chance.next() * chance.next() * suppliers.length)] ?? '';
}

/** Consultants and leasing are judged not to be IT; some of the smaller rows still wait for the judgement. */
function judgement(account: string, ore: number, chance: Chance): 'nej' | '' {
	if (account === '74510') return ore < 150_000_00 && chance.happens(0.3) ? '' : 'nej';
	if (account === '63220') return ore < 60_000_00 && chance.happens(0.1) ? '' : 'nej';
	return '';
}

/** What is written on the row; a sole trader's number sometimes slips into the text. */
function textOf(account: string, supplier: string, credit: boolean, chance: Chance): string {
	if (credit) return 'Kredit';
	if (account === '45210' && chance.happens(0.4)) return chance.pick(privateTexts);
	const trader = soleTraders.find(({ name }) => name === supplier);
	return trader !== undefined && chance.happens(0.1) ? `Avser ${trader.number}` : '';
}

function accountRows(
	line: (typeof accounts)[number],
	board: (typeof boards)[number],
	month: Month
): CostRow[] {
	const character = characters[board.code] ?? 'stab';
	const total = accounts.reduce((sum, other) => sum + Number(other[character]), 0);
	const share = Number(line[character]) / total;
	if (share === 0) return [];
	const chance = chanceFor(`${board.code} ${line.account} ${month.year} ${month.month}`);
	const wanted = Number(line.rows) * (busyness[board.code] ?? 0.8) * 0.32;
	const count = Math.max(
		line.supplier === '' ? 1 : 0,
		Math.floor(wanted) + (chance.happens(wanted % 1) ? 1 : 0)
	);
	const season = month.month === 7 && line.supplier !== '' ? 0.7 : 1;
	// A nämnd with few invoices has bigger ones: the amount follows the expected count, not the drawn one.
	const monthly = (board.grant * 100 * 0.95 * share * season * growthFrom2026(month.year, 3.2)) / 12;
	const each = monthly / (line.supplier === '' ? count : Math.max(wanted, 0.2));
	return Array.from({ length: count }, () => {
		const spread =
			line.supplier === '' ? chance.between(0.9, 1.1) : 0.1 + 3.6 * chance.next() * chance.next();
		const payday = line.account.startsWith('5');
		const credit = !payday && chance.happens(0.012);
		const supplier = supplierOf(line.account, line.supplier, chance);
		const ore = Math.round(each * spread * (credit ? -0.4 : 1));
		return {
			day: dayOf(month, payday ? 27 : chance.integer(1, 28)),
			unit: board.code,
			responsibility: responsibilityOf(board.code, chance.integer(1, 9)),
			account: line.account,
			accountText: line.text,
			operation: chance.pick(operations[character]),
			project: '',
			counterpart: '',
			supplier,
			voucher: '',
			invoice: '',
			text: textOf(line.account, supplier, credit, chance),
			ore,
			isIt: judgement(line.account, ore, chance),
			kind: '',
			direction: '',
			system: '',
			contract: ''
		};
	});
}

export const otherRows: CostRow[] = closedMonths.flatMap((month) =>
	boards.flatMap((board) => accounts.flatMap((line) => accountRows(line, board, month)))
);
