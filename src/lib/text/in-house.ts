// The words of Egen regi: consultants per system, whose they are, and what employees would cost.
import { inHouseRule } from '../domain/in-house';
import type { OwnSupplierShare } from '../domain/own-supplier-share';
import { unknownWord } from './common';
import { capitalised, formatCount, formatNumber, formatShare, formatShareRange, numberWord } from './format';

/** `83 %`, `60–100 %`, or Okänt. */
export function ownShareText({ low, high }: Pick<OwnSupplierShare, 'low' | 'high'>): string {
	return low === null || high === null ? unknownWord : formatShareRange(low, high);
}

export const inHouseWords = {
	title: 'Egen regi',
	neutral: 'Vad kunde vi göra själva?',
	lead: (amount: string, recurring: string, fullTime: number | null) =>
		`Konsulter på system kostar ${amount} om året. ${recurring} av det är förvaltning, som kommer tillbaka varje år${
			fullTime === null ? '' : `, och motsvarar ${formatNumber(fullTime)} konsulter på heltid`
		}.`,
	candidates: (count: number) =>
		count
			? `${capitalised(numberWord(count))} system är ${count === 1 ? 'värt' : 'värda'} att pröva i egen regi.`
			: 'Inget system har förvaltningskonsulter för en hel tjänst.',
	none: 'Ingen konsultkostnad i de senaste månaderna',
	noneMeaning: 'Konsultkostnad är rader med kostnadsslaget Konsult. Rader som ingen har bedömt räknas inte.',
	yearLedger: (period: string) => `Konsultkostnaden är de tolv senaste månaderna i huvudboken, ${period}.`,
	shortLedger: (months: number, period: string) =>
		`Huvudboken har ${formatCount(months)} månader, ${period}. Heltidstal och jämförelser räknar om dem till ett år.`,
	list: {
		title: (count: number, amount: string) => `${amount} till konsulter på ${formatCount(count)} system`,
		subtitle: (unit: string, period: string) => `Konsultkostnad per system i ${unit}, ${period}`,
		recurring: 'Förvaltning, kommer tillbaka',
		temporary: 'Utveckling, tillfälligt',
		unsaid: 'Okänd inriktning',
		noSystem: 'Inget känt system',
		columns: {
			system: 'System',
			consult: 'Konsulter',
			recurring: 'Förvaltning',
			temporary: 'Utveckling',
			unsaid: 'Okänd inriktning',
			share: 'Till egen leverantör',
			fullTime: 'Heltid, förvaltning',
			employees: 'Anställda i stället',
			saving: 'Skillnad per år',
			flag: 'Flaggor'
		},
		candidate: 'Pröva egen regi',
		ownSupplier: 'Leverantörens egna konsulter',
		note: `Flaggan Pröva egen regi: förvaltningskonsulter för minst ${formatCount(inHouseRule.fullTime)} heltid, och billigare med anställda. Flaggan Leverantörens egna konsulter: minst ${formatShare(inHouseRule.ownShare, 0)} av konsultkronorna går till systemets egen leverantör.`,
		savingNote:
			'Skillnaden gäller förvaltningen: plus är billigare med anställda. Rekrytering, ledning och introduktion räknas inte, och inte vad leverantören ensam kan.',
		basis: {
			register: 'enligt registret',
			antagen: 'antagen: den som får mest för licens och drift'
		}
	},
	suppliers: {
		title: 'Vilka konsulterna köps av',
		subtitle: (unit: string) => `System och leverantör efter kostnad, ${unit}`,
		columns: {
			system: 'System',
			supplier: 'Leverantör',
			own: 'Systemets egen',
			share: 'Av systemets konsulter'
		},
		yes: 'ja',
		no: 'nej',
		nameless: 'Utan leverantör'
	},
	staff: {
		title: (consultant: string, employee: string) =>
			`En konsult på ett år kostar ${consultant}, en anställd ${employee}`,
		breakeven: (hour: string) => `De kostar lika mycket när konsulttimmen är ${hour}.`,
		unknown: 'Ett antagande saknas, så jämförelsen är okänd.'
	},
	explanation: {
		numerator: 'Konsultkostnad hos systemets egen leverantör',
		denominator: 'Konsultkostnad på systemet',
		basis: 'Egen leverantör'
	},
	card: {
		title: (share: string) => `${share} av konsulterna köps av systemets egen leverantör`,
		none: 'Inga konsulter är köpta till systemet',
		unknown: 'Vem som är systemets egen leverantör är okänt',
		subtitle: (unit: string, period: string) => `Konsultkostnad i ${unit}, ${period}`,
		link: 'Egen regi',
		exit: 'Vad kostar det att lämna systemet?'
	}
} as const;
