package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page of any site can send a simple request, and functions run with the developer's credentials. */
final class CrossSiteTest {
    private static final String ALLOWED = "https://app.example.com";

    @TempDir
    private Path directory;

    private Demo demo;

    @BeforeEach
    void start() throws IOException {
        demo = Demo.start(directory);
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    GET  | cross-site | ``                          | no-cors  | image    | A page of another site sent the request (Sec-Fetch-Site: cross-site)
                    GET  | same-site  | ``                          | no-cors  | empty    | A page of another site sent the request (Sec-Fetch-Site: same-site)
                    GET  | cross-site | ``                          | navigate | iframe   | A page of another site sent the request (Sec-Fetch-Site: cross-site)
                    POST | cross-site | ``                          | navigate | document | A page of another site sent the request (Sec-Fetch-Site: cross-site)
                    POST | cross-site | https://evil.example        | navigate | document | Origin https://evil.example is neither this gateway's nor allowed by the CORS configuration
                    POST | cross-site | https://evil.example        | no-cors  | empty    | Origin https://evil.example is neither this gateway's nor allowed by the CORS configuration
                    GET  | cross-site | https://evil.example        | cors     | empty    | Origin https://evil.example is neither this gateway's nor allowed by the CORS configuration
                    POST | cross-site | null                        | no-cors  | empty    | Origin null is neither this gateway's nor allowed by the CORS configuration
                    POST | same-site  | http://localhost:3000       | no-cors  | empty    | Origin http://localhost:3000 is neither this gateway's nor allowed by the CORS configuration
                    POST | ``         | https://evil.example        | ``       | ``       | Origin https://evil.example is neither this gateway's nor allowed by the CORS configuration
                    """)
    void pageOfAnotherSiteDoesNotRunAFunction(
            String method, String site, String origin, String mode, String dest, String why) throws IOException {
        String answer = send(method, site, origin, mode, dest);
        assertThat(answer).startsWith("HTTP/1.1 403 Forbidden\r\n").endsWith("\r\n\r\n{\"message\":\"Forbidden\"}");
        assertThat(demo.accessLog())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\"routeKey\":\"" + method + " /echo\"", "\"status\":\"403\"")
                        .contains("\"error\":\"" + why + "\"", "\"functionStatus\":\"-\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    GET  | ``          | ``                      | ``       | ``
                    GET  | none        | ``                      | navigate | document
                    GET  | cross-site  | ``                      | navigate | document
                    GET  | same-origin | ``                      | cors     | empty
                    POST | same-origin | http://localhost:8080   | cors     | empty
                    POST | same-origin | http://localhost:5173   | cors     | empty
                    POST | ``          | http://LOCALHOST:8080   | ``       | ``
                    POST | cross-site  | https://app.example.com | cors     | empty
                    GET  | same-site   | https://app.example.com | cors     | empty
                    """)
    void ownPagesAllowedOriginsFollowedLinksAndPlainClientsDo(
            String method, String site, String origin, String mode, String dest) throws IOException {
        assertThat(send(method, site, origin, mode, dest)).startsWith("HTTP/1.1 200 OK\r\n");
    }

    @Test
    void hostOfAnotherSiteIsNamedInTheLog() throws IOException {
        demo.raw("GET /echo HTTP/1.1\nHost: evil.example\nConnection: close\n\n");
        assertThat(demo.accessLog())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\"error\":\"Host is not localhost, 127.0.0.1 or [::1]\"", "\"status\":\"403\""));
    }

    @Test
    void pageThatIsFetchedAheadIsNoVisit() throws IOException {
        assertThat(demo.raw("""
                GET /echo HTTP/1.1
                Host: localhost:8080
                Sec-Fetch-Site: cross-site
                Sec-Fetch-Mode: navigate
                Sec-Fetch-Dest: document
                Sec-Purpose: prefetch
                Connection: close

                """)).startsWith("HTTP/1.1 403 Forbidden\r\n");
    }

    @Test
    void preflightIsAnsweredAsBefore() throws Exception {
        for (String origin : new String[] {ALLOWED, "https://evil.example"}) {
            assertThat(demo.send(
                                    "OPTIONS",
                                    "/echo",
                                    "",
                                    "Origin",
                                    origin,
                                    "Access-Control-Request-Method",
                                    "POST",
                                    "Sec-Fetch-Site",
                                    "cross-site")
                            .statusCode())
                    .isEqualTo(204);
        }
    }

    @Test
    void apiWithoutCorsAllowsNoOtherSite() throws Exception {
        demo.close();
        demo = Demo.start(
                directory, template -> template.replace("\"CorsConfiguration\"", "\"Ignored\""), settings -> {});
        assertThat(demo.get("/echo", "Origin", ALLOWED).statusCode()).isEqualTo(403);
        assertThat(demo.get("/echo").statusCode()).isEqualTo(200);
    }

    private String send(String method, String site, String origin, String mode, String dest) throws IOException {
        StringBuilder request = new StringBuilder(method + " /echo HTTP/1.1\nHost: localhost:8080\n");
        String[][] headers = {
            {"Sec-Fetch-Site", site}, {"Origin", origin}, {"Sec-Fetch-Mode", mode}, {"Sec-Fetch-Dest", dest}
        };
        for (String[] header : headers) {
            request.append(header[1].isEmpty() ? "" : header[0] + ": " + header[1] + "\n");
        }
        return demo.raw(request + "Content-Length: 0\nConnection: close\n\n");
    }
}
