// The bare fan-out with ws: whatever is posted goes to every socket as it is. No sign-in, no access, nothing kept.
const http = require("http");
const { WebSocketServer } = require("ws");
const server = http.createServer((request, response) => {
  let body = "";
  request.on("data", (part) => (body += part));
  request.on("end", () => {
    for (const client of sockets.clients) client.send(body);
    response.end();
  });
});
const sockets = new WebSocketServer({ server });
server.listen(Number(process.argv[2]), () => console.log("ready"));
