// Turns the streams, the licences and the local systems into IT rows, the rest of 2026 included.
import { responsibilityOf, type CostRow } from './cost-row';
import { accountTexts, itStreams, rhythms, type ItStream } from './it-streams';
import { licencePrice, licenceProducts, licencesPurchased } from './licences';
import { localSystems } from './local-systems';
import { unlistedSystem } from './unlisted-system';
import { calendar, dayOf, growthFrom2026, type Month } from './months';
import { contractOn } from './named-contracts';
import { chanceFor, type Chance } from './random';
import { boards } from './units';

const operations: Record<string, string> = {
	UBN: '440',
	ÄN: '510',
	SN: '550',
	SBN: '215',
	TN: '240',
	KN: '310'
};

/** Rows that must carry their contract, so that the use of the ceiling can be counted. */
const alwaysTagged =
	'A-2023-011 A-2023-012 A-2023-041 A-2025-022 A-2022-031 A-2022-032 A-2023-062 A-2023-029 A-2021-030 A-2022-018'.split(
		' '
	);

/** What a system and a contract tag would be, lost now and then as in life. */
function links(chance: Chance, day: string, system: string, contract: string) {
	const held = contractOn(contract, day);
	const keeps = alwaysTagged.includes(held) || chance.happens(0.86);
	return { system: chance.happens(0.68) ? system : '', contract: keeps ? held : '' };
}

function itRow(chance: Chance, month: Month, unit: string, account: string, ore: number): CostRow {
	return {
		day: dayOf(month, chance.integer(2, 28)),
		unit,
		responsibility: responsibilityOf(unit, chance.integer(1, 4)),
		account,
		accountText: accountTexts[account] ?? '',
		operation: operations[unit] ?? '920',
		project: '',
		counterpart: '',
		supplier: '',
		voucher: '',
		invoice: String(chance.integer(100000, 999999)),
		text: '',
		ore,
		isIt: '',
		kind: '',
		direction: '',
		system: '',
		contract: ''
	};
}

function weightsOf(units: string): [code: string, share: number][] {
	const weights: [string, number][] =
		units === 'personal'
			? boards.map((board) => [board.code, board.employees])
			: units.split(' ').map((part) => {
					const [code = '', weight = '1'] = part.split(':');
					return [code, Number(weight)];
				});
	const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
	return weights.map(([code, weight]) => [code, weight / total]);
}

function textOf(stream: ItStream, month: Month, chance: Chance): string {
	if (stream.rhythm !== 'projekt') return stream.text;
	if (chance.happens(0.02)) return `${stream.text} ***`;
	const week = month.month * 4 - 3;
	return chance.happens(0.5)
		? `${stream.text} v. ${week}-${week + 3}`
		: `${stream.text}, etapp ${chance.integer(1, 4)}`;
}

function streamRows(stream: ItStream): CostRow[] {
	const chance = chanceFor(`${stream.supplier} ${stream.text}`);
	const parts = rhythms[stream.rhythm] ?? [];
	return calendar.flatMap((month) => {
		const part = (parts[month.month - 1] ?? 0) / 100;
		if (part === 0) return [];
		const amount = Number(stream.yearly) * 100_000 * part * growthFrom2026(month.year, Number(stream.growth));
		return weightsOf(stream.units).flatMap(([unit, share]) => {
			const whole = amount * share;
			const splits = stream.rhythm === 'projekt' || stream.rhythm === 'höst';
			const pieces = splits && whole > 60_000_00 ? 2 : 1;
			return Array.from({ length: pieces }, () => {
				const spread = stream.rhythm === 'månad' ? chance.between(0.97, 1.03) : chance.between(0.8, 1.2);
				const ore = Math.round((whole * spread) / pieces);
				return tagged(itRow(chance, month, unit, stream.account, ore), stream, month, chance);
			});
		});
	});
}

function tagged(row: CostRow, stream: ItStream, month: Month, chance: Chance): CostRow {
	const linked = stream.tags === 'alla' || stream.tags === 'lank';
	const full = stream.tags === 'alla';
	return {
		...row,
		supplier: stream.supplier,
		invoice: numberedInvoice(row, stream.supplier),
		text: textOf(stream, month, chance),
		counterpart: stream.kind === 'Intern debitering' ? 'SEN' : '',
		project:
			stream.rhythm === 'projekt' && linked ? `P${month.year % 100}${row.responsibility.slice(0, 2)}` : '',
		isIt: full ? 'ja' : '',
		kind: full ? stream.kind : '',
		direction: full ? stream.direction : '',
		...(linked ? links(chance, row.day, stream.system, stream.contract) : {})
	};
}

/** Wages, depreciation and internal rows have no invoice. */
function numberedInvoice(row: CostRow, supplier: string): string {
	return supplier === '' || supplier === 'Servicenämnden' ? '' : row.invoice;
}

/** Months of licence paid in a month: most in January and August. */
const licenceInvoices: Record<number, number> = { 1: 5.5, 4: 1, 8: 4.5, 10: 1 };

function licenceInvoiceRows(): CostRow[] {
	return licenceProducts.flatMap((product) =>
		Object.keys(product.purchased).flatMap((unit) => {
			const chance = chanceFor(`${product.name} ${unit} invoice`);
			return calendar.flatMap((month) => {
				const months = licenceInvoices[month.month];
				if (months === undefined) return [];
				const ore = licencesPurchased(product, unit, month) * licencePrice(product, month) * months;
				const row = itRow(chance, month, unit, '74312', Math.round(ore * chance.between(0.985, 1.015)));
				const reseller = product.supplier === 'Kvistrona Licens AB';
				const text = reseller ? `${product.name}, tillv. Svenorra` : `${product.name}, licens`;
				const tags = links(chance, row.day, product.system, product.contract);
				const maker = reseller ? 'Svenorra' : '';
				return [{ ...row, supplier: product.supplier, text, ...tags, maker }];
			});
		})
	);
}

const localAccounts = ['74312', '74313', '74311', '74312', '74315'] as const;

function localRows(): CostRow[] {
	return localSystems
		.filter((system) => system.yearly > 0)
		.flatMap((system) => {
			const chance = chanceFor(system.id);
			const account = chance.pick(localAccounts);
			const parts = rhythms[chance.pick(['kvartal', 'månad', 'kvartal', 'halvår', 'årlig', 'månad'])] ?? [];
			return calendar.flatMap((month) => {
				const part = (parts[month.month - 1] ?? 0) / 100;
				if (part === 0) return [];
				const amount = system.yearly * 100_000 * part * growthFrom2026(month.year, 3);
				const row = itRow(
					chance,
					month,
					system.unit,
					account,
					Math.round(amount * chance.between(0.92, 1.08))
				);
				const known = chance.happens(0.6);
				const contract = chance.happens(0.9) && row.day >= system.contractStart ? system.contract : '';
				// Bought in its place, and nobody has put it in the list.
				if (system.name === unlistedSystem.replaces && month.year >= unlistedSystem.from)
					return [{ ...row, supplier: unlistedSystem.supplier, text: unlistedSystem.text }];
				return [
					{
						...row,
						supplier: system.supplier,
						text: system.name,
						system: known ? system.id : '',
						contract
					}
				];
			});
		});
}

/** Every IT row of the four years; the budget looks at all, the ledger at those up to the as-of date. */
export const itRows: CostRow[] = [...itStreams.flatMap(streamRows), ...licenceInvoiceRows(), ...localRows()];
