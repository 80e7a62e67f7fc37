/* rule_grammar.y -- the clauses of a rule. What is a name has become one word before (rule_parse.c); of what type the rule is, rule_settle.c
 * says. The stack is fixed: brackets and parentheses are counted before, so that it suffices. */
%include {
#include "core/rule_grammar.h"
#include "core/rule_words.h"

struct range { bool bounded, bare, dash; struct bound low, high; str name, tail; };
struct count { struct portion at; str tail; };
struct given { struct gives gives; struct figure full; str what; size_t from, to; };

static struct portion portion_of(struct word w) { return (struct portion){ w.number, w.kind == WORD_PERCENT }; }
static struct bound open_at(struct count c) { return (struct bound){ c.at, false }; }
static struct bound closed_at(struct count c) { return (struct bound){ c.at, true }; }

static str joined(struct reading *r, str x, str y)
{
	return !x.n ? y : !y.n ? x : str_fmt(r->a, "%.*s %.*s", SF(x), SF(y));
}

/* "từ 2 sáng kiến đến 4 sáng kiến": said twice is said once. */
static str tails(struct reading *r, str x, str y) { return str_eq(x, y) ? x : joined(r, x, y); }

/* "từ 80 đến dưới 90%": one sign for both */
static void share_percent(struct bound *low, struct bound *high)
{
	struct exact one = exact_int(1);
	if (low->at.percent == high->at.percent || !low->at.at.present || !high->at.at.present)
		return;
	if (exact_cmp(exact_of(low->at.at), one) > 0 || exact_cmp(exact_of(high->at.at), one) > 0 || !low->at.at.digits)
		low->at.percent = high->at.percent = true;
}

static struct range range_of(struct reading *r, struct bound low, struct bound high, str x, str y)
{
	share_percent(&low, &high);
	return (struct range){ .bounded = true, .low = low, .high = high, .tail = tails(r, x, y) };
}

static struct part *part_of(struct reading *r, enum part_kind kind, struct word first, struct given v)
{
	struct part *p = part_new(r, kind, first.from, v.to);
	p->gives = v.gives;
	p->full = v.full;
	p->what = v.what;
	p->value = (struct fault){ v.from, v.to };
	return p;
}

static struct part *named(struct reading *r, enum part_kind kind, struct word first, str name, struct given full)
{
	struct part *p = part_of(r, kind, first, full);
	p->name = name;
	return p;
}

static struct given points_of(struct word from, struct word to)
{
	return (struct given){ .gives = { .kind = GIVES_POINTS, .points = from.number }, .from = from.from, .to = to.to };
}

static struct given max_of(struct word from, struct word to)
{
	return (struct given){ .gives = { .kind = GIVES_MAX }, .from = from.from, .to = to.to };
}

static struct given rate_of(struct word from, str what, struct given full)
{
	return (struct given){ .gives = { .kind = GIVES_RATE }, .full = full.full, .what = what, .from = from.from, .to = full.to };
}

/* All of the points is the maximum. */
static struct given share_of(struct word from, struct word to, struct portion share)
{
	struct given v = { .gives = { .kind = GIVES_SHARE, .share = share }, .from = from.from, .to = to.to };
	if (!exact_cmp(exact_of(share.at), exact_int(share.percent ? 100 : 1)))
		v.gives = (struct gives){ .kind = GIVES_MAX };
	return v;
}

static struct given fraction_of(struct reading *r, struct word w, struct word to)
{
	struct exact hundredths = exact_mul(exact_div(exact_of(w.number), exact_of(w.under)), exact_int(100));
	struct figure f = exact_figure(hundredths);
	if (!exact_defined(hundredths) || !f.present || exact_cmp(exact_of(f), hundredths)) {
		rule_fault(r, w.from, w.to, "Phân số này không viết được thành số thập phân.");
		rule_hint(r, "Ghi số điểm, ví dụ “0,5 điểm”.");
	}
	return share_of(w, to, (struct portion){ f, true });
}

static struct expr *node(struct reading *r, enum expr_kind kind, struct expr *left, struct expr *right)
{
	struct expr *e = make(r->a, struct expr);
	*e = (struct expr){ .kind = kind, .left = left, .right = right };
	return e;
}

static struct expr *input_of(struct reading *r, str name)
{
	struct expr *e = node(r, EXPR_INPUT, NULL, NULL);
	size_t i = 0;
	while (i < r->inputs.n && !rule_same_words(r->inputs.at[i], name))
		i++;
	if (i == r->inputs.n)
		*vec_add(r->a, &r->inputs) = name;
	e->name = r->inputs.at[i];
	e->input = (int)i;
	return e;
}
}

