#include "app/import_parts.h"
#include "app/examine.h"
#include "app/unit.h"
#include "base/file.h"

/* -- for whom, in which year ------------------------------------------------------------------------- */

/* The documents of a room are those of its body. */
static bool find_body(struct importing *m, struct err *e)
{
	struct unit_row u;
	if (!unit_load(m->r, m->a, m->ask->unit, &u, e) || !had_load_units(m->r->db, m->a, u.body, &m->units, e))
		return false;
	for (size_t i = m->units.n; i-- > 0;)
		if (m->units.at[i].id == u.body)
			m->body = m->units.at[i];
	m->p->unit = m->body.name;
	return true;
}

static bool may(struct importing *m, struct err *e)
{
	bool change = false, offer = false;
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(m->r->db, Q(import_rights, WHO(m), .body_id = v_int(m->body.id)), &r, e))
		return false;
	while (rows_next(&r)) {
		str act = col_text(&r, m->a, 0);
		change |= str_eq(act, S("change"));
		offer |= str_eq(act, S("propose"));
	}
	if (!rows_done(&r, e))
		return false;
	if (change || (offer && !m->ask->accept))
		return true;
	const char *what = m->ask->accept ? "nhận văn bản vào hồ sơ của" : "xem đề xuất từ văn bản cho";
	return record_denied(m->r, e, str_fmt(m->a, "%s %.*s", what, SF(m->body.name)).p);
}

/* What belongs to the index of a year. */
static bool of_a_year(const struct facts *f)
{
	return f->criteria.n || f->fields.n || f->findings.n || f->requests.n || f->result.present || f->document.kind == DOC_PLAN;
}

static bool find_cycle(struct importing *m, struct err *e)
{
	int said = m->f->document.cycle_year, year = m->ask->year ? m->ask->year : said;
	m->p->year = year;
	if (!year && of_a_year(m->f)) {
		fail(e, ERR_INPUT, "Văn bản không cho biết là Chỉ số của năm nào.");
		return err_hint(e, "Thêm --year NĂM, năm bị trừ điểm.");
	}
	if (m->ask->year && said && said != year)
		*vec_add(m->a, &m->p->notes) = str_fmt(m->a, "Văn bản ghi Chỉ số năm %d; --year ghi %d và được theo.", said, year);
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!year)
		return true;
	if (!db_query(m->r->db, Q(import_cycle, .body_id = v_int(m->body.id), .year = v_int(year)), &r, e))
		return false;
	if (rows_next(&r)) {
		m->cycle = col_int(&r, 0);
		m->owner = col_int(&r, 1);
	}
	if (!rows_done(&r, e) || m->cycle)
		return m->cycle;
	fail(e, ERR_NOT_FOUND, "Hồ sơ chưa có kỳ đánh giá năm %d cho %.*s.", year, SF(m->body.name));
	return err_hint(e, "Nhờ người quản trị thêm bằng khacphuc cycle add %d. Nếu năm này không đúng thì thêm --year NĂM.", year);
}

/* -- one document ------------------------------------------------------------------------------------ */

/* The criteria of a decision that issues a set have lost nothing. */
static bool issues_a_set(const struct facts *f)
{
	bool lost = false;
	for (size_t i = 0; i < f->criteria.n; i++)
		lost |= f->criteria.at[i].points.present || f->criteria.at[i].lost.present || f->criteria.at[i].printed_lost.present;
	return f->document.kind == DOC_CRITERIA_SET || (f->document.kind == DOC_DECISION && f->criteria.n && !lost);
}

static bool worth(const struct facts *f, struct err *e)
{
	if (f->file.book.n || issues_a_set(f)) {
		fail(e, ERR_INPUT, "Tệp là bộ tiêu chí, phiếu chấm điểm hay bảng kết quả; ở đây chỉ nhận kế hoạch, báo cáo và phụ lục của một đơn vị.");
		return err_hint(e, "Bộ tiêu chí, phiếu và kết quả được đưa vào hồ sơ bằng các lệnh riêng: xem khacphuc help.");
	}
	if (f->document.kind != DOC_UNKNOWN || of_a_year(f) || f->aims.n || f->duties.n)
		return true;
	fail(e, ERR_INPUT, "Không tìm thấy gì về Chỉ số cải cách hành chính trong tệp này.");
	return err_hint(e, "Hãy xem lại có đúng tệp không: khacphuc show TỆP in ra những gì đọc được.");
}

