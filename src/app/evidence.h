/* app/evidence.h -- evidence: a file kept by its content, and what it proves
 *
 * SHAPE    The bytes go first into evidence/ (store/blobs.h), then all rows in one transaction. Where that fails the bytes stay without a
 *          row: harmless, khacphuc verify names them, and the next time the same file is not kept twice. A thing it is for: a code of
 *          a criterion ("3.1.2",
 *          in the newest cycle that has it, or --year), a finding ("T12",
 *          "#12") or a remedy ("G7"). Who may: the office; an official for what is
 *          their own: a remedy (view own_remedy), a finding that it mends, the criterion of such a finding.
 *          evidence_get reads the newest file, verified, into a new file; evidence_open says where a file lies whose bytes have just been
 *          verified: they are sent from there, however large. ord: which of its files, 0: the newest.
 *          evidence_add_all: each file a piece of evidence of its own, all or none, in one transaction. What nobody titled is called as its
 *          file is. evidence_targets: "3.1.2, T12; G7" as a person types it.
 *          evidence_list: .words all stand in title, number or issuer, with marks or without, of the newest EVIDENCE_WALK; .of: what it
 *          proves; expiring: it has expired, or will in EVIDENCE_SOON days.
 * UNITS    days as typed; EVIDENCE_MOST bytes a file
 * ERRORS   ERR_INPUT; ERR_NOT_FOUND; ERR_LIMIT; ERR_DENIED; ERR_FORMAT the bytes kept are damaged; ERR_CONFLICT somebody was faster
 * MEMORY   arena
 * SOURCE   issue 5 (evidence); domain.md 1, 2 (3)
 */
#ifndef APP_EVIDENCE_H
#define APP_EVIDENCE_H
#include "app/layout.h"
#include "app/record.h"
#include "core/plan.h"

#define EVIDENCE_MOST ((size_t)512 << 20)
enum { EVIDENCE_PAGE = 20, EVIDENCE_SOON = 30, EVIDENCE_WALK = 5000 };       /* EVIDENCE_SOON: days before it expires */

struct evidence_said { const char *title, *number, *issuer, *issued, *expires, *where; int year; strs targets; };
struct evidence_file { const char *path; str name; };      /* name: as the person's file is called; no text: as the path ends */
/* again: the same bytes were kept before; known: of which evidence that the person may see, 0: of none */
struct evidence_kept { int64_t id; int64_t size; bool again; int64_t known; str known_title, name, sha; strs told; };
/* Neither finding nor remedy: a criterion. at: the finding on whose page it stands, 0: none */
struct evidence_aim { int64_t finding, remedy, at; str code, what, pointer; int year; };
struct evidence_item { int64_t id; str title, number, issuer, unit, proves; struct date issued,
        expires; int files; VEC(struct evidence_aim) aims; };
struct evidence_lack { int64_t finding; str unit, code, name; int year; points lost; };
struct evidence_page { VEC(struct evidence_item) items; VEC(struct evidence_lack) lacks; struct date today; bool more; };
struct evidence_ask { int64_t body; str words, of; bool expiring, unlinked; int page; };
struct evidence_bytes { int ord; int64_t size; str name, sha, path; };               /* path: of evidence_open alone */
struct evidence_one {
	struct evidence_item item; int64_t body; int revision; struct date today;
	VEC(struct evidence_bytes) files;              /* newest first */
	VEC(struct change_row) history;
};

MUST_CHECK bool evidence_add(struct record *r, struct arena *a, int64_t body, const char *path, const struct evidence_said *s,
                             struct evidence_kept *ret,
                             struct err *e);
MUST_CHECK bool evidence_add_all(struct record *r, struct arena *a, int64_t body, const struct evidence_file *files, size_t n,
                                 const struct evidence_said *s, struct evidence_kept *ret, struct err *e);      /* ret: n of them */
/* file NULL: only what is said of it. revision 0: whatever it is now. */
MUST_CHECK bool evidence_revise(struct record *r, struct arena *a, int64_t id, int revision, const struct evidence_file *file,
                                const struct evidence_said *s, struct evidence_kept *ret, struct err *e);
MUST_CHECK bool evidence_link(struct record *r, struct arena *a, int64_t id, const struct evidence_said *s, struct err *e);
MUST_CHECK bool evidence_get(struct record *r, struct arena *a, int64_t id, const char *path, str *ret_name, struct err *e);
MUST_CHECK bool evidence_open(struct record *r, struct arena *a, int64_t id, int ord, struct evidence_bytes *ret, struct err *e);
MUST_CHECK bool evidence_show(struct record *r, struct arena *a, int64_t id, struct evidence_one *ret, struct err *e);
MUST_CHECK bool evidence_list(struct record *r, struct arena *a, const struct evidence_ask *q, struct evidence_page *ret, struct err *e);
/* Lost criteria without any. */
MUST_CHECK bool evidence_missing(struct record *r, struct arena *a, int64_t body, int year, int page, struct evidence_page *ret,
                                 struct err *e);
strs evidence_targets(struct arena *a, str typed);
str evidence_text(struct arena *a, const struct evidence_page *p, const struct layout *y);
str evidence_json(struct arena *a, const struct evidence_page *p);
str evidence_age(struct arena *a, struct date expires, struct date today);      /* "đã hết hiệu lực 3 ngày",
        "còn 5 ngày"; empty: nothing to tell */

#endif
