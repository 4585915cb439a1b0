package shape

// Choices are the values that a tag asks one of, where they are too many to
// stand in the tag; nil for another tag.
func Choices(tag string) []string {
	switch tag {
	case "ocop_channel":
		return channels[:]
	case "ocop_council_office":
		return councilOffices[:]
	case "ocop_evidence_kind":
		return evidenceKinds[:]
	case "ocop_exempt_paper":
		return exemptPapers[:]
	case "ocop_ground":
		return grounds[:]
	case "ocop_media_type":
		names := make([]string, len(mediaTypes))
		for i := range mediaTypes {
			names[i] = mediaTypes[i].Name
		}
		return names
	case "ocop_producer_kind":
		return producerKinds[:]
	}
	return nil
}

// ChoiceTags are the tags that have Choices.
func ChoiceTags() []string {
	return []string{"ocop_channel", "ocop_council_office", "ocop_evidence_kind", "ocop_exempt_paper", "ocop_ground", "ocop_media_type", "ocop_producer_kind"}
}

// evidenceKinds are the rows of form 02's table of evidence and those beside it.
var evidenceKinds = [...]string{
	"awards",
	"barcode-and-tracing",
	"business-growth",
	"business-registration",
	"disability",
	"environment-and-technology",
	"exemption",
	"food-safety-certificate",
	"intellectual-property",
	"local-labour",
	"market-development",
	"materials-and-linkage",
	"other",
	"place-recognition",
	"production-certificate",
	"promotion",
	"quality-declaration",
	"quality-management",
	"story",
	"test-report",
}

// exemptPapers are those that a box of form 02.I.7 or a gate asks for and not
// every producer has to have.
var exemptPapers = [...]string{
	"business-registration",
	"food-safety-certificate",
	"production-certificate",
	"quality-declaration",
}

// producerKinds are the kinds of organisation of Article 2.3.
var producerKinds = [...]string{
	"cooperative",
	"cooperative-group",
	"enterprise",
	"farm",
	"production-household",
	"registered-household",
	"association",
	"federation",
	"operating-centre",
	"equivalent",
}

// channels are the ways in which products are sold.
var channels = [...]string{
	"supermarket",
	"convenience-store",
	"e-commerce",
	"shop",
	"export",
}

// councilOffices are the offices of Articles 7.3.b and 7.4.b.
var councilOffices = [...]string{
	"leadership",
	"agriculture-environment",
	"industry-trade",
	"health",
	"science-technology",
	"culture-sports-tourism",
	"food-safety",
	"ocop-office",
	"specialised-agency",
	"expert",
	"invited-association",
	"invited-organisation",
}

// grounds are those of Article 8.1, in its order.
var grounds = [...]string{
	"untruthful",
	"criteria-unmet",
	"law-broken",
	"mark-misused",
	"not-producing",
	"other-authority",
}