static str title_of(struct arena *a, const struct document *d)
{
	str day = d->date.day ? str_fmt(a, "ngày %02d/%02d/%d", d->date.day, d->date.month, d->date.year) : date_iso(a, d->date);
	const str parts[] = { d->number, day, d->title };
	struct buf b = buf_open(a);
	for (size_t i = 0; i < COUNT(parts); i++)
		if (parts[i].n)
			buf_fmt(&b, "%s%.*s", b.n ? i == 2 ? ": " : " " : "", SF(parts[i]));
	return buf_str(&b);
}

static bool find_known(struct importing *m, struct err *e)
{
	struct arg sha = v_text(str_c(m->f->file.sha256));
	return db_int(m->r->db, Q(import_known, BODY(m), .sha256 = sha), &m->document, &m->known, e);
}

static void count_checks(struct importing *m)
{
	for (size_t i = 0; i < m->f->checks.n; i++)
		*(m->f->checks.at[i].severity == SEVERITY_ERROR ? &m->p->errors : &m->p->warnings) += 1;
	for (size_t i = 0; i < m->f->file.notes.n; i++)
		*vec_add(m->a, &m->p->notes) = m->f->file.notes.at[i];
}

static void taken_nothing(struct importing *m)
{
	for (size_t i = 0; i < m->ask->take.n; i++)
		if (!m->took[i] && !str_eq(m->ask->take.at[i], S("all")))
			*vec_add(m->a, &m->p->notes) = str_fmt(m->a, "--take %.*s: không có chỗ nào khác ở mã này.", SF(m->ask->take.at[i]));
}

/* Everything that is compared is read in the same transaction that writes. */
static bool compare(struct importing *m, const struct blob *file, const struct blob *facts, struct err *e)
{
	const struct had_of of = { m->r->db, m->a, m->r->who.person, m->body.id, m->cycle };
	if (!find_known(m, e))
		return false;
	m->p->known = m->known;
	if (!m->cycle)
		return import_document(m, file, facts, e);
	return had_load_criteria(m->r->db, m->a, m->cycle, m->body.level, &m->criteria, e) &&
	       had_load(&of, &m->had, e) && (had_name_criteria(&m->had, &m->criteria), true) &&
	       import_document(m, file, facts, e) && import_criteria(m, e) && import_results(m, e) && import_plan(m, e) &&
	    import_findings(m, e) &&
	       import_field_remedies(m, e) && import_remedies_close(m, e);
}

static bool look(struct importing *m, struct err *e)
{
	struct tx t = { 0 };
	struct blob none = { 0 };
	bool ok = tx_look(m->r->db, &t, e) && compare(m, &none, &none, e);
	tx_close(&t);
	m->p->document = m->known ? m->document : 0;
	return ok;
}

/* Of a file that is in the record already, with nothing to be taken from it, only what differs is told again. */
static bool accept(struct importing *m, struct err *e)
{
	struct tx t = { 0 };
	struct blob file = { 0 }, facts = { 0 };
	str name = m->p->file;
	if (!find_known(m, e))
		return false;
	if (m->known && !m->ask->take.n && !m->ask->rest)
		return m->p->accepted = look(m, e);
	if (!m->known && (!blobs_put_bytes(m->r->blobs, name, m->f->file.bytes, &file, e) ||
	                  !blobs_put_bytes(m->r->blobs, name, m->ask->read.n ? m->ask->read : facts_json(m->a, m->f), &facts, e)))
		return false;
	bool ok = record_tx(m->r, m->a, S("import"), &t, e);
	m->t = &t;
	ok = ok && compare(m, &file, &facts, e) && (!m->ask->also || m->ask->also(m->ask->ctx, &t, m->document, e)) && tx_commit(&t, e);
	tx_close(&t);
	m->p->accepted = ok;
	m->p->document = m->document;
	return ok;
}

bool import_facts(struct record *r, struct arena *a, const struct facts *f, const struct import_ask *ask, struct proposal **ret,
                  struct err *e)
{
	struct importing m = { .r = r, .a = a, .f = f, .ask = ask, .p = make(a, struct proposal),
	                       .took = make_n(a, bool, ask->take.n + 1) };
	m.p->file = f->file.name;
	m.p->title = title_of(a, &f->document);
	if (!worth(f, e) || !find_body(&m, e) || !may(&m, e) || !import_whose(&m, e) || !find_cycle(&m, e))
		return false;
	count_checks(&m);
	if (!(ask->accept ? accept(&m, e) : look(&m, e)))
		return false;
	taken_nothing(&m);
	*ret = m.p;
	return true;
}
