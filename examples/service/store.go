package main

import (
	"context"
	"encoding/json"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Store keeps dossiers that have no error, each with what follows from its
// producer's own claims.
type Store struct{ pool *pgxpool.Pool }

// The two indexes serve every search by what a document holds (@>).
const tables = `
create table if not exists dossiers (
	id       bigint generated always as identity primary key,
	stored   timestamptz not null default now(),
	document jsonb not null,
	result   jsonb not null
);
create index if not exists dossiers_document on dossiers using gin (document jsonb_path_ops);
create index if not exists dossiers_result on dossiers using gin (result jsonb_path_ops);`

// Prepare makes the table where it is not there.
func (s Store) Prepare(ctx context.Context) error {
	_, err := s.pool.Exec(ctx, tables)
	return err
}

// Save stores a dossier and returns its id and its warnings. A document that is
// no dossier, or has an error, is not stored; the error is then a problem.List.
func (s Store) Save(ctx context.Context, document []byte) (id int64, warnings problem.List, err error) {
	e, err := ocop.Evaluate(document)
	if err != nil {
		return 0, nil, err
	}
	if e.Dossier == nil { // a sheet: tell what it lacks to be a dossier
		return 0, nil, new(ocop.Library).Validate(ocop.DocumentDossier, document)
	}
	const insert = `insert into dossiers (document, result) values ($1, $2) returning id`
	err = s.pool.QueryRow(ctx, insert, document, e.Result.AppendJSON(nil)).Scan(&id)
	return id, e.Warnings, err
}

// Get is a dossier as it was stored; pgx.ErrNoRows where there is none.
func (s Store) Get(ctx context.Context, id int64) (document json.RawMessage, err error) {
	err = s.pool.QueryRow(ctx, `select document from dossiers where id = $1`, id).Scan(&document)
	return document, err
}

// Filter chooses dossiers; what is zero does not.
type Filter struct {
	Province string `form:"province"` // its code
	Set      int    `form:"set"`      // product set
	Star     int    `form:"star"`     // that the producer claims
}

// Found is a dossier in a list.
type Found struct {
	ID       int64     `json:"id"`
	Stored   time.Time `json:"stored"`
	Product  string    `json:"product"`
	Province string    `json:"province"`
	Set      int       `json:"set"`
	Star     *int      `json:"star"` // null where the claims come to none
}

// Find lists dossiers, the newest first.
func (s Store) Find(ctx context.Context, f Filter) ([]Found, error) {
	document, result := map[string]any{}, map[string]any{}
	if f.Province != "" {
		document["registration"] = map[string]any{"province": f.Province}
	}
	if f.Set != 0 {
		document["product"] = map[string]any{"set": f.Set}
	}
	if f.Star != 0 {
		result["star"] = f.Star
	}
	const find = `
select id, stored, document #>> '{product,name}' as product, document #>> '{registration,province}' as province,
	(document #> '{product,set}')::int as "set", (nullif(result -> 'star', 'null'))::int as star
from dossiers
where document @> $1 and result @> $2
order by id desc limit 100`
	rows, err := s.pool.Query(ctx, find, document, result)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowToStructByName[Found])
}
