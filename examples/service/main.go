// Service keeps dossiers in PostgreSQL and answers the rules beside them, behind
// gin: go run . -db postgres:///ocop
package main

import (
	"context"
	"errors"
	"flag"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8027", "where to listen")
	db := flag.String("db", os.Getenv("DATABASE_URL"), "the database")
	flag.Parse()
	if err := run(*addr, *db); err != nil {
		log.Fatal(err)
	}
}

func run(addr, db string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	pool, err := pgxpool.New(ctx, db)
	if err != nil {
		return err
	}
	defer pool.Close()
	store := Store{pool}
	if err := store.Prepare(ctx); err != nil {
		return err
	}
	server := &http.Server{
		Addr:              addr,
		Handler:           NewRouter(store),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		WriteTimeout:      2 * time.Minute,
	}
	go func() {
		<-ctx.Done()
		wait, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		_ = server.Shutdown(wait) // what is not answered by then is cut
	}()
	log.Printf("http://%s", addr)
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
