-- The points of the sample set for sở (samples/index/bo-tieu-chi-so.md), worked out from the texts of its rules. See README.md in this folder.
-- Integers only. Points are ten-thousandths; the set has 3 decimals, so a leaf is rounded to thousandths: (2 * a + b) / (2 * b) is a / b rounded half up.
-- Where the text of docs/rules.md stands here and core/ differs: a negative figure in a formula (1.7) cannot be; a rate in a growth (6.1.3, 7.2.2.2) is neither
-- negative nor above 1 but for a percentage; "không phát sinh" for some answers of a survey (8.2) is a count of 0.
-- Where that text is silent and core/ is followed: a formula takes numbers, rates and percentages; numbers in a growth may be negative; a sample (2.4.2, 3.2.1) may
-- be of any size, and each fault takes off the same; a sum of points (7.5) above its scale cannot be.

WITH
-- What was entered, by the code of the leaf and the place of the input in it. A shared input stands under each of its leaves.
entered AS (SELECT id,
  "ban hành kế hoạch CCHC kind" AS "1.1.1 kind1", "ban hành kế hoạch CCHC words" AS "1.1.1 words1",
  "kế hoạch nêu rõ kết quả phải đạt kind" AS "1.1.2 kind1",
  "kế hoạch giao đơn vị chủ trì kind" AS "1.1.2 kind2",
  "kế hoạch ấn định thời gian hoàn thành kind" AS "1.1.2 kind3",
  "kế hoạch bố trí kinh phí kind" AS "1.1.2 kind4",
  "nhiệm vụ CCHC hoàn thành kind" AS "1.1.3 kind1", "nhiệm vụ CCHC hoàn thành num" AS "1.1.3 num1", "nhiệm vụ CCHC hoàn thành den" AS "1.1.3 den1",
  "nhiệm vụ CCHC trong kế hoạch kind" AS "1.1.3 kind2", "nhiệm vụ CCHC trong kế hoạch num" AS "1.1.3 num2",
      "nhiệm vụ CCHC trong kế hoạch den" AS "1.1.3 den2",
  "báo cáo gửi chậm kind" AS "1.2.1 kind1", "báo cáo gửi chậm num" AS "1.2.1 num1", "báo cáo gửi chậm den" AS "1.2.1 den1",
  "báo cáo không gửi kind" AS "1.2.1 kind2", "báo cáo không gửi num" AS "1.2.1 num2", "báo cáo không gửi den" AS "1.2.1 den2",
  "báo cáo đúng đề cương kind" AS "1.2.2 kind1",
  "báo cáo có số liệu thống nhất kind" AS "1.2.2 kind2",
  "báo cáo có phụ lục số liệu kind" AS "1.2.2 kind3",
  "phòng, đơn vị đã kiểm tra kind" AS "1.3.1 kind1", "phòng, đơn vị đã kiểm tra num" AS "1.3.1 num1", "phòng, đơn vị đã kiểm tra den" AS "1.3.1 den1",
  "phòng, đơn vị trực thuộc kind" AS "1.3.1 kind2", "phòng, đơn vị trực thuộc num" AS "1.3.1 num2", "phòng, đơn vị trực thuộc den" AS "1.3.1 den2",
  "vấn đề đã khắc phục kind" AS "1.3.2 kind1", "vấn đề đã khắc phục num" AS "1.3.2 num1", "vấn đề đã khắc phục den" AS "1.3.2 den1",
  "vấn đề đang khắc phục kind" AS "1.3.2 kind2", "vấn đề đang khắc phục num" AS "1.3.2 num2", "vấn đề đang khắc phục den" AS "1.3.2 den2",
  "vấn đề chưa khắc phục kind" AS "1.3.2 kind3", "vấn đề chưa khắc phục num" AS "1.3.2 num3", "vấn đề chưa khắc phục den" AS "1.3.2 den3",
  "tồn tại đã khắc phục kind" AS "1.4 kind1", "tồn tại đã khắc phục num" AS "1.4 num1", "tồn tại đã khắc phục den" AS "1.4 den1",
  "tồn tại phải khắc phục kind" AS "1.4 kind2", "tồn tại phải khắc phục num" AS "1.4 num2", "tồn tại phải khắc phục den" AS "1.4 den2",
  "ban hành kế hoạch tuyên truyền kind" AS "1.5.1 kind1",
  "hình thức tuyên truyền kind" AS "1.5.2 kind1", "hình thức tuyên truyền num" AS "1.5.2 num1", "hình thức tuyên truyền den" AS "1.5.2 den1",
  "sáng kiến được công nhận kind" AS "1.6.1 kind1", "sáng kiến được công nhận num" AS "1.6.1 num1", "sáng kiến được công nhận den" AS "1.6.1 den1",
  "sáng kiến được nhân rộng kind" AS "1.6.2 kind1", "sáng kiến được nhân rộng num" AS "1.6.2 num1", "sáng kiến được nhân rộng den" AS "1.6.2 den1",
  "nhiệm vụ được giao xong đúng hạn kind" AS "1.7 kind1", "nhiệm vụ được giao xong đúng hạn num" AS "1.7 num1",
      "nhiệm vụ được giao xong đúng hạn den" AS "1.7 den1",
  "nhiệm vụ được giao xong quá hạn kind" AS "1.7 kind2", "nhiệm vụ được giao xong quá hạn num" AS "1.7 num2",
      "nhiệm vụ được giao xong quá hạn den" AS "1.7 den2",
  "nhiệm vụ được giao đến hạn kind" AS "1.7 kind3", "nhiệm vụ được giao đến hạn num" AS "1.7 num3", "nhiệm vụ được giao đến hạn den" AS "1.7 den3",
  "văn bản trình đúng tiến độ kind" AS "2.1.1 kind1", "văn bản trình đúng tiến độ num" AS "2.1.1 num1", "văn bản trình đúng tiến độ den" AS "2.1.1 den1",
  "văn bản phải trình kind" AS "2.1.1 kind2", "văn bản phải trình num" AS "2.1.1 num2", "văn bản phải trình den" AS "2.1.1 den2",
  "dự thảo bị trả lại kind" AS "2.1.2 kind1", "dự thảo bị trả lại num" AS "2.1.2 num1", "dự thảo bị trả lại den" AS "2.1.2 den1",
  "văn bản trái pháp luật kind" AS "2.1.2 kind2", "văn bản trái pháp luật num" AS "2.1.2 num2", "văn bản trái pháp luật den" AS "2.1.2 den2",
  "lấy ý kiến đối tượng chịu tác động kind" AS "2.1.3 kind1",
  "ban hành kế hoạch theo dõi thi hành pháp luật kind" AS "2.2.1 kind1", "ban hành kế hoạch theo dõi thi hành pháp luật words" AS "2.2.1 words1",
  "đã thu thập thông tin thi hành pháp luật kind" AS "2.2.2 kind1",
  "đã kiểm tra thi hành pháp luật kind" AS "2.2.2 kind2",
  "đã điều tra, khảo sát thi hành pháp luật kind" AS "2.2.2 kind3",
  "kiến nghị thi hành pháp luật đã xử lý kind" AS "2.2.3 kind1", "kiến nghị thi hành pháp luật đã xử lý num" AS "2.2.3 num1",
      "kiến nghị thi hành pháp luật đã xử lý den" AS "2.2.3 den1",
  "kiến nghị thi hành pháp luật phải xử lý kind" AS "2.2.3 kind2", "kiến nghị thi hành pháp luật phải xử lý num" AS "2.2.3 num2",
      "kiến nghị thi hành pháp luật phải xử lý den" AS "2.2.3 den2",
  "ban hành kế hoạch rà soát văn bản kind" AS "2.3.1 kind1",
  "văn bản được rà soát kind" AS "2.3.2 kind1", "văn bản được rà soát num" AS "2.3.2 num1", "văn bản được rà soát den" AS "2.3.2 den1",
  "văn bản phải rà soát kind" AS "2.3.2 kind2", "văn bản phải rà soát num" AS "2.3.2 num2", "văn bản phải rà soát den" AS "2.3.2 den2",
  "văn bản đã xử lý sau rà soát kind" AS "2.3.3 kind1", "văn bản đã xử lý sau rà soát num" AS "2.3.3 num1",
      "văn bản đã xử lý sau rà soát den" AS "2.3.3 den1",
  "văn bản phải xử lý sau rà soát kind" AS "2.3.3 kind2", "văn bản phải xử lý sau rà soát num" AS "2.3.3 num2",
      "văn bản phải xử lý sau rà soát den" AS "2.3.3 den2",
  "văn bản có dấu hiệu trái pháp luật đã xử lý kind" AS "2.4.1 kind1", "văn bản có dấu hiệu trái pháp luật đã xử lý num" AS "2.4.1 num1",
      "văn bản có dấu hiệu trái pháp luật đã xử lý den" AS "2.4.1 den1",
  "văn bản có dấu hiệu trái pháp luật kind" AS "2.4.1 kind2", "văn bản có dấu hiệu trái pháp luật num" AS "2.4.1 num2",
      "văn bản có dấu hiệu trái pháp luật den" AS "2.4.1 den2",
  "văn bản sai thể thức kind" AS "2.4.2 kind1", "văn bản sai thể thức num" AS "2.4.2 num1", "văn bản sai thể thức den" AS "2.4.2 den1",
  "ban hành kế hoạch kiểm soát TTHC kind" AS "3.1.1 kind1", "ban hành kế hoạch kiểm soát TTHC words" AS "3.1.1 words1",
  "thủ tục trình công bố chậm kind" AS "3.1.2 kind1", "thủ tục trình công bố chậm num" AS "3.1.2 num1", "thủ tục trình công bố chậm den" AS "3.1.2 den1",
  "thủ tục được rà soát kind" AS "3.1.3 kind1", "thủ tục được rà soát num" AS "3.1.3 num1", "thủ tục được rà soát den" AS "3.1.3 den1",
  "thủ tục đang có hiệu lực kind" AS "3.1.3 kind2", "thủ tục đang có hiệu lực num" AS "3.1.3 num2", "thủ tục đang có hiệu lực den" AS "3.1.3 den2",
  "phương án cắt giảm kind" AS "3.1.4 kind1", "phương án cắt giảm num" AS "3.1.4 num1", "phương án cắt giảm den" AS "3.1.4 den1",
  "thủ tục niêm yết sai kind" AS "3.2.1 kind1", "thủ tục niêm yết sai num" AS "3.2.1 num1", "thủ tục niêm yết sai den" AS "3.2.1 den1",
  "thủ tục đồng bộ đúng kind" AS "3.2.2 kind1", "thủ tục đồng bộ đúng num" AS "3.2.2 num1", "thủ tục đồng bộ đúng den" AS "3.2.2 den1",
  "thủ tục đang có hiệu lực kind" AS "3.2.2 kind2", "thủ tục đang có hiệu lực num" AS "3.2.2 num2", "thủ tục đang có hiệu lực den" AS "3.2.2 den2",
  "tỷ lệ TTHC tiếp nhận tại một cửa kind" AS "3.3.1 kind1", "tỷ lệ TTHC tiếp nhận tại một cửa num" AS "3.3.1 num1",
      "tỷ lệ TTHC tiếp nhận tại một cửa den" AS "3.3.1 den1",
  "hồ sơ giải quyết đúng hạn kind" AS "3.3.2.1 kind1", "hồ sơ giải quyết đúng hạn num" AS "3.3.2.1 num1", "hồ sơ giải quyết đúng hạn den" AS "3.3.2.1 den1",
  "hồ sơ đã giải quyết kind" AS "3.3.2.1 kind2", "hồ sơ đã giải quyết num" AS "3.3.2.1 num2", "hồ sơ đã giải quyết den" AS "3.3.2.1 den2",
  "hồ sơ liên thông đúng hạn kind" AS "3.3.2.2 kind1", "hồ sơ liên thông đúng hạn num" AS "3.3.2.2 num1", "hồ sơ liên thông đúng hạn den" AS "3.3.2.2 den1",
  "hồ sơ liên thông đã giải quyết kind" AS "3.3.2.2 kind2", "hồ sơ liên thông đã giải quyết num" AS "3.3.2.2 num2",
      "hồ sơ liên thông đã giải quyết den" AS "3.3.2.2 den2",
  "hồ sơ trễ hạn có văn bản xin lỗi kind" AS "3.3.2.3 kind1", "hồ sơ trễ hạn có văn bản xin lỗi num" AS "3.3.2.3 num1",
      "hồ sơ trễ hạn có văn bản xin lỗi den" AS "3.3.2.3 den1",
  "hồ sơ trễ hạn kind" AS "3.3.2.3 kind2", "hồ sơ trễ hạn num" AS "3.3.2.3 num2", "hồ sơ trễ hạn den" AS "3.3.2.3 den2",
  "hồ sơ cập nhật lên hệ thống kind" AS "3.3.3 kind1", "hồ sơ cập nhật lên hệ thống num" AS "3.3.3 num1", "hồ sơ cập nhật lên hệ thống den" AS "3.3.3 den1",
  "hồ sơ đã giải quyết kind" AS "3.3.3 kind2", "hồ sơ đã giải quyết num" AS "3.3.3 num2", "hồ sơ đã giải quyết den" AS "3.3.3 den2",
  "hồ sơ được số hóa kind" AS "3.4.1 kind1", "hồ sơ được số hóa num" AS "3.4.1 num1", "hồ sơ được số hóa den" AS "3.4.1 den1",
  "hồ sơ đã tiếp nhận kind" AS "3.4.1 kind2", "hồ sơ đã tiếp nhận num" AS "3.4.1 num2", "hồ sơ đã tiếp nhận den" AS "3.4.1 den2",
  "kết quả điện tử kind" AS "3.4.2 kind1", "kết quả điện tử num" AS "3.4.2 num1", "kết quả điện tử den" AS "3.4.2 den1",
  "hồ sơ đã giải quyết kind" AS "3.4.2 kind2", "hồ sơ đã giải quyết num" AS "3.4.2 num2", "hồ sơ đã giải quyết den" AS "3.4.2 den2",
  "tỷ lệ hồ sơ dùng lại dữ liệu số hóa kind" AS "3.4.3 kind1", "tỷ lệ hồ sơ dùng lại dữ liệu số hóa num" AS "3.4.3 num1",
      "tỷ lệ hồ sơ dùng lại dữ liệu số hóa den" AS "3.4.3 den1",
  "phản ánh trả lời đúng hạn kind" AS "3.5.1 kind1", "phản ánh trả lời đúng hạn num" AS "3.5.1 num1", "phản ánh trả lời đúng hạn den" AS "3.5.1 den1",
  "phản ánh tiếp nhận kind" AS "3.5.1 kind2", "phản ánh tiếp nhận num" AS "3.5.1 num2", "phản ánh tiếp nhận den" AS "3.5.1 den2",
  "công khai kết quả trả lời phản ánh kind" AS "3.5.2 kind1",
  "Chỉ số phục vụ người dân, doanh nghiệp kind" AS "3.6 kind1", "Chỉ số phục vụ người dân, doanh nghiệp num" AS "3.6 num1",
      "Chỉ số phục vụ người dân, doanh nghiệp den" AS "3.6 den1",
  "cơ cấu tổ chức đúng quy định kind" AS "4.1.1 kind1",
  "quy chế làm việc kind" AS "4.1.2 kind1", "quy chế làm việc words" AS "4.1.2 words1",
  "số lượng lãnh đạo cấp phòng kind" AS "4.1.3 kind1", "số lượng lãnh đạo cấp phòng words" AS "4.1.3 words1",
  "biên chế có mặt kind" AS "4.2.1 kind1", "biên chế có mặt num" AS "4.2.1 num1", "biên chế có mặt den" AS "4.2.1 den1",
  "biên chế được giao kind" AS "4.2.1 kind2", "biên chế được giao num" AS "4.2.1 num2", "biên chế được giao den" AS "4.2.1 den2",
  "biên chế tinh giản kind" AS "4.2.2 kind1", "biên chế tinh giản num" AS "4.2.2 num1", "biên chế tinh giản den" AS "4.2.2 den1",
  "biên chế được giao kind" AS "4.2.2 kind2", "biên chế được giao num" AS "4.2.2 num2", "biên chế được giao den" AS "4.2.2 den2",
  "thực hiện quy định phân cấp kind" AS "4.3.1 kind1",
  "kiểm tra nhiệm vụ phân cấp kind" AS "4.3.2 kind1",
  "vấn đề phân cấp đã xử lý kind" AS "4.3.3 kind1", "vấn đề phân cấp đã xử lý num" AS "4.3.3 num1", "vấn đề phân cấp đã xử lý den" AS "4.3.3 den1",
  "vấn đề phân cấp phát hiện kind" AS "4.3.3 kind2", "vấn đề phân cấp phát hiện num" AS "4.3.3 num2", "vấn đề phân cấp phát hiện den" AS "4.3.3 den2",
  "cuộc họp chuyên đề CCHC kind" AS "4.4 kind1", "cuộc họp chuyên đề CCHC num" AS "4.4 num1", "cuộc họp chuyên đề CCHC den" AS "4.4 den1",
  "công chức bố trí đúng vị trí kind" AS "5.1.1 kind1", "công chức bố trí đúng vị trí num" AS "5.1.1 num1",
      "công chức bố trí đúng vị trí den" AS "5.1.1 den1",
  "công chức có mặt kind" AS "5.1.1 kind2", "công chức có mặt num" AS "5.1.1 num2", "công chức có mặt den" AS "5.1.1 den2",
  "viên chức bố trí đúng vị trí kind" AS "5.1.2 kind1", "viên chức bố trí đúng vị trí num" AS "5.1.2 num1",
      "viên chức bố trí đúng vị trí den" AS "5.1.2 den1",
  "viên chức có mặt kind" AS "5.1.2 kind2", "viên chức có mặt num" AS "5.1.2 num2", "viên chức có mặt den" AS "5.1.2 den2",
  "tuyển dụng đúng quy định kind" AS "5.2.1 kind1",
  "trường hợp bổ nhiệm sai kind" AS "5.2.2 kind1", "trường hợp bổ nhiệm sai num" AS "5.2.2 num1", "trường hợp bổ nhiệm sai den" AS "5.2.2 den1",
  "nâng ngạch, thăng hạng đúng quy định kind" AS "5.2.3 kind1",
  "toàn sở đánh giá đúng hạn kind" AS "5.3.1 kind1",
  "phòng đánh giá đúng hạn kind" AS "5.3.1 kind2", "phòng đánh giá đúng hạn num" AS "5.3.1 num2", "phòng đánh giá đúng hạn den" AS "5.3.1 den2",
  "phòng của sở kind" AS "5.3.1 kind3", "phòng của sở num" AS "5.3.1 num3", "phòng của sở den" AS "5.3.1 den3",
  "công chức bị khiển trách kind" AS "5.3.2 kind1", "công chức bị khiển trách num" AS "5.3.2 num1", "công chức bị khiển trách den" AS "5.3.2 den1",
  "công chức bị cảnh cáo kind" AS "5.3.2 kind2", "công chức bị cảnh cáo num" AS "5.3.2 num2", "công chức bị cảnh cáo den" AS "5.3.2 den2",
  "lượt công chức đã bồi dưỡng kind" AS "5.4.1 kind1", "lượt công chức đã bồi dưỡng num" AS "5.4.1 num1", "lượt công chức đã bồi dưỡng den" AS "5.4.1 den1",
  "lượt công chức phải bồi dưỡng kind" AS "5.4.1 kind2", "lượt công chức phải bồi dưỡng num" AS "5.4.1 num2",
      "lượt công chức phải bồi dưỡng den" AS "5.4.1 den2",
  "công chức có chứng nhận kỹ năng số kind" AS "5.4.2 kind1", "công chức có chứng nhận kỹ năng số num" AS "5.4.2 num1",
      "công chức có chứng nhận kỹ năng số den" AS "5.4.2 den1",
  "công chức có mặt kind" AS "5.4.2 kind2", "công chức có mặt num" AS "5.4.2 num2", "công chức có mặt den" AS "5.4.2 den2",
  "điểm chấm của Chủ tịch UBND tỉnh kind" AS "5.5 kind1", "điểm chấm của Chủ tịch UBND tỉnh num" AS "5.5 num1",
      "điểm chấm của Chủ tịch UBND tỉnh den" AS "5.5 den1",
  "điểm chấm của Phó Chủ tịch phụ trách kind" AS "5.5 kind2", "điểm chấm của Phó Chủ tịch phụ trách num" AS "5.5 num2",
      "điểm chấm của Phó Chủ tịch phụ trách den" AS "5.5 den2",
  "điểm chấm của Chánh Văn phòng UBND tỉnh kind" AS "5.5 kind3", "điểm chấm của Chánh Văn phòng UBND tỉnh num" AS "5.5 num3",
      "điểm chấm của Chánh Văn phòng UBND tỉnh den" AS "5.5 den3",
  "ban hành kế hoạch chuyển đổi vị trí kind" AS "5.6.1 kind1",
  "công chức đã chuyển đổi vị trí kind" AS "5.6.2 kind1", "công chức đã chuyển đổi vị trí num" AS "5.6.2 num1",
      "công chức đã chuyển đổi vị trí den" AS "5.6.2 den1",
  "công chức đến hạn chuyển đổi kind" AS "5.6.2 kind2", "công chức đến hạn chuyển đổi num" AS "5.6.2 num2",
      "công chức đến hạn chuyển đổi den" AS "5.6.2 den2",
  "quy chế chi tiêu nội bộ kind" AS "6.1.1 kind1", "quy chế chi tiêu nội bộ words" AS "6.1.1 words1",
  "sai phạm về kinh phí kind" AS "6.1.2 kind1", "sai phạm về kinh phí num" AS "6.1.2 num1", "sai phạm về kinh phí den" AS "6.1.2 den1",
  "thu nhập tăng thêm năm nay kind" AS "6.1.3 kind1", "thu nhập tăng thêm năm nay num" AS "6.1.3 num1", "thu nhập tăng thêm năm nay den" AS "6.1.3 den1",
  "thu nhập tăng thêm năm trước kind" AS "6.1.3 kind2", "thu nhập tăng thêm năm trước num" AS "6.1.3 num2",
      "thu nhập tăng thêm năm trước den" AS "6.1.3 den2",
  "tỷ lệ giải ngân vốn đầu tư công kind" AS "6.2.1 kind1", "tỷ lệ giải ngân vốn đầu tư công num" AS "6.2.1 num1",
      "tỷ lệ giải ngân vốn đầu tư công den" AS "6.2.1 den1",
  "tỷ lệ giải ngân chi thường xuyên kind" AS "6.2.2 kind1", "tỷ lệ giải ngân chi thường xuyên num" AS "6.2.2 num1",
      "tỷ lệ giải ngân chi thường xuyên den" AS "6.2.2 den1",
  "ban hành quy chế tài sản công kind" AS "6.3.1 kind1",
  "công khai tài sản công kind" AS "6.3.2 kind1",
  "cơ sở nhà, đất đã sắp xếp kind" AS "6.3.3 kind1", "cơ sở nhà, đất đã sắp xếp num" AS "6.3.3 num1", "cơ sở nhà, đất đã sắp xếp den" AS "6.3.3 den1",
  "cơ sở nhà, đất phải sắp xếp kind" AS "6.3.3 kind2", "cơ sở nhà, đất phải sắp xếp num" AS "6.3.3 num2", "cơ sở nhà, đất phải sắp xếp den" AS "6.3.3 den2",
  "số tiền đã nộp theo kiến nghị kind" AS "6.4.1 kind1", "số tiền đã nộp theo kiến nghị num" AS "6.4.1 num1",
      "số tiền đã nộp theo kiến nghị den" AS "6.4.1 den1",
  "số tiền phải nộp theo kiến nghị kind" AS "6.4.1 kind2", "số tiền phải nộp theo kiến nghị num" AS "6.4.1 num2",
      "số tiền phải nộp theo kiến nghị den" AS "6.4.1 den2",
  "kiến nghị đã thực hiện kind" AS "6.4.2 kind1", "kiến nghị đã thực hiện num" AS "6.4.2 num1", "kiến nghị đã thực hiện den" AS "6.4.2 den1",
  "kiến nghị đang thực hiện kind" AS "6.4.2 kind2", "kiến nghị đang thực hiện num" AS "6.4.2 num2", "kiến nghị đang thực hiện den" AS "6.4.2 den2",
  "kiến nghị chưa thực hiện kind" AS "6.4.2 kind3", "kiến nghị chưa thực hiện num" AS "6.4.2 num3", "kiến nghị chưa thực hiện den" AS "6.4.2 den3",
  "ban hành kế hoạch chuyển đổi số kind" AS "7.1.1 kind1", "ban hành kế hoạch chuyển đổi số words" AS "7.1.1 words1",
  "nhiệm vụ chuyển đổi số hoàn thành kind" AS "7.1.2 kind1", "nhiệm vụ chuyển đổi số hoàn thành num" AS "7.1.2 num1",
      "nhiệm vụ chuyển đổi số hoàn thành den" AS "7.1.2 den1",
  "nhiệm vụ chuyển đổi số trong kế hoạch kind" AS "7.1.2 kind2", "nhiệm vụ chuyển đổi số trong kế hoạch num" AS "7.1.2 num2",
      "nhiệm vụ chuyển đổi số trong kế hoạch den" AS "7.1.2 den2",
  "thủ tục trực tuyến toàn trình kind" AS "7.2.1 kind1", "thủ tục trực tuyến toàn trình num" AS "7.2.1 num1",
      "thủ tục trực tuyến toàn trình den" AS "7.2.1 den1",
  "thủ tục đang có hiệu lực kind" AS "7.2.1 kind2", "thủ tục đang có hiệu lực num" AS "7.2.1 num2", "thủ tục đang có hiệu lực den" AS "7.2.1 den2",
  "hồ sơ nộp trực tuyến toàn trình kind" AS "7.2.2.1 kind1", "hồ sơ nộp trực tuyến toàn trình num" AS "7.2.2.1 num1",
      "hồ sơ nộp trực tuyến toàn trình den" AS "7.2.2.1 den1",
  "hồ sơ đã tiếp nhận kind" AS "7.2.2.1 kind2", "hồ sơ đã tiếp nhận num" AS "7.2.2.1 num2", "hồ sơ đã tiếp nhận den" AS "7.2.2.1 den2",
  "tỷ lệ hồ sơ trực tuyến năm nay kind" AS "7.2.2.2 kind1", "tỷ lệ hồ sơ trực tuyến năm nay num" AS "7.2.2.2 num1",
      "tỷ lệ hồ sơ trực tuyến năm nay den" AS "7.2.2.2 den1",
  "tỷ lệ hồ sơ trực tuyến năm trước kind" AS "7.2.2.2 kind2", "tỷ lệ hồ sơ trực tuyến năm trước num" AS "7.2.2.2 num2",
      "tỷ lệ hồ sơ trực tuyến năm trước den" AS "7.2.2.2 den2",
  "hồ sơ thanh toán trực tuyến kind" AS "7.2.3 kind1", "hồ sơ thanh toán trực tuyến num" AS "7.2.3 num1", "hồ sơ thanh toán trực tuyến den" AS "7.2.3 den1",
  "hồ sơ phải nộp phí, lệ phí kind" AS "7.2.3 kind2", "hồ sơ phải nộp phí, lệ phí num" AS "7.2.3 num2", "hồ sơ phải nộp phí, lệ phí den" AS "7.2.3 den2",
  "văn bản đi ký số kind" AS "7.3.1 kind1", "văn bản đi ký số num" AS "7.3.1 num1", "văn bản đi ký số den" AS "7.3.1 den1",
  "văn bản đi kind" AS "7.3.1 kind2", "văn bản đi num" AS "7.3.1 num2", "văn bản đi den" AS "7.3.1 den2",
  "hồ sơ công việc trên mạng kind" AS "7.3.2 kind1", "hồ sơ công việc trên mạng num" AS "7.3.2 num1", "hồ sơ công việc trên mạng den" AS "7.3.2 den1",
  "hồ sơ công việc kind" AS "7.3.2 kind2", "hồ sơ công việc num" AS "7.3.2 num2", "hồ sơ công việc den" AS "7.3.2 den2",
  "họp không giấy tờ kind" AS "7.3.3 kind1",
  "bộ dữ liệu mở kind" AS "7.4.1 kind1", "bộ dữ liệu mở num" AS "7.4.1 num1", "bộ dữ liệu mở den" AS "7.4.1 den1",
  "ban hành danh mục dữ liệu kind" AS "7.4.2 kind1",
  "kết nối với kho dữ liệu kind" AS "7.4.2 kind2",
  "cập nhật dữ liệu đúng kỳ kind" AS "7.4.2 kind3",
  "điểm kiểm tra trang thông tin điện tử kind" AS "7.5 kind1", "điểm kiểm tra trang thông tin điện tử num" AS "7.5 num1",
      "điểm kiểm tra trang thông tin điện tử den" AS "7.5 den1",
  "hệ thống được phê duyệt cấp độ kind" AS "7.6 kind1",
  "có phương án ứng cứu sự cố kind" AS "7.6 kind2",
  "đã diễn tập ứng cứu kind" AS "7.6 kind3",
  "tỷ lệ hài lòng về tiếp cận dịch vụ kind" AS "8.1.1 kind1", "tỷ lệ hài lòng về tiếp cận dịch vụ num" AS "8.1.1 num1",
      "tỷ lệ hài lòng về tiếp cận dịch vụ den" AS "8.1.1 den1",
  "tỷ lệ hài lòng về thủ tục hành chính kind" AS "8.1.2 kind1", "tỷ lệ hài lòng về thủ tục hành chính num" AS "8.1.2 num1",
      "tỷ lệ hài lòng về thủ tục hành chính den" AS "8.1.2 den1",
  "tỷ lệ hài lòng về công chức kind" AS "8.1.3 kind1", "tỷ lệ hài lòng về công chức num" AS "8.1.3 num1", "tỷ lệ hài lòng về công chức den" AS "8.1.3 den1",
  "tỷ lệ hài lòng về kết quả dịch vụ kind" AS "8.1.4 kind1", "tỷ lệ hài lòng về kết quả dịch vụ num" AS "8.1.4 num1",
      "tỷ lệ hài lòng về kết quả dịch vụ den" AS "8.1.4 den1",
  "tỷ lệ hài lòng về xử lý góp ý kind" AS "8.1.5 kind1", "tỷ lệ hài lòng về xử lý góp ý num" AS "8.1.5 num1",
      "tỷ lệ hài lòng về xử lý góp ý den" AS "8.1.5 den1",
  "UBND cấp xã đánh giá rất tốt kind" AS "8.2 kind1", "UBND cấp xã đánh giá rất tốt num" AS "8.2 num1", "UBND cấp xã đánh giá rất tốt den" AS "8.2 den1",
  "UBND cấp xã đánh giá tốt kind" AS "8.2 kind2", "UBND cấp xã đánh giá tốt num" AS "8.2 num2", "UBND cấp xã đánh giá tốt den" AS "8.2 den2",
  "UBND cấp xã đánh giá trung bình kind" AS "8.2 kind3", "UBND cấp xã đánh giá trung bình num" AS "8.2 num3",
      "UBND cấp xã đánh giá trung bình den" AS "8.2 den3",
  "UBND cấp xã đánh giá kém kind" AS "8.2 kind4", "UBND cấp xã đánh giá kém num" AS "8.2 num4", "UBND cấp xã đánh giá kém den" AS "8.2 den4",
  "sở, ngành đánh giá rất tốt kind" AS "8.2 kind5", "sở, ngành đánh giá rất tốt num" AS "8.2 num5", "sở, ngành đánh giá rất tốt den" AS "8.2 den5",
  "sở, ngành đánh giá tốt kind" AS "8.2 kind6", "sở, ngành đánh giá tốt num" AS "8.2 num6", "sở, ngành đánh giá tốt den" AS "8.2 den6",
  "sở, ngành đánh giá trung bình kind" AS "8.2 kind7", "sở, ngành đánh giá trung bình num" AS "8.2 num7", "sở, ngành đánh giá trung bình den" AS "8.2 den7",
  "sở, ngành đánh giá kém kind" AS "8.2 kind8", "sở, ngành đánh giá kém num" AS "8.2 num8", "sở, ngành đánh giá kém den" AS "8.2 den8",
  "Chỉ số chuyển đổi số cấp sở kind" AS "8.3.1 kind1", "Chỉ số chuyển đổi số cấp sở num" AS "8.3.1 num1", "Chỉ số chuyển đổi số cấp sở den" AS "8.3.1 den1",
  "chỉ tiêu đạt và vượt kind" AS "8.3.2 kind1", "chỉ tiêu đạt và vượt num" AS "8.3.2 num1", "chỉ tiêu đạt và vượt den" AS "8.3.2 den1",
  "chỉ tiêu được giao kind" AS "8.3.2 kind2", "chỉ tiêu được giao num" AS "8.3.2 num2", "chỉ tiêu được giao den" AS "8.3.2 den2",
  "mô hình được tỉnh nhân rộng kind" AS "9.1 kind1", "mô hình được tỉnh nhân rộng num" AS "9.1 num1", "mô hình được tỉnh nhân rộng den" AS "9.1 den1",
  "vụ việc vi phạm kind" AS "9.2 kind1", "vụ việc vi phạm num" AS "9.2 num1", "vụ việc vi phạm den" AS "9.2 den1"
  FROM sheet),

