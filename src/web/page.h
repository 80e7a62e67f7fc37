/* web/page.h -- a page is one file page_NAME.c, one template html/NAME.html and one line of web/pages.def
 *
 * SHAPE    struct page says by which method and path it is asked for, who may ask, and every parameter with its kind and bounds; run sees
 *          only what was declared and checked, and fills one view (web/view.h). A page that does not say who is refused: pages are closed
 *          by default. The same rows print /api (OpenAPI) and are walked by tests/http/rights.tsv.
 *          who   ANYBODY (login, style sheets); PERSON: any who is logged in, what they see of it the statements say (search, due);
 *                RIGHT: who has one of .acts in .area for the body that the page is .of.
 *          of    which body that is: PLACE: parameter "unit", else the first that the person has the right in; a finding, remedy …: of the
 *                row that parameter .id names; HIGHEST: the top of the record (cycles, sets).
 *          GET   fills the view. A place (unit, year) stands around every page with .of: q->place.
 *          POST  changes, then req_go (303). Refused, the page .form is shown again, status of the error, with what was typed laid over
 *                the object .typed of its view ("form"), so a template writes value="{{form.title}}" and nothing is typed twice.
 * UNITS    text: bytes at most, after trimming and NFC; numbers and ids as bounds say
 *          here (menu, years) is a yes; the whole address stands around as here, links as path.
 * ERRORS   run: false with *e; INPUT and FORMAT are 422, LIMIT 413, NOT_FOUND 404, DENIED 403, CONFLICT 409, SYSTEM 503
 * MEMORY   q->a, freed when the reply is sent
 * SOURCE   issue 6; domain.md 1 (rights); RFC 9110
 */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H
#include "app/record.h"
#include "app/right.h"
#include "base/err.h"
#include "web/view.h"

enum method { GET, POST };
enum who { WHO_UNSAID, WHO_ANYBODY, WHO_PERSON, WHO_RIGHT };

enum param_kind {
	PARAM_END,
	PARAM_ID,          /* 1 …; in a path, what is none of these is 404 */
	PARAM_IDS,         /* given 0 to .max times */
	PARAM_NUMBER,      /* .min … .max */
	PARAM_TEXT,        /* .min … .max bytes on one line */
	PARAM_LINES,       /* … with line ends */
	PARAM_TEXTS,       /* given 0 to .max times, each at most SAID_NAME bytes */
	PARAM_CHOICE,      /* one of .choices */
	PARAM_DAY,         /* "2026-06-14" (what input type=date sends) or as people type it */
	PARAM_YES,         /* given: yes */
	PARAM_SECRET,      /* as PARAM_LINES; never shown again, never logged */
	PARAM_FILE,        /* .max bytes */
	PARAM_FILES,       /* several, each .max bytes */
};
struct param {
	const char        *name, *label;           /* label: for the sentence when it is wrong, and for the API */
	enum param_kind    kind;
	int64_t            min, max;
	bool               wanted;                 /* must be given and not empty */
	const char *const *choices;                /* ended by NULL */
};
enum { PAGE_PARAMS = 20, REQ_GIVEN = 400, REQ_FORM_MOST = 1 << 20 };

struct given  { str name, value; };            /* value: of a file its name */
struct upload { const char *param; str name, path; int64_t size; };      /* path: deleted when the page has run, unless moved away */

struct page;
struct slow;
struct few;
struct req {
	struct record     *r;                  /* with the person as its actor; nobody on pages for anybody */
	struct arena      *a;
	const struct page *page;
	enum method        method;
	str                path, query;        /* as asked for, without the part behind '#' */
	str                address;            /* of the other side, for the log and the slow-down of logging in */
	str                host, origin;       /* headers; no text: not sent */
	str                token;              /* header X-Form-Token, of a program; a browser sends the field "token" */
	bool               secure;             /* X-Forwarded-Proto: https */
	struct slow       *slow;               /* web/slow.h; NULL: nobody is slowed down */
	struct few        *few;                /* web/few.h; NULL: everybody at once */
	const char        *as;                 /* login of who is believed without a session: who has the record's folder; NULL: nobody */
	bool               json, htmx;
	struct person_here person;             /* id 0: nobody is logged in */
	struct place       place;              /* id 0: the page is of no body */
	VEC(struct given)  given;
	VEC(struct upload) files;
	struct err         failed;             /* what went wrong while the body came: the page is not run, and this is said */
	struct reply      *reply;
	str                cookie;             /* "khacphuc": the secret that the browser sent; no text: none */
	str                flash;              /* "khacphuc_tin": notices for this page, sealed; no text: none */
};

