// Leads to the latest follow-up that data reaches.
import { redirect } from '@sveltejs/kit';
import { followUpPath, latestFollowUp } from '$lib/domain/follow-up';
import { dataPeriod } from '$lib/queries/default-period';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
	const { edition, followUps } = await parent();
	const data = edition && dataPeriod(edition.answers.meta);
	const latest = data && latestFollowUp(data.from, data.to, followUps);
	if (latest) redirect(307, followUpPath(latest) + url.search);
};
