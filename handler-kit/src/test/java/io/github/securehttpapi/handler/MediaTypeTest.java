package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MediaTypeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                " application/json ",
                "application/json;charset=utf-8",
                "application/json ; Charset=\"UTF-8\"",
                "application/json;charset=\"ut\\f-8\"",
                "application/json; version=1; charset=utf-8",
                "application/json; profile=\"a;charset=latin1\"",
                "application/json;",
                "application/json;;charset=utf-8",
                "application/problem+json",
                "application/vnd.api+JSON;charset=utf-8",
                "application/json;charset=uTf-8",
                "application/json;charset=\"Utf-8\"",
                "application/json;profile=*",
                "model/gltf+json"
            })
    void takesJsonInUtf8(String contentType) {
        assertThat(MediaType.isUtf8Json(contentType)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "json",
                "application/",
                "/json",
                "/a+json",
                "text/json",
                "text/plain",
                "application/xml",
                "application/jsonx",
                "application/json5",
                "application/x-json",
                "application/+json",
                "application/json+xml",
                "application/json/x",
                "application/json, text/plain",
                "application/json,application/json",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-16",
                "application/json; charset=utf8",
                "application/json; charset=UTF8",
                "application/json; charset=\"utf8\"",
                "application/json; charset=utf-8-sig",
                "application/json; charset=",
                "application/json; charset",
                "application/json; charset=\"utf-8",
                "application/json; charset=\"utf-8\\",
                "application/json; charset=utf-8 x",
                "application/json; charset=utf-8; charset=latin1",
                "application/json; =utf-8",
                "application/json charset=utf-8",
                "application /json",
                "application/json\u00a0",
                "multipart/form-data; boundary=a"
            })
    void refusesAnythingElse(String contentType) {
        assertThat(MediaType.isUtf8Json(contentType)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*+json", "*/a+json", "application/*+json", "application/a*+json", "a*/b+json", "*/json"})
    void tookARangeForAType(String contentType) {
        assertThat(MediaType.isUtf8Json(contentType)).isFalse();
    }
}
