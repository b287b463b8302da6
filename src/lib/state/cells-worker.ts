// The worker that holds the cells of editions and answers what the cost pages ask of them.
import { cellFormat, decodeCells } from '$lib/crossfilter/cell-file';
import { CellFileError, type CostCells } from '$lib/crossfilter/cost-cells';
import {
	costFigures,
	FilteredCells,
	type CostFigures,
	type FiguresQuestion
} from '$lib/crossfilter/cost-figures';
import { EditionFetchError, obtainCells } from '$lib/engine/browser/edition-store';

/** Where the cells of an edition are, for one account. */
export interface OfferedCells {
	edition: number;
	/** Of the slice. */
	hash: string;
	url: string;
	account: string;
	/** Kept in the browser for the next visit: the current edition's. */
	keep: boolean;
}

export type CellsRequest = { id: number } & (
	{ what: 'open'; file: OfferedCells } | { what: 'figures'; edition: number; question: FiguresQuestion }
);

export type CellsReply = { id: number } & (
	| { what: 'opened'; cells: number }
	| { what: 'figures'; figures: CostFigures }
	/** `status` as of EditionFetchError; undefined for other faults. */
	| { what: 'failed'; message: string; status?: number | null }
);

const editions = new Map<number, Promise<FilteredCells>>();

async function opened(file: OfferedCells): Promise<FilteredCells> {
	const stored = { ...file, format: cellFormat };
	const read = async (anew: boolean) => decodeCells(await obtainCells(stored, { keep: file.keep, anew }));
	let cells: CostCells;
	try {
		cells = await read(false);
	} catch (error) {
		// A stored file that cannot be read is fetched once more.
		if (!(error instanceof CellFileError)) throw error;
		cells = await read(true);
	}
	return new FilteredCells(cells);
}

async function reply(request: CellsRequest): Promise<CellsReply> {
	const { id } = request;
	if (request.what === 'open') {
		const { file } = request;
		const opening = opened(file);
		editions.set(file.edition, opening);
		opening.catch(() => editions.get(file.edition) === opening && editions.delete(file.edition));
		return { id, what: 'opened', cells: (await opening).cells.length };
	}
	const { question, edition } = request;
	const own = await heldCells(edition);
	const other = question.against?.edition === undefined ? own : await heldCells(question.against.edition);
	return { id, what: 'figures', figures: costFigures(own, question, other) };
}

async function heldCells(edition: number): Promise<FilteredCells> {
	const held = await editions.get(edition);
	if (!held) throw new Error(`Edition ${edition} is not open`);
	return held;
}

self.addEventListener('message', ({ data }: MessageEvent<CellsRequest>) => {
	reply(data).then(
		(message) => self.postMessage(message),
		(error: unknown) => {
			const failed: CellsReply = {
				id: data.id,
				what: 'failed',
				message: error instanceof Error ? error.message : String(error),
				...(error instanceof EditionFetchError ? { status: error.status } : {})
			};
			self.postMessage(failed);
		}
	);
});
