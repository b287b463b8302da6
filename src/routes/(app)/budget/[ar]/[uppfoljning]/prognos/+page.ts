import { error } from '@sveltejs/kit';
import { parseFollowUp } from '$lib/domain/follow-up';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params }) => {
	const chosen = parseFollowUp(params.ar, params.uppfoljning);
	if (!chosen) error(404, { message: 'Den uppföljningen finns inte. Välj T1, T2 eller VB.' });
	return chosen;
};
