// PostGraphile over the product's own tables and indexes, without any access rules.
const http = require("node:http");
const { postgraphile } = require("postgraphile");
const pool = new (require("pg").Pool)({ max: 24 });
http.createServer(postgraphile(pool, "public", { disableQueryLog: true, graphqlRoute: "/graphql" }))
  .listen(+process.argv[2], () => console.log("listening"));
