#include "core/check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
/* after the above */
#include <cmocka.h>

/* Facts are written as lines, and so is what the checks must say of them: everything they say, in
 * their order, so that a row of sound facts fails on any alarm.
 *
 *     doc KIND DATE | cycle YEAR | result POINTS MAX LOST | field CODE MAX POINTS LOST
 *     crit CODE MAX POINTS LOST | year ROLE YEAR WHERE | count N CODE | figure TABLE VALUE WHERE
 *     blank WHAT TEXT | unsure PERCENT TEXT | para TEXT, each followed by "; key=value" for the rest; "-" is absent */

static const struct row { const char *label, *facts, *says;
} rows[] = {
	/* -- difference */
	{ "sound line", "crit 3.3.1 2 1.937 0.063", "" },
	{ "sign and comma do not matter", "crit 6.1.1 2 1,988 -0,012", "" },
	{ "rounding explains", "crit 1.1 1 0.4444 0.56", "" },
	{ "cutting explains", "crit 1.1 1 0.4444 0.55", "" },
	{ "deduction", "crit 3.3.1 2 1.937 -0.027", "error difference 3.3.1 0.027 0.063\n" },
	{ "body slips, annex right", "crit 3.5.2 1 0.5 -0.5; body=-05", "error difference 3.5.2 05 0.5\n" },
	{ "body slips, annex prints none", "crit 3.5.2 1 0.5 -; body=0.4",
	  "error difference 3.5.2 0.4 0.5\n" },
	{ "body repeats the annex: one report", "crit 3.3.1 2 1.937 -0.027; body=-0.027",
	  "error difference 3.3.1 0.027 0.063\n" },
	{ "field", "field 3 14.5 10.099 4.501", "error difference 3 4.501 4.401\n" },
	{ "total", "result 70 95 24", "error difference total 24 25\n" },
	{ "points above the maximum", "crit 1.1 1 1.5 -", "warning difference 1.1 1.5 1\n" },
	{ "a formula is the cause", "crit 1.1 2 1.937 0.027; reason=2 − 1,937 = 0,027",
	  "error formula 1.1 0.027 0.063\n" },

	/* -- sum */
	{ "sound field", "field 1 3 2 1\ncrit 1.1 1 0.5 0.5\ncrit 1.2 1 0.5 0.5", "" },
	{ "no criterion listed: not checked", "field 1 3 2 1\nfield 2 3 2 1\ncrit 1.1 2 1 1", "" },
	{ "a criterion without figures: not checked", "field 1 3 2 1\ncrit 1.1 - - -\ncrit 1.2 1 0.5 0.5",
	  "" },
	{ "field wrong", "field 1 11 6.505 4.495\ncrit 1.1 3 0 -3\ncrit 1.3 2 0.507 -1.493",
	  "error sum 1 4.495 4.493\n" },
	{ "field without printed deduction", "field 1 11 9.03 -\ncrit 1.2 1.50 1.39 -\ncrit 1.7 2.00 0,5 -",
	  "error sum 1 1.97 1.61\n" },
	{ "only the lowest wrong level",
	  "result 12 20 8\nfield 7 20 12 8\nfield 7a - - 3\nfield 7b - - 5\ncrit 7a.1 3 0 3\ncrit 7b.1 4 0 4",
	  "error sum 7b 5 4\n" },
	{ "fields are part of the total", "result 5 10 5\nfield 1 6 3 3\nfield 2 4 2 2", "" },
	{ "a wrong field explains its total", "result 5 10 5; \nfield 1 6 3 4\nfield 2 4 2 2\ncrit 1.1 3 0 3",
	  "error difference 1 4 3\nerror sum 1 4 3\n" },
	{ "rounded total", "result 70.301 95.25 24.95\nfield 1 50 40.301 9.699\nfield 2 45.25 30 15.25",
	  "warning sum total 24.95 24.949\n" },
	{ "rounded total without fields", "result 70.301 95.25 24.95", "warning sum total 24.95 24.949\n" },
	{ "total of maxima", "result 5 11 6\nfield 1 6 3 3\nfield 2 4 2 2",
	  "error sum total 6 5\nerror sum total 11 10\n" },
	{ "a maximum that the field itself refutes", "result 5 10 5\nfield 1 7 3 3\nfield 2 4 2 2",
	  "error difference 1 3 4\n" },
	{ "a selection of fields is not the total", "result 81 100 19\nfield 3 16 14 2\nfield 5 10 7 3", "" },
	{ "all that lost is not all there is", "result 81 100 5; fields=2\nfield 3 16 14 2\nfield 5 10 7 3", "error difference total 5 19\n" },
	{ "all that lost must add up", "result 81 100 19; fields=2\nfield 3 16 14 2\nfield 5 10 7 3", "error sum total 19 5\n" },
	{ "a selection cannot lose more than the total", "result 97 100 3\nfield 3 16 14 2\nfield 5 10 7 3",
	  "error sum total 3 5\n" },
	{ "a selection of criteria is not the total", "result 91.89 100 -\ncrit 1.5 2 0.5 -\ncrit 1.6 3 0 -",
	  "" },
	{ "a list that leaves something out", "result 90 100 -\ncrit 1.5 2 0.5 -\ncrit 1.6 3 0 -\ncrit 3.3.2 1.5 0 -", "warning sum total 10 6\n" },
	{ "a maximum that only the total refutes", "result 8.5 9.0 0.5\nfield 7 4.85 4.25 0\nfield 8 4.75 4.25 0.5", "error sum total 9.0 9.6\n" },
	{ "parent with its children, total counts leaves",
	  "field 7 5 4.5 0.5\ncrit 7.2.1 1 0.5 0.5\ncrit 7.2.1.1 0.5 0.25 0.25\ncrit 7.2.1.2 0.5 0.25 0.25",
	  "" },
	{ "parent wrong beside its children",
	  "field 7 5 4.5 0.5\ncrit 7.2.1 1 0.4 0.6\ncrit 7.2.1.1 0.5 0.25 0.25\ncrit 7.2.1.2 0.5 0.25 0.25",
	  "error sum 7.2.1 0.6 0.5\n" },
	{ "items of the body", "field 2 - - -; body=0.65; item=0.5; item=0.25", "error sum 2 0.65 0.75\n" },
	{ "fields in roman numbers",
	  "field I 3 2 1\nfield II 3 1 2\ncrit 1.1 1 0 1; field=I\ncrit 2.1 2 0 2; field=II", "" },

	{ "total row of the list", "crit 1.1 1 0.5 0.5\ncrit 1.2 2 0.5 1.5\nlisted 3 1 2", "" },
	{ "total row of the list wrong", "crit 1.1 1 0.5 0.5\ncrit 1.2 2 0.5 1.5\nlisted 3.5 1 2.5", "error sum total 2.5 2\nerror sum total 3.5 3\n" },
	{ "total row that contradicts itself", "crit 1.1 1 0.5 0.5\ncrit 1.2 2 0.5 1.5\nlisted 3 1 2.5",
	  "error difference total 2.5 2\nerror sum total 2.5 2\n" },
	{ "total row counts a parent", "crit 1.1.1 1 0.5 0.5\ncrit 1.2 2 0.5 1.5\ncrit 1.2.1 2 0.5 1.5\nlisted - - 3.5", "warning sum total 3.5 2\n" },

	/* -- double count */
	{ "only counting the parent agrees",
	  "field 7b - - 1.5\ncrit 7b.1.1 0.5 0 0.5\ncrit 7b.2.1 1 0.5 0.5\ncrit 7b.2.1.1 0.5 0 0.5",
	  "warning sum 7b 1.5 1\nerror double_count 7b.2.1 0.5 0\n" },
	{ "a parent among leaves",
	  "field 7b - - 3.25\ncrit 7b.2.1 1 0.5 -0.5\ncrit 7b.2.1.1 0.5 0.25 -0.25\ncrit 7b.2.1.2 0.5 0.25 -0.25\n"
	  "crit 7b.2.2.1 0.5 0 -0.5\ncrit 7b.2.2.2 0.5 0 -0.5\ncrit 7b.2.3.1 0.5 0.25 -0.25\ncrit 7b.2.3.2 1.5 0.25 -1.25",
	  "error sum 7b 3.25 3\nerror double_count 7b.2.1 0.5 0\n" },
	{ "counted in the number of criteria",
	  "result - - -; criteria=4\ncrit 1.1.1 1 0.5 0.5\ncrit 1.2 1 0.5 0.5\ncrit 1.2.1 1 0.5 0.5\ncrit 2.1.1 1 0 1\n",
	  "warning double_count 1.2 0.5 0\nwarning count criteria lost 4 3\n" },

	/* -- formula */
	{ "seed 002",
	  "crit 1.2 1.50 1.39 -; reason=(Tỷ lệ % hoàn thành*1.5)/100= số điểm. Kết quả: (90.0*1.5)/100= 1.39 điểm.",
	  "error formula 1.2 1.39 1.35\n" },
	{ "in a paragraph", "para Tổng số: 10 + 4 = 15 điểm", "error formula - 15 14\n" },
	{ "said once", "crit 1.2 2 1 -; reason=2-0,5=1,2\npara 2-0,5=1,2", "error formula 1.2 1.2 1.5\n" },

	/* -- ratio */
	{ "fraction", "crit 7a.3.3.3 0.50 0.466 -; reason=do có 124/132 hồ sơ phát sinh phí",
	  "warning ratio 7a.3.3.3 0.466 0.470\n" },
	{ "fraction fits",
	  "crit 7a.3.2.3 2.00 1.778 -; reason=do có 8/9 hồ sơ, 01/9 hồ sơ tiếp nhận trực tiếp", "" },

	/* -- percent */
	{ "criterion", "crit 1.1 1.50 1.216 -; percent=95.425", "warning percent 1.1 95.425% 81.07%\n" },
	{ "percent of rounded points", "crit 7a.3.1 1.50 1.388 -; percent=92.5", "" },
	{ "points of an exact percent", "crit 3.2.1 1.00 0.919 -; percent=91.94", "" },
	{ "index", "result 70 95 25; percent=74.68", "warning percent total 74.68% 73.68%\n" },
	{ "index right", "result 70 95 25; percent=73,68", "" },

	/* -- count */
	{ "count right", "result 2 4 2; criteria=2\nfield 1 4 2 2\ncrit 1.1 1 0 1\ncrit 1.2 1 0 1", "" },
	{ "count wrong", "result 2 4 2; criteria=3\nfield 1 4 2 2\ncrit 1.1 1 0 1\ncrit 1.2 1 0 1",
	  "error count criteria lost 3 2\n" },
	{ "count wrong either way", "result - - -; criteria=4\nfield 7b - - 0.5\ncrit 7b.2 1 0.5 0.5\ncrit 7b.2.1 0.5 0.25 0.25\ncrit 7b.2.2 0.5 0.25 0.25",
	  "error count criteria lost 4 3\n" },
	{ "fewer stated than listed", "result - - -; criteria=1\ncrit 1.1 - - -\ncrit 1.2 - - -",
	  "error count criteria lost 1 2\n" },
	{ "annex not at hand", "result 70 95 25; criteria=40; fields=8", "" },
	{ "fields lost", "result 7 10 3; fields=3\nfield 1 4 2 2\nfield 2 4 3 1\nfield 3 2 2 0",
	  "error count fields lost 3 2\n" },
	{ "fields lost right", "result 7 10 3; fields=2\nfield 1 4 2 2\nfield 2 4 3 1\nfield 3 2 2 0", "" },
	{ "of one field", "field 1 4 2 2\ncrit 1.1 1 0 1\ncrit 1.2 1 0 1\ncount 03 1",
	  "error count section II 3 2\n" },
	{ "of one field right", "field 1 4 2 2\ncrit 1.1 1 0 1\ncrit 1.2 1 0 1\ncount 02 1", "" },

	/* -- year */
	{ "losses of another year", "cycle 2021\nyear losses 2020 annex column 2",
	  "warning year annex column 2 2020 2021\n" },
	{ "mending in the year of the losses", "cycle 2025\nyear mending 2025 annex title",
	  "warning year annex title 2025 2026\n" },
	{ "mending in the year of the document",
	  "doc plan 2027-02\ncycle 2025\nyear mending 2025 annex title",
	  "warning year annex title 2025 2027\n" },
	{ "years right",
	  "cycle 2024\nyear losses 2024 title\nyear mending 2025 title", "" },
	{ "mending too late", "cycle 2024\nyear mending 2027 title", "warning year title 2027 2025\n" },
	{ "cycle not known", "year losses 2020 title\ncrit 1.1 1 0 -; reason=do năm 2024 không có", "" },
	{ "said once a place", "cycle 2024\nyear losses 2025 title\nyear losses 2025 title",
	  "warning year title 2025 2024\n" },
	{ "reason of a later year",
	  "cycle 2023\ncrit 1.5.1 1.50 0 -; reason=do năm 2024 Sở không có sáng kiến",
	  "warning year 1.5.1 2024 2023\n" },
	{ "reason of the year",
	  "cycle 2023\ncrit 1.5.1 1.50 0 -; reason=trong năm 2023 không có; đã có Quyết định ngày 05/01/2024",
	  "" },
	{ "a promise is no reason", "cycle 2023\ncrit 1.5.1 1.50 0 -; reason=trong năm 2024 Sở sẽ làm", "" },

	/* -- sign */
	{ "one without its minus", "crit 1.1 1 0 -1\ncrit 1.2 1 0 - 1\ncrit 1.3 1 0 -1\ncrit 1.4 1 0.5 0.5",
	  "warning sign 1.4 0.5 -0.5\n" },
	{ "one with a minus", "crit 1.1 1 0 1\ncrit 1.2 1 0 1\ncrit 1.3 1 0 1\ncrit 1.4 1 0.5 -0.5",
	  "warning sign 1.4 -0.5 0.5\n" },
	{ "half and half is a habit", "crit 1.1 1 0 1\ncrit 1.2 1 0 1\ncrit 1.3 1 0 -1\ncrit 1.4 1 0.5 -0.5",
	  "" },
	{ "nothing lost needs no sign", "crit 1.1 1 0 -1\ncrit 1.2 1 0 -1\ncrit 1.3 1 0 -1\ncrit 1.4 1 1 0",
	  "" },

	/* -- citation */
	{ "another code", "crit 3.2.2 3 0 -; reason=tiêu chí 3.2.1 được đánh giá theo kết quả",
	  "warning citation 3.2.2 3.2.1 3.2.2\n" },
	{ "a code of the list", "crit 3.2.1 1 0 -\ncrit 3.2.2 3 0 -; reason=như tiêu chí 3.2.1; trừ TC 3.2.2",
	  "" },
	{ "a parent of the list", "crit 3.2.2 3 0 -; reason=thuộc tiêu chí 3.2", "" },
	{ "points are no code", "crit 3.2.2 3 0 -; reason=trừ mỗi tiêu chí 0.5 điểm; có 02 tiêu chí", "" },

	/* -- decimal style */
	{ "comma among dots",
	  "figure 1 14,5 result table\nfigure 1 12.5 result table\nfigure 1 19.5 result table\nfigure 1 6 result table",
	  "warning decimal_style result table 14,5 14.5\n" },
	{ "each table has its own", "figure 1 14,5 result table\nfigure 2 12.5 annex column 3", "" },

	/* -- what is missing */
	{ "no remedy", "crit 1.2.2 - - -; form=remedy", "warning missing_remedy 1.2.2 - -\n" },
	{ "remedy of the field", "field 1 - - -; remedy=x\ncrit 1.2.2 - - -; form=remedy", "" },
	{ "no place for a remedy", "crit 1.2.2 - - -", "" },
	{ "no lead", "crit 1.6 - - -; form=lead", "warning missing_lead 1.6 - -\n" },
	{ "no due", "crit 1.6 3 0 -; form=due\ncrit 1.7 3 0 -; form=due; due=2025-12-31",
	  "warning missing_due 1.6 - -\n" },
	{ "words that are no due", "crit 1.6 3 0 -; form=due; due=ngay sau khi ban hành",
	  "warning missing_due 1.6 ngay sau khi ban hành -\n" },
	{ "words of the field", "field 1 - - -; form=due; due=sớm\ncrit 1.6 3 0 -; form=due; due=sớm",
	  "warning missing_due 1 sớm -\n" },
	{ "no remedy, so no due", "crit 1.6 3 0 -; form=due; form=remedy",
	  "warning missing_remedy 1.6 - -\n" },
	{ "section without a due",
	  "field 1 - - -; section=II.1; form=due\nfield 2 - - -; section=II.2; form=due; due=2025-12-31",
	  "warning missing_due section II.1 - -\n" },
	{ "no progress", "crit 5.4 1 0 -; form=progress\ncrit 5.5 1 0 -; form=progress; progress=done Đã làm",
	  "warning missing_progress 5.4 - -\n" },
	{ "a parent is mended through its children",
	  "crit 1.2 - - -; form=remedy\ncrit 1.2.1 - - -; form=remedy; remedy=x", "" },

	/* -- due before issue */
	{ "passed", "doc plan 2025-03-10\ncrit 1.1 1 0 -; due=2025-02-28",
	  "warning due_before_issue 1.1 2025-02-28 2025-03-10\n" },
	{ "same month", "doc plan 2026-06\ncrit 1.1 1 0 -; due=2026-06-30", "" },
	{ "a report looks back", "doc report 2025-03-10\ncrit 1.1 1 0 -; due=2025-02-28", "" },

	/* -- rate fell */
	{ "fell", "crit 3.2.1 1 0 -; was=91.94; now=90.63", "warning rate_fell 3.2.1 90.63% 91.94%\n" },
	{ "rose", "crit 3.2.1 1 0 -; was=91.94; now=95", "" },
	{ "not done and said so", "crit 3.2.1 1 0 -; was=91.94; now=90.63; progress=not Chưa đạt", "" },

	/* -- conflict */
	{ "field in body and table", "field 1 - - 4.495; body=4.5", "" },
	{ "field in body and table differ", "field 1 - - 4.495; body=4.395",
	  "warning conflict 1 4.395 4.495\n" },
	{ "field told again", "field 1 4.5 4 0.5; told=4.9", "warning conflict 1 4.9 4.5\n" },
	{ "total told and printed differ", "result 70 95 25; told=71", "warning conflict total 71 70\n" },
	{ "total told rounded", "result 70.304 95 24.696; told=70.30", "" },
	{ "two rows of a table", "crit 1.1 - - 0.5; again=0.25", "warning conflict 1.1 0.25 0.5\n" },
	{ "two rows that say the same", "crit 1.1 - - 0.5; again=-0.50", "" },
	{ "criterion differs, no points", "crit 1.1 - - 0.5; body=0.4", "warning conflict 1.1 0.4 0.5\n" },
	{ "items differ, criteria agree",
	  "field 1 2 1.25 0.75; item=0.5; item=0.35\ncrit 1.1 1 0.5 0.5\ncrit 1.2 1 0.75 0.25",
	  "warning conflict 1 0.85 0.75\n" },

	/* -- unsure: asked for; what else does not add up on paper that was recognised is no error yet */
	{ "unsure", "unsure 61 0,25", "warning unsure - 0,25 -\n" },
	{ "errors of a picture", "unsure 61 0,25\ncrit 1.1 1 0.5 0.7", "warning unsure - 0,25 -\nwarning difference 1.1 0.7 0.5\n" },

	/* -- blank */
	{ "number", "blank number Số:   /KH-SNgV", "warning blank title Số:   /KH-SNgV -\n" },
	{ "nothing at all", "", "" },
};