%name            rule_grammar
%token_prefix    WORD_
%token_type      { struct word }
%extra_context   { struct reading *r }
%stack_size      200
%stack_overflow  { rule_fault(r, 0, r->text.n, "Cách tính điểm lồng nhau quá sâu."); rule_hint(r, "Tách thành nhiều tiêu chí thành phần."); }
%syntax_error    { (void)yymajor; rule_unexpected(r, &TOKEN); }

%token SEMI COLON LP RP LB RB NUMBER PERCENT FRACTION NAME POINT
       FROM TO OVER BELOW ATLEAST ATMOST EQUAL UP DOWN DASH REST
       MAX TIMES SLASH RATE BYFORMULA GETS LOSES EVERY PER
       NONE EXCLUDE BONUS PENALTY CHECKLIST SCALE WEIGHTED DERIVED IMPORTED TARGET GROUP
       SURVEY BYSURVEY MARKS CONDITIONS LACKING SAMPLE BEST OR FORMULA PLUS MINUS LEAST MOST INPUT HAND STEP.

%type rule      { struct rule * }
%type bucket    { enum bucket }
%type clauses   { struct part * }
%type clause    { struct part * }
%type plain     { struct part * }
%type item      { struct part * }
%type product   { struct part * }
%type every     { struct part * }
%type names     { struct part * }
%type items     { struct part * }
%type bests     { struct part * }
%type scale     { struct word }
%type groups    { struct part * }
%type label     { struct range }
%type range     { struct range }
%type at        { struct word }
%type count     { struct count }
%type name      { str }
%type gives     { struct given }
%type amount    { struct given }
%type rated     { struct given }
%type full      { struct given }
%type none      { enum none_arose }
%type step      { struct word }
%type expr      { struct expr * }

%left PLUS MINUS.
%left TIMES SLASH.

text ::= rule(R).                            { r->root = R; }

rule(R) ::= bucket(B) clauses(C).            { R = rule_settle(r, B, C); }
bucket(B) ::= .                              { B = BUCKET_SUM; }
bucket(B) ::= BONUS COLON.                   { B = BUCKET_BONUS; }
bucket(B) ::= PENALTY COLON.                 { B = BUCKET_PENALTY; }

clauses(C) ::= clause(X).                    { C = X; }
clauses(C) ::= clauses(L) SEMI clause(X).    { C = part_join(L, X); }

/* -- one clause ---------------------------------------------------------------------------------------- */

clause(P) ::= plain(X).                      { P = X; }
clause(P) ::= item(X).                       { P = X; }
clause(P) ::= NONE(W) COLON none(N).         { P = part_new(r, PART_NONE, W.from, W.to); P->none = N; }
clause(P) ::= CHECKLIST(W) scale(S).         { P = part_new(r, PART_CHECKLIST, W.from, W.to); P->scale = S.number; }
clause(P) ::= CHECKLIST(W) scale(S) COLON item(X).
{ P = part_new(r, PART_CHECKLIST, W.from, W.to); P->scale = S.number; part_join(P, X); }
clause(P) ::= CHECKLIST(W) scale(S) COLON plain(X).
{ P = part_new(r, PART_CHECKLIST, W.from, W.to); P->scale = S.number; part_join(P, X); }
clause(P) ::= SURVEY(W) groups(G) COLON item(X).
{ P = part_new(r, PART_SURVEY, W.from, W.to); P->list = G; part_join(P, X); }
clause(P) ::= SURVEY(W) groups(G) COLON plain(X).
{ P = part_new(r, PART_SURVEY, W.from, W.to); P->list = G; part_join(P, X); }
clause(P) ::= MARKS(W) COLON NAME(N).
{ P = part_new(r, PART_MARKS, W.from, W.to); struct part *one = part_new(r, PART_NAME, N.from, N.to); one->name = N.text; part_join(P, one); }
clause(P) ::= CONDITIONS(W) LP names(L) RP COLON gives(V).
{ P = part_of(r, PART_CONDITIONS, W, V); P->list = L; }
clause(P) ::= LACKING(W) COLON gives(V).     { P = part_of(r, PART_LACKING, W, V); }
clause(P) ::= SAMPLE(W) NUMBER(N) NAME(U) COLON every(X).
{ P = X; P->kind = PART_SAMPLE; P->from = W.from; P->label = (struct fault){ N.from, N.to }; P->sample = N.number; P->tail = U.text; }
clause(P) ::= BEST(W) COLON bests(L).        { P = part_new(r, PART_BEST, W.from, W.to); P->sub = L->sub; }
clause(P) ::= FORMULA(W) COLON expr(E).      { P = part_new(r, PART_FORMULA, W.from, W.to); P->expr = E; r->inputs = (strs){ 0 }; }
clause(P) ::= HAND(W) NUMBER(X) TO NUMBER(Y) POINT(Z) step(S).
{ P = part_new(r, PART_HAND, W.from, Z.to); P->least = X.number; P->most = Y.number; P->step = S.number; P->value = (struct fault){ Y.from, Y.to }; }

