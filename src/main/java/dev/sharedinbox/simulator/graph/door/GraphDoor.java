package dev.sharedinbox.simulator.graph.door;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sharedinbox.simulator.webhook.Pause;
import dev.sharedinbox.simulator.world.Faults;
import dev.sharedinbox.simulator.world.SimulatorConfig;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Every Graph call comes through here: the access token is checked, the faults of the whole are made, and a refusal
/// becomes Meta's error envelope.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
public class GraphDoor {

    private final Faults faults;
    private final SimulatorConfig config;
    private final SecureRandom random = new SecureRandom();

    GraphDoor(Faults faults, SimulatorConfig config) {
        this.faults = faults;
        this.config = config;
    }

    /// Let a call in: without its token, or in trouble that was asked for, it is answered as Meta would.
    ///
    /// @param authorization the header of that name
    public Uni<Response> enter(@Nullable String authorization, Supplier<Uni<Response>> work) {
        return Uni.createFrom()
                .deferred(() -> switch (faults.graph()) {
                    case NONE -> permitted(authorization, work);
                    case SLOW -> Pause.of(config.slow()).chain(() -> permitted(authorization, work));
                    case RUBBISH -> Uni.createFrom().item(GraphDoor::rubbish);
                    case HTTP_500 -> refused(GraphCode.SOMETHING_WENT_WRONG, "Something went wrong.");
                    case TOKEN_EXPIRED -> refused(GraphCode.ACCESS_TOKEN, "The session has expired.");
                    case RATE_LIMITED -> refused(GraphCode.THROUGHPUT, "Message failed to send: too many messages.");
                })
                .onFailure(GraphRefusal.class)
                .recoverWithItem(failure -> envelope((GraphRefusal) failure));
    }

    private Uni<Response> permitted(@Nullable String authorization, Supplier<Uni<Response>> work) {
        return ("Bearer " + config.accessToken()).equals(authorization)
                ? work.get()
                : refused(GraphCode.ACCESS_TOKEN, "The access token could not be decrypted.");
    }

    private static Uni<Response> refused(GraphCode code, String details) {
        return Uni.createFrom().failure(new GraphRefusal(code, details));
    }

    private static Response rubbish() {
        return Response.ok("<html><body>Sorry, something went wrong.</body></html>", MediaType.TEXT_HTML)
                .build();
    }

    private Response envelope(GraphRefusal refusal) {
        var code = refusal.code();
        var body = JsonNodeFactory.instance.objectNode();
        var error = body.putObject("error")
                .put("message", "(#" + code.code() + ") " + code.title())
                .put("type", "OAuthException")
                .put("code", code.code());
        error.putObject("error_data").put("messaging_product", "whatsapp").put("details", refusal.details());
        if (code.subcode() != 0) {
            error.put("error_subcode", code.subcode());
        }
        error.put("is_transient", code.isTransient()).put("fbtrace_id", traceId());
        return Response.status(code.httpStatus())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }

    private String traceId() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return "A" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
