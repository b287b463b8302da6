// The person who asks for what people have saved, and what he or she may see of it.
import { may, type Access } from '$lib/domain/access';
import type { Person } from './editions/imports';

export interface Reader {
	user: Person;
	access: Access;
}

/**
 * Whether a person sees what others share, and may share: a name or a text may be about any nämnd, so it takes the whole
 * municipality.
 */
export function mayShare({ access }: Reader): boolean {
	return access.units === null;
}

/** Whether a person may stop the sharing of what others share. */
export function mayUnshare(reader: Reader): boolean {
	return mayShare(reader) && may(reader.access, 'administer');
}

/** How long something removed can be brought back, in milliseconds. */
export const undoTime = 24 * 60 * 60 * 1000;