/* -- facts from lines ------------------------------------------------------------------------------- */

struct builder { struct arena *a; struct facts *f; struct field *field; struct criterion *criterion; int line; };

static str word(str *s)
{
	*s = str_trim(*s);
	size_t end = str_find(*s, S(" "), 0);
	/* "- 1" is one figure */
	if (end == 1 && s->p[0] == '-' && s->n > 2 && s->p[2] >= '0' && s->p[2] <= '9')
		end = str_find(*s, S(" "), 2);
	str w = str_sub(*s, 0, end);
	*s = str_sub(*s, end, s->n);
	return w;
}

static int number(str s)
{
	struct figure f = figure_parse(s);
	assert_true(f.present);
	return (int)f.digits;
}

static struct date date_of(str s)
{
	return (struct date){ number(str_sub(s, 0, 4)), s.n > 4 ? number(str_sub(s, 5, 7)) : 0, s.n > 7 ? number(str_sub(s, 8, 10)) : 0 };
}

/* A lone "-" between figures is "absent"; only the last of a line may be spaced. */
static struct figure figure_of(str *s, bool last)
{
	str rest = str_trim(*s);
	if (!last) {
		size_t end = str_find(rest, S(" "), 0);
		*s = str_sub(rest, end, rest.n);
		return figure_parse(str_sub(rest, 0, end));
	}
	return figure_parse(word(s));
}

