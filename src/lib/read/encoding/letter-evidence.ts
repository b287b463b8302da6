// Which one-byte code page a text is written in, judged by where its bytes stand as Swedish letters inside words.

/** Bytes that are Swedish letters inside words, if the text is in that code page. */
export interface LetterCounts {
	cp437: number;
	windows1252: number;
	macintosh: number;
}

type CodePage = keyof LetterCounts;

/** å ä ö Å Ä Ö é of each code page. */
const letterBytes: Readonly<Record<CodePage, readonly number[]>> = {
	cp437: [0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82],
	windows1252: [0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9],
	macintosh: [0x8c, 0x8a, 0x9a, 0x81, 0x80, 0x85, 0x8e]
};

const flag: Readonly<Record<CodePage, number>> = { cp437: 1, windows1252: 2, macintosh: 4 };
const asciiLetter = 8;
const codePages: readonly CodePage[] = ['cp437', 'windows1252', 'macintosh'];

const classes = new Uint8Array(256);
for (let byte = 0x41; byte <= 0x5a; byte++) classes[byte] = classes[byte + 0x20] = asciiLetter;
for (const page of codePages)
	for (const byte of letterBytes[page]) classes[byte] = (classes[byte] ?? 0) | flag[page];

/** True for a byte that is a letter: of ASCII, or of any of the code pages. */
export function isLetterByte(byte: number | undefined): boolean {
	return byte !== undefined && classes[byte] !== 0;
}

/** True for a byte that is one of å ä ö Å Ä Ö é in the code page. */
export function isLetterOf(page: CodePage, byte: number): boolean {
	return ((classes[byte] ?? 0) & flag[page]) !== 0;
}

/** Counts letters over a whole file, across chunk borders. */
export class LetterCounter {
	readonly counts: LetterCounts = { cp437: 0, windows1252: 0, macintosh: 0 };
	private readonly kinds: Record<CodePage, Set<number>> = {
		cp437: new Set(),
		windows1252: new Set(),
		macintosh: new Set()
	};
	/** The two bytes before the next one. */
	private before = 0;
	private middle = 0;

	add(bytes: Uint8Array): void {
		let { before, middle } = this;
		for (let i = 0; i < bytes.length; i++) {
			const after = bytes[i] ?? 0;
			if (middle >= 0x80) this.judge(before, middle, after);
			before = middle;
			middle = after;
		}
		this.before = before;
		this.middle = middle;
	}

	end(): void {
		if (this.middle >= 0x80) this.judge(this.before, this.middle, 0);
		this.middle = 0;
	}

	private judge(before: number, byte: number, after: number): void {
		const left = classes[before] !== 0;
		const right = classes[after] !== 0;
		for (const page of codePages) {
			if (!isLetterOf(page, byte)) continue;
			// Western letters count wherever they touch a word: a switch away from Windows-1252 must be sure. For the others
			// a byte that is a quotation mark or a dagger there must stand inside a word.
			if (page === 'windows1252' ? !left && !right : !left || !right) continue;
			this.counts[page]++;
			this.kinds[page].add(byte);
		}
	}

	/**
	 * The code page that the letters plead for. Windows-1252 unless another is plain: three letters or more of at least
	 * two kinds, and ten times as many as are letters in Windows-1252.
	 */
	verdict(): 'windows-1252' | 'cp437' | 'macintosh' {
		const { cp437, windows1252, macintosh } = this.counts;
		const [page, most, other] =
			cp437 >= macintosh
				? (['cp437', cp437, macintosh] as const)
				: (['macintosh', macintosh, cp437] as const);
		const isPlain = most >= 3 && this.kinds[page].size >= 2 && most > windows1252 * 10 && most > other * 2;
		// `Dušan` and `Šedá` are Windows-1252 whose bytes are ö and ä in Mac Roman; å has no such double.
		const isMacToo = page !== 'macintosh' || this.kinds.macintosh.has(0x8c);
		return isPlain && isMacToo ? page : 'windows-1252';
	}
}
