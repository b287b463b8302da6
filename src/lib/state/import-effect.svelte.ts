// The comparison of a previewed file with what is loaded, as it goes: it runs by itself, can be stopped, sends nothing.
import { onDestroy, untrack } from 'svelte';
import type { TableKind } from '$lib/domain/columns';
import { openEmptyEngine, type OpenEdition } from '$lib/engine/browser';
import type { Answers } from '$lib/import/answers';
import type { PreviewContext, PreviewProgress, StagedFile } from '$lib/import/preview-worker';
import type { Tagging } from '$lib/tagging/locked-months';
import { effectWords as words } from '$lib/text/import-effect';
import type { EditionState } from './edition.svelte';
import { effectOf, type FormerFile, type ImportEffect } from './import-effect';
import { PreviewFailure, PreviewReader } from './preview-reader';

/** An active import, as the page knows it. */
export interface LoadedImport {
	id: number;
	fileName: string;
	kind: TableKind;
	/** ISO instant. */
	uploadedAt: string;
	/** What it was read by. */
	answers: Answers;
	/** Accepted rows. */
	accepted: number;
	/** The import whose rejected rows it holds, mended. */
	corrects: number | null;
}

/** An import that is replaced, and those that hold its mended rows, which leave with it. */
export function leavingImports(id: number | null, active: readonly LoadedImport[]): LoadedImport[] {
	const replaced = active.find((known) => known.id === id);
	if (!replaced) return [];
	const mended = active.filter((known) => known.corrects === replaced.id && known.id > replaced.id);
	return [replaced, ...mended.flatMap((known) => leavingImports(known.id, active))];
}

export interface EffectInput {
	/** Tells one chosen file from another. */
	key: number;
	file: File;
	/** What the preview was read by, a recipe's answers among them. */
	answers: Answers;
	kind: TableKind;
	/** Accepted rows. */
	accepted: number;
	context: PreviewContext;
	/** The imports that go when the file is loaded; none when it is added. */
	leaving: readonly LoadedImport[];
	/** What publishing would tag by. */
	tagging: Tagging;
}

export type EffectPhase =
	| { name: 'idle' }
	/** `share` 0–1 of all the work; null when the end is not known. */
	| { name: 'working'; what: string; share: number | null }
	| { name: 'ready'; effect: ImportEffect }
	/** Rows to read. */
	| { name: 'too_large'; rows: number }
	| { name: 'stopped' }
	| { name: 'failed'; message: string };

/** Beyond this the person is asked first. */
const rowsByItself = 2_500_000;

/** An expected fault, told in Swedish. */
class EffectFailure extends Error {
	override readonly name = 'EffectFailure';
}

export class ImportEffectState {
	phase = $state.raw<EffectPhase>({ name: 'idle' });
	readonly #edition: EditionState;
	readonly #reader = new PreviewReader();
	#stopper: AbortController | null = null;
	#attempt = $state(0);
	/** The file that a person wants compared although it is large. */
	#agreed = $state<number | null>(null);
	#input: () => EffectInput | null;

