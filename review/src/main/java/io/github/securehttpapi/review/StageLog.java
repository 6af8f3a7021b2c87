package io.github.securehttpapi.review;

import io.github.securehttpapi.template.AccessLog;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The access log of one stage, and how its format is changed. */
final class StageLog {
    private static final String SUB = "Fn::Sub";

    private final Stage stage;
    private final Template template;
    private final Property<String> written;
    private final LogFormat format;

    private StageLog(Stage stage, Template template, Property<String> written) {
        this.stage = stage;
        this.template = template;
        this.written = written;
        this.format = LogFormat.of(written);
    }

    /** The access log of a stage; empty if it has none, or one without a format. */
    static Optional<StageLog> of(Stage stage, Template template) {
        AccessLog log = stage.accessLog();
        return log == null || log.format().isAbsent()
                ? Optional.empty()
                : Optional.of(new StageLog(stage, template, log.format()));
    }

    static Placement place(Stage stage) {
        return Placement.of(stage.resource()).in("AccessLogSettings");
    }

    String name() {
        return "access log of stage '" + stage.name() + "'";
    }

    LogFormat format() {
        return format;
    }

    /** Whether so much of the format is unknown that what it has not may still come. */
    boolean isOpaque() {
        return written.isUnresolved() && !format.isJson();
    }

    boolean isUnresolved() {
        return written.isUnresolved();
    }

    Findings.Entry on(Findings findings) {
        return findings.on(stage.resource(), written.location());
    }

    void unresolved(Findings findings, String question) {
        findings.on(stage.resource()).unresolved(written, question);
    }

    /** The change of the format's text as the template has it, what it computes kept; none if that cannot be told. */
    List<Change> edited(UnaryOperator<String> edit) {
        Placement place = place(stage);
        Object edited = edited(place.written(template, "Format"), edit);
        if (edited == null) {
            edited = written.value().map(edit).orElse(null);
        }
        return edited == null ? List.of() : List.of(place.set("Format", edited));
    }

    private static @Nullable Object edited(@Nullable Value raw, UnaryOperator<String> edit) {
        if (raw instanceof Value.Text text) {
            return edit.apply(text.text());
        }
        if (!(raw instanceof Value.Fields fields) || fields.fields().size() != 1) {
            return null;
        }
        Value argument = fields.fields().get(SUB);
        if (argument instanceof Value.Text text) {
            return Map.of(SUB, edit.apply(text.text()));
        }
        if (argument instanceof Value.Items items
                && items.items().size() == 2
                && items.items().get(0) instanceof Value.Text text) {
            List<@Nullable Object> arguments = new ArrayList<>();
            arguments.add(edit.apply(text.text()));
            arguments.add(EditedTemplate.plain(items.items().get(1)));
            Map<String, Object> sub = new LinkedHashMap<>();
            sub.put(SUB, arguments);
            return sub;
        }
        return null;
    }
}