static void set_form(struct form *form, str name)
{
	bool *at = str_eq(name, S("remedy")) ? &form->remedy : str_eq(name, S("lead")) ? &form->lead :
	           str_eq(name, S("due")) ? &form->due : &form->progress;
	*at = true;
}

static struct due due_of(str value)
{
	struct date to = value.p[0] == '2' ? date_of(value) : (struct date){ 0 };
	return (struct due){ .text = value, .kind = to.year ? DUE_DATE : DUE_NONE, .to = to };
}

static void add_measure(struct builder *b, enum measure_origin origin, str value)
{
	*vec_add(b->a, &b->criterion->measures) =
	    (struct measure){ .value = figure_parse(value), .unit = UNIT_PERCENT, .origin = origin };
}

static void set_criterion(struct builder *b, str key, str value)
{
	struct criterion *c = b->criterion;
	if (str_eq(key, S("reason")))
		c->reason = value;
	else if (str_eq(key, S("body")))
		c->body_lost = figure_parse(value);
	else if (str_eq(key, S("percent")))
		c->percent = figure_parse(value);
	else if (str_eq(key, S("field")))
		c->field = value;
	else if (str_eq(key, S("form")))
		set_form(&c->form, value);
	else if (str_eq(key, S("remedy")))
		*vec_add(b->a, &c->remedies) = value;
	else if (str_eq(key, S("due")))
		c->due = due_of(value);
	else if (str_eq(key, S("progress")))
		c->progress = (struct progress){ .text = value, .status = str_starts(value, S("not")) ? STATUS_NOT_DONE : STATUS_DONE };
	else if (str_eq(key, S("again")))
		c->again_lost = figure_parse(value);
	else if (str_eq(key, S("was")))
		add_measure(b, ORIGIN_APPRAISAL, value);
	else if (str_eq(key, S("now")))
		add_measure(b, ORIGIN_PROGRESS, value);
	else
		fail_msg("unknown key %.*s", SF(key));
}

