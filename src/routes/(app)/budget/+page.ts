// Leads to the latest follow-up that data reaches.
import { redirect } from '@sveltejs/kit';
import { followUpPath, latestFollowUp } from '$lib/domain/follow-up';
import { dataPeriod } from '$lib/queries/default-period';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
	const { edition } = await parent();
	const data = edition && dataPeriod(edition.answers.meta);
	if (data) redirect(307, followUpPath(latestFollowUp(data.from, data.to)) + url.search);
};
