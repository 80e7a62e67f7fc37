// Nothing serious, by axe-core, on any page: wide and narrow, light and dark; and nothing wider than the window.
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enter, giveFile, pagesOf, source } from './site.mjs';

const axe = readFileSync(join(source, 'tests/browser/node_modules/axe-core/axe.min.js'), 'utf8');
const LOGIN = { path: '/dang-nhap', example: '/dang-nhap', status: 200 };
const FILE = /\/tep$|^\/bao-cao\/so\//;         // a file, or the page that says why there is none
const SANDBOX = /^\/bao-cao\/xem$/;             // a document: no script runs beside it, nor axe

// A page is opened once and then made narrow and dark under axe's eyes: opening is what takes the time. What moves would be seen halfway.
async function look(t) {
	const found = [], seen = new Set();
	await giveFile(t.site, t.browser);
	// The office first; of the administrator only what the office may not see.
	for (const login of [null, 'lan', 'quantri']) {
		const page = await enter(t.site, t.browser, login, { reducedMotion: 'reduce' });
		const list = login ? await pagesOf(t.site, page) : [LOGIN];
		for (const { path, example, status } of list) {
			if (SANDBOX.test(path)) continue;
			if (![200, 403, 404].includes(status)) found.push(`${path}: ${example} answers ${status}`);
			if (seen.has(path) || (status !== 200 && (login === 'lan' || FILE.test(path)))) continue;
			if (status !== 200) found.push(`${path}: ${example} answers ${status} to everybody`);
			seen.add(path);
			await page.setViewportSize({ width: 1280, height: 900 });
			await page.goto(t.site.address + example);
			await page.evaluate(axe);
			for (const width of [1280, 390]) {
				await page.setViewportSize({ width, height: 900 });
				for (const colorScheme of ['light', 'dark']) {
					await page.emulateMedia({ colorScheme });
					const where = `${path} ${width} ${colorScheme}`;
					const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
					if (over > 0) found.push(`${where}: ${over} px wider than the window`);
					// What is dark differs in its colours alone.
					const rules = colorScheme === 'dark' ? { runOnly: { type: 'rule', values: ['color-contrast'] } } : {};
					const { violations } = await page.evaluate(r => window.axe.run(document, { resultTypes: ['violations'], ...r }), rules);
					for (const v of violations)
						if (v.impact === 'serious' || v.impact === 'critical')
							found.push(`${where}: ${v.id}: ${v.nodes.slice(0, 2).map(n => n.target.join(' ') + ': ' + n.failureSummary.split('\n')[1]).join('; ')}`);
				}
			}
		}
		found.push(...page.complaints);
	}
	assert.deepStrictEqual(found, []);
}

export default [['every page, wide and narrow, light and dark', look]];