static void set_field(struct builder *b, str key, str value)
{
	struct field *d = b->field;
	if (str_eq(key, S("body")))
		d->body_lost = figure_parse(value);
	else if (str_eq(key, S("told")))
		d->told_max = figure_parse(value);
	else if (str_eq(key, S("item")))
		*vec_add(b->a, &d->items) = (struct item){ .lost = figure_parse(value) };
	else if (str_eq(key, S("section")))
		d->section = value;
	else if (str_eq(key, S("form")))
		set_form(&d->form, value);
	else if (str_eq(key, S("remedy")))
		*vec_add(b->a, &d->remedies) = value;
	else if (str_eq(key, S("due")))
		d->due = due_of(value);
	else
		fail_msg("unknown key %.*s", SF(key));
}

static void set_result(struct builder *b, str key, str value)
{
	struct result *r = &b->f->result;
	if (str_eq(key, S("criteria")))
		r->criteria_lost = number(value);
	else if (str_eq(key, S("fields")))
		r->fields_lost = number(value);
	else if (str_eq(key, S("told")))
		r->told_points = figure_parse(value);
	else
		r->percent = figure_parse(value);
}

static void build_figures(struct builder *b, str kind, str rest)
{
	struct source at = { .line = b->line };
	str code = str_eq(kind, S("result")) || str_eq(kind, S("listed")) ? S("") : word(&rest);
	struct figure first = figure_of(&rest, false), second = figure_of(&rest, false), lost = figure_of(&rest, true);
	if (str_eq(kind, S("field"))) {
		b->field = vec_add(b->a, &b->f->fields);
		*b->field = (struct field){ .code = code, .max = first, .points = second, .printed_lost = lost, .source = at };
	} else if (str_eq(kind, S("crit"))) {
		b->criterion = vec_add(b->a, &b->f->criteria);
		*b->criterion = (struct criterion){ .code = code, .max = first, .points = second, .printed_lost = lost, .source = at };
	} else if (str_eq(kind, S("listed"))) {
		b->f->listed = (struct listed){ .max = first, .points = second, .lost = lost, .source = at };
	} else {
		b->f->result = (struct result){ .present = true, .points = first, .max = second, .printed_lost = lost, .source = at };
	}
}

