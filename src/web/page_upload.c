#include "app/incoming.h"
#include "web/page.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct incoming x;
	str id = param_text(q, "upload");
	const struct upload *piece = param_file(q, "piece");
	if (!(id.n ? incoming_find(q->r, q->a, id, &x, e) : incoming_begin(q->r, q->a, param_text(q, "name"), param_id(q, "size"), &x, e)))
		return false;
	if (piece && !incoming_piece(q->r, q->a, x.id, param_id(q, "at"), piece->path.p, &x, e))
		return false;
	view_text(v, "upload", x.id);
	view_count(v, "have", x.have);
	view_count(v, "size", x.size);
	return req_send(q, view_json(q->a, v), "application/json; charset=utf-8", (str){ 0 });
}

const struct page page_upload = {
	.method = POST, .path = "/tai-len", .title = "Gửi một phần của tệp lớn",
	.help = "Không có upload: bắt đầu một tệp (name, size). Trả lời mã của nó và đã có bao nhiêu byte (have); phần sau gửi từ đó.",
	.who = WHO_RIGHT, .area = "sheets", .acts = "change|change_own", .of = PLACE_UNIT,
	.params = { { "unit", "đơn vị", PARAM_ID }, { "upload", "mã của tệp đang gửi", PARAM_TEXT, 0, 40 },
	            { "name", "tên tệp", PARAM_TEXT, 0, INCOMING_NAME }, { "size", "kích thước tệp", PARAM_NUMBER, 0, (int64_t)512 << 20 },
	            { "at", "vị trí của phần này", PARAM_NUMBER, 0, (int64_t)512 << 20 },
	            { "piece", "phần của tệp", PARAM_FILE, .max = INCOMING_PIECE } },
	.example = "name=anh.txt&size=4&at=0&piece=abcd",
	.json = "{\"type\":\"object\",\"required\":[\"upload\",\"have\",\"size\"],\"properties\":{\"upload\":{\"type\":\"string\"},"
	        "\"have\":{\"type\":\"integer\"},\"size\":{\"type\":\"integer\"}}}",
	.source = "issue 6 (7): resumable", .run = run,
};