-- The figures as the rules take them, by the code of the leaf. A rate: part and whole; whole 0: nothing arose; NULL: not known. A count: n; -1: nothing arose;
-- NULL: not known. A condition: yes 1, 0; -1: nothing arose; NULL: not known.
figures AS MATERIALIZED (SELECT id,
  -- 1.1.2: có or không
  CASE "1.1.2 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "1.1.2 yes1",
  CASE "1.1.2 kind2" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "1.1.2 yes2",
  CASE "1.1.2 kind3" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "1.1.2 yes3",
  CASE "1.1.2 kind4" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "1.1.2 yes4",
  -- 1.1.3: part and whole
  "1.1.3 num1" * "1.1.3 den2" AS "1.1.3 part",
  CASE WHEN 6 IN ("1.1.3 kind1", "1.1.3 kind2") THEN 0
       WHEN "1.1.3 kind1" = 1 AND "1.1.3 kind2" = 1 AND "1.1.3 num1" >= 0 AND "1.1.3 num2" >= 0
            AND "1.1.3 num1" * "1.1.3 den2" <= "1.1.3 num2" * "1.1.3 den1"
            THEN "1.1.3 num2" * "1.1.3 den1" END AS "1.1.3 whole",
  -- 1.2.1: counts
  CASE WHEN "1.2.1 kind1" = 6 THEN -1
       WHEN "1.2.1 kind1" = 1 AND "1.2.1 num1" >= 0 AND "1.2.1 den1" <> 1000 AND "1.2.1 num1" % "1.2.1 den1" = 0
            THEN "1.2.1 num1" / "1.2.1 den1" END AS "1.2.1 n1",
  CASE WHEN "1.2.1 kind2" = 6 THEN -1
       WHEN "1.2.1 kind2" = 1 AND "1.2.1 num2" >= 0 AND "1.2.1 den2" <> 1000 AND "1.2.1 num2" % "1.2.1 den2" = 0
            THEN "1.2.1 num2" / "1.2.1 den2" END AS "1.2.1 n2",
  -- 1.2.2: có or không
  CASE "1.2.2 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "1.2.2 yes1",
  CASE "1.2.2 kind2" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "1.2.2 yes2",
  CASE "1.2.2 kind3" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "1.2.2 yes3",
  -- 1.3.1: part and whole
  "1.3.1 num1" * "1.3.1 den2" AS "1.3.1 part",
  CASE WHEN 6 IN ("1.3.1 kind1", "1.3.1 kind2") THEN 0
       WHEN "1.3.1 kind1" = 1 AND "1.3.1 kind2" = 1 AND "1.3.1 num1" >= 0 AND "1.3.1 num2" >= 0
            AND "1.3.1 num1" * "1.3.1 den2" <= "1.3.1 num2" * "1.3.1 den1"
            THEN "1.3.1 num2" * "1.3.1 den1" END AS "1.3.1 whole",
  -- 1.3.2: counts
  CASE WHEN "1.3.2 kind1" = 6 THEN -1
       WHEN "1.3.2 kind1" = 1 AND "1.3.2 num1" >= 0 AND "1.3.2 den1" <> 1000 AND "1.3.2 num1" % "1.3.2 den1" = 0
            THEN "1.3.2 num1" / "1.3.2 den1" END AS "1.3.2 n1",
  CASE WHEN "1.3.2 kind2" = 6 THEN -1
       WHEN "1.3.2 kind2" = 1 AND "1.3.2 num2" >= 0 AND "1.3.2 den2" <> 1000 AND "1.3.2 num2" % "1.3.2 den2" = 0
            THEN "1.3.2 num2" / "1.3.2 den2" END AS "1.3.2 n2",
  CASE WHEN "1.3.2 kind3" = 6 THEN -1
       WHEN "1.3.2 kind3" = 1 AND "1.3.2 num3" >= 0 AND "1.3.2 den3" <> 1000 AND "1.3.2 num3" % "1.3.2 den3" = 0
            THEN "1.3.2 num3" / "1.3.2 den3" END AS "1.3.2 n3",
  -- 1.4: part and whole
  "1.4 num1" * "1.4 den2" AS "1.4 part",
  CASE WHEN 6 IN ("1.4 kind1", "1.4 kind2") THEN 0
       WHEN "1.4 kind1" = 1 AND "1.4 kind2" = 1 AND "1.4 num1" >= 0 AND "1.4 num2" >= 0
            AND "1.4 num1" * "1.4 den2" <= "1.4 num2" * "1.4 den1"
            THEN "1.4 num2" * "1.4 den1" END AS "1.4 whole",
  -- 1.5.1: có or không
  CASE "1.5.1 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "1.5.1 yes",
  -- 1.5.2: counts
  CASE WHEN "1.5.2 kind1" = 6 THEN -1
       WHEN "1.5.2 kind1" = 1 AND "1.5.2 num1" >= 0 AND "1.5.2 den1" <> 1000 AND "1.5.2 num1" % "1.5.2 den1" = 0
            THEN "1.5.2 num1" / "1.5.2 den1" END AS "1.5.2 n",
  -- 1.6.1: counts
  CASE WHEN "1.6.1 kind1" = 6 THEN -1
       WHEN "1.6.1 kind1" = 1 AND "1.6.1 num1" >= 0 AND "1.6.1 den1" <> 1000 AND "1.6.1 num1" % "1.6.1 den1" = 0
            THEN "1.6.1 num1" / "1.6.1 den1" END AS "1.6.1 n",
  -- 2.1.1: part and whole
  "2.1.1 num1" * "2.1.1 den2" AS "2.1.1 part",
  CASE WHEN 6 IN ("2.1.1 kind1", "2.1.1 kind2") THEN 0
       WHEN "2.1.1 kind1" = 1 AND "2.1.1 kind2" = 1 AND "2.1.1 num1" >= 0 AND "2.1.1 num2" >= 0
            AND "2.1.1 num1" * "2.1.1 den2" <= "2.1.1 num2" * "2.1.1 den1"
            THEN "2.1.1 num2" * "2.1.1 den1" END AS "2.1.1 whole",
  -- 2.1.2: counts
  CASE WHEN "2.1.2 kind1" = 6 THEN -1
       WHEN "2.1.2 kind1" = 1 AND "2.1.2 num1" >= 0 AND "2.1.2 den1" <> 1000 AND "2.1.2 num1" % "2.1.2 den1" = 0
            THEN "2.1.2 num1" / "2.1.2 den1" END AS "2.1.2 n1",
  CASE WHEN "2.1.2 kind2" = 6 THEN -1
       WHEN "2.1.2 kind2" = 1 AND "2.1.2 num2" >= 0 AND "2.1.2 den2" <> 1000 AND "2.1.2 num2" % "2.1.2 den2" = 0
            THEN "2.1.2 num2" / "2.1.2 den2" END AS "2.1.2 n2",
  -- 2.1.3: có or không
  CASE "2.1.3 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "2.1.3 yes",
  -- 2.2.2: có or không
  CASE "2.2.2 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "2.2.2 yes1",
  CASE "2.2.2 kind2" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "2.2.2 yes2",
  CASE "2.2.2 kind3" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "2.2.2 yes3",
  -- 2.2.3: part and whole
  "2.2.3 num1" * "2.2.3 den2" AS "2.2.3 part",
  CASE WHEN 6 IN ("2.2.3 kind1", "2.2.3 kind2") THEN 0
       WHEN "2.2.3 kind1" = 1 AND "2.2.3 kind2" = 1 AND "2.2.3 num1" >= 0 AND "2.2.3 num2" >= 0
            AND "2.2.3 num1" * "2.2.3 den2" <= "2.2.3 num2" * "2.2.3 den1"
            THEN "2.2.3 num2" * "2.2.3 den1" END AS "2.2.3 whole",
  -- 2.3.1: có or không
  CASE "2.3.1 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "2.3.1 yes",
  -- 2.3.2: part and whole
  "2.3.2 num1" * "2.3.2 den2" AS "2.3.2 part",
  CASE WHEN 6 IN ("2.3.2 kind1", "2.3.2 kind2") THEN 0
       WHEN "2.3.2 kind1" = 1 AND "2.3.2 kind2" = 1 AND "2.3.2 num1" >= 0 AND "2.3.2 num2" >= 0
            AND "2.3.2 num1" * "2.3.2 den2" <= "2.3.2 num2" * "2.3.2 den1"
            THEN "2.3.2 num2" * "2.3.2 den1" END AS "2.3.2 whole",
  -- 2.3.3: part and whole
  "2.3.3 num1" * "2.3.3 den2" AS "2.3.3 part",
  CASE WHEN 6 IN ("2.3.3 kind1", "2.3.3 kind2") THEN 0
       WHEN "2.3.3 kind1" = 1 AND "2.3.3 kind2" = 1 AND "2.3.3 num1" >= 0 AND "2.3.3 num2" >= 0
            AND "2.3.3 num1" * "2.3.3 den2" <= "2.3.3 num2" * "2.3.3 den1"
            THEN "2.3.3 num2" * "2.3.3 den1" END AS "2.3.3 whole",
  -- 2.4.1: part and whole
  "2.4.1 num1" * "2.4.1 den2" AS "2.4.1 part",
  CASE WHEN 6 IN ("2.4.1 kind1", "2.4.1 kind2") THEN 0
       WHEN "2.4.1 kind1" = 1 AND "2.4.1 kind2" = 1 AND "2.4.1 num1" >= 0 AND "2.4.1 num2" >= 0
            AND "2.4.1 num1" * "2.4.1 den2" <= "2.4.1 num2" * "2.4.1 den1"
            THEN "2.4.1 num2" * "2.4.1 den1" END AS "2.4.1 whole",
  -- 3.1.2: counts
  CASE WHEN "3.1.2 kind1" = 6 THEN -1
       WHEN "3.1.2 kind1" = 1 AND "3.1.2 num1" >= 0 AND "3.1.2 den1" <> 1000 AND "3.1.2 num1" % "3.1.2 den1" = 0
            THEN "3.1.2 num1" / "3.1.2 den1" END AS "3.1.2 n",
  -- 3.1.3: part and whole, may be above the whole
  "3.1.3 num1" * "3.1.3 den2" AS "3.1.3 part",
  CASE WHEN 6 IN ("3.1.3 kind1", "3.1.3 kind2") THEN 0
       WHEN "3.1.3 kind1" = 1 AND "3.1.3 kind2" = 1 AND "3.1.3 num1" >= 0 AND "3.1.3 num2" >= 0
            AND ("3.1.3 num2" > 0 OR "3.1.3 num1" = 0)
            THEN "3.1.3 num2" * "3.1.3 den1" END AS "3.1.3 whole",
  -- 3.1.4: counts
  CASE WHEN "3.1.4 kind1" = 6 THEN -1
       WHEN "3.1.4 kind1" = 1 AND "3.1.4 num1" >= 0 AND "3.1.4 den1" <> 1000 AND "3.1.4 num1" % "3.1.4 den1" = 0
            THEN "3.1.4 num1" / "3.1.4 den1" END AS "3.1.4 n",
  -- 3.2.2: part and whole
  "3.2.2 num1" * "3.2.2 den2" AS "3.2.2 part",
  CASE WHEN 6 IN ("3.2.2 kind1", "3.2.2 kind2") THEN 0
       WHEN "3.2.2 kind1" = 1 AND "3.2.2 kind2" = 1 AND "3.2.2 num1" >= 0 AND "3.2.2 num2" >= 0
            AND "3.2.2 num1" * "3.2.2 den2" <= "3.2.2 num2" * "3.2.2 den1"
            THEN "3.2.2 num2" * "3.2.2 den1" END AS "3.2.2 whole",
  -- 3.3.1: a rate
  "3.3.1 num1" AS "3.3.1 part",
  CASE WHEN "3.3.1 kind1" = 6 THEN 0
       WHEN "3.3.1 kind1" IN (1, 2) AND "3.3.1 num1" BETWEEN 0 AND "3.3.1 den1" THEN "3.3.1 den1"
       WHEN "3.3.1 kind1" = 3 AND "3.3.1 num1" >= 0 THEN "3.3.1 den1" END AS "3.3.1 whole",
  -- 3.3.2.1: part and whole
  "3.3.2.1 num1" * "3.3.2.1 den2" AS "3.3.2.1 part",
  CASE WHEN 6 IN ("3.3.2.1 kind1", "3.3.2.1 kind2") THEN 0
       WHEN "3.3.2.1 kind1" = 1 AND "3.3.2.1 kind2" = 1 AND "3.3.2.1 num1" >= 0 AND "3.3.2.1 num2" >= 0
            AND "3.3.2.1 num1" * "3.3.2.1 den2" <= "3.3.2.1 num2" * "3.3.2.1 den1"
            THEN "3.3.2.1 num2" * "3.3.2.1 den1" END AS "3.3.2.1 whole",
  -- 3.3.2.2: part and whole
  "3.3.2.2 num1" * "3.3.2.2 den2" AS "3.3.2.2 part",
  CASE WHEN 6 IN ("3.3.2.2 kind1", "3.3.2.2 kind2") THEN 0
       WHEN "3.3.2.2 kind1" = 1 AND "3.3.2.2 kind2" = 1 AND "3.3.2.2 num1" >= 0 AND "3.3.2.2 num2" >= 0
            AND "3.3.2.2 num1" * "3.3.2.2 den2" <= "3.3.2.2 num2" * "3.3.2.2 den1"
            THEN "3.3.2.2 num2" * "3.3.2.2 den1" END AS "3.3.2.2 whole",
  -- 3.3.2.3: part and whole
  "3.3.2.3 num1" * "3.3.2.3 den2" AS "3.3.2.3 part",
  CASE WHEN 6 IN ("3.3.2.3 kind1", "3.3.2.3 kind2") THEN 0
       WHEN "3.3.2.3 kind1" = 1 AND "3.3.2.3 kind2" = 1 AND "3.3.2.3 num1" >= 0 AND "3.3.2.3 num2" >= 0
            AND "3.3.2.3 num1" * "3.3.2.3 den2" <= "3.3.2.3 num2" * "3.3.2.3 den1"
            THEN "3.3.2.3 num2" * "3.3.2.3 den1" END AS "3.3.2.3 whole",
  -- 3.3.3: part and whole
  "3.3.3 num1" * "3.3.3 den2" AS "3.3.3 part",
  CASE WHEN 6 IN ("3.3.3 kind1", "3.3.3 kind2") THEN 0
       WHEN "3.3.3 kind1" = 1 AND "3.3.3 kind2" = 1 AND "3.3.3 num1" >= 0 AND "3.3.3 num2" >= 0
            AND "3.3.3 num1" * "3.3.3 den2" <= "3.3.3 num2" * "3.3.3 den1"
            THEN "3.3.3 num2" * "3.3.3 den1" END AS "3.3.3 whole",
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
  -- 3.5.1: part and whole
  "3.5.1 num1" * "3.5.1 den2" AS "3.5.1 part",
  CASE WHEN 6 IN ("3.5.1 kind1", "3.5.1 kind2") THEN 0
       WHEN "3.5.1 kind1" = 1 AND "3.5.1 kind2" = 1 AND "3.5.1 num1" >= 0 AND "3.5.1 num2" >= 0
            AND "3.5.1 num1" * "3.5.1 den2" <= "3.5.1 num2" * "3.5.1 den1"
            THEN "3.5.1 num2" * "3.5.1 den1" END AS "3.5.1 whole",
  -- 3.5.2: có or không
  CASE "3.5.2 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "3.5.2 yes",
  -- 3.6: a rate, may be above the whole
  "3.6 num1" AS "3.6 part",
  CASE WHEN "3.6 kind1" = 6 THEN 0
       WHEN "3.6 kind1" = 1 AND "3.6 num1" BETWEEN 0 AND "3.6 den1" THEN "3.6 den1"
       WHEN "3.6 kind1" = 2 AND "3.6 num1" >= 0 AND "3.6 den1" >= 0 AND ("3.6 den1" > 0 OR "3.6 num1" = 0) THEN "3.6 den1"
       WHEN "3.6 kind1" = 3 AND "3.6 num1" >= 0 THEN "3.6 den1" END AS "3.6 whole",
  -- 4.1.1: có or không
  CASE "4.1.1 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "4.1.1 yes",
  -- 4.2.1: part and whole; a band begins above 100 %, so the part may be above the whole
  "4.2.1 num1" * "4.2.1 den2" AS "4.2.1 part",
  CASE WHEN 6 IN ("4.2.1 kind1", "4.2.1 kind2") THEN 0
       WHEN "4.2.1 kind1" = 1 AND "4.2.1 kind2" = 1 AND "4.2.1 num1" >= 0 AND "4.2.1 num2" >= 0
            AND ("4.2.1 num2" > 0 OR "4.2.1 num1" = 0)
            THEN "4.2.1 num2" * "4.2.1 den1" END AS "4.2.1 whole",
  -- 4.2.2: part and whole, may be above the whole
  "4.2.2 num1" * "4.2.2 den2" AS "4.2.2 part",
  CASE WHEN 6 IN ("4.2.2 kind1", "4.2.2 kind2") THEN 0
       WHEN "4.2.2 kind1" = 1 AND "4.2.2 kind2" = 1 AND "4.2.2 num1" >= 0 AND "4.2.2 num2" >= 0
            AND ("4.2.2 num2" > 0 OR "4.2.2 num1" = 0)
            THEN "4.2.2 num2" * "4.2.2 den1" END AS "4.2.2 whole",
  -- 4.3.1: có or không
  CASE "4.3.1 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "4.3.1 yes",
  -- 4.3.2: có or không
  CASE "4.3.2 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "4.3.2 yes",
  -- 4.3.3: part and whole
  "4.3.3 num1" * "4.3.3 den2" AS "4.3.3 part",
  CASE WHEN 6 IN ("4.3.3 kind1", "4.3.3 kind2") THEN 0
       WHEN "4.3.3 kind1" = 1 AND "4.3.3 kind2" = 1 AND "4.3.3 num1" >= 0 AND "4.3.3 num2" >= 0
            AND "4.3.3 num1" * "4.3.3 den2" <= "4.3.3 num2" * "4.3.3 den1"
            THEN "4.3.3 num2" * "4.3.3 den1" END AS "4.3.3 whole",
  -- 4.4: counts
  CASE WHEN "4.4 kind1" = 6 THEN -1
       WHEN "4.4 kind1" = 1 AND "4.4 num1" >= 0 AND "4.4 den1" <> 1000 AND "4.4 num1" % "4.4 den1" = 0 THEN "4.4 num1" / "4.4 den1" END AS "4.4 n",
  -- 5.1.1: part and whole
  "5.1.1 num1" * "5.1.1 den2" AS "5.1.1 part",
  CASE WHEN 6 IN ("5.1.1 kind1", "5.1.1 kind2") THEN 0
       WHEN "5.1.1 kind1" = 1 AND "5.1.1 kind2" = 1 AND "5.1.1 num1" >= 0 AND "5.1.1 num2" >= 0
            AND "5.1.1 num1" * "5.1.1 den2" <= "5.1.1 num2" * "5.1.1 den1"
            THEN "5.1.1 num2" * "5.1.1 den1" END AS "5.1.1 whole",
  -- 5.1.2: part and whole
  "5.1.2 num1" * "5.1.2 den2" AS "5.1.2 part",
  CASE WHEN 6 IN ("5.1.2 kind1", "5.1.2 kind2") THEN 0
       WHEN "5.1.2 kind1" = 1 AND "5.1.2 kind2" = 1 AND "5.1.2 num1" >= 0 AND "5.1.2 num2" >= 0
            AND "5.1.2 num1" * "5.1.2 den2" <= "5.1.2 num2" * "5.1.2 den1"
            THEN "5.1.2 num2" * "5.1.2 den1" END AS "5.1.2 whole",
  -- 5.2.1: có or không
  CASE "5.2.1 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "5.2.1 yes",
  -- 5.2.2: counts
  CASE WHEN "5.2.2 kind1" = 6 THEN -1
       WHEN "5.2.2 kind1" = 1 AND "5.2.2 num1" >= 0 AND "5.2.2 den1" <> 1000 AND "5.2.2 num1" % "5.2.2 den1" = 0
            THEN "5.2.2 num1" / "5.2.2 den1" END AS "5.2.2 n",
  -- 5.2.3: có or không
  CASE "5.2.3 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "5.2.3 yes",
  -- 5.3.1: có or không; part and whole
  CASE "5.3.1 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "5.3.1 yes",
  "5.3.1 num2" * "5.3.1 den3" AS "5.3.1 part",
  CASE WHEN 6 IN ("5.3.1 kind2", "5.3.1 kind3") THEN 0
       WHEN "5.3.1 kind2" = 1 AND "5.3.1 kind3" = 1 AND "5.3.1 num2" >= 0 AND "5.3.1 num3" >= 0
            AND "5.3.1 num2" * "5.3.1 den3" <= "5.3.1 num3" * "5.3.1 den2"
            THEN "5.3.1 num3" * "5.3.1 den2" END AS "5.3.1 whole",
  -- 5.3.2: counts
  CASE WHEN "5.3.2 kind1" = 6 THEN -1
       WHEN "5.3.2 kind1" = 1 AND "5.3.2 num1" >= 0 AND "5.3.2 den1" <> 1000 AND "5.3.2 num1" % "5.3.2 den1" = 0
            THEN "5.3.2 num1" / "5.3.2 den1" END AS "5.3.2 n1",
  CASE WHEN "5.3.2 kind2" = 6 THEN -1
       WHEN "5.3.2 kind2" = 1 AND "5.3.2 num2" >= 0 AND "5.3.2 den2" <> 1000 AND "5.3.2 num2" % "5.3.2 den2" = 0
            THEN "5.3.2 num2" / "5.3.2 den2" END AS "5.3.2 n2",
  -- 5.4.1: part and whole
  "5.4.1 num1" * "5.4.1 den2" AS "5.4.1 part",
  CASE WHEN 6 IN ("5.4.1 kind1", "5.4.1 kind2") THEN 0
       WHEN "5.4.1 kind1" = 1 AND "5.4.1 kind2" = 1 AND "5.4.1 num1" >= 0 AND "5.4.1 num2" >= 0
            AND "5.4.1 num1" * "5.4.1 den2" <= "5.4.1 num2" * "5.4.1 den1"
            THEN "5.4.1 num2" * "5.4.1 den1" END AS "5.4.1 whole",
  -- 5.4.2: part and whole
  "5.4.2 num1" * "5.4.2 den2" AS "5.4.2 part",
  CASE WHEN 6 IN ("5.4.2 kind1", "5.4.2 kind2") THEN 0
       WHEN "5.4.2 kind1" = 1 AND "5.4.2 kind2" = 1 AND "5.4.2 num1" >= 0 AND "5.4.2 num2" >= 0
            AND "5.4.2 num1" * "5.4.2 den2" <= "5.4.2 num2" * "5.4.2 den1"
            THEN "5.4.2 num2" * "5.4.2 den1" END AS "5.4.2 whole",
  -- 5.5: marks (in millionths)
  CASE WHEN "5.5 kind1" = 1 AND "5.5 num1" BETWEEN 0 AND "5.5 den1" THEN "5.5 num1" * 1000000 / "5.5 den1" END AS "5.5 n1",
  CASE WHEN "5.5 kind2" = 1 AND "5.5 num2" BETWEEN 0 AND "5.5 den2" THEN "5.5 num2" * 1000000 / "5.5 den2" END AS "5.5 n2",
  CASE WHEN "5.5 kind3" = 1 AND "5.5 num3" BETWEEN 0 AND "5.5 den3" THEN "5.5 num3" * 1000000 / "5.5 den3" END AS "5.5 n3",
  -- 5.6.1: có or không
  CASE "5.6.1 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "5.6.1 yes",
  -- 5.6.2: part and whole
  "5.6.2 num1" * "5.6.2 den2" AS "5.6.2 part",
  CASE WHEN 6 IN ("5.6.2 kind1", "5.6.2 kind2") THEN 0
       WHEN "5.6.2 kind1" = 1 AND "5.6.2 kind2" = 1 AND "5.6.2 num1" >= 0 AND "5.6.2 num2" >= 0
            AND "5.6.2 num1" * "5.6.2 den2" <= "5.6.2 num2" * "5.6.2 den1"
            THEN "5.6.2 num2" * "5.6.2 den1" END AS "5.6.2 whole",
  -- 6.1.2: counts
  CASE WHEN "6.1.2 kind1" = 6 THEN -1
       WHEN "6.1.2 kind1" = 1 AND "6.1.2 num1" >= 0 AND "6.1.2 den1" <> 1000 AND "6.1.2 num1" % "6.1.2 den1" = 0
            THEN "6.1.2 num1" / "6.1.2 den1" END AS "6.1.2 n",
  -- 6.1.3: two rates (two numbers are compared as they are)
  "6.1.3 num1" AS "6.1.3 part1",
  CASE WHEN "6.1.3 kind1" = 6 THEN 0
       WHEN "6.1.3 kind1" IN (1, 2) AND "6.1.3 num1" BETWEEN 0 AND "6.1.3 den1" THEN "6.1.3 den1"
       WHEN "6.1.3 kind1" = 3 AND "6.1.3 num1" >= 0 THEN "6.1.3 den1" END AS "6.1.3 whole1",
  "6.1.3 num2" AS "6.1.3 part2",
  CASE WHEN "6.1.3 kind2" = 6 THEN 0
       WHEN "6.1.3 kind2" IN (1, 2) AND "6.1.3 num2" BETWEEN 0 AND "6.1.3 den2" THEN "6.1.3 den2"
       WHEN "6.1.3 kind2" = 3 AND "6.1.3 num2" >= 0 THEN "6.1.3 den2" END AS "6.1.3 whole2",
  -- 6.2.1: a rate
  "6.2.1 num1" AS "6.2.1 part",
  CASE WHEN "6.2.1 kind1" = 6 THEN 0
       WHEN "6.2.1 kind1" IN (1, 2) AND "6.2.1 num1" BETWEEN 0 AND "6.2.1 den1" THEN "6.2.1 den1"
       WHEN "6.2.1 kind1" = 3 AND "6.2.1 num1" >= 0 THEN "6.2.1 den1" END AS "6.2.1 whole",
  -- 6.2.2: a rate
  "6.2.2 num1" AS "6.2.2 part",
  CASE WHEN "6.2.2 kind1" = 6 THEN 0
       WHEN "6.2.2 kind1" IN (1, 2) AND "6.2.2 num1" BETWEEN 0 AND "6.2.2 den1" THEN "6.2.2 den1"
       WHEN "6.2.2 kind1" = 3 AND "6.2.2 num1" >= 0 THEN "6.2.2 den1" END AS "6.2.2 whole",
  -- 6.3.1: có or không
  CASE "6.3.1 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "6.3.1 yes",
  -- 6.3.2: có or không
  CASE "6.3.2 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "6.3.2 yes",
  -- 6.3.3: part and whole
  "6.3.3 num1" * "6.3.3 den2" AS "6.3.3 part",
  CASE WHEN 6 IN ("6.3.3 kind1", "6.3.3 kind2") THEN 0
       WHEN "6.3.3 kind1" = 1 AND "6.3.3 kind2" = 1 AND "6.3.3 num1" >= 0 AND "6.3.3 num2" >= 0
            AND "6.3.3 num1" * "6.3.3 den2" <= "6.3.3 num2" * "6.3.3 den1"
            THEN "6.3.3 num2" * "6.3.3 den1" END AS "6.3.3 whole",
  -- 6.4.1: part and whole
  "6.4.1 num1" * "6.4.1 den2" AS "6.4.1 part",
  CASE WHEN 6 IN ("6.4.1 kind1", "6.4.1 kind2") THEN 0
       WHEN "6.4.1 kind1" = 1 AND "6.4.1 kind2" = 1 AND "6.4.1 num1" >= 0 AND "6.4.1 num2" >= 0
            AND "6.4.1 num1" * "6.4.1 den2" <= "6.4.1 num2" * "6.4.1 den1"
            THEN "6.4.1 num2" * "6.4.1 den1" END AS "6.4.1 whole",
  -- 6.4.2: counts
  CASE WHEN "6.4.2 kind1" = 6 THEN -1
       WHEN "6.4.2 kind1" = 1 AND "6.4.2 num1" >= 0 AND "6.4.2 den1" <> 1000 AND "6.4.2 num1" % "6.4.2 den1" = 0
            THEN "6.4.2 num1" / "6.4.2 den1" END AS "6.4.2 n1",
  CASE WHEN "6.4.2 kind2" = 6 THEN -1
       WHEN "6.4.2 kind2" = 1 AND "6.4.2 num2" >= 0 AND "6.4.2 den2" <> 1000 AND "6.4.2 num2" % "6.4.2 den2" = 0
            THEN "6.4.2 num2" / "6.4.2 den2" END AS "6.4.2 n2",
  CASE WHEN "6.4.2 kind3" = 6 THEN -1
       WHEN "6.4.2 kind3" = 1 AND "6.4.2 num3" >= 0 AND "6.4.2 den3" <> 1000 AND "6.4.2 num3" % "6.4.2 den3" = 0
            THEN "6.4.2 num3" / "6.4.2 den3" END AS "6.4.2 n3",
  -- 7.1.2: part and whole
  "7.1.2 num1" * "7.1.2 den2" AS "7.1.2 part",
  CASE WHEN 6 IN ("7.1.2 kind1", "7.1.2 kind2") THEN 0
       WHEN "7.1.2 kind1" = 1 AND "7.1.2 kind2" = 1 AND "7.1.2 num1" >= 0 AND "7.1.2 num2" >= 0
            AND "7.1.2 num1" * "7.1.2 den2" <= "7.1.2 num2" * "7.1.2 den1"
            THEN "7.1.2 num2" * "7.1.2 den1" END AS "7.1.2 whole",
  -- 7.2.1: part and whole, may be above the whole
  "7.2.1 num1" * "7.2.1 den2" AS "7.2.1 part",
  CASE WHEN 6 IN ("7.2.1 kind1", "7.2.1 kind2") THEN 0
       WHEN "7.2.1 kind1" = 1 AND "7.2.1 kind2" = 1 AND "7.2.1 num1" >= 0 AND "7.2.1 num2" >= 0
            AND ("7.2.1 num2" > 0 OR "7.2.1 num1" = 0)
            THEN "7.2.1 num2" * "7.2.1 den1" END AS "7.2.1 whole",
  -- 7.2.2.1: part and whole, may be above the whole
  "7.2.2.1 num1" * "7.2.2.1 den2" AS "7.2.2.1 part",
  CASE WHEN 6 IN ("7.2.2.1 kind1", "7.2.2.1 kind2") THEN 0
       WHEN "7.2.2.1 kind1" = 1 AND "7.2.2.1 kind2" = 1 AND "7.2.2.1 num1" >= 0 AND "7.2.2.1 num2" >= 0
            AND ("7.2.2.1 num2" > 0 OR "7.2.2.1 num1" = 0)
            THEN "7.2.2.1 num2" * "7.2.2.1 den1" END AS "7.2.2.1 whole",
  -- 7.2.2.2: two rates (two numbers are compared as they are)
  "7.2.2.2 num1" AS "7.2.2.2 part1",
  CASE WHEN "7.2.2.2 kind1" = 6 THEN 0
       WHEN "7.2.2.2 kind1" IN (1, 2) AND "7.2.2.2 num1" BETWEEN 0 AND "7.2.2.2 den1" THEN "7.2.2.2 den1"
       WHEN "7.2.2.2 kind1" = 3 AND "7.2.2.2 num1" >= 0 THEN "7.2.2.2 den1" END AS "7.2.2.2 whole1",
  "7.2.2.2 num2" AS "7.2.2.2 part2",
  CASE WHEN "7.2.2.2 kind2" = 6 THEN 0
       WHEN "7.2.2.2 kind2" IN (1, 2) AND "7.2.2.2 num2" BETWEEN 0 AND "7.2.2.2 den2" THEN "7.2.2.2 den2"
       WHEN "7.2.2.2 kind2" = 3 AND "7.2.2.2 num2" >= 0 THEN "7.2.2.2 den2" END AS "7.2.2.2 whole2",
  -- 7.2.3: part and whole
  "7.2.3 num1" * "7.2.3 den2" AS "7.2.3 part",
  CASE WHEN 6 IN ("7.2.3 kind1", "7.2.3 kind2") THEN 0
       WHEN "7.2.3 kind1" = 1 AND "7.2.3 kind2" = 1 AND "7.2.3 num1" >= 0 AND "7.2.3 num2" >= 0
            AND "7.2.3 num1" * "7.2.3 den2" <= "7.2.3 num2" * "7.2.3 den1"
            THEN "7.2.3 num2" * "7.2.3 den1" END AS "7.2.3 whole",
  -- 7.3.1: part and whole
  "7.3.1 num1" * "7.3.1 den2" AS "7.3.1 part",
  CASE WHEN 6 IN ("7.3.1 kind1", "7.3.1 kind2") THEN 0
       WHEN "7.3.1 kind1" = 1 AND "7.3.1 kind2" = 1 AND "7.3.1 num1" >= 0 AND "7.3.1 num2" >= 0
            AND "7.3.1 num1" * "7.3.1 den2" <= "7.3.1 num2" * "7.3.1 den1"
            THEN "7.3.1 num2" * "7.3.1 den1" END AS "7.3.1 whole",
  -- 7.3.2: part and whole
  "7.3.2 num1" * "7.3.2 den2" AS "7.3.2 part",
  CASE WHEN 6 IN ("7.3.2 kind1", "7.3.2 kind2") THEN 0
       WHEN "7.3.2 kind1" = 1 AND "7.3.2 kind2" = 1 AND "7.3.2 num1" >= 0 AND "7.3.2 num2" >= 0
            AND "7.3.2 num1" * "7.3.2 den2" <= "7.3.2 num2" * "7.3.2 den1"
            THEN "7.3.2 num2" * "7.3.2 den1" END AS "7.3.2 whole",
  -- 7.3.3: có or không
  CASE "7.3.3 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "7.3.3 yes",
  -- 7.4.1: counts
  CASE WHEN "7.4.1 kind1" = 6 THEN -1
       WHEN "7.4.1 kind1" = 1 AND "7.4.1 num1" >= 0 AND "7.4.1 den1" <> 1000 AND "7.4.1 num1" % "7.4.1 den1" = 0
            THEN "7.4.1 num1" / "7.4.1 den1" END AS "7.4.1 n",
  -- 7.4.2: có or không
  CASE "7.4.2 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "7.4.2 yes1",
  CASE "7.4.2 kind2" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "7.4.2 yes2",
  CASE "7.4.2 kind3" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "7.4.2 yes3",
  -- 7.6: có or không
  CASE "7.6 kind1" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "7.6 yes1",
  CASE "7.6 kind2" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "7.6 yes2",
  CASE "7.6 kind3" WHEN 4 THEN 1 WHEN 5 THEN 0 WHEN 6 THEN -1 END AS "7.6 yes3",
  -- 8.1.1: a rate
  "8.1.1 num1" AS "8.1.1 part",
  CASE WHEN "8.1.1 kind1" = 6 THEN 0
       WHEN "8.1.1 kind1" IN (1, 2) AND "8.1.1 num1" BETWEEN 0 AND "8.1.1 den1" THEN "8.1.1 den1"
       WHEN "8.1.1 kind1" = 3 AND "8.1.1 num1" >= 0 THEN "8.1.1 den1" END AS "8.1.1 whole",
  -- 8.1.2: a rate
  "8.1.2 num1" AS "8.1.2 part",
  CASE WHEN "8.1.2 kind1" = 6 THEN 0
       WHEN "8.1.2 kind1" IN (1, 2) AND "8.1.2 num1" BETWEEN 0 AND "8.1.2 den1" THEN "8.1.2 den1"
       WHEN "8.1.2 kind1" = 3 AND "8.1.2 num1" >= 0 THEN "8.1.2 den1" END AS "8.1.2 whole",
  -- 8.1.3: a rate
  "8.1.3 num1" AS "8.1.3 part",
  CASE WHEN "8.1.3 kind1" = 6 THEN 0
       WHEN "8.1.3 kind1" IN (1, 2) AND "8.1.3 num1" BETWEEN 0 AND "8.1.3 den1" THEN "8.1.3 den1"
       WHEN "8.1.3 kind1" = 3 AND "8.1.3 num1" >= 0 THEN "8.1.3 den1" END AS "8.1.3 whole",
  -- 8.1.4: a rate
  "8.1.4 num1" AS "8.1.4 part",
  CASE WHEN "8.1.4 kind1" = 6 THEN 0
       WHEN "8.1.4 kind1" IN (1, 2) AND "8.1.4 num1" BETWEEN 0 AND "8.1.4 den1" THEN "8.1.4 den1"
       WHEN "8.1.4 kind1" = 3 AND "8.1.4 num1" >= 0 THEN "8.1.4 den1" END AS "8.1.4 whole",
  -- 8.1.5: a rate
  "8.1.5 num1" AS "8.1.5 part",
  CASE WHEN "8.1.5 kind1" = 6 THEN 0
       WHEN "8.1.5 kind1" IN (1, 2) AND "8.1.5 num1" BETWEEN 0 AND "8.1.5 den1" THEN "8.1.5 den1"
       WHEN "8.1.5 kind1" = 3 AND "8.1.5 num1" >= 0 THEN "8.1.5 den1" END AS "8.1.5 whole",
  -- 8.2: ballots, or percentages (in millionths)
  CASE WHEN "8.2 kind1" = 6 THEN 0
       WHEN "8.2 kind1" = 1 AND "8.2 num1" >= 0 AND "8.2 den1" <> 1000 AND "8.2 num1" % "8.2 den1" = 0 THEN "8.2 num1" / "8.2 den1"
       WHEN "8.2 kind1" = 3 AND "8.2 num1" >= 0 THEN "8.2 num1" * 1000000 / "8.2 den1" END AS "8.2 n1",
  CASE WHEN "8.2 kind2" = 6 THEN 0
       WHEN "8.2 kind2" = 1 AND "8.2 num2" >= 0 AND "8.2 den2" <> 1000 AND "8.2 num2" % "8.2 den2" = 0 THEN "8.2 num2" / "8.2 den2"
       WHEN "8.2 kind2" = 3 AND "8.2 num2" >= 0 THEN "8.2 num2" * 1000000 / "8.2 den2" END AS "8.2 n2",
  CASE WHEN "8.2 kind3" = 6 THEN 0
       WHEN "8.2 kind3" = 1 AND "8.2 num3" >= 0 AND "8.2 den3" <> 1000 AND "8.2 num3" % "8.2 den3" = 0 THEN "8.2 num3" / "8.2 den3"
       WHEN "8.2 kind3" = 3 AND "8.2 num3" >= 0 THEN "8.2 num3" * 1000000 / "8.2 den3" END AS "8.2 n3",
  CASE WHEN "8.2 kind4" = 6 THEN 0
       WHEN "8.2 kind4" = 1 AND "8.2 num4" >= 0 AND "8.2 den4" <> 1000 AND "8.2 num4" % "8.2 den4" = 0 THEN "8.2 num4" / "8.2 den4"
       WHEN "8.2 kind4" = 3 AND "8.2 num4" >= 0 THEN "8.2 num4" * 1000000 / "8.2 den4" END AS "8.2 n4",
  CASE WHEN "8.2 kind5" = 6 THEN 0
       WHEN "8.2 kind5" = 1 AND "8.2 num5" >= 0 AND "8.2 den5" <> 1000 AND "8.2 num5" % "8.2 den5" = 0 THEN "8.2 num5" / "8.2 den5"
       WHEN "8.2 kind5" = 3 AND "8.2 num5" >= 0 THEN "8.2 num5" * 1000000 / "8.2 den5" END AS "8.2 n5",
  CASE WHEN "8.2 kind6" = 6 THEN 0
       WHEN "8.2 kind6" = 1 AND "8.2 num6" >= 0 AND "8.2 den6" <> 1000 AND "8.2 num6" % "8.2 den6" = 0 THEN "8.2 num6" / "8.2 den6"
       WHEN "8.2 kind6" = 3 AND "8.2 num6" >= 0 THEN "8.2 num6" * 1000000 / "8.2 den6" END AS "8.2 n6",
  CASE WHEN "8.2 kind7" = 6 THEN 0
       WHEN "8.2 kind7" = 1 AND "8.2 num7" >= 0 AND "8.2 den7" <> 1000 AND "8.2 num7" % "8.2 den7" = 0 THEN "8.2 num7" / "8.2 den7"
       WHEN "8.2 kind7" = 3 AND "8.2 num7" >= 0 THEN "8.2 num7" * 1000000 / "8.2 den7" END AS "8.2 n7",
  CASE WHEN "8.2 kind8" = 6 THEN 0
       WHEN "8.2 kind8" = 1 AND "8.2 num8" >= 0 AND "8.2 den8" <> 1000 AND "8.2 num8" % "8.2 den8" = 0 THEN "8.2 num8" / "8.2 den8"
       WHEN "8.2 kind8" = 3 AND "8.2 num8" >= 0 THEN "8.2 num8" * 1000000 / "8.2 den8" END AS "8.2 n8",
  -- 8.3.1: a rate, may be above the whole
  "8.3.1 num1" AS "8.3.1 part",
  CASE WHEN "8.3.1 kind1" = 6 THEN 0
       WHEN "8.3.1 kind1" = 1 AND "8.3.1 num1" BETWEEN 0 AND "8.3.1 den1" THEN "8.3.1 den1"
       WHEN "8.3.1 kind1" = 2 AND "8.3.1 num1" >= 0 AND "8.3.1 den1" >= 0 AND ("8.3.1 den1" > 0 OR "8.3.1 num1" = 0) THEN "8.3.1 den1"
       WHEN "8.3.1 kind1" = 3 AND "8.3.1 num1" >= 0 THEN "8.3.1 den1" END AS "8.3.1 whole",
  -- 8.3.2: part and whole
  "8.3.2 num1" * "8.3.2 den2" AS "8.3.2 part",
  CASE WHEN 6 IN ("8.3.2 kind1", "8.3.2 kind2") THEN 0
       WHEN "8.3.2 kind1" = 1 AND "8.3.2 kind2" = 1 AND "8.3.2 num1" >= 0 AND "8.3.2 num2" >= 0
            AND "8.3.2 num1" * "8.3.2 den2" <= "8.3.2 num2" * "8.3.2 den1"
            THEN "8.3.2 num2" * "8.3.2 den1" END AS "8.3.2 whole",
  -- 9.1: counts
  CASE WHEN "9.1 kind1" = 6 THEN -1
       WHEN "9.1 kind1" = 1 AND "9.1 num1" >= 0 AND "9.1 den1" <> 1000 AND "9.1 num1" % "9.1 den1" = 0 THEN "9.1 num1" / "9.1 den1" END AS "9.1 n",
  -- 9.2: counts
  CASE WHEN "9.2 kind1" = 6 THEN -1
       WHEN "9.2 kind1" = 1 AND "9.2 num1" >= 0 AND "9.2 den1" <> 1000 AND "9.2 num1" % "9.2 den1" = 0 THEN "9.2 num1" / "9.2 den1" END AS "9.2 n"
  FROM entered),

