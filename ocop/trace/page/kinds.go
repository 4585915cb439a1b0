package page

import (
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What can be wrong with an option.
var (
	notPicture = problem.Kind{Code: "SHOP-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tệp này không phải ảnh JPEG, PNG, GIF hay WebP.",
		En: "This file is no picture in JPEG, PNG, GIF or WebP.",
	}}
	largePicture = problem.Kind{Code: "SHOP-02", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Ảnh nặng {bytes} byte, quá {limit} byte; hãy thu nhỏ để điện thoại mở nhanh.",
		En: "The picture has {bytes} bytes, over {limit}; make it smaller, so that a phone opens it at once.",
	}}
	notAddress = problem.Kind{Code: "SHOP-03", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "“{address}” không phải địa chỉ web (https://… hoặc http://…).",
		En: "“{address}” is not a web address (https://… or http://…).",
	}}
	longAddress = problem.Kind{Code: "SHOP-04", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Địa chỉ dài {bytes} byte, quá {limit} byte; mã QR sẽ dày đến mức điện thoại khó đọc.",
		En: "The address has {bytes} bytes, over {limit}; a QR code of it would be too dense for phones.",
	}}
)

// Kinds lists the kinds of problem that this package reports.
func Kinds() []problem.Kind {
	return []problem.Kind{notPicture, largePicture, notAddress, longAddress}
}
