/* docout/xlsx.h -- what the parts of render_xlsx.c share: the workbook that is being drawn
 *
 * SHAPE    render_xlsx.c walks sheets, tables and rows; xlsx.c has texts, looks, heights and the library; xlsx_paper.c what only official
 *          documents have, xlsx_chart.c their charts.
 * UNITS    widths in characters, as Excel counts them; rows and columns from 0
 * ERRORS   the first one is kept in .e, and .failed: what is drawn after it does nothing
 * MEMORY   arena; sheets and formats are those of the library, until the book is closed
 * SOURCE   ECMA-376 part 1, 18; libxlsxwriter 1.1
 */
#ifndef DOCOUT_XLSX_H
#define DOCOUT_XLSX_H
#include "base/map.h"
#include "base/vec.h"
#include "doc/chart.h"
#include "docout/style.h"
#include <xlsxwriter.h>

/* libxlsxwriter brings libcrypto and minizip with it, which every start would pay for: it is loaded when a workbook is written. */
#define CALLS(X) \
	X(workbook_new_opt) X(workbook_add_worksheet) X(workbook_add_format) X(workbook_set_properties) X(workbook_close) \
	X(lxw_strerror) X(lxw_workbook_free) X(worksheet_write_number) X(worksheet_write_string) X(worksheet_write_blank) \
	X(worksheet_merge_range) X(worksheet_set_column) X(worksheet_set_row) X(worksheet_freeze_panes) \
	X(worksheet_set_landscape) X(worksheet_set_paper) X(worksheet_set_margins) X(worksheet_set_footer) \
	X(worksheet_fit_to_pages) X(worksheet_repeat_rows) X(worksheet_ignore_errors) X(worksheet_hide) \
	X(worksheet_insert_chart_opt) X(format_set_bold) X(format_set_italic) X(format_set_text_wrap) X(format_set_align) \
	X(format_set_border) X(format_set_border_color) X(format_set_bg_color) X(format_set_num_format) X(format_set_indent) \
	X(format_set_font_name) X(format_set_font_size) X(workbook_add_chart) X(chart_add_series) X(chart_title_set_name) \
	X(chart_series_set_name) X(chart_series_set_categories) X(chart_series_set_values) X(chart_series_set_labels) \
	X(chart_series_set_pattern) X(chart_axis_set_reverse) X(chart_axis_set_interval_unit) X(chart_axis_off) \
	X(chart_axis_major_gridlines_set_visible) X(chart_legend_set_position)

#define MEMBER(f) __typeof__(f) *f;
struct library { CALLS(MEMBER) };
#undef MEMBER

enum {
	COLUMNS_MAX = 512, ROWS_MAX = 100 * 1000, TEXT_MAX = 32767, NAME_MAX_CHARS = 31, NAMES_TRIED = 1000,
	DECIMALS_MAX = 9, FREEZE_MAX = 6,      /* a heading that ends below this row would leave no room on a screen */
	PAPER_A4 = 9, WIDTH_PAGE = 160, WIDTH_TEXT = 52, WIDTH_LEAST = 5, WIDTH_HEAD = 8, WIDTH_EMPTY = 13,
	WIDTH_GIVES = 18, WIDTH_ALONE = 110, WIDTH_UPRIGHT = 86, WIDTH_ACROSS = 133,
	BOOK_SIZE = 22,                        /* half points */
	LINES_MAX = 25,                        /* Excel has no row higher than 409 points */
};
#define FONT        "Times New Roman"
#define HEAD_COLOUR 0xDCE6F1
#define LINE_COLOUR 0x808080
#define LINE_HEIGHT  14.2
#define TITLE_HEIGHT 17.0
#define PAPER_LINE   15.5
#define MADE        ((time_t)1735689600)       /* 1/1/2025: a file does not say when it was written */

/* How a cell looks; text and each number of decimals have formats of their own. */
enum look { LOOK_FREE, LOOK_TITLE, LOOK_HEAD, LOOK_CELL, LOOK_STRONG, LOOKS };

/* In characters: of its widest line, of its longest word. One that nobody filled yet is wide enough to be filled. */
struct column { int width, least; bool filled; };

struct dress { struct style style; bool ruled; int decimals; lxw_format *format; };
struct spot  { size_t row, col; const struct node *cell; };
struct later { size_t row; const struct node *chart; };       /* drawn when the sheet is full: its table may come behind it */

struct drawing {
	struct arena    *a;
	struct library   lib;
	struct err      *e;
	lxw_workbook    *book;
	lxw_worksheet   *sheet;
	lxw_format      *format[LOOKS][DECIMALS_MAX + 2];
	bool             paper;                    /* an official document; else a book of tables */
	struct map       names;                    /* of the tabs so far */
	str              name;                     /* of the sheet */
	size_t           row, columns;             /* of the sheet */
	struct column    width[COLUMNS_MAX];
	size_t           sheets;
	int              page;                     /* how many characters are as wide as it */
	VEC(struct dress) dresses;
	VEC(struct spot)  spots;                   /* of the sheet, row by row */
	VEC(struct later) charts;                  /* of the sheet */
	int              lines;                    /* of the highest cell of the row */
	bool             frozen, failed;
};

bool        xl_load(struct library *l);
void        xl_refuse(struct drawing *d, const char *what, int most);
void        xl_check(struct drawing *d, lxw_error code);
lxw_format *xl_format(struct drawing *d, enum look look, int decimals);         /* decimals: -1 for text */
const char *xl_text(struct drawing *d, str s);
bool        xl_number(str text, double *ret, int *decimals);
str         xl_legal(struct arena *a, str s, size_t most);
str         xl_tab(struct drawing *d, str wanted);
int         xl_chars(str s);
int         xl_room(const struct drawing *d, size_t col, size_t wide, int half_points);   /* characters of that size in so many columns */
int         xl_lines(str text, int room);
void        xl_height(struct drawing *d, int lines, double line);                /* of the row */

/* -- official documents -- */
bool        xl_is_paper(const struct node *root);
struct style xl_style(const struct node *cell);                                  /* of its first paragraph */
lxw_format *xl_dress(struct drawing *d, struct style s, bool ruled, int decimals);
void        xl_fill_page(struct drawing *d, const struct node *first, const struct node *end);   /* columns as wide as the page */
void        xl_size(struct drawing *d, str text, size_t col, size_t wide, int half_points);        /* the row becomes high enough */
void        xl_plain(struct drawing *d, const struct node *table);
void        xl_charts(struct drawing *d);                                        /* of the sheet, which is full */
size_t      xl_chart_rows(const struct chart *c);

#endif
