import { mayShare } from '$lib/server/reader';
import { readerOf } from '$lib/server/request-body';
import { listViews } from '$lib/server/views/saved-views';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('genomlys:vyer');
	const reader = readerOf(locals);
	return {
		views: await listViews(reader, { kind: 'vy' }),
		canShare: mayShare(reader)
	};
};
