import type { Access } from '$lib/domain/access';
import type { User } from '$lib/server/accounts/user';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** Set for faults: the same code stands in the log, beside the cause. */
			code?: string;
		}
		interface Locals {
			/** Who is signed in. */
			user: User | null;
			/** What that person may do and see; null when nobody is signed in. */
			access: Access | null;
		}
		interface PageData {
			/** Where the rows behind a page's figures are, when these are kept from an earlier edition, of some nämnder or all. */
			rowsAt?: { edition: number; units: readonly string[] | null } | null;
		}
		interface PageState {
			/** How many steps of filters lie before this entry of the history, itself counted; none where a filter did not make it. */
			filterStep?: number;
		}
	}
}
export {};
