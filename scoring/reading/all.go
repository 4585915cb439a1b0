package reading

import "github.com/ocop-vn/ocop-go/scoring/lang"

// The readings, in the order of All.
const (
	// What follows from a sheet.
	CumulativeMinima        ID = "cumulative-minima"
	LaterOptionMeets        ID = "later-option-meets"
	NoneScoresZero          ID = "none-scores-zero"
	NoStoryNoStructure      ID = "no-story-no-structure"
	ContractsBetweenOptions ID = "contracts-between-options"
	ShareInTwoOptions       ID = "share-in-two-options"
	CommuneIsAnyUnit        ID = "commune-is-any-unit"
	ErrataReplaced          ID = "errata-replaced"
	RejectOutranksStop      ID = "reject-outranks-stop"

	// Two levels and their councils.
	PotentialFiveStars  ID = "potential-five-stars"
	FiveStarsNeedMinima ID = "five-stars-need-minima"
	UnderNinety         ID = "under-ninety-by-total"
	ExactAverage        ID = "exact-average"
	MeanOfTotals        ID = "mean-of-totals"
	CouncilRules        ID = "council-rules"
	CouncilMinima       ID = "council-minima"
	CouncilDerivedGate  ID = "council-derived-gate"

	// Papers and claims.
	EvidenceSuggested        ID = "evidence-suggested"
	MissingPaperUnlessExempt ID = "missing-paper-unless-exempt"
	BreachFoundByOffice      ID = "breach-found-by-office"
	NoDeclarationAsksForGate ID = "no-declaration-asks-for-gate"
	WhoShowsRegistration     ID = "who-shows-registration"
	KindsInTourism           ID = "kinds-in-tourism"
	NumbersOfReceipts        ID = "numbers-of-receipts"

	// Filing and steps.
	FiledOnReceipt         ID = "filed-on-receipt"
	SamplesWithProposal    ID = "samples-with-proposal"
	SentBackByAnyOffice    ID = "sent-back-by-any-office"
	TakenBackBeforeOutcome ID = "taken-back-before-outcome"
	RedoFromProposal       ID = "redo-from-proposal"
	OfficesAskedFor        ID = "offices-asked-for"
	FirstAfterEnd          ID = "first-after-end"
	UpgradeWhileInForce    ID = "upgrade-while-in-force"
	AgainWithoutCouncil    ID = "again-without-council"
	ReplacedOnlyThen       ID = "replaced-on-recognition"

	// Days.
	DayNotCounted   ID = "day-not-counted"
	LastDayOffKept  ID = "last-day-off-kept"
	LastDayOffMoved ID = "last-day-off-moved"
	NextRound       ID = "next-round"
	EarlierRules    ID = "earlier-rules-last-day"

	// The certificate.
	LastDayOfCertificate  ID = "last-day-of-certificate"
	PrintedEnd            ID = "printed-end-first"
	LateFiling            ID = "late-filing-extends"
	EndedNotRevived       ID = "ended-not-revived"
	ExtendedOnce          ID = "extended-once"
	WithdrawnWhileInForce ID = "withdrawn-while-in-force"
)

