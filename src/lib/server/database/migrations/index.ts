// Every migration in order. They are modules, not files read from disk, so that they follow along when Vite bundles the server.
import { accountsAndImports } from './0001-accounts-and-imports';
import { recipesAndFamilies } from './0002-recipes-and-families';
import { ruleVersionsAndLocks } from './0003-rule-versions-and-locks';
import { viewsAndNotes } from './0004-views-and-notes';
import { reviewAndMeetings } from './0005-review-and-meetings';
import { assumptionsOfEstimates } from './0006-assumptions';
import { budgetFollowUps } from './0007-budget-follow-up';
import { addedSystems } from './0008-added-systems';
import { systemVerdicts } from './0009-system-verdicts';

interface Migration {
	name: string;
	statements: readonly string[];
}

export const migrations: readonly Migration[] = [
	accountsAndImports,
	recipesAndFamilies,
	ruleVersionsAndLocks,
	viewsAndNotes,
	reviewAndMeetings,
	assumptionsOfEstimates,
	budgetFollowUps,
	addedSystems,
	systemVerdicts
];
