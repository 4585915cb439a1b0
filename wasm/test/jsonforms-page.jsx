// A page that JSON Forms draws a form on, with the renderers it comes with.

import { createRoot } from "react-dom/client";
import { JsonForms } from "@jsonforms/react";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";

const place = createRoot(document.querySelector("main"));

/** Draws a form; what it holds stands in globalThis.form. */
globalThis.draw = (key, schema, uischema, data) =>
  place.render(
    <JsonForms
      key={key}
      schema={schema}
      uischema={uischema}
      data={data}
      renderers={vanillaRenderers}
      cells={vanillaCells}
      onChange={({ data, errors }) => (globalThis.form = { key, data, errors })}
    />,
  );
