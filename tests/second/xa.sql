-- The points of the sample set for xã (samples/index/bo-tieu-chi-xa.md), worked out from the texts of its rules. See README.md in this folder.
-- Integers only. Points are ten-thousandths; the set has 2 decimals, so a leaf is rounded to hundredths: (2 * a + b) / (2 * b) is a / b rounded half up.
-- Where the text of docs/rules.md stands here and core/ differs: a negative figure in a formula (1.6) cannot be; a rate in a growth (5.1.2, 6b.1.2, 7.2.4) is neither
-- negative nor above 1 but for a percentage; "không phát sinh" for some answers of a survey (7.1.3) is a count of 0.
-- Where that text is silent and core/ is followed: a formula takes numbers, rates and percentages; numbers in a growth may be negative; a sample (3.1.1, 3.4.5, 4.3.2) may
-- be of any size, and each fault takes off the same; a sum of points (6b.3.2) above its scale cannot be.

WITH
-- What was entered, by the code of the leaf and the place of the input in it. A shared input stands under each of its leaves.
entered AS (SELECT id,
  "ban hành kế hoạch CCHC kind" AS "1.1.1 kind1", "ban hành kế hoạch CCHC words" AS "1.1.1 words1",
  "nhiệm vụ CCHC hoàn thành kind" AS "1.1.2 kind1", "nhiệm vụ CCHC hoàn thành num" AS "1.1.2 num1", "nhiệm vụ CCHC hoàn thành den" AS "1.1.2 den1",
  "nhiệm vụ CCHC trong kế hoạch kind" AS "1.1.2 kind2", "nhiệm vụ CCHC trong kế hoạch num" AS "1.1.2 num2",
      "nhiệm vụ CCHC trong kế hoạch den" AS "1.1.2 den2",
  "báo cáo chậm kind" AS "1.1.3 kind1", "báo cáo chậm num" AS "1.1.3 num1", "báo cáo chậm den" AS "1.1.3 den1",
  "báo cáo thiếu phụ lục kind" AS "1.1.3 kind2", "báo cáo thiếu phụ lục num" AS "1.1.3 num2", "báo cáo thiếu phụ lục den" AS "1.1.3 den2",
  "có văn bản phân công kind" AS "1.2.1 kind1",
  "phân công nêu rõ chỉ tiêu kind" AS "1.2.1 kind2",
  "phân công nêu rõ thời hạn kind" AS "1.2.1 kind3",
  "đợt tự kiểm tra kind" AS "1.2.2 kind1", "đợt tự kiểm tra num" AS "1.2.2 num1", "đợt tự kiểm tra den" AS "1.2.2 den1",
  "hạn chế đã khắc phục kind" AS "1.2.3 kind1", "hạn chế đã khắc phục num" AS "1.2.3 num1", "hạn chế đã khắc phục den" AS "1.2.3 den1",
  "hạn chế đang khắc phục kind" AS "1.2.3 kind2", "hạn chế đang khắc phục num" AS "1.2.3 num2", "hạn chế đang khắc phục den" AS "1.2.3 den2",
  "hạn chế chưa khắc phục kind" AS "1.2.3 kind3", "hạn chế chưa khắc phục num" AS "1.2.3 num3", "hạn chế chưa khắc phục den" AS "1.2.3 den3",
  "hạn chế phải khắc phục kind" AS "1.2.3 kind4", "hạn chế phải khắc phục num" AS "1.2.3 num4", "hạn chế phải khắc phục den" AS "1.2.3 den4",
  "ban hành kế hoạch khắc phục kind" AS "1.3.1 kind1",
  "tiêu chí đã khắc phục kind" AS "1.3.2 kind1", "tiêu chí đã khắc phục num" AS "1.3.2 num1", "tiêu chí đã khắc phục den" AS "1.3.2 den1",
  "tiêu chí bị trừ điểm năm trước kind" AS "1.3.2 kind2", "tiêu chí bị trừ điểm năm trước num" AS "1.3.2 num2",
      "tiêu chí bị trừ điểm năm trước den" AS "1.3.2 den2",
  "tin bài về CCHC kind" AS "1.4.1 kind1", "tin bài về CCHC num" AS "1.4.1 num1", "tin bài về CCHC den" AS "1.4.1 den1",
  "thôn có niêm yết kind" AS "1.4.2 kind1", "thôn có niêm yết num" AS "1.4.2 num1", "thôn có niêm yết den" AS "1.4.2 den1",
  "thôn của xã kind" AS "1.4.2 kind2", "thôn của xã num" AS "1.4.2 num2", "thôn của xã den" AS "1.4.2 den2",
  "sáng kiến được công nhận kind" AS "1.5 kind1", "sáng kiến được công nhận num" AS "1.5 num1", "sáng kiến được công nhận den" AS "1.5 den1",
  "nhiệm vụ xong kind" AS "1.6 kind1", "nhiệm vụ xong num" AS "1.6 num1", "nhiệm vụ xong den" AS "1.6 den1",
  "nhiệm vụ quá hạn kind" AS "1.6 kind2", "nhiệm vụ quá hạn num" AS "1.6 num2", "nhiệm vụ quá hạn den" AS "1.6 den2",
  "nhiệm vụ giao kind" AS "1.6 kind3", "nhiệm vụ giao num" AS "1.6 num3", "nhiệm vụ giao den" AS "1.6 den3",
  "văn bản sai trình tự, thẩm quyền kind" AS "2.1.1 kind1", "văn bản sai trình tự, thẩm quyền num" AS "2.1.1 num1",
      "văn bản sai trình tự, thẩm quyền den" AS "2.1.1 den1",
  "văn bản gửi đúng hạn kind" AS "2.1.2 kind1", "văn bản gửi đúng hạn num" AS "2.1.2 num1", "văn bản gửi đúng hạn den" AS "2.1.2 den1",
  "văn bản phải gửi kind" AS "2.1.2 kind2", "văn bản phải gửi num" AS "2.1.2 num2", "văn bản phải gửi den" AS "2.1.2 den2",
  "rà soát văn bản kind" AS "2.2 kind1", "rà soát văn bản words" AS "2.2 words1",
  "ban hành kế hoạch phổ biến pháp luật kind" AS "2.3.1 kind1",
  "kết quả chấm điểm chuẩn tiếp cận pháp luật kind" AS "2.3.2 kind1", "kết quả chấm điểm chuẩn tiếp cận pháp luật num" AS "2.3.2 num1",
      "kết quả chấm điểm chuẩn tiếp cận pháp luật den" AS "2.3.2 den1",
  "vụ việc hòa giải thành kind" AS "2.3.3 kind1", "vụ việc hòa giải thành num" AS "2.3.3 num1", "vụ việc hòa giải thành den" AS "2.3.3 den1",
  "vụ việc hòa giải kind" AS "2.3.3 kind2", "vụ việc hòa giải num" AS "2.3.3 num2", "vụ việc hòa giải den" AS "2.3.3 den2",
  "có tài liệu pháp luật điện tử kind" AS "2.3.4 kind1",
  "lịch tiếp công dân kind" AS "2.4.1 kind1", "lịch tiếp công dân words" AS "2.4.1 words1",
  "đơn thư giải quyết đúng hạn kind" AS "2.4.2 kind1", "đơn thư giải quyết đúng hạn num" AS "2.4.2 num1", "đơn thư giải quyết đúng hạn den" AS "2.4.2 den1",
  "đơn thư thuộc thẩm quyền kind" AS "2.4.2 kind2", "đơn thư thuộc thẩm quyền num" AS "2.4.2 num2", "đơn thư thuộc thẩm quyền den" AS "2.4.2 den2",
  "thủ tục niêm yết sai kind" AS "3.1.1 kind1", "thủ tục niêm yết sai num" AS "3.1.1 num1", "thủ tục niêm yết sai den" AS "3.1.1 den1",
  "công khai TTHC trên trang thông tin kind" AS "3.1.2 kind1", "công khai TTHC trên trang thông tin words" AS "3.1.2 words1",
  "trung tâm đủ diện tích kind" AS "3.2.1 kind1",
  "trung tâm có máy tính từng quầy kind" AS "3.2.1 kind2",
  "trung tâm có máy lấy số kind" AS "3.2.1 kind3",
  "trung tâm có bàn hướng dẫn kind" AS "3.2.1 kind4",
  "TTHC tiếp nhận tại Trung tâm kind" AS "3.2.2 kind1", "TTHC tiếp nhận tại Trung tâm num" AS "3.2.2 num1",
      "TTHC tiếp nhận tại Trung tâm den" AS "3.2.2 den1",
  "TTHC thuộc thẩm quyền xã kind" AS "3.2.2 kind2", "TTHC thuộc thẩm quyền xã num" AS "3.2.2 num2", "TTHC thuộc thẩm quyền xã den" AS "3.2.2 den2",
  "đủ người chuyên trách kind" AS "3.2.3 kind1",
  "tỷ lệ quầy có người trực kind" AS "3.2.3 kind2", "tỷ lệ quầy có người trực num" AS "3.2.3 num2", "tỷ lệ quầy có người trực den" AS "3.2.3 den2",
  "hồ sơ giải quyết đúng hạn kind" AS "3.3.1.1 kind1", "hồ sơ giải quyết đúng hạn num" AS "3.3.1.1 num1", "hồ sơ giải quyết đúng hạn den" AS "3.3.1.1 den1",
  "hồ sơ đã giải quyết kind" AS "3.3.1.1 kind2", "hồ sơ đã giải quyết num" AS "3.3.1.1 num2", "hồ sơ đã giải quyết den" AS "3.3.1.1 den2",
  "hồ sơ quá hạn chưa giải quyết kind" AS "3.3.1.2 kind1", "hồ sơ quá hạn chưa giải quyết num" AS "3.3.1.2 num1",
      "hồ sơ quá hạn chưa giải quyết den" AS "3.3.1.2 den1",
  "hồ sơ chậm có văn bản xin lỗi kind" AS "3.3.1.3 kind1", "hồ sơ chậm có văn bản xin lỗi num" AS "3.3.1.3 num1",
      "hồ sơ chậm có văn bản xin lỗi den" AS "3.3.1.3 den1",
  "hồ sơ chậm kind" AS "3.3.1.3 kind2", "hồ sơ chậm num" AS "3.3.1.3 num2", "hồ sơ chậm den" AS "3.3.1.3 den2",
  "hồ sơ giải quyết trước hạn kind" AS "3.3.1.4 kind1", "hồ sơ giải quyết trước hạn num" AS "3.3.1.4 num1",
      "hồ sơ giải quyết trước hạn den" AS "3.3.1.4 den1",
  "hồ sơ đã giải quyết kind" AS "3.3.1.4 kind2", "hồ sơ đã giải quyết num" AS "3.3.1.4 num2", "hồ sơ đã giải quyết den" AS "3.3.1.4 den2",
  "hồ sơ đất đai chuyển đúng thời gian kind" AS "3.3.2.1 kind1", "hồ sơ đất đai chuyển đúng thời gian num" AS "3.3.2.1 num1",
      "hồ sơ đất đai chuyển đúng thời gian den" AS "3.3.2.1 den1",
  "hồ sơ đất đai đã chuyển kind" AS "3.3.2.1 kind2", "hồ sơ đất đai đã chuyển num" AS "3.3.2.1 num2", "hồ sơ đất đai đã chuyển den" AS "3.3.2.1 den2",
  "hồ sơ đất đai bị trả lại kind" AS "3.3.2.2 kind1", "hồ sơ đất đai bị trả lại num" AS "3.3.2.2 num1", "hồ sơ đất đai bị trả lại den" AS "3.3.2.2 den1",
  "hồ sơ được số hóa kind" AS "3.4.1 kind1", "hồ sơ được số hóa num" AS "3.4.1 num1", "hồ sơ được số hóa den" AS "3.4.1 den1",
  "hồ sơ đã tiếp nhận kind" AS "3.4.1 kind2", "hồ sơ đã tiếp nhận num" AS "3.4.1 num2", "hồ sơ đã tiếp nhận den" AS "3.4.1 den2",
  "kết quả ký số kind" AS "3.4.2 kind1", "kết quả ký số num" AS "3.4.2 num1", "kết quả ký số den" AS "3.4.2 den1",
  "hồ sơ đã giải quyết kind" AS "3.4.2 kind2", "hồ sơ đã giải quyết num" AS "3.4.2 num2", "hồ sơ đã giải quyết den" AS "3.4.2 den2",
  "tỷ lệ hồ sơ khai thác dữ liệu dân cư kind" AS "3.4.3 kind1", "tỷ lệ hồ sơ khai thác dữ liệu dân cư num" AS "3.4.3 num1",
      "tỷ lệ hồ sơ khai thác dữ liệu dân cư den" AS "3.4.3 den1",
  "hồ sơ cũ đã số hóa kind" AS "3.4.4 kind1", "hồ sơ cũ đã số hóa num" AS "3.4.4 num1", "hồ sơ cũ đã số hóa den" AS "3.4.4 den1",
  "hồ sơ cũ còn hiệu lực kind" AS "3.4.4 kind2", "hồ sơ cũ còn hiệu lực num" AS "3.4.4 num2", "hồ sơ cũ còn hiệu lực den" AS "3.4.4 den2",
  "kết quả điện tử sai kind" AS "3.4.5 kind1", "kết quả điện tử sai num" AS "3.4.5 num1", "kết quả điện tử sai den" AS "3.4.5 den1",
  "phản ánh trả lời đúng hạn kind" AS "3.5.1 kind1", "phản ánh trả lời đúng hạn num" AS "3.5.1 num1", "phản ánh trả lời đúng hạn den" AS "3.5.1 den1",
  "phản ánh tiếp nhận kind" AS "3.5.1 kind2", "phản ánh tiếp nhận num" AS "3.5.1 num2", "phản ánh tiếp nhận den" AS "3.5.1 den2",
  "công khai kết quả trả lời phản ánh kind" AS "3.5.2 kind1",
  "Chỉ số phục vụ người dân, doanh nghiệp kind" AS "3.6.1 kind1", "Chỉ số phục vụ người dân, doanh nghiệp num" AS "3.6.1 num1",
      "Chỉ số phục vụ người dân, doanh nghiệp den" AS "3.6.1 den1",
  "lượt chấm hài lòng tại quầy kind" AS "3.6.2 kind1", "lượt chấm hài lòng tại quầy num" AS "3.6.2 num1", "lượt chấm hài lòng tại quầy den" AS "3.6.2 den1",
  "lượt chấm tại quầy kind" AS "3.6.2 kind2", "lượt chấm tại quầy num" AS "3.6.2 num2", "lượt chấm tại quầy den" AS "3.6.2 den2",
  "kiện toàn các phòng của xã kind" AS "4.1.1 kind1",
  "biên chế có mặt kind" AS "4.1.2 kind1", "biên chế có mặt num" AS "4.1.2 num1", "biên chế có mặt den" AS "4.1.2 den1",
  "biên chế được giao kind" AS "4.1.2 kind2", "biên chế được giao num" AS "4.1.2 num2", "biên chế được giao den" AS "4.1.2 den2",
  "người dôi dư đã sắp xếp kind" AS "4.1.3 kind1", "người dôi dư đã sắp xếp num" AS "4.1.3 num1", "người dôi dư đã sắp xếp den" AS "4.1.3 den1",
  "người dôi dư kind" AS "4.1.3 kind2", "người dôi dư num" AS "4.1.3 num2", "người dôi dư den" AS "4.1.3 den2",
  "quy chế làm việc của UBND xã kind" AS "4.1.4 kind1", "quy chế làm việc của UBND xã words" AS "4.1.4 words1",
  "công chức đạt chuẩn kind" AS "4.2.1 kind1", "công chức đạt chuẩn num" AS "4.2.1 num1", "công chức đạt chuẩn den" AS "4.2.1 den1",
  "biên chế có mặt kind" AS "4.2.1 kind2", "biên chế có mặt num" AS "4.2.1 num2", "biên chế có mặt den" AS "4.2.1 den2",
  "công chức được bồi dưỡng kind" AS "4.2.2 kind1", "công chức được bồi dưỡng num" AS "4.2.2 num1", "công chức được bồi dưỡng den" AS "4.2.2 den1",
  "biên chế có mặt kind" AS "4.2.2 kind2", "biên chế có mặt num" AS "4.2.2 num2", "biên chế có mặt den" AS "4.2.2 den2",
  "người không chuyên trách được tập huấn kind" AS "4.2.3 kind1", "người không chuyên trách được tập huấn num" AS "4.2.3 num1",
      "người không chuyên trách được tập huấn den" AS "4.2.3 den1",
  "người không chuyên trách kind" AS "4.2.3 kind2", "người không chuyên trách num" AS "4.2.3 num2", "người không chuyên trách den" AS "4.2.3 den2",
  "công chức có chứng nhận kỹ năng số kind" AS "4.2.4 kind1", "công chức có chứng nhận kỹ năng số num" AS "4.2.4 num1",
      "công chức có chứng nhận kỹ năng số den" AS "4.2.4 den1",
  "biên chế có mặt kind" AS "4.2.4 kind2", "biên chế có mặt num" AS "4.2.4 num2", "biên chế có mặt den" AS "4.2.4 den2",
  "trường hợp khiển trách kind" AS "4.3.1 kind1", "trường hợp khiển trách num" AS "4.3.1 num1", "trường hợp khiển trách den" AS "4.3.1 den1",
  "trường hợp cảnh cáo kind" AS "4.3.1 kind2", "trường hợp cảnh cáo num" AS "4.3.1 num2", "trường hợp cảnh cáo den" AS "4.3.1 den2",
  "công chức vắng không lý do kind" AS "4.3.2 kind1", "công chức vắng không lý do num" AS "4.3.2 num1", "công chức vắng không lý do den" AS "4.3.2 den1",
  "niêm yết quy tắc ứng xử kind" AS "4.3.3 kind1",
  "ký cam kết ứng xử kind" AS "4.3.3 kind2",
  "có đường dây nóng kind" AS "4.3.3 kind3",
  "điểm chấm của Giám đốc Sở Nội vụ kind" AS "4.4 kind1", "điểm chấm của Giám đốc Sở Nội vụ num" AS "4.4 num1",
      "điểm chấm của Giám đốc Sở Nội vụ den" AS "4.4 den1",
  "điểm chấm của Chánh Văn phòng UBND tỉnh kind" AS "4.4 kind2", "điểm chấm của Chánh Văn phòng UBND tỉnh num" AS "4.4 num2",
      "điểm chấm của Chánh Văn phòng UBND tỉnh den" AS "4.4 den2",
  "điểm chấm của Trưởng đoàn thẩm định kind" AS "4.4 kind3", "điểm chấm của Trưởng đoàn thẩm định num" AS "4.4 num3",
      "điểm chấm của Trưởng đoàn thẩm định den" AS "4.4 den3",
  "công chức được khen thưởng kind" AS "4.5 kind1", "công chức được khen thưởng num" AS "4.5 num1", "công chức được khen thưởng den" AS "4.5 den1",
  "đánh giá công chức hằng tháng kind" AS "4.6.1 kind1", "đánh giá công chức hằng tháng words" AS "4.6.1 words1",
  "thực hiện chuyển đổi vị trí kind" AS "4.6.2 kind1",
  "thu ngân sách kind" AS "5.1.1 kind1", "thu ngân sách num" AS "5.1.1 num1", "thu ngân sách den" AS "5.1.1 den1",
  "thu ngân sách năm nay kind" AS "5.1.2 kind1", "thu ngân sách năm nay num" AS "5.1.2 num1", "thu ngân sách năm nay den" AS "5.1.2 den1",
  "thu ngân sách năm trước kind" AS "5.1.2 kind2", "thu ngân sách năm trước num" AS "5.1.2 num2", "thu ngân sách năm trước den" AS "5.1.2 den2",
  "tỷ lệ giải ngân vốn đầu tư công kind" AS "5.1.3 kind1", "tỷ lệ giải ngân vốn đầu tư công num" AS "5.1.3 num1",
      "tỷ lệ giải ngân vốn đầu tư công den" AS "5.1.3 den1",
  "nợ thuế đã thu hồi kind" AS "5.1.4 kind1", "nợ thuế đã thu hồi num" AS "5.1.4 num1", "nợ thuế đã thu hồi den" AS "5.1.4 den1",
  "nợ thuế đầu năm kind" AS "5.1.4 kind2", "nợ thuế đầu năm num" AS "5.1.4 num2", "nợ thuế đầu năm den" AS "5.1.4 den2",
  "tỷ lệ giải ngân chương trình mục tiêu kind" AS "5.1.5 kind1", "tỷ lệ giải ngân chương trình mục tiêu num" AS "5.1.5 num1",
      "tỷ lệ giải ngân chương trình mục tiêu den" AS "5.1.5 den1",
  "đã công khai dự toán kind" AS "5.2.1 kind1",
  "đã công khai quyết toán kind" AS "5.2.1 kind2",
  "có báo cáo công khai kind" AS "5.2.1 kind3",
  "có báo cáo giám sát cộng đồng kind" AS "5.2.2 kind1",
  "trả lời kiến nghị cử tri về ngân sách kind" AS "5.2.3 kind1",
  "trụ sở dôi dư đã xử lý kind" AS "5.3.1 kind1", "trụ sở dôi dư đã xử lý num" AS "5.3.1 num1", "trụ sở dôi dư đã xử lý den" AS "5.3.1 den1",
  "trụ sở dôi dư kind" AS "5.3.1 kind2", "trụ sở dôi dư num" AS "5.3.1 num2", "trụ sở dôi dư den" AS "5.3.1 den2",
  "tài sản đã cập nhật kind" AS "5.3.2 kind1", "tài sản đã cập nhật num" AS "5.3.2 num1", "tài sản đã cập nhật den" AS "5.3.2 den1",
  "tài sản phải cập nhật kind" AS "5.3.2 kind2", "tài sản phải cập nhật num" AS "5.3.2 num2", "tài sản phải cập nhật den" AS "5.3.2 den2",
  "kết luận đã thực hiện kind" AS "5.4 kind1", "kết luận đã thực hiện num" AS "5.4 num1", "kết luận đã thực hiện den" AS "5.4 den1",
  "kết luận đang thực hiện kind" AS "5.4 kind2", "kết luận đang thực hiện num" AS "5.4 num2", "kết luận đang thực hiện den" AS "5.4 den2",
  "kết luận chưa thực hiện kind" AS "5.4 kind3", "kết luận chưa thực hiện num" AS "5.4 num3", "kết luận chưa thực hiện den" AS "5.4 den3",
  "công chức có máy tính kind" AS "6a.1.1 kind1", "công chức có máy tính num" AS "6a.1.1 num1", "công chức có máy tính den" AS "6a.1.1 den1",
  "biên chế có mặt kind" AS "6a.1.1 kind2", "biên chế có mặt num" AS "6a.1.1 num2", "biên chế có mặt den" AS "6a.1.1 den2",
  "cài phần mềm phòng chống mã độc kind" AS "6a.1.2 kind1",
  "có cán bộ phụ trách an toàn thông tin kind" AS "6a.1.2 kind2",
  "văn bản đi ký số kind" AS "6a.2.1 kind1", "văn bản đi ký số num" AS "6a.2.1 num1", "văn bản đi ký số den" AS "6a.2.1 den1",
  "văn bản đi kind" AS "6a.2.1 kind2", "văn bản đi num" AS "6a.2.1 num2", "văn bản đi den" AS "6a.2.1 den2",
  "văn bản đến xử lý đúng hạn kind" AS "6a.2.2 kind1", "văn bản đến xử lý đúng hạn num" AS "6a.2.2 num1", "văn bản đến xử lý đúng hạn den" AS "6a.2.2 den1",
  "văn bản đến phải xử lý kind" AS "6a.2.2 kind2", "văn bản đến phải xử lý num" AS "6a.2.2 num2", "văn bản đến phải xử lý den" AS "6a.2.2 den2",
  "hồ sơ công việc trên mạng kind" AS "6a.2.3 kind1", "hồ sơ công việc trên mạng num" AS "6a.2.3 num1", "hồ sơ công việc trên mạng den" AS "6a.2.3 den1",
  "hồ sơ công việc kind" AS "6a.2.3 kind2", "hồ sơ công việc num" AS "6a.2.3 num2", "hồ sơ công việc den" AS "6a.2.3 den2",
  "buổi hướng dẫn của tổ công nghệ số kind" AS "6a.3.1 kind1", "buổi hướng dẫn của tổ công nghệ số num" AS "6a.3.1 num1",
      "buổi hướng dẫn của tổ công nghệ số den" AS "6a.3.1 den1",
  "người có tài khoản định danh kind" AS "6a.3.2 kind1", "người có tài khoản định danh num" AS "6a.3.2 num1",
      "người có tài khoản định danh den" AS "6a.3.2 den1",
  "người trưởng thành kind" AS "6a.3.2 kind2", "người trưởng thành num" AS "6a.3.2 num2", "người trưởng thành den" AS "6a.3.2 den2",
  "Chỉ số chuyển đổi số cấp xã kind" AS "6a.4 kind1", "Chỉ số chuyển đổi số cấp xã num" AS "6a.4 num1", "Chỉ số chuyển đổi số cấp xã den" AS "6a.4 den1",
  "ban hành kế hoạch chuyển đổi số kind" AS "6a.5.1 kind1", "ban hành kế hoạch chuyển đổi số words" AS "6a.5.1 words1",
  "nhiệm vụ chuyển đổi số hoàn thành kind" AS "6a.5.2 kind1", "nhiệm vụ chuyển đổi số hoàn thành num" AS "6a.5.2 num1",
      "nhiệm vụ chuyển đổi số hoàn thành den" AS "6a.5.2 den1",
  "nhiệm vụ chuyển đổi số trong kế hoạch kind" AS "6a.5.2 kind2", "nhiệm vụ chuyển đổi số trong kế hoạch num" AS "6a.5.2 num2",
      "nhiệm vụ chuyển đổi số trong kế hoạch den" AS "6a.5.2 den2",
  "hồ sơ nộp trực tuyến kind" AS "6b.1.1 kind1", "hồ sơ nộp trực tuyến num" AS "6b.1.1 num1", "hồ sơ nộp trực tuyến den" AS "6b.1.1 den1",
  "hồ sơ đã tiếp nhận kind" AS "6b.1.1 kind2", "hồ sơ đã tiếp nhận num" AS "6b.1.1 num2", "hồ sơ đã tiếp nhận den" AS "6b.1.1 den2",
  "tỷ lệ hồ sơ trực tuyến năm nay kind" AS "6b.1.2 kind1", "tỷ lệ hồ sơ trực tuyến năm nay num" AS "6b.1.2 num1",
      "tỷ lệ hồ sơ trực tuyến năm nay den" AS "6b.1.2 den1",
  "tỷ lệ hồ sơ trực tuyến năm trước kind" AS "6b.1.2 kind2", "tỷ lệ hồ sơ trực tuyến năm trước num" AS "6b.1.2 num2",
      "tỷ lệ hồ sơ trực tuyến năm trước den" AS "6b.1.2 den2",
  "hồ sơ trực tuyến đúng hạn kind" AS "6b.1.3 kind1", "hồ sơ trực tuyến đúng hạn num" AS "6b.1.3 num1", "hồ sơ trực tuyến đúng hạn den" AS "6b.1.3 den1",
  "hồ sơ nộp trực tuyến kind" AS "6b.1.3 kind2", "hồ sơ nộp trực tuyến num" AS "6b.1.3 num2", "hồ sơ nộp trực tuyến den" AS "6b.1.3 den2",
  "hồ sơ thanh toán trực tuyến kind" AS "6b.2.1 kind1", "hồ sơ thanh toán trực tuyến num" AS "6b.2.1 num1",
      "hồ sơ thanh toán trực tuyến den" AS "6b.2.1 den1",
  "hồ sơ phải nộp phí, lệ phí kind" AS "6b.2.1 kind2", "hồ sơ phải nộp phí, lệ phí num" AS "6b.2.1 num2", "hồ sơ phải nộp phí, lệ phí den" AS "6b.2.1 den2",
  "kết quả trả không trực tiếp kind" AS "6b.2.2 kind1", "kết quả trả không trực tiếp num" AS "6b.2.2 num1",
      "kết quả trả không trực tiếp den" AS "6b.2.2 den1",
  "hồ sơ đã giải quyết kind" AS "6b.2.2 kind2", "hồ sơ đã giải quyết num" AS "6b.2.2 num2", "hồ sơ đã giải quyết den" AS "6b.2.2 den2",
  "biên lai điện tử kind" AS "6b.2.3 kind1", "biên lai điện tử num" AS "6b.2.3 num1", "biên lai điện tử den" AS "6b.2.3 den1",
  "hồ sơ phải nộp phí, lệ phí kind" AS "6b.2.3 kind2", "hồ sơ phải nộp phí, lệ phí num" AS "6b.2.3 num2", "hồ sơ phải nộp phí, lệ phí den" AS "6b.2.3 den2",
  "trang có thông tin giới thiệu kind" AS "6b.3.1 kind1",
  "trang có văn bản chỉ đạo kind" AS "6b.3.1 kind2",
  "trang có thủ tục hành chính kind" AS "6b.3.1 kind3",
  "trang có chuyên mục hỏi đáp kind" AS "6b.3.1 kind4",
  "điểm giao diện trang thông tin kind" AS "6b.3.2 kind1", "điểm giao diện trang thông tin num" AS "6b.3.2 num1",
      "điểm giao diện trang thông tin den" AS "6b.3.2 den1",
  "tháng có cập nhật tin bài kind" AS "6b.3.3 kind1", "tháng có cập nhật tin bài num" AS "6b.3.3 num1", "tháng có cập nhật tin bài den" AS "6b.3.3 den1",
  "tỷ lệ hài lòng về thái độ phục vụ kind" AS "7.1.1 kind1", "tỷ lệ hài lòng về thái độ phục vụ num" AS "7.1.1 num1",
      "tỷ lệ hài lòng về thái độ phục vụ den" AS "7.1.1 den1",
  "tỷ lệ hài lòng về thời gian giải quyết kind" AS "7.1.2 kind1", "tỷ lệ hài lòng về thời gian giải quyết num" AS "7.1.2 num1",
      "tỷ lệ hài lòng về thời gian giải quyết den" AS "7.1.2 den1",
  "người dân rất hài lòng kind" AS "7.1.3 kind1", "người dân rất hài lòng num" AS "7.1.3 num1", "người dân rất hài lòng den" AS "7.1.3 den1",
  "người dân hài lòng kind" AS "7.1.3 kind2", "người dân hài lòng num" AS "7.1.3 num2", "người dân hài lòng den" AS "7.1.3 den2",
  "người dân bình thường kind" AS "7.1.3 kind3", "người dân bình thường num" AS "7.1.3 num3", "người dân bình thường den" AS "7.1.3 den3",
  "người dân không hài lòng kind" AS "7.1.3 kind4", "người dân không hài lòng num" AS "7.1.3 num4", "người dân không hài lòng den" AS "7.1.3 den4",
  "doanh nghiệp rất hài lòng kind" AS "7.1.3 kind5", "doanh nghiệp rất hài lòng num" AS "7.1.3 num5", "doanh nghiệp rất hài lòng den" AS "7.1.3 den5",
  "doanh nghiệp hài lòng kind" AS "7.1.3 kind6", "doanh nghiệp hài lòng num" AS "7.1.3 num6", "doanh nghiệp hài lòng den" AS "7.1.3 den6",
  "doanh nghiệp bình thường kind" AS "7.1.3 kind7", "doanh nghiệp bình thường num" AS "7.1.3 num7", "doanh nghiệp bình thường den" AS "7.1.3 den7",
  "doanh nghiệp không hài lòng kind" AS "7.1.3 kind8", "doanh nghiệp không hài lòng num" AS "7.1.3 num8", "doanh nghiệp không hài lòng den" AS "7.1.3 den8",
  "tỷ lệ hài lòng về cơ sở vật chất kind" AS "7.1.4 kind1", "tỷ lệ hài lòng về cơ sở vật chất num" AS "7.1.4 num1",
      "tỷ lệ hài lòng về cơ sở vật chất den" AS "7.1.4 den1",
  "tỷ lệ hài lòng về trả lời góp ý kind" AS "7.1.5 kind1", "tỷ lệ hài lòng về trả lời góp ý num" AS "7.1.5 num1",
      "tỷ lệ hài lòng về trả lời góp ý den" AS "7.1.5 den1",
  "chỉ tiêu đạt và vượt kind" AS "7.2.1 kind1", "chỉ tiêu đạt và vượt num" AS "7.2.1 num1", "chỉ tiêu đạt và vượt den" AS "7.2.1 den1",
  "chỉ tiêu được giao kind" AS "7.2.1 kind2", "chỉ tiêu được giao num" AS "7.2.1 num2", "chỉ tiêu được giao den" AS "7.2.1 den2",
  "nhận xét của đoàn thẩm định kind" AS "7.2.3 kind1", "nhận xét của đoàn thẩm định num" AS "7.2.3 num1", "nhận xét của đoàn thẩm định den" AS "7.2.3 den1",
  "thu nhập bình quân năm nay kind" AS "7.2.4 kind1", "thu nhập bình quân năm nay num" AS "7.2.4 num1", "thu nhập bình quân năm nay den" AS "7.2.4 den1",
  "thu nhập bình quân năm trước kind" AS "7.2.4 kind2", "thu nhập bình quân năm trước num" AS "7.2.4 num2",
      "thu nhập bình quân năm trước den" AS "7.2.4 den2",
  "đứng đầu tỉnh về một chỉ số thành phần kind" AS "8.1 kind1",
  "vụ việc khiếu nại đông người kind" AS "8.2 kind1", "vụ việc khiếu nại đông người num" AS "8.2 num1", "vụ việc khiếu nại đông người den" AS "8.2 den1"
  FROM sheet),

