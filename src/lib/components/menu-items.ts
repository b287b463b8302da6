// The menu: only pages that exist and that the role may open.
import Accessibility from '@lucide/svelte/icons/accessibility';
import BadgeCheck from '@lucide/svelte/icons/badge-check';
import BookText from '@lucide/svelte/icons/book-text';
import Bookmark from '@lucide/svelte/icons/bookmark';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import FileText from '@lucide/svelte/icons/file-text';
import Grid3x3 from '@lucide/svelte/icons/grid-3x3';
import KeyRound from '@lucide/svelte/icons/key-round';
import LayoutList from '@lucide/svelte/icons/layout-list';
import Link2 from '@lucide/svelte/icons/link-2';
import MessageSquareText from '@lucide/svelte/icons/message-square-text';
import Scale from '@lucide/svelte/icons/scale';
import Settings from '@lucide/svelte/icons/settings';
import Tag from '@lucide/svelte/icons/tag';
import Upload from '@lucide/svelte/icons/upload';
import type { Component } from 'svelte';

export interface MenuItem {
	label: string;
	path: string;
	icon: Component;
	/** Pages below other paths that belong under this item. */
	alsoUnder?: string[];
	/** Work that waits there: `212` and what it counts, `otaggade rader`. */
	waiting?: { count: number; of: string };
}

export interface MenuGroup {
	label: string;
	items: MenuItem[];
}

export interface MenuRights {
	canImport: boolean;
	canTag: boolean;
	canAdminister: boolean;
}

/** Work that waits, counted beside its page. */
export interface MenuCounts {
	/** Possible IT that nobody has judged. */
	untaggedRows?: number;
	/** Questions that wait for an answer. */
	openQuestions?: number;
	/** Contracts whose last day to decide is near. */
	decisions?: number;
}

/** The groups of the side menu for one user. */
export function menuGroups(
	rights: MenuRights,
	{ untaggedRows = 0, openQuestions = 0, decisions = 0 }: MenuCounts
): MenuGroup[] {
	const groups: MenuGroup[] = [
		{
			label: 'Läsa',
			items: [
				{ label: 'Översikt', path: '/', icon: LayoutList },
				{ label: 'Kostnader', path: '/kostnader', icon: ChartColumn, alsoUnder: ['/namnder'] },
				{ label: 'Budgetuppföljning', path: '/budget', icon: Scale },
				{
					label: 'Avtal',
					path: '/avtal',
					icon: FileText,
					waiting: decisions ? { count: decisions, of: 'avtal att snart besluta om' } : undefined
				},
				{ label: 'Inlåsning', path: '/beroende', icon: Link2, alsoUnder: ['/leverantorer'] },
				{ label: 'Licenser', path: '/licenser', icon: KeyRound },
				{ label: 'Systemkarta', path: '/systemkarta', icon: Grid3x3, alsoUnder: ['/system'] },
				{ label: 'Sparade vyer', path: '/vyer', icon: Bookmark }
			]
		},
		{
			label: 'Nämnden',
			items: [
				{
					label: 'Frågor och beslut',
					path: '/fragor',
					icon: MessageSquareText,
					waiting: openQuestions
						? { count: openQuestions, of: openQuestions === 1 ? 'öppen fråga' : 'öppna frågor' }
						: undefined
				}
			]
		}
	];
	const sources: MenuItem[] = [];
	if (rights.canImport) sources.push({ label: 'Importera', path: '/importera', icon: Upload });
	if (rights.canTag) {
		const waiting = untaggedRows ? { count: untaggedRows, of: 'otaggade rader' } : undefined;
		sources.push({ label: 'Taggning', path: '/taggning', icon: Tag, waiting });
	}
	if (rights.canImport) sources.push({ label: 'Avstämning', path: '/avstamning', icon: BadgeCheck });
	if (sources.length) groups.push({ label: 'Underlag', items: sources });
	if (rights.canAdminister)
		groups.push({
			label: 'Inställningar',
			items: [{ label: 'Administration', path: '/admin', icon: Settings }]
		});
	return groups;
}

export const glossaryItem: MenuItem = { label: 'Ordlista', path: '/ordlista', icon: BookText };

export const accessibilityItem: MenuItem = {
	label: 'Tillgänglighet',
	path: '/tillganglighet',
	icon: Accessibility
};

/** True when the open page belongs to the item. */
export function isCurrent(item: MenuItem, pathname: string): boolean {
	if (item.path === '/') return pathname === '/';
	return [item.path, ...(item.alsoUnder ?? [])].some(
		(path) => pathname === path || pathname.startsWith(`${path}/`)
	);
}
