// The engine's types of tags whose words are a closed list, the same in every edition.
import { costKinds, orientations } from '$lib/domain/cost-kind';

const enumOf = (words: readonly string[]): string => `ENUM(${words.map((word) => `'${word}'`).join(', ')})`;

export const listedTypes = {
	it_cost: enumOf(['ja', 'nej']),
	cost_kind: enumOf(costKinds),
	orientation: enumOf(orientations),
	tag_source: enumOf(['hand', 'fil', 'regel'])
} as const;
