// The tillgänglighetsredogörelse: what it must hold follows from 13 § lag (2018:1937) om tillgänglighet till digital offentlig
// service and the model statement in Commission Implementing Decision (EU) 2018/1523.

/** The day of the latest self-assessment. Change it together with the text. */
const assessed = '22 november 2026';

interface Section {
	heading: string;
	paragraphs: readonly string[];
	items?: readonly string[];
	link?: { text: string; href: string };
}

interface Statement {
	title: string;
	lead: string;
	sections: readonly Section[];
}

export function accessibilityStatement(municipality: string): Statement {
	return {
		title: 'Tillgänglighet',
		lead: `Så väl följer ${municipality}s Genomlys lagen om tillgänglighet till digital offentlig service, och så säger du till när något inte fungerar.`,
		sections: [
			{
				heading: 'Hur tillgänglig är tjänsten?',
				paragraphs: [
					'Tjänsten är delvis förenlig med lagen (2018:1937) om tillgänglighet till digital offentlig service. Kraven är standarden EN 301 549, som för webben motsvarar WCAG 2.1 på nivå AA. Det som brister står nedan.',
					'Alla sidor ska gå att använda med bara tangentbord. Varje diagram har en mening som säger vad det visar och en tabell med samma siffror. Färg bär aldrig en betydelse ensam. Texten går att förstora till 200 procent utan att något försvinner.'
				]
			},
			{
				heading: 'Det här fungerar inte fullt ut',
				paragraphs: ['Bristerna är kända och ska rättas:'],
				items: [
					'Sidorna är inte prövade av användare med egna hjälpmedel, och inte med alla skärmläsare. Fel som bara märks där kan finnas kvar (WCAG 4.1.2 och 4.1.3).',
					'Breda tabeller och diagram rullar i sidled i sin egen ruta på smala skärmar. Tabellen bredvid diagrammet har samma innehåll (WCAG 1.4.10).',
					'Texter ur kommunens egna filer, till exempel namn på system och avtal, visas som de är skrivna. De kan innehålla förkortningar utan förklaring (WCAG 3.1.4, utöver kraven).',
					'Handlingar till möten skrivs ut av din webbläsare. Sidan har språk, titel, rubriker i ordning och tabeller med rubrikceller, men webbläsaren avgör hur mycket av det som följer med i en PDF. Chrome och Edge märker upp filen, bokmärken följer med bara om du väljer det, och ingen av dem skriver att filen följer PDF/UA. Sidan på skärmen har samma innehåll.',
					'Sidorna efter inloggning behöver JavaScript. Inloggningen och den här sidan fungerar utan.'
				]
			},
			{
				heading: 'Behöver du något i en annan form?',
				paragraphs: [
					`Kontakta ${municipality} om du behöver innehåll som inte är tillgängligt för dig, till exempel som tabell, utskrift eller uppläst. Kontaktuppgifterna står på kommunens webbplats. Skriv att det gäller Genomlys och vilken sida.`
				]
			},
			{
				heading: 'Säg till om det som brister',
				paragraphs: [
					`Hittar du ett problem som inte står här, eller tycker du att tjänsten inte följer lagen? Meddela ${municipality} på samma sätt. Kommunen ska svara inom skälig tid.`
				]
			},
			{
				heading: 'Tillsyn',
				paragraphs: [
					'Myndigheten för digital förvaltning, Digg, har tillsyn över lagen. Är du inte nöjd med hur kommunen hanterar ditt påpekande kan du anmäla det till Digg.'
				],
				link: { text: 'Anmäl till Digg', href: 'https://www.digg.se/tdosanmalan' }
			},
			{
				heading: 'Så har tjänsten prövats',
				paragraphs: [
					`Bedömningen är en självskattning, gjord den ${assessed} av dem som utvecklar tjänsten: automatiska kontroller i webbläsare, genomgång med tangentbord och uträknade färgkontraster. Ingen utomstående har granskat tjänsten.`,
					`Redogörelsen uppdaterades senast den ${assessed}.`
				]
			}
		]
	};
}
