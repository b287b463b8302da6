// The level that cards under a component have their headings on. A page that holds several documents sets its cards deeper.
import { getContext, setContext } from 'svelte';

export type HeadingLevel = 2 | 3 | 4;

const key = Symbol('heading level');

/** Call while a component starts: for all that it holds. */
export function setHeadingLevel(level: HeadingLevel): void {
	setContext(key, level);
}

/** Call while a component starts. */
export function headingLevel(): HeadingLevel {
	return getContext<HeadingLevel | undefined>(key) ?? 2;
}
