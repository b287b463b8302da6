// The rows that a link opens, as the parameter `rader` holds them.
import { spreadings, type Spreading } from '$lib/domain/accrual';
import { dimensionOf, dimensions, type DimensionCell } from '$lib/domain/dimensions';
import { filtersFromUrl, filtersToUrl, withoutValue } from '$lib/domain/filters';
import { keyFigureParts, keyFigurePartWords } from '$lib/domain/key-figure-part';
import type { RowSelection } from '$lib/queries/cost-rows';

export interface ShownRows {
	/** How one came here, from the whole to the part: "It-kostnad", "Utbildningsnämnden", "Konsult". */
	path: string[];
	selection: RowSelection;
}

const covers = ['avtal', 'antagen', 'flera', 'saknas', 'okänt'] as const;
const systemCovers = ['tagg', 'avtal'] as const;
const competitions = ['ett', 'flera', 'utan annons', 'okänt', 'möjligt', 'utanför'] as const;
/** Parts of yearly licences that fall later, or that were booked earlier. */
const spreadingWords: Readonly<Record<Spreading, string>> = { later: 'senare', earlier: 'tidigare' };
const tagSources = ['hand', 'fil', 'ingen'] as const;

/** As the address holds them: a query string of its own. */
export function rowsToText({ path, selection }: ShownRows): string {
	const search = filtersToUrl(selection.filters);
	for (const step of path) search.append('steg', step);
	const set = (name: string, value: string | undefined) => value !== undefined && search.set(name, value);
	set('tak', selection.ceilingOf);
	set('efter', selection.afterEndOf);
	set('tackning', selection.cover);
	set('del', selection.spreading && spreadingWords[selection.spreading]);
	set('anbud', selection.competition);
	set('verklig', selection.realSupplier);
	if (selection.candidates) search.set('kandidater', 'ja');
	if (selection.anyTag) search.set('allt', 'ja');
	set('hos', selection.ofSystem === null ? withoutValue : selection.ofSystem);
	set('koppling', selection.systemCover);
	set('regel', selection.rule?.id);
	set('regelversion', selection.rule && String(selection.rule.version));
	set('taggkalla', selection.tagSource);
	set('nyckeltal', selection.keyFigurePart && keyFigurePartWords[selection.keyFigurePart]);
	for (const cell of selection.cells ?? []) {
		const word = dimensions[cell.dimension].word;
		const written = (value: string | null) => (value === null ? word : `${word}:${value}`);
		if ('value' in cell) search.append('cell', written(cell.value));
		else for (const value of cell.except) search.append('cell_utom', written(value));
	}
	return search.toString();
}

/** Reads what {@link rowsToText} wrote; what cannot be read is left out. */
export function rowsFromText(text: string): ShownRows {
	const search = new URLSearchParams(text);
	const selection: RowSelection = { filters: filtersFromUrl(search) };
	const ceilingOf = search.get('tak');
	const cover = covers.find((word) => word === search.get('tackning'));
	const competition = competitions.find((word) => word === search.get('anbud'));
	const spreading = spreadings.find((word) => spreadingWords[word] === search.get('del'));
	if (spreading && selection.filters.basis === 'accrued') selection.spreading = spreading;
	if (ceilingOf) selection.ceilingOf = ceilingOf;
	const afterEndOf = search.get('efter');
	if (afterEndOf) selection.afterEndOf = afterEndOf;
	if (cover) selection.cover = cover;
	if (competition) selection.competition = competition;
	const realSupplier = search.get('verklig');
	if (realSupplier) selection.realSupplier = realSupplier;
	if (search.get('kandidater') === 'ja') selection.candidates = true;
	if (search.get('allt') === 'ja') selection.anyTag = true;
	const ofSystem = search.get('hos');
	if (ofSystem) selection.ofSystem = ofSystem === withoutValue ? null : ofSystem;
	const systemCover = systemCovers.find((word) => word === search.get('koppling'));
	if (systemCover) selection.systemCover = systemCover;
	const [rule, version] = [search.get('regel'), search.get('regelversion') ?? ''];
	if (rule && /^\d{1,9}$/.test(version)) selection.rule = { id: rule, version: Number(version) };
	const tagSource = tagSources.find((word) => word === search.get('taggkalla'));
	if (tagSource) selection.tagSource = tagSource;
	const part = keyFigureParts.find((one) => keyFigurePartWords[one] === search.get('nyckeltal'));
	if (part) selection.keyFigurePart = part;
	const cells = cellsFrom(search);
	if (cells.length) selection.cells = cells;
	return { path: search.getAll('steg').filter(Boolean), selection };
}

/** `cell=konto:74310` keeps a value, `cell=konto` the rows without any; each `cell_utom` leaves one out. */
function cellsFrom(search: URLSearchParams): DimensionCell[] {
	const read = (text: string) => {
		const [word = '', ...rest] = text.split(':');
		const dimension = dimensionOf(word);
		return dimension ? [{ dimension, value: rest.length ? rest.join(':') : null }] : [];
	};
	const left = search.getAll('cell_utom').flatMap(read);
	return [
		...search.getAll('cell').flatMap(read),
		...[...new Set(left.map(({ dimension }) => dimension))].map((dimension) => ({
			dimension,
			except: left.filter((cell) => cell.dimension === dimension).map(({ value }) => value)
		}))
	];
}
