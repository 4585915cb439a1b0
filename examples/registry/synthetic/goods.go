package synthetic

import "strings"

// goods are the names of products, a product set a line after its number: each with the
// regions where it is at home, as regionsOf has them; none: everywhere.
const goods = `
1 Bưởi da xanh em, Bưởi Diễn r, Bưởi đỏ nr, Cam sành nm, Cam V2 rb, Vải thiều r, Nhãn lồng r, Nhãn xuồng cơm vàng em, Na dai nr, Thanh long ruột đỏ dem, Xoài cát m, Sầu riêng tem, Bơ sáp te, Chuối tiêu hồng r, Dưa lưới, Rau cải mèo n, Rau an toàn, Khoai lang mật, Su su nt, Hạt dẻ n, Dừa xiêm m, Măng tây dr, Nho xanh d
2 Thịt lợn đen n, Thịt trâu tươi n, Gà đồi nr, Gà thả vườn, Trứng gà thảo mộc, Trứng vịt biển c, Sữa dê tươi te, Tôm sú c, Cua biển c, Hàu sữa c, Cá lồng nt, Ba ba r
3 Gạo nếp nương n, Gạo Séng Cù n, Gạo tám thơm rb, Gạo nếp cái hoa vàng r, Gạo ST25 m, Gạo lứt đỏ, Gạo hữu cơ, Đậu xanh sơ chế bt, Lạc nhân bn, Hạt sen khô bm, Hạt điều nhân te, Hạt mắc ca sơ chế nt
4 Mật ong hoa nhãn r, Mật ong bạc hà n, Mật ong rừng nbt, Mật ong hoa cà phê t, Mật ong sú vẹt rc, Mật ong hoa tràm m, Mật hoa dừa m, Mật mía nb, Nấm hương khô n, Mộc nhĩ khô, Yến sào thô dm, Đông trùng hạ thảo khô
5 Xôi ngũ sắc n, Bánh chưng, Bánh tét bdem, Bánh cuốn nr, Nem nắm r, Chả cốm r, Bánh gai nrb, Bánh ít lá gai d, Giò lụa, Chè lam nr
6 Miến dong nr, Bún khô, Bún ngô n, Mỳ gạo r, Phở khô nrd, Bánh đa nem r, Bánh tráng dem, Hủ tiếu khô m, Bột sắn dây, Ngũ cốc dinh dưỡng, Bánh phồng tôm m, Bánh pía m, Cốm dẹp rm, Bánh khảo n, Bỏng gạo
7 Hoa quả sấy dẻo, Chuối sấy dẻo, Mít sấy tem, Xoài sấy dẻo dm, Khoai lang sấy, Măng khô nbt, Hồng treo gió nt, Mứt gừng bdm, Mứt dừa m, Hạt điều rang muối te, Lạc rang, Hạt mắc ca sấy nt, Sen sấy m, Dưa cải muối, Kẹo dừa m, Kẹo lạc rb, Tinh bột nghệ, Rau củ sấy
8 Thịt trâu gác bếp n, Lạp xưởng hun khói n, Lạp xưởng tươi em, Thịt lợn chua n, Giò bò b, Nem chua bdm, Chả mực rc, Chả cá c, Cá thu một nắng c, Mực một nắng c, Tôm khô c, Ruốc thịt, Khô cá lóc m, Khô cá sặc rằn m, Cá kho rb, Sữa chua rt, Yến chưng đường phèn dem, Bò một nắng td, Ong ngâm mật, Trứng vịt muối
9 Nước mắm cốt c, Nước mắm nhĩ c, Nước mắm cá cơm c, Mắm tôm c, Mắm ruốc c, Mắm tép rm, Tương nếp nrb, Tương đậu rb, Tương ớt, Nước tương m, Nước màu dừa dm
10 Hạt tiêu đen tedm, Tiêu sọ te, Hạt dổi n, Mắc khén n, Bột nghệ, Tỏi đen, Tỏi cô đơn rd, Hành tím sấy mb, Muối tôm e, Muối biển c, Muối ớt xanh dt, Quế thanh nd, Gừng sấy
11 Chè xanh nbt, Chè Shan tuyết s, Chè đinh n, Chè nõn tôm n, Chè ô long nt, Chè ướp sen rb, Hồng trà nt
12 Trà túi lọc giảo cổ lam n, Trà hoa cúc r, Trà sâm dây t, Trà hoa vàng nr, Trà atiso nt, Trà gừng, Trà lá sen m, Trà khổ qua bdm, Trà đinh lăng, Trà mãng cầu m, Chè dây n, Chè vằng b
13 Cà phê rang xay tdes, Cà phê bột tdbs, Cà phê hạt rang t, Cà phê phin giấy t, Cà phê hòa tan te, Bột ca cao tm, Sô cô la tem
14 Rượu ngô n, Rượu nếp nr, Rượu gạo, Rượu thóc n, Rượu đế m, Rượu nếp hương d
15 Rượu mơ n, Rượu cần tnb, Rượu vang nho d, Rượu sim cn, Rượu táo mèo n, Rượu dâu t, Rượu nếp cẩm, Rượu dừa m
16 Nước khoáng thiên nhiên nrbdt, Nước uống đóng chai
17 Nước cốt chanh dây t, Nước ép dứa nb, Nước ép nho d, Nước mía đóng chai, Nước dừa m, Sữa hạt sen m, Sữa ngô, Siro dâu tằm tr, Nước atiso t, Nước nha đam d, Nước rong biển c
18 Cao cà gai leo, Cao đinh lăng nrb, Cao chè vằng b, Viên tinh nghệ mật ong, Viên giảo cổ lam n, Cao an xoa te, Cao xạ đen nr, Viên rau má, Viên sâm dây t
19 Xà phòng thảo dược, Dầu gội bồ kết, Dầu dừa tinh khiết md, Son gấc r, Nước tắm thảo dược n, Kem nghệ, Muối ngâm chân thảo dược nc, Tinh chất bưởi dưỡng tóc
20 Tinh dầu sả, Tinh dầu tràm bm, Tinh dầu quế nd, Tinh dầu hồi n, Tinh dầu bưởi rem, Tinh dầu hương nhu nr, Sâm dây khô t, Ba kích khô n, Cà gai leo khô, Đương quy khô nt, Hoa hồi khô n, Nấm linh chi
21 Gốm trang trí rdem, Bình gốm rdem, Giỏ mây tre đan, Đèn mây tre đan r, Chiếu cói rbm, Túi cói rb, Giỏ lục bình m, Tranh thêu r, Tranh sơn mài re, Tượng gỗ mỹ nghệ, Nón lá rbd, Quạt giấy rb, Đồ đồng mỹ nghệ rb, Hương trầm bd, Tranh lá bồ đề rm, Đồ gỗ dừa m, Quà lưu niệm vỏ ốc c, Trống da rt
22 Vải thổ cẩm nbtd, Lụa tơ tằm rdt, Khăn dệt r, Khăn rằn m, Áo dài thêu rb, Túi thổ cẩm nt, Chăn bông r
23 Hoa lan hồ điệp, Hoa ly rt, Hoa cúc, Hoa hồng nrtm, Hoa sen rbm, Hoa tulip rt, Hoa đồng tiền rt
24 Cây mai vàng bdem, Đào cảnh nr, Quất cảnh rd, Bonsai sanh, Cây sung cảnh, Tùng la hán rn, Kiểng lá m, Hoa giấy cảnh m
25 Cá Koi rem, Cá cảnh bảy màu em, Cá chép cảnh r, Chim chào mào cảnh bde, Gà cảnh
26 Du lịch cộng đồng, Homestay, Du lịch sinh thái, Khu du lịch sinh thái, Điểm du lịch làng nghề rb, Du lịch vườn trái cây me, Làng du lịch cộng đồng nt, Du lịch rừng ngập mặn cm
`