-- What each rule gives: points; -1: nothing arose; NULL: not known (missing, or cannot be).
rules AS MATERIALIZED (SELECT id,
  -- 1.1.1 (0,5): Kịp thời: 0,5 điểm; không kịp thời: 0,25 điểm; không ban hành: 0 điểm
  CASE WHEN "1.1.1 kind1" = 6 THEN -1 WHEN "1.1.1 kind1" = 7 THEN
    CASE "1.1.1 words1" WHEN 'kip thoi' THEN 5000 WHEN 'khong kip thoi' THEN 2500 WHEN 'khong ban hanh' THEN 0 END END AS "1.1.1 rule",
  -- 1.1.2 (1): Đủ các điều kiện (nêu rõ kết quả phải đạt; giao đơn vị chủ trì; ấn định thời gian hoàn thành; bố trí kinh phí): điểm tối đa; thiếu một điều kiện: 0 điểm
  CASE WHEN MAX("1.1.2 yes1", "1.1.2 yes2", "1.1.2 yes3", "1.1.2 yes4") = -1 THEN -1
       WHEN MIN("1.1.2 yes1", "1.1.2 yes2", "1.1.2 yes3", "1.1.2 yes4") >= 0 THEN
         CASE WHEN "1.1.2 yes1" + "1.1.2 yes2" + "1.1.2 yes3" + "1.1.2 yes4" = 4 THEN 10000 ELSE 0 END END AS "1.1.2 rule",
  -- 1.1.3 (1,5): Tỷ lệ nhiệm vụ hoàn thành × điểm tối đa; dưới 0,8: 0 điểm
  CASE WHEN "1.1.3 whole" = 0 THEN -1
       WHEN "1.1.3 part" * 10 < 8 * "1.1.3 whole" THEN 0
       ELSE 10 * ((2 * 1500 * "1.1.3 part" + "1.1.3 whole") / (2 * "1.1.3 whole")) END AS "1.1.3 rule",
  -- 1.2.1 (0,75): Mỗi báo cáo gửi chậm trừ 0,25 điểm; mỗi báo cáo không gửi trừ 0,5 điểm
  CASE WHEN MAX("1.2.1 n1", "1.2.1 n2") = -1 THEN -1 ELSE MAX(0, 7500 - 2500 * MAX("1.2.1 n1", 0) - 5000 * MAX("1.2.1 n2", 0)) END AS "1.2.1 rule",
  -- 1.2.2 (0,75): Tổng điểm các mục đạt: đúng đề cương 0,25; số liệu thống nhất 0,25; có phụ lục số liệu 0,25
  CASE WHEN MAX("1.2.2 yes1", "1.2.2 yes2", "1.2.2 yes3") = -1 THEN -1
       WHEN MIN("1.2.2 yes1", "1.2.2 yes2", "1.2.2 yes3") >= 0 THEN 2500 * "1.2.2 yes1" + 2500 * "1.2.2 yes2" + 2500 * "1.2.2 yes3" END AS "1.2.2 rule",
  -- 1.3.1 (1): Từ 30% trở lên: điểm tối đa; từ 20% đến dưới 30%: 0,5 điểm; dưới 20%: 0 điểm
  CASE WHEN "1.3.1 whole" = 0 THEN -1
       WHEN "1.3.1 part" * 100 >= 30 * "1.3.1 whole" THEN 10000
       WHEN "1.3.1 part" * 100 >= 20 * "1.3.1 whole" THEN 5000
       WHEN "1.3.1 part" * 100 < 20 * "1.3.1 whole" THEN 0 END AS "1.3.1 rule",
  -- 1.3.2 (1,5): Tỷ lệ có trọng số (đã khắc phục 1; đang khắc phục 0,5; chưa khắc phục 0) × điểm tối đa; không phát sinh: điểm tối đa
  (SELECT CASE WHEN whole = 0 THEN -1 ELSE 10 * ((2 * 1500 * (2 * done + doing) + 2 * whole) / (2 * 2 * whole)) END
    FROM (SELECT MAX("1.3.2 n1", 0) AS done, MAX("1.3.2 n2", 0) AS doing, MAX("1.3.2 n1", 0) + MAX("1.3.2 n2", 0) + MAX("1.3.2 n3",
         0) AS whole)) AS "1.3.2 rule",
  -- 1.4 (1,5): Tỷ lệ tồn tại đã khắc phục × điểm tối đa; dưới 50%: 0 điểm
  CASE WHEN "1.4 whole" = 0 THEN -1
       WHEN "1.4 part" * 100 < 50 * "1.4 whole" THEN 0
       ELSE 10 * ((2 * 1500 * "1.4 part" + "1.4 whole") / (2 * "1.4 whole")) END AS "1.4 rule",
  -- 1.5.1 (0,5): Có: điểm tối đa; không: 0 điểm
  CASE "1.5.1 yes" WHEN 1 THEN 5000 ELSE "1.5.1 yes" END AS "1.5.1 rule",
  -- 1.5.2 (1): Từ 4 hình thức trở lên: 1 điểm; từ 2 đến 3 hình thức: 0,5 điểm; dưới 2 hình thức: 0 điểm
  CASE WHEN "1.5.2 n" = -1 THEN -1 WHEN "1.5.2 n" >= 4 THEN 10000 WHEN "1.5.2 n" BETWEEN 2 AND 3 THEN 5000 WHEN "1.5.2 n" < 2 THEN 0 END AS "1.5.2 rule",
  -- 1.6.1 (1,5): Từ 2 sáng kiến trở lên: điểm tối đa; có 1 sáng kiến: 1 điểm; không có sáng kiến: 0 điểm
  CASE WHEN "1.6.1 n" = -1 THEN -1 WHEN "1.6.1 n" >= 2 THEN 15000 WHEN "1.6.1 n" = 1 THEN 10000 WHEN "1.6.1 n" = 0 THEN 0 END AS "1.6.1 rule",
  -- 1.6.2 (0,5): Số sáng kiến được nhân rộng so với đơn vị cao nhất trong nhóm × điểm tối đa
  CASE WHEN "1.6.2 kind1" = 6 OR "1.6.2 kind1" = 2 AND "1.6.2 num1" = 0 AND "1.6.2 den1" = 0 THEN -1 END AS "1.6.2 rule",
  -- 1.7 (2): Công thức: ([nhiệm vụ được giao xong đúng hạn] + 0,5 × [nhiệm vụ được giao xong quá hạn]) / [nhiệm vụ được giao đến hạn] × điểm tối đa
  CASE WHEN 0 IN ("1.7 kind1", "1.7 kind2", "1.7 kind3") THEN NULL
       WHEN "1.7 kind1" = 6 AND "1.7 kind2" = 6 AND "1.7 kind3" = 6 THEN -1
       WHEN "1.7 kind1" NOT IN (1, 2, 3) OR "1.7 kind2" NOT IN (1, 2, 3) OR "1.7 kind3" NOT IN (1, 2, 3) THEN NULL
       WHEN 0 IN ("1.7 den1", "1.7 den2", "1.7 den3") OR MIN("1.7 num1", "1.7 num2", "1.7 num3", "1.7 den1", "1.7 den2", "1.7 den3") < 0 THEN NULL
       WHEN "1.7 num3" = 0 AND "1.7 num1" = 0 AND "1.7 num2" = 0 THEN -1
       WHEN "1.7 num3" = 0 THEN NULL
       ELSE MIN(20000, 10 * ((2 * 2000 * (2 * "1.7 num1" * "1.7 den2" + "1.7 num2" * "1.7 den1") * "1.7 den3" + 2 * "1.7 den1" * "1.7 den2" * "1.7 num3")
                             / (2 * 2 * "1.7 den1" * "1.7 den2" * "1.7 num3"))) END AS "1.7 rule",
  -- 2.1.1 (1): Tỷ lệ văn bản trình đúng tiến độ × điểm tối đa; không phát sinh: loại khỏi mẫu số
  CASE WHEN "2.1.1 whole" = 0 THEN -1 ELSE 10 * ((2 * 1000 * "2.1.1 part" + "2.1.1 whole") / (2 * "2.1.1 whole")) END AS "2.1.1 rule",
  -- 2.1.2 (1): Mỗi dự thảo bị trả lại trừ 0,5 điểm; mỗi văn bản trái pháp luật trừ điểm tối đa
  CASE WHEN MAX("2.1.2 n1", "2.1.2 n2") = -1 THEN -1 ELSE MAX(0, 10000 - 5000 * MAX("2.1.2 n1", 0) - 10000 * MAX("2.1.2 n2", 0)) END AS "2.1.2 rule",
  -- 2.1.3 (1): Có: điểm tối đa; không: 0 điểm
  CASE "2.1.3 yes" WHEN 1 THEN 10000 ELSE "2.1.3 yes" END AS "2.1.3 rule",
  -- 2.2.1 (0,5): Kịp thời: điểm tối đa; không kịp thời: 0,25 điểm; không ban hành: 0 điểm
  CASE WHEN "2.2.1 kind1" = 6 THEN -1 WHEN "2.2.1 kind1" = 7 THEN
    CASE "2.2.1 words1" WHEN 'kip thoi' THEN 5000 WHEN 'khong kip thoi' THEN 2500 WHEN 'khong ban hanh' THEN 0 END END AS "2.2.1 rule",
  -- 2.2.2 (1): Tổng điểm các mục đạt: thu thập thông tin 0,25; kiểm tra 0,5; điều tra, khảo sát 0,25
  CASE WHEN MAX("2.2.2 yes1", "2.2.2 yes2", "2.2.2 yes3") = -1 THEN -1
       WHEN MIN("2.2.2 yes1", "2.2.2 yes2", "2.2.2 yes3") >= 0 THEN 2500 * "2.2.2 yes1" + 5000 * "2.2.2 yes2" + 2500 * "2.2.2 yes3" END AS "2.2.2 rule",
  -- 2.2.3 (1): Tỷ lệ kiến nghị đã xử lý × điểm tối đa; không phát sinh: điểm tối đa
  CASE WHEN "2.2.3 whole" = 0 THEN -1 ELSE 10 * ((2 * 1000 * "2.2.3 part" + "2.2.3 whole") / (2 * "2.2.3 whole")) END AS "2.2.3 rule",
  -- 2.3.1 (0,5): Có: điểm tối đa; không: 0 điểm
  CASE "2.3.1 yes" WHEN 1 THEN 5000 ELSE "2.3.1 yes" END AS "2.3.1 rule",
  -- 2.3.2 (1): Tỷ lệ văn bản được rà soát × điểm tối đa; dưới 70%: 0 điểm
  CASE WHEN "2.3.2 whole" = 0 THEN -1
       WHEN "2.3.2 part" * 100 < 70 * "2.3.2 whole" THEN 0
       ELSE 10 * ((2 * 1000 * "2.3.2 part" + "2.3.2 whole") / (2 * "2.3.2 whole")) END AS "2.3.2 rule",
  -- 2.3.3 (1): Tỷ lệ văn bản đã xử lý sau rà soát × điểm tối đa
  CASE WHEN "2.3.3 whole" = 0 THEN -1 ELSE 10 * ((2 * 1000 * "2.3.3 part" + "2.3.3 whole") / (2 * "2.3.3 whole")) END AS "2.3.3 rule",
  -- 2.4.1 (1): Từ 95% trở lên: điểm tối đa; từ 70% đến dưới 95%: tỷ lệ × điểm tối đa; dưới 70%: 0 điểm
  CASE WHEN "2.4.1 whole" = 0 THEN -1
       WHEN "2.4.1 part" * 100 >= 95 * "2.4.1 whole" THEN 10000
       WHEN "2.4.1 part" * 100 >= 70 * "2.4.1 whole" THEN 10 * ((2 * 1000 * "2.4.1 part" + "2.4.1 whole") / (2 * "2.4.1 whole"))
       WHEN "2.4.1 part" * 100 < 70 * "2.4.1 whole" THEN 0 END AS "2.4.1 rule",
  -- 2.4.2 (1): Kiểm tra 10 văn bản: mỗi văn bản sai trừ 0,2 điểm
  CASE WHEN "2.4.2 kind1" = 6 THEN -1
       WHEN "2.4.2 kind1" = 2 AND "2.4.2 num1" = 0 AND "2.4.2 den1" = 0 THEN -1
       WHEN "2.4.2 kind1" = 2 AND "2.4.2 num1" >= 0 AND "2.4.2 num1" <= "2.4.2 den1" THEN MAX(0, 10000 - 2000 * "2.4.2 num1")
       WHEN "2.4.2 kind1" = 1 AND "2.4.2 num1" >= 0 AND "2.4.2 den1" <> 1000 AND "2.4.2 num1" % "2.4.2 den1" = 0 AND "2.4.2 num1" / "2.4.2 den1" <= 10
         THEN MAX(0, 10000 - 2000 * ("2.4.2 num1" / "2.4.2 den1")) END AS "2.4.2 rule",
  -- 3.1.1 (0,5): Kịp thời: điểm tối đa; không kịp thời: 50% điểm tối đa; không ban hành: 0 điểm
  CASE WHEN "3.1.1 kind1" = 6 THEN -1 WHEN "3.1.1 kind1" = 7 THEN
    CASE "3.1.1 words1" WHEN 'kip thoi' THEN 5000 WHEN 'khong kip thoi' THEN 2500 WHEN 'khong ban hanh' THEN 0 END END AS "3.1.1 rule",
  -- 3.1.2 (1): Mỗi thủ tục trình công bố chậm trừ 0,25 điểm
  CASE WHEN "3.1.2 n" = -1 THEN -1 ELSE MAX(0, 10000 - 2500 * "3.1.2 n") END AS "3.1.2 rule",
  -- 3.1.3 (1): Tỷ lệ thủ tục được rà soát / 20% × điểm tối đa
  CASE WHEN "3.1.3 whole" = 0 THEN -1
       ELSE MIN(10000, 10 * ((2 * 1000 * 100 * "3.1.3 part" + 20 * "3.1.3 whole") / (2 * 20 * "3.1.3 whole"))) END AS "3.1.3 rule",
  -- 3.1.4 (1): Mỗi phương án cắt giảm được 0,25 điểm
  CASE WHEN "3.1.4 n" = -1 THEN -1 ELSE MIN(10000, 2500 * "3.1.4 n") END AS "3.1.4 rule",
  -- 3.2.1 (1): Kiểm tra 20 thủ tục: mỗi thủ tục niêm yết sai trừ 0,1 điểm
  CASE WHEN "3.2.1 kind1" = 6 THEN -1
       WHEN "3.2.1 kind1" = 2 AND "3.2.1 num1" = 0 AND "3.2.1 den1" = 0 THEN -1
       WHEN "3.2.1 kind1" = 2 AND "3.2.1 num1" >= 0 AND "3.2.1 num1" <= "3.2.1 den1" THEN MAX(0, 10000 - 1000 * "3.2.1 num1")
       WHEN "3.2.1 kind1" = 1 AND "3.2.1 num1" >= 0 AND "3.2.1 den1" <> 1000 AND "3.2.1 num1" % "3.2.1 den1" = 0 AND "3.2.1 num1" / "3.2.1 den1" <= 20
         THEN MAX(0, 10000 - 1000 * ("3.2.1 num1" / "3.2.1 den1")) END AS "3.2.1 rule",
  -- 3.2.2 (1): Tỷ lệ thủ tục đồng bộ đúng × điểm tối đa
  CASE WHEN "3.2.2 whole" = 0 THEN -1 ELSE 10 * ((2 * 1000 * "3.2.2 part" + "3.2.2 whole") / (2 * "3.2.2 whole")) END AS "3.2.2 rule",
  -- 3.3.1 (1): Từ 100% trở lên: điểm tối đa; dưới 100%: 0 điểm
  CASE WHEN "3.3.1 whole" = 0 THEN -1 WHEN "3.3.1 part" >= "3.3.1 whole" THEN 10000 WHEN "3.3.1 part" < "3.3.1 whole" THEN 0 END AS "3.3.1 rule",
  -- 3.3.2.1 (2): Tỷ lệ hồ sơ đúng hạn × điểm tối đa; dưới 0,8: 0 điểm
  CASE WHEN "3.3.2.1 whole" = 0 THEN -1
       WHEN "3.3.2.1 part" * 10 < 8 * "3.3.2.1 whole" THEN 0
       ELSE 10 * ((2 * 2000 * "3.3.2.1 part" + "3.3.2.1 whole") / (2 * "3.3.2.1 whole")) END AS "3.3.2.1 rule",
  -- 3.3.2.2 (1): Từ 98% trở lên: điểm tối đa; từ 80% đến dưới 98%: tỷ lệ × điểm tối đa; dưới 80%: 0 điểm
  CASE WHEN "3.3.2.2 whole" = 0 THEN -1
       WHEN "3.3.2.2 part" * 100 >= 98 * "3.3.2.2 whole" THEN 10000
       WHEN "3.3.2.2 part" * 100 >= 80 * "3.3.2.2 whole" THEN 10 * ((2 * 1000 * "3.3.2.2 part" + "3.3.2.2 whole") / (2 * "3.3.2.2 whole"))
       WHEN "3.3.2.2 part" * 100 < 80 * "3.3.2.2 whole" THEN 0 END AS "3.3.2.2 rule",
  -- 3.3.2.3 (1): Tỷ lệ hồ sơ trễ hạn có văn bản xin lỗi × điểm tối đa; không phát sinh: điểm tối đa
  CASE WHEN "3.3.2.3 whole" = 0 THEN -1 ELSE 10 * ((2 * 1000 * "3.3.2.3 part" + "3.3.2.3 whole") / (2 * "3.3.2.3 whole")) END AS "3.3.2.3 rule",
  -- 3.3.3 (1): Từ 100% trở lên: 1 điểm; từ 90% đến dưới 100%: 0,5 điểm; dưới 90%: 0 điểm
  CASE WHEN "3.3.3 whole" = 0 THEN -1
       WHEN "3.3.3 part" >= "3.3.3 whole" THEN 10000
       WHEN "3.3.3 part" * 100 >= 90 * "3.3.3 whole" THEN 5000
       WHEN "3.3.3 part" * 100 < 90 * "3.3.3 whole" THEN 0 END AS "3.3.3 rule",
  -- 3.4.1 (1): Tỷ lệ hồ sơ được số hóa / 80% × điểm tối đa
  CASE WHEN "3.4.1 whole" = 0 THEN -1
       ELSE MIN(10000, 10 * ((2 * 1000 * 100 * "3.4.1 part" + 80 * "3.4.1 whole") / (2 * 80 * "3.4.1 whole"))) END AS "3.4.1 rule",
  -- 3.4.2 (1): Tỷ lệ hồ sơ có kết quả điện tử × điểm tối đa
  CASE WHEN "3.4.2 whole" = 0 THEN -1 ELSE 10 * ((2 * 1000 * "3.4.2 part" + "3.4.2 whole") / (2 * "3.4.2 whole")) END AS "3.4.2 rule",
  -- 3.4.3 (1): Trên 50%: 1 điểm; trên 30% đến 50%: 0,5 điểm; đến 30%: 0 điểm
  CASE WHEN "3.4.3 whole" = 0 THEN -1
       WHEN "3.4.3 part" * 100 > 50 * "3.4.3 whole" THEN 10000
       WHEN "3.4.3 part" * 100 > 30 * "3.4.3 whole" THEN 5000
       WHEN "3.4.3 part" * 100 <= 30 * "3.4.3 whole" THEN 0 END AS "3.4.3 rule",
  -- 3.5.1 (1): Tỷ lệ phản ánh trả lời đúng hạn × điểm tối đa; không phát sinh: điểm tối đa
  CASE WHEN "3.5.1 whole" = 0 THEN -1 ELSE 10 * ((2 * 1000 * "3.5.1 part" + "3.5.1 whole") / (2 * "3.5.1 whole")) END AS "3.5.1 rule",
  -- 3.5.2 (0,5): Có: điểm tối đa; không: 0 điểm
  CASE "3.5.2 yes" WHEN 1 THEN 5000 ELSE "3.5.2 yes" END AS "3.5.2 rule",
  -- 3.6 (2): Kết quả Chỉ số phục vụ người dân, doanh nghiệp × điểm tối đa
  CASE WHEN "3.6 whole" = 0 THEN -1 ELSE MIN(20000, 10 * ((2 * 2000 * "3.6 part" + "3.6 whole") / (2 * "3.6 whole"))) END AS "3.6 rule",
  -- 4.1.1 (1): Có: điểm tối đa; không: 0 điểm
  CASE "4.1.1 yes" WHEN 1 THEN 10000 ELSE "4.1.1 yes" END AS "4.1.1 rule",
  -- 4.1.2 (1): Đã sửa đổi: điểm tối đa; đang lấy ý kiến: 0,5 điểm; chưa sửa đổi: 0 điểm
  CASE WHEN "4.1.2 kind1" = 6 THEN -1 WHEN "4.1.2 kind1" = 7 THEN
    CASE "4.1.2 words1" WHEN 'da sua doi' THEN 10000 WHEN 'dang lay y kien' THEN 5000 WHEN 'chua sua doi' THEN 0 END END AS "4.1.2 rule",
  -- 4.1.3 (1): Đúng quy định: điểm tối đa; không đúng quy định: 0 điểm
  CASE WHEN "4.1.3 kind1" = 6 THEN -1 WHEN "4.1.3 kind1" = 4 THEN 10000 WHEN "4.1.3 kind1" = 5 THEN 0 WHEN "4.1.3 kind1" = 7 THEN
    CASE "4.1.3 words1" WHEN 'dung quy dinh' THEN 10000 WHEN 'khong dung quy dinh' THEN 0 END END AS "4.1.3 rule",
  -- 4.2.1 (1): Đến 100%: điểm tối đa; trên 100%: 0 điểm
  CASE WHEN "4.2.1 whole" = 0 THEN -1 WHEN "4.2.1 part" <= "4.2.1 whole" THEN 10000 WHEN "4.2.1 part" > "4.2.1 whole" THEN 0 END AS "4.2.1 rule",
  -- 4.2.2 (1): Tỷ lệ biên chế tinh giản / 2% × điểm tối đa
  CASE WHEN "4.2.2 whole" = 0 THEN -1
       ELSE MIN(10000, 10 * ((2 * 1000 * 100 * "4.2.2 part" + 2 * "4.2.2 whole") / (2 * 2 * "4.2.2 whole"))) END AS "4.2.2 rule",
  -- 4.3.1 (0,5): Có: điểm tối đa; không: 0 điểm
  CASE "4.3.1 yes" WHEN 1 THEN 5000 ELSE "4.3.1 yes" END AS "4.3.1 rule",
  -- 4.3.2 (0,5): Có: điểm tối đa; không: 0 điểm
  CASE "4.3.2 yes" WHEN 1 THEN 5000 ELSE "4.3.2 yes" END AS "4.3.2 rule",
  -- 4.3.3 (1): Tỷ lệ vấn đề phân cấp đã xử lý × điểm tối đa
  CASE WHEN "4.3.3 whole" = 0 THEN -1 ELSE 10 * ((2 * 1000 * "4.3.3 part" + "4.3.3 whole") / (2 * "4.3.3 whole")) END AS "4.3.3 rule",
  -- 4.4 (1): Mỗi cuộc họp được 0,25 điểm
  CASE WHEN "4.4 n" = -1 THEN -1 ELSE MIN(10000, 2500 * "4.4 n") END AS "4.4 rule",
  -- 5.1.1 (1): Tỷ lệ công chức bố trí đúng × điểm tối đa
  CASE WHEN "5.1.1 whole" = 0 THEN -1 ELSE 10 * ((2 * 1000 * "5.1.1 part" + "5.1.1 whole") / (2 * "5.1.1 whole")) END AS "5.1.1 rule",
  -- 5.1.2 (1): Tỷ lệ viên chức bố trí đúng × điểm tối đa
  CASE WHEN "5.1.2 whole" = 0 THEN -1 ELSE 10 * ((2 * 1000 * "5.1.2 part" + "5.1.2 whole") / (2 * "5.1.2 whole")) END AS "5.1.2 rule",
  -- 5.2.1 (1): Có: điểm tối đa; không: 0 điểm; không phát sinh: điểm tối đa
  CASE "5.2.1 yes" WHEN 1 THEN 10000 ELSE "5.2.1 yes" END AS "5.2.1 rule",
  -- 5.2.2 (1): Mỗi trường hợp sai trừ 50% điểm tối đa
  CASE WHEN "5.2.2 n" = -1 THEN -1 ELSE MAX(0, 10000 - 5000 * "5.2.2 n") END AS "5.2.2 rule",
  -- 5.2.3 (1): Có: điểm tối đa; không: 0 điểm; không phát sinh: loại khỏi mẫu số
  CASE "5.2.3 yes" WHEN 1 THEN 10000 ELSE "5.2.3 yes" END AS "5.2.3 rule",
  -- 5.3.1 (1): Cao nhất trong: [Có: điểm tối đa; không: 0 điểm] hoặc [Tỷ lệ phòng đánh giá đúng hạn × điểm tối đa]
  CASE WHEN "5.3.1 kind1" IN (1, 2, 3, 7) THEN NULL
       WHEN 0 NOT IN ("5.3.1 kind2", "5.3.1 kind3") AND "5.3.1 whole" IS NULL THEN NULL
       WHEN "5.3.1 yes" = -1 AND "5.3.1 whole" = 0 THEN -1
       WHEN "5.3.1 whole" > 0 THEN MAX(CASE "5.3.1 yes" WHEN 1 THEN 10000 ELSE 0 END, 10 * ((2 * 1000 * "5.3.1 part" + "5.3.1 whole") / (2 * "5.3.1 whole")))
       WHEN "5.3.1 yes" >= 0 THEN 10000 * "5.3.1 yes" END AS "5.3.1 rule",
  -- 5.3.2 (1): Mỗi công chức bị khiển trách trừ 0,25 điểm; mỗi công chức bị cảnh cáo trừ 0,5 điểm
  CASE WHEN MAX("5.3.2 n1", "5.3.2 n2") = -1 THEN -1 ELSE MAX(0, 10000 - 2500 * MAX("5.3.2 n1", 0) - 5000 * MAX("5.3.2 n2", 0)) END AS "5.3.2 rule",
  -- 5.4.1 (1): Từ 95% trở lên: điểm tối đa; từ 60% đến dưới 95%: tỷ lệ × điểm tối đa; dưới 60%: 0 điểm
  CASE WHEN "5.4.1 whole" = 0 THEN -1
       WHEN "5.4.1 part" * 100 >= 95 * "5.4.1 whole" THEN 10000
       WHEN "5.4.1 part" * 100 >= 60 * "5.4.1 whole" THEN 10 * ((2 * 1000 * "5.4.1 part" + "5.4.1 whole") / (2 * "5.4.1 whole"))
       WHEN "5.4.1 part" * 100 < 60 * "5.4.1 whole" THEN 0 END AS "5.4.1 rule",
  -- 5.4.2 (1): Từ 80% trở lên: 1 điểm; từ 65% đến dưới 80%: 0,75 điểm; từ 50% đến dưới 65%: 0,5 điểm; dưới 50%: 0 điểm
  CASE WHEN "5.4.2 whole" = 0 THEN -1
       WHEN "5.4.2 part" * 100 >= 80 * "5.4.2 whole" THEN 10000
       WHEN "5.4.2 part" * 100 >= 65 * "5.4.2 whole" THEN 7500
       WHEN "5.4.2 part" * 100 >= 50 * "5.4.2 whole" THEN 5000
       WHEN "5.4.2 part" * 100 < 50 * "5.4.2 whole" THEN 0 END AS "5.4.2 rule",
  -- 5.5 (1): Trung bình điểm chấm của: Chủ tịch UBND tỉnh; Phó Chủ tịch phụ trách; Chánh Văn phòng UBND tỉnh
  CASE WHEN "5.5 kind1" = 6 AND "5.5 kind2" = 6 AND "5.5 kind3" = 6 THEN -1
       WHEN "5.5 kind1" NOT IN (0, 6) AND "5.5 n1" IS NULL THEN NULL
       WHEN "5.5 kind2" NOT IN (0, 6) AND "5.5 n2" IS NULL THEN NULL
       WHEN "5.5 kind3" NOT IN (0, 6) AND "5.5 n3" IS NULL THEN NULL
       ELSE (SELECT CASE WHEN given > 0 THEN 10 * ((2 * sum + 1000 * given) / (2 * 1000 * given)) END
         FROM (SELECT COALESCE("5.5 n1", 0) + COALESCE("5.5 n2", 0) + COALESCE("5.5 n3", 0) AS sum,
                      ("5.5 n1" IS NOT NULL) + ("5.5 n2" IS NOT NULL) + ("5.5 n3" IS NOT NULL) AS given)) END AS "5.5 rule",
  -- 5.6.1 (0,5): Có: điểm tối đa; không: 0 điểm
  CASE "5.6.1 yes" WHEN 1 THEN 5000 ELSE "5.6.1 yes" END AS "5.6.1 rule",
  -- 5.6.2 (1,5): Tỷ lệ công chức đã chuyển đổi × điểm tối đa; dưới 60%: 0 điểm; không phát sinh: điểm tối đa
  CASE WHEN "5.6.2 whole" = 0 THEN -1
       WHEN "5.6.2 part" * 100 < 60 * "5.6.2 whole" THEN 0
       ELSE 10 * ((2 * 1500 * "5.6.2 part" + "5.6.2 whole") / (2 * "5.6.2 whole")) END AS "5.6.2 rule",
  -- 6.1.1 (1): Ban hành mới: điểm tối đa; sửa đổi một phần: 0,75 điểm; không ban hành: 0 điểm
  CASE WHEN "6.1.1 kind1" = 6 THEN -1 WHEN "6.1.1 kind1" = 7 THEN
    CASE "6.1.1 words1" WHEN 'ban hanh moi' THEN 10000 WHEN 'sua doi mot phan' THEN 7500 WHEN 'khong ban hanh' THEN 0 END END AS "6.1.1 rule",
  -- 6.1.2 (1): Mỗi sai phạm trừ 0,5 điểm
  CASE WHEN "6.1.2 n" = -1 THEN -1 ELSE MAX(0, 10000 - 5000 * "6.1.2 n") END AS "6.1.2 rule",
  -- 6.1.3 (1): Tăng so với năm trước: điểm tối đa; bằng năm trước: 0,5 điểm; giảm so với năm trước: 0 điểm
  CASE WHEN 0 IN ("6.1.3 kind1", "6.1.3 kind2") THEN NULL
       WHEN "6.1.3 kind1" = 1 AND "6.1.3 kind2" = 1
            OR "6.1.3 kind1" IN (2, 3) AND "6.1.3 kind2" IN (2, 3) AND "6.1.3 whole1" > 0 AND "6.1.3 whole2" > 0 THEN
         CASE WHEN "6.1.3 num1" * "6.1.3 den2" > "6.1.3 num2" * "6.1.3 den1" THEN 10000
              WHEN "6.1.3 num1" * "6.1.3 den2" = "6.1.3 num2" * "6.1.3 den1" THEN 5000
              ELSE 0 END
       WHEN "6.1.3 whole1" = 0 OR "6.1.3 whole2" = 0 THEN -1 END AS "6.1.3 rule",
  -- 6.2.1 (2): Từ 95% trở lên: điểm tối đa; từ 75% đến dưới 95%: tỷ lệ × điểm tối đa; dưới 75%: 0 điểm
  CASE WHEN "6.2.1 whole" = 0 THEN -1
       WHEN "6.2.1 part" * 100 >= 95 * "6.2.1 whole" THEN 20000
       WHEN "6.2.1 part" * 100 >= 75 * "6.2.1 whole" THEN 10 * ((2 * 2000 * "6.2.1 part" + "6.2.1 whole") / (2 * "6.2.1 whole"))
       WHEN "6.2.1 part" * 100 < 75 * "6.2.1 whole" THEN 0 END AS "6.2.1 rule",
  -- 6.2.2 (1): Từ 98% trở lên: 1 điểm; từ 90% đến dưới 98%: 0,5 điểm; dưới 90%: 0 điểm
  CASE WHEN "6.2.2 whole" = 0 THEN -1
       WHEN "6.2.2 part" * 100 >= 98 * "6.2.2 whole" THEN 10000
       WHEN "6.2.2 part" * 100 >= 90 * "6.2.2 whole" THEN 5000
       WHEN "6.2.2 part" * 100 < 90 * "6.2.2 whole" THEN 0 END AS "6.2.2 rule",
  -- 6.3.1 (0,5): Có: điểm tối đa; không: 0 điểm
  CASE "6.3.1 yes" WHEN 1 THEN 5000 ELSE "6.3.1 yes" END AS "6.3.1 rule",
  -- 6.3.2 (0,5): Có: điểm tối đa; không: 0 điểm
  CASE "6.3.2 yes" WHEN 1 THEN 5000 ELSE "6.3.2 yes" END AS "6.3.2 rule",
  -- 6.3.3 (1): Tỷ lệ cơ sở nhà, đất đã sắp xếp × điểm tối đa
  CASE WHEN "6.3.3 whole" = 0 THEN -1 ELSE 10 * ((2 * 1000 * "6.3.3 part" + "6.3.3 whole") / (2 * "6.3.3 whole")) END AS "6.3.3 rule",
  -- 6.4.1 (1): Tỷ lệ số tiền đã nộp × điểm tối đa; không phát sinh: điểm tối đa
  CASE WHEN "6.4.1 whole" = 0 THEN -1 ELSE 10 * ((2 * 1000 * "6.4.1 part" + "6.4.1 whole") / (2 * "6.4.1 whole")) END AS "6.4.1 rule",
  -- 6.4.2 (1): Tỷ lệ có trọng số (đã thực hiện 1; đang thực hiện 0,5; chưa thực hiện 0) × điểm tối đa; không phát sinh: điểm tối đa
  (SELECT CASE WHEN whole = 0 THEN -1 ELSE 10 * ((2 * 1000 * (2 * done + doing) + 2 * whole) / (2 * 2 * whole)) END
    FROM (SELECT MAX("6.4.2 n1", 0) AS done, MAX("6.4.2 n2", 0) AS doing, MAX("6.4.2 n1", 0) + MAX("6.4.2 n2", 0) + MAX("6.4.2 n3",
         0) AS whole)) AS "6.4.2 rule",
  -- 7.1.1 (0,5): Kịp thời: điểm tối đa; không kịp thời: 0,25 điểm; không ban hành: 0 điểm
  CASE WHEN "7.1.1 kind1" = 6 THEN -1 WHEN "7.1.1 kind1" = 7 THEN
    CASE "7.1.1 words1" WHEN 'kip thoi' THEN 5000 WHEN 'khong kip thoi' THEN 2500 WHEN 'khong ban hanh' THEN 0 END END AS "7.1.1 rule",
  -- 7.1.2 (1,5): Tỷ lệ nhiệm vụ chuyển đổi số hoàn thành × điểm tối đa; dưới 70%: 0 điểm
  CASE WHEN "7.1.2 whole" = 0 THEN -1
       WHEN "7.1.2 part" * 100 < 70 * "7.1.2 whole" THEN 0
       ELSE 10 * ((2 * 1500 * "7.1.2 part" + "7.1.2 whole") / (2 * "7.1.2 whole")) END AS "7.1.2 rule",
  -- 7.2.1 (1): Tỷ lệ thủ tục trực tuyến toàn trình / 80% × điểm tối đa
  CASE WHEN "7.2.1 whole" = 0 THEN -1
       ELSE MIN(10000, 10 * ((2 * 1000 * 100 * "7.2.1 part" + 80 * "7.2.1 whole") / (2 * 80 * "7.2.1 whole"))) END AS "7.2.1 rule",
  -- 7.2.2.1 (2): Tỷ lệ hồ sơ nộp trực tuyến toàn trình so với mục tiêu 70% × điểm tối đa
  CASE WHEN "7.2.2.1 whole" = 0 THEN -1
       ELSE MIN(20000, 10 * ((2 * 2000 * 100 * "7.2.2.1 part" + 70 * "7.2.2.1 whole") / (2 * 70 * "7.2.2.1 whole"))) END AS "7.2.2.1 rule",
  -- 7.2.2.2 (1): Tăng so với năm trước: điểm tối đa; bằng năm trước: 0,5 điểm; giảm so với năm trước: 0 điểm
  CASE WHEN 0 IN ("7.2.2.2 kind1", "7.2.2.2 kind2") THEN NULL
       WHEN "7.2.2.2 kind1" = 1 AND "7.2.2.2 kind2" = 1
            OR "7.2.2.2 kind1" IN (2, 3) AND "7.2.2.2 kind2" IN (2, 3) AND "7.2.2.2 whole1" > 0 AND "7.2.2.2 whole2" > 0 THEN
         CASE WHEN "7.2.2.2 num1" * "7.2.2.2 den2" > "7.2.2.2 num2" * "7.2.2.2 den1" THEN 10000
              WHEN "7.2.2.2 num1" * "7.2.2.2 den2" = "7.2.2.2 num2" * "7.2.2.2 den1" THEN 5000
              ELSE 0 END
       WHEN "7.2.2.2 whole1" = 0 OR "7.2.2.2 whole2" = 0 THEN -1 END AS "7.2.2.2 rule",
  -- 7.2.3 (2): Từ 60% trở lên: điểm tối đa; từ 40% đến dưới 60%: 1,5 điểm; từ 20% đến dưới 40%: 0,75 điểm; dưới 20%: 0 điểm
  CASE WHEN "7.2.3 whole" = 0 THEN -1
       WHEN "7.2.3 part" * 100 >= 60 * "7.2.3 whole" THEN 20000
       WHEN "7.2.3 part" * 100 >= 40 * "7.2.3 whole" THEN 15000
       WHEN "7.2.3 part" * 100 >= 20 * "7.2.3 whole" THEN 7500
       WHEN "7.2.3 part" * 100 < 20 * "7.2.3 whole" THEN 0 END AS "7.2.3 rule",
  -- 7.3.1 (1): Từ 98% trở lên: điểm tối đa; từ 90% đến dưới 98%: 50% điểm tối đa; dưới 90%: 0 điểm
  CASE WHEN "7.3.1 whole" = 0 THEN -1
       WHEN "7.3.1 part" * 100 >= 98 * "7.3.1 whole" THEN 10000
       WHEN "7.3.1 part" * 100 >= 90 * "7.3.1 whole" THEN 5000
       WHEN "7.3.1 part" * 100 < 90 * "7.3.1 whole" THEN 0 END AS "7.3.1 rule",
  -- 7.3.2 (1): Tỷ lệ hồ sơ công việc trên mạng × điểm tối đa
  CASE WHEN "7.3.2 whole" = 0 THEN -1 ELSE 10 * ((2 * 1000 * "7.3.2 part" + "7.3.2 whole") / (2 * "7.3.2 whole")) END AS "7.3.2 rule",
  -- 7.3.3 (1): Có: điểm tối đa; không: 0 điểm
  CASE "7.3.3 yes" WHEN 1 THEN 10000 ELSE "7.3.3 yes" END AS "7.3.3 rule",
  -- 7.4.1 (1): Mỗi bộ dữ liệu mở được 0,2 điểm
  CASE WHEN "7.4.1 n" = -1 THEN -1 ELSE MIN(10000, 2000 * "7.4.1 n") END AS "7.4.1 rule",
  -- 7.4.2 (1,5): Tổng điểm các mục đạt (thang điểm 100): ban hành danh mục dữ liệu 20; kết nối với kho dữ liệu 40; cập nhật đúng kỳ 40
  CASE WHEN MAX("7.4.2 yes1", "7.4.2 yes2", "7.4.2 yes3") = -1 THEN -1
       WHEN MIN("7.4.2 yes1", "7.4.2 yes2", "7.4.2 yes3") >= 0 THEN 15000 * (20 * "7.4.2 yes1" + 40 * "7.4.2 yes2"
            + 40 * "7.4.2 yes3") / 100 END AS "7.4.2 rule",
  -- 7.5 (1,5): Tổng điểm các mục đạt (thang điểm 100)
  CASE WHEN "7.5 kind1" = 6 THEN -1
       WHEN "7.5 kind1" = 1 AND "7.5 num1" >= 0 AND "7.5 num1" <= 100 * "7.5 den1" THEN
         10 * ((2 * 1500 * "7.5 num1" + 100 * "7.5 den1") / (2 * 100 * "7.5 den1")) END AS "7.5 rule",
  -- 7.6 (1): Đủ các điều kiện (được phê duyệt cấp độ; có phương án ứng cứu; đã diễn tập): điểm tối đa; thiếu một điều kiện: 0 điểm
  CASE WHEN MAX("7.6 yes1", "7.6 yes2", "7.6 yes3") = -1 THEN -1
       WHEN MIN("7.6 yes1", "7.6 yes2", "7.6 yes3") >= 0 THEN
         CASE WHEN "7.6 yes1" + "7.6 yes2" + "7.6 yes3" = 3 THEN 10000 ELSE 0 END END AS "7.6 rule",
  -- 8.1.1 (1): Khảo sát: tỷ lệ hài lòng × điểm tối đa
  CASE WHEN "8.1.1 whole" = 0 THEN -1 ELSE MIN(10000, 10 * ((2 * 1000 * "8.1.1 part" + "8.1.1 whole") / (2 * "8.1.1 whole"))) END AS "8.1.1 rule",
  -- 8.1.2 (1): Khảo sát: tỷ lệ hài lòng × điểm tối đa
  CASE WHEN "8.1.2 whole" = 0 THEN -1 ELSE MIN(10000, 10 * ((2 * 1000 * "8.1.2 part" + "8.1.2 whole") / (2 * "8.1.2 whole"))) END AS "8.1.2 rule",
  -- 8.1.3 (1): Khảo sát: tỷ lệ hài lòng × điểm tối đa
  CASE WHEN "8.1.3 whole" = 0 THEN -1 ELSE MIN(10000, 10 * ((2 * 1000 * "8.1.3 part" + "8.1.3 whole") / (2 * "8.1.3 whole"))) END AS "8.1.3 rule",
  -- 8.1.4 (1): Khảo sát: tỷ lệ hài lòng × điểm tối đa
  CASE WHEN "8.1.4 whole" = 0 THEN -1 ELSE MIN(10000, 10 * ((2 * 1000 * "8.1.4 part" + "8.1.4 whole") / (2 * "8.1.4 whole"))) END AS "8.1.4 rule",
  -- 8.1.5 (1): Khảo sát: tỷ lệ hài lòng × điểm tối đa
  CASE WHEN "8.1.5 whole" = 0 THEN -1 ELSE MIN(10000, 10 * ((2 * 1000 * "8.1.5 part" + "8.1.5 whole") / (2 * "8.1.5 whole"))) END AS "8.1.5 rule",
  -- 8.2 (3): Khảo sát (lãnh đạo UBND cấp xã 60%; lãnh đạo sở, ngành 40%): rất tốt 100%; tốt 80%; trung bình 50%; kém 0%
  CASE WHEN 1 IN ("8.2 kind1", "8.2 kind2", "8.2 kind3", "8.2 kind4") AND 3 IN ("8.2 kind1", "8.2 kind2", "8.2 kind3", "8.2 kind4") THEN NULL
       WHEN 1 IN ("8.2 kind5", "8.2 kind6", "8.2 kind7", "8.2 kind8") AND 3 IN ("8.2 kind5", "8.2 kind6", "8.2 kind7", "8.2 kind8") THEN NULL
       ELSE (SELECT CASE
         WHEN asked_1 + asked_2 = 0 THEN -1
         WHEN asked_2 = 0 THEN 10 * ((2 * 3000 * worth_1 + 10 * asked_1) / (2 * 10 * asked_1))
         WHEN asked_1 = 0 THEN 10 * ((2 * 3000 * worth_2 + 10 * asked_2) / (2 * 10 * asked_2))
         ELSE 10 * ((2 * 3000 * (3 * worth_1 * asked_2 + 2 * worth_2 * asked_1) + 10 * 5 * asked_1 * asked_2) /
              (2 * 10 * 5 * asked_1 * asked_2)) END  -- 60 : 40 is 3 : 2
         FROM (SELECT 10 * "8.2 n1" + 8 * "8.2 n2" + 5 * "8.2 n3" AS worth_1, "8.2 n1" + "8.2 n2" + "8.2 n3" + "8.2 n4" AS asked_1,
                      10 * "8.2 n5" + 8 * "8.2 n6" + 5 * "8.2 n7" AS worth_2, "8.2 n5" + "8.2 n6" + "8.2 n7" + "8.2 n8" AS asked_2)) END AS "8.2 rule",
  -- 8.3.1 (1): Kết quả Chỉ số chuyển đổi số cấp sở × điểm tối đa
  CASE WHEN "8.3.1 whole" = 0 THEN -1 ELSE MIN(10000, 10 * ((2 * 1000 * "8.3.1 part" + "8.3.1 whole") / (2 * "8.3.1 whole"))) END AS "8.3.1 rule",
  -- 8.3.2 (1): Tỷ lệ chỉ tiêu đạt và vượt × điểm tối đa; dưới 70%: 0 điểm
  CASE WHEN "8.3.2 whole" = 0 THEN -1
       WHEN "8.3.2 part" * 100 < 70 * "8.3.2 whole" THEN 0
       ELSE 10 * ((2 * 1000 * "8.3.2 part" + "8.3.2 whole") / (2 * "8.3.2 whole")) END AS "8.3.2 rule",
  -- 9.1 (2): Điểm thưởng: mỗi mô hình được 1 điểm
  CASE WHEN "9.1 n" = -1 THEN -1 ELSE MIN(20000, 10000 * "9.1 n") END AS "9.1 rule",
  -- 9.2 (3): Điểm phạt: từ 2 vụ việc trở lên: điểm tối đa; có 1 vụ việc: 1,5 điểm; không có vụ việc: 0 điểm
  CASE WHEN "9.2 n" = -1 THEN -1 WHEN "9.2 n" >= 2 THEN 30000 WHEN "9.2 n" = 1 THEN 15000 WHEN "9.2 n" = 0 THEN 0 END AS "9.2 rule"
  FROM figures JOIN entered USING (id)),

