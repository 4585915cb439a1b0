// Package procedure holds the way of a dossier and of the certificate that it
// leads to: rounds, deadlines and the transition (Articles 4 to 8 and 12 of
// Decision 26/2026/QĐ-TTg), and the life of a certificate as steps that are
// possible or refused. It has no clock: the date is an argument.
package procedure
