// A condition as a Swedish sentence, for lists of rules, "Varför?" and exports.
import { ruleField, type Comparison, type Condition, type Test } from './condition';

const words: Readonly<Record<Comparison, string>> = {
	borjar_med: 'börjar med',
	ar: 'är',
	innehaller: 'innehåller',
	mellan: 'är mellan',
	minst: 'är minst',
	hogst: 'är högst',
	fran: 'är från och med',
	till: 'är till och med',
	saknas: 'saknas'
};

/** `Konto börjar med 74314 eller 745 och leverantör är Skolbjörk och inte (text innehåller ”elevreg”)`. */
export function conditionSentence(condition: Condition): string {
	const sentence = clause(condition, true);
	return sentence.charAt(0).toLocaleUpperCase('sv') + sentence.slice(1);
}

function clause(condition: Condition, isOutermost: boolean): string {
	if ('inte' in condition) {
		const inner = condition.inte;
		return 'falt' in inner ? testClause(inner, true) : `inte (${clause(inner, true)})`;
	}
	if ('falt' in condition) return testClause(condition, false);
	const [parts, word] = 'alla' in condition ? [condition.alla, ' och '] : [condition.nagon, ' eller '];
	const text = parts.map((part) => clause(part, false)).join(word);
	return isOutermost || parts.length === 1 ? text : `(${text})`;
}

function testClause({ falt, ar, varden }: Test, isNegated: boolean): string {
	const { label, nature } = ruleField(falt);
	const shown = varden.map((value) => (nature === 'word' ? `”${value}”` : value));
	const not = isNegated ? ' inte' : '';
	const field = label.toLocaleLowerCase('sv');
	if (ar === 'saknas') return `${field} saknas${not}`;
	if (ar === 'mellan') return `${field} är${not} ${shown.join('–')}`;
	const list =
		shown.length < 3 ? shown.join(' eller ') : `${shown.slice(0, -1).join(', ')} eller ${shown.at(-1)}`;
	const [verb = '', ...rest] = words[ar].split(' ');
	const amount = nature === 'amount' ? ' kr' : '';
	return `${field} ${verb}${not}${rest.length ? ` ${rest.join(' ')}` : ''} ${list}${amount}`;
}
