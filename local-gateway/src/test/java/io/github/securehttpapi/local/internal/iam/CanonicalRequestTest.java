package io.github.securehttpapi.local.internal.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases of AWS's own test suite for Signature Version 4 (aws-sig-v4-test-suite), and ours. */
final class CanonicalRequestTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ | /",
                "/example/.. | /",
                "/example1/example2/../.. | /",
                "/./ | /",
                "/./example | /example",
                "// | /",
                "//example// | /example/",
                "/example/. | /example/",
                "/a/b/.. | /a/",
                "/.. | /",
                "/-._~0123456789abcXYZ | /-._~0123456789abcXYZ",
                "/a%20b | /a%2520b",
                "/a%2fB | /a%252fB",
                "/a+b=(c) | /a%2Bb%3D%28c%29",
                "http://localhost:80/a?b | /a",
                "http://localhost?b | /",
            })
    void pathsAreWithoutDotsAndEncodedTwice(String target, String path) throws Rejected {
        assertThat(canonical(target, EmptyHttpHeaders.INSTANCE).split("\n", -1)[1])
                .isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Param2=value2&Param1=value1 | Param1=value1&Param2=value2",
                "Param1=value2&Param1=Value1 | Param1=Value1&Param1=value2",
                "a-b=1&a=2&a=%20 | a=%20&a=2&a-b=1",
                "-._~09azAZ=-._~09azAZ | -._~09azAZ=-._~09azAZ",
                "%E1%88%B4=bar | %E1%88%B4=bar",
                "@#$%25^&+=/,?><`\";:][{} | %20=%2F%2C%3F%3E%3C%60%22%3B%3A%5D%5B%7B%7D&%40%23%24%25%5E=",
                "a=%7e%2d&b=%c3%a9 | a=~-&b=%C3%A9",
                "a&b= | a=&b=",
                "&&a=1&& | a=1",
                "=x | =x",
                "a=b=c | a=b%3Dc",
                "'' | ''",
            })
    void queriesAreSortedAndEncodedAnew(String query, String canonical) throws Rejected {
        assertThat(canonical("/?" + query, EmptyHttpHeaders.INSTANCE).split("\n", -1)[2])
                .isEqualTo(canonical);
    }

    @Test
    void headersAreTrimmedJoinedAndInOneLine() throws Rejected {
        HttpHeaders headers = new DefaultHttpHeaders()
                .add("Host", "example.amazonaws.com")
                .add("My-Header1", "value4  ")
                .add("my-header1", "value1")
                .add("MY-HEADER2", "\"a   b\t c\"")
                .add("My-Empty", "");
        assertThat(CanonicalRequest.of(
                        new SignedRequest("GET", "/", headers, new byte[0]),
                        List.of("host", "my-empty", "my-header1", "my-header2"),
                        parameter -> true,
                        "hash"))
                .isEqualTo("""
                        GET
                        /

                        host:example.amazonaws.com
                        my-empty:
                        my-header1:value4,value1
                        my-header2:"a b c"

                        host;my-empty;my-header1;my-header2
                        hash""");
    }

    private static String canonical(String target, HttpHeaders headers) throws Rejected {
        SignedRequest request = new SignedRequest("GET", target, headers, new byte[0]);
        return CanonicalRequest.of(request, List.of(), parameter -> true, "hash");
    }
}
