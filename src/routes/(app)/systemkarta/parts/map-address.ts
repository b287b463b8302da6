// What the map has in its address beside the filters: what the cells show, and which förmåga and nämnd are chosen.
import { goto } from '$app/navigation';
import { mapMeasures, type MapMeasure } from '$lib/domain/system-map-measure';
import { addressOf } from '$lib/state/address';
import { measureWords } from '$lib/text/system-map';

export interface MapChoice {
	measure: MapMeasure;
	/** formaga_id. */
	capability: string | null;
	/** Null is the whole förmåga. */
	unit: string | null;
}

/** Reads the choice; what cannot be read is the usual. */
export function choiceFromUrl(search: URLSearchParams): MapChoice {
	const word = search.get('visa');
	return {
		measure: mapMeasures.find((measure) => measureWords[measure] === word) ?? 'coverage',
		capability: search.get('formaga'),
		unit: search.get('ruta')
	};
}

/** Goes to the page as it is with another choice; the usual is never written. */
export function choose(url: URL, part: Partial<MapChoice>): Promise<void> {
	const { measure, capability, unit } = { ...choiceFromUrl(url.searchParams), ...part };
	const search = new URLSearchParams(url.searchParams);
	for (const name of ['visa', 'formaga', 'ruta']) search.delete(name);
	if (measure !== 'coverage') search.set('visa', measureWords[measure]);
	if (capability !== null) search.set('formaga', capability);
	if (capability !== null && unit !== null) search.set('ruta', unit);
	return goto(addressOf(url.pathname, search), { keepFocus: true, noScroll: true });
}
