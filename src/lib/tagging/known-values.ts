// What the ledger, the system list and the contracts hold already: offered where a rule is written, never demanded.

/** Values that a person can choose among when a rule is written. */
export interface KnownValues {
	accounts: { code: string; text: string | null }[];
	suppliers: string[];
	organisationNumbers: string[];
	units: string[];
	responsibilities: string[];
	operations: string[];
	projects: string[];
	activities: string[];
	objects: string[];
	counterparts: string[];
	systems: { id: string; name: string }[];
	contracts: { id: string; title: string }[];
	/** Suppliers that stand behind resellers, as rules have named them. */
	makers: string[];
	/** Months with rows, `YYYY-MM`. */
	months: string[];
}
