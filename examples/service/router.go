package main

import (
	"errors"
	"io"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"
	"github.com/jackc/pgx/v5"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/httpapi"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// NewRouter has the rules under /ocop, and the dossiers that are kept.
func NewRouter(store Store) *gin.Engine {
	r := gin.New()
	r.Use(gin.Recovery())
	r.Any("/ocop/*path", gin.WrapH(http.StripPrefix("/ocop", httpapi.New(httpapi.Options{}))))
	r.POST("/dossiers", func(c *gin.Context) { save(c, store) })
	r.GET("/dossiers", func(c *gin.Context) { find(c, store) })
	r.GET("/dossiers/:id", func(c *gin.Context) { get(c, store) })
	return r
}

func save(c *gin.Context, store Store) {
	limit := ocop.DocumentDossier.MaxBytes()
	document, err := io.ReadAll(http.MaxBytesReader(c.Writer, c.Request.Body, limit))
	if over := (*http.MaxBytesError)(nil); errors.As(err, &over) {
		err = problem.List{strictjson.TooLarge(int(limit))}
	} else if err != nil {
		refuse(c, http.StatusBadRequest)
		return
	}
	var id int64
	var warnings problem.List
	if err == nil {
		id, warnings, err = store.Save(c, document)
	}
	var problems problem.List
	switch {
	case errors.As(err, &problems):
		httpapi.Refuse(c.Writer, c.Request, problems)
	case err != nil:
		fail(c, err)
	default:
		c.Header("Location", "/dossiers/"+strconv.FormatInt(id, 10))
		c.JSON(http.StatusCreated, gin.H{"id": id, "problems": warnings})
	}
}

func find(c *gin.Context, store Store) {
	var f Filter
	if c.ShouldBindQuery(&f) != nil {
		refuse(c, http.StatusBadRequest)
		return
	}
	found, err := store.Find(c, f)
	if err != nil {
		fail(c, err)
		return
	}
	c.JSON(http.StatusOK, gin.H{"dossiers": found})
}

func get(c *gin.Context, store Store) {
	id, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil {
		refuse(c, http.StatusNotFound)
		return
	}
	document, err := store.Get(c, id)
	switch {
	case errors.Is(err, pgx.ErrNoRows):
		refuse(c, http.StatusNotFound)
	case err != nil:
		fail(c, err)
	default:
		c.Data(http.StatusOK, "application/json", document)
	}
}

// fail notes what went wrong inside, and tells no more than that.
func fail(c *gin.Context, err error) {
	_ = c.Error(err)
	refuse(c, http.StatusInternalServerError)
}

// refuse answers with a status that says all there is to say (RFC 9457, 4.2.1).
func refuse(c *gin.Context, status int) {
	c.Header("Content-Type", "application/problem+json")
	c.JSON(status, gin.H{"type": "about:blank", "title": http.StatusText(status), "status": status})
}
