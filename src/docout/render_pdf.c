#include "docout/pdf.h"
#include "docout/render.h"

static bool render(struct arena *a, const struct node *root, str *ret, struct err *e)
{
	CLEANUP(drawer_close) struct drawer d;
	return drawer_open(a, &d, e) && drawer_draw(a, &d, root, ret, e);
}

const struct renderer render_pdf = {
	.name = "pdf",
	.ending = "pdf",
	.help = "PDF: in và ký số được ngay; chữ sao chép và tìm được",
	.source = "Nghị định 30/2020/NĐ-CP, Phụ lục I; ISO 32000-1",
	.render = render,
};
