#include "app/record_parts.h"

bool record_blob(struct record *r, struct tx *t, const struct blob *b, int64_t *ret, struct err *e)
{
	bool found = false;
	struct changed done = { 0 };
	struct arg sha = v_text(str_c(b->sha));
	if (!db_int(r->db, Q(evidence_blob_find, .sha256 = sha), ret, &found, e))
		return false;
	if (found)
		return true;
	if (!db_change(t, Q(evidence_blob_add, .sha256 = sha, .size = v_int(b->size)), &done, e))
		return false;
	*ret = done.id;
	return done.rows || db_int(r->db, Q(evidence_blob_find, .sha256 = sha), ret, &found, e);
}
