// Which budget rows a question counts.

/** Rows of an IT budget, and rows of a whole ledger's budget whose konto a rule tags as IT. */
export const itBudget = "it_cost = 'ja'";
