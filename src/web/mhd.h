/* web/mhd.h -- libmicrohttpd, loaded when it is served: it brings GnuTLS and nine more libraries, which every start would pay for
 *
 * SHAPE    mhd.start is MHD_start_daemon and so on, after mhd_load, which is called before the first thread
 * UNITS    none
 * ERRORS   ERR_SYSTEM it is not installed
 * MEMORY   none
 * SOURCE   GNU libmicrohttpd 0.9.75
 */
#ifndef WEB_MHD_H
#define WEB_MHD_H
#include "base/err.h"
#include <microhttpd.h>

#define MHD_CALLS(X) \
	X(start_daemon) X(stop_daemon) X(quiesce_daemon) X(get_connection_info) X(get_connection_values_n) X(lookup_connection_value) \
	X(queue_response) X(create_response_from_buffer) X(create_response_from_fd_at_offset64) X(destroy_response) \
	X(add_response_header)

#define MHD_MEMBER(f) __typeof__(MHD_##f) *f;
extern struct mhd { MHD_CALLS(MHD_MEMBER) } mhd;
#undef MHD_MEMBER

MUST_CHECK bool mhd_load(struct err *e);

#endif
