// What the parameters of an address can be read as, page by page, and the names in it that only the edition knows.
import { competitionDimensions, perWords } from '$lib/domain/competition-parts';
import { costKinds, findListed, orientations } from '$lib/domain/cost-kind';
import { isMeasureWord, isSubjectWord } from '$lib/domain/dependence-ranking';
import { withoutValue } from '$lib/domain/filters';
import { parseMonth } from '$lib/domain/period';
import { licenceDimensions } from '$lib/queries/licence-groups';
import type { NamedKind } from '$lib/queries/unheard-words';
import { dimensionWords } from '$lib/text/licences';
import { measureWords } from '$lib/text/system-map';
import { addressOf } from './address';

/** One parameter of the address with the value that is not there. */
export interface AddressFault {
	parameter: string;
	value: string;
	/** What it is no name of; undefined for what cannot be read. */
	kind?: NamedKind;
}

type Reads = (value: string, search: URLSearchParams) => boolean;

const among =
	(words: readonly string[]): Reads =>
	(value) =>
		words.includes(value);
const number =
	(from: number, to: number): Reads =>
	(value) =>
		value.trim() !== '' && Number(value) >= from && Number(value) <= to;
const month: Reads = (value) => parseMonth(value) !== null;

/** What each parameter of filters can be read as. */
const ofFilters: Readonly<Record<string, Reads>> = {
	fran: (value, search) => month(value, search) && value <= (search.get('till') ?? value),
	till: month,
	slag: (value) => findListed(costKinds, value) !== undefined,
	inriktning: (value) => findListed(orientations, value) !== undefined
};

/** The same of the parameters that are a page's own. */
const ofPage: Readonly<Record<string, Readonly<Record<string, Reads>>>> = {
	'/beroende/rangordning': {
		vikt: (value, search) => isMeasureWord(value, search),
		av: isSubjectWord
	},
	'/beroende/kedja': { hojning: number(0.01, 500) },
	'/beroende/koncentration': {
		som: among(['koncern', 'verklig']),
		tank: among(['dela']),
		andel: number(1, 99)
	},
	'/beroende/konkurrens': { per: among(competitionDimensions.map((one) => perWords[one])) },
	'/systemkarta': { visa: among(Object.values(measureWords)) },
	'/licenser': { manad: month, per: among(licenceDimensions.map((one) => dimensionWords[one].address)) }
};

/** The parameters whose values only the edition knows, by page; `''` are those of every page. */
const named: readonly (readonly [kind: NamedKind, parameter: string, path: string])[] = [
	['supplier', 'leverantor', ''],
	['unit', 'namnd', ''],
	['system', 'system', ''],
	['system', 'valt', '/beroende/exit'],
	['product', 'produkt', '/licenser']
];

const isPage = (of: string, path: string) => of === '' || path === of || path.startsWith(`${of}/`);

/** What an address says that no page can read. */
export function unreadable({ pathname, searchParams }: URL): AddressFault[] {
	const readers = Object.entries(ofPage)
		.filter(([path]) => isPage(path, pathname))
		.reduce<Record<string, Reads>>((all, [, own]) => ({ ...all, ...own }), { ...ofFilters });
	return [...searchParams].flatMap(([parameter, value]) => {
		const reads = readers[parameter];
		return reads && value !== '' && !reads(value, searchParams) ? [{ parameter, value }] : [];
	});
}

/** The same address without what is wrong with it. */
export function withoutFaults({ pathname, searchParams }: URL, faults: readonly AddressFault[]): string {
	const search = new URLSearchParams(
		[...searchParams].filter(
			([parameter, value]) => !faults.some((fault) => fault.parameter === parameter && fault.value === value)
		)
	);
	return addressOf(pathname, search);
}

/** The names of an address that only the edition knows. */
export function namedIn({ pathname, searchParams }: URL): Record<NamedKind, string[]> {
	const words: Record<NamedKind, string[]> = { supplier: [], unit: [], system: [], product: [] };
	for (const [kind, parameter, path] of named)
		if (isPage(path, pathname))
			words[kind].push(...searchParams.getAll(parameter).filter((word) => word && word !== withoutValue));
	return words;
}

/** Those names that the edition has nothing of, by the parameters that hold them. */
export function unheardIn(
	{ pathname, searchParams }: URL,
	unheard: readonly { kind: NamedKind; word: string }[]
): AddressFault[] {
	return named.flatMap(([kind, parameter, path]) =>
		isPage(path, pathname)
			? unheard
					.filter((one) => one.kind === kind && searchParams.getAll(parameter).includes(one.word))
					.map(({ word }) => ({ parameter, value: word, kind }))
			: []
	);
}
