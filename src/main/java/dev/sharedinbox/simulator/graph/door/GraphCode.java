package dev.sharedinbox.simulator.graph.door;

/// Meta's error codes as far as the simulator gives them.
public enum GraphCode {
    UNKNOWN_OBJECT(100, 33, 400, "Unsupported request. The object does not exist or cannot be loaded"),
    INVALID_PARAMETER(100, 0, 400, "Invalid parameter"),
    ACCESS_TOKEN(190, 463, 401, "Error validating access token"),
    SENDER_BLOCKED_CUSTOMER(130403, 0, 400, "Message failed to send because the recipient is blocked by the business"),
    THROUGHPUT(130429, 0, 400, "Rate limit hit"),
    SOMETHING_WENT_WRONG(131000, 0, 500, "Something went wrong"),
    MISSING_PARAMETER(131008, 0, 400, "Required parameter is missing"),
    PARAMETER_VALUE(131009, 0, 400, "Parameter value is not valid"),
    RECIPIENT_IS_SENDER(131021, 0, 400, "Recipient cannot be sender"),
    PAYMENT(131042, 0, 400, "Business eligibility payment issue"),
    OUTSIDE_WINDOW(131047, 0, 400, "Re-engagement message"),
    UNSUPPORTED_TYPE(131051, 0, 400, "Unsupported message type"),
    MEDIA_REJECTED(131053, 0, 400, "Media upload error"),
    PAIR_RATE(131056, 0, 400, "(Business Account, Consumer Account) pair rate limit hit"),
    TEMPLATE_PARAMETER_COUNT(132000, 0, 400, "Number of parameters does not match the expected number of params"),
    TEMPLATE_UNKNOWN(132001, 0, 404, "Template name does not exist in the translation"),
    TEMPLATE_TOO_LONG(132005, 0, 400, "Translated text too long"),
    TEMPLATE_PARAMETER_FORMAT(132012, 0, 400, "Parameter format does not match format in the created template"),
    TEMPLATE_PAUSED(132015, 0, 400, "Template is paused"),
    TEMPLATE_DISABLED(132016, 0, 400, "Template is disabled"),
    SERVER_UNAVAILABLE(133004, 0, 503, "Server temporarily unavailable"),
    BLOCK_FAILED(139100, 0, 400, "Failed to block/unblock some users");

    private final int code;
    private final int subcode;
    private final int httpStatus;
    private final String title;

    /// @param subcode 0 where Meta gives none
    GraphCode(int code, int subcode, int httpStatus, String title) {
        this.code = code;
        this.subcode = subcode;
        this.httpStatus = httpStatus;
        this.title = title;
    }

    /// Meta's `code`.
    public int code() {
        return code;
    }

    int subcode() {
        return subcode;
    }

    /// The status of the answer.
    public int httpStatus() {
        return httpStatus;
    }

    /// Meta's words for it.
    public String title() {
        return title;
    }

    /// Whether the same call may succeed later, which is what Meta's `is_transient` says.
    boolean isTransient() {
        return httpStatus >= 500 || this == THROUGHPUT || this == PAIR_RATE;
    }
}