step(S) ::= .                                { S = (struct word){ 0 }; }
step(S) ::= STEP NUMBER(N).                  { S = N; }
step(S) ::= STEP NUMBER(N) POINT.            { S = N; }

scale(S) ::= .                               { S = (struct word){ 0 }; }
scale(S) ::= LP SCALE NUMBER(N) RP.          { S = N; }
groups(G) ::= .                              { G = NULL; }
groups(G) ::= LP items(L) RP.                { G = L; }

bests(P) ::= LB(W) rule(R) RB.
{ P = part_new(r, PART_BEST, W.from, W.to); *vec_add(r->a, &P->sub) = R; }
bests(P) ::= bests(L) OR LB rule(R) RB.      { P = L; *vec_add(r->a, &P->sub) = R; }

none(N) ::= EXCLUDE.                         { N = NONE_EXCLUDE; }
none(N) ::= gives(V).                        { N = rule_none(r, &V.gives, V.from, V.to); }

plain(P) ::= label(L) COLON(C) gives(V).
{
	P = part_of(r, PART_GIVES, C, V);
	P->bounded = L.bounded; P->bare = L.bare; P->dash = L.dash; P->low = L.low; P->high = L.high; P->name = L.name; P->tail = L.tail;
	P->label = (struct fault){ C.from, C.to };          /* the colon that rule_parse made stands for all of the label */
}
plain(P) ::= REST(W) COLON gives(V).         { P = part_of(r, PART_GIVES, W, V); P->rest = true; P->label = (struct fault){ W.from, W.to }; }
plain(P) ::= product(X).                     { P = X; }
plain(P) ::= every(X).                       { P = X; }

every(P) ::= EVERY(W) NAME(N) GETS gives(V).      { P = named(r, PART_GETS, W, N.text, V); }
every(P) ::= EVERY(W) NAME(N) LOSES gives(V).     { P = named(r, PART_LOSES, W, N.text, V); }
every(P) ::= LOSES(W) gives(V) PER NAME(N).       { P = named(r, PART_LOSES, W, N.text, V); }
every(P) ::= GETS(W) gives(V) PER NAME(N).        { P = named(r, PART_GETS, W, N.text, V); }

item(P) ::= NAME(N).                         { P = part_new(r, PART_NAME, N.from, N.to); P->name = N.text; }
item(P) ::= NAME(N) amount(V).               { P = named(r, PART_AMOUNT, N, N.text, V); }
items(L) ::= item(X).                        { L = X; }
items(L) ::= items(M) SEMI item(X).          { L = part_join(M, X); }
names(L) ::= NAME(N).                        { L = part_new(r, PART_NAME, N.from, N.to); L->name = N.text; }
names(L) ::= names(M) SEMI NAME(N).
{ struct part *one = part_new(r, PART_NAME, N.from, N.to); one->name = N.text; L = part_join(M, one); }

/* -- bounds -------------------------------------------------------------------------------------------- */

name(S) ::= .                                { S = (str){ 0 }; }
name(S) ::= NAME(N).                         { S = N.text; }
at(A) ::= NUMBER(W).                         { A = W; }
at(A) ::= PERCENT(W).                        { A = W; }
count(C) ::= at(A) name(N).                  { C = (struct count){ portion_of(A), N }; }

