// Quoted values that span lines.

/** A quoted value may span this many lines; beyond it the quote is taken as never closed. */
export const longestValueLines = 100;

/** Whether a quote is open at the end of a line, given whether one was open at its start. */
export function quoteOpenAfter(line: string, delimiter: string, open: boolean): boolean {
	let at = 0;
	while (at <= line.length) {
		if (!open) {
			const start = line.indexOf('"', at);
			if (start < 0) return false;
			const atFieldStart = start === 0 || line[start - 1] === delimiter;
			at = start + 1;
			if (!atFieldStart) continue;
			open = true;
		}
		const close = line.indexOf('"', at);
		if (close < 0) return true;
		const next = line[close + 1];
		if (next === '"') at = close + 2;
		else {
			at = close + 1;
			// A quote inside a quoted value that no delimiter follows is part of the value, as PapaParse reads it.
			if (next === undefined || next === delimiter || /^ +(?:$|[;,\t|])/.test(line.slice(close + 1)))
				open = false;
		}
	}
	return open;
}

/** Lines put together to records, as a file with this delimiter would have them. */
export function joinQuotedLines(lines: readonly string[], delimiter: string): string[] {
	const records: string[] = [];
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? '';
		let open = line.includes('"') && quoteOpenAfter(line, delimiter, false);
		let end = at;
		while (open && end + 1 < lines.length && end - at < longestValueLines) {
			open = quoteOpenAfter(lines[++end] ?? '', delimiter, true);
		}
		if (open) end = at;
		records.push(lines.slice(at, end + 1).join('\n'));
		at = end;
	}
	return records;
}
