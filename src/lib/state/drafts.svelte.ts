// What somebody has begun to write, kept in the browser until it is saved: a lost connection or a closed page loses no words.
// It is kept under the account, so that nobody else at the same computer meets it; signing out clears it.
import * as v from 'valibot';

type Fields = Record<string, string>;

const prefix = 'genomlys-utkast';
const keptSchema = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()));

export interface Draft<Kept extends Fields> {
	/** Written to by the form; kept as it is written. */
	fields: Kept;
	/** The form starts with what was written earlier. */
	readonly restored: boolean;
	/** Saved or given up: the fields are empty again. */
	clear(): void;
}

/** What tells a draft from others: whose it is, and what it is about. */
export interface DraftName {
	account: string;
	about: string;
}

/**
 * A draft for a form, while a component starts.
 * @param empty the fields as they are without a draft
 */
export function createDraft<Kept extends Fields>(name: DraftName, empty: Kept): Draft<Kept> {
	const kept = read(name);
	const restored = kept !== null;
	const start = Object.fromEntries(
		Object.entries(empty).map(([field, value]) => [field, kept?.[field] ?? value])
	) as Kept;
	const fields = $state(start);
	$effect(() => write(name, { ...fields }, empty));
	return {
		fields,
		restored,
		clear() {
			Object.assign(fields, empty);
			write(name, empty, empty);
		}
	};
}

/** Something has been written there and not saved. */
export function hasDraft(name: DraftName): boolean {
	return read(name) !== null;
}

const placeOf = ({ account, about }: DraftName) => `${prefix}:${account}:${about}`;

function read(name: DraftName): Fields | null {
	try {
		const kept = v.safeParse(keptSchema, localStorage.getItem(placeOf(name)));
		return kept.success ? kept.output : null;
	} catch {
		// Storage that is not allowed keeps no drafts.
		return null;
	}
}

function write(name: DraftName, fields: Fields, empty: Fields): void {
	try {
		const unchanged = Object.entries(empty).every(([field, value]) => fields[field] === value);
		if (unchanged) localStorage.removeItem(placeOf(name));
		else localStorage.setItem(placeOf(name), JSON.stringify(fields));
	} catch {
		// As above, or full.
	}
}