static void build_other(struct builder *b, str kind, str rest)
{
	struct facts *f = b->f;
	struct source at = { .line = b->line };
	if (str_eq(kind, S("doc"))) {
		f->document.kind = str_eq(word(&rest), S("plan")) ? DOC_PLAN : DOC_REPORT;
		f->document.date = date_of(word(&rest));
	} else if (str_eq(kind, S("cycle"))) {
		f->document.cycle_year = number(word(&rest));
	} else if (str_eq(kind, S("year"))) {
		enum year_role role = str_eq(word(&rest), S("losses")) ? YEAR_LOSSES : YEAR_MENDING;
		int year = number(word(&rest));
		*vec_add(b->a, &f->years) = (struct year_at){ str_trim(rest), year, role, at };
	} else if (str_eq(kind, S("count"))) {
		int stated = number(word(&rest));
		*vec_add(b->a, &f->counts) = (struct stated_count){ S("section II"), word(&rest), stated, at };
	} else if (str_eq(kind, S("figure"))) {
		int table = number(word(&rest));
		struct figure v = figure_parse(word(&rest));
		*vec_add(b->a, &f->table_figures) = (struct table_figure){ table, str_trim(rest), v, at };
	} else if (str_eq(kind, S("unsure"))) {
		at.sure = number(word(&rest));
		f->file.ocr = true;
		*vec_add(b->a, &f->unsure) = (struct unsure){ str_trim(rest), at };
	} else if (str_eq(kind, S("blank"))) {
		str what = str_copy(b->a, word(&rest));
		*vec_add(b->a, &f->blanks) = (struct blank){ what.p, str_trim(rest), at };
	} else {
		assert_true(str_eq(kind, S("para")));
		*vec_add(b->a, &f->paragraphs) = (struct text_at){ str_trim(rest), at };
	}
}

