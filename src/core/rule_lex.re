/* rule_lex.re -- cuts the text of a rule into words. What is compared has neither marks nor case; a keyword that was typed with marks must
 * have the right ones ("đến" is not "đền"), without any it is taken as it is. */
#include "core/rule_grammar.h"
#include "core/rule_words.h"
#include "base/fold.h"

/* The text as the scanner sees it: one byte a character, spaces collapsed, ending in NUL; at: where each began. */
struct lex { struct reading *r; char *p; uint32_t *at; size_t n; };

/* What folding has no letter for, and a rule needs. Capitals do not occur in folded text. */
static char sign_of(uint32_t c)
{
	switch (c) {
	case '\n': case 0x2028: case 0x2029: return '\n';
	case 0xD7: case 0x2715: case 0x22C5: case 0x2217: return '*';
	case 0xF7: case 0x2215: case 0x2044: case 0x2236: return '/';
	case 0x2264: case 0x2266: case 0x2A7D: return 'L';
	case 0x2265: case 0x2267: case 0x2A7E: return 'G';
	case 0xBD: return 'H';
	case 0x2022: case 0x25CF: case 0x25CB: case 0x25AA: case 0x25E6: case 0xB7: case 0x2023: case 0xF0B7: return 'B';
	case 0xFF1B: return ';';
	case 0xFF1A: return ':';
	case 0x2026: return ' ';          /* parts the words around a bound in struct clause, and means nothing in a text */
	default: return 0;
	}
}

static bool folded(struct lex *l, str text)
{
	l->p = make_n(l->r->a, char, text.n + 1);
	l->at = make_n(l->r->a, uint32_t, text.n + 1);
	for (size_t at = 0; at < text.n;) {
		uint32_t from = (uint32_t)at, c = utf8_next(text, &at);
		if (c == 0xFFFD || (c < 0x20 && c != '\n' && c != '\t' && c != '\r')) {
			rule_fault(l->r, from, at, "Có ký tự không đọc được (không phải chữ UTF-8).");
			return rule_hint(l->r, "Gõ lại chỗ này.");
		}
		char sign = sign_of(c), s = sign ? sign : fold_char(c);
		if (s == ' ' && l->n && (l->p[l->n - 1] == ' ' || l->p[l->n - 1] == '\n'))
			continue;
		if (s == '\n' && l->n && l->p[l->n - 1] == ' ')
			l->n--;
		l->at[l->n] = from;
		l->p[l->n++] = s;
	}
	l->at[l->n] = (uint32_t)text.n;
	return true;
}

static size_t syllable(str s, size_t from)
{
	while (from < s.n && s.p[from] != ' ')
		from++;
	return from;
}

static bool ascii(str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return true;
}

/* Syllable by syllable: as it should be, or without any marks. NULL: nothing else is written with these letters. */
static bool marked(const struct lex *l, size_t from, size_t to, const char *as)
{
	str want = str_c(as);
	if (!as)
		return true;
	size_t j = 0;
	for (size_t i = from; i < to;) {
		size_t end = i, end2 = syllable(want, j);
		while (end < to && l->p[end] != ' ' && l->p[end] != '\n')
			end++;
		str printed = rule_src(l->r, l->at[i], l->at[end]);
		if (!ascii(printed) && !rule_same_words(printed, str_sub(want, j, end2)))
			return false;
		i = end + 1;
		j = end2 + 1;
	}
	return true;
}

static bool add(struct lex *l, int kind, size_t from, size_t to)
{
	struct word *w = vec_add(l->r->a, &l->r->words);
	*w = (struct word){ .kind = kind, .from = l->at[from], .to = l->at[to],
	                    .spaced = !from || l->p[from - 1] == ' ' || l->p[from - 1] == '\n' };
	/* a space that was collapsed into the one before */
	while (w->to > w->from && (l->r->text.p[w->to - 1] == ' ' || l->r->text.p[w->to - 1] == '\t'))
		w->to--;
	return true;
}