-- What the rule gives after "không phát sinh" and the evidence (gives; NULL: not known), the last opinion, and whether the leaf is out of the denominator.
opinions AS MATERIALIZED (SELECT id,
  -- 1.1.1: nothing arose: unsaid; evidence is required
  CASE WHEN "1.1.1 files" = 0 THEN 0 WHEN "1.1.1 rule" <> -1 THEN "1.1.1 rule" END AS "1.1.1 gives",
  COALESCE("1.1.1 two", "1.1.1 one", "1.1.1 self") AS "1.1.1 opinion",
  "1.1.1 applies" = 0 AS "1.1.1 out",
  -- 1.1.2: nothing arose: unsaid
  CASE "1.1.2 rule" WHEN -1 THEN NULL ELSE "1.1.2 rule" END AS "1.1.2 gives",
  COALESCE("1.1.2 two", "1.1.2 one", "1.1.2 self") AS "1.1.2 opinion",
  "1.1.2 applies" = 0 AS "1.1.2 out",
  -- 1.1.3: nothing arose: loại; evidence is required
  CASE WHEN "1.1.3 files" = 0 AND "1.1.3 rule" IS NOT -1 THEN 0 WHEN "1.1.3 rule" <> -1 THEN "1.1.3 rule" END AS "1.1.3 gives",
  COALESCE("1.1.3 two", "1.1.3 one", "1.1.3 self") AS "1.1.3 opinion",
  "1.1.3 applies" = 0 OR "1.1.3 rule" IS -1 AND COALESCE("1.1.3 two", "1.1.3 one", "1.1.3 self") IS NULL AS "1.1.3 out",
  -- 1.2.1: nothing arose: unsaid
  CASE "1.2.1 rule" WHEN -1 THEN NULL ELSE "1.2.1 rule" END AS "1.2.1 gives",
  COALESCE("1.2.1 two", "1.2.1 one", "1.2.1 self") AS "1.2.1 opinion",
  "1.2.1 applies" = 0 AS "1.2.1 out",
  -- 1.2.2: nothing arose: unsaid
  CASE "1.2.2 rule" WHEN -1 THEN NULL ELSE "1.2.2 rule" END AS "1.2.2 gives",
  COALESCE("1.2.2 two", "1.2.2 one", "1.2.2 self") AS "1.2.2 opinion",
  "1.2.2 applies" = 0 AS "1.2.2 out",
  -- 1.3.1: nothing arose: loại; evidence is required
  CASE WHEN "1.3.1 files" = 0 AND "1.3.1 rule" IS NOT -1 THEN 0 WHEN "1.3.1 rule" <> -1 THEN "1.3.1 rule" END AS "1.3.1 gives",
  COALESCE("1.3.1 two", "1.3.1 one", "1.3.1 self") AS "1.3.1 opinion",
  "1.3.1 applies" = 0 OR "1.3.1 rule" IS -1 AND COALESCE("1.3.1 two", "1.3.1 one", "1.3.1 self") IS NULL AS "1.3.1 out",
  -- 1.3.2: nothing arose: tối đa
  CASE "1.3.2 rule" WHEN -1 THEN 15000 ELSE "1.3.2 rule" END AS "1.3.2 gives",
  COALESCE("1.3.2 two", "1.3.2 one", "1.3.2 self") AS "1.3.2 opinion",
  "1.3.2 applies" = 0 AS "1.3.2 out",
  -- 1.4: nothing arose: loại; evidence is required
  CASE WHEN "1.4 files" = 0 AND "1.4 rule" IS NOT -1 THEN 0 WHEN "1.4 rule" <> -1 THEN "1.4 rule" END AS "1.4 gives",
  COALESCE("1.4 two", "1.4 one", "1.4 self") AS "1.4 opinion",
  "1.4 applies" = 0 OR "1.4 rule" IS -1 AND COALESCE("1.4 two", "1.4 one", "1.4 self") IS NULL AS "1.4 out",
  -- 1.5.1: nothing arose: unsaid
  CASE "1.5.1 rule" WHEN -1 THEN NULL ELSE "1.5.1 rule" END AS "1.5.1 gives",
  COALESCE("1.5.1 two", "1.5.1 one", "1.5.1 self") AS "1.5.1 opinion",
  "1.5.1 applies" = 0 AS "1.5.1 out",
  -- 1.5.2: nothing arose: unsaid
  CASE "1.5.2 rule" WHEN -1 THEN NULL ELSE "1.5.2 rule" END AS "1.5.2 gives",
  COALESCE("1.5.2 two", "1.5.2 one", "1.5.2 self") AS "1.5.2 opinion",
  "1.5.2 applies" = 0 AS "1.5.2 out",
  -- 1.6.1: nothing arose: unsaid; evidence is required
  CASE WHEN "1.6.1 files" = 0 THEN 0 WHEN "1.6.1 rule" <> -1 THEN "1.6.1 rule" END AS "1.6.1 gives",
  COALESCE("1.6.1 two", "1.6.1 one", "1.6.1 self") AS "1.6.1 opinion",
  "1.6.1 applies" = 0 AS "1.6.1 out",
  -- 1.6.2: nothing arose: 0
  CASE "1.6.2 rule" WHEN -1 THEN 0 ELSE "1.6.2 rule" END AS "1.6.2 gives",
  COALESCE("1.6.2 two", "1.6.2 one", "1.6.2 self") AS "1.6.2 opinion",
  "1.6.2 applies" = 0 AS "1.6.2 out",
  -- 1.7: nothing arose: unsaid
  CASE "1.7 rule" WHEN -1 THEN NULL ELSE "1.7 rule" END AS "1.7 gives",
  COALESCE("1.7 two", "1.7 one", "1.7 self") AS "1.7 opinion",
  "1.7 applies" = 0 AS "1.7 out",
  -- 2.1.1: nothing arose: loại
  CASE "2.1.1 rule" WHEN -1 THEN NULL ELSE "2.1.1 rule" END AS "2.1.1 gives",
  COALESCE("2.1.1 two", "2.1.1 one", "2.1.1 self") AS "2.1.1 opinion",
  "2.1.1 applies" = 0 OR "2.1.1 rule" IS -1 AND COALESCE("2.1.1 two", "2.1.1 one", "2.1.1 self") IS NULL AS "2.1.1 out",
  -- 2.1.2: nothing arose: unsaid
  CASE "2.1.2 rule" WHEN -1 THEN NULL ELSE "2.1.2 rule" END AS "2.1.2 gives",
  COALESCE("2.1.2 two", "2.1.2 one", "2.1.2 self") AS "2.1.2 opinion",
  "2.1.2 applies" = 0 AS "2.1.2 out",
  -- 2.1.3: nothing arose: tối đa
  CASE "2.1.3 rule" WHEN -1 THEN 10000 ELSE "2.1.3 rule" END AS "2.1.3 gives",
  COALESCE("2.1.3 two", "2.1.3 one", "2.1.3 self") AS "2.1.3 opinion",
  "2.1.3 applies" = 0 AS "2.1.3 out",
  -- 2.2.1: nothing arose: unsaid
  CASE "2.2.1 rule" WHEN -1 THEN NULL ELSE "2.2.1 rule" END AS "2.2.1 gives",
  COALESCE("2.2.1 two", "2.2.1 one", "2.2.1 self") AS "2.2.1 opinion",
  "2.2.1 applies" = 0 AS "2.2.1 out",
  -- 2.2.2: nothing arose: unsaid
  CASE "2.2.2 rule" WHEN -1 THEN NULL ELSE "2.2.2 rule" END AS "2.2.2 gives",
  COALESCE("2.2.2 two", "2.2.2 one", "2.2.2 self") AS "2.2.2 opinion",
  "2.2.2 applies" = 0 AS "2.2.2 out",
  -- 2.2.3: nothing arose: tối đa
  CASE "2.2.3 rule" WHEN -1 THEN 10000 ELSE "2.2.3 rule" END AS "2.2.3 gives",
  COALESCE("2.2.3 two", "2.2.3 one", "2.2.3 self") AS "2.2.3 opinion",
  "2.2.3 applies" = 0 AS "2.2.3 out",
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
  -- 2.4.1: nothing arose: loại
  CASE "2.4.1 rule" WHEN -1 THEN NULL ELSE "2.4.1 rule" END AS "2.4.1 gives",
  COALESCE("2.4.1 two", "2.4.1 one", "2.4.1 self") AS "2.4.1 opinion",
  "2.4.1 applies" = 0 OR "2.4.1 rule" IS -1 AND COALESCE("2.4.1 two", "2.4.1 one", "2.4.1 self") IS NULL AS "2.4.1 out",
  -- 2.4.2: nothing arose: loại
  CASE "2.4.2 rule" WHEN -1 THEN NULL ELSE "2.4.2 rule" END AS "2.4.2 gives",
  COALESCE("2.4.2 two", "2.4.2 one", "2.4.2 self") AS "2.4.2 opinion",
  "2.4.2 applies" = 0 OR "2.4.2 rule" IS -1 AND COALESCE("2.4.2 two", "2.4.2 one", "2.4.2 self") IS NULL AS "2.4.2 out",
  -- 3.1.1: nothing arose: unsaid; evidence is required
  CASE WHEN "3.1.1 files" = 0 THEN 0 WHEN "3.1.1 rule" <> -1 THEN "3.1.1 rule" END AS "3.1.1 gives",
  COALESCE("3.1.1 two", "3.1.1 one", "3.1.1 self") AS "3.1.1 opinion",
  "3.1.1 applies" = 0 AS "3.1.1 out",
  -- 3.1.2: nothing arose: unsaid
  CASE "3.1.2 rule" WHEN -1 THEN NULL ELSE "3.1.2 rule" END AS "3.1.2 gives",
  COALESCE("3.1.2 two", "3.1.2 one", "3.1.2 self") AS "3.1.2 opinion",
  "3.1.2 applies" = 0 AS "3.1.2 out",
  -- 3.1.3: nothing arose: loại
  CASE "3.1.3 rule" WHEN -1 THEN NULL ELSE "3.1.3 rule" END AS "3.1.3 gives",
  COALESCE("3.1.3 two", "3.1.3 one", "3.1.3 self") AS "3.1.3 opinion",
  "3.1.3 applies" = 0 OR "3.1.3 rule" IS -1 AND COALESCE("3.1.3 two", "3.1.3 one", "3.1.3 self") IS NULL AS "3.1.3 out",
  -- 3.1.4: nothing arose: unsaid
  CASE "3.1.4 rule" WHEN -1 THEN NULL ELSE "3.1.4 rule" END AS "3.1.4 gives",
  COALESCE("3.1.4 two", "3.1.4 one", "3.1.4 self") AS "3.1.4 opinion",
  "3.1.4 applies" = 0 AS "3.1.4 out",
  -- 3.2.1: nothing arose: loại
  CASE "3.2.1 rule" WHEN -1 THEN NULL ELSE "3.2.1 rule" END AS "3.2.1 gives",
  COALESCE("3.2.1 two", "3.2.1 one", "3.2.1 self") AS "3.2.1 opinion",
  "3.2.1 applies" = 0 OR "3.2.1 rule" IS -1 AND COALESCE("3.2.1 two", "3.2.1 one", "3.2.1 self") IS NULL AS "3.2.1 out",
  -- 3.2.2: nothing arose: loại
  CASE "3.2.2 rule" WHEN -1 THEN NULL ELSE "3.2.2 rule" END AS "3.2.2 gives",
  COALESCE("3.2.2 two", "3.2.2 one", "3.2.2 self") AS "3.2.2 opinion",
  "3.2.2 applies" = 0 OR "3.2.2 rule" IS -1 AND COALESCE("3.2.2 two", "3.2.2 one", "3.2.2 self") IS NULL AS "3.2.2 out",
  -- 3.3.1: nothing arose: loại
  CASE "3.3.1 rule" WHEN -1 THEN NULL ELSE "3.3.1 rule" END AS "3.3.1 gives",
  COALESCE("3.3.1 two", "3.3.1 one", "3.3.1 self") AS "3.3.1 opinion",
  "3.3.1 applies" = 0 OR "3.3.1 rule" IS -1 AND COALESCE("3.3.1 two", "3.3.1 one", "3.3.1 self") IS NULL AS "3.3.1 out",
  -- 3.3.2.1: nothing arose: loại
  CASE "3.3.2.1 rule" WHEN -1 THEN NULL ELSE "3.3.2.1 rule" END AS "3.3.2.1 gives",
  COALESCE("3.3.2.1 two", "3.3.2.1 one", "3.3.2.1 self") AS "3.3.2.1 opinion",
  "3.3.2.1 applies" = 0 OR "3.3.2.1 rule" IS -1 AND COALESCE("3.3.2.1 two", "3.3.2.1 one", "3.3.2.1 self") IS NULL AS "3.3.2.1 out",
  -- 3.3.2.2: nothing arose: loại
  CASE "3.3.2.2 rule" WHEN -1 THEN NULL ELSE "3.3.2.2 rule" END AS "3.3.2.2 gives",
  COALESCE("3.3.2.2 two", "3.3.2.2 one", "3.3.2.2 self") AS "3.3.2.2 opinion",
  "3.3.2.2 applies" = 0 OR "3.3.2.2 rule" IS -1 AND COALESCE("3.3.2.2 two", "3.3.2.2 one", "3.3.2.2 self") IS NULL AS "3.3.2.2 out",
  -- 3.3.2.3: nothing arose: tối đa
  CASE "3.3.2.3 rule" WHEN -1 THEN 10000 ELSE "3.3.2.3 rule" END AS "3.3.2.3 gives",
  COALESCE("3.3.2.3 two", "3.3.2.3 one", "3.3.2.3 self") AS "3.3.2.3 opinion",
  "3.3.2.3 applies" = 0 AS "3.3.2.3 out",
  -- 3.3.3: nothing arose: loại
  CASE "3.3.3 rule" WHEN -1 THEN NULL ELSE "3.3.3 rule" END AS "3.3.3 gives",
  COALESCE("3.3.3 two", "3.3.3 one", "3.3.3 self") AS "3.3.3 opinion",
  "3.3.3 applies" = 0 OR "3.3.3 rule" IS -1 AND COALESCE("3.3.3 two", "3.3.3 one", "3.3.3 self") IS NULL AS "3.3.3 out",
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
  -- 3.5.1: nothing arose: tối đa
  CASE "3.5.1 rule" WHEN -1 THEN 10000 ELSE "3.5.1 rule" END AS "3.5.1 gives",
  COALESCE("3.5.1 two", "3.5.1 one", "3.5.1 self") AS "3.5.1 opinion",
  "3.5.1 applies" = 0 AS "3.5.1 out",
  -- 3.5.2: nothing arose: tối đa
  CASE "3.5.2 rule" WHEN -1 THEN 5000 ELSE "3.5.2 rule" END AS "3.5.2 gives",
  COALESCE("3.5.2 two", "3.5.2 one", "3.5.2 self") AS "3.5.2 opinion",
  "3.5.2 applies" = 0 AS "3.5.2 out",
  -- 3.6: nothing arose: loại
  CASE "3.6 rule" WHEN -1 THEN NULL ELSE "3.6 rule" END AS "3.6 gives",
  COALESCE("3.6 two", "3.6 one", "3.6 self") AS "3.6 opinion",
  "3.6 applies" = 0 OR "3.6 rule" IS -1 AND COALESCE("3.6 two", "3.6 one", "3.6 self") IS NULL AS "3.6 out",
  -- 4.1.1: nothing arose: unsaid; evidence is required
  CASE WHEN "4.1.1 files" = 0 THEN 0 WHEN "4.1.1 rule" <> -1 THEN "4.1.1 rule" END AS "4.1.1 gives",
  COALESCE("4.1.1 two", "4.1.1 one", "4.1.1 self") AS "4.1.1 opinion",
  "4.1.1 applies" = 0 AS "4.1.1 out",
  -- 4.1.2: nothing arose: unsaid
  CASE "4.1.2 rule" WHEN -1 THEN NULL ELSE "4.1.2 rule" END AS "4.1.2 gives",
  COALESCE("4.1.2 two", "4.1.2 one", "4.1.2 self") AS "4.1.2 opinion",
  "4.1.2 applies" = 0 AS "4.1.2 out",
  -- 4.1.3: nothing arose: unsaid
  CASE "4.1.3 rule" WHEN -1 THEN NULL ELSE "4.1.3 rule" END AS "4.1.3 gives",
  COALESCE("4.1.3 two", "4.1.3 one", "4.1.3 self") AS "4.1.3 opinion",
  "4.1.3 applies" = 0 AS "4.1.3 out",
  -- 4.2.1: nothing arose: loại
  CASE "4.2.1 rule" WHEN -1 THEN NULL ELSE "4.2.1 rule" END AS "4.2.1 gives",
  COALESCE("4.2.1 two", "4.2.1 one", "4.2.1 self") AS "4.2.1 opinion",
  "4.2.1 applies" = 0 OR "4.2.1 rule" IS -1 AND COALESCE("4.2.1 two", "4.2.1 one", "4.2.1 self") IS NULL AS "4.2.1 out",
  -- 4.2.2: nothing arose: loại
  CASE "4.2.2 rule" WHEN -1 THEN NULL ELSE "4.2.2 rule" END AS "4.2.2 gives",
  COALESCE("4.2.2 two", "4.2.2 one", "4.2.2 self") AS "4.2.2 opinion",
  "4.2.2 applies" = 0 OR "4.2.2 rule" IS -1 AND COALESCE("4.2.2 two", "4.2.2 one", "4.2.2 self") IS NULL AS "4.2.2 out",
  -- 4.3.1: nothing arose: unsaid
  CASE "4.3.1 rule" WHEN -1 THEN NULL ELSE "4.3.1 rule" END AS "4.3.1 gives",
  COALESCE("4.3.1 two", "4.3.1 one", "4.3.1 self") AS "4.3.1 opinion",
  "4.3.1 applies" = 0 AS "4.3.1 out",
  -- 4.3.2: nothing arose: unsaid; evidence is required
  CASE WHEN "4.3.2 files" = 0 THEN 0 WHEN "4.3.2 rule" <> -1 THEN "4.3.2 rule" END AS "4.3.2 gives",
  COALESCE("4.3.2 two", "4.3.2 one", "4.3.2 self") AS "4.3.2 opinion",
  "4.3.2 applies" = 0 AS "4.3.2 out",
  -- 4.3.3: nothing arose: tối đa
  CASE "4.3.3 rule" WHEN -1 THEN 10000 ELSE "4.3.3 rule" END AS "4.3.3 gives",
  COALESCE("4.3.3 two", "4.3.3 one", "4.3.3 self") AS "4.3.3 opinion",
  "4.3.3 applies" = 0 AS "4.3.3 out",
  -- 4.4: nothing arose: unsaid
  CASE "4.4 rule" WHEN -1 THEN NULL ELSE "4.4 rule" END AS "4.4 gives",
  COALESCE("4.4 two", "4.4 one", "4.4 self") AS "4.4 opinion",
  "4.4 applies" = 0 AS "4.4 out",
  -- 5.1.1: nothing arose: loại
  CASE "5.1.1 rule" WHEN -1 THEN NULL ELSE "5.1.1 rule" END AS "5.1.1 gives",
  COALESCE("5.1.1 two", "5.1.1 one", "5.1.1 self") AS "5.1.1 opinion",
  "5.1.1 applies" = 0 OR "5.1.1 rule" IS -1 AND COALESCE("5.1.1 two", "5.1.1 one", "5.1.1 self") IS NULL AS "5.1.1 out",
  -- 5.1.2: nothing arose: loại
  CASE "5.1.2 rule" WHEN -1 THEN NULL ELSE "5.1.2 rule" END AS "5.1.2 gives",
  COALESCE("5.1.2 two", "5.1.2 one", "5.1.2 self") AS "5.1.2 opinion",
  "5.1.2 applies" = 0 OR "5.1.2 rule" IS -1 AND COALESCE("5.1.2 two", "5.1.2 one", "5.1.2 self") IS NULL AS "5.1.2 out",
  -- 5.2.1: nothing arose: tối đa
  CASE "5.2.1 rule" WHEN -1 THEN 10000 ELSE "5.2.1 rule" END AS "5.2.1 gives",
  COALESCE("5.2.1 two", "5.2.1 one", "5.2.1 self") AS "5.2.1 opinion",
  "5.2.1 applies" = 0 AS "5.2.1 out",
  -- 5.2.2: nothing arose: unsaid
  CASE "5.2.2 rule" WHEN -1 THEN NULL ELSE "5.2.2 rule" END AS "5.2.2 gives",
  COALESCE("5.2.2 two", "5.2.2 one", "5.2.2 self") AS "5.2.2 opinion",
  "5.2.2 applies" = 0 AS "5.2.2 out",
  -- 5.2.3: nothing arose: loại
  CASE "5.2.3 rule" WHEN -1 THEN NULL ELSE "5.2.3 rule" END AS "5.2.3 gives",
  COALESCE("5.2.3 two", "5.2.3 one", "5.2.3 self") AS "5.2.3 opinion",
  "5.2.3 applies" = 0 OR "5.2.3 rule" IS -1 AND COALESCE("5.2.3 two", "5.2.3 one", "5.2.3 self") IS NULL AS "5.2.3 out",
  -- 5.3.1: nothing arose: unsaid
  CASE "5.3.1 rule" WHEN -1 THEN NULL ELSE "5.3.1 rule" END AS "5.3.1 gives",
  COALESCE("5.3.1 two", "5.3.1 one", "5.3.1 self") AS "5.3.1 opinion",
  "5.3.1 applies" = 0 AS "5.3.1 out",
  -- 5.3.2: nothing arose: unsaid
  CASE "5.3.2 rule" WHEN -1 THEN NULL ELSE "5.3.2 rule" END AS "5.3.2 gives",
  COALESCE("5.3.2 two", "5.3.2 one", "5.3.2 self") AS "5.3.2 opinion",
  "5.3.2 applies" = 0 AS "5.3.2 out",
  -- 5.4.1: nothing arose: loại
  CASE "5.4.1 rule" WHEN -1 THEN NULL ELSE "5.4.1 rule" END AS "5.4.1 gives",
  COALESCE("5.4.1 two", "5.4.1 one", "5.4.1 self") AS "5.4.1 opinion",
  "5.4.1 applies" = 0 OR "5.4.1 rule" IS -1 AND COALESCE("5.4.1 two", "5.4.1 one", "5.4.1 self") IS NULL AS "5.4.1 out",
  -- 5.4.2: nothing arose: loại
  CASE "5.4.2 rule" WHEN -1 THEN NULL ELSE "5.4.2 rule" END AS "5.4.2 gives",
  COALESCE("5.4.2 two", "5.4.2 one", "5.4.2 self") AS "5.4.2 opinion",
  "5.4.2 applies" = 0 OR "5.4.2 rule" IS -1 AND COALESCE("5.4.2 two", "5.4.2 one", "5.4.2 self") IS NULL AS "5.4.2 out",
  -- 5.5: nothing arose: unsaid
  CASE "5.5 rule" WHEN -1 THEN NULL ELSE "5.5 rule" END AS "5.5 gives",
  COALESCE("5.5 two", "5.5 one", "5.5 self") AS "5.5 opinion",
  "5.5 applies" = 0 AS "5.5 out",
  -- 5.6.1: nothing arose: unsaid
  CASE "5.6.1 rule" WHEN -1 THEN NULL ELSE "5.6.1 rule" END AS "5.6.1 gives",
  COALESCE("5.6.1 two", "5.6.1 one", "5.6.1 self") AS "5.6.1 opinion",
  "5.6.1 applies" = 0 AS "5.6.1 out",
  -- 5.6.2: nothing arose: tối đa
  CASE "5.6.2 rule" WHEN -1 THEN 15000 ELSE "5.6.2 rule" END AS "5.6.2 gives",
  COALESCE("5.6.2 two", "5.6.2 one", "5.6.2 self") AS "5.6.2 opinion",
  "5.6.2 applies" = 0 AS "5.6.2 out",
  -- 6.1.1: nothing arose: unsaid; evidence is required
  CASE WHEN "6.1.1 files" = 0 THEN 0 WHEN "6.1.1 rule" <> -1 THEN "6.1.1 rule" END AS "6.1.1 gives",
  COALESCE("6.1.1 two", "6.1.1 one", "6.1.1 self") AS "6.1.1 opinion",
  "6.1.1 applies" = 0 AS "6.1.1 out",
  -- 6.1.2: nothing arose: unsaid
  CASE "6.1.2 rule" WHEN -1 THEN NULL ELSE "6.1.2 rule" END AS "6.1.2 gives",
  COALESCE("6.1.2 two", "6.1.2 one", "6.1.2 self") AS "6.1.2 opinion",
  "6.1.2 applies" = 0 AS "6.1.2 out",
  -- 6.1.3: nothing arose: unsaid
  CASE "6.1.3 rule" WHEN -1 THEN NULL ELSE "6.1.3 rule" END AS "6.1.3 gives",
  COALESCE("6.1.3 two", "6.1.3 one", "6.1.3 self") AS "6.1.3 opinion",
  "6.1.3 applies" = 0 AS "6.1.3 out",
  -- 6.2.1: nothing arose: loại
  CASE "6.2.1 rule" WHEN -1 THEN NULL ELSE "6.2.1 rule" END AS "6.2.1 gives",
  COALESCE("6.2.1 two", "6.2.1 one", "6.2.1 self") AS "6.2.1 opinion",
  "6.2.1 applies" = 0 OR "6.2.1 rule" IS -1 AND COALESCE("6.2.1 two", "6.2.1 one", "6.2.1 self") IS NULL AS "6.2.1 out",
  -- 6.2.2: nothing arose: loại
  CASE "6.2.2 rule" WHEN -1 THEN NULL ELSE "6.2.2 rule" END AS "6.2.2 gives",
  COALESCE("6.2.2 two", "6.2.2 one", "6.2.2 self") AS "6.2.2 opinion",
  "6.2.2 applies" = 0 OR "6.2.2 rule" IS -1 AND COALESCE("6.2.2 two", "6.2.2 one", "6.2.2 self") IS NULL AS "6.2.2 out",
  -- 6.3.1: nothing arose: unsaid
  CASE "6.3.1 rule" WHEN -1 THEN NULL ELSE "6.3.1 rule" END AS "6.3.1 gives",
  COALESCE("6.3.1 two", "6.3.1 one", "6.3.1 self") AS "6.3.1 opinion",
  "6.3.1 applies" = 0 AS "6.3.1 out",
  -- 6.3.2: nothing arose: unsaid; evidence is required
  CASE WHEN "6.3.2 files" = 0 THEN 0 WHEN "6.3.2 rule" <> -1 THEN "6.3.2 rule" END AS "6.3.2 gives",
  COALESCE("6.3.2 two", "6.3.2 one", "6.3.2 self") AS "6.3.2 opinion",
  "6.3.2 applies" = 0 AS "6.3.2 out",
  -- 6.3.3: nothing arose: loại
  CASE "6.3.3 rule" WHEN -1 THEN NULL ELSE "6.3.3 rule" END AS "6.3.3 gives",
  COALESCE("6.3.3 two", "6.3.3 one", "6.3.3 self") AS "6.3.3 opinion",
  "6.3.3 applies" = 0 OR "6.3.3 rule" IS -1 AND COALESCE("6.3.3 two", "6.3.3 one", "6.3.3 self") IS NULL AS "6.3.3 out",
  -- 6.4.1: nothing arose: tối đa
  CASE "6.4.1 rule" WHEN -1 THEN 10000 ELSE "6.4.1 rule" END AS "6.4.1 gives",
  COALESCE("6.4.1 two", "6.4.1 one", "6.4.1 self") AS "6.4.1 opinion",
  "6.4.1 applies" = 0 AS "6.4.1 out",
  -- 6.4.2: nothing arose: tối đa
  CASE "6.4.2 rule" WHEN -1 THEN 10000 ELSE "6.4.2 rule" END AS "6.4.2 gives",
  COALESCE("6.4.2 two", "6.4.2 one", "6.4.2 self") AS "6.4.2 opinion",
  "6.4.2 applies" = 0 AS "6.4.2 out",
  -- 7.1.1: nothing arose: unsaid
  CASE "7.1.1 rule" WHEN -1 THEN NULL ELSE "7.1.1 rule" END AS "7.1.1 gives",
  COALESCE("7.1.1 two", "7.1.1 one", "7.1.1 self") AS "7.1.1 opinion",
  "7.1.1 applies" = 0 AS "7.1.1 out",
  -- 7.1.2: nothing arose: loại
  CASE "7.1.2 rule" WHEN -1 THEN NULL ELSE "7.1.2 rule" END AS "7.1.2 gives",
  COALESCE("7.1.2 two", "7.1.2 one", "7.1.2 self") AS "7.1.2 opinion",
  "7.1.2 applies" = 0 OR "7.1.2 rule" IS -1 AND COALESCE("7.1.2 two", "7.1.2 one", "7.1.2 self") IS NULL AS "7.1.2 out",
  -- 7.2.1: nothing arose: loại
  CASE "7.2.1 rule" WHEN -1 THEN NULL ELSE "7.2.1 rule" END AS "7.2.1 gives",
  COALESCE("7.2.1 two", "7.2.1 one", "7.2.1 self") AS "7.2.1 opinion",
  "7.2.1 applies" = 0 OR "7.2.1 rule" IS -1 AND COALESCE("7.2.1 two", "7.2.1 one", "7.2.1 self") IS NULL AS "7.2.1 out",
  -- 7.2.2.1: nothing arose: loại
  CASE "7.2.2.1 rule" WHEN -1 THEN NULL ELSE "7.2.2.1 rule" END AS "7.2.2.1 gives",
  COALESCE("7.2.2.1 two", "7.2.2.1 one", "7.2.2.1 self") AS "7.2.2.1 opinion",
  "7.2.2.1 applies" = 0 OR "7.2.2.1 rule" IS -1 AND COALESCE("7.2.2.1 two", "7.2.2.1 one", "7.2.2.1 self") IS NULL AS "7.2.2.1 out",
  -- 7.2.2.2: nothing arose: unsaid
  CASE "7.2.2.2 rule" WHEN -1 THEN NULL ELSE "7.2.2.2 rule" END AS "7.2.2.2 gives",
  COALESCE("7.2.2.2 two", "7.2.2.2 one", "7.2.2.2 self") AS "7.2.2.2 opinion",
  "7.2.2.2 applies" = 0 AS "7.2.2.2 out",
  -- 7.2.3: nothing arose: loại
  CASE "7.2.3 rule" WHEN -1 THEN NULL ELSE "7.2.3 rule" END AS "7.2.3 gives",
  COALESCE("7.2.3 two", "7.2.3 one", "7.2.3 self") AS "7.2.3 opinion",
  "7.2.3 applies" = 0 OR "7.2.3 rule" IS -1 AND COALESCE("7.2.3 two", "7.2.3 one", "7.2.3 self") IS NULL AS "7.2.3 out",
  -- 7.3.1: nothing arose: loại
  CASE "7.3.1 rule" WHEN -1 THEN NULL ELSE "7.3.1 rule" END AS "7.3.1 gives",
  COALESCE("7.3.1 two", "7.3.1 one", "7.3.1 self") AS "7.3.1 opinion",
  "7.3.1 applies" = 0 OR "7.3.1 rule" IS -1 AND COALESCE("7.3.1 two", "7.3.1 one", "7.3.1 self") IS NULL AS "7.3.1 out",
  -- 7.3.2: nothing arose: loại
  CASE "7.3.2 rule" WHEN -1 THEN NULL ELSE "7.3.2 rule" END AS "7.3.2 gives",
  COALESCE("7.3.2 two", "7.3.2 one", "7.3.2 self") AS "7.3.2 opinion",
  "7.3.2 applies" = 0 OR "7.3.2 rule" IS -1 AND COALESCE("7.3.2 two", "7.3.2 one", "7.3.2 self") IS NULL AS "7.3.2 out",
  -- 7.3.3: nothing arose: unsaid
  CASE "7.3.3 rule" WHEN -1 THEN NULL ELSE "7.3.3 rule" END AS "7.3.3 gives",
  COALESCE("7.3.3 two", "7.3.3 one", "7.3.3 self") AS "7.3.3 opinion",
  "7.3.3 applies" = 0 AS "7.3.3 out",
  -- 7.4.1: nothing arose: unsaid
  CASE "7.4.1 rule" WHEN -1 THEN NULL ELSE "7.4.1 rule" END AS "7.4.1 gives",
  COALESCE("7.4.1 two", "7.4.1 one", "7.4.1 self") AS "7.4.1 opinion",
  "7.4.1 applies" = 0 AS "7.4.1 out",
  -- 7.4.2: nothing arose: unsaid
  CASE "7.4.2 rule" WHEN -1 THEN NULL ELSE "7.4.2 rule" END AS "7.4.2 gives",
  COALESCE("7.4.2 two", "7.4.2 one", "7.4.2 self") AS "7.4.2 opinion",
  "7.4.2 applies" = 0 AS "7.4.2 out",
  -- 7.5: nothing arose: unsaid
  CASE "7.5 rule" WHEN -1 THEN NULL ELSE "7.5 rule" END AS "7.5 gives",
  COALESCE("7.5 two", "7.5 one", "7.5 self") AS "7.5 opinion",
  "7.5 applies" = 0 AS "7.5 out",
  -- 7.6: nothing arose: unsaid; evidence is required
  CASE WHEN "7.6 files" = 0 THEN 0 WHEN "7.6 rule" <> -1 THEN "7.6 rule" END AS "7.6 gives",
  COALESCE("7.6 two", "7.6 one", "7.6 self") AS "7.6 opinion",
  "7.6 applies" = 0 AS "7.6 out",
  -- 8.1.1: nothing arose: loại
  CASE "8.1.1 rule" WHEN -1 THEN NULL ELSE "8.1.1 rule" END AS "8.1.1 gives",
  COALESCE("8.1.1 two", "8.1.1 one", "8.1.1 self") AS "8.1.1 opinion",
  "8.1.1 applies" = 0 OR "8.1.1 rule" IS -1 AND COALESCE("8.1.1 two", "8.1.1 one", "8.1.1 self") IS NULL AS "8.1.1 out",
  -- 8.1.2: nothing arose: loại
  CASE "8.1.2 rule" WHEN -1 THEN NULL ELSE "8.1.2 rule" END AS "8.1.2 gives",
  COALESCE("8.1.2 two", "8.1.2 one", "8.1.2 self") AS "8.1.2 opinion",
  "8.1.2 applies" = 0 OR "8.1.2 rule" IS -1 AND COALESCE("8.1.2 two", "8.1.2 one", "8.1.2 self") IS NULL AS "8.1.2 out",
  -- 8.1.3: nothing arose: loại
  CASE "8.1.3 rule" WHEN -1 THEN NULL ELSE "8.1.3 rule" END AS "8.1.3 gives",
  COALESCE("8.1.3 two", "8.1.3 one", "8.1.3 self") AS "8.1.3 opinion",
  "8.1.3 applies" = 0 OR "8.1.3 rule" IS -1 AND COALESCE("8.1.3 two", "8.1.3 one", "8.1.3 self") IS NULL AS "8.1.3 out",
  -- 8.1.4: nothing arose: loại
  CASE "8.1.4 rule" WHEN -1 THEN NULL ELSE "8.1.4 rule" END AS "8.1.4 gives",
  COALESCE("8.1.4 two", "8.1.4 one", "8.1.4 self") AS "8.1.4 opinion",
  "8.1.4 applies" = 0 OR "8.1.4 rule" IS -1 AND COALESCE("8.1.4 two", "8.1.4 one", "8.1.4 self") IS NULL AS "8.1.4 out",
  -- 8.1.5: nothing arose: loại
  CASE "8.1.5 rule" WHEN -1 THEN NULL ELSE "8.1.5 rule" END AS "8.1.5 gives",
  COALESCE("8.1.5 two", "8.1.5 one", "8.1.5 self") AS "8.1.5 opinion",
  "8.1.5 applies" = 0 OR "8.1.5 rule" IS -1 AND COALESCE("8.1.5 two", "8.1.5 one", "8.1.5 self") IS NULL AS "8.1.5 out",
  -- 8.2: nothing arose: unsaid
  CASE "8.2 rule" WHEN -1 THEN NULL ELSE "8.2 rule" END AS "8.2 gives",
  COALESCE("8.2 two", "8.2 one", "8.2 self") AS "8.2 opinion",
  "8.2 applies" = 0 AS "8.2 out",
  -- 8.3.1: nothing arose: loại
  CASE "8.3.1 rule" WHEN -1 THEN NULL ELSE "8.3.1 rule" END AS "8.3.1 gives",
  COALESCE("8.3.1 two", "8.3.1 one", "8.3.1 self") AS "8.3.1 opinion",
  "8.3.1 applies" = 0 OR "8.3.1 rule" IS -1 AND COALESCE("8.3.1 two", "8.3.1 one", "8.3.1 self") IS NULL AS "8.3.1 out",
  -- 8.3.2: nothing arose: loại
  CASE "8.3.2 rule" WHEN -1 THEN NULL ELSE "8.3.2 rule" END AS "8.3.2 gives",
  COALESCE("8.3.2 two", "8.3.2 one", "8.3.2 self") AS "8.3.2 opinion",
  "8.3.2 applies" = 0 OR "8.3.2 rule" IS -1 AND COALESCE("8.3.2 two", "8.3.2 one", "8.3.2 self") IS NULL AS "8.3.2 out",
  -- 8.3.4: nothing arose: unsaid
  NULL AS "8.3.4 gives",
  COALESCE("8.3.4 two", "8.3.4 one", "8.3.4 self") AS "8.3.4 opinion",
  "8.3.4 applies" = 0 AS "8.3.4 out",
  -- 9.1: nothing arose: unsaid; evidence is required
  CASE WHEN "9.1 files" = 0 THEN 0 WHEN "9.1 rule" <> -1 THEN "9.1 rule" END AS "9.1 gives",
  COALESCE("9.1 two", "9.1 one", "9.1 self") AS "9.1 opinion",
  "9.1 applies" = 0 AS "9.1 out",
  -- 9.2: nothing arose: unsaid
  CASE "9.2 rule" WHEN -1 THEN NULL ELSE "9.2 rule" END AS "9.2 gives",
  COALESCE("9.2 two", "9.2 one", "9.2 self") AS "9.2 opinion",
  "9.2 applies" = 0 AS "9.2 out"
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
  CASE "1.3.1 out" WHEN 1 THEN 0 ELSE COALESCE("1.3.1 opinion", "1.3.1 gives", 0) END AS "1.3.1 points",
    "1.3.1 out" AS "1.3.1 excluded", "1.3.1 out" = 0 AND COALESCE("1.3.1 opinion", "1.3.1 gives") IS NOT NULL AS "1.3.1 known",
  CASE "1.3.2 out" WHEN 1 THEN 0 ELSE COALESCE("1.3.2 opinion", "1.3.2 gives", 0) END AS "1.3.2 points",
    "1.3.2 out" AS "1.3.2 excluded", "1.3.2 out" = 0 AND COALESCE("1.3.2 opinion", "1.3.2 gives") IS NOT NULL AS "1.3.2 known",
  CASE "1.4 out" WHEN 1 THEN 0 ELSE COALESCE("1.4 opinion", "1.4 gives", 0) END AS "1.4 points",
    "1.4 out" AS "1.4 excluded", "1.4 out" = 0 AND COALESCE("1.4 opinion", "1.4 gives") IS NOT NULL AS "1.4 known",
  CASE "1.5.1 out" WHEN 1 THEN 0 ELSE COALESCE("1.5.1 opinion", "1.5.1 gives", 0) END AS "1.5.1 points",
    "1.5.1 out" AS "1.5.1 excluded", "1.5.1 out" = 0 AND COALESCE("1.5.1 opinion", "1.5.1 gives") IS NOT NULL AS "1.5.1 known",
  CASE "1.5.2 out" WHEN 1 THEN 0 ELSE COALESCE("1.5.2 opinion", "1.5.2 gives", 0) END AS "1.5.2 points",
    "1.5.2 out" AS "1.5.2 excluded", "1.5.2 out" = 0 AND COALESCE("1.5.2 opinion", "1.5.2 gives") IS NOT NULL AS "1.5.2 known",
  CASE "1.6.1 out" WHEN 1 THEN 0 ELSE COALESCE("1.6.1 opinion", "1.6.1 gives", 0) END AS "1.6.1 points",
    "1.6.1 out" AS "1.6.1 excluded", "1.6.1 out" = 0 AND COALESCE("1.6.1 opinion", "1.6.1 gives") IS NOT NULL AS "1.6.1 known",
  CASE "1.6.2 out" WHEN 1 THEN 0 ELSE COALESCE("1.6.2 opinion", "1.6.2 gives", 0) END AS "1.6.2 points",
    "1.6.2 out" AS "1.6.2 excluded", "1.6.2 out" = 0 AND COALESCE("1.6.2 opinion", "1.6.2 gives") IS NOT NULL AS "1.6.2 known",
  CASE "1.7 out" WHEN 1 THEN 0 ELSE COALESCE("1.7 opinion", "1.7 gives", 0) END AS "1.7 points",
    "1.7 out" AS "1.7 excluded", "1.7 out" = 0 AND COALESCE("1.7 opinion", "1.7 gives") IS NOT NULL AS "1.7 known",
  CASE "2.1.1 out" WHEN 1 THEN 0 ELSE COALESCE("2.1.1 opinion", "2.1.1 gives", 0) END AS "2.1.1 points",
    "2.1.1 out" AS "2.1.1 excluded", "2.1.1 out" = 0 AND COALESCE("2.1.1 opinion", "2.1.1 gives") IS NOT NULL AS "2.1.1 known",
  CASE "2.1.2 out" WHEN 1 THEN 0 ELSE COALESCE("2.1.2 opinion", "2.1.2 gives", 0) END AS "2.1.2 points",
    "2.1.2 out" AS "2.1.2 excluded", "2.1.2 out" = 0 AND COALESCE("2.1.2 opinion", "2.1.2 gives") IS NOT NULL AS "2.1.2 known",
  CASE "2.1.3 out" WHEN 1 THEN 0 ELSE COALESCE("2.1.3 opinion", "2.1.3 gives", 0) END AS "2.1.3 points",
    "2.1.3 out" AS "2.1.3 excluded", "2.1.3 out" = 0 AND COALESCE("2.1.3 opinion", "2.1.3 gives") IS NOT NULL AS "2.1.3 known",
  CASE "2.2.1 out" WHEN 1 THEN 0 ELSE COALESCE("2.2.1 opinion", "2.2.1 gives", 0) END AS "2.2.1 points",
    "2.2.1 out" AS "2.2.1 excluded", "2.2.1 out" = 0 AND COALESCE("2.2.1 opinion", "2.2.1 gives") IS NOT NULL AS "2.2.1 known",
  CASE "2.2.2 out" WHEN 1 THEN 0 ELSE COALESCE("2.2.2 opinion", "2.2.2 gives", 0) END AS "2.2.2 points",
    "2.2.2 out" AS "2.2.2 excluded", "2.2.2 out" = 0 AND COALESCE("2.2.2 opinion", "2.2.2 gives") IS NOT NULL AS "2.2.2 known",
  CASE "2.2.3 out" WHEN 1 THEN 0 ELSE COALESCE("2.2.3 opinion", "2.2.3 gives", 0) END AS "2.2.3 points",
    "2.2.3 out" AS "2.2.3 excluded", "2.2.3 out" = 0 AND COALESCE("2.2.3 opinion", "2.2.3 gives") IS NOT NULL AS "2.2.3 known",
  CASE "2.3.1 out" WHEN 1 THEN 0 ELSE COALESCE("2.3.1 opinion", "2.3.1 gives", 0) END AS "2.3.1 points",
    "2.3.1 out" AS "2.3.1 excluded", "2.3.1 out" = 0 AND COALESCE("2.3.1 opinion", "2.3.1 gives") IS NOT NULL AS "2.3.1 known",
  CASE "2.3.2 out" WHEN 1 THEN 0 ELSE COALESCE("2.3.2 opinion", "2.3.2 gives", 0) END AS "2.3.2 points",
    "2.3.2 out" AS "2.3.2 excluded", "2.3.2 out" = 0 AND COALESCE("2.3.2 opinion", "2.3.2 gives") IS NOT NULL AS "2.3.2 known",
  CASE "2.3.3 out" WHEN 1 THEN 0 ELSE COALESCE("2.3.3 opinion", "2.3.3 gives", 0) END AS "2.3.3 points",
    "2.3.3 out" AS "2.3.3 excluded", "2.3.3 out" = 0 AND COALESCE("2.3.3 opinion", "2.3.3 gives") IS NOT NULL AS "2.3.3 known",
  CASE "2.4.1 out" WHEN 1 THEN 0 ELSE COALESCE("2.4.1 opinion", "2.4.1 gives", 0) END AS "2.4.1 points",
    "2.4.1 out" AS "2.4.1 excluded", "2.4.1 out" = 0 AND COALESCE("2.4.1 opinion", "2.4.1 gives") IS NOT NULL AS "2.4.1 known",
  CASE "2.4.2 out" WHEN 1 THEN 0 ELSE COALESCE("2.4.2 opinion", "2.4.2 gives", 0) END AS "2.4.2 points",
    "2.4.2 out" AS "2.4.2 excluded", "2.4.2 out" = 0 AND COALESCE("2.4.2 opinion", "2.4.2 gives") IS NOT NULL AS "2.4.2 known",
  CASE "3.1.1 out" WHEN 1 THEN 0 ELSE COALESCE("3.1.1 opinion", "3.1.1 gives", 0) END AS "3.1.1 points",
    "3.1.1 out" AS "3.1.1 excluded", "3.1.1 out" = 0 AND COALESCE("3.1.1 opinion", "3.1.1 gives") IS NOT NULL AS "3.1.1 known",
  CASE "3.1.2 out" WHEN 1 THEN 0 ELSE COALESCE("3.1.2 opinion", "3.1.2 gives", 0) END AS "3.1.2 points",
    "3.1.2 out" AS "3.1.2 excluded", "3.1.2 out" = 0 AND COALESCE("3.1.2 opinion", "3.1.2 gives") IS NOT NULL AS "3.1.2 known",
  CASE "3.1.3 out" WHEN 1 THEN 0 ELSE COALESCE("3.1.3 opinion", "3.1.3 gives", 0) END AS "3.1.3 points",
    "3.1.3 out" AS "3.1.3 excluded", "3.1.3 out" = 0 AND COALESCE("3.1.3 opinion", "3.1.3 gives") IS NOT NULL AS "3.1.3 known",
  CASE "3.1.4 out" WHEN 1 THEN 0 ELSE COALESCE("3.1.4 opinion", "3.1.4 gives", 0) END AS "3.1.4 points",
    "3.1.4 out" AS "3.1.4 excluded", "3.1.4 out" = 0 AND COALESCE("3.1.4 opinion", "3.1.4 gives") IS NOT NULL AS "3.1.4 known",
  CASE "3.2.1 out" WHEN 1 THEN 0 ELSE COALESCE("3.2.1 opinion", "3.2.1 gives", 0) END AS "3.2.1 points",
    "3.2.1 out" AS "3.2.1 excluded", "3.2.1 out" = 0 AND COALESCE("3.2.1 opinion", "3.2.1 gives") IS NOT NULL AS "3.2.1 known",
  CASE "3.2.2 out" WHEN 1 THEN 0 ELSE COALESCE("3.2.2 opinion", "3.2.2 gives", 0) END AS "3.2.2 points",
    "3.2.2 out" AS "3.2.2 excluded", "3.2.2 out" = 0 AND COALESCE("3.2.2 opinion", "3.2.2 gives") IS NOT NULL AS "3.2.2 known",
  CASE "3.3.1 out" WHEN 1 THEN 0 ELSE COALESCE("3.3.1 opinion", "3.3.1 gives", 0) END AS "3.3.1 points",
    "3.3.1 out" AS "3.3.1 excluded", "3.3.1 out" = 0 AND COALESCE("3.3.1 opinion", "3.3.1 gives") IS NOT NULL AS "3.3.1 known",
  CASE "3.3.2.1 out" WHEN 1 THEN 0 ELSE COALESCE("3.3.2.1 opinion", "3.3.2.1 gives", 0) END AS "3.3.2.1 points",
    "3.3.2.1 out" AS "3.3.2.1 excluded", "3.3.2.1 out" = 0 AND COALESCE("3.3.2.1 opinion", "3.3.2.1 gives") IS NOT NULL AS "3.3.2.1 known",
  CASE "3.3.2.2 out" WHEN 1 THEN 0 ELSE COALESCE("3.3.2.2 opinion", "3.3.2.2 gives", 0) END AS "3.3.2.2 points",
    "3.3.2.2 out" AS "3.3.2.2 excluded", "3.3.2.2 out" = 0 AND COALESCE("3.3.2.2 opinion", "3.3.2.2 gives") IS NOT NULL AS "3.3.2.2 known",
  CASE "3.3.2.3 out" WHEN 1 THEN 0 ELSE COALESCE("3.3.2.3 opinion", "3.3.2.3 gives", 0) END AS "3.3.2.3 points",
    "3.3.2.3 out" AS "3.3.2.3 excluded", "3.3.2.3 out" = 0 AND COALESCE("3.3.2.3 opinion", "3.3.2.3 gives") IS NOT NULL AS "3.3.2.3 known",
  CASE "3.3.3 out" WHEN 1 THEN 0 ELSE COALESCE("3.3.3 opinion", "3.3.3 gives", 0) END AS "3.3.3 points",
    "3.3.3 out" AS "3.3.3 excluded", "3.3.3 out" = 0 AND COALESCE("3.3.3 opinion", "3.3.3 gives") IS NOT NULL AS "3.3.3 known",
  CASE "3.4.1 out" WHEN 1 THEN 0 ELSE COALESCE("3.4.1 opinion", "3.4.1 gives", 0) END AS "3.4.1 points",
    "3.4.1 out" AS "3.4.1 excluded", "3.4.1 out" = 0 AND COALESCE("3.4.1 opinion", "3.4.1 gives") IS NOT NULL AS "3.4.1 known",
  CASE "3.4.2 out" WHEN 1 THEN 0 ELSE COALESCE("3.4.2 opinion", "3.4.2 gives", 0) END AS "3.4.2 points",
    "3.4.2 out" AS "3.4.2 excluded", "3.4.2 out" = 0 AND COALESCE("3.4.2 opinion", "3.4.2 gives") IS NOT NULL AS "3.4.2 known",
  CASE "3.4.3 out" WHEN 1 THEN 0 ELSE COALESCE("3.4.3 opinion", "3.4.3 gives", 0) END AS "3.4.3 points",
    "3.4.3 out" AS "3.4.3 excluded", "3.4.3 out" = 0 AND COALESCE("3.4.3 opinion", "3.4.3 gives") IS NOT NULL AS "3.4.3 known",
  CASE "3.5.1 out" WHEN 1 THEN 0 ELSE COALESCE("3.5.1 opinion", "3.5.1 gives", 0) END AS "3.5.1 points",
    "3.5.1 out" AS "3.5.1 excluded", "3.5.1 out" = 0 AND COALESCE("3.5.1 opinion", "3.5.1 gives") IS NOT NULL AS "3.5.1 known",
  CASE "3.5.2 out" WHEN 1 THEN 0 ELSE COALESCE("3.5.2 opinion", "3.5.2 gives", 0) END AS "3.5.2 points",
    "3.5.2 out" AS "3.5.2 excluded", "3.5.2 out" = 0 AND COALESCE("3.5.2 opinion", "3.5.2 gives") IS NOT NULL AS "3.5.2 known",
  CASE "3.6 out" WHEN 1 THEN 0 ELSE COALESCE("3.6 opinion", "3.6 gives", 0) END AS "3.6 points",
    "3.6 out" AS "3.6 excluded", "3.6 out" = 0 AND COALESCE("3.6 opinion", "3.6 gives") IS NOT NULL AS "3.6 known",
  CASE "4.1.1 out" WHEN 1 THEN 0 ELSE COALESCE("4.1.1 opinion", "4.1.1 gives", 0) END AS "4.1.1 points",
    "4.1.1 out" AS "4.1.1 excluded", "4.1.1 out" = 0 AND COALESCE("4.1.1 opinion", "4.1.1 gives") IS NOT NULL AS "4.1.1 known",
  CASE "4.1.2 out" WHEN 1 THEN 0 ELSE COALESCE("4.1.2 opinion", "4.1.2 gives", 0) END AS "4.1.2 points",
    "4.1.2 out" AS "4.1.2 excluded", "4.1.2 out" = 0 AND COALESCE("4.1.2 opinion", "4.1.2 gives") IS NOT NULL AS "4.1.2 known",
  CASE "4.1.3 out" WHEN 1 THEN 0 ELSE COALESCE("4.1.3 opinion", "4.1.3 gives", 0) END AS "4.1.3 points",
    "4.1.3 out" AS "4.1.3 excluded", "4.1.3 out" = 0 AND COALESCE("4.1.3 opinion", "4.1.3 gives") IS NOT NULL AS "4.1.3 known",
  CASE "4.2.1 out" WHEN 1 THEN 0 ELSE COALESCE("4.2.1 opinion", "4.2.1 gives", 0) END AS "4.2.1 points",
    "4.2.1 out" AS "4.2.1 excluded", "4.2.1 out" = 0 AND COALESCE("4.2.1 opinion", "4.2.1 gives") IS NOT NULL AS "4.2.1 known",
  CASE "4.2.2 out" WHEN 1 THEN 0 ELSE COALESCE("4.2.2 opinion", "4.2.2 gives", 0) END AS "4.2.2 points",
    "4.2.2 out" AS "4.2.2 excluded", "4.2.2 out" = 0 AND COALESCE("4.2.2 opinion", "4.2.2 gives") IS NOT NULL AS "4.2.2 known",
  CASE "4.3.1 out" WHEN 1 THEN 0 ELSE COALESCE("4.3.1 opinion", "4.3.1 gives", 0) END AS "4.3.1 points",
    "4.3.1 out" AS "4.3.1 excluded", "4.3.1 out" = 0 AND COALESCE("4.3.1 opinion", "4.3.1 gives") IS NOT NULL AS "4.3.1 known",
  CASE "4.3.2 out" WHEN 1 THEN 0 ELSE COALESCE("4.3.2 opinion", "4.3.2 gives", 0) END AS "4.3.2 points",
    "4.3.2 out" AS "4.3.2 excluded", "4.3.2 out" = 0 AND COALESCE("4.3.2 opinion", "4.3.2 gives") IS NOT NULL AS "4.3.2 known",
  CASE "4.3.3 out" WHEN 1 THEN 0 ELSE COALESCE("4.3.3 opinion", "4.3.3 gives", 0) END AS "4.3.3 points",
    "4.3.3 out" AS "4.3.3 excluded", "4.3.3 out" = 0 AND COALESCE("4.3.3 opinion", "4.3.3 gives") IS NOT NULL AS "4.3.3 known",
  CASE "4.4 out" WHEN 1 THEN 0 ELSE COALESCE("4.4 opinion", "4.4 gives", 0) END AS "4.4 points",
    "4.4 out" AS "4.4 excluded", "4.4 out" = 0 AND COALESCE("4.4 opinion", "4.4 gives") IS NOT NULL AS "4.4 known",
  CASE "5.1.1 out" WHEN 1 THEN 0 ELSE COALESCE("5.1.1 opinion", "5.1.1 gives", 0) END AS "5.1.1 points",
    "5.1.1 out" AS "5.1.1 excluded", "5.1.1 out" = 0 AND COALESCE("5.1.1 opinion", "5.1.1 gives") IS NOT NULL AS "5.1.1 known",
  CASE "5.1.2 out" WHEN 1 THEN 0 ELSE COALESCE("5.1.2 opinion", "5.1.2 gives", 0) END AS "5.1.2 points",
    "5.1.2 out" AS "5.1.2 excluded", "5.1.2 out" = 0 AND COALESCE("5.1.2 opinion", "5.1.2 gives") IS NOT NULL AS "5.1.2 known",
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
  CASE "5.4.1 out" WHEN 1 THEN 0 ELSE COALESCE("5.4.1 opinion", "5.4.1 gives", 0) END AS "5.4.1 points",
    "5.4.1 out" AS "5.4.1 excluded", "5.4.1 out" = 0 AND COALESCE("5.4.1 opinion", "5.4.1 gives") IS NOT NULL AS "5.4.1 known",
  CASE "5.4.2 out" WHEN 1 THEN 0 ELSE COALESCE("5.4.2 opinion", "5.4.2 gives", 0) END AS "5.4.2 points",
    "5.4.2 out" AS "5.4.2 excluded", "5.4.2 out" = 0 AND COALESCE("5.4.2 opinion", "5.4.2 gives") IS NOT NULL AS "5.4.2 known",
  CASE "5.5 out" WHEN 1 THEN 0 ELSE COALESCE("5.5 opinion", "5.5 gives", 0) END AS "5.5 points",
    "5.5 out" AS "5.5 excluded", "5.5 out" = 0 AND COALESCE("5.5 opinion", "5.5 gives") IS NOT NULL AS "5.5 known",
  CASE "5.6.1 out" WHEN 1 THEN 0 ELSE COALESCE("5.6.1 opinion", "5.6.1 gives", 0) END AS "5.6.1 points",
    "5.6.1 out" AS "5.6.1 excluded", "5.6.1 out" = 0 AND COALESCE("5.6.1 opinion", "5.6.1 gives") IS NOT NULL AS "5.6.1 known",
  CASE "5.6.2 out" WHEN 1 THEN 0 ELSE COALESCE("5.6.2 opinion", "5.6.2 gives", 0) END AS "5.6.2 points",
    "5.6.2 out" AS "5.6.2 excluded", "5.6.2 out" = 0 AND COALESCE("5.6.2 opinion", "5.6.2 gives") IS NOT NULL AS "5.6.2 known",
  CASE "6.1.1 out" WHEN 1 THEN 0 ELSE COALESCE("6.1.1 opinion", "6.1.1 gives", 0) END AS "6.1.1 points",
    "6.1.1 out" AS "6.1.1 excluded", "6.1.1 out" = 0 AND COALESCE("6.1.1 opinion", "6.1.1 gives") IS NOT NULL AS "6.1.1 known",
  CASE "6.1.2 out" WHEN 1 THEN 0 ELSE COALESCE("6.1.2 opinion", "6.1.2 gives", 0) END AS "6.1.2 points",
    "6.1.2 out" AS "6.1.2 excluded", "6.1.2 out" = 0 AND COALESCE("6.1.2 opinion", "6.1.2 gives") IS NOT NULL AS "6.1.2 known",
  CASE "6.1.3 out" WHEN 1 THEN 0 ELSE COALESCE("6.1.3 opinion", "6.1.3 gives", 0) END AS "6.1.3 points",
    "6.1.3 out" AS "6.1.3 excluded", "6.1.3 out" = 0 AND COALESCE("6.1.3 opinion", "6.1.3 gives") IS NOT NULL AS "6.1.3 known",
  CASE "6.2.1 out" WHEN 1 THEN 0 ELSE COALESCE("6.2.1 opinion", "6.2.1 gives", 0) END AS "6.2.1 points",
    "6.2.1 out" AS "6.2.1 excluded", "6.2.1 out" = 0 AND COALESCE("6.2.1 opinion", "6.2.1 gives") IS NOT NULL AS "6.2.1 known",
  CASE "6.2.2 out" WHEN 1 THEN 0 ELSE COALESCE("6.2.2 opinion", "6.2.2 gives", 0) END AS "6.2.2 points",
    "6.2.2 out" AS "6.2.2 excluded", "6.2.2 out" = 0 AND COALESCE("6.2.2 opinion", "6.2.2 gives") IS NOT NULL AS "6.2.2 known",
  CASE "6.3.1 out" WHEN 1 THEN 0 ELSE COALESCE("6.3.1 opinion", "6.3.1 gives", 0) END AS "6.3.1 points",
    "6.3.1 out" AS "6.3.1 excluded", "6.3.1 out" = 0 AND COALESCE("6.3.1 opinion", "6.3.1 gives") IS NOT NULL AS "6.3.1 known",
  CASE "6.3.2 out" WHEN 1 THEN 0 ELSE COALESCE("6.3.2 opinion", "6.3.2 gives", 0) END AS "6.3.2 points",
    "6.3.2 out" AS "6.3.2 excluded", "6.3.2 out" = 0 AND COALESCE("6.3.2 opinion", "6.3.2 gives") IS NOT NULL AS "6.3.2 known",
  CASE "6.3.3 out" WHEN 1 THEN 0 ELSE COALESCE("6.3.3 opinion", "6.3.3 gives", 0) END AS "6.3.3 points",
    "6.3.3 out" AS "6.3.3 excluded", "6.3.3 out" = 0 AND COALESCE("6.3.3 opinion", "6.3.3 gives") IS NOT NULL AS "6.3.3 known",
  CASE "6.4.1 out" WHEN 1 THEN 0 ELSE COALESCE("6.4.1 opinion", "6.4.1 gives", 0) END AS "6.4.1 points",
    "6.4.1 out" AS "6.4.1 excluded", "6.4.1 out" = 0 AND COALESCE("6.4.1 opinion", "6.4.1 gives") IS NOT NULL AS "6.4.1 known",
  CASE "6.4.2 out" WHEN 1 THEN 0 ELSE COALESCE("6.4.2 opinion", "6.4.2 gives", 0) END AS "6.4.2 points",
    "6.4.2 out" AS "6.4.2 excluded", "6.4.2 out" = 0 AND COALESCE("6.4.2 opinion", "6.4.2 gives") IS NOT NULL AS "6.4.2 known",
  CASE "7.1.1 out" WHEN 1 THEN 0 ELSE COALESCE("7.1.1 opinion", "7.1.1 gives", 0) END AS "7.1.1 points",
    "7.1.1 out" AS "7.1.1 excluded", "7.1.1 out" = 0 AND COALESCE("7.1.1 opinion", "7.1.1 gives") IS NOT NULL AS "7.1.1 known",
  CASE "7.1.2 out" WHEN 1 THEN 0 ELSE COALESCE("7.1.2 opinion", "7.1.2 gives", 0) END AS "7.1.2 points",
    "7.1.2 out" AS "7.1.2 excluded", "7.1.2 out" = 0 AND COALESCE("7.1.2 opinion", "7.1.2 gives") IS NOT NULL AS "7.1.2 known",
  CASE "7.2.1 out" WHEN 1 THEN 0 ELSE COALESCE("7.2.1 opinion", "7.2.1 gives", 0) END AS "7.2.1 points",
    "7.2.1 out" AS "7.2.1 excluded", "7.2.1 out" = 0 AND COALESCE("7.2.1 opinion", "7.2.1 gives") IS NOT NULL AS "7.2.1 known",
  CASE "7.2.2.1 out" WHEN 1 THEN 0 ELSE COALESCE("7.2.2.1 opinion", "7.2.2.1 gives", 0) END AS "7.2.2.1 points",
    "7.2.2.1 out" AS "7.2.2.1 excluded", "7.2.2.1 out" = 0 AND COALESCE("7.2.2.1 opinion", "7.2.2.1 gives") IS NOT NULL AS "7.2.2.1 known",
  CASE "7.2.2.2 out" WHEN 1 THEN 0 ELSE COALESCE("7.2.2.2 opinion", "7.2.2.2 gives", 0) END AS "7.2.2.2 points",
    "7.2.2.2 out" AS "7.2.2.2 excluded", "7.2.2.2 out" = 0 AND COALESCE("7.2.2.2 opinion", "7.2.2.2 gives") IS NOT NULL AS "7.2.2.2 known",
  CASE "7.2.3 out" WHEN 1 THEN 0 ELSE COALESCE("7.2.3 opinion", "7.2.3 gives", 0) END AS "7.2.3 points",
    "7.2.3 out" AS "7.2.3 excluded", "7.2.3 out" = 0 AND COALESCE("7.2.3 opinion", "7.2.3 gives") IS NOT NULL AS "7.2.3 known",
  CASE "7.3.1 out" WHEN 1 THEN 0 ELSE COALESCE("7.3.1 opinion", "7.3.1 gives", 0) END AS "7.3.1 points",
    "7.3.1 out" AS "7.3.1 excluded", "7.3.1 out" = 0 AND COALESCE("7.3.1 opinion", "7.3.1 gives") IS NOT NULL AS "7.3.1 known",
  CASE "7.3.2 out" WHEN 1 THEN 0 ELSE COALESCE("7.3.2 opinion", "7.3.2 gives", 0) END AS "7.3.2 points",
    "7.3.2 out" AS "7.3.2 excluded", "7.3.2 out" = 0 AND COALESCE("7.3.2 opinion", "7.3.2 gives") IS NOT NULL AS "7.3.2 known",
  CASE "7.3.3 out" WHEN 1 THEN 0 ELSE COALESCE("7.3.3 opinion", "7.3.3 gives", 0) END AS "7.3.3 points",
    "7.3.3 out" AS "7.3.3 excluded", "7.3.3 out" = 0 AND COALESCE("7.3.3 opinion", "7.3.3 gives") IS NOT NULL AS "7.3.3 known",
  CASE "7.4.1 out" WHEN 1 THEN 0 ELSE COALESCE("7.4.1 opinion", "7.4.1 gives", 0) END AS "7.4.1 points",
    "7.4.1 out" AS "7.4.1 excluded", "7.4.1 out" = 0 AND COALESCE("7.4.1 opinion", "7.4.1 gives") IS NOT NULL AS "7.4.1 known",
  CASE "7.4.2 out" WHEN 1 THEN 0 ELSE COALESCE("7.4.2 opinion", "7.4.2 gives", 0) END AS "7.4.2 points",
    "7.4.2 out" AS "7.4.2 excluded", "7.4.2 out" = 0 AND COALESCE("7.4.2 opinion", "7.4.2 gives") IS NOT NULL AS "7.4.2 known",
  CASE "7.5 out" WHEN 1 THEN 0 ELSE COALESCE("7.5 opinion", "7.5 gives", 0) END AS "7.5 points",
    "7.5 out" AS "7.5 excluded", "7.5 out" = 0 AND COALESCE("7.5 opinion", "7.5 gives") IS NOT NULL AS "7.5 known",
  CASE "7.6 out" WHEN 1 THEN 0 ELSE COALESCE("7.6 opinion", "7.6 gives", 0) END AS "7.6 points",
    "7.6 out" AS "7.6 excluded", "7.6 out" = 0 AND COALESCE("7.6 opinion", "7.6 gives") IS NOT NULL AS "7.6 known",
  CASE "8.1.1 out" WHEN 1 THEN 0 ELSE COALESCE("8.1.1 opinion", "8.1.1 gives", 0) END AS "8.1.1 points",
    "8.1.1 out" AS "8.1.1 excluded", "8.1.1 out" = 0 AND COALESCE("8.1.1 opinion", "8.1.1 gives") IS NOT NULL AS "8.1.1 known",
  CASE "8.1.2 out" WHEN 1 THEN 0 ELSE COALESCE("8.1.2 opinion", "8.1.2 gives", 0) END AS "8.1.2 points",
    "8.1.2 out" AS "8.1.2 excluded", "8.1.2 out" = 0 AND COALESCE("8.1.2 opinion", "8.1.2 gives") IS NOT NULL AS "8.1.2 known",
  CASE "8.1.3 out" WHEN 1 THEN 0 ELSE COALESCE("8.1.3 opinion", "8.1.3 gives", 0) END AS "8.1.3 points",
    "8.1.3 out" AS "8.1.3 excluded", "8.1.3 out" = 0 AND COALESCE("8.1.3 opinion", "8.1.3 gives") IS NOT NULL AS "8.1.3 known",
  CASE "8.1.4 out" WHEN 1 THEN 0 ELSE COALESCE("8.1.4 opinion", "8.1.4 gives", 0) END AS "8.1.4 points",
    "8.1.4 out" AS "8.1.4 excluded", "8.1.4 out" = 0 AND COALESCE("8.1.4 opinion", "8.1.4 gives") IS NOT NULL AS "8.1.4 known",
  CASE "8.1.5 out" WHEN 1 THEN 0 ELSE COALESCE("8.1.5 opinion", "8.1.5 gives", 0) END AS "8.1.5 points",
    "8.1.5 out" AS "8.1.5 excluded", "8.1.5 out" = 0 AND COALESCE("8.1.5 opinion", "8.1.5 gives") IS NOT NULL AS "8.1.5 known",
  CASE "8.2 out" WHEN 1 THEN 0 ELSE COALESCE("8.2 opinion", "8.2 gives", 0) END AS "8.2 points",
    "8.2 out" AS "8.2 excluded", "8.2 out" = 0 AND COALESCE("8.2 opinion", "8.2 gives") IS NOT NULL AS "8.2 known",
  CASE "8.3.1 out" WHEN 1 THEN 0 ELSE COALESCE("8.3.1 opinion", "8.3.1 gives", 0) END AS "8.3.1 points",
    "8.3.1 out" AS "8.3.1 excluded", "8.3.1 out" = 0 AND COALESCE("8.3.1 opinion", "8.3.1 gives") IS NOT NULL AS "8.3.1 known",
  CASE "8.3.2 out" WHEN 1 THEN 0 ELSE COALESCE("8.3.2 opinion", "8.3.2 gives", 0) END AS "8.3.2 points",
    "8.3.2 out" AS "8.3.2 excluded", "8.3.2 out" = 0 AND COALESCE("8.3.2 opinion", "8.3.2 gives") IS NOT NULL AS "8.3.2 known",
  CASE "8.3.4 out" WHEN 1 THEN 0 ELSE COALESCE("8.3.4 opinion", "8.3.4 gives", 0) END AS "8.3.4 points",
    "8.3.4 out" AS "8.3.4 excluded", "8.3.4 out" = 0 AND COALESCE("8.3.4 opinion", "8.3.4 gives") IS NOT NULL AS "8.3.4 known",
  CASE "9.1 out" WHEN 1 THEN 0 ELSE COALESCE("9.1 opinion", "9.1 gives", 0) END AS "9.1 points",
    "9.1 out" AS "9.1 excluded", "9.1 out" = 0 AND COALESCE("9.1 opinion", "9.1 gives") IS NOT NULL AS "9.1 known",
  CASE "9.2 out" WHEN 1 THEN 0 ELSE COALESCE("9.2 opinion", "9.2 gives", 0) END AS "9.2 points",
    "9.2 out" AS "9.2 excluded", "9.2 out" = 0 AND COALESCE("9.2 opinion", "9.2 gives") IS NOT NULL AS "9.2 known"
  FROM opinions),

