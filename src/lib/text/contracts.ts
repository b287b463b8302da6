// The words of the contract list: steps, groups, filters and the sentences about one contract.
import { optionsLeft } from '../domain/contract-clock';
import type { ContractFacts, ContractStep, StepGroup, StepKind } from '../domain/contract-step';
import { daysBetween, type Day } from '../domain/day';
import type { MoneyUnit } from '../domain/filters';
import { unknownWord } from './common';
import {
	capitalised,
	formatCount,
	formatCounted,
	formatDay,
	formatDayLong,
	formatMoneyWithUnit,
	formatShare,
	numberWord
} from './format';

/** Up to this many days a decision is counted down. */
const countdownDays = 183;

/** A span of months as a phrase: "ett år", "två år", "18 månader". */
export function monthsAsWords(months: number): string {
	if (months === 12) return 'ett år';
	if (months > 0 && months % 12 === 0) return `${numberWord(months / 12)} år`;
	return months === 1 ? 'en månad' : `${numberWord(months, 'en')} månader`;
}

/** What a step is called where its contract is not known, as in the filter. */
export const stepNames: Readonly<Record<StepKind, string>> = {
	'ceiling-reached': 'Taket är nått',
	'give-notice': 'Säg upp eller förläng',
	extend: 'Förläng eller avsluta',
	procure: 'Starta upphandling',
	'ceiling-near': 'Nära taket',
	'open-ended': 'Löper tills vidare',
	renews: 'Förlängs av sig självt',
	ends: 'Slutar',
	expired: 'Utgånget',
	unknown: 'Slutdag saknas'
};

/** The step as it stands on a contract: "Förläng ett år". */
export function stepLabel(step: ContractStep, facts: ContractFacts): string {
	const months = facts.extensionMonths;
	if (step.kind === 'extend' && months) return `Förläng ${monthsAsWords(months)}`;
	if (step.kind === 'renews' && months) return `Förlängs ${monthsAsWords(months)}`;
	return stepNames[step.kind];
}

/** The line under the step: its day, or what there is instead. */
export function stepDayText(step: ContractStep, facts: ContractFacts, today: Day): string {
	const counted = (days: number) => (days === 0 ? 'i dag' : formatCounted(days, 'dag', 'dagar'));
	switch (step.kind) {
		case 'ceiling-reached':
		case 'ceiling-near':
			return `${formatShare(facts.ceilingShare, 0)} av takvolymen`;
		case 'open-ended':
			return facts.noticeMonths === null
				? 'uppsägningstid okänd'
				: `${monthsAsWords(facts.noticeMonths)} att säga upp`;
		case 'unknown':
			return 'komplettera avtalet';
		case 'renews':
			return `skulle sägas upp ${formatDay(facts.noticeDay)}`;
		case 'ends':
		case 'expired':
			return formatDay(step.day);
		default: {
			const days = step.day ? daysBetween(today, step.day) : null;
			return days !== null && days <= countdownDays
				? `${formatDay(step.day)}, ${counted(days)}`
				: formatDay(step.day);
		}
	}
}

/** Heading of a group. */
export function groupLabel(group: StepGroup, limit: Day): string {
	switch (group) {
		case 'ceiling':
			return 'Takvolymen är nådd';
		case 'decide-soon':
			return `Beslut före ${formatDayLong(limit)}`;
		case 'start-soon':
			return `Upphandling bör starta före ${formatDayLong(limit)}`;
		case 'later':
			return 'Beslut senare';
		case 'passed':
			return 'Sista dagen att besluta har passerat';
		case 'expired':
			return 'Utgånget';
		case 'unknown':
			return 'Uppgifter saknas';
	}
}

export interface ContractWork {
	inForce: number;
	decideSoon: number;
	ceilingReached: number;
	startPassed: number;
	startSoon: number;
	/** Without a known end, so that nobody can say when to decide. */
	unknown: number;
}

