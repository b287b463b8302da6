// npm run dev: Vite's development server on the demo's data, made at the first start.
import { createServer } from 'vite';
import { demoAccounts, demoPassword } from '$lib/server/accounts/demo-accounts';
import { configuration } from '$lib/server/configuration';
import { database } from '$lib/server/database/connect';
import { migrate } from '$lib/server/database/migrate';
import { claimForMode } from '$lib/server/database/mode';
import { publishDemoIfMissing } from '$lib/server/demo';
import { projectRoot } from './build-if-needed';

process.chdir(projectRoot);
process.env.GENOMLYS_MODE = 'demo';
await migrate(database());
await claimForMode(database(), 'demo');
await publishDemoIfMissing();

const { host, port } = configuration();
const server = await createServer({ server: { host, port } });
await server.listen();
server.printUrls();
console.log(
	`  Demokonton: ${demoAccounts.map(({ username }) => username).join(', ')}. Lösenord: ${demoPassword}`
);
export {};
