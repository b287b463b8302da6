// Pages behind sign-in are drawn in the browser only: their state is one person's, and the engine lives there.
export const ssr = false;