-- What stands of the others, of those that are not excluded. What is not known counts 0.
-- 8.3.3 (1): Tỷ lệ điểm của các tiêu chí 1; 2; 3; 4; 5; 6; 7 (trừ 1.4) × điểm tối đa
derived_sums AS MATERIALIZED (SELECT id,
  "1.1.1 points" + "1.1.2 points" + "1.1.3 points" + "1.2.1 points" + "1.2.2 points" + "1.3.1 points" + "1.3.2 points" + "1.5.1 points" + "1.5.2 points"
   + "1.6.1 points" + "1.6.2 points" + "1.7 points" + "2.1.1 points" + "2.1.2 points" + "2.1.3 points" + "2.2.1 points" + "2.2.2 points" + "2.2.3 points"
   + "2.3.1 points" + "2.3.2 points" + "2.3.3 points" + "2.4.1 points" + "2.4.2 points" + "3.1.1 points" + "3.1.2 points" + "3.1.3 points"
   + "3.1.4 points" + "3.2.1 points" + "3.2.2 points" + "3.3.1 points" + "3.3.2.1 points" + "3.3.2.2 points" + "3.3.2.3 points" + "3.3.3 points"
   + "3.4.1 points" + "3.4.2 points" + "3.4.3 points" + "3.5.1 points" + "3.5.2 points" + "3.6 points" + "4.1.1 points" + "4.1.2 points" + "4.1.3 points"
   + "4.2.1 points" + "4.2.2 points" + "4.3.1 points" + "4.3.2 points" + "4.3.3 points" + "4.4 points" + "5.1.1 points" + "5.1.2 points" + "5.2.1 points"
   + "5.2.2 points" + "5.2.3 points" + "5.3.1 points" + "5.3.2 points" + "5.4.1 points" + "5.4.2 points" + "5.5 points" + "5.6.1 points" + "5.6.2 points"
   + "6.1.1 points" + "6.1.2 points" + "6.1.3 points" + "6.2.1 points" + "6.2.2 points" + "6.3.1 points" + "6.3.2 points" + "6.3.3 points"
   + "6.4.1 points" + "6.4.2 points" + "7.1.1 points" + "7.1.2 points" + "7.2.1 points" + "7.2.2.1 points" + "7.2.2.2 points" + "7.2.3 points"
   + "7.3.1 points" + "7.3.2 points" + "7.3.3 points" + "7.4.1 points" + "7.4.2 points" + "7.5 points" + "7.6 points" AS p,
  5000 * (1 - "1.1.1 excluded") + 10000 * (1 - "1.1.2 excluded") + 15000 * (1 - "1.1.3 excluded") + 7500 * (1 - "1.2.1 excluded")
   + 7500 * (1 - "1.2.2 excluded") + 10000 * (1 - "1.3.1 excluded") + 15000 * (1 - "1.3.2 excluded") + 5000 * (1 - "1.5.1 excluded")
   + 10000 * (1 - "1.5.2 excluded") + 15000 * (1 - "1.6.1 excluded") + 5000 * (1 - "1.6.2 excluded") + 20000 * (1 - "1.7 excluded")
   + 10000 * (1 - "2.1.1 excluded") + 10000 * (1 - "2.1.2 excluded") + 10000 * (1 - "2.1.3 excluded") + 5000 * (1 - "2.2.1 excluded")
   + 10000 * (1 - "2.2.2 excluded") + 10000 * (1 - "2.2.3 excluded") + 5000 * (1 - "2.3.1 excluded") + 10000 * (1 - "2.3.2 excluded")
   + 10000 * (1 - "2.3.3 excluded") + 10000 * (1 - "2.4.1 excluded") + 10000 * (1 - "2.4.2 excluded") + 5000 * (1 - "3.1.1 excluded")
   + 10000 * (1 - "3.1.2 excluded") + 10000 * (1 - "3.1.3 excluded") + 10000 * (1 - "3.1.4 excluded") + 10000 * (1 - "3.2.1 excluded")
   + 10000 * (1 - "3.2.2 excluded") + 10000 * (1 - "3.3.1 excluded") + 20000 * (1 - "3.3.2.1 excluded") + 10000 * (1 - "3.3.2.2 excluded")
   + 10000 * (1 - "3.3.2.3 excluded") + 10000 * (1 - "3.3.3 excluded") + 10000 * (1 - "3.4.1 excluded") + 10000 * (1 - "3.4.2 excluded")
   + 10000 * (1 - "3.4.3 excluded") + 10000 * (1 - "3.5.1 excluded") + 5000 * (1 - "3.5.2 excluded") + 20000 * (1 - "3.6 excluded")
   + 10000 * (1 - "4.1.1 excluded") + 10000 * (1 - "4.1.2 excluded") + 10000 * (1 - "4.1.3 excluded") + 10000 * (1 - "4.2.1 excluded")
   + 10000 * (1 - "4.2.2 excluded") + 5000 * (1 - "4.3.1 excluded") + 5000 * (1 - "4.3.2 excluded") + 10000 * (1 - "4.3.3 excluded")
   + 10000 * (1 - "4.4 excluded") + 10000 * (1 - "5.1.1 excluded") + 10000 * (1 - "5.1.2 excluded") + 10000 * (1 - "5.2.1 excluded")
   + 10000 * (1 - "5.2.2 excluded") + 10000 * (1 - "5.2.3 excluded") + 10000 * (1 - "5.3.1 excluded") + 10000 * (1 - "5.3.2 excluded")
   + 10000 * (1 - "5.4.1 excluded") + 10000 * (1 - "5.4.2 excluded") + 10000 * (1 - "5.5 excluded") + 5000 * (1 - "5.6.1 excluded")
   + 15000 * (1 - "5.6.2 excluded") + 10000 * (1 - "6.1.1 excluded") + 10000 * (1 - "6.1.2 excluded") + 10000 * (1 - "6.1.3 excluded")
   + 20000 * (1 - "6.2.1 excluded") + 10000 * (1 - "6.2.2 excluded") + 5000 * (1 - "6.3.1 excluded") + 5000 * (1 - "6.3.2 excluded")
   + 10000 * (1 - "6.3.3 excluded") + 10000 * (1 - "6.4.1 excluded") + 10000 * (1 - "6.4.2 excluded") + 5000 * (1 - "7.1.1 excluded")
   + 15000 * (1 - "7.1.2 excluded") + 10000 * (1 - "7.2.1 excluded") + 20000 * (1 - "7.2.2.1 excluded") + 10000 * (1 - "7.2.2.2 excluded")
   + 20000 * (1 - "7.2.3 excluded") + 10000 * (1 - "7.3.1 excluded") + 10000 * (1 - "7.3.2 excluded") + 10000 * (1 - "7.3.3 excluded")
   + 10000 * (1 - "7.4.1 excluded") + 15000 * (1 - "7.4.2 excluded") + 15000 * (1 - "7.5 excluded") + 10000 * (1 - "7.6 excluded") AS m
  FROM stands),

