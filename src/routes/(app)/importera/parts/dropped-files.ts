// Files that are dropped on the page; of a folder, those that can be read, in order of name.
const extensions = ['csv', 'txt', 'tsv', 'xlsx', 'json', 'ndjson', 'se', 'si', 'sie', 'gz', 'zip'];

/** For the file chooser. */
export const acceptedFiles = extensions.map((extension) => `.${extension}`).join(',');

/** Whether the name says a sort of file that can be read. What it is, its bytes decide. */
export function looksReadable(name: string): boolean {
	return extensions.includes(name.split('.').at(-1)?.toLowerCase() ?? '');
}

/** The dropped files themselves, whatever they are called, and the readable ones of dropped folders. */
export async function droppedFiles(dropped: DataTransfer): Promise<File[]> {
	const entries = [...dropped.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
	if (!entries.some((entry) => entry.isDirectory)) return [...dropped.files];
	const found = await Promise.all(entries.map((entry) => filesIn(entry, true)));
	return found.flat();
}

async function filesIn(entry: FileSystemEntry, isDropped: boolean): Promise<File[]> {
	if (isFile(entry)) {
		if (!isDropped && !looksReadable(entry.name)) return [];
		return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
	}
	if (!isFolder(entry)) return [];
	const reader = entry.createReader();
	const inside: FileSystemEntry[] = [];
	// A folder is told a hundred entries at a time, and ends with none.
	for (;;) {
		const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
			reader.readEntries(resolve, reject)
		);
		if (!some.length) break;
		inside.push(...some);
	}
	const inOrder = inside
		.filter(({ name }) => !name.startsWith('.'))
		.sort((a, b) => a.name.localeCompare(b.name, 'sv'));
	const files = await Promise.all(inOrder.map((each) => filesIn(each, false)));
	return files.flat();
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
	return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
	return entry.isDirectory;
}
