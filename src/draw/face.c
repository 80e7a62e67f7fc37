#include "draw/face.h"
#include "base/fold.h"
#include <hb.h>

enum { WHOLE = 1000 };                                        /* points in which the letters are measured */

static const char *const as_wide[] = { STYLE_FONT, "Liberation Serif", "Tinos" };

static PangoFont *load(struct face *f, const char *family, enum weight weight)
{
	PangoFontDescription *d = pango_font_description_new();
	pango_font_description_set_family(d, family);
	pango_font_description_set_weight(d, weight == BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_font_description_set_absolute_size(d, WHOLE * PANGO_SCALE);
	PangoFont *font = pango_context_load_font(f->context, d);
	pango_font_description_free(d);
	return font;
}

static bool is_wide_enough(PangoFont *font)
{
	PangoFontDescription *d = font ? pango_font_describe(font) : NULL;
	bool found = false;
	for (size_t i = 0; d && i < COUNT(as_wide); i++)
		found = found || !strcmp(pango_font_description_get_family(d), as_wide[i]);
	if (d)
		pango_font_description_free(d);
	return found;
}

static void measure(struct face *f, PangoFont *font, enum weight weight)
{
	hb_font_t *letters = pango_font_get_hb_font(font);
	int across, up;
	hb_font_get_scale(letters, &across, &up);
	for (hb_codepoint_t c = ' '; c < FACE_LETTERS; c++) {
		hb_codepoint_t glyph;
		if (hb_font_get_nominal_glyph(letters, c, &glyph))
			f->wide[weight][c] = (float)hb_font_get_glyph_h_advance(letters, glyph) / (float)across;
	}
}

static void metrics(struct face *f, PangoFont *font)
{
	PangoFontMetrics *m = pango_font_get_metrics(font, NULL);
	double whole = (double)WHOLE * PANGO_SCALE;
	f->ascent = pango_font_metrics_get_ascent(m) / whole;
	f->descent = pango_font_metrics_get_descent(m) / whole;
	f->pitch = pango_font_metrics_get_height(m) / whole;
	if (f->pitch < f->ascent + f->descent)
		f->pitch = f->ascent + f->descent;
	pango_font_metrics_unref(m);
}

static PangoContext *context(void)
{
	PangoFontMap *map = pango_cairo_font_map_get_default();
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
	PangoContext *c = pango_font_map_create_context(map);
	cairo_font_options_t *exact = cairo_font_options_create();
	cairo_font_options_set_hint_metrics(exact, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_hint_style(exact, CAIRO_HINT_STYLE_NONE);
	pango_cairo_context_set_font_options(c, exact);
	cairo_font_options_destroy(exact);
	pango_context_set_round_glyph_positions(c, FALSE);
	pango_context_set_language(c, pango_language_from_string("vi"));
	return c;
}

bool face_open(struct face *f, struct err *e)
{
	f->context = context();
	for (enum weight w = UPRIGHT; w <= BOLD; w++) {
		PangoFont *font = load(f, STYLE_FONT, w);
		if (!is_wide_enough(font)) {
			fail(e, ERR_NOT_FOUND, "Máy này chưa có phông chữ %s (hoặc Liberation Serif) nên không vẽ được tệp PDF.", STYLE_FONT);
			return err_hint(e, "Nhờ người quản trị máy cài gói fonts-liberation2 (apt install fonts-liberation2).");
		}
		measure(f, font, w);
		if (w == UPRIGHT)
			metrics(f, font);
		g_object_unref(font);
	}
	return true;
}

double face_width(const struct face *f, str text, enum weight weight, double size)
{
	double sum = 0;
	for (size_t at = 0; at < text.n;) {
		uint32_t c = utf8_next(text, &at);
		sum += c < FACE_LETTERS ? (double)f->wide[weight][c] : 1;
	}
	return sum * size;
}
