package dev.sharedinbox.simulator.graph.door;

/// A Graph call that Meta would refuse. The [GraphDoor] turns it into the error envelope.
public final class GraphRefusal extends RuntimeException {

    private final GraphCode code;
    private final String details;

    /// @param details what is wrong with this call
    public GraphRefusal(GraphCode code, String details) {
        super(code.title(), null, false, false);
        this.code = code;
        this.details = details;
    }

    /// Which of Meta's errors it is.
    public GraphCode code() {
        return code;
    }

    String details() {
        return details;
    }
}