/** The page's answer: "Tre av 38 avtal behöver beslut före 31 mars, och ett har nått sitt tak. …" */
export function contractsLead(work: ContractWork, limit: Day): string {
	if (work.inForce === 0) return 'Inget avtal i urvalet gäller i dag.';
	const before = formatDayLong(limit, false);
	const first =
		work.inForce === 1
			? work.decideSoon
				? `Avtalet behöver beslut före ${before}`
				: `Avtalet behöver inget beslut före ${before}`
			: `${work.decideSoon ? capitalised(numberWord(work.decideSoon)) : 'Inget'} av ${work.inForce} avtal behöver beslut före ${before}`;
	const ceiling = work.ceilingReached
		? `, ${work.decideSoon ? 'och' : 'men'} ${numberWord(work.ceilingReached)} har nått ${work.ceilingReached === 1 ? 'sitt' : 'sina'} tak`
		: '';
	const passed = work.startPassed
		? ` ${capitalised(numberWord(work.startPassed))} har passerat sista trygga start av en upphandling.`
		: '';
	const unknown = work.unknown
		? ` ${capitalised(numberWord(work.unknown))} saknar slutdag, så ingen vet när ${work.unknown === 1 ? 'det' : 'de'} måste beslutas.`
		: '';
	return `${first}${ceiling}.${passed}${unknown}`;
}

const on = (day: Day | null) => formatDayLong(day);

/** What the step means for this contract, in one or two sentences. */
export function stepSentence(step: ContractStep, facts: ContractFacts): string {
	const { endDay, noticeDay, lastSafeStart, extensionMonths, ceilingShare } = facts;
	const again = extensionMonths ? monthsAsWords(extensionMonths) : 'enligt avtalet';
	const left = optionsLeft(facts);
	const started = step.startPassed ? ` Sista trygga start av en upphandling var ${on(lastSafeStart)}.` : '';
	switch (step.kind) {
		case 'give-notice':
			return facts.extensionKind === 'automatisk'
				? `Säger ingen upp avtalet senast ${on(step.day)} förlängs det ${again}.${started}`
				: `Avtalet slutar ${on(endDay)}. Sista dag att säga upp är ${on(step.day)}. Registret säger inte hur det förlängs.${started}`;
		case 'extend': {
			const options =
				left === null
					? 'Registret säger inte hur många optioner som är kvar.'
					: `${capitalised(numberWord(left, 'en'))} ${left === 1 ? 'option' : 'optioner'}${extensionMonths ? ` på ${monthsAsWords(extensionMonths)}` : ''} är kvar.`;
			return `Avtalet slutar ${on(endDay)} om ingen förlänger det senast ${on(step.day)}. ${options}${started}`;
		}
		case 'procure':
			return step.day === lastSafeStart
				? `En ny upphandling bör starta senast ${on(step.day)}. Då finns tolv månader till ${noticeDay ? 'sista dag att säga upp' : 'avtalets slut'}, ${on(noticeDay ?? endDay)}.`
				: `Avtalet slutar ${on(endDay)} och har ingen förlängning kvar. Besluta senast ${on(step.day)} vad som ska ersätta det.${started}`;
		case 'renews':
			return `Sista dag att säga upp var ${on(noticeDay)}. Avtalet förlängs ${again} efter ${on(endDay)}.`;
		case 'ends':
			return `Avtalet slutar ${on(endDay)}, och ingen dag att besluta återstår.${started}`;
		case 'ceiling-reached':
			return `${formatShare(ceilingShare, 0)} av takvolymen är använd. När taket är nått har ett ramavtal ingen verkan längre (HFD 2022 ref. 4).`;
		case 'ceiling-near':
			return `${formatShare(ceilingShare, 0)} av takvolymen är använd. När taket är nått har ett ramavtal ingen verkan längre (HFD 2022 ref. 4).`;
		case 'open-ended':
			return `Avtalet löper tills någon säger upp det. ${facts.noticeMonths === null ? 'Registret säger inte hur lång uppsägningstiden är.' : `Uppsägningstiden är ${monthsAsWords(facts.noticeMonths)}.`}`;
		case 'expired':
			return `Avtalet gick ut ${on(endDay)} enligt registret.`;
		case 'unknown':
			return 'Registret saknar slutdag. Därför går det inte att räkna fram när någon måste besluta.';
	}
}

