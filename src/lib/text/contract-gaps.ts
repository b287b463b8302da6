// The words of the gaps between ledger and register: in files, and why each stands there.
import type { MoneyUnit } from '../domain/filters';
import type { ContractGap, GapKind } from '../domain/contract-gap';
import {
	capitalised,
	formatCounted,
	formatDayLong,
	formatMoneyWithUnit,
	formatOre,
	formatShare
} from './format';

/** `typ` in avtalsluckor.csv. */
export const gapFileWords: Readonly<Record<GapKind, string>> = {
	uncovered: 'kostnad_utan_avtal',
	'over-limit': 'over_direktupphandlingsgrans',
	unused: 'avtal_utan_kostnad',
	'expired-invoiced': 'utgatt_men_fakturerat',
	'ceiling-80': 'tak_80',
	'ceiling-100': 'tak_100'
};

export const withoutSupplier = 'Utan leverantör';

/** Who a gap is about: null for a contract whose register names nobody. */
export function gapSupplier({ supplier, supplierKey, contractId }: ContractGap): string | null {
	return supplier ?? supplierKey ?? (contractId === null ? withoutSupplier : null);
}

/** Why the gap is one, in a sentence with its figures. Amounts in kronor to the öre. */
export function gapReason(gap: ContractGap): string {
	const rows = formatCounted(gap.rows, 'rad', 'rader');
	const against = formatOre(gap.against ?? 0);
	const share = formatShare(gap.against ? gap.amount / gap.against : null);
	switch (gap.kind) {
		case 'uncovered':
			return `${rows} utan avtals-id och utan känt avtal hos leverantören den dagen`;
		case 'over-limit':
			return `${gap.costKind} ${gap.year} utan känt avtal, över gränsen för direktupphandling ${against}`;
		case 'unused':
			return 'Inget fakturerat på avtalet eller på avrop under det i de inlästa månaderna';
		case 'expired-invoiced':
			return `${rows} efter avtalets slut ${formatDayLong(gap.endDay ?? '')}, senast ${formatDayLong(gap.lastDay ?? '')}`;
		case 'ceiling-80':
			return `${share} av takvolymen ${against} är använd`;
		case 'ceiling-100':
			return `Takvolymen ${against} är använd (${share})`;
	}
}

/** Contracts bought alone beside a framework for the same class. They are no gaps: the ledger and the register agree. */
export const twinWords = {
	id: 'vid-sidan',
	name: 'Köp vid sidan av ramavtal',
	told: 'Avtal som gäller, köpta direkt eller med ett anbud, medan ett ramavtal i samma cpv-klass (fyra siffror) gällde. Avrop och förnyad konkurrensutsättning räknas inte.',
	caveat:
		'Ett ramavtal täcker sällan hela sin klass, och koden är någons val. Läs ramavtalet innan du drar en slutsats. Avtal och ramavtal utan klass i cpv-koden jämförs inte.',
	columns: { framework: 'Ramavtal då', bought: 'Köpt', cpvClass: 'Cpv-klass' },
	bought: { direct: 'direktupphandling', 'one-bid': 'ett anbud' },
	none: 'Inget sådant köp i registret.'
} as const;

/** "3 avtal köptes vid sidan av ett ramavtal, 1,2 mnkr fakturerat". @param invoiced öre */
export function twinTitle(count: number, invoiced: number, unit: MoneyUnit): string {
	return count
		? `${formatCounted(count, 'avtal', 'avtal')} köptes vid sidan av ett ramavtal, ${formatMoneyWithUnit(invoiced, unit)} fakturerat`
		: 'Inget avtal köptes vid sidan av ett ramavtal';
}

export const gapWords = {
	title: 'Luckor',
	open: 'Luckor mot huvudboken',
	export: 'Exportera CSV',
	loading: 'Avtalen jämförs med huvudboken',
	failed: 'Avtalen kunde inte jämföras med huvudboken',
	noContracts: 'Inga avtal är inlästa, så ingenting går att jämföra.',
	noLedger: 'Inga kostnader är inlästa, så ingen vet vad som är fakturerat.',
	caveat:
		'Ett avtalsregister är sällan fullständigt. En lucka är en fråga att ställa, inte ett fel som är funnet: avtalet kan finnas utan att stå i registret.',
	columns: {
		contract: 'Avtal',
		supplier: 'Leverantör',
		unit: 'Nämnd',
		costKind: 'Kostnadsslag',
		year: 'År',
		why: 'Varför'
	},
	showAll: (count: number) => `Visa alla ${count}`,
	showFewer: 'Visa färre',
	none: 'Ingen sådan lucka i det som är inläst.'
} as const;

