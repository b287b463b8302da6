// What the demo's nämnder plan before its first visitor, so that the plan of years has something to show. Fictional as the rest of the demo.
import { eq } from 'drizzle-orm';
import { oreFromKronor } from '$lib/domain/money';
import { scenariosOf, type PlannedChange } from '$lib/domain/planned-change';
import { configuration } from './configuration';
import { plannedChange } from './database/budget-schema';
import { user as account } from './database/schema';
import type { Installation } from './editions/installation';

type DemoChange = Omit<PlannedChange, 'scenarios' | 'years'> & {
	unit: string;
	scenarios: readonly ('fornyelse' | 'fortsatt_forvaltning')[];
	/** Kronor of 2027, 2028 and 2029. */
	kronor: readonly [number, number, number];
};

const changes: readonly DemoChange[] = [
	{
		name: 'Ny lärplattform, upphandling och införande',
		unit: 'Utbildningsnämnden',
		kind: 'forandring',
		scenarios: ['fornyelse'],
		systemId: 'S-005',
		costKind: 'Konsult',
		kronor: [2_400_000, 4_800_000, 1_200_000]
	},
	{
		name: 'Lärstigens moduler ersätts av den nya lärplattformen',
		unit: 'Utbildningsnämnden',
		kind: 'drift',
		scenarios: ['fornyelse'],
		systemId: 'S-005',
		costKind: 'Licens/SaaS',
		kronor: [0, -600_000, -1_900_000]
	},
	{
		name: 'Serverdriften flyttas till molnet',
		unit: 'Servicenämnden',
		kind: 'forandring',
		scenarios: ['fornyelse'],
		systemId: 'S-001',
		costKind: 'Konsult',
		kronor: [3_100_000, 2_600_000, 0]
	},
	{
		name: 'Servrarna byts, livslängden är slut',
		unit: 'Servicenämnden',
		kind: 'forandring',
		scenarios: ['fortsatt_forvaltning'],
		systemId: 'S-001',
		costKind: 'Hårdvara',
		kronor: [0, 4_200_000, 1_500_000]
	},
	{
		name: 'Läkemedelsmodul i omsorgsjournalen',
		unit: 'Äldrenämnden',
		kind: 'drift',
		scenarios: ['fortsatt_forvaltning', 'fornyelse'],
		systemId: 'S-007',
		costKind: 'Licens/SaaS',
		kronor: [700_000, 720_000, 740_000]
	},
	{
		name: 'E-arkiv för alla nämnder',
		unit: 'Kommunstyrelsen',
		kind: 'drift',
		scenarios: ['fornyelse'],
		systemId: 'S-022',
		costKind: 'Licens/SaaS',
		kronor: [0, 900_000, 1_350_000]
	}
];

/** Puts the changes in the plan where nobody has planned anything; what somebody has planned stays as it is. */
export async function planDemoYears({ database }: Installation, now = new Date()): Promise<void> {
	if (configuration().mode !== 'demo') throw new Error('Demo plans are only for the demo.');
	const [known] = await database.select({ id: plannedChange.id }).from(plannedChange).limit(1);
	if (known) return;
	const [author] = await database
		.select({ id: account.id })
		.from(account)
		.where(eq(account.username, 'maja.lindqvist'));
	if (!author) throw new Error('The demo has no controller.');
	await database.insert(plannedChange).values(
		changes.map(({ unit, kronor, ...change }) => ({
			unit,
			content: {
				...change,
				scenarios: scenariosOf(change),
				years: kronor.flatMap((amount, index) =>
					amount === 0 ? [] : [{ year: 2027 + index, ore: oreFromKronor(amount) }]
				)
			},
			reason: '',
			author: author.id,
			created: now
		}))
	);
}
