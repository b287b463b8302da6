// Where an indicator leads: the rows that it is made of, and the page that tells more of it.
import { dependenceSpecs, type DependenceKey } from '$lib/domain/dependence-indicator';
import { keeping, noFilters, type Filters } from '$lib/domain/filters';
import type { RowSelection } from '$lib/queries/cost-rows';

type Group = (typeof dependenceSpecs)[DependenceKey]['group'];

const pages: Readonly<Record<Group, string | null>> = {
	koncentration: '/beroende/koncentration',
	konkurrens: '/beroende/konkurrens',
	avtal: '/avtal/luckor',
	delar: '/beroende/delar',
	exit: '/beroende/exit',
	licenser: '/licenser',
	underlag: null
};

/** The page that tells more of an indicator; null where there is none. */
export function pageOf(key: DependenceKey): string | null {
	return key === 'kompetensberoende' ? '/beroende/egen-regi' : pages[dependenceSpecs[key].group];
}

/** The ledger rows of its numerator; null for what is made of registers. @param largest the keys of the largest suppliers */
export function rowsOf(
	key: DependenceKey,
	filters: Filters,
	largest: readonly string[]
): RowSelection | null {
	switch (key) {
		case 'hhi':
		case 'effektiva_leverantorer':
			return { filters };
		case 'storsta_leverantor':
			return largest.length ? { filters: keeping(filters, 'suppliers', largest.slice(0, 1)) } : null;
		case 'fem_storsta':
			return largest.length ? { filters: keeping(filters, 'suppliers', largest.slice(0, 5)) } : null;
		case 'ettanbud_avtal':
		case 'ettanbud_kronor':
			return { filters, competition: 'ett' };
		case 'direktupphandlat':
			return { filters, competition: 'utan annons' };
		case 'ar_sedan_konkurrens':
			return { filters, competition: 'flera' };
		case 'utan_avtal':
		case 'utan_avtal_andel':
			return { filters, cover: 'saknas' };
		case 'kompetensberoende':
			return { filters: keeping(filters, 'costKinds', ['Konsult']) };
		case 'otaggad_andel':
			return { filters: noFilters, candidates: true };
		default:
			return null;
	}
}
