// The words of Före köp: what the municipality already has of what somebody needs, and what nobody knows about it.
import type { MoneyUnit } from '../domain/filters';
import type { FoundSubject, NeedField } from '../domain/need-words';
import { formatCount, formatCounted, formatMoneyWithUnit, listed, smallUnit } from './format';

const fieldNames: Readonly<Record<NeedField, string>> = {
	namn: 'namnet',
	förmåga: 'förmågan',
	beskrivning: 'beskrivningen',
	cpv: 'CPV-koden',
	leverantör: 'leverantören'
};

/** "Har förmågan som valdes. Namnet har lokaler och bokning". */
export function foundBecause({ reasons, chosen }: FoundSubject): string {
	const said = reasons.map(({ field, words }) => `${fieldNames[field]} har ${listed(words)}`);
	const text = said.join(', ');
	const sentence = text ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : '';
	return [chosen ? 'Har förmågan som valdes' : '', sentence].filter(Boolean).join('. ');
}

/** What is left under a ceiling. @param ceiling and `used` öre, null where unknown */
export function roomText(ceiling: number | null, used: number | null, unit: MoneyUnit): string {
	if (ceiling === null || used === null) return 'Okänt: taket eller uttaget saknas';
	const left = ceiling - used;
	return left > 0 ? `${formatMoneyWithUnit(left, smallUnit(left, unit))} kvar under taket` : 'Taket är nått';
}

export const beforeBuyingText = {
	title: 'Före köp',
	neutral: 'Beskriv vad som behövs, så visas vad kommunen redan har.',
	lead: (systems: number, contracts: number, licences: number) =>
		systems + contracts + licences === 0
			? 'Inget av det som är inläst nämner det som behövs.'
			: `Kommunen har ${formatCounted(systems, 'system', 'system')}, ${formatCounted(contracts, 'avtal', 'avtal')} och ${formatCounted(licences, 'licensprodukt', 'licensprodukter')} som nämner det som behövs.`,
	form: {
		label: 'Beskriv behovet',
		words: 'Vad behövs, med egna ord',
		wordsHint: 'Till exempel: boka lokaler och hallar. Skriv inga personuppgifter.',
		capability: 'Eller välj en förmåga',
		anyCapability: 'Ingen vald',
		search: 'Sök'
	},
	searching: 'Söker i register, avtal och licenser',
	failed: 'Sökningen kunde inte göras',
	failedMeaning: 'Det beror inte på dina ord. Försök igen.',
	noWords: 'Orden säger för lite',
	noWordsMeaning:
		'Skriv vad som ska göras: boka, journal, kartor. Ord som system, verktyg och behov söks inte.',
	searched: (words: readonly string[], described: boolean) =>
		`Sökt efter ${words.length ? listed(words) : 'den valda förmågan'} i namn, förmåga, leverantör${described ? ', beskrivning' : ''} och CPV, utan hänsyn till stora bokstäver, prickar och ändelser.`,
	none: (what: string) => `Inga ${what} hittades.`,
	paper: (day: string, edition: number, period: string) =>
		`Underlag före köp, ${day}, utgåva ${edition}. Kronorna är bokförd it-kostnad ${period}.`,
	asked: (text: string, capability: string | null) =>
		[text ? `Behov: ${text}` : '', capability ? `Förmåga: ${capability}` : ''].filter(Boolean).join('. '),
	print: 'Skriv ut underlaget',
	systems: {
		title: (count: number) => formatCounted(count, 'system', 'system'),
		what: 'system',
		subtitle: (unit: string) => `Flest av orden först. Kronor i ${unit}, 12 månader`,
		columns: {
			name: 'System',
			why: 'Varför det visas',
			about: 'Beskrivning',
			who: 'Används av',
			supplier: 'Leverantör',
			cost: 'Kostnad',
			users: 'Användare',
			more: 'Kan fler använda det?'
		},
		forAll: 'Gemensamt: alla nämnder kan använda det',
		introduced: 'Införs som gemensamt',
		local: (unit: string | null) => (unit ? `Lokalt: fråga ${unit}` : 'Lokalt: ägare okänd'),
		unknown: 'Okänt: ingen har sagt om det är gemensamt',
		ending: (day: string | null) => `Avvecklas${day ? ` ${day}` : ''}`
	},
	contracts: {
		title: (count: number) => formatCounted(count, 'avtal', 'avtal'),
		what: 'avtal',
		subtitle: 'Avtal i kraft som nämner det, eller som hör till ett system ovan',
		ofSystem: 'Hör till ett system ovan',
		columns: {
			name: 'Avtal',
			why: 'Varför det visas',
			kind: 'Avtalstyp',
			cpv: 'CPV',
			supplier: 'Leverantör',
			owner: 'Ägande nämnd',
			end: 'Slutar',
			room: 'Utrymme'
		}
	},
	licences: {
		title: (count: number) => formatCounted(count, 'licensprodukt', 'licensprodukter'),
		what: 'licenser',
		subtitle: (month: string) => `Senaste månad med uppgift, som längst ${month}`,
		ofSystem: 'Hör till ett system ovan',
		columns: { name: 'Produkt', why: 'Varför den visas', bought: 'Köpta', unused: 'Oanvända' },
		unusedText: (unused: number) => formatCount(unused)
	},
	needs: {
		title: (count: number) => `Behov hos nämnderna: ${formatCounted(count, 'förmåga', 'förmågor')}`,
		what: 'förmågor',
		subtitle: 'Vilka nämnder som har sagt att de behöver samma sak, och vilka av dem som saknar system',
		columns: { name: 'Förmåga', units: 'Behövs av', holes: 'Saknar system' },
		nobody: 'Ingen har sagt något',
		noHoles: 'Ingen'
	},
	unknown: {
		title: 'Vad vi inte vet',
		capabilities: (count: number) =>
			`${formatCounted(count, 'system', 'system')} i drift saknar angiven förmåga och hittas bara på namn och leverantör.`,
		descriptions: 'Beskrivningar av system visas och söks bara för den som får se dem.',
		contracts: 'Avtalsregistret är ingen fullständig förteckning: avtal kan finnas som inte är inlästa.',
		users:
			'Om ett avtal tillåter fler användare står i avtalet. Här visas bara utrymmet under taket och om systemet är gemensamt.'
	},
	file: 'fore_kop'
} as const;