static bool number(struct lex *l, int kind, size_t from, size_t to)
{
	size_t end = from, under = to;
	while (end < to && ((l->p[end] >= '0' && l->p[end] <= '9') || l->p[end] == '.' || l->p[end] == ','))
		end++;
	add(l, kind, from, to);
	struct word *w = &l->r->words.at[l->r->words.n - 1];
	w->number = figure_parse(str_copy(l->r->a, (str){ l->p + from, end - from }));
	if (kind == WORD_FRACTION) {
		while (l->p[under - 1] >= '0' && l->p[under - 1] <= '9')
			under--;
		w->under = figure_parse(str_copy(l->r->a, (str){ l->p + under, to - under }));
	}
	if (w->number.present && (kind != WORD_FRACTION || w->under.present))
		return true;
	rule_fault(l->r, w->from, w->to, "Số quá dài: một số có nhiều nhất 15 chữ số, trong đó nhiều nhất 9 chữ số thập phân.");
	return rule_hint(l->r, "Làm tròn số này.");
}

bool rule_lex(struct reading *r)
{
	struct lex l = { .r = r };
	if (!folded(&l, r->text))
		return false;
	const char *YYCURSOR = l.p, *YYMARKER = l.p, *YYCTXMARKER = l.p;
	for (;;) {
		const char *start = YYCURSOR;
#define FROM ((size_t)(start - l.p))
#define TO   ((size_t)(YYCURSOR - l.p))
#define KEY(k, as) \
	if (!marked(&l, FROM, TO, as)) \
		goto word; \
	add(&l, (k), FROM, TO); \
	continue;
#define SIGN(k) \
	add(&l, (k), FROM, TO); \
	continue;
#define NUMBER(k) \
	if (!number(&l, (k), FROM, TO)) \
		return false; \
	continue;
		/*!re2c
		re2c:define:YYCTYPE = "unsigned char";
		re2c:yyfill:enable = 0;

		d     = [0-9];
		num   = d+ ([.,] d+)?;
		end   = [^a-z0-9];
		rate  = ("ty" | "ti") " le";

		[\x00]                     { if (FROM >= l.n) break; SIGN(RAW_MARK); }
		" "                        { continue; }
		"\n"                       { SIGN(RAW_LINE); }
		";"                        { SIGN(WORD_SEMI); }
		":"                        { SIGN(WORD_COLON); }
		"("                        { SIGN(WORD_LP); }
		")"                        { SIGN(WORD_RP); }
		"["                        { SIGN(WORD_LB); }
		"]"                        { SIGN(WORD_RB); }
		"+"                        { SIGN(WORD_PLUS); }
		"-"                        { SIGN(WORD_DASH); }
		"*"                        { SIGN(WORD_TIMES); }
		"/"                        { SIGN(WORD_SLASH); }
		"<" | "<" " "? "=" | "=<"  { SIGN(TO - FROM > 1 ? WORD_ATMOST : WORD_BELOW); }
		">" | ">" " "? "=" | "=>"  { SIGN(TO - FROM > 1 ? WORD_ATLEAST : WORD_OVER); }
		"L"                        { SIGN(WORD_ATMOST); }
		"G"                        { SIGN(WORD_ATLEAST); }
		"="                        { SIGN(RAW_EQUALS); }
		","                        { SIGN(RAW_COMMA); }
		"."                        { SIGN(RAW_DOT); }
		"B"                        { SIGN(RAW_MARK); }

		num                        { NUMBER(WORD_NUMBER); }
		num " "? "%"               { NUMBER(WORD_PERCENT); }
		num "d" / end              { if (ascii(rule_src(r, l.at[FROM], l.at[TO])))   /* "7d" is a code, "1đ" are points */
		                                 goto word;
		                             YYCURSOR--; NUMBER(WORD_NUMBER); }
		d+ "/" d+ / [^a-z0-9/]     { NUMBER(WORD_FRACTION); }
		"H"                        { add(&l, WORD_FRACTION, FROM, TO); l.r->words.at[l.r->words.n - 1].number = figure_make(1, 0);
		                             l.r->words.at[l.r->words.n - 1].under = figure_make(2, 0); continue; }
		d{1,2} "/" d{1,2} "/" d{2,4}      { SIGN(RAW_WORD); }
		d+ ("." d+){2,}            { SIGN(RAW_WORD); }
		d+ [a-z] [a-z0-9.]*        { SIGN(RAW_WORD); }

		"tu" / end                 { KEY(WORD_FROM, "từ"); }
		"den" / end                { KEY(WORD_TO, "đến"); }
		"den het" / end            { KEY(WORD_TO, "đến hết"); }
		"toi" / end                { KEY(WORD_TO, "tới"); }
		"tren" / end               { KEY(WORD_OVER, "trên"); }
		"hon" / end                { KEY(WORD_OVER, "hơn"); }
		"lon hon" / end            { KEY(WORD_OVER, "lớn hơn"); }
		"cao hon" / end            { KEY(WORD_OVER, "cao hơn"); }
		"nhieu hon" / end          { KEY(WORD_OVER, "nhiều hơn"); }
		"vuot" / end               { KEY(WORD_OVER, "vượt"); }
		"duoi" / end               { KEY(WORD_BELOW, "dưới"); }
		"nho hon" / end            { KEY(WORD_BELOW, "nhỏ hơn"); }
		"thap hon" / end           { KEY(WORD_BELOW, "thấp hơn"); }
		"it hon" / end             { KEY(WORD_BELOW, "ít hơn"); }
		"chua den" / end           { KEY(WORD_BELOW, "chưa đến"); }
		"khong dat" / end          { KEY(WORD_BELOW, "không đạt"); }
		"chua dat" / end           { KEY(WORD_BELOW, "chưa đạt"); }
		"khong tren" / end         { KEY(WORD_ATMOST, "không trên"); }
		"khong hon" / end          { KEY(WORD_ATMOST, "không hơn"); }
		"khong qua" / end          { KEY(WORD_ATMOST, "không quá"); }
		"khong vuot qua" / end     { KEY(WORD_ATMOST, "không vượt quá"); }
		"nhieu nhat" / end         { KEY(WORD_ATMOST, "nhiều nhất"); }
		"toi thieu" / end          { KEY(WORD_ATLEAST, "tối thiểu"); }
		"it nhat" / end            { KEY(WORD_ATLEAST, "ít nhất"); }
		"khong duoi" / end         { KEY(WORD_ATLEAST, "không dưới"); }
		"lon hon hoac bang" / end  { KEY(WORD_ATLEAST, "lớn hơn hoặc bằng"); }
		"nho hon hoac bang" / end  { KEY(WORD_ATMOST, "nhỏ hơn hoặc bằng"); }
		"dat" / end                { KEY(WORD_EQUAL, "đạt"); }
		"bang" / end               { KEY(WORD_EQUAL, "bằng"); }
		"tro len" / end            { KEY(WORD_UP, "trở lên"); }
		"tro xuong" / end          { KEY(WORD_DOWN, "trở xuống"); }
		"con lai" / end                              { KEY(WORD_REST, "còn lại"); }
		("cac ")? "truong hop con lai" / end         { KEY(WORD_REST, start[0] == 'c' ? "các trường hợp còn lại" : "trường hợp còn lại"); }
		("cac ")? "truong hop khac" / end            { KEY(WORD_REST, start[0] == 'c' ? "các trường hợp khác" : "trường hợp khác"); }
		("cac ")? "muc con lai" / end                { KEY(WORD_REST, start[0] == 'c' ? "các mức còn lại" : "mức còn lại"); }

		"diem" / end               { KEY(WORD_POINT, "điểm"); }
		"d" / end                  { KEY(WORD_POINT, "đ"); }
		"so diem" / end            { KEY(RAW_TOTAL, "số điểm"); }
		"tong so diem" / end       { KEY(RAW_TOTAL, "tổng số điểm"); }
		"khong co diem" / end      { KEY(RAW_NOTHING, "không có điểm"); }
		"khong duoc diem" / end    { KEY(RAW_NOTHING, "không được điểm"); }
		"khong tinh diem" / end    { KEY(RAW_NOTHING, "không tính điểm"); }
		"khong cham diem" / end    { KEY(RAW_NOTHING, "không chấm điểm"); }
		"khong cho diem" / end     { KEY(RAW_NOTHING, "không cho điểm"); }
		"toi da" / end             { KEY(WORD_MAX, "tối đa"); }
		"diem toi da" / end        { KEY(WORD_MAX, "điểm tối đa"); }
		"so diem toi da" / end     { KEY(WORD_MAX, "số điểm tối đa"); }
		"dat diem toi da" / end    { KEY(WORD_MAX, "đạt điểm tối đa"); }
		"dat so diem toi da" / end { KEY(WORD_MAX, "đạt số điểm tối đa"); }
		"dat toi da" / end         { KEY(WORD_MAX, "đạt tối đa"); }
		"du diem" / end            { KEY(WORD_MAX, "đủ điểm"); }
		"diem toi da cua tieu chi" / end   { KEY(WORD_MAX, "điểm tối đa của tiêu chí"); }
		"x" / end                  { KEY(RAW_X, "x"); }
		"nhan" / end               { KEY(RAW_X, "nhân"); }
		"nhan voi" / end           { KEY(RAW_X, "nhân với"); }
		"chia" / end               { KEY(WORD_SLASH, "chia"); }
		"chia cho" / end           { KEY(WORD_SLASH, "chia cho"); }
		rate / end                 { KEY(WORD_RATE, start[1] == 'y' ? "tỷ lệ" : "tỉ lệ"); }
		rate " %" / [^0-9]         { KEY(WORD_RATE, start[1] == 'y' ? "tỷ lệ %" : "tỉ lệ %"); }
		rate " (%)"                { KEY(WORD_RATE, start[1] == 'y' ? "tỷ lệ (%)" : "tỉ lệ (%)"); }
		rate " phan tram" / end    { KEY(WORD_RATE, start[1] == 'y' ? "tỷ lệ phần trăm" : "tỉ lệ phần trăm"); }
		"b/a" / end                { KEY(WORD_RATE, "b/a"); }
		"(b/a)"                    { KEY(WORD_RATE, "(b/a)"); }
		("tinh ")? "theo cong thuc" / end  { KEY(WORD_BYFORMULA, start[1] == 'i' ? "tính theo công thức" : "theo công thức"); }
		("tinh ")? "theo " rate / end      { KEY(WORD_BYFORMULA, start[1] == 'i' ? "tính theo tỷ lệ" : "theo tỷ lệ"); }

		"thi" / end                { KEY(RAW_THEN, "thì"); }
		"la" / end                 { KEY(RAW_IS, "là"); }
		"cua" / end                { KEY(RAW_OF, "của"); }
		"neu" / end                { KEY(RAW_IF, "nếu"); }
		"truong hop" / end         { KEY(RAW_IF, "trường hợp"); }
		"duoc" / end               { KEY(WORD_GETS, "được"); }
		"duoc tinh" / end          { KEY(WORD_GETS, "được tính"); }
		"duoc cong" / end          { KEY(WORD_GETS, "được cộng"); }
		"duoc cham" / end          { KEY(WORD_GETS, "được chấm"); }
		"cong" / end               { KEY(WORD_GETS, "cộng"); }
		"tru" / end                { KEY(WORD_LOSES, "trừ"); }
		"bi tru" / end             { KEY(WORD_LOSES, "bị trừ"); }
		"moi" / end                { KEY(WORD_EVERY, "mỗi"); }
		"cu moi" / end             { KEY(WORD_EVERY, "cứ mỗi"); }
		"cu" / end                 { KEY(WORD_EVERY, "cứ"); }
		"cho moi" / end            { KEY(WORD_PER, "cho mỗi"); }

		"khong phat sinh" / end    { KEY(WORD_NONE, "không phát sinh"); }
		"khong tinh" / end         { KEY(WORD_EXCLUDE, "không tính"); }
		"khong cham" / end         { KEY(WORD_EXCLUDE, "không chấm"); }
		"loai khoi mau so" / end   { KEY(WORD_EXCLUDE, "loại khỏi mẫu số"); }
		"diem thuong" / end        { KEY(WORD_BONUS, "điểm thưởng"); }
		"diem phat" / end          { KEY(WORD_PENALTY, "điểm phạt"); }

		"tong diem cac muc dat" / end      { KEY(WORD_CHECKLIST, "tổng điểm các mục đạt"); }
		"thang diem" / end         { KEY(WORD_SCALE, "thang điểm"); }
		rate " co trong so" / end  { KEY(WORD_WEIGHTED, start[1] == 'y' ? "tỷ lệ có trọng số" : "tỉ lệ có trọng số"); }
		rate " diem" (" cua")? (" cac")? (" tieu chi" | " linh vuc") / end
		                           { KEY(WORD_DERIVED, NULL); }
		"ket qua" / end            { KEY(WORD_IMPORTED, "kết quả"); }
		rate " ket qua" / end      { KEY(WORD_IMPORTED, start[1] == 'y' ? "tỷ lệ kết quả" : "tỉ lệ kết quả"); }
		"so voi muc tieu" / end    { KEY(WORD_TARGET, "so với mục tiêu"); }
		"so voi don vi cao nhat trong nhom" / end { KEY(WORD_GROUP, "so với đơn vị cao nhất trong nhóm"); }
		"khao sat" / end           { KEY(WORD_SURVEY, "khảo sát"); }
		"theo khao sat" / end      { KEY(WORD_BYSURVEY, "theo khảo sát"); }
		"trung binh diem cham cua" / end   { KEY(WORD_MARKS, "trung bình điểm chấm của"); }
		"du cac dieu kien" / end   { KEY(WORD_CONDITIONS, "đủ các điều kiện"); }
		"thieu mot dieu kien" / end        { KEY(WORD_LACKING, "thiếu một điều kiện"); }
		"kiem tra" / end           { KEY(WORD_SAMPLE, "kiểm tra"); }
		"kiem tra ngau nhien" / end        { KEY(WORD_SAMPLE, "kiểm tra ngẫu nhiên"); }
		"cao nhat trong" / end     { KEY(WORD_BEST, "cao nhất trong"); }
		"hoac" / end               { KEY(WORD_OR, "hoặc"); }
		"cong thuc" / end          { KEY(WORD_FORMULA, "công thức"); }
		"nho nhat" / end           { KEY(WORD_LEAST, "nhỏ nhất"); }
		"lon nhat" / end           { KEY(WORD_MOST, "lớn nhất"); }
		"cham tu" / end            { KEY(WORD_HAND, "chấm từ"); }
		"buoc" / end               { KEY(WORD_STEP, "bước"); }

		[a-z] [a-z0-9]*            { SIGN(RAW_WORD); }
		*                          { SIGN(RAW_MARK); }
		*/
word:
		YYCURSOR = start;          /* other marks, another word: its first syllable, or sign, is read as it is */
		while ((*YYCURSOR >= 'a' && *YYCURSOR <= 'z') || (*YYCURSOR >= '0' && *YYCURSOR <= '9'))
			YYCURSOR++;
		YYCURSOR += YYCURSOR == start;
		add(&l, RAW_WORD, FROM, TO);
	}
	return true;
}
