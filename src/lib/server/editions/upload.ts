// One table of one file on its way in, with what the sender says about it.
import type { Answers } from '$lib/import/answers';
import type { Person } from './imports';

export interface Upload {
	/** Name of the file, as the person has it. */
	name: string;
	body: AsyncIterable<Uint8Array>;
	/** SHA-256 of an original that is kept already: then `body` is not read. */
	original?: string | null;
	answers?: Answers;
	/** Öre, as the sender states it. Without any control total the file's own stands. */
	controlSum?: number | null;
	controlRows?: number | null;
	/** Where the control total comes from, when it is not typed. */
	controlSource?: string | null;
	/** The active import that this file is a new version of. */
	replaces?: number | null;
	/** The active import whose rejected rows this file holds, mended. */
	corrects?: number | null;
	/** Name of the recipe that the answers come from. */
	recipe?: string | null;
	/** What the sender calls this upload, to ask how far it has come. */
	key?: string | null;
	user: Person;
}
