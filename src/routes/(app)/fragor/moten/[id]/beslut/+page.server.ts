import { error } from '@sveltejs/kit';
import { routeNumber } from '$lib/server/editions/route-number';
import { meetingById } from '$lib/server/meetings/read-meetings';
import { readerOf } from '$lib/server/request-body';
import { meetingServerWords as words } from '$lib/text/meetings-server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('genomlys:meetings');
	const id = routeNumber(params.id);
	const meeting = id === null ? null : await meetingById(id, readerOf(locals).access);
	if (!meeting) error(404, { message: words.missing });
	return { meeting };
};
