// upload.js -- files: dropped, listed with their sizes, sent with a bar; large ones in pieces that go on after a broken line
//
// [data-drop] around a label with an input type=file takes files that are dropped on it. Its form is sent as it is, with a bar from htmx.
// [data-drop="/tai-len"]: files are sent in pieces first, and the form then carries their names in the record (fields "uploaded") instead of
// the files. A piece is a POST with fields upload (none with the first), name, size, at, piece; the answer says {"upload": id, "have": bytes}.
// Without piece it only tells how much is there: so it goes on where it stopped, also after the page was loaded again.
// Where no pieces are taken (404, 405) the form is sent as it is.
(() => {
	'use strict';
	const PIECE = 4 << 20, TRIES = 5;
	const size = n => n < 1024 * 1024 ? Math.max(1, Math.round(n / 1024)) + ' KB' : (n / 1024 / 1024).toLocaleString('vi-VN', { maximumFractionDigits: 1 }) + ' MB';
	const input = zone => zone.querySelector('input[type=file]');
	const key = f => 'upload:' + [f.name, f.size, f.lastModified].join(':');

	const list = zone => {
		let ul = zone.querySelector('.uploads');
		if (!ul) {
			ul = zone.appendChild(document.createElement('ul'));
			ul.className = 'uploads';
			ul.setAttribute('aria-live', 'polite');
		}
		ul.replaceChildren(...[...input(zone).files].map(f => {
			const li = document.createElement('li'), bar = document.createElement('progress');
			bar.max = f.size || 1;
			bar.value = 0;
			bar.hidden = true;
			bar.setAttribute('aria-label', 'Đã gửi ' + f.name);
			li.append(Object.assign(document.createElement('span'), { textContent: f.name }), Object.assign(document.createElement('small'), { textContent: size(f.size) }), bar);
			return li;
		}));
		return ul;
	};
	const show = (li, f, have, words) => {
		const bar = li.querySelector('progress');
		bar.hidden = false;
		bar.value = have;
		li.querySelector('small').textContent = words || (have < f.size ? Math.floor(100 * have / f.size) + '% của ' + size(f.size) : 'đã gửi, ' + size(f.size));
	};

	const ask = async (address, token, fields) => {
		const body = new FormData();
		for (const [name, value] of Object.entries(fields)) if (value != null) body.append(name, value);
		const answer = await fetch(address, { method: 'POST', body, headers: { Accept: 'application/json', 'X-Form-Token': token } });
		const said = await answer.json().catch(() => ({}));
		if (!answer.ok) throw Object.assign(new Error(said.problem?.message || 'Máy chủ không nhận tệp này.'), { status: answer.status });
		return said;
	};
	const wait = ms => new Promise(done => setTimeout(done, ms));

	const send = async (address, token, f, li) => {
		let upload = sessionStorage.getItem(key(f)), have = 0, failed = 0;
		if (upload)
			({ upload, have } = await ask(address, token, { upload, name: f.name, size: f.size }).catch(() => ({ upload: null, have: 0 })));
		while (!upload || have < f.size)
			try {
				const said = await ask(address, token, { upload, name: f.name, size: f.size, at: have, piece: f.slice(have, have + PIECE) });
				({ upload, have } = said);
				sessionStorage.setItem(key(f), upload);
				show(li, f, have);
				failed = 0;
			} catch (e) {
				if ((e.status && e.status < 500) || ++failed > TRIES) throw e;
				show(li, f, have, 'mất nối, đang thử lại…');
				await wait(1000 * failed);
				if (upload) ({ have } = await ask(address, token, { upload, name: f.name, size: f.size }).catch(() => ({ have })));
			}
		sessionStorage.removeItem(key(f));
		return upload;
	};

	const whole = new WeakSet();
	document.addEventListener('submit', async e => {
		const form = e.target, zone = form.querySelector('[data-drop^="/"]'), files = zone && [...input(zone).files];
		if (!files?.length || whole.has(form)) return;
		e.preventDefault();
		e.stopImmediatePropagation();
		const button = e.submitter, rows = list(zone).children, field = input(zone);
		if (button) button.disabled = true;
		try {
			for (const [i, f] of files.entries()) {
				const id = await send(zone.dataset.drop, form.elements.token.value, f, rows[i]);
				form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'uploaded', value: id }));
			}
			field.disabled = true;
		} catch (x) {
			form.querySelectorAll('[name=uploaded]').forEach(h => h.remove());
			if (x.status !== 404 && x.status !== 405) {
				const told = zone.querySelector('.problem') || zone.appendChild(Object.assign(document.createElement('p'), { className: 'problem' }));
				told.setAttribute('role', 'alert');
				told.textContent = x.status ? x.message : 'Mất nối với máy chủ. Phần đã gửi vẫn còn: bấm lại để gửi tiếp.';
				if (button) button.disabled = false;
				return;
			}
		}
		if (button) button.disabled = false;
		whole.add(form);
		form.requestSubmit(button);
	}, true);

	document.addEventListener('htmx:xhr:progress', e => {
		const zone = e.target.closest?.('form')?.querySelector('[data-drop]');
		if (!zone || !e.detail.lengthComputable || !input(zone)?.files.length) return;
		const files = [...input(zone).files], part = e.detail.loaded / e.detail.total;
		[...zone.querySelectorAll('.uploads li')].forEach((li, i) => show(li, files[i], files[i].size * part));
	});
	document.addEventListener('change', e => { const zone = e.target.closest('[data-drop]'); if (zone && e.target.type === 'file') list(zone); });
	for (const name of ['dragenter', 'dragover', 'dragleave', 'drop'])
		document.addEventListener(name, e => {
			const zone = e.target.closest?.('[data-drop]');
			if (!zone || !e.dataTransfer?.types.includes('Files')) return;
			e.preventDefault();
			zone.classList.toggle('over', name === 'dragenter' || name === 'dragover');
			if (name !== 'drop') return;
			const field = input(zone), taken = new DataTransfer();
			for (const f of [...(field.multiple ? field.files : []), ...e.dataTransfer.files].slice(0, field.multiple ? undefined : 1)) taken.items.add(f);
			field.files = taken.files;
			field.dispatchEvent(new Event('change', { bubbles: true }));
		});
})();
