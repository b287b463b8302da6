// The JSON body of a request about something small that a person has written.
import { error } from '@sveltejs/kit';
import { accountText } from '$lib/text/accounts';
import type { Reader } from './reader';
import { readSmallJson } from './small-json';

const largestBytes = 128 << 10;

/** Throws the answer 400 or 413 where there is none. @param broken what is then said */
export async function smallBody(request: Request, broken: string): Promise<unknown> {
	const body = await readSmallJson(request, largestBytes);
	if (body.outcome === 'too_large') error(413, { message: accountText.refused.tooLarge });
	if (body.outcome === 'broken') error(400, { message: broken });
	return body.value;
}

/** Who asks. Throws the answer 401 where nobody is signed in. */
export function readerOf({ user, access }: App.Locals): Reader {
	if (!user || !access) error(401, { message: accountText.refused.signedOut });
	return { user, access };
}

/** Wishes to bring back what was removed: `{restore: true}`. */
export function asksToRestore(value: unknown): boolean {
	return typeof value === 'object' && value !== null && 'restore' in value && value.restore === true;
}
