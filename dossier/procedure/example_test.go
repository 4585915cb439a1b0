package procedure_test

import (
	"fmt"
	"log"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// A dossier that a commune received on 24 August 2026, looked at a month later.
func ExampleDeadlines() {
	filed := procedure.Milestones{Application: procedure.ApplicationFirst, Filed: civil.Date{Year: 2026, Month: 8, Day: 24}}
	for _, d := range procedure.Deadlines(filed, procedure.Options{On: civil.Date{Year: 2026, Month: 9, Day: 24}}) {
		fmt.Println(d.Key, d.By, "Article", d.Article, d.State, d.Reading)
	}
	// Output: commune-review 2026-09-17 Article 7.2 missed
}

// 15 working days over the National Day, with the days off that are built in and with
// one more that a province gave.
func ExampleAddWorkingDays() {
	filed := civil.Date{Year: 2026, Month: 8, Day: 24}
	fmt.Println(procedure.AddWorkingDays(filed, procedure.CommuneWorkingDays, nil))

	days := procedure.KnownHolidays()
	year := days.In(2026)
	year.Off = append(year.Off, civil.Date{Year: 2026, Month: 9, Day: 8})
	days[2026] = year
	fmt.Println(procedure.AddWorkingDays(filed, procedure.CommuneWorkingDays, days))
	// Output:
	// 2026-09-17
	// 2026-09-18
}

// When to file for re-assessment of a certificate, and what becomes of one whose
// holder is late.
func ExampleRenewalWindow() {
	expiry := procedure.Expiry(civil.Date{Year: 2026, Month: 8, Day: 5})
	first, last := procedure.RenewalWindow(expiry)
	fmt.Println("expires", expiry, "file from", first, "to", last)
	late := procedure.ExtensionOf(expiry, last.AddDays(1))
	fmt.Println(late.Late, late.Runs(), late.Until)
	// Output:
	// expires 2029-08-05 file from 2029-02-06 to 2029-04-07
	// true true 2030-02-01
}

// A life goes on by steps; one that is not possible leaves it as it was.
func ExampleLife_Take() {
	life := procedure.Life{Application: procedure.ApplicationFirst}
	for _, s := range []procedure.Step{
		{Kind: procedure.StepFile, On: civil.Date{Year: 2026, Month: 6, Day: 1}},
		{Kind: procedure.StepPropose, On: civil.Date{Year: 2026, Month: 6, Day: 18}},
		{Kind: procedure.StepScoreByProvince, On: civil.Date{Year: 2026, Month: 7, Day: 15}, Total: "92.4", Star: 5},
	} {
		var err error
		if life, err = life.Take(s); err != nil {
			log.Fatal(err)
		}
	}
	_, err := life.Take(procedure.Step{Kind: procedure.StepRecognise, On: civil.Date{Year: 2026, Month: 7, Day: 20}, By: "province"})
	fmt.Println(err)
	fmt.Println(life.Stage(), life.Star(), life.Next(civil.Date{}))
	// Output:
	// LIFE-03 : 5 stars are for the ministry to decide (Article 4.1).
	// province-scored 5 [send-on refuse take-back redo]
}

// The rounds that what is proposed today reaches.
func ExampleProvinceRound() {
	proposed := civil.Date{Year: 2026, Month: 9, Day: 10}
	fmt.Println(procedure.ProvinceRound(proposed))
	fmt.Println(procedure.MinistryRound(proposed))
	// Output:
	// {2 2026-10-30 2026-12-30}
	// {2 2027-01-30 2027-03-30}
}
