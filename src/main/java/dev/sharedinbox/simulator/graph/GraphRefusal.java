package dev.sharedinbox.simulator.graph;

/// A Graph call that Meta would refuse. The [GraphDoor] turns it into the error envelope.
final class GraphRefusal extends RuntimeException {

    private final GraphCode code;
    private final String details;

    GraphRefusal(GraphCode code, String details) {
        super(code.title(), null, false, false);
        this.code = code;
        this.details = details;
    }

    GraphCode code() {
        return code;
    }

    String details() {
        return details;
    }
}
