// Hands a file made in the browser to the user.
import type { Download } from './chart-spec';

/** Makes the file and starts its download. */
export async function saveFile(download: Download): Promise<void> {
	const file = await download();
	const address = URL.createObjectURL(file.content);
	const link = document.createElement('a');
	link.href = address;
	link.download = file.name;
	link.click();
	URL.revokeObjectURL(address);
}
