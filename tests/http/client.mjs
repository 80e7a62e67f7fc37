// client.mjs [PART-OF-NAME] -- a client made of the description at /api alone: one call for each operation, on the record of tools/demo-record
//
// Who calls is the first person whose rights (may) are what the operation's security asks for; path, query and body are its examples.
// Right is: a status of success that is declared, of a declared type, JSON that keeps to the declared schema, a location that opens; and
// for who is not logged in the 401 that is declared. KHACPHUC_PROGRAM: the program, else build/khacphuc.
// Fetched first: tools/third tests/http. The last line is "N passed, N failed, N skipped".
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = resolve(dirname(fileURLToPath(import.meta.url)), '../..'), part = process.argv[2] || '';
if (!existsSync(join(source, 'tests/http/node_modules/ajv'))) {
	console.log('no tests/http/node_modules here: run tools/third tests/http\n0 passed, 0 failed, 1 skipped');
	process.exit(0);
}
const { default: Ajv } = await import('ajv/dist/2020.js');
const program = resolve(process.env.KHACPHUC_PROGRAM || join(source, 'build/khacphuc'));
const people = ['lan', 'minh', 'tham', 'quantri'];      // of tools/demo-record: together they have every right that a page asks for

// Adding comes first, so that what the examples name is there; then reading, changing, and what ends something, for this reason:
const LAST = {
	post_nhap_job_nhan: 'the plan that is taken in replaces the one whose remedies the examples name',
	post_diem_trang_thai: 'a sheet that is locked takes no more figures',
	post_don_vi_gop: 'its units have ended then',
	post_dang_xuat: 'the session is over',
};
// What a person would wait for too.
const READY = {
	post_nhap_job_sua: async who => (await who.get('get_nhap_job')).waiting === false,
	get_bao_cao_hang_loat_tep: async who => (await who.send('GET', address(named('get_bao_cao_hang_loat_tep')))).status === 200,
};

// -- the record and the description

