#include "web/body.h"
#include "base/fd.h"
#include "base/fold.h"
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <uninorm.h>
#include <unistd.h>

enum { NAME_MOST = 255, PART_HEAD = 512 };

/* -- what goes wrong ------------------------------------------------------------------------------------ */

static void close_file(struct body *b)
{
	fd_close(&b->fd);
	b->fd = -1;
	b->param = NULL;
}

/* Nothing of a body that cannot be taken whole is kept. */
static bool give_up(struct body *b)
{
	body_close(b);
	b->field = NULL;
	return false;
}

static bool unwritten(struct body *b, int why)
{
	bool full = why == ENOSPC || why == EDQUOT || why == EFBIG;
	fail(&b->e, ERR_SYSTEM, full ? "Đĩa của máy chủ đã đầy nên chưa nhận được tệp; không giữ lại gì của lần gửi này." :
	                               "Máy chủ không ghi được tệp bạn gửi; không giữ lại gì của lần gửi này.");
	err_hint(&b->e, "Báo người quản trị, rồi gửi lại sau.");
	err_detail(&b->e, "%s: %s", b->folder, strerror(why));
	return give_up(b);
}

static bool too_much(struct body *b)
{
	fail(&b->e, ERR_LIMIT, "Mẫu gửi lên lớn quá: phần chữ tối đa %d KB, %d mục, %d tệp một lần.", REQ_FORM_MOST >> 10, REQ_GIVEN, UPLOADS_MOST);
	err_hint(&b->e, "Gửi làm nhiều lần.");
	return give_up(b);
}

static bool too_large(struct body *b, str name, int64_t most)
{
	fail(&b->e, ERR_LIMIT, "Tệp “%.*s” lớn quá: ở đây mỗi tệp tối đa %lld MB.", SF(name), (long long)(most >> 20));
	err_hint(&b->e, "Chia nhỏ hoặc nén tệp lại rồi gửi.");
	return give_up(b);
}

void body_broken(struct body *b)
{
	if (b->e.code)
		return;
	fail(&b->e, ERR_INPUT, "Nội dung gửi lên bị cắt giữa chừng hoặc không đúng dạng multipart/form-data.");
	err_hint(&b->e, "Gửi lại.");
	give_up(b);
}

/* -- what is coming ------------------------------------------------------------------------------------- */

static bool is_type(str type, str want)
{
	str s = str_trim(str_sub(type, 0, str_find(type, S(";"), 0)));
	return s.n == want.n && !strncasecmp(s.p, want.p, s.n);
}

int64_t body_most(const struct page *page)
{
	int64_t most = REQ_FORM_MOST;
	for (const struct param *p = page->params; p->kind != PARAM_END; p++)
		if (p->kind == PARAM_FILE || p->kind == PARAM_FILES)
			most += (p->kind == PARAM_FILES ? UPLOADS_MOST : 1) * (p->max + PART_HEAD);
	return most;
}

bool body_open(struct body *b, struct req *q, const struct page *page, const char *folder, str type, int64_t length)
{
	*b = (struct body){ .q = q, .page = page, .folder = folder, .fd = -1, .text = buf_open(q->a) };
	b->kind = is_type(type, S("multipart/form-data")) ? BODY_PARTS
	        : is_type(type, S("application/x-www-form-urlencoded")) ? BODY_FIELDS : BODY_NONE;
	if (b->kind == BODY_NONE && length) {
		fail(&b->e, ERR_INPUT, "Kiểu nội dung “%.*s” không nhận ở đây.", (int)(type.n > 80 ? 80 : type.n), type.p ? type.p : "");
		return err_hint(&b->e, "Gửi application/x-www-form-urlencoded, hoặc multipart/form-data khi có tệp.");
	}
	return length <= (b->kind == BODY_PARTS ? body_most(page) : REQ_FORM_MOST) || too_much(b);
}

void body_text(struct body *b, str bytes)
{
	if (b->e.code)
		return;
	if (b->text.n + bytes.n > REQ_FORM_MOST)
		too_much(b);
	else
		buf_put(&b->text, bytes);
}

