/* web/evidence_view.h -- evidence as pages show it, and the files that a form brings
 *
 * SHAPE    evidence_put: title, number, issuer, issued, expires, age, age_state ("late", "soon"), link, files, proves[{kind, name, code, year,
 *          text, pointer, link}]. evidence_files: what came with the request, whole (files) or in pieces before it (uploaded);
 *          evidence_files_kept: they are kept in the record now, so the pieces may go.
 * ERRORS   as app/incoming.h
 * MEMORY   of the view; of the request
 * SOURCE   issue 6 (7)
 */
#ifndef WEB_EVIDENCE_VIEW_H
#define WEB_EVIDENCE_VIEW_H
#include "app/evidence.h"
#include "web/page.h"

enum { EVIDENCE_FILES = 50, EVIDENCE_TARGETS = 400, EVIDENCE_TITLE = 1000 };
typedef VEC(struct evidence_file) evidence_files;

void evidence_put(struct view *v, const struct evidence_item *x, int64_t body, struct date today);
MUST_CHECK bool evidence_files_of(struct req *q, evidence_files *ret, struct err *e);
void evidence_files_kept(struct req *q);
void evidence_tell_kept(struct req *q, const struct evidence_kept *k);

/* What a form says of a piece of evidence; its names are those of the parameters. */
struct evidence_said evidence_said_of(struct req *q);
#define PARAM_EVIDENCE_WORDS { "title", "tên", PARAM_TEXT, 0, EVIDENCE_TITLE }, { "number", "số, ký hiệu", PARAM_TEXT, 0, 300 }, \
	{ "issuer", "nơi ban hành", PARAM_TEXT, 0, 300 }, { "issued", "ngày ban hành", PARAM_DAY }, { "expires", "hết hiệu lực", PARAM_DAY }
#define PARAM_EVIDENCE_TARGETS { "targets", "chứng minh cho", PARAM_TEXT, 0, EVIDENCE_TARGETS }, \
	{ "where", "chỗ trong tài liệu", PARAM_TEXT, 0, 300 }
#define PARAM_EVIDENCE_FILES { "files", "tệp", PARAM_FILES, .max = EVIDENCE_MOST }, { "uploaded", "tệp đã gửi từng phần", PARAM_TEXTS, 0, EVIDENCE_FILES }

#endif
