import { error } from '@sveltejs/kit';
import { parseFollowUp } from '$lib/domain/follow-up';
import { noSuchFollowUp } from '$lib/text/budget';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
	const { followUps } = await parent();
	const chosen = parseFollowUp(params.ar, params.uppfoljning, followUps);
	if (!chosen) error(404, { message: noSuchFollowUp(followUps.map(({ name }) => name)) });
	return { chosen };
};
