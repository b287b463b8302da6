// Publishes once in the installation of DATA_DIR and says when it begins and when it is done: the process that
// publish-crash.test.ts kills.
import { publishEdition } from '$lib/server/editions/publish';

process.stdout.write('begins\n');
const { edition } = await publishEdition({ user: null });
process.stdout.write(`published ${edition}\n`);
process.exit(0);