const dir = mkdtempSync(join(tmpdir(), 'khacphuc-client.')), at = join(dir, 'hoso');
const run = (command, ...args) => {
	const r = spawnSync(command, args, { cwd: source, encoding: 'utf8', maxBuffer: 1 << 26 });
	if (r.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${r.status}\n${r.stderr}`);
	return r.stdout;
};
const freePort = () => new Promise(done => {
	const s = createServer().listen(0, '127.0.0.1', () => { const { port } = s.address(); s.close(() => done(port)); });
});
run('tools/demo-record', at, program);
const api = JSON.parse(run(program, 'page', 'GET', '/api', '--at', at, '--as', 'quantri', '--format', 'json'));
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema(api, 'api', false, false);

const operations = Object.entries(api.paths).flatMap(([path, item]) => Object.entries(item).map(([method, op]) => ({ path, method, op })));
const named = id => operations.find(x => x.op.operationId === id);
const turn = ({ path, method, op }) => op.operationId in LAST ? 3 + Object.keys(LAST).indexOf(op.operationId) : method === 'get' ? 1 : path.includes('{') ? 2 : 0;

// -- what a call is made of

const pairs = (name, value) => (Array.isArray(value) ? value : [value]).map(v => [name, String(v)]);

function address({ path, op }) {
	const given = op.parameters.filter(p => p.example !== undefined);
	const query = new URLSearchParams(given.filter(p => p.in === 'query').flatMap(p => pairs(p.name, p.example)));
	const at = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(given.find(p => p.in === 'path' && p.name === name).example));
	return query.size ? `${at}?${query}` : at;
}

const isFile = s => s.contentMediaType !== undefined || (s.items && isFile(s.items));

function body({ op }, said) {
	const [type, media] = Object.entries(op.requestBody?.content ?? { 'application/x-www-form-urlencoded': { example: {} } })[0];
	if (type === 'application/x-www-form-urlencoded')
		return new URLSearchParams(Object.entries({ ...media.example, ...said }).flatMap(([name, value]) => pairs(name, value)));
	if (type !== 'multipart/form-data') throw new Error(`no client sends ${type}`);
	const form = new FormData();
	for (const [name, s] of Object.entries(media.schema.properties))
		for (const [, value] of s.examples ? pairs(name, s.examples[0]) : [])
			isFile(s) ? form.append(name, new Blob([value], { type: 'application/octet-stream' }), 'vi-du.md') : form.append(name, value);
	return form;
}

// -- a person before the server

let server, home;
class Person {
	cookies = new Map();
	async send(method, where, body, headers = {}) {
		const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const answer = await fetch(home + where.replace(/#.*/, ''),
			{ method, body, redirect: 'manual', headers: { Accept: 'application/json', ...(cookie && { Cookie: cookie }), ...headers } });
		for (const set of answer.headers.getSetCookie()) {
			const [, name, value] = set.match(/^([^=]+)=([^;]*)/);
			value ? this.cookies.set(name, value) : this.cookies.delete(name);
		}
		const type = (answer.headers.get('content-type') ?? '').split(';')[0], bytes = Buffer.from(await answer.arrayBuffer());
		return { status: answer.status, type, bytes, json: type === 'application/json' ? JSON.parse(bytes) : undefined };
	}
	async get(id) { return (await this.send('GET', address(named(id)))).json; }
	async call(x, said) {
		if (x.method === 'get') return this.send('GET', address(x));
		const { form_token } = await this.get(this.may ? 'get_tai_khoan' : 'get_dang_nhap');
		return this.send('POST', address(x), body(x, said), { 'X-Form-Token': form_token });
	}
	async login(said) {
		const answer = await this.call(named('post_dang_nhap'), said);
		if (answer.status !== 200) throw new Error(`log in: ${answer.status} ${answer.bytes}`);
		this.may = (await this.get('get_tai_khoan')).may;
		return this;
	}
}

// -- one operation

function declared({ path, method, op }, { status, type, json }) {
	const response = op.responses[status], key = response?.$ref?.split('/').pop();
	if (!response) return [`${status} is not declared`];
	const content = (key ? api.components.responses[key] : response).content ?? {};
	const pointer = key ? `/components/responses/${key}` : `/paths/${path.replaceAll('/', '~1')}/${method}/responses/${status}`;
	if (!(type in content) && !('*/*' in content)) return [`${status}: ${type} is not declared`];
	if (!content[type]?.schema) return [];
	const place = encodeURI(`api#${pointer}/content/${type.replaceAll('/', '~1')}/schema`);
	return ajv.validate({ $ref: place }, json) ? [] : [`${status} is not as declared: ${ajv.errorsText()}`];
}

async function problems(x, everybody) {
	const { op } = x, id = op.operationId, open = !op.security.some(s => s.session), wrong = [];
	const who = open || id === 'post_dang_nhap' ? new Person() : everybody.find(p => op.security.some(s => s.session.every(right => p.may[right])));
	if (!who) return ['nobody has the right'];
	for (let i = 0; READY[id] && !(await READY[id](who)); i++) {
		if (i === 600) return ['never ready'];
		await new Promise(done => setTimeout(done, 100));
	}
	if (!open && id !== 'post_dang_nhap') {
		const refused = await new Person().call(x);
		if (refused.status !== 401) wrong.push(`not logged in: ${refused.status}`);
		wrong.push(...declared(x, refused));
	}
	const answer = await who.call(x);
	if (answer.status >= 300) wrong.push(`${answer.status} ${answer.bytes}`);
	wrong.push(...declared(x, answer));
	if (!answer.bytes.length) wrong.push('nothing is sent');
	if (answer.json?.location) {
		const next = await who.send('GET', answer.json.location);
		if (next.status !== 200) wrong.push(`its location ${answer.json.location}: ${next.status} ${next.bytes}`);
	}
	if (id === 'get_api' && !wrong.length && JSON.stringify(answer.json) !== JSON.stringify(api)) wrong.push('not what khacphuc page prints');
	return wrong;
}

// -- all

let passed = 0, failed = 0;
const tell = (name, wrong) => {
	wrong.length ? failed++ : passed++;
	console.log(wrong.length ? `FAILED ${name}\n       ${wrong.join('\n       ')}` : `ok     ${name}`);
};
try {
	const port = await freePort();
	home = `http://127.0.0.1:${port}`;
	server = spawn(program, ['serve', '--at', at, '--port', String(port)], { stdio: ['ignore', 'ignore', process.env.KHACPHUC_LOG ? 'inherit' : 'ignore'] });
	for (let i = 0; !(await fetch(home + '/dang-nhap').catch(() => null)); i++) {
		if (i === 100 || server.exitCode !== null) throw new Error('khacphuc serve does not answer');
		await new Promise(done => setTimeout(done, 100));
	}
	const everybody = [];
	for (const login of people) everybody.push(await new Person().login({ login }));
	for (const x of [...operations].sort((a, b) => turn(a) - turn(b)))
		if (x.op.operationId.includes(part)) tell(`${x.method} ${x.path}`, await problems(x, everybody).catch(e => [e.stack]));
	const rows = readFileSync(join(source, 'src/web/pages.def'), 'utf8').match(/^PAGE\(/gm).length;
	tell('every page is described', rows === operations.length ? [] : [`${rows} pages, ${operations.length} operations`]);
	tell('every rule is of an operation', Object.keys({ ...LAST, ...READY }).filter(id => !named(id)));
} finally {
	if (server && server.exitCode === null) {
		const ended = new Promise(done => server.once('exit', done));
		server.kill('SIGTERM');
		await ended;
	}
	rmSync(dir, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed ? 1 : 0);
