// npm start (the demo) and npm run serve (a real installation).
const needed = [20, 19] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
	console.error(
		`Genomlys behöver Node ${needed.join('.')} eller senare. Det här är Node ${process.versions.node}.`
	);
	process.exit(1);
}

// Imported after the check, as the rest would fail in less clear ways on an older Node.
const { serve } = await import('./serve');
try {
	await serve(process.argv.includes('--demo') ? 'demo' : 'real');
} catch (fault) {
	console.error(fault instanceof Error ? fault.message : fault);
	if (process.env.LOG_LEVEL === 'debug') console.error(fault);
	process.exit(1);
}
export {};
