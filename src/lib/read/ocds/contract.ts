// One contracting process → its contracts as cells of the table avtal. What the table cannot hold is a remark.
import { addMonths, dayParts, parseIsoDay, type Day } from '$lib/domain/day';
import { readIdentity } from '$lib/domain/organisation-number';
import { LongNumber, type JsonObject, type JsonValue } from '../json/parse';
import { at, objectsAt, textAt } from './merge';
import type { Cell, RecordRemark } from '../record';

/** Canonical Swedish headers, in the order of the cells. */
export const contractHeaders = [
	'avtals_id',
	'diarienummer',
	'benamning',
	'leverantor',
	'organisationsnummer',
	'namnd',
	'avtalstyp',
	'upphandlingsforfarande',
	'antal_anbud',
	'cpv',
	'avtalsstart',
	'avtalsslut',
	'forlangningssatt',
	'forlangning_antal',
	'forlangning_manader',
	'forlangning_nyttjad',
	'avtalsvarde'
] as const;

export interface ContractRow {
	cells: Cell[];
	remarks: RecordRemark[];
}

/** What of a process becomes no row, and why. */
export interface ContractRows {
	rows: ContractRow[];
	/** Awards that were cancelled, lost or not yet decided. */
	undecided: number;
	/** Contracts that were cancelled. */
	cancelled: number;
}

const incomplete = (reason: string): RecordRemark => ({ kind: 'ofullstandig_uppgift', reason });

/** The contracts of one process in its latest state; an award without a contract is a row too. */
export function contractRows(state: JsonObject): ContractRows {
	const awards = objectsAt(state, 'awards');
	const contracts = objectsAt(state, 'contracts');
	const live = contracts.filter((contract) => textAt(contract, 'status') !== 'cancelled');
	const rows = live.map((contract) => {
		const award = awards.find((one) => textAt(one, 'id') === textAt(contract, 'awardID'));
		const sharing = contracts.filter((one) => textAt(one, 'awardID') === textAt(contract, 'awardID'));
		return rowOf(state, contract, award, sharing.length);
	});
	const withContract = new Set(contracts.map((contract) => textAt(contract, 'awardID')));
	const alone = awards.filter((award) => !withContract.has(textAt(award, 'id')));
	const decided = alone.filter((award) => ['active', ''].includes(textAt(award, 'status')));
	for (const award of decided) rows.push(rowOf(state, null, award, 1));
	return { rows, undecided: alone.length - decided.length, cancelled: contracts.length - live.length };
}

function rowOf(
	state: JsonObject,
	contract: JsonObject | null,
	award: JsonObject | undefined,
	sharing: number
): ContractRow {
	const remarks: RecordRemark[] = [];
	const ocid = textAt(state, 'ocid');
	const own = contract ?? award;
	const id = textAt(own, 'id');
	if (contract && textAt(contract, 'status') === 'pending') {
		remarks.push(incomplete('Avtalet är ännu inte undertecknat enligt filen.'));
	}
	const suppliers = suppliersOf(state, contract, award);
	const period =
		at(contract ?? undefined, 'period') ??
		at(award, 'contractPeriod') ??
		at(state, 'tender', 'contractPeriod');
	const cells: Record<(typeof contractHeaders)[number], Cell> = {
		// Ids are unique only inside a process; an award is no contract, so it never takes a contract's id.
		avtals_id: contract ? (id.startsWith(ocid) ? id : `${ocid}/${id}`) : `${ocid}/tilldelning/${id}`,
		diarienummer: textAt(state, 'tender', 'id') || ocid,
		benamning:
			textAt(contract ?? undefined, 'title') || textAt(award, 'title') || textAt(state, 'tender', 'title'),
		leverantor: suppliers
			.map((supplier) => supplier.name)
			.filter(Boolean)
			.join(' | '),
		organisationsnummer: suppliers
			.map((supplier) => supplier.number)
			.filter(Boolean)
			.join('|'),
		namnd: nameOf(state, at(state, 'buyer')) || nameOf(state, at(state, 'tender', 'procuringEntity')),
		avtalstyp: textAt(state, 'tender', 'techniques', 'hasFrameworkAgreement') === 'ja' ? 'ramavtal' : '',
		upphandlingsforfarande: procedureOf(state),
		antal_anbud: bidsOf(state, award, remarks),
		cpv: cpvOf([contract ?? undefined, award, at(state, 'tender')]),
		...periodCells(period, remarks),
		avtalsvarde: valueOf(contract, award, sharing, remarks)
	};
	return { cells: contractHeaders.map((header) => cells[header]), remarks: onePerKind(remarks) };
}

