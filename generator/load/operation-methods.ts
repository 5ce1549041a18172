/** The fields of a Path Item that hold an operation (OpenAPI 3.2, "Path Item Object"); no other version has more. */
export const operationMethods: ReadonlySet<string> = new Set([
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
]);
