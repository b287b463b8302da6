// Text in pieces → lines, by the line ends that the file uses.

export type LineEnd = '\r\n' | '\n' | '\r';

/** The line end of a sample: a lone CR counts only where there is no LF at all. */
export function detectLineEnd(sample: string): LineEnd {
	if (sample.includes('\r\n')) return '\r\n';
	if (sample.includes('\n')) return '\n';
	return sample.includes('\r') ? '\r' : '\n';
}

/** Yields arrays of lines without their ends. With LF, a CR before it is taken as part of the end. */
export async function* linesOf(text: AsyncIterable<string>, lineEnd: LineEnd): AsyncGenerator<string[]> {
	const separator = lineEnd === '\r' ? '\r' : '\n';
	let rest = '';
	for await (const piece of text) {
		const lines = (rest + piece).split(separator);
		rest = lines.pop() ?? '';
		if (lines.length) yield separator === '\n' ? lines.map(withoutReturn) : lines;
	}
	if (rest !== '') yield [separator === '\n' ? withoutReturn(rest) : rest];
}

function withoutReturn(line: string): string {
	return line.endsWith('\r') ? line.slice(0, -1) : line;
}
