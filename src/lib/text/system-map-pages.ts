// The pages of Systemkarta, in the order of their line of links, each with the question that it answers.
interface SystemMapPage {
	path: string;
	name: string;
	question: string;
}

export const systemMapPages: readonly SystemMapPage[] = [
	{ path: '/systemkarta', name: 'Karta', question: 'Vad täcker systemen, och var finns hål?' }
];
