// Rules from a file, such as another city's, put among one's own.
import * as v from 'valibot';
import { sharingWords as words } from '$lib/text/tagging-sharing';
import { newRuleId } from './edit-rules';
import { ruleSetSchema, type Rule, type RuleSet } from './rule';
import { ruleChanges } from './rule-changes';
import { deepestGroup, deepestValue, isDeeperThan, ruleFault } from './rule-fault';

export type RuleFile = { outcome: 'read'; set: RuleSet } | { outcome: 'wrong'; message: string };

/** Reads the text of a rule file. What is wrong says where, and what to do. */
export function readRuleFile(text: string, name: string): RuleFile {
	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		return { outcome: 'wrong', message: words.notJson(name) };
	}
	const isRuleFile = typeof value === 'object' && value !== null && 'regler' in value;
	if (!isRuleFile) return { outcome: 'wrong', message: words.notRules(name) };
	if (isDeeperThan(value, deepestValue)) {
		return { outcome: 'wrong', message: words.tooDeep(name, deepestGroup) };
	}
	const parsed = v.safeParse(ruleSetSchema, value);
	if (parsed.success) return { outcome: 'read', set: parsed.output };
	const { place, fault } = ruleFault(parsed.issues[0], value);
	return { outcome: 'wrong', message: words.fault(name, place, fault) };
}

export type TakeInWay = 'replace' | 'last' | 'first';

export interface TakenIn {
	set: RuleSet;
	/** Rules of the file that are in the set now. */
	added: number;
	/** Rules of the file that mine had already, word for word under the same id; they are not doubled. */
	already: number;
}

/**
 * My set with the rules of a file. Rules whose id is taken get a new one when both are kept. Who changed a rule last is
 * another city's own affair, and is left out.
 * @param withHandTags the file is this city's own, so its judgements of single rows are meant
 */
export function takeInRules(mine: RuleSet, file: RuleSet, way: TakeInWay, withHandTags: boolean): TakenIn {
	const theirs = file.regler.map(({ andrad: _last, ...rule }): Rule => rule);
	const handtaggar = withHandTags ? joinedHandTags(mine, file, way) : mine.handtaggar;
	if (way === 'replace') {
		return { set: { ...mine, regler: theirs, handtaggar }, added: theirs.length, already: 0 };
	}
	const differs = new Set(
		ruleChanges(mine, { regler: theirs }).flatMap(({ id, kind }) => (kind === 'moved' ? [] : [id]))
	);
	const fresh = theirs.filter(({ id }) => differs.has(id));
	const known = new Set(mine.regler.map(({ id }) => id));
	// A new id must be free among both, also of rules that come later.
	const taken = { regler: [...mine.regler, ...fresh] };
	const renamed = fresh.map((rule): Rule => {
		if (!known.has(rule.id)) return rule;
		const own = { ...rule, id: newRuleId(taken) };
		taken.regler.push(own);
		return own;
	});
	const regler = way === 'last' ? [...mine.regler, ...renamed] : [...renamed, ...mine.regler];
	return {
		set: { ...mine, regler, handtaggar },
		added: renamed.length,
		already: theirs.length - renamed.length
	};
}

/** A row has one judgement: the file's where it comes first or alone, else mine. */
function joinedHandTags(mine: RuleSet, file: RuleSet, way: TakeInWay): RuleSet['handtaggar'] {
	if (way === 'replace') return file.handtaggar;
	const [stronger, weaker] =
		way === 'first' ? [file.handtaggar, mine.handtaggar] : [mine.handtaggar, file.handtaggar];
	const held = new Set(stronger.map(({ rad }) => rad));
	return [...stronger, ...weaker.filter(({ rad }) => !held.has(rad))];
}
