// What axe finds on a page.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * Each rule that is broken, with the elements that break it. What is in order is not gathered: that takes most of the time.
 * @param within a selector; the whole page without it
 */
export async function accessibilityFaults(page: Page, within?: string): Promise<string[]> {
	// The mode that reads no frames, which our pages do not have: the other opens a page of its own for every reading.
	const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
	const { violations } = await (within ? builder.include(within) : builder).analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
