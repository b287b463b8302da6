// Which edition is attached in this tab. One is made for each mount of the app, never shared by a module.
import type { OpenEdition } from '$lib/engine/browser';
import { clearEditions, EditionFetchError, type EditionFile } from '$lib/engine/browser/edition-store';
import type { StagingEngine } from '$lib/engine/staging-engine';
import { editionWords } from '$lib/text/edition';

/** Beside the first figures, which do not wait for it. */
const loadEngine = () => import('$lib/engine/browser');

export type EditionPhase =
	| { name: 'idle' }
	| { name: 'starting' }
	/** In bytes. */
	| { name: 'downloading'; done: number; total: number }
	| { name: 'ready'; edition: number; engine: StagingEngine }
	| { name: 'failed'; message: string };

export class EditionState {
	phase = $state.raw<EditionPhase>({ name: 'idle' });
	/** The engine when it can be asked, else null. */
	engine = $derived(this.phase.name === 'ready' ? this.phase.engine : null);
	/** Grows when a lost worker is replaced by another: the tables that were made in it are gone. */
	restarts = $state(0);

	#file: EditionFile | null = null;
	#opening: Promise<OpenEdition> | null = null;
	#fetching = new AbortController();

	/**
	 * Begins to open an edition; call it as early as it is known. The same edition is opened once however often it is
	 * asked for, and another one replaces it. Never rejects: the phase tells.
	 */
	async open(file: EditionFile): Promise<void> {
		if (this.#opening && file.hash === this.#file?.hash && file.account === this.#file.account) return;
		const told = (done: number, total: number) => {
			if (this.#opening === opening && this.phase.name !== 'ready')
				this.phase = { name: 'downloading', done, total };
		};
		const closed = this.close();
		const { signal } = (this.#fetching = new AbortController());
		const opening = Promise.all([loadEngine(), closed]).then(([{ openEdition }]) =>
			openEdition(file, told, { signal, onRestart: () => this.restarts++ })
		);
		this.#opening = opening;
		this.#file = file;
		this.phase = { name: 'starting' };
		try {
			const { engine } = await opening;
			if (this.#opening === opening) this.phase = { name: 'ready', edition: file.edition, engine };
		} catch (error) {
			if (this.#opening === opening) await this.fail(error);
		}
	}

	/** The engine, once it can be asked. @throws what opening it throws, and Error where no edition is being opened */
	async ready(): Promise<StagingEngine> {
		if (!this.#opening) throw new Error('No edition is being opened');
		return (await this.#opening).engine;
	}

	/** Opens the edition that failed once more. */
	async retry(): Promise<void> {
		if (this.#file) await this.open(this.#file);
	}

	/** Stops the engine; what is stored stays for the next visit. */
	async close(): Promise<void> {
		const opening = this.#opening;
		this.#opening = null;
		this.#fetching.abort();
		this.phase = { name: 'idle' };
		await opening?.then(
			(open) => open.close(),
			() => undefined
		);
	}

	/** The edition is out of reach. What the server has taken back is deleted here too. */
	async fail(error: unknown): Promise<void> {
		const status = error instanceof EditionFetchError ? error.status : null;
		if (status === 401) return this.signedOut();
		await this.close();
		if (status !== null && status < 500) await clearEditions().catch(() => undefined);
		this.phase = { name: 'failed', message: failureMessage(error, status) };
	}

	/** Nothing is left of the figures in this browser, in memory or stored, when the sign-in page opens. */
	async signedOut(): Promise<void> {
		await this.close();
		this.phase = { name: 'failed', message: editionWords.signedOut };
		await clearEditions().catch(() => undefined);
		// Own SQL may hold names.
		sessionStorage.clear();
		location.assign('/logga-in');
	}
}

function failureMessage(error: unknown, status: number | null): string {
	if (!(error instanceof EditionFetchError)) return editionWords.engine;
	return status !== null && status < 500 ? editionWords.withdrawn : editionWords.unreachable;
}