-- The figures as the rules take them, by the code of the leaf. A rate: part and whole; whole 0: nothing arose; NULL: not known. A count: n; -1: nothing arose;
-- NULL: not known. A condition: yes 1, 0; -1: nothing arose; NULL: not known.
figures AS MATERIALIZED (SELECT id,
  -- 1.1.2: part and whole
  "1.1.2 num1" * "1.1.2 den2" AS "1.1.2 part",
  CASE WHEN 6 IN ("1.1.2 kind1", "1.1.2 kind2") THEN 0
       WHEN "1.1.2 kind1" = 1 AND "1.1.2 kind2" = 1 AND "1.1.2 num1" >= 0 AND "1.1.2 num2" >= 0
            AND "1.1.2 num1" * "1.1.2 den2" <= "1.1.2 num2" * "1.1.2 den1"
            THEN "1.1.2 num2" * "1.1.2 den1" END AS "1.1.2 whole",
  -- 1.1.3: counts
  CASE WHEN "1.1.3 kind1" = 6 THEN -1
       WHEN "1.1.3 kind1" = 1 AND "1.1.3 num1" >= 0 AND "1.1.3 den1" <> 1000 AND "1.1.3 num1" % "1.1.3 den1" = 0
            THEN "1.1.3 num1" / "1.1.3 den1" END AS "1.1.3 n1",
  CASE WHEN "1.1.3 kind2" = 6 THEN -1
       WHEN "1.1.3 kind2" = 1 AND "1.1.3 num2" >= 0 AND "1.1.3 den2" <> 1000 AND "1.1.3 num2" % "1.1.3 den2" = 0
            THEN "1.1.3 num2" / "1.1.3 den2" END AS "1.1.3 n2",
  -- 1.2.1: có or không
  CASE "1.2.1 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "1.2.1 yes1",
  CASE "1.2.1 kind2" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "1.2.1 yes2",
  CASE "1.2.1 kind3" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "1.2.1 yes3",
  -- 1.2.2: counts
  CASE WHEN "1.2.2 kind1" = 6 THEN -1
       WHEN "1.2.2 kind1" = 1 AND "1.2.2 num1" >= 0 AND "1.2.2 den1" <> 1000 AND "1.2.2 num1" % "1.2.2 den1" = 0
            THEN "1.2.2 num1" / "1.2.2 den1" END AS "1.2.2 n",
  -- 1.2.3: counts
  CASE WHEN "1.2.3 kind1" = 6 THEN -1
       WHEN "1.2.3 kind1" = 1 AND "1.2.3 num1" >= 0 AND "1.2.3 den1" <> 1000 AND "1.2.3 num1" % "1.2.3 den1" = 0
            THEN "1.2.3 num1" / "1.2.3 den1" END AS "1.2.3 n1",
  CASE WHEN "1.2.3 kind2" = 6 THEN -1
       WHEN "1.2.3 kind2" = 1 AND "1.2.3 num2" >= 0 AND "1.2.3 den2" <> 1000 AND "1.2.3 num2" % "1.2.3 den2" = 0
            THEN "1.2.3 num2" / "1.2.3 den2" END AS "1.2.3 n2",
  CASE WHEN "1.2.3 kind3" = 6 THEN -1
       WHEN "1.2.3 kind3" = 1 AND "1.2.3 num3" >= 0 AND "1.2.3 den3" <> 1000 AND "1.2.3 num3" % "1.2.3 den3" = 0
            THEN "1.2.3 num3" / "1.2.3 den3" END AS "1.2.3 n3",
  CASE WHEN "1.2.3 kind4" = 6 THEN -1
       WHEN "1.2.3 kind4" = 1 AND "1.2.3 num4" >= 0 AND "1.2.3 den4" <> 1000 AND "1.2.3 num4" % "1.2.3 den4" = 0
            THEN "1.2.3 num4" / "1.2.3 den4" END AS "1.2.3 n4",
  -- 1.3.1: có or không
  CASE "1.3.1 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "1.3.1 yes",
  -- 1.3.2: part and whole
  "1.3.2 num1" * "1.3.2 den2" AS "1.3.2 part",
  CASE WHEN 6 IN ("1.3.2 kind1", "1.3.2 kind2") THEN 0
       WHEN "1.3.2 kind1" = 1 AND "1.3.2 kind2" = 1 AND "1.3.2 num1" >= 0 AND "1.3.2 num2" >= 0
            AND "1.3.2 num1" * "1.3.2 den2" <= "1.3.2 num2" * "1.3.2 den1"
            THEN "1.3.2 num2" * "1.3.2 den1" END AS "1.3.2 whole",
  -- 1.4.1: counts
  CASE WHEN "1.4.1 kind1" = 6 THEN -1
       WHEN "1.4.1 kind1" = 1 AND "1.4.1 num1" >= 0 AND "1.4.1 den1" <> 1000 AND "1.4.1 num1" % "1.4.1 den1" = 0
            THEN "1.4.1 num1" / "1.4.1 den1" END AS "1.4.1 n",
  -- 1.4.2: part and whole
  "1.4.2 num1" * "1.4.2 den2" AS "1.4.2 part",
  CASE WHEN 6 IN ("1.4.2 kind1", "1.4.2 kind2") THEN 0
       WHEN "1.4.2 kind1" = 1 AND "1.4.2 kind2" = 1 AND "1.4.2 num1" >= 0 AND "1.4.2 num2" >= 0
            AND "1.4.2 num1" * "1.4.2 den2" <= "1.4.2 num2" * "1.4.2 den1"
            THEN "1.4.2 num2" * "1.4.2 den1" END AS "1.4.2 whole",
  -- 1.5: counts
  CASE WHEN "1.5 kind1" = 6 THEN -1
       WHEN "1.5 kind1" = 1 AND "1.5 num1" >= 0 AND "1.5 den1" <> 1000 AND "1.5 num1" % "1.5 den1" = 0 THEN "1.5 num1" / "1.5 den1" END AS "1.5 n",
  -- 2.1.1: counts
  CASE WHEN "2.1.1 kind1" = 6 THEN -1
       WHEN "2.1.1 kind1" = 1 AND "2.1.1 num1" >= 0 AND "2.1.1 den1" <> 1000 AND "2.1.1 num1" % "2.1.1 den1" = 0
            THEN "2.1.1 num1" / "2.1.1 den1" END AS "2.1.1 n",
  -- 2.1.2: part and whole
  "2.1.2 num1" * "2.1.2 den2" AS "2.1.2 part",
  CASE WHEN 6 IN ("2.1.2 kind1", "2.1.2 kind2") THEN 0
       WHEN "2.1.2 kind1" = 1 AND "2.1.2 kind2" = 1 AND "2.1.2 num1" >= 0 AND "2.1.2 num2" >= 0
            AND "2.1.2 num1" * "2.1.2 den2" <= "2.1.2 num2" * "2.1.2 den1"
            THEN "2.1.2 num2" * "2.1.2 den1" END AS "2.1.2 whole",
  -- 2.3.1: có or không
  CASE "2.3.1 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "2.3.1 yes",
  -- 2.3.2: a rate, may be above the whole
  "2.3.2 num1" AS "2.3.2 part",
  CASE WHEN "2.3.2 kind1" = 6 THEN 0
       WHEN "2.3.2 kind1" = 1 AND "2.3.2 num1" BETWEEN 0 AND "2.3.2 den1" THEN "2.3.2 den1"
       WHEN "2.3.2 kind1" = 2 AND "2.3.2 num1" >= 0 AND "2.3.2 den1" >= 0 AND ("2.3.2 den1" > 0 OR "2.3.2 num1" = 0) THEN "2.3.2 den1"
       WHEN "2.3.2 kind1" = 3 AND "2.3.2 num1" >= 0 THEN "2.3.2 den1" END AS "2.3.2 whole",
  -- 2.3.3: part and whole
  "2.3.3 num1" * "2.3.3 den2" AS "2.3.3 part",
  CASE WHEN 6 IN ("2.3.3 kind1", "2.3.3 kind2") THEN 0
       WHEN "2.3.3 kind1" = 1 AND "2.3.3 kind2" = 1 AND "2.3.3 num1" >= 0 AND "2.3.3 num2" >= 0
            AND "2.3.3 num1" * "2.3.3 den2" <= "2.3.3 num2" * "2.3.3 den1"
            THEN "2.3.3 num2" * "2.3.3 den1" END AS "2.3.3 whole",
  -- 2.3.4: có or không
  CASE "2.3.4 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "2.3.4 yes",
  -- 2.4.2: part and whole
  "2.4.2 num1" * "2.4.2 den2" AS "2.4.2 part",
  CASE WHEN 6 IN ("2.4.2 kind1", "2.4.2 kind2") THEN 0
       WHEN "2.4.2 kind1" = 1 AND "2.4.2 kind2" = 1 AND "2.4.2 num1" >= 0 AND "2.4.2 num2" >= 0
            AND "2.4.2 num1" * "2.4.2 den2" <= "2.4.2 num2" * "2.4.2 den1"
            THEN "2.4.2 num2" * "2.4.2 den1" END AS "2.4.2 whole",
  -- 3.2.1: có or không
  CASE "3.2.1 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "3.2.1 yes1",
  CASE "3.2.1 kind2" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "3.2.1 yes2",
  CASE "3.2.1 kind3" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "3.2.1 yes3",
  CASE "3.2.1 kind4" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "3.2.1 yes4",
  -- 3.2.2: part and whole
  "3.2.2 num1" * "3.2.2 den2" AS "3.2.2 part",
  CASE WHEN 6 IN ("3.2.2 kind1", "3.2.2 kind2") THEN 0
       WHEN "3.2.2 kind1" = 1 AND "3.2.2 kind2" = 1 AND "3.2.2 num1" >= 0 AND "3.2.2 num2" >= 0
            AND "3.2.2 num1" * "3.2.2 den2" <= "3.2.2 num2" * "3.2.2 den1"
            THEN "3.2.2 num2" * "3.2.2 den1" END AS "3.2.2 whole",
  -- 3.2.3: có or không; a rate
  CASE "3.2.3 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "3.2.3 yes",
  "3.2.3 num2" AS "3.2.3 part",
  CASE WHEN "3.2.3 kind2" = 6 THEN 0
       WHEN "3.2.3 kind2" IN (1, 2) AND "3.2.3 num2" BETWEEN 0 AND "3.2.3 den2" THEN "3.2.3 den2"
       WHEN "3.2.3 kind2" = 3 AND "3.2.3 num2" >= 0 THEN "3.2.3 den2" END AS "3.2.3 whole",
  -- 3.3.1.1: part and whole
  "3.3.1.1 num1" * "3.3.1.1 den2" AS "3.3.1.1 part",
  CASE WHEN 6 IN ("3.3.1.1 kind1", "3.3.1.1 kind2") THEN 0
       WHEN "3.3.1.1 kind1" = 1 AND "3.3.1.1 kind2" = 1 AND "3.3.1.1 num1" >= 0 AND "3.3.1.1 num2" >= 0
            AND "3.3.1.1 num1" * "3.3.1.1 den2" <= "3.3.1.1 num2" * "3.3.1.1 den1"
            THEN "3.3.1.1 num2" * "3.3.1.1 den1" END AS "3.3.1.1 whole",
  -- 3.3.1.2: counts
  CASE WHEN "3.3.1.2 kind1" = 6 THEN -1
       WHEN "3.3.1.2 kind1" = 1 AND "3.3.1.2 num1" >= 0 AND "3.3.1.2 den1" <> 1000 AND "3.3.1.2 num1" % "3.3.1.2 den1" = 0
            THEN "3.3.1.2 num1" / "3.3.1.2 den1" END AS "3.3.1.2 n",
  -- 3.3.1.3: part and whole
  "3.3.1.3 num1" * "3.3.1.3 den2" AS "3.3.1.3 part",
  CASE WHEN 6 IN ("3.3.1.3 kind1", "3.3.1.3 kind2") THEN 0
       WHEN "3.3.1.3 kind1" = 1 AND "3.3.1.3 kind2" = 1 AND "3.3.1.3 num1" >= 0 AND "3.3.1.3 num2" >= 0
            AND "3.3.1.3 num1" * "3.3.1.3 den2" <= "3.3.1.3 num2" * "3.3.1.3 den1"
            THEN "3.3.1.3 num2" * "3.3.1.3 den1" END AS "3.3.1.3 whole",
  -- 3.3.1.4: part and whole
  "3.3.1.4 num1" * "3.3.1.4 den2" AS "3.3.1.4 part",
  CASE WHEN 6 IN ("3.3.1.4 kind1", "3.3.1.4 kind2") THEN 0
       WHEN "3.3.1.4 kind1" = 1 AND "3.3.1.4 kind2" = 1 AND "3.3.1.4 num1" >= 0 AND "3.3.1.4 num2" >= 0
            AND "3.3.1.4 num1" * "3.3.1.4 den2" <= "3.3.1.4 num2" * "3.3.1.4 den1"
            THEN "3.3.1.4 num2" * "3.3.1.4 den1" END AS "3.3.1.4 whole",
  -- 3.3.2.1: part and whole
  "3.3.2.1 num1" * "3.3.2.1 den2" AS "3.3.2.1 part",
  CASE WHEN 6 IN ("3.3.2.1 kind1", "3.3.2.1 kind2") THEN 0
       WHEN "3.3.2.1 kind1" = 1 AND "3.3.2.1 kind2" = 1 AND "3.3.2.1 num1" >= 0 AND "3.3.2.1 num2" >= 0
            AND "3.3.2.1 num1" * "3.3.2.1 den2" <= "3.3.2.1 num2" * "3.3.2.1 den1"
            THEN "3.3.2.1 num2" * "3.3.2.1 den1" END AS "3.3.2.1 whole",
  -- 3.3.2.2: counts
  CASE WHEN "3.3.2.2 kind1" = 6 THEN -1
       WHEN "3.3.2.2 kind1" = 1 AND "3.3.2.2 num1" >= 0 AND "3.3.2.2 den1" <> 1000 AND "3.3.2.2 num1" % "3.3.2.2 den1" = 0
            THEN "3.3.2.2 num1" / "3.3.2.2 den1" END AS "3.3.2.2 n",
  -- 3.4.1: part and whole, may be above the whole
  "3.4.1 num1" * "3.4.1 den2" AS "3.4.1 part",
  CASE WHEN 6 IN ("3.4.1 kind1", "3.4.1 kind2") THEN 0
       WHEN "3.4.1 kind1" = 1 AND "3.4.1 kind2" = 1 AND "3.4.1 num1" >= 0 AND "3.4.1 num2" >= 0
            AND ("3.4.1 num2" > 0 OR "3.4.1 num1" = 0)
            THEN "3.4.1 num2" * "3.4.1 den1" END AS "3.4.1 whole",
  -- 3.4.2: part and whole
  "3.4.2 num1" * "3.4.2 den2" AS "3.4.2 part",
  CASE WHEN 6 IN ("3.4.2 kind1", "3.4.2 kind2") THEN 0
       WHEN "3.4.2 kind1" = 1 AND "3.4.2 kind2" = 1 AND "3.4.2 num1" >= 0 AND "3.4.2 num2" >= 0
            AND "3.4.2 num1" * "3.4.2 den2" <= "3.4.2 num2" * "3.4.2 den1"
            THEN "3.4.2 num2" * "3.4.2 den1" END AS "3.4.2 whole",
  -- 3.4.3: a rate
  "3.4.3 num1" AS "3.4.3 part",
  CASE WHEN "3.4.3 kind1" = 6 THEN 0
       WHEN "3.4.3 kind1" IN (1, 2) AND "3.4.3 num1" BETWEEN 0 AND "3.4.3 den1" THEN "3.4.3 den1"
       WHEN "3.4.3 kind1" = 3 AND "3.4.3 num1" >= 0 THEN "3.4.3 den1" END AS "3.4.3 whole",
  -- 3.4.4: part and whole, may be above the whole
  "3.4.4 num1" * "3.4.4 den2" AS "3.4.4 part",
  CASE WHEN 6 IN ("3.4.4 kind1", "3.4.4 kind2") THEN 0
       WHEN "3.4.4 kind1" = 1 AND "3.4.4 kind2" = 1 AND "3.4.4 num1" >= 0 AND "3.4.4 num2" >= 0
            AND ("3.4.4 num2" > 0 OR "3.4.4 num1" = 0)
            THEN "3.4.4 num2" * "3.4.4 den1" END AS "3.4.4 whole",
  -- 3.5.1: part and whole
  "3.5.1 num1" * "3.5.1 den2" AS "3.5.1 part",
  CASE WHEN 6 IN ("3.5.1 kind1", "3.5.1 kind2") THEN 0
       WHEN "3.5.1 kind1" = 1 AND "3.5.1 kind2" = 1 AND "3.5.1 num1" >= 0 AND "3.5.1 num2" >= 0
            AND "3.5.1 num1" * "3.5.1 den2" <= "3.5.1 num2" * "3.5.1 den1"
            THEN "3.5.1 num2" * "3.5.1 den1" END AS "3.5.1 whole",
  -- 3.5.2: có or không
  CASE "3.5.2 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "3.5.2 yes",
  -- 3.6.1: a rate, may be above the whole
  "3.6.1 num1" AS "3.6.1 part",
  CASE WHEN "3.6.1 kind1" = 6 THEN 0
       WHEN "3.6.1 kind1" = 1 AND "3.6.1 num1" BETWEEN 0 AND "3.6.1 den1" THEN "3.6.1 den1"
       WHEN "3.6.1 kind1" = 2 AND "3.6.1 num1" >= 0 AND "3.6.1 den1" >= 0 AND ("3.6.1 den1" > 0 OR "3.6.1 num1" = 0) THEN "3.6.1 den1"
       WHEN "3.6.1 kind1" = 3 AND "3.6.1 num1" >= 0 THEN "3.6.1 den1" END AS "3.6.1 whole",
  -- 3.6.2: part and whole
  "3.6.2 num1" * "3.6.2 den2" AS "3.6.2 part",
  CASE WHEN 6 IN ("3.6.2 kind1", "3.6.2 kind2") THEN 0
       WHEN "3.6.2 kind1" = 1 AND "3.6.2 kind2" = 1 AND "3.6.2 num1" >= 0 AND "3.6.2 num2" >= 0
            AND "3.6.2 num1" * "3.6.2 den2" <= "3.6.2 num2" * "3.6.2 den1"
            THEN "3.6.2 num2" * "3.6.2 den1" END AS "3.6.2 whole",
  -- 4.1.1: có or không
  CASE "4.1.1 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "4.1.1 yes",
  -- 4.1.2: part and whole; a band begins above 100 %, so the part may be above the whole
  "4.1.2 num1" * "4.1.2 den2" AS "4.1.2 part",
  CASE WHEN 6 IN ("4.1.2 kind1", "4.1.2 kind2") THEN 0
       WHEN "4.1.2 kind1" = 1 AND "4.1.2 kind2" = 1 AND "4.1.2 num1" >= 0 AND "4.1.2 num2" >= 0
            AND ("4.1.2 num2" > 0 OR "4.1.2 num1" = 0)
            THEN "4.1.2 num2" * "4.1.2 den1" END AS "4.1.2 whole",
  -- 4.1.3: part and whole
  "4.1.3 num1" * "4.1.3 den2" AS "4.1.3 part",
  CASE WHEN 6 IN ("4.1.3 kind1", "4.1.3 kind2") THEN 0
       WHEN "4.1.3 kind1" = 1 AND "4.1.3 kind2" = 1 AND "4.1.3 num1" >= 0 AND "4.1.3 num2" >= 0
            AND "4.1.3 num1" * "4.1.3 den2" <= "4.1.3 num2" * "4.1.3 den1"
            THEN "4.1.3 num2" * "4.1.3 den1" END AS "4.1.3 whole",
  -- 4.2.1: part and whole
  "4.2.1 num1" * "4.2.1 den2" AS "4.2.1 part",
  CASE WHEN 6 IN ("4.2.1 kind1", "4.2.1 kind2") THEN 0
       WHEN "4.2.1 kind1" = 1 AND "4.2.1 kind2" = 1 AND "4.2.1 num1" >= 0 AND "4.2.1 num2" >= 0
            AND "4.2.1 num1" * "4.2.1 den2" <= "4.2.1 num2" * "4.2.1 den1"
            THEN "4.2.1 num2" * "4.2.1 den1" END AS "4.2.1 whole",
  -- 4.2.2: part and whole
  "4.2.2 num1" * "4.2.2 den2" AS "4.2.2 part",
  CASE WHEN 6 IN ("4.2.2 kind1", "4.2.2 kind2") THEN 0
       WHEN "4.2.2 kind1" = 1 AND "4.2.2 kind2" = 1 AND "4.2.2 num1" >= 0 AND "4.2.2 num2" >= 0
            AND "4.2.2 num1" * "4.2.2 den2" <= "4.2.2 num2" * "4.2.2 den1"
            THEN "4.2.2 num2" * "4.2.2 den1" END AS "4.2.2 whole",
  -- 4.2.3: part and whole, may be above the whole
  "4.2.3 num1" * "4.2.3 den2" AS "4.2.3 part",
  CASE WHEN 6 IN ("4.2.3 kind1", "4.2.3 kind2") THEN 0
       WHEN "4.2.3 kind1" = 1 AND "4.2.3 kind2" = 1 AND "4.2.3 num1" >= 0 AND "4.2.3 num2" >= 0
            AND ("4.2.3 num2" > 0 OR "4.2.3 num1" = 0)
            THEN "4.2.3 num2" * "4.2.3 den1" END AS "4.2.3 whole",
  -- 4.2.4: part and whole
  "4.2.4 num1" * "4.2.4 den2" AS "4.2.4 part",
  CASE WHEN 6 IN ("4.2.4 kind1", "4.2.4 kind2") THEN 0
       WHEN "4.2.4 kind1" = 1 AND "4.2.4 kind2" = 1 AND "4.2.4 num1" >= 0 AND "4.2.4 num2" >= 0
            AND "4.2.4 num1" * "4.2.4 den2" <= "4.2.4 num2" * "4.2.4 den1"
            THEN "4.2.4 num2" * "4.2.4 den1" END AS "4.2.4 whole",
  -- 4.3.1: counts
  CASE WHEN "4.3.1 kind1" = 6 THEN -1
       WHEN "4.3.1 kind1" = 1 AND "4.3.1 num1" >= 0 AND "4.3.1 den1" <> 1000 AND "4.3.1 num1" % "4.3.1 den1" = 0
            THEN "4.3.1 num1" / "4.3.1 den1" END AS "4.3.1 n1",
  CASE WHEN "4.3.1 kind2" = 6 THEN -1
       WHEN "4.3.1 kind2" = 1 AND "4.3.1 num2" >= 0 AND "4.3.1 den2" <> 1000 AND "4.3.1 num2" % "4.3.1 den2" = 0
            THEN "4.3.1 num2" / "4.3.1 den2" END AS "4.3.1 n2",
  -- 4.3.3: có or không
  CASE "4.3.3 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "4.3.3 yes1",
  CASE "4.3.3 kind2" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "4.3.3 yes2",
  CASE "4.3.3 kind3" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "4.3.3 yes3",
  -- 4.4: marks (in millionths)
  CASE WHEN "4.4 kind1" = 1 AND "4.4 num1" BETWEEN 0 AND 2 * "4.4 den1" THEN "4.4 num1" * 1000000 / "4.4 den1" END AS "4.4 n1",
  CASE WHEN "4.4 kind2" = 1 AND "4.4 num2" BETWEEN 0 AND 2 * "4.4 den2" THEN "4.4 num2" * 1000000 / "4.4 den2" END AS "4.4 n2",
  CASE WHEN "4.4 kind3" = 1 AND "4.4 num3" BETWEEN 0 AND 2 * "4.4 den3" THEN "4.4 num3" * 1000000 / "4.4 den3" END AS "4.4 n3",
  -- 4.6.2: có or không
  CASE "4.6.2 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "4.6.2 yes",
  -- 5.1.1: a rate
  "5.1.1 num1" AS "5.1.1 part",
  CASE WHEN "5.1.1 kind1" = 6 THEN 0
       WHEN "5.1.1 kind1" IN (1, 2) AND "5.1.1 num1" BETWEEN 0 AND "5.1.1 den1" THEN "5.1.1 den1"
       WHEN "5.1.1 kind1" = 3 AND "5.1.1 num1" >= 0 THEN "5.1.1 den1" END AS "5.1.1 whole",
  -- 5.1.2: two rates (two numbers are compared as they are)
  "5.1.2 num1" AS "5.1.2 part1",
  CASE WHEN "5.1.2 kind1" = 6 THEN 0
       WHEN "5.1.2 kind1" IN (1, 2) AND "5.1.2 num1" BETWEEN 0 AND "5.1.2 den1" THEN "5.1.2 den1"
       WHEN "5.1.2 kind1" = 3 AND "5.1.2 num1" >= 0 THEN "5.1.2 den1" END AS "5.1.2 whole1",
  "5.1.2 num2" AS "5.1.2 part2",
  CASE WHEN "5.1.2 kind2" = 6 THEN 0
       WHEN "5.1.2 kind2" IN (1, 2) AND "5.1.2 num2" BETWEEN 0 AND "5.1.2 den2" THEN "5.1.2 den2"
       WHEN "5.1.2 kind2" = 3 AND "5.1.2 num2" >= 0 THEN "5.1.2 den2" END AS "5.1.2 whole2",
  -- 5.1.3: a rate
  "5.1.3 num1" AS "5.1.3 part",
  CASE WHEN "5.1.3 kind1" = 6 THEN 0
       WHEN "5.1.3 kind1" IN (1, 2) AND "5.1.3 num1" BETWEEN 0 AND "5.1.3 den1" THEN "5.1.3 den1"
       WHEN "5.1.3 kind1" = 3 AND "5.1.3 num1" >= 0 THEN "5.1.3 den1" END AS "5.1.3 whole",
  -- 5.1.4: part and whole
  "5.1.4 num1" * "5.1.4 den2" AS "5.1.4 part",
  CASE WHEN 6 IN ("5.1.4 kind1", "5.1.4 kind2") THEN 0
       WHEN "5.1.4 kind1" = 1 AND "5.1.4 kind2" = 1 AND "5.1.4 num1" >= 0 AND "5.1.4 num2" >= 0
            AND "5.1.4 num1" * "5.1.4 den2" <= "5.1.4 num2" * "5.1.4 den1"
            THEN "5.1.4 num2" * "5.1.4 den1" END AS "5.1.4 whole",
  -- 5.1.5: a rate
  "5.1.5 num1" AS "5.1.5 part",
  CASE WHEN "5.1.5 kind1" = 6 THEN 0
       WHEN "5.1.5 kind1" IN (1, 2) AND "5.1.5 num1" BETWEEN 0 AND "5.1.5 den1" THEN "5.1.5 den1"
       WHEN "5.1.5 kind1" = 3 AND "5.1.5 num1" >= 0 THEN "5.1.5 den1" END AS "5.1.5 whole",
  -- 5.2.1: có or không
  CASE "5.2.1 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "5.2.1 yes1",
  CASE "5.2.1 kind2" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "5.2.1 yes2",
  CASE "5.2.1 kind3" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "5.2.1 yes3",
  -- 5.2.2: có or không
  CASE "5.2.2 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "5.2.2 yes",
  -- 5.2.3: có or không
  CASE "5.2.3 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "5.2.3 yes",
  -- 5.3.1: part and whole
  "5.3.1 num1" * "5.3.1 den2" AS "5.3.1 part",
  CASE WHEN 6 IN ("5.3.1 kind1", "5.3.1 kind2") THEN 0
       WHEN "5.3.1 kind1" = 1 AND "5.3.1 kind2" = 1 AND "5.3.1 num1" >= 0 AND "5.3.1 num2" >= 0
            AND "5.3.1 num1" * "5.3.1 den2" <= "5.3.1 num2" * "5.3.1 den1"
            THEN "5.3.1 num2" * "5.3.1 den1" END AS "5.3.1 whole",
  -- 5.3.2: part and whole
  "5.3.2 num1" * "5.3.2 den2" AS "5.3.2 part",
  CASE WHEN 6 IN ("5.3.2 kind1", "5.3.2 kind2") THEN 0
       WHEN "5.3.2 kind1" = 1 AND "5.3.2 kind2" = 1 AND "5.3.2 num1" >= 0 AND "5.3.2 num2" >= 0
            AND "5.3.2 num1" * "5.3.2 den2" <= "5.3.2 num2" * "5.3.2 den1"
            THEN "5.3.2 num2" * "5.3.2 den1" END AS "5.3.2 whole",
  -- 5.4: counts
  CASE WHEN "5.4 kind1" = 6 THEN -1
       WHEN "5.4 kind1" = 1 AND "5.4 num1" >= 0 AND "5.4 den1" <> 1000 AND "5.4 num1" % "5.4 den1" = 0 THEN "5.4 num1" / "5.4 den1" END AS "5.4 n1",
  CASE WHEN "5.4 kind2" = 6 THEN -1
       WHEN "5.4 kind2" = 1 AND "5.4 num2" >= 0 AND "5.4 den2" <> 1000 AND "5.4 num2" % "5.4 den2" = 0 THEN "5.4 num2" / "5.4 den2" END AS "5.4 n2",
  CASE WHEN "5.4 kind3" = 6 THEN -1
       WHEN "5.4 kind3" = 1 AND "5.4 num3" >= 0 AND "5.4 den3" <> 1000 AND "5.4 num3" % "5.4 den3" = 0 THEN "5.4 num3" / "5.4 den3" END AS "5.4 n3",
  -- 6a.1.1: part and whole
  "6a.1.1 num1" * "6a.1.1 den2" AS "6a.1.1 part",
  CASE WHEN 6 IN ("6a.1.1 kind1", "6a.1.1 kind2") THEN 0
       WHEN "6a.1.1 kind1" = 1 AND "6a.1.1 kind2" = 1 AND "6a.1.1 num1" >= 0 AND "6a.1.1 num2" >= 0
            AND "6a.1.1 num1" * "6a.1.1 den2" <= "6a.1.1 num2" * "6a.1.1 den1"
            THEN "6a.1.1 num2" * "6a.1.1 den1" END AS "6a.1.1 whole",
  -- 6a.1.2: có or không
  CASE "6a.1.2 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "6a.1.2 yes1",
  CASE "6a.1.2 kind2" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "6a.1.2 yes2",
  -- 6a.2.1: part and whole
  "6a.2.1 num1" * "6a.2.1 den2" AS "6a.2.1 part",
  CASE WHEN 6 IN ("6a.2.1 kind1", "6a.2.1 kind2") THEN 0
       WHEN "6a.2.1 kind1" = 1 AND "6a.2.1 kind2" = 1 AND "6a.2.1 num1" >= 0 AND "6a.2.1 num2" >= 0
            AND "6a.2.1 num1" * "6a.2.1 den2" <= "6a.2.1 num2" * "6a.2.1 den1"
            THEN "6a.2.1 num2" * "6a.2.1 den1" END AS "6a.2.1 whole",
  -- 6a.2.2: part and whole
  "6a.2.2 num1" * "6a.2.2 den2" AS "6a.2.2 part",
  CASE WHEN 6 IN ("6a.2.2 kind1", "6a.2.2 kind2") THEN 0
       WHEN "6a.2.2 kind1" = 1 AND "6a.2.2 kind2" = 1 AND "6a.2.2 num1" >= 0 AND "6a.2.2 num2" >= 0
            AND "6a.2.2 num1" * "6a.2.2 den2" <= "6a.2.2 num2" * "6a.2.2 den1"
            THEN "6a.2.2 num2" * "6a.2.2 den1" END AS "6a.2.2 whole",
  -- 6a.2.3: part and whole
  "6a.2.3 num1" * "6a.2.3 den2" AS "6a.2.3 part",
  CASE WHEN 6 IN ("6a.2.3 kind1", "6a.2.3 kind2") THEN 0
       WHEN "6a.2.3 kind1" = 1 AND "6a.2.3 kind2" = 1 AND "6a.2.3 num1" >= 0 AND "6a.2.3 num2" >= 0
            AND "6a.2.3 num1" * "6a.2.3 den2" <= "6a.2.3 num2" * "6a.2.3 den1"
            THEN "6a.2.3 num2" * "6a.2.3 den1" END AS "6a.2.3 whole",
  -- 6a.3.1: counts
  CASE WHEN "6a.3.1 kind1" = 6 THEN -1
       WHEN "6a.3.1 kind1" = 1 AND "6a.3.1 num1" >= 0 AND "6a.3.1 den1" <> 1000 AND "6a.3.1 num1" % "6a.3.1 den1" = 0
            THEN "6a.3.1 num1" / "6a.3.1 den1" END AS "6a.3.1 n",
  -- 6a.3.2: part and whole, may be above the whole
  "6a.3.2 num1" * "6a.3.2 den2" AS "6a.3.2 part",
  CASE WHEN 6 IN ("6a.3.2 kind1", "6a.3.2 kind2") THEN 0
       WHEN "6a.3.2 kind1" = 1 AND "6a.3.2 kind2" = 1 AND "6a.3.2 num1" >= 0 AND "6a.3.2 num2" >= 0
            AND ("6a.3.2 num2" > 0 OR "6a.3.2 num1" = 0)
            THEN "6a.3.2 num2" * "6a.3.2 den1" END AS "6a.3.2 whole",
  -- 6a.4: a rate, may be above the whole
  "6a.4 num1" AS "6a.4 part",
  CASE WHEN "6a.4 kind1" = 6 THEN 0
       WHEN "6a.4 kind1" = 1 AND "6a.4 num1" BETWEEN 0 AND "6a.4 den1" THEN "6a.4 den1"
       WHEN "6a.4 kind1" = 2 AND "6a.4 num1" >= 0 AND "6a.4 den1" >= 0 AND ("6a.4 den1" > 0 OR "6a.4 num1" = 0) THEN "6a.4 den1"
       WHEN "6a.4 kind1" = 3 AND "6a.4 num1" >= 0 THEN "6a.4 den1" END AS "6a.4 whole",
  -- 6a.5.2: part and whole
  "6a.5.2 num1" * "6a.5.2 den2" AS "6a.5.2 part",
  CASE WHEN 6 IN ("6a.5.2 kind1", "6a.5.2 kind2") THEN 0
       WHEN "6a.5.2 kind1" = 1 AND "6a.5.2 kind2" = 1 AND "6a.5.2 num1" >= 0 AND "6a.5.2 num2" >= 0
            AND "6a.5.2 num1" * "6a.5.2 den2" <= "6a.5.2 num2" * "6a.5.2 den1"
            THEN "6a.5.2 num2" * "6a.5.2 den1" END AS "6a.5.2 whole",
  -- 6b.1.1: part and whole, may be above the whole
  "6b.1.1 num1" * "6b.1.1 den2" AS "6b.1.1 part",
  CASE WHEN 6 IN ("6b.1.1 kind1", "6b.1.1 kind2") THEN 0
       WHEN "6b.1.1 kind1" = 1 AND "6b.1.1 kind2" = 1 AND "6b.1.1 num1" >= 0 AND "6b.1.1 num2" >= 0
            AND ("6b.1.1 num2" > 0 OR "6b.1.1 num1" = 0)
            THEN "6b.1.1 num2" * "6b.1.1 den1" END AS "6b.1.1 whole",
  -- 6b.1.2: two rates (two numbers are compared as they are)
  "6b.1.2 num1" AS "6b.1.2 part1",
  CASE WHEN "6b.1.2 kind1" = 6 THEN 0
       WHEN "6b.1.2 kind1" IN (1, 2) AND "6b.1.2 num1" BETWEEN 0 AND "6b.1.2 den1" THEN "6b.1.2 den1"
       WHEN "6b.1.2 kind1" = 3 AND "6b.1.2 num1" >= 0 THEN "6b.1.2 den1" END AS "6b.1.2 whole1",
  "6b.1.2 num2" AS "6b.1.2 part2",
  CASE WHEN "6b.1.2 kind2" = 6 THEN 0
       WHEN "6b.1.2 kind2" IN (1, 2) AND "6b.1.2 num2" BETWEEN 0 AND "6b.1.2 den2" THEN "6b.1.2 den2"
       WHEN "6b.1.2 kind2" = 3 AND "6b.1.2 num2" >= 0 THEN "6b.1.2 den2" END AS "6b.1.2 whole2",
  -- 6b.1.3: part and whole
  "6b.1.3 num1" * "6b.1.3 den2" AS "6b.1.3 part",
  CASE WHEN 6 IN ("6b.1.3 kind1", "6b.1.3 kind2") THEN 0
       WHEN "6b.1.3 kind1" = 1 AND "6b.1.3 kind2" = 1 AND "6b.1.3 num1" >= 0 AND "6b.1.3 num2" >= 0
            AND "6b.1.3 num1" * "6b.1.3 den2" <= "6b.1.3 num2" * "6b.1.3 den1"
            THEN "6b.1.3 num2" * "6b.1.3 den1" END AS "6b.1.3 whole",
  -- 6b.2.1: part and whole
  "6b.2.1 num1" * "6b.2.1 den2" AS "6b.2.1 part",
  CASE WHEN 6 IN ("6b.2.1 kind1", "6b.2.1 kind2") THEN 0
       WHEN "6b.2.1 kind1" = 1 AND "6b.2.1 kind2" = 1 AND "6b.2.1 num1" >= 0 AND "6b.2.1 num2" >= 0
            AND "6b.2.1 num1" * "6b.2.1 den2" <= "6b.2.1 num2" * "6b.2.1 den1"
            THEN "6b.2.1 num2" * "6b.2.1 den1" END AS "6b.2.1 whole",
  -- 6b.2.2: part and whole, may be above the whole
  "6b.2.2 num1" * "6b.2.2 den2" AS "6b.2.2 part",
  CASE WHEN 6 IN ("6b.2.2 kind1", "6b.2.2 kind2") THEN 0
       WHEN "6b.2.2 kind1" = 1 AND "6b.2.2 kind2" = 1 AND "6b.2.2 num1" >= 0 AND "6b.2.2 num2" >= 0
            AND ("6b.2.2 num2" > 0 OR "6b.2.2 num1" = 0)
            THEN "6b.2.2 num2" * "6b.2.2 den1" END AS "6b.2.2 whole",
  -- 6b.2.3: part and whole
  "6b.2.3 num1" * "6b.2.3 den2" AS "6b.2.3 part",
  CASE WHEN 6 IN ("6b.2.3 kind1", "6b.2.3 kind2") THEN 0
       WHEN "6b.2.3 kind1" = 1 AND "6b.2.3 kind2" = 1 AND "6b.2.3 num1" >= 0 AND "6b.2.3 num2" >= 0
            AND "6b.2.3 num1" * "6b.2.3 den2" <= "6b.2.3 num2" * "6b.2.3 den1"
            THEN "6b.2.3 num2" * "6b.2.3 den1" END AS "6b.2.3 whole",
  -- 6b.3.1: có or không
  CASE "6b.3.1 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "6b.3.1 yes1",
  CASE "6b.3.1 kind2" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "6b.3.1 yes2",
  CASE "6b.3.1 kind3" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "6b.3.1 yes3",
  CASE "6b.3.1 kind4" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "6b.3.1 yes4",
  -- 6b.3.3: counts
  CASE WHEN "6b.3.3 kind1" = 6 THEN -1
       WHEN "6b.3.3 kind1" = 1 AND "6b.3.3 num1" >= 0 AND "6b.3.3 den1" <> 1000 AND "6b.3.3 num1" % "6b.3.3 den1" = 0
            THEN "6b.3.3 num1" / "6b.3.3 den1" END AS "6b.3.3 n",
  -- 7.1.1: a rate
  "7.1.1 num1" AS "7.1.1 part",
  CASE WHEN "7.1.1 kind1" = 6 THEN 0
       WHEN "7.1.1 kind1" IN (1, 2) AND "7.1.1 num1" BETWEEN 0 AND "7.1.1 den1" THEN "7.1.1 den1"
       WHEN "7.1.1 kind1" = 3 AND "7.1.1 num1" >= 0 THEN "7.1.1 den1" END AS "7.1.1 whole",
  -- 7.1.2: a rate
  "7.1.2 num1" AS "7.1.2 part",
  CASE WHEN "7.1.2 kind1" = 6 THEN 0
       WHEN "7.1.2 kind1" IN (1, 2) AND "7.1.2 num1" BETWEEN 0 AND "7.1.2 den1" THEN "7.1.2 den1"
       WHEN "7.1.2 kind1" = 3 AND "7.1.2 num1" >= 0 THEN "7.1.2 den1" END AS "7.1.2 whole",
  -- 7.1.3: ballots, or percentages (in millionths)
  CASE WHEN "7.1.3 kind1" = 6 THEN 0
       WHEN "7.1.3 kind1" = 1 AND "7.1.3 num1" >= 0 AND "7.1.3 den1" <> 1000 AND "7.1.3 num1" % "7.1.3 den1" = 0 THEN "7.1.3 num1" / "7.1.3 den1"
       WHEN "7.1.3 kind1" = 3 AND "7.1.3 num1" >= 0 THEN "7.1.3 num1" * 1000000 / "7.1.3 den1" END AS "7.1.3 n1",
  CASE WHEN "7.1.3 kind2" = 6 THEN 0
       WHEN "7.1.3 kind2" = 1 AND "7.1.3 num2" >= 0 AND "7.1.3 den2" <> 1000 AND "7.1.3 num2" % "7.1.3 den2" = 0 THEN "7.1.3 num2" / "7.1.3 den2"
       WHEN "7.1.3 kind2" = 3 AND "7.1.3 num2" >= 0 THEN "7.1.3 num2" * 1000000 / "7.1.3 den2" END AS "7.1.3 n2",
  CASE WHEN "7.1.3 kind3" = 6 THEN 0
       WHEN "7.1.3 kind3" = 1 AND "7.1.3 num3" >= 0 AND "7.1.3 den3" <> 1000 AND "7.1.3 num3" % "7.1.3 den3" = 0 THEN "7.1.3 num3" / "7.1.3 den3"
       WHEN "7.1.3 kind3" = 3 AND "7.1.3 num3" >= 0 THEN "7.1.3 num3" * 1000000 / "7.1.3 den3" END AS "7.1.3 n3",
  CASE WHEN "7.1.3 kind4" = 6 THEN 0
       WHEN "7.1.3 kind4" = 1 AND "7.1.3 num4" >= 0 AND "7.1.3 den4" <> 1000 AND "7.1.3 num4" % "7.1.3 den4" = 0 THEN "7.1.3 num4" / "7.1.3 den4"
       WHEN "7.1.3 kind4" = 3 AND "7.1.3 num4" >= 0 THEN "7.1.3 num4" * 1000000 / "7.1.3 den4" END AS "7.1.3 n4",
  CASE WHEN "7.1.3 kind5" = 6 THEN 0
       WHEN "7.1.3 kind5" = 1 AND "7.1.3 num5" >= 0 AND "7.1.3 den5" <> 1000 AND "7.1.3 num5" % "7.1.3 den5" = 0 THEN "7.1.3 num5" / "7.1.3 den5"
       WHEN "7.1.3 kind5" = 3 AND "7.1.3 num5" >= 0 THEN "7.1.3 num5" * 1000000 / "7.1.3 den5" END AS "7.1.3 n5",
  CASE WHEN "7.1.3 kind6" = 6 THEN 0
       WHEN "7.1.3 kind6" = 1 AND "7.1.3 num6" >= 0 AND "7.1.3 den6" <> 1000 AND "7.1.3 num6" % "7.1.3 den6" = 0 THEN "7.1.3 num6" / "7.1.3 den6"
       WHEN "7.1.3 kind6" = 3 AND "7.1.3 num6" >= 0 THEN "7.1.3 num6" * 1000000 / "7.1.3 den6" END AS "7.1.3 n6",
  CASE WHEN "7.1.3 kind7" = 6 THEN 0
       WHEN "7.1.3 kind7" = 1 AND "7.1.3 num7" >= 0 AND "7.1.3 den7" <> 1000 AND "7.1.3 num7" % "7.1.3 den7" = 0 THEN "7.1.3 num7" / "7.1.3 den7"
       WHEN "7.1.3 kind7" = 3 AND "7.1.3 num7" >= 0 THEN "7.1.3 num7" * 1000000 / "7.1.3 den7" END AS "7.1.3 n7",
  CASE WHEN "7.1.3 kind8" = 6 THEN 0
       WHEN "7.1.3 kind8" = 1 AND "7.1.3 num8" >= 0 AND "7.1.3 den8" <> 1000 AND "7.1.3 num8" % "7.1.3 den8" = 0 THEN "7.1.3 num8" / "7.1.3 den8"
       WHEN "7.1.3 kind8" = 3 AND "7.1.3 num8" >= 0 THEN "7.1.3 num8" * 1000000 / "7.1.3 den8" END AS "7.1.3 n8",
  -- 7.1.4: a rate
  "7.1.4 num1" AS "7.1.4 part",
  CASE WHEN "7.1.4 kind1" = 6 THEN 0
       WHEN "7.1.4 kind1" IN (1, 2) AND "7.1.4 num1" BETWEEN 0 AND "7.1.4 den1" THEN "7.1.4 den1"
       WHEN "7.1.4 kind1" = 3 AND "7.1.4 num1" >= 0 THEN "7.1.4 den1" END AS "7.1.4 whole",
  -- 7.1.5: a rate
  "7.1.5 num1" AS "7.1.5 part",
  CASE WHEN "7.1.5 kind1" = 6 THEN 0
       WHEN "7.1.5 kind1" IN (1, 2) AND "7.1.5 num1" BETWEEN 0 AND "7.1.5 den1" THEN "7.1.5 den1"
       WHEN "7.1.5 kind1" = 3 AND "7.1.5 num1" >= 0 THEN "7.1.5 den1" END AS "7.1.5 whole",
  -- 7.2.1: part and whole
  "7.2.1 num1" * "7.2.1 den2" AS "7.2.1 part",
  CASE WHEN 6 IN ("7.2.1 kind1", "7.2.1 kind2") THEN 0
       WHEN "7.2.1 kind1" = 1 AND "7.2.1 kind2" = 1 AND "7.2.1 num1" >= 0 AND "7.2.1 num2" >= 0
            AND "7.2.1 num1" * "7.2.1 den2" <= "7.2.1 num2" * "7.2.1 den1"
            THEN "7.2.1 num2" * "7.2.1 den1" END AS "7.2.1 whole",
  -- 7.2.4: two rates (two numbers are compared as they are)
  "7.2.4 num1" AS "7.2.4 part1",
  CASE WHEN "7.2.4 kind1" = 6 THEN 0
       WHEN "7.2.4 kind1" IN (1, 2) AND "7.2.4 num1" BETWEEN 0 AND "7.2.4 den1" THEN "7.2.4 den1"
       WHEN "7.2.4 kind1" = 3 AND "7.2.4 num1" >= 0 THEN "7.2.4 den1" END AS "7.2.4 whole1",
  "7.2.4 num2" AS "7.2.4 part2",
  CASE WHEN "7.2.4 kind2" = 6 THEN 0
       WHEN "7.2.4 kind2" IN (1, 2) AND "7.2.4 num2" BETWEEN 0 AND "7.2.4 den2" THEN "7.2.4 den2"
       WHEN "7.2.4 kind2" = 3 AND "7.2.4 num2" >= 0 THEN "7.2.4 den2" END AS "7.2.4 whole2",
  -- 8.1: có or không
  CASE "8.1 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "8.1 yes",
  -- 8.2: counts
  CASE WHEN "8.2 kind1" = 6 THEN -1
       WHEN "8.2 kind1" = 1 AND "8.2 num1" >= 0 AND "8.2 den1" <> 1000 AND "8.2 num1" % "8.2 den1" = 0 THEN "8.2 num1" / "8.2 den1" END AS "8.2 n"
  FROM entered),

