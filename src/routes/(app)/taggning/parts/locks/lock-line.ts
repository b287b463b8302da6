// A lock as the page is given it, and the sending of new ones.
import * as v from 'valibot';
import type { PeriodLock } from '$lib/tagging/locked-months';
import { comparisonQuery } from '../../historik/parts/compared-in';
import { lockWords as words } from '$lib/text/tagging-locks';

export interface LockLine extends PeriodLock {
	/** Null while it holds. `at` is an ISO instant. */
	unlocked: { at: string; by: string; reason: string } | null;
	/** Locked follow-ups that rest on it: it goes when they are opened. */
	followUps: { year: number; followUp: string }[];
}

/** The address of the comparison of a lock's version with another, over its months. */
export function comparisonHref({ version, period }: PeriodLock, current: number): string {
	return `/taggning/historik?${comparisonQuery({ left: version, right: current, period })}`;
}

const messageSchema = v.object({ message: v.string() });

/** Sends a change of locks. Null when it is made, else why not. */
export async function sendLockChange(
	address: string,
	method: 'POST' | 'DELETE',
	body: Readonly<Record<string, string>>
): Promise<string | null> {
	try {
		const response = await fetch(address, {
			method,
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body)
		});
		if (response.ok) return null;
		const told = v.safeParse(messageSchema, await response.json().catch(() => null));
		return told.success ? told.output.message : words.unreachable;
	} catch {
		return words.unreachable;
	}
}
