package dev.sharedinbox.simulator;

import dev.sharedinbox.simulator.graph.BlockedCustomers;
import dev.sharedinbox.simulator.world.BusinessNumber;
import dev.sharedinbox.simulator.world.Customer;
import dev.sharedinbox.simulator.world.Customers;
import dev.sharedinbox.simulator.world.SimulatorConfig;
import dev.sharedinbox.simulator.world.Trouble;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes customers write, and makes them trouble.
@Path("/simulator/customers/{phone}")
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class CustomersResource {

    private final Customers customers;
    private final CustomerVoice voice;
    private final BlockedCustomers blocked;
    private final SimulatorConfig config;

    CustomersResource(Customers customers, CustomerVoice voice, BlockedCustomers blocked, SimulatorConfig config) {
        this.customers = customers;
        this.voice = voice;
        this.blocked = blocked;
        this.config = config;
    }

    /// A customer writes. The answer comes when the product has taken the webhook; it is tried again in the background
    /// when it has not.
    @POST
    @Path("/messages")
    public Uni<Response> write(@PathParam("phone") String phone, @Nullable CustomerMessage message) {
        var wanted = message == null ? CustomerMessage.ofText("Hello!") : message;
        var customer = customers.withPhone(phone);
        var number = BusinessNumber.withId(
                wanted.businessNumberId() == null ? BusinessNumber.SALES.id() : wanted.businessNumberId());
        var kind = MessageKind.ofWord(wanted.type() == null ? "text" : wanted.type());
        if (customer.isEmpty()) {
            return now(noPhone());
        }
        if (number.isEmpty()) {
            return now(Problem.badRequest("There is no such businessNumberId. There are: "
                    + BusinessNumber.all().stream().map(BusinessNumber::id).collect(Collectors.joining(", ")) + "."));
        }
        if (kind.isEmpty()) {
            return now(Problem.badRequest("There is no such type. There are: "
                    + Arrays.stream(MessageKind.values()).map(MessageKind::word).collect(Collectors.joining(", "))
                    + "; for anything else give it as raw."));
        }
        if (blocked.isBlocked(number.get(), customer.get())) {
            return now(Problem.conflict("The business number has blocked this customer."));
        }
        var written = voice.write(customer.get(), number.get(), kind.get(), wanted);
        return written.delivery()
                .within(config.deliveries().patience())
                .map(answer -> WebhookAnswers.tell(answer, written.messageId()));
    }

    @GET
    @NonBlocking
    public Response show(@PathParam("phone") String phone) {
        return customers
                .withPhone(phone)
                .map(customer -> Response.ok(new View(customer, customers.troubleOf(customer)))
                        .build())
                .orElseGet(CustomersResource::noPhone);
    }

    @PUT
    @Path("/trouble")
    @NonBlocking
    public Response make(@PathParam("phone") String phone, @Nullable TroubleRequest request) {
        var customer = customers.withPhone(phone);
        if (customer.isEmpty()) {
            return noPhone();
        }
        if (request == null || request.trouble() == null) {
            return Problem.badRequest("Say which trouble; GET /simulator names them.");
        }
        customers.make(customer.get(), request.trouble());
        return Response.ok(request).build();
    }

    /// @param trouble what the customer makes from now on
    record TroubleRequest(@Nullable Trouble trouble) {}

    /// What there is to know about a customer.
    record View(Customer customer, Trouble trouble) {}

    private static Response noPhone() {
        return Problem.badRequest("That is no phone number: seven to fifteen digits are expected.");
    }

    private static Uni<Response> now(Response response) {
        return Uni.createFrom().item(response);
    }
}