-- What each rule gives: points; -1: nothing arose; NULL: not known (missing, or cannot be).
rules AS MATERIALIZED (SELECT id,
  -- 1.1.1 (1): Trước ngày 31/01: điểm tối đa; sau ngày 31/01: 0,5 điểm; không ban hành: 0 điểm
  CASE WHEN "1.1.1 kind1" = 6 THEN -1 WHEN "1.1.1 kind1" = 7 THEN
    CASE "1.1.1 words1" WHEN 'truoc ngay 31/01' THEN 10000 WHEN 'sau ngay 31/01' THEN 5000 WHEN 'khong ban hanh' THEN 0 END END AS "1.1.1 rule",
  -- 1.1.2 (2): Từ 100% trở lên: điểm tối đa; từ 80% đến dưới 100%: tỷ lệ × điểm tối đa; dưới 80%: 0 điểm
  CASE WHEN "1.1.2 whole" = 0 THEN -1
       WHEN "1.1.2 part" >= "1.1.2 whole" THEN 20000
       WHEN "1.1.2 part" * 100 >= 80 * "1.1.2 whole" THEN 100 * ((2 * 200 * "1.1.2 part" + "1.1.2 whole") / (2 * "1.1.2 whole"))
       WHEN "1.1.2 part" * 100 < 80 * "1.1.2 whole" THEN 0 END AS "1.1.2 rule",
  -- 1.1.3 (1): Mỗi báo cáo chậm trừ 0,25 điểm; mỗi báo cáo thiếu phụ lục trừ 10% điểm tối đa
  CASE WHEN MAX("1.1.3 n1", "1.1.3 n2") = -1 THEN -1
       ELSE MAX(0, 100 * ((10000 - 2500 * MAX("1.1.3 n1", 0) - 1000 * MAX("1.1.3 n2", 0) + 50) / 100)) END AS "1.1.3 rule",
  -- 1.2.1 (1): Đủ các điều kiện (có văn bản phân công; nêu rõ chỉ tiêu; nêu rõ thời hạn): điểm tối đa; thiếu một điều kiện: 0 điểm
  CASE WHEN MAX("1.2.1 yes1", "1.2.1 yes2", "1.2.1 yes3") = -1 THEN -1
       WHEN MIN("1.2.1 yes1", "1.2.1 yes2", "1.2.1 yes3") >= 0 THEN
         CASE WHEN "1.2.1 yes1" + "1.2.1 yes2" + "1.2.1 yes3" = 3 THEN 10000 ELSE 0 END END AS "1.2.1 rule",
  -- 1.2.2 (1): Mỗi đợt kiểm tra được 0,5 điểm
  CASE WHEN "1.2.2 n" = -1 THEN -1 ELSE MIN(10000, 5000 * "1.2.2 n") END AS "1.2.2 rule",
  -- 1.2.3 (2): Tỷ lệ có trọng số (đã khắc phục 1; đang khắc phục 0,5; chưa khắc phục 0) × điểm tối đa; không phát sinh: điểm tối đa
  (SELECT CASE WHEN whole >= done + doing + undone THEN
      CASE WHEN whole = 0 THEN -1 ELSE 100 * ((2 * 200 * (2 * done + doing) + 2 * whole) / (2 * 2 * whole)) END END
    FROM (SELECT MAX("1.2.3 n1", 0) AS done, MAX("1.2.3 n2", 0) AS doing, MAX("1.2.3 n3", 0) AS undone, MAX("1.2.3 n4", 0) AS whole)) AS "1.2.3 rule",
  -- 1.3.1 (0,5): Có: điểm tối đa; không: 0 điểm
  CASE "1.3.1 yes" WHEN 1 THEN 5000 ELSE "1.3.1 yes" END AS "1.3.1 rule",
  -- 1.3.2 (1,5): Tỷ lệ tiêu chí đã khắc phục × điểm tối đa; dưới 60%: 0 điểm
  CASE WHEN "1.3.2 whole" = 0 THEN -1
       WHEN "1.3.2 part" * 100 < 60 * "1.3.2 whole" THEN 0
       ELSE 100 * ((2 * 150 * "1.3.2 part" + "1.3.2 whole") / (2 * "1.3.2 whole")) END AS "1.3.2 rule",
  -- 1.4.1 (1): Từ 12 tin bài trở lên: điểm tối đa; từ 6 đến 11 tin bài: 0,5 điểm; từ 1 đến 5 tin bài: 0,25 điểm; không có tin bài: 0 điểm
  CASE WHEN "1.4.1 n" = -1 THEN -1 WHEN "1.4.1 n" >= 12 THEN 10000 WHEN "1.4.1 n" BETWEEN 6 AND 11 THEN 5000 WHEN "1.4.1 n" BETWEEN 1 AND 5 THEN 2500
       WHEN "1.4.1 n" = 0 THEN 0 END AS "1.4.1 rule",
  -- 1.4.2 (1): Từ 80% trở lên: 1 điểm; từ 50% đến dưới 80%: 0,5 điểm; dưới 50%: 0 điểm
  CASE WHEN "1.4.2 whole" = 0 THEN -1
       WHEN "1.4.2 part" * 100 >= 80 * "1.4.2 whole" THEN 10000
       WHEN "1.4.2 part" * 100 >= 50 * "1.4.2 whole" THEN 5000
       WHEN "1.4.2 part" * 100 < 50 * "1.4.2 whole" THEN 0 END AS "1.4.2 rule",
  -- 1.5 (2): Từ 2 sáng kiến trở lên: 2 điểm; có 1 sáng kiến: 1 điểm; không có sáng kiến: 0 điểm
  CASE WHEN "1.5 n" = -1 THEN -1 WHEN "1.5 n" >= 2 THEN 20000 WHEN "1.5 n" = 1 THEN 10000 WHEN "1.5 n" = 0 THEN 0 END AS "1.5 rule",
  -- 1.6 (1): Công thức: lớn nhất(0; [nhiệm vụ xong] - [nhiệm vụ quá hạn]) / [nhiệm vụ giao] × điểm tối đa
  CASE WHEN 0 IN ("1.6 kind1", "1.6 kind2", "1.6 kind3") THEN NULL
       WHEN "1.6 kind1" = 6 AND "1.6 kind2" = 6 AND "1.6 kind3" = 6 THEN -1
       WHEN "1.6 kind1" NOT IN (1, 2, 3) OR "1.6 kind2" NOT IN (1, 2, 3) OR "1.6 kind3" NOT IN (1, 2, 3) THEN NULL
       WHEN 0 IN ("1.6 den1", "1.6 den2", "1.6 den3") OR MIN("1.6 num1", "1.6 num2", "1.6 num3", "1.6 den1", "1.6 den2", "1.6 den3") < 0 THEN NULL
       WHEN "1.6 num3" = 0 AND "1.6 num1" * "1.6 den2" <= "1.6 num2" * "1.6 den1" THEN -1
       WHEN "1.6 num3" = 0 THEN NULL
       WHEN "1.6 num1" * "1.6 den2" <= "1.6 num2" * "1.6 den1" THEN 0
       ELSE MIN(10000, 100 * ((2 * 100 * ("1.6 num1" * "1.6 den2" - "1.6 num2" * "1.6 den1") * "1.6 den3" + "1.6 den1" * "1.6 den2" * "1.6 num3")
                              / (2 * "1.6 den1" * "1.6 den2" * "1.6 num3"))) END AS "1.6 rule",
  -- 2.1.1 (1): Mỗi văn bản sai trừ 0,5 điểm; không phát sinh: loại khỏi mẫu số
  CASE WHEN "2.1.1 n" = -1 THEN -1 ELSE MAX(0, 10000 - 5000 * "2.1.1 n") END AS "2.1.1 rule",
  -- 2.1.2 (1): Tỷ lệ văn bản gửi đúng hạn × điểm tối đa
  CASE WHEN "2.1.2 whole" = 0 THEN -1 ELSE 100 * ((2 * 100 * "2.1.2 part" + "2.1.2 whole") / (2 * "2.1.2 whole")) END AS "2.1.2 rule",
  -- 2.2 (1): Đã rà soát và công bố: điểm tối đa; đã rà soát: 0,5 điểm; chưa rà soát: 0 điểm
  CASE WHEN "2.2 kind1" = 6 THEN -1 WHEN "2.2 kind1" = 7 THEN
    CASE "2.2 words1" WHEN 'da ra soat va cong bo' THEN 10000 WHEN 'da ra soat' THEN 5000 WHEN 'chua ra soat' THEN 0 END END AS "2.2 rule",
  -- 2.3.1 (0,5): Có: điểm tối đa; không: 0 điểm
  CASE "2.3.1 yes" WHEN 1 THEN 5000 ELSE "2.3.1 yes" END AS "2.3.1 rule",
  -- 2.3.2 (1): Kết quả chấm điểm chuẩn tiếp cận pháp luật × điểm tối đa
  CASE WHEN "2.3.2 whole" = 0 THEN -1 ELSE MIN(10000, 100 * ((2 * 100 * "2.3.2 part" + "2.3.2 whole") / (2 * "2.3.2 whole"))) END AS "2.3.2 rule",
  -- 2.3.3 (1): Tỷ lệ vụ việc hòa giải thành × điểm tối đa; không phát sinh: điểm tối đa
  CASE WHEN "2.3.3 whole" = 0 THEN -1 ELSE 100 * ((2 * 100 * "2.3.3 part" + "2.3.3 whole") / (2 * "2.3.3 whole")) END AS "2.3.3 rule",
  -- 2.3.4 (0,5): Có: điểm tối đa; không: 0 điểm
  CASE "2.3.4 yes" WHEN 1 THEN 5000 ELSE "2.3.4 yes" END AS "2.3.4 rule",
  -- 2.4.1 (0,5): Đủ số buổi: điểm tối đa; thiếu buổi: 0,25 điểm; không tiếp: 0 điểm
  CASE WHEN "2.4.1 kind1" = 6 THEN -1 WHEN "2.4.1 kind1" = 7 THEN
    CASE "2.4.1 words1" WHEN 'du so buoi' THEN 5000 WHEN 'thieu buoi' THEN 2500 WHEN 'khong tiep' THEN 0 END END AS "2.4.1 rule",
  -- 2.4.2 (1,5): Từ 90% trở lên: điểm tối đa; từ 70% đến dưới 90%: 50% điểm tối đa; dưới 70%: 0 điểm; không phát sinh: điểm tối đa
  CASE WHEN "2.4.2 whole" = 0 THEN -1
       WHEN "2.4.2 part" * 100 >= 90 * "2.4.2 whole" THEN 15000
       WHEN "2.4.2 part" * 100 >= 70 * "2.4.2 whole" THEN 7500
       WHEN "2.4.2 part" * 100 < 70 * "2.4.2 whole" THEN 0 END AS "2.4.2 rule",
  -- 3.1.1 (2): Kiểm tra 20 thủ tục: mỗi thủ tục niêm yết sai trừ 0,2 điểm
  CASE WHEN "3.1.1 kind1" = 6 THEN -1
       WHEN "3.1.1 kind1" = 2 AND "3.1.1 num1" = 0 AND "3.1.1 den1" = 0 THEN -1
       WHEN "3.1.1 kind1" = 2 AND "3.1.1 num1" >= 0 AND "3.1.1 num1" <= "3.1.1 den1" THEN MAX(0, 20000 - 2000 * "3.1.1 num1")
       WHEN "3.1.1 kind1" = 1 AND "3.1.1 num1" >= 0 AND "3.1.1 den1" <> 1000 AND "3.1.1 num1" % "3.1.1 den1" = 0 AND "3.1.1 num1" / "3.1.1 den1" <= 20
         THEN MAX(0, 20000 - 2000 * ("3.1.1 num1" / "3.1.1 den1")) END AS "3.1.1 rule",
  -- 3.1.2 (1): Đầy đủ: điểm tối đa; không đầy đủ: 0,5 điểm; không công khai: 0 điểm
  CASE WHEN "3.1.2 kind1" = 6 THEN -1 WHEN "3.1.2 kind1" = 7 THEN
    CASE "3.1.2 words1" WHEN 'day du' THEN 10000 WHEN 'khong day du' THEN 5000 WHEN 'khong cong khai' THEN 0 END END AS "3.1.2 rule",
  -- 3.2.1 (2): Tổng điểm các mục đạt: diện tích theo quy định 0,5; máy tính cho từng quầy 0,5; máy lấy số 0,5; bàn hướng dẫn kê khai 0,5
  CASE WHEN MAX("3.2.1 yes1", "3.2.1 yes2", "3.2.1 yes3", "3.2.1 yes4") = -1 THEN -1
       WHEN MIN("3.2.1 yes1", "3.2.1 yes2", "3.2.1 yes3", "3.2.1 yes4") >= 0 THEN
         5000 * "3.2.1 yes1" + 5000 * "3.2.1 yes2" + 5000 * "3.2.1 yes3" + 5000 * "3.2.1 yes4" END AS "3.2.1 rule",
  -- 3.2.2 (1): Từ 100% trở lên: điểm tối đa; dưới 100%: 0 điểm
  CASE WHEN "3.2.2 whole" = 0 THEN -1 WHEN "3.2.2 part" >= "3.2.2 whole" THEN 10000 WHEN "3.2.2 part" < "3.2.2 whole" THEN 0 END AS "3.2.2 rule",
  -- 3.2.3 (1): Cao nhất trong: [Có: điểm tối đa; không: 0 điểm] hoặc [Từ 80% trở lên: 0,5 điểm; dưới 80%: 0 điểm]
  CASE WHEN "3.2.3 kind1" IN (1, 2, 3, 7) THEN NULL
       WHEN "3.2.3 kind2" <> 0 AND "3.2.3 whole" IS NULL THEN NULL
       WHEN "3.2.3 yes" = -1 AND "3.2.3 whole" = 0 THEN -1
       WHEN "3.2.3 whole" > 0 THEN MAX(CASE "3.2.3 yes" WHEN 1 THEN 10000 ELSE 0 END, CASE WHEN "3.2.3 part" * 100 >= 80 * "3.2.3 whole" THEN 5000 ELSE 0 END)
       WHEN "3.2.3 yes" >= 0 THEN 10000 * "3.2.3 yes" END AS "3.2.3 rule",
  -- 3.3.1.1 (2): Tỷ lệ hồ sơ đúng hạn × điểm tối đa; dưới 0,8: 0 điểm
  CASE WHEN "3.3.1.1 whole" = 0 THEN -1
       WHEN "3.3.1.1 part" * 10 < 8 * "3.3.1.1 whole" THEN 0
       ELSE 100 * ((2 * 200 * "3.3.1.1 part" + "3.3.1.1 whole") / (2 * "3.3.1.1 whole")) END AS "3.3.1.1 rule",
  -- 3.3.1.2 (1): Từ 5 hồ sơ trở lên: 0 điểm; từ 1 đến 4 hồ sơ: 0,5 điểm; không có hồ sơ: điểm tối đa
  CASE WHEN "3.3.1.2 n" = -1 THEN -1 WHEN "3.3.1.2 n" >= 5 THEN 0 WHEN "3.3.1.2 n" BETWEEN 1 AND 4 THEN 5000
       WHEN "3.3.1.2 n" = 0 THEN 10000 END AS "3.3.1.2 rule",
  -- 3.3.1.3 (1): Tỷ lệ hồ sơ chậm có văn bản xin lỗi × điểm tối đa
  CASE WHEN "3.3.1.3 whole" = 0 THEN -1 ELSE 100 * ((2 * 100 * "3.3.1.3 part" + "3.3.1.3 whole") / (2 * "3.3.1.3 whole")) END AS "3.3.1.3 rule",
  -- 3.3.1.4 (1): Từ 60% trở lên: 1 điểm; từ 40% đến dưới 60%: 0,75 điểm; từ 20% đến dưới 40%: 0,5 điểm; dưới 20%: 0 điểm
  CASE WHEN "3.3.1.4 whole" = 0 THEN -1
       WHEN "3.3.1.4 part" * 100 >= 60 * "3.3.1.4 whole" THEN 10000
       WHEN "3.3.1.4 part" * 100 >= 40 * "3.3.1.4 whole" THEN 7500
       WHEN "3.3.1.4 part" * 100 >= 20 * "3.3.1.4 whole" THEN 5000
       WHEN "3.3.1.4 part" * 100 < 20 * "3.3.1.4 whole" THEN 0 END AS "3.3.1.4 rule",
  -- 3.3.2.1 (1): Tỷ lệ hồ sơ chuyển đúng thời gian × điểm tối đa
  CASE WHEN "3.3.2.1 whole" = 0 THEN -1 ELSE 100 * ((2 * 100 * "3.3.2.1 part" + "3.3.2.1 whole") / (2 * "3.3.2.1 whole")) END AS "3.3.2.1 rule",
  -- 3.3.2.2 (1): Mỗi hồ sơ bị trả lại trừ 0,1 điểm
  CASE WHEN "3.3.2.2 n" = -1 THEN -1 ELSE MAX(0, 10000 - 1000 * "3.3.2.2 n") END AS "3.3.2.2 rule",
  -- 3.4.1 (1): Tỷ lệ hồ sơ được số hóa / 75% × điểm tối đa
  CASE WHEN "3.4.1 whole" = 0 THEN -1
       ELSE MIN(10000, 100 * ((2 * 100 * 100 * "3.4.1 part" + 75 * "3.4.1 whole") / (2 * 75 * "3.4.1 whole"))) END AS "3.4.1 rule",
  -- 3.4.2 (1): Tỷ lệ hồ sơ có kết quả ký số × điểm tối đa
  CASE WHEN "3.4.2 whole" = 0 THEN -1 ELSE 100 * ((2 * 100 * "3.4.2 part" + "3.4.2 whole") / (2 * "3.4.2 whole")) END AS "3.4.2 rule",
  -- 3.4.3 (1): Trên 40%: điểm tối đa; trên 20% đến 40%: 0,5 điểm; đến 20%: 0 điểm
  CASE WHEN "3.4.3 whole" = 0 THEN -1
       WHEN "3.4.3 part" * 100 > 40 * "3.4.3 whole" THEN 10000
       WHEN "3.4.3 part" * 100 > 20 * "3.4.3 whole" THEN 5000
       WHEN "3.4.3 part" * 100 <= 20 * "3.4.3 whole" THEN 0 END AS "3.4.3 rule",
  -- 3.4.4 (1): Tỷ lệ hồ sơ cũ đã số hóa so với mục tiêu 50% × điểm tối đa
  CASE WHEN "3.4.4 whole" = 0 THEN -1
       ELSE MIN(10000, 100 * ((2 * 100 * 100 * "3.4.4 part" + 50 * "3.4.4 whole") / (2 * 50 * "3.4.4 whole"))) END AS "3.4.4 rule",
  -- 3.4.5 (1): Kiểm tra 20 kết quả: mỗi kết quả sai trừ 0,1 điểm
  CASE WHEN "3.4.5 kind1" = 6 THEN -1
       WHEN "3.4.5 kind1" = 2 AND "3.4.5 num1" = 0 AND "3.4.5 den1" = 0 THEN -1
       WHEN "3.4.5 kind1" = 2 AND "3.4.5 num1" >= 0 AND "3.4.5 num1" <= "3.4.5 den1" THEN MAX(0, 10000 - 1000 * "3.4.5 num1")
       WHEN "3.4.5 kind1" = 1 AND "3.4.5 num1" >= 0 AND "3.4.5 den1" <> 1000 AND "3.4.5 num1" % "3.4.5 den1" = 0 AND "3.4.5 num1" / "3.4.5 den1" <= 20
         THEN MAX(0, 10000 - 1000 * ("3.4.5 num1" / "3.4.5 den1")) END AS "3.4.5 rule",
  -- 3.5.1 (0,5): Tỷ lệ phản ánh trả lời đúng hạn × điểm tối đa; không phát sinh: điểm tối đa
  CASE WHEN "3.5.1 whole" = 0 THEN -1 ELSE 100 * ((2 * 50 * "3.5.1 part" + "3.5.1 whole") / (2 * "3.5.1 whole")) END AS "3.5.1 rule",
  -- 3.5.2 (0,5): Có: điểm tối đa; không: 0 điểm
  CASE "3.5.2 yes" WHEN 1 THEN 5000 ELSE "3.5.2 yes" END AS "3.5.2 rule",
  -- 3.6.1 (1): Kết quả Chỉ số phục vụ người dân, doanh nghiệp × điểm tối đa
  CASE WHEN "3.6.1 whole" = 0 THEN -1 ELSE MIN(10000, 100 * ((2 * 100 * "3.6.1 part" + "3.6.1 whole") / (2 * "3.6.1 whole"))) END AS "3.6.1 rule",
  -- 3.6.2 (1): Trên 95%: điểm tối đa; trên 85% đến 95%: 0,75 điểm; đến 85%: 0 điểm
  CASE WHEN "3.6.2 whole" = 0 THEN -1
       WHEN "3.6.2 part" * 100 > 95 * "3.6.2 whole" THEN 10000
       WHEN "3.6.2 part" * 100 > 85 * "3.6.2 whole" THEN 7500
       WHEN "3.6.2 part" * 100 <= 85 * "3.6.2 whole" THEN 0 END AS "3.6.2 rule",
  -- 4.1.1 (0,5): Có: điểm tối đa; không: 0 điểm
  CASE "4.1.1 yes" WHEN 1 THEN 5000 ELSE "4.1.1 yes" END AS "4.1.1 rule",
  -- 4.1.2 (1): Đến 100%: điểm tối đa; trên 100%: 0 điểm
  CASE WHEN "4.1.2 whole" = 0 THEN -1 WHEN "4.1.2 part" <= "4.1.2 whole" THEN 10000 WHEN "4.1.2 part" > "4.1.2 whole" THEN 0 END AS "4.1.2 rule",
  -- 4.1.3 (1): Tỷ lệ người dôi dư đã sắp xếp × điểm tối đa; dưới 50%: 0 điểm; không phát sinh: loại khỏi mẫu số
  CASE WHEN "4.1.3 whole" = 0 THEN -1
       WHEN "4.1.3 part" * 100 < 50 * "4.1.3 whole" THEN 0
       ELSE 100 * ((2 * 100 * "4.1.3 part" + "4.1.3 whole") / (2 * "4.1.3 whole")) END AS "4.1.3 rule",
  -- 4.1.4 (0,5): Đã ban hành: điểm tối đa; đang dự thảo: 0,25 điểm; chưa có: 0 điểm
  CASE WHEN "4.1.4 kind1" = 6 THEN -1 WHEN "4.1.4 kind1" = 7 THEN
    CASE "4.1.4 words1" WHEN 'da ban hanh' THEN 5000 WHEN 'dang du thao' THEN 2500 WHEN 'chua co' THEN 0 END END AS "4.1.4 rule",
  -- 4.2.1 (1): Tỷ lệ công chức đạt chuẩn × điểm tối đa
  CASE WHEN "4.2.1 whole" = 0 THEN -1 ELSE 100 * ((2 * 100 * "4.2.1 part" + "4.2.1 whole") / (2 * "4.2.1 whole")) END AS "4.2.1 rule",
  -- 4.2.2 (1): Từ 80% trở lên: 1 điểm; từ 60% đến dưới 80%: 0,75 điểm; từ 40% đến dưới 60%: 0,5 điểm; dưới 40%: 0 điểm
  CASE WHEN "4.2.2 whole" = 0 THEN -1
       WHEN "4.2.2 part" * 100 >= 80 * "4.2.2 whole" THEN 10000
       WHEN "4.2.2 part" * 100 >= 60 * "4.2.2 whole" THEN 7500
       WHEN "4.2.2 part" * 100 >= 40 * "4.2.2 whole" THEN 5000
       WHEN "4.2.2 part" * 100 < 40 * "4.2.2 whole" THEN 0 END AS "4.2.2 rule",
  -- 4.2.3 (1): Tỷ lệ người được tập huấn / 60% × điểm tối đa
  CASE WHEN "4.2.3 whole" = 0 THEN -1
       ELSE MIN(10000, 100 * ((2 * 100 * 100 * "4.2.3 part" + 60 * "4.2.3 whole") / (2 * 60 * "4.2.3 whole"))) END AS "4.2.3 rule",
  -- 4.2.4 (1): Tỷ lệ công chức có chứng nhận kỹ năng số × điểm tối đa; dưới 40%: 0 điểm
  CASE WHEN "4.2.4 whole" = 0 THEN -1
       WHEN "4.2.4 part" * 100 < 40 * "4.2.4 whole" THEN 0
       ELSE 100 * ((2 * 100 * "4.2.4 part" + "4.2.4 whole") / (2 * "4.2.4 whole")) END AS "4.2.4 rule",
  -- 4.3.1 (1): Mỗi trường hợp khiển trách trừ 0,5 điểm; mỗi trường hợp cảnh cáo trừ 50% điểm tối đa
  CASE WHEN MAX("4.3.1 n1", "4.3.1 n2") = -1 THEN -1 ELSE MAX(0, 10000 - 5000 * MAX("4.3.1 n1", 0) - 5000 * MAX("4.3.1 n2", 0)) END AS "4.3.1 rule",
  -- 4.3.2 (1): Kiểm tra 10 công chức: mỗi công chức vắng không lý do trừ 0,25 điểm
  CASE WHEN "4.3.2 kind1" = 6 THEN -1
       WHEN "4.3.2 kind1" = 2 AND "4.3.2 num1" = 0 AND "4.3.2 den1" = 0 THEN -1
       WHEN "4.3.2 kind1" = 2 AND "4.3.2 num1" >= 0 AND "4.3.2 num1" <= "4.3.2 den1" THEN MAX(0, 10000 - 2500 * "4.3.2 num1")
       WHEN "4.3.2 kind1" = 1 AND "4.3.2 num1" >= 0 AND "4.3.2 den1" <> 1000 AND "4.3.2 num1" % "4.3.2 den1" = 0 AND "4.3.2 num1" / "4.3.2 den1" <= 10
         THEN MAX(0, 10000 - 2500 * ("4.3.2 num1" / "4.3.2 den1")) END AS "4.3.2 rule",
  -- 4.3.3 (1): Tổng điểm các mục đạt: niêm yết quy tắc 0,25; ký cam kết 0,25; có đường dây nóng 0,5
  CASE WHEN MAX("4.3.3 yes1", "4.3.3 yes2", "4.3.3 yes3") = -1 THEN -1
       WHEN MIN("4.3.3 yes1", "4.3.3 yes2", "4.3.3 yes3") >= 0 THEN 100 * ((2500 * "4.3.3 yes1" + 2500 * "4.3.3 yes2" + 5000 * "4.3.3 yes3"
            + 50) / 100) END AS "4.3.3 rule",
  -- 4.4 (2): Trung bình điểm chấm của: Giám đốc Sở Nội vụ; Chánh Văn phòng UBND tỉnh; Trưởng đoàn thẩm định
  CASE WHEN "4.4 kind1" = 6 AND "4.4 kind2" = 6 AND "4.4 kind3" = 6 THEN -1
       WHEN "4.4 kind1" NOT IN (0, 6) AND "4.4 n1" IS NULL THEN NULL
       WHEN "4.4 kind2" NOT IN (0, 6) AND "4.4 n2" IS NULL THEN NULL
       WHEN "4.4 kind3" NOT IN (0, 6) AND "4.4 n3" IS NULL THEN NULL
       ELSE (SELECT CASE WHEN given > 0 THEN 100 * ((2 * sum + 10000 * given) / (2 * 10000 * given)) END
         FROM (SELECT COALESCE("4.4 n1", 0) + COALESCE("4.4 n2", 0) + COALESCE("4.4 n3", 0) AS sum,
                      ("4.4 n1" IS NOT NULL) + ("4.4 n2" IS NOT NULL) + ("4.4 n3" IS NOT NULL) AS given)) END AS "4.4 rule",
  -- 4.5 (1): Số công chức được khen thưởng so với đơn vị cao nhất trong nhóm × điểm tối đa
  CASE WHEN "4.5 kind1" = 6 OR "4.5 kind1" = 2 AND "4.5 num1" = 0 AND "4.5 den1" = 0 THEN -1 END AS "4.5 rule",
  -- 4.6.1 (0,5): Đúng hạn: điểm tối đa; không đúng hạn: 0 điểm
  CASE WHEN "4.6.1 kind1" = 6 THEN -1 WHEN "4.6.1 kind1" = 4 THEN 5000 WHEN "4.6.1 kind1" = 5 THEN 0 WHEN "4.6.1 kind1" = 7 THEN
    CASE "4.6.1 words1" WHEN 'dung han' THEN 5000 WHEN 'khong dung han' THEN 0 END END AS "4.6.1 rule",
  -- 4.6.2 (0,5): Có: điểm tối đa; không: 0 điểm; không phát sinh: điểm tối đa
  CASE "4.6.2 yes" WHEN 1 THEN 5000 ELSE "4.6.2 yes" END AS "4.6.2 rule",
  -- 5.1.1 (1): Từ 100% trở lên: điểm tối đa; từ 85% đến dưới 100%: tỷ lệ × điểm tối đa; dưới 85%: 0 điểm
  CASE WHEN "5.1.1 whole" = 0 THEN -1
       WHEN "5.1.1 part" >= "5.1.1 whole" THEN 10000
       WHEN "5.1.1 part" * 100 >= 85 * "5.1.1 whole" THEN 100 * ((2 * 100 * "5.1.1 part" + "5.1.1 whole") / (2 * "5.1.1 whole"))
       WHEN "5.1.1 part" * 100 < 85 * "5.1.1 whole" THEN 0 END AS "5.1.1 rule",
  -- 5.1.2 (1): Tăng so với năm trước: điểm tối đa; bằng năm trước: 0,5 điểm; giảm so với năm trước: 0 điểm
  CASE WHEN 0 IN ("5.1.2 kind1", "5.1.2 kind2") THEN NULL
       WHEN "5.1.2 kind1" = 1 AND "5.1.2 kind2" = 1
            OR "5.1.2 kind1" IN (2, 3) AND "5.1.2 kind2" IN (2, 3) AND "5.1.2 whole1" > 0 AND "5.1.2 whole2" > 0 THEN
         CASE WHEN "5.1.2 num1" * "5.1.2 den2" > "5.1.2 num2" * "5.1.2 den1" THEN 10000
              WHEN "5.1.2 num1" * "5.1.2 den2" = "5.1.2 num2" * "5.1.2 den1" THEN 5000
              ELSE 0 END
       WHEN "5.1.2 whole1" = 0 OR "5.1.2 whole2" = 0 THEN -1 END AS "5.1.2 rule",
  -- 5.1.3 (1): Tỷ lệ giải ngân × điểm tối đa; dưới 70%: 0 điểm; không phát sinh: loại khỏi mẫu số
  CASE WHEN "5.1.3 whole" = 0 THEN -1
       WHEN "5.1.3 part" * 100 < 70 * "5.1.3 whole" THEN 0
       ELSE MIN(10000, 100 * ((2 * 100 * "5.1.3 part" + "5.1.3 whole") / (2 * "5.1.3 whole"))) END AS "5.1.3 rule",
  -- 5.1.4 (1): Tỷ lệ nợ thuế đã thu hồi × điểm tối đa; dưới 20%: 0 điểm
  CASE WHEN "5.1.4 whole" = 0 THEN -1
       WHEN "5.1.4 part" * 100 < 20 * "5.1.4 whole" THEN 0
       ELSE 100 * ((2 * 100 * "5.1.4 part" + "5.1.4 whole") / (2 * "5.1.4 whole")) END AS "5.1.4 rule",
  -- 5.1.5 (1): Từ 95% trở lên: điểm tối đa; từ 70% đến dưới 95%: tính theo công thức; dưới 70%: 0 điểm
  CASE WHEN "5.1.5 whole" = 0 THEN -1
       WHEN "5.1.5 part" * 100 >= 95 * "5.1.5 whole" THEN 10000
       WHEN "5.1.5 part" * 100 >= 70 * "5.1.5 whole" THEN 100 * ((2 * 100 * "5.1.5 part" + "5.1.5 whole") / (2 * "5.1.5 whole"))
       WHEN "5.1.5 part" * 100 < 70 * "5.1.5 whole" THEN 0 END AS "5.1.5 rule",
  -- 5.2.1 (1): Tổng điểm các mục đạt: công khai dự toán 0,5; công khai quyết toán 0,25; báo cáo công khai 0,25
  CASE WHEN MAX("5.2.1 yes1", "5.2.1 yes2", "5.2.1 yes3") = -1 THEN -1
       WHEN MIN("5.2.1 yes1", "5.2.1 yes2", "5.2.1 yes3") >= 0 THEN 5000 * "5.2.1 yes1" + 2500 * "5.2.1 yes2" + 2500 * "5.2.1 yes3" END AS "5.2.1 rule",
  -- 5.2.2 (0,5): Có: điểm tối đa; không: 0 điểm
  CASE "5.2.2 yes" WHEN 1 THEN 5000 ELSE "5.2.2 yes" END AS "5.2.2 rule",
  -- 5.2.3 (0,5): Có: điểm tối đa; không: 0 điểm
  CASE "5.2.3 yes" WHEN 1 THEN 5000 ELSE "5.2.3 yes" END AS "5.2.3 rule",
  -- 5.3.1 (1): Tỷ lệ trụ sở đã xử lý × điểm tối đa
  CASE WHEN "5.3.1 whole" = 0 THEN -1 ELSE 100 * ((2 * 100 * "5.3.1 part" + "5.3.1 whole") / (2 * "5.3.1 whole")) END AS "5.3.1 rule",
  -- 5.3.2 (1): Từ 100% trở lên: 1 điểm; từ 90% đến dưới 100%: 0,5 điểm; dưới 90%: 0 điểm
  CASE WHEN "5.3.2 whole" = 0 THEN -1
       WHEN "5.3.2 part" >= "5.3.2 whole" THEN 10000
       WHEN "5.3.2 part" * 100 >= 90 * "5.3.2 whole" THEN 5000
       WHEN "5.3.2 part" * 100 < 90 * "5.3.2 whole" THEN 0 END AS "5.3.2 rule",
  -- 5.4 (1): Tỷ lệ có trọng số (đã thực hiện 1; đang thực hiện 0,5; chưa thực hiện 0) × điểm tối đa; không phát sinh: điểm tối đa
  (SELECT CASE WHEN whole = 0 THEN -1 ELSE 100 * ((2 * 100 * (2 * done + doing) + 2 * whole) / (2 * 2 * whole)) END
    FROM (SELECT MAX("5.4 n1", 0) AS done, MAX("5.4 n2", 0) AS doing, MAX("5.4 n1", 0) + MAX("5.4 n2", 0) + MAX("5.4 n3", 0) AS whole)) AS "5.4 rule",
  -- 6a.1.1 (1): Tỷ lệ công chức có máy tính × điểm tối đa; dưới 90%: 0 điểm
  CASE WHEN "6a.1.1 whole" = 0 THEN -1
       WHEN "6a.1.1 part" * 100 < 90 * "6a.1.1 whole" THEN 0
       ELSE 100 * ((2 * 100 * "6a.1.1 part" + "6a.1.1 whole") / (2 * "6a.1.1 whole")) END AS "6a.1.1 rule",
  -- 6a.1.2 (1): Đủ các điều kiện (cài phần mềm phòng chống mã độc; có cán bộ phụ trách): điểm tối đa; thiếu một điều kiện: 0 điểm
  CASE WHEN MAX("6a.1.2 yes1", "6a.1.2 yes2") = -1 THEN -1
       WHEN MIN("6a.1.2 yes1", "6a.1.2 yes2") >= 0 THEN
         CASE WHEN "6a.1.2 yes1" + "6a.1.2 yes2" = 2 THEN 10000 ELSE 0 END END AS "6a.1.2 rule",
  -- 6a.2.1 (1): Từ 95% trở lên: 1 điểm; từ 80% đến dưới 95%: 0,5 điểm; dưới 80%: 0 điểm
  CASE WHEN "6a.2.1 whole" = 0 THEN -1
       WHEN "6a.2.1 part" * 100 >= 95 * "6a.2.1 whole" THEN 10000
       WHEN "6a.2.1 part" * 100 >= 80 * "6a.2.1 whole" THEN 5000
       WHEN "6a.2.1 part" * 100 < 80 * "6a.2.1 whole" THEN 0 END AS "6a.2.1 rule",
  -- 6a.2.2 (1): Tỷ lệ văn bản đến xử lý đúng hạn × điểm tối đa
  CASE WHEN "6a.2.2 whole" = 0 THEN -1 ELSE 100 * ((2 * 100 * "6a.2.2 part" + "6a.2.2 whole") / (2 * "6a.2.2 whole")) END AS "6a.2.2 rule",
  -- 6a.2.3 (1): Tỷ lệ hồ sơ công việc trên mạng × điểm tối đa
  CASE WHEN "6a.2.3 whole" = 0 THEN -1 ELSE 100 * ((2 * 100 * "6a.2.3 part" + "6a.2.3 whole") / (2 * "6a.2.3 whole")) END AS "6a.2.3 rule",
  -- 6a.3.1 (1): Mỗi buổi hướng dẫn được 0,1 điểm
  CASE WHEN "6a.3.1 n" = -1 THEN -1 ELSE MIN(10000, 1000 * "6a.3.1 n") END AS "6a.3.1 rule",
  -- 6a.3.2 (1): Tỷ lệ người có tài khoản định danh / 80% × điểm tối đa
  CASE WHEN "6a.3.2 whole" = 0 THEN -1
       ELSE MIN(10000, 100 * ((2 * 100 * 100 * "6a.3.2 part" + 80 * "6a.3.2 whole") / (2 * 80 * "6a.3.2 whole"))) END AS "6a.3.2 rule",
  -- 6a.4 (1): Kết quả Chỉ số chuyển đổi số cấp xã × điểm tối đa
  CASE WHEN "6a.4 whole" = 0 THEN -1 ELSE MIN(10000, 100 * ((2 * 100 * "6a.4 part" + "6a.4 whole") / (2 * "6a.4 whole"))) END AS "6a.4 rule",
  -- 6a.5.1 (0,5): Kịp thời: điểm tối đa; không kịp thời: 0,25 điểm; không ban hành: 0 điểm
  CASE WHEN "6a.5.1 kind1" = 6 THEN -1 WHEN "6a.5.1 kind1" = 7 THEN
    CASE "6a.5.1 words1" WHEN 'kip thoi' THEN 5000 WHEN 'khong kip thoi' THEN 2500 WHEN 'khong ban hanh' THEN 0 END END AS "6a.5.1 rule",
  -- 6a.5.2 (0,5): Tỷ lệ nhiệm vụ chuyển đổi số hoàn thành × điểm tối đa
  CASE WHEN "6a.5.2 whole" = 0 THEN -1 ELSE 100 * ((2 * 50 * "6a.5.2 part" + "6a.5.2 whole") / (2 * "6a.5.2 whole")) END AS "6a.5.2 rule",
  -- 6b.1.1 (2): Tỷ lệ hồ sơ nộp trực tuyến so với mục tiêu 60% × điểm tối đa
  CASE WHEN "6b.1.1 whole" = 0 THEN -1
       ELSE MIN(20000, 100 * ((2 * 200 * 100 * "6b.1.1 part" + 60 * "6b.1.1 whole") / (2 * 60 * "6b.1.1 whole"))) END AS "6b.1.1 rule",
  -- 6b.1.2 (1): Tăng so với năm trước: điểm tối đa; giảm so với năm trước: 0 điểm
  CASE WHEN 0 IN ("6b.1.2 kind1", "6b.1.2 kind2") THEN NULL
       WHEN "6b.1.2 kind1" = 1 AND "6b.1.2 kind2" = 1
            OR "6b.1.2 kind1" IN (2, 3) AND "6b.1.2 kind2" IN (2, 3) AND "6b.1.2 whole1" > 0 AND "6b.1.2 whole2" > 0 THEN
         CASE WHEN "6b.1.2 num1" * "6b.1.2 den2" > "6b.1.2 num2" * "6b.1.2 den1" THEN 10000 ELSE 0 END
       WHEN "6b.1.2 whole1" = 0 OR "6b.1.2 whole2" = 0 THEN -1 END AS "6b.1.2 rule",
  -- 6b.1.3 (1): Từ 98% trở lên: điểm tối đa; từ 80% đến dưới 98%: tỷ lệ × điểm tối đa; dưới 80%: 0 điểm
  CASE WHEN "6b.1.3 whole" = 0 THEN -1
       WHEN "6b.1.3 part" * 100 >= 98 * "6b.1.3 whole" THEN 10000
       WHEN "6b.1.3 part" * 100 >= 80 * "6b.1.3 whole" THEN 100 * ((2 * 100 * "6b.1.3 part" + "6b.1.3 whole") / (2 * "6b.1.3 whole"))
       WHEN "6b.1.3 part" * 100 < 80 * "6b.1.3 whole" THEN 0 END AS "6b.1.3 rule",
  -- 6b.2.1 (1): Từ 50% trở lên: 1 điểm; từ 30% đến dưới 50%: 0,5 điểm; từ 10% đến dưới 30%: 0,25 điểm; dưới 10%: 0 điểm
  CASE WHEN "6b.2.1 whole" = 0 THEN -1
       WHEN "6b.2.1 part" * 100 >= 50 * "6b.2.1 whole" THEN 10000
       WHEN "6b.2.1 part" * 100 >= 30 * "6b.2.1 whole" THEN 5000
       WHEN "6b.2.1 part" * 100 >= 10 * "6b.2.1 whole" THEN 2500
       WHEN "6b.2.1 part" * 100 < 10 * "6b.2.1 whole" THEN 0 END AS "6b.2.1 rule",
  -- 6b.2.2 (1): Tỷ lệ hồ sơ trả kết quả không trực tiếp / 30% × điểm tối đa
  CASE WHEN "6b.2.2 whole" = 0 THEN -1
       ELSE MIN(10000, 100 * ((2 * 100 * 100 * "6b.2.2 part" + 30 * "6b.2.2 whole") / (2 * 30 * "6b.2.2 whole"))) END AS "6b.2.2 rule",
  -- 6b.2.3 (1): Tỷ lệ biên lai điện tử × điểm tối đa
  CASE WHEN "6b.2.3 whole" = 0 THEN -1 ELSE 100 * ((2 * 100 * "6b.2.3 part" + "6b.2.3 whole") / (2 * "6b.2.3 whole")) END AS "6b.2.3 rule",
  -- 6b.3.1 (1): Tổng điểm các mục đạt (thang điểm 100): thông tin giới thiệu 20; văn bản chỉ đạo 30; thủ tục hành chính 30; chuyên mục hỏi đáp 20
  CASE WHEN MAX("6b.3.1 yes1", "6b.3.1 yes2", "6b.3.1 yes3", "6b.3.1 yes4") = -1 THEN -1
       WHEN MIN("6b.3.1 yes1", "6b.3.1 yes2", "6b.3.1 yes3", "6b.3.1 yes4") >= 0 THEN
         10000 * (20 * "6b.3.1 yes1" + 30 * "6b.3.1 yes2" + 30 * "6b.3.1 yes3" + 20 * "6b.3.1 yes4") / 100 END AS "6b.3.1 rule",
  -- 6b.3.2 (1): Tổng điểm các mục đạt (thang điểm 100)
  CASE WHEN "6b.3.2 kind1" = 6 THEN -1
       WHEN "6b.3.2 kind1" = 1 AND "6b.3.2 num1" >= 0 AND "6b.3.2 num1" <= 100 * "6b.3.2 den1" THEN
         100 * ((2 * 100 * "6b.3.2 num1" + 100 * "6b.3.2 den1") / (2 * 100 * "6b.3.2 den1")) END AS "6b.3.2 rule",
  -- 6b.3.3 (1): Mỗi tháng cập nhật được 0,1 điểm
  CASE WHEN "6b.3.3 n" = -1 THEN -1 ELSE MIN(10000, 1000 * "6b.3.3 n") END AS "6b.3.3 rule",
  -- 7.1.1 (1): Tỷ lệ hài lòng theo khảo sát × điểm tối đa
  CASE WHEN "7.1.1 whole" = 0 THEN -1 ELSE MIN(10000, 100 * ((2 * 100 * "7.1.1 part" + "7.1.1 whole") / (2 * "7.1.1 whole"))) END AS "7.1.1 rule",
  -- 7.1.2 (1): Khảo sát: tỷ lệ hài lòng × điểm tối đa
  CASE WHEN "7.1.2 whole" = 0 THEN -1 ELSE MIN(10000, 100 * ((2 * 100 * "7.1.2 part" + "7.1.2 whole") / (2 * "7.1.2 whole"))) END AS "7.1.2 rule",
  -- 7.1.3 (3): Khảo sát (người dân 70%; doanh nghiệp 30%): rất hài lòng 100%; hài lòng 75%; bình thường 50%; không hài lòng 0%
  CASE WHEN 1 IN ("7.1.3 kind1", "7.1.3 kind2", "7.1.3 kind3", "7.1.3 kind4") AND 3 IN ("7.1.3 kind1", "7.1.3 kind2", "7.1.3 kind3", "7.1.3 kind4") THEN NULL
       WHEN 1 IN ("7.1.3 kind5", "7.1.3 kind6", "7.1.3 kind7", "7.1.3 kind8") AND 3 IN ("7.1.3 kind5", "7.1.3 kind6", "7.1.3 kind7", "7.1.3 kind8") THEN NULL
       ELSE (SELECT CASE
         WHEN asked_1 + asked_2 = 0 THEN -1
         WHEN asked_2 = 0 THEN 100 * ((2 * 300 * worth_1 + 4 * asked_1) / (2 * 4 * asked_1))
         WHEN asked_1 = 0 THEN 100 * ((2 * 300 * worth_2 + 4 * asked_2) / (2 * 4 * asked_2))
         ELSE 100 * ((2 * 300 * (7 * worth_1 * asked_2 + 3 * worth_2 * asked_1) + 4 * 10 * asked_1 * asked_2) /
              (2 * 4 * 10 * asked_1 * asked_2)) END  -- 70 : 30 is 7 : 3
         FROM (SELECT 4 * "7.1.3 n1" + 3 * "7.1.3 n2" + 2 * "7.1.3 n3" AS worth_1, "7.1.3 n1" + "7.1.3 n2" + "7.1.3 n3" + "7.1.3 n4" AS asked_1,
                      4 * "7.1.3 n5" + 3 * "7.1.3 n6" + 2 * "7.1.3 n7" AS worth_2,
                      "7.1.3 n5" + "7.1.3 n6" + "7.1.3 n7" + "7.1.3 n8" AS asked_2)) END AS "7.1.3 rule",
  -- 7.1.4 (1): Khảo sát: tỷ lệ hài lòng × điểm tối đa
  CASE WHEN "7.1.4 whole" = 0 THEN -1 ELSE MIN(10000, 100 * ((2 * 100 * "7.1.4 part" + "7.1.4 whole") / (2 * "7.1.4 whole"))) END AS "7.1.4 rule",
  -- 7.1.5 (1): Khảo sát: tỷ lệ hài lòng × điểm tối đa
  CASE WHEN "7.1.5 whole" = 0 THEN -1 ELSE MIN(10000, 100 * ((2 * 100 * "7.1.5 part" + "7.1.5 whole") / (2 * "7.1.5 whole"))) END AS "7.1.5 rule",
  -- 7.2.1 (1): Tỷ lệ chỉ tiêu đạt và vượt × điểm tối đa; dưới 60%: 0 điểm
  CASE WHEN "7.2.1 whole" = 0 THEN -1
       WHEN "7.2.1 part" * 100 < 60 * "7.2.1 whole" THEN 0
       ELSE 100 * ((2 * 100 * "7.2.1 part" + "7.2.1 whole") / (2 * "7.2.1 whole")) END AS "7.2.1 rule",
  -- 7.2.3 (1): Chấm từ 0 đến 1 điểm, bước 0,25 điểm
  CASE WHEN "7.2.3 kind1" = 6 THEN -1
       WHEN "7.2.3 kind1" = 1 AND "7.2.3 num1" >= 0 AND "7.2.3 num1" <= "7.2.3 den1" AND 4 * "7.2.3 num1" % "7.2.3 den1" = 0
            THEN 10000 * "7.2.3 num1" / "7.2.3 den1" END AS "7.2.3 rule",
  -- 7.2.4 (1): Tăng so với năm trước: điểm tối đa; bằng năm trước: 0,5 điểm; giảm so với năm trước: 0 điểm
  CASE WHEN 0 IN ("7.2.4 kind1", "7.2.4 kind2") THEN NULL
       WHEN "7.2.4 kind1" = 1 AND "7.2.4 kind2" = 1
            OR "7.2.4 kind1" IN (2, 3) AND "7.2.4 kind2" IN (2, 3) AND "7.2.4 whole1" > 0 AND "7.2.4 whole2" > 0 THEN
         CASE WHEN "7.2.4 num1" * "7.2.4 den2" > "7.2.4 num2" * "7.2.4 den1" THEN 10000
              WHEN "7.2.4 num1" * "7.2.4 den2" = "7.2.4 num2" * "7.2.4 den1" THEN 5000
              ELSE 0 END
       WHEN "7.2.4 whole1" = 0 OR "7.2.4 whole2" = 0 THEN -1 END AS "7.2.4 rule",
  -- 8.1 (1): Điểm thưởng: Có: điểm tối đa; không: 0 điểm
  CASE "8.1 yes" WHEN 1 THEN 10000 ELSE "8.1 yes" END AS "8.1 rule",
  -- 8.2 (2): Điểm phạt: từ 2 vụ việc trở lên: điểm tối đa; có 1 vụ việc: 1 điểm; không có vụ việc: 0 điểm
  CASE WHEN "8.2 n" = -1 THEN -1 WHEN "8.2 n" >= 2 THEN 20000 WHEN "8.2 n" = 1 THEN 10000 WHEN "8.2 n" = 0 THEN 0 END AS "8.2 rule"
  FROM figures JOIN entered USING (id)),