static bool has_figures(str kind)
{
	return str_eq(kind, S("result")) || str_eq(kind, S("listed")) || str_eq(kind, S("field")) || str_eq(kind, S("crit"));
}

/* "; key=value" opens a key; another semicolon belongs to the text. */
static size_t next_key(str line, size_t from)
{
	for (size_t at = from; (at = str_find(line, S("; "), at)) < line.n; at++) {
		size_t equals = str_find(line, S("="), at), space = str_find(line, S(" "), at + 2);
		if (equals < space)
			return at;
	}
	return line.n;
}

static void build_line(struct builder *b, str line)
{
	size_t end = next_key(line, 0);
	str head = str_sub(line, 0, end), kind = word(&head);
	b->line++;
	if (!kind.n)
		return;
	if (!has_figures(kind)) {
		build_other(b, kind, head);
		return;
	}
	build_figures(b, kind, head);
	while (end < line.n) {
		size_t next = next_key(line, end + 2), equals = str_find(line, S("="), end);
		str key = str_sub(line, end + 2, equals), value = str_sub(line, equals + 1, next);
		if (str_eq(kind, S("crit")))
			set_criterion(b, key, value);
		else if (str_eq(kind, S("field")))
			set_field(b, key, value);
		else
			set_result(b, key, value);
		end = next;
	}
}

