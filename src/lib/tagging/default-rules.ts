// The rule set that ships: account prefixes of one real coding on Kommun-Bas.
import * as v from 'valibot';
import shipped from '../../../data/reference/taggregler.json';
import { ruleSetSchema, type RuleSet } from './rule';

/** The default rules, checked once. */
export const defaultRules: RuleSet = v.parse(ruleSetSchema, shipped);
