package dev.sharedinbox.chat.bulk;

import static org.awaitility.Awaitility.await;

import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.GraphQl;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A seeded user who does deeds on many chats.
record BulkUser(GraphQl api) {

    static BulkUser called(String name) {
        return new BulkUser(GraphQl.as(name));
    }

    /// Ask for a deed, under a key of its own.
    Answer does(String deed, Map<String, ?> more) {
        return asks(UUID.randomUUID().toString(), deed, more);
    }

    Answer asks(String key, String deed, Map<String, ?> more) {
        var answer = sends(key, deed, more);
        answer.then().statusCode(200);
        return new Answer(answer.jsonPath());
    }

    Response sends(String key, String deed, Map<String, ?> more) {
        var input = new HashMap<String, Object>(more);
        input.put("clientRequestId", key);
        input.put("deed", deed);
        return api.send("""
                mutation ($input: BulkChatsInput!) {
                  bulkChats(input: $input) { job { id deed state total done refused } errors { code path message } }
                }
                """, Map.of("input", input));
    }

    /// The codes of why a deed is refused as a whole, or that of the failure.
    List<String> isRefused(String deed, Map<String, ?> more) {
        var answer = does(deed, more);
        return answer.errors().isEmpty() ? answer.userErrorCodes("bulkChats") : answer.errorCodes();
    }

    /// Where the fault of a refused deed is.
    List<String> faultOf(String deed, Map<String, ?> more) {
        return does(deed, more).<List<List<String>>>get("bulkChats.errors.path").getFirst();
    }

    Answer cancel(String job) {
        return api.query("""
                mutation ($input: CancelBulkJobInput!) {
                  cancelBulkJob(input: $input) { job { state done } errors { code } }
                }
                """, Map.of("input", Map.of("jobId", job)));
    }

    /// A job as it is now; null when it is not one of the user's.
    Map<String, Object> job(String job) {
        return api.query("query ($id: ID!) { bulkJob(id: $id) { state total done refused } }", Map.of("id", job))
                .get("bulkJob");
    }

    List<String> jobs() {
        return api.query("{ bulkJobs { id } }").list("bulkJobs.id");
    }

    boolean isUnderWay(String job) {
        return job(job).get("state").equals("RUNNING");
    }

    /// Wait until a job has ended; the job.
    Map<String, Object> whenEnded(String job) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !isUnderWay(job));
        return job(job);
    }

    List<Map<String, Object>> results(String job, boolean refusedOnly) {
        return api.query(
                        "query ($id: ID!, $refused: Boolean) { bulkResults(jobId: $id, refusedOnly: $refused)"
                                + " { chatId done code } }",
                        Map.of("id", job, "refused", refusedOnly))
                .list("bulkResults");
    }
}
