#include "web/openapi_parts.h"
#include <stddef.h>

const char openapi_help[] =
	"Mỗi địa chỉ là một trang; chương trình hỏi với Accept: application/json được chính những gì người xem thấy.\n\n"
	"Đăng nhập: GET /dang-nhap cho cookie khacphuc và form_token; POST /dang-nhap với cookie ấy và tiêu đề X-Form-Token. Từ đó giữ cookie "
	"mà máy chủ đặt. form_token của phiên có trong mọi trang xem được; gửi nó trong X-Form-Token ở mọi yêu cầu POST.\n\n"
	"Phần security của mỗi việc nêu quyền cần có; phần may của mọi trang cho biết người đang đăng nhập có những quyền nào ở đơn vị của họ.\n\n"
	"Các ví dụ là của hồ sơ mẫu mà ./demo lập.";

static const char components[] =
	"{\"securitySchemes\":{"
	"\"session\":{\"type\":\"apiKey\",\"in\":\"cookie\",\"name\":\"khacphuc\",\"description\":\"Có sau khi đăng nhập: POST /dang-nhap.\"},"
	"\"form_token\":{\"type\":\"apiKey\",\"in\":\"header\",\"name\":\"X-Form-Token\","
	"\"description\":\"form_token mà mọi trang xem được cho biết; trình duyệt gửi nó trong trường token.\"}},"
	"\"schemas\":{"
	"\"Text\":{\"type\":[\"string\",\"null\"]},"
	"\"Number\":{\"type\":[\"integer\",\"null\"]},"
	"\"Notices\":{\"type\":\"array\",\"description\":\"Điều người làm cần biết.\",\"items\":{\"type\":\"object\",\"required\":[\"text\"],"
	"\"properties\":{\"text\":{\"type\":\"string\"}}}},"
	"\"Trouble\":{\"type\":\"object\",\"required\":[\"message\",\"hint\"],\"properties\":{\"message\":{\"type\":\"string\"},"
	"\"hint\":{\"$ref\":\"#/components/schemas/Text\"}}},"
	"\"Person\":{\"type\":\"object\",\"description\":\"Ai đang đăng nhập.\",\"required\":[\"id\",\"login\",\"name\",\"title\",\"unit_name\"],"
	"\"properties\":{\"id\":{\"type\":\"integer\"},\"login\":{\"type\":\"string\"},\"name\":{\"type\":\"string\"},"
	"\"title\":{\"$ref\":\"#/components/schemas/Text\"},\"unit_name\":{\"$ref\":\"#/components/schemas/Text\"}}},"
	"\"Place\":{\"type\":\"object\",\"description\":\"Đơn vị và năm của trang này.\",\"required\":[\"unit\",\"unit_name\",\"body\",\"body_name\","
	"\"symbol\",\"year\",\"level\",\"years\"],\"properties\":{\"unit\":{\"type\":\"integer\"},\"unit_name\":{\"type\":\"string\"},"
	"\"body\":{\"type\":\"integer\"},\"body_name\":{\"type\":\"string\"},\"symbol\":{\"$ref\":\"#/components/schemas/Text\"},"
	"\"year\":{\"$ref\":\"#/components/schemas/Number\"},\"level\":{\"type\":\"string\"},\"years\":{\"type\":\"array\",\"items\":"
	"{\"type\":\"object\",\"required\":[\"year\",\"here\",\"path\"],\"properties\":{\"year\":{\"type\":\"integer\"},\"here\":{\"type\":\"boolean\"},"
	"\"path\":{\"type\":\"string\"}}}}}},"
	"\"View\":{\"type\":\"object\",\"description\":\"Mọi thứ trang này cho người xem, và khung quanh nó. Điểm và tỷ lệ là chuỗi (0.228), ngày là 2026-06-14.\","
	"\"required\":[\"person\",\"place\",\"may\",\"form_token\",\"notices\",\"problem\"],"
	"\"properties\":{\"person\":{\"anyOf\":[{\"$ref\":\"#/components/schemas/Person\"},{\"type\":\"null\"}]},"
	"\"place\":{\"anyOf\":[{\"$ref\":\"#/components/schemas/Place\"},{\"type\":\"null\"}]},\"may\":{\"$ref\":\"#/components/schemas/May\"},"
	"\"form_token\":{\"type\":\"string\"},\"notices\":{\"$ref\":\"#/components/schemas/Notices\"},"
	"\"problem\":{\"anyOf\":[{\"$ref\":\"#/components/schemas/Trouble\"},{\"type\":\"null\"}]}}},"
	"\"Done\":{\"type\":\"object\",\"required\":[\"location\",\"notices\"],\"properties\":{\"location\":{\"type\":\"string\",\"pattern\":\"^/\"},"
	"\"notices\":{\"$ref\":\"#/components/schemas/Notices\"}}},"
	"\"Problem\":{\"type\":\"object\",\"required\":[\"problem\"],\"properties\":{\"problem\":{\"$ref\":\"#/components/schemas/Trouble\"}}}},"
	"\"responses\":{"
	"\"View\":{\"description\":\"Trang; với Accept: application/json là dữ liệu của trang.\",\"content\":{\"text/html\":{\"schema\":{\"type\":\"string\"}},"
	"\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/View\"}}}},"
	"\"Done\":{\"description\":\"Đã làm (Accept: application/json).\",\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Done\"}}}},"
	"\"Bytes\":{\"description\":\"Tệp.\",\"content\":{\"*/*\":{}}},"
	"\"Gone\":{\"description\":\"Đã làm; xem tiếp ở địa chỉ này.\",\"headers\":{\"Location\":{\"schema\":{\"type\":\"string\"}}}},"
	"\"Login\":{\"description\":\"Chưa đăng nhập (chương trình được 401).\",\"headers\":{\"Location\":{\"schema\":{\"type\":\"string\"}}}},"
	"\"Problem\":{\"description\":\"Không làm được: vì sao, và nên làm gì.\",\"content\":{\"text/html\":{\"schema\":{\"type\":\"string\"}},"
	"\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Problem\"}}}}}}";

static const char *const rights[] = {
#define RIGHT(area, act) #area "_" #act,
#include "web/rights.def"
#undef RIGHT
};

/* Every right that there is, had or not. */
static json_t *may(void)
{
	json_t *names = json_object(), *wanted = json_array();
	for (size_t i = 0; i < sizeof rights / sizeof *rights; i++) {
		json_object_set_new(names, rights[i], json_pack("{ss}", "type", "boolean"));
		json_array_append_new(wanted, json_string(rights[i]));
	}
	return json_pack("{ss ss so so}", "type", "object", "description", "Quyền của người đang đăng nhập ở đơn vị ấy.", "properties", names,
	                 "required", wanted);
}

json_t *openapi_components(void)
{
	json_t *all = json_loads(components, 0, NULL);
	json_object_set_new(json_object_get(all, "schemas"), "May", may());
	return all;
}
