// The words of a follow-up's steps: ready, reviewed, locked, opened again; and of what has changed since it was locked.
import type { RestatementCause } from '../domain/budget-restatement';
import type { BudgetStep, FollowUpState } from '../domain/budget-step';
import type { MoneyUnit } from '../domain/filters';
import type { Period } from '../domain/period';
import { dayOfInstant, formatCounted, formatDay, formatMoneyWithUnit, formatPeriod, listed } from './format';

const nothingChanged = 'Inget är ändrat.';
const money = (ore: number, unit: MoneyUnit): string =>
	formatMoneyWithUnit(ore, unit, { signed: true, decimals: unit === 'mnkr' ? 2 : 0 });

/** What the server answers. */
export const stepServerWords = {
	noFollowUp: 'Den uppföljningen finns inte.',
	broken: `Det som skickades går inte att läsa. Ladda om sidan och försök igen. ${nothingChanged}`,
	longReason: `Texten är längre än 1 000 tecken. Korta den. ${nothingChanged}`,
	noReason: `Skriv varför uppföljningen öppnas igen. ${nothingChanged}`,
	personalText: `Texten innehåller ett personnummer. Ta bort det och spara igen. ${nothingChanged}`,
	notAllowed: {
		klar: `Den som klarmarkerar är controller för hela kommunen. ${nothingChanged}`,
		granskad: `Den som granskar har rätten granska och ser hela kommunen. ${nothingChanged}`,
		last: `Den som låser har rätten låsa och ser hela kommunen. ${nothingChanged}`,
		oppnad: `Du har inte rätt att öppna uppföljningen igen. ${nothingChanged}`
	} satisfies Record<BudgetStep, string>,
	notAnyStep: `Den som för en uppföljning vidare är controller, eller har rätten granska eller låsa, och ser hela kommunen. ${nothingChanged}`,
	otherEdition: (current: number) =>
		`Utgåva ${current} har publicerats sedan du öppnade sidan. Ladda om den, se efter att siffrorna stämmer och gör om. ${nothingChanged}`,
	refused: {
		not_next: `Uppföljningen är inte där än: den klarmarkeras, granskas och låses i den ordningen. ${nothingChanged}`,
		no_edition: `Ingen utgåva är publicerad, så det finns inga siffror att gå vidare med. ${nothingChanged}`,
		uncovered: `Huvudboken saknar månader som uppföljningen gäller. Läs in dem och publicera först. ${nothingChanged}`
	}
} as const;

/** What the page says. */
export const stepWords = {
	heading: 'Granskning och låsning',
	state: (name: string, state: FollowUpState): string =>
		({
			open: `${name} är öppen`,
			ready: `${name} är klar att granska`,
			reviewed: `${name} är granskad`,
			locked: `${name} är låst`
		})[state],
	lockedLine: (period: Period, at: string, by: string): string =>
		`${formatPeriod(period)}, låst ${formatDay(dayOfInstant(at))} av ${by}.`,
	openLine: 'Siffrorna följer den publicerade utgåvan tills uppföljningen låses.',
	standing: (step: BudgetStep, at: string, by: string): string =>
		`${stepWords.did[step]} ${formatDay(dayOfInstant(at))} av ${by}.`,
	did: {
		klar: 'Klarmarkerad',
		granskad: 'Granskad',
		last: 'Låst',
		oppnad: 'Öppnad igen'
	} satisfies Record<BudgetStep, string>,
	act: {
		klar: 'Klarmarkera',
		granskad: 'Godkänn granskning',
		last: 'Lås',
		oppnad: 'Öppna igen'
	} satisfies Record<BudgetStep, string>,
	/** Sent back before it was locked. */
	sendBack: 'Skicka tillbaka',
	title: (step: BudgetStep, name: string, locked: boolean): string =>
		({
			klar: `Klarmarkera ${name}?`,
			granskad: `Godkänn granskningen av ${name}?`,
			last: `Lås ${name}?`,
			oppnad: locked ? `Öppna ${name} igen?` : `Skicka tillbaka ${name}?`
		})[step],
	meaning: (step: BudgetStep, period: Period, locked: boolean): string => {
		if (step === 'klar') return 'Du säger att siffrorna är färdiga att granska. Inget låses än.';
		if (step === 'granskad') return 'Du säger att siffrorna är granskade och kan låsas. Inget låses än.';
		if (step === 'last') {
			return `Budget, utfall och prognos fryses som de är i den publicerade utgåvan, och taggningen av ${formatPeriod(period)} låses. Det som ändras senare listas som rättelser med kronor och orsak.`;
		}
		return locked
			? 'De frysta siffrorna slutar gälla och sidan visar dagens. Låset på månadernas taggning tas bort, om ingen annan låst uppföljning behöver det. Det som låstes står kvar i historiken.'
			: 'Uppföljningen blir öppen, och behöver klarmarkeras och granskas på nytt.';
	},
	reason: 'Skäl',
	remark: 'Anmärkning, om du har någon',
	reasonHint: 'Syns i historiken.',
	noReason: 'Skriv varför, med minst fem tecken.',
	working: 'Sparar …',
	selfReviewed: 'Samma person har klarmarkerat och granskat.',
	/** Beside steps that the person may not take. */
	waitsFor: (state: FollowUpState): string =>
		({
			open: 'Klarmarkeras av en controller för hela kommunen.',
			ready: 'Väntar på granskning av någon med rätten granska.',
			reviewed: 'Väntar på att låsas av någon med rätten låsa.',
			locked: ''
		})[state],
	done: (step: BudgetStep, name: string, kept: readonly string[]): string => {
		const said = {
			klar: `${name} är klarmarkerad.`,
			granskad: `${name} är granskad.`,
			last: `${name} är låst. Siffrorna är frysta.`,
			oppnad: `${name} är öppen igen.`
		}[step];
		return kept.length
			? `${said} Taggningen av månaderna är fortfarande låst, eftersom ${listed(kept)} behöver det.`
			: said;
	},
	newer: 'Någon annan hann före. Inget är ändrat av dig. Så här står det nu.',
	history: 'Vem gjorde vad',
	historyLine: (step: BudgetStep, at: string, by: string, edition: number, version: number): string =>
		`${stepWords.did[step]} ${formatDay(dayOfInstant(at))} av ${by}, utgåva ${edition}, regelversion ${version}`,
	withheld: 'Skälet visas för den som ser hela kommunen.',
	failed: 'Om uppföljningen är låst kunde inte hämtas. Siffrorna som visas är dagens.',
	retry: 'Försök igen',
	/** Then or now. */
	choice: 'Vilka siffror',
	then: 'Då',
	now: 'Nu',
	thenExplained: 'Siffrorna som de låstes',
	nowExplained: 'Siffrorna i den publicerade utgåvan',
	showsThen: (edition: number, version: number): string =>
		`Siffrorna är frysta i utgåva ${edition} med regelversion ${version}.`,
	/** Forecast errors are of the year before, which is not locked with this follow-up. */
	metToday: 'Prognosfelet räknas på dagens data.',
	showsNow: (edition: number): string => `Siffrorna är dagens, ur utgåva ${edition}. De är inte de låsta.`
} as const;

