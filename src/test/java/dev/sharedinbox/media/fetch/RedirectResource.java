package dev.sharedinbox.media.fetch;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/// A trusted server that sends whoever asks somewhere else.
@Path("/simulator/redirects")
public class RedirectResource {

    @GET
    public Response redirect(@QueryParam("to") String to) {
        return Response.status(Response.Status.FOUND).location(URI.create(to)).build();
    }
}
