import java.io.IOException;
import java.net.URI;

/// Bearer tokens of the demo world's users.
final class Tokens {

    private Tokens() {}

    static String of(URI base, String user) throws IOException {
        try (var connection = new Connection(base)) {
            var answer = new StringBuilder();
            if (connection.exchange(Connection.get("/dev/token?user=" + user), answer) != 200) {
                throw new IOException("there is no token for " + user);
            }
            return answer.toString().replaceAll(".*\"token\":\"([^\"]*)\".*", "$1");
        }
    }
}
