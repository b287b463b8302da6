// The columns that say how a cost row is tagged.

/** The tags of an IT row, in the order that screens tell them. */
export const otherTagColumns = ['cost_kind', 'orientation', 'system_id', 'contract_id', 'maker'] as const;

/** Every tag, whether the row is IT first. */
export const tagColumns = ['it_cost', ...otherTagColumns] as const;
