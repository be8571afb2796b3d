package dev.sharedinbox.whatsapp.graph;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// Meta's Graph API, as far as we call it. The address is given with each call, because in the worlds with a
/// simulator it is known only once the server listens.
@RegisterRestClient(configKey = "graph", baseUri = "https://graph.facebook.com")
interface GraphClient {

    /// `POST /{version}/{phone-number-id}/messages`. The answer is read as text, because it need not be JSON.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<String> send(
            @Url String url, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, GraphMessage message);

    /// `POST /{version}/{phone-number-id}/block_users`.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<String> block(@Url String url, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, GraphBlock users);

    /// `DELETE /{version}/{phone-number-id}/block_users`.
    @DELETE
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<String> unblock(
            @Url String url, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, GraphBlock users);

    /// `GET /{version}/{media-id}`: where the file is just now; Meta checks that it is one of this number.
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    Uni<String> find(
            @Url String url,
            @QueryParam("phone_number_id") String number,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);
}
