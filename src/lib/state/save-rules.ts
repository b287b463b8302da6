// Sends a draft of the rules, or the wish for an earlier version, to the server.
import * as v from 'valibot';
import type { RuleSet } from '$lib/tagging/rule';
import { workbenchWords as words } from '$lib/text/tagging';

export type RulesAnswer =
	| { outcome: 'saved'; version: number; masked: number }
	/** Somebody else has saved meanwhile. */
	| { outcome: 'conflict'; message: string }
	| { outcome: 'failed'; message: string };

const savedSchema = v.object({ version: v.number(), masked: v.optional(v.number(), 0) });
const messageSchema = v.object({ message: v.string() });

async function send(body: unknown): Promise<RulesAnswer> {
	let response: Response;
	let told: unknown;
	try {
		response = await fetch('/taggning/regler', {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body)
		});
		told = await response.json();
	} catch {
		return { outcome: 'failed', message: words.unreachable };
	}
	const saved = v.safeParse(savedSchema, told);
	if (response.ok && saved.success) return { outcome: 'saved', ...saved.output };
	const refused = v.safeParse(messageSchema, told);
	const message = refused.success ? refused.output.message : words.unreachable;
	return { outcome: response.status === 409 ? 'conflict' : 'failed', message };
}

/** Saves a set as a new version, if the one that it was based on is still the current. */
export function saveRules(set: RuleSet, basedOn: number, note: string): Promise<RulesAnswer> {
	return send({ basedOn, set, ...(note.trim() ? { note: note.trim() } : {}) });
}

/** Saves an earlier version's content as a new version. */
export function restoreRules(version: number, basedOn: number): Promise<RulesAnswer> {
	return send({ basedOn, restore: version });
}

/** A version with all that it holds; the current one with null. With a message when it cannot be had. */
export async function fetchRules(
	version: number | null,
	parse: (value: unknown) => RuleSet
): Promise<{ set: RuleSet } | { message: string }> {
	try {
		const response = await fetch(`/taggning/regler?${version === null ? '' : `version=${version}&`}allt=ja`);
		if (!response.ok) {
			const refused = v.safeParse(messageSchema, await response.json().catch(() => null));
			return { message: refused.success ? refused.output.message : words.unreachable };
		}
		return { set: parse(await response.json()) };
	} catch {
		return { message: words.unreachable };
	}
}
