// Every real SIE file beside the project against a count of its own: lines found by a plain pattern over Latin-1.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { oreFromKronor } from '$lib/domain/money';
import { openTableFile } from '$lib/read/table-file';
import { hasRealFiles, realSource } from '../support/sources';

const folder = resolve(process.cwd(), '../shared/data/sie');
const names = hasRealFiles ? readdirSync(folder).filter((name) => /\.s[ei]$/i.test(name)) : [];

/** Rows and öre of a label, counted without the reader: after the braces comes the amount. */
function countOf(name: string, label: 'TRANS' | 'PBUDGET'): [rows: number, sum: number] {
	const text = readFileSync(resolve(folder, name), 'latin1');
	const amounts = text
		.split(/\r?\n/)
		.filter((line) => new RegExp(`^\\s*#${label}\\s`).test(line))
		.map((line) => /\}\s*(-?\d+(?:\.\d+)?)/.exec(line)?.[1] ?? 'none');
	return [amounts.length, amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0)];
}

describe.skipIf(!hasRealFiles)('the real SIE files', () => {
	it('are 54, the saved error page among them', () => {
		expect(names).toHaveLength(54);
	});

	it.each(names)('%s: rows and asides add up to the independent count', async (name) => {
		const file = await openTableFile(realSource(`sie/${name}`));
		if ('problem' in file) {
			expect([name, file.problem.code]).toEqual(['BokSald.SE', 'inte_en_tabell']);
			return;
		}
		expect(file.tables.length + file.controls.length).toBeGreaterThan(0);
		const asides = file.tables.flatMap((table) => table.known?.asides ?? []);
		for (const [label, sheet, pattern] of [
			['TRANS', 'Verifikationer', /^transaktion(?:er)? på /],
			['PBUDGET', 'Budget', /^budgetrad(?:er)? /]
		] as const) {
			const beside = asides.filter(({ what }) => pattern.test(what));
			let rows = beside.reduce((count, aside) => count + aside.rows, 0);
			let sum = beside.reduce((total, aside) => total + (aside.sum ?? 0), 0);
			for (const table of file.tables.filter((candidate) => candidate.sheet === sheet)) {
				let column = -1;
				for await (const batch of table.records()) {
					for (const record of batch) {
						if (record.row === 0) {
							column = record.cells.indexOf('belopp');
							continue;
						}
						expect(record.broken).toBeUndefined();
						rows++;
						sum += oreFromKronor(Number(record.cells[column]));
					}
				}
			}
			expect([label, rows, sum]).toEqual([label, ...countOf(name, label)]);
		}
	});

	it.each([
		['BL0001_typ4.SE', 65_624_70],
		['Bokslut_Norstedts_SIE_4E.se', 3_632_122_49],
		['SIE_exempelfil.se', 9_588_40],
		['live2011.se', 5_307_12],
		['sie_4.SE', 60_387_18],
		['transaktioner_ovnbolag.se', 1_686_546_38]
	])('%s agrees with its own balances', async (name, sum) => {
		const file = await openTableFile(realSource(`sie/${name}`));
		if ('problem' in file) throw new Error(file.problem.message);
		const table = file.tables.find(({ sheet }) => sheet === 'Verifikationer');
		let total = 0;
		for await (const batch of table?.records() ?? []) {
			for (const { row, cells } of batch) total += row ? oreFromKronor(Number(cells[5])) : 0;
		}
		expect(total).toBe(sum);
		expect(table?.known?.control?.sum).toBe(sum);
	});

	it('have months that add up to the year, also where objects stand apart from the rest', async () => {
		const file = await openTableFile(realSource('sie/objektsaldo_ovnbolag.se'));
		if ('problem' in file) throw new Error(file.problem.message);
		const [year, ...others] = file.controls.filter(({ from }) => from?.startsWith('2011'));
		expect(year?.sum).toBe(1_686_546_38);
		expect(others.map(({ sum }) => sum)).toEqual([610_649_08, 519_342_38, 556_554_92]);
	});
});
