-- What wrk asks for, for bench/serve: PEOPLE (a file made by crowd) take turns. KIND get: PATH; save: progress of the remedy of each; bare:
-- PATH without a cookie, BODY posted where it is given. Prints: a second, ms of the median and of 99 in 100, answers, bytes each, errors.
local threads = 0

function setup(thread)
	thread:set("first", threads * 97)
	threads = threads + 1
end

function init()
	local kind, path = os.getenv("KIND"), os.getenv("ASK")
	local form = { ["Content-Type"] = "application/x-www-form-urlencoded" }
	requests, at = {}, first
	if kind == "bare" then
		local body = os.getenv("BODY")
		requests[1] = body and wrk.format("POST", path, form, body) or wrk.format("GET", path)
		return
	end
	for line in io.lines(os.getenv("PEOPLE")) do
		local secret, token, remedy = line:match("(%S+) (%S+) (%S+)")
		if kind == "get" then
			requests[#requests + 1] = wrk.format("GET", path, { Cookie = "khacphuc=" .. secret })
		else
			form.Cookie = "khacphuc=" .. secret
			requests[#requests + 1] = wrk.format("POST", "/theo-doi/" .. remedy .. "/tien-do", form,
				"state=in_progress&percent=" .. #requests % 100 .. "&text=%C4%90ang+r%C3%A0+so%C3%A1t&token=" .. token)
		end
	end
end

function request()
	at = at % #requests + 1
	return requests[at]
end

function done(summary, latency)
	local e = summary.errors
	io.write(string.format("RESULT %.1f %.2f %.2f %d %.0f %d\n", summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000,
		latency:percentile(99) / 1000, summary.requests, summary.bytes / summary.requests, e.connect + e.read + e.write + e.status + e.timeout))
end
