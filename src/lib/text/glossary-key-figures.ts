// The words of the key figures of IT cost.
import type { GlossaryEntry } from './glossary';

export const keyFigureEntries: readonly GlossaryEntry[] = [
	{
		slug: 'jamforelsetal',
		word: 'Jämförelsetal',
		group: 'budget',
		stems: ['jämförelsetal'],
		meaning: 'Samma nyckeltal hos andra, med år och källa. Det är något att jämföra med, aldrig ett mål.',
		more: 'Ekonomistyrningsverkets medeltal gäller statliga myndigheter, inte kommuner.'
	},
	{
		slug: 'sakerstalla-forbattra-utveckla',
		word: 'Säkerställa, förbättra, utveckla',
		group: 'kostnader',
		stems: ['säkerställa'],
		meaning:
			'Tre slags it-kostnad: att hålla det som finns igång, att göra system i drift bättre, och att ta fram nya system.',
		more: 'Förvaltning och avveckling är att säkerställa. Utveckling av system i drift är att förbättra, och av system som inte är i drift än att utveckla.'
	},
	{
		slug: 'utkontrakterad-drift',
		word: 'Utkontrakterad drift',
		group: 'kostnader',
		stems: ['utkontrakter'],
		meaning:
			'Drift som kommunen köper av andra: kostnadsslagen Drift och Moln, och licenser och underhåll för system som andra driver.'
	},
	{
		slug: 'verksamhetskostnad',
		word: 'Verksamhetens kostnad',
		group: 'kostnader',
		stems: ['verksamhetens kostnad', 'verksamhetskostnad'],
		meaning:
			'Allt som huvudboken har på kostnadskonton: löner, lokaler, köpt verksamhet och it. Balanskonton, intäkter och finansiella poster är inte med.'
	}
];
