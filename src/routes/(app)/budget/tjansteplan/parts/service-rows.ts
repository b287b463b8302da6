// Each service with its systems and what the plan says of them.
import type { PlanEntry } from '$lib/domain/plan-entry';
import type { Service, ServiceSystem } from '$lib/domain/service-plan';

export interface SystemRow {
	system: ServiceSystem;
	entries: readonly PlanEntry[];
}

export interface ServiceRow {
	service: Service;
	systems: readonly SystemRow[];
	/** Those of its systems together. */
	entries: readonly PlanEntry[];
}

/** What runs year after year, and not for a time. */
export const isRunning = ({ line }: PlanEntry) => line !== 'planned_change';

/** The services that cost something, or are planned to, with those of their systems that do. */
export function serviceRows(services: readonly Service[], entries: readonly PlanEntry[]): ServiceRow[] {
	return services.flatMap((service): ServiceRow[] => {
		const systems = service.systems
			.map((system) => ({ system, entries: entries.filter((entry) => entry.system === system.systemId) }))
			.filter(({ entries: own }) => own.length > 0);
		return systems.length ? [{ service, systems, entries: systems.flatMap(({ entries: own }) => own) }] : [];
	});
}
