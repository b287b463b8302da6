// As many rules as a city has after some years, the same every time: prefixes, suppliers, words and combinations of them,
// each kind in turn.
import type { Condition, RuleFieldName, Test } from '$lib/tagging/condition';
import type { Rule } from '$lib/tagging/rule';
import { costKinds, orientations } from '$lib/domain/cost-kind';
import { chanceFor, type Chance } from '../demo/random';

/** What a ledger holds, for rules to ask about. */
export interface Vocabulary {
	/** Of any length; prefixes are made of them. */
	accounts: readonly string[];
	suppliers: readonly string[];
	/** Of free text. */
	words: readonly string[];
	units: readonly string[];
	/** `ÅÅÅÅ-MM`, in order. */
	months: readonly string[];
}

const test = (falt: RuleFieldName, ar: Test['ar'], ...varden: string[]): Condition => ({ falt, ar, varden });

/** So many rules about a ledger. Every fortieth never matches. */
export function rulesAbout(vocabulary: Vocabulary, count: number): Rule[] {
	const chance = chanceFor('bench-rules');
	return Array.from({ length: count }, (_, position) => {
		const om =
			position % 40 === 39
				? test('leverantor', 'innehaller', `finns inte ${position}`)
				: conditionOf(vocabulary, chance, position);
		return { id: `R${position + 1}`, namn: `Regel ${position + 1}`, om, ...tagsOf(chance, position) };
	});
}

function conditionOf(
	{ accounts, suppliers, words, units, months }: Vocabulary,
	chance: Chance,
	position: number
): Condition {
	const account = (): string => chance.pick(accounts);
	const supplier = (): Condition => test('leverantor', 'innehaller', chance.pick(suppliers).toUpperCase());
	const word = (): Condition => test('text', 'innehaller', chance.pick(words));
	const prefix = (): Condition => test('konto', 'borjar_med', account().slice(0, chance.integer(3, 5)));
	switch (position % 12) {
		case 0:
			return { alla: [prefix(), supplier()] };
		case 1:
			return test('leverantor', 'ar', ...[0, 1, 2].map(() => chance.pick(suppliers)));
		case 2:
			return { alla: [word(), { inte: prefix() }] };
		case 3:
			return { alla: [test('konto', 'ar', account()), test('namnd', 'ar', chance.pick(units))] };
		case 4:
			return { nagon: [supplier(), { alla: [word(), supplier()] }] };
		case 5:
			return { alla: [prefix(), test('belopp', 'minst', String(chance.integer(50_000, 89_000)))] };
		case 6:
			return { alla: [supplier(), test('period', 'fran', chance.pick(months))] };
		case 7: {
			const [from = '', to = ''] = [account(), account()].sort();
			return { alla: [test('konto', 'mellan', from, to), supplier()] };
		}
		case 8:
			return test('text', 'borjar_med', chance.pick(words), chance.pick(words));
		case 9:
			return { alla: [supplier(), { inte: test('belopp', 'mellan', '-500', '500,50') }, { inte: word() }] };
		case 10: {
			const [from = '', to = ''] = [chance.pick(months), chance.pick(months)].sort();
			return { alla: [supplier(), { nagon: [test('period', 'mellan', from, to), prefix()] }] };
		}
		default:
			return { alla: [test('leverantor', 'borjar_med', chance.pick(suppliers)), prefix()] };
	}
}

function tagsOf(chance: Chance, position: number): Pick<Rule, 'satt' | 'dela'> {
	if (position % 9 === 8) return { satt: { it_kostnad: 'kandidat' } };
	if (position % 7 === 6) return { satt: { it_kostnad: 'nej' } };
	const satt = {
		it_kostnad: 'ja' as const,
		kostnadsslag: chance.pick(costKinds),
		inriktning: chance.pick(orientations),
		...(position % 5 === 0 ? { system_id: `S-${position}` } : {}),
		...(position % 11 === 0 ? { verklig_leverantor: 'Kontorssviten' } : {})
	};
	if (position % 10 !== 3) return { satt };
	const [one, other] = [`S-${position}-A`, `S-${position}-B`];
	return {
		satt,
		dela: [
			{ andel: '66,67', satt: { system_id: one } },
			{ andel: '33,33', satt: { system_id: other, kostnadsslag: 'Infrastruktur' } }
		]
	};
}
