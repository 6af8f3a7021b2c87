package io.github.securehttpapi.handler;

import static io.github.securehttpapi.handler.Decoders.field;
import static io.github.securehttpapi.handler.Decoders.object;
import static io.github.securehttpapi.handler.Decoders.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CallerTest {
    private static Request request(String contextMembers) {
        String json = "{\"version\":\"2.0\",\"routeKey\":\"GET /orders\",\"requestContext\":{" + contextMembers
                + ",\"http\":{\"method\":\"GET\"}}}";
        Event event = new Event();
        try {
            EventReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), event);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return Request.of(event, "id", HandlerOptions.defaults());
    }

    private static Request authorizedBy(String authorizer) {
        return request("\"authorizer\":" + authorizer);
    }

    @Nested
    final class BearingAToken {
        private JwtCaller bearing(String claims) {
            return authorizedBy("{\"jwt\":{\"claims\":{" + claims + "},\"scopes\":null}}")
                    .caller(JwtCaller.class);
        }

        @Test
        void hasSubjectClaimsAndScopes() {
            Request request = authorizedBy("""
                    {"jwt":{"claims":{"sub":"ada","iss":"https://issuer.example","exp":"1583348638","scope":"read write",
                     "email_verified":"true","empty":""},"scopes":["read"],"unknown":{"a":[]}}}""");

            JwtCaller caller = request.caller(JwtCaller.class);

            assertThat(request.caller()).isSameAs(caller);
            assertThat(caller.subject()).isEqualTo("ada");
            assertThat(caller.claim("iss")).contains("https://issuer.example");
            assertThat(caller.claim("empty")).contains("");
            assertThat(caller.claim("Sub")).isEmpty();
            assertThat(caller.claims()).hasSize(6).containsEntry("exp", "1583348638");
            assertThat(caller.scopes()).containsExactly("read", "write");
            assertThat(caller.hasScope("write")).isTrue();
            assertThat(caller.hasScope("writ")).isFalse();
            assertThat(caller.hasScope("read write")).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"iss\":\"a\"", "\"sub\":null", "\"sub\":\"\"", "\"sub\":\" \""})
        void tookATokenWithoutASubjectForSomebody(String claims) {
            JwtCaller caller = bearing(claims);

            assertThatThrownBy(caller::subject)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("token must have a subject in its claim 'sub', got none:"
                            + " ask for the claim that this issuer names its callers in");
        }

        @Test
        void takesApartTheArraysThatTheGatewayMadeTextOf() {
            JwtCaller caller = bearing("\"none\":\"[]\",\"one\":\"[a]\",\"two\":\"[a b]\",\"wide\":\"[ a  b ]\","
                    + "\"text\":\"a b\",\"open\":\"[a\",\"close\":\"a]\",\"bracket\":\"[\",\"empty\":\"\"");

            assertThat(caller.claimValues("none")).isEmpty();
            assertThat(caller.claimValues("one")).containsExactly("a");
            assertThat(caller.claimValues("two")).containsExactly("a", "b");
            assertThat(caller.claimValues("wide")).containsExactly("a", "b");
            assertThat(caller.claimValues("text")).containsExactly("a b");
            assertThat(caller.claimValues("open")).containsExactly("[a");
            assertThat(caller.claimValues("close")).containsExactly("a]");
            assertThat(caller.claimValues("bracket")).containsExactly("[");
            assertThat(caller.claimValues("empty")).isEmpty();
            assertThat(caller.claimValues("absent")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "'\"scope\":\"a b\",\"scp\":\"c\"',a b",
            "'\"scope\":\"\"',''",
            "'\"scp\":\"a b\"',a b",
            "'\"scp\":\"[a b]\"',a b",
            "'\"scp\":\"[]\"',''"
        })
        void findsScopesWhereIssuersPutThem(String claims, String scopes) {
            assertThat(bearing(claims).scopes()).isEqualTo(Words.of(scopes));
        }

        @Test
        void fallsBackToTheScopesThatTheGatewayNames() {
            assertThat(authorizedBy("{\"jwt\":{\"claims\":null,\"scopes\":[\"a\",null,\"b\"]}}")
                            .caller(JwtCaller.class)
                            .scopes())
                    .containsExactly("a", "b");
        }

        @Test
        void takesNumbersAndBooleansFromStandInsForTheGateway() {
            assertThat(bearing("\"exp\":1583348638,\"rate\":1.5,\"verified\":true,\"none\":null")
                            .claims())
                    .isEqualTo(Map.of("exp", "1583348638", "rate", "1.5", "verified", "true"));
        }

        @Test
        @SuppressWarnings("NullAway") // A caller that is not null-checked can do this.
        void handsOutNothingThatCanBeChanged() {
            JwtCaller caller =
                    authorizedBy("{\"jwt\":{\"claims\":{},\"scopes\":[]}}").caller(JwtCaller.class);

            assertThatThrownBy(() -> caller.claims().put("sub", "root"))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> caller.scopes().add("a")).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> caller.claim(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("name must not be null");
        }
    }

    @Nested
    final class SigningWithIam {
        @Test
        void hasTheMembersThatTheDocumentationShows() {
            IamCaller caller = authorizedBy("""
                            {"iam":{"accessKey":"ARIA2ZJZYVUEREEIHAKY","accountId":"1234567890",
                             "callerId":"AROA7ZJZYVRE7C3DUXHH6:CognitoIdentityCredentials",
                             "cognitoIdentity":{"amr":["foo"],"identityId":"us-east-1:3f291106","identityPoolId":"us-east-1:4f291106","x":1},
                             "principalOrgId":"AwsOrgId","userArn":"arn:aws:iam::1234567890:user/Admin",
                             "userId":"AROA2ZJZYVRE7Y3TUXHH6","unknown":[1]}}""").caller(IamCaller.class);

            assertThat(caller.accessKey()).contains("ARIA2ZJZYVUEREEIHAKY");
            assertThat(caller.accountId()).contains("1234567890");
            assertThat(caller.callerId()).contains("AROA7ZJZYVRE7C3DUXHH6:CognitoIdentityCredentials");
            assertThat(caller.principalOrgId()).contains("AwsOrgId");
            assertThat(caller.userArn()).contains("arn:aws:iam::1234567890:user/Admin");
            assertThat(caller.userId()).contains("AROA2ZJZYVRE7Y3TUXHH6");
            IamCaller.CognitoIdentity cognito = caller.cognitoIdentity().orElseThrow();
            assertThat(cognito.amr()).containsExactly("foo");
            assertThat(cognito.identityId()).contains("us-east-1:3f291106");
            assertThat(cognito.identityPoolId()).contains("us-east-1:4f291106");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"accessKey\":null,\"userArn\":null,\"cognitoIdentity\":null}"})
        void doesWithoutWhatAnEventMayLeaveOut(String iam) {
            IamCaller caller = authorizedBy("{\"iam\":" + iam + "}").caller(IamCaller.class);

            assertThat(caller.accessKey()).isEmpty();
            assertThat(caller.accountId()).isEmpty();
            assertThat(caller.callerId()).isEmpty();
            assertThat(caller.principalOrgId()).isEmpty();
            assertThat(caller.userArn()).isEmpty();
            assertThat(caller.userId()).isEmpty();
            assertThat(caller.cognitoIdentity()).isEmpty();
        }

        @Test
        void doesWithoutTheMembersOfACognitoIdentity() {
            IamCaller.CognitoIdentity cognito = authorizedBy("{\"iam\":{\"cognitoIdentity\":{\"amr\":null}}}")
                    .caller(IamCaller.class)
                    .cognitoIdentity()
                    .orElseThrow();

            assertThat(cognito.amr()).isEmpty();
            assertThat(cognito.identityId()).isEmpty();
            assertThat(cognito.identityPoolId()).isEmpty();
        }
    }

    @Nested
    final class PassingALambdaAuthorizer {
        private static final String CONTEXT = """
                {"list":[1,{"a":null}],"tenant":"acm\\u00e9","limit":2.50,"admin":false,"none":null,
                 "nested":{"tenant":"other"}}""";

        private LambdaCaller passing(String context) {
            return authorizedBy("{\"lambda\":" + context + "}").caller(LambdaCaller.class);
        }

        @Test
        void hasTheValuesOfItsContext() {
            LambdaCaller caller = passing(CONTEXT);

            assertThat(caller.value("tenant")).contains("acmé");
            assertThat(caller.value("limit")).contains("2.50");
            assertThat(caller.value("admin")).contains("false");
            assertThat(caller.value("none")).isEmpty();
            assertThat(caller.value("absent")).isEmpty();
            assertThat(caller.value("nested")).isEmpty();
            assertThat(caller.value("list")).isEmpty();
            assertThat(passing("{}").value("tenant")).isEmpty();
            assertThat(passing("{\"n\":1e999}").value("n")).contains("1e999");
        }

        @Test
        void decodesItsContextAsABodyIsDecoded() {
            Decoder<List<String>> tenant = object(List::of, field("tenant", string()), field("plan", string()));

            assertThat(passing("{\"plan\":\"free\",\"tenant\":\"a\"}").context(tenant))
                    .containsExactly("a", "free");
            assertThatThrownBy(() ->
                            passing("{\"tenant\":1,\"secret\":\"s3cr3t\"}").context(tenant))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("authorizer context must be what its decoder accepts, got '/tenant must be a string',"
                            + " '/plan must be present', '/secret must not be present: no such field':"
                            + " change the authorizer or the decoder");
        }

        @Test
        void refusesAContextThatNoBodyMayBe() {
            String deep = "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}";

            assertThatThrownBy(() -> passing(deep).context(string()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("authorizer context must be what its decoder accepts, got JSON beyond the limits of a"
                            + " body: change the authorizer or the decoder");
            assertThat(passing(deep).value("b")).isEmpty();
        }

        // It became a question mark on the way to bytes, and one tenant another.
        @Test
        void refusesAContextWithHalfOfASurrogatePair() {
            Decoder<String> tenant = object(String::toString, field("tenant", string()));

            assertThatThrownBy(() -> passing("{\"tenant\":\"a\\ud83d\"}").context(tenant))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("authorizer context must be what its decoder accepts, got JSON beyond the limits of a"
                            + " body: change the authorizer or the decoder");
        }

        @Test
        void answersAnUnfitContextWithA500() {
            String event =
                    "{\"version\":\"2.0\",\"requestContext\":{\"requestId\":\"id\",\"http\":{\"method\":\"GET\"},"
                            + "\"authorizer\":{\"lambda\":{}}}}";

            Answer answer = Invocation.of(
                    new HttpApiHandler() {
                        @Override
                        protected Response handle(Request request) {
                            request.caller(LambdaCaller.class)
                                    .context(object(String::toString, field("tenant", string())));
                            return Response.noContent();
                        }
                    },
                    event);

            assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\",\"requestId\":\"id\"}");
            assertThat(answer.logged().get(0)).contains("'/tenant must be present'");
        }

        @Test
        @SuppressWarnings("NullAway") // A caller that is not null-checked can do this.
        void refusesANullName() {
            assertThatThrownBy(() -> passing("{}").value(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("name must not be null");
        }
    }

    @Nested
    final class BeingOfAnotherKind {
        @ParameterizedTest
        @ValueSource(strings = {"null", "{}", "{\"jwt\":null}", "{\"lambda\":null}", "{\"unknown\":{\"sub\":\"ada\"}}"})
        void isNobody(String authorizer) {
            assertThat(authorizedBy(authorizer).caller()).isInstanceOf(AnonymousCaller.class);
        }

        @Test
        void letAHandlerGoOnWithoutItsAuthorizer() {
            assertThatThrownBy(() -> authorizedBy("null").caller(JwtCaller.class))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("caller must be of kind 'JwtCaller', got 'AnonymousCaller':"
                            + " give route 'GET /orders' its authorizer");
            assertThatThrownBy(() -> authorizedBy("{\"iam\":{}}").caller(JwtCaller.class))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "caller must be of kind 'JwtCaller', got 'IamCaller': give route 'GET /orders' its authorizer");
        }
    }

    @Nested
    final class PresentingACertificate {
        @Test
        void hasTheMembersThatTheDocumentationShows() {
            ClientCertificate certificate =
                    request("""
                            "authentication":{"clientCert":{"clientCertPem":"CERT_CONTENT","subjectDN":"www.example.com",
                             "issuerDN":"Example issuer","serialNumber":"a1:a1","unknown":{},
                             "validity":{"notBefore":"May 28 12:30:02 2019 GMT","notAfter":"Aug  5 09:36:04 2021 GMT"}}}""").context().clientCertificate().orElseThrow();

            assertThat(certificate.pem()).contains("CERT_CONTENT");
            assertThat(certificate.subject()).contains("www.example.com");
            assertThat(certificate.issuer()).contains("Example issuer");
            assertThat(certificate.serialNumber()).contains("a1:a1");
            assertThat(certificate.notBefore()).contains("May 28 12:30:02 2019 GMT");
            assertThat(certificate.notAfter()).contains("Aug  5 09:36:04 2021 GMT");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{}", "{\"clientCertPem\":null,\"validity\":null}", "{\"validity\":{\"notAfter\":null}}"})
        void doesWithoutWhatAnEventMayLeaveOut(String members) {
            ClientCertificate certificate = request("\"authentication\":{\"clientCert\":" + members + "}")
                    .context()
                    .clientCertificate()
                    .orElseThrow();

            assertThat(certificate.pem()).isEmpty();
            assertThat(certificate.subject()).isEmpty();
            assertThat(certificate.issuer()).isEmpty();
            assertThat(certificate.serialNumber()).isEmpty();
            assertThat(certificate.notBefore()).isEmpty();
            assertThat(certificate.notAfter()).isEmpty();
        }
    }
}