label(L) ::= NAME(N).                        { L = (struct range){ .name = N.text }; }
label(L) ::= range(R).                       { L = R; }
label(L) ::= NAME(N) range(R).               { L = R; L.name = N.text; }

range(R) ::= FROM count(X).                  { R = range_of(r, closed_at(X), (struct bound){ 0 }, X.tail, (str){ 0 }); }
range(R) ::= FROM count(X) UP name(N).       { R = range_of(r, closed_at(X), (struct bound){ 0 }, X.tail, N); }
range(R) ::= FROM count(X) DOWN name(N).     { R = range_of(r, (struct bound){ 0 }, closed_at(X), X.tail, N); }
range(R) ::= count(X) UP name(N).            { R = range_of(r, closed_at(X), (struct bound){ 0 }, X.tail, N); }
range(R) ::= count(X) DOWN name(N).          { R = range_of(r, (struct bound){ 0 }, closed_at(X), X.tail, N); }
range(R) ::= ATLEAST count(X).               { R = range_of(r, closed_at(X), (struct bound){ 0 }, X.tail, (str){ 0 }); }
range(R) ::= OVER count(X).                  { R = range_of(r, open_at(X), (struct bound){ 0 }, X.tail, (str){ 0 }); }
range(R) ::= OVER count(X) UP name(N).       { R = range_of(r, open_at(X), (struct bound){ 0 }, X.tail, N); }
range(R) ::= BELOW count(X).                 { R = range_of(r, (struct bound){ 0 }, open_at(X), X.tail, (str){ 0 }); }
range(R) ::= ATMOST count(X).                { R = range_of(r, (struct bound){ 0 }, closed_at(X), X.tail, (str){ 0 }); }
range(R) ::= TO count(X).                    { R = range_of(r, (struct bound){ 0 }, closed_at(X), X.tail, (str){ 0 }); }
range(R) ::= EQUAL count(X).                 { R = range_of(r, closed_at(X), closed_at(X), X.tail, (str){ 0 }); }
range(R) ::= count(X).                       { R = range_of(r, closed_at(X), closed_at(X), X.tail, (str){ 0 }); R.bare = true; }
range(R) ::= FROM count(X) TO count(Y).              { R = range_of(r, closed_at(X), closed_at(Y), X.tail, Y.tail); }
range(R) ::= FROM count(X) TO BELOW count(Y).        { R = range_of(r, closed_at(X), open_at(Y), X.tail, Y.tail); }
range(R) ::= FROM count(X) BELOW count(Y).           { R = range_of(r, closed_at(X), open_at(Y), X.tail, Y.tail); }
range(R) ::= FROM count(X) ATMOST count(Y).          { R = range_of(r, closed_at(X), closed_at(Y), X.tail, Y.tail); }
range(R) ::= ATLEAST count(X) BELOW count(Y).        { R = range_of(r, closed_at(X), open_at(Y), X.tail, Y.tail); }
range(R) ::= ATLEAST count(X) ATMOST count(Y).       { R = range_of(r, closed_at(X), closed_at(Y), X.tail, Y.tail); }
range(R) ::= FROM count(X) DASH BELOW count(Y).      { R = range_of(r, closed_at(X), open_at(Y), X.tail, Y.tail); }
range(R) ::= OVER count(X) TO count(Y).              { R = range_of(r, open_at(X), closed_at(Y), X.tail, Y.tail); }
range(R) ::= OVER count(X) TO BELOW count(Y).        { R = range_of(r, open_at(X), open_at(Y), X.tail, Y.tail); }
range(R) ::= OVER count(X) DASH BELOW count(Y).      { R = range_of(r, open_at(X), open_at(Y), X.tail, Y.tail); }
range(R) ::= OVER count(X) BELOW count(Y).           { R = range_of(r, open_at(X), open_at(Y), X.tail, Y.tail); }
range(R) ::= OVER count(X) ATMOST count(Y).          { R = range_of(r, open_at(X), closed_at(Y), X.tail, Y.tail); }
range(R) ::= FROM count(X) DASH count(Y).            { R = range_of(r, closed_at(X), closed_at(Y), X.tail, Y.tail); R.dash = true; }
range(R) ::= OVER count(X) DASH count(Y).            { R = range_of(r, open_at(X), closed_at(Y), X.tail, Y.tail); R.dash = true; }
range(R) ::= count(X) DASH count(Y).                 { R = range_of(r, closed_at(X), closed_at(Y), X.tail, Y.tail); R.dash = true; }
range(R) ::= count(X) TO count(Y).                   { R = range_of(r, closed_at(X), closed_at(Y), X.tail, Y.tail); }
range(R) ::= count(X) TO BELOW count(Y).             { R = range_of(r, closed_at(X), open_at(Y), X.tail, Y.tail); }
range(R) ::= count(X) DASH BELOW count(Y).           { R = range_of(r, closed_at(X), open_at(Y), X.tail, Y.tail); }
/* "80% ≤ tỷ lệ < 90%" */
range(R) ::= count(X) ATMOST name BELOW count(Y).    { R = range_of(r, closed_at(X), open_at(Y), X.tail, Y.tail); }
range(R) ::= count(X) ATMOST name ATMOST count(Y).   { R = range_of(r, closed_at(X), closed_at(Y), X.tail, Y.tail); }
range(R) ::= count(X) BELOW name BELOW count(Y).     { R = range_of(r, open_at(X), open_at(Y), X.tail, Y.tail); }
range(R) ::= count(X) BELOW name ATMOST count(Y).    { R = range_of(r, open_at(X), closed_at(Y), X.tail, Y.tail); }
range(R) ::= count(Y) OVER name ATLEAST count(X).    { R = range_of(r, closed_at(X), open_at(Y), X.tail, Y.tail); }
range(R) ::= count(Y) ATLEAST name ATLEAST count(X). { R = range_of(r, closed_at(X), closed_at(Y), X.tail, Y.tail); }
range(R) ::= count(Y) OVER name OVER count(X).       { R = range_of(r, open_at(X), open_at(Y), X.tail, Y.tail); }
range(R) ::= count(Y) ATLEAST name OVER count(X).    { R = range_of(r, open_at(X), closed_at(Y), X.tail, Y.tail); }

