// The suppliers, all invented, each with one number for good.
import { companyNumber, soleTraderNumber } from './organisation-number';
import { companies } from './units';
import { unlistedSystem } from './unlisted-system';

/** The named suppliers of the stories. The order gives the numbers: add new names last. */
const named = [
	'Nordvinge Data AB',
	'Kvistrona Licens AB',
	'Hylleberga Hårdvara AB',
	'Omsorgslinden System AB',
	'Skolbjörk Lärteknik AB',
	'Tellunda Nät AB',
	'Vidkulla Ekonomisystem AB',
	'Molnhamra AB',
	'Brofalk Konsult AB',
	'Ritbladet Geodata AB',
	'Boksvalan Bibliotek AB',
	'Tidkulla Schema AB',
	'Akthamra Programvara AB',
	'Låsmyra Säkerhet AB',
	'Ledtråda Fiber AB',
	'Pappvika Kontor AB',
	'Vindrosa Teknik AB',
	'Vasskulla Läromedia AB',
	'Fritidsklöver AB',
	'Telvarp AB'
] as const;

const firstParts =
	'Gran Vass Älv Sot Löv Tjärn Ljung Hassel Rönn Säv Pors Ask Lärk Uggle Gäss Brant Klippe Starr Humle Dunge';
const secondParts = 'mjälla brinka varpa nocka tuva sletta kärra hulta svepa driva';
const firsts = firstParts.split(' ');
const seconds = secondParts.split(' ');

/** An invented compound such as Granmjälla; the same index gives the same word, 200 in all. */
function invented(index: number): string {
	const first = firsts[index % firsts.length] ?? '';
	const second = seconds[(index + Math.floor(index / firsts.length)) % seconds.length] ?? '';
	return first + second;
}

const programTrades = ['Data AB', 'System AB', 'Programvara AB', 'Digital AB', 'Mjukvara AB'];

/** Small makers of local systems. */
export const smallProgramSuppliers: string[] = Array.from(
	{ length: 95 },
	(_, index) => `${invented(index)} ${programTrades[index % programTrades.length] ?? ''}`
);

const trades = {
	mat: ['Livs AB', 'Grossist AB', 'Frukt AB'],
	material: ['Förnödenheter AB', 'Handel AB', 'Materiel AB'],
	läromedel: ['Läromedel AB', 'Bokförlag AB'],
	fastighet: ['Fastigheter AB', 'Lokaler AB'],
	omsorg: ['Omsorg AB', 'Vård AB', 'Friskola AB', 'Entreprenad AB'],
	transport: ['Åkeri AB', 'Taxi AB', 'Buss AB'],
	bygg: ['Bygg AB', 'Rör AB', 'Elektriska AB'],
	städ: ['Städ AB', 'Lokalvård AB'],
	kurs: ['Utbildning AB', 'Konferens AB'],
	leasing: ['Billeasing AB'],
	rådgivning: ['Arkitekter AB', 'Mark AB', 'Revision AB', 'Rådgivning AB']
} as const;
export type Trade = keyof typeof trades;

const tradeNames = Object.keys(trades) as Trade[];

/** Suppliers outside IT, by trade. */
export const otherSuppliers = new Map<Trade, string[]>(
	tradeNames.map((trade, tradeIndex) => [
		trade,
		Array.from({ length: 16 }, (_, index) => {
			const endings = trades[trade];
			return `${invented(97 + tradeIndex * 9 + index)} ${endings[index % endings.length] ?? ''}`;
		})
	])
);

/** Enskilda firmor: the number is a personnummer in form and must be masked at import. */
export const soleTraders = [
	{ name: 'Påhittssons Måleri', number: soleTraderNumber('18900101', 980) },
	{ name: 'Firma Testa Exempelsdotter', number: soleTraderNumber('18910217', 981) },
	{ name: 'Fiktivssons Webbhjälp', number: soleTraderNumber('18930511', 983) },
	{ name: 'Hittepå Trädgård', number: soleTraderNumber('18950630', 984) },
	{ name: 'Låtsas Tolkservice', number: soleTraderNumber('18971105', 986) },
	{ name: 'Demo Demosson Datakonsult', number: soleTraderNumber('18980924', 987) }
];

const numbers = new Map<string, string>();
[...named, ...smallProgramSuppliers, ...[...otherSuppliers.values()].flat(), unlistedSystem.supplier].forEach(
	(name) => {
		if (!numbers.has(name)) numbers.set(name, companyNumber('559900', numbers.size + 1));
	}
);
companies.forEach((name, index) => numbers.set(name, companyNumber('559901', index + 1)));
soleTraders.forEach((trader) => numbers.set(trader.name, trader.number));

/** The number of a supplier, empty for the municipality's own nämnder and for an unnamed supplier. */
export function numberOf(supplier: string): string {
	return numbers.get(supplier) ?? '';
}
