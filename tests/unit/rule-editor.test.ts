// The rule form's own parts: what is wrong and where, suggested names and values, and shares that sum exactly.
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import type { Condition } from '$lib/tagging/condition';
import { ruleSchema, wholeShare, type Rule, type RulePart } from '$lib/tagging/rule';
import { ruleProblems } from '../../src/routes/(app)/taggning/parts/editor/rule-problems';
import {
	shareText,
	sumOfShares,
	twoHalves,
	withAnotherPart,
	withEqualShares
} from '../../src/routes/(app)/taggning/parts/editor/split';
import { suggestedName } from '../../src/routes/(app)/taggning/parts/editor/suggested-name';
import {
	meant,
	shownSuggestions,
	suggestionLines
} from '../../src/routes/(app)/taggning/parts/editor/suggestions';
import { idleTags, withTag } from '../../src/routes/(app)/taggning/parts/editor/tag-names';
import { pastedValues } from '../../src/routes/(app)/taggning/parts/editor/typed-choice';

const konto: Condition = { falt: 'konto', ar: 'borjar_med', varden: ['745'] };
const noAccount: Condition = { falt: 'konto', ar: 'ar', varden: [] };

function ruleOf(change: Partial<Rule>): Rule {
	return { id: 'r1', namn: 'Konsult', om: konto, satt: { it_kostnad: 'ja' }, ...change };
}

describe('what is wrong in a rule', () => {
	it('is nothing in a sound rule', () => {
		expect(ruleProblems(ruleOf({}))).toEqual([]);
	});

	it('is told per row with its number, in the order of the form', () => {
		const rule = ruleOf({ namn: ' ', satt: {}, om: { alla: [konto, noAccount] } });
		expect(ruleProblems(rule)).toEqual([
			{ place: 'om-1-varden', message: 'Villkor 2: skriv minst ett konto.' },
			{ place: 'satt-it_kostnad', message: 'Sätt: välj minst en tagg, eller dela beloppet.' },
			{ place: 'namn', message: 'Namn: skriv ett namn på regeln.' }
		]);
	});

	test.each<[string, Condition, string]>([
		['a lone test', noAccount, 'om-0-varden'],
		['a lone negated test', { inte: noAccount }, 'om-0-varden'],
		['a group in a group', { alla: [konto, { nagon: [konto, { inte: noAccount }] }] }, 'om-1-1-varden'],
		['a negated group in a group', { alla: [konto, { inte: { nagon: [noAccount] } }] }, 'om-1-0-varden'],
		[
			'a negated outermost group, shown inside another',
			{ inte: { alla: [konto, noAccount] } },
			'om-0-1-varden'
		],
		['a doubly negated outermost group', { inte: { inte: { alla: [konto, noAccount] } } }, 'om-1-varden'],
		['an empty outermost group', { alla: [] }, 'om-nytt'],
		['an empty group in a group', { alla: [konto, { nagon: [] }] }, 'om-1-nytt'],
		['an empty negated outermost group', { inte: { nagon: [] } }, 'om-0-nytt']
	])('is found where the form shows %s', (_, om, place) => {
		expect(ruleProblems(ruleOf({ om })).map((problem) => problem.place)).toEqual([place]);
	});

	test.each<[Condition, string]>([
		[{ falt: 'belopp', ar: 'minst', varden: [] }, 'Villkor 1: skriv ett belopp.'],
		[{ falt: 'belopp', ar: 'mellan', varden: ['', '5'] }, 'Villkor 1: skriv både från och till.'],
		[
			{ falt: 'belopp', ar: 'mellan', varden: ['1', '12x'] },
			'Villkor 1: ”12x” är inget belopp. Skriv till exempel 1000,00.'
		],
		[
			{ falt: 'period', ar: 'fran', varden: ['2026-13'] },
			'Villkor 1: ”2026-13” är ingen månad. Skriv ÅÅÅÅ-MM.'
		],
		[{ falt: 'text', ar: 'innehaller', varden: ['a', ' '] }, 'Villkor 1: ett värde är tomt. Ta bort det.'],
		[
			{ falt: 'konto', ar: 'saknas', varden: ['745'] },
			'Villkor 1: jämförelsen tar färre värden. Ta bort några.'
		],
		[
			{ falt: 'konto', ar: 'innehaller', varden: ['745'] },
			'Villkor 1: fältet kan inte jämföras så. Välj en annan jämförelse.'
		]
	])('is said with what to do: %j', (om, message) => {
		expect(ruleProblems(ruleOf({ om })).map((problem) => problem.message)).toEqual([message]);
	});

	it('is told per part of a divided amount, and of the sum only when every share can be read', () => {
		const parts = (...shares: string[]): RulePart[] => shares.map((andel) => ({ andel, satt: {} }));
		const placesOf = (dela: RulePart[]) => ruleProblems(ruleOf({ dela })).map(({ place }) => place);
		expect(placesOf(parts('70', '30'))).toEqual([]);
		expect(placesOf(parts('70', '20'))).toEqual(['dela']);
		expect(placesOf(parts('70', 'x'))).toEqual(['dela-1-andel']);
		expect(placesOf(parts('100'))).toEqual(['dela']);
	});

	it('is something exactly when the rule cannot be saved, at one place each', () => {
		const anyText = fc.constantFrom('', '745', '2026-01', '12x');
		const anyRule = fc.record({
			namn: fc.constantFrom('', 'Namn'),
			om: fc.oneof(
				fc
					.array(anyText, { maxLength: 3 })
					.map((varden): Condition => ({ falt: 'belopp', ar: 'mellan', varden })),
				fc
					.array(anyText, { maxLength: 2 })
					.map((varden): Condition => ({ inte: { falt: 'period', ar: 'fran', varden } })),
				fc.array(fc.constantFrom(konto, noAccount), { maxLength: 2 }).map((nagon): Condition => ({ nagon }))
			),
			satt: fc.constantFrom<Rule['satt']>({}, { it_kostnad: 'nej' }, { system_id: '' }),
			dela: fc.option(
				fc
					.array(fc.constantFrom('50', '25', '', '0'), { maxLength: 3 })
					.map((shares) => shares.map((andel) => ({ andel, satt: {} }))),
				{ nil: undefined }
			)
		});
		fc.assert(
			fc.property(anyRule, (change) => {
				const rule = ruleOf(change);
				const places = ruleProblems(rule).map(({ place }) => place);
				expect(places.length === 0).toBe(v.is(ruleSchema, rule));
				expect(new Set(places).size).toBe(places.length);
			})
		);
	});
});

