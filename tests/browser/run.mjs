// run.mjs [PART-OF-NAME] -- the browser tests: every *.spec.mjs here, on a record and a server of their own
//
// A spec exports as default [[name, async ({ site, browser }) => …], …]; what throws has failed.
// Fetched first: tools/third tests/browser. The last line is "N passed, N failed, N skipped".
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url)), part = process.argv[2] || '';
const chromium = process.env.CHROMIUM || '/usr/bin/chromium';
if (!existsSync(join(here, 'node_modules')) || !existsSync(chromium)) {
	console.log(`no ${existsSync(chromium) ? 'tests/browser/node_modules' : chromium} here\n0 passed, 0 failed, 1 skipped`);
	process.exit(0);
}
const { openBrowser, openSite } = await import('./site.mjs');
let passed = 0, failed = 0;
const site = await openSite();
const browser = await openBrowser();
for (const file of readdirSync(here).filter(f => f.endsWith('.spec.mjs')).sort())
	for (const [name, run] of (await import('./' + file)).default) {
		const what = file.replace('.spec.mjs', '') + ': ' + name;
		if (!what.includes(part)) continue;
		try {
			await run({ site, browser });
			passed++;
			console.log('ok     ' + what);
		} catch (e) {
			failed++;
			console.log('FAILED ' + what + '\n       ' + String(e.stack || e).split('\n').slice(0, 12).join('\n       '));
		}
		await Promise.all(browser.contexts().map(c => c.close()));
	}
await browser.close();
await site.close();
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed ? 1 : 0);
