/* khacphuc-pdf -- the program that draws: trees in, PDF out, one after another, in a box
 *
 * Pango and cairo bring forty libraries with them, for which khacphuc would pay at every start: so they sit here. docout/pdf.h starts it
 * and says what goes over the wire. Before it looks at a byte it closes the door: no network, no process, no file but fonts.
 */
#include "base/box.h"
#include "base/talk.h"
#include "doc/wire.h"
#include "docout/pdf.h"
#include "draw/pdf.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char *const fonts[] = {
	"/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/fontconfig", "/etc/fonts", "/var/cache/fontconfig", NULL,
};

static bool enter(void)
{
	static const struct box box = {
		.calls = BOX_PROGRAM, .memory = PDF_MEMORY, .cpu = PDF_CPU, .files = 64, .readable = fonts,
	};
	const char *step;
	if (box_enter(&box, &step))
		return true;
	fprintf(stderr, "%s: %s", step, strerror(errno));
	return false;
}

static bool answer(char kind, str bytes)
{
	CLEANUP(arena_close) struct arena *a = arena_open(PDF_MEMORY / 2);
	struct buf b = buf_open(a);
	buf_put(&b, (str){ &kind, 1 });
	buf_put(&b, bytes);
	return talk_say(buf_str(&b));
}

static bool answer_error(const struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	struct buf b = buf_open(a);
	wire_put_error(&b, e);
	return answer(PDF_ERROR, buf_str(&b));
}

static bool draw(const struct face *f, str bytes)
{
	CLEANUP(arena_close) struct arena *a = arena_open(PDF_MEMORY / 2);
	struct wire w = { bytes.p, bytes.p + bytes.n, NULL };
	const struct node *root = wire_document(&w, a);
	struct err e = { 0 };
	if (!root || w.p != w.end) {
		fail(&e, ERR_SYSTEM, "Phần vẽ PDF không hiểu nội dung được giao.");
		err_hint(&e, "Đây là lỗi của chương trình: hãy báo cho người làm chương trình.");
		err_detail(&e, "wire: %s", w.bad ? w.bad : "more than a tree");
		return answer_error(&e);
	}
	GByteArray *pdf = pdf_of(f, root, &e);
	if (!pdf)
		return answer_error(&e);
	bool ok = answer(PDF_DRAWN, (str){ (const char *)pdf->data, pdf->len });
	g_byte_array_unref(pdf);
	return ok;
}

/* Without the font each answer is the error: whoever asks is told why. */
int main(void)
{
	static struct face face;
	struct err e = { 0 };
	str question;
	if (!enter())
		return PDF_NO_BOX;
	bool said = true, ready = face_open(&face, &e);
	while (said && talk_hear(PDF_QUESTION, &question)) {
		said = ready ? draw(&face, question) : answer_error(&e);
		free((void *)(uintptr_t)question.p);
	}
	_exit(0);                                              /* what looks for leaks at the end cannot, in the box */
}