/** A row is flagged once for each kind, so what is said of one kind is said together. */
function onePerKind(remarks: readonly RecordRemark[]): RecordRemark[] {
	const kinds = new Map<RecordRemark['kind'], string[]>();
	for (const { kind, reason } of remarks) kinds.set(kind, [...(kinds.get(kind) ?? []), reason]);
	return [...kinds].map(([kind, reasons]) => ({ kind, reason: reasons.join(' ') }));
}

/** An organisation as it is described among the parties of 1.1, or where it is named as in 1.0. */
function partyOf(state: JsonObject, reference: JsonValue | undefined): (JsonValue | undefined)[] {
	const id = textAt(reference, 'id');
	const party = id ? objectsAt(state, 'parties').find((one) => textAt(one, 'id') === id) : undefined;
	return [party, reference];
}

function nameOf(state: JsonObject, reference: JsonValue | undefined): string {
	const [party, named] = partyOf(state, reference);
	return textAt(named, 'name') || textAt(party, 'name');
}

function suppliersOf(
	state: JsonObject,
	contract: JsonObject | null,
	award: JsonObject | undefined
): { name: string; number: string }[] {
	// Contracts name suppliers of their own only in the standard's later versions.
	const own = objectsAt(contract ?? undefined, 'suppliers');
	const references = own.length ? own : objectsAt(award, 'suppliers');
	return references.map((reference) => ({
		name: nameOf(state, reference),
		number: numberOf(state, reference)
	}));
}

/** The Swedish number of an organisation where it has one, else the scheme and id of another register. */
function numberOf(state: JsonObject, reference: JsonValue): string {
	const identifiers = partyOf(state, reference)
		.flatMap((party) => [at(party, 'identifier'), ...objectsAt(party, 'additionalIdentifiers')])
		.map((identifier) => ({
			scheme: textAt(identifier, 'scheme'),
			id: withoutNoise(textAt(identifier, 'id'))
		}))
		.filter(({ id }) => id !== '');
	const swedish = identifiers.find(
		({ scheme, id }) =>
			/^(?:SE\b|$)/.test(scheme) && ['organisation', 'person'].includes(readIdentity(id).kind)
	);
	if (swedish) return swedish.id;
	const [first] = identifiers;
	return first ? [first.scheme, first.id].filter(Boolean).join('-') : '';
}

/** Files that have been through a spreadsheet write 45233130.0 for a code. */
function withoutNoise(code: string): string {
	return /^\d+\.0$/.test(code) ? code.slice(0, -2) : code;
}

const procedureWords: readonly [RegExp, string][] = [
	[/förnyad konkurrensutsättning|\bfku\b/i, 'FKU'],
	[/direktupphandling/i, 'direktupphandling'],
	[/förhandlat/i, 'förhandlat'],
	[/förenklat/i, 'förenklat'],
	[/selektivt/i, 'selektivt'],
	[/öppet/i, 'öppet']
];

/** The Swedish name where the details say it. `limited` may be several Swedish procedures, so it is okänt. */
function procedureOf(state: JsonObject): string {
	const details = textAt(state, 'tender', 'procurementMethodDetails');
	const said = procedureWords.find(([words]) => words.test(details));
	if (said) return said[1];
	const method = textAt(state, 'tender', 'procurementMethod');
	const known: Readonly<Record<string, string>> = {
		open: 'öppet',
		selective: 'selektivt',
		limited: 'okänt',
		direct: 'direktupphandling'
	};
	return known[method] ?? (method ? 'okänt' : '');
}

