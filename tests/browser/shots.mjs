// shots.mjs OUTDIR [PATH] -- pictures of every GET page (or of those whose path begins with PATH): wide and narrow, light and dark
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { enter, giveFile, openBrowser, openSite, pagesOf } from './site.mjs';

const [out, only = '/'] = process.argv.slice(2);
if (!out) {
	console.error('usage: node tests/browser/shots.mjs OUTDIR [PATH]');
	process.exit(2);
}
mkdirSync(out, { recursive: true });
const TALLEST = 6000, site = await openSite(), browser = await openBrowser();
let n = 0;
await giveFile(site, browser);
for (const colorScheme of ['light', 'dark'])
	for (const login of [null, 'lan', 'quantri']) {
		const page = await enter(site, browser, login, { colorScheme });
		const list = login ? (await pagesOf(site, page)).filter(p => p.path !== '/dang-nhap') : [{ path: '/dang-nhap', example: '/dang-nhap' }];
		for (const { path, example } of list.filter(p => p.path.startsWith(only)))
			for (const width of [1280, 390]) {
				await page.setViewportSize({ width, height: 900 });
				await page.goto(site.address + example, { waitUntil: 'networkidle' });
				// As tall as the page: a picture of what sticks to an edge would have it in the middle else.
				const height = await page.evaluate(() => document.documentElement.scrollHeight);
				await page.setViewportSize({ width, height: Math.min(TALLEST, Math.max(900, height)) });
				await page.waitForTimeout(150);
				const name = [path.replace(/[/{}]+/g, '_').replace(/^_|_$/g, '') || 'tong-quan', login || 'khach', width, colorScheme].join('-');
				await page.screenshot({ path: join(out, name + '.png') });
				n++;
			}
		await page.context().close();
	}
await browser.close();
await site.close();
console.log(`${n} pictures in ${out}`);
