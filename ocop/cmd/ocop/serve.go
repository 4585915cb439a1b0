package main

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop/httpapi"
)

// How long the server waits. A document of 1 MiB, the largest there is, comes
// within a minute over a line of 150 kbit/s; a package of 100 MB over one of 14 Mbit/s.
const (
	waitForHead     = 10 * time.Second
	waitForDocument = time.Minute
	waitForAnswer   = 2 * time.Minute // from the head to the answer's last byte
	waitForNext     = 2 * time.Minute // on a connection kept open
	waitForEnd      = 10 * time.Second
	mostHead        = 16 << 10 // bytes
)

// serve runs the verb serve: the rules over HTTP until a signal comes.
func (c *command) serve(args []string) int {
	flags := pflag.NewFlagSet("serve", pflag.ContinueOnError)
	addr := flags.String("addr", "127.0.0.1:8026", "")
	library, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() > 0:
		return c.unusable("serve không nhận tệp: %s", "serve takes no file: %s", flags.Arg(0))
	}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		return c.unusable("Không mở được địa chỉ %s: %s", "Cannot listen at %s: %s", *addr, err)
	}
	signals := signalsHere()
	defer signal.Stop(signals)
	c.lang = c.user // it reports on nothing
	c.print(c.words("Đang phục vụ tại http://%s (mô tả ở /openapi.json). Nhấn Ctrl+C để dừng.", "Serving at http://%s (described at /openapi.json). Ctrl+C ends it."), listener.Addr())
	if _, err := c.stdout.Write(nil); err != nil {
		_ = listener.Close() // nobody learns the address
		return exitUnusable
	}
	log := slog.New(slog.NewTextHandler(c.stderr, nil))
	server := &http.Server{
		Handler:           httpapi.New(httpapi.Options{Library: library, Log: log}),
		ReadHeaderTimeout: waitForHead,
		ReadTimeout:       waitForDocument,
		WriteTimeout:      waitForAnswer,
		IdleTimeout:       waitForNext,
		MaxHeaderBytes:    mostHead,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	return c.serveUntil(signals, waitForEnd, server, listener)
}

// serveUntil serves until a signal comes, and then lets the requests that are
// there be answered, if
// that takes no longer than it has patience for; a second signal ends the command at once.
func (c *command) serveUntil(signals chan os.Signal, patience time.Duration, server *http.Server, listener net.Listener) int {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return c.unusable("Máy chủ dừng: %s", "The server stopped: %s", err)
	case s := <-signals:
		signal.Stop(signals)
		wait, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		if server.Shutdown(wait) == nil {
			return exitOK
		}
		_ = server.Close() // which cuts them
		number, _ := s.(syscall.Signal)
		return exitSignal + int(number)
	}
}

// signalsHere has the signals come here, and not end the command in the middle
// of an answer.
func signalsHere() chan os.Signal {
	signals := make(chan os.Signal, 1)
	for _, s := range endings() {
		signal.Reset(s) // takes it from endOnSignal
		signal.Notify(signals, s)
	}
	return signals
}
