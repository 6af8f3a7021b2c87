package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CORS headers that a function writes. */
final class CorsByFunction implements CorsRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "cors-by-function",
                Severity.WARNING,
                "the headers are dropped where the gateway has CORS, and missing on its own 401, 403 and 429 where it has none",
                List.of(),
                CorsRules.GUIDE);
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        boolean dropped = api.cors() != null;
        functions(api).values().forEach(function -> judge(function, dropped, findings));
    }

    /** Those behind more than OPTIONS routes: a function for preflight alone is what AWS's guide asks for. */
    static Map<String, LambdaFunction> functions(HttpApi api) {
        Map<String, LambdaFunction> functions = new LinkedHashMap<>();
        for (Route route : api.routes()) {
            LambdaFunction function =
                    route.integration() == null ? null : route.integration().function();
            if (function != null && !Preflight.is(route)) {
                functions.put(function.logicalId(), function);
            }
        }
        return functions;
    }

    private static void judge(LambdaFunction function, boolean dropped, Findings findings) {
        InlineCode code = InlineCode.of(function);
        if (code == null) {
            return;
        }
        String header = code.corsHeader();
        String name = "function '" + function.resource().origin().logicalId() + "'";
        Findings.Entry entry = findings.on(function.resource(), code.location());
        if (header != null) {
            entry.as(dropped ? Severity.WARNING : Severity.NOTE)
                    .report(
                            name + " must leave CORS headers to the gateway, got '" + header + "' in its inline code",
                            dropped
                                    ? "take the headers out of the code, since the gateway drops them"
                                    : "take the headers out of the code, and give the API a CORS configuration");
        } else if (code.isUnknown()) {
            entry.unresolved("Code.ZipFile", code.text(), code.reason(), "whether " + name + " writes CORS headers");
        }
    }
}
