// What has a page of its own: a supplier, a nämnd or a system.
import { addressed } from './organisation-number';

export const subjectKinds = ['supplier', 'unit', 'system'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export interface Subject {
	kind: SubjectKind;
	/** A supplier's key, a nämnd's name, a system_id. */
	key: string;
}

/** More systems than this are not named in one address: rows that would need it are not opened together. */
export const mostInAddress = 300;

/** The lists, each above the pages of its kind. */
export const subjectLists: Readonly<Record<SubjectKind, string>> = {
	supplier: '/leverantorer',
	unit: '/namnder',
	system: '/system'
};

/** The path of a page; null for what has none: no key, or a key that must not stand in an address. */
export function subjectPath(kind: SubjectKind, key: string | null): string | null {
	if (!key || (kind === 'supplier' && (key === '-' || !addressed(key)))) return null;
	return `${subjectLists[kind]}/${encodeURIComponent(key)}`;
}