derived_opinion AS MATERIALIZED (SELECT id,
  CASE WHEN m > 0 THEN MAX(0, MIN(10000, 10 * ((2 * 1000 * MAX(p, 0) + m) / (2 * m)))) END AS "8.3.3 gives",
  COALESCE("8.3.3 two", "8.3.3 one", "8.3.3 self") AS "8.3.3 opinion",
  "8.3.3 applies" = 0 AS "8.3.3 out"
  FROM derived_sums JOIN sheet USING (id)),

derived_stands AS MATERIALIZED (SELECT id,
  CASE "8.3.3 out" WHEN 1 THEN 0 ELSE COALESCE("8.3.3 opinion", "8.3.3 gives", 0) END AS "8.3.3 points",
    "8.3.3 out" AS "8.3.3 excluded", "8.3.3 out" = 0 AND COALESCE("8.3.3 opinion", "8.3.3 gives") IS NOT NULL AS "8.3.3 known"
  FROM derived_opinion),

-- The sums of the leaves; bonus and penalty are capped by the set (2; 3). Không áp dụng: loại khỏi mẫu số.
sums AS MATERIALIZED (SELECT id,
  "1.1.1 points" + "1.1.2 points" + "1.1.3 points" + "1.2.1 points" + "1.2.2 points" + "1.3.1 points" + "1.3.2 points" + "1.4 points" + "1.5.1 points"
   + "1.5.2 points" + "1.6.1 points" + "1.6.2 points" + "1.7 points" + "2.1.1 points" + "2.1.2 points" + "2.1.3 points" + "2.2.1 points" + "2.2.2 points"
   + "2.2.3 points" + "2.3.1 points" + "2.3.2 points" + "2.3.3 points" + "2.4.1 points" + "2.4.2 points" + "3.1.1 points" + "3.1.2 points"
   + "3.1.3 points" + "3.1.4 points" + "3.2.1 points" + "3.2.2 points" + "3.3.1 points" + "3.3.2.1 points" + "3.3.2.2 points" + "3.3.2.3 points"
   + "3.3.3 points" + "3.4.1 points" + "3.4.2 points" + "3.4.3 points" + "3.5.1 points" + "3.5.2 points" + "3.6 points" + "4.1.1 points" + "4.1.2 points"
   + "4.1.3 points" + "4.2.1 points" + "4.2.2 points" + "4.3.1 points" + "4.3.2 points" + "4.3.3 points" + "4.4 points" + "5.1.1 points" + "5.1.2 points"
   + "5.2.1 points" + "5.2.2 points" + "5.2.3 points" + "5.3.1 points" + "5.3.2 points" + "5.4.1 points" + "5.4.2 points" + "5.5 points" + "5.6.1 points"
   + "5.6.2 points" + "6.1.1 points" + "6.1.2 points" + "6.1.3 points" + "6.2.1 points" + "6.2.2 points" + "6.3.1 points" + "6.3.2 points"
   + "6.3.3 points" + "6.4.1 points" + "6.4.2 points" + "7.1.1 points" + "7.1.2 points" + "7.2.1 points" + "7.2.2.1 points" + "7.2.2.2 points"
   + "7.2.3 points" + "7.3.1 points" + "7.3.2 points" + "7.3.3 points" + "7.4.1 points" + "7.4.2 points" + "7.5 points" + "7.6 points" + "8.1.1 points"
   + "8.1.2 points" + "8.1.3 points" + "8.1.4 points" + "8.1.5 points" + "8.2 points" + "8.3.1 points" + "8.3.2 points" + "8.3.3 points"
        + "8.3.4 points" AS p,
  5000 * (1 - "1.1.1 excluded") + 10000 * (1 - "1.1.2 excluded") + 15000 * (1 - "1.1.3 excluded") + 7500 * (1 - "1.2.1 excluded")
   + 7500 * (1 - "1.2.2 excluded") + 10000 * (1 - "1.3.1 excluded") + 15000 * (1 - "1.3.2 excluded") + 15000 * (1 - "1.4 excluded")
   + 5000 * (1 - "1.5.1 excluded") + 10000 * (1 - "1.5.2 excluded") + 15000 * (1 - "1.6.1 excluded") + 5000 * (1 - "1.6.2 excluded")
   + 20000 * (1 - "1.7 excluded") + 10000 * (1 - "2.1.1 excluded") + 10000 * (1 - "2.1.2 excluded") + 10000 * (1 - "2.1.3 excluded")
   + 5000 * (1 - "2.2.1 excluded") + 10000 * (1 - "2.2.2 excluded") + 10000 * (1 - "2.2.3 excluded") + 5000 * (1 - "2.3.1 excluded")
   + 10000 * (1 - "2.3.2 excluded") + 10000 * (1 - "2.3.3 excluded") + 10000 * (1 - "2.4.1 excluded") + 10000 * (1 - "2.4.2 excluded")
   + 5000 * (1 - "3.1.1 excluded") + 10000 * (1 - "3.1.2 excluded") + 10000 * (1 - "3.1.3 excluded") + 10000 * (1 - "3.1.4 excluded")
   + 10000 * (1 - "3.2.1 excluded") + 10000 * (1 - "3.2.2 excluded") + 10000 * (1 - "3.3.1 excluded") + 20000 * (1 - "3.3.2.1 excluded")
   + 10000 * (1 - "3.3.2.2 excluded") + 10000 * (1 - "3.3.2.3 excluded") + 10000 * (1 - "3.3.3 excluded") + 10000 * (1 - "3.4.1 excluded")
   + 10000 * (1 - "3.4.2 excluded") + 10000 * (1 - "3.4.3 excluded") + 10000 * (1 - "3.5.1 excluded") + 5000 * (1 - "3.5.2 excluded")
   + 20000 * (1 - "3.6 excluded") + 10000 * (1 - "4.1.1 excluded") + 10000 * (1 - "4.1.2 excluded") + 10000 * (1 - "4.1.3 excluded")
   + 10000 * (1 - "4.2.1 excluded") + 10000 * (1 - "4.2.2 excluded") + 5000 * (1 - "4.3.1 excluded") + 5000 * (1 - "4.3.2 excluded")
   + 10000 * (1 - "4.3.3 excluded") + 10000 * (1 - "4.4 excluded") + 10000 * (1 - "5.1.1 excluded") + 10000 * (1 - "5.1.2 excluded")
   + 10000 * (1 - "5.2.1 excluded") + 10000 * (1 - "5.2.2 excluded") + 10000 * (1 - "5.2.3 excluded") + 10000 * (1 - "5.3.1 excluded")
   + 10000 * (1 - "5.3.2 excluded") + 10000 * (1 - "5.4.1 excluded") + 10000 * (1 - "5.4.2 excluded") + 10000 * (1 - "5.5 excluded")
   + 5000 * (1 - "5.6.1 excluded") + 15000 * (1 - "5.6.2 excluded") + 10000 * (1 - "6.1.1 excluded") + 10000 * (1 - "6.1.2 excluded")
   + 10000 * (1 - "6.1.3 excluded") + 20000 * (1 - "6.2.1 excluded") + 10000 * (1 - "6.2.2 excluded") + 5000 * (1 - "6.3.1 excluded")
   + 5000 * (1 - "6.3.2 excluded") + 10000 * (1 - "6.3.3 excluded") + 10000 * (1 - "6.4.1 excluded") + 10000 * (1 - "6.4.2 excluded")
   + 5000 * (1 - "7.1.1 excluded") + 15000 * (1 - "7.1.2 excluded") + 10000 * (1 - "7.2.1 excluded") + 20000 * (1 - "7.2.2.1 excluded")
   + 10000 * (1 - "7.2.2.2 excluded") + 20000 * (1 - "7.2.3 excluded") + 10000 * (1 - "7.3.1 excluded") + 10000 * (1 - "7.3.2 excluded")
   + 10000 * (1 - "7.3.3 excluded") + 10000 * (1 - "7.4.1 excluded") + 15000 * (1 - "7.4.2 excluded") + 15000 * (1 - "7.5 excluded")
   + 10000 * (1 - "7.6 excluded") + 10000 * (1 - "8.1.1 excluded") + 10000 * (1 - "8.1.2 excluded") + 10000 * (1 - "8.1.3 excluded")
   + 10000 * (1 - "8.1.4 excluded") + 10000 * (1 - "8.1.5 excluded") + 30000 * (1 - "8.2 excluded") + 10000 * (1 - "8.3.1 excluded")
   + 10000 * (1 - "8.3.2 excluded") + 10000 * (1 - "8.3.3 excluded") + 10000 * (1 - "8.3.4 excluded") AS max,
  MIN(20000, "9.1 points") AS bonus,
  MIN(30000, "9.2 points") AS penalty
  FROM stands JOIN derived_stands USING (id)),

