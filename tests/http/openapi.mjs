// openapi.mjs -- a description of our API on standard input: is it OpenAPI 3.1, does every reference lead somewhere, is every path
// parameter declared, every operation named once, and does every example keep to its own schema? Silent and 0 when all of it is so.
import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv from "ajv/dist/2020.js";

const api = JSON.parse(readFileSync(0, "utf8"));
const wrong = [];
const validator = new Validator();
const result = await validator.validate(structuredClone(api));
if (!result.valid) wrong.push(`no OpenAPI: ${JSON.stringify(result.errors, null, 1)}`);
if (validator.version !== "3.1") wrong.push(`version ${validator.version}, not 3.1`);
else validator.resolveRefs();

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const names = new Set();

function example(where, schema, value) {
	if (value !== undefined && !ajv.validate(schema, value)) wrong.push(`${where}: ${JSON.stringify(value)}: ${ajv.errorsText()}`);
}

for (const [path, item] of Object.entries(api.paths))
	for (const [method, op] of Object.entries(item)) {
		const where = `${method} ${path}`, known = new Set();
		if (names.has(op.operationId)) wrong.push(`${where}: ${op.operationId} is there twice`);
		names.add(op.operationId);
		if (!op.summary || !op.description) wrong.push(`${where}: no title or no help`);
		for (const p of op.parameters) {
			if (known.has(p.name)) wrong.push(`${where}: ${p.name} is there twice`);
			known.add(p.name);
			if (p.in === "path" && !path.includes(`{${p.name}}`)) wrong.push(`${where}: ${p.name} is not in the path`);
			if (p.in === "path" && p.example === undefined) wrong.push(`${where}: no example of ${p.name}`);
			example(`${where}: ${p.name}`, p.schema, p.example);
		}
		for (const [, name] of path.matchAll(/\{(.*?)\}/g)) if (!known.has(name)) wrong.push(`${where}: ${name} is not declared`);
		for (const { schema, example: whole } of Object.values(op.requestBody?.content ?? {})) {
			example(where, schema, whole);
			for (const [name, field] of Object.entries(schema.properties)) example(`${where}: ${name}`, field, field.examples?.[0]);
		}
		for (const tag of op.tags) if (!api.tags.some((t) => t.name === tag)) wrong.push(`${where}: tag ${tag} is not listed`);
	}
if (wrong.length) {
	console.log(wrong.join("\n"));
	process.exit(1);
}
