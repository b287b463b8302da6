// npm run demo-data: writes the demo city's CSV files to data/demo.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cityFiles } from './demo/city';

const folder = join(import.meta.dirname, '..', '..', 'data', 'demo');

mkdirSync(folder, { recursive: true });
for (const [name, text] of cityFiles()) {
	writeFileSync(join(folder, name), text, 'utf8');
	console.log(`${name}: ${Buffer.byteLength(text)} bytes, ${text.split('\r\n').length - 2} rows`);
}
