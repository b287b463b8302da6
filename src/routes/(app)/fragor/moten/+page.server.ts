import { listMeetings } from '$lib/server/meetings/read-meetings';
import { readerOf } from '$lib/server/request-body';
import { installation } from '$lib/server/editions/installation';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('genomlys:meetings');
	return { meetings: await listMeetings(readerOf(locals).access), today: installation().today() };
};
