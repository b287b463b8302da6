// The words of assumptions: what each is, what it is used for, and what the server says of a value that it cannot store.
import type { AssumptionKey, AssumptionUnit } from '../domain/assumption';
import { shortestReason } from '../domain/reason';
import { numberWord } from './format';

interface AssumptionWords {
	name: string;
	/** What it is used for, and what the standard value rests on. */
	meaning: string;
}

export const assumptionWords: Readonly<Record<AssumptionKey, AssumptionWords>> = {
	migration_per_user: {
		name: 'Flytt av data, per användare',
		meaning: 'Export, tvätt, inläsning och kontroll. Förvalet är en grov skattning att ersätta med er egen.'
	},
	migration_fixed: {
		name: 'Flytt av data, fast del',
		meaning: 'Förstudie, uppsättning och provflytt, oavsett antal användare. Förvalet är en grov skattning.'
	},
	integration: {
		name: 'En integration',
		meaning: 'Att bygga om och prova en koppling till ett annat system. Förvalet är en grov skattning.'
	},
	training_hours_per_user: {
		name: 'Utbildning per användare',
		meaning: 'Arbetstid för att lära sig det nya. Förvalet är en grov skattning.'
	},
	working_hour: {
		name: 'En arbetstimme',
		meaning:
			'Lön och sociala avgifter för en anställd, när utbildningstid räknas om till kronor. Förvalet är en grov skattning.'
	},
	parallel_months: {
		name: 'Parallell drift',
		meaning: 'Så länge gamla och nya systemet kostar samtidigt. Förvalet är en grov skattning.'
	},
	procurement: {
		name: 'En upphandling',
		meaning: 'Arbete med underlag, utvärdering och avtal. Förvalet är en grov skattning.'
	},
	yearly_price_rise: {
		name: 'Prisökning per år',
		meaning: 'Om ingenting görs. Förvalet är en grov skattning, byt till avtalets prisklausul.'
	},
	extension_price_rise: {
		name: 'Prisökning per år vid förlängning',
		meaning:
			'Om avtalet förlängs enligt sin prisklausul i stället för att löpa vidare. Förvalet är en grov skattning.'
	},
	new_system_cost: {
		name: 'Nytt system, andel av dagens årskostnad',
		meaning:
			'Vad ett upphandlat system kostar om året mot i dag. Förvalet räknar med samma kostnad, 20 procent upp eller ner.'
	},
	own_operation_cost: {
		name: 'Egen regi, andel av dagens årskostnad',
		meaning: 'Vad egen drift och utveckling kostar om året mot i dag. Förvalet är en grov skattning.'
	},
	consultant_hour: {
		name: 'En konsulttimme',
		meaning: 'Timpris utan moms, när avtalet inte säger det. Förvalet är en grov skattning.'
	},
	consultant_hours_a_year: {
		name: 'Konsulttimmar på ett år',
		meaning: 'Debiterbara timmar för en konsult på heltid. Förvalet är en grov skattning.'
	},
	employee_a_year: {
		name: 'En anställd på ett år',
		meaning: 'Lön, sociala avgifter, pension och arbetsplats. Förvalet är en grov skattning.'
	},
	data_act_applies: {
		name: 'Data Act gäller från',
		meaning: 'Förordning (EU) 2023/2854, artikel 50.'
	},
	switching_charges_end: {
		name: 'Bytesavgifter får inte tas ut från',
		meaning:
			'Förordning (EU) 2023/2854, artikel 29: från den dagen får en leverantör av databehandlingstjänster inte ta betalt för bytet.'
	},
	corporate_group: {
		name: 'Koncern',
		meaning: 'Den koncern som leverantören hör till, så att bolagen kan räknas ihop.'
	},
	package_size: {
		name: 'Licenser i ett paket',
		meaning: 'Köps licenser i paket avrundas behovet uppåt till hela paket.'
	},
	licence_margin: {
		name: 'Marginal över använda licenser',
		meaning: 'Så många fler än de använda som behövs för nyanställda och vikarier.'
	},
	price_index: {
		name: 'Prisindex',
		meaning: 'Det index som licenspriser jämförs med, ett tal per år. Inget är förvalt.'
	},
	life_cycle_rating: {
		name: 'Betyg från vilket ett system tjänar sina användare, 1–5',
		meaning: 'Används när ett val föreslås i Livscykel. Förvalet är mitten av skalan.'
	},
	life_cycle_age: {
		name: 'Ålder från vilken ett system är gammalt',
		meaning:
			'Används när ett val föreslås i Livscykel, räknat från idrifttagningen. Förvalet är en grov skattning.'
	},
	life_cycle_readiness: {
		name: 'Andel kända ja från vilken ett system går att lämna',
		meaning:
			'Av svaren om exitplan, dataexport, dataägande, öppet API, öppen källkod och uppsägningstid. Används när ett val föreslås i Livscykel. Förvalet är en grov skattning.'
	},
	life_cycle_small: {
		name: 'Kostnad om året under vilken mer pengar inte föreslås',
		meaning:
			'Ett litet system som fungerar föreslås tolereras i stället för att byggas ut. Förvalet är en grov skattning.'
	},
	it_users: {
		name: 'It-användare',
		meaning:
			'Hur många som använder kommunens it, ett tal per år, med namn på vad som är räknat: konton, eller anställda med dator. Inget är förvalt.'
	}
};

/** In the label of a field. */
export const assumptionUnitNames: Readonly<Record<AssumptionUnit, string>> = {
	ore: 'kronor',
	hours: 'timmar',
	months: 'månader',
	share: 'procent',
	count: 'antal',
	years: 'år'
};

/** What the server says. */
export const assumptionServerWords = {
	broken: 'Antagandet kunde inte läsas. Ladda om sidan och försök igen.',
	noFigure: 'Skriv ett tal.',
	negative: 'Talet får inte vara under noll.',
	notWhole: 'Skriv ett helt tal.',
	tooLarge: 'Talet är större än vad som är möjligt.',
	noPackage: 'Ett paket har minst en licens.',
	unordered: 'Lågt får inte vara över troligt, och troligt inte över högt.',
	noDay: 'Skriv ett datum som finns, till exempel 2027-01-12.',
	noText: 'Skriv ett namn.',
	longText: 'Namnet får vara högst 200 tecken.',
	noYears: 'Skriv minst ett år med sitt tal.',
	unorderedYears: 'Varje år får stå en gång, i ordning.',
	noReason: `Skriv varför, eller var uppgiften kommer från, med minst ${numberWord(shortestReason)} tecken.`,
	longReason: 'Skälet får vara högst 1 000 tecken.',
	notOfThat: 'Det antagandet kan inte göras för det här.',
	personalSubject: 'Leverantören är en enskild firma. Om den kan inget antagande sparas.',
	personalText: 'Texten ser ut att innehålla ett personnummer. Ta bort det och spara igen.',
	noSubject: 'Det som antagandet gäller finns inte i den del du ser.',
	nothing: 'Det finns inget antagande att ta tillbaka.'
} as const;