/* -- what a clause gives ------------------------------------------------------------------------------- */

amount(V) ::= NUMBER(N).                     { V = points_of(N, N); }
amount(V) ::= NUMBER(N) POINT(P).            { V = points_of(N, P); }
amount(V) ::= PERCENT(W).                    { V = share_of(W, W, portion_of(W)); V.gives = (struct gives){ .kind = GIVES_SHARE, .share = portion_of(W) }; }
amount(V) ::= PERCENT(W) MAX(M).             { V = share_of(W, M, portion_of(W)); }
amount(V) ::= PERCENT(W) POINT(M).           { V = share_of(W, M, portion_of(W)); }
gives(V) ::= NUMBER(N).                      { V = points_of(N, N); }
gives(V) ::= NUMBER(N) POINT(P).             { V = points_of(N, P); }
gives(V) ::= MAX(M).                         { V = max_of(M, M); }
gives(V) ::= PERCENT(W) MAX(M).              { V = share_of(W, M, portion_of(W)); }
gives(V) ::= PERCENT(W) POINT(M).            { V = share_of(W, M, portion_of(W)); }
gives(V) ::= PERCENT(W) TIMES MAX(M).        { V = share_of(W, M, portion_of(W)); }
gives(V) ::= full(F) TIMES MAX(M).
{
	V = share_of(M, M, (struct portion){ F.gives.points, false });
	V.from = F.from;
	if (F.gives.kind != GIVES_POINTS) {
		rule_fault(r, F.from, M.to, "Điểm tối đa không nhân được với điểm tối đa.");
		rule_hint(r, "Viết một tỷ lệ trước dấu ×, ví dụ “%s”.", rule_ratio.example);
	}
}
gives(V) ::= FRACTION(W) MAX(M).             { V = fraction_of(r, W, M); }
gives(V) ::= FRACTION(W) POINT(M).           { V = fraction_of(r, W, M); }
gives(V) ::= PERCENT(W).
{
	V = share_of(W, W, portion_of(W));
	rule_fault(r, W.from, W.to, "Không rõ “%.*s” là phần trăm của điểm tối đa hay của số khác.", SF(rule_src(r, W.from, W.to)));
	rule_hint(r, "Viết “%.*s điểm tối đa” hoặc số điểm.", SF(rule_src(r, W.from, W.to)));
}
gives(V) ::= rated(X).                       { V = X; }
rated(V) ::= BYFORMULA(W).                   { V = (struct given){ .gives = { .kind = GIVES_RATE }, .from = W.from, .to = W.to }; }
rated(V) ::= RATE(W) name(N) TIMES full(F).  { V = rate_of(W, N, F); }
rated(V) ::= full(F) TIMES RATE(W) name(N).  { V = rate_of(W, N, F); V.from = F.from; V.to = W.to; }

