// What the pages of a supplier, a nämnd and a system say about notes.
import { longestNote } from '../domain/note';
import type { SubjectKind } from '../domain/subject';
import { formatCount } from './format';

export const noteWords = {
	title: 'Anteckningar',
	none: {
		supplier: 'Ingen har antecknat något om leverantören.',
		unit: 'Ingen har antecknat något om nämnden.',
		system: 'Ingen har antecknat något om systemet.'
	} satisfies Record<SubjectKind, string>,
	loading: 'Hämtar anteckningarna',
	failed: 'Anteckningarna kunde inte hämtas.',
	write: 'Skriv en anteckning',
	text: 'Anteckning',
	hint: `Högst ${formatCount(longestNote)} tecken. Skriv inga personnummer.`,
	noText: 'Skriv något innan du sparar.',
	save: 'Spara anteckningen',
	saving: 'Sparar',
	change: 'Ändra',
	changeNamed: (day: string) => `Ändra anteckningen från ${day}`,
	remove: 'Ta bort',
	removeNamed: (day: string) => `Ta bort anteckningen från ${day}`,
	unshare: 'Sluta dela',
	unshareNamed: (author: string, day: string) => `Sluta dela anteckningen av ${author} från ${day}`,
	unshared: 'Anteckningen är inte längre delad.',
	added: 'Anteckningen är sparad.',
	changed: 'Anteckningen är ändrad.',
	removed: 'Anteckningen är borttagen.',
	restored: 'Anteckningen är tillbaka.',
	undo: 'Ångra',
	changedOn: (day: string) => `ändrad ${day}`
} as const;
