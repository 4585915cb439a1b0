// Package frameworks shows package validation in servers of gin and echo. It is
// a module of its own, so that neither reaches who imports the library.
package frameworks

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gin-gonic/gin/binding"
	"github.com/go-playground/validator/v10"
	"github.com/labstack/echo/v5"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/validation"
)

// Request is what an office sends: dossiers in a struct of its own.
type Request struct {
	Office   string                     `json:"office" binding:"required" validate:"required"`
	Dossier  dossier.Dossier            `json:"dossier" binding:"required" validate:"required"`
	Earlier  *dossier.Dossier           `json:"earlier,omitempty"`
	ByNumber map[string]dossier.Dossier `json:"byNumber,omitempty" binding:"max=100,dive" validate:"max=100,dive"`
}

// Gin takes dossiers, lists of them and requests, and answers what is wrong as JSON.
func Gin() (http.Handler, error) {
	v, ok := binding.Validator.Engine().(*validator.Validate)
	if !ok {
		return nil, errors.New("gin validates with something else")
	}
	if err := validation.Register(v); err != nil {
		return nil, err
	}
	router := gin.New()
	router.POST("/dossier", ginTakes[dossier.Dossier])
	router.POST("/dossiers", ginTakes[[]dossier.Dossier])
	router.POST("/request", ginTakes[Request])
	return router, nil
}

func ginTakes[T any](c *gin.Context) {
	var x T
	if err := c.ShouldBindJSON(&x); err != nil {
		c.JSON(http.StatusUnprocessableEntity, validation.Problems(&x, err))
		return
	}
	c.Status(http.StatusNoContent)
}

// Echo does the same with a validator of its own.
func Echo() (http.Handler, error) {
	v, err := validation.New()
	if err != nil {
		return nil, err
	}
	e := echo.New()
	e.Validator = echoValidator{v}
	e.POST("/dossier", echoTakes[dossier.Dossier])
	e.POST("/dossiers", echoTakes[[]dossier.Dossier])
	e.POST("/request", echoTakes[Request])
	return e, nil
}

type echoValidator struct{ v *validator.Validate }

// Validate is asked for by echo. Struct takes no list, Var does.
func (e echoValidator) Validate(x any) error {
	if list, ok := x.(*[]dossier.Dossier); ok {
		return e.v.Var(list, "dive")
	}
	if err := e.v.Struct(x); err != nil {
		return echo.ErrBadRequest.Wrap(err)
	}
	return nil
}

func echoTakes[T any](c *echo.Context) error {
	var x T
	err := c.Bind(&x)
	if err == nil {
		err = c.Validate(&x)
	}
	if err != nil {
		return c.JSON(http.StatusUnprocessableEntity, validation.Problems(&x, err))
	}
	return c.NoContent(http.StatusNoContent)
}
