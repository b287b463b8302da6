// What stands in the way of trying or saving a rule, each at its place in the form.
import * as v from 'valibot';
import { parseMonth } from '$lib/domain/period';
import { comparisonsOf, oreOfRule, ruleField, type Condition, type Test } from '$lib/tagging/condition';
import { valueCount } from '$lib/tagging/edit-condition';
import { ruleSchema, shareOfRule, type Rule } from '$lib/tagging/rule';
import { oneOfField, ruleProblemWords as words, tagWords } from '$lib/text/tagging-editor';
import { isTagName } from './tag-names';
import { numberOf, placeOf } from './place';

/** A fault of a rule. */
export interface RuleProblem {
	/**
	 * Where in the form: the control has the id `regel-<place>` (`RuleEditor`'s `id` before the place). Each place has one problem
	 * at most.
	 */
	place: string;
	/** What to do, with its place said: "Villkor 2: skriv minst ett konto." */
	message: string;
}

/** Everything that keeps a rule from being tried or saved, in the order of the form; empty when it is sound. */
export function ruleProblems(rule: Rule): RuleProblem[] {
	const { issues = [] } = v.safeParse(ruleSchema, rule);
	const found = new Map<string, RuleProblem>();
	for (const issue of issues) {
		const problem = problemOf(rule, issue.path?.map(({ key }) => key) ?? [], issue.message);
		if (problem && !found.has(problem.place)) found.set(problem.place, problem);
	}
	const order = ['om', 'satt', 'dela', 'namn'];
	const rank = ({ place }: RuleProblem) => order.indexOf(place.split('-')[0] ?? '');
	return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

function problemOf(rule: Rule, path: readonly unknown[], message: string): RuleProblem | null {
	const [top, ...rest] = path;
	if (top === 'om') return conditionProblem(rule.om, rest, message);
	if (top === 'satt') return tagProblem('satt', rest[0], message);
	if (top === 'dela') return partProblem(rest, message);
	if (top === 'namn') return { place: 'namn', message: words.name };
	if (top !== undefined) return { place: 'regel', message };
	if (rule.dela === undefined) return { place: 'satt-it_kostnad', message: words.nothingSet };
	// A share that cannot be read is told of where it stands; the sum would only say the same.
	const isCountable = rule.dela.length > 1 && rule.dela.every(({ andel }) => (shareOfRule(andel) ?? 0) > 0);
	return isCountable ? { place: 'dela', message: words.sum } : null;
}

function tagProblem(prefix: string, tag: unknown, message: string): RuleProblem {
	const isKnown = typeof tag === 'string' && isTagName(tag);
	return isKnown
		? { place: `${prefix}-${tag}`, message: words.inTag(tagWords[tag], words.badTag) }
		: { place: prefix, message };
}

function partProblem(path: readonly unknown[], message: string): RuleProblem {
	const [index, key, tag] = path;
	if (typeof index !== 'number') return { place: 'dela', message: words.tooFewParts };
	if (key === 'andel') {
		return { place: `dela-${index}-andel`, message: words.inPart(index + 1, words.badShare) };
	}
	const inner = tagProblem(`dela-${index}-satt`, tag, message);
	return { ...inner, message: words.inPart(index + 1, inner.message) };
}

/** Follows a path of the schema into the condition, counting rows and groups as the form shows them. */
function conditionProblem(outermost: Condition, path: readonly unknown[], message: string): RuleProblem {
	let condition = outermost;
	let isNegated = false;
	const indexes: number[] = [];
	let step = 0;
	while (step < path.length) {
		if ('inte' in condition) {
			condition = condition.inte;
			isNegated = !isNegated;
			step += 1;
			continue;
		}
		const index = path[step + 1];
		if ('falt' in condition || typeof index !== 'number') break;
		const inner: Condition | undefined = ('alla' in condition ? condition.alla : condition.nagon)[index];
		if (!inner) break;
		// A negated outermost group is shown inside another.
		if (indexes.length === 0 && isNegated) indexes.push(0);
		indexes.push(index);
		isNegated = false;
		condition = inner;
		step += 2;
	}
	if ('falt' in condition) return testProblem(condition, indexes.length ? indexes : [0], message);
	const own = indexes.length === 0 && isNegated ? [0] : indexes;
	const number = numberOf(own);
	return {
		place: placeOf(own, 'nytt'),
		message: number ? words.inGroup(number, words.noTestsInGroup) : words.noTests
	};
}

function testProblem(test: Test, indexes: readonly number[], message: string): RuleProblem {
	const [control, said] = testFault(test) ?? ['varden', message];
	return { place: placeOf(indexes, control), message: words.inTest(numberOf(indexes), said) };
}

function testFault({ falt, ar, varden }: Test): ['jamforelse' | 'varden', string] | null {
	const { nature } = ruleField(falt);
	if (!(comparisonsOf[nature] as readonly string[]).includes(ar)) return ['jamforelse', words.comparison];
	const typed = varden.filter((value) => value.trim() !== '');
	const count = valueCount(ar);
	if (count === 'many' && varden.length === 0) return ['varden', words.valueMissing(oneOfField[falt])];
	if (count === 'one' && typed.length === 0) return ['varden', words.oneMissing(oneOfField[falt])];
	if (count === 'two' && typed.length < 2) return ['varden', words.endMissing];
	if (typed.length < varden.length) return ['varden', words.blankValue];
	if (nature === 'amount') {
		const wrong = varden.find((value) => oreOfRule(value) === null);
		if (wrong !== undefined) return ['varden', words.noAmount(wrong)];
	}
	if (nature === 'month') {
		const wrong = varden.find((value) => parseMonth(value) === null);
		if (wrong !== undefined) return ['varden', words.noMonth(wrong)];
	}
	const most = { none: 0, one: 1, two: 2, many: Infinity }[count];
	return varden.length > most ? ['varden', words.tooManyValues] : null;
}
