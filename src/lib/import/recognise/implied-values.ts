// Values for a whole file that its headers or its name imply. Each is shown with where it comes from, and a person may say
// otherwise: nothing here is taken in silence.
import { tables, type TableKind } from '$lib/domain/columns';
import { budgetVersions } from '$lib/domain/columns/budget';
import { currencyInHeader } from './currency';
import { normaliseHeader, yearIn } from './header';
import type { Recognition } from './recognise';

export interface ImpliedValue {
	/** Canonical Swedish header. */
	header: string;
	value: string;
	/** A Swedish clause: `rubriken budget_2025_tkr säger det`. */
	evidence: string;
}

/** What a table implies about fields that none of its columns holds. */
export function impliedValues({ kind, headers, mapping, profile }: Recognition, fileName: string) {
	const implied: ImpliedValue[] = Object.entries(profile?.values ?? {}).map(([header, value]) => ({
		header,
		value,
		evidence: profile?.evidence ?? ''
	}));
	if (kind === 'budget') {
		const amountHeader = headers[mapping['amount'] ?? -1] ?? '';
		implied.push(...budgetYear(amountHeader, fileName), ...budgetVersion(amountHeader, fileName));
		implied.push(...unitInName(fileName));
	}
	const amountHeader = headers[mapping['amount'] ?? -1] ?? '';
	const currency = kind === 'cost' ? currencyInHeader(amountHeader) : null;
	if (currency && currency !== 'SEK') {
		implied.push({ header: 'valuta', value: currency, evidence: `rubriken ${amountHeader} säger det` });
	}
	return implied.filter(({ header }) => !holds(kind, mapping, header));
}

function holds(kind: TableKind, mapping: Recognition['mapping'], header: string): boolean {
	const field = tables[kind].fields.find((candidate) => candidate.header === header);
	return field === undefined || field.name in mapping;
}

function budgetYear(header: string, fileName: string): ImpliedValue[] {
	const inHeader = yearIn(header);
	if (inHeader) return [{ header: 'ar', value: String(inHeader), evidence: `rubriken ${header} säger det` }];
	const inName = yearIn(fileName);
	return inName ? [{ header: 'ar', value: String(inName), evidence: `filnamnet ${fileName} säger det` }] : [];
}

/** Words that name a version; `budget` alone does not say whose. */
const versionWords: readonly [RegExp, (typeof budgetVersions)[number]][] = [
	[/\b(?:kf ?budget|fullmaktiges? budget|budget kf)\b/, 'KF-budget'],
	[/\btillaggsbudget\b/, 'tilläggsbudget'],
	[/\b(?:namndbudget|namndens budget|internbudget)\b/, 'nämndbudget'],
	[/\bt1\b.*\bprognos|\bprognos\w*\b.*\bt1\b/, 'T1-prognos'],
	[/\bt2\b.*\bprognos|\bprognos\w*\b.*\bt2\b/, 'T2-prognos'],
	[/^plan\b/, 'plan']
];

function budgetVersion(header: string, fileName: string): ImpliedValue[] {
	for (const [text, what] of [
		[header, 'rubriken'],
		[fileName, 'filnamnet']
	] as const) {
		const words = normaliseHeader(text);
		const found = versionWords.find(([pattern]) => pattern.test(words));
		if (found) return [{ header: 'version', value: found[1], evidence: `${what} ${text} säger det` }];
	}
	return [
		{ header: 'version', value: 'Okänt', evidence: 'varken kolumn, rubrik eller filnamn säger version' }
	];
}

/** `Kulturnämnden budget 2026.csv`: one whole word that ends as the name of a nämnd does. */
function unitInName(fileName: string): ImpliedValue[] {
	const words = fileName.normalize('NFC').match(/\p{L}+(?:nämnden|nämnd|styrelsen|förvaltningen)\b/giu) ?? [];
	const [only] = words;
	return only && words.length === 1
		? [{ header: 'namnd', value: only, evidence: `filnamnet ${fileName} säger det` }]
		: [];
}
