import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BudgetLeaf } from '$lib/domain/budget-leaf';
import { worstFirst } from '$lib/domain/budget-levels';
import { budgetLines } from '$lib/domain/budget-lines';
import { parseIsoDay } from '$lib/domain/day';
import { passesLimit, standardDeviationLimit } from '$lib/domain/deviation-limit';
import { notesIn, notesOf, type NoteVersion } from '$lib/domain/deviation-note';
import { standardFollowUps } from '$lib/domain/follow-up-setting';
import { unitOf } from '$lib/text/budget';
import { reportParagraphs } from '$lib/text/follow-up-report';
import { formatMoneyWithUnit } from '$lib/text/format';

const mnkr = (amount: number) => Math.round(amount * 100_000_000);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const leafOf = (unit: string, more: Partial<BudgetLeaf> = {}): BudgetLeaf => ({
	unit,
	costKind: null,
	orientation: null,
	system: null,
	budgetRows: 1,
	baseRows: 1,
	rowsWithoutMonth: 0,
	budgetYear: mnkr(9),
	budgetToDate: mnkr(6),
	forecastRows: 1,
	forecast: mnkr(9),
	outcome: mnkr(6),
	outcomeRows: 1,
	outcomeYearBefore: 0,
	outcomeWholeYearBefore: 0,
	...more
});
const noteOf = (unit: string, more: Partial<NoteVersion> = {}): NoteVersion => ({
	id: 1,
	note: 1,
	year: 2026,
	followUp: 'T2',
	unit,
	costKind: null,
	cause: 'Priset på kontorspaketet höjdes med 14 % i juli',
	measure: '604 licenser sägs upp.',
	effect: '',
	responsible: 'Anna Berglund',
	due: parseIsoDay('2026-12-15'),
	closed: null,
	author: 'Maja',
	created: '2026-09-15T08:00:00.000Z',
	...more
});

function report(leaves: BudgetLeaf[], versions: NoteVersion[] = [], cut = 8, covered = true): string[] {
	const chosen = { year: 2026, followUp: cut === 12 ? 'VB' : 'T2', cut };
	const total = budgetLines(leaves, ['unit'], { cut, covered, yearBeforeCovered: false });
	return reportParagraphs({
		perUnit: { ...total, parts: worstFirst(total.parts) },
		notes: notesIn(notesOf(versions), chosen, standardFollowUps),
		limit: standardDeviationLimit,
		chosen,
		unit: 'mnkr',
		today: parseIsoDay('2026-12-31'),
		dataTo: '2026-06'
	}).map(plain);
}

describe('the text for the report', () => {
	it('says result, forecast, who is beyond the limit and why, and that the others are within it', () => {
		const leaves = [
			leafOf('Skolnämnden', { outcome: mnkr(6.5), forecast: mnkr(9.6) }),
			leafOf('Kulturnämnden'),
			leafOf('Miljönämnden', { forecast: mnkr(8.9) })
		];
		expect(report(leaves, [noteOf('Skolnämnden')])).toEqual([
			'It kostade 18,50 mnkr till och med augusti 2026. Det är 0,50 mnkr mer än budget för samma månader.',
			'Prognosen för helåret är 27,50 mnkr mot en budget på 27,00 mnkr. Det är 0,50 mnkr mer än budget (1,9 % av årsbudgeten).',
			'Skolnämnden väntas kosta 0,60 mnkr mer än budget (6,7 % av årsbudgeten). Orsak: Priset på kontorspaketet höjdes med 14 % i juli. Åtgärd: 604 licenser sägs upp. Ansvarig: Anna Berglund, klart 15 december 2026.',
			'Två andra nämnder är inom gränsen, 2 % eller 100 tkr.'
		]);
	});

	it('says that a cause is not given, and that a carried note is not updated', () => {
		const leaves = [
			leafOf('Skolnämnden', { forecast: mnkr(9.6) }),
			leafOf('Kulturnämnden', { forecast: mnkr(10) })
		];
		const text = report(leaves, [noteOf('Skolnämnden', { followUp: 'T1' })]).join('\n');
		expect(text).toContain(
			'Kulturnämnden väntas kosta 1,00 mnkr mer än budget (11,1 % av årsbudgeten). Orsaken är inte angiven.'
		);
		expect(text).toContain('Kommentaren från en tidigare uppföljning är inte uppdaterad.');
		expect(text).not.toContain('604 licenser');
		expect(text).toContain('En åtgärd följs upp från tidigare uppföljningar. En är försenad.');
	});

	it('names who has left no forecast, and gives no deviation of the year', () => {
		const leaves = [leafOf('Skolnämnden', { forecastRows: 0, forecast: 0 }), leafOf('Kulturnämnden')];
		const text = report(leaves);
		expect(text[1]).toBe('Prognos saknas för Skolnämnden. Helårets avvikelse är därför okänd.');
		expect(text.join(' ')).not.toContain('Alla nämnder');
	});

	it('names who has no budget', () => {
		const leaves = [
			leafOf('Skolnämnden', { budgetRows: 0, baseRows: 0, budgetYear: 0, budgetToDate: 0 }),
			leafOf('Kulturnämnden')
		];
		expect(report(leaves)[0]).toBe(
			'It kostade 12,00 mnkr till och med augusti 2026. Avvikelsen är okänd, för Skolnämnden har ingen budget.'
		);
	});

	it('says nothing of months that the ledger does not reach', () => {
		expect(report([leafOf('Skolnämnden')], [], 8, false)).toEqual([
			'Januari–augusti 2026 går inte att följa upp än. Huvudboken räcker till juni 2026.'
		]);
	});

	it('sets the outcome of the year against its budget at the year end', () => {
		expect(report([leafOf('Skolnämnden', { outcome: mnkr(9.5) })], [], 12)[0]).toBe(
			'Skolnämnden: it kostade 9,50 mnkr 2026. Det är 0,50 mnkr mer än budget (5,6 % av årsbudgeten).'
		);
	});

	const ore = fc.integer({ min: 0, max: 5e9 });
	it('never names a nämnd within the limit, and rounds its sums from öre', () => {
		const names = ['Albo', 'Birka', 'Cella', 'Delby', 'Ekeby'];
		let beyond = 0;
		fc.assert(
			fc.property(
				fc.array(fc.record({ budgetYear: ore, budgetToDate: ore, forecast: ore, outcome: ore }), {
					minLength: 2,
					maxLength: 5
				}),
				(facts) => {
					const leaves = facts.map((fact, index) => leafOf(names[index] ?? '', fact));
					const total = budgetLines(leaves, ['unit'], { cut: 8, covered: true, yearBeforeCovered: false });
					const text = report(leaves).join('\n');
					for (const line of total.parts) {
						const passed = passesLimit(line, standardDeviationLimit) === true;
						beyond += passed ? 1 : 0;
						expect(text.includes(unitOf(line))).toBe(passed);
					}
					const sum = (value: (leaf: BudgetLeaf) => number) =>
						leaves.reduce((all, leaf) => all + value(leaf), 0);
					for (const exact of [
						sum((leaf) => leaf.outcome),
						sum((leaf) => leaf.forecast),
						sum((leaf) => leaf.budgetYear)
					]) {
						expect(text).toContain(plain(formatMoneyWithUnit(exact, 'mnkr', { decimals: 2 })));
					}
				}
			)
		);
		expect(beyond).toBeGreaterThan(20);
	});
});
