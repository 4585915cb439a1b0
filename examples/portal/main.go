// Portal serves an example of a portal on this computer: scoring by oneself, making
// and checking a dossier, taking it in, a council's outcome. All of it runs in the
// browser; this program only hands out files: go run ./examples/portal
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8026", "where to listen")
	asIs := flag.Bool("as-is", false, "serve wasm/npm as it stands, without building")
	flag.Parse()
	if err := run(*addr, *asIs); err != nil {
		log.Fatal(err)
	}
}

func run(addr string, asIs bool) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	root, err := moduleRoot(ctx)
	if err != nil {
		return err
	}
	if !asIs {
		if err := buildIfStale(ctx, root); err != nil {
			return err
		}
	}
	s, err := newPortal(root)
	if err != nil {
		return err
	}
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", addr)
	if err != nil {
		return err
	}
	fmt.Printf("http://%s/  (Ctrl+C để dừng, to stop)\n", listener.Addr())
	return serve(ctx, listener, s)
}

// serve answers until the context ends, then lets what is under way finish.
func serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      2 * time.Minute, // a module over a slow line
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    16 << 10,
	}
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		stopped <- server.Shutdown(grace)
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}