// trades are what producers call themselves after, by product set from 1.
var trades = strings.Split(`rau quả
chăn nuôi
lúa gạo
mật ong
thực phẩm
bún miến
nông sản sấy
chế biến thực phẩm
nước mắm
gia vị
chè
trà thảo mộc
cà phê
rượu truyền thống
rượu đặc sản
nước uống
nước giải khát
dược liệu
mỹ phẩm thảo dược
tinh dầu
mỹ nghệ
dệt
hoa
cây cảnh
cá cảnh
du lịch`, "\n")

// setWeights are how many of 1,000 products fall in each set, from 1.
var setWeights = []int{120, 42, 78, 62, 22, 92, 110, 138, 50, 32, 55, 32, 36, 20, 12, 5, 15, 14, 11, 14, 44, 10, 6, 7, 3, 10}

// What names of producers are made of.
var (
	virtues   = strings.Split("An Phát,Bình Minh,Đại Thành,Hưng Thịnh,Minh Tâm,Ngọc Lan,Phú An,Quê Hương,Sông Xanh,Tâm Đức,Thành Công,Thiên Phúc,Trường Sinh,Việt Xanh,Xuân Hòa,Hoàng Gia,Đồng Tiến,Tân Lập,Hương Quê,Đất Lành", ",")
	nicknames = strings.Split("Hai Lúa,Ba Thơm,Tư Hiền,Năm Thuận,Sáu Lành,Bảy Mận,Tám Sen,Chín Ngọt,Út Bưởi,Mười Dừa,Bà Tám,Ông Tư,Cô Út,Cậu Ba,Chị Năm,Bà Mế,Anh Sơn,Chú Đồi,Cô Mai,Bác Trúc", ",")
)

// good is the name of products and where they are at home.
type good struct{ name, regions string }

// readGoods lists the goods by product set from 1.
func readGoods() (sets [26][]good) {
	for i, line := range strings.Split(strings.TrimSpace(goods), "\n") {
		_, line, _ = strings.Cut(line, " ")
		for text := range strings.SplitSeq(line, ", ") {
			sets[i] = append(sets[i], readGood(text))
		}
	}
	return sets
}

// readGood reads a name with its regions behind it, if it has any.
func readGood(text string) good {
	if i := strings.LastIndexByte(text, ' '); i > 0 && strings.Trim(text[i+1:], allRegions) == "" {
		return good{text[:i], text[i+1:]}
	}
	return good{text, ""}
}

// qualifiers tell two products of one producer and one name apart: what is packed in
// more ways than what is sold fresh or made by hand; none for what lives or is served.
func qualifiers(set int) []string {
	all := []string{"loại đặc biệt", "loại 1", "hộp quà", "gói tiện dụng", "truyền thống", "cao cấp"}
	switch sector(set) {
	case "V", "VI":
		return nil
	case "IV":
		return all[:2]
	}
	if set <= 2 {
		return all[:2]
	}
	return all
}
