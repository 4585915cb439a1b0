import { useOcop } from "@ocop-vn/ocop/react";

console.log(useOcop);
