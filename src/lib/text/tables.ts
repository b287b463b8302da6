// The words of tables that show a part of their rows.
import { formatCounted } from './format';

export const tableWords = {
	showMore: (rows: number) => `Visa ${formatCounted(rows, 'rad', 'rader')} till`,
	moreAfter: 'Fler kolumner åt höger',
	moreBefore: 'Fler kolumner åt vänster',
	notShown: (rows: number) => `${formatCounted(rows, 'rad', 'rader')} visas inte.`
} as const;
