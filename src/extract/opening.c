#include "extract/opening.h"

static const char *const remedy_words[] = {
	"tham muu", "tiep tuc", "quan triet", "xay dung", "tuyen truyen", "thuc hien", "trien khai", "cap nhat", "ra soat",
	"tang cuong", "chi dao", "day manh", "nang cao", "to chuc", "phoi hop", "cu ", "bo tri", "huong dan", "don doc",
	"kiem tra", "khuyen khich", "giao ", "yeu cau", "chu dong", "hoan thien", "khac phuc", "bo sung", "dang ky",
	"phat dong", "doi moi", "ban hanh", "phan cong", "nghiem tuc", "dam bao", "bao dam", "kip thoi", "thuong xuyen ",
	"lap ", "nghien cuu", "de nghi", "de xuat", "van dong", "phan dau", "tap trung", "so hoa", "niem yet", "trang bi",
	"mo ", "lam ", "nhac nho", "chan chinh", "quan tam", "theo doi", "trinh ", "cac phong", "cac don vi", "bo phan",
	"van phong", "trung tam", "cong chuc", "phong ", "dieu chinh", "nang cap", "rut ngan", "chuan hoa",
};
static const char *const progress_words[] = {
	"dang ", "da ", "chua ", "tinh den", "den nay", "den thoi diem", "6 thang", "9 thang", "trong 6 thang", "trong 9 thang",
	"trong quy", "den ngay", "hoan thanh", "so da", "xa da", "phuong da", "ubnd ~ da", "don vi da", "phong da",
	"van phong da", "hien nay", "hien tai", "hien dang", "ty le", "ti le", "tai ke hoach", "ket qua", "so chi", "so dang",
};
static const char *const unit_words[] = {
	"van phong", "phong ", "cong chuc", "trung tam", "so ", "ban ", "thanh tra", "bo phan", "cac phong", "cac don vi",
	"cac so", "cac ban", "cac bo phan", "cac co quan", "cac can bo", "cac cong chuc", "cac thon", "cac to ", "ubnd",
	"uy ban", "chu tich", "pho chu tich", "lanh dao", "giam doc", "chi cuc", "can bo", "to ", "toan ", "tat ca", "vp",
	"hdnd", "dang uy", "mat tran", "doan", "ke toan",
};
static const char *const reason_words[] = {
	"chua ", "khong ", "do ", "ty le ", "ti le ", "con ", "thieu ", "cham ", "moi ", "chi ", "so ", "don vi ", "co #",
	"tong ", "viec ", "theo ", "trong ", "noi dung ", "ho so ", "hoan thanh ", "cung cap ", "giai ngan ", "kiem tra ",
	"bao cao ",
};

bool opening(enum role role, str folded, size_t from)
{
	if (role == ROLE_remedy)
		return STR_OPENS(folded, from, remedy_words);
	if (role == ROLE_progress)
		return STR_OPENS(folded, from, progress_words);
	if (role == ROLE_lead || role == ROLE_support || role == ROLE_doer)
		return STR_OPENS(folded, from, unit_words);
	return (role == ROLE_reason || role == ROLE_cause) && STR_OPENS(folded, from, reason_words);
}