/* -- parts ---------------------------------------------------------------------------------------------- */

static const struct param *declared(const struct page *page, str name)
{
	const struct param *p = page->params;
	while (p->kind != PARAM_END && !str_eq(name, str_c(p->name)))
		p++;
	return p->kind == PARAM_END ? NULL : p;
}

/* What stands behind the last '/' or '\', in NFC, without what a name cannot have. */
static str plain_name(struct arena *a, str raw)
{
	size_t from = 0, n = 0;
	for (size_t i = 0; i < raw.n; i++)
		from = raw.p[i] == '/' || raw.p[i] == '\\' ? i + 1 : from;
	str s = str_sub(raw, from, raw.n);
	struct buf b = buf_open(a);
	for (size_t at = 0; at < s.n;) {
		size_t was = at;
		uint32_t c = utf8_next(s, &at);
		buf_put(&b, c < ' ' || c == 0x7f || c == 0xfffd ? S("_") : str_sub(s, was, at));
	}
	uint8_t *nfc = u8_normalize(UNINORM_NFC, (const uint8_t *)b.p, b.n, NULL, &n);
	str ret = str_copy(a, nfc ? (str){ (const char *)nfc, n } : buf_str(&b));
	free(nfc);
	for (size_t end = NAME_MOST; ret.n > NAME_MOST; end--)
		if (((unsigned char)ret.p[end] & 0xc0) != 0x80)
			ret.n = end;
	return ret;
}

static void new_file(struct body *b, const struct param *p, str name)
{
	static atomic_ulong made;
	struct req *q = b->q;
	str path = str_fmt(q->a, "%s/%ld-%lu", b->folder, (long)getpid(), atomic_fetch_add(&made, 1));
	if (q->files.n == UPLOADS_MOST) {
		too_much(b);
		return;
	}
	b->fd = open(path.p, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (b->fd < 0) {
		unwritten(b, errno);
		return;
	}
	b->param = p;
	*vec_add(q->a, &q->files) = (struct upload){ p->name, plain_name(q->a, name), path, 0 };
}

static void end_part(struct body *b)
{
	if (b->field)
		b->field->value = buf_str(&b->text);
	b->field = NULL;
	b->text = buf_open(b->q->a);
	if (b->param)
		close_file(b);
}

void body_part(struct body *b, str name, str file)
{
	const struct param *p = declared(b->page, name);
	bool token = str_eq(name, S("token")), takes = p && (p->kind == PARAM_FILE || p->kind == PARAM_FILES);
	if (b->e.code)
		return;
	end_part(b);
	if (takes && file.n)                               /* without a name: nothing was chosen */
		new_file(b, p, file);
	if (file.p || takes || (!p && !token))
		return;
	if (b->q->given.n == REQ_GIVEN) {
		too_much(b);
		return;
	}
	b->field = vec_add(b->q->a, &b->q->given);
	b->field->name = str_copy(b->q->a, name);
}

void body_bytes(struct body *b, str bytes)
{
	if (b->e.code)
		return;
	if (b->param) {
		struct upload *f = &b->q->files.at[b->q->files.n - 1];
		f->size += (int64_t)bytes.n;
		if (f->size > b->param->max)
			too_large(b, f->name, b->param->max);
		else if (!fd_write(b->fd, bytes))
			unwritten(b, errno);
	} else if (b->field) {
		b->texts += bytes.n;
		if (b->texts > REQ_FORM_MOST)
			too_much(b);
		else
			buf_put(&b->text, bytes);
	}
}

bool body_end(struct body *b, struct err *e)
{
	if (!b->e.code && b->kind == BODY_PARTS)
		end_part(b);
	if (!b->e.code && b->kind == BODY_FIELDS && !req_fields(b->q, buf_str(&b->text), &b->e))
		give_up(b);
	if (b->e.code)
		*e = b->e;
	return !b->e.code;
}

void body_close(struct body *b)
{
	if (!b->q)                                         /* never opened */
		return;
	close_file(b);
	for (size_t i = 0; i < b->q->files.n; i++)
		unlink(b->q->files.at[i].path.p);
	b->q->files.n = 0;
}