type Known = string | number | null | undefined;

/** What the facts of a contract are read from, as contract-list has them. */
export interface RegisterRow {
	contract_id: string;
	registry_number: string | null;
	owner?: string | null;
	contract_type: string | null;
	procedure: string | null;
	bids: number | null;
	cpv: string | null;
	framework_ref: string | null;
	organisation_number: string | null;
	extension_call_months: number | null;
}

export interface Fact {
	label: string;
	/** Null is unknown. */
	value: string | null;
	/** The column that says it, where it is one that can be completed. */
	field?: string;
}

const fact = (label: string, value: Known, field?: string): Fact => ({
	label,
	value: value === null || value === undefined || value === '' ? null : String(value),
	...(field ? { field } : {})
});
const months = (count: number | null) => (count === null ? null : formatCounted(count, 'månad', 'månader'));

/** The last day to call an option, as it is named everywhere. */
export const optionCallWords = 'Sista dag att förlänga';

/** From when to when the contract runs, and the days that decide about it. */
export function termFacts(row: RegisterRow, facts: ContractFacts): Fact[] {
	const openEnded = facts.extensionKind === 'tillsvidare';
	return [
		fact('Start', facts.startDay, 'start_day'),
		fact('Slut', facts.endDay ?? (openEnded ? 'tills vidare' : null), 'end_day'),
		fact('Förlängning', facts.extensionKind, 'extension_kind'),
		...(openEnded || facts.extensionKind === 'ingen'
			? []
			: [
					fact('Varje förlängning', months(facts.extensionMonths), 'extension_months'),
					fact('Förlängningar nyttjade', facts.extensionsUsed, 'extensions_used'),
					fact('Förlängningar kvar', optionsLeft(facts)),
					...(facts.extensionKind === 'option'
						? [
								fact(
									'Förlängning meddelas före slut',
									months(row.extension_call_months),
									'extension_call_months'
								)
							]
						: []),
					...(facts.extensionKind === 'option' && optionsLeft(facts) !== 0
						? [fact(optionCallWords, facts.optionCallDay)]
						: []),
					fact('Senaste slut med alla förlängningar', facts.latestEnd)
				]),
		fact('Uppsägningstid', months(facts.noticeMonths), 'notice_months'),
		...(openEnded
			? []
			: [
					fact('Sista dag att säga upp', facts.noticeDay),
					fact('Sista trygga start av upphandling', facts.lastSafeStart)
				])
	];
}

/** How the contract is told from others, beside its name and its number. */
export function identityFacts(row: RegisterRow): Fact[] {
	return [
		fact('Diarienummer', row.registry_number, 'registry_number'),
		fact('Organisationsnummer', row.organisation_number, 'organisation_number'),
		fact('CPV', row.cpv, 'cpv')
	];
}

/** How it was bought. */
export function boughtFacts(row: RegisterRow): Fact[] {
	return [
		fact('Avtalstyp', row.contract_type, 'contract_type'),
		fact('Förfarande', row.procedure === 'okänt' ? null : row.procedure, 'procedure'),
		fact('Anbud', row.bids === null ? null : formatCount(row.bids), 'bids')
	];
}

/** How the contract came to be and who answers for it. */
export function originFacts(row: RegisterRow): Fact[] {
	return [
		fact('Avtalsnummer', row.contract_id),
		fact('Avtalsägare', row.owner, 'owner'),
		...identityFacts(row),
		...boughtFacts(row),
		...(row.framework_ref ? [fact('Avrop från ramavtal', row.framework_ref)] : [])
	];
}

