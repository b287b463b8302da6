// The words of Fråga ägaren: what is asked about systems, of whom, and how it is sent.
import { completableField } from '../domain/completion';
import type { MoneyUnit } from '../domain/filters';
import type {
	AskedField,
	AskedSystem,
	FieldGap,
	Owner,
	OwnerQuestions,
	OwnerRole,
	WorkList
} from '../domain/owner-questions';
import type { Period } from '../domain/period';
import { completedSystemFieldName } from './completed-systems';
import { formatCounted, formatMoneyWithUnit, formatPeriod, formatShare } from './format';

/** A question in a sentence that somebody who does not know the register can answer. */
const questions: Readonly<Record<AskedField, string>> = {
	unit: 'Vilken nämnd äger systemet?',
	system_owner: 'Vem är systemägare? Skriv en roll hellre än ett namn.',
	information_owner: 'Vem är informationsägare, alltså svarar för uppgifterna i systemet?',
	maintenance_lead: 'Vem sköter systemet till vardags (förvaltningsansvarig)?',
	supplier: 'Vilket företag levererar systemet?',
	contract_ids: 'Vilket eller vilka avtal köps systemet på? Skriv avtalsnummer.',
	capabilities: 'Vad används systemet till? Skriv förmågor eller deras nummer.',
	used_by: 'Vilka nämnder använder systemet?',
	users: 'Hur många använder systemet?',
	life_cycle: 'Var i sin livscykel är systemet?',
	operating_form: 'Hur körs systemet?',
	criticality: 'Hur kritiskt är systemet för verksamheten?',
	data_export: 'Går det att få ut alla uppgifter ur systemet i ett öppet format?',
	integrations: 'Hur många andra system utbyter systemet uppgifter med?'
};

export const ownerQuestion = (field: AskedField): string => questions[field];

const listed: readonly AskedField[] = ['contract_ids', 'capabilities', 'used_by'];

/** The answers to choose among; null where the answer is written. */
export function answerChoices(field: AskedField): readonly string[] | null {
	const spec = completableField(field, 'system');
	if (spec?.type === 'yes_no') return ['ja', 'nej'];
	return spec?.choices?.filter((choice) => choice !== 'okänt') ?? null;
}

/** How an answer is written, for the file and beside the line on paper: "ja | nej", "ett heltal". */
export function answerForm(field: AskedField): string {
	const choices = answerChoices(field);
	if (choices) return choices.join(' | ');
	if (completableField(field, 'system')?.type === 'integer') return 'ett heltal';
	return listed.includes(field) ? 'text, flera skiljs med |' : 'text';
}

export const fieldName = (field: AskedField): string => completedSystemFieldName(field);

const roles: Readonly<Record<OwnerRole, string>> = {
	system_owner: 'Systemägare',
	maintenance_lead: 'Förvaltningsansvarig',
	unit: 'Nämnd',
	none: 'Ingen känd'
};
export const roleName = (role: OwnerRole): string => roles[role];

export const ownerName = ({ name, unit }: Owner): string => name ?? unit ?? 'Ingen känd ägare';

/** "It-chef, Servicenämnden". */
export const ownerTitle = ({ name, unit }: Owner): string =>
	[name, unit].filter(Boolean).join(', ') || 'Ingen känd ägare';

const money = (ore: number, unit: MoneyUnit) => formatMoneyWithUnit(ore, unit);