-- What the rule gives after "không phát sinh" and the evidence (gives; NULL: not known), the last opinion, and whether the leaf is out of the denominator.
opinions AS MATERIALIZED (SELECT id,
  -- 1.1.1: nothing arose: unsaid; evidence is required
  CASE WHEN "1.1.1 files" = 0 THEN 0 WHEN "1.1.1 rule" <> -1 THEN "1.1.1 rule" END AS "1.1.1 gives",
  COALESCE("1.1.1 two", "1.1.1 one", "1.1.1 self") AS "1.1.1 opinion",
  "1.1.1 applies" = 0 AS "1.1.1 out",
  -- 1.1.2: nothing arose: loại; evidence is required
  CASE WHEN "1.1.2 files" = 0 AND "1.1.2 rule" IS NOT -1 THEN 0 WHEN "1.1.2 rule" <> -1 THEN "1.1.2 rule" END AS "1.1.2 gives",
  COALESCE("1.1.2 two", "1.1.2 one", "1.1.2 self") AS "1.1.2 opinion",
  "1.1.2 applies" = 0 OR "1.1.2 rule" IS -1 AND COALESCE("1.1.2 two", "1.1.2 one", "1.1.2 self") IS NULL AS "1.1.2 out",
  -- 1.1.3: nothing arose: unsaid
  CASE "1.1.3 rule" WHEN -1 THEN NULL ELSE "1.1.3 rule" END AS "1.1.3 gives",
  COALESCE("1.1.3 two", "1.1.3 one", "1.1.3 self") AS "1.1.3 opinion",
  "1.1.3 applies" = 0 AS "1.1.3 out",
  -- 1.2.1: nothing arose: unsaid
  CASE "1.2.1 rule" WHEN -1 THEN NULL ELSE "1.2.1 rule" END AS "1.2.1 gives",
  COALESCE("1.2.1 two", "1.2.1 one", "1.2.1 self") AS "1.2.1 opinion",
  "1.2.1 applies" = 0 AS "1.2.1 out",
  -- 1.2.2: nothing arose: unsaid
  CASE "1.2.2 rule" WHEN -1 THEN NULL ELSE "1.2.2 rule" END AS "1.2.2 gives",
  COALESCE("1.2.2 two", "1.2.2 one", "1.2.2 self") AS "1.2.2 opinion",
  "1.2.2 applies" = 0 AS "1.2.2 out",
  -- 1.2.3: nothing arose: tối đa; evidence is required
  CASE WHEN "1.2.3 files" = 0 THEN 0 WHEN "1.2.3 rule" = -1 THEN 20000 ELSE "1.2.3 rule" END AS "1.2.3 gives",
  COALESCE("1.2.3 two", "1.2.3 one", "1.2.3 self") AS "1.2.3 opinion",
  "1.2.3 applies" = 0 AS "1.2.3 out",
  -- 1.3.1: nothing arose: unsaid
  CASE "1.3.1 rule" WHEN -1 THEN NULL ELSE "1.3.1 rule" END AS "1.3.1 gives",
  COALESCE("1.3.1 two", "1.3.1 one", "1.3.1 self") AS "1.3.1 opinion",
  "1.3.1 applies" = 0 AS "1.3.1 out",
  -- 1.3.2: nothing arose: loại
  CASE "1.3.2 rule" WHEN -1 THEN NULL ELSE "1.3.2 rule" END AS "1.3.2 gives",
  COALESCE("1.3.2 two", "1.3.2 one", "1.3.2 self") AS "1.3.2 opinion",
  "1.3.2 applies" = 0 OR "1.3.2 rule" IS -1 AND COALESCE("1.3.2 two", "1.3.2 one", "1.3.2 self") IS NULL AS "1.3.2 out",
  -- 1.4.1: nothing arose: unsaid
  CASE "1.4.1 rule" WHEN -1 THEN NULL ELSE "1.4.1 rule" END AS "1.4.1 gives",
  COALESCE("1.4.1 two", "1.4.1 one", "1.4.1 self") AS "1.4.1 opinion",
  "1.4.1 applies" = 0 AS "1.4.1 out",
  -- 1.4.2: nothing arose: loại
  CASE "1.4.2 rule" WHEN -1 THEN NULL ELSE "1.4.2 rule" END AS "1.4.2 gives",
  COALESCE("1.4.2 two", "1.4.2 one", "1.4.2 self") AS "1.4.2 opinion",
  "1.4.2 applies" = 0 OR "1.4.2 rule" IS -1 AND COALESCE("1.4.2 two", "1.4.2 one", "1.4.2 self") IS NULL AS "1.4.2 out",
  -- 1.5: nothing arose: unsaid; evidence is required
  CASE WHEN "1.5 files" = 0 THEN 0 WHEN "1.5 rule" <> -1 THEN "1.5 rule" END AS "1.5 gives",
  COALESCE("1.5 two", "1.5 one", "1.5 self") AS "1.5 opinion",
  "1.5 applies" = 0 AS "1.5 out",
  -- 1.6: nothing arose: unsaid
  CASE "1.6 rule" WHEN -1 THEN NULL ELSE "1.6 rule" END AS "1.6 gives",
  COALESCE("1.6 two", "1.6 one", "1.6 self") AS "1.6 opinion",
  "1.6 applies" = 0 AS "1.6 out",
  -- 2.1.1: nothing arose: loại
  CASE "2.1.1 rule" WHEN -1 THEN NULL ELSE "2.1.1 rule" END AS "2.1.1 gives",
  COALESCE("2.1.1 two", "2.1.1 one", "2.1.1 self") AS "2.1.1 opinion",
  "2.1.1 applies" = 0 OR "2.1.1 rule" IS -1 AND COALESCE("2.1.1 two", "2.1.1 one", "2.1.1 self") IS NULL AS "2.1.1 out",
  -- 2.1.2: nothing arose: tối đa
  CASE "2.1.2 rule" WHEN -1 THEN 10000 ELSE "2.1.2 rule" END AS "2.1.2 gives",
  COALESCE("2.1.2 two", "2.1.2 one", "2.1.2 self") AS "2.1.2 opinion",
  "2.1.2 applies" = 0 AS "2.1.2 out",
  -- 2.2: nothing arose: unsaid
  CASE "2.2 rule" WHEN -1 THEN NULL ELSE "2.2 rule" END AS "2.2 gives",
  COALESCE("2.2 two", "2.2 one", "2.2 self") AS "2.2 opinion",
  "2.2 applies" = 0 AS "2.2 out",
  -- 2.3.1: nothing arose: unsaid
  CASE "2.3.1 rule" WHEN -1 THEN NULL ELSE "2.3.1 rule" END AS "2.3.1 gives",
  COALESCE("2.3.1 two", "2.3.1 one", "2.3.1 self") AS "2.3.1 opinion",
  "2.3.1 applies" = 0 AS "2.3.1 out",
  -- 2.3.2: nothing arose: loại
  CASE "2.3.2 rule" WHEN -1 THEN NULL ELSE "2.3.2 rule" END AS "2.3.2 gives",
  COALESCE("2.3.2 two", "2.3.2 one", "2.3.2 self") AS "2.3.2 opinion",
  "2.3.2 applies" = 0 OR "2.3.2 rule" IS -1 AND COALESCE("2.3.2 two", "2.3.2 one", "2.3.2 self") IS NULL AS "2.3.2 out",
  -- 2.3.3: nothing arose: tối đa
  CASE "2.3.3 rule" WHEN -1 THEN 10000 ELSE "2.3.3 rule" END AS "2.3.3 gives",
  COALESCE("2.3.3 two", "2.3.3 one", "2.3.3 self") AS "2.3.3 opinion",
  "2.3.3 applies" = 0 AS "2.3.3 out",
  -- 2.3.4: nothing arose: unsaid
  CASE "2.3.4 rule" WHEN -1 THEN NULL ELSE "2.3.4 rule" END AS "2.3.4 gives",
  COALESCE("2.3.4 two", "2.3.4 one", "2.3.4 self") AS "2.3.4 opinion",
  "2.3.4 applies" = 0 AS "2.3.4 out",
  -- 2.4.1: nothing arose: unsaid
  CASE "2.4.1 rule" WHEN -1 THEN NULL ELSE "2.4.1 rule" END AS "2.4.1 gives",
  COALESCE("2.4.1 two", "2.4.1 one", "2.4.1 self") AS "2.4.1 opinion",
  "2.4.1 applies" = 0 AS "2.4.1 out",
  -- 2.4.2: nothing arose: tối đa
  CASE "2.4.2 rule" WHEN -1 THEN 15000 ELSE "2.4.2 rule" END AS "2.4.2 gives",
  COALESCE("2.4.2 two", "2.4.2 one", "2.4.2 self") AS "2.4.2 opinion",
  "2.4.2 applies" = 0 AS "2.4.2 out",
  -- 3.1.1: nothing arose: loại
  CASE "3.1.1 rule" WHEN -1 THEN NULL ELSE "3.1.1 rule" END AS "3.1.1 gives",
  COALESCE("3.1.1 two", "3.1.1 one", "3.1.1 self") AS "3.1.1 opinion",
  "3.1.1 applies" = 0 OR "3.1.1 rule" IS -1 AND COALESCE("3.1.1 two", "3.1.1 one", "3.1.1 self") IS NULL AS "3.1.1 out",
  -- 3.1.2: nothing arose: unsaid
  CASE "3.1.2 rule" WHEN -1 THEN NULL ELSE "3.1.2 rule" END AS "3.1.2 gives",
  COALESCE("3.1.2 two", "3.1.2 one", "3.1.2 self") AS "3.1.2 opinion",
  "3.1.2 applies" = 0 AS "3.1.2 out",
  -- 3.2.1: nothing arose: unsaid
  CASE "3.2.1 rule" WHEN -1 THEN NULL ELSE "3.2.1 rule" END AS "3.2.1 gives",
  COALESCE("3.2.1 two", "3.2.1 one", "3.2.1 self") AS "3.2.1 opinion",
  "3.2.1 applies" = 0 AS "3.2.1 out",
  -- 3.2.2: nothing arose: loại
  CASE "3.2.2 rule" WHEN -1 THEN NULL ELSE "3.2.2 rule" END AS "3.2.2 gives",
  COALESCE("3.2.2 two", "3.2.2 one", "3.2.2 self") AS "3.2.2 opinion",
  "3.2.2 applies" = 0 OR "3.2.2 rule" IS -1 AND COALESCE("3.2.2 two", "3.2.2 one", "3.2.2 self") IS NULL AS "3.2.2 out",
  -- 3.2.3: nothing arose: unsaid
  CASE "3.2.3 rule" WHEN -1 THEN NULL ELSE "3.2.3 rule" END AS "3.2.3 gives",
  COALESCE("3.2.3 two", "3.2.3 one", "3.2.3 self") AS "3.2.3 opinion",
  "3.2.3 applies" = 0 AS "3.2.3 out",
  -- 3.3.1.1: nothing arose: loại
  CASE "3.3.1.1 rule" WHEN -1 THEN NULL ELSE "3.3.1.1 rule" END AS "3.3.1.1 gives",
  COALESCE("3.3.1.1 two", "3.3.1.1 one", "3.3.1.1 self") AS "3.3.1.1 opinion",
  "3.3.1.1 applies" = 0 OR "3.3.1.1 rule" IS -1 AND COALESCE("3.3.1.1 two", "3.3.1.1 one", "3.3.1.1 self") IS NULL AS "3.3.1.1 out",
  -- 3.3.1.2: nothing arose: unsaid
  CASE "3.3.1.2 rule" WHEN -1 THEN NULL ELSE "3.3.1.2 rule" END AS "3.3.1.2 gives",
  COALESCE("3.3.1.2 two", "3.3.1.2 one", "3.3.1.2 self") AS "3.3.1.2 opinion",
  "3.3.1.2 applies" = 0 AS "3.3.1.2 out",
  -- 3.3.1.3: nothing arose: tối đa
  CASE "3.3.1.3 rule" WHEN -1 THEN 10000 ELSE "3.3.1.3 rule" END AS "3.3.1.3 gives",
  COALESCE("3.3.1.3 two", "3.3.1.3 one", "3.3.1.3 self") AS "3.3.1.3 opinion",
  "3.3.1.3 applies" = 0 AS "3.3.1.3 out",
  -- 3.3.1.4: nothing arose: loại
  CASE "3.3.1.4 rule" WHEN -1 THEN NULL ELSE "3.3.1.4 rule" END AS "3.3.1.4 gives",
  COALESCE("3.3.1.4 two", "3.3.1.4 one", "3.3.1.4 self") AS "3.3.1.4 opinion",
  "3.3.1.4 applies" = 0 OR "3.3.1.4 rule" IS -1 AND COALESCE("3.3.1.4 two", "3.3.1.4 one", "3.3.1.4 self") IS NULL AS "3.3.1.4 out",
  -- 3.3.2.1: nothing arose: loại
  CASE "3.3.2.1 rule" WHEN -1 THEN NULL ELSE "3.3.2.1 rule" END AS "3.3.2.1 gives",
  COALESCE("3.3.2.1 two", "3.3.2.1 one", "3.3.2.1 self") AS "3.3.2.1 opinion",
  "3.3.2.1 applies" = 0 OR "3.3.2.1 rule" IS -1 AND COALESCE("3.3.2.1 two", "3.3.2.1 one", "3.3.2.1 self") IS NULL AS "3.3.2.1 out",
  -- 3.3.2.2: nothing arose: unsaid
  CASE "3.3.2.2 rule" WHEN -1 THEN NULL ELSE "3.3.2.2 rule" END AS "3.3.2.2 gives",
  COALESCE("3.3.2.2 two", "3.3.2.2 one", "3.3.2.2 self") AS "3.3.2.2 opinion",
  "3.3.2.2 applies" = 0 AS "3.3.2.2 out",
  -- 3.4.1: nothing arose: loại
  CASE "3.4.1 rule" WHEN -1 THEN NULL ELSE "3.4.1 rule" END AS "3.4.1 gives",
  COALESCE("3.4.1 two", "3.4.1 one", "3.4.1 self") AS "3.4.1 opinion",
  "3.4.1 applies" = 0 OR "3.4.1 rule" IS -1 AND COALESCE("3.4.1 two", "3.4.1 one", "3.4.1 self") IS NULL AS "3.4.1 out",
  -- 3.4.2: nothing arose: loại
  CASE "3.4.2 rule" WHEN -1 THEN NULL ELSE "3.4.2 rule" END AS "3.4.2 gives",
  COALESCE("3.4.2 two", "3.4.2 one", "3.4.2 self") AS "3.4.2 opinion",
  "3.4.2 applies" = 0 OR "3.4.2 rule" IS -1 AND COALESCE("3.4.2 two", "3.4.2 one", "3.4.2 self") IS NULL AS "3.4.2 out",
  -- 3.4.3: nothing arose: loại
  CASE "3.4.3 rule" WHEN -1 THEN NULL ELSE "3.4.3 rule" END AS "3.4.3 gives",
  COALESCE("3.4.3 two", "3.4.3 one", "3.4.3 self") AS "3.4.3 opinion",
  "3.4.3 applies" = 0 OR "3.4.3 rule" IS -1 AND COALESCE("3.4.3 two", "3.4.3 one", "3.4.3 self") IS NULL AS "3.4.3 out",
  -- 3.4.4: nothing arose: loại
  CASE "3.4.4 rule" WHEN -1 THEN NULL ELSE "3.4.4 rule" END AS "3.4.4 gives",
  COALESCE("3.4.4 two", "3.4.4 one", "3.4.4 self") AS "3.4.4 opinion",
  "3.4.4 applies" = 0 OR "3.4.4 rule" IS -1 AND COALESCE("3.4.4 two", "3.4.4 one", "3.4.4 self") IS NULL AS "3.4.4 out",
  -- 3.4.5: nothing arose: loại
  CASE "3.4.5 rule" WHEN -1 THEN NULL ELSE "3.4.5 rule" END AS "3.4.5 gives",
  COALESCE("3.4.5 two", "3.4.5 one", "3.4.5 self") AS "3.4.5 opinion",
  "3.4.5 applies" = 0 OR "3.4.5 rule" IS -1 AND COALESCE("3.4.5 two", "3.4.5 one", "3.4.5 self") IS NULL AS "3.4.5 out",
  -- 3.5.1: nothing arose: tối đa
  CASE "3.5.1 rule" WHEN -1 THEN 5000 ELSE "3.5.1 rule" END AS "3.5.1 gives",
  COALESCE("3.5.1 two", "3.5.1 one", "3.5.1 self") AS "3.5.1 opinion",
  "3.5.1 applies" = 0 AS "3.5.1 out",
  -- 3.5.2: nothing arose: tối đa
  CASE "3.5.2 rule" WHEN -1 THEN 5000 ELSE "3.5.2 rule" END AS "3.5.2 gives",
  COALESCE("3.5.2 two", "3.5.2 one", "3.5.2 self") AS "3.5.2 opinion",
  "3.5.2 applies" = 0 AS "3.5.2 out",
  -- 3.6.1: nothing arose: loại
  CASE "3.6.1 rule" WHEN -1 THEN NULL ELSE "3.6.1 rule" END AS "3.6.1 gives",
  COALESCE("3.6.1 two", "3.6.1 one", "3.6.1 self") AS "3.6.1 opinion",
  "3.6.1 applies" = 0 OR "3.6.1 rule" IS -1 AND COALESCE("3.6.1 two", "3.6.1 one", "3.6.1 self") IS NULL AS "3.6.1 out",
  -- 3.6.2: nothing arose: loại
  CASE "3.6.2 rule" WHEN -1 THEN NULL ELSE "3.6.2 rule" END AS "3.6.2 gives",
  COALESCE("3.6.2 two", "3.6.2 one", "3.6.2 self") AS "3.6.2 opinion",
  "3.6.2 applies" = 0 OR "3.6.2 rule" IS -1 AND COALESCE("3.6.2 two", "3.6.2 one", "3.6.2 self") IS NULL AS "3.6.2 out",
  -- 4.1.1: nothing arose: unsaid
  CASE "4.1.1 rule" WHEN -1 THEN NULL ELSE "4.1.1 rule" END AS "4.1.1 gives",
  COALESCE("4.1.1 two", "4.1.1 one", "4.1.1 self") AS "4.1.1 opinion",
  "4.1.1 applies" = 0 AS "4.1.1 out",
  -- 4.1.2: nothing arose: loại
  CASE "4.1.2 rule" WHEN -1 THEN NULL ELSE "4.1.2 rule" END AS "4.1.2 gives",
  COALESCE("4.1.2 two", "4.1.2 one", "4.1.2 self") AS "4.1.2 opinion",
  "4.1.2 applies" = 0 OR "4.1.2 rule" IS -1 AND COALESCE("4.1.2 two", "4.1.2 one", "4.1.2 self") IS NULL AS "4.1.2 out",
  -- 4.1.3: nothing arose: loại
  CASE "4.1.3 rule" WHEN -1 THEN NULL ELSE "4.1.3 rule" END AS "4.1.3 gives",
  COALESCE("4.1.3 two", "4.1.3 one", "4.1.3 self") AS "4.1.3 opinion",
  "4.1.3 applies" = 0 OR "4.1.3 rule" IS -1 AND COALESCE("4.1.3 two", "4.1.3 one", "4.1.3 self") IS NULL AS "4.1.3 out",
  -- 4.1.4: nothing arose: unsaid
  CASE "4.1.4 rule" WHEN -1 THEN NULL ELSE "4.1.4 rule" END AS "4.1.4 gives",
  COALESCE("4.1.4 two", "4.1.4 one", "4.1.4 self") AS "4.1.4 opinion",
  "4.1.4 applies" = 0 AS "4.1.4 out",
  -- 4.2.1: nothing arose: loại
  CASE "4.2.1 rule" WHEN -1 THEN NULL ELSE "4.2.1 rule" END AS "4.2.1 gives",
  COALESCE("4.2.1 two", "4.2.1 one", "4.2.1 self") AS "4.2.1 opinion",
  "4.2.1 applies" = 0 OR "4.2.1 rule" IS -1 AND COALESCE("4.2.1 two", "4.2.1 one", "4.2.1 self") IS NULL AS "4.2.1 out",
  -- 4.2.2: nothing arose: loại
  CASE "4.2.2 rule" WHEN -1 THEN NULL ELSE "4.2.2 rule" END AS "4.2.2 gives",
  COALESCE("4.2.2 two", "4.2.2 one", "4.2.2 self") AS "4.2.2 opinion",
  "4.2.2 applies" = 0 OR "4.2.2 rule" IS -1 AND COALESCE("4.2.2 two", "4.2.2 one", "4.2.2 self") IS NULL AS "4.2.2 out",
  -- 4.2.3: nothing arose: loại
  CASE "4.2.3 rule" WHEN -1 THEN NULL ELSE "4.2.3 rule" END AS "4.2.3 gives",
  COALESCE("4.2.3 two", "4.2.3 one", "4.2.3 self") AS "4.2.3 opinion",
  "4.2.3 applies" = 0 OR "4.2.3 rule" IS -1 AND COALESCE("4.2.3 two", "4.2.3 one", "4.2.3 self") IS NULL AS "4.2.3 out",
  -- 4.2.4: nothing arose: loại
  CASE "4.2.4 rule" WHEN -1 THEN NULL ELSE "4.2.4 rule" END AS "4.2.4 gives",
  COALESCE("4.2.4 two", "4.2.4 one", "4.2.4 self") AS "4.2.4 opinion",
  "4.2.4 applies" = 0 OR "4.2.4 rule" IS -1 AND COALESCE("4.2.4 two", "4.2.4 one", "4.2.4 self") IS NULL AS "4.2.4 out",
  -- 4.3.1: nothing arose: unsaid
  CASE "4.3.1 rule" WHEN -1 THEN NULL ELSE "4.3.1 rule" END AS "4.3.1 gives",
  COALESCE("4.3.1 two", "4.3.1 one", "4.3.1 self") AS "4.3.1 opinion",
  "4.3.1 applies" = 0 AS "4.3.1 out",
  -- 4.3.2: nothing arose: loại
  CASE "4.3.2 rule" WHEN -1 THEN NULL ELSE "4.3.2 rule" END AS "4.3.2 gives",
  COALESCE("4.3.2 two", "4.3.2 one", "4.3.2 self") AS "4.3.2 opinion",
  "4.3.2 applies" = 0 OR "4.3.2 rule" IS -1 AND COALESCE("4.3.2 two", "4.3.2 one", "4.3.2 self") IS NULL AS "4.3.2 out",
  -- 4.3.3: nothing arose: unsaid
  CASE "4.3.3 rule" WHEN -1 THEN NULL ELSE "4.3.3 rule" END AS "4.3.3 gives",
  COALESCE("4.3.3 two", "4.3.3 one", "4.3.3 self") AS "4.3.3 opinion",
  "4.3.3 applies" = 0 AS "4.3.3 out",
  -- 4.4: nothing arose: unsaid
  CASE "4.4 rule" WHEN -1 THEN NULL ELSE "4.4 rule" END AS "4.4 gives",
  COALESCE("4.4 two", "4.4 one", "4.4 self") AS "4.4 opinion",
  "4.4 applies" = 0 AS "4.4 out",
  -- 4.5: nothing arose: 0
  CASE "4.5 rule" WHEN -1 THEN 0 ELSE "4.5 rule" END AS "4.5 gives",
  COALESCE("4.5 two", "4.5 one", "4.5 self") AS "4.5 opinion",
  "4.5 applies" = 0 AS "4.5 out",
  -- 4.6.1: nothing arose: unsaid; evidence is required
  CASE WHEN "4.6.1 files" = 0 THEN 0 WHEN "4.6.1 rule" <> -1 THEN "4.6.1 rule" END AS "4.6.1 gives",
  COALESCE("4.6.1 two", "4.6.1 one", "4.6.1 self") AS "4.6.1 opinion",
  "4.6.1 applies" = 0 AS "4.6.1 out",
  -- 4.6.2: nothing arose: tối đa
  CASE "4.6.2 rule" WHEN -1 THEN 5000 ELSE "4.6.2 rule" END AS "4.6.2 gives",
  COALESCE("4.6.2 two", "4.6.2 one", "4.6.2 self") AS "4.6.2 opinion",
  "4.6.2 applies" = 0 AS "4.6.2 out",
  -- 5.1.1: nothing arose: loại
  CASE "5.1.1 rule" WHEN -1 THEN NULL ELSE "5.1.1 rule" END AS "5.1.1 gives",
  COALESCE("5.1.1 two", "5.1.1 one", "5.1.1 self") AS "5.1.1 opinion",
  "5.1.1 applies" = 0 OR "5.1.1 rule" IS -1 AND COALESCE("5.1.1 two", "5.1.1 one", "5.1.1 self") IS NULL AS "5.1.1 out",
  -- 5.1.2: nothing arose: unsaid
  CASE "5.1.2 rule" WHEN -1 THEN NULL ELSE "5.1.2 rule" END AS "5.1.2 gives",
  COALESCE("5.1.2 two", "5.1.2 one", "5.1.2 self") AS "5.1.2 opinion",
  "5.1.2 applies" = 0 AS "5.1.2 out",
  -- 5.1.3: nothing arose: loại
  CASE "5.1.3 rule" WHEN -1 THEN NULL ELSE "5.1.3 rule" END AS "5.1.3 gives",
  COALESCE("5.1.3 two", "5.1.3 one", "5.1.3 self") AS "5.1.3 opinion",
  "5.1.3 applies" = 0 OR "5.1.3 rule" IS -1 AND COALESCE("5.1.3 two", "5.1.3 one", "5.1.3 self") IS NULL AS "5.1.3 out",
  -- 5.1.4: nothing arose: tối đa
  CASE "5.1.4 rule" WHEN -1 THEN 10000 ELSE "5.1.4 rule" END AS "5.1.4 gives",
  COALESCE("5.1.4 two", "5.1.4 one", "5.1.4 self") AS "5.1.4 opinion",
  "5.1.4 applies" = 0 AS "5.1.4 out",
  -- 5.1.5: nothing arose: loại
  CASE "5.1.5 rule" WHEN -1 THEN NULL ELSE "5.1.5 rule" END AS "5.1.5 gives",
  COALESCE("5.1.5 two", "5.1.5 one", "5.1.5 self") AS "5.1.5 opinion",
  "5.1.5 applies" = 0 OR "5.1.5 rule" IS -1 AND COALESCE("5.1.5 two", "5.1.5 one", "5.1.5 self") IS NULL AS "5.1.5 out",
  -- 5.2.1: nothing arose: unsaid; evidence is required
  CASE WHEN "5.2.1 files" = 0 THEN 0 WHEN "5.2.1 rule" <> -1 THEN "5.2.1 rule" END AS "5.2.1 gives",
  COALESCE("5.2.1 two", "5.2.1 one", "5.2.1 self") AS "5.2.1 opinion",
  "5.2.1 applies" = 0 AS "5.2.1 out",
  -- 5.2.2: nothing arose: loại
  CASE "5.2.2 rule" WHEN -1 THEN NULL ELSE "5.2.2 rule" END AS "5.2.2 gives",
  COALESCE("5.2.2 two", "5.2.2 one", "5.2.2 self") AS "5.2.2 opinion",
  "5.2.2 applies" = 0 OR "5.2.2 rule" IS -1 AND COALESCE("5.2.2 two", "5.2.2 one", "5.2.2 self") IS NULL AS "5.2.2 out",
  -- 5.2.3: nothing arose: tối đa
  CASE "5.2.3 rule" WHEN -1 THEN 5000 ELSE "5.2.3 rule" END AS "5.2.3 gives",
  COALESCE("5.2.3 two", "5.2.3 one", "5.2.3 self") AS "5.2.3 opinion",
  "5.2.3 applies" = 0 AS "5.2.3 out",
  -- 5.3.1: nothing arose: loại
  CASE "5.3.1 rule" WHEN -1 THEN NULL ELSE "5.3.1 rule" END AS "5.3.1 gives",
  COALESCE("5.3.1 two", "5.3.1 one", "5.3.1 self") AS "5.3.1 opinion",
  "5.3.1 applies" = 0 OR "5.3.1 rule" IS -1 AND COALESCE("5.3.1 two", "5.3.1 one", "5.3.1 self") IS NULL AS "5.3.1 out",
  -- 5.3.2: nothing arose: loại
  CASE "5.3.2 rule" WHEN -1 THEN NULL ELSE "5.3.2 rule" END AS "5.3.2 gives",
  COALESCE("5.3.2 two", "5.3.2 one", "5.3.2 self") AS "5.3.2 opinion",
  "5.3.2 applies" = 0 OR "5.3.2 rule" IS -1 AND COALESCE("5.3.2 two", "5.3.2 one", "5.3.2 self") IS NULL AS "5.3.2 out",
  -- 5.4: nothing arose: tối đa
  CASE "5.4 rule" WHEN -1 THEN 10000 ELSE "5.4 rule" END AS "5.4 gives",
  COALESCE("5.4 two", "5.4 one", "5.4 self") AS "5.4 opinion",
  "5.4 applies" = 0 AS "5.4 out",
  -- 6a.1.1: nothing arose: loại
  CASE "6a.1.1 rule" WHEN -1 THEN NULL ELSE "6a.1.1 rule" END AS "6a.1.1 gives",
  COALESCE("6a.1.1 two", "6a.1.1 one", "6a.1.1 self") AS "6a.1.1 opinion",
  "6a.1.1 applies" = 0 OR "6a.1.1 rule" IS -1 AND COALESCE("6a.1.1 two", "6a.1.1 one", "6a.1.1 self") IS NULL AS "6a.1.1 out",
  -- 6a.1.2: nothing arose: unsaid
  CASE "6a.1.2 rule" WHEN -1 THEN NULL ELSE "6a.1.2 rule" END AS "6a.1.2 gives",
  COALESCE("6a.1.2 two", "6a.1.2 one", "6a.1.2 self") AS "6a.1.2 opinion",
  "6a.1.2 applies" = 0 AS "6a.1.2 out",
  -- 6a.2.1: nothing arose: loại
  CASE "6a.2.1 rule" WHEN -1 THEN NULL ELSE "6a.2.1 rule" END AS "6a.2.1 gives",
  COALESCE("6a.2.1 two", "6a.2.1 one", "6a.2.1 self") AS "6a.2.1 opinion",
  "6a.2.1 applies" = 0 OR "6a.2.1 rule" IS -1 AND COALESCE("6a.2.1 two", "6a.2.1 one", "6a.2.1 self") IS NULL AS "6a.2.1 out",
  -- 6a.2.2: nothing arose: loại
  CASE "6a.2.2 rule" WHEN -1 THEN NULL ELSE "6a.2.2 rule" END AS "6a.2.2 gives",
  COALESCE("6a.2.2 two", "6a.2.2 one", "6a.2.2 self") AS "6a.2.2 opinion",
  "6a.2.2 applies" = 0 OR "6a.2.2 rule" IS -1 AND COALESCE("6a.2.2 two", "6a.2.2 one", "6a.2.2 self") IS NULL AS "6a.2.2 out",
  -- 6a.2.3: nothing arose: loại
  CASE "6a.2.3 rule" WHEN -1 THEN NULL ELSE "6a.2.3 rule" END AS "6a.2.3 gives",
  COALESCE("6a.2.3 two", "6a.2.3 one", "6a.2.3 self") AS "6a.2.3 opinion",
  "6a.2.3 applies" = 0 OR "6a.2.3 rule" IS -1 AND COALESCE("6a.2.3 two", "6a.2.3 one", "6a.2.3 self") IS NULL AS "6a.2.3 out",
  -- 6a.3.1: nothing arose: unsaid
  CASE "6a.3.1 rule" WHEN -1 THEN NULL ELSE "6a.3.1 rule" END AS "6a.3.1 gives",
  COALESCE("6a.3.1 two", "6a.3.1 one", "6a.3.1 self") AS "6a.3.1 opinion",
  "6a.3.1 applies" = 0 AS "6a.3.1 out",
  -- 6a.3.2: nothing arose: loại
  CASE "6a.3.2 rule" WHEN -1 THEN NULL ELSE "6a.3.2 rule" END AS "6a.3.2 gives",
  COALESCE("6a.3.2 two", "6a.3.2 one", "6a.3.2 self") AS "6a.3.2 opinion",
  "6a.3.2 applies" = 0 OR "6a.3.2 rule" IS -1 AND COALESCE("6a.3.2 two", "6a.3.2 one", "6a.3.2 self") IS NULL AS "6a.3.2 out",
  -- 6a.4: nothing arose: loại
  CASE "6a.4 rule" WHEN -1 THEN NULL ELSE "6a.4 rule" END AS "6a.4 gives",
  COALESCE("6a.4 two", "6a.4 one", "6a.4 self") AS "6a.4 opinion",
  "6a.4 applies" = 0 OR "6a.4 rule" IS -1 AND COALESCE("6a.4 two", "6a.4 one", "6a.4 self") IS NULL AS "6a.4 out",
  -- 6a.5.1: nothing arose: unsaid
  CASE "6a.5.1 rule" WHEN -1 THEN NULL ELSE "6a.5.1 rule" END AS "6a.5.1 gives",
  COALESCE("6a.5.1 two", "6a.5.1 one", "6a.5.1 self") AS "6a.5.1 opinion",
  "6a.5.1 applies" = 0 AS "6a.5.1 out",
  -- 6a.5.2: nothing arose: loại
  CASE "6a.5.2 rule" WHEN -1 THEN NULL ELSE "6a.5.2 rule" END AS "6a.5.2 gives",
  COALESCE("6a.5.2 two", "6a.5.2 one", "6a.5.2 self") AS "6a.5.2 opinion",
  "6a.5.2 applies" = 0 OR "6a.5.2 rule" IS -1 AND COALESCE("6a.5.2 two", "6a.5.2 one", "6a.5.2 self") IS NULL AS "6a.5.2 out",
  -- 6b.1.1: nothing arose: loại
  CASE "6b.1.1 rule" WHEN -1 THEN NULL ELSE "6b.1.1 rule" END AS "6b.1.1 gives",
  COALESCE("6b.1.1 two", "6b.1.1 one", "6b.1.1 self") AS "6b.1.1 opinion",
  "6b.1.1 applies" = 0 OR "6b.1.1 rule" IS -1 AND COALESCE("6b.1.1 two", "6b.1.1 one", "6b.1.1 self") IS NULL AS "6b.1.1 out",
  -- 6b.1.2: nothing arose: unsaid
  CASE "6b.1.2 rule" WHEN -1 THEN NULL ELSE "6b.1.2 rule" END AS "6b.1.2 gives",
  COALESCE("6b.1.2 two", "6b.1.2 one", "6b.1.2 self") AS "6b.1.2 opinion",
  "6b.1.2 applies" = 0 AS "6b.1.2 out",
  -- 6b.1.3: nothing arose: loại
  CASE "6b.1.3 rule" WHEN -1 THEN NULL ELSE "6b.1.3 rule" END AS "6b.1.3 gives",
  COALESCE("6b.1.3 two", "6b.1.3 one", "6b.1.3 self") AS "6b.1.3 opinion",
  "6b.1.3 applies" = 0 OR "6b.1.3 rule" IS -1 AND COALESCE("6b.1.3 two", "6b.1.3 one", "6b.1.3 self") IS NULL AS "6b.1.3 out",
  -- 6b.2.1: nothing arose: loại
  CASE "6b.2.1 rule" WHEN -1 THEN NULL ELSE "6b.2.1 rule" END AS "6b.2.1 gives",
  COALESCE("6b.2.1 two", "6b.2.1 one", "6b.2.1 self") AS "6b.2.1 opinion",
  "6b.2.1 applies" = 0 OR "6b.2.1 rule" IS -1 AND COALESCE("6b.2.1 two", "6b.2.1 one", "6b.2.1 self") IS NULL AS "6b.2.1 out",
  -- 6b.2.2: nothing arose: loại
  CASE "6b.2.2 rule" WHEN -1 THEN NULL ELSE "6b.2.2 rule" END AS "6b.2.2 gives",
  COALESCE("6b.2.2 two", "6b.2.2 one", "6b.2.2 self") AS "6b.2.2 opinion",
  "6b.2.2 applies" = 0 OR "6b.2.2 rule" IS -1 AND COALESCE("6b.2.2 two", "6b.2.2 one", "6b.2.2 self") IS NULL AS "6b.2.2 out",
  -- 6b.2.3: nothing arose: loại
  CASE "6b.2.3 rule" WHEN -1 THEN NULL ELSE "6b.2.3 rule" END AS "6b.2.3 gives",
  COALESCE("6b.2.3 two", "6b.2.3 one", "6b.2.3 self") AS "6b.2.3 opinion",
  "6b.2.3 applies" = 0 OR "6b.2.3 rule" IS -1 AND COALESCE("6b.2.3 two", "6b.2.3 one", "6b.2.3 self") IS NULL AS "6b.2.3 out",
  -- 6b.3.1: nothing arose: unsaid
  CASE "6b.3.1 rule" WHEN -1 THEN NULL ELSE "6b.3.1 rule" END AS "6b.3.1 gives",
  COALESCE("6b.3.1 two", "6b.3.1 one", "6b.3.1 self") AS "6b.3.1 opinion",
  "6b.3.1 applies" = 0 AS "6b.3.1 out",
  -- 6b.3.2: nothing arose: unsaid
  CASE "6b.3.2 rule" WHEN -1 THEN NULL ELSE "6b.3.2 rule" END AS "6b.3.2 gives",
  COALESCE("6b.3.2 two", "6b.3.2 one", "6b.3.2 self") AS "6b.3.2 opinion",
  "6b.3.2 applies" = 0 AS "6b.3.2 out",
  -- 6b.3.3: nothing arose: unsaid
  CASE "6b.3.3 rule" WHEN -1 THEN NULL ELSE "6b.3.3 rule" END AS "6b.3.3 gives",
  COALESCE("6b.3.3 two", "6b.3.3 one", "6b.3.3 self") AS "6b.3.3 opinion",
  "6b.3.3 applies" = 0 AS "6b.3.3 out",
  -- 7.1.1: nothing arose: loại
  CASE "7.1.1 rule" WHEN -1 THEN NULL ELSE "7.1.1 rule" END AS "7.1.1 gives",
  COALESCE("7.1.1 two", "7.1.1 one", "7.1.1 self") AS "7.1.1 opinion",
  "7.1.1 applies" = 0 OR "7.1.1 rule" IS -1 AND COALESCE("7.1.1 two", "7.1.1 one", "7.1.1 self") IS NULL AS "7.1.1 out",
  -- 7.1.2: nothing arose: loại
  CASE "7.1.2 rule" WHEN -1 THEN NULL ELSE "7.1.2 rule" END AS "7.1.2 gives",
  COALESCE("7.1.2 two", "7.1.2 one", "7.1.2 self") AS "7.1.2 opinion",
  "7.1.2 applies" = 0 OR "7.1.2 rule" IS -1 AND COALESCE("7.1.2 two", "7.1.2 one", "7.1.2 self") IS NULL AS "7.1.2 out",
  -- 7.1.3: nothing arose: unsaid
  CASE "7.1.3 rule" WHEN -1 THEN NULL ELSE "7.1.3 rule" END AS "7.1.3 gives",
  COALESCE("7.1.3 two", "7.1.3 one", "7.1.3 self") AS "7.1.3 opinion",
  "7.1.3 applies" = 0 AS "7.1.3 out",
  -- 7.1.4: nothing arose: loại
  CASE "7.1.4 rule" WHEN -1 THEN NULL ELSE "7.1.4 rule" END AS "7.1.4 gives",
  COALESCE("7.1.4 two", "7.1.4 one", "7.1.4 self") AS "7.1.4 opinion",
  "7.1.4 applies" = 0 OR "7.1.4 rule" IS -1 AND COALESCE("7.1.4 two", "7.1.4 one", "7.1.4 self") IS NULL AS "7.1.4 out",
  -- 7.1.5: nothing arose: loại
  CASE "7.1.5 rule" WHEN -1 THEN NULL ELSE "7.1.5 rule" END AS "7.1.5 gives",
  COALESCE("7.1.5 two", "7.1.5 one", "7.1.5 self") AS "7.1.5 opinion",
  "7.1.5 applies" = 0 OR "7.1.5 rule" IS -1 AND COALESCE("7.1.5 two", "7.1.5 one", "7.1.5 self") IS NULL AS "7.1.5 out",
  -- 7.2.1: nothing arose: loại
  CASE "7.2.1 rule" WHEN -1 THEN NULL ELSE "7.2.1 rule" END AS "7.2.1 gives",
  COALESCE("7.2.1 two", "7.2.1 one", "7.2.1 self") AS "7.2.1 opinion",
  "7.2.1 applies" = 0 OR "7.2.1 rule" IS -1 AND COALESCE("7.2.1 two", "7.2.1 one", "7.2.1 self") IS NULL AS "7.2.1 out",
  -- 7.2.3: nothing arose: unsaid
  CASE "7.2.3 rule" WHEN -1 THEN NULL ELSE "7.2.3 rule" END AS "7.2.3 gives",
  COALESCE("7.2.3 two", "7.2.3 one", "7.2.3 self") AS "7.2.3 opinion",
  "7.2.3 applies" = 0 AS "7.2.3 out",
  -- 7.2.4: nothing arose: unsaid
  CASE "7.2.4 rule" WHEN -1 THEN NULL ELSE "7.2.4 rule" END AS "7.2.4 gives",
  COALESCE("7.2.4 two", "7.2.4 one", "7.2.4 self") AS "7.2.4 opinion",
  "7.2.4 applies" = 0 AS "7.2.4 out",
  -- 8.1: nothing arose: unsaid
  CASE "8.1 rule" WHEN -1 THEN NULL ELSE "8.1 rule" END AS "8.1 gives",
  COALESCE("8.1 two", "8.1 one", "8.1 self") AS "8.1 opinion",
  "8.1 applies" = 0 AS "8.1 out",
  -- 8.2: nothing arose: unsaid
  CASE "8.2 rule" WHEN -1 THEN NULL ELSE "8.2 rule" END AS "8.2 gives",
  COALESCE("8.2 two", "8.2 one", "8.2 self") AS "8.2 opinion",
  "8.2 applies" = 0 AS "8.2 out"
  FROM rules JOIN sheet USING (id)),

