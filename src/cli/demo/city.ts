// The demo city as files: name to text, the same bytes at every run.
import { budgetHeader, budgetRows } from './budget';
import { capabilityHeader, capabilityRows } from './capabilities';
import { contractHeader, contractRows } from './contracts';
import { costCells, costHeader } from './cost-row';
import { ledger } from './ledger';
import { licenceHeader, licenceRows } from './licences';
import { years } from './months';
import { systemHeader, systemRows } from './systems';
import { unitHeader, unitRows } from './units';
import { csvText } from './write-csv';

export function cityFiles(): Map<string, string> {
	const files = new Map<string, string>();
	for (const year of years) {
		const rows = ledger.filter((row) => row.day.startsWith(String(year)));
		files.set(`kostnader_${year}.csv`, csvText(costHeader, rows.map(costCells)));
	}
	files.set('budget.csv', csvText(budgetHeader, budgetRows));
	files.set('avtal.csv', csvText(contractHeader, contractRows));
	files.set('system.csv', csvText(systemHeader, systemRows));
	files.set('licenser.csv', csvText(licenceHeader, licenceRows));
	const unitCells = unitRows.map((unit) => unitHeader.map((column) => unit[column]));
	files.set('namnder.csv', csvText(unitHeader, unitCells));
	files.set('formagor.csv', csvText(capabilityHeader, capabilityRows));
	return files;
}