// All lists the readings.
func All() []Reading {
	return []Reading{
		{ID: CumulativeMinima, Appendix: lang.Text{Vi: "Phụ lục II, dấu sao", En: "Appendix II, star marks"}, Text: lang.Text{
			Vi: "Hạng cao hơn cũng phải đạt mức tối thiểu của các hạng thấp hơn: 5 sao cần cả mức tối thiểu của 3 và 4 sao.",
			En: "A higher star also asks for the minima of the lower ones: 5 stars need those of 3 and 4 too.",
		}},
		{ID: LaterOptionMeets, Appendix: lang.Text{Vi: "Phụ lục II, dấu sao", En: "Appendix II, star marks"}, Text: lang.Text{
			Vi: "Mức tối thiểu đạt khi chọn mức có dấu sao hoặc một mức in sau nó.",
			En: "A minimum is met by the starred option and by any that is printed after it.",
		}},
		{ID: NoneScoresZero, Appendix: lang.Text{Vi: "Phụ lục II", En: "Appendix II"}, Text: lang.Text{
			Vi: "Ở tiêu chí không in mức 0 điểm, sản phẩm không đạt mức nào được 0 điểm (phương án none): đó là đã chấm, không phải bỏ trống.",
			En: "Where no 0-point option is printed, a product that meets no level scores 0 (option none): that is an answer, not a missing one.",
		}},
		{ID: NoStoryNoStructure, Appendix: lang.Text{Vi: "Phụ lục II, tiêu chí 5.2", En: "Appendix II, criterion 5.2"}, Text: lang.Text{
			Vi: "Không có câu chuyện (5.1 mức a) thì 5.2 không áp dụng và tính 0 điểm, dù đã chọn mức nào.",
			En: "Without a story (5.1 a) 5.2 falls away and counts 0, whatever was chosen there.",
		}},
		{ID: ContractsBetweenOptions, Appendix: lang.Text{Vi: "Phụ lục II, tiêu chí 1.4 hoặc 1.5", En: "Appendix II, criterion 1.4 or 1.5"}, Text: lang.Text{
			Vi: "Bản in không có mức cho hợp đồng dưới 50% hoặc đúng 75% sản lượng: chọn mức thấp hơn, a và b.",
			En: "No option is printed for contracts for under 50%, or for exactly 75%, of output: the lower one is chosen, a and b.",
		}},
		{ID: ShareInTwoOptions, Appendix: lang.Text{Vi: "Phụ lục II, tiêu chí 3.3", En: "Appendix II, criterion 3.3"}, Text: lang.Text{
			Vi: "Đúng 75% lao động nằm ở cả hai mức theo bản in: người chấm được chọn mức nào cũng được.",
			En: "Exactly 75% of the labour falls under both options as printed: an assessor may choose either.",
		}},
		{ID: CommuneIsAnyUnit, Appendix: lang.Text{Vi: "Phụ lục II, tiêu chí 3.3", En: "Appendix II, criterion 3.3"}, Text: lang.Text{
			Vi: "Xã là đơn vị hành chính cấp xã, gồm cả phường và đặc khu.",
			En: "A commune is any unit of that level, a ward or a special zone too.",
		}},
		{ID: ErrataReplaced, Appendix: lang.Text{Vi: "Phụ lục II", En: "Appendix II"}, Text: lang.Text{
			Vi: "Chín ô in không thể đúng thì dùng giá trị khác, kèm lý do trong errata của bộ tiêu chí; chỗ lạ khác giữ như bản in.",
			En: "Nine printed cells cannot stand and have another value, with its reason in the rubric's errata; what else looks odd is kept as printed.",
		}},
		{ID: RejectOutranksStop, Appendix: lang.Text{Vi: "Phụ lục II", En: "Appendix II"}, Text: lang.Text{
			Vi: "Vừa bị loại vừa phải dừng đánh giá thì hồ sơ bị loại; cả hai xét trước việc phiếu chưa chấm xong.",
			En: "A dossier that is both rejected and stopped is rejected; both come before a sheet being incomplete.",
		}},
		{ID: PotentialFiveStars, Article: "7.3.e", Text: lang.Text{
			Vi: "Từ 90 điểm mà chưa đạt một mức tối thiểu thì không phải tiềm năng 5 sao: cấp tỉnh không gửi Bộ. Điểm e khoản 3 Điều 7 chỉ ghi số điểm.",
			En: "90 points with a minimum missed are no potential 5 stars, and the province does not send them on. Article 7.3.e names the points alone.",
		}},
		{ID: FiveStarsNeedMinima, Article: "7.4.g", Text: lang.Text{
			Vi: "Ở cấp trung ương cũng vậy, từ 90 điểm mà chưa đạt một mức tối thiểu thì không phải 5 sao.",
			En: "At the ministry too 90 points with a minimum missed are not 5 stars.",
		}},
		{ID: UnderNinety, Article: "7.4.g", Text: lang.Text{
			Vi: "Sau Hội đồng cấp trung ương, cấp tỉnh chỉ công nhận 3, 4 sao hoặc tự đánh giá khi tổng điểm dưới 90; không ghi điểm thì xét theo hạng sao.",
			En: "After the ministry's council the province recognises 3 or 4 stars or scores itself only where the total is under 90; where no total is given the star tells.",
		}},
		{ID: ExactAverage, Article: "3.3", Text: lang.Text{
			Vi: "Hạng theo điểm trung bình đúng, là một tổng và một số phiếu, không bao giờ làm tròn: 89,95 chưa phải 90.",
			En: "The band is read off the exact average, a sum and a count, never off a rounded one: 89.95 is not 90.",
		}},
		{ID: MeanOfTotals, Article: "3.3", Text: lang.Text{
			Vi: "Tổng điểm trung bình là trung bình cộng tổng điểm của các thành viên có mặt, phiếu nào cũng như nhau.",
			En: "The average total is the mean of the totals of the members present, each sheet alike.",
		}},
		{ID: CouncilRules, Article: "7.3.b", Text: lang.Text{
			Vi: "Số thành viên phải có mặt, chênh lệch giữa các phiếu, việc phải có chủ tịch là do quy chế của hội đồng; quy chế không nêu thì không xét.",
			En: "How many members must be present, how far sheets may lie apart and whether the chair must be there is for the council's rules; what they leave out is not applied.",
		}},
		{ID: CouncilMinima, Appendix: lang.Text{Vi: "Phụ lục II, dấu sao", En: "Appendix II, star marks"}, Text: lang.Text{
			Vi: "Hội đồng đạt một mức tối thiểu khi nào là do quy chế; quy chế không nêu thì khi quá nửa thành viên có mặt chấm đạt.",
			En: "When a council meets a minimum is for its rules; where they do not say, when more than half of the members present do.",
		}},
		{ID: CouncilDerivedGate, Appendix: lang.Text{Vi: "Phụ lục II", En: "Appendix II"}, Text: lang.Text{
			Vi: "Trường hợp suy từ 0 điểm cảm quan là của cả hội đồng khi quá nửa số phiếu cho thấy.",
			En: "The gate that follows from 0 sensory points is the council's when more than half of the sheets give it.",
		}},
		{ID: EvidenceSuggested, Appendix: lang.Text{Vi: "Phụ lục III, Mẫu số 02", En: "Appendix III, form 02"}, Text: lang.Text{
			Vi: "Bảng của Mẫu số 02 kể loại tài liệu; loại nào chứng minh tiêu chí nào là gợi ý, nên thiếu chỉ là cảnh báo.",
			En: "Form 02's table names kinds of papers; which of them proves which criterion is a suggestion, so a lack is a warning.",
		}},
		{ID: MissingPaperUnlessExempt, Appendix: lang.Text{Vi: "Phụ lục II", En: "Appendix II"}, Text: lang.Text{
			Vi: "Giấy tờ mà bộ tiêu chí in là “không có” thì loại hồ sơ: thiếu là lỗi, trừ khi hồ sơ ghi lý do không phải có.",
			En: "A paper that the appendix prints as missing rejects the dossier: its lack is an error, unless the dossier says why it need not be there.",
		}},
		{ID: BreachFoundByOffice, Appendix: lang.Text{Vi: "Phụ lục II", En: "Appendix II"}, Text: lang.Text{
			Vi: "Vi phạm quy định về an toàn thực phẩm hay điều kiện sản xuất do cơ quan kết luận: không kèm giấy chỉ là cảnh báo.",
			En: "A breach of the rules on food safety or production conditions is for the office to find: a paper that is not there is a warning.",
		}},
		{ID: NoDeclarationAsksForGate, Appendix: lang.Text{Vi: "Phụ lục II, tiêu chí 6", En: "Appendix II, criterion 6"}, Text: lang.Text{
			Vi: "Ở bộ 19 và 20, chọn mức chưa công bố chưa phải là bị loại: kết quả nhắc xét trường hợp thiếu bản công bố.",
			En: "In sets 19 and 20 an answer that there is no declaration is not yet a rejection: the result asks to look at that gate.",
		}},
		{ID: WhoShowsRegistration, Appendix: lang.Text{Vi: "Phụ lục II, tiêu chí 3.1", En: "Appendix II, criterion 3.1"}, Text: lang.Text{
			Vi: "Mức a của 3.1: hộ gia đình và tổ hợp tác phải kèm đăng ký kinh doanh, trang trại và hộ sản xuất thì không; doanh nghiệp, hợp tác xã thành lập là đã đăng ký.",
			En: "At 3.1 a registered households and cooperative groups show their registration, farms and producing households need not; companies and cooperatives exist by theirs.",
		}},
		{ID: KindsInTourism, Appendix: lang.Text{Vi: "Phụ lục II, tiêu chí 3.1", En: "Appendix II, criterion 3.1"}, Text: lang.Text{
			Vi: "“Đối tượng khác” ở mức c của 3.1, bộ 26, là hội, hiệp hội, trung tâm điều hành và tổ chức tương đương.",
			En: "“Any other kind” at 3.1 c of set 26 is an association, a federation, an operating centre or their like.",
		}},
		{ID: NumbersOfReceipts, Appendix: lang.Text{Vi: "Phụ lục III, Mẫu số 01", En: "Appendix III, form 01"}, Text: lang.Text{
			Vi: "Hai chỗ trống trước /PĐK- nhận 1 đến 20 chữ hoặc số; năm trong số phiếu là năm của ngày nhận; mã sản phẩm có số thứ tự 1 đến 6 chữ số.",
			En: "The two blanks before /PĐK- take 1 to 20 letters or digits; the year is that of the day of receipt; the number in a product code has 1 to 6 digits.",
		}},
		{ID: FiledOnReceipt, Article: "12.2", Text: lang.Text{
			Vi: "Ngày nộp là ngày UBND cấp xã tiếp nhận; hồ sơ còn soạn được xét theo ngày sẽ nộp.",
			En: "A dossier is filed on the day that the commune receives it; a draft is judged as of the day on which it is to be filed.",
		}},
		{ID: SamplesWithProposal, Article: "6.2.d", Text: lang.Text{
			Vi: "Thiếu 5 sản phẩm mẫu là lỗi từ khi xã đề nghị; trước đó chỉ nhắc.",
			En: "Fewer than 5 samples are an error once the commune proposes the dossier; before that a warning.",
		}},
		{ID: SentBackByAnyOffice, Article: "7.3.a", Text: lang.Text{
			Vi: "Không chỉ cấp tỉnh: UBND cấp xã và Bộ cũng có thể yêu cầu hoàn thiện hồ sơ.",
			En: "Not the province alone: the commune and the ministry may ask for a dossier to be completed too.",
		}},
		{ID: TakenBackBeforeOutcome, Article: "7.1", Text: lang.Text{
			Vi: "Chủ thể rút được hồ sơ khi chưa có kết quả.",
			En: "The producer may take a dossier back until there is an outcome.",
		}},
		{ID: RedoFromProposal, Article: "10.1.b", Text: lang.Text{
			Vi: "Phải đánh giá lại thì kết quả và quyết định công nhận của tỉnh không còn, hồ sơ trở về lúc xã đã đề nghị; sản phẩm 5 sao không thuộc diện này.",
			En: "An assessment to be done anew loses the province's result and recognition and starts from the commune's proposal; 5 stars are not of this kind.",
		}},
		{ID: OfficesAskedFor, Article: "7.3.b", Text: lang.Text{
			Vi: "Hội đồng thiếu đại diện một đơn vị mà quyết định kể tên thì chỉ bị nhắc, vì chỉ cơ quan lập Hội đồng biết ai thay mặt ai; cấp trung ương cũng vậy.",
			En: "An office that the decision names and nobody on a council stands for is a warning, as only those who set the council up know who stands for whom; so at the ministry too.",
		}},
		{ID: FirstAfterEnd, Article: "6.1.a", Text: lang.Text{
			Vi: "Giấy chứng nhận đã hết thời hạn thì sản phẩm có thể đăng ký như lần đầu; hồ sơ vẫn ghi lần công nhận trước.",
			En: "A product whose certificate has ended may be registered as for the first time; its dossier still tells of the earlier recognition.",
		}},
		{ID: UpgradeWhileInForce, Article: "7.5", Text: lang.Text{
			Vi: "Nâng hạng từ giấy chứng nhận đã hết thời hạn chỉ bị nhắc: có thể phải là đánh giá lại.",
			En: "An upgrade from a certificate that has expired is a warning: it may have to be a re-assessment.",
		}},
		{ID: AgainWithoutCouncil, Article: "6.3.b", Text: lang.Text{
			Vi: "Đánh giá lại sản phẩm 5 sao: hồ sơ gửi Bộ không bắt buộc có kết quả của Hội đồng cấp tỉnh.",
			En: "A re-assessment of 5 stars may go to the ministry without a result of the province's council.",
		}},
		{ID: ReplacedOnlyThen, Article: "7.5", Text: lang.Text{
			Vi: "Khi nâng hạng hoặc đánh giá lại, giấy chứng nhận cũ còn dùng đến khi sản phẩm được công nhận lần mới.",
			En: "In an upgrade and a re-assessment the old certificate stands until the product is recognised anew.",
		}},
		{ID: DayNotCounted, Article: "7.2", Text: lang.Text{
			Vi: "“Kể từ ngày”: chính ngày đó không tính, ngày kế tiếp là ngày thứ nhất; áp dụng cho mọi thời hạn.",
			En: "Of a period from a day on, that day itself does not count and the next is its first; so with every period.",
		}},
		{ID: LastDayOffKept, Article: "7.6.g", Text: lang.Text{
			Vi: "Hạn cuối rơi vào ngày nghỉ thì giữ nguyên: ai làm xong trước ngày đó thì đúng hạn theo cách hiểu nào cũng vậy.",
			En: "A last day that falls on a day off stays: who is done by then is in time by every reading.",
		}},
		{ID: LastDayOffMoved, Article: "7.6.g", Text: lang.Text{
			Vi: "Theo lựa chọn của người dùng: hạn cuối rơi vào ngày nghỉ thì lùi đến ngày làm việc kế tiếp, như Bộ luật Dân sự, Điều 148.",
			En: "By the caller's choice: a last day that falls on a day off moves to the next working day, as in the Civil Code, Article 148.",
		}},
		{ID: NextRound, Article: "5", Text: lang.Text{
			Vi: "Đề nghị gửi đúng ngày 30 thì thuộc đợt sau, và đợt phải xong chậm nhất là ngày 29: quyết định ghi “trước ngày 30”.",
			En: "What is proposed on the 30th itself goes to the next round, and a round ends on the 29th at the latest: the decision prints “before the 30th”.",
		}},
		{ID: EarlierRules, Article: "12.2", Text: lang.Text{
			Vi: "Hồ sơ nộp trước ngày 22/5/2026 mà chưa được đánh giá chỉ còn hạn cuối tại khoản 2 Điều 12; các hạn của Điều 5 và Điều 7 không áp dụng.",
			En: "A dossier filed before 22 May 2026 and not yet assessed has the last day of Article 12.2 alone, and none of those in Articles 5 and 7.",
		}},
		{ID: LastDayOfCertificate, Article: "4.3", Text: lang.Text{
			Vi: "36 tháng hết vào đúng ngày cấp của tháng cuối, tháng không có ngày đó thì ngày cuối tháng; ngày ấy còn hiệu lực, sau đó tự hết.",
			En: "36 months end on the day of the month on which it was issued, or the month's last; that day still counts, and then it lapses by itself.",
		}},
		{ID: PrintedEnd, Article: "12.1", Text: lang.Text{
			Vi: "Ngày hết thời hạn ghi trên giấy chứng nhận hoặc quyết định công nhận được dùng trước; không ghi thì tính 36 tháng.",
			En: "The end that a certificate or its decision prints counts first; 36 months where there is none.",
		}},
		{ID: LateFiling, Article: "12.3", Text: lang.Text{
			Vi: "Nộp hồ sơ đánh giá lại sau hạn thì giấy chứng nhận được kéo dài, kể cả khi nộp sau ngày hết thời hạn, miễn là trong 180 ngày đó: khoản 3 Điều 12 không buộc phải nộp trước ngày hết thời hạn.",
			En: "A re-assessment that is filed late extends the certificate, also where it is filed after the expiry and within the 180 days: Article 12.3 does not ask that it come before the expiry.",
		}},
		{ID: EndedNotRevived, Article: "12.3", Text: lang.Text{
			Vi: "Giấy chứng nhận đã hết thời hạn trước ngày 22/5/2026 thì không được kéo dài: khoản 3 Điều 12 nói “tiếp tục có hiệu lực”, và giấy đó không còn hiệu lực để tiếp tục.",
			En: "A certificate that ended before 22 May 2026 is not extended: Article 12.3 lets one go on, and that one had ended.",
		}},
		{ID: ExtendedOnce, Article: "12.3", Text: lang.Text{
			Vi: "Một giấy chứng nhận chỉ được kéo dài một lần.",
			En: "A certificate is extended once.",
		}},
		{ID: WithdrawnWhileInForce, Article: "8.1", Text: lang.Text{
			Vi: "Chỉ thu hồi giấy chứng nhận còn hiệu lực; giấy đã hết thời hạn thì không còn gì để thu hồi.",
			En: "Only a certificate in force is withdrawn; of one that has lapsed there is nothing to take back.",
		}},
	}
}
