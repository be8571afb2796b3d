package dev.sharedinbox.platform.failure;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;

/// Tells programs every code that any of our interfaces may answer with.
@Path("/v1/errors")
class ErrorCatalogueResource {

    @GET
    public List<Entry> errors() {
        return Arrays.stream(ErrorCode.values()).map(Entry::of).toList();
    }

    /// @param code the stable code
    /// @param actor who can do something about it: CLIENT, USER, ADMIN or NOBODY
    /// @param retryable whether the same request may succeed later without change
    /// @param httpStatus the status of a REST answer with this code
    record Entry(String code, ErrorCode.Actor actor, boolean retryable, int httpStatus) {

        static Entry of(ErrorCode code) {
            return new Entry(code.name(), code.actor(), code.retryable(), code.httpStatus());
        }
    }
}
