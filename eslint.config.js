import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * The layer rule: a folder is a layer, and a layer may import only what is listed for it (and itself).
 * The table is explained in src/ARCHITECTURE.md.
 * @type {Record<string, string[]>}
 */
const mayImport = {
	domain: [],
	text: ['domain'],
	read: ['domain', 'text'],
	engine: ['domain', 'text'],
	import: ['read', 'engine', 'domain', 'text'],
	tagging: ['read', 'engine', 'domain', 'text'],
	queries: ['read', 'engine', 'domain', 'text'],
	crossfilter: ['domain'],
	export: ['read', 'engine', 'domain', 'text'],
	state: ['import', 'tagging', 'queries', 'crossfilter', 'export', 'read', 'engine', 'domain', 'text'],
	charts: [
		'state',
		'import',
		'tagging',
		'queries',
		'crossfilter',
		'export',
		'read',
		'engine',
		'domain',
		'text'
	],
	components: [
		'charts',
		'state',
		'import',
		'tagging',
		'queries',
		'crossfilter',
		'export',
		'read',
		'engine',
		'domain',
		'text'
	],
	server: ['import', 'tagging', 'queries', 'crossfilter', 'export', 'read', 'engine', 'domain', 'text']
};
const layers = Object.keys(mayImport);

const layerRules = layers.map((layer) => {
	const forbidden = layers.filter((other) => other !== layer && !mayImport[layer]?.includes(other));
	return {
		files: [`src/lib/${layer}/**`],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							group: [
								...forbidden.flatMap((other) => [`$lib/${other}`, `$lib/${other}/**`, `**/../${other}/**`]),
								'**/routes/**',
								'**/cli/**',
								...(layer === 'engine' || layer === 'server' ? [] : ['@duckdb/*']),
								...(layer === 'charts' ? [] : ['echarts', 'echarts/**'])
							],
							message: `The layer "${layer}" may not import this; see src/ARCHITECTURE.md.`
						}
					]
				}
			]
		}
	};
});

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'data/'] },
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'max-lines': ['error', { max: 400 }],
			// The app is always served from the root of its address, so plain paths are right.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
		}
	},
	...layerRules
);
