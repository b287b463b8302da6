// The tags of the form, and what of them is only meant for rows that are IT.
import type { JudgedTags, RuleTags } from '$lib/tagging/rule';

export const tagNames = [
	'it_kostnad',
	'kostnadsslag',
	'inriktning',
	'system_id',
	'avtals_id',
	'verklig_leverantor'
] as const satisfies readonly (keyof RuleTags)[];
export type TagName = (typeof tagNames)[number];

/** Whether a word names a tag. */
export function isTagName(word: string): word is TagName {
	return (tagNames as readonly string[]).includes(word);
}

/** The tags with one set or, by an empty word, not set. */
export function withTag<Tags extends RuleTags | JudgedTags>(
	tags: Tags,
	name: TagName,
	value: string | undefined
): Tags {
	const { [name]: _former, ...others } = tags;
	return (value ? { ...others, [name]: value } : others) as Tags;
}

/** The tags that are set but only mean something on IT rows, when these tags say that the rows are not, or perhaps not, IT. */
export function idleTags(tags: RuleTags): TagName[] {
	if (tags.it_kostnad === undefined || tags.it_kostnad === 'ja') return [];
	return tagNames.filter((name) => name !== 'it_kostnad' && tags[name] !== undefined);
}
