/* web/book.h -- workbooks that are downloaded
 *
 * SHAPE    BOOK_TYPE: of .xlsx
 * UNITS    none
 * ERRORS   none
 * MEMORY   none
 * SOURCE   IANA media types
 */
#ifndef WEB_BOOK_H
#define WEB_BOOK_H
#define BOOK_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#endif