totals AS MATERIALIZED (SELECT id, max, MAX(0, MIN(max, p + bonus - penalty)) AS points FROM sums),

-- The set compares the percent as printed (So sánh hạng: tỷ lệ in ra), and the class goes by it.
percents AS MATERIALIZED (SELECT id, points, max, percent,
  CASE WHEN percent >= 9000 THEN 'Xuất sắc' WHEN percent >= 8000 THEN 'Tốt' WHEN percent >= 6500 THEN 'Khá' WHEN percent >= 5000 THEN 'Trung bình'
       WHEN percent >= 0 THEN 'Yếu' END AS class
  FROM (SELECT id, points, max, CASE WHEN max > 0 THEN (2 * 10000 * points + max) / (2 * max) END AS percent FROM totals))

SELECT
  "1.1.1 points", "1.1.1 excluded", "1.1.1 known",
  "1.1.2 points", "1.1.2 excluded", "1.1.2 known",
  "1.1.3 points", "1.1.3 excluded", "1.1.3 known",
  "1.2.1 points", "1.2.1 excluded", "1.2.1 known",
  "1.2.2 points", "1.2.2 excluded", "1.2.2 known",
  "1.3.1 points", "1.3.1 excluded", "1.3.1 known",
  "1.3.2 points", "1.3.2 excluded", "1.3.2 known",
  "1.4 points", "1.4 excluded", "1.4 known",
  "1.5.1 points", "1.5.1 excluded", "1.5.1 known",
  "1.5.2 points", "1.5.2 excluded", "1.5.2 known",
  "1.6.1 points", "1.6.1 excluded", "1.6.1 known",
  "1.6.2 points", "1.6.2 excluded", "1.6.2 known",
  "1.7 points", "1.7 excluded", "1.7 known",
  "2.1.1 points", "2.1.1 excluded", "2.1.1 known",
  "2.1.2 points", "2.1.2 excluded", "2.1.2 known",
  "2.1.3 points", "2.1.3 excluded", "2.1.3 known",
  "2.2.1 points", "2.2.1 excluded", "2.2.1 known",
  "2.2.2 points", "2.2.2 excluded", "2.2.2 known",
  "2.2.3 points", "2.2.3 excluded", "2.2.3 known",
  "2.3.1 points", "2.3.1 excluded", "2.3.1 known",
  "2.3.2 points", "2.3.2 excluded", "2.3.2 known",
  "2.3.3 points", "2.3.3 excluded", "2.3.3 known",
  "2.4.1 points", "2.4.1 excluded", "2.4.1 known",
  "2.4.2 points", "2.4.2 excluded", "2.4.2 known",
  "3.1.1 points", "3.1.1 excluded", "3.1.1 known",
  "3.1.2 points", "3.1.2 excluded", "3.1.2 known",
  "3.1.3 points", "3.1.3 excluded", "3.1.3 known",
  "3.1.4 points", "3.1.4 excluded", "3.1.4 known",
  "3.2.1 points", "3.2.1 excluded", "3.2.1 known",
  "3.2.2 points", "3.2.2 excluded", "3.2.2 known",
  "3.3.1 points", "3.3.1 excluded", "3.3.1 known",
  "3.3.2.1 points", "3.3.2.1 excluded", "3.3.2.1 known",
  "3.3.2.2 points", "3.3.2.2 excluded", "3.3.2.2 known",
  "3.3.2.3 points", "3.3.2.3 excluded", "3.3.2.3 known",
  "3.3.3 points", "3.3.3 excluded", "3.3.3 known",
  "3.4.1 points", "3.4.1 excluded", "3.4.1 known",
  "3.4.2 points", "3.4.2 excluded", "3.4.2 known",
  "3.4.3 points", "3.4.3 excluded", "3.4.3 known",
  "3.5.1 points", "3.5.1 excluded", "3.5.1 known",
  "3.5.2 points", "3.5.2 excluded", "3.5.2 known",
  "3.6 points", "3.6 excluded", "3.6 known",
  "4.1.1 points", "4.1.1 excluded", "4.1.1 known",
  "4.1.2 points", "4.1.2 excluded", "4.1.2 known",
  "4.1.3 points", "4.1.3 excluded", "4.1.3 known",
  "4.2.1 points", "4.2.1 excluded", "4.2.1 known",
  "4.2.2 points", "4.2.2 excluded", "4.2.2 known",
  "4.3.1 points", "4.3.1 excluded", "4.3.1 known",
  "4.3.2 points", "4.3.2 excluded", "4.3.2 known",
  "4.3.3 points", "4.3.3 excluded", "4.3.3 known",
  "4.4 points", "4.4 excluded", "4.4 known",
  "5.1.1 points", "5.1.1 excluded", "5.1.1 known",
  "5.1.2 points", "5.1.2 excluded", "5.1.2 known",
  "5.2.1 points", "5.2.1 excluded", "5.2.1 known",
  "5.2.2 points", "5.2.2 excluded", "5.2.2 known",
  "5.2.3 points", "5.2.3 excluded", "5.2.3 known",
  "5.3.1 points", "5.3.1 excluded", "5.3.1 known",
  "5.3.2 points", "5.3.2 excluded", "5.3.2 known",
  "5.4.1 points", "5.4.1 excluded", "5.4.1 known",
  "5.4.2 points", "5.4.2 excluded", "5.4.2 known",
  "5.5 points", "5.5 excluded", "5.5 known",
  "5.6.1 points", "5.6.1 excluded", "5.6.1 known",
  "5.6.2 points", "5.6.2 excluded", "5.6.2 known",
  "6.1.1 points", "6.1.1 excluded", "6.1.1 known",
  "6.1.2 points", "6.1.2 excluded", "6.1.2 known",
  "6.1.3 points", "6.1.3 excluded", "6.1.3 known",
  "6.2.1 points", "6.2.1 excluded", "6.2.1 known",
  "6.2.2 points", "6.2.2 excluded", "6.2.2 known",
  "6.3.1 points", "6.3.1 excluded", "6.3.1 known",
  "6.3.2 points", "6.3.2 excluded", "6.3.2 known",
  "6.3.3 points", "6.3.3 excluded", "6.3.3 known",
  "6.4.1 points", "6.4.1 excluded", "6.4.1 known",
  "6.4.2 points", "6.4.2 excluded", "6.4.2 known",
  "7.1.1 points", "7.1.1 excluded", "7.1.1 known",
  "7.1.2 points", "7.1.2 excluded", "7.1.2 known",
  "7.2.1 points", "7.2.1 excluded", "7.2.1 known",
  "7.2.2.1 points", "7.2.2.1 excluded", "7.2.2.1 known",
  "7.2.2.2 points", "7.2.2.2 excluded", "7.2.2.2 known",
  "7.2.3 points", "7.2.3 excluded", "7.2.3 known",
  "7.3.1 points", "7.3.1 excluded", "7.3.1 known",
  "7.3.2 points", "7.3.2 excluded", "7.3.2 known",
  "7.3.3 points", "7.3.3 excluded", "7.3.3 known",
  "7.4.1 points", "7.4.1 excluded", "7.4.1 known",
  "7.4.2 points", "7.4.2 excluded", "7.4.2 known",
  "7.5 points", "7.5 excluded", "7.5 known",
  "7.6 points", "7.6 excluded", "7.6 known",
  "8.1.1 points", "8.1.1 excluded", "8.1.1 known",
  "8.1.2 points", "8.1.2 excluded", "8.1.2 known",
  "8.1.3 points", "8.1.3 excluded", "8.1.3 known",
  "8.1.4 points", "8.1.4 excluded", "8.1.4 known",
  "8.1.5 points", "8.1.5 excluded", "8.1.5 known",
  "8.2 points", "8.2 excluded", "8.2 known",
  "8.3.1 points", "8.3.1 excluded", "8.3.1 known",
  "8.3.2 points", "8.3.2 excluded", "8.3.2 known",
  "8.3.3 points", "8.3.3 excluded", "8.3.3 known",
  "8.3.4 points", "8.3.4 excluded", "8.3.4 known",
  "9.1 points", "9.1 excluded", "9.1 known",
  "9.2 points", "9.2 excluded", "9.2 known",
  points, max, percent, class
FROM stands JOIN derived_stands USING (id) JOIN percents USING (id)
ORDER BY id
