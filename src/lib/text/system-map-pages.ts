// The pages of Systemkarta, in the order of their line of links, each with the question that it answers.
interface SystemMapPage {
	path: string;
	name: string;
	question: string;
}

export const systemMapPages: readonly SystemMapPage[] = [
	{ path: '/systemkarta', name: 'Karta', question: 'Vad täcker systemen, och var finns hål?' },
	{ path: '/system', name: 'System', question: 'Vilka system finns, och vad kostar de?' },
	{
		path: '/system/roller',
		name: 'Roller och klassning',
		question: 'Vem svarar för vad, och vad är klassat?'
	},
	{
		path: '/system/fraga-agaren',
		name: 'Fråga ägaren',
		question: 'Vilka svar skulle förklara flest kronor?'
	},
	{
		path: '/system/olistade',
		name: 'Olistade system',
		question: 'Vad betalar vi för som ingen lista nämner?'
	},
	{
		path: '/systemkarta/dubbletter',
		name: 'Dubbletter',
		question: 'Vilka system gör samma sak?'
	},
	{ path: '/systemkarta/fore-kop', name: 'Före köp', question: 'Finns det redan?' },
	{
		path: '/systemkarta/livscykel',
		name: 'Livscykel',
		question: 'Vilka system ska vi behålla, satsa på eller lämna?'
	}
];
