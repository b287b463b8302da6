// What a person is told about a file that was sent.
import type { FileProblem } from '$lib/domain/problem';
import type { OpenQuestion } from '$lib/import/recognise/plan';
import type { StoredImport } from './imports';

export type Receipt =
	| {
			outcome: 'accepted';
			message: string;
			/** Of the original. */
			sha256: string;
			import: StoredImport;
			/** An active import of the same table of a file with the same name: perhaps the same rows once more. */
			sameName: { id: number; uploadedAt: string } | null;
	  }
	| { outcome: 'unchanged'; message: string; sha256: string; import: StoredImport }
	| {
			outcome: 'refused';
			message: string;
			/** `file`: what is in it. `state`: what is loaded has changed. `original`: it is not kept here. */
			cause: 'file' | 'state' | 'original' | 'broken' | 'stopped';
			/** Null when the fault is not in the file. */
			problem: FileProblem | null;
			/** What a person must answer first. */
			questions: OpenQuestion[];
	  };
export type Refusal = Extract<Receipt, { outcome: 'refused' }>;

const notKept = 'Filen är inte sparad och inget har ändrats.';

/** A file that could not be taken as it is. */
export function refused(problem: FileProblem, questions: OpenQuestion[]): Refusal {
	return { outcome: 'refused', message: `${problem.message} ${notKept}`, cause: 'file', problem, questions };
}

/** A file that could not be taken for a reason that is not in it; `reason` is a whole Swedish sentence. */
export function refusedFor(cause: Refusal['cause'], reason: string): Refusal {
	return { outcome: 'refused', message: `${reason} ${notKept}`, cause, problem: null, questions: [] };
}
