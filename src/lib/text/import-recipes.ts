// What the import page says about recipes.
import { formatCount, formatCounted } from './format';

export const recipeWords = {
	title: 'Recept',
	subtitle:
		'Ett recept minns hur en källa läses: tabell, kolumner och dina svar. Det känns igen nästa gång på rubrikerna och filnamnet.',
	none: 'Inga recept är sparade. Läs en fil och välj Spara recept.',
	used: (name: string, times: number) =>
		`Recept: ${name} (${times === 0 ? 'inte använt än' : `använt ${formatCounted(times, 'gång', 'gånger')}`})`,
	inStep: (name: string) => `enligt receptet ${name}`,
	leave: 'Använd inte receptet',
	save: 'Spara recept',
	update: 'Uppdatera receptet',
	saveTitle: 'Spara hur filen läses',
	updateTitle: 'Uppdatera receptet',
	saveSubtitle: 'Nästa fil med samma rubriker läses på samma sätt. Du ser alltid vilket recept som används.',
	name: 'Namn',
	nameHint: 'Vad du kallar källan, till exempel Huvudbok, månad.',
	nameMissing: 'Skriv ett namn på receptet.',
	pattern: 'Filnamn',
	patternHint: '* står för vilka tecken som helst, till exempel ett datum.',
	patternMissing: 'Skriv ett filnamn, eller bara * för alla filnamn.',
	overwrites: (name: string) => `Det finns redan ett recept som heter ${name}. Det skrivs över.`,
	holds: 'Det här sparas',
	leftOut: 'Det här sparas inte, eftersom det gäller bara den här filen:',
	saved: (name: string) => `Receptet ${name} är sparat.`,
	updated: (name: string) => `Receptet ${name} är uppdaterat.`,
	savedMany: (saved: number, replaced: number) =>
		`${formatCounted(saved, 'recept', 'recept')} lästes in${replaced ? `, varav ${formatCount(replaced)} skrev över ett med samma namn` : ''}.`,
	remove: 'Ta bort',
	removeNamed: (name: string) => `Ta bort receptet ${name}`,
	removed: (name: string) => `Receptet ${name} är borttaget.`,
	undo: 'Ångra',
	downloadAll: 'Hämta alla (JSON)',
	upload: 'Läs in recept från fil',
	timesUsed: (times: number) =>
		times === 0 ? 'Inte använt' : `Använt ${formatCounted(times, 'gång', 'gånger')}`,
	changed: (day: string) => `ändrat ${day}`,
	columns: (count: number) => formatCounted(count, 'rubrik', 'rubriker'),
	unreachable: 'Servern svarar inte. Kontrollera anslutningen och försök igen.',
	refused: (status: number) => `Servern tog inte emot receptet (svar ${status}). Inget är ändrat.`,
	fromRecipe: 'Från receptet'
} as const;

export const differenceWords = {
	title: (name: string) => `Filen har inte samma kolumner som receptet ${name}`,
	intro: 'Källan har ändrat sin fil. Kontrollera att det här stämmer innan du läser in.',
	renamed: (former: string, now: string, field: string) => `${former} heter nu ${now} och blir ${field}.`,
	movedTo: (former: string, now: string, field: string) =>
		`${former} finns inte längre. ${field} tas från ${now}.`,
	fieldGone: (former: string, field: string) => `${former} finns inte längre. ${field} saknas i filen.`,
	unusedGone: (former: string) => `${former} finns inte längre. Den användes inte.`,
	addedUsed: (header: string, field: string) => `${header} är ny och blir ${field}.`,
	addedUnused: (header: string) => `${header} är ny och används inte.`,
	agree: 'Det stämmer'
} as const;
