import { auditPage } from '$lib/server/audit';
import { database } from '$lib/server/database/connect';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const asked = Number(url.searchParams.get('sida') ?? 1);
	const page = Number.isInteger(asked) && asked >= 1 && asked < 1_000_000 ? asked : 1;
	return { page, ...(await auditPage(database(), page)) };
};