enum reply_kind { REPLY_VIEW, REPLY_GO, REPLY_BYTES, REPLY_FILE };
struct reply {
	int             status;
	enum reply_kind kind;
	str             body, type;            /* of BYTES and FILE; VIEW: filled by the dispatcher */
	str             location;              /* GO */
	str             path, name;            /* FILE: of the bytes; as what it is saved (also of BYTES; no text: it is shown) */
	str             cookie, flash;         /* two headers Set-Cookie, whole; no text: none */
	int             retry_after;           /* seconds, of 429 and 503; 0: no such header */
	strs            notices;               /* what the person is told on the next page */
	size_t          missing;               /* names that a template asked for and nobody put: our mistake; tests want 0 */
	str             missing_first;
};

struct page {
	enum method        method;
	const char        *path;               /* "/ton-tai/:finding" */
	const char        *title;              /* of the page, Vietnamese; POST: what its button does */
	const char        *help;               /* one sentence, under the title of the page and in the API */
	enum who           who;
	const char        *area, *acts;        /* "findings", "change|propose" */
	enum place_of      of;
	const char        *id;                 /* the parameter that names the row, for .of other than PLACE and HIGHEST */
	struct param       params[PAGE_PARAMS];
	const char        *template;           /* html/NAME.html; NULL: the page replies by itself (POST, downloads) */
	const struct page *form;               /* POST: the page that has its form */
	const char        *typed;              /* … and the object there that keeps what was typed; NULL: "form" */
	const char        *example;            /* GET: "/ton-tai/1"; POST: "finding=1&cause=…", of a file its text; on the record of tools/demo-record,
	                                    *  where tests/http/client.mjs sends each */
	const char        *json;               /* what run sends is JSON by itself: its schema */
	const char        *source;
	bool (*run)(struct req *q, struct view *v, struct err *e);
};

#define PAGE(id) extern const struct page page_##id;
#include "web/pages.def"
#undef PAGE
struct pages { const struct page *const *at; size_t n; };
struct pages pages_all(void);

/* Declared parameters alone. One that was not given: 0, no text, NULL, false. */
int64_t     param_id(const struct req *q, const char *name);       /* also NUMBER */
str         param_text(const struct req *q, const char *name);
const char *param_said(const struct req *q, const char *name);     /* NULL: not given at all; "" given and empty: for the …_said of app/ */
bool        param_yes(const struct req *q, const char *name);
struct date param_day(const struct req *q, const char *name);
strs        param_texts(const struct req *q, const char *name);
typedef VEC(int64_t) ids;
ids         param_ids(const struct req *q, const char *name);
const struct upload *param_file(const struct req *q, const char *name);      /* NULL: none */

bool req_go(struct req *q, const char *fmt, ...) PRINTF(2, 3);     /* 303 to an address of ours; always true */
void req_tell(struct req *q, str notice);                          /* shown on the next page, once */
bool req_send(struct req *q, str bytes, const char *type, str name);             /* always true */
bool req_send_file(struct req *q, str path, const char *type, str name);
/* This address with one parameter changed; value no text: taken away. For pages and filters. */
str  req_with(struct req *q, const char *name, str value);
/* "page", "pages_before", "pages_after" …: links to the page before and after, for html/part_pages.html */
void view_pages(struct req *q, struct view *v, int page, bool more, int64_t total, int size);      /* total -1: not known */

#define PARAM_PLACE { "unit", "đơn vị", PARAM_ID }, { "year", "năm", PARAM_NUMBER, 2000, 2200 }
#define PARAM_PAGE  { "page", "trang", PARAM_NUMBER, 1, 100000 }

/* For who takes requests in: the fields of a body "a=1&b=2" to q->given (those of q->query the dispatcher takes by itself). */
MUST_CHECK bool req_fields(struct req *q, str text, struct err *e);
/* Who is here from now on: the browser is told to keep the secret; no text: to forget it. */
void req_secret(struct req *q, str secret);

/* One request from beginning to end: person, page, right, parameters, run, template or JSON. *ret is always filled; nothing of the
 * request stays in q->r. To be filled before: r (open, nobody in it), a, method, path, query and, where they were sent, address, host,
 * origin, token, secure, json, htmx, cookie, flash, as, the fields and files of the body, failed; slow. */
void web_dispatch(struct req *q, struct reply *ret);

#endif
