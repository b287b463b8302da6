// The förmågeträd that a municipality may begin its map with; see data/reference/README.md for its sources.
import type { DownloadFile } from '$lib/charts/chart-spec';

/** The file as it lies in data/reference, for somebody to change and then import. It is fetched when it is asked for. */
export async function startingCapabilities(): Promise<DownloadFile> {
	const { default: csv } = await import('../../../data/reference/formagor.csv?raw');
	return { name: 'formagor.csv', content: new Blob([csv], { type: 'text/csv;charset=utf-8' }) };
}