export const ownerQuestionWords = {
	title: 'Fråga ägaren',
	question: 'Vilka svar skulle förklara flest kronor?',
	failed: 'Frågorna kunde inte tas fram',
	loading: 'Tar fram vad som saknas …',
	noSystems: 'Ingen systemlista är inläst än',
	noSystemsAdvice: 'Läs in en lista med systemens namn. Resten kan fyllas i här, svar för svar.',
	nothing: 'Inget saknas i systemlistan du ser.',
	owners: 'Vem som kan svara',
	ownersSubtitle: (period: Period) =>
		`Bokfört på systemen ${formatPeriod(period)}. Ett systems kronor räknas en gång, hur många svar det än saknar.`,
	fields: 'Vad som saknas',
	fieldsSubtitle: 'Kronor på system som saknar svaret. Välj en uppgift för att bara fråga om den.',
	columns: {
		owner: 'Ägare',
		unit: 'Nämnd',
		role: 'Frågas som',
		systems: 'System',
		answers: 'Svar som saknas',
		field: 'Uppgift',
		system: 'System',
		missing: 'Saknas',
		known: 'Kronor med svar'
	},
	allOwners: 'Alla ägare',
	everything: 'Alla uppgifter',
	onlyField: (field: AskedField) => `Bara frågan om ${fieldName(field).toLocaleLowerCase('sv')}`,
	ask: 'Visa frågorna',
	print: 'Skriv ut frågorna',
	printAll: 'Skriv ut alla',
	mail: 'Skriv mejl',
	copy: 'Kopiera texten',
	copied: 'Texten är kopierad.',
	copyFailed: 'Texten kunde inte kopieras. Skriv ut frågorna i stället.',
	csv: 'Frågorna som CSV',
	howBack: 'Fyll i kolumnen svar i filen och läs in den längst ned på sidan.',
	ended: (count: number) =>
		`${formatCounted(count, 'avvecklat system', 'avvecklade system')} frågas det inte om.`,
	period: (period: Period) => formatPeriod(period),
	paperBack: 'Till Fråga ägaren',
	paperLead: (owners: number) =>
		`${formatCounted(owners, 'frågeblad', 'frågeblad')} på stående A4, ett för varje ägare.`,
	noPaper: 'Det finns inga frågor till den som valdes.',
	paperIntro:
		'Kommunen går igenom sina it-system. Uppgifterna här under saknas i systemlistan. Svara på det du vet, lämna resten tomt och skriv var svaret står, till exempel ett avtal eller ett möte.',
	paperAnswer: 'Svar',
	paperSource: 'Källa och datum',
	paperWho: 'Ifyllt av',
	paperDay: 'Datum',
	notNames: 'Skriv inga personnummer.'
} as const;

/** "Skolchef, Utbildningsnämnden kan svara på flest kronor: 4 system för 12,1 mnkr." */
export function workListLead(list: WorkList, unit: MoneyUnit): string {
	const share = list.askedOre > 0 ? ` (${formatShare(list.lackingOre / list.askedOre)})` : '';
	const all = `${formatCounted(list.lacking, 'system', 'system')} av ${list.asked} saknar svar. De kostar ${money(list.lackingOre, unit)}${share}.`;
	const [first] = list.owners;
	if (!first || first.ore <= 0) return all;
	const who =
		first.owner.role === 'none'
			? 'Flest kronor ligger på system som ingen är känd för'
			: `Flest kronor kan ${ownerTitle(first.owner)} förklara`;
	return `${all} ${who}: ${money(first.ore, unit)}.`;
}

/** "3 system, 14 svar, 2,1 mnkr". */
export const ownerFinding = ({ systems, answers, ore }: OwnerQuestions, unit: MoneyUnit): string =>
	`${formatCounted(answers, 'svar', 'svar')} om ${formatCounted(systems.length, 'system', 'system')} saknas. Systemen kostar ${money(ore, unit)}.`;

/** Systems without a row are told so, since 0 kr would look known to be free. */
export const noCost = 'inget bokfört';

export const knownShare = ({ ore }: FieldGap, askedOre: number): string =>
	formatShare(askedOre > 0 ? 1 - ore / askedOre : null);

const longestMail = 1600;
const cutWords =
	'(Brevet blev för långt. Resten av frågorna finns i filen eller på frågebladet som skickas med.)';

/** A letter with the questions, a line each. */
export function letterOf(
	{ owner, systems }: OwnerQuestions,
	municipality: string
): { subject: string; body: string } {
	const about = systems.map(({ systemId, name, missing }: AskedSystem) =>
		[
			`${name} (${systemId})`,
			...missing.map((field) => `- ${questions[field]}${choicesInWords(field)}`)
		].join('\n')
	);
	return {
		subject: `Frågor om ${formatCounted(systems.length, 'it-system', 'it-system')}, ${municipality}`,
		body: [
			`Hej ${owner.name ?? ''}`.trim() + '!',
			'Vi går igenom kommunens it-system. De här uppgifterna saknas i systemlistan. Svara på det du vet, och skriv gärna var svaret står.',
			...about,
			'Tack för hjälpen!'
		].join('\n\n')
	};
}

function choicesInWords(field: AskedField): string {
	const choices = answerChoices(field);
	return choices ? ` (${choices.join(', ')})` : '';
}

/** An address that opens a letter in the reader's own mail program, cut between lines where such an address may be cut. */
export function mailAddress({ subject, body }: { subject: string; body: string }): string {
	let text = body;
	if (encodeURIComponent(body).length > longestMail) {
		const lines = body.split('\n');
		while (lines.length > 1 && encodeURIComponent([...lines, '', cutWords].join('\n')).length > longestMail)
			lines.pop();
		text = [...lines, '', cutWords].join('\n');
	}
	return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\n/g, '\r\n'))}`;
}
