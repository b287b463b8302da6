// The editions that the server offers beside the current one.
import * as v from 'valibot';
import { EditionFetchError } from '$lib/engine/browser/edition-store';

const listedSchema = v.array(
	v.object({
		edition: v.number(),
		/** ISO instant. */
		created: v.string(),
		/** Month. */
		dataTo: v.nullable(v.string()),
		ruleVersion: v.number()
	})
);
export type OfferedEdition = v.InferOutput<typeof listedSchema>[number];

const placeSchema = v.object({ edition: v.number(), hash: v.string(), cells: v.string() });

/** Every edition that can be read, the latest first. @throws EditionFetchError when the server is not reached or refuses */
export async function offeredEditions(): Promise<OfferedEdition[]> {
	return v.parse(listedSchema, await fetched('/utgavor'));
}

/** Where the cells of an edition are. @throws EditionFetchError */
export async function editionPlace(edition: number): Promise<v.InferOutput<typeof placeSchema>> {
	return v.parse(placeSchema, await fetched(`/utgavor/${edition}`));
}

async function fetched(address: string): Promise<unknown> {
	let response: Response;
	try {
		response = await fetch(address);
	} catch (error) {
		throw new EditionFetchError('The editions could not be fetched', null, { cause: error });
	}
	if (!response.ok) throw new EditionFetchError(`The server answered ${response.status}`, response.status);
	return response.json();
}
