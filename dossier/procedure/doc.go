// Package procedure holds the way of a dossier and of the certificate that it
// leads to: rounds, deadlines and the transition (Articles 4 to 8 and 12 of
// Decision 26/2026/QĐ-TTg), and the life of a certificate as steps that are
// possible or refused. It has no clock: the date is an argument.
//
// Deadlines tells what is due when: the commune's review in 15 working days (Article
// 7.2), the rounds of the province and the ministry (Article 5), re-assessment 180 to
// 120 days before a certificate of 36 months ends (Articles 4.3 and 7.6.a), and more;
// each with its article and, where the decision leaves something open, the reading
// of ours that the day rests on (package reading). Working days are Monday to Friday
// without the days off, which are built in for 2025 to 2027 and replaced by Holidays;
// the first day does not count. All other days are calendar days.
//
// A Life takes steps one by one. One that is not possible there is refused with a
// problem.List (LIFE-01 to LIFE-17) and leaves the Life as it was.
package procedure