	/**
	 * Call it while a component starts.
	 * @param input read as runes are; null while there is nothing to compare
	 */
	constructor(input: () => EffectInput | null, edition: EditionState) {
		this.#edition = edition;
		this.#input = input;
		// A string, so that a new object that says the same thing starts nothing.
		const asked = $derived.by(() => {
			const order = input();
			if (!order) return null;
			const { key, kind, accepted, answers, leaving, tagging } = order;
			const taggedBy = [tagging.rules.version, tagging.locks.map(({ id }) => id)];
			return JSON.stringify([this.#attempt, key, kind, accepted, answers, leaving, taggedBy]);
		});
		const opening = $derived(edition.phase.name === 'starting' || edition.phase.name === 'downloading');
		$effect(() => {
			const order = asked === null ? null : untrack(input);
			if (!order) {
				this.phase = { name: 'idle' };
				return;
			}
			const rows = order.leaving.reduce((sum, { accepted }) => sum + accepted, order.accepted);
			if (rows > rowsByItself && this.#agreed !== order.key) {
				this.phase = { name: 'too_large', rows };
				return;
			}
			if (opening) {
				this.phase = { name: 'working', what: words.opening, share: null };
				return;
			}
			const stopper = new AbortController();
			this.#stopper = stopper;
			untrack(() => void this.#run(order, stopper.signal));
			return () => stopper.abort();
		});
		onDestroy(() => this.#reader.stop());
	}

	/** Compares although it takes long. */
	agree(): void {
		this.#agreed = this.#input()?.key ?? null;
	}

	retry(): void {
		this.#attempt++;
	}

	stop(): void {
		this.#stopper?.abort();
		this.phase = { name: 'stopped' };
	}

	async #run(order: EffectInput, signal: AbortSignal): Promise<void> {
		let own: OpenEdition | null = null;
		const tell = (what: string, share: number | null): void => {
			if (!signal.aborted) this.phase = { name: 'working', what, share };
		};
		try {
			const [fresh, former] = await this.#read(order, tell, signal);
			tell(words.comparing, null);
			const { phase } = this.#edition;
			if (phase.name === 'failed') throw new EffectFailure(phase.message);
			const attached = phase.name === 'ready' ? phase : null;
			if (!attached) own = await openEmptyEngine();
			const engine = attached?.engine ?? own?.engine;
			if (!engine) return;
			const effect = await effectOf({
				engine,
				edition: attached?.edition ?? null,
				kind: order.kind,
				fresh,
				former,
				tagging: order.tagging,
				signal
			});
			if (!signal.aborted) this.phase = { name: 'ready', effect };
		} catch (error) {
			if (signal.aborted) return;
			const expected = error instanceof EffectFailure || error instanceof PreviewFailure;
			if (!expected) console.error(error);
			this.phase = { name: 'failed', message: expected ? error.message : words.engine };
		} finally {
			await own?.close();
		}
	}

	/** All files' accepted rows, read by one worker so that a person has the same number in all. */
	async #read(
		order: EffectInput,
		tell: (what: string, share: number | null) => void,
		signal: AbortSignal
	): Promise<[Blob, FormerFile[]]> {
		const { key, leaving, context, kind } = order;
		const common = { comparison: key, context: { ...context, recipes: [] }, signal };
		const files = leaving.length + 1;
		const part = (what: string, done: number) => {
			tell(what, done / files);
			return ({ share }: PreviewProgress): void => tell(what, share === null ? null : (done + share) / files);
		};
		try {
			const onProgress = part(words.readingFresh, 0);
			const { file, answers } = order;
			const fresh = await this.#reader.staged({ ...common, key, file, answers, onProgress });
			if (fresh.problem) throw new EffectFailure(fresh.problem.message);
			const former: FormerFile[] = [];
			for (const [place, loaded] of leaving.entries()) {
				tell(words.fetching, (place + 1) / files);
				const staged = await this.#reader.staged({
					...common,
					key: -loaded.id,
					file: await originalOf(loaded, signal),
					answers: loaded.answers,
					onProgress: part(words.readingFormer, place + 1)
				});
				former.push({ ...comparable(staged, kind), id: loaded.id, name: loaded.fileName });
			}
			return [fresh.csv, former];
		} finally {
			this.#reader.stop();
		}
	}
}

function comparable(former: StagedFile, kind: TableKind): StagedFile {
	if (former.problem) throw new EffectFailure(words.formerProblem(former.problem.message));
	if (former.kind !== kind) throw new EffectFailure(words.otherTable(kind, former.kind ?? kind));
	return former;
}

async function originalOf({ id, fileName }: LoadedImport, signal: AbortSignal): Promise<File> {
	let response: Response;
	let bytes: Blob;
	try {
		response = await fetch(`/importera/${id}/original`, { signal });
		bytes = await response.blob();
	} catch (error) {
		signal.throwIfAborted();
		throw new EffectFailure(words.unreachable, { cause: error });
	}
	if (!response.ok) throw new EffectFailure(words.noOriginal(response.status));
	return new File([bytes], fileName);
}
