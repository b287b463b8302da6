// The words of the gaps between ledger and register: in files, and why each stands there.
import type { ContractGap, GapKind } from '../domain/contract-gap';
import { formatCounted, formatDayLong, formatOre, formatShare } from './format';

/** `typ` in avtalsluckor.csv. */
export const gapFileWords: Readonly<Record<GapKind, string>> = {
	uncovered: 'kostnad_utan_avtal',
	'over-limit': 'over_direktupphandlingsgrans',
	unused: 'avtal_utan_kostnad',
	'expired-invoiced': 'utgatt_men_fakturerat',
	'ceiling-80': 'tak_80',
	'ceiling-100': 'tak_100'
};

export const withoutSupplier = 'Utan leverantör';

/** Why the gap is one, in a sentence with its figures. Amounts in kronor to the öre. */
export function gapReason(gap: ContractGap): string {
	const rows = formatCounted(gap.rows, 'rad', 'rader');
	const against = formatOre(gap.against ?? 0);
	const share = formatShare(gap.against ? gap.amount / gap.against : null);
	switch (gap.kind) {
		case 'uncovered':
			return `${rows} utan avtals-id och utan känt avtal hos leverantören den dagen`;
		case 'over-limit':
			return `${gap.costKind} ${gap.year} utan känt avtal, över gränsen för direktupphandling ${against}`;
		case 'unused':
			return 'Inget fakturerat på avtalet eller på avrop under det i de inlästa månaderna';
		case 'expired-invoiced':
			return `${rows} efter avtalets slut ${formatDayLong(gap.endDay ?? '')}, senast ${formatDayLong(gap.lastDay ?? '')}`;
		case 'ceiling-80':
			return `${share} av takvolymen ${against} är använd`;
		case 'ceiling-100':
			return `Takvolymen ${against} är använd (${share})`;
	}
}
