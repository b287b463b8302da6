// A draft of rules that survives a reload: kept in this browser for one account, and gone at logout with all else stored.
import * as v from 'valibot';
import { ruleSetSchema, type RuleSet } from '$lib/tagging/rule';

export interface KeptDraft {
	/** The version that it changes. */
	basedOn: number;
	/** ISO instant. */
	kept: string;
	set: RuleSet;
}

/** A draft may be unfinished, so only its frame is checked; the editor tells what its rules lack. */
const frame = v.object({
	...v.omit(ruleSetSchema, ['regler']).entries,
	regler: v.array(
		v.looseObject({ id: v.string(), namn: v.string(), om: v.looseObject({}), satt: v.looseObject({}) })
	)
});
const keptSchema = v.object({
	basedOn: v.number(),
	kept: v.string(),
	set: v.custom<RuleSet>((value) => v.safeParse(frame, value).success)
});

const keyOf = (account: string): string => `genomlys.taggning.${account}`;
/** A draft that was left behind by a later version stands apart, so that a new one does not write over it. */
const strandedKeyOf = (account: string): string => `${keyOf(account)}.kvar`;

/** Keeps a draft, or forgets the one that is kept. Without storage it lives as long as the page. */
export function keepDraft(account: string, draft: RuleSet | null): void {
	write(keyOf(account), draft && { basedOn: draft.version, kept: new Date().toISOString(), set: draft });
}

/** The draft that was kept; null when there is none, or none that can be read. */
export function keptDraft(account: string): KeptDraft | null {
	return read(keyOf(account));
}

/** Keeps a draft of an earlier version, or forgets it. */
export function keepStranded(account: string, stranded: KeptDraft | null): void {
	write(strandedKeyOf(account), stranded);
}

export function strandedDraft(account: string): KeptDraft | null {
	return read(strandedKeyOf(account));
}

function write(key: string, kept: KeptDraft | null): void {
	try {
		if (kept) localStorage.setItem(key, JSON.stringify(kept));
		else localStorage.removeItem(key);
	} catch {
		// Private windows may have none, and a full one keeps the last that fitted.
	}
}

/**
 * Tells when another tab of this browser has forgotten the draft, since that tab saved or dropped its own. Returns how to stop.
 */
export function onForgottenElsewhere(account: string, tell: () => void): () => void {
	const listen = ({ key, newValue }: StorageEvent): void => {
		if (key === keyOf(account) && newValue === null) tell();
	};
	window.addEventListener('storage', listen);
	return () => window.removeEventListener('storage', listen);
}

function read(key: string): KeptDraft | null {
	try {
		const text = localStorage.getItem(key);
		return text === null ? null : v.parse(keptSchema, JSON.parse(text));
	} catch {
		return null;
	}
}