describe('a suggested name', () => {
	test.each<[string, Partial<Rule>]>([
		[
			'Konsult, Brofalk',
			{
				om: { alla: [konto, { falt: 'leverantor', ar: 'ar', varden: ['Brofalk AB'] }] },
				satt: { kostnadsslag: 'Konsult' }
			}
		],
		['Lärstigen, konto 745', { satt: { kostnadsslag: 'Konsult', system_id: 'S-014' } }],
		[
			'Inte it, kaffe',
			{ om: { falt: 'text', ar: 'innehaller', varden: ['kaffe'] }, satt: { it_kostnad: 'nej' } }
		],
		['It', { om: { inte: konto } }],
		['konto 745', { satt: {} }],
		['', { om: noAccount, satt: {} }]
	])('is %j', (name, change) => {
		const systems = [{ id: 'S-014', name: 'Lärstigen' }];
		expect(suggestedName(ruleOf(change), { systems })).toBe(name);
	});
});

describe('the shares of a divided amount', () => {
	it('are a third each, with what is left over last', () => {
		const three = withEqualShares(withAnotherPart(twoHalves()));
		expect(three.map(({ andel }) => andel)).toEqual(['33,33', '33,33', '33,34']);
	});

	it('sum to the whole however many they are', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
				const parts = Array.from({ length: count }, () => ({ andel: '', satt: {} }));
				expect(sumOfShares(withEqualShares(parts))).toBe(wholeShare);
			})
		);
	});

	it('are written without needless decimals, and a new part takes what is left', () => {
		expect([7000, 1250, 3333, 5].map(shareText)).toEqual(['70', '12,5', '33,33', '0,05']);
		const parts = [
			{ andel: '70', satt: {} },
			{ andel: '17,5', satt: {} }
		];
		expect(withAnotherPart(parts).at(-1)?.andel).toBe('12,5');
		expect(sumOfShares([...parts, { andel: 'x', satt: {} }])).toBeNull();
	});
});

describe('suggested values', () => {
	const suppliers = Array.from({ length: 5000 }, (_, at) => ({ value: `Leverantör ${at} AB` }));
	const systems = [{ value: 'S-014', label: 'Lärstigen' }];

	it('begin with what is typed, and are cut where thousands fit', () => {
		const { lines, hasMore } = suggestionLines(suppliers, 'leverantör');
		expect(lines[0]).toEqual({ value: 'leverantör', isTyped: true });
		expect(lines).toHaveLength(shownSuggestions + 1);
		expect(hasMore).toBe(true);
	});

	it('contain every typed word, and leave out what is chosen', () => {
		const { lines } = suggestionLines(suppliers, '4999 lev');
		expect(lines.map(({ value }) => value)).toEqual(['4999 lev', 'Leverantör 4999 AB']);
		expect(suggestionLines(suppliers, '4999 lev', ['Leverantör 4999 AB']).lines).toHaveLength(1);
	});

	it('offer a known value as it is known when it is typed whole', () => {
		expect(suggestionLines(systems, 'lärstigen').lines).toEqual([systems[0]]);
		expect(meant(systems, 's-014')).toBe(systems[0]);
		expect(meant(systems, 'Lärstigen (S-014)')).toBe(systems[0]);
	});

	it('are never meant by an empty field', () => {
		expect(meant(suppliers, ' ')).toBeUndefined();
	});

	it('are pasted many at a time from a sheet', () => {
		expect(pastedValues('74310\t74311\r\n74310; 745')).toEqual(['74310', '74311', '745']);
		expect(pastedValues('Brofalk, Konsult AB')).toBeNull();
	});
});

describe('the tags of a rule', () => {
	it('are left out when nothing is chosen, so that an empty field sets nothing', () => {
		expect(withTag({ it_kostnad: 'ja', kostnadsslag: 'Drift' }, 'kostnadsslag', '')).toEqual({
			it_kostnad: 'ja'
		});
	});

	it('are told of when they only mean something on IT rows', () => {
		expect(idleTags({ it_kostnad: 'kandidat', system_id: 'S-014', kostnadsslag: 'Drift' })).toEqual([
			'kostnadsslag',
			'system_id'
		]);
		expect(idleTags({ system_id: 'S-014' })).toEqual([]);
	});
});
