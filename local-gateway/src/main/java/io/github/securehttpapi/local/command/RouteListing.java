package io.github.securehttpapi.local.command;

import io.github.securehttpapi.local.LocalGateway;
import io.github.securehttpapi.local.ServedRoute;
import io.github.securehttpapi.local.TestCredentials;
import io.github.securehttpapi.local.internal.Printable;
import io.github.securehttpapi.template.Stage;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The route table as the command prints it: a table for each stage, under the stage's URL. */
final class RouteListing {
    private static final List<String> HEADINGS = List.of("ROUTE", "ACCESS", "THROTTLE", "INTEGRATION", "TARGET");

    private RouteListing() {}

    /** The routes of a running gateway, in several lines, the last with the URL. */
    static String of(LocalGateway gateway) {
        StringBuilder listing = new StringBuilder();
        signing(gateway, listing);
        List<String> stages =
                gateway.routes().stream().map(ServedRoute::stage).distinct().toList();
        for (String stage : stages) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(HEADINGS);
            gateway.routes().stream()
                    .filter(route -> route.stage().equals(stage))
                    .forEach(route -> rows.add(row(route)));
            table(rows, listing);
            String path = stage.equals(Stage.DEFAULT) ? "" : stage + "/";
            listing.append("Serving ")
                    .append(gateway.url())
                    .append(Printable.of(path))
                    .append('\n');
        }
        return listing.toString();
    }

    /** How to call IAM routes. These are no secrets: they are good for this gateway only. */
    private static void signing(LocalGateway gateway, StringBuilder listing) {
        for (TestCredentials credentials : gateway.credentials()) {
            listing.append("IAM routes: curl --aws-sigv4 aws:amz:")
                    .append(Printable.of(gateway.region()))
                    .append(":execute-api --user ")
                    .append(credentials.accessKeyId())
                    .append(':')
                    .append(credentials.equals(TestCredentials.EXAMPLE) ? credentials.secretAccessKey() : "…")
                    .append('\n');
        }
    }

    private static List<String> row(ServedRoute route) {
        return Stream.of(route.routeKey(), route.access(), throttle(route), route.integration(), route.target())
                .map(Printable::of)
                .toList();
    }

    private static String throttle(ServedRoute route) {
        ServedRoute.Bucket bucket = route.throttle();
        if (bucket == null) {
            return "none";
        }
        DecimalFormat plain = new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
        String owner = bucket.ofRoute() ? "route" : "stage";
        return "%s/s, burst %d (%s)".formatted(plain.format(bucket.rateLimit()), bucket.burstLimit(), owner);
    }

    private static void table(List<List<String>> rows, StringBuilder listing) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(row.get(column))
                        .append(" ".repeat(width(rows, column) - row.get(column).length() + 2));
            }
            listing.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
