// Cancelling a run, alike in both hosts: the asker is released at once, while the engine stops in its own time.

/** What an aborted run is rejected with. */
export function abortError(): DOMException {
	return new DOMException('The query was cancelled', 'AbortError');
}

/** The result, or an AbortError at the moment the signal fires. */
export function rejectedOnAbort<Result>(result: Promise<Result>, signal?: AbortSignal): Promise<Result> {
	if (!signal) return result;
	return new Promise((resolve, reject) => {
		const stop = () => reject(abortError());
		if (signal.aborted) stop();
		signal.addEventListener('abort', stop, { once: true });
		result.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
	});
}
