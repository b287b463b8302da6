// How far the publishing has come, for the page that waits. It lives in memory: publishing ends with the process.

export interface PublishStatus {
	phase: 'idle' | 'reading' | 'building' | 'slicing' | 'saving' | 'done' | 'failed';
	/** The file being read, from 1, of how many. */
	file: number;
	files: number;
	/** Rows read so far. */
	rows: number;
	/** ISO instant. */
	started: string | null;
	/** The number of the edition when it is done. */
	edition: number | null;
	/** A Swedish sentence when it has failed. */
	message: string | null;
}

const idle: PublishStatus = {
	phase: 'idle',
	file: 0,
	files: 0,
	rows: 0,
	started: null,
	edition: null,
	message: null
};

let status = idle;

export function publishStatus(): PublishStatus {
	return { ...status };
}

export function isPublishing(): boolean {
	return !['idle', 'done', 'failed'].includes(status.phase);
}

export function beginStatus(): void {
	status = { ...idle, phase: 'reading', started: new Date().toISOString() };
}

export function updateStatus(change: Partial<PublishStatus>): void {
	status = { ...status, ...change };
}

/** Publishing that cannot be done, with a Swedish sentence for the person. */
export class PublishProblem extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'PublishProblem';
	}
}
