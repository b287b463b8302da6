// The words of "Varför?": what decided a row's tags, which rules lost, and what decided the rows behind a figure.
import { capitalised, formatNumber, formatOre, numberWord } from './format';

const nbsp = '\u00a0';

export const whyWords = {
	alsoMatched: 'Träffade också men förlorade',
	losersWaiting: 'Hämtar reglerna …',
	losersFailed: 'Reglerna kunde inte hämtas.',
	losersGone: 'Reglerna ingår inte i de siffror som din roll får.',
	conditionWithheld: 'Regelns villkor visas inte för din roll.',
	openRule: 'Öppna regeln',
	why: 'Varför räknas kronorna hit?',
	decidedBy: 'Avgjort av',
	rows: 'Rader',
	kronor: 'Belopp, kr',
	share: 'Andel',
	tableLabel: 'Vad som avgör att kronorna räknas hit',
	waiting: 'Räknar per regel …',
	failed: 'Reglerna bakom talet kunde inte räknas.',
	itCost: 'It-kostnad',
	notIt: 'Nej',
	isIt: 'Ja',
	possible: 'Möjlig it, inte bedömd',
	notJudged: 'Inte bedömd'
} as const;

/** Names a rule among others. `position` is from 1. */
export interface NamedRule {
	rule_id: string | null;
	position: number | null;
	name: string | null;
}

/** "regel 12 ”Utveckling i Lärstigen”", by its place in the list; by its id when the place is not known. */
export function ruleName({ rule_id, position, name }: NamedRule): string {
	return `regel ${position ?? rule_id ?? ''}${name === null ? '' : ` ”${name}”`}`;
}

interface TaggedBy {
	tag_source: string | null;
	candidate: boolean;
	/** The rule or hand tag that decided; of a row that its file tagged, the first rule that matched. */
	rule_id: string | null;
	rule_position: number | null;
	rule_name: string | null;
	rule_condition: string | null;
	rule_author: string | null;
	rule_day: string | null;
	rule_version: number | null;
	rule_note: string | null;
	set_version: number;
	lock_name: string | null;
}

function ruleOf({ rule_id, rule_position, rule_name }: TaggedBy): NamedRule {
	return { rule_id, position: rule_position, name: rule_name };
}

/** What decided the tags, as a heading. */
export function whyHeading(row: TaggedBy): string {
	if (row.tag_source === 'hand') {
		return ['Satt för hand', row.rule_author && `av ${row.rule_author}`, row.rule_day]
			.filter(Boolean)
			.join(' ');
	}
	if (row.tag_source === 'fil') return 'Taggen står i filen';
	if (row.rule_id === null) return 'Ingen regel har satt någon tagg';
	const rule = ruleName(ruleOf(row));
	if (row.candidate) return `Möjlig it enligt ${rule}: sätter ingen tagg förrän någon bedömt raden`;
	return row.tag_source === 'regel'
		? `${capitalised(rule)} satte taggarna`
		: `${capitalised(rule)} sätter ingen tagg på raden`;
}

/** What explains the heading, a sentence each. */
export function whySentences(row: TaggedBy): string[] {
	const sentences: (string | false)[] = [];
	const byRule = row.rule_id !== null && row.tag_source !== 'hand' && row.tag_source !== 'fil';
	if (byRule) {
		sentences.push(row.rule_condition === null ? whyWords.conditionWithheld : `${row.rule_condition}.`);
		sentences.push(writtenBy(row));
	}
	if (row.tag_source === 'fil' && row.rule_id !== null) {
		sentences.push(`${capitalised(ruleName(ruleOf(row)))} träffade också, men filens egen tagg går först.`);
	}
	if (row.tag_source === 'hand' && row.candidate) sentences.push('Om raden är it är inte bedömt.');
	if (row.rule_note && row.tag_source !== 'fil')
		sentences.push(`Anteckning: ${row.rule_note.replace(/\.$/, '')}.`);
	if (row.lock_name !== null) {
		sentences.push(`Månaden är låst (${row.lock_name}), så regelversion ${row.set_version} gäller.`);
	}
	return sentences.filter((sentence): sentence is string => Boolean(sentence));
}

