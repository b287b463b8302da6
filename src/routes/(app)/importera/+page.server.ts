// The active imports, so that a file with a known name is asked about before it is counted twice.
import { listImports } from '$lib/server/editions/imports';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({
	active: (await listImports())
		.filter(({ status }) => status === 'active')
		.map(({ id, fileName, uploadedAt }) => ({ id, fileName, uploadedAt }))
});
