// The theme's colours as state: read from the tokens now, and again whenever the theme or the font arrives.
import { paletteFrom, type Palette } from './palette';

/** Call while a component starts; `current` is null until it stands on the page. */
export function themePalette(): { readonly current: Palette | null } {
	let current = $state.raw<Palette | null>(null);
	$effect(() => {
		const read = () => {
			const style = getComputedStyle(document.documentElement);
			current = paletteFrom((property) => style.getPropertyValue(property));
		};
		read();
		const observer = new MutationObserver(read);
		observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
		document.fonts.ready.then(read, () => undefined);
		return () => observer.disconnect();
	});
	return {
		get current() {
			return current;
		}
	};
}