static struct facts *build(struct arena *a, const char *text)
{
	struct builder b = { .a = a, .f = make(a, struct facts) };
	str left = str_c(text);
	while (left.n) {
		size_t end = str_find(left, S("\n"), 0);
		build_line(&b, str_sub(left, 0, end));
		left = str_sub(left, end + 1, left.n);
	}
	return b.f;
}

/* -- what the checks say ---------------------------------------------------------------------------- */

static str or_dash(str s) { return s.n ? s : S("-"); }

static str said(struct arena *a, const struct facts *f)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < f->checks.n; i++) {
		const struct check_result *r = &f->checks.at[i];
		buf_fmt(&b, "%s %s %.*s %.*s %.*s\n", r->severity == SEVERITY_ERROR ? "error" : "warning",
		        r->check, SF(or_dash(r->where)), SF(or_dash(r->printed)), SF(or_dash(r->computed)));
	}
	return buf_str(&b);
}

static bool lines_equal_in_any_order(str got, str want);

static void test_rows(void **state)
{
	(void)state;
	size_t wrong = 0;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *a = arena_open(16 << 20);
		struct facts *f = build(a, rows[i].facts);
		checks_run(a, f);
		str got = said(a, f);
		if (!lines_equal_in_any_order(got, str_c(rows[i].says))) {
			fprintf(stderr, "[%s]\nwant:\n%sgot:\n%.*s", rows[i].label, rows[i].says, SF(got));
			wrong++;
		}
		arena_free(a);
	}
	assert_int_equal(wrong, 0);
}

/* The order is tested by itself; here a row reads in the order of the checks. */
static bool lines_equal_in_any_order(str got, str want)
{
	if (got.n != want.n)
		return false;
	for (size_t at = 0; at < want.n;) {
		size_t end = str_find(want, S("\n"), at);
		if (str_find(got, str_sub(want, at, end + 1), 0) == got.n)
			return false;
		at = end + 1;
	}
	return true;
}

/* -- the sentences ---------------------------------------------------------------------------------- */

static const struct { const char *facts, *message;
} sentences[] = {
	{ "field 3 14.5 10.099 4.401\ncrit 3.1 5 0.662 4.338\ncrit 3.3.1 2 1.937 -0.027",
	  "Dòng 3.3.1: 2 − 1,937 = 0,063 nhưng văn bản ghi 0,027; với 0,063 thì tổng lĩnh vực 3 khớp 4,401." },
	{ "field 3 14.5 10.099 4.401\ncrit 3.1 5 0.662 4.338\ncrit 3.3.1 2 1.937 -0.027",
	  "Lĩnh vực 3: hai mục cộng lại 4,365 nhưng văn bản ghi 4,401; nếu dòng 3.3.1 là 0,063 (= 2 − 1,937) thì khớp." },
	{ "field 3 14.5 10.099 4.401\ncrit 3.1 5 0.662 4.338\ncrit 3.3.1 2 1.837 -0.063",
	  "Dòng 3.3.1: 2 − 1,837 = 0,163 nhưng văn bản ghi 0,063; tổng lĩnh vực 3 khớp với 0,063 nên hãy xem lại điểm tối đa và điểm đạt." },
	{ "field 1 11 6.505 4.495\ncrit 1.1 5 0.875 4.125\ncrit 1.3 2 1.632 -0.368; reason=Tổng có 46 tồn tại, trong đó đã khắc phục 32, đang khắc phục 11, chưa khắc phục được 3",
	  "Tiêu chí 1.3: (32 + 11/2)/46 × 2 = 1,630 nhưng văn bản ghi đạt 1,632 điểm; với 1,630 thì tổng lĩnh vực 1 khớp 4,495." },
	{ "field 1 11 6.505 4.495\ncrit 1.1 5 0.875 4.125\ncrit 1.3 2 1.632 -0.368; reason=Tổng có 46 tồn tại, trong đó đã khắc phục 32, đang khắc phục 11, chưa khắc phục được 3",
	  "Lĩnh vực 1: hai mục cộng lại 4,493 nhưng văn bản ghi 4,495; nếu dòng 1.3 đạt 1,630 điểm (= (32 + 11/2)/46 × 2) thì khớp." },
	{ "result 5 10 5\nfield 1 6 3 4\nfield 2 4 2 2\ncrit 1.1 3 0 3",
	  "Lĩnh vực 1: 6 − 3 = 3 nhưng văn bản ghi 4; với 3 thì các mục của lĩnh vực 1 cộng lại cũng khớp và tổng số điểm bị trừ khớp 5." },
	{ "crit 3.5.2 1 0.5 -0.5; body=-05",
	  "Dòng 3.5.2: phần nội dung ghi trừ 05 điểm nhưng 1 − 0,5 = 0,5." },
	{ "para Kết quả: 10 + 4 = 15 điểm", "Phép tính “10 + 4 = 15” cho kết quả 14 chứ không phải 15." },
};

