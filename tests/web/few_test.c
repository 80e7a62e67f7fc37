#include "web/few.h"
#include "web/fixture.h"
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static void take_all(struct few *f, enum few_of of)
{
	for (int i = 0; i < FEW_PLACES; i++)
		assert_int_equal(few_take(f, of, 0), i);
	assert_int_equal(few_take(f, of, 0), -1);
}

static void places(void **state)
{
	(void)state;
	struct few *f = few_open();
	take_all(f, FEW_READINGS);
	assert_int_equal(few_take(f, FEW_PASSWORDS, 0), 0);        /* of another kind */
	few_give(f, FEW_READINGS, -1);
	assert_int_equal(few_take(f, FEW_READINGS, 50), -1);
	few_give(f, FEW_READINGS, 1);
	assert_int_equal(few_take(f, FEW_READINGS, 0), 1);
	few_close(&f);
	assert_null(f);
	assert_int_equal(few_take(NULL, FEW_READINGS, 0), 0);
	few_give(NULL, FEW_READINGS, 0);
}

/* A worker that is killed while it reads leaves its places to others. */
static void died(void **state)
{
	(void)state;
	struct few *f = few_open();
	pid_t p = fork();
	if (!p) {
		for (int i = 0; i < FEW_PLACES; i++)
			(void)few_take(f, FEW_READINGS, 0);
		_exit(0);
	}
	assert_int_equal(waitpid(p, NULL, 0), p);
	take_all(f, FEW_READINGS);
	few_close(&f);
}

/* Of many at once no more run than there are places, and who waits gets one. */
static void crowd(void **state)
{
	enum { CROWD = 16 };
	(void)state;
	struct few *f = few_open();
	_Atomic int *n = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	int done = 0;
	for (int i = 0; i < CROWD; i++)
		if (!fork()) {
			int place = few_take(f, FEW_PASSWORDS, 60000);
			int running = atomic_fetch_add(n, 1) + 1;
			usleep(10000);
			atomic_fetch_sub(n, 1);
			few_give(f, FEW_PASSWORDS, place);
			_exit(place < 0 || running > FEW_PLACES);
		}
	for (int i = 0, status; i < CROWD; i++)
		done += wait(&status) > 0 && WIFEXITED(status) && !WEXITSTATUS(status);
	assert_int_equal(done, CROWD);
	munmap((void *)n, 4096);
	few_close(&f);
}

/* A page says so, with a status and a header that programs understand; and works again once there is a place. */
static void busy(struct fixture *f)
{
	static const struct { const char *login, *address, *form; enum few_of of; int free; } pages[] = {
		{ "ai đó", "/dang-nhap", "login=vanphong&password=sai", FEW_PASSWORDS, 403 },
		{ "vanphong", "/tai-khoan", "password=sai&fresh=mot+cau+de+nho&again=mot+cau+de+nho", FEW_PASSWORDS, 422 },
	};
	f->few = few_open();
	for (size_t i = 0; i < COUNT(pages); i++) {
		str cookie = fixture_cookie(f->at.a, pages[i].login);
		take_all(f->few, pages[i].of);
		const struct reply *r = fixture_ask_as(f, cookie, true, pages[i].address, pages[i].form);
		if (r->status != 503 || r->retry_after != FEW_AGAIN || !fixture_says(r, "Máy chủ đang bận"))
			fail_msg("%s: %d, %d s\n%.*s", pages[i].address, r->status, r->retry_after, SF(r->body));
		few_give(f->few, pages[i].of, 0);
		r = fixture_ask_as(f, cookie, true, pages[i].address, pages[i].form);
		if (r->status != pages[i].free)
			fail_msg("%s: %d, not %d\n%.*s", pages[i].address, r->status, pages[i].free, SF(r->body));
		assert_int_equal(few_take(f->few, pages[i].of, 0), 0);     /* given back, though it was refused */
		for (int k = 0; k < FEW_PLACES; k++)
			few_give(f->few, pages[i].of, k);
	}
	few_close(&f->few);
}

static void busy_sqlite(void **s)
{
	struct fixture f;
	(void)s;
	fixture_open(&f, DB_SQLITE);
	busy(&f);
	fixture_close(&f);
}

int web_few_tests(void);
int web_few_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(places), cmocka_unit_test(died), cmocka_unit_test(crowd),
		                            cmocka_unit_test(busy_sqlite) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