-- What stands, before the derived criterion.
stands AS MATERIALIZED (SELECT id,
  CASE "1.1.1 out" WHEN 1 THEN 0 ELSE COALESCE("1.1.1 opinion", "1.1.1 gives", 0) END AS "1.1.1 points",
    "1.1.1 out" AS "1.1.1 excluded", "1.1.1 out" = 0 AND COALESCE("1.1.1 opinion", "1.1.1 gives") IS NOT NULL AS "1.1.1 known",
  CASE "1.1.2 out" WHEN 1 THEN 0 ELSE COALESCE("1.1.2 opinion", "1.1.2 gives", 0) END AS "1.1.2 points",
    "1.1.2 out" AS "1.1.2 excluded", "1.1.2 out" = 0 AND COALESCE("1.1.2 opinion", "1.1.2 gives") IS NOT NULL AS "1.1.2 known",
  CASE "1.1.3 out" WHEN 1 THEN 0 ELSE COALESCE("1.1.3 opinion", "1.1.3 gives", 0) END AS "1.1.3 points",
    "1.1.3 out" AS "1.1.3 excluded", "1.1.3 out" = 0 AND COALESCE("1.1.3 opinion", "1.1.3 gives") IS NOT NULL AS "1.1.3 known",
  CASE "1.2.1 out" WHEN 1 THEN 0 ELSE COALESCE("1.2.1 opinion", "1.2.1 gives", 0) END AS "1.2.1 points",
    "1.2.1 out" AS "1.2.1 excluded", "1.2.1 out" = 0 AND COALESCE("1.2.1 opinion", "1.2.1 gives") IS NOT NULL AS "1.2.1 known",
  CASE "1.2.2 out" WHEN 1 THEN 0 ELSE COALESCE("1.2.2 opinion", "1.2.2 gives", 0) END AS "1.2.2 points",
    "1.2.2 out" AS "1.2.2 excluded", "1.2.2 out" = 0 AND COALESCE("1.2.2 opinion", "1.2.2 gives") IS NOT NULL AS "1.2.2 known",
  CASE "1.2.3 out" WHEN 1 THEN 0 ELSE COALESCE("1.2.3 opinion", "1.2.3 gives", 0) END AS "1.2.3 points",
    "1.2.3 out" AS "1.2.3 excluded", "1.2.3 out" = 0 AND COALESCE("1.2.3 opinion", "1.2.3 gives") IS NOT NULL AS "1.2.3 known",
  CASE "1.3.1 out" WHEN 1 THEN 0 ELSE COALESCE("1.3.1 opinion", "1.3.1 gives", 0) END AS "1.3.1 points",
    "1.3.1 out" AS "1.3.1 excluded", "1.3.1 out" = 0 AND COALESCE("1.3.1 opinion", "1.3.1 gives") IS NOT NULL AS "1.3.1 known",
  CASE "1.3.2 out" WHEN 1 THEN 0 ELSE COALESCE("1.3.2 opinion", "1.3.2 gives", 0) END AS "1.3.2 points",
    "1.3.2 out" AS "1.3.2 excluded", "1.3.2 out" = 0 AND COALESCE("1.3.2 opinion", "1.3.2 gives") IS NOT NULL AS "1.3.2 known",
  CASE "1.4.1 out" WHEN 1 THEN 0 ELSE COALESCE("1.4.1 opinion", "1.4.1 gives", 0) END AS "1.4.1 points",
    "1.4.1 out" AS "1.4.1 excluded", "1.4.1 out" = 0 AND COALESCE("1.4.1 opinion", "1.4.1 gives") IS NOT NULL AS "1.4.1 known",
  CASE "1.4.2 out" WHEN 1 THEN 0 ELSE COALESCE("1.4.2 opinion", "1.4.2 gives", 0) END AS "1.4.2 points",
    "1.4.2 out" AS "1.4.2 excluded", "1.4.2 out" = 0 AND COALESCE("1.4.2 opinion", "1.4.2 gives") IS NOT NULL AS "1.4.2 known",
  CASE "1.5 out" WHEN 1 THEN 0 ELSE COALESCE("1.5 opinion", "1.5 gives", 0) END AS "1.5 points",
    "1.5 out" AS "1.5 excluded", "1.5 out" = 0 AND COALESCE("1.5 opinion", "1.5 gives") IS NOT NULL AS "1.5 known",
  CASE "1.6 out" WHEN 1 THEN 0 ELSE COALESCE("1.6 opinion", "1.6 gives", 0) END AS "1.6 points",
    "1.6 out" AS "1.6 excluded", "1.6 out" = 0 AND COALESCE("1.6 opinion", "1.6 gives") IS NOT NULL AS "1.6 known",
  CASE "2.1.1 out" WHEN 1 THEN 0 ELSE COALESCE("2.1.1 opinion", "2.1.1 gives", 0) END AS "2.1.1 points",
    "2.1.1 out" AS "2.1.1 excluded", "2.1.1 out" = 0 AND COALESCE("2.1.1 opinion", "2.1.1 gives") IS NOT NULL AS "2.1.1 known",
  CASE "2.1.2 out" WHEN 1 THEN 0 ELSE COALESCE("2.1.2 opinion", "2.1.2 gives", 0) END AS "2.1.2 points",
    "2.1.2 out" AS "2.1.2 excluded", "2.1.2 out" = 0 AND COALESCE("2.1.2 opinion", "2.1.2 gives") IS NOT NULL AS "2.1.2 known",
  CASE "2.2 out" WHEN 1 THEN 0 ELSE COALESCE("2.2 opinion", "2.2 gives", 0) END AS "2.2 points",
    "2.2 out" AS "2.2 excluded", "2.2 out" = 0 AND COALESCE("2.2 opinion", "2.2 gives") IS NOT NULL AS "2.2 known",
  CASE "2.3.1 out" WHEN 1 THEN 0 ELSE COALESCE("2.3.1 opinion", "2.3.1 gives", 0) END AS "2.3.1 points",
    "2.3.1 out" AS "2.3.1 excluded", "2.3.1 out" = 0 AND COALESCE("2.3.1 opinion", "2.3.1 gives") IS NOT NULL AS "2.3.1 known",
  CASE "2.3.2 out" WHEN 1 THEN 0 ELSE COALESCE("2.3.2 opinion", "2.3.2 gives", 0) END AS "2.3.2 points",
    "2.3.2 out" AS "2.3.2 excluded", "2.3.2 out" = 0 AND COALESCE("2.3.2 opinion", "2.3.2 gives") IS NOT NULL AS "2.3.2 known",
  CASE "2.3.3 out" WHEN 1 THEN 0 ELSE COALESCE("2.3.3 opinion", "2.3.3 gives", 0) END AS "2.3.3 points",
    "2.3.3 out" AS "2.3.3 excluded", "2.3.3 out" = 0 AND COALESCE("2.3.3 opinion", "2.3.3 gives") IS NOT NULL AS "2.3.3 known",
  CASE "2.3.4 out" WHEN 1 THEN 0 ELSE COALESCE("2.3.4 opinion", "2.3.4 gives", 0) END AS "2.3.4 points",
    "2.3.4 out" AS "2.3.4 excluded", "2.3.4 out" = 0 AND COALESCE("2.3.4 opinion", "2.3.4 gives") IS NOT NULL AS "2.3.4 known",
  CASE "2.4.1 out" WHEN 1 THEN 0 ELSE COALESCE("2.4.1 opinion", "2.4.1 gives", 0) END AS "2.4.1 points",
    "2.4.1 out" AS "2.4.1 excluded", "2.4.1 out" = 0 AND COALESCE("2.4.1 opinion", "2.4.1 gives") IS NOT NULL AS "2.4.1 known",
  CASE "2.4.2 out" WHEN 1 THEN 0 ELSE COALESCE("2.4.2 opinion", "2.4.2 gives", 0) END AS "2.4.2 points",
    "2.4.2 out" AS "2.4.2 excluded", "2.4.2 out" = 0 AND COALESCE("2.4.2 opinion", "2.4.2 gives") IS NOT NULL AS "2.4.2 known",
  CASE "3.1.1 out" WHEN 1 THEN 0 ELSE COALESCE("3.1.1 opinion", "3.1.1 gives", 0) END AS "3.1.1 points",
    "3.1.1 out" AS "3.1.1 excluded", "3.1.1 out" = 0 AND COALESCE("3.1.1 opinion", "3.1.1 gives") IS NOT NULL AS "3.1.1 known",
  CASE "3.1.2 out" WHEN 1 THEN 0 ELSE COALESCE("3.1.2 opinion", "3.1.2 gives", 0) END AS "3.1.2 points",
    "3.1.2 out" AS "3.1.2 excluded", "3.1.2 out" = 0 AND COALESCE("3.1.2 opinion", "3.1.2 gives") IS NOT NULL AS "3.1.2 known",
  CASE "3.2.1 out" WHEN 1 THEN 0 ELSE COALESCE("3.2.1 opinion", "3.2.1 gives", 0) END AS "3.2.1 points",
    "3.2.1 out" AS "3.2.1 excluded", "3.2.1 out" = 0 AND COALESCE("3.2.1 opinion", "3.2.1 gives") IS NOT NULL AS "3.2.1 known",
  CASE "3.2.2 out" WHEN 1 THEN 0 ELSE COALESCE("3.2.2 opinion", "3.2.2 gives", 0) END AS "3.2.2 points",
    "3.2.2 out" AS "3.2.2 excluded", "3.2.2 out" = 0 AND COALESCE("3.2.2 opinion", "3.2.2 gives") IS NOT NULL AS "3.2.2 known",
  CASE "3.2.3 out" WHEN 1 THEN 0 ELSE COALESCE("3.2.3 opinion", "3.2.3 gives", 0) END AS "3.2.3 points",
    "3.2.3 out" AS "3.2.3 excluded", "3.2.3 out" = 0 AND COALESCE("3.2.3 opinion", "3.2.3 gives") IS NOT NULL AS "3.2.3 known",
  CASE "3.3.1.1 out" WHEN 1 THEN 0 ELSE COALESCE("3.3.1.1 opinion", "3.3.1.1 gives", 0) END AS "3.3.1.1 points",
    "3.3.1.1 out" AS "3.3.1.1 excluded", "3.3.1.1 out" = 0 AND COALESCE("3.3.1.1 opinion", "3.3.1.1 gives") IS NOT NULL AS "3.3.1.1 known",
  CASE "3.3.1.2 out" WHEN 1 THEN 0 ELSE COALESCE("3.3.1.2 opinion", "3.3.1.2 gives", 0) END AS "3.3.1.2 points",
    "3.3.1.2 out" AS "3.3.1.2 excluded", "3.3.1.2 out" = 0 AND COALESCE("3.3.1.2 opinion", "3.3.1.2 gives") IS NOT NULL AS "3.3.1.2 known",
  CASE "3.3.1.3 out" WHEN 1 THEN 0 ELSE COALESCE("3.3.1.3 opinion", "3.3.1.3 gives", 0) END AS "3.3.1.3 points",
    "3.3.1.3 out" AS "3.3.1.3 excluded", "3.3.1.3 out" = 0 AND COALESCE("3.3.1.3 opinion", "3.3.1.3 gives") IS NOT NULL AS "3.3.1.3 known",
  CASE "3.3.1.4 out" WHEN 1 THEN 0 ELSE COALESCE("3.3.1.4 opinion", "3.3.1.4 gives", 0) END AS "3.3.1.4 points",
    "3.3.1.4 out" AS "3.3.1.4 excluded", "3.3.1.4 out" = 0 AND COALESCE("3.3.1.4 opinion", "3.3.1.4 gives") IS NOT NULL AS "3.3.1.4 known",
  CASE "3.3.2.1 out" WHEN 1 THEN 0 ELSE COALESCE("3.3.2.1 opinion", "3.3.2.1 gives", 0) END AS "3.3.2.1 points",
    "3.3.2.1 out" AS "3.3.2.1 excluded", "3.3.2.1 out" = 0 AND COALESCE("3.3.2.1 opinion", "3.3.2.1 gives") IS NOT NULL AS "3.3.2.1 known",
  CASE "3.3.2.2 out" WHEN 1 THEN 0 ELSE COALESCE("3.3.2.2 opinion", "3.3.2.2 gives", 0) END AS "3.3.2.2 points",
    "3.3.2.2 out" AS "3.3.2.2 excluded", "3.3.2.2 out" = 0 AND COALESCE("3.3.2.2 opinion", "3.3.2.2 gives") IS NOT NULL AS "3.3.2.2 known",
  CASE "3.4.1 out" WHEN 1 THEN 0 ELSE COALESCE("3.4.1 opinion", "3.4.1 gives", 0) END AS "3.4.1 points",
    "3.4.1 out" AS "3.4.1 excluded", "3.4.1 out" = 0 AND COALESCE("3.4.1 opinion", "3.4.1 gives") IS NOT NULL AS "3.4.1 known",
  CASE "3.4.2 out" WHEN 1 THEN 0 ELSE COALESCE("3.4.2 opinion", "3.4.2 gives", 0) END AS "3.4.2 points",
    "3.4.2 out" AS "3.4.2 excluded", "3.4.2 out" = 0 AND COALESCE("3.4.2 opinion", "3.4.2 gives") IS NOT NULL AS "3.4.2 known",
  CASE "3.4.3 out" WHEN 1 THEN 0 ELSE COALESCE("3.4.3 opinion", "3.4.3 gives", 0) END AS "3.4.3 points",
    "3.4.3 out" AS "3.4.3 excluded", "3.4.3 out" = 0 AND COALESCE("3.4.3 opinion", "3.4.3 gives") IS NOT NULL AS "3.4.3 known",
  CASE "3.4.4 out" WHEN 1 THEN 0 ELSE COALESCE("3.4.4 opinion", "3.4.4 gives", 0) END AS "3.4.4 points",
    "3.4.4 out" AS "3.4.4 excluded", "3.4.4 out" = 0 AND COALESCE("3.4.4 opinion", "3.4.4 gives") IS NOT NULL AS "3.4.4 known",
  CASE "3.4.5 out" WHEN 1 THEN 0 ELSE COALESCE("3.4.5 opinion", "3.4.5 gives", 0) END AS "3.4.5 points",
    "3.4.5 out" AS "3.4.5 excluded", "3.4.5 out" = 0 AND COALESCE("3.4.5 opinion", "3.4.5 gives") IS NOT NULL AS "3.4.5 known",
  CASE "3.5.1 out" WHEN 1 THEN 0 ELSE COALESCE("3.5.1 opinion", "3.5.1 gives", 0) END AS "3.5.1 points",
    "3.5.1 out" AS "3.5.1 excluded", "3.5.1 out" = 0 AND COALESCE("3.5.1 opinion", "3.5.1 gives") IS NOT NULL AS "3.5.1 known",
  CASE "3.5.2 out" WHEN 1 THEN 0 ELSE COALESCE("3.5.2 opinion", "3.5.2 gives", 0) END AS "3.5.2 points",
    "3.5.2 out" AS "3.5.2 excluded", "3.5.2 out" = 0 AND COALESCE("3.5.2 opinion", "3.5.2 gives") IS NOT NULL AS "3.5.2 known",
  CASE "3.6.1 out" WHEN 1 THEN 0 ELSE COALESCE("3.6.1 opinion", "3.6.1 gives", 0) END AS "3.6.1 points",
    "3.6.1 out" AS "3.6.1 excluded", "3.6.1 out" = 0 AND COALESCE("3.6.1 opinion", "3.6.1 gives") IS NOT NULL AS "3.6.1 known",
  CASE "3.6.2 out" WHEN 1 THEN 0 ELSE COALESCE("3.6.2 opinion", "3.6.2 gives", 0) END AS "3.6.2 points",
    "3.6.2 out" AS "3.6.2 excluded", "3.6.2 out" = 0 AND COALESCE("3.6.2 opinion", "3.6.2 gives") IS NOT NULL AS "3.6.2 known",
  CASE "4.1.1 out" WHEN 1 THEN 0 ELSE COALESCE("4.1.1 opinion", "4.1.1 gives", 0) END AS "4.1.1 points",
    "4.1.1 out" AS "4.1.1 excluded", "4.1.1 out" = 0 AND COALESCE("4.1.1 opinion", "4.1.1 gives") IS NOT NULL AS "4.1.1 known",
  CASE "4.1.2 out" WHEN 1 THEN 0 ELSE COALESCE("4.1.2 opinion", "4.1.2 gives", 0) END AS "4.1.2 points",
    "4.1.2 out" AS "4.1.2 excluded", "4.1.2 out" = 0 AND COALESCE("4.1.2 opinion", "4.1.2 gives") IS NOT NULL AS "4.1.2 known",
  CASE "4.1.3 out" WHEN 1 THEN 0 ELSE COALESCE("4.1.3 opinion", "4.1.3 gives", 0) END AS "4.1.3 points",
    "4.1.3 out" AS "4.1.3 excluded", "4.1.3 out" = 0 AND COALESCE("4.1.3 opinion", "4.1.3 gives") IS NOT NULL AS "4.1.3 known",
  CASE "4.1.4 out" WHEN 1 THEN 0 ELSE COALESCE("4.1.4 opinion", "4.1.4 gives", 0) END AS "4.1.4 points",
    "4.1.4 out" AS "4.1.4 excluded", "4.1.4 out" = 0 AND COALESCE("4.1.4 opinion", "4.1.4 gives") IS NOT NULL AS "4.1.4 known",
  CASE "4.2.1 out" WHEN 1 THEN 0 ELSE COALESCE("4.2.1 opinion", "4.2.1 gives", 0) END AS "4.2.1 points",
    "4.2.1 out" AS "4.2.1 excluded", "4.2.1 out" = 0 AND COALESCE("4.2.1 opinion", "4.2.1 gives") IS NOT NULL AS "4.2.1 known",
  CASE "4.2.2 out" WHEN 1 THEN 0 ELSE COALESCE("4.2.2 opinion", "4.2.2 gives", 0) END AS "4.2.2 points",
    "4.2.2 out" AS "4.2.2 excluded", "4.2.2 out" = 0 AND COALESCE("4.2.2 opinion", "4.2.2 gives") IS NOT NULL AS "4.2.2 known",
  CASE "4.2.3 out" WHEN 1 THEN 0 ELSE COALESCE("4.2.3 opinion", "4.2.3 gives", 0) END AS "4.2.3 points",
    "4.2.3 out" AS "4.2.3 excluded", "4.2.3 out" = 0 AND COALESCE("4.2.3 opinion", "4.2.3 gives") IS NOT NULL AS "4.2.3 known",
  CASE "4.2.4 out" WHEN 1 THEN 0 ELSE COALESCE("4.2.4 opinion", "4.2.4 gives", 0) END AS "4.2.4 points",
    "4.2.4 out" AS "4.2.4 excluded", "4.2.4 out" = 0 AND COALESCE("4.2.4 opinion", "4.2.4 gives") IS NOT NULL AS "4.2.4 known",
  CASE "4.3.1 out" WHEN 1 THEN 0 ELSE COALESCE("4.3.1 opinion", "4.3.1 gives", 0) END AS "4.3.1 points",
    "4.3.1 out" AS "4.3.1 excluded", "4.3.1 out" = 0 AND COALESCE("4.3.1 opinion", "4.3.1 gives") IS NOT NULL AS "4.3.1 known",
  CASE "4.3.2 out" WHEN 1 THEN 0 ELSE COALESCE("4.3.2 opinion", "4.3.2 gives", 0) END AS "4.3.2 points",
    "4.3.2 out" AS "4.3.2 excluded", "4.3.2 out" = 0 AND COALESCE("4.3.2 opinion", "4.3.2 gives") IS NOT NULL AS "4.3.2 known",
  CASE "4.3.3 out" WHEN 1 THEN 0 ELSE COALESCE("4.3.3 opinion", "4.3.3 gives", 0) END AS "4.3.3 points",
    "4.3.3 out" AS "4.3.3 excluded", "4.3.3 out" = 0 AND COALESCE("4.3.3 opinion", "4.3.3 gives") IS NOT NULL AS "4.3.3 known",
  CASE "4.4 out" WHEN 1 THEN 0 ELSE COALESCE("4.4 opinion", "4.4 gives", 0) END AS "4.4 points",
    "4.4 out" AS "4.4 excluded", "4.4 out" = 0 AND COALESCE("4.4 opinion", "4.4 gives") IS NOT NULL AS "4.4 known",
  CASE "4.5 out" WHEN 1 THEN 0 ELSE COALESCE("4.5 opinion", "4.5 gives", 0) END AS "4.5 points",
    "4.5 out" AS "4.5 excluded", "4.5 out" = 0 AND COALESCE("4.5 opinion", "4.5 gives") IS NOT NULL AS "4.5 known",
  CASE "4.6.1 out" WHEN 1 THEN 0 ELSE COALESCE("4.6.1 opinion", "4.6.1 gives", 0) END AS "4.6.1 points",
    "4.6.1 out" AS "4.6.1 excluded", "4.6.1 out" = 0 AND COALESCE("4.6.1 opinion", "4.6.1 gives") IS NOT NULL AS "4.6.1 known",
  CASE "4.6.2 out" WHEN 1 THEN 0 ELSE COALESCE("4.6.2 opinion", "4.6.2 gives", 0) END AS "4.6.2 points",
    "4.6.2 out" AS "4.6.2 excluded", "4.6.2 out" = 0 AND COALESCE("4.6.2 opinion", "4.6.2 gives") IS NOT NULL AS "4.6.2 known",
  CASE "5.1.1 out" WHEN 1 THEN 0 ELSE COALESCE("5.1.1 opinion", "5.1.1 gives", 0) END AS "5.1.1 points",
    "5.1.1 out" AS "5.1.1 excluded", "5.1.1 out" = 0 AND COALESCE("5.1.1 opinion", "5.1.1 gives") IS NOT NULL AS "5.1.1 known",
  CASE "5.1.2 out" WHEN 1 THEN 0 ELSE COALESCE("5.1.2 opinion", "5.1.2 gives", 0) END AS "5.1.2 points",
    "5.1.2 out" AS "5.1.2 excluded", "5.1.2 out" = 0 AND COALESCE("5.1.2 opinion", "5.1.2 gives") IS NOT NULL AS "5.1.2 known",
  CASE "5.1.3 out" WHEN 1 THEN 0 ELSE COALESCE("5.1.3 opinion", "5.1.3 gives", 0) END AS "5.1.3 points",
    "5.1.3 out" AS "5.1.3 excluded", "5.1.3 out" = 0 AND COALESCE("5.1.3 opinion", "5.1.3 gives") IS NOT NULL AS "5.1.3 known",
  CASE "5.1.4 out" WHEN 1 THEN 0 ELSE COALESCE("5.1.4 opinion", "5.1.4 gives", 0) END AS "5.1.4 points",
    "5.1.4 out" AS "5.1.4 excluded", "5.1.4 out" = 0 AND COALESCE("5.1.4 opinion", "5.1.4 gives") IS NOT NULL AS "5.1.4 known",
  CASE "5.1.5 out" WHEN 1 THEN 0 ELSE COALESCE("5.1.5 opinion", "5.1.5 gives", 0) END AS "5.1.5 points",
    "5.1.5 out" AS "5.1.5 excluded", "5.1.5 out" = 0 AND COALESCE("5.1.5 opinion", "5.1.5 gives") IS NOT NULL AS "5.1.5 known",
  CASE "5.2.1 out" WHEN 1 THEN 0 ELSE COALESCE("5.2.1 opinion", "5.2.1 gives", 0) END AS "5.2.1 points",
    "5.2.1 out" AS "5.2.1 excluded", "5.2.1 out" = 0 AND COALESCE("5.2.1 opinion", "5.2.1 gives") IS NOT NULL AS "5.2.1 known",
  CASE "5.2.2 out" WHEN 1 THEN 0 ELSE COALESCE("5.2.2 opinion", "5.2.2 gives", 0) END AS "5.2.2 points",
    "5.2.2 out" AS "5.2.2 excluded", "5.2.2 out" = 0 AND COALESCE("5.2.2 opinion", "5.2.2 gives") IS NOT NULL AS "5.2.2 known",
  CASE "5.2.3 out" WHEN 1 THEN 0 ELSE COALESCE("5.2.3 opinion", "5.2.3 gives", 0) END AS "5.2.3 points",
    "5.2.3 out" AS "5.2.3 excluded", "5.2.3 out" = 0 AND COALESCE("5.2.3 opinion", "5.2.3 gives") IS NOT NULL AS "5.2.3 known",
  CASE "5.3.1 out" WHEN 1 THEN 0 ELSE COALESCE("5.3.1 opinion", "5.3.1 gives", 0) END AS "5.3.1 points",
    "5.3.1 out" AS "5.3.1 excluded", "5.3.1 out" = 0 AND COALESCE("5.3.1 opinion", "5.3.1 gives") IS NOT NULL AS "5.3.1 known",
  CASE "5.3.2 out" WHEN 1 THEN 0 ELSE COALESCE("5.3.2 opinion", "5.3.2 gives", 0) END AS "5.3.2 points",
    "5.3.2 out" AS "5.3.2 excluded", "5.3.2 out" = 0 AND COALESCE("5.3.2 opinion", "5.3.2 gives") IS NOT NULL AS "5.3.2 known",
  CASE "5.4 out" WHEN 1 THEN 0 ELSE COALESCE("5.4 opinion", "5.4 gives", 0) END AS "5.4 points",
    "5.4 out" AS "5.4 excluded", "5.4 out" = 0 AND COALESCE("5.4 opinion", "5.4 gives") IS NOT NULL AS "5.4 known",
  CASE "6a.1.1 out" WHEN 1 THEN 0 ELSE COALESCE("6a.1.1 opinion", "6a.1.1 gives", 0) END AS "6a.1.1 points",
    "6a.1.1 out" AS "6a.1.1 excluded", "6a.1.1 out" = 0 AND COALESCE("6a.1.1 opinion", "6a.1.1 gives") IS NOT NULL AS "6a.1.1 known",
  CASE "6a.1.2 out" WHEN 1 THEN 0 ELSE COALESCE("6a.1.2 opinion", "6a.1.2 gives", 0) END AS "6a.1.2 points",
    "6a.1.2 out" AS "6a.1.2 excluded", "6a.1.2 out" = 0 AND COALESCE("6a.1.2 opinion", "6a.1.2 gives") IS NOT NULL AS "6a.1.2 known",
  CASE "6a.2.1 out" WHEN 1 THEN 0 ELSE COALESCE("6a.2.1 opinion", "6a.2.1 gives", 0) END AS "6a.2.1 points",
    "6a.2.1 out" AS "6a.2.1 excluded", "6a.2.1 out" = 0 AND COALESCE("6a.2.1 opinion", "6a.2.1 gives") IS NOT NULL AS "6a.2.1 known",
  CASE "6a.2.2 out" WHEN 1 THEN 0 ELSE COALESCE("6a.2.2 opinion", "6a.2.2 gives", 0) END AS "6a.2.2 points",
    "6a.2.2 out" AS "6a.2.2 excluded", "6a.2.2 out" = 0 AND COALESCE("6a.2.2 opinion", "6a.2.2 gives") IS NOT NULL AS "6a.2.2 known",
  CASE "6a.2.3 out" WHEN 1 THEN 0 ELSE COALESCE("6a.2.3 opinion", "6a.2.3 gives", 0) END AS "6a.2.3 points",
    "6a.2.3 out" AS "6a.2.3 excluded", "6a.2.3 out" = 0 AND COALESCE("6a.2.3 opinion", "6a.2.3 gives") IS NOT NULL AS "6a.2.3 known",
  CASE "6a.3.1 out" WHEN 1 THEN 0 ELSE COALESCE("6a.3.1 opinion", "6a.3.1 gives", 0) END AS "6a.3.1 points",
    "6a.3.1 out" AS "6a.3.1 excluded", "6a.3.1 out" = 0 AND COALESCE("6a.3.1 opinion", "6a.3.1 gives") IS NOT NULL AS "6a.3.1 known",
  CASE "6a.3.2 out" WHEN 1 THEN 0 ELSE COALESCE("6a.3.2 opinion", "6a.3.2 gives", 0) END AS "6a.3.2 points",
    "6a.3.2 out" AS "6a.3.2 excluded", "6a.3.2 out" = 0 AND COALESCE("6a.3.2 opinion", "6a.3.2 gives") IS NOT NULL AS "6a.3.2 known",
  CASE "6a.4 out" WHEN 1 THEN 0 ELSE COALESCE("6a.4 opinion", "6a.4 gives", 0) END AS "6a.4 points",
    "6a.4 out" AS "6a.4 excluded", "6a.4 out" = 0 AND COALESCE("6a.4 opinion", "6a.4 gives") IS NOT NULL AS "6a.4 known",
  CASE "6a.5.1 out" WHEN 1 THEN 0 ELSE COALESCE("6a.5.1 opinion", "6a.5.1 gives", 0) END AS "6a.5.1 points",
    "6a.5.1 out" AS "6a.5.1 excluded", "6a.5.1 out" = 0 AND COALESCE("6a.5.1 opinion", "6a.5.1 gives") IS NOT NULL AS "6a.5.1 known",
  CASE "6a.5.2 out" WHEN 1 THEN 0 ELSE COALESCE("6a.5.2 opinion", "6a.5.2 gives", 0) END AS "6a.5.2 points",
    "6a.5.2 out" AS "6a.5.2 excluded", "6a.5.2 out" = 0 AND COALESCE("6a.5.2 opinion", "6a.5.2 gives") IS NOT NULL AS "6a.5.2 known",
  CASE "6b.1.1 out" WHEN 1 THEN 0 ELSE COALESCE("6b.1.1 opinion", "6b.1.1 gives", 0) END AS "6b.1.1 points",
    "6b.1.1 out" AS "6b.1.1 excluded", "6b.1.1 out" = 0 AND COALESCE("6b.1.1 opinion", "6b.1.1 gives") IS NOT NULL AS "6b.1.1 known",
  CASE "6b.1.2 out" WHEN 1 THEN 0 ELSE COALESCE("6b.1.2 opinion", "6b.1.2 gives", 0) END AS "6b.1.2 points",
    "6b.1.2 out" AS "6b.1.2 excluded", "6b.1.2 out" = 0 AND COALESCE("6b.1.2 opinion", "6b.1.2 gives") IS NOT NULL AS "6b.1.2 known",
  CASE "6b.1.3 out" WHEN 1 THEN 0 ELSE COALESCE("6b.1.3 opinion", "6b.1.3 gives", 0) END AS "6b.1.3 points",
    "6b.1.3 out" AS "6b.1.3 excluded", "6b.1.3 out" = 0 AND COALESCE("6b.1.3 opinion", "6b.1.3 gives") IS NOT NULL AS "6b.1.3 known",
  CASE "6b.2.1 out" WHEN 1 THEN 0 ELSE COALESCE("6b.2.1 opinion", "6b.2.1 gives", 0) END AS "6b.2.1 points",
    "6b.2.1 out" AS "6b.2.1 excluded", "6b.2.1 out" = 0 AND COALESCE("6b.2.1 opinion", "6b.2.1 gives") IS NOT NULL AS "6b.2.1 known",
  CASE "6b.2.2 out" WHEN 1 THEN 0 ELSE COALESCE("6b.2.2 opinion", "6b.2.2 gives", 0) END AS "6b.2.2 points",
    "6b.2.2 out" AS "6b.2.2 excluded", "6b.2.2 out" = 0 AND COALESCE("6b.2.2 opinion", "6b.2.2 gives") IS NOT NULL AS "6b.2.2 known",
  CASE "6b.2.3 out" WHEN 1 THEN 0 ELSE COALESCE("6b.2.3 opinion", "6b.2.3 gives", 0) END AS "6b.2.3 points",
    "6b.2.3 out" AS "6b.2.3 excluded", "6b.2.3 out" = 0 AND COALESCE("6b.2.3 opinion", "6b.2.3 gives") IS NOT NULL AS "6b.2.3 known",
  CASE "6b.3.1 out" WHEN 1 THEN 0 ELSE COALESCE("6b.3.1 opinion", "6b.3.1 gives", 0) END AS "6b.3.1 points",
    "6b.3.1 out" AS "6b.3.1 excluded", "6b.3.1 out" = 0 AND COALESCE("6b.3.1 opinion", "6b.3.1 gives") IS NOT NULL AS "6b.3.1 known",
  CASE "6b.3.2 out" WHEN 1 THEN 0 ELSE COALESCE("6b.3.2 opinion", "6b.3.2 gives", 0) END AS "6b.3.2 points",
    "6b.3.2 out" AS "6b.3.2 excluded", "6b.3.2 out" = 0 AND COALESCE("6b.3.2 opinion", "6b.3.2 gives") IS NOT NULL AS "6b.3.2 known",
  CASE "6b.3.3 out" WHEN 1 THEN 0 ELSE COALESCE("6b.3.3 opinion", "6b.3.3 gives", 0) END AS "6b.3.3 points",
    "6b.3.3 out" AS "6b.3.3 excluded", "6b.3.3 out" = 0 AND COALESCE("6b.3.3 opinion", "6b.3.3 gives") IS NOT NULL AS "6b.3.3 known",
  CASE "7.1.1 out" WHEN 1 THEN 0 ELSE COALESCE("7.1.1 opinion", "7.1.1 gives", 0) END AS "7.1.1 points",
    "7.1.1 out" AS "7.1.1 excluded", "7.1.1 out" = 0 AND COALESCE("7.1.1 opinion", "7.1.1 gives") IS NOT NULL AS "7.1.1 known",
  CASE "7.1.2 out" WHEN 1 THEN 0 ELSE COALESCE("7.1.2 opinion", "7.1.2 gives", 0) END AS "7.1.2 points",
    "7.1.2 out" AS "7.1.2 excluded", "7.1.2 out" = 0 AND COALESCE("7.1.2 opinion", "7.1.2 gives") IS NOT NULL AS "7.1.2 known",
  CASE "7.1.3 out" WHEN 1 THEN 0 ELSE COALESCE("7.1.3 opinion", "7.1.3 gives", 0) END AS "7.1.3 points",
    "7.1.3 out" AS "7.1.3 excluded", "7.1.3 out" = 0 AND COALESCE("7.1.3 opinion", "7.1.3 gives") IS NOT NULL AS "7.1.3 known",
  CASE "7.1.4 out" WHEN 1 THEN 0 ELSE COALESCE("7.1.4 opinion", "7.1.4 gives", 0) END AS "7.1.4 points",
    "7.1.4 out" AS "7.1.4 excluded", "7.1.4 out" = 0 AND COALESCE("7.1.4 opinion", "7.1.4 gives") IS NOT NULL AS "7.1.4 known",
  CASE "7.1.5 out" WHEN 1 THEN 0 ELSE COALESCE("7.1.5 opinion", "7.1.5 gives", 0) END AS "7.1.5 points",
    "7.1.5 out" AS "7.1.5 excluded", "7.1.5 out" = 0 AND COALESCE("7.1.5 opinion", "7.1.5 gives") IS NOT NULL AS "7.1.5 known",
  CASE "7.2.1 out" WHEN 1 THEN 0 ELSE COALESCE("7.2.1 opinion", "7.2.1 gives", 0) END AS "7.2.1 points",
    "7.2.1 out" AS "7.2.1 excluded", "7.2.1 out" = 0 AND COALESCE("7.2.1 opinion", "7.2.1 gives") IS NOT NULL AS "7.2.1 known",
  CASE "7.2.3 out" WHEN 1 THEN 0 ELSE COALESCE("7.2.3 opinion", "7.2.3 gives", 0) END AS "7.2.3 points",
    "7.2.3 out" AS "7.2.3 excluded", "7.2.3 out" = 0 AND COALESCE("7.2.3 opinion", "7.2.3 gives") IS NOT NULL AS "7.2.3 known",
  CASE "7.2.4 out" WHEN 1 THEN 0 ELSE COALESCE("7.2.4 opinion", "7.2.4 gives", 0) END AS "7.2.4 points",
    "7.2.4 out" AS "7.2.4 excluded", "7.2.4 out" = 0 AND COALESCE("7.2.4 opinion", "7.2.4 gives") IS NOT NULL AS "7.2.4 known",
  CASE "8.1 out" WHEN 1 THEN 0 ELSE COALESCE("8.1 opinion", "8.1 gives", 0) END AS "8.1 points",
    "8.1 out" AS "8.1 excluded", "8.1 out" = 0 AND COALESCE("8.1 opinion", "8.1 gives") IS NOT NULL AS "8.1 known",
  CASE "8.2 out" WHEN 1 THEN 0 ELSE COALESCE("8.2 opinion", "8.2 gives", 0) END AS "8.2 points",
    "8.2 out" AS "8.2 excluded", "8.2 out" = 0 AND COALESCE("8.2 opinion", "8.2 gives") IS NOT NULL AS "8.2 known"
  FROM opinions),

