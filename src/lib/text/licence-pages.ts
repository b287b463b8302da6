// The pages of Licenser, in the order of their line of links, each with the question that it answers.
import { underPageNames } from './frame';

const under = (slug: string, question: string) => ({
	path: `/licenser/${slug}`,
	name: underPageNames[`/licenser/${slug}`] ?? slug,
	question
});

export const licencePages = [
	{ path: '/licenser', name: 'Köpta och använda', question: 'Använder vi det vi betalar för?' },
	under('arstid', 'Ändras användningen med året, eller står licenserna oanvända?'),
	under('pris', 'Stiger priset per licens mer än index?'),
	under('prognos', 'Vad kostar licenserna till årets slut?'),
	under('ratt-antal', 'Hur många licenser behöver varje nämnd?'),
	under('betalt', 'Stämmer det vi har betalat med licensuppgifterna?'),
	under('kommunbidrag', 'Vad flyttas mellan nämnderna om licenserna samlas?')
] as const;
