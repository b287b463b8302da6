// The steps of filters are entries of the browser's history: to undo one is to go back, to redo one is to go forward.
import { afterNavigate, goto } from '$app/navigation';
import { page } from '$app/state';

export class FilterSteps {
	/** How far the steps of a path have come; what lies after the step one stands on can be taken again. */
	#furthest = $state.raw({ path: '', step: 0 });

	/** Whether the entry of the history that is shown was made by a filter. */
	canUndo: boolean = $derived((page.state.filterStep ?? 0) > 0);
	canRedo: boolean = $derived(
		this.#furthest.path === page.url.pathname && (page.state.filterStep ?? 0) < this.#furthest.step
	);

	/** Call while the frame of the pages starts. */
	constructor() {
		afterNavigate(({ type }) => {
			// Going back and forward keeps what lies ahead; every other step lets go of it.
			if (type !== 'popstate') this.#furthest = { path: page.url.pathname, step: page.state.filterStep ?? 0 };
		});
	}

	/** Goes to the address as a step that can be undone. */
	take(address: string): Promise<void> {
		return goto(address, {
			keepFocus: true,
			noScroll: true,
			state: { filterStep: (page.state.filterStep ?? 0) + 1 }
		});
	}

	undo(): void {
		if (this.canUndo) history.back();
	}

	redo(): void {
		if (this.canRedo) history.forward();
	}
}