-- What stands of the others, of those that are not excluded; bonus and penalty are no part of it. What is not known counts 0.
-- 7.2.2 (2): Tỷ lệ điểm của các tiêu chí khác × điểm tối đa
derived_sums AS MATERIALIZED (SELECT id,
  "1.1.1 points" + "1.1.2 points" + "1.1.3 points" + "1.2.1 points" + "1.2.2 points" + "1.2.3 points" + "1.3.1 points" + "1.3.2 points" + "1.4.1 points"
   + "1.4.2 points" + "1.5 points" + "1.6 points" + "2.1.1 points" + "2.1.2 points" + "2.2 points" + "2.3.1 points" + "2.3.2 points" + "2.3.3 points"
   + "2.3.4 points" + "2.4.1 points" + "2.4.2 points" + "3.1.1 points" + "3.1.2 points" + "3.2.1 points" + "3.2.2 points" + "3.2.3 points"
   + "3.3.1.1 points" + "3.3.1.2 points" + "3.3.1.3 points" + "3.3.1.4 points" + "3.3.2.1 points" + "3.3.2.2 points" + "3.4.1 points" + "3.4.2 points"
   + "3.4.3 points" + "3.4.4 points" + "3.4.5 points" + "3.5.1 points" + "3.5.2 points" + "3.6.1 points" + "3.6.2 points" + "4.1.1 points"
   + "4.1.2 points" + "4.1.3 points" + "4.1.4 points" + "4.2.1 points" + "4.2.2 points" + "4.2.3 points" + "4.2.4 points" + "4.3.1 points"
   + "4.3.2 points" + "4.3.3 points" + "4.4 points" + "4.5 points" + "4.6.1 points" + "4.6.2 points" + "5.1.1 points" + "5.1.2 points" + "5.1.3 points"
   + "5.1.4 points" + "5.1.5 points" + "5.2.1 points" + "5.2.2 points" + "5.2.3 points" + "5.3.1 points" + "5.3.2 points" + "5.4 points"
   + "6a.1.1 points" + "6a.1.2 points" + "6a.2.1 points" + "6a.2.2 points" + "6a.2.3 points" + "6a.3.1 points" + "6a.3.2 points" + "6a.4 points"
   + "6a.5.1 points" + "6a.5.2 points" + "6b.1.1 points" + "6b.1.2 points" + "6b.1.3 points" + "6b.2.1 points" + "6b.2.2 points" + "6b.2.3 points"
   + "6b.3.1 points" + "6b.3.2 points" + "6b.3.3 points" + "7.1.1 points" + "7.1.2 points" + "7.1.3 points" + "7.1.4 points" + "7.1.5 points"
   + "7.2.1 points" + "7.2.3 points" + "7.2.4 points" AS p,
  10000 * (1 - "1.1.1 excluded") + 20000 * (1 - "1.1.2 excluded") + 10000 * (1 - "1.1.3 excluded") + 10000 * (1 - "1.2.1 excluded")
   + 10000 * (1 - "1.2.2 excluded") + 20000 * (1 - "1.2.3 excluded") + 5000 * (1 - "1.3.1 excluded") + 15000 * (1 - "1.3.2 excluded")
   + 10000 * (1 - "1.4.1 excluded") + 10000 * (1 - "1.4.2 excluded") + 20000 * (1 - "1.5 excluded") + 10000 * (1 - "1.6 excluded")
   + 10000 * (1 - "2.1.1 excluded") + 10000 * (1 - "2.1.2 excluded") + 10000 * (1 - "2.2 excluded") + 5000 * (1 - "2.3.1 excluded")
   + 10000 * (1 - "2.3.2 excluded") + 10000 * (1 - "2.3.3 excluded") + 5000 * (1 - "2.3.4 excluded") + 5000 * (1 - "2.4.1 excluded")
   + 15000 * (1 - "2.4.2 excluded") + 20000 * (1 - "3.1.1 excluded") + 10000 * (1 - "3.1.2 excluded") + 20000 * (1 - "3.2.1 excluded")
   + 10000 * (1 - "3.2.2 excluded") + 10000 * (1 - "3.2.3 excluded") + 20000 * (1 - "3.3.1.1 excluded") + 10000 * (1 - "3.3.1.2 excluded")
   + 10000 * (1 - "3.3.1.3 excluded") + 10000 * (1 - "3.3.1.4 excluded") + 10000 * (1 - "3.3.2.1 excluded") + 10000 * (1 - "3.3.2.2 excluded")
   + 10000 * (1 - "3.4.1 excluded") + 10000 * (1 - "3.4.2 excluded") + 10000 * (1 - "3.4.3 excluded") + 10000 * (1 - "3.4.4 excluded")
   + 10000 * (1 - "3.4.5 excluded") + 5000 * (1 - "3.5.1 excluded") + 5000 * (1 - "3.5.2 excluded") + 10000 * (1 - "3.6.1 excluded")
   + 10000 * (1 - "3.6.2 excluded") + 5000 * (1 - "4.1.1 excluded") + 10000 * (1 - "4.1.2 excluded") + 10000 * (1 - "4.1.3 excluded")
   + 5000 * (1 - "4.1.4 excluded") + 10000 * (1 - "4.2.1 excluded") + 10000 * (1 - "4.2.2 excluded") + 10000 * (1 - "4.2.3 excluded")
   + 10000 * (1 - "4.2.4 excluded") + 10000 * (1 - "4.3.1 excluded") + 10000 * (1 - "4.3.2 excluded") + 10000 * (1 - "4.3.3 excluded")
   + 20000 * (1 - "4.4 excluded") + 10000 * (1 - "4.5 excluded") + 5000 * (1 - "4.6.1 excluded") + 5000 * (1 - "4.6.2 excluded")
   + 10000 * (1 - "5.1.1 excluded") + 10000 * (1 - "5.1.2 excluded") + 10000 * (1 - "5.1.3 excluded") + 10000 * (1 - "5.1.4 excluded")
   + 10000 * (1 - "5.1.5 excluded") + 10000 * (1 - "5.2.1 excluded") + 5000 * (1 - "5.2.2 excluded") + 5000 * (1 - "5.2.3 excluded")
   + 10000 * (1 - "5.3.1 excluded") + 10000 * (1 - "5.3.2 excluded") + 10000 * (1 - "5.4 excluded") + 10000 * (1 - "6a.1.1 excluded")
   + 10000 * (1 - "6a.1.2 excluded") + 10000 * (1 - "6a.2.1 excluded") + 10000 * (1 - "6a.2.2 excluded") + 10000 * (1 - "6a.2.3 excluded")
   + 10000 * (1 - "6a.3.1 excluded") + 10000 * (1 - "6a.3.2 excluded") + 10000 * (1 - "6a.4 excluded") + 5000 * (1 - "6a.5.1 excluded")
   + 5000 * (1 - "6a.5.2 excluded") + 20000 * (1 - "6b.1.1 excluded") + 10000 * (1 - "6b.1.2 excluded") + 10000 * (1 - "6b.1.3 excluded")
   + 10000 * (1 - "6b.2.1 excluded") + 10000 * (1 - "6b.2.2 excluded") + 10000 * (1 - "6b.2.3 excluded") + 10000 * (1 - "6b.3.1 excluded")
   + 10000 * (1 - "6b.3.2 excluded") + 10000 * (1 - "6b.3.3 excluded") + 10000 * (1 - "7.1.1 excluded") + 10000 * (1 - "7.1.2 excluded")
   + 30000 * (1 - "7.1.3 excluded") + 10000 * (1 - "7.1.4 excluded") + 10000 * (1 - "7.1.5 excluded") + 10000 * (1 - "7.2.1 excluded")
   + 10000 * (1 - "7.2.3 excluded") + 10000 * (1 - "7.2.4 excluded") AS m
  FROM stands),