full(V) ::= MAX(M).                          { V = max_of(M, M); }
full(V) ::= NUMBER(N).                       { V = points_of(N, N); V.full = N.number; }
full(V) ::= NUMBER(N) POINT(P).              { V = points_of(N, P); V.full = N.number; }

/* -- a rate times the maximum -------------------------------------------------------------------------- */

product(P) ::= RATE(W) name(N) TIMES full(F).                { P = named(r, PART_RATIO, W, N, F); }
product(P) ::= NAME(N) TIMES full(F).                        { P = named(r, PART_RATIO, N, N.text, F); P->bare = true; }
product(P) ::= full(F) TIMES RATE(W) name(N).                { P = named(r, PART_RATIO, W, N, F); P->from = F.from; P->to = W.to; }
product(P) ::= full(F) TIMES NAME(N).                        { P = named(r, PART_RATIO, N, N.text, F); P->from = F.from; P->to = N.to; P->bare = true; }
product(P) ::= RATE(W) name(N) SLASH at(A) TIMES full(F).    { P = named(r, PART_TARGET, W, N, F); P->target = portion_of(A); }
product(P) ::= RATE(W) name(N) TARGET at(A) TIMES full(F).   { P = named(r, PART_TARGET, W, N, F); P->target = portion_of(A); }
product(P) ::= IMPORTED(W) NAME(N) TIMES full(F).            { P = named(r, PART_IMPORTED, W, N.text, F); }
product(P) ::= full(F) TIMES IMPORTED(W) NAME(N).            { P = named(r, PART_IMPORTED, W, N.text, F); P->from = F.from; P->to = N.to; }
product(P) ::= NAME(N) GROUP TIMES full(F).                  { P = named(r, PART_GROUP, N, N.text, F); }
product(P) ::= WEIGHTED(W) LP items(L) RP TIMES full(F).     { P = named(r, PART_WEIGHTED, W, (str){ 0 }, F); P->list = L; }
product(P) ::= DERIVED(W) TIMES full(F).                     { P = named(r, PART_DERIVED, W, (str){ 0 }, F); }
product(P) ::= RATE(W) name(N) BYSURVEY TIMES full(F).       { P = named(r, PART_SURVEY_RATE, W, N, F); }

/* -- formulas ------------------------------------------------------------------------------------------ */

expr(E) ::= NUMBER(N).                       { E = node(r, EXPR_NUMBER, NULL, NULL); E->number = portion_of(N); }
expr(E) ::= PERCENT(N).                      { E = node(r, EXPR_NUMBER, NULL, NULL); E->number = portion_of(N); }
expr(E) ::= INPUT(N).                        { E = input_of(r, N.text); }
expr(E) ::= MAX.                             { E = node(r, EXPR_MAX, NULL, NULL); }
expr(E) ::= LP expr(X) RP.                   { E = X; }
expr(E) ::= expr(X) PLUS expr(Y).            { E = node(r, EXPR_ADD, X, Y); }
expr(E) ::= expr(X) MINUS expr(Y).           { E = node(r, EXPR_SUB, X, Y); }
expr(E) ::= expr(X) TIMES expr(Y).           { E = node(r, EXPR_MUL, X, Y); }
expr(E) ::= expr(X) SLASH expr(Y).           { E = node(r, EXPR_DIV, X, Y); }
expr(E) ::= LEAST LP expr(X) SEMI expr(Y) RP.     { E = node(r, EXPR_LEAST, X, Y); }
expr(E) ::= MOST LP expr(X) SEMI expr(Y) RP.      { E = node(r, EXPR_MOST, X, Y); }

%code {
/* On the stack (60 KB): in the arena each rule of a set would keep it. */
void rule_grammar_run(struct reading *r, void (*feed)(struct reading *r, void *parser))
{
	yyParser p;
	rule_grammarInit(&p, r);
	feed(r, &p);
	rule_grammarFinalize(&p);
}
}
