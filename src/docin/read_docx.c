#include "docin/docx_parts.h"
#include "docin/docx_text.h"
#include "docin/read.h"

/* -- sniffing --------------------------------------------------------------------------------------- */

#define OLE S("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
#define ENCRYPTED S("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0")

static bool is_encrypted(str bytes) { return str_starts(bytes, OLE) && str_find(bytes, ENCRYPTED, 8) < bytes.n; }

enum { NAME_LENGTH_AT = 26, NAME_AT = 30 };    /* in the header of a zip's first entry */

/* A zip that packs Word files holds their names too, but begins with a name of its own. */
static bool begins_as_package(str bytes)
{
	static const str names[] = { S("[Content_Types].xml"), S("_rels/"), S("word/"), S("docProps/"), S("customXml/"), S("mimetype") };
	for (size_t i = 0; i < COUNT(names); i++)
		if (str_starts(str_sub(bytes, NAME_AT, bytes.n), names[i]))
			return true;
	return false;
}

static int sniff(str bytes)
{
	if (is_encrypted(bytes))
		return 100;
	if (!str_starts(bytes, S("PK\3\4")) || !begins_as_package(bytes))
		return 0;
	return str_find(bytes, S("word/document"), 0) < bytes.n ? 90 : 0;
}

/* -- what is in the file and not in the tree -------------------------------------------------------- */

static void note_changes(struct reading *r, const struct docx_seen *s)
{
	if (s->inserted + s->deleted + s->moved == 0)
		return;
	read_note(r, "Văn bản còn sửa đổi chưa duyệt (Track Changes): thêm %zu chỗ, xóa %zu chỗ, chuyển %zu chỗ. Đã đọc như khi chấp nhận hết; "
	             "hãy duyệt xong trước khi trình.", s->inserted, s->deleted, s->moved);
}

static void notes(struct reading *r, const struct docx_seen *s, const struct docx_parts *p)
{
	note_changes(r, s);
	if (s->hidden)
		read_note(r, "Văn bản có chữ ẩn ở %zu đoạn hoặc hàng: chữ ẩn không in ra nên không đọc.", s->hidden);
	if (s->objects)
		read_note(r, "Văn bản có %zu đối tượng nhúng (bảng tính, tệp khác): không đọc bên trong. Nếu ở đó có số liệu, hãy đưa tệp gốc vào.", s->objects);
	if (s->drawings)
		read_note(r, "Văn bản có %zu biểu đồ hoặc sơ đồ: chữ và số trong đó không đọc.", s->drawings);
	if (s->pictures)
		read_note(r, "Văn bản có %zu hình ảnh: chữ trong hình không đọc.", s->pictures);
	if (s->other_files)
		read_note(r, "Văn bản ghép nội dung của tệp khác ở %zu chỗ: phần đó không đọc. Hãy mở bằng Word rồi lưu lại.", s->other_files);
	if (s->unknown_signs)
		read_note(r, "Có %zu ký hiệu của phông chữ riêng (Wingdings, Symbol…) không nhận ra nên bỏ qua.", s->unknown_signs);
	if (s->old_fonts)
		read_note(r, "Một phần văn bản dùng phông chữ cũ (.VnTime, VNI): đã chuyển sang Unicode.");
	if (p->macros)
		read_note(r, NOTE_MACROS " (chương trình kèm theo): bỏ qua, không chạy.");
	if (p->leads_out)
		read_note(r, "Tệp có liên kết tới tệp ở nơi khác (mẫu văn bản, hình…): không mở.");
}

/* -- reading ---------------------------------------------------------------------------------------- */

static bool refuse_encrypted(struct err *e)
{
	fail(e, ERR_FORMAT, "Tệp Word hoặc Excel có đặt mật khẩu mở tệp: không đọc được nội dung.");
	return err_hint(e, "Hãy mở tệp bằng mật khẩu, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ, Mã hóa bằng mật khẩu) rồi lưu lại.");
}

static bool refuse_empty(const struct docx_seen *s, struct err *e)
{
	if (!s->document) {
		fail(e, ERR_FORMAT, "Tệp Word bị hỏng: phần nội dung không phải là văn bản Word.");
		return err_hint(e, "Hãy mở tệp bằng chương trình đã tạo ra nó rồi lưu lại dạng .docx.");
	}
	if (s->pictures) {
		fail(e, ERR_INPUT, "Tệp Word chỉ có hình ảnh, không có chữ nào để đọc.");
		return err_hint(e, "Nếu là bản quét, hãy đưa bản PDF hay ảnh quét vào để nhận dạng chữ.");
	}
	fail(e, ERR_INPUT, "Tệp Word không có chữ nào để đọc.");
	return err_hint(e, "Hãy kiểm tra xem đã lưu hay tải tệp về đầy đủ chưa.");
}

static bool read_parts(struct docx_text *d, struct archive *z, const struct docx_parts *p, struct err *e)
{
	if (p->styles != DOCX_NO_PART && !docx_styles_read(d->a, z, p->styles, &d->styles, e))
		return false;
	if (p->numbering != DOCX_NO_PART && !docx_numbering_read(d->a, z, p->numbering, &d->styles, &d->numbering, e))
		return false;
	return docx_text_read(d, z, p->text) &&
	       (p->footnotes == DOCX_NO_PART || !d->footnotes.n || docx_text_read(d, z, p->footnotes)) &&
	       (p->endnotes == DOCX_NO_PART || !d->endnotes.n || docx_text_read(d, z, p->endnotes));
}

static bool read_docx(struct reading *r, str bytes, struct err *e)
{
	CLEANUP(archive_close) struct archive *z = NULL;
	struct docx_parts parts;
	if (is_encrypted(bytes))
		return refuse_encrypted(e);
	struct docx_text *d = make(r->a, struct docx_text);
	docx_text_open(d, r->a, e);
	docx_styles_none(&d->styles);
	if (!archive_open(r->a, bytes, &z, e) || !docx_parts_find(r->a, z, &parts, e) || !read_parts(d, z, &parts, e))
		return false;
	r->root = docx_text_finish(d);
	if (!r->root)
		return false;
	if (!r->root->first)
		return refuse_empty(&d->seen, e);
	notes(r, &d->seen, &parts);
	return true;
}

const struct reader reader_docx = {
	.name = "docx",
	.help = "Word (.docx, .docm, .dotx), bảng gộp ô, danh sách tự đánh số, phông chữ cũ",
	.source = "ECMA-376 (Office Open XML), bản chuyển tiếp và bản chặt",
	.sniff = sniff,
	.read = read_docx,
};
