package dev.sharedinbox.team.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.SignIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SignInTest {

    private static final String VIEWER = "{ viewer { user { name email } role { name } workspace { name } } }";

    @Inject
    Database database;

    @ParameterizedTest
    @CsvSource({"POST,/graphql", "GET,/graphql", "GET,/v1/changes", "GET,/v1/anything", "GET,/ws/v1"})
    void noToken_isUnauthenticated(String method, String path) {
        assertUnauthenticated(given().request(method, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/metrics",
                "/q/openapi",
                "/graphql/schema.graphql",
                "/v1/errors",
                "/dev/token?user=maya"
            })
    void whatHoldsNoData_needsNoToken(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void expiredToken_isUnauthenticated() {
        var anHourAgo = Instant.now().minus(Duration.ofHours(1));

        assertUnauthenticated(ask(Jwt.subject("lena")
                .issuedAt(anHourAgo.minusSeconds(60))
                .expiresAt(anHourAgo)
                .sign()));
    }

    @Test
    void tokenThatWasGood_isUnauthenticatedFromItsEndOn() {
        var token = Jwt.subject("lena").expiresIn(Duration.ofSeconds(2)).sign();
        ask(token).then().statusCode(200);

        await().untilAsserted(() -> assertUnauthenticated(ask(token)));
    }

    @Test
    void tokenThatWasGood_isUnauthenticatedWithAnotherSignature() {
        var token = SignIn.tokenOf("lena");
        ask(token).then().statusCode(200);

        var signature = token.substring(token.lastIndexOf('.') + 1);
        assertUnauthenticated(ask(token.replace(signature, new StringBuilder(signature).reverse())));
    }

    @Test
    void tokenOfAnotherKey_isUnauthenticated() throws Exception {
        var otherKey = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();

        assertUnauthenticated(ask(Jwt.subject("lena").sign(otherKey)));
    }

    @Test
    void tokenOfAnotherIssuer_isUnauthenticated() {
        assertUnauthenticated(
                ask(Jwt.subject("lena").issuer("https://elsewhere.example").sign()));
    }

    @Test
    void unsignedToken_isUnauthenticated() {
        var claims = SignIn.tokenOf("lena").split("\\.")[1];
        var header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));

        assertUnauthenticated(ask(header + "." + claims + "."));
    }

    @Test
    void tokenSignedWithThePublicKeyAsASecret_isUnauthenticated() {
        var publicKey = ConfigProvider.getConfig().getValue("quarkus.oidc.public-key", String.class);

        assertUnauthenticated(ask(Jwt.subject("lena").signWithSecret(publicKey)));
    }

    @Test
    void userNobodyKnows_isUnauthenticated() {
        assertThat(viewer(Jwt.subject("stranger").sign()).errorCodes()).containsExactly("UNAUTHENTICATED");
    }

    @Test
    void formerUser_isUnauthenticatedAtOnce() {
        // Given
        var subject = newUser(DemoIds.WORKSPACE, DemoIds.AGENT_ROLE);
        var token = Jwt.subject(subject).sign();
        assertThat(viewer(token).errors()).isEmpty();

        // When
        database.run("update workspace_user set active = false where subject = $1", subject);

        // Then
        assertThat(viewer(token).errorCodes()).containsExactly("UNAUTHENTICATED");
    }

    @Test
    void userOfTwoWorkspaces_chooses() {
        // Given
        var subject = newUser(DemoIds.WORKSPACE, DemoIds.AGENT_ROLE);
        join(subject, DemoIds.OTHER_WORKSPACE, DemoIds.OTHER_ADMIN_ROLE);
        var token = Jwt.subject(subject).sign();
        var claiming = Jwt.subject(subject)
                .claim("workspace", DemoIds.OTHER_WORKSPACE.toString())
                .sign();

        // Then
        assertThat(workspace(given().auth().oauth2(token))).isEqualTo("Corner Market");
        assertThat(workspace(given().auth().oauth2(token).header("X-Workspace", DemoIds.OTHER_WORKSPACE)))
                .isEqualTo("Other Shop");
        assertThat(workspace(given().auth().oauth2(claiming))).isEqualTo("Other Shop");
        assertThat(workspace(given().auth().oauth2(claiming).header("X-Workspace", DemoIds.WORKSPACE)))
                .isEqualTo("Corner Market");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01900000-0000-7000-8000-000000000002", "not an id"})
    void workspaceOfOthers_isUnauthenticated(String workspace) {
        var response = post(given().auth().oauth2(SignIn.tokenOf("lena")).header("X-Workspace", workspace));

        assertThat(response.jsonPath().getList("errors.extensions.code")).containsExactly("UNAUTHENTICATED");
    }

    @Test
    void stranger_joinsTheWorkspaceThatTakesInTheirVerifiedDomain() {
        // Given
        var domain = openToDomain();
        var token = Jwt.subject("ida-" + domain)
                .claim("name", "Ida")
                .claim("email", "ida@" + domain.toUpperCase())
                .claim("email_verified", true)
                .sign();

        // When
        var answer = viewer(token);

        // Then
        assertThat(answer.text("viewer.user.name")).isEqualTo("Ida");
        assertThat(answer.text("viewer.role.name")).isEqualTo("Admin");
        assertThat(answer.text("viewer.workspace.name")).isEqualTo("Other Shop");
        assertThat(viewer(token).text("viewer.user.name")).isEqualTo("Ida");
    }

    @Test
    void strangerWithUnverifiedAddress_doesNotJoin() {
        var token = Jwt.subject("eve")
                .claim("email", "eve@" + openToDomain())
                .claim("email_verified", false)
                .sign();

        assertThat(viewer(token).errorCodes()).containsExactly("UNAUTHENTICATED");
    }

    private String openToDomain() {
        var domain = UUID.randomUUID() + ".example";
        database.run(
                "update workspace set auto_join_domain = $2, auto_join_role_id = $3 where id = $1",
                DemoIds.OTHER_WORKSPACE,
                domain,
                DemoIds.OTHER_ADMIN_ROLE);
        return domain;
    }

    private String newUser(UUID workspace, UUID role) {
        var subject = "user-" + UUID.randomUUID();
        join(subject, workspace, role);
        return subject;
    }

    private void join(String subject, UUID workspace, UUID role) {
        database.run(
                "insert into workspace_user (workspace_id, id, subject, name, role_id) values ($1, $2, $3, $3, $4)",
                workspace,
                UUID.randomUUID(),
                subject,
                role);
    }

    private static Answer viewer(String token) {
        return new GraphQl(token).query(VIEWER);
    }

    private static String workspace(RequestSpecification request) {
        return post(request).jsonPath().get("data.viewer.workspace.name");
    }

    private static Response ask(String token) {
        return post(given().auth().oauth2(token));
    }

    private static Response post(RequestSpecification request) {
        return request.contentType(ContentType.JSON)
                .body("{\"query\": \"" + VIEWER + "\"}")
                .post("/graphql");
    }

    private static void assertUnauthenticated(Response response) {
        response.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("code", equalTo("UNAUTHENTICATED"))
                .body("requestId", equalTo(response.header("X-Request-Id")));
    }
}
