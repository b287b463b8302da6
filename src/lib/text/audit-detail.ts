// The details of an audit event as one line of Swedish.
import { roles } from '../domain/access';
import { roleNames } from './accounts';

const words: Readonly<Record<string, string>> = {
	added: 'tillkom',
	after: 'efter',
	amount: 'öre',
	before: 'före',
	better: 'också bättre',
	by: 'genom',
	bytes: 'byte',
	changed: 'ändrade',
	edition: 'utgåva',
	everywhere: 'överallt',
	first_admin: 'första länken',
	followUp: 'uppföljning',
	from: 'från',
	hand: 'handtaggar',
	invitation: 'inbjudan',
	kind: 'slag',
	masked: 'maskerade personnummer',
	moved: 'flyttade',
	note: 'anteckning',
	percent: 'procent',
	reason: 'skäl',
	removed: 'borttagna',
	restores: 'återställer version',
	rights: 'rättigheter',
	role: 'roll',
	rows: 'rader',
	rules: 'regler',
	shared: 'delad',
	supplier: 'leverantör',
	system: 'system',
	to: 'till',
	unit: 'nämnd',
	units: 'nämnder',
	year: 'år'
};

function valueText(value: unknown): string {
	if (value === null || value === undefined) return 'alla';
	if (value === true) return 'ja';
	if (value === false) return 'nej';
	if (Array.isArray(value)) return value.length === 0 ? 'inga' : value.map(valueText).join(', ');
	if (typeof value === 'object') return `(${pairsText(value)})`;
	const text = String(value);
	const role = roles.find((candidate) => candidate === text);
	return role ? roleNames[role].toLowerCase() : (words[text] ?? text);
}

function pairsText(pairs: object): string {
	return Object.entries(pairs)
		.map(([key, value]) => `${words[key] ?? key} ${valueText(value)}`)
		.join(' · ');
}

/** "före (roll läsare · nämnder alla) · efter (…)". Empty without details. */
export function auditDetailText(detail: Record<string, unknown> | null): string {
	return detail ? pairsText(detail) : '';
}
