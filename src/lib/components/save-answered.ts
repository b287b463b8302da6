// A file of what the page shows.
import type { Download } from '$lib/charts/chart-spec';
import { saveFile } from '$lib/charts/save-file';
import { allAnswered } from '$lib/state/answers-under-way';

/** Makes the file once every question of the page is answered, and hands it over. */
export async function saveAnswered(download: Download): Promise<void> {
	await allAnswered();
	await saveFile(download);
}