derived_opinion AS MATERIALIZED (SELECT id,
  CASE WHEN m > 0 THEN MIN(20000, 100 * ((2 * 200 * MAX(p, 0) + m) / (2 * m))) END AS "7.2.2 gives",
  COALESCE("7.2.2 two", "7.2.2 one", "7.2.2 self") AS "7.2.2 opinion",
  "7.2.2 applies" = 0 AS "7.2.2 out"
  FROM derived_sums JOIN sheet USING (id)),

derived_stands AS MATERIALIZED (SELECT id,
  CASE "7.2.2 out" WHEN 1 THEN 0 ELSE COALESCE("7.2.2 opinion", "7.2.2 gives", 0) END AS "7.2.2 points",
    "7.2.2 out" AS "7.2.2 excluded", "7.2.2 out" = 0 AND COALESCE("7.2.2 opinion", "7.2.2 gives") IS NOT NULL AS "7.2.2 known"
  FROM derived_opinion),

-- The sums of the leaves, survey leaves apart; bonus and penalty are capped by the set (1; 2).
sums AS MATERIALIZED (SELECT id,
  "1.1.1 points" + "1.1.2 points" + "1.1.3 points" + "1.2.1 points" + "1.2.2 points" + "1.2.3 points" + "1.3.1 points" + "1.3.2 points" + "1.4.1 points"
   + "1.4.2 points" + "1.5 points" + "1.6 points" + "2.1.1 points" + "2.1.2 points" + "2.2 points" + "2.3.1 points" + "2.3.2 points" + "2.3.3 points"
   + "2.3.4 points" + "2.4.1 points" + "2.4.2 points" + "3.1.1 points" + "3.1.2 points" + "3.2.1 points" + "3.2.2 points" + "3.2.3 points"
   + "3.3.1.1 points" + "3.3.1.2 points" + "3.3.1.3 points" + "3.3.1.4 points" + "3.3.2.1 points" + "3.3.2.2 points" + "3.4.1 points" + "3.4.2 points"
   + "3.4.3 points" + "3.4.4 points" + "3.4.5 points" + "3.5.1 points" + "3.5.2 points" + "3.6.1 points" + "3.6.2 points" + "4.1.1 points"
   + "4.1.2 points" + "4.1.3 points" + "4.1.4 points" + "4.2.1 points" + "4.2.2 points" + "4.2.3 points" + "4.2.4 points" + "4.3.1 points"
   + "4.3.2 points" + "4.3.3 points" + "4.4 points" + "4.5 points" + "4.6.1 points" + "4.6.2 points" + "5.1.1 points" + "5.1.2 points" + "5.1.3 points"
   + "5.1.4 points" + "5.1.5 points" + "5.2.1 points" + "5.2.2 points" + "5.2.3 points" + "5.3.1 points" + "5.3.2 points" + "5.4 points"
   + "6a.1.1 points" + "6a.1.2 points" + "6a.2.1 points" + "6a.2.2 points" + "6a.2.3 points" + "6a.3.1 points" + "6a.3.2 points" + "6a.4 points"
   + "6a.5.1 points" + "6a.5.2 points" + "6b.1.1 points" + "6b.1.2 points" + "6b.1.3 points" + "6b.2.1 points" + "6b.2.2 points" + "6b.2.3 points"
   + "6b.3.1 points" + "6b.3.2 points" + "6b.3.3 points" + "7.2.1 points" + "7.2.2 points" + "7.2.3 points" + "7.2.4 points" AS p,
  10000 * (1 - "1.1.1 excluded") + 20000 * (1 - "1.1.2 excluded") + 10000 * (1 - "1.1.3 excluded") + 10000 * (1 - "1.2.1 excluded")
   + 10000 * (1 - "1.2.2 excluded") + 20000 * (1 - "1.2.3 excluded") + 5000 * (1 - "1.3.1 excluded") + 15000 * (1 - "1.3.2 excluded")
   + 10000 * (1 - "1.4.1 excluded") + 10000 * (1 - "1.4.2 excluded") + 20000 * (1 - "1.5 excluded") + 10000 * (1 - "1.6 excluded")
   + 10000 * (1 - "2.1.1 excluded") + 10000 * (1 - "2.1.2 excluded") + 10000 * (1 - "2.2 excluded") + 5000 * (1 - "2.3.1 excluded")
   + 10000 * (1 - "2.3.2 excluded") + 10000 * (1 - "2.3.3 excluded") + 5000 * (1 - "2.3.4 excluded") + 5000 * (1 - "2.4.1 excluded")
   + 15000 * (1 - "2.4.2 excluded") + 20000 * (1 - "3.1.1 excluded") + 10000 * (1 - "3.1.2 excluded") + 20000 * (1 - "3.2.1 excluded")
   + 10000 * (1 - "3.2.2 excluded") + 10000 * (1 - "3.2.3 excluded") + 20000 * (1 - "3.3.1.1 excluded") + 10000 * (1 - "3.3.1.2 excluded")
   + 10000 * (1 - "3.3.1.3 excluded") + 10000 * (1 - "3.3.1.4 excluded") + 10000 * (1 - "3.3.2.1 excluded") + 10000 * (1 - "3.3.2.2 excluded")
   + 10000 * (1 - "3.4.1 excluded") + 10000 * (1 - "3.4.2 excluded") + 10000 * (1 - "3.4.3 excluded") + 10000 * (1 - "3.4.4 excluded")
   + 10000 * (1 - "3.4.5 excluded") + 5000 * (1 - "3.5.1 excluded") + 5000 * (1 - "3.5.2 excluded") + 10000 * (1 - "3.6.1 excluded")
   + 10000 * (1 - "3.6.2 excluded") + 5000 * (1 - "4.1.1 excluded") + 10000 * (1 - "4.1.2 excluded") + 10000 * (1 - "4.1.3 excluded")
   + 5000 * (1 - "4.1.4 excluded") + 10000 * (1 - "4.2.1 excluded") + 10000 * (1 - "4.2.2 excluded") + 10000 * (1 - "4.2.3 excluded")
   + 10000 * (1 - "4.2.4 excluded") + 10000 * (1 - "4.3.1 excluded") + 10000 * (1 - "4.3.2 excluded") + 10000 * (1 - "4.3.3 excluded")
   + 20000 * (1 - "4.4 excluded") + 10000 * (1 - "4.5 excluded") + 5000 * (1 - "4.6.1 excluded") + 5000 * (1 - "4.6.2 excluded")
   + 10000 * (1 - "5.1.1 excluded") + 10000 * (1 - "5.1.2 excluded") + 10000 * (1 - "5.1.3 excluded") + 10000 * (1 - "5.1.4 excluded")
   + 10000 * (1 - "5.1.5 excluded") + 10000 * (1 - "5.2.1 excluded") + 5000 * (1 - "5.2.2 excluded") + 5000 * (1 - "5.2.3 excluded")
   + 10000 * (1 - "5.3.1 excluded") + 10000 * (1 - "5.3.2 excluded") + 10000 * (1 - "5.4 excluded") + 10000 * (1 - "6a.1.1 excluded")
   + 10000 * (1 - "6a.1.2 excluded") + 10000 * (1 - "6a.2.1 excluded") + 10000 * (1 - "6a.2.2 excluded") + 10000 * (1 - "6a.2.3 excluded")
   + 10000 * (1 - "6a.3.1 excluded") + 10000 * (1 - "6a.3.2 excluded") + 10000 * (1 - "6a.4 excluded") + 5000 * (1 - "6a.5.1 excluded")
   + 5000 * (1 - "6a.5.2 excluded") + 20000 * (1 - "6b.1.1 excluded") + 10000 * (1 - "6b.1.2 excluded") + 10000 * (1 - "6b.1.3 excluded")
   + 10000 * (1 - "6b.2.1 excluded") + 10000 * (1 - "6b.2.2 excluded") + 10000 * (1 - "6b.2.3 excluded") + 10000 * (1 - "6b.3.1 excluded")
   + 10000 * (1 - "6b.3.2 excluded") + 10000 * (1 - "6b.3.3 excluded") + 10000 * (1 - "7.2.1 excluded") + 20000 * (1 - "7.2.2 excluded")
   + 10000 * (1 - "7.2.3 excluded") + 10000 * (1 - "7.2.4 excluded") AS m,
  "7.1.1 points" + "7.1.2 points" + "7.1.3 points" + "7.1.4 points" + "7.1.5 points" AS p_survey,
  10000 * (1 - "7.1.1 excluded") + 10000 * (1 - "7.1.2 excluded") + 30000 * (1 - "7.1.3 excluded") + 10000 * (1 - "7.1.4 excluded")
   + 10000 * (1 - "7.1.5 excluded") AS m_survey,
  MIN(10000, "8.1 points") AS bonus,
  MIN(20000, "8.2 points") AS penalty
  FROM stands JOIN derived_stands USING (id)),

