#include "web/mhd.h"
#include <dlfcn.h>

struct mhd mhd;

bool mhd_load(struct err *e)
{
	void *from = dlopen("libmicrohttpd.so.12", RTLD_LAZY | RTLD_NODELETE);
	bool all = from;
#define FIND(f) all = all && (mhd.f = (__typeof__(mhd.f))dlsym(from, "MHD_" #f));
	MHD_CALLS(FIND)
#undef FIND
	if (all)
		return true;
	fail(e, ERR_SYSTEM, "Máy này chưa có thư viện libmicrohttpd để chạy máy chủ web.");
	err_hint(e, "Cài gói libmicrohttpd12 (apt-get install libmicrohttpd12).");
	return err_detail(e, "dlopen: %s", dlerror());
}
