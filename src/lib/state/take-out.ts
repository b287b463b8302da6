// Figures taken out of the tool: every export is noted in the audit log.

export interface TakeOut {
	/** Name of the file. */
	what: string;
	/** The filters as they stand in the address. */
	filter: string;
	edition: number;
}

/** Notes an export. The file is the person's own already, so a note that fails is told to the console only. */
export function recordTakeOut(takeOut: TakeOut): void {
	const filter = takeOut.filter.slice(0, 4000);
	fetch('/uttag', {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ ...takeOut, filter }),
		keepalive: true
	}).then(
		(response) => {
			if (!response.ok) console.error(`The export was not noted: ${response.status}`);
		},
		(error: unknown) => console.error('The export was not noted:', error)
	);
}
