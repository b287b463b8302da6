// The underlag that somebody has opened, kept while its view is gone to; it never leaves the browser.
import { createContext } from 'svelte';
import type { FollowUpExtract } from '$lib/domain/follow-up-extract';

export interface OpenedExtract {
	readonly extract: FollowUpExtract | null;
	/** Name of the file. */
	readonly name: string;
	/** Why the last file could not be opened; empty otherwise. */
	readonly problem: string;
	readonly reading: boolean;
	/** Reads a file; null when it could not be. */
	open(file: File): Promise<FollowUpExtract | null>;
	close(): void;
}

export const [openedExtract, setOpenedExtract] = createContext<OpenedExtract>();

/** Starts with none. */
export function createOpenedExtract(): OpenedExtract {
	let extract = $state.raw<FollowUpExtract | null>(null);
	let name = $state('');
	let problem = $state('');
	let reading = $state(false);
	return {
		get extract() {
			return extract;
		},
		get name() {
			return name;
		},
		get problem() {
			return problem;
		},
		get reading() {
			return reading;
		},
		async open(file) {
			[reading, problem, extract, name] = [true, '', null, file.name];
			// What reads files is fetched when somebody opens one.
			const [{ readFollowUpFile }, { blobSource }] = await Promise.all([
				import('$lib/export/follow-up-read-back'),
				import('$lib/read/byte-source')
			]);
			const back = await readFollowUpFile(blobSource(file.name, file));
			reading = false;
			if (back.outcome === 'refused') {
				problem = back.message;
				return null;
			}
			extract = back.extract;
			return extract;
		},
		close() {
			[extract, problem] = [null, ''];
		}
	};
}