static bool says(const struct facts *f, const char *message)
{
	for (size_t i = 0; i < f->checks.n; i++)
		if (str_eq(f->checks.at[i].message, str_c(message)))
			return true;
	return false;
}

static void test_sentences(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(sentences); i++) {
		struct arena *a = arena_open(16 << 20);
		struct facts *f = build(a, sentences[i].facts);
		checks_run(a, f);
		bool found = says(f, sentences[i].message);
		for (size_t k = 0; !found && k < f->checks.n; k++)
			fprintf(stderr, "instead: %.*s\n", SF(f->checks.at[k].message));
		arena_free(a);
		if (!found)
			fail_msg("not said: %s", sentences[i].message);
	}
}

static void test_order(void **state)
{
	(void)state;
	struct arena *a = arena_open(16 << 20);
	struct facts *f = build(a, "crit 1.1 1 0 -; form=remedy\ncrit 1.2 1 0 0.9\ncrit 1.3 1 0 -; form=lead\ncrit 1.4 1 0 0.8");
	static const char *const order[] = { "1.2", "1.4", "1.1", "1.3" };
	checks_run(a, f);
	checks_run(a, f);                          /* a second run does not say it twice */
	assert_int_equal(f->checks.n, COUNT(order));
	for (size_t i = 0; i < COUNT(order); i++)
		assert_true(str_eq(f->checks.at[i].where, str_c(order[i])));
	arena_free(a);
}

/* Every row of the table has help, a source, and a row above that makes it speak. */
static void test_table(void **state)
{
	(void)state;
	struct checks all = checks_all();
	assert_true(all.n > 0);
	for (size_t i = 0; i < all.n; i++) {
		const struct check *c = all.at[i];
		bool named = false;
		assert_true(c->help && *c->help && c->source && *c->source && c->run);
		for (size_t k = 0; k < COUNT(rows); k++) {
			char name[64];
			snprintf(name, sizeof name, " %s ", c->name);
			named = named || strstr(rows[k].says, name);
		}
		if (!named)
			fail_msg("no row makes %s speak", c->name);
	}
}

/* Time must grow with the document, not with its square: a hundred thousand criteria under one total. */
static void test_many(void **state)
{
	(void)state;
	enum { MANY = 20000 };
	struct arena *a = arena_open((size_t)1 << 30);
	struct facts *f = make(a, struct facts);
	f->result = (struct result){ .present = true,
		                     .max = figure_make(MANY, 0),
		                     .points = figure_make(0, 0),
		                     .criteria_lost = MANY - 1 };
	for (int i = 0; i < MANY; i++) {
		struct criterion *c = vec_add(a, &f->criteria);
		*c = (struct criterion){ .code = str_fmt(a, "%d.%d.%d", i / 1000 + 1, i / 10 % 100 + 1,
			                                 i % 10 + 1),
			                 .max = figure_make(1, 0),
			                 .points = figure_make(2, 1),
			                 .printed_lost = figure_make(7, 1),
			                 .reason = S("đạt 1/7 hồ sơ"),
			                 .source = { .line = i } };
	}
	checks_run(a, f);
	size_t differences = 0;
	for (size_t i = 0; i < f->checks.n; i++)
		differences += !strcmp(f->checks.at[i].check, "difference");
	assert_int_equal(differences, MANY + 1 - 1);
	arena_free(a);
}

int core_check_tests(void);
int core_check_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows), cmocka_unit_test(test_sentences), cmocka_unit_test(test_order),
		cmocka_unit_test(test_table), cmocka_unit_test(test_many),
	};
	return cmocka_run_group_tests_name("core/check", tests, NULL, NULL);
}
