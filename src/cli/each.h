/* cli/each.h -- the same for each document of the arguments
 *
 * SHAPE    each_file lists the files, examines each and hands the facts of every document in it to fn, which prints them (to
 *          c->io of the call it is given, not of the verb's) and says what it found. Several files are examined at once,
 *          each in a process of its own; what they print stands in the order of the files. A file that cannot be read,
 *          or that ends its process, is complained of and the next one follows.
 * UNITS    status: the highest of all documents; the other members: sums
 * ERRORS   complained of by cli_complain
 * MEMORY   facts live until fn returns; memory does not grow with the number of files
 * SOURCE   facts.md (several documents)
 */
#ifndef CLI_EACH_H
#define CLI_EACH_H
#include "cli/verb.h"

/* For the help of a verb that reads files. */
#define FILE_KINDS \
	"Đọc được .txt, .md, .docx, .odt, .xlsx, .ods, .pdf, .doc, .rtf, ảnh quét, và các văn bản trong .zip, .eml.\n" \
	"Có thể chỉ ra nhiều tệp hoặc thư mục: nhiều tệp được đọc cùng lúc, kết quả in theo thứ tự tên; một tệp hỏng chỉ là một dòng báo.\n"

struct tally { int status; size_t documents, errors, warnings; };
struct each { str name; bool first; struct arena *a; };        /* name: "thư.zip!kehoach.docx" for what is inside another */
typedef struct tally each_fn(const struct call *c, const struct each *at, const struct facts *f);

struct tally each_file(const struct call *c, each_fn *fn);
/* One after the other, in the order of the files, with their hashes: what a document does to the record, the next one finds. */
struct tally each_in_turn(const struct call *c, each_fn *fn);

#endif
