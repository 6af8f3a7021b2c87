package io.github.securehttpapi.local.browser;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A line of {@code browser/fetches.txt}, which says what the columns are. */
record Fetching(
        String name,
        String page,
        String api,
        String method,
        String target,
        String init,
        String outcome,
        List<String> requests,
        String clause) {
    private static final Map<String, String> MEMBERS = Map.of(
            "CREDENTIALS", "\"credentials\": \"include\"",
            "JSON", "\"headers\": {\"content-type\": \"application/json\"}, \"body\": \"{}\"",
            // A safelisted media type, and a body that the function gets as base64: it answers with it.
            "SCRIPT", "\"headers\": {\"content-type\": \"application/x-www-form-urlencoded\"}");

    static List<Fetching> all() {
        try (InputStream in = Objects.requireNonNull(Fetching.class.getResourceAsStream("/browser/fetches.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Fetching::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fetching parse(String line) {
        String[] cells = line.split("\\s*\\|\\s*", -1);
        String[] request = cells[3].split(" ", 2);
        return new Fetching(
                cells[0],
                cells[1],
                cells[2],
                request[0],
                request[1],
                cells[4],
                cells[5],
                List.of(cells[6].split(", ")),
                cells[7]);
    }

    /** What fetch is given. */
    Map<String, Object> arguments(Map<String, String> urlOfApi, Map<String, String> tokens) {
        String json = init;
        for (Map<String, String> values : List.of(MEMBERS, tokens)) {
            for (Map.Entry<String, String> value : values.entrySet()) {
                json = json.replace(value.getKey(), value.getValue());
            }
        }
        try {
            Map<String, Object> full = new LinkedHashMap<>(JSONObjectUtils.parse(json));
            full.put("method", method);
            return Map.of("name", name, "url", urlOfApi.get(api) + target, "init", full);
        } catch (ParseException e) {
            throw new IllegalStateException(
                    "init of '" + name + "' must be JSON, got '" + json + "': mend the table", e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
