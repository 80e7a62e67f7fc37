#include "prose.h"

enum { WORDS = 6000 };

static const char *const onsets[] = { "b", "ch", "d", "đ", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x" };

/* A rime with each tone, level first. */
static const char *const rimes[][6] = {
	{ "a", "á", "à", "ả", "ã", "ạ" },             { "an", "án", "àn", "ản", "ãn", "ạn" },       { "ang", "áng", "àng", "ảng", "ãng", "ạng" },
	{ "anh", "ánh", "ành", "ảnh", "ãnh", "ạnh" }, { "ao", "áo", "ào", "ảo", "ão", "ạo" },       { "am", "ám", "àm", "ảm", "ãm", "ạm" },
	{ "ây", "ấy", "ầy", "ẩy", "ẫy", "ậy" },       { "ân", "ấn", "ần", "ẩn", "ẫn", "ận" },       { "ai", "ái", "ài", "ải", "ãi", "ại" },
	{ "ăng", "ắng", "ằng", "ẳng", "ẵng", "ặng" }, { "en", "én", "èn", "ẻn", "ẽn", "ẹn" },       { "ê", "ế", "ề", "ể", "ễ", "ệ" },
	{ "ênh", "ếnh", "ềnh", "ểnh", "ễnh", "ệnh" }, { "iên", "iến", "iền", "iển", "iễn", "iện" }, { "iêu", "iếu", "iều", "iểu", "iễu", "iệu" },
	{ "inh", "ính", "ình", "ỉnh", "ĩnh", "ịnh" }, { "oan", "oán", "oàn", "oản", "oãn", "oạn" }, { "ong", "óng", "òng", "ỏng", "õng", "ọng" },
	{ "ô", "ố", "ồ", "ổ", "ỗ", "ộ" },             { "ông", "ống", "ồng", "ổng", "ỗng", "ộng" }, { "ơn", "ớn", "ờn", "ởn", "ỡn", "ợn" },
	{ "u", "ú", "ù", "ủ", "ũ", "ụ" },             { "ung", "úng", "ùng", "ủng", "ũng", "ụng" }, { "uyên", "uyến", "uyền", "uyển", "uyễn", "uyện" },
	{ "ương", "ướng", "ường", "ưởng", "ưỡng", "ượng" }, { "ươi", "ưới", "ười", "ưởi", "ưỡi", "ượi" },
};

static const char *const openings[] = {
	"Chưa", "Còn chậm", "Chưa kịp thời", "Tỷ lệ còn thấp khi", "Chưa bảo đảm yêu cầu về", "Thiếu minh chứng của việc", "Tổ chức", "Rà soát",
	"Hoàn thành", "Tăng cường", "Phân công cán bộ", "Đôn đốc", "Đã", "Đề nghị", "Hằng tháng", "Chấm dứt tình trạng chậm",
};

/* The first ones are drawn most. */
static const char *const phrases[] = {
	"thủ tục hành chính", "công khai", "đúng hạn", "hồ sơ", "cải cách hành chính", "kế hoạch", "báo cáo", "bộ phận một cửa", "dịch vụ công trực tuyến",
	"tổ chức", "cá nhân", "giải quyết", "tiếp nhận", "trả kết quả", "trên cổng thông tin điện tử", "theo quy định", "của đơn vị", "văn bản", "ban hành",
	"xử lý", "kiểm tra", "tuyên truyền", "cán bộ, công chức", "số hóa", "kết quả", "phản ánh, kiến nghị", "quá hạn", "xin lỗi bằng văn bản", "đánh giá",
	"tự chấm điểm", "minh chứng", "vị trí việc làm", "biên chế", "tinh giản", "sắp xếp bộ máy", "tài chính công", "giải ngân", "đầu tư công", "tài sản công",
	"quy chế chi tiêu nội bộ", "đơn vị sự nghiệp", "tự chủ", "chữ ký số", "văn bản điện tử", "hệ thống thông tin", "an toàn thông tin", "dữ liệu dùng chung",
	"mức độ hài lòng", "khảo sát", "người dân và doanh nghiệp", "rà soát, hệ thống hóa", "văn bản quy phạm pháp luật", "theo dõi thi hành pháp luật",
	"trợ giúp pháp lý", "hòa giải ở cơ sở", "thanh tra công vụ", "kỷ luật, kỷ cương", "đạo đức công vụ", "bồi dưỡng nghiệp vụ", "tập huấn", "phân cấp",
	"ủy quyền", "kiểm soát quyền lực", "sáng kiến", "mô hình mới", "chỉ số", "xếp hạng", "thời hạn", "quý tới", "cuối năm", "trước ngày quy định",
	"niêm yết", "tra cứu", "mã định danh", "thanh toán trực tuyến", "bưu chính công ích", "liên thông", "đất đai", "hộ tịch", "đăng ký kinh doanh",
	"cấp phép xây dựng", "bảo trợ xã hội", "y tế cơ sở", "trường học", "nông thôn mới", "môi trường", "tiếp công dân", "khiếu nại, tố cáo", "hội nghị",
	"lãnh đạo trực tiếp", "chuyên viên phụ trách", "phối hợp", "chủ trì", "tham mưu", "đường dây nóng", "tổ công nghệ số", "mạng nội bộ",
};

uint32_t prose_draw(struct prose *p, uint32_t below)
{
	p->seed = p->seed * 6364136223846793005U + 1442695040888963407U;
	return (uint32_t)((p->seed >> 33) % below);
}

/* Small numbers far more often than large ones. */
static uint32_t skewed(struct prose *p, uint32_t below)
{
	uint64_t x = prose_draw(p, 65536);
	return (uint32_t)((x * x >> 16) * x * below >> 32);
}

static str syllable(struct arena *a, uint32_t n)
{
	uint32_t at = n * 2654435761U >> 12;
	const char *const *rime = rimes[at % COUNT(rimes)];
	return str_fmt(a, "%s%s", onsets[at / 7 % COUNT(onsets)], rime[at / 1013 % COUNT(rimes[0])]);
}

str prose_word(struct arena *a, struct prose *p, bool seldom)
{
	uint32_t n = seldom ? WORDS - 1 - prose_draw(p, WORDS / 6) : skewed(p, WORDS);
	str one = syllable(a, n), two = syllable(a, n + 7919);
	return str_fmt(a, "%.*s %.*s", SF(one), SF(two));
}

str prose_name(struct arena *a, uint32_t n)
{
	static const char *const first[] = { "Lũng", "Nậm", "Bản", "Tân", "Vĩnh", "An", "Thượng", "Đồng", "Trường", "Phú", "Mường", "Bình", "Hòa", "Kim" };
	static const char *const second[] = { "Khoan", "Giang", "Sơn", "Thịnh", "Lạc", "Hải", "Xuân", "Phong", "Lâm", "Châu", "Mỹ", "Đức", "Quang" };
	return str_fmt(a, "%s %s", first[n % COUNT(first)], second[n / COUNT(first) % COUNT(second)]);
}

str prose_sentence(struct arena *a, struct prose *p, int words)
{
	struct buf b = buf_open(a);
	buf_put(&b, str_c(openings[prose_draw(p, COUNT(openings))]));
	for (int n = 2; n < words;) {
		uint32_t kind = prose_draw(p, 20);
		buf_put(&b, S(" "));
		if (kind < 12) {
			buf_put(&b, str_c(phrases[skewed(p, COUNT(phrases))]));
			n += 3;
		} else if (kind < 19) {
			buf_put(&b, prose_word(a, p, false));
			n += 2;
		} else {
			buf_fmt(&b, "%u,%02u%%", 40 + prose_draw(p, 60), prose_draw(p, 100));
			n++;
		}
		if (prose_draw(p, 9) == 0 && n < words)
			buf_put(&b, S(","));
	}
	buf_put(&b, S("."));
	return buf_str(&b);
}
