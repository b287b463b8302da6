// The pages of Inlåsning, in the order of their line of links, each with the question that it answers.
import { pageNames, underPageNames } from './frame';

interface LockInPage {
	path: string;
	name: string;
	question: string;
}

const under = (slug: string, question: string): LockInPage => ({
	path: `/beroende/${slug}`,
	name: underPageNames[`/beroende/${slug}`] ?? slug,
	question
});

export const lockInPages: readonly LockInPage[] = [
	{ path: '/beroende', name: 'Nyckeltal', question: 'Hur bundna är vi, mätt på flera sätt?' },
	under('rangordning', 'Vilka leverantörer och system är vi mest bundna till?'),
	under('koncentration', 'Hur samlad är kostnaden på få leverantörer?'),
	under('konkurrens', 'Hur mycket av kronorna kom till i konkurrens, och när?'),
	under('delar', 'Vem håller vilka delar av varje system?'),
	under('exit', 'Vad kostar det att lämna, och vad kostar det att stanna?'),
	under('kedja', 'Vad händer om en leverantör försvinner eller höjer priset?'),
	under('egen-regi', 'Vad kunde vi göra själva?'),
	under('suveranitet', 'Vem råder över systemen?'),
	under('antaganden', 'Vad bygger beräkningarna på?')
];

/** What a link to a page beside an indicator is called. */
export function pageNameOf(path: string): string {
	return underPageNames[path] ?? pageNames[path.slice(1)] ?? path;
}
