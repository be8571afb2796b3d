// The bare fan-out with socket.io: whatever is posted is emitted to everybody. No sign-in, no access, nothing kept.
const http = require("http");
const { Server } = require("socket.io");
const server = http.createServer((request, response) => {
  let body = "";
  request.on("data", (part) => (body += part));
  request.on("end", () => {
    io.emit("event", body);
    response.end();
  });
});
const io = new Server(server, { transports: ["websocket"] });
server.listen(Number(process.argv[2]), () => console.log("ready"));
