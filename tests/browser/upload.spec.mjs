// Files in pieces (asset/upload.js): the server of these tests stands in the page's network, so that it can break when it is told to.
import assert from 'node:assert';
import { enter } from './site.mjs';

const MB = 1 << 20;

// A page with a form that sends in pieces; `pieces` answers the n-th request, or lets it break off with null.
async function form({ site, browser }, pieces) {
	const page = await enter(site, browser, 'lan');
	page.asked = [];
	await page.route('**/tai-len', async route => {
		const parts = Object.fromEntries([...route.request().postDataBuffer().toString('latin1').matchAll(/name="(\w+)"(?:; filename="[^"]*"\r\nContent-Type: [^\r]*)?\r\n\r\n([^]*?)\r\n------/g)]
			.map(m => [m[1], m[1] === 'piece' ? m[2].length : m[2]]));
		page.asked.push(parts);
		const said = pieces(parts, page.asked.length);
		if (said === null) return route.abort();
		return route.fulfill({ status: said.status || 200, contentType: 'application/json', body: JSON.stringify(said) });
	});
	await page.goto(site.address + '/mau-giao-dien');
	await page.evaluate(() => {
		const zone = document.querySelector('[data-drop]'), form = zone.closest('form');
		zone.dataset.drop = '/tai-len';
		form.insertAdjacentHTML('beforeend', '<input type="hidden" name="token" value="t">');
		form.addEventListener('submit', e => {
			e.preventDefault();
			e.stopImmediatePropagation();
			window.sent = [...new FormData(form)].map(([k, v]) => k + '=' + (v.name ?? v));
		}, true);
	});
	await page.locator('[data-drop] input').evaluate((field, n) => {
		const data = new DataTransfer();
		data.items.add(new File([new Uint8Array(n)], 'lớn.pdf'));
		field.files = data.files;
		field.dispatchEvent(new Event('change', { bubbles: true }));
	}, 9 * MB);
	return page;
}
const press = page => page.locator('[data-drop]').evaluate(zone => zone.closest('form').requestSubmit());
const sent = page => page.waitForFunction(() => window.sent).then(h => h.jsonValue());
// What a server does that keeps everything.
const keeps = p => ({ upload: 'u1', have: p.piece === undefined ? 0 : Number(p.at) + p.piece });

export default [
	['a large file goes in pieces, and the form carries its name', async t => {
		const page = await form(t, keeps);
		await press(page);
		assert.ok((await sent(page)).includes('uploaded=u1'));
		assert.deepEqual(page.asked.map(p => [p.upload, Number(p.at), p.piece]), [[undefined, 0, 4 * MB], ['u1', 4 * MB, 4 * MB], ['u1', 8 * MB, MB]]);
		assert.match(await page.textContent('.uploads small'), /đã gửi/);
	}],
	['a broken line: what is there is asked for, and it goes on', async t => {
		const page = await form(t, (p, n) => n === 2 ? null : p.piece === undefined ? { upload: 'u1', have: 6 * MB } : keeps(p));
		await press(page);
		await sent(page);
		assert.deepEqual(page.asked.slice(2).map(p => [Number(p.at), p.piece]), [[NaN, undefined], [6 * MB, 3 * MB]]);
	}],
	['a refusal is told and the form stays', async t => {
		const page = await form(t, () => ({ status: 413, problem: { message: 'Tệp lớn hơn 200 MB.' } }));
		await press(page);
		await page.waitForSelector('[data-drop] [role=alert]');
		assert.equal(await page.textContent('[data-drop] [role=alert]'), 'Tệp lớn hơn 200 MB.');
		assert.equal(await page.evaluate(() => window.sent), undefined);
	}],
	['where no pieces are taken the form goes as it is', async t => {
		const page = await form(t, () => ({ status: 404 }));
		await press(page);
		assert.deepEqual((await sent(page)).filter(x => /^(files|uploaded)=/.test(x)), ['files=lớn.pdf']);
	}],
];