const causes: Readonly<Record<RestatementCause, string>> = {
	replaced: 'Rättad fil',
	added: 'Ny fil',
	removed: 'Borttagen fil',
	versions: 'Andra budgetversioner räknas',
	moved: 'Flyttad mellan system',
	judged: 'Taggad på annat sätt'
};

/** Of what has changed since a follow-up was locked. */
export const restatedWords = {
	title: 'Rättelser efter låsningen',
	subtitle: (edition: number, now: number): string =>
		`Nu minus då: utgåva ${now} mot den låsta utgåva ${edition}. Plus är mer kostnad, budget eller prognos än när uppföljningen låstes.`,
	none: 'Inget har ändrats sedan uppföljningen låstes. Siffrorna nu är desamma som då.',
	/** In the page's head: how many files or judgements, and the outcome's kronor. */
	inHead: (lines: number): string =>
		lines === 1
			? 'En rättelse efter låsningen'
			: `${formatCounted(lines, 'rättelse', 'rättelser')} efter låsningen`,
	noneInHead: 'Inga rättelser efter låsningen.',
	lead: (outcome: number, budget: number, forecast: number, unit: MoneyUnit): string => {
		const changed = [
			outcome && `utfallet ändrats med ${money(outcome, unit)}`,
			budget && `årsbudgeten ${outcome ? '' : 'ändrats '}med ${money(budget, unit)}`,
			forecast && `prognosen ${outcome || budget ? '' : 'ändrats '}med ${money(forecast, unit)}`
		].filter((part) => typeof part === 'string');
		return changed.length
			? `Sedan låsningen har ${listed(changed)}. Listan förklarar varje krona.`
			: 'Summorna är desamma som när uppföljningen låstes, men kronor har flyttats mellan rader.';
	},
	sideBySide: 'Då och nu',
	causes: 'Orsaker',
	cause: (cause: RestatementCause): string => causes[cause],
	level: 'Visa per',
	why: 'Orsak',
	file: 'Fil',
	outcome: 'Utfall',
	budget: 'Årsbudget',
	budgetOf: (period: Period): string => `Budget ${formatPeriod(period)}`,
	rows: 'Rader',
	forecast: 'Prognos',
	then: 'då',
	now: 'nu',
	difference: 'skillnad',
	total: 'Summa',
	replacedBy: (then: string, now: string): string =>
		then === now ? `${now}, ny version` : `${then} → ${now}`,
	rowsThen: 'Rader då',
	rowsNow: 'Rader nu',
	csv: 'Exportera rättelserna',
	rules: 'Med dagens regler',
	rulesNone: 'Dagens regler skulle inte tagga någon rad i de låsta månaderna annorlunda.',
	rulesLead: (rows: number, change: number, unit: MoneyUnit, version: number): string =>
		`Regelversion ${version} skulle tagga ${formatCounted(rows, 'rad', 'rader')} i de låsta månaderna annorlunda och ändra it-kostnaden med ${money(change, unit)}. Det är inte bokat: månaderna behåller sina regler så länge uppföljningen är låst.`,
	rulesFrom: 'Låst som',
	rulesTo: 'Med dagens regler',
	rulesRows: 'Rader',
	rulesVersion: 'Regelversion',
	rulesChange: 'Skulle ändra',
	failed: 'Rättelserna kunde inte räknas fram'
} as const;