-- Không áp dụng: quy đổi. All but the survey leaves are rescaled to their full maximum, and rounded once; where none of them is excluded there is nothing to
-- rescale. Survey leaves are added after it.
rescaled AS MATERIALIZED (SELECT id, p_survey, bonus, penalty,
  CASE WHEN m = 930000 THEN p WHEN m > 0 THEN 100 * ((2 * p * (930000 / 100) + m) / (2 * m)) ELSE 0 END AS p,
  CASE WHEN m > 0 THEN 930000 ELSE 0 END + m_survey AS max
  FROM sums),

totals AS MATERIALIZED (SELECT id, max, MAX(0, MIN(max, p + p_survey + bonus - penalty)) AS points FROM rescaled),

-- The set compares exactly (So sánh hạng: chính xác), so the class goes by points / max and not by the percent as printed.
percents AS MATERIALIZED (SELECT id, points, max,
  CASE WHEN max > 0 THEN (2 * 10000 * points + max) / (2 * max) END AS percent,
  CASE WHEN max = 0 THEN NULL WHEN 100 * points >= 85 * max THEN 'Tốt' WHEN 100 * points >= 70 * max THEN 'Khá'
       WHEN 100 * points >= 60 * max THEN 'Trung bình' ELSE 'Kém' END AS class
  FROM totals)

SELECT
  "1.1.1 points", "1.1.1 excluded", "1.1.1 known",
  "1.1.2 points", "1.1.2 excluded", "1.1.2 known",
  "1.1.3 points", "1.1.3 excluded", "1.1.3 known",
  "1.2.1 points", "1.2.1 excluded", "1.2.1 known",
  "1.2.2 points", "1.2.2 excluded", "1.2.2 known",
  "1.2.3 points", "1.2.3 excluded", "1.2.3 known",
  "1.3.1 points", "1.3.1 excluded", "1.3.1 known",
  "1.3.2 points", "1.3.2 excluded", "1.3.2 known",
  "1.4.1 points", "1.4.1 excluded", "1.4.1 known",
  "1.4.2 points", "1.4.2 excluded", "1.4.2 known",
  "1.5 points", "1.5 excluded", "1.5 known",
  "1.6 points", "1.6 excluded", "1.6 known",
  "2.1.1 points", "2.1.1 excluded", "2.1.1 known",
  "2.1.2 points", "2.1.2 excluded", "2.1.2 known",
  "2.2 points", "2.2 excluded", "2.2 known",
  "2.3.1 points", "2.3.1 excluded", "2.3.1 known",
  "2.3.2 points", "2.3.2 excluded", "2.3.2 known",
  "2.3.3 points", "2.3.3 excluded", "2.3.3 known",
  "2.3.4 points", "2.3.4 excluded", "2.3.4 known",
  "2.4.1 points", "2.4.1 excluded", "2.4.1 known",
  "2.4.2 points", "2.4.2 excluded", "2.4.2 known",
  "3.1.1 points", "3.1.1 excluded", "3.1.1 known",
  "3.1.2 points", "3.1.2 excluded", "3.1.2 known",
  "3.2.1 points", "3.2.1 excluded", "3.2.1 known",
  "3.2.2 points", "3.2.2 excluded", "3.2.2 known",
  "3.2.3 points", "3.2.3 excluded", "3.2.3 known",
  "3.3.1.1 points", "3.3.1.1 excluded", "3.3.1.1 known",
  "3.3.1.2 points", "3.3.1.2 excluded", "3.3.1.2 known",
  "3.3.1.3 points", "3.3.1.3 excluded", "3.3.1.3 known",
  "3.3.1.4 points", "3.3.1.4 excluded", "3.3.1.4 known",
  "3.3.2.1 points", "3.3.2.1 excluded", "3.3.2.1 known",
  "3.3.2.2 points", "3.3.2.2 excluded", "3.3.2.2 known",
  "3.4.1 points", "3.4.1 excluded", "3.4.1 known",
  "3.4.2 points", "3.4.2 excluded", "3.4.2 known",
  "3.4.3 points", "3.4.3 excluded", "3.4.3 known",
  "3.4.4 points", "3.4.4 excluded", "3.4.4 known",
  "3.4.5 points", "3.4.5 excluded", "3.4.5 known",
  "3.5.1 points", "3.5.1 excluded", "3.5.1 known",
  "3.5.2 points", "3.5.2 excluded", "3.5.2 known",
  "3.6.1 points", "3.6.1 excluded", "3.6.1 known",
  "3.6.2 points", "3.6.2 excluded", "3.6.2 known",
  "4.1.1 points", "4.1.1 excluded", "4.1.1 known",
  "4.1.2 points", "4.1.2 excluded", "4.1.2 known",
  "4.1.3 points", "4.1.3 excluded", "4.1.3 known",
  "4.1.4 points", "4.1.4 excluded", "4.1.4 known",
  "4.2.1 points", "4.2.1 excluded", "4.2.1 known",
  "4.2.2 points", "4.2.2 excluded", "4.2.2 known",
  "4.2.3 points", "4.2.3 excluded", "4.2.3 known",
  "4.2.4 points", "4.2.4 excluded", "4.2.4 known",
  "4.3.1 points", "4.3.1 excluded", "4.3.1 known",
  "4.3.2 points", "4.3.2 excluded", "4.3.2 known",
  "4.3.3 points", "4.3.3 excluded", "4.3.3 known",
  "4.4 points", "4.4 excluded", "4.4 known",
  "4.5 points", "4.5 excluded", "4.5 known",
  "4.6.1 points", "4.6.1 excluded", "4.6.1 known",
  "4.6.2 points", "4.6.2 excluded", "4.6.2 known",
  "5.1.1 points", "5.1.1 excluded", "5.1.1 known",
  "5.1.2 points", "5.1.2 excluded", "5.1.2 known",
  "5.1.3 points", "5.1.3 excluded", "5.1.3 known",
  "5.1.4 points", "5.1.4 excluded", "5.1.4 known",
  "5.1.5 points", "5.1.5 excluded", "5.1.5 known",
  "5.2.1 points", "5.2.1 excluded", "5.2.1 known",
  "5.2.2 points", "5.2.2 excluded", "5.2.2 known",
  "5.2.3 points", "5.2.3 excluded", "5.2.3 known",
  "5.3.1 points", "5.3.1 excluded", "5.3.1 known",
  "5.3.2 points", "5.3.2 excluded", "5.3.2 known",
  "5.4 points", "5.4 excluded", "5.4 known",
  "6a.1.1 points", "6a.1.1 excluded", "6a.1.1 known",
  "6a.1.2 points", "6a.1.2 excluded", "6a.1.2 known",
  "6a.2.1 points", "6a.2.1 excluded", "6a.2.1 known",
  "6a.2.2 points", "6a.2.2 excluded", "6a.2.2 known",
  "6a.2.3 points", "6a.2.3 excluded", "6a.2.3 known",
  "6a.3.1 points", "6a.3.1 excluded", "6a.3.1 known",
  "6a.3.2 points", "6a.3.2 excluded", "6a.3.2 known",
  "6a.4 points", "6a.4 excluded", "6a.4 known",
  "6a.5.1 points", "6a.5.1 excluded", "6a.5.1 known",
  "6a.5.2 points", "6a.5.2 excluded", "6a.5.2 known",
  "6b.1.1 points", "6b.1.1 excluded", "6b.1.1 known",
  "6b.1.2 points", "6b.1.2 excluded", "6b.1.2 known",
  "6b.1.3 points", "6b.1.3 excluded", "6b.1.3 known",
  "6b.2.1 points", "6b.2.1 excluded", "6b.2.1 known",
  "6b.2.2 points", "6b.2.2 excluded", "6b.2.2 known",
  "6b.2.3 points", "6b.2.3 excluded", "6b.2.3 known",
  "6b.3.1 points", "6b.3.1 excluded", "6b.3.1 known",
  "6b.3.2 points", "6b.3.2 excluded", "6b.3.2 known",
  "6b.3.3 points", "6b.3.3 excluded", "6b.3.3 known",
  "7.1.1 points", "7.1.1 excluded", "7.1.1 known",
  "7.1.2 points", "7.1.2 excluded", "7.1.2 known",
  "7.1.3 points", "7.1.3 excluded", "7.1.3 known",
  "7.1.4 points", "7.1.4 excluded", "7.1.4 known",
  "7.1.5 points", "7.1.5 excluded", "7.1.5 known",
  "7.2.1 points", "7.2.1 excluded", "7.2.1 known",
  "7.2.2 points", "7.2.2 excluded", "7.2.2 known",
  "7.2.3 points", "7.2.3 excluded", "7.2.3 known",
  "7.2.4 points", "7.2.4 excluded", "7.2.4 known",
  "8.1 points", "8.1 excluded", "8.1 known",
  "8.2 points", "8.2 excluded", "8.2 known",
  points, max, percent, class
FROM stands JOIN derived_stands USING (id) JOIN percents USING (id)
ORDER BY id
