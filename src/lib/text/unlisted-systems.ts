// The words of Olistade system: what is paid for that no list of systems names.
import type { MoneyUnit } from '../domain/filters';
import type { Period } from '../domain/period';
import type { Likeness, UnlistedCandidate } from '../domain/unlisted-system';
import { formatCounted, formatMoneyWithUnit, formatPeriod, listed } from './format';

export const unlistedWords = {
	title: 'Olistade system',
	question: 'Vad betalar vi för som ingen lista nämner?',
	failed: 'De olistade systemen kunde inte tas fram',
	loading: 'Letar i huvudboken …',
	noLedger: 'Inga kostnader är inlästa än',
	none: 'Inget i huvudboken ser ut som ett system som saknas i listan.',
	caveat:
		'En leverantör utan känt system är ett skäl att fråga, inget svar. Räknat är kostnadsslagen Licens/SaaS, Systemunderhåll, Drift och Moln, utan interna rader.',
	table: 'Leverantörer utan känt system',
	subtitle: (period: Period) =>
		`It-kostnad på rader som inte hör till något system, ${formatPeriod(period)}.`,
	unlisted: 'Ser ut som system som saknas i listan',
	known: 'Hör kanske till ett system i listan',
	dismissed: 'Avfärdade',
	columns: {
		supplier: 'Leverantör',
		guess: 'Kan heta',
		costKind: 'Kostnadsslag',
		units: 'Nämnd',
		months: 'Månader',
		why: 'Varför',
		add: 'Gör',
		flag: 'Avfärda'
	},
	add: 'Lägg till',
	addNamed: (name: string) => `Lägg till ${name} som system`,
	accounts: 'Konto'
} as const;

export const supplierOf = ({ supplier, supplier_key }: UnlistedCandidate): string => supplier ?? supplier_key;

/** How often the cost comes, against all months of the period. */
export const regularity = ({ months, months_before }: UnlistedCandidate, all: number): string =>
	`${months} av ${all}${months_before > 0 ? ', även året före' : ''}`;

const reasons: Readonly<Record<Likeness, (systems: string) => string>> = {
	unlisted: () => 'Ingen lista nämner leverantören.',
	text: (systems) => `Hör kanske till ${systems}: texten nämner det.`,
	supplier: (systems) => `Hör kanske till ${systems}, som har samma leverantör.`,
	several: (systems) => `Leverantören har flera system i listan: ${systems}.`
};

export function unlistedReason({ likeness, systems, returns }: UnlistedCandidate): string {
	const names = systems.slice(0, 3).map(({ name }) => name);
	const more = systems.length > 3 ? [`${systems.length - 3} till`] : [];
	const told = reasons[likeness](listed([...names, ...more]));
	return likeness === 'unlisted' && returns ? `${told} Kostnaden kommer tillbaka.` : told;
}

/** "2 leverantörer har fått 0,2 mnkr för något som ingen lista nämner. Därtill hör 4,1 mnkr kanske till system i listan." */
export function unlistedLead(candidates: readonly UnlistedCandidate[], unit: MoneyUnit): string {
	const ore = (of: readonly UnlistedCandidate[]) => of.reduce((sum, { amount }) => sum + amount, 0);
	const unlisted = candidates.filter(({ likeness }) => likeness === 'unlisted');
	const known = candidates.filter(({ likeness }) => likeness !== 'unlisted');
	if (!candidates.length) return unlistedWords.none;
	const suppliers = new Set(unlisted.map(({ supplier_key }) => supplier_key)).size;
	const small = (amount: number) =>
		formatMoneyWithUnit(amount, unit === 'mnkr' && Math.abs(amount) < 100_000_000 ? 'tkr' : unit);
	const first = unlisted.length
		? `${formatCounted(suppliers, 'leverantör', 'leverantörer')} har fått ${small(ore(unlisted))} för något som liknar system, utan att någon lista nämner det.`
		: unlistedWords.none;
	if (!known.length) return first;
	const rest = `${small(ore(known))} kanske till system i listan.`;
	return unlisted.length ? `${first} Därtill hör ${rest}` : `${first} Av det som saknar system hör ${rest}`;
}
