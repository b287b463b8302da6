// Runs inside the page before its own scripts: tells when what an event changed is drawn. It sees the page as a person does,
// by its elements, and knows nothing of how the page finds its figures.

/** Milliseconds after the event. */
export interface Redrawn {
	/** The last change of the page was made and laid out, and nothing on it is of an earlier question. */
	drawn: number;
	/** The frame with that change was handed over to be shown. */
	painted: number;
}

export interface Drag {
	milliseconds: number;
	/** How many different states the page came to show, and how many of them were on a frame. */
	drawn: number;
	painted: number;
	frames: number;
}

export interface DrawingWatch {
	/** Does something and waits for what it changes. Null when it changes nothing. */
	after(act: () => void): Promise<Redrawn | null>;
	/** Moves on as fast as a hand's events can come, for so long. */
	drag(move: (step: number) => void, milliseconds: number): Promise<Drag>;
	/** A pointer that was pressed and is moved along the trend. @param place from 0 to 1 */
	moveOverTrend(place: number): void;
}

declare global {
	interface Window {
		drawingWatch?: DrawingWatch;
	}
}

/** Installed with Playwright's addInitScript, so it may use nothing from outside itself. */
export function watchDrawing(): void {
	const [stillFor, giveUpAfter] = [150, 400];
	/** Of the pointer that a person pressed: only that one can be captured. */
	let pointer = 1;
	addEventListener('pointerdown', (event) => (pointer = event.pointerId), { capture: true });

	const root = () => document.querySelector<HTMLElement>('main') ?? document.body;
	const isStale = () => root().querySelector('[aria-busy="true"]') !== null;
	/** After the next frame has been made: a message comes when its work is done. */
	const afterFrame = (work: () => void) =>
		requestAnimationFrame(() => {
			const channel = new MessageChannel();
			channel.port1.onmessage = work;
			channel.port2.postMessage(null);
		});

	const after: DrawingWatch['after'] = (act) =>
		new Promise((resolve) => {
			let [drawn, painted, changes] = [0, 0, 0];
			const observer = new MutationObserver(() => {
				// Reading a height makes the browser lay out what has changed, as the next frame would. What still waits for its
				// figures is laid out again when they come.
				if (!isStale()) void root().offsetHeight;
				drawn = performance.now();
				const change = ++changes;
				afterFrame(() => {
					if (change === changes) painted = performance.now();
				});
			});
			const all = { subtree: true, childList: true, attributes: true, characterData: true };
			observer.observe(root(), all);
			const start = performance.now();
			act();
			const waiting = setInterval(() => {
				const now = performance.now();
				if (
					changes === 0 ? now - start < giveUpAfter : isStale() || painted < drawn || now - drawn < stillFor
				)
					return;
				clearInterval(waiting);
				observer.disconnect();
				resolve(changes === 0 ? null : { drawn: drawn - start, painted: painted - start });
			}, 10);
		});

	const figures = () =>
		['h1 + p', '.unit ul', '.supplier ul', '.kind ul']
			.map((place) => root().querySelector(place)?.textContent)
			.join('\n');

	const drag: DrawingWatch['drag'] = (move, milliseconds) =>
		new Promise((resolve) => {
			const counted = { drawn: 0, painted: 0, frames: 0 };
			let [latest, shown] = [figures(), figures()];
			const observer = new MutationObserver(() => {
				const now = figures();
				if (now !== latest) counted.drawn++;
				latest = now;
			});
			observer.observe(root(), { subtree: true, childList: true, characterData: true });
			const start = performance.now();
			let over = false;
			const frame = () => {
				if (over) return;
				counted.frames++;
				if (latest !== shown) counted.painted++;
				shown = latest;
				requestAnimationFrame(frame);
			};
			requestAnimationFrame(frame);
			let step = 0;
			const next = () => {
				const passed = performance.now() - start;
				if (passed < milliseconds) {
					move(step++);
					setTimeout(next, 4);
					return;
				}
				over = true;
				observer.disconnect();
				resolve({ milliseconds: passed, ...counted });
			};
			next();
		});

	const moveOverTrend = (place: number) => {
		const layer = document.querySelector('.trend .layer');
		if (!layer) throw new Error('The trend cannot be dragged over');
		const box = layer.getBoundingClientRect();
		layer.dispatchEvent(
			new PointerEvent('pointermove', {
				bubbles: true,
				pointerId: pointer,
				pointerType: 'mouse',
				isPrimary: true,
				buttons: 1,
				clientX: box.left + place * box.width,
				clientY: box.top + box.height / 2
			})
		);
	};
	window.drawingWatch = { after, drag, moveOverTrend };
}
