// The words of the coverage meter in the header.
export const coverageWords = {
	untagged: 'Otaggat',
	scale: 'Skalan går från 0 till 10 %. Strecket är målet, 5 %.',
	open: 'visa vad som taggat kronorna',
	title: 'Vad som taggat kronorna',
	basis:
		'Alla inlästa månader, belopp utan tecken. Otaggat är möjlig it som ingen bedömt, som andel av it och möjlig it.',
	bar: 'It och möjlig it',
	byFile: 'Taggat i filen',
	byRule: 'Taggat av regel',
	byHand: 'Taggat för hand',
	untaggedRows: 'Otaggat, möjlig it',
	conflict: 'Konflikt mellan regler',
	conflictNote: 'Ingår i beloppen ovan. Regeln högst upp gäller.',
	notIt: 'Bedömt som inte it',
	unjudged: 'Inte bedömt, ingen regel träffar',
	openTagging: 'Öppna Taggning'
} as const;
