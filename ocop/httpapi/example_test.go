package httpapi_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/httpapi"
)

// The handler stands below a path of the program's own.
func ExampleNew() {
	mux := http.NewServeMux()
	mux.Handle("/ocop/", http.StripPrefix("/ocop", httpapi.New(httpapi.Options{})))
	server := httptest.NewServer(mux) // in a program http.Server, with its ReadTimeout
	defer server.Close()

	sheet := strings.NewReader(`{"edition": "qd26-2026", "set": 13, "answers": {"1.1": "z"}}`)
	answer, err := http.Post(server.URL+"/ocop/v1/score", "application/json", sheet)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer answer.Body.Close() //nolint:errcheck // read to its end
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(answer.StatusCode, answer.Header.Get("Content-Type"))
	fmt.Println(strings.Contains(string(body), `"code":"SHEET-03"`))
	// Output:
	// 422 application/problem+json
	// true
}
