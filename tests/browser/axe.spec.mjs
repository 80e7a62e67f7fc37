// Nothing serious, by axe-core, on any page: wide and narrow, light and dark; and nothing wider than the window.
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enter, pagesOf, source } from './site.mjs';

const axe = readFileSync(join(source, 'tests/browser/node_modules/axe-core/axe.min.js'), 'utf8');

async function look({ site, browser }, login, colorScheme) {
	const page = await enter(site, browser, login, { colorScheme }), found = [];
	const list = login ? await pagesOf(site, page) : [{ path: '/dang-nhap', example: '/dang-nhap', status: 200 }];
	for (const { path, example, status } of list) {
		if (status !== 200 && status !== 403) {          // what one may not see is a page too
			found.push(`${path}: ${example} answers ${status}`);
			continue;
		}
		for (const width of [1280, 390]) {
			await page.setViewportSize({ width, height: 900 });
			await page.goto(site.address + example);
			const where = `${path} ${width} ${colorScheme}`, over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			if (over > 0) found.push(`${where}: ${over} px wider than the window`);
			await page.evaluate(axe);
			for (const v of (await page.evaluate(() => window.axe.run(document))).violations)
				if (v.impact === 'serious' || v.impact === 'critical')
					found.push(`${where}: ${v.id}: ${v.nodes.slice(0, 2).map(n => n.target.join(' ') + ': ' + n.failureSummary.split('\n')[1]).join('; ')}`);
		}
	}
	found.push(...page.complaints);
	assert.deepStrictEqual(found, []);
}

export default ['light', 'dark'].flatMap(scheme => [
	[`every page, ${scheme}`, t => look(t, 'quantri', scheme)],
	[`every page of the office, ${scheme}`, t => look(t, 'lan', scheme)],
	[`the login, ${scheme}`, t => look(t, null, scheme)],
]);