/** The questions asked of each contract, by their column. */
export const answerQuestions = [
	{ name: 'exit_plan', label: 'Exitplan finns' },
	{ name: 'data_export', label: 'Data kan exporteras' },
	{ name: 'data_ownership', label: 'Kommunen äger data' },
	{ name: 'open_api', label: 'Öppet API' },
	{ name: 'open_source', label: 'Öppen källkod' },
	{ name: 'usage_data', label: 'Användardata lämnas ut' },
	{ name: 'divisible', label: 'Kan köpas i delar' },
	{ name: 'data_processor', label: 'Personuppgiftsbiträdesavtal' },
	{ name: 'user_involvement', label: 'Användarna var med från start' }
] as const;

/** "Visa 50 avtal till". @param step how many are shown at a time */
export function showMoreWords(left: number, step: number): string {
	return `Visa ${formatCount(Math.min(left, step))} avtal till`;
}

/** What a folded list holds back: "1 217 avtal visas inte, 3,2 mnkr om året". @param yearly öre; null without cost data */
export function restWords(
	{ count, yearly }: { count: number; yearly: number | null },
	unit: MoneyUnit
): string {
	const money = yearly === null ? '' : `, ${formatMoneyWithUnit(yearly, unit)} om året`;
	return `${formatCount(count)} avtal visas inte${money}.`;
}

/** Says which filter empties the list: "Utan filtret Nämnd finns 12 avtal." */
export function emptiedBy(filter: string, count: number): string {
	return `Utan ${filter} finns ${formatCount(count)} avtal.`;
}

export const contractsText = {
	title: 'Avtal',
	views: { timeline: 'Tidslinje', table: 'Tabell', label: 'Visa avtalen som' },
	columns: {
		contract: 'Avtal',
		supplier: 'Leverantör',
		unit: 'Nämnd',
		type: 'Avtalstyp',
		start: 'Start',
		end: 'Slut',
		latestEnd: 'Senaste slut',
		notice: 'Sista dag att säga upp',
		optionCall: optionCallWords,
		safeStart: 'Sista trygga upphandlingsstart',
		step: 'Nästa steg',
		stepDay: 'Senast',
		invoiced: 'Fakturerat',
		ceiling: 'Takvolym',
		ceilingUse: 'Uttag',
		bids: 'Anbud'
	},
	noContracts: {
		title: 'Inga avtal är inlästa än',
		canImport: 'Läs in avtalsregistret som en fil. Avtalsnamn, leverantör och startdag räcker för att börja.',
		cannotImport: 'Sidan fylls när en controller har läst in avtalsregistret.',
		importFile: 'Importera en fil'
	},
	error: {
		title: 'Avtalen kunde inte visas',
		message: 'Inget har ändrats i data. Försök igen.'
	},
	loading: 'Läser avtalen …',
	terms: 'Tider',
	origin: 'Upphandling och ansvar',
	unknown: unknownWord,
	endUnknown: 'Slutdag saknas i registret',
	assumed: 'antagen',
	partlyAssumed: 'delvis antagen',
	onCalledOff: 'på avrop',
	assumedNote:
		'Antagen: raden saknar avtalsnummer, men leverantören hade bara ett avtal som gällde den dagen.',
	seeRows: 'Se raderna',
	seeAlso: 'Se även',
	gap: 'It-kostnad utan känt avtal',
	empty: {
		title: 'Inga avtal passar filtret',
		several: 'Flera filter tömmer listan tillsammans.',
		remove: 'Ta bort',
		clear: 'Rensa alla filter',
		names: {
			search: 'sökningen',
			units: 'filtret Nämnd',
			types: 'filtret Avtalstyp',
			steps: 'filtret Nästa steg',
			statuses: 'filtret Status',
			suppliers: 'filtret Leverantör',
			owners: 'filtret Avtalsägare',
			values: 'filtret Värde',
			missing: 'filtret Uppgifter saknas',
			inForce: 'filtret Gäller i dag'
		}
	}
} as const;