/** The cards of the page, in its order: what they are about, and how it was counted. */
export const gapCards = [
	{
		id: 'utgangna',
		kinds: ['expired-invoiced'],
		name: 'Utgånget men fakturerat',
		told: 'Rader med avtalets id, bokförda efter sista avtalsdagen. Förlängningar som inte står i registret syns som luckor.'
	},
	{
		id: 'tak',
		kinds: ['ceiling-100', 'ceiling-80'],
		name: 'Takvolymer',
		told: 'Fakturerat på avtalet och på avrop under det sedan start, mot takvolymen. Ett ramavtal gäller inte över sin takvolym (HFD 2022 ref. 4).'
	},
	{
		id: 'grans',
		kinds: ['over-limit'],
		name: 'Över direktupphandlingsgränsen',
		told: 'Köp av en leverantör, av ett kostnadsslag och ett år, utan avtals-id och utan känt avtal. Interna rader och löner räknas inte. Lagen räknar per slag av köp: leverantörens summa är minst så mycket som slaget.'
	},
	{
		id: 'utan-avtal',
		kinds: ['uncovered'],
		name: 'Kostnad utan avtal',
		told: 'It-kostnad utan avtals-id och utan känt avtal hos leverantören den dagen, alla inlästa månader.'
	},
	{
		id: 'utan-kostnad',
		kinds: ['unused'],
		name: 'Avtal utan kostnad',
		told: 'Avtal som gällde i de inlästa månaderna utan en rad fakturerad, på avtalet eller på avrop under det. Fakturor utan avtals-id, eller hos nämnder som du inte ser, kan höra till dem.'
	}
] as const satisfies readonly { id: string; kinds: readonly GapKind[]; name: string; told: string }[];
export type GapCard = (typeof gapCards)[number];

const sumOf = (gaps: readonly ContractGap[]) => gaps.reduce((sum, { amount }) => sum + amount, 0);
const contractCount = (gaps: readonly ContractGap[]) => formatCounted(gaps.length, 'avtal', 'avtal');

/** The finding of a card: "3 avtal har gått ut men faktureras, 1,2 mnkr". */
export function gapTitle(card: GapCard, gaps: readonly ContractGap[], unit: MoneyUnit): string {
	const money = formatMoneyWithUnit(sumOf(gaps), unit);
	switch (card.id) {
		case 'utgangna':
			return gaps.length
				? `${contractCount(gaps)} har gått ut men faktureras, ${money}`
				: 'Inget utgånget avtal faktureras';
		case 'tak': {
			const reached = gaps.filter(({ kind }) => kind === 'ceiling-100').length;
			if (!gaps.length) return 'Ingen känd takvolym är nära';
			const near = gaps.length - reached;
			const parts = [
				reached
					? `${formatCounted(reached, 'takvolym', 'takvolymer')} är nådd${reached === 1 ? '' : 'a'}`
					: '',
				near ? `${near} är över 80 procent` : ''
			];
			return capitalised(parts.filter(Boolean).join(' och '));
		}
		case 'grans': {
			const suppliers = new Set(gaps.map(({ supplierKey }) => supplierKey)).size;
			return gaps.length
				? `${formatCounted(suppliers, 'leverantör', 'leverantörer')} har fått mer än gränsen utan känt avtal`
				: 'Ingen leverantör har fått mer än gränsen utan känt avtal';
		}
		case 'utan-avtal':
			return gaps.length ? `${money} saknar känt avtal` : 'All it-kostnad har ett känt avtal';
		case 'utan-kostnad':
			return gaps.length
				? `${contractCount(gaps)} har inte fakturerats`
				: 'Alla avtal som gällde har fakturerats';
	}
}

/** The page's answer, in a sentence or two. */
export function gapLead(gaps: readonly ContractGap[], unit: MoneyUnit): string {
	const of = (kind: GapKind) => gaps.filter((gap) => gap.kind === kind);
	const [late, reached, over] = [of('expired-invoiced'), of('ceiling-100'), of('over-limit')];
	const uncovered = sumOf(of('uncovered'));
	const first = uncovered
		? `${formatMoneyWithUnit(uncovered, unit)} it-kostnad saknar känt avtal.`
		: 'All it-kostnad har ett känt avtal.';
	const parts = [
		late.length ? `${contractCount(late)} faktureras efter sitt slut` : '',
		reached.length ? `${formatCounted(reached.length, 'takvolym är nådd', 'takvolymer är nådda')}` : '',
		over.length ? `${formatCounted(over.length, 'köp', 'köp')} ligger över direktupphandlingsgränsen` : ''
	].filter(Boolean);
	if (!parts.length) return first;
	const last = parts.pop() ?? '';
	return `${first} ${capitalised(parts.length ? `${parts.join(', ')} och ${last}` : last)}.`;
}
