package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.local.command.Listing;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API that answers at a domain alone in the cloud, and below its stage's name here. */
final class CustomDomainTest {
    private static final String DOMAIN = """
             "Domain": {
              "Type": "AWS::ApiGatewayV2::DomainName",
              "Properties": {
               "DomainName": "api.example.com",
               "DomainNameConfigurations": [
                {"CertificateArn": {"Fn::ImportValue": "Arn"}, "EndpointType": "REGIONAL", "SecurityPolicy": "TLS_1_2"}
               ],
               "MutualTlsAuthentication": {"TruststoreUri": "s3://trust/partners.pem", "TruststoreVersion": "v1"}
              }
             },
             "Mapping": {
              "Type": "AWS::ApiGatewayV2::ApiMapping",
              "Properties": {
               "ApiId": {"Ref": "Api"},
               "ApiMappingKey": "v1/orders",
               "DomainName": {"Ref": "Domain"},
               "Stage": "prod"
              },
              "DependsOn": ["Stage"]
             },
            """;

    @TempDir
    private Path directory;

    private Demo demo;

    @BeforeEach
    void start() throws IOException {
        demo = Demo.start(
                directory,
                template -> template.replace("\"$default\"", "\"prod\"")
                        .replaceFirst("(\"Resources\": \\{\n)", "$1" + DOMAIN)
                        .replaceFirst(
                                "(\"Type\": \"AWS::ApiGatewayV2::Api\",\\s*\"Properties\": \\{)",
                                "$1 \"DisableExecuteApiEndpoint\": true,"),
                settings -> {});
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Test
    void itsStageIsServedAsEver() throws Exception {
        assertThat(demo.get("/prod/echo").body()).contains("\"rawPath\":\"/prod/echo\"", "\"stage\":\"prod\"");
        assertThat(demo.gateway().warnings()).isEmpty();
        assertThat(Listing.of(demo.gateway()))
                .endsWith("Serving " + demo.gateway().url() + "prod/\n");
    }

    @Test
    void itsMappingKeyIsNoPathHere() throws Exception {
        assertThat(demo.get("/v1/orders/echo").statusCode()).isEqualTo(404);
    }
}
