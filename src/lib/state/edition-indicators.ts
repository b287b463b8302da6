// The indicators of the editions that the server keeps.
import { editionIndicatorsSchema, type EditionIndicators } from '$lib/queries/indicator-schema';
import { askServer, type Told } from './ask-server';

/** Of the latest editions, the earliest first. */
export function editionIndicators(): Promise<Told<EditionIndicators[]>> {
	return askServer('/utgavor/nyckeltal', editionIndicatorsSchema);
}
