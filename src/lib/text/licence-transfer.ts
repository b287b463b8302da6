// The words of what moves between nämnder when licences are paid centrally.
import type { TransferKey } from '../domain/licence-transfer';
import type { MoneyUnit } from '../domain/filters';
import { formatCount, formatMoneyWithUnit } from './format';

export const transferText = {
	failed: 'Flytten kunde inte räknas fram',
	owner: 'Central ägare',
	key: 'Kommunbidraget flyttas efter',
	keys: {
		licences: 'antal licenser',
		employees: 'anställda',
		grant: 'lika andel av kommunbidraget'
	} satisfies Record<TransferKey, string>,
	cost: 'Kostnad i dag',
	costs: { licensuppgifter: 'köpta gånger pris, ett år', huvudbok: 'huvudboken, tolv månader' },
	chart: 'Vad varje nämnd vinner eller förlorar mot i dag',
	chartTold: 'Kostnad i dag minus kommunbidrag som flyttas. Plus är att nämnden vinner. Summan är noll.',
	table: 'Per nämnd',
	costToday: 'Kostnad i dag',
	grantChange: 'Kommunbidrag',
	costChange: 'Licenskostnad',
	moves: 'Flyttas om licenserna samlas',
	result: 'Vinner eller förlorar',
	byUse: 'Efter användning',
	againstUse: 'Flytten mot användningen',
	use: 'Om kostnaden följde användningen',
	ways: 'Behålla, flytta efter nyckel eller undanta licenserna',
	waysTold:
		'Fel nämnd: så många kronor som hamnar hos en annan nämnd än den som har kostnaden i dag. Behålls licenserna, eller undantas de från en automatisk överföring, flyttas inget.',
	way: 'Sätt',
	kept: 'Behålls: varje nämnd betalar sina egna',
	excluded: 'Automatisk överföring med licenserna undantagna',
	automatic: 'Automatisk överföring efter andel av kommunbidraget',
	centralised: (key: string): string => `Samlas, flytt efter ${key}`,
	movedSum: 'Flyttas',
	misplaced: 'Hos fel nämnd',
	mostWin: 'Vinner mest',
	mostLose: 'Förlorar mest',
	noKey: 'Ingen nämnd har uppgift om det som kommunbidraget ska flyttas efter.',
	scoped: 'Du ser bara några nämnder. En flytt mellan nämnder går bara att räkna på hela kommunen.',
	ledgerOnly:
		'Huvudboken vet inte vilken produkt en rad gäller, så valet av produkt eller leverantör gäller bara licensuppgifterna.',
	useTold:
		'Användning: tilldelade eller aktiva, det större, högst det som är köpt, gånger pris. Bara rader med känd användning.',
	centralNote: 'Den centrala ägaren betalar allas licenser och får deras kommunbidrag.',
	outside: (names: string): string =>
		`Utanför flytten, eftersom uppgiften saknas: ${names}. De fortsätter betala sina egna.`,
	withoutPrice: (count: number): string =>
		`${formatCount(count)} köpta licenser saknar pris och är inte med.`,
	nobody: '·'
} as const;

export const transferAddresses: Readonly<Record<TransferKey, string>> = {
	licences: 'licenser',
	employees: 'anstallda',
	grant: 'kommunbidrag'
};

export interface TransferFacts {
	owner: string;
	key: TransferKey;
	/** Öre that other nämnder give up. */
	moved: number;
	misplaced: number;
	winners: number;
	losers: number;
	unit: MoneyUnit;
}

export function transferLead({ owner, key, moved, misplaced, winners, losers, unit }: TransferFacts): string {
	const nämnder = (count: number) => `${formatCount(count)} ${count === 1 ? 'nämnd' : 'nämnder'}`;
	return `Samlas licenserna hos ${owner} flyttas ${formatMoneyWithUnit(moved, unit)} i kommunbidrag efter ${transferText.keys[key]}. ${nämnder(winners)} vinner och ${nämnder(losers)} förlorar, och ${formatMoneyWithUnit(misplaced, unit)} hamnar hos en annan nämnd än den som har kostnaden.`;
}