function writtenBy({ rule_author, rule_day, rule_version }: TaggedBy): string {
	const words = [
		rule_author
			? `Ändrad senast av ${rule_author}${rule_day ? ` ${rule_day}` : ''}`
			: rule_day && `Ändrad senast ${rule_day}`,
		rule_version !== null && `version ${rule_version}`
	].filter(Boolean);
	return words.length ? `${capitalised(words.join(', '))}.` : '';
}

/** A share can be told from its rounded amount only where the whole is this large, in öre. */
const smallestWhole = 200_00;

/** "Del 1 av 2, 70 % av 12 000,00 kr"; null when the row is whole. */
export function partSentence(row: {
	part: number | null;
	rule_parts: number | null;
	amount: number;
	whole_amount: number | null;
}): string | null {
	if (row.part === null || row.whole_amount === null) return null;
	const place = row.rule_parts === null ? `Del ${row.part}` : `Del ${row.part} av ${row.rule_parts}`;
	const whole = formatOre(row.whole_amount);
	if (Math.abs(row.whole_amount) < smallestWhole) return `${place}, av ${whole}`;
	const percent = formatNumber((row.amount / row.whole_amount) * 100, 2).replace(/,?0+$/, '');
	return `${place}, ${percent}${nbsp}% av ${whole}`;
}

/** "Betalas till Återförsäljaren, avser Kontorssviten."; null when no maker is known. */
export function makerSentence(supplier: string | null, maker: string | null): string | null {
	if (maker === null) return null;
	return supplier === null ? `Avser ${maker}.` : `Betalas till ${supplier}, avser ${maker}.`;
}

interface Tags {
	it_cost: string | null;
	cost_kind: string | null;
	orientation: string | null;
	system_id: string | null;
	contract_id: string | null;
	maker: string | null;
}

/** What a rule that lost would have set otherwise than the row has it. */
export function wantedSentence(
	rule: Tags & { parts: number | null },
	row: Tags & { part: number | null }
): string {
	if (rule.it_cost === 'kandidat' && row.it_cost !== null) return 'Ville bara märka raden som möjlig it.';
	if (rule.it_cost === 'nej') return row.it_cost === 'nej' ? 'Ville sätta detsamma.' : 'Ville sätta Inte it.';
	const wanted = [
		rule.it_cost === 'ja' && row.it_cost !== 'ja' && 'it-kostnad',
		rule.cost_kind !== row.cost_kind && rule.cost_kind,
		rule.orientation !== row.orientation && rule.orientation && `inriktning ${rule.orientation}`,
		rule.system_id !== row.system_id && rule.system_id && `system ${rule.system_id}`,
		rule.contract_id !== row.contract_id && rule.contract_id && `avtal ${rule.contract_id}`,
		rule.maker !== row.maker && rule.maker && `verklig leverantör ${rule.maker}`
	].filter((word): word is string => Boolean(word));
	const sets = wanted.length ? `sätta ${joinedWords(wanted)}` : '';
	const divides =
		rule.parts !== null && row.part === null ? `dela raden i ${numberWord(rule.parts, 'en')} delar` : '';
	const both = [sets, divides].filter(Boolean).join(' och ');
	return both ? `Ville ${both}.` : 'Ville sätta detsamma.';
}

function joinedWords(words: readonly string[]): string {
	const last = words.at(-1) ?? '';
	return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} och ${last}`;
}

/** What decided a group of rows, as a line of a table. */
export function deciderName(
	decided: NamedRule & { decider: 'hand' | 'fil' | 'regel' | 'ingen'; rule_version: number | null },
	currentVersion: number
): string {
	if (decided.decider === 'hand') return 'Satt för hand';
	if (decided.decider === 'fil') return 'Taggen står i filen';
	if (decided.decider === 'ingen') return 'Ingen regel träffar';
	const earlier =
		decided.rule_version !== null && decided.rule_version !== currentVersion
			? `, regelversion ${decided.rule_version}`
			: '';
	return `${capitalised(ruleName(decided))}${earlier}`;
}
