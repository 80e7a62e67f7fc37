/* docin/docx.h -- what the parts of a Word file have in common: their names, and how they say what text looks like
 *
 * SHAPE    One grammar for all parts (transitional and strict write the same names under other namespaces). A look
 *          is what a style or a run says of its text; what it leaves unsaid is that of the style below it.
 * UNITS    yes, no, unsaid: 1, 0, -1
 * ERRORS   none
 * MEMORY   none
 * SOURCE   ECMA-376 parts 1 and 4 (WordprocessingML)
 */
#ifndef DOCIN_DOCX_H
#define DOCIN_DOCX_H
#include "base/archive.h"
#include "base/xml.h"
#include "docin/font.h"

#define DOCX_NAMES(N) \
	N(W_DOCUMENT, "w:document") N(W_P, "w:p") N(W_PPR, "w:pPr") N(W_R, "w:r") N(W_RPR, "w:rPr") N(W_T, "w:t") \
	N(W_TAB, "w:tab") N(W_PTAB, "w:ptab") N(W_BR, "w:br") N(W_CR, "w:cr") N(W_SYM, "w:sym") \
	N(W_NO_BREAK_HYPHEN, "w:noBreakHyphen") N(W_SOFT_HYPHEN, "w:softHyphen") \
	N(W_PAGE_RENDERED, "w:lastRenderedPageBreak") N(W_PAGE_BEFORE, "w:pageBreakBefore") \
	N(W_FIELD, "w:fldChar") N(W_DEL, "w:del") N(W_INS, "w:ins") N(W_MOVE_FROM, "w:moveFrom") N(W_MOVE_TO, "w:moveTo") \
	N(W_TBL, "w:tbl") N(W_TR, "w:tr") N(W_TC, "w:tc") N(W_TR_PR, "w:trPr") N(W_TC_PR, "w:tcPr") N(W_TBL_PR, "w:tblPr") \
	N(W_TBL_PR_EX, "w:tblPrEx") N(W_GRID_COL, "w:gridCol") \
	N(W_GRID_SPAN, "w:gridSpan") N(W_V_MERGE, "w:vMerge") N(W_H_MERGE, "w:hMerge") \
	N(W_GRID_BEFORE, "w:gridBefore") N(W_GRID_AFTER, "w:gridAfter") N(W_TBL_HEADER, "w:tblHeader") N(W_HIDDEN, "w:hidden") \
	N(W_SECT_PR, "w:sectPr") N(W_TYPE, "w:type") N(W_SDT_PR, "w:sdtPr") N(W_SDT_END_PR, "w:sdtEndPr") N(W_RUBY_RT, "w:rt") \
	N(W_PPR_CHANGE, "w:pPrChange") N(W_RPR_CHANGE, "w:rPrChange") N(W_TBL_PR_CHANGE, "w:tblPrChange") \
	N(W_TBL_EX_CHANGE, "w:tblPrExChange") N(W_TR_PR_CHANGE, "w:trPrChange") N(W_TC_PR_CHANGE, "w:tcPrChange") \
	N(W_SECT_CHANGE, "w:sectPrChange") N(W_NUM_CHANGE, "w:numberingChange") N(W_GRID_CHANGE, "w:tblGridChange") \
	N(W_PSTYLE, "w:pStyle") N(W_RSTYLE, "w:rStyle") N(W_NUM_PR, "w:numPr") N(W_NUM_ID, "w:numId") N(W_ILVL, "w:ilvl") \
	N(W_JC, "w:jc") N(W_OUTLINE, "w:outlineLvl") N(W_B, "w:b") N(W_I, "w:i") N(W_VANISH, "w:vanish") N(W_CAPS, "w:caps") \
	N(W_SMALL_CAPS, "w:smallCaps") N(W_RFONTS, "w:rFonts") N(W_FOOTNOTE_REF, "w:footnoteReference") \
	N(W_ENDNOTE_REF, "w:endnoteReference") N(W_FOOTNOTE, "w:footnote") N(W_ENDNOTE, "w:endnote") \
	N(W_TEXT_BOX, "w:txbxContent") \
	N(W_ALT_CHUNK, "w:altChunk") N(W_SUB_DOC, "w:subDoc") N(O_OLE, "o:OLEObject") N(A_BLIP, "a:blip") \
	N(V_IMAGE, "v:imagedata") N(C_CHART, "c:chart") N(DGM_IDS, "dgm:relIds") \
	N(MC_ALTERNATE, "mc:AlternateContent") N(MC_CHOICE, "mc:Choice") N(MC_FALLBACK, "mc:Fallback") \
	N(M_T, "m:t") N(M_NUM, "m:num") N(M_DEN, "m:den") \
	N(W_STYLE, "w:style") N(W_NAME, "w:name") N(W_BASED_ON, "w:basedOn") N(W_DOC_DEFAULTS, "w:docDefaults") \
	N(W_TBL_STYLE_PR, "w:tblStylePr") \
	N(W_ABSTRACT, "w:abstractNum") N(W_ABSTRACT_ID, "w:abstractNumId") N(W_NUM, "w:num") N(W_LVL, "w:lvl") \
	N(W_START, "w:start") N(W_NUM_FMT, "w:numFmt") N(W_LVL_TEXT, "w:lvlText") N(W_OVERRIDE, "w:lvlOverride") \
	N(W_START_OVERRIDE, "w:startOverride") N(W_IS_LGL, "w:isLgl") N(W_SUFF, "w:suff") N(W_RESTART, "w:lvlRestart") \
	N(W_NUM_STYLE_LINK, "w:numStyleLink") N(R_RELATION, "rel:Relationship")

enum docx_name {
	DOCX_OTHER,
#define N(id, name) id,
	DOCX_NAMES(N)
#undef N
	DOCX_NAMES_END
};

enum { DOCX_PART_MAX = 32 << 20, DOCX_ROWS_MAX = 20 * 1000 };  /* bytes of a part beside the text; styles, lists */

typedef void docx_fn(void *ctx, struct xml *x, int name);

struct docx_look { signed char bold, italic, hidden, capitals; enum font font; };
#define DOCX_LOOK_UNSAID ((struct docx_look){ -1, -1, -1, -1, FONT_UNSAID })

void docx_look_take(struct docx_look *l, struct xml *x, int name);      /* an element of rPr that has opened */
void docx_look_over(struct docx_look *l, const struct docx_look *over); /* what over says wins */

bool docx_on(struct xml *x);                                    /* <w:b/>, w:val="1", "on", "true" */
int  docx_int(struct xml *x, int least, int most, int otherwise);   /* w:val */
bool docx_says(struct xml *x, const char *attr, const char *value);

struct xml_grammar docx_grammar(docx_fn *open, docx_fn *close, void (*text)(void *ctx, str text));
bool docx_too_many(struct err *e);                              /* styles or lists; false */

#endif