/** Bids on this award; what is known only of a procurement in several lots says nothing about one of them. */
function bidsOf(state: JsonObject, award: JsonObject | undefined, remarks: RecordRemark[]): Cell {
	const lots = objectsAt(state, 'tender', 'lots').length;
	const ownLots = at(award, 'relatedLots');
	const statistics = objectsAt(state, 'bids', 'statistics').filter((one) =>
		['bids', 'validBids'].includes(textAt(one, 'measure'))
	);
	const ofLot = statistics.filter(
		(one) => Array.isArray(ownLots) && ownLots.length === 1 && textAt(one, 'relatedLot') === ownLots[0]
	);
	const ofAll = statistics.filter((one) => textAt(one, 'relatedLot') === '');
	const several = lots > 1 || objectsAt(state, 'awards').length > 1;
	const best = ofLot[0] ?? (several ? undefined : (ofAll[0] ?? undefined));
	if (best) return textAt(best, 'value');
	const tenderers = textAt(state, 'tender', 'numberOfTenderers');
	const details = objectsAt(state, 'bids', 'details').filter(
		(bid) => !['invited', 'withdrawn'].includes(textAt(bid, 'status'))
	);
	const whole = tenderers || (details.length ? String(details.length) : '');
	if (!several || !whole) return whole;
	remarks.push(
		incomplete(
			`Upphandlingen har flera delar och ${whole} anbud sammanlagt. Antalet anbud på just detta avtal är inte angivet och lämnas tomt.`
		)
	);
	return '';
}

/** The first CPV code of the nearest description. */
function cpvOf(places: readonly (JsonValue | undefined)[]): string {
	for (const place of places) {
		const classifications = [
			...objectsAt(place, 'items').map((item) => at(item, 'classification')),
			at(place, 'classification')
		];
		const found = classifications.find((one) => /^CPV$/i.test(textAt(one, 'scheme')) && textAt(one, 'id'));
		if (found) return withoutNoise(textAt(found, 'id'));
	}
	return '';
}

/** The calendar day as it is written, whatever the clock and time zone after it. */
function dayAt(period: JsonValue | undefined, name: string): Day | '' {
	return parseIsoDay(textAt(period, name).slice(0, 10)) ?? '';
}

function periodCells(period: JsonValue | undefined, remarks: RecordRemark[]) {
	const start = dayAt(period, 'startDate');
	const end = dayAt(period, 'endDate');
	const longest = dayAt(period, 'maxExtentDate');
	const length = textAt(period, 'durationInDays');
	if (!end && length) {
		remarks.push(
			incomplete(
				`Filen anger inget slutdatum, bara att avtalet gäller ${length} dagar. avtalsslut lämnas tomt.`
			)
		);
	}
	const months = end && longest && longest > end ? wholeMonths(end, longest) : null;
	if (longest && longest !== end && months === null) {
		remarks.push(
			incomplete(
				`Filen säger att avtalet kan gälla längst till ${longest}. Det är inget helt antal månader efter avtalsslut, så förlängningen är inte inläst.`
			)
		);
	}
	return {
		avtalsstart: start,
		avtalsslut: end,
		forlangningssatt: months ? 'option' : '',
		forlangning_antal: months ? 1 : '',
		forlangning_manader: months ?? '',
		forlangning_nyttjad: months ? 0 : ''
	};
}

/** The months from a day to a later one that adding months reaches exactly; null when none do. */
function wholeMonths(from: Day, to: Day): number | null {
	const [first, last] = [dayParts(from), dayParts(to)];
	const months = (last.year - first.year) * 12 + last.month - first.month;
	if (months < 1 || months > 600) return null;
	return addMonths(from, months) === to ? months : null;
}

/** The value in SEK. Other currencies, and an award's value that several contracts share, are told and left empty. */
function valueOf(
	contract: JsonObject | null,
	award: JsonObject | undefined,
	sharing: number,
	remarks: RecordRemark[]
): Cell {
	const own = at(contract ?? undefined, 'value');
	const value = at(own, 'amount') === undefined ? at(award, 'value') : own;
	const amount = at(value, 'amount');
	if (typeof amount !== 'number' && !(amount instanceof LongNumber) && typeof amount !== 'string') return '';
	const written =
		typeof amount === 'number'
			? amount.toLocaleString('sv-SE', { maximumFractionDigits: 9 })
			: textAt(value, 'amount');
	const currency = textAt(value, 'currency').toUpperCase();
	if (currency !== 'SEK') {
		remarks.push({
			kind: 'annan_valuta',
			reason: currency
				? `Avtalsvärdet är ${written} ${currency}. avtalsvarde är i SEK och lämnas tomt.`
				: `Avtalsvärdet är ${written} utan angiven valuta. avtalsvarde är i SEK och lämnas tomt.`
		});
		return '';
	}
	if (value !== own && contract && sharing > 1) {
		remarks.push(
			incomplete(
				`Tilldelningens värde ${written} SEK gäller ${sharing} avtal tillsammans. avtalsvarde lämnas tomt på vart och ett.`
			)
		);
		return '';
	}
	return typeof amount === 'number' ? amount : textAt(value, 'amount');
}
