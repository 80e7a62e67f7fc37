/* app/record_of.h -- the record of a test (at.h) for the use cases of app/ */
#ifndef TESTS_RECORD_OF_H
#define TESTS_RECORD_OF_H
#include "app/record_parts.h"
#include "at.h"

static inline struct record record_of(struct at *at, int64_t person)
{
	return (struct record){ .a = at->a, .db = at->db, .who = at_who(person), .person_name = S("Người Thử") };
}

#endif
