import { error } from '@sveltejs/kit';
import { currentEditionNumber } from '$lib/server/editions/edition';
import { routeNumber } from '$lib/server/editions/route-number';
import { keptPapers } from '$lib/server/meetings/papers';
import { readerOf } from '$lib/server/request-body';
import { meetingServerWords as words } from '$lib/text/meetings-server';
import type { PageServerLoad } from './$types';

/** `?version=n`: an earlier making of the papers. */
export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	depends('genomlys:meetings');
	const reader = readerOf(locals);
	const id = routeNumber(params.id);
	const asked = url.searchParams.get('version');
	const version = routeNumber(asked);
	const kept =
		id === null || (asked !== null && version === null) ? null : await keptPapers(id, version, reader);
	if (!kept) error(404, { message: words.noPapers });
	const { papers } = kept;
	return {
		...kept,
		currentEdition: await currentEditionNumber(),
		/** Where the rows behind the figures are: of the edition and the nämnder that the papers are of. */
		rowsAt: papers && { edition: papers.start.meta.edition, units: papers.units }
	};
};
