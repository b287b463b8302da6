// The words of dependence on suppliers, for Ordlista.
import type { GlossaryEntry } from './glossary';

export const dependenceEntries: readonly GlossaryEntry[] = [
	{
		slug: 'effektiva-leverantorer',
		word: 'Effektiva leverantörer',
		group: 'beroende',
		stems: ['effektiva leverantörer'],
		meaning: 'Så många lika stora leverantörer som skulle ge samma koncentration.',
		more: '10 000 delat med HHI.'
	},
	{
		slug: 'egen-regi',
		word: 'Egen regi',
		group: 'beroende',
		stems: ['egen regi'],
		meaning: 'Kommunens egna anställda gör arbetet i stället för en leverantör.'
	},
	{
		slug: 'ettanbud',
		word: 'Ettanbud',
		group: 'beroende',
		stems: ['ettanbud'],
		meaning: 'En upphandling där bara en leverantör lämnade anbud. Då fanns ingen att jämföra med.',
		more: 'Andelen räknas bland avtal med känt antal anbud. Direktupphandlingar räknas inte med.'
	},
	{
		slug: 'exitmanader',
		word: 'Exitmånader',
		group: 'beroende',
		stems: ['exitmånad'],
		meaning: 'Vad det kostar att lämna ett system, räknat i månader av vad systemet kostar i dag.',
		more: 'Exitkostnaden gånger tolv delat med årskostnaden.'
	},
	{
		slug: 'hhi',
		word: 'HHI',
		group: 'beroende',
		stems: ['hhi'],
		meaning:
			'Ett mått på hur samlad kostnaden är. En enda leverantör ger 10 000, många lika stora ger nära noll.',
		more: 'Varje leverantörs andel i procent gånger sig själv, och så läggs de ihop. Måttet är lånat från konkurrensrätten.'
	},
	{
		slug: 'kompetensberoende',
		word: 'Kompetensberoende',
		group: 'beroende',
		stems: ['kompetensberoende'],
		meaning: 'Den del av konsulterna på ett system som köps av systemets egen leverantör.'
	},
	{
		slug: 'koncern',
		word: 'Koncern',
		group: 'beroende',
		stems: ['koncern'],
		meaning: 'Bolag med samma ägare. Räknas de ihop syns hur stor ägaren är som leverantör.'
	},
	{
		slug: 'suveranitet',
		word: 'Suveränitet',
		group: 'beroende',
		stems: ['suveränitet'],
		meaning: 'Vem som råder över ett system: ägare, lagar, data, drift och teknik.',
		more: 'Åtta mål på nivå 0–4. Systemets nivå är den lägsta av dem.'
	},
	{
		slug: 'verklig-leverantor',
		word: 'Verklig leverantör',
		group: 'beroende',
		stems: ['verklig leverantör'],
		meaning: 'Den vars produkt kommunen använder, när fakturan kommer från en återförsäljare.'
	},
	{
		slug: 'vertikal-bindning',
		word: 'Vertikal bindning',
		group: 'beroende',
		stems: ['vertikal bindning'],
		meaning: 'En leverantör håller flera delar av samma system: licens, drift, konsulter och hårdvara.'
	},
	{
		slug: 'exitberedskap',
		word: 'Exitberedskap',
		group: 'beroende',
		stems: ['exitberedskap'],
		meaning:
			'Hur väl förberedd kommunen är på att lämna en leverantör: sex frågor om avtalet, som var och en får ja, nej eller okänt.',
		more: 'Visas som ett spann. Det låga talet räknar bara säkra ja, det höga räknar de okända svaren som ja.'
	},
	{
		slug: 'exitplan',
		word: 'Exitplan',
		group: 'beroende',
		stems: ['exitplan'],
		meaning:
			'En plan för hur kommunen byter leverantör: hur data flyttas, vad det kostar och hur lång tid det tar.'
	},
	{
		slug: 'inlasning',
		word: 'Inlåsning',
		group: 'beroende',
		stems: ['inlåsning'],
		meaning:
			'Att kommunen har svårt att byta leverantör, fast den vill, för att det är dyrt, tar tid eller för att data inte går att ta med.'
	},
	{
		slug: 'leverantorskoncentration',
		word: 'Leverantörskoncentration',
		group: 'beroende',
		stems: ['leverantörskoncentration'],
		meaning:
			'Hur stor del av köpen som går till få leverantörer. Mäts med HHI, från nära 0 (många små) till 10 000 (en enda).',
		more: 'Gränserna är lånade från konkurrensrätten. Läs talet tillsammans med antalet leverantörer.'
	},
	{
		slug: 'oppen-kallkod',
		word: 'Öppen källkod',
		group: 'beroende',
		stems: ['öppen källkod'],
		meaning:
			'Program vars kod vem som helst får läsa, använda och ändra. Flera leverantörer kan då sköta samma program.'
	},
	{
		slug: 'oppet-api',
		word: 'Öppet API',
		group: 'beroende',
		stems: ['öppet api'],
		meaning: 'Ett beskrivet sätt för andra program att hämta och lämna uppgifter, utan leverantörens hjälp.'
	}
];
