// How many questions wait for an answer: counted with the page, and anew by the answer to each that is asked or answered.

let counted = $state.raw(0);

/** For the menu. */
export function waitingQuestions(): number {
	return counted;
}

/** @param count as the server has told */
export function tellWaiting(count: number): void {
	counted = count;
}
